//! What views do without: `style=` (the content security policy refuses it), `inner_html` (nothing escapes what goes
//! through it), and addresses written by hand (one module owns them all).

use super::finding::Finding;
use super::tokens::{Token, tokens};

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    if !file.starts_with("src/app/") {
        return Vec::new();
    }
    let owns_addresses = file == "src/app/route.rs" || file.starts_with("src/app/route/");
    let tokens = tokens(text);
    let after = |at: usize| tokens.get(at..).unwrap_or_default();
    let found = (0..tokens.len()).filter_map(|at| {
        let (what, mend) = fault(after(at), owns_addresses)?;
        Some(Finding { file: file.to_owned(), line: tokens[at].line, what: what.to_owned(), mend })
    });
    found.collect()
}

fn fault(tokens: &[Token], owns_addresses: bool) -> Option<(&'static str, &'static str)> {
    let first = tokens.first()?;
    if first.word() == Some("inner_html") {
        return Some(("`inner_html` in a view", "Build the elements in `view!`."));
    }
    if first.word() == Some("style") && assigns(tokens) {
        return Some(("`style=` in a view", "Give it a class, or set one property with `style:name=`."));
    }
    if owns_addresses {
        return None;
    }
    let address = || ("an address written by hand", "Take it from `route`.");
    if first.text().is_some_and(|text| text.starts_with("#/")) {
        return Some(address());
    }
    let fragment = || tokens.get(2).and_then(Token::text).is_some_and(|text| text == "#" || text.starts_with('#'));
    (first.word() == Some("href") && assigns(tokens) && fragment() && !names_route(tokens)).then(address)
}

/// `name=` as views write it, without a blank; a statement has one.
fn assigns(tokens: &[Token]) -> bool {
    tokens.get(1).is_some_and(|mark| mark.is('=') && mark.tight) && tokens.get(2).is_some_and(|next| !next.is('='))
}

/// Found already, as a text of its own.
fn names_route(tokens: &[Token]) -> bool {
    tokens.get(2).and_then(Token::text).is_some_and(|text| text.starts_with("#/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(file: &str, text: &str, expected: &[&str]) {
        let found: Vec<String> = check(file, text).into_iter().map(|found| found.what).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn views_do_without() {
        finds("src/app/page/a.rs", r#"view! { <p style="a">"b"</p> }"#, &["`style=` in a view"]);
        finds("src/app/page/a.rs", "view! { <p style=move || a()/> }", &["`style=` in a view"]);
        finds("src/app/page/a.rs", "view! { <p inner_html=a/> }", &["`inner_html` in a view"]);
        finds("src/app/page/a.rs", r##"view! { <a href="#main">"b"</a> }"##, &["an address written by hand"]);
        finds("src/app/page/a.rs", r##"view! { <a href="#/guides">"b"</a> }"##, &["an address written by hand"]);
        finds("src/app/page/a.rs", r##"let a = format!("#/guide/{id}");"##, &["an address written by hand"]);
    }

    #[test]
    fn what_is_free() {
        finds("src/app/page/a.rs", r#"view! { <p style:width=w class="a"/> } // style="" "#, &[]);
        finds("src/app/page/a.rs", "let style = a; if style == b {}", &[]);
        finds("src/app/route.rs", r##"const HOME: &str = "#/";"##, &[]);
        finds("src/report/html.rs", r#"<p style="a">"#, &[]);
    }
}
