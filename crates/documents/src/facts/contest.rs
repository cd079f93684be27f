//! The contest that a paper is about.

use serde::{Deserialize, Serialize};

use super::Evidence;

/// Which family of contests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// Hội thi Sáng tạo kỹ thuật.
    TechnicalInnovation,
    /// Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng.
    YouthCreativity,
    /// Any other.
    Other,
}

/// Who holds a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Toàn quốc.
    Nation,
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh (until 30 June 2025).
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
    /// Cơ quan, đơn vị, ngành.
    Agency,
}

/// A contest as the paper names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contest {
    /// Family.
    pub series: Series,
    /// Level.
    pub level: Option<Level>,
    /// Whose contest: "tỉnh Bắc Kạn", "toàn quốc", or the agency's name.
    pub locality: Option<String>,
    /// Lần thứ.
    pub edition: Option<u16>,
    /// First and last year; equal for a contest of one year.
    pub years: Option<[i16; 2]>,
    /// The higher contest, where the paper is about a lower one.
    pub parent: Option<HigherContest>,
    /// Where it is named first.
    pub evidence: Evidence,
}

/// A contest above another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HigherContest {
    /// Family.
    pub series: Series,
    /// Level.
    pub level: Option<Level>,
    /// Whose contest.
    pub locality: Option<String>,
    /// Lần thứ.
    pub edition: Option<u16>,
    /// First and last year.
    pub years: Option<[i16; 2]>,
    /// Where it is named first.
    pub evidence: Evidence,
}
