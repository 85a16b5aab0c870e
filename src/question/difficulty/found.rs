//! Finds what stands in the way of a wish, once the questions are chosen.

use crate::framework::{CompetencyId, Framework, Kind, Places};
use crate::question::{Asked, Bank, Weight, Wish};

use super::Difficulty;

/// All of it: of the framework and the level, of what is pinned, of the time, of what must be asked about, of the mix.
pub fn found(framework: &Framework, bank: &Bank<'_>, wish: &Wish, chosen: &[&Asked<'_>]) -> Vec<Difficulty> {
    let mut found = framework_and_level(framework, bank, wish);
    found.extend(pins(bank, wish));
    if found.is_empty() {
        found.extend(time(bank, wish));
    }
    found.extend(musts(framework, bank, wish, chosen));
    found.extend(mix(bank, wish, chosen));
    found
}

fn framework_and_level(framework: &Framework, bank: &Bank<'_>, wish: &Wish) -> Vec<Difficulty> {
    if framework.competencies.is_empty() || framework.levels.is_empty() {
        return vec![Difficulty::EmptyFramework { framework: framework.title.clone() }];
    }
    let Some(rung) = framework.rung_of(&wish.rung) else {
        let known = framework.levels.iter().map(|level| level.id.to_string()).collect();
        return vec![Difficulty::UnknownLevel { level: wish.rung.to_string(), known }];
    };
    let unknown = wish.competencies.iter().filter(|(id, _)| framework.competency(id).is_none());
    let mut found: Vec<_> =
        unknown.map(|(competency, _)| Difficulty::UnknownCompetency { competency: competency.clone() }).collect();
    if wish.competencies.is_empty() {
        found.push(Difficulty::NothingChosen);
    } else if found.len() < wish.competencies.len() {
        let places = Places::of(framework);
        let chosen = framework.competencies.iter().filter(|known| wish.weight(&known.id).is_some());
        let level = rung.name.clone();
        if chosen.flat_map(|known| places.expected(known, &rung.id)).next().is_none() {
            found.push(Difficulty::NothingExpected { level });
        } else if !bank.questions.iter().any(Asked::serves) {
            found.push(Difficulty::NoQuestion { level });
        }
    }
    found
}

fn pins(bank: &Bank<'_>, wish: &Wish) -> Vec<Difficulty> {
    let mut found = Vec::new();
    let mut needed = 0_u32;
    for (place, question) in wish.pinned.iter().enumerate() {
        let question = question.clone();
        match bank.get(&question) {
            // Pinned twice is pinned.
            _ if wish.pinned[..place].contains(&question) => {}
            None => found.push(Difficulty::UnknownPin { question }),
            Some(_) if wish.excluded.contains(&question) => found.push(Difficulty::PinnedAndExcluded { question }),
            Some(asked) => needed = needed.saturating_add(asked.question.minutes),
        }
    }
    if needed > wish.minutes {
        found.push(Difficulty::PinsTooLong { minutes: wish.minutes, needed });
    }
    found
}

fn time(bank: &Bank<'_>, wish: &Wish) -> Option<Difficulty> {
    let shortest = open(bank, wish).min_by_key(|asked| asked.question.minutes)?.question;
    (shortest.minutes > wish.minutes).then(|| Difficulty::TooShort {
        minutes: wish.minutes,
        shortest: shortest.minutes,
        question: shortest.id.clone(),
    })
}

fn musts(framework: &Framework, bank: &Bank<'_>, wish: &Wish, chosen: &[&Asked<'_>]) -> Vec<Difficulty> {
    let (minutes, mut found, mut left_out) = (wish.minutes, Vec::new(), Vec::new());
    let pinned = || chosen.iter().filter(|asked| wish.pinned.contains(&asked.question.id));
    let mut needed = pinned().fold(0_u32, |sum, asked| sum.saturating_add(asked.question.minutes));
    let must = framework.competencies.iter().filter(|known| wish.weight(&known.id) == Some(Weight::Must));
    for known in must {
        let competency = known.title.clone();
        let shortest =
            open(bank, wish).filter(|asked| stands_for(asked, &known.id)).map(|asked| asked.question.minutes);
        match shortest.min() {
            None => {
                let excluded = bank.questions.iter().filter(|asked| stands_for(asked, &known.id)).count();
                found.push(Difficulty::MustWithoutQuestion { competency, excluded });
            }
            Some(shortest) if shortest > minutes => {
                found.push(Difficulty::MustTooLong { competency, minutes, shortest });
            }
            Some(shortest) => {
                if !pinned().any(|asked| stands_for(asked, &known.id)) {
                    needed = needed.saturating_add(shortest);
                }
                if !chosen.iter().any(|asked| stands_for(asked, &known.id)) {
                    left_out.push(competency);
                }
            }
        }
    }
    match needed > minutes {
        _ if left_out.is_empty() => {}
        true => found.push(Difficulty::MustsTooLong { minutes, needed, left_out }),
        false => found.extend(left_out.into_iter().map(|competency| Difficulty::MustAgainstMix { competency })),
    }
    found
}

fn mix(bank: &Bank<'_>, wish: &Wish, chosen: &[&Asked<'_>]) -> Vec<Difficulty> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let bounds = wish.mix.of(kind);
        let name = Difficulty::kind(kind);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let there = count(open(bank, wish).filter(|asked| asked.question.kind == kind).count());
        let of_kind = || chosen.iter().filter(|asked| asked.question.kind == kind);
        let taken = count(of_kind().count());
        let pinned = count(of_kind().filter(|asked| wish.pinned.contains(&asked.question.id)).count());
        let least = bounds.least;
        match bounds.most {
            Some(most) if least > most => found.push(Difficulty::MixContradicts { kind: name, least, most }),
            Some(most) if pinned > most => found.push(Difficulty::PinsAgainstMix { kind: name, most, pinned }),
            _ if taken >= least => {}
            _ if there < least => found.push(Difficulty::MixTooFew { kind: name, least, there }),
            _ => found.push(Difficulty::MixTooLong { kind: name, least, chosen: taken }),
        }
    }
    found
}

/// The questions that are not excluded.
fn open<'a>(bank: &'a Bank<'a>, wish: &'a Wish) -> impl Iterator<Item = &'a Asked<'a>> {
    bank.questions.iter().filter(|asked| !wish.excluded.contains(&asked.question.id))
}

/// Whether a question counts as asking about a competency.
fn stands_for(asked: &Asked<'_>, competency: &CompetencyId) -> bool {
    asked.competency.id == *competency && !asked.question.criteria.is_empty()
}
