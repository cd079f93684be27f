//! A unit, and how it is named.

use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{Gazetteer, PlaceId, Succession};

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

    pub(crate) fn prefix(self) -> &'static str {
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
    pub(crate) fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::District => 3,
            Self::Commune => 5,
        }
    }

    pub(crate) fn of_digits(digits: usize) -> Option<Self> {
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
        self.id.level()
    }

    /// The era, with the first and last day.
    pub fn era(&self) -> Era {
        self.id.era()
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
    fn eras_meet_without_a_gap() {
        let last = Era::Until2025.valid_until().unwrap();
        let first = Era::Since2025.valid_from().unwrap();
        assert_eq!(first.yesterday(), last);
        assert_eq!((Era::Until2025.valid_from(), Era::Since2025.valid_until()), (None, None));
    }
}
