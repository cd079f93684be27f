//! How a conversation begins.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Message, Refusal};

use super::store::{self, NewConversation};
use super::typed::Question;
use super::write::{Saying, Spoken, note};
use super::{ConversationId, Side, access};
use crate::accounts::Actor;
use crate::contests::{self, State};
use crate::dossiers::DossierId;

/// Most questions of one account about one contest that are not settled: another one is asked in a
/// conversation that is there.
pub const MOST_OPEN: i64 = 5;

/// Asks about a contest before anything is filed (đề nghị tư vấn).
///
/// # Errors
/// The actor does not see the contest, it is closed, or too much was asked already.
pub async fn consult(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    (question, saying): (&Question, &Saying),
) -> Result<ConversationId, Failure> {
    let account = access::account_of(actor)?;
    let seen = contests::seen_by(tx, actor, contest, tx.at()).await?;
    may_ask(seen.state, contest)?;
    if store::open_of(tx, contest, account).await? >= MOST_OPEN {
        let says = Message::new("conversation-too-many-open").with("most", MOST_OPEN);
        return Err(Refusal::conflict(says).way_out("way-conversations", "/conversations").into());
    }
    let new = NewConversation {
        contest,
        dossier: None,
        account: Some(account),
        subject: &question.subject,
        field: &question.field,
    };
    begin(tx, actor, &new, (Side::Author, saying)).await
}

/// Whether one may ask about a contest that is so far.
///
/// # Errors
/// It is closed.
pub fn may_ask(state: State, contest: ContestId) -> Result<(), Refusal> {
    match state {
        State::Preparing | State::Running => Ok(()),
        State::Closed => Err(Refusal::conflict("contest-closed")
            .way_out("way-contest", format!("/contests/{contest}"))),
    }
}

/// Says the first thing about a dossier that was handed in.
///
/// # Errors
/// The actor does not see the dossier, it was not handed in, or somebody has begun meanwhile.
pub async fn about_dossier(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    saying: &Saying,
) -> Result<ConversationId, Failure> {
    let (seen, found) = access::of_dossier(tx, actor, id).await?;
    if let Some(found) = found {
        let way = format!("/conversations/{found}");
        let refusal = Refusal::conflict("conversation-begun-meanwhile");
        return Err(refusal.way_out("way-conversation", way).into());
    }
    let title = store::title_of(tx, id).await?.unwrap_or_default();
    let new = NewConversation {
        contest: seen.row.contest()?,
        dossier: Some(id),
        account: None,
        subject: &title,
        field: "",
    };
    begin(tx, actor, &new, (access::side_of(&seen), saying)).await
}

async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    new: &NewConversation<'_>,
    (side, saying): (Side, &Saying),
) -> Result<ConversationId, Failure> {
    let id = store::insert(tx, new).await?;
    store::note_text(tx, (id, &id.to_string()), new.subject).await?;
    let spoken = Spoken { side, saying, position: 1, before: None, take: side == Side::Office };
    note(tx, actor, id, &spoken).await?;
    Ok(id)
}
