//! What was put down and counts: entries, sheets, second markings, departures.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::points::Points;

/// Everything that the rules are applied to (dữ liệu chấm).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// Every dossier that was filed.
    pub entries: Vec<Entry>,
    /// What judges gave.
    pub scores: Vec<Score>,
    /// What was marked a second time.
    pub second_markings: Vec<SecondMarking>,
    /// What the council decided against the ranking.
    pub departures: Vec<Departure>,
    /// The judges who chair (trưởng hội đồng, trưởng tiểu ban).
    pub chairs: BTreeSet<String>,
    /// The seed of the lot, published before it was needed.
    pub lot: Option<String>,
}

/// A dossier as the ranking knows it (hồ sơ dự thi).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its code, under which nobody's name is known.
    pub code: String,
    /// Its field or judging group.
    pub field: String,
    /// Whether it is judged.
    pub standing: Standing,
    /// The scale that the council chose for it in every round; nothing: that of the round.
    pub scale: Option<String>,
    /// Votes of the public.
    pub votes: u32,
}

/// Whether a dossier is judged (tư cách dự thi).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Đủ điều kiện.
    Judged,
    /// Không đủ điều kiện.
    Ineligible,
    /// Đã rút.
    Withdrawn,
}

/// What counts of one sheet (điểm của một phiếu).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The dossier's code.
    pub dossier: String,
    /// The judge, by whatever name is published.
    pub judge: String,
    /// The round's key.
    pub round: String,
    /// The first time, or once more.
    pub marking: Marking,
    /// Points by the key of the criterion; nothing: the judge abstained.
    pub points: Option<BTreeMap<String, Points>>,
}

/// The how-many-eth time (lần chấm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marking {
    /// Chấm lần đầu.
    First,
    /// Chấm lại.
    Second,
}

/// A second marking (chấm lại): both values are kept, and what counts is declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondMarking {
    /// The dossier's code.
    pub dossier: String,
    /// The round's key.
    pub round: String,
    /// Who marked.
    pub by: By,
    /// Which of the values counts.
    pub counts: Counts,
}

/// Who marks a second time (hình thức chấm lại).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum By {
    /// Cả tổ chấm lại.
    Panel,
    /// Thêm giám khảo.
    FurtherJudge,
    /// Thảo luận và biểu quyết: the panel votes for a total.
    Vote {
        /// The total that was voted.
        points: Points,
        /// How it was voted.
        tally: Tally,
    },
}

/// Which of two values counts (kết quả được tính).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// The first sheets, as if nothing had been marked again.
    First,
    /// The second sheets, or the total that was voted.
    Second,
    /// All sheets of both times.
    Both,
}

/// Votes of a council (kết quả biểu quyết).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// How many members the council has, present or not.
    pub members: u16,
    /// For it.
    pub in_favour: u16,
    /// Against it.
    pub against: u16,
}

/// A decision against the ranking (quyết định khác thứ hạng): the ranking stays as it is beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The dossier's code.
    pub dossier: String,
    /// The key of the prize that it gets; nothing: none.
    pub prize: Option<String>,
    /// Why.
    pub reason: String,
    /// How it was voted.
    pub tally: Tally,
}

impl Entry {
    /// A dossier that is judged by the scale of its round (hồ sơ được chấm).
    pub fn judged(code: &str, field: &str) -> Self {
        Self {
            code: code.to_owned(),
            field: field.to_owned(),
            standing: Standing::Judged,
            scale: None,
            votes: 0,
        }
    }
}

impl Departure {
    /// Whether it says why (có lý do): spaces are no reason.
    pub fn has_reason(&self) -> bool {
        !self.reason.trim_matches([' ', '\t', '\n', '\r']).is_empty()
    }
}

impl Tally {
    /// Whether no more voted than there are (số phiếu hợp lý).
    pub const fn is_possible(self) -> bool {
        self.in_favour as u32 + self.against as u32 <= self.members as u32
    }
}
