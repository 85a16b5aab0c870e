//! The heading of a screen: it names the page in the browser's title, and takes the focus when the screen comes.

use leptos::html;
use leptos::prelude::*;

/// The one `h1` of a screen. The title of the browser's tab follows it.
#[component]
pub fn Heading(
    /// What stands in the heading.
    #[prop(into)]
    title: Signal<String>,
    /// Whom or what it is about: below the heading, and in the tab's title, so that two tabs are told apart.
    #[prop(optional, into)]
    about: String,
    /// Actions beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let tab = if about.is_empty() { String::new() } else { format!(" · {about}") };
    Effect::new(move |_| document().set_title(&format!("{}{tab} · Touchstone", title.get())));
    Effect::new(move |_| {
        // A screen that cannot take the focus is still readable.
        if let Some(heading) = heading.get()
            && heading.focus().is_err()
        {
            leptos::logging::warn!("the heading takes no focus");
        }
    });
    view! {
        <header class="heading">
            <div class="heading__words">
                <h1 node_ref=heading tabindex="-1" dir="auto">{title}</h1>
                {(!about.is_empty()).then(|| view! { <p class="heading__about" dir="auto">{about}</p> })}
            </div>
            {children.map(|children| view! { <div class="heading__actions">{children()}</div> })}
        </header>
    }
}
