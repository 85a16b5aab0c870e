//! The amendments of a sealed scorecard: each with its time, its reason, what stood there and what stands there now; and
//! the way to a new one.

mod form;
mod value;

use leptos::prelude::*;

use crate::app::clock;
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::report::{Amendment, amendments};

use form::AmendForm;

/// What opens the form, and takes the focus back from it.
const AMEND: &str = "amend";

/// The part takes the focus when an amendment is taken.
const PART: &str = "amendments";

/// Nothing while the scorecard is open.
#[component]
pub fn Amendments(session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| session.sealed_at().is_some());
    move || sealed.get().then(|| view! { <Amended session /> })
}

#[component]
fn Amended(session: Session) -> impl IntoView {
    let all = Memo::new(move |_| session.assessment().with(amendments));
    let count = Memo::new(move |_| all.with(Vec::len));
    let row = move |index: usize| all.with(|all| all.get(index).cloned()).map(amendment).into_any();
    let none = move || (count.get() == 0).then(|| view! { <p>"None: the scorecard stands as it was sealed."</p> });
    let asking = RwSignal::new(false);
    let taken = RwSignal::new(None);
    let ask = move || {
        asking.set(true);
        taken.set(None);
        focus::soon(vec![form::WHAT.to_owned()]);
    };
    let leave = Callback::new(move |()| {
        asking.set(false);
        focus::soon(vec![AMEND.to_owned()]);
    });
    let take = Callback::new(move |()| {
        asking.set(false);
        taken.set(all.with_untracked(|all| all.last().map(|amendment| format!("Amended: {}.", amendment.what))));
        // Where the form opens a second press would open it again.
        focus::soon(vec![PART.to_owned()]);
    });
    Keys::expect().offer(Action::new('a', "Amend the scorecard", ask).when(move || !asking.get()));
    let way = move || {
        if asking.get() {
            view! { <AmendForm session take leave /> }.into_any()
        } else {
            view! {
                <button type="button" class="button" id=AMEND on:click=move |_| ask()>
                    "Amend the scorecard"
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section class="summary__part">
            <h2 id=PART tabindex="-1">"Amendments"</h2>
            {none}
            <Windowed count shape=Shape::LIST estimate=120 row />
            <div class="no-print">
                <p role="status" dir="auto">{taken}</p>
                {way}
            </div>
        </section>
    }
}

fn amendment(amendment: Amendment) -> AnyView {
    let Amendment { seq, at, reason, what, was, is } = amendment;
    view! {
        <article class="amendment" aria-labelledby=format!("amendment-{seq}")>
            <h3 class="amendment__what" dir="auto" id=format!("amendment-{seq}")>{what}</h3>
            <p class="amendment__when">{clock::day_and_time(at)}", entry "{seq}": "<bdi>{reason}</bdi></p>
            <dl class="amendment__change">
                <div><dt>"Was"</dt><dd dir="auto">{was}</dd></div>
                <div><dt>"Is now"</dt><dd dir="auto">{is}</dd></div>
            </dl>
        </article>
    }
    .into_any()
}
