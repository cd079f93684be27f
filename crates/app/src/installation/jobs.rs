//! Jobs, for administrators.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Instant, Refusal};
use store::jobs::{self, JobId, JobRow};

use crate::accounts::{Actor, policy};
use crate::frame::answer::{page, see};
use crate::frame::{Answer, App, Frame, Visitor};

const ROWS: i64 = 200;

struct Line {
    id: String,
    kind: String,
    state: String,
    wanted: String,
    next: String,
    attempts: i64,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "installation/pages/jobs.html")]
struct JobsPage {
    frame: Frame,
    jobs: Vec<Line>,
}

/// Answers `GET /installation/jobs`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    let jobs = jobs::list(&app.store, ROWS).await?;
    page(&JobsPage {
        frame: Frame::new(&app, &visitor),
        jobs: jobs.into_iter().map(line).collect(),
    })
}

fn line(job: JobRow) -> Line {
    Line {
        id: job.id,
        kind: job.kind,
        state: job.state,
        wanted: Instant::from_millis(job.created_at).written(),
        next: Instant::from_millis(job.run_at).written(),
        attempts: job.attempts,
        error: job.last_error,
    }
}

/// Answers `POST /installation/jobs/{id}/run`.
pub async fn run_now(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    policy::may_manage(&actor)?;
    let id: JobId = id.parse().map_err(|_| Refusal::absent())?;
    let mut tx = app.store.begin().await?;
    let found = jobs::run_now(&mut tx, &id.to_string()).await?;
    found.then_some(()).ok_or_else(Refusal::absent)?;
    tx.commit().await?;
    see("/installation/jobs", "job-runs")
}
