//! Reorganisation (sắp xếp): units merged, split, renamed or abolished by a decision, from a day on.
//!
//! A decision is signed before it takes effect, so a day in the future is the rule. Nothing is
//! re-labelled: predecessors end, successors begin, and each link between them is a row.

pub mod draft;
pub mod form;
pub mod rules;

use ::store::Tx;
use kernel::id::UnitId;
use kernel::{Day, Failure, Message, Refusal};

use self::draft::{NewUnit, ReorganisationDraft, Successor};
use self::rules::{Known, Standing};
use super::lineage::Step;
use super::store as rows;
use super::{UnitDraft, known, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};

kernel::id_type!(
    /// A reorganisation (lần sắp xếp).
    ReorganisationId
);

/// What kind of reorganisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReorganisationKind {
    /// Several become one (hợp nhất, sáp nhập).
    Merge,
    /// One becomes several, or gives parts away (chia, tách).
    Split,
    /// The same unit under another name (đổi tên).
    Rename,
    /// Ends (giải thể); others may take over what is left.
    Abolish,
    /// Several become several (sắp xếp lại).
    Rearrange,
}

impl ReorganisationKind {
    /// Every kind, in the order of forms.
    pub const ALL: [Self; 5] =
        [Self::Merge, Self::Split, Self::Rename, Self::Abolish, Self::Rearrange];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Rename => "rename",
            Self::Abolish => "abolish",
            Self::Rearrange => "rearrange",
        }
    }

    /// The kind of this word.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Key of its name in the message files.
    pub fn label(self) -> String {
        format!("reorganisation-{}", self.code())
    }
}

/// How much of a predecessor a successor takes over (mức độ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Extent {
    /// All of it (toàn bộ).
    Whole,
    /// A part (một phần).
    Part,
}

impl Extent {
    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
        }
    }

    /// The extent of this word; `none` is no extent.
    pub fn read(code: &str) -> Option<Self> {
        [Self::Whole, Self::Part].into_iter().find(|extent| extent.code() == code)
    }

    /// What is left of an extent after another step.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        match (self, next) {
            (Self::Whole, Self::Whole) => Self::Whole,
            _ => Self::Part,
        }
    }
}

/// The paper behind a reorganisation (quyết định, nghị quyết).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Number and symbol (số, ký hiệu), e.g. `1660/NQ-UBTVQH15`.
    pub number: draft::DecisionNumber,
    /// The day of the paper.
    pub day: Day,
    /// Who decided.
    pub issuer: draft::Issuer,
    /// First day of the new state.
    pub effective_on: Day,
    /// What else is worth keeping.
    pub note: Option<String>,
}

/// Carries a reorganisation out: predecessors end, successors begin, names and parents get their days,
/// and every link is written down.
///
/// # Errors
/// The actor may not, a unit is unknown, or [`rules::decide`] says no.
pub async fn carry_out(
    tx: &mut Tx,
    actor: &Actor,
    draft: &ReorganisationDraft,
) -> Result<ReorganisationId, Failure> {
    policy::may_change(actor)?;
    let known = load(tx, draft).await?;
    let effects = rules::decide(draft, &known)?;
    let id = rows::insert_reorganisation(tx, draft.kind, &draft.decision).await?;
    let mut act = Act::on("unit.reorganise", format!("reorganisation/{id}"))
        .note("kind", draft.kind.code())
        .note("decision", draft.decision.number.as_str())
        .row("reorganisation", id);
    let day = draft.decision.effective_on;
    let mut successors = Vec::new();
    for successor in &draft.successors {
        let unit;
        (unit, act) = successor_of(tx, draft, successor, act).await?;
        successors.push(unit);
    }
    for unit in effects.ended {
        act = end(tx, unit, day, act).await?;
    }
    if let Some((unit, name)) = effects.renamed {
        act = rename(tx, unit, name, day, act).await?;
    }
    for link in effects.links {
        let successor = link.successor.map(|(at, extent)| match at {
            rules::Place::Itself => (link.predecessor, extent),
            rules::Place::Listed(at) => (successors[at], extent),
        });
        let row = rows::insert_succession(tx, id, link.predecessor, successor).await?;
        act = act.row("succession", row);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// Loads what the decision must know.
async fn load(tx: &Tx, draft: &ReorganisationDraft) -> Result<Known, Failure> {
    let mut ids: Vec<String> =
        draft.predecessors.iter().map(|predecessor| predecessor.unit.to_string()).collect();
    let existing: Vec<String> = draft.existing_successors().map(|unit| unit.to_string()).collect();
    ids.extend(existing.iter().cloned());
    let found = rows::standing(tx, &ids).await?;
    let units = found.into_iter().map(standing).collect::<Result<_, Failure>>()?;
    let later = rows::steps_forward(tx, &existing).await?;
    let later = later.into_iter().map(step).collect::<Result<_, Failure>>()?;
    for new in draft.new_successors() {
        if let Some(parent) = new.parent {
            known(tx, parent, "new_parent").await?;
        }
    }
    Ok(Known { units, later })
}

fn standing(row: rows::StandingRow) -> Result<(UnitId, Standing), Failure> {
    let day = |day: Option<String>| day.map(|day| day.parse()).transpose();
    let standing = Standing {
        name: row.name,
        founded_on: day(row.founded_on)?,
        abolished_on: day(row.abolished_on)?,
        named_from: day(row.named_from)?,
    };
    Ok((row.id.parse()?, standing))
}

/// A stored link, for walking.
pub(super) fn step(row: rows::StepRow) -> Result<Step, Failure> {
    Ok(Step {
        on: row.effective_on.parse()?,
        extent: Extent::read(&row.extent).unwrap_or(Extent::Part),
        from: row.predecessor_id,
        to: row.successor_id,
    })
}

/// The successor's id; a new one is founded on the day, where its predecessor stood unless said
/// otherwise.
async fn successor_of(
    tx: &mut Tx,
    draft: &ReorganisationDraft,
    successor: &Successor,
    act: Act,
) -> Result<(UnitId, Act), Failure> {
    let new = match successor {
        Successor::Existing(unit) => return Ok((*unit, act)),
        Successor::New(new) => new,
    };
    let day = draft.decision.effective_on;
    let unit = founded(tx, draft, new).await?;
    if let Some(parent) = unit.parent
        && draft.ends(parent)
    {
        let message = Message::new("reorganisation-parent-ends").with("unit", new.name.as_str());
        return Err(Refusal::field("new_parent", message).into());
    }
    let id = UnitId::new(tx.at());
    rows::insert_unit(tx, id, &unit).await?;
    let name = rows::insert_name(tx, id, &unit.name, Some(day)).await?;
    let mut act = act.row("unit", id).row("unit_name", name);
    if let Some(parent) = unit.parent {
        act = act.row("unit_parent", rows::insert_parent(tx, id, parent, Some(day)).await?);
    }
    rows::refresh_search(tx, id).await?;
    Ok((id, act))
}

async fn founded(
    tx: &Tx,
    draft: &ReorganisationDraft,
    new: &NewUnit,
) -> Result<UnitDraft, Failure> {
    let day = draft.decision.effective_on;
    let first = draft.predecessors.first().map(|predecessor| predecessor.unit);
    let first = first.ok_or_else(|| Refusal::field("from", "reorganisation-from-empty"))?;
    let parent = match new.parent {
        Some(parent) => Some(parent),
        None => rows::parent_on(tx, first, day.yesterday()).await?,
    };
    let kind = match new.kind {
        Some(kind) => kind,
        None => rows::kind_of(tx, first).await?,
    };
    Ok(UnitDraft {
        name: new.name.clone(),
        kind,
        code: None,
        place: None,
        parent,
        founded_on: Some(day),
        aliases: Vec::new(),
    })
}

/// The unit is no more from this day on. It keeps its last name, for it is still spoken of, and what
/// stands under it stays there until somebody decides where it belongs.
async fn end(tx: &mut Tx, unit: UnitId, day: Day, act: Act) -> Result<Act, Failure> {
    rows::abolish(tx, unit, day).await?;
    let ended = rows::end_parents(tx, unit, day).await?;
    rows::refresh_search(tx, unit).await?;
    let act = act.row("unit", unit);
    Ok(ended.into_iter().fold(act, |act, row| act.row("unit_parent", row)))
}

async fn rename(
    tx: &mut Tx,
    unit: UnitId,
    name: &super::UnitName,
    day: Day,
    act: Act,
) -> Result<Act, Failure> {
    let ended = rows::end_name(tx, unit, day).await?;
    let act = ended.into_iter().fold(act, |act, row| act.row("unit_name", row));
    let row = rows::insert_name(tx, unit, name, Some(day)).await?;
    rows::refresh_search(tx, unit).await?;
    Ok(act.row("unit_name", row))
}
