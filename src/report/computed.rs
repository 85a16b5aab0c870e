//! The computed result in words: what it comes to, its weighted figures with their parts, and where the interviewer's
//! recommendation departs from it.

use crate::assessment::result::{self, ComputedResult, departs};
use crate::assessment::{Assessment, Rating, Recommendation};

use super::{Figure, outcome, tally};

/// Everything that is counted against the target, in the order in which it is read.
pub fn figures(assessment: &Assessment) -> Vec<Figure> {
    let result = result::result(assessment);
    let mut figures = tally(&outcome(assessment)).figures();
    figures.push(short(assessment, &result));
    figures.extend(left_out(assessment, &result));
    figures
}

/// The result in one line, such as `1 below, 6 at, 1 above the target; 2 weighted steps short`.
pub fn result_words(assessment: &Assessment) -> String {
    let result = result::result(assessment);
    let [below, at, above] = result.counts();
    let counts = format!("{below} below, {at} at, {above} above the target");
    match result.short {
        Some(short) => format!("{counts}; {}", short_words(short)),
        None => format!("{counts}; {}", no_result(&result)),
    }
}

/// How the recommendation departs from the result, where it does.
pub fn departure_words(assessment: &Assessment) -> Option<String> {
    let recommendation = assessment.recommended()?.recommendation;
    let result = result::result(assessment);
    if !departs(&result, recommendation) {
        return None;
    }
    Some(match recommendation {
        Recommendation::Yes | Recommendation::StrongYes => {
            let short = result.short.map(short_words).unwrap_or_default();
            format!("This departs from the computed result: {short} of the target.")
        }
        Recommendation::No | Recommendation::StrongNo => {
            "This departs from the computed result: nothing is short of the target.".to_owned()
        }
    })
}

fn short_words(short: u32) -> String {
    if short == 1 { "1 weighted step short".to_owned() } else { format!("{short} weighted steps short") }
}

fn no_result(result: &ComputedResult) -> String {
    format!(
        "no result, because more than a quarter of the weight was left out ({} of {})",
        result.left_out, result.weight
    )
}

fn short(assessment: &Assessment, result: &ComputedResult) -> Figure {
    let Some(short) = result.short else {
        return Figure { count: None, name: no_result(result), lines: Vec::new() };
    };
    let below = result.parts.iter().filter_map(|part| {
        let steps = part.distance.filter(|distance| *distance < 0)?.unsigned_abs();
        let noun = if steps == 1 { "step" } else { "steps" };
        let (title, weight) = (title(assessment, part), part.weight.name());
        Some(format!("{title}: {steps} {noun} × {} ({weight}) = {}", part.counts, steps * part.counts))
    });
    let name = if short == 1 { "weighted step short" } else { "weighted steps short" };
    Figure { count: Some(short as usize), name: name.to_owned(), lines: below.collect() }
}

/// What stands for nothing in the result, where something does.
fn left_out(assessment: &Assessment, result: &ComputedResult) -> Option<Figure> {
    let parts = result.parts.iter().filter(|part| part.distance.is_none());
    let line = |part: &result::Part| {
        let why = match assessment.rating(&part.competency) {
            None => "not rated yet",
            Some(Rating::NotAssessed { .. }) => "not assessed",
            Some(Rating::Below | Rating::At { .. }) => "nothing is expected at the target",
        };
        format!("{}: counts {} ({}), {why}", title(assessment, part), part.counts, part.weight.name())
    };
    let lines: Vec<_> = parts.map(line).collect();
    (!lines.is_empty()).then(|| Figure {
        count: Some(result.left_out as usize),
        name: format!("of {} by weight left out", result.weight),
        lines,
    })
}

fn title(assessment: &Assessment, part: &result::Part) -> String {
    let competency = assessment.basis.competency(&part.competency);
    competency.map_or_else(|| part.competency.to_string(), |competency| competency.title.clone())
}
