//! A letter taken apart: base, quality (ă â ê ô ơ ư), tone.

use unicode_normalization::char::{compose, decompose_canonical};

/// A tone (thanh), in the order of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// Ngang, no mark.
    Level,
    /// Huyền.
    Grave,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Sắc.
    Acute,
    /// Nặng.
    Dot,
}

impl Tone {
    fn of_mark(mark: char) -> Option<Self> {
        Some(match mark {
            '\u{300}' => Self::Grave,
            '\u{309}' => Self::Hook,
            '\u{303}' => Self::Tilde,
            '\u{301}' => Self::Acute,
            '\u{323}' => Self::Dot,
            _ => return None,
        })
    }

    fn mark(self) -> Option<char> {
        Some(match self {
            Self::Level => return None,
            Self::Grave => '\u{300}',
            Self::Hook => '\u{309}',
            Self::Tilde => '\u{303}',
            Self::Acute => '\u{301}',
            Self::Dot => '\u{323}',
        })
    }
}

/// A composed character as the letter without its tone, and the tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// `ê` for `ệ`, in the case that was written.
    pub(super) plain: char,
    /// The first tone on it.
    pub(super) tone: Tone,
}

impl Letter {
    /// Takes a character of NFC text apart.
    pub(super) fn read(c: char) -> Self {
        let mut plain = c;
        let mut tone = Tone::Level;
        if c.is_ascii() {
            return Self { plain, tone };
        }
        let mut started = false;
        decompose_canonical(c, |part| match Tone::of_mark(part) {
            Some(mark) if started && tone == Tone::Level => tone = mark,
            _ if started => plain = compose(plain, part).unwrap_or(plain),
            _ => {
                plain = part;
                started = true;
            }
        });
        let read = Self { plain, tone };
        // A mark that is not Vietnamese may have been lost on the way: then the letter stays whole.
        if read.write() == Some(c) { read } else { Self { plain: c, tone: Tone::Level } }
    }

    /// The composed character, where Unicode has one.
    pub(super) fn write(self) -> Option<char> {
        match self.tone.mark() {
            None => Some(self.plain),
            Some(mark) => compose(self.plain, mark).or_else(|| compose_below(self.plain, mark)),
        }
    }

    /// Vowel letters of Vietnamese, in either case.
    pub(super) fn is_vowel(self) -> bool {
        self.is_marked_vowel()
            || matches!(self.plain.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// The vowels that carry a quality mark and therefore draw the tone to them.
    pub(super) fn is_marked_vowel(self) -> bool {
        "ăâêôơưĂÂÊÔƠƯ".contains(self.plain)
    }
}

/// Unicode builds `ậ ặ ệ ộ` from the letter with the dot, not from the letter with its quality.
fn compose_below(plain: char, tone: char) -> Option<char> {
    let mut parts = [None; 2];
    let mut count = 0;
    decompose_canonical(plain, |part| {
        if let Some(slot) = parts.get_mut(count) {
            *slot = Some(part);
        }
        count += 1;
    });
    compose(compose(parts[0]?, tone)?, parts[1]?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_apart() {
        let rows = [
            ('a', 'a', Tone::Level),
            ('ệ', 'ê', Tone::Dot),
            ('Ữ', 'Ư', Tone::Tilde),
            ('ợ', 'ơ', Tone::Dot),
            ('Ặ', 'Ă', Tone::Dot),
            ('ấ', 'â', Tone::Acute),
            ('ẳ', 'ă', Tone::Hook),
            ('é', 'e', Tone::Acute),
            ('đ', 'đ', Tone::Level),
            ('ç', 'ç', Tone::Level),
            ('ǖ', 'ǖ', Tone::Level),
            ('7', '7', Tone::Level),
        ];
        for (input, plain, tone) in rows {
            let letter = Letter::read(input);
            assert_eq!((letter.plain, letter.tone), (plain, tone), "{input}");
            assert_eq!(letter.write(), Some(input));
        }
    }
}
