//! Views that people keep (sổ đã lưu): what is looked for, in which order, with which columns.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Refusal, text};

use super::ViewId;
use super::column::{Column, Sort};
use super::store::views;
use crate::accounts::Actor;
use crate::contests;

/// Letters of a name.
const LONGEST_NAME: usize = 60;
/// Views of one person on one book.
const MOST: usize = 20;

/// Keeps what is looked for under a name; one of the same name gives way.
///
/// # Errors
/// The actor does not run the contest, the name is empty or too long, or there are too many.
pub async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (name, typed): (&str, &str),
    (sort, columns): (Sort, &[Column]),
) -> Result<(), Failure> {
    contests::run_by(tx, actor, contest).await?;
    let account = super::export::account_of(actor)?;
    let name = text::clean(name);
    if name.is_empty() {
        return Err(Refusal::field("name", "register-view-nameless").into());
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::field("name", "register-view-long").into());
    }
    let kept = views::of_account(tx, contest, account).await?;
    if kept.len() >= MOST && kept.iter().all(|view| view.name != name) {
        return Err(Refusal::field("name", "register-views-many").into());
    }
    let query = query::read(typed, query::dossiers()).query.to_string();
    let shown = (sort.written(), Column::written(columns));
    views::keep(tx, contest, account, (&name, &query), (&shown.0, &shown.1)).await
}

/// Forgets a view of the actor's own.
///
/// # Errors
/// The actor does not run the contest, or has no such view.
pub async fn forget(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    id: ViewId,
) -> Result<(), Failure> {
    contests::run_by(tx, actor, contest).await?;
    let account = super::export::account_of(actor)?;
    match views::forget(tx, id, contest, account).await? {
        true => Ok(()),
        false => Err(Refusal::absent().into()),
    }
}
