//! The explanation of a rank: what was counted, with its inputs and its result, as data.
//!
//! A page says it in any language; whoever has the steps of all dossiers can count every rank again.

use serde::Serialize;

use crate::points::{Points, Rounding, Weight};
use crate::ranking::answer::{Effect, ForwardAnswer, PrizeAnswer};
use crate::ratio::Ratio;
use crate::records::{Counts, Marking, Tally};
use crate::rules::TieBreak;

/// One step of the explanation (bước tính). Points are in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step<'a> {
    /// A judge's sheet (phiếu): its total is the sum of points times weight, over 100.
    Sheet {
        /// The round.
        round: &'a str,
        /// The judge.
        judge: &'a str,
        /// The first time, or once more.
        marking: Marking,
        /// The points.
        marks: Vec<Marked<'a>>,
        /// What they come to.
        total: Ratio,
    },
    /// A second marking (chấm lại): both values, and which one counts.
    SecondMarking {
        /// The round.
        round: &'a str,
        /// What the first sheets alone come to.
        first: Option<Ratio>,
        /// What the second sheets alone come to, or the total that was voted.
        second: Option<Ratio>,
        /// What counts.
        counts: Counts,
    },
    /// The score of a round (điểm của vòng).
    Score {
        /// The round.
        round: &'a str,
        /// How.
        method: Method,
        /// The totals that were taken, the lowest first.
        taken: Vec<Ratio>,
        /// The totals that were left out, the lowest first.
        left_out: Vec<Ratio>,
        /// What they come to.
        exact: Ratio,
        /// How that was rounded.
        rounding: Option<Rounding>,
        /// The score.
        score: Ratio,
    },
    /// Fewer sheets than the round asks for (không đủ phiếu): no rank.
    TooFewSheets {
        /// The round.
        round: &'a str,
        /// How many there are.
        sheets: usize,
        /// How many it takes.
        fewest: u16,
    },
    /// Too few points from too many judges (bị loại): no rank.
    KnockedOut {
        /// The round.
        round: &'a str,
        /// The criterion.
        criterion: &'a str,
        /// A judge with fewer is against it.
        below: Points,
        /// How many judges are.
        against: usize,
        /// Of how many.
        of: usize,
    },
    /// A mean below the minimum of a criterion (điểm liệt): no prize.
    BelowCriterion {
        /// The round.
        round: &'a str,
        /// The criterion.
        criterion: &'a str,
        /// The mean.
        mean: Ratio,
        /// The minimum.
        minimum: Points,
    },
    /// A score below the minimum of the scale (dưới điểm sàn): no prize.
    BelowScale {
        /// The round.
        round: &'a str,
        /// The score.
        score: Ratio,
        /// The minimum.
        minimum: Points,
    },
    /// Whether the dossier goes on (vào vòng sau): if its score is at least that of the last who does.
    Cut {
        /// The round.
        round: &'a str,
        /// The dossier's score.
        score: Ratio,
        /// The lowest score that goes on; nothing: nobody does.
        lowest: Option<Ratio>,
    },
    /// Points for votes of the public (điểm bình chọn).
    Vote {
        /// Votes of the dossier.
        votes: u32,
        /// Votes of the most voted.
        most: u32,
        /// What the most voted gets.
        points: Points,
        /// The proportion.
        exact: Ratio,
        /// How that was rounded.
        rounding: Rounding,
        /// The points.
        score: Ratio,
    },
    /// The total (tổng điểm): the mean of the rounds by their weights, and the votes.
    Total {
        /// The scores of the rounds.
        parts: Vec<Part<'a>>,
        /// Points for votes.
        vote: Option<Ratio>,
        /// What they come to.
        exact: Ratio,
        /// How that was rounded.
        rounding: Option<Rounding>,
        /// The total.
        total: Ratio,
    },
    /// What parted the dossier from others of equal total (xét tiêu chí phụ), or did not.
    Tie {
        /// By what.
        by: &'a TieBreak,
        /// How many were equal until then.
        among: usize,
        /// What this dossier has.
        value: TieValue,
    },
    /// The rank (thứ hạng): how many are before it, and one.
    Rank {
        /// Among all.
        rank: usize,
        /// How many are ranked.
        of: usize,
        /// In its field.
        field_rank: usize,
        /// How many are ranked in its field.
        of_field: usize,
    },
    /// A prize that was looked at (xét giải).
    Prize {
        /// The prize.
        prize: &'a str,
        /// Whether the dossier gets it by the rules.
        answer: PrizeAnswer,
    },
    /// A decision of the council against the ranking (quyết định khác thứ hạng).
    Departure {
        /// The prize by the rules.
        by_rules: Option<&'a str>,
        /// The prize that was decided.
        decided: Option<&'a str>,
        /// Why.
        reason: &'a str,
        /// How it was voted.
        tally: Tally,
        /// Whether it stands.
        effect: Effect,
    },
    /// Whether the dossier is proposed for the next level (đề cử).
    Forward {
        /// What was found.
        answer: ForwardAnswer,
    },
}

/// Points for one criterion (điểm theo tiêu chí).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Marked<'a> {
    /// The criterion.
    pub criterion: &'a str,
    /// Its points.
    pub points: Points,
    /// Its weight in this dossier's field.
    pub weight: Weight,
}

/// The score of one round in the total (điểm thành phần).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part<'a> {
    /// The round.
    pub round: &'a str,
    /// Its score.
    pub score: Ratio,
    /// Its weight.
    pub weight: Weight,
}

/// How a score was made (cách tính).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The mean of what was taken.
    Mean,
    /// The middle of what was taken, or the mean of the two in the middle.
    Median,
    /// The council voted for it.
    Voted,
}

/// What ties are parted by (giá trị so sánh).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieValue {
    /// The higher goes first; nothing goes last.
    Points(Option<Ratio>),
    /// The lower goes first.
    Count(usize),
    /// The lower goes first: the digest's first 128 bits, which never were equal yet, in hexadecimal.
    Lot(Digest),
}

/// The first 128 bits of a SHA-256 (mã bốc thăm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub u128);

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:032x}", self.0))
    }
}
