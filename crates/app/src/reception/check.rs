//! Looking at a dossier, point by point (kiểm tra từng thành phần).

use std::collections::BTreeMap;

use ::store::{Reader, Tx};
use kernel::{Failure, Refusal};

use super::access::{OnDesk, desk};
use super::change::stays;
use super::checklist::{Point, Verdict, is_same_point, points};
use super::store::{self, VerdictRow};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::{self, RuleSet};
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store as dossiers;
use crate::dossiers::{DossierId, State, Step, moved, subject};
use crate::frame::Words;

/// What somebody found of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Of which point.
    pub key: String,
    /// What.
    pub verdict: Verdict,
    /// Why; needed for what is lacking.
    pub reason: Option<String>,
    /// Id of the verdict that stood on the page; empty: none.
    pub seen: String,
}

/// What holds of each point: of what has been handed in anew since, or is asked otherwise by newer rules, nothing
/// does.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn standing(
    reader: &Reader,
    desk: &OnDesk,
) -> Result<BTreeMap<String, VerdictRow>, Failure> {
    let mut newest: BTreeMap<String, VerdictRow> = BTreeMap::new();
    for row in store::verdicts(reader, desk.seen.id).await? {
        newest.insert(row.item_key.clone(), row);
    }
    let versions = dossiers::versions(reader, desk.seen.id).await?;
    let mut handed_in: BTreeMap<i64, (Manifest, i64)> = BTreeMap::new();
    for row in versions {
        handed_in.insert(row.version, (Manifest::read(&row.body)?, row.rules_version));
    }
    newest.retain(|key, row| {
        handed_in.get(&row.version).is_some_and(|(then, _)| stays(then, &desk.manifest, key))
    });
    let by = |row: &VerdictRow| {
        row.rules_version.or(handed_in.get(&row.version).map(|(_, rules)| *rules))
    };
    let mut other: BTreeMap<i64, RuleSet> = BTreeMap::new();
    for version in newest.values().filter_map(by).filter(|it| *it != desk.seen.row.rules_version) {
        let contest = desk.seen.row.contest()?;
        other.insert(version, contests::rules_at(reader, contest, version).await?);
    }
    newest.retain(|key, row| {
        let then = by(row).and_then(|version| other.get(&version));
        then.is_none_or(|then| is_same_point(then, &desk.rules, key))
    });
    Ok(newest)
}

/// Writes down what was found; what stands already is not written again. Answers with how many were new.
/// The first look takes the dossier up.
///
/// # Errors
/// The actor may not, the dossier was handed in again, it is decided, or a colleague found something else
/// of the same point since the page was shown.
pub async fn check(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (version, found, words): (i64, &[Found], Words),
) -> Result<usize, Failure> {
    let desk = desk(tx, actor, id).await?;
    desk.is_newest(version)?;
    is_open(&desk)?;
    let points = points(&desk.rules, words);
    let stands = standing(tx, &desk).await?;
    let new: Vec<&Found> = found
        .iter()
        .filter(|found| points.iter().any(|point| point.key == found.key))
        .filter(|found| !is_same(stands.get(&found.key), found))
        .collect();
    for found in &new {
        is_whole(&points, found)?;
        let row = stands.get(&found.key).map_or("", |row| row.id.as_str());
        if row != found.seen {
            return Err(desk.refused("desk-checked-meanwhile").into());
        }
    }
    if new.is_empty() {
        return Ok(0);
    }
    let act = Act::on("dossier.check", subject(id));
    let mut act = match desk.seen.state {
        State::Submitted => moved(tx, actor, &desk.seen, (Step::Receive, None), act).await?,
        _ => act,
    };
    for found in &new {
        let told = (found.key.as_str(), found.verdict, found.reason.as_deref());
        let of = (id, version, desk.seen.row.rules_version);
        let row = store::insert_verdict(tx, of, told, actor.account()).await?;
        act = act.row("dossier_verdict", row);
    }
    audit::record(tx, actor.who, act).await?;
    Ok(new.len())
}

fn is_same(stands: Option<&VerdictRow>, found: &Found) -> bool {
    stands.is_some_and(|row| row.verdict == found.verdict.code() && row.reason == found.reason)
}

/// Whether the dossier is on the desk, rather than with its author or decided.
fn is_open(desk: &OnDesk) -> Result<(), Refusal> {
    match desk.seen.state {
        State::Submitted | State::Received | State::Returned | State::Asked => Ok(()),
        _ => Err(desk.refused("desk-decided")),
    }
}

fn is_whole(points: &[Point], found: &Found) -> Result<(), Refusal> {
    if found.verdict != Verdict::Lacking || found.reason.is_some() {
        return Ok(());
    }
    let point = points.iter().find(|point| point.key == found.key);
    let name = point.map(|point| point.name.clone()).unwrap_or_default();
    let says = kernel::Message::new("desk-reason-missing").with("point", name);
    Err(Refusal::field("points", says))
}
