//! The registry: every earlier solution, searched, filtered and paged.

use askama::Template;
use axum::extract::{Query, State};
use kernel::Failure;
use kernel::id::UnitId;
use serde::Deserialize;

use super::{Tabs, level, sheet, tabs};
use crate::accounts::Actor;
use crate::contests::kind;
use crate::frame::answer::page;
use crate::frame::listing::{Pages, ROWS, address, at, pages, words_of};
use crate::frame::{Answer, App, Frame, Visitor};
use crate::prior_art::store::{self as rows, EarlierRow, Filter};
use crate::prior_art::{Sight, Source, policy, sheet as writing};
use crate::units;

/// Solutions of one file.
const MOST_WRITTEN: i64 = 100_000;

/// What is looked for.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Wanted {
    q: String,
    year: String,
    level: String,
    source: String,
    prize: String,
    unit: String,
    page: i64,
}

impl Wanted {
    fn is_open(&self) -> bool {
        let all = [&self.q, &self.year, &self.level, &self.source, &self.prize, &self.unit];
        all.iter().all(|field| field.trim().is_empty())
    }

    async fn filter(&self, app: &App, visitor: &Visitor) -> Result<Filter, Failure> {
        let day = visitor.at().day();
        let told = |field: &String| Some(field.clone()).filter(|field| !field.is_empty());
        let units = match self.unit.trim() {
            "" => None,
            typed => Some(named(app, typed, day).await?),
        };
        Ok(Filter {
            words: words_of(&self.q),
            year: self.year.parse().ok(),
            level: told(&self.level),
            source: told(&self.source),
            with_prize: !self.prize.is_empty(),
            units,
            ..Filter::default()
        })
    }

    fn address(&self, path: &str, page: &str) -> String {
        let fields = [
            ("q", &*self.q),
            ("year", &self.year),
            ("level", &self.level),
            ("source", &self.source),
            ("prize", &self.prize),
            ("unit", &self.unit),
            ("page", page),
        ];
        address(path, &fields)
    }
}

/// The units that a text names, with those below; none where it names none.
async fn named(app: &App, typed: &str, day: kernel::Day) -> Result<Vec<String>, Failure> {
    let found: Vec<UnitId> = match typed.parse() {
        Ok(id) => vec![id],
        Err(_) => units::named(&app.store, typed, day).await?,
    };
    let mut all: Vec<String> = found.iter().map(ToString::to_string).collect();
    for unit in found {
        let below = units::below(&app.store, unit, &[], day).await?;
        all.extend(below.into_iter().map(|(id, _)| id.to_string()));
    }
    Ok(all)
}

struct Line {
    row: EarlierRow,
    level: String,
    source: String,
}

#[derive(Template)]
#[template(path = "prior_art/pages/list.html")]
struct ListPage {
    frame: Frame,
    tabs: Tabs,
    wanted: Wanted,
    years: Vec<i64>,
    levels: Vec<(String, String)>,
    sources: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    pages: Pages,
    export: String,
}

/// Answers `GET /prior-art/solutions`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let sight = policy::sight(&actor);
    let filter = wanted.filter(&app, &visitor).await?;
    let total = rows::count(&app.store, &filter, sight).await?;
    let (at, first) = at(wanted.page, total);
    let found = rows::list(&app.store, (&filter, sight), (ROWS, first)).await?;
    let frame = Frame::new(&app, &visitor);
    let line = |row: EarlierRow| Line {
        level: level(frame.t, &row).unwrap_or_default(),
        source: frame.t.say(&format!("prior-source-{}", row.source)),
        row,
    };
    let lines = found.into_iter().map(line).collect();
    let levels = kind::LEVELS.map(kind::code);
    let levels = levels.map(|code| (frame.t.say(&kind::label("level", &code)), code));
    page(&ListPage {
        years: rows::years(&app.store, sight).await?,
        levels: levels.into_iter().map(|(name, code)| (code, name)).collect(),
        sources: sources(&frame, sight),
        pages: pages(at, total, |page| wanted.address("/prior-art/solutions", &page.to_string())),
        export: wanted.address("/prior-art/export", ""),
        tabs: tabs(&actor),
        lines,
        wanted,
        frame,
    })
}

fn sources(frame: &Frame, sight: Sight) -> Vec<(&'static str, String)> {
    let all: &[Source] = match sight {
        Sight::Open => &Source::OF_LISTS,
        Sight::Everything => &Source::ALL,
    };
    all.iter().map(|source| (source.code(), frame.t.say(&source.label()))).collect()
}

/// Answers `GET /prior-art/export`: what the filter lets through.
pub async fn export(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let filter = wanted.filter(&app, &visitor).await?;
    let sight = policy::sight(&actor);
    let found = rows::list(&app.store, (&filter, sight), (MOST_WRITTEN, 0)).await?;
    let words = visitor.words();
    let bytes = tokio::task::spawn_blocking(move || writing::write(words, &found)).await??;
    Ok(sheet(bytes, "giai-phap-da-biet.xlsx"))
}
