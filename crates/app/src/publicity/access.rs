//! Finding contests and activities through what the actor may see of them.

use ::store::Reader;
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Refusal};

use super::store::{self, ActivityRow};
use super::{PublicityId, policy};
use crate::accounts::Actor;
use crate::contests;

/// A contest whose publicity the actor may see: all of it for who runs it; their own for the units that
/// take part, once it runs.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Id.
    pub id: ContestId,
    /// Its whole name.
    pub name: String,
    /// How far it is.
    pub state: contests::State,
    /// Whether the actor runs it.
    pub runs: bool,
    /// The actor's own units that take part.
    pub own: Vec<UnitId>,
}

impl Seen {
    /// The units whose publicity the actor sees; nothing: those of all.
    pub fn only(&self) -> Option<&[UnitId]> {
        (!self.runs).then_some(self.own.as_slice())
    }
}

/// An activity that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenActivity {
    /// Its id.
    pub id: PublicityId,
    /// The activity.
    pub row: ActivityRow,
    /// Whose it is.
    pub unit: UnitId,
    /// Its contest.
    pub seen: Seen,
}

/// The contest, for somebody who runs it or whose unit takes part.
///
/// # Errors
/// For this actor there is none.
pub async fn contest(reader: &Reader, actor: &Actor, id: ContestId) -> Result<Seen, Failure> {
    let contest = contests::store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &contest.runners()?);
    let state = contest.state()?;
    let own = store::taking_part(reader, id, &policy::units_of(actor)).await?;
    let sees = runs || (state != contests::State::Preparing && !own.is_empty());
    match sees {
        true => Ok(Seen { id, name: contest.name, state, runs, own }),
        false => Err(Refusal::absent().into()),
    }
}

/// The activity, for who runs the contest and for its unit.
///
/// # Errors
/// For this actor there is none.
pub async fn activity(
    reader: &Reader,
    actor: &Actor,
    id: PublicityId,
) -> Result<SeenActivity, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let unit = row.unit_id.parse()?;
    let seen = contest(reader, actor, row.contest_id.parse()?).await?;
    match seen.runs || seen.own.contains(&unit) {
        true => Ok(SeenActivity { id, row, unit, seen }),
        false => Err(Refusal::absent().into()),
    }
}
