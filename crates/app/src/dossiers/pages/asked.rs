//! What the pages of an entry ask, by its rules.

use entry::{Detail, EntryRules, Need};

use crate::dossiers::typed::written;
use crate::frame::Words;

/// Something asked about an author.
pub struct Asked {
    /// Its word.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Whether it must be told.
    pub is_required: bool,
    /// Whether the law protects it more.
    pub is_sensitive: bool,
    /// The kind of its field.
    pub kind: &'static str,
}

/// A part of the description, as its author writes it.
pub struct Section {
    /// The name of its field.
    pub field: String,
    /// Its heading.
    pub title: String,
    /// What is to be written there, how much, and for which criterion.
    pub help: String,
    /// Whether it must be told.
    pub is_required: bool,
}

/// What is asked about each author.
pub fn details(rules: &EntryRules, words: Words) -> Vec<Asked> {
    let asked = rules.authors.details.iter();
    let asked = asked.map(|(detail, need)| Asked {
        code: detail.code(),
        name: words.say(&format!("entry-detail-{}", detail.code())),
        is_required: *need == Need::Required,
        is_sensitive: detail.is_sensitive(),
        kind: match detail {
            Detail::Phone => "tel",
            Detail::Email => "email",
            _ => "text",
        },
    });
    asked.collect()
}

/// The parts of the description.
pub fn sections(rules: &EntryRules, words: Words) -> Vec<Section> {
    let told = |section: &entry::Section| {
        let limit = section.most_words.map(|most| words.count("entry-most-words", most));
        let criterion = section.criterion.as_ref();
        let criterion =
            criterion.map(|named| words.with("entry-for-criterion", "criterion", named));
        let help = [Some(section.prompt.clone()), limit, criterion];
        let help: Vec<String> = help.into_iter().flatten().filter(|it| !it.is_empty()).collect();
        Section {
            field: written::part_field(&section.key),
            title: section.title.clone(),
            help: help.join(" "),
            is_required: section.need == Need::Required,
        }
    };
    rules.sections.iter().map(told).collect()
}
