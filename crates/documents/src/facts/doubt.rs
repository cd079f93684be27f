//! What is doubtful in a paper.

use serde::{Deserialize, Serialize};

use super::Evidence;

/// Why a person should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtCode {
    /// The number is left blank: right in a draft.
    MissingNumber,
    /// The day is left blank: right in a draft.
    MissingDay,
    /// A date that cannot be: "10/5/20224", "31/6/2025".
    ImplausibleDate,
    /// One unit spelt or named two ways.
    InconsistentName,
    /// A common misspelling.
    Spelling,
    /// The marks were lost when the paper was scanned.
    PoorOcr,
    /// Two dates for one thing.
    ConflictingDates,
    /// Nothing of the paper could be read.
    Unreadable,
    /// The signature block does not fit Decree 30/2020.
    SignatureForm,
    /// A unit that is abolished before its task ends.
    UnitAbolished,
    /// This is no paper of a contest.
    NotAPaper,
}

/// A doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// What kind of doubt.
    pub code: DoubtCode,
    /// The words that raise it, as they stand.
    pub text: String,
    /// What is wrong and what to do, in Vietnamese.
    pub message: String,
    /// Where; nothing when something is missing.
    pub evidence: Option<Evidence>,
}
