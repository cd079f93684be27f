//! How far two folded names are apart.

/// A name as the classes of its letters: `a`–`z`, `0`–`9`, anything else.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Letters(Box<[u8]>);

const DIGIT: u8 = 26;
const OTHER: u8 = 36;
const CLASSES: usize = 37;

/// Names longer than this are not compared letter by letter; none is.
const LONGEST: usize = 48;
/// A step that never happens: a digit is another number, not a misspelt one.
const NEVER: u8 = 20;
/// One letter more, less or other.
const FULL: u8 = 2;
/// One letter taken for another of like shape.
const LIKE: u8 = 1;

/// Letters that scanning takes for each other, by their folded forms: `é` is read for `ô`, `1` for `l`.
const ALIKE: [&[u8; 2]; 21] = [
    b"li", b"l1", b"i1", b"ij", b"0o", b"eo", b"ce", b"co", b"ao", b"ea", b"un", b"5s", b"8b",
    b"gq", b"hb", b"vy", b"ft", b"lt", b"uv", b"rn", b"0a",
];
/// Pairs of letters that scanning takes for one: `rn` for `m`, `cl` for `d`, `vv` for `w`.
const RN_M: [u8; 3] = [class(b'r'), class(b'n'), class(b'm')];
const CL_D: [u8; 3] = [class(b'c'), class(b'l'), class(b'd')];
const VV_W: [u8; 3] = [class(b'v'), class(b'v'), class(b'w')];

/// The cost of one class of letter in place of another.
const SUBSTITUTION: [[u8; CLASSES]; CLASSES] = substitutions();

impl Letters {
    pub(super) fn of(key: &str) -> Self {
        Self(key.bytes().map(class).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Which letters and digits occur, and which letters twice, as bits: an edit changes two at most.
    pub(super) fn set(&self) -> u64 {
        self.0.iter().fold(0, |set, &letter| {
            let once = 1 << letter;
            let again = if letter < DIGIT { once << CLASSES } else { once };
            set | if set & once == 0 { once } else { again }
        })
    }

    /// The cost of turning one name into the other in half edits, if it is at most `limit`.
    pub(super) fn distance(&self, other: &Self, limit: u8) -> Option<u8> {
        let (a, b) = (&*self.0, &*other.0);
        let too_long = a.len() >= LONGEST || b.len() >= LONGEST;
        if too_long || a.len().abs_diff(b.len()) > usize::from(limit) {
            return None;
        }
        let mut rows = [[NEVER; LONGEST]; 3];
        rows[0][0] = 0;
        for j in 1..=b.len() {
            rows[0][j] = (rows[0][j - 1] + gap(b[j - 1])).min(NEVER);
        }
        for i in 1..=a.len() {
            let [first, second, third] = &mut rows;
            let (before, previous, row) = match i % 3 {
                0 => (second, third, first),
                1 => (third, first, second),
                _ => (first, second, third),
            };
            if fill(&a[..i], b, [before, previous], row) > limit {
                return None;
            }
        }
        let cost = rows[a.len() % 3][b.len()];
        (cost <= limit).then_some(cost)
    }
}

/// Fills the row for the last letter of `a` from the two rows above; answers with its least cost.
fn fill(
    a: &[u8],
    b: &[u8],
    [before, previous]: [&[u8; LONGEST]; 2],
    row: &mut [u8; LONGEST],
) -> u8 {
    let last = a[a.len() - 1];
    let costs = &SUBSTITUTION[usize::from(last)];
    let ahead = if a.len() > 1 { a[a.len() - 2] } else { OTHER };
    row[0] = (previous[0] + gap(last)).min(NEVER);
    let mut least = row[0];
    let mut behind = OTHER;
    for (j, &letter) in (1..).zip(b) {
        let mut cost = previous[j - 1] + costs[usize::from(letter)];
        cost = cost.min(previous[j] + gap(last)).min(row[j - 1] + gap(letter));
        if fused(ahead, last, letter) {
            cost = cost.min(before[j - 1] + LIKE);
        }
        if fused(behind, letter, last) {
            cost = cost.min(previous[j - 2] + LIKE);
        }
        if (ahead, last) == (letter, behind) && last < DIGIT && ahead < DIGIT {
            cost = cost.min(before[j - 2] + FULL);
        }
        row[j] = cost.min(NEVER);
        least = least.min(row[j]);
        behind = letter;
    }
    least
}

fn gap(letter: u8) -> u8 {
    if (DIGIT..OTHER).contains(&letter) { NEVER } else { FULL }
}

fn fused(first: u8, second: u8, one: u8) -> bool {
    matches!([first, second, one], RN_M | CL_D | VV_W)
}

const fn class(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => byte - b'0' + DIGIT,
        _ => OTHER,
    }
}

const fn substitutions() -> [[u8; CLASSES]; CLASSES] {
    let mut costs = [[FULL; CLASSES]; CLASSES];
    let mut at = 0;
    while at < CLASSES * CLASSES {
        let (a, b) = (at / CLASSES, at % CLASSES);
        if a == b && a != OTHER as usize {
            costs[a][b] = 0;
        } else if a >= DIGIT as usize || b >= DIGIT as usize {
            costs[a][b] = NEVER;
        }
        at += 1;
    }
    let mut pair = 0;
    while pair < ALIKE.len() {
        let (a, b) = (class(ALIKE[pair][0]) as usize, class(ALIKE[pair][1]) as usize);
        costs[a][b] = LIKE;
        costs[b][a] = LIKE;
        pair += 1;
    }
    costs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn misreadings_are_near() {
        let rows = [
            ("honquan", "honquan", Some(0)),
            ("h0nquan", "honquan", Some(1)),
            ("phanhphe", "thanhpho", Some(3)),
            ("quangnlnh", "quangninh", Some(1)),
            ("tarnky", "tamky", Some(1)),
            ("tamky", "tarnky", Some(1)),
            ("hnoquan", "honquan", Some(2)),
            ("honqan", "honquan", Some(2)),
            ("phuong12", "phuong13", None),
            ("12", "1", None),
            ("", "ab", Some(4)),
            ("", "abc", None),
        ];
        for (a, b, expect) in rows {
            assert_eq!(Letters::of(a).distance(&Letters::of(b), 4), expect, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn distance_is_even_handed(a in "\\PC{0,60}|[a-z0-9]{0,12}", b in "\\PC{0,60}|[a-z0-9]{0,12}") {
            let (one, other) = (Letters::of(&a), Letters::of(&b));
            let there = one.distance(&other, 12);
            prop_assert_eq!(other.distance(&one, 12), there);
            if there == Some(0) {
                prop_assert_eq!(a, b);
            }
        }
    }
}
