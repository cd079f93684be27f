//! Writing news, and putting it right.

use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use kernel::{Day, Failure, Fault, Refusal};

use super::{contest_id, news_id};
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::{self, Seen};
use crate::files;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::news::draft::{Attached, Draft, Typed};
use crate::news::store::NewsRow;
use crate::news::{self, NewsId};

#[derive(Template)]
#[template(path = "news/pages/form.html")]
struct FormPage {
    frame: Frame,
    errors: Errors,
    head: Head,
    typed: Typed,
    action: String,
    /// The name of the file that goes with it so far.
    file: Option<String>,
    editing: bool,
}

/// Answers `GET /contests/{id}/news/new`.
pub async fn new_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let typed = Typed { day: visitor.at().day().written(), ..Typed::default() };
    page(&form(&app, &visitor, (&seen, None), (typed, Errors::none())))
}

fn form(
    app: &App,
    visitor: &Visitor,
    (seen, news): (&Seen, Option<&NewsRow>),
    (typed, errors): (Typed, Errors),
) -> FormPage {
    let frame = Frame::new(app, visitor);
    let all = format!("/contests/{}/news", seen.id);
    let head = Head::new(frame.t, seen, "contest-news");
    FormPage {
        head: match news {
            Some(news) => head.below(news.title.clone()),
            None => head.below(frame.t.say("news-new")),
        },
        action: news.map_or_else(|| all.clone(), |news| format!("{all}/{}", news.id)),
        file: news.and_then(|news| news.file_name.clone()),
        editing: news.is_some(),
        frame,
        errors,
        typed,
    }
}

/// Answers `POST /contests/{id}/news`.
pub async fn write(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let mut typed = Typed::default();
    let done = async {
        let draft = read(&app, &visitor, parts, &mut typed).await?;
        let mut tx = app.store.begin().await?;
        let news = news::write(&mut tx, &actor, seen.id, &draft).await?;
        tx.commit().await?;
        Ok::<NewsId, Failure>(news)
    };
    match done.await {
        Ok(news) => see(&format!("/contests/{id}/news/{news}"), "news-written"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &form(&app, &visitor, (&seen, None), (typed, errors)))
        }
    }
}

/// Answers `GET /contests/{id}/news/{news}/edit`.
pub async fn edit_form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (_, row) = news::found(&app.store, &actor, (seen.id, news_id(&news)?)).await?;
    if row.is_shown(visitor.at()) {
        let way = format!("/contests/{id}/news/{news}");
        return Err(Refusal::conflict("news-public-already").way_out("way-news", way).into());
    }
    let typed = Typed {
        title: row.title.clone(),
        day: Day::shown(&row.day),
        body: row.body.clone(),
        no_file: String::new(),
        revision: row.revision.to_string(),
    };
    page(&form(&app, &visitor, (&seen, Some(&row)), (typed, Errors::none())))
}

/// Answers `POST /contests/{id}/news/{news}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let of = (contest_id(&id)?, news_id(&news)?);
    contests::run_by(&app.store, &actor, of.0).await?;
    let mut typed = Typed::default();
    let done = async {
        let draft = read(&app, &visitor, parts, &mut typed).await?;
        let seen = typed.revision.parse().map_err(|_| Refusal::invalid("form-unreadable"))?;
        let mut tx = app.store.begin().await?;
        news::change(&mut tx, &actor, of, (seen, &draft)).await?;
        tx.commit().await.map_err(|fault: Fault| fault.into())
    };
    let done: Result<(), Failure> = done.await;
    let Err(failure) = done else {
        return see(&format!("/contests/{id}/news/{news}"), "news-changed");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (_, row) = news::found(&app.store, &actor, of).await?;
    page_with(status, &form(&app, &visitor, (&seen, Some(&row)), (typed, errors)))
}

/// What was sent; its file is on disk afterwards, where every field can be read.
async fn read(
    app: &App,
    visitor: &Visitor,
    parts: Result<Multipart, MultipartRejection>,
    typed: &mut Typed,
) -> Result<Draft, Failure> {
    let field = |name: &str, said| match name {
        "title" => typed.title = said,
        "day" => typed.day = said,
        "body" => typed.body = said,
        "no_file" => typed.no_file = said,
        "revision" => typed.revision = said,
        _ => (),
    };
    let sent = files::received(parts, "file-too-large", field).await?;
    let mut draft = typed.read(visitor.at().day())?;
    if let Some((name, bytes)) = sent.into_iter().next_back() {
        draft.file = Attached::New(files::keep(app, bytes).await?, name);
    }
    Ok(draft)
}
