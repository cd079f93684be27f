//! The milestones of a contest with all their versions: set, moved, called off.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};

use super::head::Head;
use super::schedule::{Due, Schedule};
use super::{
    load, load_to_run, milestone_ends, milestone_kinds, paper_choices, read_part, rows, why,
};
use crate::accounts::Actor;
use crate::contests::store::{MilestoneRow, VersionRow};
use crate::contests::typed::{self, MILESTONES, Typed};
use crate::contests::{self, PartId, Seen, when};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// The row of a form with one milestone.
const ROW: &str = MILESTONES[0];

/// One version in words.
struct Version {
    when: String,
    is_off: bool,
    why: Option<String>,
    made: String,
}

#[derive(Template)]
#[template(path = "contests/pages/milestones.html")]
struct ListPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    milestones: Vec<(Due, Vec<Version>)>,
    rows: &'static [&'static str],
    kinds: Vec<(String, String)>,
    ends: [(&'static str, String); 4],
    papers: Vec<(String, String)>,
}

/// Answers `GET /contests/{id}/milestones`.
pub async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    show(&app, &visitor, &seen, (Typed::default(), Errors::none(), StatusCode::OK)).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let milestones = rows::milestones(&app.store, seen.id).await?;
    let versions = rows::versions(&app.store, seen.id).await?;
    let papers = paper_choices(&app.store, frame.t, seen.id).await?;
    let today = visitor.at().day();
    let schedule = Schedule { rows: &milestones, versions: &versions, papers: &papers, today };
    let told = schedule.dues(frame.t)?.into_iter().map(|due| {
        let of = versions.iter().filter(|version| version.milestone_id == due.id);
        let told: Result<Vec<Version>, Failure> =
            of.map(|version| Ok(told(&frame, &schedule, version)?)).collect();
        Ok::<_, Failure>((due, told?))
    });
    let told = told.collect::<Result<Vec<_>, _>>()?;
    let page = ListPage {
        head: Head::new(frame.t, seen, "contest-milestones"),
        milestones: told,
        rows: &MILESTONES[..1],
        kinds: milestone_kinds(frame.t),
        ends: milestone_ends(frame.t),
        papers,
        typed,
        errors,
        frame,
    };
    page_with(status, &page)
}

fn told(
    frame: &Frame,
    schedule: &Schedule<'_>,
    version: &VersionRow,
) -> Result<Version, kernel::Fault> {
    let why = schedule.why(version.paper_id.as_deref(), version.reason.as_deref());
    Ok(Version {
        when: when::window(frame.t, &version.window()?),
        is_off: version.called_off,
        why: Some(why).filter(|why| !why.is_empty()),
        made: when::moment(version.made_at),
    })
}

/// Answers `POST /contests/{id}/milestones`.
pub async fn add(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let added = async {
        let papers = paper_choices(&app.store, visitor.words(), seen.id).await?;
        let draft = typed::milestone(&typed, ROW)?;
        let why = match typed.text("paper") {
            "" => contests::Why { by: actor.account(), ..contests::Why::default() },
            _ => why(&actor, &typed, &papers)?,
        };
        let mut tx = app.store.begin().await?;
        contests::add_milestone(&mut tx, &actor, seen.id, &draft, &why).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    match added.await {
        Ok(()) => see(&format!("/contests/{id}/milestones"), "milestone-set"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

#[derive(Template)]
#[template(path = "contests/pages/milestone.html")]
struct MovePage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    id: String,
    name: String,
    now: String,
    row: &'static str,
    ends: [(&'static str, String); 4],
    papers: Vec<(String, String)>,
}

/// Answers `GET /contests/{id}/milestones/{part}`: the form that moves it or calls it off.
pub async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let milestone = find(&app, &seen, read_part(&part)?).await?;
    let mut typed = Typed::default();
    typed::put_window(&mut typed, ROW, (milestone.window()?, milestone.by_postmark));
    typed.put("version", milestone.version.to_string());
    let shown = (typed, Errors::none(), StatusCode::OK);
    show_form(&app, &visitor, (&seen, &milestone), shown).await
}

async fn find(app: &App, seen: &Seen, part: PartId) -> Result<MilestoneRow, Failure> {
    Ok(rows::milestone(&app.store, seen.id, part).await?.ok_or_else(Refusal::absent)?)
}

async fn show_form(
    app: &App,
    visitor: &Visitor,
    (seen, milestone): (&Seen, &MilestoneRow),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let name = super::milestone_name(words, &milestone.kind, milestone.title.as_deref());
    let page = MovePage {
        head: Head::new(words, seen, "contest-milestones").below(name.clone()),
        id: milestone.id.clone(),
        now: when::window(words, &milestone.window()?),
        row: ROW,
        ends: milestone_ends(words),
        papers: paper_choices(&app.store, words, seen.id).await?,
        name,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests/{id}/milestones/{part}`.
pub async fn move_to(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    next_version(&app, &visitor, (&actor, &id, &part), (typed, false)).await
}

/// Answers `POST /contests/{id}/milestones/{part}/calling-off`.
pub async fn call_off(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, part)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    next_version(&app, &visitor, (&actor, &id, &part), (typed, true)).await
}

async fn next_version(
    app: &App,
    visitor: &Visitor,
    (actor, id, part): (&Actor, &str, &str),
    (typed, off): (Typed, bool),
) -> Answer {
    let seen = load_to_run(app, visitor, actor, id).await?;
    let part = read_part(part)?;
    let milestone = find(app, &seen, part).await?;
    match written(app, visitor, (actor, &seen, part), (&typed, off)).await {
        Ok(()) if off => see(&format!("/contests/{id}/milestones"), "milestone-off"),
        Ok(()) => see(&format!("/contests/{id}/milestones"), "milestone-moved"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show_form(app, visitor, (&seen, &milestone), (typed, errors, status)).await
        }
    }
}

async fn written(
    app: &App,
    visitor: &Visitor,
    (actor, seen, part): (&Actor, &Seen, PartId),
    (typed, off): (&Typed, bool),
) -> Result<(), Failure> {
    let papers = paper_choices(&app.store, visitor.words(), seen.id).await?;
    let why = why(actor, typed, &papers)?;
    let mut tx = app.store.begin().await?;
    let row = rows::milestone(&tx, seen.id, part).await?.ok_or_else(Refusal::absent)?;
    if typed.text("version") != row.version.to_string() {
        return Err(Refusal::conflict("contest-changed-meanwhile").into());
    }
    if off {
        contests::call_off(&mut tx, actor, (seen.id, part), &why).await?;
    } else {
        let window = typed::window(typed, ROW)?;
        if window.is_open() {
            return Err(Refusal::field(ROW, "milestone-dateless").into());
        }
        let by_postmark = typed.row(ROW, "end").ends_with("postmark");
        let draft = contests::MilestoneDraft { window, by_postmark, ..row.as_draft()? };
        contests::move_milestone(&mut tx, actor, (seen.id, part), &draft, &why).await?;
    }
    Ok(tx.commit().await?)
}
