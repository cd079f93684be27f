//! Sessions (phiên đăng nhập): rows that end when their account is disabled or its password changes.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use store::{Reader, Store, Tx};

use super::actor::{Actor, Who};
use super::store as rows;
use crate::frame::{Visitor, keys};

kernel::id_type!(
    /// A session.
    SessionId
);

/// A session lasts twelve hours of use, at most seven days.
const IDLE_SECONDS: i64 = 12 * 3600;
const LONGEST_SECONDS: i64 = 7 * 24 * 3600;
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

/// A session as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct SessionRow {
    /// Id of the session.
    pub id: String,
    /// Whose it is.
    pub account_id: String,
    /// `code` or `full`.
    pub stage: String,
    /// When it began.
    pub created_at: i64,
    /// When it was last used, to five minutes.
    pub seen_at: i64,
    /// When the password was last given.
    pub confirmed_at: i64,
    /// From where.
    pub address: String,
    /// With which browser.
    pub agent: String,
}

const SESSION: &str =
    "select id, account_id, stage, created_at, seen_at, confirmed_at, address, agent from session";

/// The digest under which a token is stored: who reads the database cannot use it.
pub fn digest(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// A new token: 256 random bits in hex.
pub fn new_token() -> String {
    hex::encode(keys::random_bytes::<32>())
}

/// Who is signed in with this token, if it is good.
///
/// # Errors
/// The database is away.
pub async fn actor_of(store: &Store, token: &str, at: Instant) -> Result<Option<Actor>, Fault> {
    let Some(session) = find(store, token, Stage::Full, at).await? else { return Ok(None) };
    let id: AccountId = session.account_id.parse()?;
    let Some(account) = rows::account(store, id).await? else { return Ok(None) };
    if account.disabled_at.is_some() {
        return Ok(None);
    }
    note_seen(store, &session, at).await;
    Ok(Some(Actor {
        who: Who::Account(id),
        name: account.name,
        email: account.email,
        locale: account.locale.parse().unwrap_or_default(),
        grants: rows::grants_on(store, id, &at.day().to_string()).await?,
        session: Some(session.id),
        confirmed_at: Instant::from_millis(session.confirmed_at),
    }))
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
    let sql = format!(
        "{SESSION} where token_digest = $1 and stage = $2 and expires_at > $3 and seen_at > $4"
    );
    let idle = at.plus_seconds(-IDLE_SECONDS).millis();
    let values = [digest(token).into(), stage.code().into(), at.millis().into(), idle.into()];
    reader.maybe(&sql, values).await
}

/// Failing to note when somebody was seen must not keep them out: a read-only disk still serves pages.
async fn note_seen(store: &Store, session: &SessionRow, at: Instant) {
    if at.millis() < session.seen_at + SEEN_EVERY_SECONDS * 1000 {
        return;
    }
    let noted = async {
        let mut tx = store.begin().await?;
        let sql = "update session set seen_at = $2 where id = $1";
        tx.run(sql, [session.id.clone().into(), at.millis().into()]).await?;
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
    let sql = "insert into session (id, token_digest, account_id, stage, created_at, seen_at,
        expires_at, confirmed_at, address, agent) values ($1, $2, $3, $4, $5, $5, $6, $5, $7, $8)";
    let lasts = match stage {
        Stage::Code => 10 * 60,
        Stage::Full => LONGEST_SECONDS,
    };
    let values = [
        SessionId::new(at).to_string().into(),
        digest(&token).into(),
        account.to_string().into(),
        stage.code().into(),
        at.millis().into(),
        at.plus_seconds(lasts).millis().into(),
        visitor.address().to_string().into(),
        visitor.agent().into(),
    ];
    tx.run(sql, values).await?;
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
    let sql = format!(
        "{SESSION} where account_id = $1 and stage = 'full' and expires_at > $2 and seen_at > $3
         order by seen_at desc, id desc"
    );
    let idle = at.plus_seconds(-IDLE_SECONDS).millis();
    reader.rows(&sql, [account.to_string().into(), at.millis().into(), idle.into()]).await
}

/// Ends one session of an account; says whether there was one.
///
/// # Errors
/// The database is away.
pub async fn end(tx: &mut Tx, account: AccountId, session: &str) -> Result<bool, Failure> {
    let sql = "delete from session where id = $1 and account_id = $2";
    let ended = tx.run(sql, [session.into(), account.to_string().into()]).await?;
    Ok(ended == 1)
}

/// Ends the session of a token.
///
/// # Errors
/// The database is away.
pub async fn end_token(tx: &mut Tx, token: &str) -> Result<(), Failure> {
    let sql = "delete from session where token_digest = $1";
    tx.run(sql, [digest(token).into()]).await.map(drop)
}

/// Ends all sessions of an account but one.
///
/// # Errors
/// The database is away.
pub async fn end_all(tx: &mut Tx, account: AccountId, but: Option<&str>) -> Result<u64, Failure> {
    let sql = "delete from session where account_id = $1 and id <> $2";
    tx.run(sql, [account.to_string().into(), but.unwrap_or("").into()]).await
}

/// The password was given again in this session.
///
/// # Errors
/// The database is away.
pub async fn confirm(tx: &mut Tx, session: &str) -> Result<(), Failure> {
    let sql = "update session set confirmed_at = $2 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [session.into(), at.into()]).await.map(drop)
}

/// Forgets sessions that are over, used links that nobody can use, and old attempts.
///
/// # Errors
/// The database is away.
pub async fn forget_old(tx: &mut Tx) -> Result<(), Failure> {
    let now = tx.at();
    let idle = now.plus_seconds(-IDLE_SECONDS).millis();
    let old = now.plus_seconds(-LONGEST_SECONDS).millis();
    tx.run(
        "delete from session where expires_at <= $1 or seen_at <= $2",
        [now.millis().into(), idle.into()],
    )
    .await?;
    tx.run("delete from one_time_link where expires_at <= $1", [old.into()]).await?;
    tx.run("delete from attempt where at <= $1", [old.into()]).await?;
    Ok(())
}
