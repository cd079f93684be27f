//! Who of the office looks after a conversation: two clerks never answer the same.

use ::store::Tx;
use kernel::Failure;

use super::access::{self, account_text};
use super::write::taken_by_another;
use super::{ConversationId, Side, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// Takes a conversation, from whom the actor has seen at it: an account, or nobody.
///
/// # Errors
/// Somebody else has taken it meanwhile, or the actor does not run the contest.
pub async fn take(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    from: Option<&str>,
) -> Result<(), Failure> {
    let account = access::account_of(actor)?;
    let found = access::for_office(tx, actor, id).await?;
    let taken = found.row.taken_by.as_deref();
    if taken == Some(account.to_string().as_str()) {
        return Ok(());
    }
    if taken != from && taken.is_some() {
        return Err(taken_by_another(&found).into());
    }
    let event = store::insert_event(tx, id, ("take", Side::Office), Some(account)).await?;
    store::set_taken(tx, id, Some(account)).await?;
    let act = Act::on("conversation.take", subject(id)).row("conversation", id);
    audit::record(tx, actor.who, act.row("conversation_event", event)).await
}

/// Gives a conversation back, so that others answer.
///
/// # Errors
/// Another clerk has it, or the actor does not run the contest.
pub async fn release(tx: &mut Tx, actor: &Actor, id: ConversationId) -> Result<(), Failure> {
    let found = access::for_office(tx, actor, id).await?;
    match &found.row.taken_by {
        None => return Ok(()),
        taken if *taken != account_text(actor) => return Err(taken_by_another(&found).into()),
        Some(_) => (),
    }
    let of = ("release", Side::Office);
    let event = store::insert_event(tx, id, of, actor.account()).await?;
    store::set_taken(tx, id, None).await?;
    let act = Act::on("conversation.release", subject(id)).row("conversation", id);
    audit::record(tx, actor.who, act.row("conversation_event", event)).await
}
