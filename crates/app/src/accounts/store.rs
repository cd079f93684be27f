//! The only SQL on the tables of accounts, credentials and grants; its neighbours hold the other tables.

pub mod attempts;
pub mod authors;
pub mod beginnings;
pub mod consents;
pub mod email_changes;
pub mod known_devices;
pub mod links;
pub mod second_factor;
pub mod sessions;

use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::actor::Grant;
use super::login::Login;
use super::names::Email;

/// An account as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AccountRow {
    pub id: String,
    /// With what they sign in; its column is still called email.
    pub login: String,
    pub name: String,
    pub locale: String,
    pub created_at: i64,
    pub disabled_at: Option<i64>,
}

impl AccountRow {
    pub fn id(&self) -> Result<AccountId, Fault> {
        Ok(self.id.parse()?)
    }

    /// Where letters go; nowhere for somebody without an address.
    pub fn email(&self) -> Result<Option<Email>, Fault> {
        Ok(Login::stored(&self.login)?.email().cloned())
    }
}

const ACCOUNT: &str =
    "select id, email as login, name, locale, created_at, disabled_at from account";

pub async fn account(reader: &Reader, id: AccountId) -> Result<Option<AccountRow>, Fault> {
    reader.maybe(&format!("{ACCOUNT} where id = $1"), [id.to_string().into()]).await
}

pub async fn account_by_login(reader: &Reader, login: &str) -> Result<Option<AccountRow>, Fault> {
    reader.maybe(&format!("{ACCOUNT} where email = $1"), [login.into()]).await
}

pub async fn accounts(reader: &Reader) -> Result<Vec<AccountRow>, Fault> {
    reader.rows(&format!("{ACCOUNT} order by created_at, id"), []).await
}

pub async fn count_accounts(reader: &Reader) -> Result<i64, Fault> {
    reader.number("select count(*) from account", []).await
}

pub async fn insert_account(tx: &mut Tx, row: &AccountRow) -> Result<(), Failure> {
    let sql =
        "insert into account (id, email, name, locale, created_at) values ($1, $2, $3, $4, $5)";
    let values = [
        row.id.clone().into(),
        row.login.clone().into(),
        row.name.clone().into(),
        row.locale.clone().into(),
        row.created_at.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn update_profile(
    tx: &mut Tx,
    id: AccountId,
    name: &str,
    locale: &str,
) -> Result<(), Failure> {
    let sql = "update account set name = $2, locale = $3 where id = $1";
    tx.run(sql, [id.to_string().into(), name.into(), locale.into()]).await.map(drop)
}

pub async fn set_email(tx: &mut Tx, id: AccountId, email: &str) -> Result<(), Failure> {
    let sql = "update account set email = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), email.into()]).await.map(drop)
}

pub async fn set_disabled(
    tx: &mut Tx,
    id: AccountId,
    disabled: Option<(Instant, Option<AccountId>)>,
) -> Result<(), Failure> {
    let sql = "update account set disabled_at = $2, disabled_by = $3 where id = $1";
    let at = disabled.map(|(at, _)| at.millis());
    let by = disabled.and_then(|(_, by)| by).map(|by| by.to_string());
    tx.run(sql, [id.to_string().into(), at.into(), by.into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct HashRow {
    password_hash: String,
}

pub async fn password_hash(reader: &Reader, id: AccountId) -> Result<Option<String>, Fault> {
    let sql = "select password_hash from credential where account_id = $1";
    let row: Option<HashRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    Ok(row.map(|row| row.password_hash))
}

pub async fn set_password_hash(tx: &mut Tx, id: AccountId, hash: &str) -> Result<(), Failure> {
    let sql = "insert into credential (account_id, password_hash, changed_at) values ($1, $2, $3)
        on conflict (account_id) do update set password_hash = $2, changed_at = $3";
    let at = tx.at().millis();
    tx.run(sql, [id.to_string().into(), hash.into(), at.into()]).await.map(drop)
}

/// A grant with the name of its unit.
#[derive(Debug, Clone, FromQueryResult)]
pub struct GrantRow {
    pub id: String,
    pub account_id: String,
    pub role: String,
    pub unit_id: Option<String>,
    pub unit_name: Option<String>,
    pub from_day: String,
    pub until_day: Option<String>,
    pub revoked_at: Option<i64>,
}

const GRANT: &str = "select g.id, g.account_id, g.role, g.unit_id,
        (select n.name from unit_name n where n.unit_id = g.unit_id
         order by n.from_day desc nulls last limit 1) as unit_name,
        g.from_day, g.until_day, g.revoked_at from role_grant g";

/// The roles that an account holds on a day.
pub async fn grants_on(reader: &Reader, id: AccountId, day: &str) -> Result<Vec<Grant>, Fault> {
    let sql = format!(
        "{GRANT} where g.account_id = $1 and g.revoked_at is null
            and g.from_day <= $2 and (g.until_day is null or g.until_day > $2) order by g.id"
    );
    let rows: Vec<GrantRow> = reader.rows(&sql, [id.to_string().into(), day.into()]).await?;
    rows.iter().map(|row| Grant::read(&row.role, row.unit_id.as_deref())).collect()
}

pub async fn all_grants(reader: &Reader, id: AccountId) -> Result<Vec<GrantRow>, Fault> {
    let sql = format!("{GRANT} where g.account_id = $1 order by g.revoked_at nulls first, g.id");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// All grants that are not revoked, for the list of accounts.
pub async fn live_grants(reader: &Reader) -> Result<Vec<GrantRow>, Fault> {
    reader.rows(&format!("{GRANT} where g.revoked_at is null order by g.id"), []).await
}

pub async fn grant_row(reader: &Reader, id: &str) -> Result<Option<GrantRow>, Fault> {
    reader.maybe(&format!("{GRANT} where g.id = $1"), [id.into()]).await
}

pub async fn insert_grant(
    tx: &mut Tx,
    row: &GrantRow,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into role_grant
        (id, account_id, role, unit_id, from_day, until_day, granted_by, granted_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        row.id.clone().into(),
        row.account_id.clone().into(),
        row.role.clone().into(),
        row.unit_id.clone().into(),
        row.from_day.clone().into(),
        row.until_day.clone().into(),
        by.map(|by| by.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn revoke_grant(tx: &mut Tx, id: &str, by: Option<AccountId>) -> Result<(), Failure> {
    let sql = "update role_grant set revoked_by = $2, revoked_at = $3 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), by.map(|by| by.to_string()).into(), at.into()]).await.map(drop)
}

/// How many others hold the administrator's role on a day and may sign in.
pub async fn other_administrators(reader: &Reader, id: AccountId, day: &str) -> Result<i64, Fault> {
    let sql = "select count(*) from role_grant g join account a on a.id = g.account_id
        where g.role = 'administrator' and g.revoked_at is null and a.disabled_at is null
          and g.from_day <= $2 and (g.until_day is null or g.until_day > $2) and a.id <> $1";
    reader.number(sql, [id.to_string().into(), day.into()]).await
}

#[derive(FromQueryResult)]
struct UnitNameRow {
    unit_id: String,
    name: String,
}

pub async fn unit_exists(reader: &Reader, id: UnitId) -> Result<bool, Fault> {
    let sql = "select count(*) from unit where id = $1";
    Ok(reader.number(sql, [id.to_string().into()]).await? == 1)
}

/// Units that exist on a day, by name, for choosing where a role holds.
pub async fn unit_names(reader: &Reader, day: &str) -> Result<Vec<(String, String)>, Fault> {
    let sql = "select n.unit_id, n.name from unit_name n join unit u on u.id = n.unit_id
        where (n.from_day is null or n.from_day <= $1) and (n.until_day is null or n.until_day > $1)
          and (u.abolished_on is null or u.abolished_on > $1)
        order by n.sort_key, n.unit_id";
    let rows: Vec<UnitNameRow> = reader.rows(sql, [day.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.unit_id, row.name)).collect())
}
