//! Kinds of units.

use std::fmt;
use std::str::FromStr;

/// What kind of body a unit is (loại đơn vị).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// People's committee (Ủy ban nhân dân) of a province, district or commune.
    Committee,
    /// Party body (cơ quan Đảng).
    Party,
    /// Department of a province (sở, ban, ngành).
    Department,
    /// Division of a district or commune, or of a department (phòng, ban).
    Division,
    /// Union of science and technology associations (Liên hiệp các Hội) and its like.
    Association,
    /// Mass organisation (đoàn thể): front, trade union, youth union, women, farmers, veterans.
    MassOrganisation,
    /// School, college, university (nhà trường).
    School,
    /// Hospital, health centre (cơ sở y tế).
    Health,
    /// Research institute, public service unit (viện, đơn vị sự nghiệp).
    Institute,
    /// Company, cooperative (doanh nghiệp, hợp tác xã).
    Company,
    /// Police, army, border guard (lực lượng vũ trang).
    Forces,
    /// Newspaper, radio, television, culture and information centre (báo, đài).
    Media,
    /// Any other body.
    Other,
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 13] = [
        Self::Committee,
        Self::Party,
        Self::Department,
        Self::Division,
        Self::Association,
        Self::MassOrganisation,
        Self::School,
        Self::Health,
        Self::Institute,
        Self::Company,
        Self::Forces,
        Self::Media,
        Self::Other,
    ];

    /// The word in the database and in spreadsheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Party => "party",
            Self::Department => "department",
            Self::Division => "division",
            Self::Association => "association",
            Self::MassOrganisation => "mass-organisation",
            Self::School => "school",
            Self::Health => "health",
            Self::Institute => "institute",
            Self::Company => "company",
            Self::Forces => "forces",
            Self::Media => "media",
            Self::Other => "other",
        }
    }

    /// Key of its name in the message files.
    pub fn label(self) -> String {
        format!("unit-kind-{}", self.code())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKind;

impl fmt::Display for NotAKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a kind of unit")
    }
}

impl std::error::Error for NotAKind {}

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<Self, NotAKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == text).ok_or(NotAKind)
    }
}
