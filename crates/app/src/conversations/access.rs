//! Finding conversations through what the actor may see of them.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Refusal};

use super::store::{self, ConversationRow};
use super::{ConversationId, PartId, Side, State};
use crate::accounts::Actor;
use crate::contests::{self, ContestRow};
use crate::dossiers::DossierId;
use crate::dossiers::access::{self as dossiers, SeenDossier, Standing};

/// A conversation that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenConversation {
    /// Its id.
    pub id: ConversationId,
    /// The conversation.
    pub row: ConversationRow,
    /// Whose turn it is.
    pub state: State,
    /// Its contest.
    pub contest: ContestRow,
    /// On which side the actor speaks. Who writes a dossier and also runs the contest speaks for the dossier:
    /// nobody answers themselves.
    pub side: Side,
    /// The number of its dossier.
    pub number: Option<i64>,
}

/// A conversation, for who asked, for the members of its dossier, and for who runs the contest.
///
/// # Errors
/// For this actor there is none.
pub async fn conversation(
    reader: &Reader,
    actor: &Actor,
    id: ConversationId,
) -> Result<SeenConversation, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let state = row.state()?;
    if let Some(dossier) = row.dossier()? {
        let seen = dossiers::dossier(reader, actor, dossier).await?;
        let (side, number) = (side_of(&seen), seen.row.number);
        return Ok(SeenConversation { id, row, state, contest: seen.contest, side, number });
    }
    let contest: ContestId = row.contest_id.parse()?;
    let contest = contests::store::find(reader, contest).await?.ok_or_else(Refusal::absent)?;
    let asked = row.account_id.is_some() && row.account_id == account_text(actor);
    let side = match asked {
        true => Side::Author,
        false if contests::policy::runs(actor, &contest.runners()?) => Side::Office,
        false => return Err(Refusal::absent().into()),
    };
    Ok(SeenConversation { id, row, state, contest, side, number: None })
}

/// On which side somebody speaks who sees a dossier.
pub fn side_of(seen: &SeenDossier) -> Side {
    match seen.standing {
        Standing::Member => Side::Author,
        Standing::Office => Side::Office,
    }
}

/// The account of an actor as columns hold it.
pub fn account_text(actor: &Actor) -> Option<String> {
    actor.account().map(|id| id.to_string())
}

/// A dossier about which one can talk: one that was handed in. Its conversation, where there is one.
///
/// # Errors
/// For this actor there is no such dossier, or it was not handed in.
pub async fn of_dossier(
    reader: &Reader,
    actor: &Actor,
    id: DossierId,
) -> Result<(SeenDossier, Option<ConversationId>), Failure> {
    let seen = dossiers::dossier(reader, actor, id).await?;
    if seen.row.number.is_none() {
        let ask = format!("/contests/{}/consultations/new", seen.contest.id);
        let refusal = Refusal::conflict("conversation-not-handed-in");
        return Err(refusal.way_out("way-consultation", ask).into());
    }
    let found = store::of_dossier(reader, id).await?;
    Ok((seen, found))
}

/// A conversation, for who runs its contest.
///
/// # Errors
/// For this actor there is none, or they speak for the authors.
pub async fn for_office(
    reader: &Reader,
    actor: &Actor,
    id: ConversationId,
) -> Result<SeenConversation, Failure> {
    let seen = conversation(reader, actor, id).await?;
    match seen.side {
        Side::Office => Ok(seen),
        Side::Author => Err(Refusal::forbidden("conversation-office-only")
            .way_out("way-conversation", format!("/conversations/{id}"))
            .into()),
    }
}

/// The account of the actor; the operator of the machine has no conversations.
///
/// # Errors
/// It is the operator.
pub fn account_of(actor: &Actor) -> Result<kernel::id::AccountId, Refusal> {
    dossiers::account_of(actor)
}

/// A ready answer of a contest that the actor runs.
///
/// # Errors
/// The actor does not run the contest, or it has no such answer.
pub async fn answer(
    reader: &Reader,
    actor: &Actor,
    (contest, id): (ContestId, PartId),
) -> Result<store::AnswerRow, Failure> {
    contests::run_by(reader, actor, contest).await?;
    Ok(store::answer(reader, contest, id).await?.ok_or_else(Refusal::absent)?)
}
