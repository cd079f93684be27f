//! The message files: which keys there are, and what each mentions.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::tree;

/// Where the message files stand.
pub const FOLDER: &str = "crates/app/messages/";

/// A sentence of a message file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The file, below the language's folder.
    pub file: String,
    /// The names of its arguments.
    pub args: BTreeSet<String>,
}

/// The sentences of a language by key. A key that occurs twice is reported as `<key> twice`.
pub fn sentences(language: &str) -> BTreeMap<String, Sentence> {
    let folder = format!("{FOLDER}{language}/");
    let mut found = BTreeMap::new();
    for file in tree::below(&folder, ".ftl") {
        let name = file.path.trim_start_matches(&folder).to_owned();
        for (key, text) in entries(&file.text) {
            let sentence = Sentence { file: name.clone(), args: arguments(&text) };
            if found.insert(key.clone(), sentence.clone()).is_some() {
                found.insert(format!("{key} twice"), sentence);
            }
        }
    }
    found
}

/// The sentences of a file: a key at the beginning of a line, and the lines below it that are indented.
fn entries(text: &str) -> Vec<(String, String)> {
    let key = Regex::new(r"^([a-z][a-z0-9_-]*) *=(.*)$").expect("the pattern is right");
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(found) = key.captures(line) {
            entries.push((found[1].to_owned(), found[2].to_owned()));
        } else if let Some((_, sentence)) = entries.last_mut().filter(|_| !line.starts_with('#')) {
            sentence.push('\n');
            sentence.push_str(line);
        }
    }
    entries
}

fn arguments(text: &str) -> BTreeSet<String> {
    let name = Regex::new(r"\$([a-z][a-z0-9_]*)").expect("the pattern is right");
    name.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_keys_and_arguments() {
        let text =
            "# note\na-b = One { $name }\nc =\n    { $count ->\n        [one] { $x }\n    }\n";
        let found: Vec<_> =
            entries(text).into_iter().map(|(key, text)| (key, arguments(&text))).collect();
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let expect = [("a-b".to_owned(), set(&["name"])), ("c".to_owned(), set(&["count", "x"]))];
        assert_eq!(found, expect);
    }
}
