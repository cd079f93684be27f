//! The only SQL on notices: here what one person sees and chooses.

mod calendar;
mod events;
mod mail;
mod make;
mod reminders;

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::hours::Hours;
use super::{How, Kind};

pub use calendar::{
    DateRow, calendar_of, delete_link, holder_of, link_made_at, set_link, tasks_to_do,
};
pub use mail::{Addressee, WaitingLine, addressees, drop_ended, set_mailed, waiting_lines};
pub use make::{remind, tell_events};

/// Joins the account of a grant `g`, where somebody can still sign in with it.
const HOLDS: &str = "join account l on l.id = g.account_id and l.disabled_at is null";
/// The condition that a grant `g` holds on the day `$day`.
const ENDS_WITH_ITS_GRANT: &str = "g.revoked_at is null and g.from_day <= $day
    and (g.until_day is null or g.until_day > $day)";

/// How the column `via` names what somebody learns by no role, but because it is their own.
pub const OWN: &str = "own/";

/// A notice as its person sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NoticeRow {
    /// Its number.
    pub seq: i64,
    /// Word of the kind.
    pub kind: String,
    /// The thing.
    pub subject: String,
    /// Of which contest.
    pub contest_id: String,
    /// Its name.
    pub contest: String,
    /// Name of the unit on the day.
    pub unit: Option<String>,
    /// Words of the task, milestone or period.
    pub about: String,
    /// What was said.
    pub words: Option<String>,
    /// The end that is spoken of.
    pub due_at: Option<i64>,
    /// When it was made.
    pub created_at: i64,
    /// When it was read.
    pub read_at: Option<i64>,
}

/// Columns of [`NoticeRow`]; the place of the day follows.
const NOTICE: &str =
    "select n.seq, n.kind, n.subject, n.contest_id, c.name as contest, u.name as unit,
        n.about, n.words, n.due_at, n.created_at, n.read_at
    from notice n join contest c on c.id = n.contest_id
        left join unit_name u on u.unit_id = n.unit_id";

/// The name of a unit on the day `$at`.
fn named_on(at: usize) -> String {
    format!(
        " and (u.from_day is null or u.from_day <= ${at})
            and (u.until_day is null or u.until_day > ${at})"
    )
}

/// Whose notices, and through which of their roles they may still see them.
#[derive(Debug, Clone)]
pub struct Own {
    /// The account.
    pub account: AccountId,
    /// Roles as the column `via` names them.
    pub via: Vec<String>,
}

impl Own {
    /// The condition on a notice `n`, with its values.
    fn seen(&self, values: &mut Vec<Value>) -> String {
        values.push(self.account.to_string().into());
        let account = values.len();
        let places: Vec<String> =
            (1..=self.via.len()).map(|place| format!("${}", account + place)).collect();
        values.extend(self.via.iter().map(|via| Value::from(via.clone())));
        match places.is_empty() {
            true => format!("n.account_id = ${account} and 1 = 0"),
            false => format!("n.account_id = ${account} and n.via in ({})", places.join(", ")),
        }
    }
}

/// Which notices are listed.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those that were not read.
    pub unread: bool,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only of this contest.
    pub contest: Option<kernel::id::ContestId>,
}

impl Filter {
    fn conditions(&self, own: &Own) -> (String, Vec<Value>) {
        let mut values = Vec::new();
        let mut sql = own.seen(&mut values);
        if self.unread {
            sql.push_str(" and n.read_at is null");
        }
        if let Some(kind) = self.kind {
            values.push(kind.code().into());
            sql.push_str(&format!(" and n.kind = ${}", values.len()));
        }
        if let Some(contest) = self.contest {
            values.push(contest.to_string().into());
            sql.push_str(&format!(" and n.contest_id = ${}", values.len()));
        }
        (sql, values)
    }
}

/// One's own notices, the newest first.
pub async fn list(
    reader: &Reader,
    (own, filter): (&Own, &Filter),
    day: kernel::Day,
    (limit, offset): (i64, i64),
) -> Result<Vec<NoticeRow>, Fault> {
    let (conditions, mut values) = filter.conditions(own);
    let at = values.len();
    let sql = format!(
        "{NOTICE}{} where {conditions} order by n.seq desc limit ${} offset ${}",
        named_on(at + 1),
        at + 2,
        at + 3
    );
    values.extend([day.to_string().into(), limit.into(), offset.into()]);
    reader.rows(&sql, values).await
}

/// How many there are.
pub async fn count(reader: &Reader, own: &Own, filter: &Filter) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions(own);
    reader.number(&format!("select count(*) from notice n where {conditions}"), values).await
}

/// One of one's own notices.
pub async fn find(
    reader: &Reader,
    own: &Own,
    seq: i64,
    day: kernel::Day,
) -> Result<Option<NoticeRow>, Fault> {
    let mut values = Vec::new();
    let seen = own.seen(&mut values);
    values.extend([seq.into(), day.to_string().into()]);
    let on = named_on(values.len());
    let sql = format!("{NOTICE}{on} where {seen} and n.seq = ${}", values.len() - 1);
    reader.maybe(&sql, values).await
}

#[derive(FromQueryResult)]
struct ContestRow {
    id: String,
    name: String,
}

/// The contests of which one has notices: id and name.
pub async fn contests(reader: &Reader, own: &Own) -> Result<Vec<(String, String)>, Fault> {
    let mut values = Vec::new();
    let seen = own.seen(&mut values);
    let sql = format!(
        "select c.id, c.name from contest c
         where c.id in (select n.contest_id from notice n where {seen}) order by c.sort_key, c.id"
    );
    let rows: Vec<ContestRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Notes that one notice was read, or was not.
pub async fn set_read(tx: &mut Tx, own: &Own, seq: i64, read: bool) -> Result<u64, Failure> {
    let at = read.then_some(tx.at().millis());
    let sql = "update notice set read_at = $1 where account_id = $2 and seq = $3";
    tx.run(sql, [at.into(), own.account.to_string().into(), seq.into()]).await
}

/// Notes that everything up to a number was read: what came while the page was looked at stays new.
pub async fn set_all_read(tx: &mut Tx, own: &Own, through: i64) -> Result<u64, Failure> {
    let sql = "update notice set read_at = $1
        where account_id = $2 and read_at is null and seq <= $3";
    let at = tx.at().millis();
    tx.run(sql, [at.into(), own.account.to_string().into(), through.into()]).await
}

#[derive(FromQueryResult)]
struct ChoiceRow {
    kind: String,
    how: String,
}

/// What somebody has chosen.
pub async fn choices(reader: &Reader, account: AccountId) -> Result<Vec<(Kind, How)>, Fault> {
    let sql = "select kind, how from notice_choice where account_id = $1";
    let rows: Vec<ChoiceRow> = reader.rows(sql, [account.to_string().into()]).await?;
    Ok(rows.iter().filter_map(|row| Some((Kind::read(&row.kind)?, How::read(&row.how)?))).collect())
}

pub async fn set_choice(
    tx: &mut Tx,
    account: AccountId,
    kind: Kind,
    how: How,
) -> Result<(), Failure> {
    let sql = "insert into notice_choice (id, account_id, kind, how) values ($1, $2, $3, $4)
        on conflict (id) do update set how = $4";
    let id = format!("{account}/{}", kind.code());
    let values = [id.into(), account.to_string().into(), kind.code().into(), how.code().into()];
    tx.run(sql, values).await.map(drop)
}

#[derive(FromQueryResult)]
struct HoursRow {
    digest_hour: i64,
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
}

/// The hours of somebody.
pub async fn hours(reader: &Reader, account: AccountId) -> Result<Hours, Fault> {
    let sql = "select digest_hour, quiet_from, quiet_until from notice_hours where account_id = $1";
    let row: Option<HoursRow> = reader.maybe(sql, [account.to_string().into()]).await?;
    Ok(row.map_or_else(Hours::default, |row| Hours {
        digest: row.digest_hour,
        quiet: row.quiet_from.zip(row.quiet_until),
    }))
}

pub async fn set_hours(tx: &mut Tx, account: AccountId, hours: Hours) -> Result<(), Failure> {
    let sql = "insert into notice_hours (account_id, digest_hour, quiet_from, quiet_until)
        values ($1, $2, $3, $4) on conflict (account_id) do update
        set digest_hour = $2, quiet_from = $3, quiet_until = $4";
    let values = [
        account.to_string().into(),
        hours.digest.into(),
        hours.quiet.map(|(from, _)| from).into(),
        hours.quiet.map(|(_, until)| until).into(),
    ];
    tx.run(sql, values).await.map(drop)
}
