//! Who judges what: drawing lots, and what a person decides beside them.

use std::collections::BTreeSet;

use ::judging::assign::{self as engine, Assignment, Impossible};
use ::judging::design::Pair;
use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Refusal};

use super::access::{self, SeenCouncil};
use super::question::Board;
use super::store::{self, AssignmentRow, NewAssignment};
use super::{CouncilId, PartId, conflicts, opened, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::dossiers::DossierId;

/// What came of a drawing.
#[derive(Debug)]
pub enum Drawn {
    /// Every dossier has its judges.
    Done,
    /// There is no assignment, and why.
    Impossible(Impossible, Box<Board>),
}

/// Draws who judges what. Signed sheets and what a person locked stay; of the rest as much stays as can.
///
/// # Errors
/// The actor may not, or the sheets are open.
pub async fn draw(tx: &mut Tx, actor: &Actor, id: CouncilId) -> Result<Drawn, Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::is_not_opened(&council)?;
    let board = Board::load(tx, &council).await?;
    if board.entries.is_empty() {
        return Err(council.refused("council-no-dossiers").into());
    }
    match engine::assign(&board.question()?) {
        Err(impossible) => Ok(Drawn::Impossible(impossible, Box::new(board))),
        Ok(found) => {
            note(tx, actor, (&council, &board), &found).await?;
            Ok(Drawn::Done)
        }
    }
}

/// Writes down what is different from the assignment in force.
async fn note(
    tx: &mut Tx,
    actor: &Actor,
    (council, board): (&SeenCouncil, &Board),
    found: &Assignment,
) -> Result<(), Failure> {
    let wanted: BTreeSet<Pair> = found.pairs.iter().map(|it| it.pair).collect();
    let mut act = Act::on("council.draw", subject(council.id)).note("seed", council.row.seed);
    let mut held = BTreeSet::new();
    for given in &board.given {
        let pair = board.pair(given)?;
        if wanted.contains(&pair) {
            held.insert(pair);
        } else if !given.is_signed() {
            store::end_assignment(tx, &given.id, DRAWN_ANEW, actor.account()).await?;
            act = act.row("council_assignment", &given.id);
        }
    }
    for pair in wanted.difference(&held) {
        let (dossier, member) = named(board, *pair)?;
        let new = NewAssignment { dossier, member, ground: "drawn", locked: false, second: None };
        let row = store::insert_assignment(tx, council.id, new, actor.account()).await?;
        act = act.row("council_assignment", row);
    }
    audit::record(tx, actor.who, act).await
}

/// Why an assignment ended that a later drawing did not bring again.
const DRAWN_ANEW: &str = "drawn-anew";

/// The dossier and the member of a pair.
fn named(board: &Board, pair: Pair) -> Result<(&str, &str), Fault> {
    let number = i64::from(pair.dossier.0);
    let entry = board.entries.iter().find(|entry| entry.number == number);
    let position = i64::from(pair.judge.0);
    let member = board.members.iter().find(|member| member.position == position);
    match (entry, member) {
        (Some(entry), Some(member)) => Ok((&entry.dossier_id, &member.id)),
        _ => Err(Fault::new("the lots gave a pair that was not asked about")),
    }
}

/// Gives a dossier to a judge by decision; it stays through every drawing.
///
/// # Errors
/// The actor may not, the sheets are open, the judge does not judge here, has it already, or stands in conflict
/// with it.
pub async fn give(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (dossier, member): (DossierId, PartId),
) -> Result<(), Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::is_not_opened(&council)?;
    let (dossier, member) = (dossier.to_string(), member.to_string());
    is_not_own(tx, actor, (&council, &dossier)).await?;
    let board = Board::load(tx, &council).await?;
    let entry = board.entries.iter().find(|entry| entry.dossier_id == dossier);
    let entry = entry.ok_or_else(|| council.refused("council-not-its-dossier"))?;
    let judges = board.judges()?;
    let judge = judges.iter().find(|judge| judge.id == member).ok_or_else(Refusal::absent)?;
    if board.given.iter().any(|it| it.dossier_id == dossier && it.member_id == member) {
        return Err(council.refused("council-given-already").into());
    }
    if board.conflicts.stands(judge.number()?, entry.number()?) {
        return Err(council.refused("council-in-conflict").into());
    }
    let new = NewAssignment {
        dossier: &dossier,
        member: &member,
        ground: "given",
        locked: true,
        second: None,
    };
    let row = store::insert_assignment(tx, id, new, actor.account()).await?;
    let act = Act::on("council.give", subject(id)).row("council_assignment", row);
    audit::record(tx, actor.who, act).await
}

/// Refuses where the actor is in conflict with the dossier: nobody chooses who judges their own.
async fn is_not_own(
    reader: &Reader,
    actor: &Actor,
    (council, dossier): (&SeenCouncil, &str),
) -> Result<(), Failure> {
    let hidden = opened::hidden_in(reader, actor, council).await?;
    match hidden.iter().any(|id| id == dossier) {
        true => Err(council.refused("council-own-dossier").into()),
        false => Ok(()),
    }
}

/// Takes a dossier away from a judge, with the reason.
///
/// # Errors
/// The actor may not, the sheets are open, or the sheet is signed.
pub async fn take_away(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (assignment, reason): (PartId, &str),
) -> Result<(), Failure> {
    let (council, given) = of_council(tx, actor, (id, assignment)).await?;
    if given.is_signed() {
        return Err(council.refused("council-signed-stays").into());
    }
    store::end_assignment(tx, &given.id, reason, actor.account()).await?;
    let act = Act::on("council.take-away", subject(id)).row("council_assignment", assignment);
    audit::record(tx, actor.who, act).await
}

/// Locks an assignment, so that no drawing changes it, or unlocks it.
///
/// # Errors
/// The actor may not, or the sheets are open.
pub async fn lock(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (assignment, locked): (PartId, bool),
) -> Result<(), Failure> {
    let (_, given) = of_council(tx, actor, (id, assignment)).await?;
    store::set_locked(tx, &given.id, locked).await?;
    let act = Act::on("council.lock", subject(id)).row("council_assignment", assignment);
    audit::record(tx, actor.who, act.note("locked", locked)).await
}

async fn of_council(
    tx: &Tx,
    actor: &Actor,
    (id, assignment): (CouncilId, PartId),
) -> Result<(SeenCouncil, AssignmentRow), Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::is_not_opened(&council)?;
    let given = store::assignment(tx, assignment).await?;
    let given = given.filter(|it| it.council_id == id.to_string() && it.ended_at.is_none());
    let given = given.ok_or_else(Refusal::absent)?;
    is_not_own(tx, actor, (&council, &given.dossier_id)).await?;
    Ok((council, given))
}

/// The assignments in force against which something stands by now.
///
/// # Errors
/// The database is away.
pub(super) async fn in_conflict(reader: &Reader, council: &SeenCouncil) -> Result<usize, Failure> {
    let members = store::members(reader, council.id).await?;
    let found = conflicts::all(reader, council, &members).await?;
    let mut count = 0;
    for given in store::in_force(reader, council.id).await? {
        let member = members.iter().find(|member| member.id == given.member_id);
        let judge = member.map(super::store::MemberRow::number).transpose()?.unwrap_or_default();
        let dossier = u32::try_from(given.number).map_err(Fault::from)?;
        count += usize::from(found.stands(judge, dossier));
    }
    Ok(count)
}
