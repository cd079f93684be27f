//! Which keys a list knows, and which words they take.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::near::{nearest, squeezed};

/// What stands behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Any text.
    Text,
    /// Some of the key's words, with commas between them.
    Choice,
    /// Whole numbers.
    Number,
    /// Days, months, quarters, years.
    Time,
}

/// A word that a key takes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// How programs call it.
    pub code: String,
    /// How people call it: in English, in Vietnamese, otherwise.
    pub names: Vec<String>,
}

/// A key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// How programs call it.
    pub code: String,
    /// What stands behind it.
    pub kind: Kind,
    /// How people call it: in English, in Vietnamese, otherwise.
    pub names: Vec<String>,
    /// The words that it takes, if it takes only some.
    #[serde(default)]
    pub words: Vec<Word>,
}

impl Key {
    /// The word with this name.
    pub fn word(&self, typed: &str) -> Option<&Word> {
        self.words.iter().find(|word| is_named(&word.names, typed))
    }

    /// The name of a word that is nearest to what was typed.
    pub fn near(&self, typed: &str) -> Option<String> {
        nearest(typed, self.words.iter().flat_map(|word| &word.names))
    }
}

/// What a list can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Its keys.
    #[serde(rename = "key")]
    pub keys: Vec<Key>,
}

impl Vocabulary {
    /// The key with this name.
    pub fn key(&self, typed: &str) -> Option<&Key> {
        self.keys.iter().find(|key| is_named(&key.names, typed))
    }

    /// The name of a key that is nearest to what was typed.
    pub fn near(&self, typed: &str) -> Option<String> {
        nearest(typed, self.keys.iter().flat_map(|key| &key.names))
    }
}

fn is_named(names: &[String], typed: &str) -> bool {
    let typed = squeezed(typed);
    !typed.is_empty() && names.iter().any(|name| squeezed(name) == typed)
}

/// What lists of dossiers can be asked for.
pub fn dossiers() -> &'static Vocabulary {
    static DOSSIERS: LazyLock<Vocabulary> = LazyLock::new(|| {
        toml::from_str(include_str!("dossiers.toml")).expect("a test reads the file")
    });
    &DOSSIERS
}
