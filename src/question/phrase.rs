//! The words of a question that is made from a criterion: the form of the statement is recognised, and a frame chosen that
//! fits it. What is not recognised for certain is quoted. English alone is recognised; the judging is left to people,
//! so that no strong or weak answer is ever made up.

mod clause;
mod form;
mod frame;
mod knowledge;
mod lexicon;
mod person;
mod probe;
mod state;
mod statement;
mod verb;
mod word;

use crate::framework::{Criterion, Kind, Purpose};

pub use form::Form;

/// The words of a made question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrased {
    /// What its statement was recognised as.
    pub form: Form,
    pub text: String,
    pub kind: Kind,
    pub probes: Vec<String>,
}

/// Whether statements of that language are phrased: English, and what says nothing of its language.
pub fn is_phrased(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    matches!(primary.as_str(), "en" | "eng" | "und" | "")
}

/// Phrases the question for a criterion. The turn tells which of several fitting frames is taken.
pub fn phrase(criterion: &Criterion, purpose: Purpose, language: &str, turn: usize) -> Phrased {
    let unit = purpose == Purpose::Unit;
    let statement = statement::Statement::of(&criterion.text).filter(|_| is_phrased(language));
    let recognised = statement.as_ref().and_then(|statement| form::recognise(&statement.said));
    let (form, text, kind) = match &recognised {
        Some((form, ask)) => {
            let (text, kind) = frame::put(ask, unit, turn);
            (*form, text, kind)
        }
        None => (Form::Unrecognised, frame::quoted(&criterion.text, unit, turn), Kind::Behavioural),
    };
    let ask = recognised.as_ref().map(|(_, ask)| ask);
    let said = statement.as_ref().map_or("", |statement| statement.said.as_str());
    let aside = statement.as_ref().and_then(|statement| statement.aside.as_deref()).filter(|_| ask.is_some());
    let probes = probe::probes(&probe::Source { criterion, said, ask, aside, kind, unit }, turn);
    Phrased { form, text, kind, probes }
}
