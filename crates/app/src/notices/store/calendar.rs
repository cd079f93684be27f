//! The link of a personal calendar, and what stands in the calendar.

use kernel::id::AccountId;
use kernel::{Day, Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::make::runners_of_contests;

/// When the link of somebody was made, if they have one.
pub async fn link_made_at(reader: &Reader, account: AccountId) -> Result<Option<Instant>, Fault> {
    let sql = "select max(created_at) from calendar_link where account_id = $1";
    let at = reader.number(sql, [account.to_string().into()]).await?;
    Ok(Some(at).filter(|at| *at > 0).map(Instant::from_millis))
}

/// Makes a link; one that was there before no longer works.
pub async fn set_link(tx: &mut Tx, account: AccountId, digest: &str) -> Result<(), Failure> {
    let sql = "insert into calendar_link (account_id, token_digest, created_at) values ($1, $2, $3)
        on conflict (account_id) do update set token_digest = $2, created_at = $3";
    let at = tx.at().millis();
    tx.run(sql, [account.to_string().into(), digest.into(), at.into()]).await.map(drop)
}

pub async fn delete_link(tx: &mut Tx, account: AccountId) -> Result<u64, Failure> {
    let sql = "delete from calendar_link where account_id = $1";
    tx.run(sql, [account.to_string().into()]).await
}

/// Whose calendar it is.
#[derive(Debug, Clone, FromQueryResult)]
pub struct CalendarRow {
    /// The account.
    pub account_id: String,
    /// Name.
    pub name: String,
    /// Language.
    pub locale: String,
}

/// Whose link this is, while they may sign in.
pub async fn holder_of(reader: &Reader, digest: &str) -> Result<Option<CalendarRow>, Fault> {
    let sql = "select l.account_id, a.name, a.locale from calendar_link l
            join account a on a.id = l.account_id and a.disabled_at is null
        where l.token_digest = $1";
    reader.maybe(sql, [digest.into()]).await
}

/// A date of a calendar.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DateRow {
    /// The thing: assignment/…
    pub subject: String,
    /// Of which contest.
    pub contest_id: String,
    /// Name of the contest.
    pub contest: String,
    /// Name of the unit on the day.
    pub unit: Option<String>,
    /// Words of the task, milestone or period.
    pub about: String,
    /// When it ends.
    pub due_at: i64,
    /// When it was last changed.
    pub changed_at: i64,
}

/// Most dates of one calendar.
const MOST: i64 = 2000;

/// What the units of somebody have to do in contests that run: tasks and periodic reports with an end.
pub async fn tasks_to_do(
    reader: &Reader,
    account: AccountId,
    day: Day,
) -> Result<Vec<DateRow>, Fault> {
    let sql = format!(
        "select d.subject, d.contest_id, c.name as contest, u.name as unit, d.about, d.due_at,
            d.changed_at
         from (select distinct g.unit_id from role_grant g where g.account_id = $1
                and g.role = 'coordinator' and {holds}) g
            join (select 'assignment/' || a.id as subject, a.contest_id, a.unit_id, t.text as about,
                    a.due_at, a.changed_at
                from assignment a join task t on t.id = a.task_id and t.called_off_at is null
                where a.state in ('open', 'in_progress', 'returned') and a.due_at is not null
                union all
                select 'report/' || p.id, p.contest_id, p.unit_id, p.period, p.due_at, p.changed_at
                from period_report p where p.state in ('open', 'returned') and p.due_at is not null) d
                on d.unit_id = g.unit_id
            join contest c on c.id = d.contest_id and c.state = 'running'
            left join unit_name u on u.unit_id = g.unit_id
                and (u.from_day is null or u.from_day <= $2)
                and (u.until_day is null or u.until_day > $2)
         order by d.due_at, d.subject limit $3",
        holds = super::ENDS_WITH_ITS_GRANT.replace("$day", "$2")
    );
    reader.rows(&sql, [account.to_string().into(), day.to_string().into(), MOST.into()]).await
}

/// The milestones of contests that somebody runs and that have not closed.
pub async fn calendar_of(
    reader: &Reader,
    account: AccountId,
    day: Day,
) -> Result<Vec<DateRow>, Fault> {
    let runners = runners_of_contests().replace("$day", "$2");
    let sql = format!(
        "select distinct 'milestone/' || m.id as subject, m.contest_id, c.name as contest,
            cast(null as text) as unit, coalesce(m.title, m.kind) as about, v.closes_at as due_at,
            v.made_at as changed_at
         from ({runners}) r join contest c on c.id = r.contest_id and c.state <> 'closed'
            join milestone m on m.contest_id = c.id
            join milestone_version v on v.milestone_id = m.id and not v.called_off
                and v.closes_at is not null
                and not exists (select 1 from milestone_version l
                    where l.milestone_id = v.milestone_id and l.version > v.version)
         where r.account_id = $1 order by due_at, subject limit $3"
    );
    reader.rows(&sql, [account.to_string().into(), day.to_string().into(), MOST.into()]).await
}
