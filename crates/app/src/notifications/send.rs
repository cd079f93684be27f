//! Sending: the job that hands one mail to the SMTP server.

use ::store::Tx;
use ::store::jobs::{self, Leased};
use kernel::{Failure, Fault};
use lettre::message::{Mailbox, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{MailId, MailRow, find, store};
use crate::frame::App;

/// Kind of the job.
pub const KIND: &str = "mail.send";

/// Sends the mail of a job. Sent and noted as sent are two steps: a crash between them sends it twice,
/// never not at all; the message id is the same, so that mail programs show it once. Where mail no
/// longer leaves, it is kept. One that was given up is sent when somebody lets its job run again.
///
/// # Errors
/// The server cannot be reached or refuses; the job is tried again.
pub async fn send(app: &App, job: &Leased) -> Result<(), Failure> {
    let mail = find(&app.store, mail_id(job)?).await?;
    let mail = mail.filter(|mail| mail.state != "sent");
    if let (Some(mail), Some(smtp)) = (&mail, &app.configuration.smtp) {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)?;
        let transport = transport.timeout(Some(std::time::Duration::from_secs(30))).build();
        transport.send(message(mail, &smtp.from)?).await?;
    }
    let mut tx = app.store.begin().await?;
    match (mail, &app.configuration.smtp) {
        (Some(mail), Some(_)) => store::set_sent(&mut tx, &mail.id).await?,
        (Some(mail), None) => store::set_kept(&mut tx, &mail.id).await?,
        (None, _) => (),
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Notes why a mail could not be sent, for the outbox page.
///
/// # Errors
/// The database is away.
pub async fn note_failure(tx: &mut Tx, job: &Leased, error: &str) -> Result<(), Failure> {
    let given_up = job.attempts >= jobs::ATTEMPTS;
    let state = if given_up { "failed" } else { "waiting" };
    store::set_error(tx, &mail_id(job)?.to_string(), state, error).await
}

fn mail_id(job: &Leased) -> Result<MailId, Fault> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload)?;
    Ok(payload["mail"].as_str().unwrap_or("").parse()?)
}

fn message(mail: &MailRow, from: &str) -> Result<Message, Fault> {
    let sender: Mailbox = from.parse()?;
    let host = sender.email.domain().to_owned();
    Ok(Message::builder()
        .message_id(Some(format!("<{}@{host}>", mail.id)))
        .from(sender)
        .to(mail.recipient.parse()?)
        .subject(mail.subject.clone())
        .singlepart(SinglePart::plain(mail.body.clone()))?)
}
