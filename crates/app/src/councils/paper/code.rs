//! The code of a sheet of paper (mã phiếu): short, for people to type, and never taken for another by one slip.

use std::fmt;
use std::str::FromStr;

use crate::frame::code::spoken;
use crate::frame::keys::random_bytes;

/// Signs that nobody mistakes for one another. There are as many as a prime number, so that the check finds every
/// single wrong sign and every two that changed places.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Signs by chance; one more checks them.
const BY_CHANCE: usize = 7;

/// A code, its check character last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

/// The text is no code: it was mistyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACode;

impl Code {
    /// A new one.
    pub fn new() -> Self {
        let random = random_bytes::<BY_CHANCE>();
        Self::of(random.map(|byte| usize::from(byte) % SIGNS.len()))
    }

    fn of(chosen: [usize; BY_CHANCE]) -> Self {
        let last = check(&chosen);
        let signs = chosen.into_iter().chain([last]).map(|at| char::from(SIGNS[at]));
        Self(signs.collect())
    }

    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is printed and read out: two halves.
    pub fn spoken(&self) -> String {
        spoken(&self.0)
    }
}

/// The check character: each sign counts by its place.
fn check(chosen: &[usize]) -> usize {
    let sum: usize = chosen.iter().zip(1..).map(|(at, place)| at * place).sum();
    sum % SIGNS.len()
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Code {
    type Err = NotACode;

    /// Small letters, blanks and dashes are as good.
    fn from_str(typed: &str) -> Result<Self, NotACode> {
        let signs = typed.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
        let place = |sign: char| {
            let sign = u8::try_from(sign.to_ascii_uppercase()).ok()?;
            SIGNS.iter().position(|known| *known == sign)
        };
        let read: Vec<usize> = signs.map(place).collect::<Option<_>>().ok_or(NotACode)?;
        let Some((last, chosen)) = read.split_last() else { return Err(NotACode) };
        let chosen: [usize; BY_CHANCE] = chosen.try_into().map_err(|_| NotACode)?;
        match *last == check(&chosen) {
            true => Ok(Self::of(chosen)),
            false => Err(NotACode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(code: &Code) -> Vec<char> {
        code.as_str().chars().collect()
    }

    fn read(signs: &[char]) -> Result<Code, NotACode> {
        signs.iter().collect::<String>().parse()
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::of([0, 5, 10, 15, 20, 25, 30]);
        assert_eq!(code.as_str().len(), 8);
        assert_eq!(code.spoken().parse(), Ok(code.clone()));
        assert_eq!(code.as_str().to_lowercase().parse(), Ok(code.clone()));
        let dashed = format!(" {}-{} ", &code.as_str()[..4], &code.as_str()[4..]);
        assert_eq!(dashed.parse(), Ok(code.clone()));
        for wrong in ["", "2", "ộ", "22222223", "2222222222", "O2222222"] {
            assert_eq!(wrong.parse::<Code>(), Err(NotACode), "{wrong}");
        }
        assert_eq!(Code::new().to_string().parse::<Code>().map(drop), Ok(()));
    }

    #[test]
    fn one_wrong_sign_is_found() {
        let code = Code::of([3, 1, 4, 1, 5, 9, 2]);
        for at in 0..8 {
            for sign in SIGNS {
                let mut wrong = signs(&code);
                if wrong[at] != char::from(*sign) {
                    wrong[at] = char::from(*sign);
                    assert_eq!(read(&wrong), Err(NotACode), "{wrong:?}");
                }
            }
        }
    }

    #[test]
    fn two_signs_that_changed_places_are_found() {
        let code = Code::of([3, 1, 4, 15, 9, 26, 5]);
        for one in 0..7 {
            for other in one + 1..7 {
                let mut wrong = signs(&code);
                wrong.swap(one, other);
                assert_eq!(read(&wrong), Err(NotACode), "{wrong:?}");
            }
        }
    }
}
