//! Which line of a document each piece of a framework came from, found again by its words: for a review that shows the
//! two beside each other. It is a finding, no proof: what stands nowhere word for word has no line.

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Serialize};

use crate::framework::{Competency, Criterion, Framework, Question};

/// So many letters and digits of a piece are looked for first; the rest is compared behind them.
const KEY: usize = 12;

/// Where the pieces of a framework stand in the document that it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The line of each criterion, from 1, in the order of [`Framework::criteria`]; 0 for one whose words stand in no
    /// line.
    pub criteria: Vec<u32>,
    /// The lines, from 1, that became something else.
    pub others: Vec<(u32, Piece)>,
}

/// What a line became, if it is no criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Piece {
    Title,
    Level,
    Competency,
    Question,
    /// A summary, guidance, an example or the like.
    Detail,
}

impl Piece {
    /// The word on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Level => "level",
            Self::Competency => "competency",
            Self::Question => "question",
            Self::Detail => "detail",
        }
    }
}

/// Finds the lines. Of several pieces that say the same, the first line is the first one's.
pub fn trace(text: &str, framework: &Framework) -> Trace {
    let criteria: Vec<&str> = framework.criteria().map(|(_, _, criterion)| criterion.text.as_str()).collect();
    let others = others(framework);
    let all: Vec<&str> = criteria.iter().copied().chain(others.iter().map(|(text, _)| *text)).collect();
    let mut lines = lines_of(text, &all);
    let rest = lines.split_off(criteria.len());
    let others = rest.into_iter().zip(&others).filter(|(line, _)| *line > 0).map(|(line, (_, piece))| (line, *piece));
    Trace { criteria: lines, others: others.collect() }
}

fn others(framework: &Framework) -> Vec<(&str, Piece)> {
    let mut found = vec![(framework.title.as_str(), Piece::Title)];
    found.extend(framework.summary.as_deref().map(|text| (text, Piece::Detail)));
    for level in &framework.levels {
        found.push((&level.name, Piece::Level));
        found.extend(level.summary.as_deref().map(|text| (text, Piece::Detail)));
    }
    for competency in &framework.competencies {
        of_competency(competency, &mut found);
    }
    framework.questions.iter().for_each(|question| of_question(question, &mut found));
    found
}

fn of_competency<'a>(competency: &'a Competency, found: &mut Vec<(&'a str, Piece)>) {
    found.push((&competency.title, Piece::Competency));
    let lists = [&competency.activities, &competency.guidance, &competency.notes, &competency.evidence];
    let details = competency.summary.iter().chain(lists.into_iter().flatten());
    found.extend(details.map(|text| (text.as_str(), Piece::Detail)));
    let criteria = competency.expectations.iter().flat_map(|expectation| &expectation.criteria);
    criteria.for_each(|criterion| of_criterion(criterion, found));
    competency.questions.iter().for_each(|question| of_question(question, found));
}

fn of_criterion<'a>(criterion: &'a Criterion, found: &mut Vec<(&'a str, Piece)>) {
    let ranges = criterion.range.iter().flat_map(|range| range.title.iter().chain(&range.items));
    let details = criterion.examples.iter().chain(&criterion.guidance).chain(ranges);
    found.extend(details.map(|text| (text.as_str(), Piece::Detail)));
}

fn of_question<'a>(question: &'a Question, found: &mut Vec<(&'a str, Piece)>) {
    found.push((&question.text, Piece::Question));
    found.extend(question.probes.iter().map(|text| (text.as_str(), Piece::Detail)));
}

/// The line of each text: one where it stands by itself, or else one where it begins.
fn lines_of(document: &str, texts: &[&str]) -> Vec<u32> {
    let texts: Vec<Vec<char>> = texts.iter().map(|text| Letters::of(text).letters).collect();
    let mut lines = vec![0; texts.len()];
    for whole in [true, false] {
        let mut waiting: HashMap<&[char], VecDeque<usize>> = HashMap::new();
        for (index, text) in texts.iter().enumerate().filter(|(index, text)| lines[*index] == 0 && !text.is_empty()) {
            waiting.entry(&text[..text.len().min(KEY)]).or_default().push_back(index);
        }
        // Texts that are shorter than a key are looked for by all that they are.
        let mut lengths: Vec<usize> = waiting.keys().map(|key| key.len()).collect();
        lengths.sort_unstable();
        lengths.dedup();
        for (number, line) in (1..).zip(document.split('\n')) {
            if waiting.is_empty() {
                break;
            }
            Letters::of(line).claim(whole, &lengths, &texts, &mut waiting, |index| lines[index] = number);
        }
    }
    lines
}

/// A line without all that is no letter and no digit.
struct Letters {
    /// In lower case.
    letters: Vec<char>,
    /// Where words begin among them.
    begins: Vec<usize>,
    /// Behind which of them something other than a blank stands, or the line ends.
    ends: Vec<usize>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut all = Self { letters: Vec::new(), begins: Vec::new(), ends: Vec::new() };
        let mut within = false;
        for character in text.chars() {
            let belongs = character.is_alphanumeric();
            if belongs && !within {
                all.begins.push(all.letters.len());
            }
            if belongs {
                all.letters.extend(character.to_lowercase());
            } else if character != ' ' {
                all.ends.push(all.letters.len());
            }
            // A letter of a script that is written without spaces may begin what is looked for.
            within = belongs && character.is_ascii();
        }
        all.ends.push(all.letters.len());
        all
    }

    /// Gives each text that begins in this line away, once; `whole` only where it ends as the line or a part of it does.
    fn claim<'a>(
        &self,
        whole: bool,
        lengths: &[usize],
        texts: &'a [Vec<char>],
        waiting: &mut HashMap<&'a [char], VecDeque<usize>>,
        mut found: impl FnMut(usize),
    ) {
        for begin in &self.begins {
            let rest = &self.letters[*begin..];
            for length in lengths {
                let Some(key) = rest.get(..*length) else { break };
                let Some(queue) = waiting.get_mut(key) else { continue };
                let stands = |index: &usize| {
                    let text = &texts[*index];
                    // It may go on in the next line.
                    let same = rest.iter().zip(text).all(|(a, b)| a == b);
                    same && (!whole
                        || text.len() > rest.len()
                        || self.ends.binary_search(&(begin + text.len())).is_ok())
                };
                if let Some(at) = queue.iter().position(stands)
                    && let Some(index) = queue.remove(at)
                {
                    found(index);
                }
                if queue.is_empty() {
                    waiting.remove(key);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    fn traced(document: &str) -> Trace {
        let came = import(document.as_bytes(), Options::default());
        let framework = came.framework.unwrap_or_else(|| panic!("{:?}", came.notices));
        trace(&came.text, &framework)
    }

    #[track_caller]
    fn check(document: &str, expected: &[u32]) {
        assert_eq!(traced(document).criteria, expected);
    }

    #[test]
    fn criteria_are_found_in_the_lines_that_they_came_from() {
        check(
            "# Desk\n\n## Level 1\n\n### Care\n- Listens\n- Asks back\n\n## Level 2\n\n### Care\n- Listens\n- Calms\n",
            &[6, 7, 12, 13],
        );
    }

    #[test]
    fn cells_of_one_line_are_found_there() {
        check(
            "Skill\tNovice\tMaster\nCare\tlistens to callers\tcalms callers\nTools\tuses one\tuses all\n",
            &[2, 2, 3, 3],
        );
    }

    #[test]
    fn a_cell_that_goes_on_in_the_next_line_is_found_where_it_begins() {
        check(
            "Skill,Novice,Master\nCare,\"Answers calls from\ncallers abroad\",Calms callers\nTools,Uses one,Uses all\n",
            &[2, 3, 4, 4],
        );
    }

    #[test]
    fn a_text_by_itself_goes_before_one_that_only_begins_so() {
        let lines = lines_of("Sorts work\nSorts\nSorts work later\n", &["Sorts", "Sorts work"]);
        assert_eq!(lines, [2, 1]);
    }

    #[test]
    fn other_lines_are_known_by_what_they_became() {
        let trace = traced("# Desk\n\n## Level 1\n\n### Care\n- Listens\n\n## Level 2\n\n### Care\n- Calms\n");
        assert_eq!(trace.others, [(1, Piece::Title), (3, Piece::Level), (8, Piece::Level), (5, Piece::Competency)]);
    }
}
