//! What is done on the page of a review.

use axum::extract::{Path, State};
use kernel::id::{ContestId, PaperId};
use kernel::refusal::RefusalKind;
use kernel::{Failure, Refusal};

use super::fields::{self, Typed};
use super::show::{Refused, review_page};
use crate::accounts::Actor;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::intake::choice::{Choice, UnitLine};
use crate::intake::line::{Line, Section};
use crate::intake::{self, LineId, Seen};
use crate::{papers, units};

fn read_paper(id: &str) -> Result<PaperId, Refusal> {
    id.parse().map_err(|_| Refusal::absent())
}

/// Answers `POST /papers/{id}/review`: opens the review.
pub async fn open(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let paper = read_paper(&id)?;
    let opened = async {
        papers::find(&app.store, paper).await?.ok_or_else(Refusal::absent)?;
        let reading = papers::reading_of(&app.store, paper).await?;
        let (_, facts) = reading.ok_or_else(|| Refusal::conflict("review-not-read"))?;
        let mut tx = app.store.begin().await?;
        intake::open(&mut tx, &actor, paper, &facts).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    opened.await?;
    see(&format!("/papers/{id}/review"), "review-opened")
}

/// Answers `POST /papers/{id}/review/lines`.
pub async fn add(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let paper = read_paper(&id)?;
    let section = typed.get("section").and_then(|word| Section::read(word));
    let section = section.ok_or_else(Refusal::absent)?;
    let added = async {
        let line = fields::read(section, &typed, None)?;
        let mut tx = app.store.begin().await?;
        intake::add(&mut tx, &actor, paper, &line).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let back = format!("/papers/{id}/review#part-{}", section.code());
    after(&app, &visitor, (&actor, paper), (added.await, &back), (None, typed)).await
}

/// Answers `POST /papers/{id}/review/lines/{line}`.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, line)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let paper = read_paper(&id)?;
    let changed = async {
        let seen = seen(&line, &typed)?;
        let mut tx = app.store.begin().await?;
        let kept = intake::line_of(&tx, &actor, paper, seen.id).await?;
        let next = match &kept.line {
            Line::Unit(unit) => Line::Unit(choose(&tx, unit, &typed, visitor.at().day()).await?),
            before => fields::read(before.section(), &typed, Some(before))?,
        };
        intake::change(&mut tx, &actor, paper, seen, &next).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let back = format!("/papers/{id}/review#l-{line}");
    after(&app, &visitor, (&actor, paper), (changed.await, &back), (Some(line), typed)).await
}

/// The units that somebody chose for a name.
async fn choose(
    tx: &::store::Tx,
    unit: &UnitLine,
    typed: &Typed,
    day: kernel::Day,
) -> Result<UnitLine, Failure> {
    let said = |name: &str| typed.get(name).map_or("", String::as_str);
    let choice = match said("choice") {
        "existing" => {
            let mut chosen = Vec::new();
            for name in said("units").lines().filter(|name| !name.trim().is_empty()) {
                chosen.extend(units::resolve(tx, name, "units", day).await?);
            }
            if chosen.is_empty() {
                return Err(Refusal::field("units", "review-needed").into());
            }
            Choice::Existing(chosen)
        }
        "new" => {
            let name = kernel::text::clean(said("name"));
            let name = if name.is_empty() { unit.named.clone() } else { name };
            Choice::founded(&name)
        }
        "nobody" => Choice::Nobody,
        "heirs" => chosen_heirs(unit, typed)?,
        _ if matches!(unit.choice, Choice::Ended(_)) => {
            return Err(Refusal::field("choice", "review-heirs-undecided").into());
        }
        _ => unit.choice.clone(),
    };
    Ok(UnitLine { choice, ..unit.clone() })
}

/// Those who took over that somebody ticked.
fn chosen_heirs(unit: &UnitLine, typed: &Typed) -> Result<Choice, Refusal> {
    let Choice::Ended(ended) = &unit.choice else { return Err(Refusal::absent()) };
    let ticked = |id: String| typed.contains_key(&format!("heir-{id}"));
    let units: Vec<_> = ended.units.iter().filter(|id| ticked(id.to_string())).copied().collect();
    let places: Vec<_> = ended.places.iter().filter(|id| ticked(id.to_string())).copied().collect();
    match (units.is_empty(), places.is_empty()) {
        (false, _) => Ok(Choice::Existing(units)),
        (true, false) => Ok(Choice::Places(places)),
        (true, true) => Err(Refusal::field("choice", "review-heirs-none")),
    }
}

fn seen(line: &str, typed: &Typed) -> Result<Seen, Refusal> {
    let id: LineId = line.parse().map_err(|_| Refusal::absent())?;
    let revision = typed.get("revision").and_then(|it| it.parse().ok());
    Ok(Seen { id, revision: revision.ok_or_else(|| Refusal::invalid("form-unreadable"))? })
}

/// The page after an act: where it happened, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, paper): (&Actor, PaperId),
    (done, back): (Result<(), Failure>, &str),
    (line, typed): (Option<String>, Typed),
) -> Answer {
    let Err(failure) = done else { return see(back, "review-changed") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let refused = Refused { line, typed, errors };
    let shown = review_page(app, visitor, actor, paper, Some(refused)).await?;
    page_with(status, &shown.ok_or_else(Refusal::absent)?)
}

/// Answers `POST /papers/{id}/review/lines/{line}/dropping`.
pub async fn drop_line(
    State(app): State<App>,
    actor: Actor,
    Path((id, line)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (paper, seen) = (read_paper(&id)?, seen(&line, &typed)?);
    let done = async {
        let mut tx = app.store.begin().await?;
        intake::drop_line(&mut tx, &actor, paper, seen).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    done.await.map_err(|failure| back_to_review(failure, &id))?;
    see(&format!("/papers/{id}/review#l-{line}"), "review-changed")
}

/// Answers `POST /papers/{id}/review/lines/{line}/restoring`.
pub async fn restore_line(
    State(app): State<App>,
    actor: Actor,
    Path((id, line)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (paper, seen) = (read_paper(&id)?, seen(&line, &typed)?);
    let done = async {
        let mut tx = app.store.begin().await?;
        intake::restore_line(&mut tx, &actor, paper, seen).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    done.await.map_err(|failure| back_to_review(failure, &id))?;
    see(&format!("/papers/{id}/review#l-{line}"), "review-changed")
}

/// Answers `POST /papers/{id}/review/target`.
pub async fn target(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let paper = read_paper(&id)?;
    let chosen = typed.get("contest").filter(|it| !it.is_empty());
    let chosen: Option<ContestId> =
        chosen.map(|it| it.parse()).transpose().map_err(|_| Refusal::absent())?;
    let done = async {
        let mut tx = app.store.begin().await?;
        intake::choose_target(&mut tx, &actor, paper, chosen).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    done.await.map_err(|failure| back_to_review(failure, &id))?;
    see(&format!("/papers/{id}/review"), "review-changed")
}

/// Answers `POST /papers/{id}/review/acceptance`.
pub async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let paper = read_paper(&id)?;
    let accepted = async {
        let revision = typed.get("revision").and_then(|it| it.parse().ok());
        let revision = revision.ok_or_else(|| Refusal::invalid("form-unreadable"))?;
        let mut tx = app.store.begin().await?;
        let contest = intake::accept(&mut tx, &actor, paper, revision).await?;
        tx.commit().await?;
        Ok::<_, Failure>(contest)
    };
    match accepted.await {
        Ok(contest) => see(&format!("/contests/{contest}"), "review-accepted"),
        Err(failure) => {
            after(&app, &visitor, (&actor, paper), (Err(failure), ""), (None, typed)).await
        }
    }
}

/// Answers `POST /papers/{id}/review/undoing`.
pub async fn undo(State(app): State<App>, actor: Actor, Path(id): Path<String>) -> Answer {
    let paper = read_paper(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        intake::undo(&mut tx, &actor, paper).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    done.await.map_err(|failure| back_to_review(failure, &id))?;
    see(&format!("/papers/{id}/review"), "review-undone")
}

/// A refusal without a way out leads back to the review, if there is one.
fn back_to_review(failure: Failure, id: &str) -> Failure {
    match failure {
        Failure::Refusal(refusal)
            if refusal.way_out.is_none() && refusal.kind != RefusalKind::Absent =>
        {
            (*refusal).way_out("way-review", format!("/papers/{id}/review")).into()
        }
        other => other,
    }
}
