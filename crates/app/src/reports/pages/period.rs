//! The reports of one period: who has handed in, and what they say together.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use kernel::id::ContestId;
use kernel::{Day, Failure, Instant, Refusal};
use serde::Deserialize;

use super::{Standing, standing, written};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::store::ContestRow;
use crate::frame::answer::{page, see};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::period::ReportPeriod;
use crate::reports::roll_up::{RolledUp, roll_up};
use crate::reports::store::{self as rows, Figures};
use crate::reports::{self, sheet as sheets};

/// Units on a page.
const ROWS: i64 = 50;
/// Units that are named as missing; how many there are stands before them.
const NAMED: i64 = 200;

struct Line {
    id: String,
    unit: String,
    changed: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "reports/pages/period.html")]
struct PeriodPage {
    frame: Frame,
    contest: (String, String),
    period: String,
    code: String,
    periods: Vec<(String, String)>,
    figures: Figures,
    lines: Vec<Line>,
    first: i64,
    last: i64,
    newer: Option<String>,
    older: Option<String>,
    rolled: RolledUp,
    missing: Vec<String>,
    lacking: i64,
    unnamed: bool,
    may_open: bool,
}

/// Which part of a long list.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    pub(super) page: i64,
}

/// Answers `GET /contests/{id}/reports`: the newest period, or that there is none yet.
pub async fn newest(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = read_id(&id)?;
    let contest = contests::run_by(&app.store, &actor, id).await?;
    let periods = rows::periods(&app.store, id).await?;
    match periods.first() {
        Some(period) => {
            Ok(Redirect::to(&format!("/contests/{id}/reports/{period}")).into_response())
        }
        None => page(&PeriodPage {
            frame: Frame::new(&app, &visitor),
            may_open: contest.state()? != contests::State::Closed,
            contest: (contest.id, contest.name),
            period: String::new(),
            code: String::new(),
            periods: Vec::new(),
            figures: Figures::default(),
            lines: Vec::new(),
            first: 0,
            last: 0,
            newer: None,
            older: None,
            rolled: RolledUp::default(),
            missing: Vec::new(),
            lacking: 0,
            unnamed: false,
        }),
    }
}

/// Answers `POST /contests/{id}/reports`: opens the present period.
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let contest = read_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        let opened = reports::open_period(&mut tx, &actor, contest, visitor.at().day()).await?;
        tx.commit().await?;
        Ok::<_, Failure>(opened)
    };
    let notice = if done.await? > 0 { "reports-opened" } else { "reports-open-already" };
    see(&format!("/contests/{id}/reports"), notice)
}

/// Answers `GET /contests/{id}/reports/{period}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, code)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let id = read_id(&id)?;
    let contest = contests::run_by(&app.store, &actor, id).await?;
    let period: ReportPeriod = code.parse().map_err(|_| Refusal::absent())?;
    let figures = rows::figures(&app.store, id, &code, visitor.at()).await?;
    if figures.all == 0 {
        return Err(Refusal::absent().into());
    }
    let at = wanted.page.clamp(0, 1_000);
    let day = visitor.at().day();
    let found = rows::of_period(&app.store, id, &code, day, (ROWS, at * ROWS)).await?;
    let frame = Frame::new(&app, &visitor);
    let line = |row: rows::ReportLine| Line {
        standing: match row.gone {
            true => Standing { key: "report-state-gone", class: "", due: String::new() },
            false => standing(&row.state, row.due_at, visitor.at(), frame.t),
        },
        changed: Instant::from_millis(row.changed_at).day().written(),
        unit: row.unit_name,
        id: row.id,
    };
    let lines: Vec<Line> = found.into_iter().map(line).collect();
    let shown = i64::try_from(lines.len()).unwrap_or(0);
    let href = |at: i64| format!("/contests/{id}/reports/{code}?page={at}");
    let periods = rows::periods(&app.store, id).await?;
    let runners = contest.runners()?;
    let missing = rows::missing(&app.store, id, &code, &runners, (day, NAMED)).await?;
    let lacking = rows::missing_count(&app.store, id, &code, &runners).await?;
    page(&PeriodPage {
        may_open: contest.state()? != contests::State::Closed,
        rolled: rolled(&app, &contest, &code, day).await?,
        unnamed: lacking > i64::try_from(missing.len())?,
        missing,
        lacking,
        contest: (contest.id, contest.name),
        period: frame.t.tell(&period.name()),
        periods: periods.into_iter().map(|code| (written(&code, frame.t), code)).collect(),
        first: at * ROWS + 1,
        last: at * ROWS + shown,
        newer: (at > 0).then(|| href(at - 1)),
        older: (at * ROWS + shown < figures.all).then(|| href(at + 1)),
        figures,
        lines,
        code,
        frame,
    })
}

/// What all units together have handed in.
pub(super) async fn rolled(
    app: &App,
    contest: &ContestRow,
    period: &str,
    day: Day,
) -> Result<RolledUp, Failure> {
    let (id, runners) = (contest.id()?, contest.runners()?);
    let handed_in = rows::answers_of_period(&app.store, id, period, &runners, day).await?;
    let read = |row: rows::HandedIn| {
        Ok((row.unit_name, serde_json::from_str(&row.body).map_err(kernel::Fault::from)?))
    };
    let handed_in = handed_in.into_iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    Ok(roll_up(&handed_in))
}

/// Answers `GET /contests/{id}/reports/{period}/sheet`.
pub async fn sheet(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, code)): Path<(String, String)>,
) -> Answer {
    let id = read_id(&id)?;
    let contest = contests::run_by(&app.store, &actor, id).await?;
    let period: ReportPeriod = code.parse().map_err(|_| Refusal::absent())?;
    let rolled = rolled(&app, &contest, &code, visitor.at().day()).await?;
    let words = visitor.words();
    let title = format!("{} – {}", contest.name, words.tell(&period.name()));
    let bytes =
        tokio::task::spawn_blocking(move || sheets::write(&rolled, &title, words)).await??;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"bao-cao-{period}.xlsx\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &*disposition)];
    Ok((headers, bytes).into_response())
}

pub(super) fn read_id(id: &str) -> Result<ContestId, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}
