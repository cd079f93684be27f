//! The overview of everything that somebody leads.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use kernel::{Failure, Fault, Instant};
use store::Reader;

use super::figures::{Asked, Board, Leads, Line, Standing};
use super::{grouped, percent};
use crate::accounts::Actor;
use crate::contests::{self, kind, when};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::overview::access::{self, Scope};
use crate::overview::picture;
use crate::overview::store::{self as rows, ContestRow, Reach, Work};

/// Milestones that are told beforehand.
const COMING: usize = 6;
/// Contests in the list of those with most that is late.
const LATE_CONTESTS: usize = 10;

/// A contest with something late.
struct LateContest {
    id: String,
    name: String,
    late: i64,
    percent: i64,
}

struct Coming {
    contest_id: String,
    contest: String,
    name: String,
    when: String,
    left: Option<String>,
}

#[derive(Template)]
#[template(path = "overview/pages/all.html")]
struct AllPage {
    frame: Frame,
    at: String,
    whole: bool,
    running: i64,
    preparing: i64,
    closed: i64,
    given: String,
    late: String,
    published: i64,
    board: Board,
    late_contests: Vec<LateContest>,
    coming: Vec<Coming>,
}

/// What an actor leads, counted.
pub(super) struct Led {
    /// The contests.
    pub contests: Vec<ContestRow>,
    /// Which are counted.
    pub reach: Reach,
    /// Where the late lead.
    pub leads: Leads,
    /// How their assignments stand.
    pub work: Vec<Work>,
}

impl Led {
    pub(super) async fn load(reader: &Reader, actor: &Actor, at: Instant) -> Result<Self, Failure> {
        let (scope, contests) = access::contests_of(reader, actor, at.day()).await?;
        let running = contests.iter().filter(|contest| is(contest, contests::State::Running));
        let (reach, leads) = match scope {
            Scope::All => (Reach::Running, Leads::ToChasing),
            Scope::Of(_) => {
                (Reach::Of(running.map(|it| it.id.clone()).collect()), Leads::ToOverview)
            }
        };
        let work = rows::contests_work(reader, &reach, at).await?;
        Ok(Self { contests, reach, leads, work })
    }

    /// How the assignments stand, level by level.
    pub(super) fn levels(&self, words: Words) -> Vec<Line> {
        let level_of: HashMap<&str, &str> =
            self.contests.iter().map(|it| (it.id.as_str(), it.level.as_str())).collect();
        let line = |code: String| {
            let mut standing = Standing::default();
            let own = self.work.iter().filter(|work| {
                level_of.get(work.contest_id.as_str()).is_some_and(|level| *level == code)
            });
            own.for_each(|work| standing.add(standing_of(work)));
            let name = words.say(&kind::label("level", &code));
            Line { name, href: Some(format!("/contests?level={code}")), standing }
        };
        let lines = kind::LEVELS.map(|level| line(kind::code(level)));
        lines.into_iter().filter(|line| line.standing.sum() > 0).collect()
    }

    fn late_contests(&self) -> Vec<LateContest> {
        let names: HashMap<&str, &str> =
            self.contests.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
        let mut late: Vec<&Work> = self.work.iter().filter(|work| work.late > 0).collect();
        late.sort_by_key(|work| std::cmp::Reverse(work.late));
        let one = |work: &&Work| LateContest {
            name: names.get(work.contest_id.as_str()).copied().unwrap_or_default().to_owned(),
            percent: percent(work.done, standing_of(work).sum()),
            id: work.contest_id.clone(),
            late: work.late,
        };
        late.iter().take(LATE_CONTESTS).map(one).collect()
    }
}

pub(super) fn standing_of(work: &Work) -> Standing {
    Standing { done: work.done, reported: work.reported, open: work.open, late: work.late }
}

pub(super) fn is(contest: &ContestRow, state: contests::State) -> bool {
    contest.state == state.code()
}

/// Answers `GET /overview`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let (store, at) = (&app.store, visitor.at());
    let led = Led::load(store, &actor, at).await?;
    let frame = Frame::new(&app, &visitor);
    let asked = Asked { reach: &led.reach, leads: led.leads, at };
    let board = Board::load(store, frame.t, asked, led.levels(frame.t)).await?;
    let count = |state| led.contests.iter().filter(|it| is(it, state)).count();
    page(&AllPage {
        at: at.written(),
        whole: led.leads == Leads::ToChasing,
        running: i64::try_from(count(contests::State::Running))?,
        preparing: i64::try_from(count(contests::State::Preparing))?,
        closed: i64::try_from(count(contests::State::Closed))?,
        given: grouped(board.all.sum()),
        late: grouped(board.all.late),
        published: board.channels.iter().map(|channel| channel.done).sum(),
        late_contests: led.late_contests(),
        coming: coming(store, frame.t, &led, at).await?,
        board,
        frame,
    })
}

/// The milestones that come next.
async fn coming(
    reader: &Reader,
    words: Words,
    led: &Led,
    at: Instant,
) -> Result<Vec<Coming>, Failure> {
    let running = led.contests.iter().filter(|it| is(it, contests::State::Running));
    let names: HashMap<&str, &str> = running.map(|it| (it.id.as_str(), it.name.as_str())).collect();
    let ids: Vec<String> = names.keys().map(|id| (*id).to_owned()).collect();
    let next = contests::store::next_milestones(reader, &ids, at.millis()).await?;
    let one = |row: contests::store::NextRow| {
        let window = row.window()?;
        Ok(Coming {
            name: contests::pages::milestone_name(words, &row.kind, row.title.as_deref()),
            when: when::window(words, &window),
            left: when::days_left(words, &window, at.day()),
            contest: names.get(row.contest_id.as_str()).copied().unwrap_or_default().to_owned(),
            contest_id: row.contest_id,
        })
    };
    let told: Result<Vec<Coming>, Fault> = next.into_iter().take(COMING).map(one).collect();
    Ok(told?)
}
