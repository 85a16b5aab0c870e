//! The shell that every screen stands in: the rail, the saved state, the page.

use leptos::prelude::*;

use super::route::{Address, Route, Screen};

/// The rail and the page. `pages` builds the page of a screen; `saved` stands in its one fixed place; `notice` stands
/// above every page: why nothing will be kept, for instance.
#[component]
pub fn Shell(pages: fn(Screen) -> AnyView, saved: Option<AnyView>, notice: Option<String>) -> impl IntoView {
    let address = Address::follow();
    provide_context(address);
    let screen = Memo::new(move |_| address.get().screen());
    let to_content = move |_| focus_heading();
    view! {
        <button type="button" class="skip" on:click=to_content>"Skip to the content"</button>
        <div class="shell">
            <nav class="rail" aria-label="Touchstone">
                <p class="rail__name">"Touchstone"</p>
                <RailLink to=Route::library() name="Library" here=Signal::derive(move || matches!(screen.get(), Screen::Library | Screen::Framework(_) | Screen::Import | Screen::Correct(_) | Screen::Questions(_) | Screen::AssessYourself(_))) />
                <RailLink
                    to=Route::Guides
                    name="Guides"
                    here=Signal::derive(move || matches!(screen.get(), Screen::Guides | Screen::Guide(_) | Screen::Plan | Screen::Start(_) | Screen::CandidatePack(_) | Screen::InterviewerPack(_)))
                />
                <RailLink
                    to=Route::Assessments
                    name="Assessments"
                    here=Signal::derive(move || {
                        matches!(screen.get(), Screen::Assessments | Screen::Assess(_) | Screen::Unit(_) | Screen::Interview(_) | Screen::Rate(_) | Screen::Summary(_) | Screen::SelfAssessment(_))
                    })
                />
                {saved}
            </nav>
            <main class="content">
                {notice.map(|notice| view! { <p class="banner" role="alert">{notice}</p> })}
                {move || pages(screen.get())}
            </main>
        </div>
    }
}

#[component]
fn RailLink(to: Route, name: &'static str, here: Signal<bool>) -> impl IntoView {
    view! {
        <a class="rail__link" href=to.to_string() aria-current=move || here.get().then_some("page")>
            {name}
        </a>
    }
}

/// Moves the focus to the heading of the screen, where reading begins.
pub fn focus_heading() {
    use wasm_bindgen::JsCast;
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A heading that cannot take the focus leaves it where it was.
        if heading.focus().is_err() {
            leptos::logging::warn!("the heading takes no focus");
        }
    }
}
