//! Acts in a conversation.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::sent::{self, Fields};
use super::show::{Typed, facts, shown};
use super::{conversation_id, part_id};
use crate::accounts::Actor;
use crate::conversations::access::{self, SeenConversation};
use crate::conversations::answers::{self, Ready};
use crate::conversations::store as rows;
use crate::conversations::typed::words;
use crate::conversations::{self, ConversationId, PartId, Saying};
use crate::files;
use crate::frame::answer::see;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};

/// The fields of the forms of a conversation.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    text: String,
    template: String,
    remark: String,
    seen: String,
}

impl Fields for Said {
    fn field(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "text" => &mut self.text,
            "template" => &mut self.template,
            "seen" => &mut self.seen,
            _ => return None,
        })
    }
}

impl Said {
    fn typed(self) -> Typed {
        Typed { text: self.text, template: self.template, remark: self.remark, is_filled: false }
    }

    fn seen(&self) -> Result<i64, Refusal> {
        self.seen.parse().map_err(|_| Refusal::invalid("form-unreadable"))
    }
}

/// The page of the conversation after an act on it: with its notice, or with what was typed and why not.
async fn after(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, ConversationId),
    (done, notice, typed): (Result<(), Failure>, &str, Typed),
) -> Answer {
    let Err(failure) = done else { return see(&format!("/conversations/{id}"), notice) };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = access::conversation(&app.store, actor, id).await?;
    shown(app, visitor, (actor, seen), (typed, errors, status)).await
}

/// Answers `POST /conversations/{id}/messages`.
pub async fn say(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let id = conversation_id(&id)?;
    access::conversation(&app.store, &actor, id).await?;
    let mut sent = sent::read::<Said>(request).await?;
    let done = async {
        let files = sent.files()?;
        let text = words(&sent.typed.text, "text")?;
        let saying = Saying { text, files: files::keep_all(&app, files).await? };
        let mut tx = app.store.begin().await?;
        conversations::say(&mut tx, &actor, id, (sent.typed.seen()?, &saying)).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "conversation-said", sent.typed.typed())).await
}

/// Answers `POST /conversations/{id}/draft`: puts a ready answer behind what is typed, and changes nothing. What
/// was typed comes along in the form, for it has no business in an address.
pub async fn fill(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let seen = access::for_office(&app.store, &actor, conversation_id(&id)?).await?;
    let said = sent::read::<Said>(request).await?.typed;
    let (mut errors, mut status) = (Errors::none(), StatusCode::OK);
    let found = chosen(&app, &visitor, &seen, &said.template).await;
    let mut typed = said.typed();
    match found {
        Ok(answer) => {
            typed.text = answers::behind(&typed.text, &answer);
            typed.is_filled = true;
        }
        Err(failure) => (errors, status) = Errors::of(failure, visitor.words())?,
    }
    shown(&app, &visitor, (&actor, seen), (typed, errors, status)).await
}

/// The text of a ready answer that comes with the house or belongs to the contest.
async fn chosen(
    app: &App,
    visitor: &Visitor,
    seen: &SeenConversation,
    template: &str,
) -> Result<String, Failure> {
    let facts = facts(app, seen, visitor.words()).await?;
    if let Some(ready) = Ready::ALL.into_iter().find(|ready| ready.code() == template) {
        return Ok(ready.filled(visitor.words(), &facts));
    }
    let unknown = || Refusal::field("template", "answer-not-chosen");
    let id = template.parse().map_err(|_| unknown())?;
    let row = rows::answer(&app.store, seen.contest.id()?, id).await?.ok_or_else(unknown)?;
    Ok(answers::fill(&row.body, &facts))
}

/// What is done to a conversation by a button alone.
enum Deed<'a> {
    Withdraw(PartId),
    Take(Option<&'a str>),
    Release,
    Settle,
}

impl Deed<'_> {
    const fn notice(&self) -> &'static str {
        match self {
            Self::Withdraw(_) => "conversation-withdrawn",
            Self::Take(_) => "conversation-took",
            Self::Release => "conversation-released",
            Self::Settle => "conversation-is-settled",
        }
    }
}

async fn act(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, ConversationId),
    deed: Deed<'_>,
) -> Answer {
    let done = async {
        let mut tx = app.store.begin().await?;
        match deed {
            Deed::Withdraw(message) => {
                conversations::withdraw(&mut tx, actor, id, message).await?;
            }
            Deed::Take(from) => conversations::take(&mut tx, actor, id, from).await?,
            Deed::Release => conversations::release(&mut tx, actor, id).await?,
            Deed::Settle => conversations::settle(&mut tx, actor, id).await?,
        }
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(app, visitor, (actor, id), (done, deed.notice(), Typed::default())).await
}

/// Answers `POST /conversations/{id}/messages/{message}/withdrawal`.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, message)): Path<(String, String)>,
) -> Answer {
    let (id, message) = (conversation_id(&id)?, part_id(&message)?);
    act(&app, &visitor, (&actor, id), Deed::Withdraw(message)).await
}

/// Answers `POST /conversations/{id}/remarks`.
pub async fn remark(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let id = conversation_id(&id)?;
    access::for_office(&app.store, &actor, id).await?;
    let done = async {
        let text = words(&said.remark, "remark")?;
        let mut tx = app.store.begin().await?;
        conversations::remark(&mut tx, &actor, id, &text).await?;
        Ok(tx.commit().await?)
    };
    let done = done.await;
    after(&app, &visitor, (&actor, id), (done, "conversation-remarked", said.typed())).await
}

/// From whom somebody takes a conversation.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    from: String,
}

/// Answers `POST /conversations/{id}/taking`.
pub async fn take(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(from): Form<From>,
) -> Answer {
    let from = Some(from.from.as_str()).filter(|from| !from.is_empty());
    act(&app, &visitor, (&actor, conversation_id(&id)?), Deed::Take(from)).await
}

/// Answers `POST /conversations/{id}/taking/removal`.
pub async fn release(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    act(&app, &visitor, (&actor, conversation_id(&id)?), Deed::Release).await
}

/// Answers `POST /conversations/{id}/settlement`.
pub async fn settle(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    act(&app, &visitor, (&actor, conversation_id(&id)?), Deed::Settle).await
}

/// Up to which message somebody has read.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Through {
    through: i64,
}

/// Answers `POST /conversations/{id}/reading`.
pub async fn read(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<String>,
    Form(form): Form<Through>,
) -> Answer {
    let id = conversation_id(&id)?;
    let mut tx = app.store.begin().await?;
    conversations::read(&mut tx, &actor, id, form.through).await?;
    tx.commit().await?;
    see(&format!("/conversations/{id}"), "conversation-read")
}
