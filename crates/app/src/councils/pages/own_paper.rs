//! What a judge sees of their own sheet of paper beside the one on the screen, and giving up the latter for it.

use axum::extract::{Path, State};
use kernel::{Failure, Instant, Message};

use super::part_id;
use super::sheet::refused_beside;
use crate::accounts::{self, Actor};
use crate::contests::typed::{Typed, lines};
use crate::councils::access::{self, SeenSheet};
use crate::councils::paper::own;
use crate::councils::{found, sheets};
use crate::frame::answer::see;
use crate::frame::form::Form;
use crate::frame::{Answer, App, Visitor, Words};

/// A judge's sheet of paper as two people keyed it in.
pub struct OwnPaper {
    /// Who keyed it in, and when.
    pub says: String,
    /// Whether it counts; otherwise what was signed on the screen does.
    pub counts: bool,
    /// Why there are no points; empty: there are.
    pub abstained: String,
    /// Criteria with points and remark.
    pub marks: Vec<(String, String, String)>,
}

impl OwnPaper {
    /// The newest of a judge for one dossier; nothing: there is none.
    ///
    /// # Errors
    /// The database is away.
    pub async fn load(app: &App, words: Words, seen: &SeenSheet) -> Result<Option<Self>, Failure> {
        let Some(keyed) = own::keyed(&app.store, &seen.row.id).await? else { return Ok(None) };
        let (rules, _) = found::rules(&app.store, seen.council.contest()?).await?;
        let at = keyed.row.agreed_at.map(|at| Instant::from_millis(at).written());
        let says = Message::new("sheet-paper-keyed")
            .with("code", &keyed.row.code)
            .with("people", keyed.people.join(", "))
            .with("moment", at.unwrap_or_default());
        let (abstained, marks) = sheets::told_of(&rules, keyed.opinion);
        let mark = |(name, mark): (String, ::judging::sheet::Mark)| {
            (name, mark.points.to_string(), mark.remark)
        };
        Ok(Some(Self {
            says: words.tell(&says),
            counts: keyed.counts,
            abstained,
            marks: marks.into_iter().map(mark).collect(),
        }))
    }
}

/// Answers `POST /sheets/{id}/withdrawal`: the password was given a short while ago.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = part_id(&id)?;
    let here = format!("/sheets/{id}");
    let done = async {
        access::sheet(&app.store, &actor, id).await?;
        accounts::policy::is_confirmed(&actor, visitor.at(), &here)?;
        let reason = lines(typed.text("why"), "why", 1_000)?;
        let mut tx = app.store.begin().await?;
        own::withdraw(&mut tx, &actor, id, reason.as_deref()).await?;
        tx.commit().await.map_err(Failure::from)
    };
    match done.await {
        Ok(()) => see(&here, "sheet-withdrawn"),
        Err(failure) => refused_beside((&app, &visitor), &actor, id, failure).await,
    }
}
