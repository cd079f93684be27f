//! The letters of a shadow as forms tell them apart, so few that a set of them is one number.

use std::sync::LazyLock;

use regex_syntax::hir::Class;

/// Signs that are told apart; all others are alike.
const SIGNS: &[u8] = b"0123456789 \n\t\r.,;:/-()\"'+*|@%&!?_<>";
/// The kind of a sign that is not told apart.
const OTHER: u8 = 62;
/// What stands behind the last letter of a stretch.
pub(super) const END: u8 = 63;

/// The kind of a letter of a shadow.
pub(in crate::read) fn kind(letter: u8) -> u8 {
    static KINDS: LazyLock<[u8; 256]> = LazyLock::new(|| {
        let mut kinds = [OTHER; 256];
        for (kind, letter) in (0..).zip((b'a'..=b'z').chain(SIGNS.iter().copied())) {
            kinds[usize::from(letter)] = kind;
        }
        // Blanks that no form tells from one another.
        kinds[0x0b] = kinds[usize::from(b'\r')];
        kinds[0x0c] = kinds[usize::from(b'\r')];
        kinds
    });
    KINDS[usize::from(letter)]
}

/// Kinds of letters, and perhaps the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set(u64);

impl Set {
    pub(super) const NONE: Self = Self(0);
    /// a to z, 0 to 9 and `_`, as `\w`.
    pub(super) const WORD: Self = Self(((1 << 36) - 1) | (1 << 58));
    /// As `\s`.
    pub(super) const BLANK: Self = Self(0b1111 << 36);
    pub(super) const ALL: Self = Self(u64::MAX);

    pub(super) fn of(kind: u8) -> Self {
        Self(1 << (kind & 63))
    }

    /// The letters of a class; nothing where it parts what is alike.
    pub(super) fn of_class(class: &Class) -> Option<Self> {
        let has = |letter: u8| match class {
            Class::Bytes(class) => {
                class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&letter))
            }
            Class::Unicode(class) => {
                let letter = char::from(letter);
                class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&letter))
            }
        };
        let of = |is: bool| {
            let shades = (0..128_u8).filter(|letter| !letter.is_ascii_uppercase());
            let letters = shades.filter(|letter| has(*letter) == is);
            letters.fold(Self::NONE, |set, letter| set.or(Self::of(kind(letter))))
        };
        Some(of(true)).filter(|set| set.is_apart(of(false)))
    }

    #[inline]
    pub(super) fn has(self, kind: u8) -> bool {
        self.0 >> (kind & 63) & 1 == 1
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have no letter in common.
    pub(super) fn is_apart(self, other: Self) -> bool {
        self.0 & other.0 == 0
    }
}
