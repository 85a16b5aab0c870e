//! Which line of a document each criterion came from, found again by its words: for a review that shows the two beside
//! each other. It is a finding, no proof: what stands nowhere word for word has no line.

use std::collections::{HashMap, VecDeque};

use crate::framework::Framework;

/// So many letters and digits of a criterion are looked for first; the rest is compared behind them.
const KEY: usize = 24;

/// The line of each criterion, from 1, in the order of [`Framework::criteria`]; 0 for one whose words stand in no line.
/// Of several that say the same, the first line is the first one's.
pub fn lines_of_criteria(text: &str, framework: &Framework) -> Vec<u32> {
    let texts: Vec<Vec<char>> = framework.criteria().map(|(_, _, criterion)| plain(&criterion.text).0).collect();
    let mut waiting: HashMap<&[char], VecDeque<usize>> = HashMap::new();
    for (index, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        waiting.entry(&text[..text.len().min(KEY)]).or_default().push_back(index);
    }
    // Criteria that are shorter than a key are looked for by all that they are.
    let mut lengths: Vec<usize> = waiting.keys().map(|key| key.len()).collect();
    lengths.sort_unstable();
    lengths.dedup();
    let mut lines = vec![0; texts.len()];
    for (number, line) in (1..).zip(text.split('\n')) {
        if waiting.is_empty() {
            break;
        }
        let (letters, begins) = plain(line);
        for begin in begins {
            for length in &lengths {
                let Some(key) = letters.get(begin..begin + length) else { break };
                let Some(queue) = waiting.get_mut(key) else { continue };
                let rest = &letters[begin..];
                if let Some(at) = queue.iter().position(|index| stands(rest, &texts[*index]))
                    && let Some(index) = queue.remove(at)
                {
                    lines[index] = number;
                }
                if queue.is_empty() {
                    waiting.remove(key);
                }
            }
        }
    }
    lines
}

/// Whether a criterion stands there, as far as the line goes: it may go on in the next one.
fn stands(line: &[char], criterion: &[char]) -> bool {
    line.iter().zip(criterion).all(|(a, b)| a == b)
}

/// Letters and digits in lower case, and where words begin among them.
fn plain(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut letters, mut begins) = (Vec::new(), Vec::new());
    let mut within = false;
    for character in text.chars() {
        let belongs = character.is_alphanumeric();
        if belongs && !within {
            begins.push(letters.len());
        }
        if belongs {
            letters.extend(character.to_lowercase());
        }
        // A letter of a script that is written without spaces may begin what is looked for.
        within = belongs && character.is_ascii();
    }
    (letters, begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    #[track_caller]
    fn check(document: &str, expected: &[u32]) {
        let came = import(document.as_bytes(), Options::default());
        let framework = came.framework.unwrap_or_else(|| panic!("{:?}", came.notices));
        assert_eq!(lines_of_criteria(&came.text, &framework), expected);
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
}
