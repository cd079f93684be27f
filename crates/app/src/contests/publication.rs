//! Publication (công bố): one act shows a contest to everybody from an instant on, one takes it back.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use super::{run_by, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Whether everybody sees something, by the order that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public {
    /// Nobody was told to show it.
    No,
    /// It will be shown from then on.
    From(Instant),
    /// It is shown since then.
    Since(Instant),
}

impl Public {
    /// What an order to show from this millisecond on means at a moment.
    pub fn at(from: Option<i64>, now: Instant) -> Self {
        match from.map(Instant::from_millis) {
            None => Self::No,
            Some(from) if from > now => Self::From(from),
            Some(since) => Self::Since(since),
        }
    }

    /// Whether everybody sees it now.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Since(_))
    }

    /// Whether everybody sees it, now or later.
    pub fn is_ordered(self) -> bool {
        self != Self::No
    }
}

/// Shows a contest to everybody from an instant on; an earlier order that has not been carried out yet
/// is replaced.
///
/// # Errors
/// The actor may not, or the contest is public already.
pub async fn publish(
    tx: &mut Tx,
    actor: &Actor,
    id: ContestId,
    from: Instant,
) -> Result<(), Failure> {
    run_by(tx, actor, id).await?;
    let from = from.max(tx.at());
    let mut act = Act::on("contest.publish", subject(id)).note("from", from.millis());
    if let Some(order) = store::publication(tx, id).await? {
        if order.from_at <= tx.at().millis() {
            return Err(Refusal::conflict("contest-public-already").into());
        }
        store::end_publication(tx, &order.id, actor.account()).await?;
        act = act.row("publication", &order.id);
    }
    act = act.row("publication", store::insert_publication(tx, id, from, actor.account()).await?);
    audit::record(tx, actor.who, act).await
}

/// Takes a contest back from everybody.
///
/// # Errors
/// The actor may not, or it is not public and not to become so.
pub async fn unpublish(tx: &mut Tx, actor: &Actor, id: ContestId) -> Result<(), Failure> {
    run_by(tx, actor, id).await?;
    let order = store::publication(tx, id).await?;
    let order = order.ok_or_else(|| Refusal::conflict("contest-not-public"))?;
    store::end_publication(tx, &order.id, actor.account()).await?;
    let act = Act::on("contest.unpublish", subject(id)).row("publication", &order.id);
    audit::record(tx, actor.who, act).await
}
