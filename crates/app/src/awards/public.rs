//! What everybody may read of a contest's prizes, from the moment that was ordered.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Fault, Instant};

use super::store::{self, WinnerRow};

/// The prizes of a contest as everybody reads them.
#[derive(Debug, Clone)]
pub struct Public {
    /// Since when.
    pub since: Instant,
    /// 1 for the first list; a later one corrects it.
    pub version: i64,
    /// Number and day of the decision.
    pub decision: Option<String>,
    /// Who won, from the highest prize down.
    pub winners: Vec<WinnerRow>,
    /// SHA-256 of it.
    pub digest: String,
}

/// Since when everybody may read the prizes of a contest, and whether they correct earlier ones; nothing before.
///
/// # Errors
/// The database is away.
pub async fn public_since(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
) -> Result<Option<(Instant, bool)>, Fault> {
    let shown = store::shown_order(reader, contest, at).await?;
    Ok(shown.map(|order| (order.from(), order.version > 1)))
}

/// What a dossier has won, where everybody may read it; nothing inside where it has won nothing.
///
/// # Errors
/// The database is away.
pub async fn of_dossier(
    reader: &Reader,
    (contest, dossier): (ContestId, &str),
    at: Instant,
) -> Result<Option<Option<String>>, Fault> {
    let Some(order) = store::shown_order(reader, contest, at).await? else { return Ok(None) };
    Ok(Some(store::prize_of(reader, (&order.list_id, dossier)).await?))
}

/// The prizes of a contest that everybody may read at a moment; nothing before.
///
/// # Errors
/// The database is away.
pub async fn public(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
) -> Result<Option<Public>, Fault> {
    let Some((order, list)) = store::shown(reader, contest, at).await? else { return Ok(None) };
    Ok(Some(Public {
        winners: store::winners(reader, &list.id, Instant::from_millis(list.made_at).day()).await?,
        since: order.from(),
        version: list.version,
        decision: order.decision,
        digest: list.digest,
    }))
}

/// The bundle from which anybody can count the list that stands at a moment; nothing before.
///
/// # Errors
/// The database is away.
pub async fn public_bundle(
    reader: &Reader,
    contest: ContestId,
    at: Instant,
) -> Result<Option<String>, Fault> {
    let Some(order) = store::shown_order(reader, contest, at).await? else { return Ok(None) };
    Ok(Some(store::body(reader, &order.list_id).await?))
}
