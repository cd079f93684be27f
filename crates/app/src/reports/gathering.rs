//! Gathering (tổng hợp theo cấp): a unit's own report from the accepted reports of the units below.

use ::store::{Reader, Tx};
use kernel::{Day, Failure, Fault, Refusal};
use serde::{Deserialize, Serialize};

use super::access::{self, Seen};
use super::roll_up::gathered;
use super::store::BelowRow;
use super::{Frozen, Known, ReportId, State, Step, move_on, next, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};

/// What a report gathered, by the names of units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Below {
    /// Unit, number of its submission, and its figures with those of the units below it.
    pub included: Vec<(String, i64, Known)>,
    /// Units whose report is not in.
    pub missing: Vec<String>,
}

impl Below {
    /// The figures of all units that are in, with the own ones.
    pub fn with(&self, own: &Option<Known>) -> Known {
        self.total().plus(own.unwrap_or_default())
    }

    /// The figures of all units that are in.
    pub fn total(&self) -> Known {
        self.included.iter().fold(Known::default(), |all, (_, _, known)| all.plus(*known))
    }
}

/// The units right below a report, those in and those that are missing; nothing where none is below.
///
/// # Errors
/// The database is away.
pub async fn below(reader: &Reader, seen: &Seen, day: Day) -> Result<Option<Below>, Failure> {
    let id: ReportId = seen.report.id.parse().map_err(Fault::from)?;
    let rows = rows(reader, seen, day).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let sources = store::sources(reader, id).await?;
    let mut below = Below::default();
    for row in rows {
        match sources.iter().find(|source| source.report_id == row.id) {
            Some(source) => {
                let frozen: Frozen = serde_json::from_str(&source.body).map_err(Fault::from)?;
                below.included.push((row.unit_name, source.version, frozen.total()));
            }
            None => below.missing.push(row.unit_name),
        }
    }
    Ok(Some(below))
}

async fn rows(reader: &Reader, seen: &Seen, day: Day) -> Result<Vec<BelowRow>, Fault> {
    store::below(reader, &seen.report, seen.standing.as_deref(), day).await
}

/// Accepted submissions of units below that are not in yet.
async fn new_ones(reader: &Reader, seen: &Seen, day: Day) -> Result<Vec<BelowRow>, Failure> {
    let id: ReportId = seen.report.id.parse().map_err(Fault::from)?;
    let sources = store::sources(reader, id).await?;
    let known = |version: &str| sources.iter().any(|source| source.version_id == version);
    let accepted = rows(reader, seen, day).await?.into_iter().filter(|row| {
        row.state == State::Accepted.code()
            && row.version_id.as_deref().is_some_and(|version| !known(version))
    });
    Ok(accepted.collect())
}

/// How many accepted reports of units below are not in yet.
///
/// # Errors
/// The database is away.
pub async fn waiting(reader: &Reader, seen: &Seen, day: Day) -> Result<usize, Failure> {
    Ok(new_ones(reader, seen, day).await?.len())
}

/// Writes what the units below reported, and was accepted, under the headings of the report. Nothing that
/// was typed is lost; what is in already does not come twice.
///
/// # Errors
/// The actor does not write the report, it was handed in, or there is nothing to gather.
pub async fn gather(tx: &mut Tx, actor: &Actor, id: ReportId, at: i64) -> Result<usize, Failure> {
    let day = tx.at().day();
    let seen = access::seen(tx, actor, id, day).await?;
    seen.may_write()?;
    let after = next(&seen.report, Step::Write)?;
    let fresh = new_ones(tx, &seen, day).await?;
    if fresh.is_empty() {
        return Err(Refusal::conflict("report-nothing-to-gather").into());
    }
    let mut act = Act::on("report.gather", subject(id)).row("period_report", id);
    let mut said = Vec::new();
    for row in &fresh {
        let body = row.body.as_deref().unwrap_or_default();
        said.push((row.unit_name.clone(), serde_json::from_str(body).map_err(Fault::from)?));
        let version = row.version_id.as_deref().unwrap_or_default();
        act = act.row("report_source", store::insert_source(tx, id, version).await?);
    }
    let answers = store::answers(tx, id).await?;
    let own: Vec<(String, String)> =
        answers.iter().map(|it| (it.heading.clone(), it.words.clone())).collect();
    for (answer, words) in answers.iter().zip(gathered(&own, &said)) {
        if words != answer.words {
            store::update_answer(tx, &answer.id, &words).await?;
            act = act.row("report_answer", &answer.id);
        }
    }
    move_on(tx, id, after, at).await?;
    audit::record(tx, actor.who, act.note("units", fresh.len())).await?;
    Ok(fresh.len())
}
