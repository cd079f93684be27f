//! The only SQL on mailings: here what was sent.

mod people;

use std::collections::BTreeMap;

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::{Draft, MailingId, Reached, Whom};
use crate::notifications::NewMail;

pub use people::{PersonRow, TaskRow, people, tasks, units};

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

/// The mailings of a contest, the newest first.
pub async fn list(
    reader: &Reader,
    contest: ContestId,
    (limit, offset): (i64, i64),
) -> Result<Vec<MailingRow>, Fault> {
    let sql = format!("{MAILING} order by m.sent_at desc, m.id desc limit $2 offset $3");
    reader.rows(&sql, [contest.to_string().into(), limit.into(), offset.into()]).await
}

pub async fn count(reader: &Reader, contest: ContestId) -> Result<i64, Fault> {
    let sql = "select count(*) from mailing where contest_id = $1";
    reader.number(sql, [contest.to_string().into()]).await
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

/// A line of a mailing.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RecipientRow {
    /// The unit.
    pub unit_id: String,
    /// Its name on the day.
    pub unit: Option<String>,
    /// The address.
    pub recipient: Option<String>,
    /// Whose.
    pub person: Option<String>,
    /// Word of the state of the mail; nothing: it was stopped, or there is none.
    pub state: Option<String>,
    /// Whether it was stopped.
    pub stopped: bool,
}

/// The lines of a mailing by unit.
pub async fn recipients(
    reader: &Reader,
    id: MailingId,
    day: kernel::Day,
    (limit, offset): (i64, i64),
) -> Result<Vec<RecipientRow>, Fault> {
    let sql = "select r.unit_id, n.name as unit, r.recipient, r.person, m.state, r.stopped
        from mailing_recipient r join unit_search s on s.unit_id = r.unit_id
            left join unit_name n on n.unit_id = r.unit_id
                and (n.from_day is null or n.from_day <= $2)
                and (n.until_day is null or n.until_day > $2)
            left join mail m on m.id = r.mail_id
        where r.mailing_id = $1
        order by case when r.recipient is null then 0 else 1 end, s.sort_key, r.id
        limit $3 offset $4";
    let values: [Value; 4] =
        [id.to_string().into(), day.to_string().into(), limit.into(), offset.into()];
    reader.rows(sql, values).await
}

pub async fn count_recipients(reader: &Reader, id: MailingId) -> Result<i64, Fault> {
    let sql = "select count(*) from mailing_recipient where mailing_id = $1";
    reader.number(sql, [id.to_string().into()]).await
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
    tx.run(sql, values).await.map(drop)
}

/// Rows of one statement.
const BATCH: usize = 100;

/// Writes down for each unit to whom its mail goes, or that it has no address.
pub async fn insert_recipients(
    tx: &mut Tx,
    id: MailingId,
    reached: &Reached,
    mails: &[NewMail],
) -> Result<(), Failure> {
    let mails: BTreeMap<&str, String> =
        mails.iter().map(|mail| (mail.recipient.as_str(), mail.id.to_string())).collect();
    let mut lines: Vec<(&str, Option<(&String, &String)>)> = Vec::new();
    for unit in &reached.units {
        match unit.people.is_empty() {
            true => lines.push((&unit.id, None)),
            false => {
                lines.extend(unit.people.iter().map(|person| (unit.id.as_str(), Some(person))))
            }
        }
    }
    for batch in lines.chunks(BATCH) {
        let mut values: Vec<Value> = vec![id.to_string().into()];
        let mut rows = Vec::with_capacity(batch.len());
        for (unit, person) in batch {
            let at = values.len();
            let place = |by: usize| at + by;
            let (line, of, to) = (place(1), place(2), place(3));
            rows.push(format!("(${line}, $1, ${of}, ${to}, ${}, ${}, false)", place(4), place(5)));
            values.push(MailingId::new(tx.at()).to_string().into());
            values.push((*unit).into());
            values.push(person.map(|(email, _)| email.clone()).into());
            values.push(person.map(|(_, name)| name.clone()).into());
            values.push(person.and_then(|(email, _)| mails.get(email.as_str()).cloned()).into());
        }
        let sql = format!(
            "insert into mailing_recipient (id, mailing_id, unit_id, recipient, person, mail_id, stopped)
             values {}",
            rows.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
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
