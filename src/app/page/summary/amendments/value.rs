//! What stands there from now on: the control for each kind of thing that can be amended, filled with what stands there.

use leptos::prelude::*;

use crate::app::component::mark_row::MarkRow;
use crate::app::component::text_field::TextField;
use crate::app::session::Session;
use crate::assessment::{Event, Mark, Rating, Recommendation, Recommended};
use crate::framework::{CompetencyId, CriterionId, Places};
use crate::record::{Field, FormField};
use crate::report::{Amendable, anchors, changes_nothing};

/// The amendment in hand. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Amending {
    session: Session,
    of: RwSignal<Amendable>,
    mark: RwSignal<Option<Mark>>,
    /// Without its reason, which is typed.
    rating: RwSignal<Option<Rating>>,
    word: RwSignal<Option<Recommendation>>,
}

impl Amending {
    /// Begins with the recommendation.
    pub fn new(session: Session) -> Self {
        let amending = Self {
            session,
            of: RwSignal::new(Amendable::Recommendation),
            mark: RwSignal::new(None),
            rating: RwSignal::new(None),
            word: RwSignal::new(None),
        };
        amending.turn_to(Amendable::Recommendation);
        amending
    }

    /// Turns to another thing, as it stands.
    pub fn turn_to(self, of: Amendable) {
        self.session.assessment().with_untracked(|assessment| match &of {
            Amendable::Mark(criterion) => self.mark.set(assessment.mark(criterion)),
            Amendable::Rating(competency) => self.rating.set(assessment.rating(competency).cloned().map(bare)),
            Amendable::Recommendation => self.word.set(assessment.recommended().map(|it| it.recommendation)),
            Amendable::Note(_) | Amendable::Explanation(_) => {}
        });
        self.of.set(of);
    }

    /// The event that changes it.
    ///
    /// # Errors
    /// What is not chosen yet, or that nothing is changed.
    pub fn change(self) -> Result<Event, &'static str> {
        let change = self.wanted()?;
        if self.session.assessment().with_untracked(|assessment| changes_nothing(assessment, &change)) {
            return Err("This is what stands there already. Change it, or leave it as it is.");
        }
        Ok(change)
    }

    fn wanted(self) -> Result<Event, &'static str> {
        let text = |field: Field| untrack(|| self.session.text(&field));
        Ok(match self.of.get_untracked() {
            Amendable::Note(question) => Event::WroteNote { text: text(Field::Note(question.clone())), question },
            Amendable::Explanation(competency) => {
                Event::ExplainedRating { text: text(Field::Explained(competency.clone())), competency }
            }
            Amendable::Mark(criterion) => Event::MarkedCriterion { criterion, mark: self.mark.get_untracked() },
            Amendable::Rating(competency) => {
                let rating = match self.rating.get_untracked().ok_or("Choose the rating.")? {
                    Rating::NotAssessed { .. } => {
                        Rating::NotAssessed { reason: text(Field::NotAssessed(competency.clone())) }
                    }
                    rating => rating,
                };
                Event::RatedCompetency { competency, rating }
            }
            Amendable::Recommendation => {
                let recommendation = self.word.get_untracked().ok_or("Choose one of the four words.")?;
                Event::Recommended(Recommended { recommendation, reason: text(Field::Reason) })
            }
        })
    }

    /// Lets go of what was typed for it.
    pub fn drop_typed(self) {
        let field = match self.of.get_untracked() {
            Amendable::Note(question) => Some(Field::Note(question)),
            Amendable::Explanation(competency) => Some(Field::Explained(competency)),
            Amendable::Rating(competency) => Some(Field::NotAssessed(competency)),
            Amendable::Recommendation => Some(Field::Reason),
            Amendable::Mark(_) => None,
        };
        for field in field.into_iter().chain([Field::Form(FormField::Amendment)]) {
            let recorded = self.session.assessment().with_untracked(|assessment| field.recorded(assessment).to_owned());
            self.session.type_text(field, recorded);
        }
        self.session.settle();
    }
}

/// The control for what is amended.
#[component]
pub fn NewValue(amending: Amending) -> impl IntoView {
    move || match amending.of.get() {
        Amendable::Note(question) => {
            view! { <Text amending field=Field::Note(question) label="The note from now on" /> }.into_any()
        }
        Amendable::Explanation(competency) => {
            view! { <Line amending field=Field::Explained(competency) label="Why, from now on" /> }.into_any()
        }
        Amendable::Mark(criterion) => view! { <NewMark amending criterion /> }.into_any(),
        Amendable::Rating(competency) => view! { <NewRating amending competency /> }.into_any(),
        Amendable::Recommendation => view! { <NewWord amending /> }.into_any(),
    }
}

#[component]
fn Text(amending: Amending, field: Field, label: &'static str) -> impl IntoView {
    let shown = field.clone();
    let typed = move |event| amending.session.type_text(field.clone(), event_target_value(&event));
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <textarea
                class="field__input amend__text"
                rows="6"
                dir="auto"
                prop:value=move || amending.session.text(&shown)
                on:input=typed
            ></textarea>
        </label>
    }
}

#[component]
fn Line(amending: Amending, field: Field, label: &'static str) -> impl IntoView {
    let shown = field.clone();
    let value = Signal::derive(move || amending.session.text(&shown));
    let on_text = Callback::new(move |text| amending.session.type_text(field.clone(), text));
    view! { <TextField id="amend-line" label value on_text /> }
}

#[component]
fn NewMark(amending: Amending, criterion: CriterionId) -> impl IntoView {
    let found = amending.session.assessment().with_untracked(|assessment| {
        let framework = &assessment.basis.framework;
        let place = Places::of(framework).get(&criterion).map(|place| place.criterion.clone());
        place.map(|criterion| (criterion, framework.purpose))
    });
    let on_mark = Callback::new(move |mark| amending.mark.set(mark));
    found.map(|(criterion, purpose)| view! { <MarkRow criterion place=None purpose mark=amending.mark on_mark /> })
}

#[component]
fn NewRating(amending: Amending, competency: CompetencyId) -> impl IntoView {
    let session = amending.session;
    let steps = session.assessment().with_untracked(|assessment| anchors(assessment, &competency));
    let others = steps.into_iter().map(|step| (step.name, Rating::At { level: step.level }));
    let lowest = ("Below the first step".to_owned(), Rating::Below);
    let not_assessed = ("Not assessed".to_owned(), Rating::NotAssessed { reason: String::new() });
    let choices: Vec<_> = std::iter::once(lowest)
        .chain(others)
        .chain([not_assessed])
        .map(|(name, value)| {
            let shown = value.clone();
            let checked = Signal::derive(move || amending.rating.get().as_ref() == Some(&shown));
            let on_choice = Callback::new(move |()| amending.rating.set(Some(value.clone())));
            view! { <Choice group="amend-rating" name checked on_choice /> }
        })
        .collect();
    let asks = Memo::new(move |_| matches!(amending.rating.get(), Some(Rating::NotAssessed { .. })));
    let why = move || {
        let field = Field::NotAssessed(competency.clone());
        asks.get().then(|| view! { <Line amending field label="Not assessed, because" /> })
    };
    view! {
        <fieldset class="amend__choices">
            <legend>"The rating from now on"</legend>
            {choices}
        </fieldset>
        {why}
    }
}

#[component]
fn NewWord(amending: Amending) -> impl IntoView {
    let choices: Vec<_> = Recommendation::ALL
        .into_iter()
        .map(|word| {
            let checked = Signal::derive(move || amending.word.get() == Some(word));
            let on_choice = Callback::new(move |()| amending.word.set(Some(word)));
            view! { <Choice group="amend-word" name=word.name().to_owned() checked on_choice /> }
        })
        .collect();
    view! {
        <fieldset class="amend__choices">
            <legend>"The recommendation from now on"</legend>
            {choices}
        </fieldset>
        <Text amending field=Field::Reason label="Its reason from now on" />
    }
}

#[component]
fn Choice(group: &'static str, name: String, checked: Signal<bool>, on_choice: Callback<()>) -> impl IntoView {
    view! {
        <label class="rating__choice">
            <input type="radio" name=group prop:checked=checked on:change=move |_| on_choice.run(()) />
            <span dir="auto">{name}</span>
        </label>
    }
}

/// A rating without its reason.
fn bare(rating: Rating) -> Rating {
    match rating {
        Rating::NotAssessed { .. } => Rating::NotAssessed { reason: String::new() },
        rating => rating,
    }
}
