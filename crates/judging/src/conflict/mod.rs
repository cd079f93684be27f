//! Conflicts of interest (xung đột lợi ích): who must not judge which dossier, and by what it is known.
//!
//! A pair of judge and dossier has every [`Reason`] that is found, not just the first: a judge who withdraws
//! one declaration is still conflicted by the rest. A chair, a vice-chair or a secretary is asked about as a
//! judge is. Nothing is weighed here: what a reason forbids, the rules of a contest say.

mod join;

pub use join::conflicts;

use std::collections::BTreeSet;

use crate::design::{DossierNumber, JudgeNumber};

/// A person (người), by the key of whoever keeps people. One person may have several keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonKey(pub u128);

/// A unit (đơn vị), by the key of whoever keeps units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitKey(pub u128);

/// Where somebody belongs (nơi công tác, đơn vị dự thi).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// The unit itself.
    pub unit: UnitKey,
    /// Every unit above it; the order says nothing.
    pub above: Vec<UnitKey>,
}

/// What is known of a judge (giám khảo) that may bias them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgeTies {
    /// Which judge.
    pub judge: JudgeNumber,
    /// Every key under which this person is known.
    pub person: Vec<PersonKey>,
    /// Where they work, now or recently.
    pub units: Vec<Belonging>,
    /// Who had an earlier dossier together with them.
    pub co_authors: Vec<PersonKey>,
    /// Units that they say they advise.
    pub advises_units: Vec<UnitKey>,
    /// Dossiers that they say they advised.
    pub advises: Vec<DossierNumber>,
    /// Their family, as they declared it.
    pub family: Vec<PersonKey>,
    /// Dossiers that they declared for any other reason.
    pub declared: Vec<DossierNumber>,
}

impl JudgeTies {
    /// A judge of whom nothing is known yet.
    pub fn of(judge: JudgeNumber) -> Self {
        Self {
            judge,
            person: Vec::new(),
            units: Vec::new(),
            co_authors: Vec::new(),
            advises_units: Vec::new(),
            advises: Vec::new(),
            family: Vec::new(),
            declared: Vec::new(),
        }
    }
}

/// Who stands behind a dossier (hồ sơ dự thi).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierTies {
    /// Which dossier.
    pub dossier: DossierNumber,
    /// Its authors.
    pub authors: Vec<PersonKey>,
    /// Who advised its authors, as it says itself.
    pub advisers: Vec<PersonKey>,
    /// The units for which it was filed.
    pub units: Vec<Belonging>,
}

/// Why a judge must not judge a dossier (lý do xung đột), with what tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// The judge is an author.
    Author(PersonKey),
    /// The dossier names the judge as adviser.
    Adviser(PersonKey),
    /// The judge belongs to the dossier's unit.
    SameUnit(UnitKey),
    /// The judge's unit stands above the dossier's.
    UnitAbove {
        /// The judge's.
        judge: UnitKey,
        /// The dossier's.
        dossier: UnitKey,
    },
    /// The judge's unit stands below the dossier's.
    UnitBelow {
        /// The judge's.
        judge: UnitKey,
        /// The dossier's.
        dossier: UnitKey,
    },
    /// An author had an earlier dossier together with the judge.
    CoAuthor(PersonKey),
    /// The judge declared to advise the dossier's unit.
    AdvisesUnit(UnitKey),
    /// The judge declared to have advised this dossier.
    Advises,
    /// The judge declared an author or adviser as family.
    Family(PersonKey),
    /// The judge declared the dossier for another reason.
    Declared,
}

impl Reason {
    /// Whether the judge said so; else it was found.
    pub fn is_declared(&self) -> bool {
        matches!(self, Self::AdvisesUnit(_) | Self::Advises | Self::Family(_) | Self::Declared)
    }
}

/// A conflict of interest (xung đột lợi ích) between a judge and a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Which dossier.
    pub dossier: DossierNumber,
    /// Which judge.
    pub judge: JudgeNumber,
    /// Every reason, at least one.
    pub reasons: BTreeSet<Reason>,
}

impl Conflict {
    /// What the judge declared.
    pub fn declared(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| reason.is_declared())
    }

    /// What was found without the judge.
    pub fn detected(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| !reason.is_declared())
    }
}

#[cfg(test)]
mod tests;
