//! A reorganisation that is to be carried out, parsed.

use kernel::id::UnitId;
use kernel::{Message, Refusal, text};

use super::{Decision, Extent, ReorganisationKind};
use crate::units::{Kind, UnitName};

/// Number and symbol of a paper (số, ký hiệu), e.g. `1660/NQ-UBTVQH15`: one line, at most 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionNumber(String);

impl DecisionNumber {
    /// Reads a number.
    ///
    /// # Errors
    /// A refusal beside the field `number`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        line(typed, "number", 60, "decision-number-empty").map(Self)
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who issued a paper (cơ quan ban hành): one line, at most 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer(String);

impl Issuer {
    /// Reads an issuer.
    ///
    /// # Errors
    /// A refusal beside the field `issuer`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        line(typed, "issuer", 200, "decision-issuer-empty").map(Self)
    }

    /// The issuer.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn line(
    typed: &str,
    field: &'static str,
    longest: usize,
    empty: &'static str,
) -> Result<String, Refusal> {
    let line = text::clean(typed);
    match line.chars().count() {
        0 => Err(Refusal::field(field, empty)),
        count if count <= longest => Ok(line),
        _ => Err(Refusal::field(field, Message::new("name-too-long").with("longest", longest))),
    }
}

/// A reorganisation that is to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReorganisationDraft {
    /// What kind it is.
    pub kind: ReorganisationKind,
    /// By which paper, from when on.
    pub decision: Decision,
    /// The old units.
    pub predecessors: Vec<Predecessor>,
    /// The new state's units; of a renaming, none.
    pub successors: Vec<Successor>,
    /// Who became whom, where the form says it link by link.
    pub links: Vec<Link>,
    /// The new name of a renamed unit.
    pub new_name: Option<UnitName>,
}

/// An old unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predecessor {
    /// The unit.
    pub unit: UnitId,
    /// Whether it goes on without what it gives away.
    pub stays: bool,
}

/// A unit of the new state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Successor {
    /// One that there is.
    Existing(UnitId),
    /// One that the reorganisation founds.
    New(NewUnit),
}

/// A unit that the reorganisation founds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    /// Its name.
    pub name: UnitName,
    /// Its kind; nothing means the first predecessor's.
    pub kind: Option<Kind>,
    /// Its parent; nothing means the first predecessor's.
    pub parent: Option<UnitId>,
}

/// One predecessor's share in one successor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The old unit.
    pub predecessor: UnitId,
    /// Place of the new unit in the list of successors.
    pub successor: usize,
    /// How much.
    pub extent: Extent,
}

impl ReorganisationDraft {
    /// Successors that there are already.
    pub fn existing_successors(&self) -> impl Iterator<Item = UnitId> {
        self.successors.iter().filter_map(|successor| match successor {
            Successor::Existing(unit) => Some(*unit),
            Successor::New(_) => None,
        })
    }

    /// Successors that are founded.
    pub fn new_successors(&self) -> impl Iterator<Item = &NewUnit> {
        self.successors.iter().filter_map(|successor| match successor {
            Successor::Existing(_) => None,
            Successor::New(new) => Some(new),
        })
    }

    /// Whether this unit is a predecessor that does not stay.
    pub fn ends(&self, unit: UnitId) -> bool {
        let renamed = self.kind == ReorganisationKind::Rename;
        !renamed && self.predecessors.iter().any(|old| old.unit == unit && !old.stays)
    }
}
