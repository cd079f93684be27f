//! Making notices: one statement for all people of an event, however many they are.

use kernel::{Failure, Fault, Instant};
use store::{Reader, Tx, Value};

use super::events::{ASSIGNED, Audience, EVENTS};
use super::reminders::{DUE, STAGES};
use super::{ENDS_WITH_ITS_GRANT, HOLDS, OWN};
use crate::notices::Kind;

/// Nodes may differ by so much in what time it is; what is looked at twice is not told twice.
const OVERLAP_SECONDS: i64 = 10 * 60;

/// The cursor of what has happened.
const EVENTS_CURSOR: &str = "events";
/// The cursor of what is due.
const REMINDERS_CURSOR: &str = "reminders";

/// Tells what has happened since it was looked last; says how many notices came of it.
pub async fn tell_events(tx: &mut Tx) -> Result<u64, Failure> {
    let now = tx.at();
    let since = cursor(tx, EVENTS_CURSOR).await?.unwrap_or(now).plus_seconds(-OVERLAP_SECONDS);
    let values = || -> Vec<Value> { vec![now.millis().into(), since.millis().into()] };
    let mut made = insert(tx, Kind::Assigned, Audience::Unit, (ASSIGNED, values())).await?;
    for (kind, audience, sql) in EVENTS {
        made += insert(tx, kind, audience, (sql, values())).await?;
    }
    note_told(tx, now.plus_seconds(-OVERLAP_SECONDS)).await?;
    set_cursor(tx, EVENTS_CURSOR).await?;
    Ok(made)
}

/// Reminds of what is due soon or late, on each day once.
pub async fn remind(tx: &mut Tx) -> Result<u64, Failure> {
    let now = tx.at();
    let today = now.day().begins();
    if cursor(tx, REMINDERS_CURSOR).await?.is_some_and(|last| last >= today) {
        return Ok(0);
    }
    let mut made = 0;
    for stage in STAGES {
        let (after, until) = stage.ends(today.millis());
        for (audience, sql) in DUE {
            let values = vec![
                now.millis().into(),
                after.into(),
                until.into(),
                stage.code.into(),
                stage.known_before().into(),
            ];
            made += insert(tx, stage.kind(), audience, (sql, values)).await?;
        }
    }
    set_cursor(tx, REMINDERS_CURSOR).await?;
    Ok(made)
}

/// Inserts a notice for each person who is to hear of each event that the statement finds.
async fn insert(
    tx: &mut Tx,
    kind: Kind,
    audience: Audience,
    (events, mut values): (&str, Vec<Value>),
) -> Result<u64, Failure> {
    let people = match audience {
        Audience::Unit => coordinators(),
        Audience::Runners => runners(),
        Audience::Asking => asking(),
    };
    let at = values.len();
    let (day, code, usual) = (at + 1, at + 2, at + 3);
    let people = people.replace("$day", &format!("${day}"));
    let running = if kind.is_told_always() { "" } else { " and c.state = 'running'" };
    let sql = format!(
        "insert into notice (seq, account_id, kind, subject, mark, contest_id, unit_id, via, about,
            words, due_at, created_at, mail)
         select row_number() over (order by e.happened_at, e.subject, g.account_id)
                + (select coalesce(max(seq), 0) from notice),
            g.account_id, ${code}, e.subject, e.mark, e.contest_id, e.unit_id, g.via, e.about,
            e.words, e.due_at, $1,
            case coalesce(h.how, ${usual}) when 'at_once' then 'at_once' when 'digest' then 'digest'
                else 'none' end
         from ({events}) e
            join contest c on c.id = e.contest_id{running}
            {people}
            left join notice_choice h on h.account_id = g.account_id and h.kind = ${code}
         where coalesce(h.how, ${usual}) <> 'never'
            and (e.made_by is null or e.made_by <> g.account_id)
         on conflict (account_id, kind, subject, mark) do nothing"
    );
    let day = tx.at().day().to_string();
    values.extend([day.into(), kind.code().into(), kind.usual().code().into()]);
    tx.run(&sql, values).await
}

/// Who acts for the unit of an event.
fn coordinators() -> String {
    format!(
        "join (select g.account_id, g.unit_id, 'coordinator/' || g.unit_id as via
            from role_grant g {HOLDS} where g.role = 'coordinator' and {ENDS_WITH_ITS_GRANT}) g
            on g.unit_id = e.unit_id"
    )
}

/// Who runs the contest of an event: the secretaries of the units that organise it and stand for it;
/// where there are none, those of the installation.
fn runners() -> String {
    format!("join ({}) g on g.contest_id = e.contest_id", runners_of_contests())
}

/// Who asked in the conversation of an event, or writes its dossier.
fn asking() -> String {
    format!(
        "join (select 'conversation/' || v.id as subject, o.account_id
            from conversation v join dossier_member o on o.dossier_id = v.dossier_id
            where o.left_at is null
            union all
            select 'conversation/' || v.id as subject, v.account_id
            from conversation v where v.account_id is not null) s on s.subject = e.subject
         join (select l.id as account_id, '{OWN}' as via from account l
            where l.disabled_at is null) g on g.account_id = s.account_id"
    )
}

/// Contest, account and role of everybody who runs a contest; `$day` is today.
pub(super) fn runners_of_contests() -> String {
    let own = format!(
        "select k.id as contest_id, g.account_id, g.unit_id
         from contest k join role_grant g on g.unit_id in (k.organiser_id, k.standing_id) {HOLDS}
         where g.role = 'secretary' and {ENDS_WITH_ITS_GRANT}"
    );
    format!(
        "select r.contest_id, r.account_id, 'secretary/' || r.unit_id as via from ({own}) r
         union all
         select k.id as contest_id, g.account_id, 'secretary/' as via
         from contest k join role_grant g on g.unit_id is null and g.role = 'secretary' {HOLDS}
         where {ENDS_WITH_ITS_GRANT} and not exists (select 1 from ({own}) o where o.contest_id = k.id)"
    )
}

/// Every contest that runs has told its units what was given to them until this moment.
async fn note_told(tx: &mut Tx, at: Instant) -> Result<(), Failure> {
    let sql = "insert into notice_contest (contest_id, told_at)
        select id, $1 from contest where state = 'running'
        on conflict (contest_id) do update set told_at = $1";
    tx.run(sql, [at.millis().into()]).await.map(drop)
}

async fn cursor(reader: &Reader, name: &str) -> Result<Option<Instant>, Fault> {
    let at = reader.number("select max(at) from notice_cursor where name = $1", [name.into()]);
    Ok(Some(at.await?).filter(|at| *at > 0).map(Instant::from_millis))
}

async fn set_cursor(tx: &mut Tx, name: &str) -> Result<(), Failure> {
    let sql = "insert into notice_cursor (name, at) values ($1, $2)
        on conflict (name) do update set at = $2";
    let at = tx.at().millis();
    tx.run(sql, [name.into(), at.into()]).await.map(drop)
}
