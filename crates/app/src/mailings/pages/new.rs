//! Writing a letter, looking at it, sending it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Message, Refusal};
use serde::Deserialize;

use super::{contest_id, mailing_id};
use crate::accounts::Actor;
use crate::contests::ContestRow;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::mailings::store::{self as rows, TaskRow};
use crate::mailings::{self, Audience, Draft, MailingId, Reached, Seen, Whom, task_of};

/// What the form holds.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Typed {
    audience: String,
    task: String,
    subject: String,
    body: String,
    mailing: String,
    print: String,
    mails: String,
}

impl Typed {
    fn whom(&self) -> Whom {
        Whom { audience: Audience::read(&self.audience), task: task_of(&self.task) }
    }
}

#[derive(Template)]
#[template(path = "mailings/pages/new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    id: String,
    contest: String,
    audiences: Vec<(&'static str, String)>,
    tasks: Vec<TaskRow>,
    typed: Typed,
}

/// Answers `GET /contests/{id}/mailings/new`: the letter begins as one writes it for the audience.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(mut typed): Query<Typed>,
) -> Answer {
    let contest = mailings::writable(&app.store, &actor, contest_id(&id)?).await?;
    let tasks = rows::tasks(&app.store, contest.id()?).await?;
    if typed.subject.is_empty() && typed.body.is_empty() {
        let about = tasks.iter().find(|task| task.id == typed.task);
        begin(&mut typed, &contest.name, about);
    }
    page(&new_page(&app, &visitor, &contest, (typed, Errors::none())).await?)
}

/// Papers between offices are Vietnamese whatever the language of the page.
fn begin(typed: &mut Typed, contest: &str, about: Option<&TaskRow>) {
    let words = Words::default();
    let [subject, body] = Audience::read(&typed.audience).draft();
    let task = about.map(|task| words.with("mailing-draft-task", "task", &task.text));
    let task = task.unwrap_or_default();
    let subject = Message::new(subject).with("contest", contest);
    let body = Message::new(body).with("contest", contest).with("task", task);
    typed.subject = words.tell(&subject).chars().take(180).collect();
    typed.body = words.tell(&body);
}

async fn new_page(
    app: &App,
    visitor: &Visitor,
    contest: &ContestRow,
    (typed, errors): (Typed, Errors),
) -> Result<NewPage, Failure> {
    let frame = Frame::new(app, visitor);
    Ok(NewPage {
        id: contest.id.clone(),
        contest: contest.name.clone(),
        audiences: Audience::ALL.map(|one| (one.code(), frame.t.say(one.label()))).into(),
        tasks: rows::tasks(&app.store, contest.id()?).await?,
        typed,
        errors,
        frame,
    })
}

#[derive(Template)]
#[template(path = "mailings/pages/preview.html")]
struct PreviewPage {
    frame: Frame,
    id: String,
    contest: String,
    mailing: String,
    typed: Typed,
    draft: Draft,
    whole: String,
    audience: String,
    task: Option<String>,
    reached: Reached,
    mails: usize,
    unreached: usize,
    print: String,
    mail_leaves: bool,
    changed: Option<String>,
}

/// Answers `POST /contests/{id}/mailings/preview`.
pub async fn preview(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let contest = mailings::writable(&app.store, &actor, contest_id(&id)?).await?;
    match Draft::read(&typed.subject, &typed.body) {
        Ok(draft) => {
            let shown = preview_page(&app, (&visitor, &actor), &contest, (typed, draft)).await?;
            page(&shown)
        }
        Err(refusal) => {
            let (errors, status) = Errors::of(refusal.into(), visitor.words())?;
            page_with(status, &new_page(&app, &visitor, &contest, (typed, errors)).await?)
        }
    }
}

async fn preview_page(
    app: &App,
    (visitor, actor): (&Visitor, &Actor),
    contest: &ContestRow,
    (typed, draft): (Typed, Draft),
) -> Result<PreviewPage, Failure> {
    let whom = typed.whom();
    let found = mailings::reached(&app.store, actor, (contest.id()?, whom), visitor.at()).await?;
    let tasks = rows::tasks(&app.store, contest.id()?).await?;
    let frame = Frame::new(app, visitor);
    Ok(PreviewPage {
        id: contest.id.clone(),
        contest: contest.name.clone(),
        mailing: MailingId::new(visitor.at()).to_string(),
        whole: draft.whole(app, &contest.name),
        audience: frame.t.say(whom.audience.label()),
        task: tasks.into_iter().find(|task| task.id == typed.task).map(|task| task.text),
        mails: found.mails(),
        unreached: found.without_address().count(),
        print: found.print(),
        reached: found,
        mail_leaves: app.configuration.smtp.is_some(),
        changed: None,
        typed,
        draft,
        frame,
    })
}

/// Answers `POST /contests/{id}/mailings`. Where others would be reached than those who were looked at, the
/// letter is shown once more.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let contest = contest_id(&id)?;
    let draft = Draft::read(&typed.subject, &typed.body)?;
    let seen = Seen { id: mailing_id(&typed.mailing)?, print: typed.print.clone() };
    let mut tx = app.store.begin().await?;
    let sent =
        mailings::send(&mut tx, &app, &actor, (contest, typed.whom()), (&draft, &seen)).await;
    match sent {
        Ok(()) => {
            tx.commit().await?;
            see(&format!("/contests/{contest}/mailings/{}", seen.id), "mailing-sent")
        }
        Err(Failure::Refusal(refusal)) if has_changed(&refusal) => {
            drop(tx);
            let row = mailings::writable(&app.store, &actor, contest).await?;
            let before = typed.mails.clone();
            let who = (&visitor, &actor);
            let mut shown = preview_page(&app, who, &row, (typed, draft)).await?;
            let told = refusal.message.with("before", before).with("now", shown.mails);
            shown.changed = Some(shown.frame.t.tell(&told));
            page_with(StatusCode::CONFLICT, &shown)
        }
        Err(failure) => Err(failure.into()),
    }
}

fn has_changed(refusal: &Refusal) -> bool {
    refusal.kind == RefusalKind::Conflict && refusal.message.key == "mailing-changed-meanwhile"
}
