//! Members: calling them, letting them go, and what they vouch for.

use ::store::{Reader, Tx};
use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Refusal};

use super::store::{self, MemberRow, NewRow};
use super::{CouncilId, PartId, Role, access, policy, subject};
use crate::accounts::names::{Email, PersonName};
use crate::accounts::{Actor, invitations, people};
use crate::audit::{self, Act};
use crate::frame::{App, Locale};
use crate::notifications::{self, Letter};

/// Somebody who is called into a council.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Where letters go; who has no account yet gets one.
    pub email: Email,
    /// As the decision writes it.
    pub name: PersonName,
    /// Office and place of work.
    pub title: String,
    /// Where they work, where it is one of our units.
    pub unit: Option<UnitId>,
    /// What they are.
    pub role: Role,
    /// The fields that they know best; none: all of the council.
    pub known_fields: Vec<String>,
    /// Dossiers at most.
    pub most: Option<i64>,
    /// Whose place they take.
    pub replaces: Option<PartId>,
}

/// Calls somebody into a council, and writes to them.
///
/// # Errors
/// The actor may not, the sheets are open and it is no judge, they sit in it already, or it has a chair.
pub async fn call(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: CouncilId,
    new: &NewMember,
) -> Result<PartId, Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::may_call(&council, new.role)?;
    let sitting = sitting(tx, id).await?;
    if new.role == Role::Chair && has_chair(&sitting) {
        return Err(Refusal::field("role", "council-has-chair").into());
    }
    let fields = council.row.fields()?;
    if new.known_fields.iter().any(|field| !fields.contains(field)) {
        return Err(Refusal::field("known", "council-field-unknown").into());
    }
    let account = account_for(tx, app, actor, new).await?;
    if sitting.iter().any(|row| row.account_id == account.to_string()) {
        return Err(Refusal::field("email", "council-member-already").into());
    }
    let row = NewRow {
        account,
        name: new.name.as_str(),
        title: &new.title,
        unit: new.unit,
        role: new.role,
        known_fields: &new.known_fields,
        most: new.most,
        replaces: new.replaces,
    };
    let part = store::insert_member(tx, id, row, actor.account()).await?;
    let link = app.configuration.address(&format!("/councils/{id}/ties"));
    let letter = Letter::new(Locale::Vi, "mail-council-called")
        .with("name", new.name.as_str())
        .with("council", &council.row.name)
        .with("contest", &council.contest.name)
        .with("link", link);
    notifications::post(tx, app, new.email.as_str(), letter).await?;
    let act = Act::on("council.call", subject(id)).row("council_member", part);
    audit::record(tx, actor.who, act.note("role", new.role.code())).await?;
    Ok(part)
}

/// The account of an address, or a new one that holds nothing.
async fn account_for(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    new: &NewMember,
) -> Result<AccountId, Failure> {
    match people::by_email(tx, &new.email).await {
        Ok(account) => Ok(account),
        Err(Failure::Refusal(_)) => {
            invitations::welcome(tx, app, actor, (&new.email, &new.name)).await
        }
        Err(fault) => Err(fault),
    }
}

/// Those who sit in a council now.
pub(super) async fn sitting(reader: &Reader, id: CouncilId) -> Result<Vec<MemberRow>, Failure> {
    let members = store::members(reader, id).await?;
    Ok(members.into_iter().filter(MemberRow::sits).collect())
}

/// Lets a member go, with the reason. What they had to judge and had not signed is taken from them; what they
/// signed stays and counts.
///
/// # Errors
/// The actor may not, the sheets are open, or the member left before.
pub async fn leave(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (member, reason): (PartId, &str),
) -> Result<(), Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::is_not_opened(&council)?;
    let row = store::member(tx, id, member).await?.ok_or_else(Refusal::absent)?;
    if !row.sits() {
        return Err(council.refused("council-member-gone").into());
    }
    store::set_left(tx, &row.id, reason, actor.account()).await?;
    let mut act = Act::on("council.leave", subject(id)).row("council_member", member);
    for given in store::of_member(tx, &row.id).await? {
        if !given.is_signed() {
            store::end_assignment(tx, &given.id, reason, actor.account()).await?;
            act = act.row("council_assignment", &given.id);
        }
    }
    audit::record(tx, actor.who, act).await
}

/// A member vouches that all their ties are declared, and that they keep silent about what they judge.
///
/// # Errors
/// The actor has no seat.
pub async fn vouch(tx: &mut Tx, actor: &Actor, id: CouncilId) -> Result<(), Failure> {
    let (council, seat) = access::seat(tx, actor, id).await?;
    if seat.vouched_at.is_some() {
        return Ok(());
    }
    store::set_vouched(tx, &seat.id).await?;
    let act = Act::on("council.vouch", subject(council.id)).row("council_member", &seat.id);
    audit::record(tx, actor.who, act).await
}

/// Whether somebody chairs.
pub(super) fn has_chair(sitting: &[MemberRow]) -> bool {
    sitting.iter().any(|row| row.role == Role::Chair.code())
}
