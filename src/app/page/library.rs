//! The library: the frameworks that are kept here and the host's, each with what it asks for and the ways into it.
//!
//! The list comes from the catalog and the shelf alone. The files behind it are fetched afterwards, one by one, so that they are at
//! hand offline and that a missing or malformed one is named here, before somebody counts on it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::{Failure, loading};
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::failure;
use crate::app::faults;
use crate::app::host;
use crate::app::load::Load;
use crate::app::route::{Address, Route};
use crate::framework::wording::count;
use crate::framework::{Catalog, CatalogEntry, Purpose};

/// One framework of the list and what became of its file.
#[derive(Clone)]
pub struct Listed {
    entry: CatalogEntry,
    file: RwSignal<Load<()>>,
    kept: bool,
}

/// What is kept here. The first program knows of nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    pub frameworks: Vec<CatalogEntry>,
    /// Why others cannot be read.
    pub faults: Vec<String>,
}

/// The first screen.
#[component]
pub fn LibraryPage(
    catalog: ReadSignal<Load<Catalog>>,
    shelf: ReadSignal<Load<Shelf>>,
    /// Sees to it that each file becomes loaded or failed.
    check: fn(Vec<Listed>),
) -> impl IntoView {
    let import = Route::Import.to_string();
    let kept = if failure::keeps_nothing() {
        "This browser keeps nothing for this page: what you enter lasts until this tab is closed. Nobody else sees it; nothing is sent anywhere."
    } else {
        "Everything you enter is kept in this browser, on this device. Nobody else sees it; nothing is sent anywhere."
    };
    view! {
        <Heading title="Library">
            <a class="button" href=import>"Import a document"</a>
        </Heading>
        <p class="library__kept">{kept}</p>
        {move || all(catalog.get(), shelf.get(), check)}
    }
}

/// What is kept here stands there without the host, too.
fn all(catalog: Load<Catalog>, shelf: Load<Shelf>, check: fn(Vec<Listed>)) -> AnyView {
    let (shelf, failure) = match shelf {
        Load::Loading => return loading(),
        Load::Loaded(shelf) => (shelf.frameworks, shelf.faults.join("\n")),
        Load::Failed(error) => (Vec::new(), error),
    };
    let failure = (!failure.is_empty()).then(|| view! { <Failure error=failure /> });
    let (catalog, missing) = match catalog {
        Load::Loading => return loading(),
        Load::Loaded(catalog) => (catalog.frameworks, None),
        Load::Failed(error) => (Vec::new(), Some(error)),
    };
    let frameworks = match missing {
        None => Some(frameworks(catalog, shelf, check)),
        Some(_) if shelf.is_empty() => None,
        Some(_) => Some(frameworks(catalog, shelf, check)),
    };
    view! { {failure} {missing.map(|error| view! { <Failure error /> })} {frameworks} }.into_any()
}

fn frameworks(catalog: Vec<CatalogEntry>, shelf: Vec<CatalogEntry>, check: fn(Vec<Listed>)) -> AnyView {
    if catalog.is_empty() && shelf.is_empty() {
        return view! {
            <p>
                "The frameworks of this host will stand here. There are none yet: whoever hosts this app adds a file to its folder frameworks and a line to catalog.json there."
            </p>
        }
        .into_any();
    }
    let address = Address::expect();
    let find = Memo::new(move |_| match address.get() {
        Route::Library { find } => find,
        _ => String::new(),
    });
    let listed = |entry, kept| Listed { entry, file: RwSignal::new(Load::Loading), kept };
    // What is kept under the id of a framework of the host stands in its place.
    let hosted = catalog.into_iter().filter(|entry| !shelf.iter().any(|kept| kept.id == entry.id));
    let hosted: Vec<_> = hosted.map(|entry| listed(entry, false)).collect();
    check(hosted.clone());
    let listed: Vec<_> = shelf.iter().cloned().map(|entry| listed(entry, true)).chain(hosted).collect();
    let all = listed.len();
    let found = Memo::new_with_compare(
        move |_| {
            let find = find.get();
            listed.iter().filter(|listed| listed.entry.matches(&find, lower)).cloned().collect::<Vec<_>>()
        },
        |_, _| true,
    );
    view! {
        <search class="library__find">
            <label for="find">"Find a framework"</label>
            <input
                id="find"
                type="search"
                autocomplete="off"
                prop:value=find
                on:input:target=move |event| address.replace(Route::Library { find: event.target().value() })
            />
            <p role="status">{move || told(found.with(Vec::len), all)}</p>
        </search>
        {move || {
            let found = found.get();
            let rows = found.len();
            let row = move |index: usize| found.get(index).cloned().map(entry).into_any();
            view! { <Windowed count=rows shape=Shape::LIST estimate=200 row /> }
        }}
    }
    .into_any()
}

fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// How much of the list is shown.
fn told(found: usize, all: usize) -> String {
    let frameworks = count(all, "framework", "frameworks");
    match found {
        0 => format!("None of {frameworks} matches. Take a word away, or write another one."),
        _ if found == all => frameworks,
        _ => format!("{found} of {frameworks}"),
    }
}

/// Fetches and reads the files one after the other, as long as somebody looks at the list.
pub fn read_files(listed: Vec<Listed>) {
    spawn_local(async move {
        for Listed { entry, file, .. } in listed {
            let state = match host::listed(&entry).await {
                Ok(_) => Load::Loaded(()),
                Err(error) => Load::Failed(error.to_string()),
            };
            if file.try_set(state).is_some() {
                return;
            }
        }
    });
}

/// Waits to be told by the whole app, which reads the files while it waits to be wanted.
pub fn await_faults(listed: Vec<Listed>) {
    faults::listen(move |id, fault| {
        if let Some(listed) = listed.iter().find(|listed| listed.entry.id.as_str() == id) {
            // The list may be gone by now.
            listed.file.try_set(Load::Failed(fault));
        }
    });
}

fn entry(listed: Listed) -> AnyView {
    let Listed { entry, file, kept } = listed;
    let title = format!("{}-title", entry.id);
    let labelled = title.clone();
    let fault = StoredValue::new(format!("{}-fault", entry.id));
    let refused = Signal::derive(move || matches!(file.get(), Load::Failed(_)).then(|| fault.get_value()));
    let failure = move || match file.get() {
        Load::Failed(error) => Some(view! { <div id=fault.get_value()><Failure error /></div> }),
        _ => None,
    };
    let uses = entry.helps_with();
    let read = Route::framework(entry.id.clone());
    let plan = Route::plan(Some(entry.id.clone()));
    // A unit is assessed by evidence; an interview about it is planned like any other.
    let first = match entry.purpose {
        Purpose::Unit => ("Assess this unit", Route::Assess { framework: entry.id.clone() }),
        _ => ("Start now", Route::Start { framework: entry.id.clone(), level: None, ready: None }),
    };
    view! {
        <article class="entry" aria-labelledby=labelled>
            <h2 class="entry__title" id=title dir="auto">{entry.title.clone()}</h2>
            <p class="entry__about">
                <span class="entry__purpose">{entry.purpose.name()}</span>
                " · " {entry.size()} {kept.then_some(" · kept here")} {(!uses.is_empty()).then(|| format!(" · for {uses}"))}
            </p>
            {entry.summary.clone().map(|summary| view! { <p class="entry__summary" dir="auto">{summary}</p> })}
            {failure}
            <div class="entry__actions">
                {way("Read", "button", read, refused)} {way("Plan an interview", "button", plan, refused)}
                {way(first.0, "button button--primary", first.1, refused)}
            </div>
        </article>
    }
    .into_any()
}

/// A link that leads nowhere while the framework cannot be used.
fn way(name: &'static str, class: &'static str, to: Route, refused: Signal<Option<String>>) -> AnyView {
    let to = to.to_string();
    view! {
        <a
            class=class
            href=move || refused.get().is_none().then(|| to.clone())
            aria-disabled=move || refused.get().map(|_| "true")
            role=move || refused.get().map(|_| "link")
            aria-describedby=refused
        >
            {name}
        </a>
    }
    .into_any()
}
