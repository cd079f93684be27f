//! The second markings of a council: which there are, how far they are, and where another begins.

use askama::Template;
use axum::extract::{Path, State};

use super::{Head, Tag, council_id, second_tag};
use crate::accounts::Actor;
use crate::councils::bench::open_to;
use crate::councils::store::SecondRow;
use crate::councils::{access, again, policy};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};

#[derive(Template)]
#[template(path = "councils/pages/second_list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    lines: Vec<Line>,
    may_order: bool,
    /// Dossiers that may be marked again: number and title.
    dossiers: Vec<(i64, String)>,
}

/// A second marking in the list.
struct Line {
    id: String,
    number: i64,
    title: String,
    form: String,
    given: i64,
    signed: i64,
    tag: Tag,
}

/// Answers `GET /councils/{id}/second-markings`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::council(&app.store, &actor, council_id(&id)?).await?;
    policy::is_opened(&seen)?;
    let words = visitor.words();
    let rows = again::seen(&app.store, &actor, &seen).await?;
    let stands = |dossier: &str| {
        rows.iter().any(|row| row.dossier_id == dossier && row.state != "cancelled")
    };
    let mut dossiers = open_to(&app.store, &actor, &seen).await?;
    dossiers.retain(|entry| !stands(&entry.dossier_id));
    let line = |row: &SecondRow| {
        Ok::<_, kernel::Fault>(Line {
            id: row.id.clone(),
            number: row.number,
            title: row.title.clone(),
            form: words.say(row.form()?.label()),
            given: row.given,
            signed: row.signed,
            tag: second_tag(words, row.stage()?),
        })
    };
    page(&ListPage {
        lines: rows.iter().map(line).collect::<Result<_, _>>()?,
        may_order: policy::may_mark_again(&seen).is_ok(),
        dossiers: dossiers.into_iter().map(|it| (it.number, it.title)).collect(),
        head: Head::new(words, &seen, "council-seconds"),
        frame: Frame::new(&app, &visitor),
    })
}
