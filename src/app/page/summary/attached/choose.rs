//! The choice of a self-assessment: a file, or one of those that are kept here.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::held;
use crate::app::component::loading::{Failure, Loading};
use crate::app::component::windowed::{Shape, Windowed};
use crate::app::desk::Desk;
use crate::app::file;
use crate::app::focus;
use crate::app::keys::Action;
use crate::app::load::load;
use crate::app::session::Session;
use crate::assessment::{AssessmentId, Attachment, Event, Form};
use crate::record::{Listed, Person, attachment_in, attachment_of, whose};

use super::PART;

/// What came of the last choice.
#[derive(Clone, Copy)]
struct Choice {
    session: Session,
    desk: Desk,
    told: RwSignal<Option<Result<String, String>>>,
}

/// A self-assessment with the name of whose it is, where that is known.
type Found = Result<(Attachment, Option<String>), String>;

impl Choice {
    fn takes(self, found: Found, people: &[Person]) {
        let outcome = found.and_then(|(attachment, name)| {
            if !self.session.record(Event::Attached(attachment)) {
                return Err(self.session.refusal().get_untracked().unwrap_or_default());
            }
            let candidate = self.session.assessment().with_untracked(|interview| interview.started.candidate.clone());
            let whose = whose(name.as_deref(), Person::name(people, &candidate).as_deref());
            Ok(format!("It lies beside your ratings now. {whose}"))
        });
        if outcome.is_ok() {
            focus::soon(vec![PART.to_owned()]);
        }
        self.told.set(Some(outcome));
    }

    async fn in_file(self, file: web_sys::File) -> Found {
        let name = file.name();
        let text = file::text(&file).await.map_err(|error| error.to_string())?;
        let interview = self.session.assessment();
        interview
            .with_untracked(|interview| attachment_in(&text, interview))
            .map_err(|error| format!("{name}, {error}"))
    }

    async fn kept(self, id: AssessmentId) -> Found {
        let opened = self.desk.archive().read(&id, None).await.map_err(|error| error.to_string())?;
        let interview = self.session.assessment();
        let attachment = interview
            .with_untracked(|interview| attachment_of(&id, &opened.assessment, interview))
            .map_err(|error| error.to_string())?;
        Ok((attachment, Person::name(&self.people().await, &opened.assessment.started.candidate)))
    }

    /// A name that cannot be read is told in the list, and nothing that an attachment waits for.
    async fn people(self) -> Vec<Person> {
        self.desk.archive().names().await.map(|(people, _)| people).unwrap_or_default()
    }

    fn run(self, found: impl Future<Output = Found> + 'static) {
        self.told.set(None);
        spawn_local(async move {
            let (found, people) = (found.await, self.people().await);
            // The screen may be gone by now.
            if self.told.try_get_untracked().is_some() {
                self.takes(found, &people);
            }
        });
    }
}

/// What can be laid beside the ratings.
#[component]
pub fn Choose(session: Session) -> impl IntoView {
    let desk = Desk::expect();
    let choice = Choice { session, desk, told: RwSignal::new(None) };
    let field = NodeRef::<html::Input>::new();
    let picked = move |_| {
        if let Some(file) = field.get_untracked().and_then(|field| file::picked(&field).into_iter().next()) {
            choice.run(choice.in_file(file));
        }
    };
    let choose = move || {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    held::offer(session, Action::new('f', "Attach a self-assessment from a file", choose));
    let kept = load(async move {
        let listing = desk.archive().listing().await?;
        let own = |line: &Listed| line.summary.form == Form::SelfAssessment;
        Ok::<_, crate::record::storage::StorageError>(listing.lines.into_iter().filter(own).collect::<Vec<_>>())
    });
    let told = move || match choice.told.get() {
        None => ().into_any(),
        Some(Ok(words)) => view! { <p role="status" dir="auto">{words}</p> }.into_any(),
        Some(Err(error)) => view! { <Failure error /> }.into_any(),
    };
    view! {
        <p>"A self-assessment can be laid beside your ratings. It changes none of them."</p>
        <p>
            <label class="button import">
                "Attach a file"
                <input
                    class="visually-hidden"
                    type="file"
                    accept=".json,application/json"
                    aria-label="Attach a self-assessment from a file"
                    node_ref=field
                    on:change=picked
                />
            </label>
        </p>
        <Loading state=kept let:lines>
            <Kept choice lines />
        </Loading>
        {told}
    }
}

/// Those that are kept in this browser.
#[component]
fn Kept(choice: Choice, lines: Vec<Listed>) -> impl IntoView {
    let count = lines.len();
    let row = move |index: usize| {
        let line = lines.get(index).cloned();
        line.map(|Listed { summary, candidate }| {
            let id = summary.id.clone();
            let attach = move |_| choice.run(choice.kept(id.clone()));
            view! {
                <div class="attached__kept">
                    <span dir="auto">{candidate.clone()} " · " {summary.purpose()} " · " {summary.progress()}</span>
                    <button type="button" class="button" aria-label=format!("Attach: {candidate}") on:click=attach>
                        "Attach"
                    </button>
                </div>
            }
        })
        .into_any()
    };
    (count > 0).then(|| {
        view! {
            <details>
                <summary>"Or one that is kept in this browser: " {count}</summary>
                <Windowed count shape=Shape::ITEMS estimate=60 row />
            </details>
        }
    })
}
