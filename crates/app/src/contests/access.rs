//! Finding a contest through what the actor may see of it.

use ::store::Reader;
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Instant, Refusal};

use super::{State, policy, store};
use crate::accounts::Actor;

/// A contest that the actor may see.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The contest.
    pub contest: store::ContestRow,
    /// Its id.
    pub id: ContestId,
    /// How far it is.
    pub state: State,
    /// Whether the actor runs it.
    pub runs: bool,
    /// Whether the actor runs it, or acts for a unit that takes part: to them its work is shown.
    pub works: bool,
}

impl Seen {
    /// Whether the actor may still change it.
    pub fn may_change(&self) -> bool {
        self.runs && self.state != State::Closed
    }
}

/// What an actor may see of all contests.
#[derive(Debug, Clone)]
pub struct Sight {
    /// Everything: the office.
    pub all: bool,
    /// What these units organise or stand for, also before it begins.
    pub runs: Vec<String>,
    /// What these units take part in, once it runs.
    pub takes_part: Vec<String>,
    /// What is public at this moment.
    pub at: Instant,
}

impl Sight {
    /// What this actor may see at a moment.
    pub fn of(actor: &Actor, at: Instant) -> Self {
        Self {
            all: actor.runs_the_office(),
            runs: policy::runs_for(actor).iter().map(UnitId::to_string).collect(),
            takes_part: units_of(actor),
            at,
        }
    }
}

fn units_of(actor: &Actor) -> Vec<String> {
    let units = actor.grants.iter().filter_map(|grant| grant.unit);
    units.map(|unit| unit.to_string()).collect()
}

/// The contest, for somebody who may see it: who runs it, whose unit takes part once it runs, and
/// everybody while it is public.
///
/// # Errors
/// For this actor there is none.
pub async fn seen_by(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
    at: Instant,
) -> Result<Seen, Failure> {
    let found = store::find_seen(reader, id, &Sight::of(actor, at)).await?;
    let contest = found.ok_or_else(Refusal::absent)?;
    let runs = policy::runs(actor, &contest.runners()?);
    let state = contest.state()?;
    let works = runs
        || (state != State::Preparing && store::takes_part(reader, id, &units_of(actor)).await?);
    Ok(Seen { id, state, runs, works, contest })
}

/// The same, for somebody who runs it.
///
/// # Errors
/// For this actor there is none, or they see it and do not run it.
pub async fn seen_to_run(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
    at: Instant,
) -> Result<Seen, Failure> {
    let seen = seen_by(reader, actor, id, at).await?;
    policy::may_run(actor, &seen.contest.runners()?)?;
    Ok(seen)
}

/// Contests of one choice at most.
const CHOICE: i64 = 50;

/// The newest contests that run and that the actor may see, to be chosen from.
///
/// # Errors
/// The database is away.
pub async fn running_seen(
    reader: &Reader,
    actor: &Actor,
    at: Instant,
) -> Result<Vec<store::ContestRow>, Failure> {
    let state = Some(State::Running.code().to_owned());
    let filter = store::Filter { state, ..store::Filter::default() };
    Ok(store::list(reader, (&filter, &Sight::of(actor, at)), (CHOICE, 0)).await?)
}

/// The contest, for somebody who runs it.
///
/// # Errors
/// There is none; or the actor does not run it: then it is absent too, unless one of their units takes
/// part.
pub async fn run_by(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
) -> Result<store::ContestRow, Failure> {
    let contest = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let Err(refusal) = policy::may_run(actor, &contest.runners()?) else { return Ok(contest) };
    let began = contest.state()? != State::Preparing;
    match began && store::takes_part(reader, id, &units_of(actor)).await? {
        true => Err(refusal.into()),
        false => Err(Refusal::absent().into()),
    }
}

/// The contest, for somebody who runs it, while it may still be changed.
///
/// # Errors
/// There is none, the actor does not run it, or it is closed.
pub async fn open_to(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
) -> Result<store::ContestRow, Failure> {
    let contest = run_by(reader, actor, id).await?;
    match contest.state()? {
        State::Closed => Err(Refusal::conflict("contest-closed")
            .way_out("way-contest", format!("/contests/{id}"))
            .into()),
        State::Preparing | State::Running => Ok(contest),
    }
}
