//! Promising a file, within what one account may have on the way.

use ::store::Tx;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Message, Refusal};

use super::store::{self as rows, Weight};
use super::{LARGEST, Purpose, UploadId, WAITS_DAYS};
use crate::accounts::Actor;
use crate::files;

/// Most files of one account on the way at once: what a coordinator brings for thirty dossiers.
const MOST_OPEN: i64 = 200;
/// Most bytes of one account on the way at once.
const MOST_OPEN_BYTES: i64 = 4 * 1024 * 1024 * 1024;
/// Most bytes that one account promises in a day, whatever became of them.
const MOST_BYTES_A_DAY: i64 = 16 * 1024 * 1024 * 1024;
/// Letters of a SHA-256 in hex.
const HASH_LETTERS: usize = 64;

/// A file that somebody is going to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What for.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-256 of its content, hex.
    pub hash: String,
}

impl Promise {
    /// Reads what was typed or sent.
    ///
    /// # Errors
    /// Something is no purpose, no hash, or no size that is accepted.
    pub fn read(purpose: &str, name: &str, bytes: u64, hash: &str) -> Result<Self, Refusal> {
        let unreadable = || Refusal::invalid("upload-promise-unreadable");
        let purpose = purpose.parse().map_err(|_| unreadable())?;
        let hash = hash.to_ascii_lowercase();
        if hash.len() != HASH_LETTERS || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(unreadable());
        }
        match bytes {
            0 => Err(Refusal::invalid("upload-empty")),
            1..=LARGEST => Ok(Self { purpose, name: files::name_of(name), bytes, hash }),
            _ => Err(too_large()),
        }
    }
}

/// The refusal of a file that is larger than any may be.
pub fn too_large() -> Refusal {
    let megabytes = LARGEST / 1024 / 1024;
    let message = Message::new("upload-too-large").with("megabytes", megabytes);
    Refusal::new(RefusalKind::TooLarge, message)
}

/// Promises a file. Whoever promises the same file for the same thing again gets the same promise, so that a
/// request that is sent twice does no harm and a page that was loaded again goes on.
///
/// # Errors
/// Whoever promises has no account, or has too much on the way.
pub async fn promise(tx: &mut Tx, actor: &Actor, promise: &Promise) -> Result<UploadId, Failure> {
    let account = actor.account().ok_or_else(|| Refusal::forbidden("upload-needs-account"))?;
    if let Some(id) = rows::same(tx, account, promise).await? {
        return Ok(id);
    }
    let day_ago = tx.at().plus_seconds(-24 * 3600);
    may_have(&rows::weight(tx, account, day_ago).await?, promise)?;
    let id = UploadId::new(tx.at());
    let until = tx.at().plus_seconds(WAITS_DAYS * 24 * 3600);
    rows::insert(tx, (id, account), promise, until).await?;
    Ok(id)
}

fn may_have(has: &Weight, promise: &Promise) -> Result<(), Refusal> {
    let bytes = i64::try_from(promise.bytes).unwrap_or(i64::MAX);
    let is_over = |sum: i64, most: i64| sum.saturating_add(bytes) > most;
    let key = match () {
        () if has.open >= MOST_OPEN => "upload-too-many-open",
        () if is_over(has.open_bytes, MOST_OPEN_BYTES) => "upload-too-much-open",
        () if is_over(has.day_bytes, MOST_BYTES_A_DAY) => "upload-too-much-today",
        () => return Ok(()),
    };
    Err(Refusal::new(RefusalKind::TooMany, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const PURPOSE: &str = "dossier/01a1fc0b-e380-7624-aac3-f91806f44c5e";

    #[test]
    fn a_promise_is_read_or_refused() {
        let check = |purpose: &str, bytes: u64, hash: &str, expect: Result<(), &str>| {
            let read = Promise::read(purpose, "../a.pdf", bytes, hash);
            let said = read.as_ref().map(|promise| assert_eq!(promise.name, "a.pdf"));
            assert_eq!(said.map_err(|refusal| &*refusal.message.key), expect, "{bytes} {hash}");
        };
        check(PURPOSE, 1, HASH, Ok(()));
        check(PURPOSE, 1, &HASH.to_uppercase(), Ok(()));
        check(PURPOSE, LARGEST, HASH, Ok(()));
        check(PURPOSE, LARGEST + 1, HASH, Err("upload-too-large"));
        check(PURPOSE, 0, HASH, Err("upload-empty"));
        check("elsewhere", 1, HASH, Err("upload-promise-unreadable"));
        check(PURPOSE, 1, &HASH[1..], Err("upload-promise-unreadable"));
        check(PURPOSE, 1, &"g".repeat(64), Err("upload-promise-unreadable"));
        check(PURPOSE, 1, &"ế".repeat(32), Err("upload-promise-unreadable"));
    }

    #[test]
    fn an_account_has_so_much_on_the_way_and_no_more() {
        let promise = Promise::read(PURPOSE, "a.pdf", 100, HASH).unwrap();
        let check = |open: i64, open_bytes: i64, day_bytes: i64, expect: Result<(), &str>| {
            let said = may_have(&Weight { open, open_bytes, day_bytes }, &promise);
            assert_eq!(
                said.as_ref().map_err(|refusal| &*refusal.message.key),
                expect.as_ref().map_err(|key| *key)
            );
        };
        check(0, 0, 0, Ok(()));
        check(MOST_OPEN - 1, MOST_OPEN_BYTES - 100, MOST_BYTES_A_DAY - 100, Ok(()));
        check(MOST_OPEN, 0, 0, Err("upload-too-many-open"));
        check(0, MOST_OPEN_BYTES - 99, 0, Err("upload-too-much-open"));
        check(0, 0, MOST_BYTES_A_DAY - 99, Err("upload-too-much-today"));
    }
}
