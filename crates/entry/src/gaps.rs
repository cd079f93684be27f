//! What an entry still lacks by its rules.

use std::collections::BTreeSet;

use kernel::Message;

use crate::choices::{Detail, Holder, Need, Role};
use crate::rules::{EntryRules, Section};
use crate::written::{Author, Entry, Share, percent, words};

/// A page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The solution in short.
    Solution,
    /// Holder and authors.
    People,
    /// The description.
    Description,
    /// The files.
    Files,
}

impl Step {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Solution, Self::People, Self::Description, Self::Files];

    /// Its word in addresses and stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Solution => "solution",
            Self::People => "people",
            Self::Description => "description",
            Self::Files => "files",
        }
    }

    /// The step with a word.
    pub fn with_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// Whether an entry can be handed in nevertheless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Not before it is filled in.
    Stops,
    /// It can; whoever checks will ask for it.
    Asks,
}

/// Something that is missing or does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Where it is put right.
    pub step: Step,
    /// The field of the form; may be empty.
    pub field: String,
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub says: Message,
}

/// What an entry is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'r> {
    /// What is asked of an entry.
    pub rules: &'r EntryRules,
    /// The contest's fields of entry.
    pub fields: &'r [String],
    /// Applied since 1 January of this year (áp dụng từ năm).
    pub since: Option<i16>,
    /// Keys of the parts of the dossier for which there is a file.
    pub held: &'r BTreeSet<String>,
}

impl Entry {
    /// Everything that is missing, in the order of the form.
    pub fn gaps(&self, against: &Against<'_>) -> Vec<Gap> {
        let mut gaps = self.solution_gaps(against);
        gaps.extend(self.people_gaps(against.rules));
        gaps.extend(self.description_gaps(against));
        gaps.extend(file_gaps(against));
        gaps
    }

    fn solution_gaps(&self, against: &Against<'_>) -> Vec<Gap> {
        let solution = &self.solution;
        let stop = |field: &str, key: &'static str| gap(Step::Solution, field, key);
        let mut gaps = Vec::new();
        if solution.title.is_empty() {
            gaps.push(stop("title", "gap-title"));
        }
        if !against.fields.is_empty() && !against.fields.contains(&solution.field) {
            gaps.push(stop("field", "gap-field"));
        }
        if !solution.second_field.is_empty() && solution.second_field == solution.field {
            gaps.push(stop("second-field", "gap-second-field"));
        }
        let Some(since) = solution.applied_since else {
            if against.rules.conditions.applied || against.since.is_some() {
                gaps.push(stop("applied-since", "gap-applied-since"));
            }
            return gaps;
        };
        if let Some(first) = against.since.filter(|first| since.last_day().year() < *first) {
            let says = Message::new("gap-applied-early").with("year", first);
            gaps.push(Gap { weight: Weight::Asks, says, ..stop("applied-since", "") });
        }
        gaps
    }

    fn people_gaps(&self, rules: &EntryRules) -> Vec<Gap> {
        let people = &self.people;
        let stop = |field: &str, key: &'static str| gap(Step::People, field, key);
        let mut gaps = Vec::new();
        match people.holder {
            None => gaps.push(stop("holder", "gap-holder")),
            Some(holder) if !rules.holders.is_empty() && !rules.holders.contains(&holder) => {
                gaps.push(stop("holder", "gap-holder-not-allowed"));
            }
            Some(Holder::Person) if people.authors.len() > 1 => {
                gaps.push(stop("holder", "gap-person-with-several"));
            }
            Some(Holder::Organisation) if people.organisation.name.is_empty() => {
                gaps.push(stop("organisation", "gap-organisation"));
            }
            Some(_) => (),
        }
        if people.authors.is_empty() {
            gaps.push(stop("authors", "gap-no-author"));
        }
        if let Some(most) = rules.authors.most.filter(|most| people.authors.len() > (*most).into())
        {
            let says = Message::new("gap-too-many-authors").with("count", most);
            gaps.push(Gap { says, ..stop("authors", "") });
        }
        for (at, author) in people.authors.iter().enumerate() {
            gaps.extend(author_gaps((at, author), rules));
        }
        gaps.extend(self.share_gap(rules));
        gaps
    }

    fn share_gap(&self, rules: &EntryRules) -> Option<Gap> {
        let authors = &self.people.authors;
        if !rules.authors.shares || authors.is_empty() {
            return None;
        }
        let shares = authors.iter().filter_map(|author| author.share);
        let sum: u32 = shares.map(Share::hundredths).sum();
        let says = Message::new("gap-shares").with("sum", percent(sum));
        (sum != Share::WHOLE).then(|| Gap { says, ..gap(Step::People, "shares", "") })
    }

    fn description_gaps(&self, against: &Against<'_>) -> Vec<Gap> {
        let has_file = against
            .rules
            .checklist
            .iter()
            .any(|item| item.role == Role::Description && against.held.contains(&item.key));
        let sections = against.rules.sections.iter();
        sections.filter_map(|section| self.section_gap(section, has_file)).collect()
    }

    fn section_gap(&self, section: &Section, has_file: bool) -> Option<Gap> {
        let written = self.description.get(&section.key).map_or("", String::as_str);
        let told = |says: Message| Gap {
            says: says.with("title", &section.title),
            ..gap(Step::Description, &section.key, "")
        };
        let count = words(written);
        match section.most_words {
            Some(most) if count > most as usize => {
                let says = Message::new("gap-section-long");
                return Some(told(says.with("count", count).with("most", most)));
            }
            _ => (),
        }
        let is_missing = count == 0 && section.need == Need::Required && !has_file;
        is_missing.then(|| told(Message::new("gap-section")))
    }
}

/// A gap that stops.
fn gap(step: Step, field: &str, key: &'static str) -> Gap {
    Gap { step, field: field.to_owned(), weight: Weight::Stops, says: Message::new(key) }
}

fn author_gaps((at, author): (usize, &Author), rules: &EntryRules) -> Vec<Gap> {
    let field = |name: &str| format!("author-{at}-{name}");
    let told = |name: &str, key: &str| {
        let says = Message::new(key.to_owned()).with("count", at + 1).with("name", &author.name);
        Gap { says, ..gap(Step::People, &field(name), "") }
    };
    let mut gaps = Vec::new();
    if author.name.is_empty() {
        gaps.push(told("name", "gap-author-name"));
    }
    if rules.authors.shares && author.share.is_none() {
        gaps.push(told("share", "gap-share"));
    }
    let asked = rules.authors.details.iter().filter(|(_, need)| **need == Need::Required);
    let is_empty = |detail: &Detail| author.details.get(detail).is_none_or(String::is_empty);
    for (detail, _) in asked.filter(|(detail, _)| is_empty(detail)) {
        gaps.push(told(detail.code(), &format!("gap-author-{}", detail.code())));
    }
    gaps
}

/// Papers of the dossier that must be there and are not. They keep nobody from handing in: what must be
/// there in time is small, and whoever checks asks for the rest.
fn file_gaps(against: &Against<'_>) -> Vec<Gap> {
    let wanted = against.rules.checklist.iter().filter(|item| {
        item.need == Need::Required
            && !item.takes.is_empty()
            && !matches!(item.role, Role::Registration | Role::Description)
            && !against.held.contains(&item.key)
    });
    let told = |name: &str, key: &str| Gap {
        weight: Weight::Asks,
        says: Message::new("gap-file").with("name", name),
        ..gap(Step::Files, key, "")
    };
    wanted.map(|item| told(&item.name, &item.key)).collect()
}

#[cfg(test)]
#[path = "gaps_tests.rs"]
mod tests;
