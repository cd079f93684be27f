//! What is said in a conversation, withdrawn, noted by the office for itself, and settled.

use ::store::Tx;
use kernel::{Failure, Instant, Message, Refusal};

use super::access::{self, SeenConversation, account_text};
use super::state::{Standing, too_many};
use super::store::{self, MessageRow};
use super::{ConversationId, PartId, Side, State, Step, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::files::{self, Kept};

/// How long a message may be withdrawn, while nobody has answered it.
pub const WITHDRAWAL_SECONDS: i64 = 15 * 60;
/// In how many seconds messages are counted.
const HOUR_SECONDS: i64 = 60 * 60;

/// Words, and the files that come with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The words.
    pub text: String,
    /// What is on disk, each with the name that its sender gave it.
    pub files: Vec<(Kept, String)>,
}

/// Something that is said.
pub(super) struct Spoken<'a> {
    /// On which side.
    pub side: Side,
    /// What.
    pub saying: &'a Saying,
    /// Its number.
    pub position: i64,
    /// Whose turn it was; nothing: it is the first.
    pub before: Option<State>,
    /// Whether the speaker takes the conversation with it.
    pub take: bool,
}

/// Says something. `seen` is the number of the newest message that the actor has seen: who has not seen an answer
/// that came meanwhile is told so. The same again, as a second click sends it, is said once.
///
/// # Errors
/// There is something newer, another clerk has taken it, or too much was written in an hour.
pub async fn say(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    (seen, saying): (i64, &Saying),
) -> Result<(), Failure> {
    let found = access::conversation(tx, actor, id).await?;
    let newest = store::messages(tx, id).await?.pop();
    if newest.is_some_and(|newest| is_same(&newest, actor, (seen, &saying.text))) {
        return Ok(());
    }
    if found.row.last != seen {
        return Err(Refusal::conflict("conversation-newer").into());
    }
    let take = takes(&found, actor)?;
    let (side, before) = (found.side, Some(found.state));
    note(tx, actor, id, &Spoken { side, saying, position: seen + 1, before, take }).await
}

fn is_same(newest: &MessageRow, actor: &Actor, (seen, text): (i64, &str)) -> bool {
    newest.position == seen + 1
        && newest.said_by_id == account_text(actor)
        && newest.text == text
        && newest.withdrawn_at.is_none()
}

/// Whether the actor takes the conversation by answering.
fn takes(found: &SeenConversation, actor: &Actor) -> Result<bool, Refusal> {
    match (found.side, &found.row.taken_by) {
        (Side::Author, _) => Ok(false),
        (Side::Office, None) => Ok(actor.account().is_some()),
        (Side::Office, taken) if *taken == account_text(actor) => Ok(false),
        (Side::Office, Some(_)) => Err(taken_by_another(found)),
    }
}

/// The refusal of a clerk where another one is at work.
pub(super) fn taken_by_another(found: &SeenConversation) -> Refusal {
    let name = found.row.taken_name.clone().unwrap_or_default();
    Refusal::conflict(Message::new("conversation-taken").with("name", name))
}

/// Writes down what is said, and whose turn it is since.
pub(super) async fn note(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    spoken: &Spoken<'_>,
) -> Result<(), Failure> {
    not_too_many(tx, actor, spoken.side).await?;
    let after = State::after(spoken.before, spoken.side.step());
    let turned = after != spoken.before;
    let message = store::insert_message(tx, id, (spoken, turned), actor.account()).await?;
    let mut act = Act::on("conversation.write", subject(id)).row("conversation", id);
    act = act.row("conversation_message", message);
    store::note_text(tx, (id, &message.to_string()), &spoken.saying.text).await?;
    for (kept, name) in &spoken.saying.files {
        act = files::note(tx, kept, act).await?;
        let file = store::insert_file(tx, message, (kept, name)).await?;
        act = act.row("conversation_file", file);
    }
    if spoken.take {
        let event = store::insert_event(tx, id, ("take", spoken.side), actor.account()).await?;
        store::set_taken(tx, id, actor.account()).await?;
        act = act.row("conversation_event", event);
    }
    if let Some(account) = actor.account() {
        store::set_read(tx, id, account, spoken.position).await?;
    }
    stand(tx, id).await?;
    audit::record(tx, actor.who, act).await
}

async fn not_too_many(tx: &Tx, actor: &Actor, side: Side) -> Result<(), Failure> {
    let Some(account) = actor.account() else { return Ok(()) };
    let since = tx.at().plus_seconds(-HOUR_SECONDS);
    let (said, first) = store::said_since(tx, account, since).await?;
    match first.filter(|_| said >= side.most_in_an_hour()) {
        Some(first) => {
            Err(too_many(side, Instant::from_millis(first).plus_seconds(HOUR_SECONDS)).into())
        }
        None => Ok(()),
    }
}

/// Writes down whose turn it is, from all that was said and not withdrawn.
async fn stand(tx: &mut Tx, id: ConversationId) -> Result<(), Failure> {
    let row = store::find(tx, id).await?.ok_or_else(Refusal::absent)?;
    let steps = store::steps(tx, id).await?;
    let standing = Standing::of(&steps, Instant::from_millis(row.opened_at));
    store::set_standing(tx, id, standing).await
}

/// Notes something that authors never see (ghi chú nội bộ).
///
/// # Errors
/// The actor does not run the contest.
pub async fn remark(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    text: &str,
) -> Result<(), Failure> {
    access::for_office(tx, actor, id).await?;
    let row = store::insert_remark(tx, id, text, actor.account()).await?;
    store::note_text(tx, (id, &row.to_string()), text).await?;
    let act = Act::on("conversation.remark", subject(id)).row("conversation_remark", row);
    audit::record(tx, actor.who, act).await
}

/// Withdraws one's own message, as long as it is the newest and young. A second click withdraws nothing more.
///
/// # Errors
/// It is not the actor's, somebody has said something since, or it is too late.
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    message: PartId,
) -> Result<(), Failure> {
    let found = access::conversation(tx, actor, id).await?;
    let rows = store::messages(tx, id).await?;
    let of_id = |row: &&MessageRow| row.id == message.to_string();
    let row = rows.iter().find(of_id).ok_or_else(Refusal::absent)?;
    if row.withdrawn_at.is_some() {
        return Ok(());
    }
    may_withdraw(&found, row, (actor, tx.at()))?;
    store::insert_withdrawal(tx, message, actor.account()).await?;
    store::forget_text(tx, message).await?;
    stand(tx, id).await?;
    let act = Act::on("conversation.withdraw", subject(id)).row("conversation", id);
    audit::record(tx, actor.who, act.row("conversation_withdrawal", message)).await
}

/// Whether a message may be withdrawn at a moment.
///
/// # Errors
/// It is somebody else's, not the newest, or too old.
pub(super) fn may_withdraw(
    found: &SeenConversation,
    row: &MessageRow,
    (actor, at): (&Actor, Instant),
) -> Result<(), Refusal> {
    let way = format!("/conversations/{}", found.id);
    let refused =
        |key: &'static str| Err(Refusal::conflict(key).way_out("way-conversation", way.clone()));
    let until = Instant::from_millis(row.said_at).plus_seconds(WITHDRAWAL_SECONDS);
    match row {
        _ if row.said_by_id != account_text(actor) => refused("conversation-not-yours"),
        _ if row.position != found.row.last => refused("conversation-answered-since"),
        _ if at > until => refused("conversation-too-late"),
        _ => Ok(()),
    }
}

/// Says that nothing is open any more (đã xong); a new message opens it again.
///
/// # Errors
/// It is settled already.
pub async fn settle(tx: &mut Tx, actor: &Actor, id: ConversationId) -> Result<(), Failure> {
    let found = access::conversation(tx, actor, id).await?;
    if State::after(Some(found.state), Step::Settle).is_none() {
        let way = format!("/conversations/{id}");
        let refusal = Refusal::conflict("conversation-settled-already");
        return Err(refusal.way_out("way-conversation", way).into());
    }
    let event = store::insert_event(tx, id, ("settle", found.side), actor.account()).await?;
    stand(tx, id).await?;
    if let Some(account) = actor.account() {
        store::set_read(tx, id, account, found.row.last).await?;
    }
    let act = Act::on("conversation.settle", subject(id)).row("conversation", id);
    audit::record(tx, actor.who, act.row("conversation_event", event)).await
}

/// Notes that everything up to a message was read; what came while the page was looked at stays new.
///
/// # Errors
/// For this actor there is no such conversation.
pub async fn read(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
    through: i64,
) -> Result<(), Failure> {
    let found = access::conversation(tx, actor, id).await?;
    match actor.account() {
        Some(account) => store::set_read(tx, id, account, through.clamp(0, found.row.last)).await,
        None => Ok(()),
    }
}
