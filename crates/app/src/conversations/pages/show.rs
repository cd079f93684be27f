//! One conversation: what was said, and the field to answer in.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Fault, Instant};

use super::{Tag, conversation_id, tag};
use crate::accounts::Actor;
use crate::contests;
use crate::conversations::State as Turn;
use crate::conversations::access::{self, SeenConversation, account_text};
use crate::conversations::answers::{Facts, Ready};
use crate::conversations::state::{Side, Step};
use crate::conversations::store::{self as rows, MessageRow, RemarkRow};
use crate::conversations::write::may_withdraw;
use crate::dossiers::access as dossiers;
use crate::dossiers::pages::steps::end;
use crate::frame::answer::page_with;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::looks::{self, Thing};

/// A message as its page shows it.
struct MessageShown {
    id: String,
    who: String,
    at: String,
    text: String,
    is_new: bool,
    withdrawn: Option<String>,
    may_withdraw: bool,
    /// Id and name of each.
    files: Vec<(String, String)>,
}

/// What the office noted, as its page shows it.
struct RemarkShown {
    at: String,
    by: Option<String>,
    text: String,
}

/// What only the office sees.
struct OfficeShown {
    /// Account of who looks after it; empty: nobody.
    taken_by: String,
    /// Their name.
    taken_name: Option<String>,
    /// Whether it is the actor.
    is_mine: bool,
    remarks: Vec<RemarkShown>,
    /// Ready answers: word of the form, name.
    answers: Vec<(String, String)>,
}

/// What was typed and is shown again.
#[derive(Default)]
pub(super) struct Typed {
    /// The message.
    pub text: String,
    /// The ready answer that was chosen.
    pub template: String,
    /// The remark.
    pub remark: String,
    /// Whether a ready answer was just put in.
    pub is_filled: bool,
}

#[derive(Template)]
#[template(path = "conversations/pages/show.html")]
struct ShowPage {
    frame: Frame,
    errors: Errors,
    id: String,
    subject: String,
    contest_id: String,
    contest: String,
    dossier: Option<(String, i64)>,
    asked_by: Option<String>,
    field: String,
    tag: Tag,
    since: String,
    /// Number of the newest message.
    last: i64,
    unread: usize,
    may_settle: bool,
    messages: Vec<MessageShown>,
    office: Option<OfficeShown>,
    typed: Typed,
}

/// Answers `GET /conversations/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::conversation(&app.store, &actor, conversation_id(&id)?).await?;
    if let Some(dossier) = &seen.row.dossier_id {
        looks::note(&app, &actor, dossier, Thing::Talk);
    }
    let said = (Typed::default(), Errors::none(), StatusCode::OK);
    shown(&app, &visitor, (&actor, seen), said).await
}

/// The page of a conversation with what was typed and what is wrong with it.
pub(super) async fn shown(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, SeenConversation),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let messages = messages(app, (actor, &seen), (frame.t, visitor.at())).await?;
    let office = match seen.side {
        Side::Office => Some(office(app, (actor, &seen), frame.t).await?),
        Side::Author => None,
    };
    let page = ShowPage {
        id: seen.id.to_string(),
        tag: tag(frame.t, seen.state, seen.side),
        since: Instant::from_millis(seen.row.since).written(),
        last: seen.row.last,
        unread: messages.iter().filter(|message| message.is_new).count(),
        may_settle: Turn::after(Some(seen.state), Step::Settle).is_some(),
        dossier: seen.row.dossier_id.zip(seen.number),
        asked_by: seen.row.asked_by,
        field: seen.row.field,
        subject: seen.row.subject,
        contest_id: seen.contest.id,
        contest: seen.contest.name,
        frame,
        errors,
        messages,
        office,
        typed,
    };
    page_with(status, &page)
}

async fn messages(
    app: &App,
    (actor, seen): (&Actor, &SeenConversation),
    (words, at): (Words, Instant),
) -> Result<Vec<MessageShown>, Fault> {
    let messages = rows::messages(&app.store, seen.id).await?;
    let read = match actor.account() {
        Some(account) => rows::read_through(&app.store, seen.id, account).await?,
        None => 0,
    };
    let files = rows::files(&app.store, seen.id).await?;
    let shown = |row: MessageRow| {
        let is_other = row.side != seen.side.code();
        let files = files.iter().filter(|file| file.message_id == row.id);
        MessageShown {
            files: files.map(|file| (file.id.clone(), file.name.clone())).collect(),
            may_withdraw: row.withdrawn_at.is_none()
                && may_withdraw(seen, &row, (actor, at)).is_ok(),
            who: who(&row, (actor, seen.side), words),
            at: Instant::from_millis(row.said_at).written(),
            is_new: is_other && row.position > read && row.withdrawn_at.is_none(),
            withdrawn: row.withdrawn_at.map(|at| Instant::from_millis(at).written()),
            text: row.text,
            id: row.id,
        }
    };
    Ok(messages.into_iter().map(shown).collect())
}

/// Who speaks: the office answers authors as an office, and knows among itself who did.
fn who(row: &MessageRow, (actor, side): (&Actor, Side), words: Words) -> String {
    let office = words.say("conversation-side-office");
    let name = row.said_by.clone();
    match row.side == Side::Office.code() {
        _ if row.said_by_id.is_some() && row.said_by_id == account_text(actor) => {
            words.say("conversation-you")
        }
        true if side == Side::Author => office,
        true => name.map_or(office.clone(), |name| format!("{office} · {name}")),
        false => name.unwrap_or_else(|| words.say("conversation-side-author")),
    }
}

async fn office(
    app: &App,
    (actor, seen): (&Actor, &SeenConversation),
    words: Words,
) -> Result<OfficeShown, Failure> {
    let ready = Ready::ALL.map(|ready| (ready.code().to_owned(), words.say(&ready.label())));
    let own = rows::answers(&app.store, seen.contest.id()?).await?;
    let own = own.into_iter().map(|row| (row.id, row.title));
    let remarks = rows::remarks(&app.store, seen.id).await?.into_iter();
    let taken = seen.row.taken_by.clone();
    Ok(OfficeShown {
        is_mine: taken.is_some() && taken == account_text(actor),
        taken_by: taken.unwrap_or_default(),
        taken_name: seen.row.taken_name.clone(),
        remarks: remarks.map(remark_shown).collect(),
        answers: own.chain(ready).collect(),
    })
}

fn remark_shown(row: RemarkRow) -> RemarkShown {
    let at = Instant::from_millis(row.said_at).written();
    RemarkShown { at, by: row.said_by, text: row.text }
}

/// What a ready answer in this conversation can name.
pub(super) async fn facts(
    app: &App,
    seen: &SeenConversation,
    words: Words,
) -> Result<Facts, Failure> {
    let contest = seen.contest.id()?;
    let (rules, _) = contests::newest_rules(&app.store, contest).await?;
    let taking = dossiers::taking(&app.store, contest, &rules).await?;
    Ok(Facts {
        contest: seen.contest.name.clone(),
        title: seen.row.subject.clone(),
        deadline: taking.closes.map(|closes| end(words, closes)),
        number: seen.number,
    })
}
