//! The portal of the installation: what runs, what is next, what has been.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use kernel::{Failure, Instant, text};
use serde::Deserialize;

use super::news::{self, NewsLine};
use super::{Door, HTML, bytes, machine, parts};
use crate::frame::answer::{self, encode};
use crate::frame::shelf::Made;
use crate::frame::{Answer, App, Visitor, Words};
use crate::portal::contest::{label, path};
use crate::portal::dates::{self, Left};
use crate::portal::store::{self, DateRow, PublicRow};

/// Dates that the first page shows.
const COMING: usize = 6;
/// News that the first page shows.
const NEWS: i64 = 5;
/// Rows of a list on the first page, and of a page of the whole list.
const FEW: usize = 20;
const ROWS: usize = 50;

/// What is looked for.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    phase: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    page: usize,
}

impl Wanted {
    /// Whether this is the first page, which is the same for everybody.
    fn is_nothing(&self) -> bool {
        let words = [&self.q, &self.level, &self.phase, &self.sort];
        words.iter().all(|word| word.is_empty()) && self.page == 0
    }

    fn address(&self, page: usize) -> String {
        let word = |name: &str, value: &str| format!("{name}={}", encode(value));
        let words = [
            word("q", &self.q),
            word("level", &self.level),
            word("phase", &self.phase),
            word("sort", &self.sort),
        ];
        format!("/hoi-thi?{}&page={page}", words.join("&"))
    }
}

/// A contest in a list.
struct Line {
    href: String,
    name: String,
    place: String,
    level: String,
    years: String,
    next: Option<Next>,
    left: String,
    is_closed: bool,
}

/// What is next, and what its date was before.
struct Next {
    what: String,
    when: String,
    was: Option<String>,
}

/// A date to come, with its contest.
struct Coming {
    next: Next,
    left: String,
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "portal/pages/index.html")]
struct IndexPage {
    door: Door,
    wanted: Wanted,
    coming: Vec<Coming>,
    news: Vec<NewsLine>,
    running: Vec<Line>,
    running_count: usize,
    past: Vec<Line>,
    past_count: usize,
    levels: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "portal/pages/list.html")]
struct ListPage {
    door: Door,
    wanted: Wanted,
    lines: Vec<Line>,
    levels: Vec<(&'static str, String)>,
    total: usize,
    first: usize,
    last: usize,
    newer: Option<String>,
    older: Option<String>,
}

/// Answers `GET /hoi-thi`: the first page from the shelf, a search as it comes.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let words = visitor.words();
    if !wanted.is_nothing() {
        return answer::page(&list(&app, wanted, (words, visitor.at())).await?);
    }
    let make = async || {
        let at = app.store.now();
        let bytes = bytes(&first(&app, (words, at)).await?)?;
        Ok(Made { kind: HTML, bytes, until: machine::until(&app, at).await? })
    };
    let key = format!("index/{}", words.0.code());
    Ok(app.shelf.take(&app.store, key, make).await?.answer(&headers).into_response())
}

async fn first(app: &App, (words, at): (Words, Instant)) -> Result<IndexPage, Failure> {
    let contests = store::list(&app.store, at).await?;
    let dates = store::dates_to_come(&app.store, at).await?;
    let news = store::newest_news(&app.store, at, NEWS).await?;
    let (past, mut running): (Vec<&PublicRow>, Vec<&PublicRow>) =
        contests.iter().partition(|row| row.is_closed());
    running.sort_by_cached_key(|row| place_of(next_of(row, &dates), &dates));
    let lines = |rows: &[&PublicRow]| -> Result<Vec<Line>, Failure> {
        rows.iter().take(FEW).map(|row| line(row, &dates, (words, at))).collect()
    };
    let of = |date: &DateRow| contests.iter().find(|row| row.id == date.contest_id).cloned();
    let coming = dates.iter().take(COMING).filter_map(|date| Some((date, of(date)?)));
    Ok(IndexPage {
        coming: coming
            .map(|(date, row)| coming_line(date, &row, (words, at)))
            .collect::<Result<_, _>>()?,
        news: news.iter().map(|row| news::line(row, words)).collect(),
        running_count: running.len(),
        running: lines(&running)?,
        past_count: past.len(),
        past: lines(&newest_first(past))?,
        levels: levels(words),
        wanted: Wanted::default(),
        door: Door::new(app, words, "/hoi-thi", words.say("portal-lead")),
    })
}

fn newest_first(mut rows: Vec<&PublicRow>) -> Vec<&PublicRow> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.last_year.or(row.first_year)));
    rows
}

async fn list(
    app: &App,
    wanted: Wanted,
    (words, at): (Words, Instant),
) -> Result<ListPage, Failure> {
    let contests = store::list(&app.store, at).await?;
    let dates = store::dates_to_come(&app.store, at).await?;
    let folded = text::fold(wanted.q.trim());
    let fits = |row: &&PublicRow| {
        let has =
            |word: &str| row.folded.contains(word) || text::fold(&row.locality).contains(word);
        folded.split_whitespace().all(has)
            && (wanted.level.is_empty() || row.level == wanted.level)
            && match wanted.phase.as_str() {
                "running" => !row.is_closed(),
                "past" => row.is_closed(),
                _ => true,
            }
    };
    let mut found: Vec<&PublicRow> = contests.iter().filter(fits).collect();
    match wanted.sort.as_str() {
        "next" => found.sort_by_cached_key(|row| place_of(next_of(row, &dates), &dates)),
        "year" => found = newest_first(found),
        _ => (),
    }
    let total = found.len();
    let page = wanted.page.min(total.saturating_sub(1) / ROWS);
    let shown = found.iter().skip(page * ROWS).take(ROWS);
    let lines = shown.map(|row| line(row, &dates, (words, at))).collect::<Result<Vec<_>, _>>()?;
    let last = (page * ROWS + ROWS).min(total);
    Ok(ListPage {
        first: (page * ROWS + 1).min(total),
        newer: (page > 0).then(|| wanted.address(page - 1)),
        older: (last < total).then(|| wanted.address(page + 1)),
        levels: levels(words),
        door: Door::new(app, words, &wanted.address(page), words.say("portal-lead")),
        wanted,
        lines,
        total,
        last,
    })
}

/// The deadline of a contest, or else the nearest of its dates.
fn next_of<'d>(row: &PublicRow, dates: &'d [DateRow]) -> Option<&'d DateRow> {
    let own = || dates.iter().filter(|date| date.contest_id == row.id);
    own().find(|date| date.kind == "submission").or_else(|| own().next())
}

/// Where a date stands among all; contests without one come last.
fn place_of(date: Option<&DateRow>, dates: &[DateRow]) -> usize {
    let same = |date: &DateRow| dates.iter().position(|other| std::ptr::eq(other, date));
    date.and_then(same).unwrap_or(usize::MAX)
}

fn line(
    row: &PublicRow,
    dates: &[DateRow],
    (words, at): (Words, Instant),
) -> Result<Line, Failure> {
    let next = next_of(row, dates);
    let window = next.map(DateRow::window).transpose()?;
    Ok(Line {
        href: path(&row.slug),
        name: row.name.clone(),
        place: parts::first_capital(&row.locality),
        level: words.say(level(&row.level)),
        years: parts::years(row).unwrap_or_default(),
        next: next.map(|date| shown(date, words)).transpose()?,
        left: window.map(|window| left(&window, (words, at))).unwrap_or_default(),
        is_closed: row.is_closed(),
    })
}

fn coming_line(
    date: &DateRow,
    row: &PublicRow,
    (words, at): (Words, Instant),
) -> Result<Coming, Failure> {
    Ok(Coming {
        next: shown(date, words)?,
        left: left(&date.window()?, (words, at)),
        href: path(&row.slug),
        name: row.name.clone(),
    })
}

/// A date as lists show it: of a deadline its end, of all else the whole window.
fn shown(date: &DateRow, words: Words) -> Result<Next, Failure> {
    let is_deadline = date.kind == "submission";
    let written = |window: kernel::Window| match is_deadline {
        true => dates::end(words, &window).unwrap_or_default(),
        false => dates::window(words, &window),
    };
    Ok(Next {
        what: match is_deadline {
            true => words.say("portal-deadline"),
            false => label(words, &date.kind, date.title.as_deref()),
        },
        when: written(date.window()?),
        was: date.was()?.map(written),
    })
}

/// "còn 12 ngày", "hôm nay là ngày cuối"; of what has not begun, how long until it does.
fn left(window: &kernel::Window, (words, at): (Words, Instant)) -> String {
    let days = match (window.opens(), Left::of(window, at)) {
        (_, Some(Left::Today)) => return words.say("portal-today-last"),
        (_, Some(Left::Days(days))) => days,
        (Some(opens), Some(Left::Opens(_)) | None) if opens > at => {
            return words.count("portal-in-days", dates::days_between(at.day(), opens.day()));
        }
        _ => return String::new(),
    };
    words.count("portal-days-left", days)
}

fn level(code: &str) -> &'static str {
    match code {
        "nation" => "portal-level-nation",
        "province" => "portal-level-province",
        "district" => "portal-level-district",
        "commune" => "portal-level-commune",
        _ => "portal-level-agency",
    }
}

fn levels(words: Words) -> Vec<(&'static str, String)> {
    let codes = ["nation", "province", "district", "commune", "agency"];
    codes.into_iter().map(|code| (code, words.say(level(code)))).collect()
}
