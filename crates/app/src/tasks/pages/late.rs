//! Who is late in a contest, the letters that one copies, and writing down that they went out.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Instant, Refusal};
use serde::Deserialize;

use super::{Pages, ROWS, address, contest_id, kinds, pages, turn_label, words_of};
use crate::accounts::Actor;
use crate::frame::answer::{page, see};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::tasks::letter::{About, Draft};
use crate::tasks::store::{self as rows, LateFilter, LateLine, LateUnit, TaskLine};
use crate::tasks::{self, Chased, access, mark, policy};

/// Most units that one letter names; the page says how many more there are.
const LETTER: i64 = 300;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    kind: String,
    task: String,
    page: i64,
}

impl Wanted {
    /// Whether something is looked for.
    fn is_narrow(&self) -> bool {
        ![&self.q, &self.kind, &self.task].iter().all(|field| field.trim().is_empty())
    }
}

struct Line {
    id: String,
    name: String,
    parent: Option<String>,
    parent_id: String,
    chased: Option<String>,
    tasks: Vec<Late>,
}

struct Late {
    id: String,
    text: String,
    turn: Option<String>,
    last: String,
    days: i64,
}

#[derive(Template)]
#[template(path = "tasks/pages/late.html")]
struct LatePage {
    frame: Frame,
    id: String,
    contest: String,
    wanted: Wanted,
    kinds: Vec<(&'static str, String)>,
    tasks: Vec<TaskLine>,
    lines: Vec<Line>,
    pages: Pages,
    direct: Option<Draft>,
    escalated: Vec<Draft>,
    unnamed: i64,
    why_not: Option<String>,
}

/// Answers `GET /contests/{id}/overdue`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (store, now) = (&app.store, visitor.at());
    let seen = access::contest(store, &actor, contest_id(&id)?).await?;
    if !seen.runs {
        policy::may_run(&seen)?;
    }
    let filter = LateFilter {
        words: words_of(&wanted.q),
        kind: wanted.kind.parse().ok(),
        task: wanted.task.parse().ok(),
    };
    let total = rows::late_count(store, seen.id, &filter, now).await?;
    let (at, first) = super::at(wanted.page, total);
    let named = rows::late_units(store, seen.id, &filter, now, (LETTER, 0)).await?;
    let shown = match first + ROWS <= LETTER {
        true => named.iter().skip(usize::try_from(first)?).take(50).cloned().collect(),
        false => rows::late_units(store, seen.id, &filter, now, (ROWS, first)).await?,
    };
    let ids: Vec<String> = named.iter().chain(&shown).map(|unit| unit.id.clone()).collect();
    let late = rows::late_lines(store, seen.id, &ids, (filter.task, now)).await?;
    let frame = Frame::new(&app, &visitor);
    let about = About { contest: &seen.name, day: now.day(), units: &named, lines: &late };
    let here = |page: i64| {
        let page = page.to_string();
        let fields = [("q", &*wanted.q), ("kind", &wanted.kind), ("task", &wanted.task)];
        address(&format!("/contests/{id}/overdue"), &[&fields[..], &[("page", &page)]].concat())
    };
    let (direct, escalated) = about.letters(frame.t);
    page(&LatePage {
        direct: (total > 0).then_some(direct),
        escalated,
        unnamed: (total - LETTER).max(0),
        lines: shown.into_iter().map(|unit| line(frame.t, unit, &late, now)).collect(),
        why_not: policy::may_run(&seen).err().map(|refusal| frame.t.tell(&refusal.message)),
        pages: pages(at, total, here),
        kinds: kinds(frame.t),
        tasks: rows::tasks_of(store, seen.id).await?,
        id: seen.id.to_string(),
        contest: seen.name.clone(),
        wanted,
        frame,
    })
}

fn line(words: Words, unit: LateUnit, late: &[LateLine], now: Instant) -> Line {
    let own = || late.iter().filter(|line| line.unit_id == unit.id);
    let chased = own().filter_map(|line| line.chased_at).max();
    let task = |line: &LateLine| {
        let last = mark::last_day(line.due_at);
        Late {
            id: line.id.clone(),
            text: line.text.clone(),
            turn: turn_label(words, &line.period),
            last: last.written(),
            days: last.days_until(now.day()),
        }
    };
    Line {
        tasks: own().map(task).collect(),
        chased: chased.map(|at| Instant::from_millis(at).day().written()),
        parent_id: unit.parent_id.unwrap_or_default(),
        parent: unit.parent,
        name: unit.name.unwrap_or_default(),
        id: unit.id,
    }
}

/// Whom the form names.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Named {
    unit: Vec<String>,
    task: String,
}

/// Answers `POST /contests/{id}/overdue/chasing`.
pub async fn chase(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Form(named): Form<Named>,
) -> Answer {
    let contest = contest_id(&id)?;
    let units = named.unit.iter().map(|unit| unit.parse()).collect::<Result<_, _>>();
    let chased = Chased {
        task: named.task.parse().ok(),
        units: units.map_err(|_| Refusal::invalid("form-unreadable"))?,
    };
    let mut tx = app.store.begin().await?;
    tasks::chase(&mut tx, &actor, contest, &chased).await?;
    tx.commit().await?;
    see(&format!("/contests/{contest}/overdue"), "chased")
}
