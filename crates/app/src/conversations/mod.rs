//! Conversations (trao đổi): between the authors of a dossier and who runs its contest, and questions (đề nghị tư
//! vấn) about a contest before anything is filed.
//!
//! Nobody else learns that there is one. What was said stays as it was said; it may be withdrawn for a short
//! time, by a row that says so. Whose turn it is follows from what was said, and is computed anew with each act.

mod access;
pub mod answers;
pub mod check;
mod open;
pub mod pages;
pub mod state;
mod store;
mod take;
mod typed;
mod unread;
mod write;

kernel::id_type!(
    /// A conversation.
    ConversationId
);

kernel::id_type!(
    /// A message, remark, event or ready answer.
    PartId
);

pub use open::{about_dossier, consult};
pub use state::{Side, State, Step};
pub use take::{release, take};
pub use typed::Question;
pub use unread::{Unread, of_dossier, of_own};
pub use write::{Saying, read, remark, say, settle, withdraw};

/// How the ledger names a conversation.
fn subject(id: ConversationId) -> String {
    format!("conversation/{id}")
}
