//! A candidate's assessment of herself: one criterion in view, how far it is true of her, and her example for it; what
//! comes next behind a fold. On paper it is a form of its own.

mod criterion;
mod export;
mod next;
mod rail;
mod sheet;

use leptos::prelude::*;

use crate::app::component::alteration::Alteration;
use crate::app::component::heading::Heading;
use crate::app::component::held::{self, Held};
use crate::app::component::history::History;
use crate::app::component::keys::KeyHint;
use crate::app::component::loading::Loading;
use crate::app::component::other_form::OtherForm;
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::load::load;
use crate::app::print::Paper;
use crate::app::route::{Address, Route};
use crate::app::session::Session;
use crate::assessment::{Assessment, AssessmentId, Form};
use crate::framework::CriterionId;
use crate::report::{Growth, OwnCriterion, growth, own_criteria};

use criterion::CriterionInView;
use export::Exports;
use next::Next;
use rail::Rail;
use sheet::Sheet;

/// Her assessment, and where she is in it. A handle.
#[derive(Clone, Copy)]
struct Own {
    session: Session,
    address: Address,
    criteria: StoredValue<Vec<OwnCriterion>>,
    /// What comes next, competency by competency.
    growth: StoredValue<Vec<Growth>>,
    /// The index of the criterion in view.
    current: Memo<usize>,
}

impl Own {
    fn new(session: Session) -> Self {
        let address = Address::expect();
        let (criteria, growth) = session.assessment().with_untracked(|Assessment { basis, .. }| {
            let next = growth(&basis.framework, &basis.guide.level);
            (StoredValue::new(own_criteria(basis)), StoredValue::new(next))
        });
        let current = Memo::new(move |_| {
            let Route::SelfAssessment { criterion: Some(id), .. } = address.get() else { return 0 };
            let place = |criteria: &Vec<OwnCriterion>| criteria.iter().position(|own| own.criterion.id == id);
            criteria.with_value(place).unwrap_or(0)
        });
        Self { session, address, criteria, growth, current }
    }

    fn count(self) -> usize {
        self.criteria.with_value(Vec::len)
    }

    fn at(self, index: usize) -> Option<OwnCriterion> {
        self.criteria.with_value(|criteria| criteria.get(index).cloned())
    }

    /// The criterion in view; tracked.
    fn in_view(self) -> Option<OwnCriterion> {
        self.at(self.current.get())
    }

    /// Brings a criterion into view. The address follows, so that a reload comes back to it.
    fn go(self, index: usize) {
        if let Some(own) = self.at(index) {
            self.session.settle();
            self.session.forget_refusal();
            let route = Route::SelfAssessment { id: self.session.id(), criterion: Some(own.criterion.id) };
            self.address.replace(route);
            focus::heading_soon();
        }
    }
}

/// The screen of [`Route::SelfAssessment`].
#[component]
pub fn SelfAssessmentPage(id: AssessmentId) -> impl IntoView {
    let desk = Desk::expect();
    let at_work = load(async move { desk.at_work(id).await });
    let show = |(session, about): (Session, String)| {
        let form = session.assessment().with_untracked(|assessment| assessment.form());
        match form {
            Form::SelfAssessment => view! { <Assessing session about /> }.into_any(),
            Form::Interview | Form::Unit => view! { <OtherForm session title="Assess yourself" /> }.into_any(),
        }
    };
    view! { <Loading state=at_work screen="Assess yourself" children=show /> }
}

#[component]
fn Assessing(session: Session, about: String) -> impl IntoView {
    let own = Own::new(session);
    let paper = Paper::provide();
    offer_keys(own);
    // Leaving the screen is leaving the example in hand.
    on_cleanup(move || session.settle());
    let count = own.count();
    let title = move || match count {
        0 => "Assess yourself".to_owned(),
        _ => format!("Criterion {} of {count}", own.current.get() + 1),
    };
    let in_view = move || own.in_view();
    let key = |own: &OwnCriterion| -> CriterionId { own.criterion.id.clone() };
    view! {
        <Heading title=Signal::derive(title) about=about.clone()>
            <button type="button" class="button" on:click=move |_| paper.print_in_full()>"Print"</button>
        </Heading>
        <Alteration session />
        <Held session>
            <div class="own no-print">
                <div class="own__criterion">
                    // Drawn anew each time: what was unfolded at another criterion is none of this one's.
                    <For each=in_view key let:shown>
                        <CriterionInView own shown=shown.clone() />
                        <Refusal session />
                        <Steps own />
                        <Next own competency=shown.competency />
                    </For>
                    <History session />
                    <Exports session />
                </div>
                // Behind the criterion, so that the tab key leads from the heading to what is asked.
                <Rail own />
            </div>
            <Sheet own about />
        </Held>
    }
}

/// Back and forward.
#[component]
fn Steps(own: Own) -> impl IntoView {
    let last = move || own.current.get() + 1 >= own.count();
    let back = move |_| own.go(own.current.get_untracked().saturating_sub(1));
    let on = move |_| own.go(own.current.get_untracked() + 1);
    view! {
        <div class="own__steps">
            <button type="button" class="button" disabled=move || own.current.get() == 0 on:click=back>
                "Previous criterion"
                <KeyHint key='b' />
            </button>
            <button type="button" class="button button--primary" disabled=last on:click=on>
                "Next criterion"
                <KeyHint key='n' />
            </button>
        </div>
    }
}

/// Why the last change was not taken, for as long as it is the last.
#[component]
fn Refusal(session: Session) -> impl IntoView {
    let refusal = session.refusal();
    move || refusal.get().map(|refusal| view! { <p class="failure" role="alert">{refusal}</p> })
}

fn offer_keys(own: Own) {
    let keys = Keys::expect();
    let on = move || own.go(own.current.get_untracked() + 1);
    keys.offer(Action::new('n', "Next criterion", on).when(move || own.current.get() + 1 < own.count()));
    let back = move || own.go(own.current.get_untracked().saturating_sub(1));
    keys.offer(Action::new('b', "Previous criterion", back).when(move || own.current.get() > 0));
    criterion::offer_marks(own);
    let write = || focus::soon(vec![criterion::FIRST_PART.to_owned()]);
    held::offer(own.session, Action::new('t', "Write the example", write));
}
