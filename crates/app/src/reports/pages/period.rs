//! The reports of one period: who has handed in, and what they say together.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use kernel::id::ContestId;
use kernel::{Day, Failure, Instant, Refusal};
use serde::Deserialize;

use super::{Standing, standing, states, written};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::store::ContestRow;
use crate::frame::answer::{page, see};
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::reports::period::ReportPeriod;
use crate::reports::roll_up::{RolledUp, roll_up};
use crate::reports::store::{self as rows, Figures, ReportFilter, Stands};
use crate::reports::{self, sheet as sheets};

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
    path: String,
    periods: Vec<(String, String)>,
    figures: Figures,
    lines: Vec<Line>,
    wanted: Wanted,
    states: Vec<(&'static str, String)>,
    pages: Pages,
    rolled: RolledUp,
    missing: Vec<String>,
    lacking: i64,
    unnamed: bool,
    may_open: bool,
}

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    state: String,
    page: i64,
}

impl Wanted {
    fn filter(&self) -> ReportFilter {
        ReportFilter { words: words_of(&self.q), stands: Stands::read(&self.state), kind: None }
    }

    fn address(&self, path: &str, page: i64) -> String {
        let page = page.to_string();
        address(path, &[("q", &self.q), ("state", &self.state), ("page", &page)])
    }
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
            may_open: contest.state()? == contests::State::Running,
            contest: (contest.id, contest.name),
            period: String::new(),
            code: String::new(),
            path: String::new(),
            periods: Vec::new(),
            figures: Figures::default(),
            lines: Vec::new(),
            wanted: Wanted::default(),
            states: Vec::new(),
            pages: pages(0, 0, |_| String::new()),
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
    let (now, day, filter) = (visitor.at(), visitor.at().day(), wanted.filter());
    let of = (id, &*code);
    let total = rows::of_period_count(&app.store, of, &filter, now).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::of_period(&app.store, of, &filter, now, (ROWS, first)).await?;
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
    let path = format!("/contests/{id}/reports/{code}");
    let periods = rows::periods(&app.store, id).await?;
    let runners = contest.runners()?;
    let missing = rows::missing(&app.store, id, &code, &runners, (day, NAMED)).await?;
    let lacking = rows::missing_count(&app.store, id, &code, &runners).await?;
    page(&PeriodPage {
        may_open: contest.state()? == contests::State::Running,
        rolled: rolled(&app, &contest, &code, day).await?,
        unnamed: lacking > i64::try_from(missing.len())?,
        missing,
        lacking,
        contest: (contest.id, contest.name),
        period: frame.t.tell(&period.name()),
        periods: periods.into_iter().map(|code| (written(&code, frame.t), code)).collect(),
        states: states(frame.t),
        pages: pages(at, total, |page| wanted.address(&path, page)),
        lines: found.into_iter().map(line).collect(),
        figures,
        wanted,
        path,
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
