//! The only SQL on the tables of requests for help, handed codes, and who helped whom.

use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

/// What keeps an account from being entered with no more than a code.
#[derive(Debug, Clone, FromQueryResult)]
pub struct GuardRow {
    /// Whether it is disabled.
    pub disabled: i64,
    /// Passwords.
    pub passwords: i64,
    /// Roles that were not revoked, of whatever days.
    pub roles: i64,
    /// Second factors, also begun ones.
    pub factors: i64,
}

pub async fn guard(reader: &Reader, account: AccountId) -> Result<GuardRow, Fault> {
    let sql = "select
        (select count(*) from account where id = $1 and disabled_at is not null) as disabled,
        (select count(*) from credential where account_id = $1) as passwords,
        (select count(*) from role_grant where account_id = $1 and revoked_at is null) as roles,
        (select count(*) from second_factor where account_id = $1) as factors";
    let row = reader.maybe(sql, [account.to_string().into()]).await?;
    row.ok_or_else(|| Fault::new("counts have always a row"))
}

pub async fn delete_password(tx: &mut Tx, account: AccountId) -> Result<u64, Failure> {
    let sql = "delete from credential where account_id = $1";
    tx.run(sql, [account.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct UnitRow {
    unit_id: String,
    name: String,
}

/// Units where somebody acts on a day who can hand a code over, by name.
pub async fn helping_units(reader: &Reader, day: &str) -> Result<Vec<(String, String)>, Fault> {
    let sql = "select n.unit_id, n.name from unit_name n
        where (n.from_day is null or n.from_day <= $1) and (n.until_day is null or n.until_day > $1)
          and n.unit_id in (select g.unit_id from role_grant g
              join account a on a.id = g.account_id and a.disabled_at is null
              where g.revoked_at is null and g.from_day <= $1
                and (g.until_day is null or g.until_day > $1))
        order by n.sort_key, n.unit_id";
    let rows: Vec<UnitRow> = reader.rows(sql, [day.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.unit_id, row.name)).collect())
}

/// Somebody who waits for a code.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RequestRow {
    /// The request.
    pub id: String,
    /// With what they want to sign in.
    pub login: String,
    /// What they say that they are called.
    pub name: String,
    /// Whose coordinator is asked; nothing: the office.
    pub unit_id: Option<String>,
    /// Its name.
    pub unit_name: Option<String>,
    /// When.
    pub asked_at: i64,
}

const REQUEST: &str = "select r.id, r.login, r.name, r.unit_id, r.asked_at,
        (select n.name from unit_name n where n.unit_id = r.unit_id
         order by n.from_day desc nulls last limit 1) as unit_name
    from help_request r";

/// Notes that somebody waits, in place of what the same login asked before.
pub async fn put_request(
    tx: &mut Tx,
    id: &str,
    (login, name): (&str, &str),
    unit: Option<UnitId>,
) -> Result<(), Failure> {
    let sql = "insert into help_request (id, login, name, unit_id, asked_at)
        values ($1, $2, $3, $4, $5)
        on conflict (login) do update set name = $3, unit_id = $4, asked_at = $5";
    let unit = unit.map(|unit| unit.to_string());
    let at = tx.at().millis();
    tx.run(sql, [id.into(), login.into(), name.into(), unit.into(), at.into()]).await.map(drop)
}

pub async fn request(reader: &Reader, id: &str) -> Result<Option<RequestRow>, Fault> {
    reader.maybe(&format!("{REQUEST} where r.id = $1"), [id.into()]).await
}

pub async fn request_of(reader: &Reader, login: &str) -> Result<Option<RequestRow>, Fault> {
    reader.maybe(&format!("{REQUEST} where r.login = $1"), [login.into()]).await
}

/// Who waits at these units, or at all and at the office; the longest first.
pub async fn requests(reader: &Reader, at: Option<&[UnitId]>) -> Result<Vec<RequestRow>, Fault> {
    let (among, values) = among("r.unit_id", at);
    reader.rows(&format!("{REQUEST} where {among} order by r.asked_at, r.id"), values).await
}

/// A condition that a column names one of these units; true for all.
fn among(column: &str, units: Option<&[UnitId]>) -> (String, Vec<Value>) {
    match units {
        None => ("1 = 1".to_owned(), Vec::new()),
        Some([]) => ("1 = 0".to_owned(), Vec::new()),
        Some(units) => {
            let places: Vec<String> = (1..=units.len()).map(|at| format!("${at}")).collect();
            let values = units.iter().map(|unit| Value::from(unit.to_string())).collect();
            (format!("{column} in ({})", places.join(", ")), values)
        }
    }
}

pub async fn delete_request(tx: &mut Tx, login: &str) -> Result<(), Failure> {
    tx.run("delete from help_request where login = $1", [login.into()]).await.map(drop)
}

pub async fn delete_old_requests(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from help_request where asked_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct CodeRow {
    sealed_code: String,
}

/// The code of an account that ends after `now`.
pub async fn handed_code(
    reader: &Reader,
    account: AccountId,
    now: Instant,
) -> Result<Option<String>, Fault> {
    let sql = "select sealed_code from handed_code where account_id = $1 and expires_at > $2";
    let row: Option<CodeRow> =
        reader.maybe(sql, [account.to_string().into(), now.millis().into()]).await?;
    Ok(row.map(|row| row.sealed_code))
}

/// A code in place of an earlier one of the account.
pub async fn put_code(
    tx: &mut Tx,
    account: AccountId,
    sealed_code: &str,
    expires_at: Instant,
) -> Result<(), Failure> {
    let sql = "insert into handed_code (account_id, sealed_code, created_at, expires_at)
        values ($1, $2, $3, $4)
        on conflict (account_id) do update set sealed_code = $2, created_at = $3, expires_at = $4";
    let (at, until) = (tx.at().millis(), expires_at.millis());
    tx.run(sql, [account.to_string().into(), sealed_code.into(), at.into(), until.into()])
        .await
        .map(drop)
}

pub async fn delete_code(tx: &mut Tx, account: AccountId) -> Result<(), Failure> {
    let sql = "delete from handed_code where account_id = $1";
    tx.run(sql, [account.to_string().into()]).await.map(drop)
}

pub async fn delete_expired_codes(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    let sql = "delete from handed_code where expires_at <= $1";
    tx.run(sql, [before.millis().into()]).await.map(drop)
}

/// Who was helped by whom, with names.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HelpRow {
    /// Who was helped.
    pub name: String,
    /// With what they sign in.
    pub login: String,
    /// `opened` or `code`.
    pub kind: String,
    /// For which unit.
    pub unit_name: Option<String>,
    /// Who helped; nothing: the operator.
    pub helper: Option<String>,
    /// When.
    pub helped_at: i64,
}

const HELP: &str = "select a.name, a.email as login, h.kind, h.helped_at, b.name as helper,
        (select n.name from unit_name n where n.unit_id = h.unit_id
         order by n.from_day desc nulls last limit 1) as unit_name
    from author_help h join account a on a.id = h.account_id
        left join account b on b.id = h.helped_by";

/// The last who were helped at these units, or anywhere.
pub async fn helped(
    reader: &Reader,
    at: Option<&[UnitId]>,
    most: u32,
) -> Result<Vec<HelpRow>, Fault> {
    let (among, values) = among("h.unit_id", at);
    let sql = format!("{HELP} where {among} order by h.helped_at desc, h.kind, h.id limit {most}");
    reader.rows(&sql, values).await
}

/// How often an account was helped at one of these units.
pub async fn times_helped_at(
    reader: &Reader,
    account: AccountId,
    units: &[UnitId],
) -> Result<i64, Fault> {
    let (among, mut values) = among("h.unit_id", Some(units));
    values.push(account.to_string().into());
    let place = values.len();
    let sql =
        format!("select count(*) from author_help h where {among} and h.account_id = ${place}");
    reader.number(&sql, values).await
}

pub async fn insert_help(
    tx: &mut Tx,
    (id, kind): (&str, &str),
    account: AccountId,
    unit: Option<UnitId>,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into author_help (id, account_id, kind, unit_id, helped_by, helped_at)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        id.into(),
        account.to_string().into(),
        kind.into(),
        unit.map(|unit| unit.to_string()).into(),
        by.map(|by| by.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}
