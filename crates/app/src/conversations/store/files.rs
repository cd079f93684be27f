//! Files that were sent with messages.

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::conversations::{ConversationId, PartId};
use crate::files::Kept;

/// A file of a message that was not withdrawn.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FileRow {
    /// Id.
    pub id: String,
    /// Of which message.
    pub message_id: String,
    /// Its bytes.
    pub hash: String,
    /// As its sender named it.
    pub name: String,
    /// By content.
    pub media_type: String,
}

/// The files of a conversation in the order of their coming; those of withdrawn messages are gone with them.
pub async fn files(reader: &Reader, id: ConversationId) -> Result<Vec<FileRow>, Fault> {
    let sql = "select f.id, f.message_id, f.hash, f.name, s.media_type
        from conversation_file f join conversation_message m on m.id = f.message_id
            join stored_file s on s.hash = f.hash
        where m.conversation_id = $1
            and not exists (select 1 from conversation_withdrawal w where w.message_id = m.id)
        order by f.id";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert_file(
    tx: &mut Tx,
    message: PartId,
    (kept, name): (&Kept, &str),
) -> Result<PartId, Failure> {
    let sql = "insert into conversation_file (id, message_id, hash, name) values ($1, $2, $3, $4)";
    let id = PartId::new(tx.at());
    let values =
        [id.to_string().into(), message.to_string().into(), kept.hash.clone().into(), name.into()];
    tx.run(sql, values).await?;
    Ok(id)
}

/// Notes a text by which a conversation is found: the subject, a message, a remark; each by its id.
pub async fn note_text(
    tx: &mut Tx,
    (id, part): (ConversationId, &str),
    text: &str,
) -> Result<(), Failure> {
    let sql = "insert into conversation_search (id, conversation_id, folded) values ($1, $2, $3)";
    let folded = kernel::text::fold(text);
    tx.run(sql, [part.into(), id.to_string().into(), folded.into()]).await.map(drop)
}

/// A conversation is no longer found by a text.
pub async fn forget_text(tx: &mut Tx, part: PartId) -> Result<(), Failure> {
    let sql = "delete from conversation_search where id = $1";
    tx.run(sql, [part.to_string().into()]).await.map(drop)
}
