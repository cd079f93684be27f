//! The only SQL on uploads.

pub mod inspection;
pub mod rendition;

use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::{Promise, Purpose, State, UploadId};
use crate::files::{self, Kept};

/// An upload as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// What was promised.
    pub promise: Promise,
    /// How many bytes of it are on disk.
    pub received: u64,
    /// How far it is.
    pub state: State,
    /// Until when bytes are waited for.
    pub expires_at: Instant,
    /// When its file was there.
    pub finished_at: Option<Instant>,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    account_id: String,
    purpose: String,
    name: String,
    bytes: i64,
    hash: String,
    received: i64,
    state: String,
    expires_at: i64,
    finished_at: Option<i64>,
}

impl Row {
    fn read(self) -> Result<(AccountId, Upload), Fault> {
        let purpose: Purpose = self.purpose.parse()?;
        let bytes = u64::try_from(self.bytes)?;
        let upload = Upload {
            id: self.id.parse()?,
            promise: Promise { purpose, name: self.name, bytes, hash: self.hash },
            received: u64::try_from(self.received)?,
            state: State::read(&self.state)?,
            expires_at: Instant::from_millis(self.expires_at),
            finished_at: self.finished_at.map(Instant::from_millis),
        };
        Ok((self.account_id.parse()?, upload))
    }
}

const UPLOAD: &str =
    "select id, account_id, purpose, name, bytes, hash, received, state, expires_at,
        finished_at
    from upload";

async fn uploads(
    reader: &Reader,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<(AccountId, Upload)>, Fault> {
    let rows: Vec<Row> = reader.rows(&format!("{UPLOAD} {condition}"), values).await?;
    rows.into_iter().map(Row::read).collect()
}

pub async fn find(
    reader: &Reader,
    account: AccountId,
    id: UploadId,
) -> Result<Option<Upload>, Fault> {
    let values = [id.to_string().into(), account.to_string().into()];
    let found = uploads(reader, "where id = $1 and account_id = $2", values).await?;
    Ok(found.into_iter().next().map(|(_, upload)| upload))
}

/// What an account has on the way and had lately, the newest first.
pub async fn list(
    reader: &Reader,
    account: AccountId,
    (limit, offset): (i64, i64),
) -> Result<Vec<Upload>, Fault> {
    let condition = "where account_id = $1 order by began_at desc, id desc limit $2 offset $3";
    let values = [account.to_string().into(), limit.into(), offset.into()];
    let found = uploads(reader, condition, values).await?;
    Ok(found.into_iter().map(|(_, upload)| upload).collect())
}

/// How many uploads an account has.
pub async fn count(reader: &Reader, account: AccountId) -> Result<i64, Fault> {
    let sql = "select count(*) from upload where account_id = $1";
    reader.number(sql, [account.to_string().into()]).await
}

pub async fn of_purpose(
    reader: &Reader,
    purpose: &Purpose,
) -> Result<Vec<(AccountId, Upload)>, Fault> {
    uploads(reader, "where purpose = $1 order by id", [purpose.to_string().into()]).await
}

/// The open or finished upload of the same file for the same thing by the same account.
pub async fn same(
    reader: &Reader,
    account: AccountId,
    promise: &Promise,
) -> Result<Option<UploadId>, Fault> {
    let condition = "where purpose = $1 and account_id = $2 and hash = $3 and bytes = $4
            and state in ('open', 'finished')
        order by id limit 1";
    let values = [
        promise.purpose.to_string().into(),
        account.to_string().into(),
        promise.hash.clone().into(),
        i64::try_from(promise.bytes)?.into(),
    ];
    let found = uploads(reader, condition, values).await?;
    Ok(found.first().map(|(_, upload)| upload.id))
}

/// The upload of this file that an account has begun and not ended.
pub async fn begun(
    reader: &Reader,
    account: AccountId,
    hash: &str,
) -> Result<Option<UploadId>, Fault> {
    let condition = "where account_id = $1 and hash = $2 and state = 'open' order by id limit 1";
    let values = [account.to_string().into(), hash.into()];
    let found = uploads(reader, condition, values).await?;
    Ok(found.first().map(|(_, upload)| upload.id))
}

/// What an account has on the way.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Weight {
    /// Files.
    pub open: i64,
    /// Their bytes.
    pub open_bytes: i64,
    /// Bytes of everything that it has promised in a day.
    pub day_bytes: i64,
}

pub async fn weight(reader: &Reader, account: AccountId, since: Instant) -> Result<Weight, Fault> {
    let sql = "select count(case when state = 'open' then 1 end) as open,
            cast(coalesce(sum(case when state = 'open' then bytes end), 0) as bigint) as open_bytes,
            cast(coalesce(sum(case when began_at >= $2 then bytes end), 0) as bigint) as day_bytes
        from upload where account_id = $1 and (state = 'open' or began_at >= $2)";
    let weight: Option<Weight> =
        reader.maybe(sql, [account.to_string().into(), since.millis().into()]).await?;
    weight.ok_or_else(|| Fault::new("a sum has a row"))
}

pub async fn insert(
    tx: &mut Tx,
    (id, account): (UploadId, AccountId),
    promise: &Promise,
    expires_at: Instant,
) -> Result<(), Failure> {
    let sql = "insert into upload (id, account_id, purpose, name, bytes, hash, received, state,
            began_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = [
        id.to_string().into(),
        account.to_string().into(),
        promise.purpose.to_string().into(),
        promise.name.clone().into(),
        i64::try_from(promise.bytes).map_err(Fault::from)?.into(),
        promise.hash.clone().into(),
        0_i64.into(),
        State::Open.code().into(),
        tx.at().millis().into(),
        expires_at.millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// So many bytes are on disk; nothing where it is not open any more.
pub async fn set_received(
    tx: &mut Tx,
    id: UploadId,
    received: u64,
    expires_at: Instant,
) -> Result<bool, Failure> {
    let sql = "update upload set received = $2, expires_at = $3 where id = $1 and state = 'open'";
    let received = i64::try_from(received).map_err(Fault::from)?;
    let values = [id.to_string().into(), received.into(), expires_at.millis().into()];
    Ok(tx.run(sql, values).await? == 1)
}

/// An open upload ends like this; whether it was open.
pub async fn end(tx: &mut Tx, id: UploadId, state: State) -> Result<bool, Failure> {
    let sql = "update upload set state = $2,
            received = case when $2 = 'finished' then bytes else received end,
            finished_at = case when $2 = 'finished' then $3 else finished_at end
        where id = $1 and state = 'open'";
    let values = [id.to_string().into(), state.code().into(), tx.at().millis().into()];
    Ok(tx.run(sql, values).await? == 1)
}

/// Open uploads whose bytes were waited for in vain.
pub async fn expired(reader: &Reader, at: Instant, limit: i64) -> Result<Vec<UploadId>, Fault> {
    let condition = "where state = 'open' and expires_at <= $1 order by expires_at limit $2";
    let found = uploads(reader, condition, [at.millis().into(), limit.into()]).await?;
    Ok(found.into_iter().map(|(_, upload)| upload.id).collect())
}

/// Those of these that are open.
pub async fn open_among(reader: &Reader, ids: &[UploadId]) -> Result<Vec<UploadId>, Fault> {
    let mut open = Vec::new();
    for ids in ids.chunks(BATCH) {
        let (places, values) = places(ids);
        let condition = format!("where state = 'open' and id in ({places})");
        let found = uploads(reader, &condition, values).await?;
        open.extend(found.into_iter().map(|(_, upload)| upload.id));
    }
    Ok(open)
}

/// Forgets who sent a file, what was found in it, and what was made of it.
pub async fn forget_file(tx: &mut Tx, hash: &str) -> Result<(), Failure> {
    tx.run("delete from rendition where hash = $1", [hash.into()]).await?;
    tx.run("delete from inspection where hash = $1", [hash.into()]).await?;
    tx.run("delete from upload where hash = $1 and state = 'finished'", [hash.into()])
        .await
        .map(drop)
}

/// Ids of one query.
const BATCH: usize = 500;

fn places(ids: &[UploadId]) -> (String, Vec<Value>) {
    let places: Vec<String> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    (places.join(", "), ids.iter().map(|id| id.to_string().into()).collect())
}

#[derive(FromQueryResult)]
struct FinishedRow {
    id: String,
    hash: String,
    bytes: i64,
    media_type: String,
    finished_at: i64,
}

pub async fn finished(
    reader: &Reader,
    ids: &[UploadId],
) -> Result<Vec<(UploadId, Kept, Instant)>, Fault> {
    let mut all = Vec::new();
    for ids in ids.chunks(BATCH) {
        let (places, values) = places(ids);
        let sql = format!(
            "select u.id, u.hash, u.bytes, f.media_type, u.finished_at
             from upload u join stored_file f on f.hash = u.hash
             where u.state = 'finished' and u.id in ({places}) order by u.id"
        );
        let rows: Vec<FinishedRow> = reader.rows(&sql, values).await?;
        for row in rows {
            let media_type = files::media_type_stored(&row.media_type);
            let kept = Kept { hash: row.hash, bytes: usize::try_from(row.bytes)?, media_type };
            all.push((row.id.parse()?, kept, Instant::from_millis(row.finished_at)));
        }
    }
    Ok(all)
}
