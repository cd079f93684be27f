//! The overview of one contest, for those who lead it.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Failure, Instant};
use store::Reader;

use super::contest_id;
use super::figures::{Asked, Board, Leads, Line, Standing};
use crate::accounts::Actor;
use crate::contests::pages::schedule::Schedule;
use crate::contests::timeline::{Shape, Timeline};
use crate::contests::{self, ContestRow, kind, policy};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::overview::access;
use crate::overview::picture;
use crate::overview::store::{self as rows, Reach, TaskWork};

/// Most tasks in the picture; the file has all.
const MOST_TASKS: usize = 10;

#[derive(Template)]
#[template(path = "overview/pages/one.html")]
struct OnePage {
    frame: Frame,
    id: String,
    contest: String,
    state: String,
    at: String,
    runs: bool,
    timeline: Timeline,
    next: Option<(String, String, Option<String>)>,
    unshown: i64,
    published: i64,
    all: Standing,
    board: Board,
}

/// A contest, counted.
pub(super) struct Counted {
    /// The contest.
    pub contest: ContestRow,
    /// Whether the reader runs it.
    pub leads: Leads,
    /// Itself.
    pub reach: Reach,
    /// How its assignments stand, task by task.
    pub work: Vec<TaskWork>,
}

impl Counted {
    pub(super) async fn load(
        reader: &Reader,
        actor: &Actor,
        (id, at): (&str, Instant),
    ) -> Result<Self, Failure> {
        let contest = access::contest(reader, actor, contest_id(id)?, at.day()).await?;
        let leads = match policy::runs(actor, &contest.runners()?) {
            true => Leads::ToChasing,
            false => Leads::ToOverview,
        };
        let work = rows::tasks_work(reader, &contest.id, at).await?;
        Ok(Self { leads, reach: Reach::Of(vec![contest.id.clone()]), contest, work })
    }

    pub(super) fn lines(&self) -> Vec<Line> {
        self.work.iter().map(|work| self.line(work)).collect()
    }

    fn line(&self, work: &TaskWork) -> Line {
        let TaskWork { done, reported, open, late, .. } = *work;
        Line {
            name: format!("{}. {}", work.position, work.text),
            href: (self.leads == Leads::ToChasing).then(|| format!("/tasks/{}", work.id)),
            standing: Standing { done, reported, open, late },
        }
    }
}

/// Answers `GET /contests/{id}/overview`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let (store, at) = (&app.store, visitor.at());
    let counted = Counted::load(store, &actor, (&id, at)).await?;
    let frame = Frame::new(&app, &visitor);
    let contest = contest_id(&id)?;
    let milestones = contests::store::milestones(store, contest).await?;
    let versions = contests::store::versions(store, contest).await?;
    let schedule =
        Schedule { rows: &milestones, versions: &versions, papers: &[], today: at.day() };
    let next = schedule.dues(frame.t)?.into_iter().find(|due| due.stands == "milestone-next");
    let asked = Asked { reach: &counted.reach, leads: counted.leads, at };
    let mut lines = counted.lines();
    let mut all = Standing::default();
    lines.iter().for_each(|line| all.add(line.standing));
    let unshown = i64::try_from(lines.len().saturating_sub(MOST_TASKS))?;
    lines.truncate(MOST_TASKS);
    let mut board = Board::load(store, frame.t, asked, lines).await?;
    // The one contest is named above.
    board.tasks.iter_mut().for_each(|task| task.beside.clear());
    page(&OnePage {
        id: counted.contest.id.clone(),
        state: frame.t.say(&kind::label("contest-state", &counted.contest.state)),
        at: at.written(),
        runs: counted.leads == Leads::ToChasing,
        timeline: schedule.timeline(frame.t)?,
        next: next.map(|due| (due.name, due.when, due.left)),
        published: board.channels.iter().map(|channel| channel.done).sum(),
        contest: counted.contest.name,
        unshown,
        all,
        board,
        frame,
    })
}
