//! Notifications (thông báo): what is told to whom, once. Here: the outbox of mail.
//!
//! A mail is a row before it is a mail: without SMTP it stays in the outbox, where an administrator
//! can read it and hand it over.

pub mod pages;
mod send;

use std::fmt;

use kernel::{Failure, Fault, Message};
use sea_orm::FromQueryResult;
pub use send::{KIND, note_failure, send};
use store::jobs::{self, NewJob};
use store::{Reader, Tx};

use crate::frame::{App, Locale, Words};

kernel::id_type!(
    /// A mail (thư).
    MailId
);

/// A letter from the message files: `<key>-subject` and `<key>-body`.
#[derive(Debug, Clone)]
pub struct Letter {
    locale: Locale,
    key: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Letter {
    /// The letter of this key in this language.
    pub fn new(locale: Locale, key: &'static str) -> Self {
        Self { locale, key, args: Vec::new() }
    }

    /// The same letter with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    fn text(&self, part: &str) -> String {
        let key = format!("{}-{part}", self.key);
        let message = Message { key: key.into(), args: self.args.clone() };
        Words(self.locale).tell(&message)
    }
}

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

/// Puts a letter into the outbox, in the transaction of its reason; without SMTP it is kept there.
///
/// # Errors
/// The database is away.
pub async fn post(tx: &mut Tx, app: &App, recipient: &str, letter: Letter) -> Result<(), Failure> {
    let at = tx.at();
    let id = MailId::new(at).to_string();
    let leaves = app.configuration.smtp.is_some();
    let sql = "insert into mail (id, recipient, subject, body, state, created_at)
        values ($1, $2, $3, $4, $5, $6)";
    let values = [
        id.clone().into(),
        recipient.into(),
        letter.text("subject").into(),
        letter.text("body").into(),
        if leaves { "waiting" } else { "kept" }.into(),
        at.millis().into(),
    ];
    tx.run(sql, values).await?;
    if leaves {
        let payload = serde_json::json!({ "mail": id }).to_string();
        let unique_key = Some(format!("mail {id}"));
        jobs::enqueue(tx, NewJob { kind: KIND, payload, unique_key, run_at: at }).await?;
    }
    Ok(())
}

/// The newest mails.
///
/// # Errors
/// The database is away.
pub async fn list(reader: &Reader, limit: i64) -> Result<Vec<MailRow>, Fault> {
    reader.rows(&format!("{MAIL} order by created_at desc, id desc limit $1"), [limit.into()]).await
}

/// One mail.
///
/// # Errors
/// The database is away.
pub async fn find(reader: &Reader, id: MailId) -> Result<Option<MailRow>, Fault> {
    reader.maybe(&format!("{MAIL} where id = $1"), [id.to_string().into()]).await
}
