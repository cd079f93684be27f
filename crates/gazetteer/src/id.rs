//! Which unit: the id that other parts and addresses hold.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Era, Level};

/// Which unit: its era and its official code. Written `until2025-694` or `since2025-25357`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId {
    era: Era,
    level: Level,
    number: u32,
}

/// The text is no id of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlaceId;

impl fmt::Display for NotAPlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the id of an administrative unit")
    }
}

impl std::error::Error for NotAPlaceId {}

impl PlaceId {
    /// The id with this era and code. Whether there is such a unit, [`Gazetteer::get`](crate::Gazetteer::get) says.
    ///
    /// # Errors
    /// [`NotAPlaceId`] unless the code has two, three or five digits.
    pub fn new(era: Era, code: &str) -> Result<Self, NotAPlaceId> {
        let level = Level::of_digits(code.len()).ok_or(NotAPlaceId)?;
        if !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAPlaceId);
        }
        let number = code.parse().map_err(|_| NotAPlaceId)?;
        Ok(Self { era, level, number })
    }

    /// The era in which the unit exists.
    pub fn era(self) -> Era {
        self.era
    }

    /// The tier, which the length of the code tells.
    pub fn level(self) -> Level {
        self.level
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:0width$}", self.era.prefix(), self.number, width = self.level.digits())
    }
}

impl FromStr for PlaceId {
    type Err = NotAPlaceId;

    fn from_str(text: &str) -> Result<Self, NotAPlaceId> {
        let (prefix, code) = text.split_once('-').ok_or(NotAPlaceId)?;
        let era = [Era::Until2025, Era::Since2025].into_iter().find(|era| era.prefix() == prefix);
        Self::new(era.ok_or(NotAPlaceId)?, code)
    }
}

impl Serialize for PlaceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PlaceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_and_read() {
        let rows = [
            ("until2025-694", Ok(Level::District)),
            ("since2025-25357", Ok(Level::Commune)),
            ("since2025-01", Ok(Level::Province)),
            ("since2025-1", Err(NotAPlaceId)),
            ("since2025-+1", Err(NotAPlaceId)),
            ("25357", Err(NotAPlaceId)),
            ("", Err(NotAPlaceId)),
        ];
        for (text, expect) in rows {
            let id = text.parse::<PlaceId>();
            assert_eq!(id.map(PlaceId::level), expect, "{text}");
            if let Ok(id) = id {
                assert_eq!(id.to_string(), text);
            }
        }
    }
}
