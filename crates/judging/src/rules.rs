//! The shape of the rules by which sheets become ranks and prizes.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};

use crate::points::{Points, Rounding, Weight};
use crate::prize::{AtLimit, DepartureRules, Places, Prize, Unused};
use crate::scale::Scale;

/// The rules of judging (quy chế chấm): scales, rounds, ties, prizes; declared before anybody marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The fields, or judging groups (lĩnh vực, nhóm chấm), for which places are counted.
    pub fields: Vec<String>,
    /// The scales that rounds use.
    pub scales: Vec<Scale>,
    /// The rounds (vòng), the first one first.
    pub rounds: Vec<Round>,
    /// How the total is rounded before ranks and prizes are made of it; nothing: not at all.
    pub rounding: Option<Rounding>,
    /// Points for votes of the public (bình chọn), added to the total.
    pub vote: Option<PublicVote>,
    /// What parts dossiers of equal total, one after the other; what is still equal shares a rank.
    pub ties: Vec<TieBreak>,
    /// The structure of prizes (cơ cấu giải), the highest first.
    pub prizes: Vec<Prize>,
    /// What becomes of places that nobody took.
    pub unused: Unused,
    /// What happens where more are equal than places are left.
    pub at_limit: AtLimit,
    /// How the council may depart from the ranking.
    pub departures: DepartureRules,
    /// Who is proposed for the next level; nothing: nobody.
    pub forward: Option<Forward>,
    /// How far apart totals of judges may lie (chênh lệch), in percent of the scale.
    pub divergence: u8,
}

/// A round (vòng: sơ khảo, chung khảo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The key of its scale.
    pub scale: String,
    /// The same for single fields, where they differ.
    pub field_scales: BTreeMap<String, String>,
    /// How several sheets become one number.
    pub aggregate: Aggregate,
    /// How that number is rounded; nothing: not at all.
    pub rounding: Option<Rounding>,
    /// Its weight in the total; 0: it only chooses who goes on.
    pub weight: Weight,
    /// With fewer sheets that count, a dossier has no rank.
    pub fewest_sheets: NonZeroU16,
    /// Who goes on to the next round; nothing: everybody.
    pub advance: Option<Advance>,
}

/// How several totals become one (cách tổng hợp điểm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Aggregate {
    /// Trung bình cộng.
    Mean,
    /// Trung bình sau khi bỏ điểm cao nhất và thấp nhất.
    Trimmed {
        /// How many are left out at each end.
        each_end: u8,
        /// From how many sheets on; with fewer it is the mean of all.
        from: u16,
    },
    /// Trung vị.
    Median,
}

/// Who goes on (vào vòng sau).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    /// At least so many points in this round.
    pub minimum: Option<Points>,
    /// How many; by field, each field has its own.
    pub places: Places,
    /// What becomes of those who are equal at the last place.
    pub last: LastPlace,
}

/// What becomes of those who share the last place of a round (đồng hạng cuối).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LastPlace {
    /// All go on.
    In,
    /// None does.
    Out,
}

impl LastPlace {
    /// The last that still has one of so many places (mức cuối), of values from the best down; equal values
    /// are in or out together. Nothing: nobody has a place.
    pub(crate) fn among<T: Copy + PartialEq>(self, best_first: &[T], places: u32) -> Option<T> {
        let places = usize::try_from(places).unwrap_or(usize::MAX);
        if places >= best_first.len() {
            return best_first.last().copied();
        }
        let marginal = *best_first[..places].last()?;
        match self {
            Self::Out if best_first[places] == marginal => {
                best_first[..places].iter().copied().rfind(|it| *it != marginal)
            }
            Self::In | Self::Out => Some(marginal),
        }
    }
}

/// Points for votes of the public (điểm bình chọn): the most voted gets all, the others their proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicVote {
    /// What the most voted dossier gets.
    pub points: Points,
    /// How the proportion is rounded. It must be: millions of votes would make fractions beyond 128 bits.
    pub rounding: Rounding,
}

/// What parts dossiers that are equal so far (tiêu chí phụ khi bằng điểm).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TieBreak {
    /// The higher mean of a criterion.
    Criterion {
        /// The round.
        round: String,
        /// The criterion.
        criterion: String,
    },
    /// The higher score of a round.
    Round {
        /// The round.
        round: String,
    },
    /// Fewer sheets with a total below a mark.
    FewerLow {
        /// The round.
        round: String,
        /// The mark.
        below: Points,
    },
    /// The higher total of the chair's sheet.
    Chair {
        /// The round.
        round: String,
    },
    /// A lot (bốc thăm) drawn from a seed that was published: the lower SHA-256 of seed, line feed, code.
    Lot,
}

/// Who is proposed for the contest of the next level (đề cử dự thi cấp trên).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forward {
    /// The key of the lowest prize with which one is.
    pub lowest: String,
    /// How many at most, by rank.
    pub most: u32,
    /// What becomes of those who are equal at the last place.
    pub last: LastPlace,
    /// A criterion that must be reached.
    pub criterion: Option<CriterionMark>,
}

/// A mark that the mean of a criterion must reach (mức phải đạt).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionMark {
    /// The round.
    pub round: String,
    /// The criterion.
    pub criterion: String,
    /// At least so many points in the mean.
    pub minimum: Points,
}

impl Rules {
    /// The scale of a key (thang điểm).
    pub fn scale(&self, key: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.key == key)
    }

    /// The round of a key (vòng).
    pub fn round(&self, key: &str) -> Option<&Round> {
        self.rounds.iter().find(|round| round.key == key)
    }

    /// The prize of a key (giải).
    pub fn prize(&self, key: &str) -> Option<&Prize> {
        self.prizes.iter().find(|prize| prize.key == key)
    }

    /// Where a prize stands in the structure (thứ tự giải), 0 for the highest.
    pub fn position(&self, prize: &str) -> Option<usize> {
        self.prizes.iter().position(|it| it.key == prize)
    }

    /// Whether more points never cost a dossier its place (không nghịch lý).
    ///
    /// They can where those who are equal at the last place all lose it: one point more makes two equal,
    /// and both are out.
    pub fn is_monotone(&self) -> bool {
        let rounds = self.rounds.iter().filter_map(|round| round.advance.as_ref());
        let mut rounds = rounds.filter(|advance| advance.places != Places::Unlimited);
        self.at_limit != AtLimit::Pass && rounds.all(|advance| advance.last == LastPlace::In)
    }
}

impl Round {
    /// The key of its scale for a field (thang điểm của lĩnh vực).
    pub fn scale_in(&self, field: &str) -> &str {
        self.field_scales.get(field).unwrap_or(&self.scale)
    }
}
