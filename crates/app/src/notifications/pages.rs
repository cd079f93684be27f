//! The outbox, for administrators.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Instant, Refusal};

use super::{MailId, MailRow};
use crate::accounts::{Actor, policy};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};

const ROWS: i64 = 200;

struct Line {
    id: String,
    recipient: String,
    subject: String,
    state: String,
    written: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "notifications/pages/outbox.html")]
struct OutboxPage {
    frame: Frame,
    mails: Vec<Line>,
    mail_leaves: bool,
}

/// Answers `GET /installation/mails`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    let mails = super::list(&app.store, ROWS).await?;
    page(&OutboxPage {
        frame: Frame::new(&app, &visitor),
        mails: mails.into_iter().map(line).collect(),
        mail_leaves: app.configuration.smtp.is_some(),
    })
}

fn line(mail: MailRow) -> Line {
    Line {
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        state: mail.state,
        written: Instant::from_millis(mail.created_at).written(),
        error: mail.last_error,
    }
}

#[derive(Template)]
#[template(path = "notifications/pages/mail.html")]
struct MailPage {
    frame: Frame,
    mail: Line,
    sent: Option<String>,
    body: String,
}

/// Answers `GET /installation/mails/{id}`. A mail may hold a link that lets somebody in, so the
/// password is asked for.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    policy::may_manage(&actor)?;
    policy::is_confirmed(&actor, visitor.at(), visitor.path())?;
    let id: MailId = id.parse().map_err(|_| Refusal::absent())?;
    let mail = super::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let (sent, body) = (mail.sent_at, mail.body.clone());
    let sent = sent.map(|at| Instant::from_millis(at).written());
    page(&MailPage { frame: Frame::new(&app, &visitor), mail: line(mail), sent, body })
}
