//! Looking over the whole, and handing it in: one button, then a receipt.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use entry::{Confirmation, Gap, Step, Weight};
use kernel::{Failure, Fault};
use serde::Deserialize;

use super::dossier_id;
use super::own::Tag;
use super::steps::{Deadline, StepItem, deadline, href, steps};
use super::whole::{Whole, whole};
use super::write::titled;
use crate::accounts::Actor;
use crate::contests;
use crate::dossiers::draft::confirmed_digest;
use crate::dossiers::store as rows;
use crate::dossiers::submit::{self, Ready};
use crate::dossiers::{self, Agreements, DossierId, confirm, policy};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// Something that is missing, and where it is put right.
pub struct GapShown {
    /// The address.
    pub href: String,
    /// The sentence.
    pub says: String,
}

/// An author, and how far the agreement is.
struct AuthorLine {
    key: String,
    name: String,
    share: String,
    tag: Tag,
    address: String,
    may_ask: bool,
}

#[derive(Template)]
#[template(path = "dossiers/pages/hand_in.html")]
struct HandInPage {
    frame: Frame,
    errors: Errors,
    id: String,
    title: String,
    steps: Vec<StepItem>,
    deadline: Option<Deadline>,
    stops: Vec<GapShown>,
    asks: Vec<GapShown>,
    /// Files that are better not sent.
    needless: Vec<GapShown>,
    whole: Whole,
    files: Vec<(String, String)>,
    authors: Vec<AuthorLine>,
    /// Whether authors are asked, or were.
    shows_authors: bool,
    /// Whether an author is left who may sign on paper.
    may_sign: bool,
    /// The digest of what authors sign.
    digest: String,
    confirmation: Option<(Tag, String)>,
    unit: String,
    /// A unit was asked and has not answered.
    is_asked: bool,
    undertaking: Vec<String>,
    why_not: Option<String>,
    is_again: bool,
    /// The office writes down what came on paper, with its signatures.
    is_on_paper: bool,
}

/// Answers `GET /dossiers/{id}/submission`.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let ready = submit::ready(&app.store, &actor, dossier_id(&id)?).await?;
    shown(&app, &visitor, ready, (Errors::none(), StatusCode::OK)).await
}

/// The page with its forms; what other forms on it refused stands in `errors`.
async fn shown(
    app: &App,
    visitor: &Visitor,
    ready: Ready,
    (errors, status): (Errors, StatusCode),
) -> Answer {
    let (rules, _) = &ready.rules;
    let seen = &ready.seen;
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let why_not = policy::may_submit(seen, &ready.taking, visitor.at()).err();
    let (standing, asked) = confirm::standing(&app.store, seen.id, &ready.entry).await?;
    let confirmation = (rules.entry.confirmation != Confirmation::None).then(|| {
        let tag = Tag::new(words, (standing.label(), standing.icon(), standing.class()));
        let key = format!("entry-confirmation-{}", rules.entry.confirmation.code());
        (tag, words.say(&key))
    });
    let authors = authors(app, words, &ready).await?;
    let day = visitor.at().day();
    let unit = match &asked {
        Some(asked) => contests::store::unit_name(&app.store, &asked.unit_id, day).await?,
        None => None,
    };
    let page = HandInPage {
        title: titled(&ready.entry.solution.title, words),
        steps: steps(words, seen, None, &ready.gaps),
        deadline: deadline(words, &ready.taking, visitor.at()),
        stops: gaps(words, &ready, Weight::Stops),
        asks: gaps(words, &ready, Weight::Asks),
        needless: needless(words, &ready),
        whole: whole(&ready.entry, rules, words),
        files: files(&ready),
        may_sign: authors.iter().any(|author| author.may_ask),
        shows_authors: authors.len() > 1 || authors.iter().any(|author| author.may_ask),
        authors,
        digest: confirmed_digest(&ready.entry)?,
        undertaking: rules.entry.undertaking.clone(),
        why_not: why_not.map(|refusal| words.tell(&refusal.message)),
        is_again: seen.row.number.is_some(),
        is_on_paper: ready.is_on_paper,
        id: seen.id.to_string(),
        confirmation,
        is_asked: standing == confirm::Standing::Asked,
        unit: unit.unwrap_or_default(),
        frame,
        errors,
    };
    page_with(status, &page)
}

fn gaps(words: Words, ready: &Ready, weight: Weight) -> Vec<GapShown> {
    let shown = |gap: &Gap| {
        let page = href(ready.seen.id, gap.step);
        let href = match gap.field.as_str() {
            "" => page,
            field => format!("{page}#{field}"),
        };
        GapShown { href, says: words.tell(&gap.says) }
    };
    ready.gaps.iter().filter(|gap| gap.weight == weight).map(shown).collect()
}

/// Pictures of identity papers that nobody asked for.
fn needless(words: Words, ready: &Ready) -> Vec<GapShown> {
    let hint = |name: &str| GapShown {
        href: href(ready.seen.id, Step::Files),
        says: words.with("dossier-identity-needless", "name", name),
    };
    ready.unasked_identity().into_iter().map(hint).collect()
}

fn files(ready: &Ready) -> Vec<(String, String)> {
    let items = &ready.rules.0.entry.checklist;
    let named = |file: &rows::FileRow| {
        let item = items.iter().find(|item| item.key == file.item_key);
        let item = item.map_or("", |item| item.name.as_str());
        (item.to_owned(), format!("{} ({})", file.name, super::attach::size(file.bytes)))
    };
    ready.files.iter().map(named).collect()
}

async fn authors(app: &App, words: Words, ready: &Ready) -> Result<Vec<AuthorLine>, Fault> {
    let id = ready.seen.id;
    let stands = Agreements::load(&app.store, id).await?;
    let line = |(at, author): (usize, &entry::Author)| {
        let standing = stands.of((at, author));
        let known = stands.invitations.iter().rev().find(|it| it.author_key == author.key);
        let told = author.details.get(&entry::Detail::Email);
        let address = known.map(|it| it.address.clone()).or_else(|| told.cloned());
        AuthorLine {
            key: author.key.clone(),
            name: author.name.clone(),
            share: author.share.map(|share| share.to_string()).unwrap_or_default(),
            tag: Tag::new(words, (standing.label(), standing.icon(), standing.class())),
            address: address.unwrap_or_default(),
            may_ask: standing.may_ask(),
        }
    };
    Ok(ready.entry.people.authors.iter().enumerate().map(line).collect())
}

/// What follows a form of this page: on to `to` with its notice, or the page with what was refused.
pub async fn after(
    (app, visitor): (&App, &Visitor),
    (actor, id): (&Actor, DossierId),
    done: Result<(), Failure>,
    (to, says): (&str, &'static str),
) -> Answer {
    let Err(failure) = done else {
        return see(&format!("/dossiers/{id}/{to}"), says);
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let ready = submit::ready(&app.store, actor, id).await?;
    shown(app, visitor, ready, (errors, status)).await
}

/// What is vouched for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Vouched {
    vouched: String,
}

/// Answers `POST /dossiers/{id}/submission`. The moment that counts is the one at which the whole form was
/// here, before anything waits for its turn.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Vouched>,
) -> Answer {
    let received_at = app.store.now();
    let id = dossier_id(&id)?;
    let done = async {
        let mut tx = app.store.begin().await?;
        let vouched = (!said.vouched.is_empty(), received_at);
        dossiers::submit(&mut tx, &app, &actor, id, vouched).await?;
        tx.commit().await.map_err(Failure::from)
    };
    after((&app, &visitor), (&actor, id), done.await, ("receipt", "dossier-handed-in")).await
}
