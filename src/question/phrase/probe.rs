//! What is asked behind a made question: something of the statement itself where that can be told, and then what fits the
//! kind of question. Probes take turns, too.

use super::form::{Adverbs, Ask};
use super::lexicon::{PREPOSITIONS, holds};
use super::verb::{base_of_gerund, base_of_third, third_is_open};
use super::word::{Word, lowered, text, words};
use crate::framework::{Criterion, Kind};

/// How many probes a question has.
const COUNT: usize = 3;

/// How many words of a range's item, an example or a last verb a probe still holds.
const SHORT: usize = 9;

const DOING: [&str; 4] = [
    "What was your own part in it?",
    "What did you do first?",
    "What made it difficult?",
    "Which other ways did you consider?",
];
const ENDING: [&str; 5] = [
    "How did it end?",
    "How could you tell whether it had worked?",
    "What would you do differently now?",
    "What did you take from it?",
    "What would have happened otherwise?",
];
const PROVING: [&str; 3] = [
    "What could you show me as evidence of it?",
    "How could you tell whether it had worked?",
    "What have you changed in it since?",
];
const USING: [&str; 3] =
    ["Where did you use it last?", "What did it help you to decide?", "What can go wrong without it?"];
const KEEPING: [&str; 3] =
    ["When was that put to the test?", "What makes that difficult?", "What do you do when time is short?"];
const SLIPPING: [&str; 3] = [
    "How do you notice when it slips?",
    "What have you changed in the way you do it?",
    "What would you tell somebody who finds that hard?",
];
const LEARNING: [&str; 4] = [
    "How did you learn it?",
    "Where do you look when you are not sure?",
    "What about it is often misunderstood?",
    "What changed your view of it?",
];

/// Words of a statement that give reason to ask, the verbs with which they do (any, where none is named), and what is
/// asked.
const ABOUT: [(&str, &str, &str); 23] = [
    ("escalates escalating", "", "What did you hand over, and to whom?"),
    ("feedback", "", "What changed because of the feedback?"),
    ("risk risks", "", "What could have gone wrong?"),
    (
        "coach coaches coaching mentor mentors mentoring train trains onboarding teaches",
        "",
        "How could you tell that it had been learnt?",
    ),
    ("trend trends pattern patterns", "", "What did you see first, and where?"),
    ("data figures metrics measures kpis indicators", "", "Which figures did you look at?"),
    (
        "policy policies procedure procedures standards",
        "follow keep handle carry apply comply adhere abide perform",
        "Which rule or standard did you go by?",
    ),
    (
        "policy policies procedure procedures standards strategy course culture guidelines",
        "develop define shape implement create establish determine design champion champion advise lead",
        "Who had to be won over?",
    ),
    ("deadline deadlines promptly quickly", "", "How much time did you have?"),
    ("priorities prioritise prioritises prioritize prioritizes priority", "", "What did you leave for later, and why?"),
    ("accurate accurately accuracy correctly detail", "", "How did you check that it was right?"),
    ("consistent consistently always steady", "", "When was it hardest to keep that up?"),
    ("conflict conflicts disagreement complaint complaints upset", "", "What did the other side say?"),
    ("meeting meetings standup standups stand-ups one-to-one", "", "How did you prepare for it?"),
    ("question questions", "ask bring lead answer", "Which question mattered most?"),
    ("decision decisions decide decides", "", "What did you base the decision on?"),
    ("plan plans planning contingencies", "develop carry plan manage", "What had to change on the way?"),
    ("target targets deadlines", "work perform reach meet achieve", "How close did you come to what had been set?"),
    (
        "change changes process processes system systems",
        "implement introduce lead drive create improve",
        "How was it done before?",
    ),
    ("knowledge documentation", "share contribute write document create", "Who relied on it afterwards?"),
    ("project projects", "", "What was the project meant to achieve?"),
    ("team teams colleague colleagues peer peers teammate teammates others staff", "", "How did the others respond?"),
    ("resource resources budget budgets", "allocate plan manage", "What did you have to go without?"),
];

/// Whom one serves, and the verbs by which they hear of it.
const SERVED: &str = "customers clients visitors guests callers users patients";
const SERVING: &str = "serve help greet welcome inform answer take explain listen communicate support calm handle go respond interrupt speak tell";

/// Where the words of the probes come from.
pub struct Source<'a> {
    pub criterion: &'a Criterion,
    /// What of its statement is asked.
    pub said: &'a str,
    pub ask: Option<&'a Ask>,
    pub aside: Option<&'a str>,
    pub kind: Kind,
    pub unit: bool,
}

/// Two or three probes.
pub fn probes(source: &Source, turn: usize) -> Vec<String> {
    let knowledge = source.kind == Kind::Knowledge;
    let steady = matches!(
        source.ask,
        Some(Ask::Did(_, Adverbs { steady: Some(_), .. }) | Ask::Do(_, Adverbs { steady: Some(_), .. }))
    );
    let (first, second): (&[&str], &[&str]) = match (knowledge, source.unit) {
        (true, _) => (&USING, &LEARNING),
        _ if steady => (&KEEPING, &SLIPPING),
        (false, true) => (&DOING, &PROVING),
        (false, false) => (&DOING, &ENDING),
    };
    let derived =
        part(source, turn).into_iter().chain(joined(source)).chain(if knowledge { None } else { told(source, turn) });
    let mut out: Vec<String> = derived.take(COUNT - 1).collect();
    let turns = [(first, turn), (second, turn)];
    let missing = COUNT.saturating_sub(out.len());
    let picked =
        turns.into_iter().skip(2_usize.saturating_sub(missing)).filter_map(|(pool, turn)| pool.get(turn % pool.len()));
    let more: Vec<String> = picked.map(|probe| (*probe).to_owned()).filter(|probe| !out.contains(probe)).collect();
    out.extend(more);
    out
}

/// "What about …?" for what the criterion names as a part or an example.
fn part(source: &Source, turn: usize) -> Option<String> {
    let items = source.criterion.range.iter().flat_map(|range| &range.items).map(|item| item.as_str());
    // An example is named whole or not at all.
    let examples = source.criterion.examples.iter().map(String::as_str).filter(|example| !example.contains(','));
    let named: Vec<String> = items.chain(source.aside).chain(examples).filter_map(nameable).collect();
    let from = turn.checked_rem(named.len())?;
    let chosen: Vec<&str> = named.iter().cycle().skip(from).take(named.len().min(2)).map(String::as_str).collect();
    let several = source.criterion.range.iter().any(|range| range.items.len() > 1);
    let brief = chosen.iter().all(|item| item.split(' ').count() <= 4);
    let said = if several && brief { chosen.join(" or ") } else { (*chosen.first()?).to_owned() };
    Some(["What about ", &said, "?"].concat())
}

/// An item as it can be named within a sentence: short, and neither a clause nor a phrase that hangs on another.
fn nameable(item: &str) -> Option<String> {
    let item = item.split([',', ';', '(', ':']).next()?.trim().trim_end_matches(['.', ' ']);
    let words = lowered(&words(item));
    let first = words.first()?.low();
    let hangs = holds(PREPOSITIONS, &first)
        || holds("and or but how what when where why whether which that to if as etc known is are be can not", &first);
    let verb = |word: &Word| {
        base_of_third(&word.low()).is_some_and(|base| !third_is_open(&base)) || word.among("is are was can")
    };
    let odd = item.contains(['?', '!', '"', '“', '”', '/', ')']) || item.contains(". ");
    (words.len() <= SHORT && !hangs && !odd && !words.iter().any(verb)).then(|| text(&words))
}

/// How the last of several things was done.
fn joined(source: &Source) -> Option<String> {
    let Some(Ask::Did(clause, _)) = source.ask else { return None };
    let last = clause.last().filter(|last| last.split(' ').count() <= SHORT)?;
    let tense = if clause.is_bound_to_present() || source.unit { "do" } else { "did" };
    Some(["How ", tense, " you ", last.trim_end_matches(','), "?"].concat())
}

/// What a word of the statement gives reason to ask.
fn told(source: &Source, turn: usize) -> Option<String> {
    source.ask?;
    let said: Vec<String> = words(source.said).iter().map(Word::low).collect();
    let does = |verbs: &str| {
        said.iter().any(|word| {
            holds(verbs, word)
                || base_of_third(word).or_else(|| base_of_gerund(word)).is_some_and(|base| holds(verbs, &base))
        })
    };
    let named = |list: &str| said.iter().any(|word| holds(list, word));
    let about = ABOUT.iter().filter(|(list, verbs, _)| named(list) && (verbs.is_empty() || does(verbs)));
    let mut fitting: Vec<String> = about.map(|(.., probe)| (*probe).to_owned()).collect();
    let served = said.iter().find(|word| holds(SERVED, word)).filter(|_| does(SERVING));
    fitting.extend(served.map(|word| ["How did the ", word.trim_end_matches('s'), " take it?"].concat()));
    fitting.get(turn.checked_rem(fitting.len())?).cloned()
}
