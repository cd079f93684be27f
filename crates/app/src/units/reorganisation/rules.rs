//! What a reorganisation may be, and what follows from it. Pure.

use std::collections::{BTreeMap, BTreeSet};

use kernel::id::UnitId;
use kernel::{Day, Message, Refusal};

use super::draft::{Link, Predecessor, ReorganisationDraft, Successor};
use super::{Extent, ReorganisationKind};
use crate::units::UnitName;
use crate::units::lineage::{self, Step};

/// What is known of a unit when it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its newest name.
    pub name: String,
    /// First day, if known.
    pub founded_on: Option<Day>,
    /// First day on which it is no more, if that is decided.
    pub abolished_on: Option<Day>,
    /// First day of its newest name, if it has had another.
    pub named_from: Option<Day>,
}

/// What must be known to decide.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Every unit that the draft names and that there is.
    pub units: BTreeMap<UnitId, Standing>,
    /// What came of the successors that there are.
    pub later: Vec<Step>,
}

/// What follows from a reorganisation.
#[derive(Debug, PartialEq, Eq)]
pub struct Effects<'d> {
    /// Units that are no more.
    pub ended: Vec<UnitId>,
    /// The unit that is renamed, and its new name.
    pub renamed: Option<(UnitId, &'d UnitName)>,
    /// The rows of succession.
    pub links: Vec<Succession>,
}

/// A row of succession.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// The old unit.
    pub predecessor: UnitId,
    /// The new one and how much it takes over; nothing when nobody does.
    pub successor: Option<(Place, Extent)>,
}

/// Which successor a row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The same unit under its new name.
    Itself,
    /// A place in the draft's list of successors.
    Listed(usize),
}

/// Decides whether the reorganisation can be, and what follows.
///
/// # Errors
/// An empty side, the same unit twice or on both sides, numbers that do not fit the kind, a day before
/// the unit was founded or after it ended, links that contradict one another, or a circle.
pub fn decide<'d>(draft: &'d ReorganisationDraft, known: &Known) -> Result<Effects<'d>, Refusal> {
    sides(draft)?;
    numbers(draft)?;
    let old = draft.predecessors.iter().map(|old| old.unit);
    for unit in old.clone() {
        predecessor_stands(draft, unit, known)?;
    }
    for unit in draft.existing_successors() {
        successor_stands(draft, unit, known)?;
    }
    let links = links(draft)?;
    no_circle(draft, &links, known)?;
    let renamed = match &draft.new_name {
        Some(name) => old.clone().next().map(|unit| (unit, name)),
        None => None,
    };
    Ok(Effects { ended: old.filter(|unit| draft.ends(*unit)).collect(), renamed, links })
}

/// Neither side is empty, and no unit stands twice or on both.
fn sides(draft: &ReorganisationDraft) -> Result<(), Refusal> {
    if draft.predecessors.is_empty() {
        return Err(Refusal::field("from", "reorganisation-from-empty"));
    }
    let mut seen = BTreeSet::new();
    if !draft.predecessors.iter().all(|old| seen.insert(old.unit)) {
        return Err(Refusal::field("from", "reorganisation-twice"));
    }
    if draft.existing_successors().any(|unit| seen.contains(&unit)) {
        return Err(Refusal::field("to", "reorganisation-both-sides"));
    }
    if !draft.existing_successors().all(|unit| seen.insert(unit)) {
        return Err(Refusal::field("to", "reorganisation-twice"));
    }
    let mut names = BTreeSet::new();
    match draft.new_successors().all(|new| names.insert(new.name.as_str())) {
        true => Ok(()),
        false => Err(Refusal::field("names", "reorganisation-name-twice")),
    }
}

/// As many on each side as the kind means.
fn numbers(draft: &ReorganisationDraft) -> Result<(), Refusal> {
    use ReorganisationKind::{Abolish, Merge, Rearrange, Rename, Split};
    let (old, new) = (draft.predecessors.len(), draft.successors.len());
    let founds = draft.new_successors().next().is_some();
    let stays = draft.predecessors.iter().any(|old| old.stays);
    let (field, key) = match draft.kind {
        Merge if new != 1 => ("to", "reorganisation-merge-one"),
        Merge if old < 2 && founds => ("from", "reorganisation-merge-several"),
        Merge if stays => ("kind", "reorganisation-merge-stays"),
        Split if old != 1 => ("from", "reorganisation-split-one"),
        Split if new < 2 && !(stays && new == 1) => ("to", "reorganisation-split-several"),
        Rename if old != 1 => ("from", "reorganisation-rename-one"),
        Rename if draft.new_name.is_none() => ("names", "reorganisation-one-name"),
        Abolish if stays => ("kind", "reorganisation-abolish-stays"),
        Rearrange if new == 0 => ("to", "reorganisation-to-empty"),
        _ => return Ok(()),
    };
    Err(Refusal::field(field, key))
}

fn found<'k>(unit: UnitId, known: &'k Known, field: &'static str) -> Result<&'k Standing, Refusal> {
    known.units.get(&unit).ok_or_else(|| Refusal::field(field, "unit-unknown"))
}

/// The old unit has been there before the day, and no decision about it comes after.
fn predecessor_stands(
    draft: &ReorganisationDraft,
    unit: UnitId,
    known: &Known,
) -> Result<(), Refusal> {
    let standing = found(unit, known, "from")?;
    let day = draft.decision.effective_on;
    if let Some(gone) = standing.abolished_on {
        return Err(gone_by(standing, gone, "from"));
    }
    if let Some(founded) = standing.founded_on.filter(|founded| *founded >= day) {
        return Err(too_early(standing, founded, "reorganisation-before-founded"));
    }
    match standing.named_from.filter(|named| *named >= day) {
        Some(named) => Err(too_early(standing, named, "reorganisation-before-name")),
        None => Ok(()),
    }
}

/// The successor is there on the day.
fn successor_stands(
    draft: &ReorganisationDraft,
    unit: UnitId,
    known: &Known,
) -> Result<(), Refusal> {
    let standing = found(unit, known, "to")?;
    let day = draft.decision.effective_on;
    if let Some(gone) = standing.abolished_on.filter(|gone| *gone <= day) {
        return Err(gone_by(standing, gone, "to"));
    }
    match standing.founded_on.filter(|founded| *founded > day) {
        Some(founded) => Err(too_early(standing, founded, "reorganisation-before-founded")),
        None => Ok(()),
    }
}

fn gone_by(standing: &Standing, gone: Day, field: &'static str) -> Refusal {
    let message = Message::new("reorganisation-gone").with("unit", &standing.name);
    Refusal::field(field, message.with("day", gone.written()))
}

fn too_early(standing: &Standing, day: Day, key: &'static str) -> Refusal {
    let message = Message::new(key).with("unit", &standing.name);
    Refusal::field("effective_on", message.with("day", day.written()))
}

/// The rows of succession that the kind implies, or those that the form names.
fn links(draft: &ReorganisationDraft) -> Result<Vec<Succession>, Refusal> {
    if draft.kind == ReorganisationKind::Rearrange {
        return named_links(draft);
    }
    let implied = |old: &Predecessor| {
        let row = |successor| Succession { predecessor: old.unit, successor };
        if draft.new_name.is_some() {
            return vec![row(Some((Place::Itself, Extent::Whole)))];
        }
        let extent = match draft.successors.len() == 1 && !old.stays {
            true => Extent::Whole,
            false => Extent::Part,
        };
        let places = 0..draft.successors.len();
        match places.is_empty() {
            true => vec![row(None)],
            false => places.map(|at| row(Some((Place::Listed(at), extent)))).collect(),
        }
    };
    Ok(draft.predecessors.iter().flat_map(implied).collect())
}

fn named_links(draft: &ReorganisationDraft) -> Result<Vec<Succession>, Refusal> {
    for old in &draft.predecessors {
        let own = draft.links.iter().filter(|link| link.predecessor == old.unit);
        let own: Vec<&Link> = own.collect();
        let whole = own.iter().filter(|link| link.extent == Extent::Whole).count();
        let key = match (own.len(), whole) {
            (0, _) => "reorganisation-link-missing",
            (_, 0) | (1, 1) if !(old.stays && whole == 1) => continue,
            (1, 1) => "reorganisation-whole-stays",
            _ => "reorganisation-whole-once",
        };
        return Err(Refusal::field("link", key));
    }
    let reached = |at: usize| draft.links.iter().any(|link| link.successor == at);
    if !(0..draft.successors.len()).all(reached) {
        return Err(Refusal::field("link", "reorganisation-successor-unreached"));
    }
    let old: BTreeSet<UnitId> = draft.predecessors.iter().map(|old| old.unit).collect();
    let own = draft.links.iter().filter(|link| old.contains(&link.predecessor));
    let mut rows: Vec<Succession> = Vec::new();
    for link in own {
        let successor = Some((Place::Listed(link.successor), link.extent));
        let row = Succession { predecessor: link.predecessor, successor };
        if rows.iter().any(|other| other.predecessor == row.predecessor && same_place(other, &row))
        {
            return Err(Refusal::field("link", "reorganisation-link-twice"));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn same_place(one: &Succession, other: &Succession) -> bool {
    one.successor.map(|(place, _)| place) == other.successor.map(|(place, _)| place)
}

/// What came of a successor from the day on must not lead back to its predecessor.
fn no_circle(
    draft: &ReorganisationDraft,
    links: &[Succession],
    known: &Known,
) -> Result<(), Refusal> {
    let day = draft.decision.effective_on;
    let later: Vec<Step> = known.later.iter().filter(|step| step.on >= day).cloned().collect();
    let last = later.iter().map(|step| step.on).max().unwrap_or(day);
    for link in links {
        let Some((Place::Listed(at), _)) = link.successor else { continue };
        let Some(Successor::Existing(unit)) = draft.successors.get(at) else { continue };
        let old = link.predecessor.to_string();
        let reached = lineage::forward(&unit.to_string(), &later, last);
        if reached.iter().any(|reached| reached.unit == old) {
            let name = found(*unit, known, "to")?.name.clone();
            let message = Message::new("reorganisation-circle").with("unit", name);
            return Err(Refusal::field("to", message));
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
