//! Roles (vai trò): giving them, with days, and taking them away.

use kernel::id::{AccountId, UnitId};
use kernel::{Day, Failure, Refusal};
use store::Tx;

use super::actor::{Actor, Role};
use super::policy;
use super::store::{self as rows, GrantRow};
use crate::audit::{self, Act};

kernel::id_type!(
    /// A role that was given.
    GrantId
);

/// A role that somebody is to hold.
#[derive(Debug, Clone)]
pub struct NewGrant {
    /// The role.
    pub role: Role,
    /// Where it holds: needed for a coordinator, possible for a secretary.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Day,
    /// First day on which it no longer holds.
    pub until: Option<Day>,
}

/// Gives somebody a role, from a day on, perhaps until another.
///
/// # Errors
/// The actor may not, the unit is missing or out of place, or the days are the wrong way round.
pub async fn grant_role(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    grant: NewGrant,
) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    match grant.unit {
        Some(_) if !grant.role.may_hold_at_a_unit() => {
            return Err(Refusal::field("unit", "grant-unit-superfluous").into());
        }
        None if !grant.role.may_hold_everywhere() => {
            return Err(Refusal::field("unit", "grant-unit-missing").into());
        }
        _ => {}
    }
    let holder = rows::account(tx, account).await?.ok_or_else(Refusal::absent)?;
    if holder.email()?.is_none() {
        return Err(Refusal::conflict("grant-email-missing").into());
    }
    if let Some(unit) = grant.unit
        && !rows::unit_exists(tx, unit).await?
    {
        return Err(Refusal::field("unit", "unit-unknown").into());
    }
    if grant.until.is_some_and(|until| until <= grant.from) {
        return Err(Refusal::field("until", "days-reversed").into());
    }
    let row = GrantRow {
        id: GrantId::new(tx.at()).to_string(),
        account_id: account.to_string(),
        role: grant.role.to_string(),
        unit_id: grant.unit.map(|unit| unit.to_string()),
        unit_name: None,
        from_day: grant.from.to_string(),
        until_day: grant.until.map(|day| day.to_string()),
        revoked_at: None,
    };
    rows::insert_grant(tx, &row, actor.account()).await?;
    let act = Act::on("role.grant", format!("account/{account}")).row("role_grant", &row.id);
    audit::record(tx, actor.who, act.note("role", grant.role)).await
}

/// Takes a role away. The last administrator stays.
///
/// # Errors
/// The actor may not, or nobody would be left to administer.
pub async fn revoke_role(tx: &mut Tx, actor: &Actor, grant: GrantId) -> Result<AccountId, Failure> {
    policy::may_manage(actor)?;
    let row = rows::grant_row(tx, &grant.to_string()).await?.filter(|row| row.revoked_at.is_none());
    let row = row.ok_or_else(Refusal::absent)?;
    let account: AccountId = row.account_id.parse()?;
    if row.role == Role::Administrator.code() {
        keep_an_administrator(tx, account).await?;
    }
    rows::revoke_grant(tx, &row.id, actor.account()).await?;
    let act = Act::on("role.revoke", format!("account/{account}")).row("role_grant", grant);
    audit::record(tx, actor.who, act).await?;
    Ok(account)
}

/// Refuses when nobody would be left to administer without this account.
///
/// # Errors
/// It is the last administrator.
pub async fn keep_an_administrator(tx: &Tx, account: AccountId) -> Result<(), Failure> {
    let day = tx.at().day().to_string();
    let is_one = rows::grants_on(tx, account, &day).await?;
    let is_one = is_one.iter().any(|grant| grant.role == Role::Administrator);
    match is_one && rows::other_administrators(tx, account, &day).await? == 0 {
        true => Err(Refusal::conflict("administrator-last").into()),
        false => Ok(()),
    }
}
