//! The order that a list becomes public at a moment, and calling it off before.

use ::store::Tx;
use ::store::jobs::{self, NewJob};
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use super::letters::TELL;
use super::store::{self, OrderRow};
use super::{PartId, access};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// The order to publish (lệnh công bố kết quả).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrder {
    /// Number and day of the decision that it follows.
    pub decision: Option<String>,
    /// From when on everybody reads the list.
    pub from: Instant,
}

/// Orders that everybody reads the newest list from a moment on.
///
/// # Errors
/// The actor does not run the contest, the public does not know of it, there is no list, a meeting that decides again
/// is open, or this list is ordered already.
pub async fn publish(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    new: &NewOrder,
) -> Result<PartId, Failure> {
    let seen = access::run(tx, actor, contest).await?;
    let lists = store::lists(tx, contest).await?;
    let list = lists.first().ok_or_else(|| seen.refused("awards-no-list"))?;
    if super::meetings::open_one(&store::meetings(tx, contest).await?)?.is_some() {
        return Err(seen.refused("awards-decided-again").into());
    }
    if contests::store::publication(tx, contest).await?.is_none() {
        let way = format!("/contests/{contest}/publication");
        let refusal = Refusal::conflict("awards-contest-unseen");
        return Err(refusal.way_out("way-publication", way).into());
    }
    let orders = store::orders(tx, contest).await?;
    if orders.iter().any(|order| order.ended_at.is_none() && order.list_id == list.id) {
        return Err(seen.refused("awards-ordered-already").into());
    }
    let from = new.from.max(tx.at());
    let order = (new.decision.as_deref(), from);
    let part = store::insert_order(tx, list, order, actor.account()).await?;
    let job = NewJob {
        kind: TELL,
        payload: serde_json::json!({ "order": part.to_string() }).to_string(),
        unique_key: Some(format!("{TELL} {part}")),
        run_at: from,
    };
    jobs::enqueue(tx, job).await?;
    let act = Act::on("award.publish", contests::subject(contest)).row("award_publication", part);
    audit::record(tx, actor.who, act.note("digest", &list.digest).note("from", from.millis()))
        .await?;
    Ok(part)
}

/// The order of a contest that has not been carried out yet.
pub fn waiting(orders: &[OrderRow], at: Instant) -> Option<&OrderRow> {
    orders.iter().find(|order| order.ended_at.is_none() && order.from() > at)
}

/// Calls an order off before its moment. What everybody has read is not unread: a later list corrects it.
///
/// # Errors
/// The actor does not run the contest, or no order waits.
pub async fn call_off(
    tx: &mut Tx,
    actor: &Actor,
    (contest, reason): (ContestId, &str),
) -> Result<(), Failure> {
    let seen = access::run(tx, actor, contest).await?;
    let orders = store::orders(tx, contest).await?;
    let order = waiting(&orders, tx.at()).ok_or_else(|| seen.refused("awards-no-order"))?;
    store::end_order(tx, (&order.id, reason), actor.account()).await?;
    let act = Act::on("award.call-off", contests::subject(contest));
    audit::record(tx, actor.who, act.row("award_publication", &order.id)).await
}
