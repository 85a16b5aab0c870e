//! One criterion: how far it is true of the candidate, and her example in four parts, kept letter by letter.

use leptos::prelude::*;

use crate::app::component::{criterion_list, held};
use crate::app::keys::Action;
use crate::app::session::Session;
use crate::app::told::Told;
use crate::assessment::{Event, ExamplePart, Form, Mark};
use crate::framework::{Criterion, CriterionId};
use crate::record::Field;
use crate::report::{OwnCriterion, criterion_name};

use super::Own;

/// The first field of the example.
pub const FIRST_PART: &str = "example-situation";

/// The criterion in view.
#[component]
pub fn CriterionInView(own: Own, shown: OwnCriterion) -> impl IntoView {
    let OwnCriterion { title, criterion, .. } = shown;
    let id = criterion.id.clone();
    let code = criterion.code.clone().map(|code| view! { <span class="mark-row__code" dir="auto">{code}</span>" " });
    view! {
        <article>
            <p class="question__about" dir="auto">{title}</p>
            <h2 class="question__text" dir="auto">{code} {criterion.text.clone()}</h2>
            <Behind criterion />
            <Marks own id=id.clone() />
            <ExampleFields session=own.session id />
        </article>
    }
    .into_any()
}

/// Its range, examples and guidance, folded.
#[component]
fn Behind(criterion: Criterion) -> impl IntoView {
    criterion_list::named(&criterion).map(|named| {
        view! {
            <details class="own__behind">
                <summary>{named}</summary>
                {criterion_list::behind(&criterion)}
            </details>
        }
    })
}

#[component]
fn Marks(own: Own, id: CriterionId) -> impl IntoView {
    let session = own.session;
    let of = id.clone();
    let mark = Memo::new(move |_| session.assessment().with(|assessment| assessment.mark(&of)));
    let choices: Vec<_> = offered(session)
        .iter()
        .map(|choice| Some(*choice))
        .chain([None])
        .map(|choice| {
            let id = id.clone();
            let choose = move |_| {
                set_mark(session, id.clone(), choice);
            };
            view! {
                <label class="mark-choice" data-mark=choice.map_or("not asked", Mark::name)>
                    <input type="radio" name="own-mark" prop:checked=move || mark.get() == choice on:change=choose />
                    <span aria-hidden="true">{choice.map_or("·", Mark::glyph)}</span>
                    <span>{choice.map_or("open", Mark::name)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="own__marks">
            <legend>"How far is this true of you today?"</legend>
            <div class="mark-row__choices">{choices}</div>
        </fieldset>
    }
}

/// Four fields, of which any may stay empty.
#[component]
fn ExampleFields(session: Session, id: CriterionId) -> impl IntoView {
    let fields: Vec<_> =
        ExamplePart::ALL.map(|part| view! { <Part session id=id.clone() part /> }).into_iter().collect();
    view! {
        <section class="own__example" aria-label="Your example">
            <h3>"Your example"</h3>
            <p class="own__hint">"One thing that really happened is enough, in a few short sentences. Leave out names of others."</p>
            {fields}
        </section>
    }
}

#[component]
fn Part(session: Session, id: CriterionId, part: ExamplePart) -> impl IntoView {
    let field = Field::Example(id, part);
    let shown = field.clone();
    let text = Memo::new(move |_| session.text(&shown));
    let (name, hint) = (format!("example-{}", part.word()), format!("example-{}-hint", part.word()));
    view! {
        <div class="field">
            <label class="field__label" for=name.clone()>{part.name()}</label>
            <textarea
                class="field__input"
                id=name
                rows="2"
                dir="auto"
                aria-describedby=hint.clone()
                prop:value=text
                on:input=move |event| session.type_text(field.clone(), event_target_value(&event))
                on:blur=move |_| session.settle()
            ></textarea>
            <p class="field__hint" id=hint>{part.prompt()}</p>
        </div>
    }
}

/// The keys that mark the criterion in view.
pub fn offer_marks(own: Own) {
    let told = Told::expect();
    let mark = move |choice: Option<Mark>| {
        if let Some(OwnCriterion { criterion, .. }) = own.at(own.current.get_untracked()) {
            // The focus is elsewhere: without words nobody would hear it.
            if set_mark(own.session, criterion.id.clone(), choice) {
                told.tell(format!("{}: {}", criterion_name(&criterion), choice.map_or("open", Mark::name)));
            }
        }
    };
    for choice in offered(own.session) {
        let key = match choice {
            Mark::Met => 'm',
            Mark::Partly => 'p',
            Mark::NotMet | Mark::NotYet => 'o',
            Mark::NoEvidence | Mark::NotApplicable => continue,
        };
        let action = Action::new(key, &format!("Mark it {}", choice.name()), move || mark(Some(*choice)));
        held::offer(own.session, action);
    }
    held::offer(own.session, Action::new('x', "Leave it open", move || mark(None)));
}

/// Whether it stands there now.
fn set_mark(session: Session, criterion: CriterionId, mark: Option<Mark>) -> bool {
    let present = session.assessment().with_untracked(|assessment| assessment.mark(&criterion));
    present == mark || session.record(Event::MarkedCriterion { criterion, mark })
}

fn offered(session: Session) -> &'static [Mark] {
    let purpose = session.assessment().with_untracked(|assessment| assessment.basis.framework.purpose);
    Mark::offered(Form::SelfAssessment, purpose)
}
