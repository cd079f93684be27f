//! The list of contests: search, filter, pages.

use askama::Template;
use axum::extract::{Query, State as Shared};
use kernel::{Day, Fault};
use serde::Deserialize;

use super::{head, milestone_name, rows};
use crate::accounts::Actor;
use crate::contests::state::State;
use crate::contests::store::{ContestRow, Filter, NextRow, Order};
use crate::contests::{Sight, kind, policy, when};
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
    series: String,
    level: String,
    state: String,
    year: String,
    sort: String,
    page: i64,
}

struct Line {
    id: String,
    name: String,
    level: String,
    locality: String,
    years: String,
    state: String,
    tag: &'static str,
    next: Option<Next>,
}

struct Next {
    name: String,
    when: String,
    left: Option<String>,
}

/// A list to choose from: value, name, whether it is chosen.
type Choices = Vec<(String, String, bool)>;

#[derive(Template)]
#[template(path = "contests/pages/list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    series: Choices,
    levels: Choices,
    states: Choices,
    years: Choices,
    by_name: bool,
    is_open: bool,
    contests: Vec<Line>,
    pages: Pages,
    may_begin: bool,
}

/// Answers `GET /contests`.
pub async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (filter, sight) = (filter(&wanted), Sight::of(&actor, visitor.at()));
    let total = rows::count(&app.store, &filter, &sight).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::list(&app.store, (&filter, &sight), (ROWS, first)).await?;
    let ids: Vec<String> = found.iter().map(|contest| contest.id.clone()).collect();
    let next = rows::next_milestones(&app.store, &ids, visitor.at().millis()).await?;
    let years = rows::years(&app.store, &sight).await?;
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    page(&ListPage {
        contests: lines(words, (found, &next), visitor.at().day())?,
        series: choices(words, "series", &kind::SERIES.map(kind::code), &wanted.series),
        levels: choices(words, "level", &kind::LEVELS.map(kind::code), &wanted.level),
        states: choices(words, "contest-state", &state_codes(), &wanted.state),
        years: years
            .iter()
            .map(|it| (it.to_string(), it.to_string(), filter.year == Some(*it)))
            .collect(),
        by_name: filter.order == Order::Name,
        is_open: filter.is_open(),
        pages: pages(at, total, |page| here(&wanted, page)),
        may_begin: policy::may_begin(&actor).is_ok(),
        q: wanted.q,
        frame,
    })
}

fn state_codes() -> [String; 3] {
    State::ALL.map(|state| state.code().to_owned())
}

fn choices(words: Words, prefix: &str, codes: &[String], chosen: &str) -> Choices {
    let choice =
        |code: &String| (code.clone(), words.say(&kind::label(prefix, code)), code == chosen);
    codes.iter().map(choice).collect()
}

/// What is no word of its list narrows nothing.
fn filter(wanted: &Wanted) -> Filter {
    let known = |codes: &[String], typed: &str| codes.iter().find(|code| *code == typed).cloned();
    Filter {
        words: words_of(&wanted.q),
        series: known(&kind::SERIES.map(kind::code), &wanted.series),
        level: known(&kind::LEVELS.map(kind::code), &wanted.level),
        state: known(&state_codes(), &wanted.state),
        year: wanted.year.parse().ok(),
        parent: None,
        order: if wanted.sort == "name" { Order::Name } else { Order::Year },
    }
}

fn here(wanted: &Wanted, page: i64) -> String {
    let Wanted { q, series, level, state, year, sort, .. } = wanted;
    let page = &page.to_string();
    let fields = [
        ("q", q),
        ("series", series),
        ("level", level),
        ("state", state),
        ("year", year),
        ("sort", sort),
        ("page", page),
    ];
    address("/contests", &fields.map(|(name, value)| (name, value.as_str())))
}

fn lines(
    words: Words,
    (found, next): (Vec<ContestRow>, &[NextRow]),
    today: Day,
) -> Result<Vec<Line>, Fault> {
    found.into_iter().map(|contest| line(words, (contest, next), today)).collect()
}

fn line(
    words: Words,
    (contest, next): (ContestRow, &[NextRow]),
    today: Day,
) -> Result<Line, Fault> {
    let state = contest.state()?;
    let next = next.iter().find(|next| next.contest_id == contest.id && state != State::Closed);
    let next = next.map(|next| {
        let window = next.window()?;
        Ok::<_, Fault>(Next {
            name: milestone_name(words, &next.kind, next.title.as_deref()),
            when: when::window(words, &window),
            left: when::days_left(words, &window, today),
        })
    });
    Ok(Line {
        level: words.say(&kind::label("level", &contest.level)),
        years: head::years(words, &contest).unwrap_or_default(),
        state: words.say(&kind::label("contest-state", state.code())),
        tag: head::look(state).0,
        next: next.transpose()?,
        locality: contest.locality,
        id: contest.id,
        name: contest.name,
    })
}
