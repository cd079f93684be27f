//! The numbers behind the pictures as an XLSX file, whole where the page shows the first.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::Failure;
use store::Reader;

use super::WHOLE;
use super::all::{Led, standing_of};
use super::figures::{Asked, Board, Late, Line, Standing, tasks, units};
use super::one::Counted;
use crate::accounts::Actor;
use crate::contests::kind;
use crate::frame::{Answer, App, Visitor, Words};
use crate::publicity::sheet::{self, Cell, Sheet};

/// Answers `GET /overview/export`.
pub async fn all(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let (store, at, words) = (&app.store, visitor.at(), visitor.words());
    let led = Led::load(store, &actor, at).await?;
    let asked = Asked { reach: &led.reach, leads: led.leads, at };
    let mut sheets = vec![levels(words, &led.levels(words)), contests(words, &led)];
    sheets.extend(rest(store, words, asked).await?);
    written(sheets).await
}

/// Answers `GET /contests/{id}/overview/export`.
pub async fn one(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let (store, at, words) = (&app.store, visitor.at(), visitor.words());
    let counted = Counted::load(store, &actor, (&id, at)).await?;
    let asked = Asked { reach: &counted.reach, leads: counted.leads, at };
    let mut sheets = vec![levels(words, &counted.lines())];
    sheets.extend(rest(store, words, asked).await?);
    written(sheets).await
}

async fn written(sheets: Vec<Sheet>) -> Answer {
    let bytes = tokio::task::spawn_blocking(move || sheet::write(&sheets)).await??;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = "attachment; filename=\"tong-quan.xlsx\"";
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// What both files hold: the late, the weeks, periodic reports, publicity.
async fn rest(reader: &Reader, words: Words, asked: Asked<'_>) -> Result<Vec<Sheet>, Failure> {
    let board = Board::load(reader, words, asked, Vec::new()).await?;
    let headings = |keys: &[&str]| keys.iter().map(|key| words.say(key)).collect();
    let weeks = |(day, came): &(String, i64)| vec![Cell::from(day.clone()), Cell::Number(*came)];
    let periods = [
        ("overview-periods-in", board.periods.handed_in),
        ("overview-periods-open", board.periods.open),
        ("overview-periods-late", board.periods.late),
    ];
    let periods = periods.map(|(key, count)| vec![words.say(key).into(), Cell::Number(count)]);
    let channel = |row: &super::figures::Published| {
        let figures = [row.copies.clone(), row.reach.clone()].map(Cell::from);
        let head = vec![Cell::from(row.channel.clone()), Cell::Number(row.done)];
        head.into_iter().chain(figures).collect()
    };
    let units = units(reader, words, asked, WHOLE).await?;
    let tasks = tasks(reader, words, asked, WHOLE).await?;
    let late = ["overview-name", "overview-beside", "overview-late", "overview-since"];
    let published = ["publicity-channel", "publicity-sum", "publicity-copies", "publicity-reach"];
    let sheet = |key: &str, heads: &[&str], rows: Vec<Vec<Cell>>| Sheet {
        name: words.say(key),
        headings: headings(heads),
        rows,
    };
    Ok(vec![
        sheet("overview-sheet-units", &late, units.iter().map(late_row).collect()),
        sheet("overview-sheet-tasks", &late, tasks.iter().map(late_row).collect()),
        sheet(
            "overview-sheet-weeks",
            &["overview-week", "overview-reports"],
            board.weeks.iter().map(weeks).collect(),
        ),
        sheet("overview-sheet-periods", &["state", "overview-reports"], periods.into()),
        sheet("publicity", &published, board.channels.iter().map(channel).collect()),
    ])
}

fn late_row(late: &Late) -> Vec<Cell> {
    let Late { name, beside, late, since, .. } = late;
    vec![name.clone().into(), beside.clone().into(), Cell::Number(*late), since.clone().into()]
}

const STANDING: [&str; 5] =
    ["overview-all", "overview-done", "overview-reported", "overview-open", "overview-late"];

fn standing(standing: Standing) -> [Cell; 5] {
    let Standing { done, reported, open, late } = standing;
    [standing.sum(), done, reported, open, late].map(Cell::Number)
}

fn levels(words: Words, lines: &[Line]) -> Sheet {
    let row = |line: &Line| {
        let mut row = vec![Cell::from(line.name.clone())];
        row.extend(standing(line.standing));
        row
    };
    let headings = std::iter::once("overview-name").chain(STANDING);
    Sheet {
        name: words.say("overview-sheet-standing"),
        headings: headings.map(|key| words.say(key)).collect(),
        rows: lines.iter().map(row).collect(),
    }
}

fn contests(words: Words, led: &Led) -> Sheet {
    let row = |contest: &super::super::store::ContestRow| {
        let work = led.work.iter().find(|work| work.contest_id == contest.id);
        let mut row = vec![
            Cell::from(contest.name.clone()),
            words.say(&kind::label("level", &contest.level)).into(),
            words.say(&kind::label("contest-state", &contest.state)).into(),
        ];
        row.extend(standing(work.map(standing_of).unwrap_or_default()));
        row
    };
    let headings = ["contest-name", "contest-level", "state"].into_iter().chain(STANDING);
    Sheet {
        name: words.say("nav-contests"),
        headings: headings.map(|key| words.say(key)).collect(),
        rows: led.contests.iter().map(row).collect(),
    }
}
