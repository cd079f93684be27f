//! How far two folded names are apart.

/// Names longer than this are not compared letter by letter; none is.
const LONGEST: usize = 48;
/// A step that never happens: a digit is another number, not a misspelt one.
const NEVER: u8 = 20;
/// One letter more, less or other.
const FULL: u8 = 2;
/// One letter taken for another of like shape.
const LIKE: u8 = 1;

/// Letters that scanning takes for each other, by their folded forms: `é` is read for `ô`, `1` for `l`.
const ALIKE: [(u8, u8); 19] = [
    (b'l', b'i'),
    (b'l', b'1'),
    (b'i', b'1'),
    (b'i', b'j'),
    (b'0', b'o'),
    (b'e', b'o'),
    (b'c', b'e'),
    (b'c', b'o'),
    (b'a', b'o'),
    (b'e', b'a'),
    (b'u', b'n'),
    (b'5', b's'),
    (b'8', b'b'),
    (b'g', b'q'),
    (b'h', b'b'),
    (b'v', b'y'),
    (b'f', b't'),
    (b'l', b't'),
    (b'u', b'v'),
];
/// Pairs of letters that scanning takes for one.
const FUSED: [([u8; 2], u8); 3] = [(*b"rn", b'm'), (*b"cl", b'd'), (*b"vv", b'w')];

/// The cost of turning one name into the other in half edits, if it is at most `limit`.
pub(super) fn distance(a: &[u8], b: &[u8], limit: u8) -> Option<u8> {
    if a.len() >= LONGEST || b.len() >= LONGEST {
        return None;
    }
    let mut rows = [[NEVER; LONGEST]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate().take(b.len() + 1) {
        *cell = gap(&b[..j]);
    }
    for i in 1..=a.len() {
        let [before, previous, mut row] = [rows[(i + 1) % 3], rows[(i - 1) % 3], [NEVER; LONGEST]];
        row[0] = gap(&a[..i]);
        let mut least = row[0];
        for j in 1..=b.len() {
            row[j] = cheapest(&a[..i], &b[..j], [&before[..=j], &previous[..=j], &row[..=j]]);
            least = least.min(row[j]);
        }
        if least > limit {
            return None;
        }
        rows[i % 3] = row;
    }
    let cost = rows[a.len() % 3][b.len()];
    (cost <= limit).then_some(cost)
}

/// The cell for the ends of `a` and `b`, given the two rows above and its own row up to it.
fn cheapest(a: &[u8], b: &[u8], [before, previous, row]: [&[u8]; 3]) -> u8 {
    let j = b.len();
    let (last, other) = (a[a.len() - 1], b[j - 1]);
    let mut cost = previous[j - 1] + substitution(last, other);
    cost = cost.min(previous[j] + gap(&[last])).min(row[j - 1] + gap(&[other]));
    if let [.., x, y] = a {
        if fused([*x, *y], other) {
            cost = cost.min(before[j - 1] + LIKE);
        }
        if j >= 2 && [*y, *x] == [b[j - 2], other] && !x.is_ascii_digit() && !y.is_ascii_digit() {
            cost = cost.min(before[j - 2] + FULL);
        }
    }
    if let [.., x, y] = b {
        if fused([*x, *y], last) {
            cost = cost.min(previous[j - 2] + LIKE);
        }
    }
    cost.min(NEVER)
}

fn gap(letters: &[u8]) -> u8 {
    let cost = |letter: &u8| if letter.is_ascii_digit() { NEVER } else { FULL };
    letters.iter().fold(0, |sum, letter| (sum + cost(letter)).min(NEVER))
}

fn substitution(a: u8, b: u8) -> u8 {
    if a == b {
        0
    } else if ALIKE.contains(&(a, b)) || ALIKE.contains(&(b, a)) {
        LIKE
    } else if a.is_ascii_digit() || b.is_ascii_digit() {
        NEVER
    } else {
        FULL
    }
}

fn fused(pair: [u8; 2], one: u8) -> bool {
    FUSED.contains(&(pair, one))
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
            assert_eq!(distance(a.as_bytes(), b.as_bytes(), 4), expect, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn distance_is_even_handed(a in "\\PC{0,60}|[a-z0-9]{0,12}", b in "\\PC{0,60}|[a-z0-9]{0,12}") {
            let there = distance(a.as_bytes(), b.as_bytes(), 12);
            prop_assert_eq!(distance(b.as_bytes(), a.as_bytes(), 12), there);
            if there == Some(0) {
                prop_assert_eq!(a, b);
            }
        }
    }
}
