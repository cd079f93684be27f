//! The tables as an XLSX file: units by channels with the figures for the movement prize, and every
//! activity, as far as the filter lets them through.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Day, Failure};

use super::matrix::{Wanted, by_place};
use super::{channel_name, contest_id};
use crate::accounts::Actor;
use crate::frame::{Answer, App, Visitor, Words};
use crate::publicity::access::{self, Seen};
use crate::publicity::sheet::{self, Cell, Sheet};
use crate::publicity::store::{self as rows, ActivityFilter, ActivityLine};
use crate::publicity::{Channel, State as Standing};

/// Answers `GET /contests/{id}/publicity/export`.
pub async fn export(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = access::contest(&app.store, &actor, contest_id(&id)?).await?;
    let (words, day) = (visitor.words(), visitor.at().day());
    let sheets = [
        units(&app, words, (&seen, &wanted), day).await?,
        activities(&app, words, (&seen, &wanted), day).await?,
    ];
    let bytes = tokio::task::spawn_blocking(move || sheet::write(&sheets)).await??;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = "attachment; filename=\"tuyen-truyen.xlsx\"";
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

async fn units(
    app: &App,
    words: Words,
    (seen, wanted): (&Seen, &Wanted),
    day: Day,
) -> Result<Sheet, Failure> {
    let filter = wanted.filter(seen);
    let units = rows::unit_list(&app.store, seen.id, &filter, (i64::MAX, 0), day).await?;
    let own: Option<Vec<String>> =
        seen.only().map(|own| own.iter().map(ToString::to_string).collect());
    let cells = by_place(rows::cells(&app.store, seen.id, own.as_deref()).await?);
    let mut lines = Vec::with_capacity(units.len());
    for unit in units {
        let done = |channel: Channel| {
            let cell = cells.get(&(unit.id.clone(), channel.code().to_owned()));
            Cell::Number(cell.map_or(0, |cell| cell.done))
        };
        let mut line = vec![Cell::from(unit.name.clone())];
        line.extend(Channel::ALL.map(done));
        line.extend([unit.done, unit.taken, unit.copies, unit.reach].map(Cell::Number));
        line.push(unit.first_on.as_deref().map(Day::shown).into());
        lines.push(line);
    }
    let mut headings = vec![words.say("task-unit")];
    headings.extend(Channel::ALL.map(|channel| words.say(channel.label())));
    let sums = ["publicity-sum", "publicity-taken", "publicity-copies", "publicity-reach"];
    headings.extend(sums.map(|key| words.say(key)));
    headings.push(words.say("publicity-first"));
    Ok(Sheet { name: words.say("publicity-sheet-units"), headings, rows: lines })
}

async fn activities(
    app: &App,
    words: Words,
    (seen, wanted): (&Seen, &Wanted),
    day: Day,
) -> Result<Sheet, Failure> {
    let filter = ActivityFilter {
        contest: Some(seen.id),
        only: seen.only().map(<[_]>::to_vec),
        words: Vec::new(),
        channel: Channel::read(&wanted.channel),
        state: None,
    };
    let found = rows::activities(&app.store, &filter, (i64::MAX, 0), day).await?;
    let headings = [
        "task-unit",
        "publicity-channel",
        "publicity-title",
        "publicity-done-on",
        "publicity-planned-on",
        "publicity-copies",
        "publicity-reach",
        "publicity-links",
        "publicity-files",
        "state",
    ];
    Ok(Sheet {
        name: words.say("publicity-sheet-activities"),
        headings: headings.map(|key| words.say(key)).into(),
        rows: found.into_iter().map(|row| line(words, row)).collect::<Result<_, _>>()?,
    })
}

fn line(words: Words, row: ActivityLine) -> Result<Vec<Cell>, Failure> {
    let state: Standing = row.state.parse().map_err(kernel::Fault::from)?;
    Ok(vec![
        row.unit.into(),
        channel_name(words, &row.channel).into(),
        row.title.into(),
        row.done_on.as_deref().map(Day::shown).into(),
        row.planned_on.as_deref().map(Day::shown).into(),
        row.copies.into(),
        row.reach.into(),
        row.links.into(),
        row.files.into(),
        words.say(state.label()).into(),
    ])
}
