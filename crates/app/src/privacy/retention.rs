//! A run over what goes only when an administrator has confirmed it: looked at first, ordered, carried out by a job.

use std::collections::BTreeMap;

use ::store::jobs::{self, Leased, NewJob};
use ::store::{Reader, Tx};
use kernel::id::ContestId;
use kernel::{Day, Failure, Fault, Instant, Refusal};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::class::Class;
use super::{RunId, store};
use crate::accounts::{Actor, policy};
use crate::audit::forgetting::Traces;
use crate::audit::{self, Act};
use crate::contests::{self, ContestRow};
use crate::dossiers::{DossierId, access, forget};
use crate::frame::App;

/// Kind of the job.
pub const RUN: &str = "privacy.retention";

/// Dossiers of one transaction.
const AT_ONCE: usize = 25;

/// Data of one class and one contest, which go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// The class.
    pub class: Class,
    /// The contest.
    pub contest: ContestId,
    /// Its name.
    pub name: String,
    /// From when on they are kept.
    pub from: Instant,
    /// When they go.
    pub due: Instant,
    /// How many dossiers they are, or are looked for in.
    pub dossiers: i64,
}

impl Lot {
    fn of(class: Class, contest: &ContestRow, from: Instant, dossiers: i64) -> Result<Self, Fault> {
        let due = class.rule().due(from);
        Ok(Self { class, contest: contest.id()?, name: contest.name.clone(), from, due, dossiers })
    }

    /// The mark that it was looked through.
    fn mark(&self) -> String {
        format!("{}/{}", self.class.code(), self.contest)
    }
}

/// Everything that goes one day when somebody confirms it, by that day.
///
/// # Errors
/// The database is away.
pub async fn lots(reader: &Reader) -> Result<Vec<Lot>, Failure> {
    let mut lots = Vec::new();
    for row in forget::drafts_by_contest(reader).await? {
        let contest = contest(reader, &row.contest_id).await?;
        let (rules, _) = contests::newest_rules(reader, contest.id()?).await?;
        let closes = access::taking(reader, contest.id()?, &rules).await?.closes;
        let from = match closes {
            Some(closes) => closes,
            None => end_of(reader, &contest).await?,
        };
        lots.push(Lot::of(Class::Draft, &contest, from, row.dossiers)?);
    }
    for row in forget::handed_in_by_contest(reader).await? {
        let contest = contest(reader, &row.contest_id).await?;
        let from = end_of(reader, &contest).await?;
        let lot = Lot::of(Class::Identity, &contest, from, row.dossiers)?;
        if store::marked_at(reader, &lot.mark()).await?.is_none() {
            lots.push(lot);
        }
    }
    lots.sort_by(|one, other| (one.due, &one.name).cmp(&(other.due, &other.name)));
    Ok(lots)
}

async fn contest(reader: &Reader, id: &str) -> Result<ContestRow, Failure> {
    let found = contests::store::find(reader, id.parse()?).await?;
    Ok(found.ok_or_else(|| Fault::new("a dossier has a contest"))?)
}

/// When a contest is over: with its last milestone, at the earliest at the end of its last year. Whether somebody
/// thought of closing it does not matter.
async fn end_of(reader: &Reader, contest: &ContestRow) -> Result<Instant, Failure> {
    let milestones = contests::store::milestones(reader, contest.id()?).await?;
    let milestones = milestones.into_iter().filter(|row| !row.called_off);
    let last = milestones.filter_map(|row| row.closes_at).max();
    let begun = Instant::from_millis(contest.created_at).day().year();
    let year = contest.last_year.map_or(Ok(begun), i16::try_from).map_err(Fault::from)?;
    let year = Day::new(year, 12, 31).map_err(Fault::from)?.ends();
    Ok(last.map_or(year, |last| year.max(Instant::from_millis(last))))
}

/// Those of the lots that go at a moment.
pub fn due(lots: &[Lot], at: Instant) -> Vec<&Lot> {
    lots.iter().filter(|lot| lot.due <= at).collect()
}

/// What an administrator has seen of lots: the same text where they are the same.
pub fn print(lots: &[&Lot]) -> String {
    let told = lots.iter().map(|lot| format!("{} {}\n", lot.mark(), lot.dossiers));
    hex::encode(&Sha256::digest(told.collect::<String>())[..8])
}

/// Orders a run over what is due, as the actor has seen it.
///
/// # Errors
/// The actor may not, nothing is due, something else is due by now, or a run still works.
pub async fn order(tx: &mut Tx, actor: &Actor, seen: &str) -> Result<RunId, Failure> {
    policy::may_manage(actor)?;
    if store::under_way(tx).await? > 0 {
        return Err(refused("retention-under-way").into());
    }
    let lots = lots(tx).await?;
    let due = due(&lots, tx.at());
    if due.is_empty() {
        return Err(refused("retention-nothing-due").into());
    }
    if print(&due) != seen {
        return Err(refused("retention-changed").into());
    }
    let id = store::insert_run(tx, actor.account()).await?;
    let job = NewJob {
        kind: RUN,
        payload: json!({ "run": id.to_string() }).to_string(),
        unique_key: Some(format!("{RUN}/{id}")),
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await?;
    let mut expected: BTreeMap<Class, i64> = BTreeMap::new();
    for lot in due {
        *expected.entry(lot.class).or_default() += lot.dossiers;
    }
    let act = Act::on("retention.order", "retention").row("retention_run", id);
    let act = expected.iter().fold(act, |act, (class, count)| act.note(class.code(), count));
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

fn refused(says: &'static str) -> Refusal {
    Refusal::conflict(kernel::Message::new(says)).way_out("retention", "/installation/retention")
}

/// Carries an ordered run out: what was due when it was ordered. Interrupted, it goes on where it was.
///
/// # Errors
/// The database is away; the job is tried again.
pub async fn carry_out(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id: RunId = payload["run"].as_str().unwrap_or("").parse().map_err(Fault::from)?;
    let run = store::run(&app.store, id).await?.filter(|run| run.ended_at.is_none());
    if let Some(run) = &run {
        let lots = lots(&app.store).await?;
        for lot in due(&lots, Instant::from_millis(run.ordered_at)) {
            match lot.class {
                Class::Identity => identities(app, (job, id), lot).await?,
                _ => drafts(app, (job, id), lot).await?,
            }
        }
    }
    let mut tx = app.store.begin().await?;
    if run.is_some() {
        store::end_run(&mut tx, id).await?;
        let ended = store::run(&tx, id).await?.map(|run| run.gone()).transpose()?;
        let act = Act::on("retention.end", "retention").row("retention_run", id);
        let counts = ended.unwrap_or_default();
        let act = counts.iter().fold(act, |act, (class, count)| act.note(class, count));
        audit::record(&mut tx, "system", act).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn drafts(app: &App, (job, run): (&Leased, RunId), lot: &Lot) -> Result<(), Failure> {
    for ids in forget::drafts(&app.store, lot.contest).await?.chunks(AT_ONCE) {
        let named = forget::named_in(&app.store, ids).await?;
        let traces = Traces::of(&app.store, named).await?;
        let mut tx = app.store.begin().await?;
        let act = counted(&mut tx, run, lot, ids.len()).await?;
        forget::remove_drafts(&mut tx, "system", ids, (traces, act)).await?;
        jobs::hold_on(&mut tx, job).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn counted(tx: &mut Tx, run: RunId, lot: &Lot, count: usize) -> Result<Act, Failure> {
    let count = i64::try_from(count).map_err(Fault::from)?;
    store::count_gone(tx, run, (lot.class, count)).await?;
    let act = Act::on("retention.drafts", format!("contest/{}", lot.contest));
    Ok(act.row("retention_run", run))
}

async fn identities(app: &App, (job, run): (&Leased, RunId), lot: &Lot) -> Result<(), Failure> {
    let all: Vec<DossierId> = forget::numbered(&app.store, lot.contest).await?;
    let subject = format!("contest/{}", lot.contest);
    for ids in all.chunks(AT_ONCE) {
        let mut tx = app.store.begin().await?;
        let act = Act::on("retention.identities", subject.clone());
        let (touched, act) = forget::remove_identities(&mut tx, ids, act).await?;
        if touched > 0 {
            store::count_gone(&mut tx, run, (lot.class, touched)).await?;
            let act = act.row("retention_run", run).note("dossiers", touched);
            audit::record(&mut tx, "system", act).await?;
        }
        jobs::hold_on(&mut tx, job).await?;
        tx.commit().await?;
    }
    let mut tx = app.store.begin().await?;
    forget::forget_signs(&mut tx, lot.contest).await?;
    store::mark(&mut tx, &lot.mark()).await?;
    Ok(tx.commit().await?)
}
