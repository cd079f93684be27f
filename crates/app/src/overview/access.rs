//! Whose contests somebody leads: those that their units run, and those that stand below these.

use ::store::Reader;
use kernel::id::{ContestId, UnitId};
use kernel::{Day, Failure, Refusal};

use super::store::{self, ContestRow};
use crate::accounts::Actor;
use crate::contests;

/// What an actor leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything: the office.
    All,
    /// The contests of these units, and those below.
    Of(Vec<UnitId>),
}

impl Scope {
    /// What this actor leads.
    ///
    /// # Errors
    /// Who runs no contest leads nothing: for them there is no overview.
    pub fn of(actor: &Actor) -> Result<Self, Refusal> {
        let units = contests::policy::runs_for(actor);
        match (actor.runs_the_office(), units.is_empty()) {
            (true, _) => Ok(Self::All),
            (false, false) => Ok(Self::Of(units)),
            (false, true) => Err(Refusal::absent()),
        }
    }
}

/// The contests that an actor leads, by name. A draft of somebody below is theirs alone.
///
/// # Errors
/// The actor leads nothing.
pub async fn contests_of(
    reader: &Reader,
    actor: &Actor,
    day: Day,
) -> Result<(Scope, Vec<ContestRow>), Failure> {
    let scope = Scope::of(actor)?;
    let found = store::contests(reader, &scope, day).await?;
    Ok((scope, found))
}

/// The contest, for somebody who leads it.
///
/// # Errors
/// For this actor there is none, or they see it and do not lead it.
pub async fn contest(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
    day: Day,
) -> Result<contests::ContestRow, Failure> {
    if let Ok(Scope::Of(units)) = Scope::of(actor) {
        let found = store::contests(reader, &Scope::Of(units), day).await?;
        if found.iter().any(|contest| contest.id == id.to_string()) {
            let row = contests::store::find(reader, id).await?;
            return Ok(row.ok_or_else(Refusal::absent)?);
        }
    }
    contests::run_by(reader, actor, id).await
}
