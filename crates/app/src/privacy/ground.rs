//! By which ground somebody's data are erased, or stay although they asked (căn cứ xóa dữ liệu).

use kernel::Refusal;

/// A ground. The law on the protection of personal data (91/2025/QH15; before it Decree 13/2023/NĐ-CP, article 16)
/// names those for erasing, and those for keeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The data are no longer needed for what they were given for.
    NoLongerNeeded,
    /// The person takes back the consent that the data rested on.
    ConsentWithdrawn,
    /// The data were not used as they may be.
    Unlawful,
    /// They stay: a law or a running contest needs them.
    StillNeeded,
}

impl Ground {
    /// Every one.
    pub const ALL: [Self; 4] =
        [Self::NoLongerNeeded, Self::ConsentWithdrawn, Self::Unlawful, Self::StillNeeded];

    /// Its word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoLongerNeeded => "no-longer-needed",
            Self::ConsentWithdrawn => "consent-withdrawn",
            Self::Unlawful => "unlawful",
            Self::StillNeeded => "still-needed",
        }
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("erasure-ground-{}", self.code())
    }

    /// Whether data are erased by it.
    pub const fn erases(self) -> bool {
        !matches!(self, Self::StillNeeded)
    }

    /// The ground of a form.
    ///
    /// # Errors
    /// None was chosen.
    pub fn read(code: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|ground| ground.code() == code);
        found.ok_or_else(|| Refusal::field("ground", "erasure-ground-missing"))
    }
}
