//! Questions made from criteria: every criterion of the bundled frameworks and the statements beside the golden file, with
//! what is asked for each. With `TOUCHSTONE_GOLDEN=write` in the environment the file is written anew; read what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use touchstone::framework::{Criterion, Framework, Purpose, Unknown, from_json};
use touchstone::question::{Form, is_made, lacks_questions, phrase, with_made_questions};

use crate::fixture::*;

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn stated(text: &str) -> Criterion {
    Criterion {
        id: criterion("c.1"),
        code: None,
        text: text.to_owned(),
        examples: vec![],
        guidance: vec![],
        range: vec![],
        repeats: None,
        unknown: Unknown::new(),
    }
}

fn bundled() -> Vec<(String, Framework)> {
    let files = std::fs::read_dir(place("public/frameworks")).unwrap().map(|file| file.unwrap().path());
    let named = files.filter_map(|file| {
        let framework = from_json(&std::fs::read_to_string(&file).unwrap()).ok()?;
        Some((file.file_stem()?.to_str()?.to_owned(), framework))
    });
    let mut all: Vec<_> = named.collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

/// The statements by the purpose that stands above them.
fn statements() -> Vec<(Purpose, Vec<String>)> {
    let text = std::fs::read_to_string(place("tests/golden/made/statements.txt")).unwrap();
    let mut all: Vec<(Purpose, Vec<String>)> = vec![];
    for line in text.lines().filter(|line| !line.starts_with("# ")) {
        let heading = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        match heading.and_then(|name| Purpose::ALL.into_iter().find(|purpose| purpose.name() == name)) {
            Some(purpose) => all.push((purpose, vec![])),
            None => all.last_mut().unwrap().1.push(line.to_owned()),
        }
    }
    all
}

fn told(criterion: &Criterion, purpose: Purpose, turn: usize, forms: &mut BTreeMap<Form, usize>) -> String {
    let phrased = phrase(criterion, purpose, "en", turn);
    *forms.entry(phrased.form).or_default() += 1;
    let mut text =
        format!("\n{}\n  {}, {}\n  {}\n", criterion.text, phrased.form.name(), phrased.kind.name(), phrased.text);
    for probe in &phrased.probes {
        writeln!(text, "  - {probe}").unwrap();
    }
    text
}

fn counted(forms: &BTreeMap<Form, usize>) -> String {
    let counts: Vec<_> = forms.iter().map(|(form, count)| format!("{} {count}", form.name())).collect();
    counts.join(", ")
}

#[test]
fn each_statement_gives_the_question_that_was_read() {
    let (mut body, mut forms) = (String::new(), BTreeMap::new());
    for (name, framework) in bundled() {
        writeln!(body, "\n== {name} ({})", framework.purpose.name()).unwrap();
        let criteria = framework.criteria().map(|(_, _, criterion)| criterion);
        for (turn, criterion) in criteria.filter(|criterion| criterion.repeats.is_none()).enumerate() {
            body.push_str(&told(criterion, framework.purpose, turn, &mut forms));
        }
    }
    let mut own = BTreeMap::new();
    for (purpose, statements) in statements() {
        writeln!(body, "\n== statements ({})", purpose.name()).unwrap();
        for (turn, statement) in statements.iter().enumerate() {
            body.push_str(&told(&stated(statement), purpose, turn, &mut own));
        }
    }
    let found = format!("Bundled: {}\nStatements: {}\n{body}", counted(&forms), counted(&own));
    let file = place("tests/golden/made/questions.txt");
    if std::env::var("TOUCHSTONE_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::write(&file, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&file).unwrap_or_default());
}

#[track_caller]
fn check_sound(text: &str, purpose: Purpose, language: &str, turn: usize) {
    let phrased = phrase(&stated(text), purpose, language, turn);
    for said in phrased.probes.iter().chain([&phrased.text]) {
        assert!(said.ends_with(['.', '?']) && !said.ends_with("..") && !said.ends_with(".?"), "{text:?}: {said}");
        assert!(!said.contains("  ") && said.trim() == said && said.len() > 8, "{text:?}: {said}");
        let marks = phrased.form == Form::Unrecognised || !(said.contains(" ,") || said.contains(",,"));
        assert!(marks, "{text:?}: {said}");
    }
    assert!((2..=3).contains(&phrased.probes.len()), "{text:?}: {:?}", phrased.probes);
}

#[test]
fn a_language_that_is_not_read_is_quoted() {
    for language in ["de", "de-CH", "fr", "ja"] {
        assert_eq!(phrase(&stated("Plans the week"), Purpose::Skill, language, 0).form, Form::Unrecognised);
    }
    for language in ["en", "en-GB", "und"] {
        assert_eq!(phrase(&stated("Plans the week"), Purpose::Skill, language, 0).form, Form::ThirdPerson);
    }
}

#[test]
fn statements_of_one_form_are_not_all_asked_alike() {
    let asked = |turn| phrase(&stated("Plans the week"), Purpose::Skill, "en", turn);
    let all: Vec<_> = (0..6).map(asked).collect();
    for (one, next) in all.iter().zip(all.iter().skip(1)) {
        assert_ne!(one.text, next.text);
        assert_ne!(one.probes, next.probes);
    }
}

#[test]
fn made_questions_of_every_bundled_framework_are_read_back() {
    for (name, framework) in bundled() {
        let mut bare = framework.clone();
        bare.questions.clear();
        bare.competencies.iter_mut().for_each(|competency| competency.questions.clear());
        let made = with_made_questions(&bare);
        assert!(!lacks_questions(&made), "{name}");
        assert!(made.questions().all(|(_, question)| is_made(question) && question.strong.is_none()));
        assert_eq!(from_json(&made.canonical()).as_ref(), Ok(&made), "{name}");
    }
}

/// Words of the kinds that the reading turns on, strung together.
fn any_statement() -> impl Strategy<Value = String> {
    let words = "identifies plan works and or , ; their they them own the customers who is are kept not never able to can \
        understanding of knowledge basic consistently e.g. (such as) reports manager : – \" “ ” I being has listening ? . \
        which includes what 1.1 • 🚀 ÄÖ how";
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    prop::collection::vec(prop::sample::select(words), 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_a_sound_question(text in any::<String>(), purpose in 0..4_usize, turn in 0..50_usize) {
        check_sound(&text, Purpose::ALL[purpose], "en", turn);
    }

    #[test]
    fn any_words_give_a_sound_question(text in any_statement(), purpose in 0..4_usize, turn in 0..50_usize) {
        check_sound(&text, Purpose::ALL[purpose], "en", turn);
        check_sound(&text, Purpose::ALL[purpose], "de", turn);
    }

    #[test]
    fn made_frameworks_are_read_back(texts in prop::collection::vec("\\S.{0,40}", 1..5)) {
        let mut framework = library_desk();
        framework.questions.clear();
        for competency in &mut framework.competencies {
            competency.questions.clear();
            let criteria = competency.expectations.iter_mut().flat_map(|expectation| &mut expectation.criteria);
            for (criterion, text) in criteria.zip(&texts) {
                criterion.text.clone_from(text);
            }
        }
        let made = with_made_questions(&framework);
        prop_assert!(!lacks_questions(&made));
        let read = from_json(&made.canonical());
        prop_assert_eq!(read.as_ref(), Ok(&made));
    }
}
