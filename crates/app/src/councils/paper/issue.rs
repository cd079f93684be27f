//! Giving out codes for sheets that are to be printed.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use kernel::{Failure, Refusal};

use super::code::Code;
use super::{Wanted, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self, AssignmentRow, PaperRow};
use crate::councils::{CouncilId, Stage, State, found, opened, subject};

/// A judge's dossier for which a sheet of paper may be printed, with the newest that was.
#[derive(Debug, Clone)]
pub struct Line {
    /// The assignment.
    pub given: AssignmentRow,
    /// The newest sheet of paper; nothing: none was printed.
    pub paper: Option<PaperRow>,
}

/// A council for who handles its sheets of paper.
///
/// # Errors
/// For this actor there is none, they only judge, or they have not vouched.
pub async fn council(
    reader: &Reader,
    actor: &Actor,
    id: CouncilId,
) -> Result<SeenCouncil, Failure> {
    let seen = access::council(reader, actor, id).await?;
    policy::may_handle(&seen)?;
    if let Some(seat) = &seen.seat {
        access::vouched(&seen, seat)?;
    }
    Ok(seen)
}

/// What is judged in a council now, and the sheets of paper for it; nothing that stands in conflict with the actor,
/// and nothing that they judge themself.
///
/// # Errors
/// The database is away.
pub async fn lines(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
) -> Result<Vec<Line>, Failure> {
    let hidden = opened::hidden_in(reader, actor, council).await?;
    let own = council.seat.as_ref().map(|seat| seat.id.as_str());
    let mut papers = store::papers(reader, council.id).await?;
    let mut lines = Vec::new();
    for given in judged_now(reader, council).await? {
        if hidden.contains(&given.dossier_id) || own == Some(given.member_id.as_str()) {
            continue;
        }
        let at =
            papers.iter().rposition(|it| it.assignment_id == given.id && it.ended_at.is_none());
        lines.push(Line { paper: at.map(|at| papers.remove(at)), given });
    }
    Ok(lines)
}

/// The assignments whose sheets are written now: of the first marking, or of second ones that are open.
async fn judged_now(reader: &Reader, council: &SeenCouncil) -> Result<Vec<AssignmentRow>, Failure> {
    match council.state {
        State::Forming => Ok(Vec::new()),
        State::Judging => Ok(store::in_force(reader, council.id).await?),
        State::Opened => {
            let mut all = Vec::new();
            for second in store::seconds(reader, council.id).await? {
                if second.stage()? == Stage::Open {
                    all.extend(store::of_second(reader, &second.id).await?);
                }
            }
            all.retain(|given| given.ended_at.is_none());
            Ok(all)
        }
    }
}

/// Gives out codes for sheets that are to be printed. A sheet that was printed and is still awaited keeps its code.
/// Answers with how many got a new one.
///
/// # Errors
/// The actor may not, or nothing is to be printed.
pub async fn issue(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    wanted: Wanted,
) -> Result<usize, Failure> {
    let council = council(tx, actor, id).await?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let lines = lines(tx, actor, &council).await?;
    let chosen: Vec<&Line> = lines.iter().filter(|line| is_wanted(line, wanted)).collect();
    if chosen.is_empty() {
        return Err(council.refused("paper-nothing-to-print").into());
    }
    let (_, version) = found::rules(tx, council.contest()?).await?;
    let mut act = Act::on("paper-sheet.print", subject(id));
    let mut count = 0;
    for line in chosen {
        let is_awaited = |paper: &PaperRow| paper.is_open() && paper.rules_version == version;
        if line.paper.as_ref().is_none_or(|paper| !is_awaited(paper)) {
            let code = Code::new();
            let paper = (code.as_str(), line.given.id.as_str());
            act = act.row("paper_sheet", store::insert_paper(tx, paper, version, account).await?);
            count += 1;
        }
    }
    if count > 0 {
        audit::record(tx, actor.who, act.note("count", count)).await?;
    }
    Ok(count)
}

fn is_wanted(line: &Line, wanted: Wanted) -> bool {
    match wanted {
        Wanted::All => !line.given.is_signed(),
        Wanted::Judge(judge) => {
            !line.given.is_signed() && line.given.member_id == judge.to_string()
        }
        Wanted::One(assignment) => line.given.id == assignment.to_string(),
    }
}

/// The sheets that are awaited and can be printed, of these judges; every one where none is named.
///
/// # Errors
/// The database is away.
pub async fn to_print(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
    judges: &BTreeSet<String>,
) -> Result<Vec<Line>, Failure> {
    let mut lines = lines(reader, actor, council).await?;
    lines.retain(|line| {
        let is_theirs = judges.is_empty() || judges.contains(&line.given.member_id);
        is_theirs && line.paper.as_ref().is_some_and(PaperRow::is_open)
    });
    Ok(lines)
}
