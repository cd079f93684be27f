//! What authors have written of an entry, whole or not.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use kernel::Period;
use serde::{Deserialize, Serialize};

use crate::choices::{Detail, Holder};

/// An entry (bản khai dự thi) as far as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Entry {
    /// The solution.
    pub solution: Solution,
    /// In whose name, and by whom.
    pub people: People,
    /// The parts of the description by their keys.
    pub description: BTreeMap<String, String>,
}

/// The solution (giải pháp) in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Solution {
    /// Its title (tên giải pháp).
    pub title: String,
    /// The field of entry, as the rules name it; empty: none chosen.
    pub field: String,
    /// The second field, where rules allow one; may be empty.
    pub second_field: String,
    /// When it was first applied (áp dụng lần đầu), at the precision known.
    pub applied_since: Option<Period>,
    /// Where it was applied.
    pub applied_at: String,
    /// Earlier contests and prizes (đã dự thi, đã đoạt giải); may be empty.
    pub earlier: String,
    /// Patent or other protection (tình trạng bảo hộ); may be empty.
    pub protection: String,
}

/// In whose name an entry is made, and who made the solution.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// In whose name.
    pub holder: Option<Holder>,
    /// The organisation, where it is made in its name.
    pub organisation: Organisation,
    /// The authors; the first stands for all (đại diện).
    pub authors: Vec<Author>,
}

/// An organisation (tổ chức) that enters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Who signs for it.
    pub representative: String,
    /// Telephone.
    pub phone: String,
}

/// An author (tác giả).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Author {
    /// By what the author is known through all versions of this entry.
    pub key: String,
    /// Name.
    pub name: String,
    /// Share of the work.
    pub share: Option<Share>,
    /// What else the rules ask; identity numbers are sealed.
    pub details: BTreeMap<Detail, String>,
}

/// A share of the work (tỷ lệ đóng góp) in hundredths of a percent, 0 to 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(u16);

impl Share {
    /// All of it.
    pub const WHOLE: u32 = 10_000;

    /// In hundredths of a percent.
    pub fn hundredths(self) -> u32 {
        u32::from(self.0)
    }

    /// A share out of the database.
    ///
    /// # Errors
    /// [`NotAShare`].
    pub fn from_hundredths(hundredths: i64) -> Result<Self, NotAShare> {
        let share = u16::try_from(hundredths).map_err(|_| NotAShare)?;
        Some(Self(share)).filter(|share| share.hundredths() <= Self::WHOLE).ok_or(NotAShare)
    }
}

/// Hundredths of a percent as people write them: `60`, `33,33`.
pub fn percent(hundredths: u32) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        rest if rest % 10 == 0 => format!("{},{}", hundredths / 100, rest / 10),
        rest => format!("{},{rest:02}", hundredths / 100),
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&percent(self.hundredths()))
    }
}

/// The text is no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAShare;

impl fmt::Display for NotAShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a share of 0 to 100 percent")
    }
}

impl std::error::Error for NotAShare {}

impl FromStr for Share {
    type Err = NotAShare;

    /// Reads `60`, `60%`, `33,33`, `33.3 %`.
    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
            return Err(NotAShare);
        }
        let whole: i64 = whole.parse().map_err(|_| NotAShare)?;
        let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| NotAShare)?;
        Self::from_hundredths(whole.checked_mul(100).ok_or(NotAShare)?.saturating_add(rest))
    }
}

/// How many words (chữ): what stands between spaces.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_as_people_write_them() {
        let check = |text: &str, expect: Option<u32>| {
            assert_eq!(text.parse().ok().map(Share::hundredths), expect, "{text}");
        };
        check("60", Some(6_000));
        check(" 60 % ", Some(6_000));
        check("33,33", Some(3_333));
        check("33.3", Some(3_330));
        check("100", Some(10_000));
        check("0", Some(0));
        for wrong in ["", "%", "100,01", "101", "-1", "33,333", "a", "1,a", "99999999999999999999"]
        {
            check(wrong, None);
        }
    }

    #[test]
    fn shares_are_written_as_people_read_them() {
        for text in ["0", "60", "33,33", "33,3", "0,05", "100"] {
            assert_eq!(text.parse::<Share>().map(|it| it.to_string()), Ok(text.to_owned()));
        }
    }
}
