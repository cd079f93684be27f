//! The councils of a contest, for who runs it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use kernel::Failure;

use super::{Tag, tag};
use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::load_to_run;
use crate::contests::{self, Seen};
use crate::councils::entries::group_of;
use crate::councils::store::{self as rows, CouncilRow};
use crate::dossiers;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::rubric;

#[derive(Template)]
#[template(path = "councils/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    id: String,
    has_rules: bool,
    lines: Vec<Line>,
    without: Vec<String>,
    is_any_open: bool,
}

/// A council in the list.
struct Line {
    id: String,
    name: String,
    round: String,
    fields: String,
    members: usize,
    given: i64,
    signed: i64,
    tag: Tag,
}

/// Answers `GET /contests/{id}/councils`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let rules = rubric::newest(&app.store, seen.id).await?;
    let councils = rows::of_contest(&app.store, seen.id).await?;
    let mut lines = Vec::new();
    for council in &councils {
        let round = rules.as_ref().and_then(|(rules, _)| rules.round(&council.round));
        let round = round.map_or(council.round.as_str(), |round| &round.name);
        lines.push(line(&app, visitor.words(), (council, round)).await?);
    }
    page(&ListPage {
        frame: Frame::new(&app, &visitor),
        head: Head::new(visitor.words(), &seen, "councils"),
        id: seen.id.to_string(),
        has_rules: rules.is_some(),
        without: without_council(&app, &seen, &councils).await?,
        is_any_open: councils.iter().any(|council| council.state == "opened"),
        lines,
    })
}

async fn line(
    app: &App,
    words: Words,
    (council, round): (&CouncilRow, &str),
) -> Result<Line, Failure> {
    let id = council.id()?;
    let marks = rows::to_mark(&app.store, id).await?;
    let members = rows::members(&app.store, id).await?;
    Ok(Line {
        id: council.id.clone(),
        name: council.name.clone(),
        round: round.to_owned(),
        fields: council.fields()?.join("; "),
        members: members.iter().filter(|member| member.sits()).count(),
        given: marks.given,
        signed: marks.signed,
        tag: tag(words, council.state()?),
    })
}

/// The fields of valid dossiers that no council judges.
async fn without_council(
    app: &App,
    seen: &Seen,
    councils: &[CouncilRow],
) -> Result<Vec<String>, Failure> {
    let mut judged = BTreeSet::new();
    for council in councils {
        judged.extend(council.fields()?);
    }
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let mut without = BTreeSet::new();
    for entry in rows::entries(&app.store, seen.id, None).await? {
        let field = group_of(&rules, &entry.field);
        if entry.state()? == dossiers::State::Valid && !judged.contains(&field) {
            without.insert(field);
        }
    }
    Ok(without.into_iter().collect())
}
