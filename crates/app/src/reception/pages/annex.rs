//! The lists that go with a decision (danh sách kèm theo quyết định).

use axum::extract::{Path, State};
use kernel::Refusal;
use typesetting::{Align, Block, Column, Form, Table};

use crate::accounts::Actor;
use crate::contests::Seen;
use crate::contests::pages::load_to_run;
use crate::dossiers::State as How;
use crate::frame::{Answer, App, Layout, Locale, Visitor, Words};
use crate::reception::ground::Ground;
use crate::reception::store::{self as rows, DecidedRow};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

/// The lists: state, name of the file, key of the name.
const LISTS: [(How, &str, &str); 2] = [
    (How::Valid, "hop-le", "desk-list-valid"),
    (How::Ineligible, "khong-hop-le", "desk-list-ineligible"),
];

/// The files that are offered: address and name.
pub fn offered(seen: &Seen, words: Words) -> Vec<(String, String)> {
    let file = |(stem, key): (&str, &str), layout: Layout| {
        let ending = layout.ending();
        let address = format!("/contests/{}/desk/lists/{stem}.{ending}", seen.id);
        (address, format!("{} ({})", words.say(key), ending.to_uppercase()))
    };
    let lists = LISTS
        .into_iter()
        .flat_map(|(_, stem, key)| Layout::ALL.map(|layout| file((stem, key), layout)));
    lists.collect()
}

/// Answers `GET /contests/{id}/desk/lists/{file}`.
pub async fn file(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (stem, ending) = file.split_once('.').ok_or_else(Refusal::absent)?;
    let layout = Layout::read(ending)?;
    let list = LISTS.into_iter().find(|(_, known, _)| *known == stem);
    let (state, stem, key) = list.ok_or_else(Refusal::absent)?;
    let decided = rows::decided(&app.store, (seen.id, visitor.at().day()), state).await?;
    let form = Form {
        label: PAPERS.say("desk-list-label"),
        name: PAPERS.say(key),
        subject: seen.contest.name,
        body: vec![Block::Table(table(state, &decided)), Block::text(sum(&decided))],
        signatures: Vec::new(),
    };
    let bytes = tokio::task::spawn_blocking(move || match layout {
        Layout::Pdf => form.pdf(),
        Layout::Docx => form.docx(),
    });
    Ok(layout.attached(bytes.await?, stem))
}

fn sum(decided: &[DecidedRow]) -> String {
    PAPERS.count("desk-list-sum", i64::try_from(decided.len()).unwrap_or(i64::MAX))
}

fn table(state: How, decided: &[DecidedRow]) -> Table {
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let mut columns = vec![
        column("desk-list-number", 2, Align::Centre),
        column("entry-solution-title", 9, Align::Left),
        column("entry-part-authors", 6, Align::Left),
        column("desk-list-unit", 5, Align::Left),
    ];
    columns.push(match state {
        How::Ineligible => column("desk-list-why", 7, Align::Left),
        _ => column("entry-field", 5, Align::Left),
    });
    let row = |row: &DecidedRow| {
        let last = match state {
            How::Ineligible => why(row),
            _ => row.field.clone(),
        };
        vec![
            row.number.to_string(),
            row.title.clone(),
            row.authors.replace('\n', ", "),
            row.unit.clone().unwrap_or_default(),
            last,
        ]
    };
    Table { columns, rows: decided.iter().map(row).collect(), sum: false }
}

fn why(row: &DecidedRow) -> String {
    let ground = row.ground.as_deref().and_then(Ground::with_code);
    let ground = ground.map(|ground| PAPERS.say(&ground.label()));
    let told = [ground, row.reason.clone(), row.basis.clone()];
    let told: Vec<String> = told.into_iter().flatten().collect();
    told.join("; ")
}
