//! Taking a written name apart: parts, kinds of unit, names.

use kernel::text::modern_tone;

use super::How;
use super::distance::Letters;
use super::vocabulary::{BODIES, KindSet, SHORT, WORDS};

const LOST_WRONG_KIND_MARKS: u8 = 3;
const LOST_NEAR_KIND: u8 = 4;

/// A word in lower case, as written and folded.
#[derive(Clone, Debug)]
struct Word {
    marked: String,
    folded: String,
}

impl Word {
    fn read(text: &str) -> Self {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let short = if digits { text.trim_start_matches('0') } else { text };
        let marked = if short.is_empty() { text } else { short }.to_owned();
        let folded = super::names::key(&marked);
        Self { marked, folded }
    }

    fn is_bare(&self) -> bool {
        self.marked.is_ascii()
    }
}

/// A part of the text between commas: the name of one unit, perhaps with its kind.
#[derive(Debug)]
pub(super) struct Segment {
    words: Vec<Word>,
    former: bool,
}

/// One way to understand a segment: with a kind before the name, or all of it as the name.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) kinds: KindSet,
    /// The letters of the name without marks.
    pub(super) key: String,
    /// The letters of the name with marks, in lower case.
    pub(super) marked: String,
    /// What the score loses for the word of the kind.
    pub(super) lost: u8,
    pub(super) how: How,
}

/// The segments of a text, from small to large as they are written. `knows` says whether a segment
/// is a name as it stands, so that "Bà Rịa - Vũng Tàu" is not parted.
pub(super) fn segments(text: &str, knows: impl Fn(&Segment) -> bool) -> Vec<Segment> {
    let lower = modern_tone(&text.to_lowercase());
    let mut all: Vec<Segment> = Vec::new();
    for part in lower.split([',', ';', '(', ')', '[', ']', '/', '|', ':', '\n']) {
        let whole = Segment::read(part);
        match all.last_mut() {
            Some(before) if whole.says_former() => before.former = true,
            _ if whole.words.is_empty() || whole.is_the_country() => {}
            _ if knows(&whole) => all.push(whole),
            _ => all.extend(pieces(part, whole, &knows)),
        }
    }
    all
}

/// The units in a part that is no name as a whole. A dash parts them if a name stands beside it.
fn pieces(part: &str, whole: Segment, knows: impl Fn(&Segment) -> bool) -> Vec<Segment> {
    let beside = part.split(" - ").flat_map(|piece| piece.split(['–', '—'])).map(Segment::read);
    let beside: Vec<Segment> = beside.filter(|piece| !piece.words.is_empty()).collect();
    let parted = if beside.iter().any(&knows) { beside } else { vec![whole] };
    parted.into_iter().flat_map(|piece| piece.parted(&knows)).collect()
}

impl Segment {
    fn read(part: &str) -> Self {
        let words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<Word> = words.map(Word::read).collect();
        while let Some(body) = BODIES.iter().find(|body| begins_with(&words, body)) {
            words.drain(..body.len());
        }
        let former = words.len() > 1 && words.last().is_some_and(|word| word.marked == "cũ");
        words.truncate(words.len() - usize::from(former));
        Self { words, former }
    }

    /// Whether the text says that the unit is one of before.
    pub(super) fn is_former(&self) -> bool {
        self.former
    }

    fn says_former(&self) -> bool {
        matches!(self.words.as_slice(), [only] if only.folded == "cu")
    }

    fn is_the_country(&self) -> bool {
        matches!(self.words.as_slice(), [viet, nam] if viet.folded == "viet" && nam.folded == "nam")
    }

    /// Parts "xã Tân Khai huyện Hớn Quản" before the second kind.
    fn parted(self, knows: impl Fn(&Segment) -> bool) -> Vec<Self> {
        if knows(&self) {
            return vec![self];
        }
        let mut parts = Vec::new();
        let mut rest = self.words.as_slice();
        while let Some(at) = (1..rest.len()).find(|&at| starts_unit(rest, at)) {
            parts.push(Self { words: rest[..at].to_vec(), former: false });
            rest = &rest[at..];
        }
        parts.push(Self { words: rest.to_vec(), former: self.former });
        parts
    }

    /// The ways to understand the segment, the likelier ones first.
    pub(super) fn readings(&self) -> Vec<Reading> {
        if self.is_a_kind_alone() {
            return Vec::new();
        }
        let mut readings = Vec::with_capacity(3);
        for (taken, kinds, lost, how) in prefixes(&self.words) {
            readings.push(Reading { kinds, lost, how, ..self.name_from(taken) });
        }
        let told = self.words.len() > 1 && is_marked_kind(&self.words, 0);
        if !told {
            let whole = self.name_from(0);
            let glued = glued_kind(&whole);
            readings.push(whole);
            readings.extend(glued);
        }
        readings
    }

    /// "UBND tỉnh" names no unit.
    fn is_a_kind_alone(&self) -> bool {
        let Reading { key, marked, .. } = self.name_from(0);
        WORDS.iter().any(|kind| marked == kind.marked || (marked == key && key == kind.folded))
    }

    fn name_from(&self, start: usize) -> Reading {
        let words = &self.words[start.min(self.words.len())..];
        let key = words.iter().map(|word| word.folded.as_str()).collect();
        let marked = words.iter().map(|word| word.marked.as_str()).collect();
        Reading { kinds: KindSet::NONE, key, marked, lost: 0, how: How::Exact }
    }
}

fn begins_with(words: &[Word], body: &[&str]) -> bool {
    words.len() > body.len() && words.iter().zip(body).all(|(word, expect)| word.folded == *expect)
}

/// Whether the words from `at` on are a kind written with its marks.
fn is_marked_kind(words: &[Word], at: usize) -> bool {
    WORDS.iter().any(|kind| {
        joined(words, at, kind.words, |word| &word.marked).is_some_and(|text| text == kind.marked)
    })
}

/// Whether a new unit begins at `at`, inside a segment. Without marks only kinds that are no part
/// of names count.
fn starts_unit(words: &[Word], at: usize) -> bool {
    let inside_kind = words[at - 1].folded == "thi" || at + 1 >= words.len();
    let short = matches!(words[at].folded.as_str(), "tp" | "tx" | "tt");
    let bare = at > 1
        && words[at].is_bare()
        && WORDS
            .iter()
            .filter(|kind| kind.words == 2 || matches!(kind.folded, "huyen" | "tinh"))
            .any(|kind| {
                joined(words, at, kind.words, |word| &word.folded)
                    .is_some_and(|text| text == kind.folded)
            });
    !inside_kind && (short || bare || is_marked_kind(words, at))
}

/// `count` words from `at` on without blanks, if there are as many and one more.
fn joined(
    words: &[Word],
    at: usize,
    count: usize,
    form: impl Fn(&Word) -> &String,
) -> Option<String> {
    let taken = words.get(at..at + count)?;
    (words.len() > at + count).then(|| taken.iter().map(|word| form(word).as_str()).collect())
}

/// The kinds that the first words may be: how many words, which kinds, what it costs.
fn prefixes(words: &[Word]) -> Vec<(usize, KindSet, u8, How)> {
    let mut found = Vec::new();
    for kind in &WORDS {
        let Some(folded) = joined(words, 0, kind.words, |word| &word.folded) else { continue };
        let bare = words[..kind.words].iter().all(Word::is_bare);
        let told = is_marked_kind(words, 0);
        if folded == kind.folded {
            let (lost, how) =
                if bare || told { (0, How::Exact) } else { (LOST_WRONG_KIND_MARKS, How::Marks) };
            found.push((kind.words, kind.kinds, lost, how));
        }
    }
    for count in 1..=2 {
        let Some(folded) = joined(words, 0, count, |word| &word.folded) else { continue };
        let short = SHORT.iter().find(|(short, _)| *short == folded);
        found.extend(short.map(|&(_, kinds)| (count, kinds, 0, How::Exact)));
    }
    if found.is_empty() {
        found.extend(near_prefix(words));
    }
    found
}

/// A kind that scanning distorted: "phanh phé Ha Long".
fn near_prefix(words: &[Word]) -> Option<(usize, KindSet, u8, How)> {
    WORDS.iter().find_map(|kind| {
        let folded = joined(words, 0, kind.words, |word| &word.folded)?;
        Letters::of(&folded).distance(&Letters::of(kind.folded), kind.limit)?;
        Some((kind.words, kind.kinds, LOST_NEAR_KIND, How::Spelling))
    })
}

/// The name without a kind that scanning joined to it: "huyệnHớn Quản".
fn glued_kind(whole: &Reading) -> Option<Reading> {
    WORDS.iter().filter(|kind| kind.limit > 0).find_map(|kind| {
        let marked = whole.marked.strip_prefix(kind.marked).filter(|rest| !rest.is_empty())?;
        let key = whole.key.strip_prefix(kind.folded)?.to_owned();
        let marked = marked.to_owned();
        Some(Reading { kinds: kind.kinds, key, marked, lost: LOST_NEAR_KIND, how: How::Spelling })
    })
}

/// The letters and digits of a name in lower case, with marks.
pub(super) fn marked_letters(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
