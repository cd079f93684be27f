//! Who has not reported on a period, whom to call, the letters that one copies, and that they went out.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Instant, Refusal};
use serde::Deserialize;

use super::period::read_id;
use crate::accounts::Actor;
use crate::contests;
use crate::frame::answer::{page, see};
use crate::frame::form::Form;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::chase::{self, Draft, LETTER};
use crate::reports::period::ReportPeriod;
use crate::reports::store::{self as rows, ReportFilter};
use crate::units::Kind;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    page: i64,
}

impl Wanted {
    fn is_open(&self) -> bool {
        self.q.trim().is_empty() && self.kind.is_empty()
    }
}

struct Line {
    id: String,
    unit: String,
    parent: Option<String>,
    last: String,
    days: i64,
    people: Vec<(String, String)>,
    desk: Option<String>,
    chased: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/pages/late.html")]
struct LatePage {
    frame: Frame,
    contest: (String, String),
    period: String,
    code: String,
    path: String,
    wanted: Wanted,
    kinds: Vec<(&'static str, String)>,
    pages: Pages,
    lines: Vec<Line>,
    letters: Vec<Draft>,
    unnamed: i64,
    may_chase: bool,
}

/// Answers `GET /contests/{id}/reports/{period}/overdue`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, code)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (id, now) = (read_id(&id)?, visitor.at());
    let contest = contests::run_by(&app.store, &actor, id).await?;
    let period: ReportPeriod = code.parse().map_err(|_| Refusal::absent())?;
    let of = (id, &*code);
    let filter =
        ReportFilter { words: words_of(&wanted.q), stands: None, kind: wanted.kind.parse().ok() };
    let total = rows::late_count(&app.store, of, &filter, now).await?;
    let named = rows::late(&app.store, of, &filter, now, (LETTER, 0)).await?;
    let (at, first) = at(wanted.page, total);
    let shown = rows::late(&app.store, of, &filter, now, (ROWS, first)).await?;
    let units: Vec<String> = shown.iter().map(|row| row.unit_id.clone()).collect();
    let mut people: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for holder in contests::store::coordinators(&app.store, &units, now.day()).await? {
        let unit = holder.unit_id.unwrap_or_default();
        people.entry(unit).or_default().push((holder.name, holder.email));
    }
    let frame = Frame::new(&app, &visitor);
    let called = frame.t.tell(&period.name());
    let letters = chase::letters(&contest.name, &called, &named, now.day(), frame.t);
    let path = format!("/contests/{id}/reports/{code}/overdue");
    let here = |page: i64| {
        let page = page.to_string();
        address(&path, &[("q", &wanted.q), ("kind", &wanted.kind), ("page", &page)])
    };
    page(&LatePage {
        may_chase: contest.state()? != contests::State::Closed,
        lines: shown.into_iter().map(|row| line(row, &mut people, now)).collect(),
        contest: (contest.id, contest.name),
        period: called,
        kinds: Kind::ALL.map(|kind| (kind.code(), frame.t.say(&kind.label()))).into(),
        pages: pages(at, total, here),
        unnamed: (total - LETTER).max(0),
        letters,
        wanted,
        path,
        code,
        frame,
    })
}

fn line(
    row: rows::LateRow,
    people: &mut BTreeMap<String, Vec<(String, String)>>,
    now: Instant,
) -> Line {
    let last = Instant::from_millis(row.due_at - 1).day();
    Line {
        people: people.remove(&row.unit_id).unwrap_or_default(),
        last: last.written(),
        days: last.days_until(now.day()),
        chased: row.chased_at.map(|at| Instant::from_millis(at).day().written()),
        unit: row.unit_name,
        parent: row.parent,
        desk: row.desk,
        id: row.id,
    }
}

/// Whom the form names.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Named {
    report: Vec<String>,
}

/// Answers `POST /contests/{id}/reports/{period}/overdue/chasing`.
pub async fn chase(
    State(app): State<App>,
    actor: Actor,
    Path((id, code)): Path<(String, String)>,
    Form(named): Form<Named>,
) -> Answer {
    let contest = read_id(&id)?;
    let period: ReportPeriod = code.parse().map_err(|_| Refusal::absent())?;
    let reports = named.report.iter().map(|id| id.parse()).collect::<Result<Vec<_>, _>>();
    let reports = reports.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut tx = app.store.begin().await?;
    chase::chase(&mut tx, &actor, (contest, period), &reports).await?;
    tx.commit().await?;
    see(&format!("/contests/{contest}/reports/{code}/overdue"), "report-chased-noted")
}
