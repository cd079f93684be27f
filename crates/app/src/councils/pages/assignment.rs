//! Who judges what, for who runs the contest: the table, the drawing, and what is decided by hand.

use std::collections::BTreeMap;

use ::judging::assign::{Assigned, assign};
use ::judging::design::{DossierNumber, JudgeNumber, Pair};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Message, Refusal};

use super::impossible::told;
use super::{Head, council_id, part_id};
use crate::accounts::Actor;
use crate::contests::typed::Typed;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::question::Board;
use crate::councils::store::{AssignmentRow, EntryRow, MemberRow};
use crate::councils::{self, CouncilId, Drawn, State as CouncilState, opened, typed as read};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/pages/assignment.html")]
struct AssignmentPage {
    frame: Frame,
    errors: Errors,
    head: Head,
    /// Why there is no assignment, a sentence each.
    impossible: Vec<String>,
    judges: Vec<JudgeLine>,
    lines: Vec<Line>,
    /// What the assignment costs, and what no assignment can undercut.
    cost: Option<(u64, u64)>,
    /// How many parts do not hang together; 1: all can be compared.
    parts: usize,
    /// Units whose dossiers all have the same judges.
    one_set: usize,
    seed: i64,
    may_change: bool,
    hidden: usize,
}

/// A judge, with how much they have.
struct JudgeLine {
    id: String,
    name: String,
    count: usize,
    signed: usize,
}

/// A dossier with its judges.
struct Line {
    id: String,
    number: i64,
    title: String,
    field: String,
    judges: Vec<Given>,
    /// Judges who could have it: id and name.
    open: Vec<(String, String)>,
    lacks: i64,
}

/// One judge of one dossier.
struct Given {
    id: String,
    name: String,
    locked: bool,
    signed: bool,
    in_conflict: bool,
    /// Why this judge: what it costs, or that it is certain.
    why: String,
}

/// Answers `GET /councils/{id}/assignment`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::run(&app.store, &actor, council_id(&id)?).await?;
    let with = (Vec::new(), Errors::none(), StatusCode::OK);
    shown((&app, &visitor), &actor, &seen, with).await
}

async fn shown(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    seen: &SeenCouncil,
    (impossible, errors, status): (Vec<String>, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let board = Board::load(&app.store, seen).await?;
    let hidden = opened::hidden_in(&app.store, actor, seen).await?;
    let now = assign(&board.as_it_is()?).ok();
    let best = assign(&board.question()?).ok();
    let whys: BTreeMap<Pair, Assigned> =
        now.iter().flat_map(|now| &now.pairs).map(|it| (it.pair, *it)).collect();
    let mut lines = Vec::new();
    for entry in board.entries.iter().filter(|entry| !hidden.contains(&entry.dossier_id)) {
        lines.push(line((words, &board), entry, (&whys, seen.row.each_dossier))?);
    }
    let page = AssignmentPage {
        frame: Frame::new(app, visitor),
        head: Head::new(words, seen, "council-assignment"),
        cost: now
            .as_ref()
            .filter(|now| !now.pairs.is_empty())
            .map(|now| (now.total.cost, best.map_or(now.total.cost, |best| best.bound.cost))),
        parts: now.as_ref().map_or(0, |now| now.designs.iter().map(|it| it.parts.len()).sum()),
        one_set: now.as_ref().map_or(0, |now| now.one_set.len()),
        judges: judges(&board)?,
        hidden: board.entries.len() - lines.len(),
        seed: seen.row.seed,
        may_change: seen.state != CouncilState::Opened,
        impossible,
        errors,
        lines,
    };
    page_with(status, &page)
}

fn judges(board: &Board) -> Result<Vec<JudgeLine>, Failure> {
    let line = |judge: &MemberRow| {
        let given: Vec<&AssignmentRow> =
            board.given.iter().filter(|given| given.member_id == judge.id).collect();
        JudgeLine {
            id: judge.id.clone(),
            name: judge.name.clone(),
            count: given.len(),
            signed: given.iter().filter(|given| given.is_signed()).count(),
        }
    };
    Ok(board.judges()?.into_iter().map(line).collect())
}

fn line(
    (words, board): (Words, &Board),
    entry: &EntryRow,
    (whys, each): (&BTreeMap<Pair, Assigned>, i64),
) -> Result<Line, Failure> {
    let mut judges = Vec::new();
    for given in board.given.iter().filter(|given| given.dossier_id == entry.dossier_id) {
        let pair = board.pair(given)?;
        judges.push(Given {
            name: board.member(&given.member_id).map(|it| it.name.clone()).unwrap_or_default(),
            in_conflict: board.conflicts.stands(pair.judge.0, pair.dossier.0),
            why: why(words, given, whys.get(&pair)),
            id: given.id.clone(),
            locked: given.locked,
            signed: given.is_signed(),
        });
    }
    let dossier = entry.number()?;
    let has = |judge: &MemberRow| {
        board.given.iter().any(|it| it.dossier_id == entry.dossier_id && it.member_id == judge.id)
    };
    let mut open = Vec::new();
    for judge in board.judges()? {
        let pair = Pair { dossier: DossierNumber(dossier), judge: JudgeNumber(judge.number()?) };
        if !has(judge) && !board.conflicts.stands(pair.judge.0, pair.dossier.0) {
            open.push((judge.id.clone(), judge.name.clone()));
        }
    }
    let count = i64::try_from(judges.len()).unwrap_or(i64::MAX);
    Ok(Line {
        id: entry.dossier_id.clone(),
        number: entry.number,
        title: entry.title.clone(),
        field: entry.field.clone(),
        lacks: (each - count).max(0),
        judges,
        open,
    })
}

/// Why a judge has a dossier, in words.
fn why(words: Words, given: &AssignmentRow, cost: Option<&Assigned>) -> String {
    let ground = match (given.is_signed(), given.ground.as_str()) {
        (true, _) => words.say("assigned-signed"),
        (false, "given") => words.say("assigned-given"),
        _ => words.say("assigned-drawn"),
    };
    let Some(cost) = cost else { return ground };
    let told = Message::new("assigned-cost")
        .with("far", cost.far)
        .with("load", cost.load)
        .with("unit", cost.unit);
    format!("{ground} · {}", words.tell(&told))
}

/// Answers `POST /councils/{id}/assignment`: draws.
pub async fn draw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = council_id(&id)?;
    let mut tx = app.store.begin().await?;
    match councils::draw(&mut tx, &actor, id).await? {
        Drawn::Done => {
            tx.commit().await?;
            see(&format!("/councils/{id}/assignment"), "council-drawn")
        }
        Drawn::Impossible(impossible, board) => {
            drop(tx);
            let seen = access::run(&app.store, &actor, id).await?;
            let told = told(visitor.words(), &impossible, &board);
            let refusal = Refusal::conflict("assignment-impossible");
            let (errors, status) = Errors::of(refusal.into(), visitor.words())?;
            shown((&app, &visitor), &actor, &seen, (told, errors, status)).await
        }
    }
}

/// Answers `POST /councils/{id}/assignment/given`.
pub async fn give(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = council_id(&id)?;
    let done = async {
        let unreadable = || Refusal::invalid("form-unreadable");
        let dossier = typed.text("dossier").parse().map_err(|_| unreadable())?;
        let member = typed.text("member").parse();
        let member = member.map_err(|_| Refusal::invalid("council-choose-judge"))?;
        let mut tx = app.store.begin().await?;
        councils::give(&mut tx, &actor, id, (dossier, member)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    after((&app, &visitor), &actor, id, (done.await, "council-given")).await
}

/// Answers `POST /councils/{id}/assignment/{part}/removal`.
pub async fn take_away(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let done = async {
        let reason = read::reason(&typed)?;
        let mut tx = app.store.begin().await?;
        councils::take_away(&mut tx, &actor, id, (part, &reason)).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    after((&app, &visitor), &actor, id, (done.await, "council-taken-away")).await
}

/// Answers `POST /councils/{id}/assignment/{part}/lock`.
pub async fn lock(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, part) = (council_id(&id)?, part_id(&part)?);
    let done = async {
        let mut tx = app.store.begin().await?;
        councils::lock(&mut tx, &actor, id, (part, typed.has("locked"))).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    after((&app, &visitor), &actor, id, (done.await, "council-locked")).await
}

/// The page again after an act, or with why it was refused.
async fn after(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    id: CouncilId,
    (done, notice): (Result<(), Failure>, &'static str),
) -> Answer {
    match done {
        Ok(()) => see(&format!("/councils/{id}/assignment"), notice),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            let seen = access::run(&app.store, actor, id).await?;
            shown((app, visitor), actor, &seen, (Vec::new(), errors, status)).await
        }
    }
}
