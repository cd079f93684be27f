//! What somebody judges: their councils, their dossiers, how far they are.

use askama::Template;
use axum::extract::State;
use kernel::{Failure, Refusal};

use super::{Tag, tag};
use crate::accounts::Actor;
use crate::councils::State as CouncilState;
use crate::councils::store::{self as rows, AssignmentRow, MemberRow};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/pages/own.html")]
struct OwnPage {
    frame: Frame,
    councils: Vec<Seat>,
}

/// A seat, with what is judged from it.
struct Seat {
    id: String,
    name: String,
    role: String,
    tag: Tag,
    vouched: bool,
    /// Whether sheets can be read: the council judges or is open, and ties are declared.
    reads: bool,
    lines: Vec<Line>,
    signed: usize,
}

/// A dossier that is judged.
struct Line {
    id: String,
    number: i64,
    title: String,
    /// Whether it is marked a second time.
    again: bool,
    class: &'static str,
    icon: &'static str,
    says: String,
}

/// Answers `GET /judging`.
pub async fn list(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let mut councils = Vec::new();
    for seat in rows::seats_of(&app.store, account, None).await? {
        councils.push(shown(&app, visitor.words(), seat).await?);
    }
    page(&OwnPage { frame: Frame::new(&app, &visitor), councils })
}

async fn shown(app: &App, words: Words, seat: MemberRow) -> Result<Seat, Failure> {
    let id = seat.council_id.parse()?;
    let council = rows::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let state = council.state()?;
    let reads = state != CouncilState::Forming && seat.vouched_at.is_some();
    let lines: Vec<Line> = match reads {
        true => {
            let given = rows::of_member(&app.store, &seat.id).await?;
            given.into_iter().map(|given| line(words, given)).collect()
        }
        false => Vec::new(),
    };
    Ok(Seat {
        name: council.name,
        role: words.say(seat.role()?.label()),
        tag: tag(words, state),
        vouched: seat.vouched_at.is_some(),
        signed: lines.iter().filter(|line| line.class == "is-done").count(),
        id: council.id,
        reads,
        lines,
    })
}

fn line(words: Words, given: AssignmentRow) -> Line {
    let (class, icon, says) = match (given.signed, given.saved_at) {
        (Some(_), _) => ("is-done", "check", "sheet-signed"),
        (None, Some(_)) => ("is-open", "clock", "sheet-begun"),
        (None, None) => ("is-due", "dots", "sheet-not-begun"),
    };
    Line {
        id: given.id,
        number: given.number,
        again: given.second_id.is_some(),
        title: given.title,
        says: words.say(says),
        class,
        icon,
    }
}
