//! Spreadsheets in and out.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Day, Failure, Refusal};

use super::kind_label;
use crate::accounts::Actor;
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::units::import::plan::Outcome;
use crate::units::import::row::Column;
use crate::units::import::{self, Counts, Import, Shown};
use crate::units::sheet::writing::{self, UnitRecord};
use crate::units::sheet::{MOST_BYTES, Row, Trouble, reading};
use crate::units::store as rows;
use crate::units::{Kind, policy};

/// Rows of a report that a page shows; those that are wrong come first where there are more.
const SHOWN: usize = 500;

/// Answers `GET /units/export`: every unit, also those that are no more, without contacts.
pub async fn export(State(app): State<App>, visitor: Visitor, _: Actor) -> Answer {
    let records = records(&app, visitor.words()).await?;
    file(visitor.words(), "don-vi.xlsx", records).await
}

/// Answers `GET /units/import/template`.
pub async fn template(visitor: Visitor, _: Actor) -> Answer {
    file(visitor.words(), "mau-don-vi.xlsx", Vec::new()).await
}

async fn file(words: Words, name: &str, records: Vec<UnitRecord>) -> Answer {
    let bytes = tokio::task::spawn_blocking(move || writing::units(words, &records)).await??;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &*disposition)];
    Ok((headers, bytes).into_response())
}

/// Every unit as it stands in a file.
///
/// # Errors
/// The database is away.
pub async fn records(app: &App, words: Words) -> Result<Vec<UnitRecord>, Failure> {
    let units = rows::known_units(&app.store).await?;
    let parents = rows::known_parents(&app.store).await?;
    let parents: HashMap<String, String> =
        parents.into_iter().map(|row| (row.unit_id, row.parent_id)).collect();
    let mut aliases: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows::known_aliases(&app.store).await? {
        aliases.entry(row.unit_id).or_default().push(row.alias);
    }
    let called: HashMap<String, String> = units
        .iter()
        .map(|unit| (unit.id.clone(), unit.code.clone().unwrap_or_else(|| unit.name.clone())))
        .collect();
    let day = |day: Option<String>| day.map(|day| day.parse::<Day>()).transpose();
    let kinds: HashMap<Kind, String> =
        Kind::ALL.iter().map(|kind| (*kind, words.say(&kind_label(kind.code())))).collect();
    let record = |unit: rows::KnownUnit| {
        let kind = unit.kind.parse::<Kind>()?;
        Ok(UnitRecord {
            parent: parents
                .get(&unit.id)
                .and_then(|id| called.get(id))
                .cloned()
                .unwrap_or_default(),
            aliases: aliases.remove(&unit.id).unwrap_or_default(),
            code: unit.code.unwrap_or_default(),
            name: unit.name,
            kind: kinds.get(&kind).cloned().unwrap_or_default(),
            founded_on: day(unit.founded_on)?,
            abolished_on: day(unit.abolished_on)?,
        })
    };
    units.into_iter().map(record).collect()
}

#[derive(Template)]
#[template(path = "units/pages/import.html")]
struct ImportPage {
    frame: Frame,
    errors: Errors,
}

/// Answers `GET /units/import`.
pub async fn form(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_change(&actor)?;
    page(&ImportPage { frame: Frame::new(&app, &visitor), errors: Errors::none() })
}

/// A row of the report.
struct Line {
    number: u32,
    name: String,
    kind: String,
    parent: String,
    problems: Vec<(String, String, String)>,
    note: String,
    is_wrong: bool,
}

#[derive(Template)]
#[template(path = "units/pages/import_report.html")]
struct ReportPage {
    frame: Frame,
    counts: Counts,
    total: usize,
    lines: Vec<Line>,
    hidden: usize,
    sheet: String,
    is_ready: bool,
}

/// What the form sent: a file to look at, or the rows that were looked at and are now wanted.
enum Sent {
    File(Vec<u8>),
    Rows(Vec<Row>),
}

/// Answers `POST /units/import`: first the report, then, when its rows come back, the import.
pub async fn import(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    parts: Result<Multipart, MultipartRejection>,
) -> Answer {
    let taken = async {
        policy::may_change(&actor)?;
        let parts = parts.map_err(|_| Refusal::invalid("form-unreadable"))?;
        match sent(parts).await? {
            Sent::File(bytes) => {
                let sheet = reading::read(&app.configuration.program, bytes).await?;
                let import = import::check(&app.store, &sheet, app.store.now().day()).await?;
                Ok(Some((import, sheet)))
            }
            Sent::Rows(sheet) => carry_out(&app, &actor, sheet).await,
        }
    };
    match taken.await {
        Ok(None) => see("/units", "units-imported"),
        Ok(Some((import, sheet))) => report(&app, &visitor, &import, &sheet),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &ImportPage { frame: Frame::new(&app, &visitor), errors })
        }
    }
}

/// Imports; if rows have become wrong since they were looked at, there is a new report instead.
async fn carry_out(
    app: &App,
    actor: &Actor,
    sheet: Vec<Row>,
) -> Result<Option<(Import, Vec<Row>)>, Failure> {
    let mut tx = app.store.begin().await?;
    match import::carry_out(&mut tx, actor, &sheet).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(None)
        }
        Err(Failure::Refusal(_)) => {
            drop(tx);
            let import = import::check(&app.store, &sheet, app.store.now().day()).await?;
            Ok(Some((import, sheet)))
        }
        Err(fault) => Err(fault),
    }
}

async fn sent(mut parts: Multipart) -> Result<Sent, Failure> {
    while let Some(field) = parts.next_field().await.map_err(unsent)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(unsent)?;
        match name.as_str() {
            "file" => return Ok(Sent::File(bytes.to_vec())),
            "rows" => {
                let rows = serde_json::from_slice(&bytes);
                return Ok(Sent::Rows(rows.map_err(|_| Refusal::invalid("form-unreadable"))?));
            }
            _ => (),
        }
    }
    Err(reading::refused(Trouble::Empty))
}

fn unsent(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => reading::refused(Trouble::TooLarge),
        _ => Refusal::invalid("form-unreadable").into(),
    }
}

fn report(app: &App, visitor: &Visitor, import: &Import, sheet: &[Row]) -> Answer {
    let frame = Frame::new(app, visitor);
    let counts = import.counts();
    let sheet = serde_json::to_string(sheet)?;
    if sheet.len() > MOST_BYTES {
        return Err(reading::refused(Trouble::TooLarge).into());
    }
    let pairs = import.shown.iter().zip(&import.outcomes);
    let is_wrong = |outcome: &Outcome| matches!(outcome, Outcome::Wrong(_));
    let wrong_only = import.rows.len() > SHOWN && counts.wrong > 0;
    let lines = pairs.filter(|(_, outcome)| !wrong_only || is_wrong(outcome)).take(SHOWN);
    let lines: Vec<Line> = lines.map(|(shown, outcome)| line(frame.t, shown, outcome)).collect();
    let status = match counts.wrong {
        0 => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let report = ReportPage {
        total: import.rows.len(),
        hidden: import.rows.len() - lines.len(),
        is_ready: import.is_ready(),
        counts,
        lines,
        sheet,
        frame,
    };
    page_with(status, &report)
}

fn line(words: Words, shown: &Shown, outcome: &Outcome) -> Line {
    let note = match outcome {
        Outcome::New { .. } => words.say("import-new"),
        Outcome::Same { .. } => words.say("import-same"),
        Outcome::Wrong(_) => String::new(),
        Outcome::Changed { kind, parent, aliases, .. } => {
            let parts = [
                kind.map(|_| Column::Kind),
                parent.map(|_| Column::Parent),
                (!aliases.is_empty()).then_some(Column::Aliases),
            ];
            let parts = parts.into_iter().flatten().map(|column| words.say(column.label()));
            words.with("import-changed", "what", parts.collect::<Vec<_>>().join(", "))
        }
    };
    let problems = match outcome {
        Outcome::Wrong(problems) => problems.as_slice(),
        _ => &[],
    };
    let told = problems.iter().map(|problem| {
        let column = words.say(problem.column.label());
        (column, shown.cell(problem.column), words.tell(&problem.message))
    });
    Line {
        number: shown.number,
        name: shown.cell(Column::Name),
        kind: shown.cell(Column::Kind),
        parent: shown.cell(Column::Parent),
        problems: told.collect(),
        is_wrong: !problems.is_empty(),
        note,
    }
}
