//! A whole entry to be read: as it would be handed in, or as it was.

use entry::{Detail, Entry, EntryRules, Holder};
use kernel::Period;

use crate::contests::RuleSet;
use crate::frame::Words;

/// An entry to be read; `dossiers/pages/_whole.html` shows it.
pub struct Whole {
    /// Short facts: name and what is told.
    pub facts: Vec<(String, String)>,
    /// The authors.
    pub authors: Vec<AuthorShown>,
    /// Whether shares are asked.
    pub shares: bool,
    /// The parts of the description: heading and text.
    pub parts: Vec<(String, String)>,
}

impl Whole {
    /// Everything as named lines: facts, each author, the description.
    pub fn lines(&self) -> Vec<(String, String)> {
        let author = |author: &AuthorShown| {
            let told = [author.share.as_str(), author.details.as_str()];
            let told: Vec<&str> = told.into_iter().filter(|it| !it.is_empty()).collect();
            (author.name.clone(), told.join(" · "))
        };
        let authors = self.authors.iter().map(author);
        self.facts.iter().cloned().chain(authors).chain(self.parts.iter().cloned()).collect()
    }
}

/// An author to be read.
pub struct AuthorShown {
    /// Name.
    pub name: String,
    /// Share; empty where none is told.
    pub share: String,
    /// What else is told, but for what the law protects most.
    pub details: String,
}

/// The entry by its rules. Identity numbers and ethnicity are not shown: who wrote them finds them on the
/// page where they are written.
pub fn whole(entry: &Entry, rules: &RuleSet, words: Words) -> Whole {
    Whole {
        facts: facts(entry, words),
        authors: authors(entry, words),
        shares: rules.entry.authors.shares,
        parts: parts(entry, &rules.entry),
    }
}

fn facts(entry: &Entry, words: Words) -> Vec<(String, String)> {
    let solution = &entry.solution;
    let organisation = &entry.people.organisation;
    let holder = entry.people.holder;
    let held = holder.map(|held| words.say(&format!("entry-holder-{}", held.code())));
    let is_held = holder == Some(Holder::Organisation);
    let organisation = if is_held { organisation.name.clone() } else { String::new() };
    let told = [
        ("entry-field", solution.field.clone()),
        ("entry-second", solution.second_field.clone()),
        ("entry-applied-since", solution.applied_since.map(Period::written).unwrap_or_default()),
        ("entry-applied-at", solution.applied_at.clone()),
        ("entry-part-holders", held.unwrap_or_default()),
        ("dossier-organisation", organisation),
        ("dossier-before", solution.earlier.clone()),
        ("dossier-protection", solution.protection.clone()),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(key, value)| (words.say(key), value)).collect()
}

fn authors(entry: &Entry, words: Words) -> Vec<AuthorShown> {
    let shown = |author: &entry::Author| {
        let details = author.details.iter().filter(|(detail, _)| !detail.is_sensitive());
        let told = details.map(|(detail, told)| told_of(*detail, told, words));
        let told: Vec<String> = told.collect();
        AuthorShown {
            name: author.name.clone(),
            share: author.share.map(|share| share.to_string()).unwrap_or_default(),
            details: told.join(" · "),
        }
    };
    entry.people.authors.iter().map(shown).collect()
}

fn told_of(detail: Detail, told: &str, words: Words) -> String {
    format!("{}: {told}", words.say(&format!("entry-detail-{}", detail.code())))
}

fn parts(entry: &Entry, rules: &EntryRules) -> Vec<(String, String)> {
    let told = rules.sections.iter().filter_map(|section| {
        let text = entry.description.get(&section.key)?;
        Some((section.title.clone(), text.clone()))
    });
    told.collect()
}
