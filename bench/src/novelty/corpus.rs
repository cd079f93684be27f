//! Made-up solutions: syllables, words and turns of phrase as often as in a language, topics that share
//! words, each solution made anew from its number.

use rand::rngs::SmallRng;
use rand::{Rng, RngExt, SeedableRng};

const ONSETS: [&str; 24] = [
    "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x", "",
];
const RIMES: [&str; 40] = [
    "a", "ai", "am", "an", "ang", "anh", "ao", "au", "ay", "ăm", "ăn", "ăng", "âm", "ân", "âu",
    "ây", "e", "en", "eo", "ê", "ên", "i", "ia", "iên", "iêu", "inh", "o", "oa", "oan", "oi", "on",
    "ong", "ô", "ôi", "ông", "ơ", "ơi", "u", "uôn", "ươn",
];
const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];

/// Words of the language: two syllables each.
const WORDS: usize = 40_000;
/// Turns of phrase that office texts share.
const PHRASES: usize = 400;
/// Topics, each with words of its own.
const TOPICS: usize = 2_000;
const WORDS_OF_A_TOPIC: usize = 80;
/// Syllables of a solution, about.
const LENGTH: usize = 300;

/// The language in which solutions are written.
pub struct Corpus {
    words: Vec<String>,
    /// Another word for each word.
    synonyms: Vec<usize>,
    phrases: Vec<String>,
    topics: Vec<Vec<usize>>,
}

/// A solution: a title, and sentences.
#[derive(Debug, Clone)]
pub struct Solution {
    pub title: String,
    pub sentences: Vec<Vec<Piece>>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Piece {
    Word(usize),
    Phrase(usize),
}

impl Corpus {
    /// A language of its own, the same each time.
    pub fn new() -> Self {
        let mut random = SmallRng::seed_from_u64(1);
        let syllables = syllables();
        let pick = |random: &mut SmallRng| syllables[often(random, syllables.len())].clone();
        let words: Vec<String> =
            (0..WORDS).map(|_| format!("{} {}", pick(&mut random), pick(&mut random))).collect();
        let synonyms = (0..WORDS).map(|_| random.random_range(0..WORDS)).collect();
        let phrase = |random: &mut SmallRng| {
            let length = random.random_range(4..9);
            let words: Vec<&str> =
                (0..length).map(|_| words[often(random, WORDS)].as_str()).collect();
            words.join(" ")
        };
        let phrases = (0..PHRASES).map(|_| phrase(&mut random)).collect();
        let topic = |random: &mut SmallRng| {
            (0..WORDS_OF_A_TOPIC).map(|_| random.random_range(0..WORDS)).collect()
        };
        let topics = (0..TOPICS).map(|_| topic(&mut random)).collect();
        Self { words, synonyms, phrases, topics }
    }

    /// The solution of a number.
    pub fn solution(&self, number: u64) -> Solution {
        let mut random = SmallRng::seed_from_u64(number ^ 0x5eed_0000_0000_0000);
        let topic = &self.topics[random.random_range(0..TOPICS)];
        let title = (0..5).map(|_| self.words[self.word(&mut random, topic)].as_str());
        let title = title.collect::<Vec<_>>().join(" ");
        let (mut sentences, mut length) = (Vec::new(), 0);
        while length < LENGTH {
            let sentence = self.sentence(&mut random, topic);
            length += sentence.iter().map(|it| self.written(*it).split(' ').count()).sum::<usize>();
            sentences.push(sentence);
        }
        Solution { title, sentences }
    }

    fn sentence(&self, random: &mut SmallRng, topic: &[usize]) -> Vec<Piece> {
        let length = random.random_range(6..13);
        let piece = |random: &mut SmallRng| match random.random_range(0..100) {
            0..4 => Piece::Phrase(often(random, PHRASES)),
            _ => Piece::Word(self.word(random, topic)),
        };
        (0..length).map(|_| piece(random)).collect()
    }

    fn word(&self, random: &mut SmallRng, topic: &[usize]) -> usize {
        match random.random_range(0..100) {
            0..40 => topic[often(random, topic.len())],
            _ => often(random, WORDS),
        }
    }

    /// A piece as it is written.
    pub fn written(&self, piece: Piece) -> &str {
        match piece {
            Piece::Word(word) => &self.words[word],
            Piece::Phrase(phrase) => &self.phrases[phrase],
        }
    }

    /// A piece said with other words, where it can be.
    pub fn other_words(&self, piece: Piece) -> Piece {
        match piece {
            Piece::Word(word) => Piece::Word(self.synonyms[word]),
            Piece::Phrase(_) => piece,
        }
    }

    /// Sentences as a text.
    pub fn text(&self, sentences: &[Vec<Piece>]) -> String {
        let mut text = String::new();
        for sentence in sentences {
            for (at, piece) in sentence.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { " " });
                text.push_str(self.written(*piece));
            }
            text.push_str(". ");
        }
        text
    }
}

fn syllables() -> Vec<String> {
    let mut all = Vec::new();
    for onset in ONSETS {
        for rime in RIMES {
            let bases = TONES.iter().map(|tone| {
                let (first, rest) = rime.split_at(rime.chars().next().map_or(0, char::len_utf8));
                kernel::text::nfc(&format!("{onset}{first}{tone}{rest}"))
            });
            all.extend(bases);
        }
    }
    // Which are common has nothing to do with how they are spelt.
    let mut random = SmallRng::seed_from_u64(2);
    for at in (1..all.len()).rev() {
        all.swap(at, random.random_range(0..=at));
    }
    all
}

/// A number below another, small ones far more often: as words are (Zipf).
fn often(random: &mut impl Rng, below: usize) -> usize {
    let part: f64 = random.random();
    let number = ((below as f64 + 1.0).powf(part) - 1.0) as usize;
    number.min(below - 1)
}
