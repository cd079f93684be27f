//! Deciding whether a dossier takes part (kết luận), and taking it up again.

use std::collections::BTreeMap;

use ::store::Tx;
use kernel::{Failure, Message};

use super::access::{OnDesk, desk};
use super::check::standing;
use super::checklist::{Verdict, in_the_way, points};
use super::ground::Ground;
use super::store::{self, NewDecision};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::dossiers::letter::write_to;
use crate::dossiers::{DossierId, Step, moved, subject};
use crate::frame::{App, Words};
use crate::notifications::Letter;

/// Finds a dossier valid: every point that must be looked at was, and none is lacking.
///
/// # Errors
/// The actor may not, the dossier was handed in again or is decided, or a point stands in the way.
pub async fn accept(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (version, words): (i64, Words),
) -> Result<(), Failure> {
    let desk = desk(tx, actor, id).await?;
    desk.is_newest(version)?;
    let found = verdicts(tx, &desk).await?;
    let points = points(&desk.rules, words);
    let blocked = in_the_way(&points, &found);
    let blocked: Vec<&str> = blocked.iter().map(|point| point.name.trim_end_matches('.')).collect();
    if !blocked.is_empty() {
        let says = Message::new("desk-not-checked").with("points", blocked.join("; "));
        return Err(desk.refused(says).into());
    }
    let new = NewDecision { outcome: "valid", ..NewDecision::default() };
    decided(tx, actor, &desk, (Step::Accept, None, Act::on("dossier.accept", subject(id))), new)
        .await?;
    write_to(tx, app, desk.about(), |locale| Letter::new(locale, "mail-dossier-valid")).await
}

async fn verdicts(tx: &Tx, desk: &OnDesk) -> Result<BTreeMap<String, Verdict>, Failure> {
    let mut found = BTreeMap::new();
    for (key, row) in standing(tx, desk).await? {
        found.insert(key, row.verdict()?);
    }
    Ok(found)
}

async fn decided(
    tx: &mut Tx,
    actor: &Actor,
    desk: &OnDesk,
    (step, reason, act): (Step, Option<&str>, Act),
    new: NewDecision<'_>,
) -> Result<(), Failure> {
    let act = moved(tx, actor, &desk.seen, (step, reason), act).await?;
    let version = (desk.seen.id, desk.version.version);
    let row = store::insert_decision(tx, version, new, actor.account()).await?;
    audit::record(tx, actor.who, act.row("dossier_decision", row)).await
}

/// Why a dossier does not take part, and the paper that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// The ground.
    pub ground: Ground,
    /// The same in words.
    pub reason: String,
    /// Number and day of the paper.
    pub basis: String,
}

/// Finds that a dossier may not take part.
///
/// # Errors
/// The actor may not, or the dossier was handed in again or is decided.
pub async fn exclude(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (version, why): (i64, &Excluded),
) -> Result<(), Failure> {
    let desk = desk(tx, actor, id).await?;
    desk.is_newest(version)?;
    let new = NewDecision {
        outcome: "ineligible",
        ground: Some(why.ground.code()),
        reason: Some(&why.reason),
        basis: Some(&why.basis),
    };
    let act = Act::on("dossier.exclude", subject(id));
    let step = (Step::Exclude, Some(why.reason.as_str()), act);
    decided(tx, actor, &desk, step, new).await?;
    let letter = |locale| {
        let letter = Letter::new(locale, "mail-dossier-ineligible").with("reason", &why.reason);
        letter.with("basis", &why.basis)
    };
    write_to(tx, app, desk.about(), letter).await
}

/// Takes up again what was decided.
///
/// # Errors
/// The actor may not, or nothing is decided.
pub async fn reopen(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (version, reason): (i64, &str),
) -> Result<(), Failure> {
    let desk = desk(tx, actor, id).await?;
    desk.is_newest(version)?;
    let act = Act::on("dossier.reopen", subject(id));
    let act = moved(tx, actor, &desk.seen, (Step::Reopen, Some(reason)), act).await?;
    audit::record(tx, actor.who, act).await
}
