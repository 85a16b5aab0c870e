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
use crate::app::importer::{Answer, Came, Importer};
use crate::app::intake::{self, Document, Intake};
use crate::import::{Options, Stage};

use choose::Choose;
use reading::Reading;
use review::ReviewView;

/// The screen of [`Route::Import`](crate::app::route::Route::Import).
#[component]
pub fn ImportPage() -> impl IntoView {
    let desk = ImportDesk::new();
    intake::follow(move |intake| desk.take(intake));
    let content = move || match desk.step.get() {
        Step::Choosing(failure) => {
            view! { {failure.map(|error| view! { <Failure error /> })} <Choose desk /> }.into_any()
        }
        Step::Reading { name, stage } => view! { <Reading desk name stage /> }.into_any(),
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
    Reading {
        name: String,
        /// How far it is; nothing while the importer itself is on its way.
        stage: RwSignal<Option<Stage>>,
    },
    Review(Arc<Came>),
}

/// The document in hand. A handle.
#[derive(Clone, Copy)]
struct ImportDesk {
    step: RwSignal<Step>,
    document: StoredValue<Option<Document>, LocalStorage>,
    /// What was chosen on review.
    options: StoredValue<Options>,
    /// The one at work.
    importer: StoredValue<Option<Importer>, LocalStorage>,
}

impl ImportDesk {
    fn new() -> Self {
        Self {
            step: RwSignal::new(Step::Choosing(None)),
            document: StoredValue::new_local(None),
            options: StoredValue::new(Options::default()),
            importer: StoredValue::new_local(None),
        }
    }

    /// Takes what was chosen, dropped or pasted.
    fn take(self, intake: Intake) {
        match intake {
            Intake::Many(number) => self.fail(format!("{number} files came at once. Bring one document at a time.")),
            Intake::Text(text) => self.read(Document::of_text(&text), Options::default()),
            Intake::File(file) => spawn_local(async move {
                match Document::of_file(&file).await {
                    Ok(document) => self.read(document, Options::default()),
                    Err(error) => self.fail(error),
                }
            }),
        }
    }

    /// Reads the document, in place of what was read before.
    fn read(self, document: Document, options: Options) {
        let stage = RwSignal::new(None);
        let bytes = document.bytes.clone();
        let reading = Step::Reading { name: document.name.clone(), stage };
        // The screen may be gone by now.
        if self.step.try_set(reading).is_some() {
            return;
        }
        self.document.set_value(Some(document));
        self.options.set_value(options);
        let importer = Importer::start(bytes, options, move |answer| match answer {
            Answer::Stage(now) => drop(stage.try_set(Some(now))),
            Answer::Came(came) => {
                if self.step.try_set(Step::Review(Arc::new(*came))).is_none() {
                    focus::heading_soon();
                }
            }
            Answer::Failed(error) => self.fail(error),
        });
        self.importer.set_value(Some(importer));
    }

    /// Reads the same document again, in another way.
    fn read_again(self, options: Options) {
        if let Some(document) = self.document.get_value() {
            self.read(document, options);
        }
    }

    /// Lets go of the document, and of what is being read.
    fn put_back(self) {
        self.importer.set_value(None);
        self.document.set_value(None);
        self.step.set(Step::Choosing(None));
        focus::heading_soon();
    }

    /// Lets go of the document, since it is kept.
    fn let_go(self) {
        self.document.set_value(None);
    }

    fn fail(self, error: String) {
        // The screen may be gone by now.
        self.step.try_set(Step::Choosing(Some(error)));
    }

    fn name(self) -> String {
        self.document.with_value(|document| document.as_ref().map(|document| document.name.clone())).unwrap_or_default()
    }
}
