//! The book itself: searched, filtered by state, sorted, paged, with the columns that somebody wants.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use kernel::id::ContestId;
use query::{Part, Query, What};

use super::{Wanted, head, load};
use crate::accounts::Actor;
use crate::contests::ContestRow;
use crate::contests::pages::head::Head;
use crate::dossiers::State;
use crate::frame::answer::page_with;
use crate::frame::form::{Errors, Form};
use crate::frame::listing::{Pages, ROWS, at, pages};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::register::asked::{self, Asked};
use crate::register::column::{By, Column, Sort};
use crate::register::line::{Line, lines};
use crate::register::store::{self as rows, Found, views};
use crate::register::{export, naming};

/// A heading that sorts, or one that does not.
struct Heading {
    label: String,
    href: Option<String>,
    /// `ascending` or `descending`, for the one by which it is sorted.
    sorted: Option<&'static str>,
    is_number: bool,
}

/// A state with the number of its dossiers.
struct StateChoice {
    label: String,
    count: i64,
    href: String,
    is_here: bool,
}

/// A view that is kept.
struct ViewChoice {
    id: String,
    name: String,
    href: String,
    is_here: bool,
}

/// What stands in a column.
enum Cell {
    State,
    Missing(Vec<String>),
    Time(String),
    Text(String),
}

/// A dossier.
struct Row {
    id: String,
    number: i64,
    title: String,
    state: State,
    /// Each with the name of its column.
    cells: Vec<(String, Cell)>,
}

#[derive(Template)]
#[template(path = "register/pages/list.html")]
struct ListPage {
    frame: Frame,
    head: Head,
    errors: Errors,
    wanted: Wanted,
    sort: String,
    is_open: bool,
    is_empty: bool,
    troubles: Vec<String>,
    examples: Vec<(String, &'static str, String)>,
    states: Vec<StateChoice>,
    views: Vec<ViewChoice>,
    headings: Vec<Heading>,
    columns: Vec<(&'static str, String, bool)>,
    chosen: String,
    lines: Vec<Row>,
    pages: Pages,
    naming: String,
}

/// Answers `GET /contests/{id}/dossiers`.
pub async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let contest = load(&app, &actor, &id).await?;
    shown(&app, &visitor, (&actor, contest), (wanted, Errors::none(), StatusCode::OK)).await
}

/// The page with what is looked for, and with what was wrong in a form of it.
pub async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, (id, contest)): (&Actor, (ContestId, ContestRow)),
    (wanted, errors, status): (Wanted, Errors, StatusCode),
) -> Answer {
    let (sort, columns, day) = (wanted.sort(), wanted.columns(), visitor.at().day());
    let asked = asked::ask(&app.store, id, &wanted.q, day).await?;
    let (found, place) = found(app, &asked, (sort, wanted.page)).await?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let own = match export::account_of(actor) {
        Ok(account) => views::of_account(&app.store, id, account).await?,
        Err(_) => Vec::new(),
    };
    let key = id.to_string();
    let here = wanted.address(&key, &asked.query.to_string(), (sort, 0));
    let view = |view: views::ViewRow| {
        let kept = Wanted { columns: vec![view.columns], ..Wanted::default() };
        let href = kept.address(&key, &view.query, (Sort::read(&view.sort), 0));
        ViewChoice { is_here: href == here, id: view.id, name: view.name, href }
    };
    let by_state = states(words, &found, (&wanted, &asked.query, &key));
    let is_empty = found.states.is_empty();
    let lines = lines(&app.store, words, found.rows, day).await?;
    let page = ListPage {
        head: head(words, id, contest)?,
        is_open: wanted.q.trim().is_empty(),
        is_empty,
        troubles: asked.troubles.iter().map(|it| words.tell(&it.message())).collect(),
        examples: examples(words, &wanted, &key),
        states: by_state,
        views: own.into_iter().map(view).collect(),
        headings: headings(words, &columns, (&wanted, &asked.query, &key)),
        columns: Column::ALL
            .map(|it| (it.code(), words.say(&it.label()), columns.contains(&it)))
            .into(),
        chosen: Column::written(&columns),
        lines: lines.into_iter().map(|line| row(words, line, &columns)).collect(),
        pages: pages(place, found.total, |page| wanted.address(&key, &wanted.q, (sort, page))),
        naming: if wanted.naming.is_empty() { naming::USUAL.into() } else { wanted.naming.clone() },
        sort: sort.written(),
        wanted,
        frame,
        errors,
    };
    page_with(status, &page)
}

fn row(words: Words, line: Line, columns: &[Column]) -> Row {
    let cell = |column: &Column| {
        let cell = match column {
            Column::State => Cell::State,
            Column::Missing => Cell::Missing(line.missing.clone()),
            Column::Received => Cell::Time(line.received.clone()),
            other => Cell::Text(line.cell(*other, words)),
        };
        (words.say(&column.label()), cell)
    };
    let cells = columns.iter().map(cell).collect();
    let Line { row, state, .. } = line;
    Row { id: row.dossier_id, number: row.number, title: row.title, state, cells }
}

/// The page that is asked for; the last one where it lies beyond.
async fn found(
    app: &App,
    asked: &Asked,
    (sort, page): (Sort, i64),
) -> Result<(Found, i64), kernel::Fault> {
    let page = page.clamp(0, i64::MAX / ROWS - 1);
    let found = rows::found(&app.store, &asked.filter, sort, (ROWS, page * ROWS)).await?;
    let (place, first) = at(page, found.total);
    match place == page {
        true => Ok((found, page)),
        false => Ok((rows::found(&app.store, &asked.filter, sort, (ROWS, first)).await?, place)),
    }
}

/// Each state that any dossier is in, and all of them: a click looks for it beside what is looked for.
fn states(
    words: Words,
    found: &Found,
    (wanted, query, contest): (&Wanted, &Query, &str),
) -> Vec<StateChoice> {
    let is_state = |part: &Part| matches!(&part.what, What::Choice(key, _) if key == "state");
    let asked: Vec<Part> = query.parts.iter().filter(|part| is_state(part)).cloned().collect();
    let others: Vec<Part> = query.parts.iter().filter(|part| !is_state(part)).cloned().collect();
    let choice = |state: Option<State>, count: i64| {
        let own: Vec<Part> = state.map(of_state).into_iter().collect();
        let parts = others.iter().chain(&own).cloned().collect();
        StateChoice {
            label: words.say(state.map_or("register-all-states", State::label)),
            count,
            href: wanted.address(contest, &Query { parts }.to_string(), (wanted.sort(), 0)),
            is_here: asked == own,
        }
    };
    let all = choice(None, found.states.values().sum());
    let each = State::ALL.into_iter().filter_map(|state| {
        found.states.get(state.code()).map(|count| choice(Some(state), *count))
    });
    std::iter::once(all).chain(each).collect()
}

fn of_state(state: State) -> Part {
    let what = What::Choice("state".to_owned(), vec![state.code().to_owned()]);
    Part { negated: false, what }
}

fn headings(
    words: Words,
    columns: &[Column],
    (wanted, query, contest): (&Wanted, &Query, &str),
) -> Vec<Heading> {
    let now = wanted.sort();
    let heading = |label: &str, by: Option<By>| Heading {
        label: words.say(label),
        href: by.map(|by| wanted.address(contest, &query.to_string(), (now.clicked(by), 0))),
        sorted: by.filter(|by| *by == now.by).map(|_| match now.is_down {
            true => "descending",
            false => "ascending",
        }),
        is_number: by == Some(By::Number),
    };
    let by = |column: Column| match column {
        Column::Field => Some(By::Field),
        Column::State => Some(By::State),
        Column::Received => Some(By::Received),
        _ => None,
    };
    let first = [
        heading("register-column-number", Some(By::Number)),
        heading("register-column-title", Some(By::Title)),
    ];
    let rest = columns.iter().map(|column| heading(&column.label(), by(*column)));
    first.into_iter().chain(rest).collect()
}

/// What can be typed: an example, what it finds, and the way to it.
fn examples(words: Words, wanted: &Wanted, contest: &str) -> Vec<(String, &'static str, String)> {
    let keys = [
        ("register-example-words", "register-finds-words"),
        ("register-example-field", "register-finds-field"),
        ("register-example-unit", "register-finds-unit"),
        ("register-example-author", "register-finds-author"),
        ("register-example-state", "register-finds-state"),
        ("register-example-number", "register-finds-number"),
        ("register-example-applied", "register-finds-applied"),
        ("register-example-received", "register-finds-received"),
        ("register-example-missing", "register-finds-missing"),
    ];
    let example = |(example, finds): (&str, &'static str)| {
        let typed = words.say(example);
        let href = wanted.address(contest, &typed, (Sort::default(), 0));
        (typed, finds, href)
    };
    keys.map(example).into()
}
