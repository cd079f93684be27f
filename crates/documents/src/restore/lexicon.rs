//! The words of official papers and how they follow each other, from the phrases in `lexicon/` and
//! the names of all administrative units.

use std::collections::HashMap;
use std::sync::LazyLock;

use gazetteer::{Gazetteer, Level};

use super::hashing::Quick;
use super::syllables;
use super::trie::Trie;

/// A syllable or abbreviation; its text is [`Lexicon::text`].
pub(super) type Word = u16;

/// What stands before the first word of a sentence.
pub(super) const BREAK: Word = 0;

/// A number, a name in Latin numerals, or anything else that is no syllable.
pub(super) const OTHER: Word = 1;

static PHRASES: [&str; 15] = [
    include_str!("../../lexicon/bodies.txt"),
    include_str!("../../lexicon/frequent.txt"),
    include_str!("../../lexicon/clauses.txt"),
    include_str!("../../lexicon/contest.txt"),
    include_str!("../../lexicon/dates.txt"),
    include_str!("../../lexicon/everyday.txt"),
    include_str!("../../lexicon/general.txt"),
    include_str!("../../lexicon/life.txt"),
    include_str!("../../lexicon/names.txt"),
    include_str!("../../lexicon/papers.txt"),
    include_str!("../../lexicon/places.txt"),
    include_str!("../../lexicon/prose.txt"),
    include_str!("../../lexicon/reports.txt"),
    include_str!("../../lexicon/speech.txt"),
    include_str!("../../lexicon/technology.txt"),
];

/// A phrase of weight 1 counts this often, so that a commune's name may count less.
const UNIT: u32 = 20;

/// How strongly the next shorter context is mixed in, in counts: by itself, and for each word that was seen
/// to follow; what many words follow may be followed by others, too.
const MIX: (f32, f32) = (20.0, 40.0);

/// The share of a syllable that spelling allows and no phrase contains.
const UNHEARD: f32 = 0.05;

/// Words and the counts of their sequences.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: Vec<String>,
    ids: HashMap<String, Word, Quick>,
    /// Abbreviations by their letters without marks: "HDND" is "HĐND".
    abbreviations: HashMap<String, Word, Quick>,
    single: Vec<u32>,
    total: f32,
    /// How often a word, or two, are followed by anything, and by each word.
    after_one: Vec<After>,
    pairs: HashMap<u32, u32, Quick>,
    after_two: HashMap<u32, After, Quick>,
    triples: HashMap<u64, u32, Quick>,
    trie: Trie,
}

/// What was seen to follow.
#[derive(Clone, Copy, Debug, Default)]
struct After {
    count: u32,
    /// How many different words.
    kinds: u32,
}

impl After {
    fn add(&mut self, weight: u32, is_new: bool) {
        self.count += weight;
        self.kinds += u32::from(is_new);
    }

    /// The chance of a word that was counted so often, given its chance after a shorter context.
    fn chance(self, count: u32, shorter: f32, (constant, each): (f32, f32)) -> f32 {
        let mix = constant + each * self.kinds as f32;
        (count as f32 + mix * shorter) / (self.count as f32 + mix)
    }
}

static SHARED: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

impl Lexicon {
    /// The one lexicon; the first call takes some milliseconds.
    pub(super) fn shared() -> &'static Self {
        &SHARED
    }

    fn empty() -> Self {
        let mut lexicon = Self {
            words: Vec::new(),
            ids: HashMap::default(),
            abbreviations: HashMap::default(),
            single: Vec::new(),
            total: 0.0,
            after_one: Vec::new(),
            pairs: HashMap::default(),
            after_two: HashMap::default(),
            triples: HashMap::default(),
            trie: Trie::default(),
        };
        lexicon.id("<break>");
        lexicon.id("<other>");
        lexicon
    }

    fn load() -> Self {
        let mut lexicon = Self::empty();
        for line in PHRASES.iter().flat_map(|text| text.lines()) {
            if !line.starts_with('#') {
                let (phrase, weight) = line.split_once('\t').unwrap_or((line, "1"));
                lexicon.hear(phrase, UNIT * weight.parse().unwrap_or(1));
            }
        }
        for place in Gazetteer::shared().places() {
            let weight = match place.level() {
                Level::Province => 3 * UNIT,
                Level::District => UNIT / 4,
                Level::Commune => 1,
            };
            lexicon.hear(&place.short_name(), weight);
        }
        lexicon.total = lexicon.single.iter().map(|&count| count as f32).sum();
        lexicon.grow_trie();
        lexicon
    }

    fn id(&mut self, word: &str) -> Word {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = Word::try_from(self.words.len()).expect("fewer syllables than 65,536");
        self.words.push(word.to_owned());
        self.ids.insert(word.to_owned(), id);
        self.single.push(0);
        self.after_one.push(After::default());
        id
    }

    /// Counts the words of a phrase and their neighbours. A word alone says nothing on neighbours.
    fn hear(&mut self, phrase: &str, weight: u32) {
        let capital = !phrase.chars().any(char::is_lowercase);
        if !phrase.contains([' ', '/', '-']) {
            let word = self.word_of(phrase, capital);
            self.single[usize::from(word)] += weight;
            return;
        }
        let (mut first, mut second) = (BREAK, BREAK);
        for token in phrase.split([' ', '/', '-']) {
            let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.is_empty() {
                continue;
            }
            let third = self.word_of(bare, capital);
            self.count(first, second, third, weight);
            (first, second) = if token.ends_with(['.', ';', ':', ')']) {
                (BREAK, BREAK)
            } else {
                (second, third)
            };
        }
    }

    fn word_of(&mut self, token: &str, capital: bool) -> Word {
        let abbreviated = token.chars().count() > 1 && !token.chars().any(char::is_lowercase);
        let letter = token.chars().count() == 1 && !has_vowel(token);
        if token.contains(|c: char| c.is_ascii_digit()) || is_roman(token) || letter {
            OTHER
        } else if abbreviated && (!capital || !has_vowel(token)) {
            let id = self.id(token);
            self.abbreviations.insert(unmarked(token), id);
            id
        } else {
            self.id(&token.to_lowercase())
        }
    }

    fn count(&mut self, first: Word, second: Word, third: Word, weight: u32) {
        self.single[usize::from(third)] += weight;
        let pairs = self.pairs.entry(pair(second, third)).or_default();
        self.after_one[usize::from(second)].add(weight, *pairs == 0);
        *pairs += weight;
        let triples = self.triples.entry(triple(first, second, third)).or_default();
        self.after_two.entry(pair(first, second)).or_default().add(weight, *triples == 0);
        *triples += weight;
    }

    fn grow_trie(&mut self) {
        let words = self.words.iter().zip(0..).skip(2);
        let entries = words.map(|(text, word)| (text.as_str(), word, cost(self.alone(word))));
        self.trie = Trie::grow(entries);
    }

    /// The tree of all syllables.
    pub(super) fn trie(&self) -> &Trie {
        &self.trie
    }

    /// How a word is written, in small letters unless it is an abbreviation.
    pub(super) fn text(&self, word: Word) -> &str {
        &self.words[usize::from(word)]
    }

    /// The abbreviation that these capitals are when marks are lost: "HDND".
    pub(super) fn abbreviation(&self, token: &str) -> Option<Word> {
        self.abbreviations.get(&unmarked(token)).copied()
    }

    /// The chance of a word anywhere.
    fn alone(&self, word: Word) -> f32 {
        let count = self.single[usize::from(word)] as f32;
        (count + UNHEARD) / (self.total + UNHEARD * self.words.len() as f32)
    }

    /// The cost of `third` after `first` and `second`, in hundredths of a natural logarithm.
    pub(super) fn cost(&self, first: Word, second: Word, third: Word) -> f32 {
        self.context(first, second).cost(third, self.by_pair(second, third))
    }

    /// The chance of a word after another.
    pub(super) fn by_pair(&self, second: Word, third: Word) -> f32 {
        let pairs = self.pairs.get(&pair(second, third)).copied().unwrap_or(0);
        self.after_one[usize::from(second)].chance(pairs, self.alone(third), MIX)
    }

    /// Two words that others follow.
    pub(super) fn context(&self, first: Word, second: Word) -> Context<'_> {
        let words = pair(first, second);
        Context { lexicon: self, words, after: self.after_two.get(&words).copied() }
    }
}

/// Two words, and what was seen to follow them.
pub(super) struct Context<'a> {
    lexicon: &'a Lexicon,
    words: u32,
    after: Option<After>,
}

impl Context<'_> {
    /// The cost of a word in it, given its chance after the second word alone.
    pub(super) fn cost(&self, third: Word, by_pair: f32) -> f32 {
        let Some(after) = self.after else { return cost(by_pair) };
        let triple = u64::from(self.words) << 16 | u64::from(third);
        let seen = self.lexicon.triples.get(&triple).copied().unwrap_or(0);
        cost(after.chance(seen, by_pair, MIX))
    }
}

fn cost(chance: f32) -> f32 {
    -100.0 * chance.ln()
}

fn pair(first: Word, second: Word) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

fn triple(first: Word, second: Word, third: Word) -> u64 {
    u64::from(pair(first, second)) << 16 | u64::from(third)
}

fn has_vowel(token: &str) -> bool {
    let small = token.to_lowercase();
    small.chars().filter_map(syllables::bare).any(|letter| "aeiouy".contains(letter))
}

fn is_roman(token: &str) -> bool {
    token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Capitals with every Đ as D, and what it is misread as.
fn unmarked(token: &str) -> String {
    token.chars().map(|c| if matches!(c, 'Đ' | 'Ð') { 'D' } else { c }).collect()
}
