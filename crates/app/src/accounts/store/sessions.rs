//! The only SQL on the table of sessions.

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

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

/// The session of a token digest at a stage that ends after `now` and was seen after `idle`.
pub async fn live(
    reader: &Reader,
    token_digest: &str,
    stage: &str,
    now: Instant,
    idle: Instant,
) -> Result<Option<SessionRow>, Fault> {
    let sql = format!(
        "{SESSION} where token_digest = $1 and stage = $2 and expires_at > $3 and seen_at > $4"
    );
    let values = [token_digest.into(), stage.into(), now.millis().into(), idle.millis().into()];
    reader.maybe(&sql, values).await
}

/// A session of somebody who may sign in, with one of the roles that they hold.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HolderRow {
    /// Id of the session.
    pub session_id: String,
    /// When it was last used, to five minutes.
    pub seen_at: i64,
    /// When the password was last given.
    pub confirmed_at: i64,
    /// Whose it is.
    pub account_id: String,
    /// Their name.
    pub name: String,
    /// With what they sign in.
    pub login: String,
    /// Their language.
    pub locale: String,
    /// The role; nothing for somebody without one.
    pub role: Option<String>,
    /// Where it holds; nothing for the installation.
    pub unit_id: Option<String>,
    /// How many notices wait for them, as far as they are counted.
    pub unread: i64,
}

/// Who holds the token of a full session that ends after `now` and was seen after `idle`, with the roles
/// of a day: a row for each, and one for somebody without. Nothing for an account that is disabled. Every
/// request of somebody who is signed in asks this, so it is one statement, which also counts what the bell
/// shows: at most `most` notices that they have not read, of roles that hold on the day.
pub async fn holder(
    reader: &Reader,
    token_digest: &str,
    (now, idle): (Instant, Instant),
    (day, most): (&str, i64),
) -> Result<Vec<HolderRow>, Fault> {
    let sql = "select s.id as session_id, s.seen_at, s.confirmed_at, s.account_id,
            a.name, a.email as login, a.locale, g.role, g.unit_id,
            (select count(*) from (select n.seq from notice n
                where n.account_id = s.account_id and n.read_at is null and n.via in (
                    select v.role || '/' || coalesce(v.unit_id, '') from role_grant v
                    where v.account_id = s.account_id and v.revoked_at is null
                        and v.from_day <= $4 and (v.until_day is null or v.until_day > $4))
                limit $5) waiting) as unread
        from session s
        join account a on a.id = s.account_id and a.disabled_at is null
        left join role_grant g on g.account_id = a.id and g.revoked_at is null
            and g.from_day <= $4 and (g.until_day is null or g.until_day > $4)
        where s.token_digest = $1 and s.stage = 'full' and s.expires_at > $2 and s.seen_at > $3
        order by g.id";
    let values: [Value; 5] =
        [token_digest.into(), now.millis().into(), idle.millis().into(), day.into(), most.into()];
    reader.rows(sql, values).await
}

/// The sessions of an account that end after `now` and were seen after `idle`, the newest first.
pub async fn live_of(
    reader: &Reader,
    account: AccountId,
    now: Instant,
    idle: Instant,
) -> Result<Vec<SessionRow>, Fault> {
    let sql = format!(
        "{SESSION} where account_id = $1 and stage = 'full' and expires_at > $2 and seen_at > $3
         order by seen_at desc, id desc"
    );
    let values = [account.to_string().into(), now.millis().into(), idle.millis().into()];
    reader.rows(&sql, values).await
}

/// A session that begins now: seen and confirmed at its beginning.
pub async fn insert(
    tx: &mut Tx,
    row: SessionRow,
    token_digest: &str,
    expires_at: Instant,
) -> Result<(), Failure> {
    let sql = "insert into session (id, token_digest, account_id, stage, created_at, seen_at,
        expires_at, confirmed_at, address, agent)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values: [Value; 10] = [
        row.id.into(),
        token_digest.into(),
        row.account_id.into(),
        row.stage.into(),
        row.created_at.into(),
        row.seen_at.into(),
        expires_at.millis().into(),
        row.confirmed_at.into(),
        row.address.into(),
        row.agent.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_seen(tx: &mut Tx, session: &str, at: Instant) -> Result<(), Failure> {
    let sql = "update session set seen_at = $2 where id = $1";
    tx.run(sql, [session.into(), at.millis().into()]).await.map(drop)
}

pub async fn set_confirmed(tx: &mut Tx, session: &str, at: Instant) -> Result<(), Failure> {
    let sql = "update session set confirmed_at = $2 where id = $1";
    tx.run(sql, [session.into(), at.millis().into()]).await.map(drop)
}

/// Deletes one session of an account; says how many there were.
pub async fn delete(tx: &mut Tx, account: AccountId, session: &str) -> Result<u64, Failure> {
    let sql = "delete from session where id = $1 and account_id = $2";
    tx.run(sql, [session.into(), account.to_string().into()]).await
}

pub async fn delete_by_token(tx: &mut Tx, token_digest: &str) -> Result<(), Failure> {
    let sql = "delete from session where token_digest = $1";
    tx.run(sql, [token_digest.into()]).await.map(drop)
}

/// Deletes all sessions of an account but one; says how many.
pub async fn delete_all_but(tx: &mut Tx, account: AccountId, but: &str) -> Result<u64, Failure> {
    let sql = "delete from session where account_id = $1 and id <> $2";
    tx.run(sql, [account.to_string().into(), but.into()]).await
}

/// Deletes sessions that ended at `now` or were last seen at `idle` or before.
pub async fn delete_over(tx: &mut Tx, now: Instant, idle: Instant) -> Result<(), Failure> {
    let sql = "delete from session where expires_at <= $1 or seen_at <= $2";
    tx.run(sql, [now.millis().into(), idle.millis().into()]).await.map(drop)
}
