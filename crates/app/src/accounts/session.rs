//! Sessions (phiên đăng nhập): rows that end when their account is disabled or its password changes.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sha2::{Digest, Sha256};
use store::{Reader, Store, Tx};

use super::actor::{Actor, Grant, Who};
use super::known_devices;
use super::login::Login;
pub use super::store::sessions::SessionRow;
use super::store::sessions::{self as rows, HolderRow};
use super::store::{
    attempts, authors, beginnings, email_changes, known_devices as store_of_devices, links,
};
use crate::frame::{Visitor, keys};

kernel::id_type!(
    /// A session.
    SessionId
);

/// A session lasts twelve hours of use, at most seven days.
const IDLE_SECONDS: i64 = 12 * 3600;
const LONGEST_SECONDS: i64 = 7 * 24 * 3600;
/// How long a request for help waits before it is forgotten.
const WAITS_SECONDS: i64 = 30 * 24 * 3600;
/// Seen is written at most this often, so that reading stays reading.
const SEEN_EVERY_SECONDS: i64 = 300;

/// What a session may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor is still to come.
    Code,
    /// Signed in.
    Full,
}

impl Stage {
    const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Full => "full",
        }
    }
}

/// The digest under which a token is stored: who reads the database cannot use it.
pub fn digest(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// A new token: 256 random bits in hex.
pub fn new_token() -> String {
    hex::encode(keys::random_bytes::<32>())
}

/// Who is signed in with this token, if it is good, and how many notices wait for them, at most so many.
///
/// # Errors
/// The database is away.
pub async fn actor_of(
    store: &Store,
    token: &str,
    (at, most): (Instant, i64),
) -> Result<Option<(Actor, i64)>, Fault> {
    let (idle, day) = (at.plus_seconds(-IDLE_SECONDS), at.day().to_string());
    let rows = rows::holder(store, &digest(token), (at, idle), (&day, most)).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    note_seen(store, first, at).await;
    let grants = rows.iter().filter_map(grant).collect::<Result<_, _>>()?;
    Ok(Some((actor(first, grants)?, first.unread)))
}

fn actor(row: &HolderRow, grants: Vec<Grant>) -> Result<Actor, Fault> {
    Ok(Actor {
        who: Who::Account(row.account_id.parse()?),
        name: row.name.clone(),
        login: Some(Login::stored(&row.login)?),
        locale: row.locale.parse().unwrap_or_default(),
        grants,
        session: Some(row.session_id.clone()),
        confirmed_at: Instant::from_millis(row.confirmed_at),
    })
}

fn grant(row: &HolderRow) -> Option<Result<Grant, Fault>> {
    let role = row.role.as_deref()?;
    Some(Grant::read(role, row.unit_id.as_deref()))
}

/// The live session of a token at a stage.
///
/// # Errors
/// The database is away.
pub async fn find(
    reader: &Reader,
    token: &str,
    stage: Stage,
    at: Instant,
) -> Result<Option<SessionRow>, Fault> {
    let idle = at.plus_seconds(-IDLE_SECONDS);
    rows::live(reader, &digest(token), stage.code(), at, idle).await
}

/// Failing to note when somebody was seen must not keep them out: a read-only disk still serves pages.
async fn note_seen(store: &Store, session: &HolderRow, at: Instant) {
    if at.millis() < session.seen_at + SEEN_EVERY_SECONDS * 1000 {
        return;
    }
    let noted = async {
        let mut tx = store.begin().await?;
        rows::set_seen(&mut tx, &session.session_id, at).await?;
        tx.commit().await?;
        Ok::<_, Failure>(())
    };
    if noted.await.is_err() {
        tracing::warn!("when a session was seen could not be noted");
    }
}

/// Begins a session and returns its token, which is stored nowhere.
///
/// # Errors
/// The database is away.
pub async fn begin(
    tx: &mut Tx,
    account: AccountId,
    stage: Stage,
    visitor: &Visitor,
) -> Result<String, Failure> {
    let token = new_token();
    let at = tx.at();
    let lasts = match stage {
        Stage::Code => 10 * 60,
        Stage::Full => LONGEST_SECONDS,
    };
    let row = SessionRow {
        id: SessionId::new(at).to_string(),
        account_id: account.to_string(),
        stage: stage.code().to_owned(),
        created_at: at.millis(),
        seen_at: at.millis(),
        confirmed_at: at.millis(),
        address: visitor.address().to_string(),
        agent: visitor.agent().to_owned(),
    };
    rows::insert(tx, row, &digest(&token), at.plus_seconds(lasts)).await?;
    Ok(token)
}

/// The live sessions of an account, the newest first.
///
/// # Errors
/// The database is away.
pub async fn list(
    reader: &Reader,
    account: AccountId,
    at: Instant,
) -> Result<Vec<SessionRow>, Fault> {
    rows::live_of(reader, account, at, at.plus_seconds(-IDLE_SECONDS)).await
}

/// Ends one session of an account; says whether there was one.
///
/// # Errors
/// The database is away.
pub async fn end(tx: &mut Tx, account: AccountId, session: SessionId) -> Result<bool, Failure> {
    Ok(rows::delete(tx, account, &session.to_string()).await? == 1)
}

/// Ends the session of a token.
///
/// # Errors
/// The database is away.
pub async fn end_token(tx: &mut Tx, token: &str) -> Result<(), Failure> {
    rows::delete_by_token(tx, &digest(token)).await
}

/// Ends all sessions of an account but one.
///
/// # Errors
/// The database is away.
pub async fn end_all(tx: &mut Tx, account: AccountId, but: Option<&str>) -> Result<u64, Failure> {
    rows::delete_all_but(tx, account, but.unwrap_or("")).await
}

/// The password was given again in this session.
///
/// # Errors
/// The database is away.
pub async fn confirm(tx: &mut Tx, session: &str) -> Result<(), Failure> {
    let at = tx.at();
    rows::set_confirmed(tx, session, at).await
}

/// Forgets sessions that are over, used links that nobody can use, and old attempts.
///
/// # Errors
/// The database is away.
pub async fn forget_old(tx: &mut Tx) -> Result<(), Failure> {
    let now = tx.at();
    let old = now.plus_seconds(-LONGEST_SECONDS);
    rows::delete_over(tx, now, now.plus_seconds(-IDLE_SECONDS)).await?;
    links::delete_expired(tx, old).await?;
    email_changes::delete_expired(tx, now).await?;
    beginnings::delete_expired(tx, now).await?;
    authors::delete_expired_codes(tx, now).await?;
    authors::delete_old_requests(tx, now.plus_seconds(-WAITS_SECONDS)).await?;
    let unused = now.plus_seconds(-known_devices::FORGOTTEN_AFTER_SECONDS);
    store_of_devices::delete_old(tx, unused).await?;
    attempts::delete_old(tx, old).await
}
