//! Finding councils and sheets through what the actor may see of them.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

use super::conflicts;
use super::store::{self, AssignmentRow, CouncilRow, MemberRow};
use super::{CouncilId, PartId, Stage, State};
use crate::accounts::Actor;
use crate::contests::{self, ContestRow};
use crate::dossiers;

/// A council that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenCouncil {
    /// Its id.
    pub id: CouncilId,
    /// The council.
    pub row: CouncilRow,
    /// How far it is.
    pub state: State,
    /// Its contest.
    pub contest: ContestRow,
    /// Whether the actor runs the contest.
    pub runs: bool,
    /// The actor's seat, where they have one.
    pub seat: Option<MemberRow>,
}

impl SeenCouncil {
    /// Its contest.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn contest(&self) -> Result<ContestId, Fault> {
        Ok(self.row.contest_id.parse()?)
    }

    /// A refusal that leads back to the council.
    pub fn refused(&self, says: impl Into<kernel::Message>) -> Refusal {
        Refusal::conflict(says).way_out("way-council", format!("/councils/{}", self.id))
    }
}

/// A council, for who runs its contest and for who sits in it.
///
/// # Errors
/// For this actor there is none.
pub async fn council(
    reader: &Reader,
    actor: &Actor,
    id: CouncilId,
) -> Result<SeenCouncil, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = row.contest_id.parse()?;
    let contest = contests::store::find(reader, contest).await?.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &contest.runners()?);
    let seat = match actor.account() {
        Some(account) => store::account_of_member(reader, id, account).await?,
        None => None,
    };
    match runs || seat.is_some() {
        true => Ok(SeenCouncil { id, state: row.state()?, row, contest, runs, seat }),
        false => Err(Refusal::absent().into()),
    }
}

/// A council, for who runs its contest.
///
/// # Errors
/// For this actor there is none, or they only sit in it.
pub async fn run(reader: &Reader, actor: &Actor, id: CouncilId) -> Result<SeenCouncil, Failure> {
    let seen = council(reader, actor, id).await?;
    match seen.runs {
        true => Ok(seen),
        false => {
            let way = format!("/councils/{id}");
            let refusal = Refusal::forbidden("council-office-only");
            Err(refusal.way_out("way-council", way).into())
        }
    }
}

/// The same while its contest may still be changed.
///
/// # Errors
/// As for [`run`], or the contest is closed.
pub async fn run_open(
    reader: &Reader,
    actor: &Actor,
    id: CouncilId,
) -> Result<SeenCouncil, Failure> {
    let seen = run(reader, actor, id).await?;
    contests::open_to(reader, actor, seen.contest()?).await?;
    Ok(seen)
}

/// A council with the seat that the actor has in it.
///
/// # Errors
/// For this actor there is none, or they have no seat.
pub async fn seat(
    reader: &Reader,
    actor: &Actor,
    id: CouncilId,
) -> Result<(SeenCouncil, MemberRow), Failure> {
    let seen = council(reader, actor, id).await?;
    match seen.seat.clone() {
        Some(seat) => Ok((seen, seat)),
        None => Err(Refusal::forbidden("council-members-only")
            .way_out("way-council", format!("/councils/{id}"))
            .into()),
    }
}

/// What a judge has to judge, with the council and the seat.
#[derive(Debug, Clone)]
pub struct SeenSheet {
    /// The council.
    pub council: SeenCouncil,
    /// The judge.
    pub seat: MemberRow,
    /// The assignment.
    pub row: AssignmentRow,
    /// Whether the dossier is valid still: it may be withdrawn, or taken up again by the office.
    pub is_valid: bool,
    /// How far the second marking is to which it belongs; nothing: it is of the first.
    pub again: Option<Stage>,
}

/// An assignment, for the judge who has it, after they declared their ties and while nothing stands against
/// their judging. To everybody else, whoever they are, there is none.
///
/// # Errors
/// For this actor there is none, or they have not vouched.
pub async fn sheet(reader: &Reader, actor: &Actor, id: PartId) -> Result<SeenSheet, Failure> {
    let row = store::assignment(reader, id).await?.filter(|row| row.ended_at.is_none());
    let row = row.ok_or_else(Refusal::absent)?;
    let (council, seat) = match seat(reader, actor, row.council_id.parse()?).await {
        Ok(found) => found,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refusal(_)) => return Err(Refusal::absent().into()),
    };
    if seat.id != row.member_id || council.state == State::Forming {
        return Err(Refusal::absent().into());
    }
    let entry = store::entries(reader, council.contest()?, Some(&row.dossier_id)).await?;
    let judge = std::slice::from_ref(&seat);
    let found = conflicts::between(reader, &council, (judge, &entry)).await?;
    if !found.conflicts.is_empty() {
        return Err(Refusal::absent().into());
    }
    let is_valid = entry.first().is_some_and(|entry| entry.state == dossiers::State::Valid.code());
    vouched(&council, &seat)?;
    let again = row.again()?;
    Ok(SeenSheet { council, seat, row, is_valid, again })
}

/// Refuses until the member has declared their ties.
///
/// # Errors
/// They have not.
pub fn vouched(council: &SeenCouncil, seat: &MemberRow) -> Result<(), Refusal> {
    match seat.vouched_at {
        Some(_) => Ok(()),
        None => {
            let way = format!("/councils/{}/ties", council.id);
            Err(Refusal::forbidden("council-vouch-first").way_out("way-council-ties", way))
        }
    }
}
