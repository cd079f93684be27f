//! The shape of a scale: criteria, their maxima and levels, and what a low mark means.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::points::{Points, Weight};
use crate::ratio::Ratio;

/// A scale (thang điểm): what judges look at, and how many points each of it can bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What judges look at.
    pub criteria: Vec<Criterion>,
    /// Below this mean total a dossier gets no prize (điểm sàn).
    #[serde(default)]
    pub minimum: Option<Points>,
    /// Words for totals, the highest first.
    #[serde(default)]
    pub levels: Vec<Level>,
}

/// A criterion (tiêu chí).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The most points of one judge (điểm tối đa).
    pub maximum: Points,
    /// Points are whole multiples of it (bước điểm), in hundredths of a point.
    pub step: NonZeroU32,
    /// What its points are multiplied with in the total.
    #[serde(default = "Weight::one")]
    pub weight: Weight,
    /// The same for single fields, where they differ.
    #[serde(default)]
    pub field_weights: BTreeMap<String, Weight>,
    /// Words for points (mức), the highest first.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Below this mean of the judges a dossier gets no prize (điểm liệt).
    #[serde(default)]
    pub minimum: Option<Points>,
    /// What takes a dossier out of the ranking altogether (tiêu chí loại).
    #[serde(default)]
    pub knockout: Option<Knockout>,
    /// When a judge must write a remark (nhận xét).
    #[serde(default)]
    pub remark: Wanted,
    /// When a judge must name evidence (minh chứng).
    #[serde(default)]
    pub evidence: Wanted,
}

/// A level (mức): from how many points on a word fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// At least so many points.
    pub from: Points,
    /// What is said of it.
    pub words: String,
}

/// What takes a dossier out of the ranking (loại): too few points from too many judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Knockout {
    /// A judge with fewer points than this is against the dossier.
    pub below: Points,
    /// How many must be.
    pub judges: Judges,
}

/// How many of the judges (bao nhiêu giám khảo).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judges {
    /// One is enough.
    Any,
    /// More than half.
    Majority,
    /// All.
    All,
}

impl Judges {
    /// Whether so many of all, which are some, are enough.
    pub const fn are(self, against: usize, all: usize) -> bool {
        match self {
            Self::Any => against > 0,
            Self::Majority => 2 * against > all,
            Self::All => against == all,
        }
    }
}

/// When something must stand beside points (khi nào bắt buộc).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wanted {
    /// Nếu có.
    #[default]
    Never,
    /// Luôn luôn.
    Always,
    /// For points that are very low or very high.
    Outside {
        /// With fewer points than this.
        below: Points,
        /// With so many points or more.
        from: Points,
    },
}

impl Wanted {
    /// Whether it must stand beside these points.
    pub fn with(self, points: Points) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::Outside { below, from } => points < below || points >= from,
        }
    }
}

impl Criterion {
    /// What its points are multiplied with for a dossier of this field (hệ số).
    pub fn weight_in(&self, field: &str) -> Weight {
        self.field_weights.get(field).copied().unwrap_or(self.weight)
    }
}

impl Scale {
    /// The criterion of a key (tiêu chí).
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == key)
    }

    /// The most points of one judge in a field (tổng điểm tối đa), in hundredths.
    pub fn maximum_in(&self, field: &str) -> Ratio {
        total(self.criteria.iter().map(|it| (it.maximum, it.weight_in(field))))
    }

    /// What one judge's points come to in a field (tổng điểm của phiếu), in hundredths. What was not
    /// marked brings nothing.
    pub fn total_in(&self, field: &str, points: &BTreeMap<String, Points>) -> Ratio {
        let marked = self.criteria.iter();
        total(marked.filter_map(|it| Some((*points.get(&it.key)?, it.weight_in(field)))))
    }
}

impl Level {
    /// The word that fits these points (mức đạt được), of levels from the highest down.
    pub fn of(levels: &[Self], points: Points) -> Option<&Self> {
        levels.iter().find(|level| points >= level.from)
    }
}

/// Points by their weights together, in hundredths of a point.
pub(crate) fn total(marks: impl Iterator<Item = (Points, Weight)>) -> Ratio {
    let weighted =
        |(points, weight): (Points, Weight)| u64::from(points.hundredths()) * u64::from(weight.0);
    let sum: u64 = marks.map(weighted).sum();
    let one = NonZeroU32::from(std::num::NonZeroU16::new(Weight::ONE.0).expect("it is 100"));
    Ratio::whole(sum.into()).per(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Points {
        text.parse().unwrap()
    }

    #[test]
    fn so_many_judges_are_enough() {
        let check = |judges: Judges, expect: [bool; 4]| {
            let found = [(0, 4), (1, 4), (2, 4), (3, 4)].map(|(some, all)| judges.are(some, all));
            assert_eq!(found, expect, "{judges:?}");
        };
        check(Judges::Any, [false, true, true, true]);
        check(Judges::Majority, [false, false, false, true]);
        check(Judges::All, [false, false, false, false]);
        assert!(Judges::All.are(4, 4));
    }

    #[test]
    fn something_is_wanted_at_the_ends() {
        let check = |wanted: Wanted, expect: [bool; 4]| {
            assert_eq!(["4,99", "5", "26,99", "27"].map(|it| wanted.with(points(it))), expect);
        };
        check(Wanted::Never, [false; 4]);
        check(Wanted::Always, [true; 4]);
        check(
            Wanted::Outside { below: points("5"), from: points("27") },
            [true, false, false, true],
        );
    }

    #[test]
    fn weights_of_a_field_go_before_those_of_all() {
        let text = r#"{"key":"s","name":"S","criteria":[
            {"key":"new","name":"Tính mới","maximum":3000,"step":50,
             "weight":100,"field_weights":{"Y dược":150}},
            {"key":"use","name":"Hiệu quả","maximum":1000,"step":1,"weight":33}]}"#;
        let scale: Scale = serde_json::from_str(text).unwrap();
        let given: BTreeMap<String, Points> =
            [("new".into(), points("20")), ("use".into(), points("0,01"))].into();
        let check = |field: &str, maximum: &str, total: &str| {
            assert_eq!(scale.maximum_in(field).to_string(), maximum);
            assert_eq!(scale.total_in(field, &given).to_string(), total);
        };
        check("Cơ khí", "3330", "200033/100");
        check("Y dược", "4830", "300033/100");
        assert_eq!(scale.total_in("Y dược", &BTreeMap::new()), Ratio::ZERO);
    }

    #[test]
    fn a_level_is_found_from_its_first_point_on() {
        let level = |from: &str, words: &str| Level { from: points(from), words: words.into() };
        let levels = [level("27", "hoàn toàn mới"), level("1", "ít"), level("0", "không")];
        let check = |given: &str, expect: &str| {
            let found = Level::of(&levels, points(given)).map(|level| level.words.as_str());
            assert_eq!(found, Some(expect));
        };
        check("30", "hoàn toàn mới");
        check("27", "hoàn toàn mới");
        check("26,99", "ít");
        check("0,99", "không");
        assert_eq!(Level::of(&levels[..1], points("1")), None);
    }
}
