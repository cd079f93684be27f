//! The only SQL on the outbox.

use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use super::NewMail;

/// A mail as the administrator sees it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct MailRow {
    /// Id of the mail.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
    /// `waiting`, `sent`, `failed` or `kept`.
    pub state: String,
    /// When it was written.
    pub created_at: i64,
    /// When it left.
    pub sent_at: Option<i64>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}

const MAIL: &str =
    "select id, recipient, subject, body, state, created_at, sent_at, last_error from mail";

pub async fn newest(reader: &Reader, limit: i64) -> Result<Vec<MailRow>, Fault> {
    reader.rows(&format!("{MAIL} order by created_at desc, id desc limit $1"), [limit.into()]).await
}

pub async fn mail(reader: &Reader, id: &str) -> Result<Option<MailRow>, Fault> {
    reader.maybe(&format!("{MAIL} where id = $1"), [id.into()]).await
}

pub async fn insert(tx: &mut Tx, row: MailRow) -> Result<(), Failure> {
    let sql = "insert into mail (id, recipient, subject, body, state, created_at)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        row.id.into(),
        row.recipient.into(),
        row.subject.into(),
        row.body.into(),
        row.state.into(),
        row.created_at.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Mails of one statement.
const BATCH: usize = 200;

/// One text to many.
pub async fn insert_many(
    tx: &mut Tx,
    mails: &[NewMail],
    (subject, body, state): (&str, &str, &str),
) -> Result<(), Failure> {
    let at = tx.at().millis();
    for batch in mails.chunks(BATCH) {
        let mut values: Vec<Value> = vec![subject.into(), body.into(), state.into(), at.into()];
        let mut rows = Vec::with_capacity(batch.len());
        for mail in batch {
            values.extend([mail.id.to_string().into(), mail.recipient.clone().into()]);
            rows.push(format!("(${}, ${}, $1, $2, $3, $4)", values.len() - 1, values.len()));
        }
        let sql = format!(
            "insert into mail (id, recipient, subject, body, state, created_at) values {}",
            rows.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
}

pub async fn set_sent(tx: &mut Tx, id: &str) -> Result<(), Failure> {
    let sql = "update mail set state = 'sent', sent_at = $2, last_error = null where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), at.into()]).await.map(drop)
}

pub async fn set_kept(tx: &mut Tx, id: &str) -> Result<(), Failure> {
    let sql = "update mail set state = 'kept', last_error = null where id = $1";
    tx.run(sql, [id.into()]).await.map(drop)
}

/// Notes a failed attempt; a mail that was sent stays sent.
pub async fn set_error(tx: &mut Tx, id: &str, state: &str, error: &str) -> Result<(), Failure> {
    let sql = "update mail set state = $2, last_error = $3 where id = $1 and state <> 'sent'";
    tx.run(sql, [id.into(), state.into(), error.into()]).await.map(drop)
}
