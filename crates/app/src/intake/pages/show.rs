//! The page of a review.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use documents::Evidence;
use kernel::id::{PaperId, UnitId};
use kernel::{Failure, Refusal, Window};

use super::fields::{self, Field, Input, Typed};
use super::marked::{Mark, Stretch, stretches};
use super::view::{Here, Part, Shown};
use crate::accounts::Actor;
use crate::contests;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::intake::choice::Choice;
use crate::intake::line::{Line, Section, TYPED, WordLine};
use crate::intake::store::{KeptLine, ReviewRow};
use crate::intake::{self, amend, drafts};
use crate::{papers, units};

/// The page.
#[derive(Template)]
#[template(path = "intake/pages/review.html")]
pub struct ReviewPage {
    frame: Frame,
    paper: String,
    title: String,
    stretches: Vec<Stretch>,
    parts: Vec<Part>,
    doubts: usize,
    facts: usize,
    revision: i64,
    is_open: bool,
    contest: Option<(String, String)>,
    targets: Vec<(String, String)>,
    amends: Option<String>,
    changes: Vec<(String, String, String)>,
    units_new: usize,
    errors: Errors,
}

/// A correction that was refused: of which line, what was typed, why.
pub struct Refused {
    /// The line; nothing for one that was to be added.
    pub line: Option<String>,
    /// What was typed.
    pub typed: Typed,
    /// Why not.
    pub errors: Errors,
}

/// Answers `GET /papers/{id}/review`: a paper that is not under review leads to itself.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let paper = id.parse().map_err(|_| Refusal::absent())?;
    match review_page(&app, &visitor, &actor, paper, None).await? {
        Some(shown) => page(&shown),
        None => Ok(Redirect::to(&format!("/papers/{id}")).into_response()),
    }
}

/// The page of a review; nothing where there is none.
///
/// # Errors
/// The actor may not begin contests, or there is no such paper.
pub async fn review_page(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    paper: PaperId,
    refused: Option<Refused>,
) -> Result<Option<ReviewPage>, Failure> {
    let row = papers::find(&app.store, paper).await?.ok_or_else(Refusal::absent)?;
    let Some((review, lines)) = intake::review_of(&app.store, actor, paper).await? else {
        return Ok(None);
    };
    let (text, _) = papers::reading_of(&app.store, paper).await?.ok_or_else(Refusal::absent)?;
    let frame = Frame::new(app, visitor);
    let here = here(app, visitor, actor, &lines).await?;
    let contest = contest(app, &review).await?;
    let doubts = lines.iter().filter(|it| is_doubt(it) && !it.dropped).count();
    Ok(Some(ReviewPage {
        title: papers::pages::title(&row, frame.t),
        stretches: stretches(&text, &marks(&lines)),
        doubts,
        facts: lines.iter().filter(|it| !is_doubt(it) && !it.dropped).count(),
        revision: review.revision,
        is_open: review.is_open(),
        contest,
        targets: targets(app, actor, &lines).await?,
        changes: changes(app, &review, &lines, frame.t).await?,
        units_new: lines.iter().filter(|it| founds(it)).count(),
        parts: parts(&lines, &here, frame.t, refused.as_ref()),
        errors: summary(refused),
        amends: review.amends_id.filter(|_| review.contest_id.is_none()),
        paper: paper.to_string(),
        frame,
    }))
}

fn is_doubt(kept: &KeptLine) -> bool {
    kept.line.is_doubtful()
}

fn founds(kept: &KeptLine) -> bool {
    let choice = |line: &Line| match line {
        Line::Unit(unit) => Some(unit.choice.clone()),
        _ => None,
    };
    matches!(choice(&kept.line), Some(Choice::New { .. } | Choice::Places(_)))
}

fn marks(lines: &[KeptLine]) -> Vec<Mark> {
    let mark = |kept: &KeptLine| {
        let (start, end) = kept.line.evidence()?;
        Some(Mark { line: kept.id.clone(), start, end, doubtful: is_doubt(kept) })
    };
    lines.iter().filter(|kept| !kept.dropped).filter_map(mark).collect()
}

/// What is here already of which the lines speak.
async fn here(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    lines: &[KeptLine],
) -> Result<Here, Failure> {
    let mut ids: BTreeSet<UnitId> = BTreeSet::new();
    for kept in lines {
        if let Line::Unit(unit) = &kept.line {
            ids.extend(unit.choice.units());
        }
    }
    let ids: Vec<UnitId> = ids.into_iter().collect();
    let units = units::names(&app.store, &ids, visitor.at().day()).await?;
    let mut above = Vec::new();
    for kept in lines {
        if let Line::Contest(line) = &kept.line {
            let offered = intake::above::offered(&app.store, (actor, visitor.at()), line).await?;
            above.extend(offered.into_iter().map(|row| (row.id, row.name)));
        }
    }
    Ok(Here { units, above })
}

async fn contest(app: &App, review: &ReviewRow) -> Result<Option<(String, String)>, Failure> {
    let Some(id) = intake::contest_of(review)? else { return Ok(None) };
    let found = contests::store::find(&app.store, id).await?;
    Ok(found.map(|contest| (contest.id, contest.name)))
}

/// The contests that the paper could amend.
async fn targets(
    app: &App,
    actor: &Actor,
    lines: &[KeptLine],
) -> Result<Vec<(String, String)>, Failure> {
    let all: Vec<Line> = lines.iter().map(|kept| kept.line.clone()).collect();
    let Some(line) = drafts::contest_line(&all) else { return Ok(Vec::new()) };
    let open = contests::store::open_of_level(&app.store, line.level).await?;
    let mut targets = Vec::new();
    for contest in open {
        if contests::policy::runs(actor, &contest.runners()?) {
            targets.push((contest.id, contest.name));
        }
    }
    Ok(targets)
}

/// What an amendment does to the dates: which, what it was, what it becomes.
async fn changes(
    app: &App,
    review: &ReviewRow,
    lines: &[KeptLine],
    words: Words,
) -> Result<Vec<(String, String, String)>, Failure> {
    let (Some(contest), true) = (review.amends()?, review.is_open()) else { return Ok(Vec::new()) };
    let present = contests::store::milestones(&app.store, contest).await?;
    let kept = lines.iter().filter(|kept| !kept.dropped).map(|kept| kept.line.clone());
    let mut changes = Vec::new();
    for draft in drafts::milestones(&kept.collect::<Vec<_>>()) {
        let name = draft.kind.map_or_else(String::new, |kind| {
            words.say(&contests::kind::label("milestone", &contests::kind::code(kind)))
        });
        let say = |window: &Window| {
            let edge = |edge: Option<kernel::Period>| edge.map(|it| it.to_string());
            let (start, end) = (edge(window.start), edge(window.end));
            super::view::when(start.as_deref(), end.as_deref(), window.end_inclusive, words)
        };
        match amend::change(&present, &draft) {
            amend::Change::Same => {}
            amend::Change::Move(row, next) => {
                changes.push((name, say(&row.window()?), say(&next.window)));
            }
            amend::Change::New => changes.push((name, String::new(), say(&draft.window))),
        }
    }
    Ok(changes)
}

fn parts(lines: &[KeptLine], here: &Here, words: Words, refused: Option<&Refused>) -> Vec<Part> {
    let part = |section: Section| {
        let of_section = lines.iter().filter(|kept| kept.line.section() == section);
        let shown = of_section.map(|kept| {
            let shown = Shown::of(kept, here, words);
            match refused.filter(|it| it.line.as_deref() == Some(kept.id.as_str())) {
                Some(refused) => shown.refused(&refused.typed, refused.errors.clone()),
                None => shown,
            }
        });
        Part {
            code: section.code(),
            title: words.say(&section.heading()),
            lines: shown.collect(),
            adding: if section.can_grow() { empty(section, words) } else { Vec::new() },
        }
    };
    Section::ALL.into_iter().map(part).collect()
}

/// The fields of a line that is to be added.
fn empty(section: Section, words: Words) -> Vec<Field> {
    let body = match section {
        Section::Milestone => {
            r#"{"kind":"submission","end_inclusive":true,"by_postmark":false,"text":""}"#
        }
        Section::Task => r#"{"assignees":[],"coordinators":[],"text":"","end_inclusive":true}"#,
        Section::Contact => r#"{"phones":[],"emails":[]}"#,
        Section::Reporting => r#"{"frequency":"quarterly","contents":[]}"#,
        Section::Prize => r#"{"name":""}"#,
        Section::Citation => r#"{"type":"plan"}"#,
        _ => {
            let none = WordLine { text: String::new(), evidence: None };
            return fields::of(&Line::Words(section, none), words);
        }
    };
    let line = with_evidence(body, TYPED).and_then(|body| Line::read(section, &body).ok());
    line.map(|line| fields::of(&line, words)).unwrap_or_default()
}

fn with_evidence(body: &str, evidence: Evidence) -> Option<String> {
    let mut body: serde_json::Value = serde_json::from_str(body).ok()?;
    body["evidence"] = serde_json::to_value(evidence).ok()?;
    Some(body.to_string())
}

fn summary(refused: Option<Refused>) -> Errors {
    refused.filter(|refused| refused.line.is_none()).map(|it| it.errors).unwrap_or_default()
}
