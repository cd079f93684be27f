//! Handing in (nộp hồ sơ): one step, one receipt; and taking back.

use std::collections::BTreeSet;

use ::store::jobs::{self, NewJob};
use ::store::{Reader, Tx};
use entry::{Against, Entry, Gap, Weight};
use kernel::{Failure, Fault, Instant, Refusal};

use super::access::{self, SeenDossier};
use super::manifest::{FORMAT, Listed, Manifest};
use super::moved::moved;
use super::state::Step;
use super::store::{self, FileRow, NewVersion, SearchRow, VersionRow};
use super::timing::Taking;
use super::{DossierId, following, needs, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::RuleSet;
use crate::frame::{App, code};
use crate::notifications::{self, Letter};

/// Kind of the job that follows each handing in: what others do with a new version.
pub const HANDED_IN: &str = "dossier.handed-in";

/// A dossier as it would be handed in now.
#[derive(Debug, Clone)]
pub struct Ready {
    /// The dossier.
    pub seen: SeenDossier,
    /// Its rules and their version.
    pub rules: (RuleSet, i64),
    /// When it is taken.
    pub taking: Taking,
    /// What is written.
    pub entry: Entry,
    /// Its files.
    pub files: Vec<FileRow>,
    /// What is missing.
    pub gaps: Vec<Gap>,
    /// Whether the office writes down what came on paper.
    pub is_on_paper: bool,
}

impl Ready {
    /// What keeps it from being handed in.
    pub fn stops(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| gap.weight == Weight::Stops)
    }

    /// Until when bytes may follow; nothing where all are here.
    fn bytes_until(&self) -> Option<Instant> {
        let follows = self.files.iter().any(|file| file.arrived_at.is_none());
        self.taking.bytes_until().filter(|_| follows)
    }

    /// Names of files that are called as identity papers are, where the rules ask for none.
    pub fn unasked_identity(&self) -> Vec<&str> {
        let files = self.files.iter().map(|file| (file.item_key.as_str(), file.name.as_str()));
        self.rules.0.entry.unasked_identity(files)
    }

    /// The manifest of it.
    fn manifest(&self) -> Manifest {
        let (rules, version) = &self.rules;
        let place = |file: &FileRow| {
            rules.entry.checklist.iter().position(|item| item.key == file.item_key)
        };
        let mut files: Vec<&FileRow> = self.files.iter().collect();
        files.sort_by_key(|file| place(file).unwrap_or(usize::MAX));
        let listed = |file: &FileRow| Listed {
            item: file.item_key.clone(),
            name: file.name.clone(),
            bytes: file.bytes,
            sha256: file.hash.clone(),
        };
        Manifest {
            format: FORMAT.to_owned(),
            contest: self.seen.row.contest_id.clone(),
            rules_version: *version,
            entry: self.entry.clone(),
            vouched: rules.entry.undertaking.clone(),
            files: files.into_iter().map(listed).collect(),
        }
    }

    /// The digest that the receipt would carry.
    ///
    /// # Errors
    /// It cannot be written as JSON, which is a fault.
    pub fn digest(&self) -> Result<String, Fault> {
        Ok(self.manifest().seal()?.digest)
    }
}

/// A dossier as it would be handed in now, for those who write it.
///
/// # Errors
/// For this actor there is none.
pub async fn ready(reader: &Reader, actor: &Actor, id: DossierId) -> Result<Ready, Failure> {
    let seen = access::own(reader, actor, id).await?;
    let rules = access::rules(reader, &seen.row).await?;
    let (entry, files) = written(reader, &seen).await?;
    let held = files.iter().map(|file| file.item_key.clone()).collect();
    let mut gaps = gaps(&entry, &rules.0, &held);
    let is_on_paper = seen.row.number.is_none() && !store::arrivals(reader, id).await?.is_empty();
    if is_on_paper {
        gaps.iter_mut().filter(|gap| !is_needed_on_paper(gap)).for_each(|gap| {
            gap.weight = Weight::Asks;
        });
    }
    let taking = access::window(reader, &seen, &rules.0).await?;
    gaps.extend(following::gaps(&files, &rules.0.entry, &taking));
    Ok(Ready { seen, rules, taking, entry, files, gaps, is_on_paper })
}

/// Of what came on paper the office writes down at least by what it is found; the rest it asks for.
fn is_needed_on_paper(gap: &Gap) -> bool {
    matches!((gap.step, gap.field.as_str()), (entry::Step::Solution, "title" | "field"))
        || matches!((gap.step, gap.field.as_str()), (entry::Step::People, "authors"))
}

/// What is written and its files; where the office asked for more, what was handed in with what it opened.
async fn written(reader: &Reader, seen: &SeenDossier) -> Result<(Entry, Vec<FileRow>), Failure> {
    let now = access::draft(reader, seen.id).await?.entry;
    let files = store::files(reader, seen.id).await?;
    let Some(asked) = &seen.asked else { return Ok((now, files)) };
    let version = store::last_version(reader, seen.id).await?.ok_or_else(Refusal::absent)?;
    let before = Manifest::read(&version.body)?;
    let opened = asked.opened();
    let ever = store::files_ever(reader, seen.id).await?;
    let is = |file: &FileRow, listed: &Listed| {
        file.hash == listed.sha256 && file.item_key == listed.item
    };
    let kept = before.files.iter().filter(|listed| !opened.item(&listed.item));
    let kept = kept.filter_map(|listed| ever.iter().find(|file| is(file, listed)).cloned());
    let new = files.into_iter().filter(|file| opened.item(&file.item_key));
    Ok((opened.entry(&before.entry, &now), kept.chain(new).collect()))
}

/// What an entry lacks by the rules; `held` are the parts of the checklist of which there is a file.
pub(super) fn gaps(entry: &Entry, rules: &RuleSet, held: &BTreeSet<String>) -> Vec<Gap> {
    entry.gaps(&Against {
        rules: &rules.entry,
        fields: &rules.fields,
        since: rules.eligibility.applied_since_year,
        held,
    })
}

/// Hands in what is written; answers with the version that holds. `received_at` is the moment at which the
/// whole request was here: what waits for its turn afterwards loses no time by it. Handing in the same again,
/// as a second click does, gives the same receipt.
///
/// # Errors
/// Something is missing that stops, nobody vouched for it, or it is not in time.
pub async fn submit(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    id: DossierId,
    (vouched, received_at): (bool, Instant),
) -> Result<VersionRow, Failure> {
    let ready = ready(tx, actor, id).await?;
    let sealed = ready.manifest().seal()?;
    let before = store::last_version(tx, id).await?;
    let is_handed_in = ready.seen.state != super::State::Withdrawn;
    if let Some(same) = before.clone().filter(|it| is_handed_in && it.digest == sealed.digest) {
        return Ok(same);
    }
    let contest = ready.seen.row.contest()?;
    let taking = &ready.taking;
    policy::may_submit(&ready.seen, taking, received_at)?;
    is_whole(&ready, vouched)?;
    let number = match ready.seen.row.number {
        Some(number) => number,
        None => store::next_number(tx, contest).await?,
    };
    store::hand_in(tx, id, (number, ready.rules.1)).await?;
    let new = NewVersion {
        version: before.map_or(1, |row| row.version + 1),
        rules_version: ready.rules.1,
        sealed: &sealed,
        title: &ready.entry.solution.title,
        field: &ready.entry.solution.field,
        code: &code::made(),
        closes_at: taking.closes,
        received_at,
        bytes_until: ready.bytes_until(),
    };
    following::wait(tx, id, new.bytes_until).await?;
    let version = store::insert_version(tx, id, &new, actor.account()).await?;
    store::note_search(tx, id, SearchRow::of(number, &ready.entry, received_at)).await?;
    store::note_signs(tx, id, &ready.entry).await?;
    needs::note(tx, &ready).await?;
    let step = (ready.seen.next_step(), None);
    let act = Act::on("dossier.submit", subject(id));
    let act = moved(tx, actor, &ready.seen, step, act).await?;
    let act = act.row("dossier_version", version).note("digest", &sealed.digest);
    audit::record(tx, actor.who, act).await?;
    let job = NewJob {
        kind: HANDED_IN,
        payload: serde_json::json!({ "dossier": id.to_string() }).to_string(),
        unique_key: None,
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await?;
    let row = store::last_version(tx, id).await?.ok_or_else(Refusal::absent)?;
    thank(tx, app, actor, (&ready.seen, number, &row)).await?;
    Ok(row)
}

/// Refuses what is not whole enough to be handed in.
fn is_whole(ready: &Ready, vouched: bool) -> Result<(), Refusal> {
    let mut stops = ready.stops().peekable();
    if stops.peek().is_some() {
        let refusal = Refusal::invalid("dossier-not-whole");
        return Err(stops.fold(refusal, |all, gap| all.and_field("gaps", gap.says.clone())));
    }
    if !vouched && !ready.rules.0.entry.undertaking.is_empty() {
        return Err(Refusal::field("vouched", "dossier-not-vouched"));
    }
    Ok(())
}

async fn thank(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (seen, number, row): (&SeenDossier, i64, &VersionRow),
) -> Result<(), Failure> {
    let Some(email) = actor.email() else { return Ok(()) };
    let link = app.configuration.address(&format!("/dossiers/{}/receipt", seen.id));
    let letter = Letter::new(actor.locale, "mail-dossier-received")
        .with("contest", &seen.contest.name)
        .with("title", &row.title)
        .with("number", number)
        .with("moment", Instant::from_millis(row.received_at).to_the_second())
        .with("code", &row.code)
        .with("digest", &row.digest)
        .with("link", link);
    notifications::post(tx, app, email.as_str(), letter).await
}

/// Takes a dossier back (rút hồ sơ). Its number stays its own, and it can be handed in again in time.
///
/// # Errors
/// It is not the actor's, or it is too late.
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    reason: Option<&str>,
) -> Result<(), Failure> {
    let seen = access::own(tx, actor, id).await?;
    policy::may_withdraw(&seen)?;
    let act = Act::on("dossier.withdraw", subject(id));
    let act = moved(tx, actor, &seen, (Step::Withdraw, reason), act).await?;
    audit::record(tx, actor.who, act).await
}
