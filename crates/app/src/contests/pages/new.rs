//! A contest typed in by hand, or after last edition's.

use askama::Template;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use entry::EntryRules;
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};
use serde::Deserialize;

use super::{milestone_ends, milestone_kinds, rows, unit_field};
use crate::accounts::Actor;
use crate::contests::store::Filter;
use crate::contests::typed::{self, CONTACTS, MILESTONES, Named, PRIZES, Typed, Wrong};
use crate::contests::{self, ContestDraft, RegimeDraft, RuleSet, Sight, kind, policy};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// Lists to choose from in the forms of a contest.
pub struct Choices {
    /// Series by code.
    pub series: Vec<(String, String)>,
    /// Levels by code.
    pub levels: Vec<(String, String)>,
    /// Contests above, by the last part of their address.
    pub parents: Vec<(String, String)>,
}

/// The lists for this actor.
///
/// # Errors
/// The database is away.
pub async fn choices(
    app: &App,
    words: Words,
    (actor, at): (&Actor, Instant),
) -> Result<Choices, Failure> {
    let named = |prefix: &str, code: String| {
        let name = words.say(&kind::label(prefix, &code));
        (code, name)
    };
    let sight = Sight::of(actor, at);
    let mut parents = Vec::new();
    for level in ["nation", "province", "district"] {
        let filter = Filter { level: Some(level.to_owned()), ..Filter::default() };
        let found = rows::list(&app.store, (&filter, &sight), (60, 0)).await?;
        parents.extend(found.into_iter().map(|contest| (contest.slug, contest.name)));
    }
    Ok(Choices {
        series: kind::SERIES.map(|it| named("series", kind::code(it))).into(),
        levels: kind::LEVELS.map(|it| named("level", kind::code(it))).into(),
        parents,
    })
}

/// What the fields that name units and the contest above were found to mean.
///
/// # Errors
/// The database is away.
pub async fn named(
    app: &App,
    (actor, at): (&Actor, Instant),
    typed: &Typed,
) -> Result<Named, Failure> {
    let (store, day) = (&app.store, at.day());
    Ok(Named {
        parent: parent(app, (actor, at), typed.text("parent")).await?,
        organiser: unit_field(store, typed.text("organiser"), "organiser", day).await?,
        standing: unit_field(store, typed.text("standing"), "standing", day).await?,
        receiving: unit_field(store, typed.text("receiving"), "receiving", day).await?,
    })
}

async fn parent(
    app: &App,
    (actor, at): (&Actor, Instant),
    slug: &str,
) -> Result<Result<Option<ContestId>, Refusal>, Failure> {
    if slug.is_empty() {
        return Ok(Ok(None));
    }
    let unknown = || Refusal::field("parent", "contest-parent-unknown");
    let Some(found) = rows::find_slug(&app.store, slug).await? else { return Ok(Err(unknown())) };
    let id = found.id()?;
    let seen = rows::find_seen(&app.store, id, &Sight::of(actor, at)).await?;
    Ok(seen.map(|_| Some(id)).ok_or_else(unknown))
}

#[derive(Template)]
#[template(path = "contests/pages/new.html")]
struct NewPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    choices: Choices,
    milestone_rows: &'static [&'static str],
    prize_rows: &'static [&'static str],
    contact_rows: &'static [&'static str],
    kinds: Vec<(String, String)>,
    ends: [(&'static str, String); 4],
    copied: bool,
}

/// From which edition the form was asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Begun {
    from: String,
}

/// Answers `GET /contests/new`.
pub async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Query(begun): Query<Begun>,
) -> Answer {
    policy::may_begin(&actor)?;
    let typed = match begun.from.as_str() {
        "" => Typed::default(),
        from => {
            let id = from.parse().map_err(|_| Refusal::absent())?;
            contests::next_edition(&app.store, &actor, id, visitor.at()).await?
        }
    };
    show(&app, &visitor, &actor, (typed, Errors::none(), StatusCode::OK)).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let page = NewPage {
        choices: choices(app, frame.t, (actor, visitor.at())).await?,
        milestone_rows: typed.shown(&MILESTONES, "milestone"),
        prize_rows: typed.shown(&PRIZES, "prize"),
        contact_rows: typed.shown(&CONTACTS, "contact"),
        kinds: milestone_kinds(frame.t),
        ends: milestone_ends(frame.t),
        copied: !typed.text("from").is_empty(),
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

/// Answers `POST /contests`; for more rows, the same form again.
pub async fn found(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Form(typed): Form<Typed>,
) -> Answer {
    policy::may_begin(&actor)?;
    if typed.has("more") {
        return show(&app, &visitor, &actor, (typed, Errors::none(), StatusCode::OK)).await;
    }
    match founded(&app, &visitor, &actor, &typed).await {
        Ok(id) => see(&format!("/contests/{id}"), "contest-founded"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            show(&app, &visitor, &actor, (typed, errors, status)).await
        }
    }
}

async fn founded(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    typed: &Typed,
) -> Result<ContestId, Failure> {
    let named = named(app, (actor, visitor.at()), typed).await?;
    let mut wrong = Wrong::default();
    let facts = typed::facts(typed, named, &mut wrong);
    if let Some(facts) = &facts {
        let runs = policy::may_run(actor, &facts.runners());
        wrong.or_none(runs.map_err(|_| Refusal::field("organiser", "contest-runner-lost")));
    }
    let rules = typed::rules(typed, &mut wrong);
    let milestones = typed::milestones(typed, &mut wrong);
    let contacts = typed::contacts(typed, &mut wrong);
    wrong.finish()?;
    let before = edition_before(app, (actor, visitor.at()), typed).await?;
    let draft = ContestDraft {
        facts: facts.ok_or_else(|| Refusal::invalid("form-has-errors"))?,
        rules: RuleSet { entry: entry_before(app, before).await?, ..rules },
        milestones,
        contacts,
        citations: Vec::new(),
        regimes: regimes(app, before, typed).await?,
        paper: None,
    };
    let mut tx = app.store.begin().await?;
    let id = contests::found(&mut tx, actor, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// The edition whose form was filled in, if the actor runs it.
async fn edition_before(
    app: &App,
    (actor, at): (&Actor, Instant),
    typed: &Typed,
) -> Result<Option<ContestId>, Failure> {
    let Ok(from) = typed.text("from").parse() else { return Ok(None) };
    let seen = contests::seen_by(&app.store, actor, from, at).await?;
    policy::may_run(actor, &seen.contest.runners()?)?;
    Ok(Some(from))
}

/// What the edition before asked of an entry, which has a form of its own.
async fn entry_before(app: &App, before: Option<ContestId>) -> Result<EntryRules, Failure> {
    match before {
        Some(before) => Ok(contests::newest_rules(&app.store, before).await?.0.entry),
        None => Ok(EntryRules::default()),
    }
}

/// The reporting regimes of the edition before, where they are to be kept.
async fn regimes(
    app: &App,
    before: Option<ContestId>,
    typed: &Typed,
) -> Result<Vec<RegimeDraft>, Failure> {
    let Some(from) = before.filter(|_| typed.has("regimes")) else {
        return Ok(Vec::new());
    };
    let kept = rows::regimes(&app.store, from).await?;
    // A day on which a single report was due does not come again.
    let again = kept.iter().filter(|regime| regime.once_on.is_none());
    Ok(again.map(rows::RegimeRow::as_draft).collect::<Result<_, _>>()?)
}
