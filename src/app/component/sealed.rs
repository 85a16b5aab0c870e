//! What stands on a screen of a scorecard that is sealed: that nothing changes there any more, and where it is amended.

use leptos::prelude::*;

use crate::app::clock;
use crate::app::route::Route;
use crate::app::session::Session;

/// Nothing while the scorecard is open.
#[component]
pub fn Sealed(session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at());
    let notice = move |at: i64| {
        let summary = Route::Summary { id: session.id() };
        view! {
            <div class="banner held__banner">
                <p>
                    "Sealed "{clock::day_and_time(at)}
                    ". What was asked, noted, marked and rated stays as it is. It is amended on the summary, with a reason."
                </p>
                <a class="button" href=summary.to_string()>"To the summary"</a>
            </div>
        }
    };
    view! { <div role="status">{move || sealed.get().map(notice)}</div> }
}
