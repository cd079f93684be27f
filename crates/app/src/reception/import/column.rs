//! The columns that a table of dossiers may have: made of what the rules of its contest ask. Pure.
//!
//! A column stands for a field of the form on the screen and has its name, so that a row is read as a form is.

use std::collections::HashMap;

use kernel::{Message, text};

use crate::contests::RuleSet;
use crate::contests::typed::AUTHORS;
use crate::frame::{Locale, Words};

/// The field of the key by which a row is known.
pub const KEY: &str = "key";
/// How the field of files of a part of the checklist begins.
pub const FILE: &str = "file-";
/// Authors for whom a form to fill in has columns; more stand in the sheet of authors.
const USUAL_AUTHORS: usize = 2;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The field of the form.
    pub field: String,
    /// What it is called.
    label: Label,
    /// Whether the form to fill in has it.
    pub is_usual: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Label {
    /// A sentence of ours.
    Said(String),
    /// What is asked of the author at a place, counted from 1.
    Author(usize, String),
    /// What is asked of the organisation.
    Organisation(&'static str),
    /// As the rules name it.
    Named(String),
    /// Files of a part of the checklist.
    Files(String),
}

/// Columns of every contest: field, key of the name, other headings that are seen for it.
const FIXED: [(&str, &str, &[&str]); 8] = [
    ("title", "entry-solution-title", &["ten", "title", "solution"]),
    ("field", "entry-field", &["linh vuc", "field"]),
    ("second-field", "dossier-import-second-field", &["linh vuc 2"]),
    ("applied-since", "entry-applied-since", &["ap dung tu", "applied since"]),
    ("applied-at", "entry-applied-at", &["noi ap dung", "applied at"]),
    ("earlier", "dossier-before", &["earlier"]),
    ("protection", "dossier-protection", &["protection"]),
    ("holder", "dossier-import-holder", &["ben du thi", "holder"]),
];

/// Columns of what the office writes down about the paper.
const DESK: [(&str, &str, &[&str]); 7] = [
    ("unit", "dossier-import-unit", &["don vi", "unit"]),
    ("way", "arrival-way", &["cach nhan", "way", "how it came"]),
    ("came-on", "arrival-came-on", &["ngay nop", "came on", "received"]),
    ("posted-on", "arrival-posted-on", &["dau buu dien", "posted on"]),
    ("copies", "arrival-copies", &["so luong", "copies"]),
    ("late-reason", "arrival-late-reason", &["ly do muon", "late reason"]),
    ("remark", "arrival-remark", &["remark", "note"]),
];

/// Other headings that are seen for what is asked of an author.
const ASKED: [(&str, &[&str]); 5] = [
    ("name", &["ho ten", "ho va ten tac gia", "ten", "full name"]),
    ("share", &["ty le", "dong gop", "phan dong gop", "ty le dong gop"]),
    ("birth", &["nam sinh", "sinh nam", "born"]),
    ("phone", &["so dien thoai", "telephone"]),
    ("email", &["e mail", "dia chi thu"]),
];

/// What is asked of an organisation: field, key of the name.
const ORGANISATION: [(&str, &str); 4] = [
    ("organisation", "dossier-organisation"),
    ("organisation-address", "dossier-organisation-address"),
    ("organisation-representative", "dossier-organisation-representative"),
    ("organisation-phone", "entry-detail-phone"),
];

impl Column {
    /// What it is called in these words.
    pub fn heading(&self, words: Words) -> String {
        match &self.label {
            Label::Said(key) => words.say(key),
            Label::Author(count, key) => {
                let message = Message::new("dossier-import-author").with("count", count);
                words.tell(&message.with("what", words.say(key)))
            }
            Label::Organisation(key) => {
                words.with("dossier-import-organisation", "what", words.say(key))
            }
            Label::Named(name) => name.clone(),
            Label::Files(name) => words.with("dossier-import-file", "name", name),
        }
    }
}

/// The columns of a contest with these rules, in the order of the form.
pub fn columns(rules: &RuleSet) -> Vec<Column> {
    let said = |(field, key): (&str, &str)| Column {
        field: field.to_owned(),
        label: Label::Said(key.to_owned()),
        is_usual: field != "second-field" || rules.entry.second_field,
    };
    let with_organisation = rules.entry.holders.contains(&entry::Holder::Organisation);
    let organisation = |(field, key): (&str, &'static str)| Column {
        field: field.to_owned(),
        label: Label::Organisation(key),
        is_usual: with_organisation,
    };
    let mut columns = vec![said((KEY, "dossier-import-key"))];
    columns.extend(FIXED.iter().map(|(field, key, _)| said((field, key))));
    columns.extend(ORGANISATION.map(organisation));
    for (at, row) in AUTHORS.iter().enumerate() {
        columns.extend(asked_of_authors(rules).into_iter().map(|(field, key)| Column {
            field: format!("{row}-{field}"),
            label: Label::Author(at + 1, key),
            is_usual: at < USUAL_AUTHORS,
        }));
    }
    columns.extend(DESK.iter().map(|(field, key, _)| said((field, key))));
    let named = |section: &entry::Section| Column {
        field: crate::dossiers::typed::written::part_field(&section.key),
        label: Label::Named(section.title.clone()),
        is_usual: true,
    };
    columns.extend(rules.entry.sections.iter().map(named));
    let files = rules.entry.checklist.iter().filter(|item| !item.takes.is_empty());
    columns.extend(files.map(|item| Column {
        field: format!("{FILE}{}", item.key),
        label: Label::Files(item.name.clone()),
        is_usual: true,
    }));
    columns
}

/// What is asked of each author: field within the author's row, key of its name.
fn asked_of_authors(rules: &RuleSet) -> Vec<(String, String)> {
    let own = |(field, key): (&str, &str)| (field.to_owned(), key.to_owned());
    let mut asked = vec![own(("name", "dossier-import-author-name"))];
    if rules.entry.authors.shares {
        asked.push(own(("share", "entry-share")));
    }
    let details = rules.entry.authors.details.keys().map(|detail| detail.code());
    asked.extend(details.map(|code| (code.to_owned(), format!("entry-detail-{code}"))));
    asked
}

/// The columns of the sheet of authors: the key of the row, then what is asked of each.
pub fn columns_of_authors(rules: &RuleSet) -> Vec<Column> {
    let key = (KEY.to_owned(), "dossier-import-key".to_owned());
    let all = [key].into_iter().chain(asked_of_authors(rules));
    let column = |(field, key)| Column { field, label: Label::Said(key), is_usual: true };
    all.map(column).collect()
}

/// A heading as it is compared: without marks, and whatever parts its words.
pub fn compared(heading: &str) -> String {
    let folded = text::fold(heading);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// By which headings each of these columns is known: its name in every language, its field, and others that are
/// seen for it. Where two columns have one name, the first has it.
pub fn known(columns: &[Column]) -> HashMap<String, usize> {
    let mut known = HashMap::new();
    let mut add = |heading: &str, at: usize| {
        known.entry(compared(heading)).or_insert(at);
    };
    for (at, column) in columns.iter().enumerate() {
        Locale::ALL.into_iter().for_each(|locale| add(&column.heading(Words(locale)), at));
        // Forms count authors from nought, people from one: their fields are no headings.
        if !matches!(column.label, Label::Author(..)) {
            add(&column.field, at);
        }
    }
    for (at, column) in columns.iter().enumerate() {
        column.others().iter().for_each(|other| add(other, at));
    }
    known
}

impl Column {
    /// Other headings by which it is known.
    fn others(&self) -> Vec<String> {
        let fixed = FIXED.iter().chain(&DESK).find(|(field, ..)| *field == self.field);
        let fixed = fixed.into_iter().flat_map(|(_, _, others)| *others).map(|it| (*it).to_owned());
        let asked = self.field.rsplit_once('-').map_or(self.field.as_str(), |(_, asked)| asked);
        let seen = ASKED.iter().find(|(field, _)| *field == asked);
        let seen = seen.into_iter().flat_map(|(_, others)| *others).chain([&asked]);
        match &self.label {
            Label::Author(count, _) => {
                let both = |asked: &&str| {
                    [format!("author {count} {asked}"), format!("tac gia {count} {asked}")]
                };
                seen.flat_map(both).collect()
            }
            Label::Files(name) => vec![name.clone()],
            Label::Said(_) if fixed.clone().next().is_none() => {
                seen.map(|asked| (*asked).to_owned()).collect()
            }
            _ => fixed.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> RuleSet {
        let set = entry::with_code("national").expect("the set is there");
        RuleSet { fields: set.fields.clone(), entry: set.rules.clone(), ..RuleSet::default() }
    }

    #[test]
    fn headings_are_known_in_both_languages() {
        let columns = columns(&rules());
        let known = known(&columns);
        let check = |heading: &str, expect: Option<&str>| {
            let found = known.get(&compared(heading)).map(|at| columns[*at].field.as_str());
            assert_eq!(found, expect, "{heading}");
        };
        check("Tên giải pháp", Some("title"));
        check("TÊN GIẢI PHÁP ", Some("title"));
        check("title", Some("title"));
        check("Tác giả 2: Họ và tên", Some("author-1-name"));
        check("Author 2: Name", Some("author-1-name"));
        check("Tác giả 12 – Ngày sinh", Some("author-11-birth"));
        check("Tác giả 3 họ tên", Some("author-2-name"));
        check("author 1 birth", Some("author-0-birth"));
        check("author-0-birth", None);
        check("Linh vuc", Some("field"));
        check("How it came", Some("way"));
        check("Mã dòng", Some(KEY));
        check("applied-since", Some("applied-since"));
        check("Màu sắc", None);
        check("", None);
    }

    #[test]
    fn every_part_that_the_rules_ask_has_its_column() {
        let rules = rules();
        let columns = columns(&rules);
        let is_there = |field: &str| columns.iter().any(|column| column.field == field);
        for section in &rules.entry.sections {
            assert!(is_there(&format!("part-{}", section.key)), "{}", section.key);
        }
        for item in rules.entry.checklist.iter().filter(|item| !item.takes.is_empty()) {
            assert!(is_there(&format!("{FILE}{}", item.key)), "{}", item.key);
        }
        let mut names: Vec<String> =
            columns.iter().map(|column| compared(&column.heading(Words(Locale::Vi)))).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "no two columns have one name");
    }
}
