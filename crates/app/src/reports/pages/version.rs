//! One submission of a report as it was, with what it says otherwise than the one before.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Instant, Refusal};

use super::act::read_id;
use super::show::outcome;
use super::written;
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::difference::{self, Change, Chapter};
use crate::reports::{Frozen, access, store as rows};

#[derive(Template)]
#[template(path = "reports/pages/version.html")]
struct VersionPage {
    frame: Frame,
    id: String,
    unit: String,
    contest: String,
    period: String,
    number: i64,
    at: String,
    outcome: Option<&'static str>,
    reason: Option<String>,
    said: Frozen,
    changes: Option<Vec<Chapter>>,
    others: Vec<i64>,
}

/// Answers `GET /reports/{id}/versions/{number}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    let id = read_id(&id)?;
    let number: i64 = number.parse().map_err(|_| Refusal::absent())?;
    let day = visitor.at().day();
    let seen = access::seen(&app.store, &actor, id, day).await?;
    let versions = rows::versions(&app.store, id).await?;
    let wanted = versions.iter().find(|version| version.version == number);
    let wanted = wanted.ok_or_else(Refusal::absent)?;
    let before = versions.iter().find(|version| version.version == number - 1);
    let said = wanted.frozen()?;
    let changes = match before {
        Some(before) => Some(difference::between(&before.frozen()?, &said)),
        None => None,
    };
    let naming = rows::naming(&app.store, seen.unit, day).await?;
    page(&VersionPage {
        frame: Frame::new(&app, &visitor),
        unit: naming.ok_or_else(Refusal::absent)?.name,
        contest: seen.contest.name,
        period: written(&seen.report.period, visitor.words()),
        at: Instant::from_millis(wanted.submitted_at).written(),
        outcome: wanted.outcome.as_deref().and_then(outcome),
        reason: wanted.reason.clone(),
        others: versions.iter().rev().map(|version| version.version).collect(),
        id: seen.report.id,
        number,
        changes,
        said,
    })
}

impl VersionPage {
    /// How a line is marked up.
    fn tag(&self, change: &Change) -> &'static str {
        match change {
            Change::Kept => "span",
            Change::Come => "ins",
            Change::Gone => "del",
        }
    }
}
