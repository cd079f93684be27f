//! What is asked: who is there, what is certain already, and what counts.

use crate::conflict::UnitKey;
use crate::design::{DossierNumber, JudgeNumber, Pair};

/// A judging group (nhóm chấm): one panel, and the dossiers that it judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Group(pub u32);

/// A field of entry (lĩnh vực dự thi).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Field(pub u32);

/// A dossier (hồ sơ dự thi) that is to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its number.
    pub number: DossierNumber,
    /// Who judges it.
    pub group: Group,
    /// What it is about.
    pub field: Field,
    /// For which unit it was filed.
    pub unit: Option<UnitKey>,
}

/// A field that a judge can judge (lĩnh vực chấm được).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expertise {
    /// Which field.
    pub field: Field,
    /// How far it is from what the judge knows best, in points of cost; 0 is their own field.
    pub far: u16,
}

/// A judge (giám khảo) who may be given dossiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// Their number.
    pub number: JudgeNumber,
    /// The groups in which they sit.
    pub groups: Vec<Group>,
    /// What they can judge; nothing else comes to them.
    pub fields: Vec<Expertise>,
    /// Dossiers that they have at least, what they have scored already included.
    pub least: u32,
    /// Dossiers that they have at most, likewise. One who drops out has 0 and keeps what they have scored.
    pub most: u32,
}

/// What a person decided of a pair beforehand (khóa).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lock {
    /// This judge has this dossier, whatever it costs.
    Must(Pair),
    /// This judge does not have it.
    MustNot(Pair),
}

/// What things cost beside expertise, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// For each pair, times the other dossiers of its judge. Loads get even by it.
    pub load: u16,
    /// For each pair, times the other dossiers of the same unit that its judge has. No judge and no few judges
    /// then have all of one unit.
    pub unit: u16,
    /// What may be paid to join two parts of the design of one group; nothing: parts stay apart.
    pub join: Option<u16>,
}

impl Default for Weights {
    /// Weights with which a field that is 20 points off is judged by its own people until they have ten more
    /// dossiers than others.
    fn default() -> Self {
        Self { load: 1, unit: 4, join: Some(200) }
    }
}

/// Who is to judge what (yêu cầu phân công chấm). The order of its lists says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// All dossiers of the round.
    pub dossiers: Vec<Dossier>,
    /// All judges, those who dropped out after scoring something too.
    pub judges: Vec<Judge>,
    /// Judges for each dossier.
    pub each: u32,
    /// Pairs that must not be, whatever the reason; pairs of others are passed over.
    pub conflicts: Vec<Pair>,
    /// Pairs that a person decided.
    pub locks: Vec<Lock>,
    /// Pairs that are scored already. They stay.
    pub done: Vec<Pair>,
    /// The assignment that is in force, if any. As few pairs as possible are not of it; pairs of judges and
    /// dossiers who are no longer there are passed over.
    pub before: Vec<Pair>,
    /// What counts how much.
    pub weights: Weights,
    /// The seed of the lots, published before anybody could know what it does.
    pub seed: u64,
}
