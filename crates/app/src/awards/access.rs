//! Finding meetings through what the actor may see of them.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

use super::store::{self, MeetingRow};
use super::{MeetingId, State};
use crate::accounts::Actor;
use crate::contests::{self, ContestRow};
use crate::councils::{self, MemberRow, Plenary, Results};

/// A contest of which the actor may see how its prizes come about.
#[derive(Debug, Clone)]
pub struct SeenContest {
    /// Its id.
    pub id: ContestId,
    /// The contest.
    pub row: ContestRow,
    /// Whether the actor runs it.
    pub runs: bool,
    /// Who decides.
    pub plenary: Plenary,
}

impl SeenContest {
    /// A refusal that leads back to the prizes of the contest.
    pub fn refused(&self, says: impl Into<kernel::Message>) -> Refusal {
        let way = format!("/contests/{}/awards", self.id);
        Refusal::conflict(says).way_out("way-awards", way)
    }
}

/// A contest, for who runs it and for who sits in the councils of its last round.
///
/// # Errors
/// For this actor there is none.
pub async fn contest(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
) -> Result<SeenContest, Failure> {
    let row = contests::store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &row.runners()?);
    let plenary = councils::plenary(reader, id).await?;
    match runs || actor.account().is_some_and(|account| plenary.seats(account)) {
        true => Ok(SeenContest { id, row, runs, plenary }),
        false => Err(Refusal::absent().into()),
    }
}

/// A contest, for who runs it, while it may still be changed.
///
/// # Errors
/// As for [`contest`], the actor only sits in a council, or the contest is closed.
pub async fn run(reader: &Reader, actor: &Actor, id: ContestId) -> Result<SeenContest, Failure> {
    let seen = contest(reader, actor, id).await?;
    if !seen.runs {
        let way = format!("/contests/{id}/awards");
        return Err(Refusal::forbidden("awards-office-only").way_out("way-awards", way).into());
    }
    contests::open_to(reader, actor, id).await?;
    Ok(seen)
}

/// A meeting that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenMeeting {
    /// Its id.
    pub id: MeetingId,
    /// The meeting.
    pub row: MeetingRow,
    /// How far it is.
    pub state: State,
    /// Its contest.
    pub contest: SeenContest,
    /// Whether the actor may put down what happens in it: its chair, who keeps the minutes, and the office.
    pub keeps: bool,
}

impl SeenMeeting {
    /// A refusal that leads back to the meeting.
    pub fn refused(&self, says: impl Into<kernel::Message>) -> Refusal {
        Refusal::conflict(says).way_out("way-meeting", format!("/meetings/{}", self.id))
    }

    /// A member of it.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn member(&self, id: &str) -> Result<&MemberRow, Fault> {
        let found = self.contest.plenary.people().into_iter().find(|member| member.id == id);
        found.ok_or_else(|| Fault::new("a meeting names a member who does not sit any more"))
    }
}

/// A meeting, for who runs its contest and for who sits in it.
///
/// # Errors
/// For this actor there is none.
pub async fn meeting(
    reader: &Reader,
    actor: &Actor,
    id: MeetingId,
) -> Result<SeenMeeting, Failure> {
    let row = store::meeting(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = contest(reader, actor, row.contest_id.parse()?).await?;
    let account = actor.account().map(|account| account.to_string());
    let leads = |member: &&MemberRow| member.id == row.chaired_by || member.id == row.kept_by;
    let people = contest.plenary.people();
    let mut leaders = people.into_iter().filter(leads);
    let keeps = contest.runs || leaders.any(|it| Some(&it.account_id) == account.as_ref());
    Ok(SeenMeeting { id, state: row.state()?, row, contest, keeps })
}

/// Whether the actor may read all results of a contest: all rounds, all councils, nothing hidden. Prizes follow from
/// everything alone.
///
/// # Errors
/// A round is not open yet, or the actor stands in conflict with a dossier.
pub async fn reads_whole(reader: &Reader, actor: &Actor, id: ContestId) -> Result<(), Failure> {
    is_whole(councils::reads_whole(reader, actor, id).await?, id).map_err(Failure::from)
}

/// The same, with the results.
///
/// # Errors
/// As [`reads_whole`].
pub async fn whole(reader: &Reader, actor: &Actor, id: ContestId) -> Result<Results, Failure> {
    let (_, results) = councils::results(reader, actor, id).await?;
    is_whole((results.hidden, results.is_whole), id)?;
    Ok(results)
}

fn is_whole(found: (usize, bool), id: ContestId) -> Result<(), Refusal> {
    let way = format!("/contests/{id}/awards");
    match found {
        (0, true) => Ok(()),
        (0, false) => Err(Refusal::conflict("awards-not-whole").way_out("way-awards", way)),
        _ => Err(Refusal::forbidden("awards-in-conflict").way_out("way-awards", way)),
    }
}
