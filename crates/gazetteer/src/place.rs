//! A unit, and how it is named.

use std::fmt;
use std::str::FromStr;

use kernel::Day;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Gazetteer, Succession};

/// The order of units (thời kỳ) that an id belongs to. Codes are unique within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// Three tiers, until 30 June 2025.
    Until2025,
    /// Two tiers, since 1 July 2025 (Resolution 202/2025/QH15).
    Since2025,
}

impl Era {
    /// The first day; unknown for the units of before.
    pub fn valid_from(self) -> Option<Day> {
        match self {
            Self::Until2025 => None,
            Self::Since2025 => Day::new(2025, 7, 1).ok(),
        }
    }

    /// The last day; none for the units of today.
    pub fn valid_until(self) -> Option<Day> {
        match self {
            Self::Until2025 => Day::new(2025, 6, 30).ok(),
            Self::Since2025 => None,
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::Until2025 => "until2025",
            Self::Since2025 => "since2025",
        }
    }
}

/// The tier of a unit (cấp).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Cấp tỉnh; code of two digits.
    Province,
    /// Cấp huyện, which ended on 30 June 2025; code of three digits.
    District,
    /// Cấp xã; code of five digits.
    Commune,
}

impl Level {
    fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::District => 3,
            Self::Commune => 5,
        }
    }

    fn of_digits(digits: usize) -> Option<Self> {
        [Self::Province, Self::District, Self::Commune]
            .into_iter()
            .find(|level| level.digits() == digits)
    }
}

/// What a unit is called (loại đơn vị hành chính).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc trung ương.
    CentralCity,
    /// Thành phố thuộc tỉnh or thuộc thành phố.
    City,
    /// Thị xã.
    Town,
    /// Quận.
    UrbanDistrict,
    /// Huyện.
    RuralDistrict,
    /// Thị trấn.
    Township,
    /// Phường.
    Ward,
    /// Xã.
    RuralCommune,
    /// Đặc khu.
    SpecialZone,
}

impl Kind {
    /// The word before the name, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::CentralCity | Self::City => "thành phố",
            Self::Town => "thị xã",
            Self::UrbanDistrict => "quận",
            Self::RuralDistrict => "huyện",
            Self::Township => "thị trấn",
            Self::Ward => "phường",
            Self::RuralCommune => "xã",
            Self::SpecialZone => "đặc khu",
        }
    }

    /// The tier that has units of this kind.
    pub fn level(self) -> Level {
        match self {
            Self::Province | Self::CentralCity => Level::Province,
            Self::City | Self::Town | Self::UrbanDistrict | Self::RuralDistrict => Level::District,
            Self::Township | Self::Ward | Self::RuralCommune | Self::SpecialZone => Level::Commune,
        }
    }

    pub(crate) const ALL: [Self; 10] = [
        Self::Province,
        Self::CentralCity,
        Self::City,
        Self::Town,
        Self::UrbanDistrict,
        Self::RuralDistrict,
        Self::Township,
        Self::Ward,
        Self::RuralCommune,
        Self::SpecialZone,
    ];

    pub(crate) fn of_word(word: &str, level: Level) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word && kind.level() == level)
    }
}

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
    /// The id with this era and code. Whether there is such a unit, [`Gazetteer::get`] says.
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

/// An administrative unit (đơn vị hành chính) of one era.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Which it is.
    pub id: PlaceId,
    /// The official code, with its zeros.
    pub code: &'static str,
    /// What it is called before its name.
    pub kind: Kind,
    /// The name without the kind: "Hớn Quản", "12".
    pub name: &'static str,
    /// Other names and spellings by which it is found.
    pub(crate) also: &'static str,
    pub(crate) parent: Option<u16>,
    pub(crate) index: u16,
}

impl Place {
    /// The tier.
    pub fn level(&self) -> Level {
        self.id.level
    }

    /// The era, with the first and last day.
    pub fn era(&self) -> Era {
        self.id.era
    }

    /// "huyện Hớn Quản".
    pub fn short_name(&self) -> String {
        format!("{} {}", self.kind.word(), self.name)
    }

    /// "xã Tân Khai, huyện Hớn Quản, tỉnh Bình Phước": the unit within those above it.
    pub fn full_name(&self) -> String {
        let mut full = self.short_name();
        let mut above = self.parent();
        while let Some(place) = above {
            full.push_str(", ");
            full.push_str(&place.short_name());
            above = place.parent();
        }
        full
    }

    /// The unit above; none for a province.
    pub fn parent(&self) -> Option<&'static Place> {
        self.parent.map(|at| Gazetteer::shared().at(at))
    }

    /// The units directly below, by code.
    pub fn children(&self) -> Vec<&'static Place> {
        let all = Gazetteer::shared();
        all.children[usize::from(self.index)].iter().map(|&at| all.at(at)).collect()
    }

    /// The units of today that took over this one's territory, heirs first; empty for a unit of
    /// today. Those of a district come from its communes.
    pub fn successors(&self) -> Vec<Succession> {
        Gazetteer::shared().successors(self)
    }

    /// The former units of the same tier whose territory this unit took over; `place` is the former
    /// one. Empty for a former unit.
    pub fn predecessors(&self) -> Vec<Succession> {
        Gazetteer::shared().predecessors(self)
    }

    /// The units that people now name in its place: the heirs among its successors, by code. A unit
    /// of today answers with itself.
    pub fn today(&'static self) -> Vec<&'static Place> {
        Gazetteer::shared().today(self)
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

    #[test]
    fn eras_meet_without_a_gap() {
        let last = Era::Until2025.valid_until().unwrap();
        let first = Era::Since2025.valid_from().unwrap();
        assert_eq!(first.yesterday(), last);
        assert_eq!((Era::Until2025.valid_from(), Era::Since2025.valid_until()), (None, None));
    }
}
