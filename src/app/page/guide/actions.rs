//! What can be done with a guide: used, changed, copied, renamed, exported, put on paper, removed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clock;
use crate::app::component::loading::Failure;
use crate::app::component::text_field::TextField;
use crate::app::desk::Desk;
use crate::app::file;
use crate::app::focus;
use crate::app::page::again::{NextCandidate, Used};
use crate::app::route::{PlanOf, Route, Step};
use crate::app::saved::SavedState;
use crate::app::shelf;
use crate::assessment::Basis;
use crate::framework::Digest;
use crate::guide::GuideId;
use crate::record::{KeptGuide, Removed};

use super::Made;

/// The id of what stands there when a guide was removed.
const REMOVED: &str = "removed";

/// A removed guide, and the way back.
#[derive(Clone)]
pub struct Gone {
    title: String,
    rows: Removed,
}

/// What is open below the actions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    Candidate,
    Name,
}

/// What the actions work on. A handle.
#[derive(Clone, Copy)]
struct Work {
    desk: Desk,
    saved: SavedState,
    made: StoredValue<Made>,
    asking: RwSignal<Asking>,
    told: RwSignal<Option<Result<String, String>>>,
    again: Callback<()>,
}

/// The row of actions, and what they ask and say.
#[component]
pub fn Actions(made: Made, gone: RwSignal<Option<Gone>>, again: Callback<()>) -> AnyView {
    let guide = Arc::clone(&made.guide);
    let work = Work {
        desk: Desk::expect(),
        saved: SavedState::expect(),
        made: StoredValue::new(made),
        asking: RwSignal::new(Asking::Nothing),
        told: RwSignal::new(None),
        again,
    };
    let of = PlanOf { guide: Some(guide.id.clone()), ..PlanOf::default() };
    let change = Route::Plan { of, step: Step::default() }.to_string();
    let usable = work.made.with_value(|made| made.framework.is_ok());
    let quiet = |name: &'static str, press: Box<dyn Fn()>| {
        view! { <button type="button" class="button button--quiet" on:click=move |_| press()>{name}</button> }
    };
    let used = usable.then(|| {
        view! {
            <button type="button" class="button button--primary" id="guide-next" on:click=move |_| work.asking.set(Asking::Candidate)>
                "Next candidate with this guide"
            </button>
            <a class="button" href=change>"Change"</a>
            {quiet("Candidate’s pack", Box::new(move || work.to_pack(|guide| Route::CandidatePack { guide })))}
            {quiet("Interviewer’s pack", Box::new(move || work.to_pack(|guide| Route::InterviewerPack { guide })))}
            {quiet("Export", Box::new(move || work.export()))}
        }
    });
    view! {
        <div class="guide__actions">
            {used}
            {quiet("Copy", Box::new(move || work.copy()))}
            <button type="button" class="button button--quiet" id="guide-rename" on:click=move |_| work.asking.set(Asking::Name)>"Rename"</button>
            {quiet("Remove", Box::new(move || work.remove(gone)))}
        </div>
        {move || work.form()}
        {move || work.told.get().map(|told| match told {
            Ok(words) => view! { <p class="guide__told" role="status">{words}</p> }.into_any(),
            Err(error) => view! { <Failure error /> }.into_any(),
        })}
    }
    .into_any()
}

impl Work {
    fn guide(self) -> Arc<KeptGuide> {
        self.made.with_value(|made| Arc::clone(&made.guide))
    }

    fn form(self) -> AnyView {
        let close = move |back: &'static str| {
            Callback::new(move |()| {
                self.asking.set(Asking::Nothing);
                focus::soon(vec![back.to_owned()]);
            })
        };
        match self.asking.get() {
            Asking::Nothing => ().into_any(),
            Asking::Candidate => {
                let used = Used::Guide(self.guide().id.clone());
                view! { <NextCandidate used told=self.guide().next_words() on_cancel=close("guide-next") /> }.into_any()
            }
            Asking::Name => view! { <RenameForm work=self close=close("guide-rename") /> }.into_any(),
        }
    }

    /// What is asked with the guide as it stands now.
    async fn basis(self) -> Result<Basis, String> {
        shelf::basis_of(&self.desk.archive(), &self.guide()).await
    }

    /// Freezes the guide as it stands now, and does something with it then.
    fn frozen(self, then: impl FnOnce(&KeptGuide, &Basis) -> Result<Option<String>, String> + 'static) {
        spawn_local(async move {
            let outcome = match self.basis().await {
                Ok(basis) => match self.desk.freeze(&self.guide().plan, &basis).await {
                    Ok(guide) => then(&guide, &basis),
                    Err(error) => Err(error.to_string()),
                },
                Err(error) => Err(error),
            };
            self.tell(outcome.transpose());
        });
    }

    /// The screen may be gone by now.
    fn tell(self, told: Option<Result<String, String>>) {
        self.told.try_set(told);
    }

    fn to_pack(self, route: fn(Digest) -> Route) {
        self.frozen(move |_, basis| {
            route(basis.guide_digest().clone()).go();
            Ok(None)
        });
    }

    fn export(self) {
        self.frozen(|guide, basis| {
            let name = guide.file_name();
            file::save(&name, &guide.file(basis)).map_err(|error| error.to_string())?;
            Ok(Some(format!("Exported: {name}")))
        });
    }

    /// A new guide with the same plan, and no versions.
    fn copy(self) {
        let guide = self.guide();
        let id = GuideId::new(clock::new_id());
        let copy = KeptGuide::new(id.clone(), format!("Copy of {}", guide.title), &guide.plan, clock::now());
        self.keep(copy, move || Route::Guide { id: id.clone() }.go());
    }

    fn keep(self, guide: KeptGuide, then: impl FnOnce() + 'static) {
        let act = self.saved.act();
        spawn_local(async move {
            let kept = self.desk.archive().keep_guide(&guide).await;
            act.ended(&kept);
            match kept {
                Ok(()) => then(),
                Err(error) => self.tell(Some(Err(error.to_string()))),
            }
        });
    }

    fn remove(self, gone: RwSignal<Option<Gone>>) {
        let guide = self.guide();
        let act = self.saved.act();
        spawn_local(async move {
            let removed = self.desk.archive().remove_guide(&guide.id).await;
            act.ended(&removed);
            match removed {
                Ok(rows) => {
                    gone.try_set(Some(Gone { title: guide.title.clone(), rows }));
                    focus::soon(vec![REMOVED.to_owned()]);
                }
                Err(error) => self.tell(Some(Err(error.to_string()))),
            }
        });
    }
}

/// Another name. What was frozen keeps its digest: the name is no part of it.
#[component]
fn RenameForm(work: Work, close: Callback<()>) -> impl IntoView {
    let name = RwSignal::new(work.guide().title.clone());
    focus::soon(vec!["guide-name".to_owned()]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = name.get_untracked().trim().to_owned();
        if title.is_empty() {
            work.tell(Some(Err("A guide needs a name. Write one, or press Cancel.".to_owned())));
            return;
        }
        work.keep(work.guide().renamed(&title), move || work.again.run(()));
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close.run(());
        }
    };
    view! {
        <form class="next-candidate" on:submit=submit on:keydown=escape>
            <TextField id="guide-name" label="Name of the guide" value=name on_text=Callback::new(move |text| name.set(text)) />
            <div class="next-candidate__actions">
                <button type="submit" class="button button--primary">"Rename"</button>
                <button type="button" class="button" on:click=move |_| close.run(())>"Cancel"</button>
            </div>
        </form>
    }
}

/// What stands in the place of a guide that was removed.
#[component]
pub fn RemovedView(removed: Gone, again: Callback<()>) -> AnyView {
    let (desk, saved) = (Desk::expect(), SavedState::expect());
    let Gone { title, rows } = removed;
    let failed = RwSignal::new(None);
    let undo = move |_| {
        let rows = rows.clone();
        let act = saved.act();
        spawn_local(async move {
            let restored = desk.archive().restore(rows).await;
            act.ended(&restored);
            match restored {
                Ok(()) => again.run(()),
                Err(error) => drop(failed.try_set(Some(error.to_string()))),
            }
        });
    };
    view! {
        <div class="empty">
            <p id=REMOVED tabindex="-1" role="status">
                <strong dir="auto">{title}</strong>
                " is removed from the guides. Assessments that were held with it keep its words."
            </p>
            <p class="review__ways">
                <button type="button" class="button" on:click=undo>"Undo"</button>
                <a class="button" href=Route::Guides.to_string()>"Go to the guides"</a>
            </p>
        </div>
        {move || failed.get().map(|error| view! { <Failure error /> })}
    }
    .into_any()
}
