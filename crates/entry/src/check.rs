//! What rules contradict in themselves.

use std::collections::BTreeSet;

use kernel::Message;

use crate::choices::{Holder, Role};
use crate::rules::EntryRules;

/// Why rules cannot stand as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody may enter.
    NoHolder,
    /// Shares of one author alone: a group may enter, yet only one author is allowed.
    GroupOfOne,
    /// Two groups of judging, parts of the dossier or of the description are called the same.
    Twice(String),
    /// A group judges a field that is none of the contest's.
    UnknownField(String),
    /// Two groups judge the same field.
    TwoGroups(String),
    /// There are groups, and none judges this field.
    NoGroup(String),
    /// There is a description to write, and the dossier holds none, or the other way round.
    Description,
    /// Evidence of application is asked, and nothing of the dossier is evidence.
    NoEvidence,
}

impl Trouble {
    /// What is wrong, as a sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::NoHolder => Message::new("entry-no-holder"),
            Self::GroupOfOne => Message::new("entry-group-of-one"),
            Self::Twice(name) => Message::new("entry-twice").with("name", name),
            Self::UnknownField(name) => Message::new("entry-unknown-field").with("name", name),
            Self::TwoGroups(name) => Message::new("entry-two-groups").with("name", name),
            Self::NoGroup(name) => Message::new("entry-no-group").with("name", name),
            Self::Description => Message::new("entry-description-missing"),
            Self::NoEvidence => Message::new("entry-no-evidence"),
        }
    }
}

impl EntryRules {
    /// Whether nothing is said.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Everything that contradicts itself; `fields` are the contest's fields of entry.
    pub fn troubles(&self, fields: &[String]) -> Vec<Trouble> {
        let mut found = Vec::new();
        if self.holders.is_empty() {
            found.push(Trouble::NoHolder);
        }
        if self.holders.contains(&Holder::Group) && self.authors.most == Some(1) {
            found.push(Trouble::GroupOfOne);
        }
        found.extend(twice(self.groups.iter().map(|group| &group.name)));
        found.extend(twice(self.checklist.iter().map(|item| &item.name)));
        found.extend(twice(self.sections.iter().map(|section| &section.title)));
        found.extend(self.grouping(fields));
        let has = |role: Role| self.checklist.iter().any(|item| item.role == role);
        if has(Role::Description) == self.sections.is_empty() {
            found.push(Trouble::Description);
        }
        if self.conditions.applied && !has(Role::Evidence) {
            found.push(Trouble::NoEvidence);
        }
        found
    }

    fn grouping(&self, fields: &[String]) -> Vec<Trouble> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut judged = BTreeSet::new();
        for field in self.groups.iter().flat_map(|group| &group.fields) {
            if !fields.contains(field) {
                found.push(Trouble::UnknownField(field.clone()));
            } else if !judged.insert(field) {
                found.push(Trouble::TwoGroups(field.clone()));
            }
        }
        let left = fields.iter().filter(|field| !judged.contains(field));
        found.extend(left.cloned().map(Trouble::NoGroup));
        found
    }

    /// The key of a new part: the first of `prefix-1`, `prefix-2`, … that none of `known` has.
    pub fn free_key<'k>(prefix: &str, known: impl Iterator<Item = &'k str> + Clone) -> String {
        let is_free = |key: &String| !known.clone().any(|known| known == key);
        let mut keys = (1..=u32::MAX).map(|at| format!("{prefix}-{at}"));
        keys.find(is_free).unwrap_or_default()
    }
}

fn twice<'n>(names: impl Iterator<Item = &'n String>) -> Vec<Trouble> {
    let mut seen = BTreeSet::new();
    let again = names.filter(|name| !seen.insert(kernel::text::fold(name)));
    again.cloned().map(Trouble::Twice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Group, Item, Section};

    fn sound() -> EntryRules {
        EntryRules { holders: vec![Holder::Person], ..EntryRules::default() }
    }

    fn item(name: &str, role: Role) -> Item {
        Item { key: name.into(), name: name.into(), role, ..Item::default() }
    }

    fn group(name: &str, fields: &[&str]) -> Group {
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        Group { name: name.into(), fields }
    }

    #[test]
    fn what_contradicts_itself_is_found() {
        let fields = ["Cơ khí".to_owned(), "Y dược".to_owned()];
        let check = |rules: EntryRules, expect: &[Trouble]| {
            assert_eq!(rules.troubles(&fields), expect);
        };
        check(sound(), &[]);
        check(EntryRules::default(), &[Trouble::NoHolder]);
        let mut group_of_one = sound();
        group_of_one.holders.push(Holder::Group);
        group_of_one.authors.most = Some(1);
        check(group_of_one, &[Trouble::GroupOfOne]);
        let sections = vec![Section { title: "1. Tên".into(), ..Section::default() }];
        check(EntryRules { sections, ..sound() }, &[Trouble::Description]);
        let checklist = vec![item("Bản mô tả", Role::Description)];
        check(EntryRules { checklist, ..sound() }, &[Trouble::Description]);
        let checklist = vec![item("Ảnh", Role::Other), item("ảnh", Role::Other)];
        check(EntryRules { checklist, ..sound() }, &[Trouble::Twice("ảnh".into())]);
        let mut applied = sound();
        applied.conditions.applied = true;
        check(applied.clone(), &[Trouble::NoEvidence]);
        applied.checklist.push(item("Biên bản", Role::Evidence));
        check(applied, &[]);
    }

    #[test]
    fn every_field_is_judged_by_one_group() {
        let fields = ["Cơ khí".to_owned(), "Y dược".to_owned()];
        let check = |groups: &[Group], expect: &[Trouble]| {
            let rules = EntryRules { groups: groups.to_vec(), ..sound() };
            assert_eq!(rules.troubles(&fields), expect);
        };
        let both = group("Kỹ thuật", &["Cơ khí", "Y dược"]);
        check(std::slice::from_ref(&both), &[]);
        check(&[both, group("Hai", &["Y dược"])], &[Trouble::TwoGroups("Y dược".into())]);
        check(
            &[group("Một", &["Cơ khí", "Hóa"])],
            &[Trouble::UnknownField("Hóa".into()), Trouble::NoGroup("Y dược".into())],
        );
    }

    #[test]
    fn a_new_part_takes_the_first_free_key() {
        let key = |known: &[&'static str]| EntryRules::free_key("phan", known.iter().copied());
        assert_eq!(key(&[]), "phan-1");
        assert_eq!(key(&["phan-1", "phan-3"]), "phan-2");
    }
}
