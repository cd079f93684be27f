//! With what somebody signs in (tên đăng nhập): an address, a telephone number, the number of a card.

use kernel::{Fault, Refusal, text};

use super::names::Email;
use super::secrets;

/// With what somebody signs in. One text in the database: an address has an `@`, a number begins with
/// `+`, a card with its two letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Login {
    /// An e-mail address; letters go there too.
    Email(Email),
    /// A telephone number (số điện thoại); nothing is ever mailed to it.
    Phone(Phone),
    /// The number of a printed card (thẻ mã), for somebody with neither.
    Card(Card),
}

impl Login {
    /// Reads what somebody typed.
    ///
    /// # Errors
    /// A refusal beside the field `login`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let unreadable = || Refusal::field("login", "login-unreadable");
        match typed.contains('@') {
            true => Email::read(typed).map(Self::Email).map_err(|_| unreadable()),
            false => {
                let phone = Phone::read(typed).map(Self::Phone);
                phone.or_else(|| Card::read(typed).map(Self::Card)).ok_or_else(unreadable)
            }
        }
    }

    /// Reads what the database holds.
    ///
    /// # Errors
    /// It was written by another program.
    pub fn stored(text: &str) -> Result<Self, Fault> {
        Self::read(text).map_err(|_| Fault::new("the login of an account does not read"))
    }

    /// As the database holds it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Phone(phone) => &phone.0,
            Self::Card(card) => &card.0,
        }
    }

    /// The address, if it is one.
    pub const fn email(&self) -> Option<&Email> {
        match self {
            Self::Email(email) => Some(email),
            Self::Phone(_) | Self::Card(_) => None,
        }
    }

    /// As people read it: `0912 345 678`, `HT 4829 1376`.
    pub fn shown(&self) -> String {
        match self {
            Self::Email(email) => email.as_str().to_owned(),
            Self::Phone(phone) => phone.shown(),
            Self::Card(card) => card.shown(),
        }
    }
}

/// How people read what the database holds as a login.
pub fn shown(stored: &str) -> String {
    Login::stored(stored).map_or_else(|_| stored.to_owned(), |login| login.shown())
}

/// A telephone number of Việt Nam as +84 and nine digits, ten for a land line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    fn read(typed: &str) -> Option<Self> {
        let typed = text::nfc(typed);
        let dividers = [' ', '\u{a0}', '.', '-', '(', ')', '/'];
        let bare: String = typed.trim().chars().filter(|it| !dividers.contains(it)).collect();
        let (international, digits) = match bare.strip_prefix('+').or(bare.strip_prefix("00")) {
            Some(digits) => (true, digits),
            None => (false, bare.as_str()),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let national = match (international, digits.strip_prefix("84"), digits.strip_prefix('0')) {
            (true, Some(rest), _) => rest.strip_prefix('0').unwrap_or(rest),
            (false, _, Some(rest)) => rest,
            (false, Some(rest), None) if digits.len() >= 11 => rest,
            _ => return None,
        };
        let mobile = national.len() == 9 && national.starts_with(['3', '5', '7', '8', '9']);
        let land = national.len() == 10 && national.starts_with('2');
        (mobile || land).then(|| Self(format!("+84{national}")))
    }

    fn shown(&self) -> String {
        let national = self.0.strip_prefix("+84").unwrap_or(&self.0);
        let (rest, last) = national.split_at(national.len() - 3);
        let (first, middle) = rest.split_at(rest.len() - 3);
        format!("0{first} {middle} {last}")
    }
}

/// The number of a printed card: `HT` and eight digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card(String);

impl Card {
    /// A new number.
    pub fn new() -> Self {
        Self(format!("HT{}", secrets::digits(8)))
    }

    fn read(typed: &str) -> Option<Self> {
        let bare: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
        let bare = bare.to_ascii_uppercase();
        let digits = bare.strip_prefix("HT")?;
        let right = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
        right.then_some(Self(bare))
    }

    fn shown(&self) -> String {
        let (first, last) = self.0.split_at(6);
        let (letters, first) = first.split_at(2);
        format!("{letters} {first} {last}")
    }
}

impl Default for Card {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<(String, String)> {
        Login::read(typed).ok().map(|login| (login.as_str().to_owned(), login.shown()))
    }

    #[test]
    fn logins_are_one_however_they_are_typed() {
        let check = |typed: &str, stored: &str, shown: &str| {
            let expect = Some((stored.to_owned(), shown.to_owned()));
            assert_eq!(read(typed), expect, "{typed}");
            assert_eq!(read(stored), expect, "{stored}");
            assert_eq!(read(shown), expect, "{shown}");
        };
        check(" Mau@Example.org ", "mau@example.org", "mau@example.org");
        for typed in ["0912345678", "0912 345 678", "+84 912.345.678", "84912345678"] {
            check(typed, "+84912345678", "0912 345 678");
        }
        for typed in ["0084 912-345-678", "(+84) 0912 345 678", "\u{a0}0912\u{a0}345678"] {
            check(typed, "+84912345678", "0912 345 678");
        }
        check("0200 3 812 999", "+842003812999", "02003 812 999");
        check("ht 4829 1376", "HT48291376", "HT 4829 1376");
    }

    #[test]
    fn what_is_no_login_is_refused() {
        for typed in [
            "",
            " ",
            "+",
            "0",
            "091234567",
            "09123456789",
            "0112345678",
            "+1 912 345 678",
            "912345678",
            "09l2345678",
            "mau@",
            "a b@c.vn",
            "HT123",
            "HT1234567x",
            "０９１２３４５６７８",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
