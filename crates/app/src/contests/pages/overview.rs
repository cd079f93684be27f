//! The overview of a contest: how far it is, what to do next, its milestones, its numbers.

use askama::Template;
use axum::extract::{Path, State as Shared};
use kernel::{Failure, Instant};

use super::head::Head;
use super::next::{self, Next};
use super::schedule::{Due, Schedule};
use super::{load, names_of, paper_choices, rows};
use crate::accounts::Actor;
use crate::contests::store::{ContestRow, Figures, Filter};
use crate::contests::timeline::{Shape, Timeline};
use crate::contests::typed::Typed;
use crate::contests::{Public, Seen, Sight, State};
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};

/// A line of the facts: key of what, the text, and where it leads.
pub struct Fact {
    /// Key of what it is.
    pub key: &'static str,
    /// The fact.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The overview of a contest.
#[derive(Template)]
#[template(path = "contests/pages/overview.html")]
pub struct OverviewPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    state: State,
    next: Next,
    summary: Option<String>,
    timeline: Timeline,
    dues: Vec<Due>,
    figures: Figures,
    facts: Vec<Fact>,
    below: Vec<(String, String)>,
    public: Public,
}

/// Answers `GET /contests/{id}`.
pub async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let shown = (Typed::default(), Errors::none());
    page(&overview(&app, &visitor, (&actor, seen), shown).await?)
}

/// The page, perhaps with what was typed into it and refused.
///
/// # Errors
/// The database is away.
pub async fn overview(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, Seen),
    (typed, errors): (Typed, Errors),
) -> Result<OverviewPage, Failure> {
    let (store, at, frame) = (&app.store, visitor.at(), Frame::new(app, visitor));
    let words = frame.t;
    let milestones = rows::milestones(store, seen.id).await?;
    let versions = rows::versions(store, seen.id).await?;
    let papers = paper_choices(store, words, seen.id).await?;
    let schedule =
        Schedule { rows: &milestones, versions: &versions, papers: &papers, today: at.day() };
    let dues = schedule.dues(words)?;
    let figures = rows::figures(store, seen.id, at).await?;
    let order = rows::publication(store, seen.id).await?;
    let public = Public::at(order.map(|order| order.from_at), at);
    Ok(OverviewPage {
        next: next::next(words, &seen, (&figures, &dues, public)),
        timeline: schedule.timeline(words)?,
        facts: facts(app, (actor, &seen.contest), at).await?,
        below: below(app, (actor, &seen), at).await?,
        head: Head::new(words, &seen, "contest-overview"),
        state: seen.state,
        summary: seen.contest.summary,
        public,
        dues,
        figures,
        frame,
        typed,
        errors,
    })
}

async fn facts(
    app: &App,
    (actor, contest): (&Actor, &ContestRow),
    at: Instant,
) -> Result<Vec<Fact>, Failure> {
    let units = [
        ("contest-organiser", &contest.organiser_id),
        ("contest-standing", &contest.standing_id),
        ("contest-receiving", &contest.receiving_id),
    ];
    let ids = units.iter().filter_map(|(_, id)| id.as_ref());
    let names = names_of(&app.store, ids, at.day()).await?;
    let fact = |(key, id): (&'static str, &Option<String>)| {
        let id = id.as_ref()?;
        let text = names.get(id)?.clone();
        Some(Fact { key, text, href: Some(format!("/units/{id}")) })
    };
    let mut facts: Vec<Fact> = units.into_iter().filter_map(fact).collect();
    facts.extend(above(app, (actor, contest), at).await?);
    Ok(facts)
}

/// The contest above: where it runs here and may be seen, a link.
async fn above(
    app: &App,
    (actor, contest): (&Actor, &ContestRow),
    at: Instant,
) -> Result<Option<Fact>, Failure> {
    let key = "contest-higher";
    if let Some(parent) = &contest.parent_id {
        let sight = Sight::of(actor, at);
        if let Some(parent) = rows::find_seen(&app.store, parent.parse()?, &sight).await? {
            let href = Some(format!("/contests/{}", parent.id));
            return Ok(Some(Fact { key, text: parent.name, href }));
        }
    }
    Ok(contest.higher.clone().map(|text| Fact { key, text, href: None }))
}

/// Contests below this one that may be seen: id and name, at most fifty.
async fn below(
    app: &App,
    (actor, seen): (&Actor, &Seen),
    at: Instant,
) -> Result<Vec<(String, String)>, Failure> {
    let filter = Filter { parent: Some(seen.id), ..Filter::default() };
    let found = rows::list(&app.store, (&filter, &Sight::of(actor, at)), (50, 0)).await?;
    Ok(found.into_iter().map(|contest| (contest.id, contest.name)).collect())
}
