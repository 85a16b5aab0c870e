//! Which elements may have a role. The browser has the last word on each: these only keep its work small.

/// A CSS selector for everything that might have this role.
pub(crate) fn candidates(role: &str) -> String {
    let by_nature = match role {
        "button" => "button, summary, input:is([type=button], [type=submit], [type=reset], [type=image], [type=file])",
        "link" => "a[href], area[href]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "textbox" => {
            "textarea, input:not([list]):is(:not([type]), [type=text], [type=email], [type=url], [type=tel], [type=password])"
        }
        "searchbox" => "input[type=search]",
        "spinbutton" => "input[type=number]",
        "slider" => "input[type=range]",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "combobox" => "select, input[list]",
        "listbox" => "select, datalist",
        "option" => "option",
        "group" => "fieldset, details, optgroup, hgroup",
        "region" => "section",
        "main" => "main",
        "navigation" => "nav",
        "banner" => "header",
        "contentinfo" => "footer",
        "complementary" => "aside",
        "form" => "form",
        "article" => "article",
        "dialog" => "dialog",
        "status" => "output",
        "list" => "ul, ol, menu",
        "listitem" => "li",
        "table" | "grid" => "table",
        "row" => "tr",
        "cell" | "gridcell" => "td",
        "columnheader" | "rowheader" => "th",
        "progressbar" => "progress",
        "meter" => "meter",
        "image" | "img" => "img, svg",
        "figure" => "figure",
        "term" => "dfn, dt",
        "search" => "search",
        "definition" => "dd",
        "time" => "time",
        _ => "",
    };
    let by_word = format!("[role~=\"{role}\"]");
    if by_nature.is_empty() { by_word } else { format!("{by_nature}, {by_word}") }
}

/// What a person can act on or orient herself by: listed when she does not find what she looks for.
pub(crate) fn landmarks() -> String {
    let roles = [
        "heading",
        "link",
        "button",
        "textbox",
        "searchbox",
        "spinbutton",
        "checkbox",
        "radio",
        "combobox",
        "dialog",
        "alert",
        "status",
        "tab",
        "switch",
    ];
    roles.map(candidates).join(", ")
}

/// Browsers have words of their own for a few roles.
pub(crate) fn fits(wanted: &str, computed: &str) -> bool {
    wanted == computed
        || matches!(
            (wanted, computed),
            ("button", "DisclosureTriangle" | "DisclosureTriangleGrouped")
                | ("image", "img")
                | ("img", "image")
                | ("combobox", "ComboBoxSelect")
                | ("group", "Details")
        )
}
