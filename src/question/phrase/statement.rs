//! What of a statement is asked aloud: without numbering, label, examples and asides. It says `None` of what is no single
//! plain sentence, and changes no word.

/// A statement ready to be phrased.
#[derive(Debug, PartialEq, Eq)]
pub struct Statement {
    pub said: String,
    /// What it names as an example or as a part, without the words that announce it.
    pub aside: Option<String>,
}

/// What announces an example.
const ANNOUNCING: [&str; 8] = ["e.g.", "eg.", "e.g", "for example", "for instance", "such as", "including", "i.e."];

impl Statement {
    pub fn of(text: &str) -> Option<Self> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.contains('?') || shouted(&text) {
            return None;
        }
        let text = without_number(&text);
        let (text, bracketed) = without_brackets(text.trim_end_matches(ends))?;
        let (text, tail) = without_tail(without_label(&text)?);
        let said = text.trim().trim_end_matches(ends).trim_end().to_owned();
        let whole = !said.is_empty()
            && !said.contains(['!', '\\', '{', '|', '…'])
            && !said.contains(": ")
            && is_one_sentence(&said);
        let balanced = said.matches('"').count() % 2 == 0 && said.matches('“').count() == said.matches('”').count();
        (whole && balanced && !has_dash(&said)).then_some(Self { said, aside: bracketed.or(tail) })
    }
}

fn ends(mark: char) -> bool {
    matches!(mark, '.' | ';' | ',' | ':' | '!' | '…') || mark.is_whitespace()
}

fn shouted(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 4 && text.contains(' ') && !text.chars().any(char::is_lowercase)
}

/// Without bullets and without a code such as "1.1", "a)" or "K3:".
fn without_number(text: &str) -> &str {
    let text =
        text.trim_start_matches(|mark: char| !mark.is_alphanumeric() && !matches!(mark, '"' | '“' | '‘' | '(' | '\''));
    match text.split_once(' ') {
        Some((first, rest)) if is_code(first) => rest,
        _ => text,
    }
}

fn is_code(token: &str) -> bool {
    let inner = token.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let marked = inner.len() < token.len() || inner.contains('.');
    let short = inner.len() <= 6 && inner.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '.');
    let digits = inner.chars().any(|letter| letter.is_ascii_digit());
    let letter = inner.len() == 1 && marked;
    let lettered = inner.starts_with(|letter: char| letter.is_ascii_uppercase()) && inner.len() >= 2;
    short && (letter || (digits && (marked || lettered)))
}

/// "Communication: listens to others" without what stands before the colon.
fn without_label(text: &str) -> Option<&str> {
    let parted =
        [": ", " – ", " — ", " - "].iter().filter_map(|mark| text.split_once(mark)).min_by_key(|parts| parts.0.len());
    let Some((label, rest)) = parted else { return Some(text) };
    let mut words = label.split(' ').map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    let verb = super::verb::base_of_third(&first).is_some() || super::verb::is_base(&first) || first == "can";
    (words.count() < 3 && !verb).then_some(rest.trim())
}

/// Without the brackets that nobody speaks, and with the example that stands in them. `None` where they do not match.
fn without_brackets(text: &str) -> Option<(String, Option<String>)> {
    let (mut out, mut example, mut rest) = (String::new(), None, text);
    while let Some((before, opened)) = rest.split_once(['(', '[']) {
        let (inner, after) = opened.split_once([')', ']'])?;
        if inner.contains(['(', '[']) {
            return None;
        }
        out.push_str(before);
        let announced = ANNOUNCING.iter().find_map(|word| inner.trim().strip_prefix(word));
        if let Some(announced) = announced {
            example = Some(announced.trim_matches([' ', ',', ':']).to_owned());
        } else if !inner.contains(' ') || (inner.starts_with("or ") && inner.split(' ').count() == 2) {
            out.push_str(&["(", inner, ")"].concat());
        }
        if out.ends_with(' ') && after.starts_with([' ', ',', '.', ';']) {
            out.pop();
        }
        rest = after;
    }
    out.push_str(rest);
    (!rest.contains([')', ']'])).then_some((out, example))
}

/// Without what is announced at its end, or told in passing.
fn without_tail(text: &str) -> (&str, Option<String>) {
    let announced = ANNOUNCING.iter().filter_map(|word| {
        let at = text.find(&[" ", word, " "].concat())?;
        Some((at, at + word.len() + 2))
    });
    let passing =
        [", which ", ", who "].iter().filter_map(|word| Some((text.find(word)?, text.find(word)? + word.len())));
    let includes = |tail: &str| tail.strip_prefix("includes ").map(str::to_owned);
    let cut = announced.map(|cut| (cut, false)).chain(passing.map(|cut| (cut, true))).min();
    let Some(((start, end), in_passing)) = cut else { return (text, None) };
    let (Some(head), Some(tail)) = (text.get(..start), text.get(end..)) else { return (text, None) };
    if tail.contains(", and ") || tail.contains(';') || head.split(' ').count() < 2 {
        return (text, None);
    }
    (head, if in_passing { includes(tail) } else { Some(tail.trim().to_owned()) })
}

fn is_one_sentence(text: &str) -> bool {
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let abbreviation = word.to_lowercase() == "etc." || word.trim_end_matches('.').contains('.');
        if word.ends_with('.') && !abbreviation && words.peek().is_some() {
            return false;
        }
    }
    true
}

/// Whether a mark stands by itself, as a dash between two thoughts does.
fn has_dash(text: &str) -> bool {
    text.contains('—') || text.split(' ').any(|token| token != "&" && !token.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, said: Option<&str>, aside: Option<&str>) {
        let found = Statement::of(text);
        assert_eq!(found.as_ref().map(|statement| statement.said.as_str()), said);
        assert_eq!(found.and_then(|statement| statement.aside).as_deref(), aside);
    }

    #[test]
    fn what_nobody_speaks_goes() {
        check("1.1 Tunes an octave.", Some("Tunes an octave"), None);
        check("K3: Knows the rules;", Some("Knows the rules"), None);
        check("(a) Greets guests", Some("Greets guests"), None);
        check("✅  Greets\n guests", Some("Greets guests"), None);
        check("3 badges", Some("3 badges"), None);
        check("1:1s", Some("1:1s"), None);
        check("Communication: listens", Some("listens"), None);
        check("Sets targets (KPIs) for staff", Some("Sets targets (KPIs) for staff"), None);
        check("Shares knowledge (from a role held before) daily", Some("Shares knowledge daily"), None);
        check("Plans, which includes budgets", Some("Plans, which includes budgets"), None);
        check("Plans the week, which includes budgets", Some("Plans the week"), Some("budgets"));
        check("Helps others (e.g. as a buddy).", Some("Helps others"), Some("as a buddy"));
        check("Uses tools such as a log", Some("Uses tools"), Some("a log"));
    }

    #[test]
    fn what_is_no_single_sentence_is_none() {
        check("Listens? Asks", None, None);
        check("Listens. Asks.", None, None);
        check("LISTENS TO ALL", None, None);
        check("Warns early: always", None, None);
        check("Says (so) (or (so))", None, None);
        check("Shows pride — does not boast", None, None);
        check("\"Calms callers", None, None);
        check("", None, None);
        check("…", None, None);
    }
}
