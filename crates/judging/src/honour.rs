//! Honours besides money, found from data: badges, diplomas, the youngest, the oldest, the busiest, units.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Day;
use serde::{Deserialize, Serialize};

use crate::prize::Class;

/// An author of one dossier (tác giả), as far as honours ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// By what the person is known through all dossiers.
    pub person: String,
    /// The dossier's code.
    pub dossier: String,
    /// Day of birth, if it is known.
    pub born: Option<Day>,
    /// What the person is in the work.
    pub part: Part,
    /// Whether the dossier was in the last round.
    pub is_finalist: bool,
    /// What the dossier has won.
    pub prize: Option<Class>,
}

/// What an author is in the work (vai trò).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Chủ nhiệm.
    Lead,
    /// Đồng chủ nhiệm.
    CoLead,
    /// Thành viên.
    Member,
}

/// The age up to which an author of a first prize gets the badge "Tuổi trẻ sáng tạo" of the Youth Union.
pub const YOUTH: i16 = 35;

/// Years of age on a day (tuổi tròn). Who was born on 29 February is a year older on 1 March.
pub fn age(born: Day, on: Day) -> i16 {
    let had_birthday = (on.month(), on.day_of_month()) >= (born.month(), born.day_of_month());
    on.year() - born.year() - i16::from(!had_birthday)
}

/// Who gets the badge "Tuổi trẻ sáng tạo" (huy hiệu): authors of first prizes, at most [`YOUTH`] years old on
/// the day. Whose day of birth is not known is not among them.
pub fn youth_badges(authors: &[Author], on: Day) -> BTreeSet<&str> {
    let first = authors.iter().filter(|author| author.prize == Some(Class::First));
    let young = first.filter(|author| author.born.is_some_and(|born| age(born, on) <= YOUTH));
    young.map(|author| author.person.as_str()).collect()
}

/// Who gets the diploma "Lao động sáng tạo" (bằng lao động sáng tạo): those who lead works with a first, second
/// or third prize.
pub fn labour_diplomas(authors: &[Author]) -> BTreeSet<&str> {
    let high = |class: Class| matches!(class, Class::First | Class::Second | Class::Third);
    let prized = authors.iter().filter(|author| author.prize.is_some_and(high));
    let leading = prized.filter(|author| matches!(author.part, Part::Lead | Part::CoLead));
    leading.map(|author| author.person.as_str()).collect()
}

/// The youngest with a prize (tác giả nhỏ tuổi nhất); all who were born on the same day.
pub fn youngest(authors: &[Author]) -> BTreeSet<&str> {
    born_on(authors, born_days(authors).last())
}

/// The oldest with a prize (tác giả cao tuổi nhất); all who were born on the same day.
pub fn oldest(authors: &[Author]) -> BTreeSet<&str> {
    born_on(authors, born_days(authors).first())
}

fn born_days(authors: &[Author]) -> BTreeSet<Day> {
    authors.iter().filter(|author| author.prize.is_some()).filter_map(|it| it.born).collect()
}

fn born_on<'a>(authors: &'a [Author], day: Option<&Day>) -> BTreeSet<&'a str> {
    let prized = authors.iter().filter(|author| author.prize.is_some());
    let born = prized.filter(|author| author.born.is_some() && author.born.as_ref() == day);
    born.map(|author| author.person.as_str()).collect()
}

/// Who has most dossiers in the last round (nhiều giải pháp vào chung khảo nhất), and how many. Nobody, if no
/// dossier was there.
pub fn most_finalists(authors: &[Author]) -> (BTreeSet<&str>, usize) {
    let mut dossiers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for author in authors.iter().filter(|author| author.is_finalist) {
        dossiers.entry(&author.person).or_default().insert(&author.dossier);
    }
    let most = dossiers.values().map(BTreeSet::len).max().unwrap_or(0);
    let first = dossiers.into_iter().filter(|(_, own)| own.len() == most);
    (first.map(|(person, _)| person).collect(), most)
}

/// What a unit did for a contest (số liệu phong trào).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// The unit, by whatever name is published.
    pub unit: String,
    /// Dossiers that were handed in.
    pub entries: u32,
    /// Dossiers that were found valid.
    pub valid: u32,
    /// Dossiers with a prize.
    pub winning: u32,
    /// Authors.
    pub authors: u32,
    /// Reports that came in time.
    pub reports: u32,
    /// Things that were published about the contest.
    pub publicity: u32,
}

/// How much each count of a unit weighs (cách tính điểm phong trào).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovementRule {
    /// For each dossier.
    pub entries: u16,
    /// For each valid one.
    pub valid: u16,
    /// For each one with a prize.
    pub winning: u16,
    /// For each author.
    pub authors: u16,
    /// For each report in time.
    pub reports: u16,
    /// For each thing that was published.
    pub publicity: u16,
    /// How many units get a movement prize.
    pub prizes: u16,
}

impl MovementRule {
    /// The sum of a unit's counts by their weights (điểm phong trào).
    pub fn sum(&self, unit: &Movement) -> u64 {
        let counts = [
            (unit.entries, self.entries),
            (unit.valid, self.valid),
            (unit.winning, self.winning),
            (unit.authors, self.authors),
            (unit.reports, self.reports),
            (unit.publicity, self.publicity),
        ];
        counts.iter().map(|(count, weight)| u64::from(*count) * u64::from(*weight)).sum()
    }

    /// Units that get a movement prize (giải phong trào), the best first, equals by name. Nobody gets one for
    /// nothing; who equals the last one gets it too.
    pub fn prized<'a>(&self, units: &'a [Movement]) -> Vec<(&'a str, u64)> {
        let sums = units.iter().map(|unit| (unit.unit.as_str(), self.sum(unit)));
        let mut sums: Vec<(&str, u64)> = sums.filter(|(_, sum)| *sum > 0).collect();
        sums.sort_unstable_by(|one, other| (other.1, one.0).cmp(&(one.1, other.0)));
        let last = usize::from(self.prizes).checked_sub(1).map(|last| last.min(sums.len()));
        match last {
            None => sums.clear(),
            Some(last) => {
                let enough = sums.get(last).map_or(0, |(_, sum)| *sum);
                sums.retain(|(_, sum)| *sum >= enough);
            }
        }
        sums
    }
}

#[cfg(test)]
#[path = "honour_tests.rs"]
mod tests;
