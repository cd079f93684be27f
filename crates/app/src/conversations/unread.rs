//! How much of conversations somebody has not read.

use ::store::Reader;
use kernel::{Failure, Fault};

use super::{Side, store};
use crate::accounts::Actor;
use crate::dossiers::DossierId;

/// The conversation of a dossier, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Where it is.
    pub href: String,
    /// How many messages of the other side the actor has not read.
    pub count: i64,
}

/// The conversation of a dossier that was handed in, for somebody who sees the dossier on a side.
///
/// # Errors
/// The database is away.
pub async fn of_dossier(
    reader: &Reader,
    (actor, side): (&Actor, Side),
    dossier: DossierId,
) -> Result<Unread, Fault> {
    let found = store::of_dossier(reader, dossier).await?;
    let count = match (found, actor.account()) {
        (Some(id), Some(account)) => store::unread(reader, (id, side), account).await?,
        _ => 0,
    };
    Ok(Unread { href: format!("/dossiers/{dossier}/conversation"), count })
}

/// How many messages of the office the actor has not read, in all conversations of their own.
///
/// # Errors
/// The database is away.
pub async fn of_own(reader: &Reader, actor: &Actor) -> Result<i64, Failure> {
    match actor.account() {
        Some(account) => Ok(store::unread_of_own(reader, account).await?),
        None => Ok(0),
    }
}
