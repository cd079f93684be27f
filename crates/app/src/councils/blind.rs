//! A dossier as judges see it: without who made it.

use entry::Entry;
use kernel::Period;

use crate::contests::RuleSet;

/// What stands where a name was.
const HIDDEN: &str = "[…]";

/// A dossier without names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blind {
    /// The title.
    pub title: String,
    /// The field of entry.
    pub field: String,
    /// When it was first applied; may be empty. Where would tell who.
    pub applied_since: String,
    /// The parts of the description: heading and text.
    pub parts: Vec<(String, String)>,
}

/// An entry by its rules, without who made it: names of authors and organisations are taken out of what they
/// wrote themselves too.
pub fn blind(entry: &Entry, rules: &RuleSet) -> Blind {
    let names = names(entry);
    let parts = rules.entry.sections.iter().filter_map(|section| {
        let text = entry.description.get(&section.key)?;
        Some((section.title.clone(), without(text, &names)))
    });
    Blind {
        title: without(&entry.solution.title, &names),
        field: entry.solution.field.clone(),
        applied_since: entry.solution.applied_since.map(Period::written).unwrap_or_default(),
        parts: parts.collect(),
    }
}

/// Names that say who it is. A name of one word is a word of the language too, and stays.
fn names(entry: &Entry) -> Vec<&str> {
    let authors = entry.people.authors.iter().map(|author| author.name.as_str());
    let organisation = &entry.people.organisation;
    let others = [organisation.name.as_str(), organisation.representative.as_str()];
    let mut names: Vec<&str> =
        authors.chain(others).map(str::trim).filter(|name| name.contains(' ')).collect();
    // The longest first: a name may be part of another.
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// A text without names, however they are capitalised.
fn without(text: &str, names: &[&str]) -> String {
    names.iter().fold(text.to_owned(), |text, name| cut_out(&text, name))
}

fn cut_out(text: &str, name: &str) -> String {
    let wanted: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let letters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        match letters.get(at..at + wanted.len()) {
            Some(piece) if is_same(piece, &wanted) => {
                kept.push_str(HIDDEN);
                at += wanted.len();
            }
            _ => {
                kept.push(letters[at]);
                at += 1;
            }
        }
    }
    kept
}

/// Whether letters are the same; each letter of Vietnamese is one small letter.
fn is_same(piece: &[char], wanted: &[char]) -> bool {
    piece.iter().zip(wanted).all(|(one, other)| one.to_lowercase().eq(std::iter::once(*other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_out_of_texts() {
        let check = |text: &str, names: &[&str], expect: &str| {
            assert_eq!(without(text, names), expect);
        };
        check("Tôi là Lò Văn Gieo.", &["Lò Văn Gieo"], "Tôi là […].");
        check("LÒ VĂN GIEO và lò văn gieo", &["Lò Văn Gieo"], "[…] và […]");
        check("Công ty Hạt Ngô làm", &["Công ty Hạt Ngô", "Hạt Ngô"], "[…] làm");
        check("Lò Văn", &["Lò Văn Gieo"], "Lò Văn");
        check("", &["Lò Văn Gieo"], "");
    }
}
