//! The review: what was recognised beside the lines that it came from, what is to be known of the document, and what can
//! be put right before it is kept.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::level_list::LevelList;
use crate::app::component::make_questions::MakeQuestions;
use crate::app::focus;
use crate::app::worker::Came;
use crate::framework::wording::count;
use crate::framework::{Edit, Framework};
use crate::import::Severity;

use super::ImportDesk;
use super::aims::Aims;
use super::document::{DocumentView, Lines};
use super::keep::Keep;
use super::notices::Notices;
use super::recognised::Recognised;
use super::settings::{Settings, told};

/// A recognised framework with what was changed on review. A handle.
#[derive(Clone, Copy)]
pub struct Review {
    desk: ImportDesk,
    framework: RwSignal<Arc<Framework>>,
    /// The line of the document that was asked for last, from 0.
    line: RwSignal<Option<usize>>,
    /// The criterion that was asked for last, counted through the framework.
    row: RwSignal<Option<usize>>,
    /// Why the last change could not be made, and in which part of the review.
    said: RwSignal<Option<(Part, String)>>,
}

/// Where changes are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Levels,
    Aims,
}

impl Review {
    fn new(desk: ImportDesk, framework: &Framework) -> Self {
        Self {
            desk,
            framework: RwSignal::new(Arc::new(desk.changed(framework))),
            line: RwSignal::new(None),
            row: RwSignal::new(None),
            said: RwSignal::new(None),
        }
    }

    /// The framework as it would be kept.
    pub fn framework(self) -> RwSignal<Arc<Framework>> {
        self.framework
    }

    /// The line that was asked for last.
    pub fn line(self) -> RwSignal<Option<usize>> {
        self.line
    }

    /// The criterion that was asked for last, of all.
    pub fn row(self) -> RwSignal<Option<usize>> {
        self.row
    }

    /// Why the last change could not be made, if it was in this part.
    pub fn said(self, part: Part) -> Signal<String> {
        Signal::derive(move || self.said.get().filter(|(at, _)| *at == part).map_or_else(String::new, |(_, why)| why))
    }

    /// Makes a change, or says why it cannot be made.
    pub fn edit(self, part: Part, edit: &Edit) {
        match self.framework.with_untracked(|framework| framework.edited(edit)) {
            Ok(framework) => {
                self.said.set(None);
                self.desk.remember(edit.clone());
                self.framework.set(Arc::new(framework));
            }
            Err(error) => self.said.set(Some((part, error.to_string()))),
        }
    }
}

/// What came of the document.
#[component]
pub fn ReviewView(desk: ImportDesk, came: Arc<Came>) -> impl IntoView {
    let (format, orientation) = (came.told.format, came.told.orientation);
    let lines = Arc::new(Lines::of(&came));
    let review = came.framework.as_ref().map(|framework| Review::new(desk, framework));
    let line = review.map_or_else(|| RwSignal::new(None), |review| review.line);
    let row = review.map_or_else(|| RwSignal::new(None), |review| review.row);
    let back = move |_| desk.put_back();
    let content = review.map(|review| {
        let known = Arc::clone(&came);
        let levels = Callback::new(move |edit: Edit| review.edit(Part::Levels, &edit));
        let made = Callback::new(move |made| {
            review.framework.set(Arc::new(made));
            focus::soon(vec!["recognised-title".to_owned()]);
        });
        view! {
            <Keep desk review document=came.told.document.clone() />
            <LevelList framework=review.framework edit=levels wrong=review.said(Part::Levels) />
            <Aims review />
            <MakeQuestions framework=review.framework take=made />
            <div class="review__beside">
                <Recognised review came=known lines=Arc::clone(&lines) />
                <DocumentView lines=Arc::clone(&lines) line row />
            </div>
        }
        .into_any()
    });
    let alone = review.is_none().then(|| view! { <DocumentView lines=Arc::clone(&lines) line row /> });
    view! {
        <p class="review__name" role="status">
            <strong>{desk.name()}</strong> ". " {told(&came.told)} " "
            {came.framework.as_ref().map(|framework| [&framework.size(), "."].concat())}
        </p>
        {review.is_none().then(|| view! { <p>"No framework came of it. The notes below say why."</p> })}
        <Settings desk format orientation />
        <Notices came=Arc::clone(&came) line />
        {content}
        {alone}
        <p><button type="button" class="button" on:click=back>"Choose another document"</button></p>
    }
}

/// How many notes there are, the gravest first: `1 error, 2 warnings, 3 notes`.
pub fn counted(came: &Came) -> String {
    let number = |severity| came.told.notices.iter().filter(|notice| notice.severity == severity).count();
    let parts = [
        (number(Severity::Error), "error", "errors"),
        (number(Severity::Warning), "warning", "warnings"),
        (number(Severity::Note), "note", "notes"),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| count(number, one, many))
        .collect();
    if parts.is_empty() { "nothing to note".to_owned() } else { parts.join(", ") }
}

/// Brings a line or a row into view and gives it the focus, once it is drawn.
pub fn show(asked: RwSignal<Option<usize>>, index: usize, id: String) {
    asked.set(Some(index));
    focus::in_view(id);
}
