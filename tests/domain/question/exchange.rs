//! Questions as files, out and in again. With `TOUCHSTONE_GOLDEN=write` in the environment the files below
//! `tests/golden/questions` are written anew; look at what changed before it is kept.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use touchstone::framework::{CompetencyId, Question, QuestionId};
use touchstone::question::{Arrived, Own, Written, read_questions, to_csv, to_json};

use super::own::{own, written};
use crate::fixture::*;

fn all(own: &[Own]) -> impl Iterator<Item = (Option<&CompetencyId>, &Question)> {
    own.iter().map(|own| (Some(&own.competency), &own.question))
}

fn as_json(own: &[Own]) -> String {
    format!("{:#}\n", to_json(&library_desk().id, all(own)))
}

fn some() -> Vec<Own> {
    let formula = Written {
        text: "=1+1 is what a visitor wrote on a slip. What do you say?".to_owned(),
        probes: vec!["- and then?".to_owned(), "What, \"exactly\", comes next?".to_owned()],
        strong: "+ asks back; ' marks".to_owned(),
        weak: "'=guesses".to_owned(),
        criteria: vec!["lending.1".to_owned(), "lending.2".to_owned()],
        tags: vec!["@desk".to_owned(), "slips".to_owned()],
        ..written()
    };
    vec![written().checked(&library_desk()).unwrap(), formula.checked(&library_desk()).unwrap()]
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/questions").join(name)
}

#[track_caller]
fn check_golden(name: &str, found: &str) {
    let file = place(name);
    if std::env::var("TOUCHSTONE_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::write(&file, found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), found, "{name}");
}

/// Everything that is said of a file, with what was taken.
fn told(arrived: &Arrived) -> String {
    let texts = |own: &[Own]| own.iter().map(|own| own.question.text.clone()).collect::<Vec<_>>().join(" | ");
    let refused = arrived.refused.iter().map(|remark| format!("refused: {remark}\n"));
    let notes = arrived.notes.iter().map(|remark| format!("note: {remark}\n"));
    format!(
        "new: {}\nchanged: {}\nknown: {}\n{}",
        texts(&arrived.new),
        texts(&arrived.changed),
        arrived.known,
        refused.chain(notes).collect::<String>()
    )
}

#[test]
fn files_are_written_as_they_stand_here() {
    check_golden("own.csv", &to_csv(all(&some())));
    check_golden("own.json", &as_json(&some()));
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_place() {
    for name in ["faulty.csv", "excel.csv", "open.csv", "headless.csv", "faulty.json", "broken.json", "framework.json"]
    {
        let text = std::fs::read_to_string(place(name)).unwrap();
        check_golden(&format!("{name}.told"), &told(&read_questions(&text, &library_desk(), &[])));
    }
}

#[test]
fn both_formats_read_back_as_they_were_written() {
    let some = some();
    for text in [to_csv(all(&some)), as_json(&some)] {
        let arrived = read_questions(&text, &library_desk(), &[]);
        assert_eq!(arrived, Arrived { new: some.clone(), ..Arrived::default() });
        let again = read_questions(&text, &library_desk(), &some);
        assert_eq!(again, Arrived { known: 2, ..Arrived::default() });
    }
}

#[test]
fn a_spreadsheet_runs_no_cell() {
    let csv = to_csv(all(&some()));
    for cell in ["'=1+1 is what", "\"'- and then?", "\"'+ asks back", "''=guesses", "\"'@desk; slips\""] {
        assert!(csv.contains(cell), "{cell} in {csv}");
    }
}

#[test]
fn a_question_is_known_by_its_id_or_by_what_it_asks() {
    let here = vec![own("One?"), own("Two?")];
    let mut edited = own("One?");
    edited.question.minutes = 9;
    let anew = Written { id: String::new(), ..Written::of(Some(&edited.competency), &edited.question) };
    let anew = anew.checked(&library_desk()).unwrap();
    assert_eq!(anew, edited, "the id comes of the text");
    let arrived = read_questions(&to_csv(all(std::slice::from_ref(&edited))), &library_desk(), &here);
    assert_eq!(arrived, Arrived { changed: vec![edited], ..Arrived::default() });

    // One whose text was edited keeps its id, so its old text is another question.
    let mut reworded = own("One?");
    reworded.question.text = "One more?".to_owned();
    let csv =
        "question,kind,competency,criteria\nOne?,behavioural,lending,lending.2\nOne more?,behavioural,,lending.2\n";
    let arrived = read_questions(csv, &library_desk(), std::slice::from_ref(&reworded));
    assert_eq!(
        arrived.new.iter().map(|own| own.id().clone()).collect::<Vec<_>>(),
        [QuestionId::new(format!("{}-2", reworded.id()))]
    );
    assert_eq!(arrived.changed.iter().map(Own::id).collect::<Vec<_>>(), [reworded.id()]);
}

#[test]
fn the_frameworks_own_questions_are_no_news_until_they_are_changed() {
    let framework = library_desk();
    let csv = to_csv(framework.served().into_iter().map(|(competency, asked)| (Some(&competency.id), asked)));
    let arrived = read_questions(&csv, &framework, &[]);
    // One aims at nothing, which no own question may.
    assert_eq!((arrived.known, arrived.new.len(), arrived.refused.len()), (8, 0, 1), "{arrived:?}");
    let changed = read_questions(&csv.replace("Walk me through a loan.", "Walk me through a return."), &framework, &[]);
    let new: Vec<_> = changed.new.iter().map(|own| own.question.text.as_str()).collect();
    assert_eq!((new, changed.known), (vec!["Walk me through a return."], 7));
    assert!(changed.new[0].id().as_str().starts_with("own."));
}

#[test]
fn the_same_question_twice_is_refused_the_second_time() {
    let csv = "question;kind;criteria\n\nOne?;knowledge;lending.1\nOne?;knowledge;lending.1\n";
    let arrived = read_questions(csv, &library_desk(), &[]);
    assert_eq!(arrived.new.len(), 1);
    let refused: Vec<_> = arrived.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        ["Line 4, column “question”: the same question stands at line 3 already. Take one of the two out."]
    );
}

fn any_own() -> impl Strategy<Value = Own> {
    let word = "[=+@'\"A-Za-zäß，＝0-9;|,\\-\\.\\?]{1,8}";
    let text = prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "));
    let tag = "[=+@'\"A-Za-z\\-]{1,8}";
    let parts = (text.clone(), prop::collection::vec(text.clone(), 0..4), text, prop::collection::vec(tag, 0..4));
    (parts, 1..61_u32, 1..3_usize).prop_map(|((text, probes, strong, tags), minutes, aims)| {
        let criteria = ["lending.1", "lending.2"].into_iter().take(aims).map(str::to_owned).collect();
        let minutes = minutes.to_string();
        Written { text, probes, strong, tags, minutes, criteria, ..written() }.checked(&library_desk()).unwrap()
    })
}

proptest! {
    #[test]
    fn whatever_an_own_question_says_comes_back(own in prop::collection::btree_map(".{3}", any_own(), 0..6)) {
        let mut own: Vec<_> = own.into_values().collect();
        own.sort_by(|a, b| a.id().cmp(b.id()));
        own.dedup_by(|a, b| a.id() == b.id());
        for text in [to_csv(all(&own)), as_json(&own)] {
            let arrived = read_questions(&text, &library_desk(), &[]);
            if own.is_empty() {
                prop_assert_eq!(arrived.refused.len(), 1);
            } else {
                prop_assert_eq!(arrived, Arrived { new: own.clone(), ..Arrived::default() });
            }
        }
    }

    #[test]
    fn no_file_is_too_strange_to_be_read(text in "(question|kind|criteria|[,;\t|\"'\n\r =x{}:\\[\\]]|\\PC){0,80}") {
        let arrived = read_questions(&text, &library_desk(), &[]);
        prop_assert!(!arrived.refused.is_empty() || arrived.known + arrived.new.len() > 0);
    }
}
