//! What stands in a column that holds no level: the competency's name, its group, its code, what explains it, or what
//! was noted beside it. Told by the heading's last word, and where that says nothing, by what stands below it.

use super::level_name;
use super::table::Row;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Group,
    Code,
    Summary,
    Notes,
    Evidence,
    Questions,
}

const NOUNS: [(Role, &[&str]); 7] = [
    (
        Role::Title,
        &[
            "competency",
            "competencies",
            "competence",
            "skill",
            "skills",
            "capability",
            "behaviour",
            "behavior",
            "topic",
            "criterion",
            "attribute",
            "trait",
            "responsibility",
            "duty",
            "task",
            "activity",
            "kompetenz",
            "kompetenzen",
            "compétence",
            "compétences",
            "competencia",
            "компетенция",
            "навык",
            "ικανότητα",
            "能力",
            "スキル",
            "技能",
            "역량",
            "مهارة",
            "المهارة",
            "الكفاءة",
        ],
    ),
    (
        Role::Group,
        &[
            "group",
            "category",
            "area",
            "theme",
            "pillar",
            "domain",
            "dimension",
            "section",
            "cluster",
            "family",
            "bereich",
            "kategorie",
            "gruppe",
            "domaine",
            "catégorie",
            "área",
            "categoría",
            "категория",
            "分類",
            "分类",
            "カテゴリ",
        ],
    ),
    (Role::Code, &["code", "id", "no", "nr", "ref", "reference", "number", "番号", "编号"]),
    (
        Role::Summary,
        &[
            "description",
            "definition",
            "summary",
            "about",
            "meaning",
            "explanation",
            "beschreibung",
            "descripción",
            "описание",
            "説明",
            "说明",
            "描述",
        ],
    ),
    (
        Role::Notes,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "owner",
            "weight",
            "weighting",
            "example",
            "examples",
            "status",
            "updated",
            "bemerkung",
            "bemerkungen",
            "備考",
            "备注",
        ],
    ),
    (Role::Evidence, &["evidence", "proof", "nachweis"]),
    (Role::Questions, &["question", "questions", "frage", "fragen"]),
];

/// A heading of more words names something of its own.
const MOST_WORDS: usize = 3;

/// More columns than this name no competency.
const MOST_LABELS: usize = 8;

/// A code has few characters, and a digit among them.
const LONGEST_CODE: usize = 10;

/// What the columns beside the levels hold.
#[derive(Debug, PartialEq)]
pub struct Columns {
    /// The roles of the columns before the levels; at least one.
    pub before: Vec<Role>,
    /// The first column behind the levels.
    pub end: usize,
    /// The roles of the columns behind them.
    pub behind: Vec<Role>,
}

impl Columns {
    /// The columns below this heading.
    pub fn of(heading: &Row, body: &[Row]) -> Self {
        let width = heading.width.max(heading.span());
        let count = labels(heading);
        let trailing = (count..width).rev().map_while(|column| behind(heading.text(column)));
        let mut behind: Vec<_> = trailing.collect();
        behind.reverse();
        Self { before: roles(heading, body, count), end: width - behind.len(), behind }
    }

    /// The role of a column; none where it holds a level.
    pub fn role(&self, column: usize) -> Option<Role> {
        if column < self.end { self.before.get(column).copied() } else { self.behind.get(column - self.end).copied() }
    }

    /// The first column of a level.
    pub fn start(&self) -> usize {
        self.before.len()
    }
}

/// What a heading says that its column holds.
pub fn noun(heading: &str) -> Option<Role> {
    if heading.trim() == "#" {
        return Some(Role::Code);
    }
    let words = heading.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(MOST_WORDS + 1).map(str::to_lowercase).collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let role = |word: &String| NOUNS.iter().find(|(_, nouns)| nouns.contains(&word.as_str())).map(|(role, _)| *role);
    words.iter().rev().find_map(role)
}

/// How many columns stand before the levels: the first, those without a heading, and those whose headings say so.
fn labels(heading: &Row) -> usize {
    let first = heading.cells.first().map_or(0, |cell| cell.column).clamp(1, MOST_LABELS);
    let is_label = |column: &usize| {
        let text = heading.text(*column);
        level_name::rank(text).is_none() && (noun(text).is_some() || level_name::is_kind(text))
    };
    first + (first..heading.span().min(MOST_LABELS)).take_while(is_label).count()
}

fn behind(heading: &str) -> Option<Role> {
    noun(heading).filter(|role| matches!(role, Role::Notes | Role::Evidence | Role::Questions))
}

fn roles(heading: &Row, body: &[Row], count: usize) -> Vec<Role> {
    let mut roles: Vec<_> = (0..count).map(|column| role(heading.text(column), column, body)).collect();
    if !roles.contains(&Some(Role::Title)) {
        let free = roles.iter().rposition(Option::is_none);
        let group = || roles.iter().rposition(|role| *role == Some(Role::Group));
        if let Some(title) = free.or_else(group).and_then(|column| roles.get_mut(column)) {
            *title = Some(Role::Title);
        } else if let Some(first) = roles.first_mut() {
            *first = Some(Role::Title);
        }
    }
    roles.into_iter().map(|role| role.unwrap_or(Role::Group)).collect()
}

fn role(heading: &str, column: usize, body: &[Row]) -> Option<Role> {
    noun(heading).or_else(|| {
        let mut cells = body.iter().filter_map(|row| row.cell(column)).peekable();
        (cells.peek().is_some() && cells.all(|cell| is_code(&cell.text))).then_some(Role::Code)
    })
}

fn is_code(text: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_' | '/');
    text.len() <= LONGEST_CODE && text.chars().all(fits) && text.contains(|character: char| character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::matrix::delimiter::Delimiter;
    use crate::import::matrix::table::Table;

    #[track_caller]
    fn check(text: &str, before: &[Role], end: usize, behind: &[Role]) {
        let table = Table::read(text, Delimiter::Comma, &mut Vec::new()).unwrap();
        let found = Columns::of(&table.rows[0], &table.rows[1..]);
        assert_eq!((found.before.as_slice(), found.end, found.behind.as_slice()), (before, end, behind));
    }

    #[test]
    fn columns_beside_the_levels_are_told_by_their_headings() {
        check("Competency,Junior,Senior\nPhone,a,b", &[Role::Title], 3, &[]);
        check("Area,Skill,Junior,Senior,Notes\n", &[Role::Group, Role::Title], 4, &[Role::Notes]);
        check("#,Area,Definition,1,2\n", &[Role::Code, Role::Title, Role::Summary], 5, &[]);
        check("Skill category,Desk skills,1,Example questions\n", &[Role::Group, Role::Title], 3, &[Role::Questions]);
    }

    #[test]
    fn columns_without_a_heading_are_told_by_what_stands_below() {
        check(",,Junior,Senior\nA1,Phone,a,b\nA2,Mail,a,b", &[Role::Code, Role::Title], 4, &[]);
        check(",,Junior,Senior\nPeople,Phone,a,b\n,Mail,a,b", &[Role::Group, Role::Title], 4, &[]);
        check(",Junior,Senior\n24/7,a,b", &[Role::Title], 3, &[]);
    }
}
