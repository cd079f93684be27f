//! Notifications (thông báo): what is told to whom, once. Here: the outbox of mail.
//!
//! A mail is a row before it is a mail: without SMTP it stays in the outbox, where an administrator
//! can read it and hand it over.

pub mod pages;
mod send;
mod store;

use std::fmt;

use ::store::jobs::{self, NewJob};
use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Message};
pub use send::{KIND, note_failure, send};
pub use store::MailRow;

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

    /// Key of its texts.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    fn text(&self, part: &str) -> String {
        let key = format!("{}-{part}", self.key);
        let message = Message { key: key.into(), args: self.args.clone() };
        Words(self.locale).tell(&message)
    }
}

/// Puts a letter into the outbox, in the transaction of its reason; without SMTP it is kept there.
///
/// # Errors
/// The database is away.
pub async fn post(tx: &mut Tx, app: &App, recipient: &str, letter: Letter) -> Result<(), Failure> {
    let at = tx.at();
    let id = MailId::new(at).to_string();
    let leaves = app.configuration.smtp.is_some();
    let mail = MailRow {
        id: id.clone(),
        recipient: recipient.to_owned(),
        subject: letter.text("subject"),
        body: letter.text("body"),
        state: if leaves { "waiting" } else { "kept" }.to_owned(),
        created_at: at.millis(),
        sent_at: None,
        last_error: None,
    };
    store::insert(tx, mail).await?;
    if leaves {
        let payload = serde_json::json!({ "mail": id }).to_string();
        let unique_key = Some(format!("mail {id}"));
        jobs::enqueue(tx, NewJob { kind: KIND, payload, unique_key, run_at: at }).await?;
    }
    Ok(())
}

/// One of many mails with one text.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// Its id.
    pub id: MailId,
    /// One address.
    pub recipient: String,
}
/// So many mails of a mass mail leave in a second; a mail for one person, such as a reset, goes between.
const PER_SECOND: i64 = 5;

/// Puts one text for many people into the outbox, in a handful of statements. It leaves after a minute of
/// grace and a few mails at a time.
///
/// # Errors
/// The database is away.
pub async fn post_to_many(
    tx: &mut Tx,
    app: &App,
    (subject, body): (&str, &str),
    mails: &[NewMail],
) -> Result<(), Failure> {
    let server = app.configuration.smtp.as_ref();
    let state = if server.is_some() { "waiting" } else { "kept" };
    store::insert_many(tx, mails, (subject, body, state)).await?;
    let Some(server) = server else { return Ok(()) };
    let begins = tx.at().plus_seconds(i64::from(server.grace_seconds));
    let job = |(seconds, mail): (i64, &NewMail)| NewJob {
        kind: KIND,
        payload: serde_json::json!({ "mail": mail.id.to_string() }).to_string(),
        unique_key: Some(format!("mail {}", mail.id)),
        run_at: begins.plus_seconds(seconds / PER_SECOND),
    };
    jobs::enqueue_all(tx, (0..).zip(mails).map(job).collect()).await
}

/// The newest mails.
///
/// # Errors
/// The database is away.
pub async fn list(reader: &Reader, limit: i64) -> Result<Vec<MailRow>, Fault> {
    store::newest(reader, limit).await
}

/// One mail.
///
/// # Errors
/// The database is away.
pub async fn find(reader: &Reader, id: MailId) -> Result<Option<MailRow>, Fault> {
    store::mail(reader, &id.to_string()).await
}
