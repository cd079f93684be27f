//! Notices (thông báo): what is told to whom, once, in the product and by mail as each person chose.
//!
//! Nobody calls this capability to tell something. It looks at what others have written down, and makes
//! of each row one notice for each person whom it concerns; a unique key keeps it at one, also where the
//! work was cut off or two nodes did it at once.

mod calendar;
pub mod hours;
mod kind;
mod mailer;
pub mod pages;
mod store;
mod told;

use ::store::Tx;
use kernel::id::AccountId;
use kernel::{Failure, Refusal};

use crate::accounts::session::{digest, new_token};
use crate::accounts::{Actor, Grant};
use crate::audit::{self, Act};
use crate::frame::App;

pub use hours::Hours;
pub use kind::{How, Kind};
use store::Own;

/// More unread notices than these are not counted.
pub const MOST_COUNTED: i64 = 100;

/// Makes the notices of what has happened and of what is due, and the mails of what waits.
///
/// # Errors
/// The database is away.
pub async fn tell(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    store::tell_events(&mut tx).await?;
    store::remind(&mut tx).await?;
    tx.commit().await?;
    mailer::write_mails(app).await
}

/// Notes that one of one's own notices was read, or puts it back among the new ones.
///
/// # Errors
/// There is none of this number.
pub async fn set_read(tx: &mut Tx, actor: &Actor, seq: i64, read: bool) -> Result<(), Failure> {
    match store::set_read(tx, &own(actor)?, seq, read).await? {
        0 => Err(Refusal::absent().into()),
        _ => Ok(()),
    }
}

/// Notes that everything up to a number was read.
///
/// # Errors
/// The database is away.
pub async fn set_all_read(tx: &mut Tx, actor: &Actor, through: i64) -> Result<u64, Failure> {
    store::set_all_read(tx, &own(actor)?, through).await
}

/// Chooses how to hear of each kind, and at which hours mail comes.
///
/// # Errors
/// A kind that tells what a unit has to do cannot be silenced.
pub async fn choose(
    tx: &mut Tx,
    actor: &Actor,
    choices: &[(Kind, How)],
    hours: Hours,
) -> Result<(), Failure> {
    let account = account(actor)?;
    for (kind, how) in choices {
        if kind.ways().all(|way| way != *how) {
            return Err(Refusal::invalid("notice-not-silenced").into());
        }
        store::set_choice(tx, account, *kind, *how).await?;
    }
    store::set_hours(tx, account, hours).await
}

/// Makes the secret link of one's own calendar; one that was there before no longer works.
///
/// # Errors
/// The database is away.
pub async fn make_calendar_link(tx: &mut Tx, app: &App, actor: &Actor) -> Result<String, Failure> {
    let account = account(actor)?;
    let token = new_token();
    store::set_link(tx, account, &digest(&token)).await?;
    let act = Act::on("account.calendar-link", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("calendar_link", account)).await?;
    Ok(app.configuration.address(&format!("/calendar/{token}")))
}

/// Revokes the link of one's own calendar.
///
/// # Errors
/// There is none.
pub async fn revoke_calendar_link(tx: &mut Tx, actor: &Actor) -> Result<(), Failure> {
    let account = account(actor)?;
    if store::delete_link(tx, account).await? == 0 {
        return Err(Refusal::absent().into());
    }
    let act = Act::on("account.calendar-link-off", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("calendar_link", account)).await
}

fn account(actor: &Actor) -> Result<AccountId, Refusal> {
    actor.account().ok_or_else(Refusal::absent)
}

/// Whose notices, through the roles that hold today: who has left a unit no longer sees its notices.
fn own(actor: &Actor) -> Result<Own, Refusal> {
    let via = |grant: &Grant| {
        let unit = grant.unit.map(|unit| unit.to_string()).unwrap_or_default();
        format!("{}/{unit}", grant.role)
    };
    let own = std::iter::once(store::OWN.to_owned());
    let via = actor.grants.iter().map(via).chain(own).collect();
    Ok(Own { account: account(actor)?, via })
}
