//! Whether rules and records can be counted at all; nobody is surprised by a panic or a silent nought.

mod records;
mod rules;
mod scale;
mod sheets;

use crate::records::Records;
use crate::rules::Rules;
use crate::sheet::Objection;

pub(crate) use sheets::{CheckedSheet, Panel, Panels, scale_of};

/// Rounds of one rule set; more would let exact fractions grow beyond 128 bits.
pub(crate) const MOST_ROUNDS: usize = 4;
/// Sheets of one marking for one dossier in one round, for the same reason.
pub(crate) const MOST_SHEETS: usize = 100;

/// Why no ranking can be made (điều làm cho không xếp hạng được).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// There is no round.
    NoRound,
    /// There are more rounds than four.
    ManyRounds,
    /// Two things of one kind have this name.
    Twice(String),
    /// None of the fields.
    UnknownField(String),
    /// None of the scales.
    UnknownScale(String),
    /// None of the rounds.
    UnknownRound(String),
    /// A scale of the round lacks this criterion, by which ties are parted.
    UnknownCriterion(String),
    /// None of the prizes.
    UnknownPrize(String),
    /// None of the dossiers.
    UnknownDossier(String),
    /// The scale can bring no points.
    EmptyScale(String),
    /// The scale can bring more than 10,000 points.
    GreatScale(String),
    /// The maximum of this criterion is no multiple of its step.
    MaximumOffStep(String),
    /// A minimum, level or knock-out of this scale or criterion lies above what it can bring.
    AboveMaximum(String),
    /// Levels of this scale or criterion do not go from the highest down.
    LevelsOutOfOrder(String),
    /// Fields or scales of this round can bring different totals, which cannot be ranked together.
    UnequalMaxima(String),
    /// A weight is greater than ten, or those of all rounds are nought.
    Weights,
    /// The divergence that is allowed is more than the whole scale.
    Divergence,
    /// Trimming leaves no sheet in this round.
    TrimsAll(String),
    /// The band of this prize lies above that of a higher one.
    BandsOutOfOrder(String),
    /// One judge has two sheets of the same marking for one dossier in one round.
    SheetTwice {
        /// The dossier.
        dossier: String,
        /// The judge.
        judge: String,
    },
    /// A sheet is not as the scale wants it.
    Sheet {
        /// The dossier.
        dossier: String,
        /// The judge.
        judge: String,
        /// What is wrong.
        objection: Objection,
    },
    /// More than a hundred sheets of one marking for this dossier in one round.
    ManySheets(String),
    /// Second sheets of this dossier that nothing declares, or a declaration that nothing follows.
    SecondMarking(String),
    /// The total that was voted for this dossier is more than its scale can bring.
    VotedAboveScale(String),
    /// More voted than there are members, on this dossier.
    Tally(String),
}

/// Everything for which no ranking can be made (kiểm tra quy chế và dữ liệu chấm). Records are looked at only
/// when the rules are sound.
pub fn troubles(rules: &Rules, records: &Records) -> Vec<Trouble> {
    checked(rules, records).err().unwrap_or_default()
}

/// The sheets of sound records, or everything for which no ranking can be made.
pub(crate) fn checked<'a>(
    rules: &'a Rules,
    records: &'a Records,
) -> Result<Panels<'a>, Vec<Trouble>> {
    let found = rules.troubles();
    if found.is_empty() { records::checked(rules, records) } else { Err(found) }
}

/// The names that stand twice.
fn twice<'n>(names: impl Iterator<Item = &'n String>) -> impl Iterator<Item = Trouble> {
    let mut names: Vec<&String> = names.collect();
    names.sort_unstable();
    let mut again: Vec<&String> =
        names.windows(2).filter(|it| it[0] == it[1]).map(|it| it[0]).collect();
    again.dedup();
    again.into_iter().cloned().map(Trouble::Twice).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
#[path = "../soundness_tests.rs"]
mod tests;
