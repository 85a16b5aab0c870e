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
    fn furniture_is_told_from_statements() {
        check("Company logo", true);
        check("Page 3 of 8", true);
        check("12", true);
        check("4 comments", true);
        check("No entries yet.", true);
        check("https://example.org/page", true);
        check("Please log in to reply", true);
        check("Shares what was learnt", false);
        check("Comments on drafts of others", false);
        check("Logs in to both desks before the shift", false);
        check("Page layout follows the house style", false);
    }
}
