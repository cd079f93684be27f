//! The only SQL on mailings: here what was sent.

mod people;
mod recipients;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value, holding};

use super::{Draft, MailingId, Reached, Whom};

pub use people::{PersonRow, TaskRow, people, tasks, units};
pub use recipients::{RecipientRow, count_recipients, insert_recipients, recipients};

/// A mailing as it was sent.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MailingRow {
    /// Id.
    pub id: String,
    /// Word of the audience.
    pub audience: String,
    /// Words of its task, where it was about one.
    pub task: Option<String>,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
    /// How many units belonged to the audience.
    pub units: i64,
    /// How many mails were written.
    pub mails: i64,
    /// Who sent it.
    pub sent_by: Option<String>,
    /// When.
    pub sent_at: i64,
    /// When the rest was stopped.
    pub stopped_at: Option<i64>,
    /// How many mails have not left yet.
    pub waiting: i64,
    /// How many were given up.
    pub failed: i64,
    /// How many are kept, because no server is set up.
    pub kept: i64,
}

const MAILING: &str =
    "select m.id, m.audience, t.text as task, m.subject, m.body, m.units, m.mails,
        a.name as sent_by, m.sent_at, m.stopped_at, coalesce(w.waiting, 0) as waiting,
        coalesce(w.failed, 0) as failed, coalesce(w.kept, 0) as kept
    from mailing m left join task t on t.id = m.task_id left join account a on a.id = m.sent_by
        left join (select r.mailing_id,
                count(distinct case when l.state = 'waiting' then l.id end) as waiting,
                count(distinct case when l.state = 'failed' then l.id end) as failed,
                count(distinct case when l.state = 'kept' then l.id end) as kept
            from mail l join mailing_recipient r on r.mail_id = l.id
            where l.state <> 'sent' group by r.mailing_id) w on w.mailing_id = m.id
    where m.contest_id = $1";

/// The mailings of a contest that hold these words, the newest first.
pub async fn list(
    reader: &Reader,
    (contest, words): (ContestId, &[String]),
    (limit, offset): (i64, i64),
) -> Result<Vec<MailingRow>, Fault> {
    let mut values = vec![Value::from(contest.to_string())];
    let held = held(words, &mut values);
    values.extend([limit.into(), offset.into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = format!(
        "{MAILING}{held} order by m.sent_at desc, m.id desc limit ${limit} offset ${offset}"
    );
    reader.rows(&sql, values).await
}

pub async fn count(reader: &Reader, contest: ContestId, words: &[String]) -> Result<i64, Fault> {
    let mut values = vec![Value::from(contest.to_string())];
    let held = held(words, &mut values);
    let sql = format!("select count(*) from mailing m where m.contest_id = $1{held}");
    reader.number(&sql, values).await
}

/// The condition that the mailing `m` holds these words.
fn held(words: &[String], values: &mut Vec<Value>) -> String {
    match words.is_empty() {
        true => String::new(),
        false => format!(
            " and exists (select 1 from mailing_search f where f.mailing_id = m.id{})",
            holding(&["f"], words, values)
        ),
    }
}

pub async fn find(
    reader: &Reader,
    contest: ContestId,
    id: MailingId,
) -> Result<Option<MailingRow>, Fault> {
    let sql = format!("{MAILING} and m.id = $2");
    reader.maybe(&sql, [contest.to_string().into(), id.to_string().into()]).await
}

/// How far the mails of a mailing are.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Progress {
    /// The server took them.
    pub sent: i64,
    /// They have not left yet.
    pub waiting: i64,
    /// They were given up.
    pub failed: i64,
    /// They are kept, because no server is set up.
    pub kept: i64,
    /// They were stopped.
    pub stopped: i64,
}

pub async fn progress(reader: &Reader, id: MailingId) -> Result<Progress, Fault> {
    let sql = "select coalesce(sum(case when m.state = 'sent' then 1 else 0 end), 0) as sent,
            coalesce(sum(case when m.state = 'waiting' then 1 else 0 end), 0) as waiting,
            coalesce(sum(case when m.state = 'failed' then 1 else 0 end), 0) as failed,
            coalesce(sum(case when m.state = 'kept' then 1 else 0 end), 0) as kept,
            coalesce(sum(case when r.stopped then 1 else 0 end), 0) as stopped
        from (select distinct mail_id, stopped from mailing_recipient
            where mailing_id = $1 and mail_id is not null) r
            left join mail m on m.id = r.mail_id";
    let found: Option<Progress> = reader.maybe(sql, [id.to_string().into()]).await?;
    found.ok_or_else(|| Fault::new("a sum is one row"))
}

pub async fn insert(
    tx: &mut Tx,
    (contest, id, whom): (ContestId, MailingId, Whom),
    (draft, body): (&Draft, &str),
    (reached, by): (&Reached, Option<AccountId>),
) -> Result<(), Failure> {
    let sql = "insert into mailing (id, contest_id, task_id, audience, subject, body, units, mails,
            sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        whom.task.map(|task| task.to_string()).into(),
        whom.audience.code().into(),
        draft.subject.clone().into(),
        body.into(),
        i64::try_from(reached.units.len())?.into(),
        i64::try_from(reached.mails())?.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    let sql = "insert into mailing_search (mailing_id, folded) values ($1, $2)";
    let folded = text::fold(&format!("{} {body}", draft.subject));
    tx.run(sql, [id.to_string().into(), folded.into()]).await.map(drop)
}

/// Takes back the mails that no worker holds; says how many they were.
pub async fn stop(tx: &mut Tx, id: MailingId, by: Option<AccountId>) -> Result<u64, Failure> {
    let mark = "update mailing_recipient set stopped = true where mailing_id = $1 and mail_id in (
            select m.id from mail m join job j on j.unique_key = 'mail ' || m.id
            where m.state = 'waiting' and j.state = 'waiting')";
    if tx.run(mark, [id.to_string().into()]).await? == 0 {
        return Ok(0);
    }
    let jobs = "delete from job where unique_key in (select 'mail ' || r.mail_id
        from mailing_recipient r where r.mailing_id = $1 and r.stopped)";
    tx.run(jobs, [id.to_string().into()]).await?;
    let mails = "delete from mail where id in (select r.mail_id
        from mailing_recipient r where r.mailing_id = $1 and r.stopped)";
    let stopped = tx.run(mails, [id.to_string().into()]).await?;
    let sql = "update mailing set stopped_by = $2, stopped_at = $3 where id = $1";
    let at = tx.at().millis();
    let by = by.map(|id| id.to_string());
    tx.run(sql, [id.to_string().into(), by.into(), at.into()]).await?;
    Ok(stopped)
}
