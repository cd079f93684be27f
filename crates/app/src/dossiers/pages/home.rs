//! One dossier to those who wrote it: where it is, what is next, by when.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::Step;
use kernel::{Fault, Instant, Message};
use serde::Deserialize;

use super::dossier_id;
use super::looks::{LookShown, newest};
use super::named::{FileLine, awaited_until, lines};
use super::own::{Tag, tag};
use super::paper::all_told;
use super::prize;
use super::steps::{Deadline, deadline, end, href, label};
use super::whole::{Whole, whole};
use super::write::titled;
use crate::accounts::Actor;
use crate::contests::{self, RuleSet};
use crate::conversations::{self, Side, Unread};
use crate::dossiers::access::{self, SeenDossier, Standing};
use crate::dossiers::following::{Named, named};
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store::{self as rows, VersionRow};
use crate::dossiers::{self, State as How, policy, submit};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::looks::{self, Thing};

/// Something that became of the dossier.
struct EventShown {
    key: String,
    at: String,
    by: Option<String>,
    reason: Option<String>,
}

/// What the office asks for again.
struct AskedShown {
    why: String,
    due: String,
    is_over: bool,
    /// Where each part is that opens: address and name.
    opens: Vec<(String, String)>,
}

/// A version that was handed in.
struct VersionShown {
    version: i64,
    at: String,
    code: String,
}

#[derive(Template)]
#[template(path = "dossiers/pages/home.html")]
struct HomePage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    contest_id: String,
    contest: String,
    number: Option<i64>,
    tag: Tag,
    deadline: Option<Deadline>,
    /// Where it is, in plain words, and what comes next.
    now: String,
    is_member: bool,
    may_write: bool,
    /// What is written differs from what was handed in.
    is_changed: bool,
    may_withdraw: bool,
    asked: Option<AskedShown>,
    /// Sets on paper that came, a sentence each.
    arrivals: Vec<String>,
    may_check: bool,
    whole: Option<Whole>,
    files: Vec<FileLine>,
    /// Until when bytes are waited for.
    until: Option<String>,
    shows_hash: bool,
    versions: Vec<VersionShown>,
    events: Vec<EventShown>,
    /// The conversation about it, once it was handed in.
    talk: Option<Unread>,
    /// What it has won, once everybody may read it.
    award: Option<prize::Won>,
    /// Who saw it lately.
    looks: Vec<LookShown>,
}

/// Answers `GET /dossiers/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::dossier(&app.store, &actor, dossier_id(&id)?).await?;
    looks::note(&app, &actor, &seen.row.id, Thing::Page);
    shown(&app, &visitor, (&actor, seen), (Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, SeenDossier),
    (errors, status): (Errors, StatusCode),
) -> Answer {
    let (rules, _) = access::rules(&app.store, &seen.row).await?;
    let taking = access::window(&app.store, &seen, &rules).await?;
    let versions = rows::versions(&app.store, seen.id).await?;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let is_member = seen.standing == Standing::Member;
    let may_write = is_member && policy::may_write(&seen, &taking, visitor.at()).is_ok();
    let is_changed = may_write && is_changed(app, actor, &seen, versions.first()).await?;
    let handed_in = versions.first().map(|row| Manifest::read(&row.body)).transpose()?;
    let named = files(app, versions.first().zip(handed_in.as_ref()), visitor.at()).await?;
    let title = match (&handed_in, is_member) {
        (_, true) => access::draft(&app.store, seen.id).await?.entry.solution.title,
        (Some(manifest), false) => manifest.entry.solution.title.clone(),
        (None, false) => String::new(),
    };
    let read = match &handed_in {
        Some(manifest) => Some(of(app, &seen, (manifest, versions[0].rules_version), words).await?),
        None => None,
    };
    let looks = newest(app, words, &seen).await?;
    let page = HomePage {
        title: titled(&title, words),
        number: seen.row.number,
        tag: tag(words, seen.state),
        deadline: deadline(words, &taking, visitor.at()),
        now: words.tell(&now(seen.state, is_changed && seen.row.number.is_some())),
        may_withdraw: is_member && policy::may_withdraw(&seen).is_ok(),
        files: lines(&app.store, words, (seen.id, &named)).await?,
        until: awaited_until(&named).map(Instant::written),
        shows_hash: false,
        asked: asked(words, &seen, (&rules, visitor.at())),
        arrivals: all_told(words, &rows::arrivals(&app.store, seen.id).await?)?,
        may_check: seen.row.number.is_some()
            && contests::policy::runs(actor, &seen.contest.runners()?)
            && !access::is_author(&app.store, actor, seen.id).await?,
        whole: read,
        versions: versions.iter().map(shown_version).collect(),
        events: events(app, &seen).await?,
        talk: talk(app, actor, &seen).await?,
        award: prize::won(app, visitor, &seen).await?,
        id: seen.id.to_string(),
        contest_id: seen.contest.id,
        contest: seen.contest.name,
        is_member,
        may_write,
        is_changed,
        looks,
        frame,
        errors,
    };
    page_with(status, &page)
}

fn asked(words: Words, seen: &SeenDossier, (rules, at): (&RuleSet, Instant)) -> Option<AskedShown> {
    let row = seen.asked.as_ref()?;
    let opened = row.opened();
    let pages = Step::ALL.into_iter().filter(|step| *step != Step::Files && opened.page(*step));
    let pages = pages.map(|step| (href(seen.id, step), words.say(label(step))));
    let items = rules.entry.checklist.iter().filter(|item| opened.item(&item.key));
    let items = items.map(|item| (href(seen.id, Step::Files), item.name.clone()));
    Some(AskedShown {
        why: row.why.clone(),
        due: end(words, row.due()),
        is_over: at > row.due(),
        opens: pages.chain(items).collect(),
    })
}

/// The conversation about a dossier that was handed in, with how much of it the actor has not read.
async fn talk(app: &App, actor: &Actor, seen: &SeenDossier) -> Result<Option<Unread>, Fault> {
    let side = match seen.standing {
        Standing::Member => Side::Author,
        Standing::Office => Side::Office,
    };
    match seen.row.number {
        Some(_) => conversations::of_dossier(&app.store, (actor, side), seen.id).await.map(Some),
        None => Ok(None),
    }
}

/// What was handed in, by the rules of then.
async fn of(
    app: &App,
    seen: &SeenDossier,
    (manifest, version): (&Manifest, i64),
    words: Words,
) -> Result<Whole, kernel::Failure> {
    let rules = contests::rules_at(&app.store, seen.row.contest()?, version).await?;
    Ok(whole(&manifest.entry, &rules, words))
}

async fn is_changed(
    app: &App,
    actor: &Actor,
    seen: &SeenDossier,
    last: Option<&VersionRow>,
) -> Result<bool, kernel::Failure> {
    let Some(last) = last else { return Ok(true) };
    let ready = submit::ready(&app.store, actor, seen.id).await?;
    Ok(ready.digest()? != last.digest)
}

/// Where a dossier is, as its author reads it.
fn now(state: How, is_changed: bool) -> Message {
    Message::new(match state {
        How::Draft => "dossier-now-draft",
        How::Submitted | How::Received | How::Returned if is_changed => "dossier-now-changed",
        How::Submitted => "dossier-now-submitted",
        How::Received | How::Returned => "dossier-now-received",
        How::Asked => "dossier-now-asked",
        How::Valid => "dossier-now-valid",
        How::Ineligible => "dossier-now-ineligible",
        How::Withdrawn => "dossier-now-withdrawn",
    })
}

/// The files of what was handed in last.
async fn files(
    app: &App,
    handed_in: Option<(&VersionRow, &Manifest)>,
    at: Instant,
) -> Result<Vec<Named>, Fault> {
    match handed_in {
        Some((version, manifest)) => named(&app.store, version, (&manifest.files, at)).await,
        None => Ok(Vec::new()),
    }
}

fn shown_version(row: &VersionRow) -> VersionShown {
    let at = Instant::from_millis(row.received_at).written();
    VersionShown { version: row.version, at, code: row.code.clone() }
}

async fn events(app: &App, seen: &SeenDossier) -> Result<Vec<EventShown>, Fault> {
    let mut rows = rows::events(&app.store, seen.id).await?;
    rows.extend(rows::rebases(&app.store, seen.id).await?);
    rows.sort_by_key(|row| std::cmp::Reverse(row.made_at));
    let shown = rows.into_iter().map(|row| EventShown {
        key: match row.kind.as_str() {
            "rebase" => "dossier-event-rebase".to_owned(),
            kind => format!("dossier-event-{kind}"),
        },
        at: Instant::from_millis(row.made_at).written(),
        by: row.made_by,
        reason: row.reason,
    });
    Ok(shown.collect())
}

/// Why somebody takes a dossier back.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    reason: String,
}

/// Answers `POST /dossiers/{id}/withdrawal`.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = dossier_id(&id)?;
    let done = async {
        let reason = crate::contests::typed::lines(&said.reason, "reason", 1_000)?;
        let mut tx = app.store.begin().await?;
        dossiers::withdraw(&mut tx, &actor, id, reason.as_deref()).await?;
        tx.commit().await.map_err(kernel::Failure::from)
    };
    let Err(failure) = done.await else {
        return see(&format!("/dossiers/{id}"), "dossier-withdrawn");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = access::dossier(&app.store, &actor, id).await?;
    shown(&app, &visitor, (&actor, seen), (errors, status)).await
}
