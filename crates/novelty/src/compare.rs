//! Two texts side by side: the passages that they share.

use std::collections::HashMap;
use std::ops::Range;

use crate::fingerprint::SHINGLE;
use crate::syllables::{Syllable, syllables, together};

/// A shared passage has at least so many syllables that are the same.
const SHORTEST: usize = 6;
/// Places of the earlier text at which one run of three syllables is tried.
const PLACES: usize = 16;
/// How two texts may differ within a passage: so many syllables of the one for so many of the other.
const SLIPS: [(usize, usize); 8] = [(1, 1), (1, 0), (0, 1), (2, 2), (2, 1), (1, 2), (2, 0), (0, 2)];

/// A passage that stands in both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Bytes of the text that is looked at.
    pub asked: Range<usize>,
    /// Bytes of the earlier one.
    pub earlier: Range<usize>,
    /// Syllables that are the same.
    pub same: usize,
    /// Whether it is no more than a turn of phrase.
    pub phrase: bool,
}

/// What two texts have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// In the order of the text that is looked at; no two overlap there.
    pub passages: Vec<Passage>,
    /// What share of the syllables that are looked at stands in a passage that is more than a turn of
    /// phrase: 0 to 1.
    pub of_asked: f32,
    /// What share of the earlier text's syllables does.
    pub of_earlier: f32,
}

/// A passage is more than a turn of phrase if so many of its known runs tell something.
const TELLING: usize = 2;
/// And at least one of so many does.
const RATHER: usize = 5;
/// A text repeats another if at least this share of it stands there.
const REPEATED: f32 = 0.12;
/// And at least so many syllables do, which is a sentence.
const A_SENTENCE: usize = 12;

impl Comparison {
    /// Whether a person should look at the two: one says again what the other said. It is no verdict.
    pub fn is_repeated(&self) -> bool {
        let told = self.passages.iter().filter(|passage| !passage.phrase);
        let same: usize = told.map(|passage| passage.same).sum();
        same >= A_SENTENCE && self.of_asked.max(self.of_earlier) >= REPEATED
    }
}

/// Lays two texts side by side. Marks, case, punctuation, the order of sentences and a slip here and there
/// part no passage. `is_phrase` knows which runs of three syllables many solutions have.
pub fn compare(asked: &str, earlier: &str, is_phrase: impl Fn(u64) -> Option<bool>) -> Comparison {
    let (one, other) = (syllables(asked), syllables(earlier));
    let pair = Pair { asked: &one, earlier: &other };
    let places = pair.places();
    let (mut passages, mut covered) = (Vec::new(), vec![false; other.len()]);
    let (mut at, mut same) = (0, 0);
    while at + SHINGLE <= one.len() {
        let tried = places.get(&run(&one, at)).into_iter().flatten();
        let stretch = tried.map(|place| pair.stretch(at, *place)).max_by_key(|it| it.same);
        match stretch.filter(|stretch| stretch.same >= SHORTEST) {
            Some(stretch) => {
                at = stretch.asked.end;
                let phrase = pair.is_phrase(&stretch, &is_phrase);
                if !phrase {
                    same += stretch.same;
                    covered[stretch.earlier.clone()].fill(true);
                }
                passages.push(pair.passage(&stretch, phrase));
            }
            None => at += 1,
        }
    }
    let share = |part: usize, all: usize| if all == 0 { 0.0 } else { part as f32 / all as f32 };
    let covered = covered.into_iter().filter(|it| *it).count();
    Comparison {
        passages,
        of_asked: share(same, one.len()),
        of_earlier: share(covered, other.len()),
    }
}

fn run(text: &[Syllable], at: usize) -> u64 {
    let keys: Vec<u32> = text[at..at + SHINGLE].iter().map(|it| it.key).collect();
    together(&keys)
}

struct Pair<'t> {
    asked: &'t [Syllable],
    earlier: &'t [Syllable],
}

/// A passage, in syllables.
struct Stretch {
    asked: Range<usize>,
    earlier: Range<usize>,
    same: usize,
}

impl Pair<'_> {
    /// Where each run of three syllables stands in the earlier text.
    fn places(&self) -> HashMap<u64, Vec<usize>> {
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for at in 0..(self.earlier.len() + 1).saturating_sub(SHINGLE) {
            let known = places.entry(run(self.earlier, at)).or_default();
            if known.len() < PLACES {
                known.push(at);
            }
        }
        places
    }

    /// The longest passage that begins at these two places.
    fn stretch(&self, asked: usize, earlier: usize) -> Stretch {
        let (mut x, mut y, mut same) = (asked, earlier, 0);
        loop {
            while self.is_same(x, y) {
                (x, y, same) = (x + 1, y + 1, same + 1);
            }
            // A slip is passed over only where two syllables after it are the same again.
            let slip = SLIPS.iter().find(|(dx, dy)| {
                self.is_same(x + dx, y + dy) && self.is_same(x + dx + 1, y + dy + 1)
            });
            match slip {
                Some((dx, dy)) => (x, y) = (x + dx, y + dy),
                None => return Stretch { asked: asked..x, earlier: earlier..y, same },
            }
        }
    }

    fn is_same(&self, x: usize, y: usize) -> bool {
        match (self.asked.get(x), self.earlier.get(y)) {
            (Some(one), Some(other)) => one.key == other.key,
            _ => false,
        }
    }

    /// Whether hardly a run of a passage tells anything, of those of which it is known.
    fn is_phrase(&self, stretch: &Stretch, is_phrase: impl Fn(u64) -> Option<bool>) -> bool {
        let runs = stretch.asked.start..stretch.asked.end + 1 - SHINGLE;
        let known: Vec<bool> = runs.filter_map(|at| is_phrase(run(self.asked, at))).collect();
        let telling = known.iter().filter(|phrase| !**phrase).count();
        !known.is_empty() && (telling < TELLING || telling * RATHER < known.len())
    }

    fn passage(&self, stretch: &Stretch, phrase: bool) -> Passage {
        let bytes = |text: &[Syllable], part: &Range<usize>| {
            text[part.start].at.start..text[part.end - 1].at.end
        };
        Passage {
            asked: bytes(self.asked, &stretch.asked),
            earlier: bytes(self.earlier, &stretch.earlier),
            same: stretch.same,
            phrase,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EARLIER: &str = "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu khỏi hạt. Một người vận hành \
        được cả máy, mỗi giờ tốn một lít dầu.";

    fn compare(asked: &str, earlier: &str) -> Comparison {
        super::compare(asked, earlier, |_| None)
    }

    fn shared(asked: &str) -> Vec<(&str, &str)> {
        let passages = compare(asked, EARLIER).passages.into_iter();
        passages.map(|it| (&asked[it.asked], &EARLIER[it.earlier])).collect()
    }

    #[test]
    fn sentences_in_another_order_are_two_passages() {
        let asked = "Một người vận hành được cả máy, mỗi giờ tốn một lít dầu. Trống tuốt có răng xoắn và \
            quạt hút tách vỏ trấu khỏi hạt.";
        let expect = [
            "Một người vận hành được cả máy, mỗi giờ tốn một lít dầu",
            "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu khỏi hạt",
        ];
        assert_eq!(shared(asked), expect.map(|it| (it, it)));
        let both = compare(asked, EARLIER);
        assert_eq!((both.of_asked, both.of_earlier), (1.0, 1.0));
    }

    #[test]
    fn marks_and_slips_part_no_passage() {
        let asked = "trong tuot co rang xoan va quat manh hut tach vo trau kh0i hat";
        let whole = "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu khỏi hạt";
        assert_eq!(
            shared(asked),
            [(
                "trong tuot co rang xoan va quat manh hut tach vo trau",
                "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu"
            )]
        );
        let longer = format!("{asked} Mot nguoi");
        assert_eq!(shared(&longer)[0].1, format!("{whole}. Một người"));
    }

    #[test]
    fn a_turn_of_phrase_is_no_passage() {
        assert_eq!(shared("Mỗi giờ tốn một cân than."), []);
        assert_eq!(compare("", "").of_asked, 0.0);
    }

    #[test]
    fn what_everybody_says_counts_for_nothing() {
        let known = run(&syllables("Một người vận"), 0);
        let both = super::compare(EARLIER, EARLIER, |run| Some(run == known));
        assert_eq!((both.passages[0].phrase, both.of_asked), (false, 1.0));
        let all = super::compare(EARLIER, EARLIER, |_| Some(true));
        assert_eq!((all.passages[0].phrase, all.of_asked, all.of_earlier), (true, 0.0, 0.0));
    }

    proptest! {
        #[test]
        fn a_text_is_its_own_copy(text in "([a-zăâêôơư]{1,6}[ ,.]){6,60}") {
            let both = compare(&text, &text);
            prop_assert_eq!((both.of_asked, both.of_earlier), (1.0, 1.0));
        }

        #[test]
        fn a_copied_sentence_is_found_from_both_sides(
            one in "([a-e]{3} ){0,20}", other in "([f-k]{3} ){0,20}", at in 0_usize..9
        ) {
            let copied = "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu khỏi hạt";
            let cut = one.char_indices().filter(|(_, sign)| *sign == ' ').nth(at);
            let (before, after) = one.split_at(cut.map_or(0, |(at, _)| at + 1));
            let (one, other) = (format!("{before}{copied} {after}"), format!("{other}{copied}"));
            for (asked, earlier) in [(&one, &other), (&other, &one)] {
                let passages = compare(asked, earlier).passages;
                prop_assert_eq!(passages.len(), 1);
                prop_assert_eq!(&asked[passages[0].asked.clone()], copied);
                prop_assert_eq!(&earlier[passages[0].earlier.clone()], copied);
            }
        }

        #[test]
        fn no_text_is_too_odd(one in "\\PC*", other in "\\PC*") {
            for passage in compare(&one, &other).passages {
                let said = syllables(&one[passage.asked]).len();
                prop_assert!(passage.same >= SHORTEST && passage.same <= said);
                prop_assert!(passage.same <= syllables(&other[passage.earlier]).len());
            }
        }

        #[test]
        fn passages_are_parts_of_both_texts(one in "([ab]{1,2} ){0,40}", other in "([ab]{1,2} ){0,40}") {
            let mut last = 0;
            for passage in compare(&one, &other).passages {
                prop_assert!(one.get(passage.asked.clone()).is_some());
                prop_assert!(other.get(passage.earlier).is_some());
                prop_assert!(passage.asked.start >= last);
                last = passage.asked.end;
            }
        }
    }
}
