//! A document becomes a framework: chosen, dropped or pasted; read by the importer; looked at beside what was recognised
//! in it; and kept. Nothing is kept before that is pressed.

mod aims;
mod choose;
mod document;
mod keep;
mod notices;
mod reading;
mod recognised;
mod review;
mod settings;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::heading::Heading;
use crate::app::component::loading::Failure;
use crate::app::focus;
use crate::app::intake::{self, Document, Intake};
use crate::app::worker::{Answer, Came, Importer};
use crate::framework::{Edit, Framework};
use crate::import::{Options, Stage};

use choose::Choose;
use reading::Reading;
use review::ReviewView;

/// The screen of [`Route::Import`](crate::app::route::Route::Import).
#[component]
pub fn ImportPage() -> impl IntoView {
    let desk = ImportDesk::expect();
    intake::follow(move |intake| desk.take(intake));
    let content = move || match desk.step.get() {
        Step::Choosing(failure) => {
            view! { {failure.map(|error| view! { <Failure error /> })} <Choose desk /> }.into_any()
        }
        Step::Reading(name) => view! { <Reading desk name stage=desk.stage.read_only() /> }.into_any(),
        Step::Review(came) => view! { <ReviewView desk came /> }.into_any(),
    };
    view! {
        <Heading title="Import a document" />
        {content}
    }
}

/// What the screen shows.
#[derive(Clone)]
enum Step {
    /// A document is to be chosen; after one that could not be read, why not.
    Choosing(Option<String>),
    /// The document of this name is being read.
    Reading(String),
    Review(Arc<Came>),
}

/// The document in hand, with what was changed on its review: an app-wide context, so that it is still there when
/// somebody comes back. A handle.
#[derive(Clone, Copy)]
pub struct ImportDesk {
    step: RwSignal<Step>,
    /// How far the reading is; nothing while the importer itself is on its way. It stands here since the form that
    /// began the reading is gone by then, with all that was made in it.
    stage: RwSignal<Option<Stage>>,
    document: StoredValue<Option<Document>, LocalStorage>,
    /// What was chosen on review.
    options: StoredValue<Options>,
    /// The one at work.
    importer: StoredValue<Option<Importer>, LocalStorage>,
    /// What was changed on review, to be changed again when the document is read in another way.
    edits: StoredValue<Vec<Edit>>,
    /// What gets the focus when it is read.
    focus: StoredValue<Option<&'static str>>,
}

impl ImportDesk {
    /// Lays it out for every screen below.
    pub fn provide() {
        provide_context(Self {
            step: RwSignal::new(Step::Choosing(None)),
            stage: RwSignal::new(None),
            document: StoredValue::new_local(None),
            options: StoredValue::new(Options::default()),
            importer: StoredValue::new_local(None),
            edits: StoredValue::new(Vec::new()),
            focus: StoredValue::new(None),
        });
    }

    fn expect() -> Self {
        expect_context()
    }

    /// Takes what was chosen, dropped or pasted.
    fn take(self, intake: Intake) {
        match intake {
            Intake::Many(number) => self.fail(format!("{number} files came at once. Bring one document at a time.")),
            Intake::Text(text) => self.begin(Document::of_text(&text)),
            Intake::File(file) => spawn_local(async move {
                match Document::of_file(&file).await {
                    Ok(document) => self.begin(document),
                    Err(error) => self.fail(error),
                }
            }),
        }
    }

    /// Reads a document of which nothing is known yet.
    fn begin(self, document: Document) {
        self.edits.set_value(Vec::new());
        self.focus.set_value(None);
        self.read(document, Options::default());
    }

    /// Reads the document, in place of what was read before.
    fn read(self, document: Document, options: Options) {
        let bytes = document.bytes.clone();
        self.stage.set(None);
        self.step.set(Step::Reading(document.name.clone()));
        self.document.set_value(Some(document));
        self.options.set_value(options);
        let importer = Importer::start(bytes, options, move |answer| match answer {
            Answer::Stage(now) => self.stage.set(Some(now)),
            Answer::Came(came) => {
                self.step.set(Step::Review(Arc::new(*came)));
                match self.focus.get_value() {
                    Some(field) => focus::soon(vec![field.to_owned()]),
                    None => focus::heading_soon(),
                }
            }
            Answer::Failed(error) => self.fail(error),
        });
        self.importer.set_value(Some(importer));
    }

    /// Reads the same document again, in another way that was chosen in this field.
    fn read_again(self, options: Options, field: &'static str) {
        self.focus.set_value(Some(field));
        if let Some(document) = self.document.get_value() {
            self.read(document, options);
        }
    }

    /// Lets go of the document, and of what is being read.
    fn put_back(self) {
        self.importer.set_value(None);
        self.let_go();
        focus::heading_soon();
    }

    /// Lets go of the document, since it is kept.
    fn let_go(self) {
        self.document.set_value(None);
        self.edits.set_value(Vec::new());
        self.step.set(Step::Choosing(None));
    }

    fn fail(self, error: String) {
        self.step.set(Step::Choosing(Some(error)));
    }

    /// Remembers what was changed on review.
    fn remember(self, edit: Edit) {
        self.edits.update_value(|edits| {
            // A title comes letter by letter.
            if matches!((edits.last(), &edit), (Some(Edit::Title(_)), Edit::Title(_))) {
                edits.pop();
            }
            edits.push(edit);
        });
    }

    /// A framework with all that was changed on review and still can be.
    fn changed(self, framework: &Framework) -> Framework {
        self.edits.with_value(|edits| {
            edits.iter().fold(framework.clone(), |framework, edit| framework.edited(edit).unwrap_or(framework))
        })
    }

    fn name(self) -> String {
        self.document.with_value(|document| document.as_ref().map(|document| document.name.clone())).unwrap_or_default()
    }
}
