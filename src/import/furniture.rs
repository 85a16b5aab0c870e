//! What web pages and printed pages put around a document: logos, page numbers, comment boxes, links to sign in.

/// Whole lines.
const LINES: [&str; 42] = [
    "back",
    "back to top",
    "bookmark",
    "comment",
    "comments",
    "contents",
    "cookie policy",
    "cookie settings",
    "copy link",
    "download",
    "download pdf",
    "edit",
    "follow us",
    "home",
    "leave a comment",
    "leave a reply",
    "like",
    "loading",
    "log in",
    "log out",
    "login",
    "logo",
    "menu",
    "navigation",
    "next",
    "next page",
    "previous",
    "previous page",
    "print",
    "print this page",
    "privacy policy",
    "read more",
    "reply",
    "search",
    "share",
    "sign in",
    "sign up",
    "skip to content",
    "skip to main content",
    "subscribe",
    "table of contents",
    "terms of use",
];

/// Words of menus; a line of nothing but these is one.
const MENU: [&str; 20] = [
    "comment", "copy", "edit", "export", "follow", "history", "home", "like", "more", "no", "options", "print",
    "reply", "save", "share", "star", "view", "watch", "yes", "…",
];

/// How a line begins that asks a reader of the page something, or says what runs it.
const ASKING: [&str; 8] = [
    "was this helpful",
    "was this page helpful",
    "was this article helpful",
    "did this page help you",
    "be the first to like",
    "like be the first to like",
    "powered by ",
    "rate this page",
];

/// How a line begins that says who wrote the page and when.
const BYLINES: [&str; 7] =
    ["created by ", "written by ", "last edited", "last updated", "last modified", "last changed", "updated by "];

/// Words of a line that says which issue of a document a page belongs to, and who may read it.
const ISSUE: [&str; 16] = [
    "version",
    "revision",
    "rev",
    "draft",
    "final",
    "confidential",
    "internal",
    "use",
    "only",
    "page",
    "of",
    "issue",
    "date",
    "dated",
    "strictly",
    "restricted",
];

/// How such a line begins.
const BEGINNINGS: [&str; 19] = [
    "©",
    "copyright ©",
    "copyright (c)",
    "copyright 20",
    "all rights reserved",
    "please sign in",
    "please log in",
    "sign in to",
    "log in to",
    "share this",
    "share on",
    "last updated",
    "last modified",
    "printed on",
    "posted by",
    "this site uses cookies",
    "this website uses cookies",
    "we use cookies",
    "accept all cookies",
];

/// How such a line of at most four words ends.
const ENDINGS: [&str; 4] = [" logo", " icon", " banner", " logo image"];

/// No such line is longer, in bytes.
const LONGEST: usize = 120;

/// Whether a line belongs to the page and not to the document.
pub fn is_furniture(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = folded(text);
    LINES.contains(&text.as_str())
        || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        || (text.split(' ').count() <= 4 && ENDINGS.iter().any(|ending| text.ends_with(ending)))
        || (text.starts_with("no ") && text.ends_with(" yet"))
        || ASKING.iter().any(|beginning| text.starts_with(beginning))
        || is_menu(&text)
        || is_trail(&text)
        || is_issue(&text)
        || is_reading_time(&text)
        || is_address(&text)
        || is_page_number(&text)
        || counts_comments(&text)
}

/// Whether a line opens a box for comments, in which nothing of the document stands.
pub fn opens_comments(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = folded(text);
    counts_comments(&text) || matches!(text.as_str(), "comments" | "comment" | "leave a comment" | "leave a reply")
}

/// Whether a line says who wrote a page or when, and nothing of what it is about.
pub fn is_byline(text: &str) -> bool {
    if text.len() > LONGEST || text.ends_with(['.', '!', '?']) {
        return false;
    }
    let text = folded(text);
    let words = text.split_whitespace().count();
    let tells = text.contains(|sign: char| sign.is_ascii_digit()) || words <= 4;
    words <= 14 && tells && BYLINES.iter().any(|beginning| text.starts_with(beginning))
}

/// `edit  share  watch  ...`.
fn is_menu(text: &str) -> bool {
    let mut words = text
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '|' | '·' | '.'))
        .filter(|word| !word.is_empty());
    let count = words.clone().count();
    (count >= 3 || (count == 2 && (text.contains('|') || text.contains("  "))))
        && words.all(|word| MENU.contains(&word))
}

/// Where in a site a page stands: `home > people > frameworks`.
fn is_trail(text: &str) -> bool {
    [" > ", " › ", " » ", " / "].iter().any(|between| {
        let parts: Vec<_> = text.split(between).map(str::trim).collect();
        let short = parts.iter().all(|part| !part.is_empty() && part.split_whitespace().count() <= 4);
        short && parts.len() > 1 && matches!(parts[0], "home" | "start" | "startseite" | "accueil" | "inicio")
    })
}

/// `version 3.2 – confidential`, `internal use only`.
fn is_issue(text: &str) -> bool {
    let words: Vec<_> =
        text.split(|sign: char| !sign.is_alphanumeric() && sign != '.').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.trim_start_matches('v').starts_with(|sign: char| sign.is_ascii_digit());
    let known = words.iter().all(|word| ISSUE.contains(word) || is_number(word));
    let says = words.iter().any(|word| matches!(*word, "version" | "revision" | "rev" | "draft" | "confidential"));
    let counts = words.iter().any(|word| is_number(word) || *word == "confidential");
    known && ((says && counts) || text == "internal use only" || text == "for internal use only")
}

/// `3 minute read`, `3 min read`.
fn is_reading_time(text: &str) -> bool {
    let count = ["minute read", "minutes read", "min read"].iter().find_map(|unit| text.strip_suffix(unit));
    count.is_some_and(|count| !count.is_empty() && count.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

fn folded(text: &str) -> String {
    text.to_lowercase().trim_end_matches(['.', ':', '…', '!']).trim().to_owned()
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|scheme| text.starts_with(scheme)) && !text.contains(' ')
}

/// `page 3`, `page 3 of 8`, `3 / 8`, `3 of 8`.
fn is_page_number(text: &str) -> bool {
    let numbers = text.strip_prefix("page").unwrap_or(text).trim();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match ["of", "/"].iter().find_map(|between| numbers.split_once(between)) {
        Some((page, last)) => is_number(page.trim()) && is_number(last.trim()),
        None => is_number(numbers),
    }
}

fn counts_comments(text: &str) -> bool {
    let count = text.strip_suffix(" comments").or_else(|| text.strip_suffix(" comment"));
    count.is_some_and(|count| count == "no" || count.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_furniture(text), expected, "{text}");
    }

    #[test]
    fn lines_on_who_wrote_a_page_are_told() {
        assert!(is_byline("Created by Ann Lee, last modified on 12 May 2026"));
        assert!(is_byline("Last updated 3 days ago"));
        assert!(!is_byline("Created by hand, each label is checked twice by a colleague"));
        assert!(!is_byline("Last updated prices are quoted to callers."));
    }

    #[test]
    fn furniture_is_told_from_statements() {
        check("Company logo", true);
        check("Page 3 of 8", true);
        check("12", true);
        check("4 comments", true);
        check("No entries yet.", true);
        check("https://example.org/page", true);
        check("Please log in to reply", true);
        check("Skip to content", true);
        check("Search...", true);
        check("Edit   Share   Watch   ...", true);
        check("Home > People > Frameworks", true);
        check("Home / People / Frameworks", true);
        check("Version 3.2 – Confidential", true);
        check("3 minute read", true);
        check("Was this helpful? Yes No", true);
        check("Be the first to like this", true);
        check("Powered by Wikiworks 8.5", true);
        check("Home visits are made in pairs", false);
        check("Version control is used for every change", false);
        check("Confidential papers are kept locked", false);
        check("Read and write", false);
        check("Shares what was learnt", false);
        check("Comments on drafts of others", false);
        check("Logs in to both desks before the shift", false);
        check("Page layout follows the house style", false);
    }
}
