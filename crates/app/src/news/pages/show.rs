//! One piece of news as everybody will read it, and the acts on it.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Day, Refusal};

use super::{contest_id, news_id};
use crate::accounts::Actor;
use crate::contests::Public;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::store as contest_rows;
use crate::contests::typed::Typed;
use crate::files;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Trouble, Visitor};
use crate::news::store::NewsRow;
use crate::news::{self, Piece};

#[derive(Template)]
#[template(path = "news/pages/show.html")]
pub struct ShowPage {
    frame: Frame,
    head: Head,
    news: NewsRow,
    day: String,
    public: Public,
    is_shown: bool,
    typed: Typed,
    errors: Errors,
    paragraphs: Vec<Vec<Piece>>,
    /// The address at which everybody reads it, where everybody sees the contest.
    outside: Option<String>,
}

/// Answers `GET /contests/{id}/news/{news}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
) -> Answer {
    let answer = (Typed::default(), Errors::none());
    page(&shown(&app, &visitor, &actor, (&id, &news), answer).await?)
}

/// The page of one piece of news, with what was typed of when it is to be shown and what is wrong with it.
pub async fn shown(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (id, news): (&str, &str),
    (typed, errors): (Typed, Errors),
) -> Result<ShowPage, Trouble> {
    let seen = load_to_run(app, visitor, actor, id).await?;
    let (contest, row) = news::found(&app.store, actor, (seen.id, news_id(news)?)).await?;
    let order = contest_rows::publication(&app.store, seen.id).await?;
    let is_public = order.is_some_and(|order| order.from_at <= visitor.at().millis());
    let frame = Frame::new(app, visitor);
    let outside = format!("/hoi-thi/{}/tin/{}", contest.slug, row.id);
    Ok(ShowPage {
        head: Head::new(frame.t, &seen, "contest-news").below(row.title.clone()),
        day: Day::shown(&row.day),
        public: row.public(visitor.at()),
        is_shown: row.is_shown(visitor.at()),
        paragraphs: news::paragraphs(&row.body),
        outside: is_public.then_some(outside),
        news: row,
        frame,
        typed,
        errors,
    })
}

/// Answers `GET /contests/{id}/news/{news}/file`: always as an attachment, whatever it is.
pub async fn file(
    State(app): State<App>,
    actor: Actor,
    Path((id, news)): Path<(String, String)>,
) -> Answer {
    let of = (contest_id(&id)?, news_id(&news)?);
    let (_, row) = news::found(&app.store, &actor, of).await?;
    let (Some(hash), Some(name)) = (row.file_hash, row.file_name) else {
        return Err(Refusal::absent().into());
    };
    let media_type = row.media_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    files::given_out(&app, &hash, (media_type, &name)).await
}
