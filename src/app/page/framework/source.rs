//! Where a framework came from.

use leptos::prelude::*;

use crate::framework::Source;

/// The credit, with what a reader of the source should know folded behind it.
#[component]
pub fn SourceView(source: Source) -> AnyView {
    let link = source.link().map(str::to_owned);
    let address = match (link, source.url.clone()) {
        (Some(link), _) => {
            let address = link.clone();
            Some(view! { <p><a href=address target="_blank" rel="noreferrer noopener">{link}</a></p> }.into_any())
        }
        (None, Some(url)) => Some(view! { <p>{url}</p> }.into_any()),
        (None, None) => None,
    };
    let about: Vec<AnyView> = [
        address,
        source.licence.clone().map(|licence| view! { <p>"Licence: " {licence}</p> }.into_any()),
        source.note.clone().map(|note| view! { <p>{note}</p> }.into_any()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let credit = source.credit().map(|credit| ["After ", &credit].concat());
    if about.is_empty() {
        return credit.map(|credit| view! { <p class="source">{credit}</p> }).into_any();
    }
    let credit = credit.unwrap_or_else(|| "Where it came from".to_owned());
    view! {
        <details class="source">
            <summary>{credit}</summary>
            {about}
        </details>
    }
    .into_any()
}
