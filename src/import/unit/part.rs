//! What each passage of a unit is: an outcome's title, a criterion, or something else. A number at the beginning of a
//! line makes an outcome only where criteria of that number follow, since guidance has numbered lists too.

use std::collections::BTreeSet;

use super::code::{CriterionCode, OutcomeCode};
use super::label::Label;
use crate::import::passage::{Mark, Passage};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Outcome {
        number: Option<u32>,
        title: &'a str,
        /// Whether a criterion with its number follows.
        has_codes: bool,
    },
    Criterion(CriterionCode<'a>),
    Other,
}

/// Joins a code that stands alone with the text that follows it in the next cell or on the next line.
pub fn joined(passages: Vec<Passage<'_>>) -> Vec<Passage<'_>> {
    let mut joined: Vec<Passage> = Vec::with_capacity(passages.len());
    for passage in passages {
        match joined.last_mut().filter(|last| is_waiting(last, &passage)) {
            Some(last) => last.absorb(&passage),
            None => joined.push(passage),
        }
    }
    joined
}

/// Whether the last passage is a code that waits for this text.
fn is_waiting(last: &Passage, passage: &Passage) -> bool {
    let text = &passage.text;
    let is_text = passage.mark == Mark::Plain
        && text.contains(char::is_alphabetic)
        && CriterionCode::of(text).is_none()
        && Label::of(text).is_none();
    let is_title = is_text && OutcomeCode::of(text).is_none();
    let on_line = last.shares_its_line_with(passage);
    let is_near = on_line || last.is_close_above(passage);
    if last.mark == Mark::Item || last.text.len() > 40 {
        return false;
    }
    if let Some(code) = CriterionCode::of(&last.text) {
        return code.rest.is_empty() && is_text && is_near;
    }
    let code = OutcomeCode::of(&last.text).filter(|code| code.rest.is_empty());
    code.is_some_and(|code| is_title && if code.is_named { is_near } else { on_line })
}

/// What the passages are.
pub fn parts<'a>(passages: &'a [Passage<'a>]) -> Vec<Part<'a>> {
    let codes: Vec<_> = passages.iter().map(criterion).collect();
    let opening = opening(&codes);
    // The outcome that the next criterion opens, unless its title was met.
    let mut awaited = None;
    // The outcome of the next criterion.
    let mut next = None;
    let mut parts = Vec::with_capacity(passages.len());
    for ((passage, code), opens) in passages.iter().zip(codes).zip(opening).rev() {
        if let Some(code) = code {
            next = Some(code.outcome);
            awaited = opens.then_some(code.outcome);
            parts.push(Part::Criterion(code));
            continue;
        }
        let part = outcome(passage, awaited, next);
        if let Part::Outcome { .. } = part {
            (awaited, next) = (None, None);
        }
        parts.push(part);
    }
    parts.reverse();
    without_overview(&mut parts);
    parts
}

/// An outcome that stands once without criteria and once with them is listed the first time only.
fn without_overview(parts: &mut [Part]) {
    let coded = |part: &Part| match part {
        Part::Outcome { number, has_codes: true, .. } => *number,
        _ => None,
    };
    let coded: BTreeSet<u32> = parts.iter().filter_map(coded).collect();
    for part in parts {
        if let Part::Outcome { number: Some(number), has_codes: false, .. } = part
            && coded.contains(number)
        {
            *part = Part::Other;
        }
    }
}

fn criterion<'a>(passage: &'a Passage) -> Option<CriterionCode<'a>> {
    CriterionCode::of(&passage.text).filter(|code| !code.rest.is_empty())
}

/// Which criteria are the first of their outcome.
fn opening(codes: &[Option<CriterionCode>]) -> Vec<bool> {
    let mut last = None;
    let opens = |code: &Option<CriterionCode>| match code {
        Some(code) => last.replace(code.outcome) != Some(code.outcome),
        None => false,
    };
    codes.iter().map(opens).collect()
}

fn outcome<'a>(passage: &'a Passage, awaited: Option<u32>, next: Option<u32>) -> Part<'a> {
    let code = OutcomeCode::of(&passage.text).filter(|_| passage.mark != Mark::Item);
    match code {
        Some(code) if code.is_named => {
            let has_codes = next.is_some() && (code.number.is_none() || code.number == next);
            Part::Outcome { number: code.number.or(next), title: code.rest, has_codes }
        }
        Some(code) if awaited.is_some() && code.number == awaited && !code.rest.is_empty() => {
            Part::Outcome { number: code.number, title: code.rest, has_codes: true }
        }
        // A Markdown heading directly above the first criterion needs no number.
        None if awaited.is_some() && matches!(passage.mark, Mark::Heading(_)) && Label::of(&passage.text).is_none() => {
            Part::Outcome { number: awaited, title: &passage.text, has_codes: true }
        }
        _ => Part::Other,
    }
}
