//! The pages of conversations.

mod act;
mod answers;
mod consult;
mod dossier;
mod list;
mod own;
mod sent;
mod show;

use kernel::Refusal;

use super::state::{Side, State};
use super::{ConversationId, PartId};
use crate::frame::Words;
use crate::frame::guard::Access::{ContestSecretary, SignedIn};
use crate::router::{Route, get, post, upload};

/// Every address of conversations.
pub fn routes() -> Vec<Route> {
    vec![
        get("/contests/{id}/conversations", ContestSecretary, list::list),
        get("/contests/{id}/consultations/new", SignedIn, consult::form),
        upload("/contests/{id}/consultations", SignedIn, consult::ask),
        get("/contests/{id}/answers", ContestSecretary, answers::list),
        post("/contests/{id}/answers", ContestSecretary, answers::write),
        get("/contests/{id}/answers/{answer}", ContestSecretary, answers::edit_form),
        post("/contests/{id}/answers/{answer}", ContestSecretary, answers::change),
        post("/contests/{id}/answers/{answer}/removal", ContestSecretary, answers::remove),
        get("/dossiers/{id}/conversation", SignedIn, dossier::show),
        upload("/dossiers/{id}/conversation", SignedIn, dossier::begin),
        get("/conversations", SignedIn, own::list),
        get("/conversations/{id}", SignedIn, show::show),
        upload("/conversations/{id}/messages", SignedIn, act::say),
        get("/conversations/{id}/files/{part}", SignedIn, sent::file),
        upload("/conversations/{id}/draft", SignedIn, act::fill),
        post("/conversations/{id}/messages/{message}/withdrawal", SignedIn, act::withdraw),
        post("/conversations/{id}/remarks", SignedIn, act::remark),
        post("/conversations/{id}/taking", SignedIn, act::take),
        post("/conversations/{id}/taking/removal", SignedIn, act::release),
        post("/conversations/{id}/settlement", SignedIn, act::settle),
        post("/conversations/{id}/reading", SignedIn, act::read),
    ]
}

/// An address that names no conversation is "not found", before the database is asked.
fn conversation_id(text: &str) -> Result<ConversationId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

fn part_id(text: &str) -> Result<PartId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The state of a conversation as pages show it.
struct Tag {
    /// Colour.
    class: &'static str,
    /// Sign.
    icon: &'static str,
    /// Word.
    word: String,
}

/// The tag of a state, for somebody on a side.
fn tag(words: Words, state: State, side: Side) -> Tag {
    Tag { class: state.class(), icon: state.icon(), word: words.say(state.label(side)) }
}
