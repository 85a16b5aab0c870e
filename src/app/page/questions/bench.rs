//! The questions that lie on the bench: those of the framework with the own ones, what of them is found, the form that is
//! open, and what was removed a moment ago.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clock;
use crate::app::component::undo::{Offer, Undo};
use crate::app::desk::Desk;
use crate::app::focus;
use crate::app::route::{Address, Route};
use crate::app::saved::SavedState;
use crate::app::shelf::Found;
use crate::framework::wording::count;
use crate::framework::{CompetencyId, Framework, Question, QuestionId};
use crate::question::{Own, Sought, free_question_id};
use crate::record::{RecordError, Removed, Writing};

use super::ADD;
use super::intake::Came;

/// The heading of the form, which takes the focus when it opens.
pub const TITLE: &str = "writing-title";

/// A question of the list.
#[derive(Clone)]
pub struct Listed {
    pub competency: Option<CompetencyId>,
    /// The title of its competency.
    pub title: Option<String>,
    pub question: Question,
}

impl Listed {
    /// The question with its competency, as it goes into a file.
    pub fn of(&self) -> (Option<&CompetencyId>, &Question) {
        (self.competency.as_ref(), &self.question)
    }
}

/// A handle: copies are the same bench.
#[derive(Clone, Copy)]
pub struct Bench {
    desk: Desk,
    saved: SavedState,
    address: Address,
    /// As it was published, without own questions.
    published: StoredValue<Arc<Framework>>,
    own: RwSignal<Vec<Own>>,
    with_own: Memo<Arc<Framework>>,
    found: Memo<Arc<Vec<Listed>>>,
    form: RwSignal<Option<Writing>>,
    /// Whether something was typed into it.
    typed: StoredValue<bool>,
    /// What there is to say of the form, or of what was kept from it.
    said: RwSignal<&'static str>,
    /// The question that was kept last.
    kept: RwSignal<Option<QuestionId>>,
    undo: Undo,
    came: RwSignal<Option<Came>>,
}

impl Bench {
    /// Lays out the questions of a framework. What was being written when the tab was left is open again.
    pub fn new(found: Found) -> Self {
        let (desk, address) = (Desk::expect(), Address::expect());
        let own = RwSignal::new(found.own);
        let framework = Arc::clone(&found.framework);
        let always = |_: Option<&_>, _: Option<&_>| true;
        let with_own = Memo::new_with_compare(move |_| Arc::new(own.with(|own| framework.with_own(own))), always);
        let sought = Memo::new(move |_| sought(&address.get()));
        let listed = Memo::new_with_compare(
            move |_| with_own.with(|framework| sought.with(|sought| Arc::new(listed(framework, sought)))),
            |_, _| true,
        );
        let left = desk.archive().writing(&found.framework.id);
        let (form, came) = match left {
            Ok(writing) => (writing, None),
            Err(error) => (None, Some(Came::Failed(error.to_string()))),
        };
        Self {
            desk,
            saved: SavedState::expect(),
            address,
            published: StoredValue::new(found.framework),
            own,
            with_own,
            found: listed,
            typed: StoredValue::new(form.is_some()),
            form: RwSignal::new(form),
            said: RwSignal::new(""),
            kept: RwSignal::new(None),
            undo: Undo::default(),
            came: RwSignal::new(came),
        }
    }

    /// The framework without own questions.
    pub fn published(self) -> Arc<Framework> {
        self.published.get_value()
    }

    pub fn own(self) -> RwSignal<Vec<Own>> {
        self.own
    }

    /// The questions that the address asks for.
    pub fn found(self) -> Memo<Arc<Vec<Listed>>> {
        self.found
    }

    pub fn undo(self) -> Undo {
        self.undo
    }

    /// What came of the file that was brought last.
    pub fn came(self) -> RwSignal<Option<Came>> {
        self.came
    }

    /// What is looked for; tracked.
    pub fn sought(self) -> Sought {
        sought(&self.address.get())
    }

    /// Looks for something else.
    pub fn seek(self, change: impl FnOnce(&mut Sought)) {
        let mut sought = sought(&self.address.get_untracked());
        change(&mut sought);
        self.said.set("");
        self.address.replace(Route::Questions { id: self.published().id.clone(), sought });
    }

    /// How many are found, of how many.
    pub fn told(self) -> String {
        let found = self.found.with(|found| found.len());
        let all = self.with_own.with(|framework| framework.questions().count());
        let questions = count(all, "question", "questions");
        if found == all { questions } else { format!("{found} of {questions}") }
    }

    /// Why nothing is found.
    pub fn nothing(self) -> &'static str {
        if self.with_own.with(|framework| framework.questions().next().is_none()) {
            "This framework brings no question. Those that you add or import will stand here."
        } else if self.own.with(Vec::is_empty) && self.sought().own {
            "You have no question of your own for this framework yet. Add one, import some, or begin with a copy of one that is here."
        } else {
            "No question fits. Take a word away, or leave one of the choices open."
        }
    }

    /// Where the question stands that was kept last.
    pub fn shown(self) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            let kept = self.kept.get()?;
            self.found.with(|found| found.iter().position(|listed| listed.question.id == kept))
        })
    }

    /// What is being written, if anything.
    pub fn form(self) -> RwSignal<Option<Writing>> {
        self.form
    }

    /// What there is to say of the form, or of what was kept from it.
    pub fn said(self) -> RwSignal<&'static str> {
        self.said
    }

    /// Opens the form, filled with this, unless something stands in it that was typed and not kept.
    pub fn open(self, writing: Writing) {
        if self.typed.get_value() {
            self.said.set("This one is not kept yet. Keep it or close it, then open the other.");
        } else {
            self.said.set("");
            self.form.set(Some(writing));
        }
        focus::soon(vec![TITLE.to_owned()]);
    }

    /// Holds what is being written, so that it is there after a reload.
    pub fn hold(self, writing: &Writing) {
        self.typed.set_value(true);
        // What the journal does not take is still in the form.
        if self.desk.archive().hold_writing(&self.published().id, writing).is_err() {
            leptos::logging::warn!("what is being written cannot be held");
        }
    }

    /// Puts away what is being written.
    pub fn close(self) {
        let edited = self.form.with_untracked(|form| form.as_ref().and_then(|form| form.edits.clone()));
        self.put_away();
        let edited = edited.map(|id| format!("edit-{id}"));
        focus::soon(edited.into_iter().chain([ADD.to_owned()]).collect());
    }

    fn put_away(self) {
        if self.desk.archive().drop_writing(&self.published().id).is_err() {
            leptos::logging::warn!("what was being written cannot be forgotten");
        }
        self.typed.set_value(false);
        self.said.set("");
        self.form.set(None);
    }

    /// Keeps a question: a new one, or other words for the one that is named. `failed` hears why it could not.
    pub fn keep(self, own: Own, edits: Option<QuestionId>, failed: RwSignal<String>) {
        let id = edits.unwrap_or_else(|| {
            self.with_own.with_untracked(|framework| free_question_id(own.id(), |id| framework.question(id).is_some()))
        });
        let own = Own { question: Question { id: id.clone(), ..own.question }, ..own };
        let act = self.saved.act();
        spawn_local(async move {
            let kept = self.write(&[own]).await;
            act.ended(&kept);
            match kept {
                Ok(_) => {
                    self.put_away();
                    self.kept.set(Some(id.clone()));
                    self.read().await;
                    self.show(&id);
                }
                Err(error) => drop(failed.try_set(error.to_string())),
            }
        });
    }

    /// Brings a question that was just kept into view, or says why it is not to be seen.
    fn show(self, id: &QuestionId) {
        if self.shown().get_untracked().is_some() {
            focus::in_view(format!("question-{id}"));
        } else {
            self.said.set("Your question is kept. What is looked for here leaves it out.");
            focus::soon(vec![ADD.to_owned()]);
        }
    }

    /// Keeps questions, and gives what brings back what stood there before.
    ///
    /// # Errors
    /// A row of a later release, or a failure of the storage; nothing was kept.
    pub async fn write(self, all: &[Own]) -> Result<Removed, RecordError> {
        self.desk.archive().keep_own(&self.published().id, all, clock::now()).await
    }

    /// The line that tells what is saved.
    pub fn saved(self) -> SavedState {
        self.saved
    }

    /// Reads the own questions again. What cannot be read stays away; the screen told of it when it was opened.
    pub async fn read(self) {
        match self.desk.archive().own(&self.published().id).await {
            Ok((own, _)) => drop(self.own.try_set(own)),
            Err(error) => drop(self.came.try_set(Some(Came::Failed(error.to_string())))),
        }
    }

    /// Removes an own question, and offers to put it back.
    pub fn remove(self, id: QuestionId) {
        let act = self.saved.act();
        spawn_local(async move {
            let removed = self.desk.archive().remove_own(&self.published().id, &id).await;
            act.ended(&removed);
            if let Ok(rows) = removed {
                if self.form.with_untracked(|form| form.as_ref().is_some_and(|form| form.edits.as_ref() == Some(&id))) {
                    self.put_away();
                }
                self.read().await;
                self.offer(id.to_string(), "The question is removed.".to_owned(), rows, format!("question-{id}"));
            }
        });
    }

    /// Offers to put back what stood there, with the focus on `then` afterwards.
    pub fn offer(self, id: String, words: String, rows: Removed, then: String) {
        let (same, said) = (id.clone(), words.clone());
        let undo = Callback::new(move |()| {
            let (rows, id, words, then) = (rows.clone(), same.clone(), said.clone(), then.clone());
            let act = self.saved.act();
            spawn_local(async move {
                let restored = self.desk.archive().restore(rows.clone()).await;
                act.ended(&restored);
                if restored.is_ok() {
                    self.came.set(None);
                    self.kept.set(Some(QuestionId::new(id)));
                    self.read().await;
                    focus::in_view(then);
                } else {
                    self.offer(id, words, rows, then);
                }
            });
        });
        self.undo.offer(Offer { id, words, undo });
    }
}

fn sought(route: &Route) -> Sought {
    match route {
        Route::Questions { sought, .. } => sought.clone(),
        _ => Sought::default(),
    }
}

fn listed(framework: &Framework, sought: &Sought) -> Vec<Listed> {
    let found = sought.among(framework).into_iter();
    let listed = found.map(|(competency, question)| Listed {
        competency: competency.map(|competency| competency.id.clone()),
        title: competency.map(|competency| competency.title.clone()),
        question: question.clone(),
    });
    listed.collect()
}
