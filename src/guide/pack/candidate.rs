//! The candidate's pack: what is assessed, at which level, how long it takes, how to prepare. It never holds probes, nor
//! what a strong or a weak answer sounds like; the questions themselves only where the guide shows them to everybody.

use std::collections::BTreeSet;

use crate::framework::Framework;
use crate::guide::Guide;

use super::{Cover, Topic, advice, asked, chosen, looks_beyond, minutes, topics};

/// A page to print or to send.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidatePack {
    pub cover: Cover,
    /// What the guide says for all its candidates.
    pub questions_shown: bool,
    pub opening: String,
    pub sections: Vec<Section>,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub heading: &'static str,
    pub items: Vec<Item>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Words(String),
    List(Vec<String>),
    Steps(Vec<Step>),
    Topic(Topic),
    /// The questions in the order in which they are asked.
    Questions(Vec<String>),
}

/// One of the four things to have ready about a piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub name: String,
    pub words: String,
}

impl CandidatePack {
    /// The page for every candidate of this guide.
    pub fn of(guide: &Guide, framework: &Framework) -> Self {
        let cover = Cover::of(guide, framework, "Your own questions");
        let sections = [
            Some(time(&cover)),
            Some(assessed(&cover, guide, framework)),
            evidence(guide, framework),
            Some(prepare(&cover)),
            Some(Section { heading: "What to bring", items: vec![Item::List(advice::bring(cover.talk))] }),
            Some(day(&cover, guide)),
            Some(Section { heading: "If you need something", items: vec![Item::Words(advice::adjustment())] }),
            questions(guide, framework),
        ];
        Self {
            questions_shown: guide.questions_shown,
            opening: advice::opening(cover.talk),
            sections: sections.into_iter().flatten().collect(),
            cover,
        }
    }

    /// What stands at its head.
    pub fn title(&self) -> String {
        format!("Your {}", self.cover.talk.name())
    }
}

fn time(cover: &Cover) -> Section {
    let mut items = vec![Item::Words(format!("{} in all.", minutes(cover.minutes)))];
    if cover.parts.len() > 1 {
        items.push(Item::List(cover.parts.iter().map(super::Part::words).collect()));
    }
    Section { heading: "How long it takes", items }
}

fn assessed(cover: &Cover, guide: &Guide, framework: &Framework) -> Section {
    let level = cover.level.as_ref().map(|level| level.name.as_str());
    let words = advice::assessed(cover.talk, level, looks_beyond(guide, framework));
    let topics = topics(guide, framework).into_iter().map(Item::Topic);
    Section { heading: "What is assessed", items: std::iter::once(Item::Words(words)).chain(topics).collect() }
}

/// What the source says beside its criteria, once, however many competencies say it.
fn evidence(guide: &Guide, framework: &Framework) -> Option<Section> {
    let mut said = BTreeSet::new();
    let notes = chosen(guide, framework).flat_map(|competency| &competency.notes);
    let notes: Vec<_> = notes.filter(|note| said.insert(note.as_str())).cloned().collect();
    (!notes.is_empty()).then(|| Section { heading: "Also good to know", items: vec![Item::List(notes)] })
}

fn prepare(cover: &Cover) -> Section {
    let items = vec![
        Item::Words(advice::before(cover.talk)),
        Item::Steps(advice::steps()),
        Item::Words(advice::without_a_case()),
    ];
    Section { heading: "How to prepare", items }
}

fn day(cover: &Cover, guide: &Guide) -> Section {
    let own = guide.script.as_ref().map(|script| script.candidate_minutes).filter(|minutes| *minutes > 0);
    Section { heading: "On the day", items: vec![Item::List(advice::on_the_day(cover.talk, own.map(minutes)))] }
}

fn questions(guide: &Guide, framework: &Framework) -> Option<Section> {
    let asked = asked(guide, framework);
    let lines = asked.iter().map(|(_, question)| format!("{} ({})", question.text, minutes(question.minutes)));
    let lines: Vec<_> = lines.collect();
    (guide.questions_shown && !lines.is_empty()).then(|| Section {
        heading: "The questions",
        items: vec![
            Item::Words("Every candidate gets them beforehand. They are asked in this order.".to_owned()),
            Item::Questions(lines),
        ],
    })
}
