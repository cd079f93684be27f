//! Sealing: signed checkpoints of the ledger, made by a job and at once where people take them along.

use std::fmt;

use ::store::{Reader, Tx};
use kernel::{Failure, Fault};
use ledger::checkpoint::Checkpoint;
use ledger::event::{ERASE_ACT, ERASED_SEQS, written_seqs};
use ledger::note::{SigningKey, VerifyKey};
use ledger::proof::Head;

use super::{Act, record, store};
use crate::frame::keys::Keys;

/// Kind of the job.
pub const KIND: &str = "ledger.seal";

/// Name of the log in its checkpoints.
pub const ORIGIN: &str = "hoithi.ledger/1";

/// The key that signs checkpoints.
///
/// # Errors
/// Never with the name above.
pub fn signing_key(keys: &Keys) -> Result<SigningKey, Fault> {
    Ok(SigningKey::from_seed(ORIGIN, &keys.ledger_seed)?)
}

/// The key with which anybody can verify them.
///
/// # Errors
/// Never with the name above.
pub fn verify_key(keys: &Keys) -> Result<VerifyKey, Fault> {
    Ok(signing_key(keys)?.verify_key())
}

/// Signs the log as it stands, unless its newest state is signed already.
///
/// # Errors
/// The database is away.
pub async fn seal(tx: &mut Tx, keys: &Keys) -> Result<(), Failure> {
    let frontier = store::frontier(tx).await?;
    let signed = store::last_checkpoint(tx).await?.map_or(0, |last| last.size);
    if u64::try_from(signed)? >= frontier.size() {
        return Ok(());
    }
    let head = Head { size: frontier.size(), root: frontier.root() };
    let note = Checkpoint::sign(head, tx.at(), &signing_key(keys)?)?;
    store::add_checkpoint(tx, head.size, &note).await
}

/// The newest checkpoint as a signed note, for people outside to keep.
///
/// # Errors
/// The database is away.
pub async fn newest(reader: &Reader) -> Result<Option<String>, Fault> {
    Ok(store::last_checkpoint(reader).await?.map(|row| row.note))
}

/// Erases the text of events, and says so in the log. Rows whose last word stood there are named
/// again by `act_rows`, as they are after the erasure.
///
/// # Errors
/// The database is away.
pub async fn erase(
    tx: &mut Tx,
    who: impl fmt::Display,
    seqs: &[u64],
    rows: &[(impl AsRef<str>, impl fmt::Display)],
) -> Result<(), Failure> {
    store::erase(tx, seqs).await?;
    let act = Act::on(ERASE_ACT, "ledger").note(ERASED_SEQS, written_seqs(seqs));
    let act = rows.iter().fold(act, |act, (table, id)| act.row(table.as_ref().to_owned(), id));
    record(tx, who, act).await
}
