//! One assignment: the unit begins, reports and asks for time; who runs the contest decides and answers.

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Day, Failure, Instant};

use super::task::{Said, Source, said, source};
use super::{Due, Open, Tag, assignment_id, due, open, tag_of, turn_label, written};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::tasks::access::{self, SeenAssignment};
use crate::tasks::store::{self as rows, ExtensionRow, FileRow, ReportRow};
use crate::tasks::typed::{TypedReport, TypedTime};
use crate::tasks::{Part, Step, is_publicity, policy};

struct Report {
    number: i64,
    text: String,
    figure: Option<i64>,
    links: Vec<String>,
    files: Vec<(String, String, String)>,
    by: Option<String>,
    at: String,
    accepted: bool,
    returned: bool,
    reason: Option<String>,
    decided: Option<String>,
}

struct Asked {
    id: String,
    until: String,
    reason: String,
    by: Option<String>,
    at: String,
    waiting: bool,
    /// What the field for the day granted holds.
    grant: String,
    granted: Option<String>,
    answer: Option<String>,
}

/// What was typed into the forms of the page and refused.
#[derive(Default)]
pub(super) struct Typed {
    pub report: TypedReport,
    pub reason: String,
    pub time: TypedTime,
    pub remark: String,
}

#[derive(Template)]
#[template(path = "tasks/pages/assignment.html")]
pub(super) struct AssignmentPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    id: String,
    task_id: String,
    text: String,
    deliverable: Option<String>,
    window: Option<String>,
    turn: Option<String>,
    source: Option<Source>,
    contest_id: String,
    contest: String,
    unit: String,
    part: &'static str,
    tag: Tag,
    due: Option<Due>,
    chases: i64,
    chased: Option<String>,
    called_off: bool,
    runs: bool,
    /// Whether the actor is the unit's own coordinator, not somebody who acts on its behalf.
    own: bool,
    may_start: bool,
    may_report: bool,
    may_decide: bool,
    may_return: bool,
    may_ask: bool,
    may_remark: bool,
    /// Whether its page leads to where publicity is written down.
    is_publicity: bool,
    why_not: Option<String>,
    reports: Vec<Report>,
    asked: Vec<Asked>,
    remarks: Vec<Said>,
}

/// Answers `GET /assignments/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let (id, day) = (assignment_id(&id)?, visitor.at().day());
    let found = access::assignment(&app.store, &actor, id, day).await?;
    let shown = (Typed::default(), Errors::none());
    page(&assignment_page(&app, &visitor, (&actor, found), shown).await?)
}

pub(super) async fn assignment_page(
    app: &App,
    visitor: &Visitor,
    (actor, found): (&Actor, SeenAssignment),
    (typed, errors): (Typed, Errors),
) -> Result<AssignmentPage, Failure> {
    let (store, now) = (&app.store, visitor.at());
    let SeenAssignment { id, row, unit, task, seen } = found;
    let frame = Frame::new(app, visitor);
    let state = row.state()?;
    let files = rows::files_of(store, id).await?;
    let asked = rows::extensions(store, id).await?;
    let stands = task.called_off_at.is_none();
    let act = policy::may_act(actor, &seen, unit);
    let runs = policy::may_run(&seen).is_ok() && stands;
    let can = |step: Step| stands && state.after(step).is_some();
    let waits = asked.iter().any(|one| one.granted.is_none());
    let is_open = if stands { open(&row.state) } else { Open::Done };
    Ok(AssignmentPage {
        reports: reports(rows::reports(store, id).await?, &files),
        remarks: said(rows::remarks(store, &task.id, Some(id)).await?),
        source: source(app, frame.t, &task).await?,
        may_start: act.is_ok() && can(Step::Start),
        may_report: act.is_ok() && can(Step::Report),
        may_decide: runs && can(Step::Accept),
        may_return: runs && can(Step::Return),
        may_ask: act.is_ok() && stands && state.is_due() && row.due_at.is_some() && !waits,
        may_remark: act.is_ok(),
        is_publicity: act.is_ok() && stands && is_publicity(&task.text),
        why_not: act.err().map(|refusal| frame.t.tell(&refusal.message)),
        asked: asked.into_iter().map(|row| one_asked(row, &typed.time.granted)).collect(),
        tag: tag_of(frame.t, &row.state, row.due_at, now)?,
        due: due(frame.t, row.due_at, now, is_open),
        window: written(frame.t, &task.window()?),
        turn: turn_label(frame.t, &row.period),
        unit: row.unit().to_owned(),
        part: Part::label(&row.part),
        chases: if state.is_due() { row.chases } else { 0 },
        chased: row.chased_at.map(|at| Instant::from_millis(at).day().written()),
        own: policy::acts_for(actor, unit),
        called_off: !stands,
        contest_id: seen.id.to_string(),
        contest: seen.name,
        deliverable: task.deliverable,
        task_id: task.id,
        text: task.text,
        id: id.to_string(),
        runs,
        frame,
        errors,
        typed,
    })
}

fn reports(rows: Vec<ReportRow>, files: &[FileRow]) -> Vec<Report> {
    let report = |row: ReportRow| {
        let own = files.iter().filter(|file| file.report_id == row.id);
        let decided = row.decided_at.map(|at| Instant::from_millis(at).written());
        Report {
            files: own.map(|file| (file.id.clone(), file.name.clone(), size(file.bytes))).collect(),
            links: row.links.lines().map(str::to_owned).collect(),
            at: Instant::from_millis(row.reported_at).written(),
            accepted: row.outcome.as_deref() == Some("accepted"),
            returned: row.outcome.as_deref() == Some("returned"),
            decided: decided.map(|at| with_name(at, row.decided_by)),
            number: row.number,
            text: row.text,
            figure: row.figure,
            by: row.reported_by,
            reason: row.reason,
        }
    };
    rows.into_iter().map(report).collect()
}

fn with_name(at: String, name: Option<String>) -> String {
    match name {
        Some(name) => format!("{at} · {name}"),
        None => at,
    }
}

/// Bytes as people read them.
fn size(bytes: i64) -> String {
    match bytes {
        ..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} kB", bytes / 1024),
        _ => format!("{},{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

fn one_asked(row: ExtensionRow, typed: &str) -> Asked {
    let until = Day::shown(&row.until_day);
    Asked {
        grant: if typed.is_empty() { until.clone() } else { typed.to_owned() },
        until,
        granted: row.granted_until.as_deref().map(Day::shown),
        at: Instant::from_millis(row.asked_at).written(),
        waiting: row.granted.is_none(),
        id: row.id,
        reason: row.reason,
        by: row.asked_by,
        answer: row.answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_for_people() {
        let written = [0, 1023, 1024, 1_048_575, 1_048_576, 1_600_000].map(size);
        assert_eq!(written, ["0 B", "1023 B", "1 kB", "1023 kB", "1,0 MB", "1,5 MB"]);
    }
}
