//! The only SQL on what the office found and decided.

use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::checklist::Verdict;
use crate::dossiers::store::IS_HERE;
use crate::dossiers::{DossierId, PartId, State};

/// What was found of a point.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VerdictRow {
    /// Id.
    pub id: String,
    /// Of which version.
    pub version: i64,
    /// By which rules; nothing: by those under which that version came.
    pub rules_version: Option<i64>,
    /// Of which point.
    pub item_key: String,
    /// Word of the verdict.
    pub verdict: String,
    /// Why.
    pub reason: Option<String>,
    /// Name of who found it.
    pub made_by: Option<String>,
    /// When.
    pub made_at: i64,
}

impl VerdictRow {
    /// The verdict.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn verdict(&self) -> Result<Verdict, Fault> {
        Ok(self.verdict.parse()?)
    }
}

/// Everything that was found, the oldest first: of each point the last one holds.
pub async fn verdicts(reader: &Reader, id: DossierId) -> Result<Vec<VerdictRow>, Fault> {
    let sql = "select v.id, v.version, v.rules_version, v.item_key, v.verdict, v.reason,
            a.name as made_by, v.made_at
        from dossier_verdict v left join account a on a.id = v.made_by
        where v.dossier_id = $1 order by v.version, v.made_at, v.id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_verdict(
    tx: &mut Tx,
    (id, version, rules_version): (DossierId, i64, i64),
    (point, verdict, reason): (&str, Verdict, Option<&str>),
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_verdict (id, dossier_id, version, rules_version, item_key,
            verdict, reason, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        version.into(),
        rules_version.into(),
        point.into(),
        verdict.code().into(),
        reason.map(str::to_owned).into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// A decision that is to be written.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewDecision<'d> {
    /// `valid` or `ineligible`.
    pub outcome: &'static str,
    /// Word of the ground.
    pub ground: Option<&'static str>,
    /// Why, in words.
    pub reason: Option<&'d str>,
    /// The paper that says so.
    pub basis: Option<&'d str>,
}

pub async fn insert_decision(
    tx: &mut Tx,
    (id, version): (DossierId, i64),
    new: NewDecision<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_decision (id, dossier_id, version, outcome, ground, reason,
            basis, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        version.into(),
        new.outcome.into(),
        new.ground.into(),
        new.reason.map(str::to_owned).into(),
        new.basis.map(str::to_owned).into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// A dossier that has something in common with another one.
#[derive(Debug, Clone, FromQueryResult, PartialEq, Eq)]
pub struct TwinRow {
    /// The other dossier.
    pub id: String,
    /// Its number.
    pub number: i64,
    /// What they have in common: the name of a file, or the key of an author.
    pub what: String,
}

/// Most twins that are told: beyond that, the list says no more.
const MOST_TWINS: i64 = 20;
/// Most holders of a file that are looked at: of a form that a hundred thousand dossiers hold, some are told.
const MOST_HOLDERS: i64 = 200;

/// Other dossiers of the contest that were handed in and hold one of these files.
pub async fn same_files(
    reader: &Reader,
    id: DossierId,
    (contest, hashes): (ContestId, &[String]),
) -> Result<Vec<TwinRow>, Fault> {
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (5..hashes.len() + 5).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select distinct t.id, t.number, t.what from (
            select d.id, d.number, f.name as what
            from dossier_file f join dossier d on d.id = f.dossier_id
            where f.hash in ({}) and f.removed_at is null and d.contest_id = $1 and {IS_HERE}
               and d.id <> $2 and d.number is not null
            limit $4) t
         order by t.number, t.what limit $3",
        places.join(", ")
    );
    let mut values: Vec<Value> = vec![
        contest.to_string().into(),
        id.to_string().into(),
        MOST_TWINS.into(),
        MOST_HOLDERS.into(),
    ];
    values.extend(hashes.iter().cloned().map(Value::from));
    reader.rows(&sql, values).await
}

/// Other dossiers of the contest with an author who has the number, the address, or the name and the birthday
/// of one of this dossier.
pub async fn same_people(reader: &Reader, id: DossierId) -> Result<Vec<TwinRow>, Fault> {
    let sql = "select distinct d.id, d.number, o.author_key as what
        from dossier_sign o
            join dossier_sign s on s.contest_id = o.contest_id and s.digest = o.digest
                and s.dossier_id <> o.dossier_id
            join dossier d on d.id = s.dossier_id and d.number is not null
        where o.dossier_id = $1 order by d.number, o.author_key limit $2";
    reader.rows(sql, [id.to_string().into(), MOST_TWINS.into()]).await
}

/// A dossier that waits for the office.
#[derive(Debug, Clone, FromQueryResult)]
pub struct WaitingRow {
    /// Id.
    pub id: String,
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Names of the authors, one on each line.
    pub authors: String,
    /// Name of its unit.
    pub unit: Option<String>,
    /// When its newest version was here.
    pub received_at: i64,
    /// Until when more is asked for.
    pub due_at: Option<i64>,
    /// Whether who asks is an author of it: 1, else 0.
    pub own: i64,
}

/// The dossiers of a contest in one of these states, those that wait longest first.
pub async fn waiting(
    reader: &Reader,
    (contest, day): (ContestId, kernel::Day),
    (state, account): (State, Option<AccountId>),
    (limit, offset): (i64, i64),
) -> Result<Vec<WaitingRow>, Fault> {
    let sql = "select s.dossier_id as id, s.number, s.title, s.authors, n.name as unit,
            s.received_at, p.due_at, cast(case when m.id is null then 0 else 1 end as bigint) as own
        from dossier_search s
            left join unit_name n on n.unit_id = s.unit_id
                and (n.from_day is null or n.from_day <= $3)
                and (n.until_day is null or n.until_day > $3)
            left join dossier_supplement p on p.dossier_id = s.dossier_id and p.ended is null
            left join dossier_member m on m.dossier_id = s.dossier_id and m.account_id = $6
                and m.left_at is null and m.role in ('owner', 'author')
        where s.contest_id = $1 and s.state = $2
        order by s.number limit $4 offset $5";
    let values = [
        contest.to_string().into(),
        state.code().into(),
        day.to_string().into(),
        limit.into(),
        offset.into(),
        account.map(|id| id.to_string()).into(),
    ];
    reader.rows(sql, values).await
}

#[derive(FromQueryResult)]
struct CountRow {
    state: String,
    count: i64,
}

/// How many dossiers of a contest are in each state.
pub async fn counts(reader: &Reader, contest: ContestId) -> Result<Vec<(State, i64)>, Fault> {
    let sql = "select state, count(*) as count from dossier_search where contest_id = $1
        group by state";
    let rows: Vec<CountRow> = reader.rows(sql, [contest.to_string().into()]).await?;
    let counted = |state: State| {
        let row = rows.iter().find(|row| row.state == state.code());
        (state, row.map_or(0, |row| row.count))
    };
    Ok(State::ALL.map(counted).into())
}

/// A line of the annex of a decision.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DecidedRow {
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Field.
    pub field: String,
    /// Names of the authors, one on each line.
    pub authors: String,
    /// Name of its unit.
    pub unit: Option<String>,
    /// Word of the ground.
    pub ground: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// The paper that says so.
    pub basis: Option<String>,
}

/// The dossiers of a contest that are in a state by decision, in the order of their numbers.
pub async fn decided(
    reader: &Reader,
    (contest, day): (ContestId, kernel::Day),
    state: State,
) -> Result<Vec<DecidedRow>, Fault> {
    let sql = "select s.number, s.title, s.field, s.authors, n.name as unit, x.ground, x.reason,
            x.basis
        from dossier_search s
            left join unit_name n on n.unit_id = s.unit_id
                and (n.from_day is null or n.from_day <= $3)
                and (n.until_day is null or n.until_day > $3)
            left join dossier_decision x on x.id = (select max(y.id) from dossier_decision y
                where y.dossier_id = s.dossier_id)
        where s.contest_id = $1 and s.state = $2 order by s.number";
    let values = [contest.to_string().into(), state.code().into(), day.to_string().into()];
    reader.rows(sql, values).await
}
