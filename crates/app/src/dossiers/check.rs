//! Checking dossiers (kiểm tra dữ liệu hồ sơ): what is kept beside what was handed in follows from it, and is made
//! anew here to be compared.

use std::collections::{BTreeMap, BTreeSet};

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Fault, Instant};

use super::following::{self, Arrival};
use super::manifest::{self, Manifest};
use super::state::{State, Step};
use super::store::check::{self as rows, KeptRow, NeedRow};
use super::store::needs::FILE;
use super::store::{self, DossierRow, EventRow, SearchRow, VersionRow};
use super::{DossierId, needs, subject, submit};
use crate::audit;
use crate::contests::{self, RuleSet};

/// The rule that is broken, and what breaks it.
pub type Finding = (&'static str, String);

/// The manifest is not the one of its digest.
pub const DIGEST: &str = "check-dossier-digest";
/// The ledger knows no such receipt.
pub const RECEIPT: &str = "check-dossier-receipt";
/// The state does not follow from the events.
pub const STATE: &str = "check-dossier-state";
/// Lists find something else than what was handed in.
pub const SEARCH: &str = "check-dossier-search";
/// What lists say is missing does not follow from the version and the answers.
pub const NEED: &str = "check-dossier-need";

/// Dossiers that are read at once.
const AT_ONCE: i64 = 200;
/// Steps of one moment whose order is looked for; nobody takes more in a thousandth of a second.
const MOST_AT_ONCE: usize = 8;

/// Asks of each dossier of a contest, or of all, whether what is missing of it is kept as it is.
///
/// # Errors
/// The database is away.
pub async fn needs(reader: &Reader, contest: Option<ContestId>) -> Result<Vec<Finding>, Fault> {
    let mut check = Check { reader, rules: BTreeMap::new(), findings: Vec::new() };
    let mut last = String::new();
    loop {
        let batch = rows::after(reader, contest, (&last, AT_ONCE)).await?;
        let Some(row) = batch.last() else { return Ok(check.findings) };
        last = row.id.clone();
        for row in &batch {
            let version = store::last_version(reader, row.id.parse()?).await?;
            check.needs(row, version.as_ref()).await?;
        }
    }
}

/// Asks everything of each dossier of a contest; answers also with each file that its versions name, after the name of
/// the dossier.
///
/// # Errors
/// The database is away.
pub async fn all(
    reader: &Reader,
    contest: ContestId,
) -> Result<(Vec<Finding>, Vec<(String, manifest::Listed)>), Fault> {
    let mut files = Vec::new();
    let mut check = Check { reader, rules: BTreeMap::new(), findings: Vec::new() };
    let mut last = String::new();
    loop {
        let batch = rows::after(reader, Some(contest), (&last, AT_ONCE)).await?;
        let Some(row) = batch.last() else { return Ok((check.findings, files)) };
        last = row.id.clone();
        for row in &batch {
            let versions = store::versions(reader, row.id.parse()?).await?;
            check.versions(row, &versions).await?;
            check.state(row).await?;
            check.search(row, versions.first()).await?;
            check.needs(row, versions.first()).await?;
            let whole = versions.iter().filter_map(|it| Manifest::read(&it.body).ok());
            files.extend(whole.flat_map(|it| it.files).map(|listed| (named(row), listed)));
        }
    }
}

/// The number of a dossier and its id, for whoever looks for it.
fn named(row: &DossierRow) -> String {
    match row.number {
        Some(number) => format!("{number} ({})", row.id),
        None => row.id.clone(),
    }
}

/// A check that goes on: the rules that were read, and what was found.
struct Check<'c> {
    reader: &'c Reader,
    rules: BTreeMap<(String, i64), RuleSet>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn found(&mut self, rule: &'static str, row: &DossierRow) {
        self.findings.push((rule, named(row)));
    }

    async fn rules(&mut self, contest: &str, version: i64) -> Result<RuleSet, Fault> {
        let key = (contest.to_owned(), version);
        if !self.rules.contains_key(&key) {
            let row = contests::store::rules_at(self.reader, contest.parse()?, version).await?;
            let row = row.ok_or_else(|| Fault::new("a dossier names rules that are not there"))?;
            self.rules.insert(key.clone(), row.rules()?);
        }
        Ok(self.rules[&key].clone())
    }

    /// Each manifest is that of its digest, and the ledger knows the digest.
    async fn versions(&mut self, row: &DossierRow, versions: &[VersionRow]) -> Result<(), Fault> {
        // Of a version that was blanked the digest is that of the one before.
        for version in versions.iter().filter(|it| it.blanked_at.is_none()) {
            if manifest::digest(&version.body) != version.digest {
                self.found(DIGEST, row);
            }
            let about = subject(row.id.parse()?);
            let note = ("digest", version.digest.as_str());
            if audit::place_of(self.reader, &about, "dossier.submit", note).await?.is_none() {
                self.found(RECEIPT, row);
            }
        }
        Ok(())
    }

    /// The state is what its events lead to.
    async fn state(&mut self, row: &DossierRow) -> Result<(), Fault> {
        let events = store::events(self.reader, row.id.parse()?).await?;
        let ends = replayed(&events);
        if !row.state().is_ok_and(|state| ends.contains(&state.code())) {
            self.found(STATE, row);
        }
        Ok(())
    }

    async fn search(
        &mut self,
        row: &DossierRow,
        version: Option<&VersionRow>,
    ) -> Result<(), Fault> {
        if version.is_some_and(|version| version.blanked_at.is_some()) {
            return Ok(());
        }
        let id: DossierId = row.id.parse()?;
        let kept = rows::search(self.reader, id).await?;
        let expect = version.zip(row.number).and_then(|(version, number)| {
            let entry = Manifest::read(&version.body).ok()?.entry;
            let received = Instant::from_millis(version.received_at);
            let beside = KeptRow {
                state: row.state.clone(),
                unit_id: row.unit_id.clone(),
                contest_id: row.contest_id.clone(),
            };
            Some((SearchRow::of(number, &entry, received), beside))
        });
        if kept != expect {
            self.found(SEARCH, row);
        }
        Ok(())
    }

    async fn needs(&mut self, row: &DossierRow, version: Option<&VersionRow>) -> Result<(), Fault> {
        if version.is_some_and(|version| version.blanked_at.is_some()) {
            return Ok(());
        }
        let id: DossierId = row.id.parse()?;
        let kept: BTreeSet<NeedRow> = rows::needs(self.reader, id).await?.into_iter().collect();
        if rows::sum(&kept) != rows::lacks(self.reader, id).await? {
            self.found(NEED, row);
            return Ok(());
        }
        let expect = match version.map(|version| (version, Manifest::read(&version.body))) {
            Some((_, Ok(manifest))) => {
                let rules = self.rules(&row.contest_id, row.rules_version).await?;
                expected(self.reader, id, (&manifest, &rules)).await?
            }
            // A manifest that cannot be read is found by its digest.
            Some((_, Err(_))) => return Ok(()),
            None => BTreeSet::new(),
        };
        let late = late_items(self.reader, version).await?;
        let kept: BTreeSet<NeedRow> =
            kept.into_iter().filter(|need| !late.contains(need)).collect();
        if kept != expect {
            self.found(NEED, row);
        }
        Ok(())
    }
}

/// What is noted as missing because its bytes did not come in time, though the version names it.
async fn late_items(
    reader: &Reader,
    version: Option<&VersionRow>,
) -> Result<BTreeSet<NeedRow>, Fault> {
    let Some(version) = version.filter(|it| it.bytes_until.is_some()) else {
        return Ok(BTreeSet::new());
    };
    let listed = Manifest::read(&version.body)?.files;
    let after = Instant::from_millis(i64::MAX);
    let files = following::named(reader, version, (&listed, after)).await?;
    let late = files.into_iter().filter(|file| file.arrival != Arrival::InTime);
    let need = |file: following::Named| NeedRow {
        what: FILE.to_owned(),
        key: file.listed.item,
        holds_for: String::new(),
        met: false,
    };
    Ok(late.map(need).collect())
}

/// What a version needs now, as it would be kept.
async fn expected(
    reader: &Reader,
    id: DossierId,
    (manifest, rules): (&Manifest, &RuleSet),
) -> Result<BTreeSet<NeedRow>, Fault> {
    let held = manifest.files.iter().map(|file| file.item.clone()).collect();
    let gaps = submit::gaps(&manifest.entry, rules, &held);
    let all = needs::of(reader, id, (&manifest.entry, &rules.entry, &gaps)).await?;
    let kept = all.into_iter().map(|need| NeedRow {
        what: need.what.to_owned(),
        key: need.key,
        holds_for: need.holds_for,
        met: need.met,
    });
    Ok(kept.collect())
}

/// The words of the states to which events lead that begin with the newest. The order of steps that were taken in
/// one moment is not kept: whatever order was possible counts.
fn replayed(events: &[EventRow]) -> BTreeSet<&'static str> {
    let mut states = vec![State::Draft];
    let oldest_first: Vec<&EventRow> = events.iter().rev().collect();
    for moment in oldest_first.chunk_by(|one, other| one.made_at == other.made_at) {
        let step = |event: &&EventRow| Step::ALL.into_iter().find(|it| it.code() == event.kind);
        let steps: Option<Vec<Step>> = moment.iter().map(step).collect();
        let Some(steps) = steps.filter(|steps| steps.len() <= MOST_AT_ONCE) else {
            return BTreeSet::new();
        };
        let mut ends: Vec<State> = Vec::new();
        for end in states.iter().flat_map(|state| ends_of(*state, &steps)) {
            if !ends.contains(&end) {
                ends.push(end);
            }
        }
        states = ends;
    }
    states.into_iter().map(State::code).collect()
}

/// The states in which steps can end, in whatever order they were taken.
fn ends_of(from: State, steps: &[Step]) -> Vec<State> {
    if steps.is_empty() {
        return vec![from];
    }
    let mut ends = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let Some(next) = from.after(*step) else { continue };
        let rest: Vec<Step> = [&steps[..at], &steps[at + 1..]].concat();
        ends.extend(ends_of(next, &rest));
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_lead_to_states() {
        let check = |events: &[(&str, i64)], expect: &[&str]| {
            let event = |(kind, made_at): &(&str, i64)| EventRow {
                kind: (*kind).to_owned(),
                reason: None,
                made_by: None,
                made_at: *made_at,
            };
            let newest_first: Vec<EventRow> = events.iter().rev().map(event).collect();
            let ends: Vec<&str> = replayed(&newest_first).into_iter().collect();
            assert_eq!(ends, expect, "{events:?}");
        };
        check(&[], &["draft"]);
        check(&[("submit", 1)], &["submitted"]);
        check(&[("submit", 1), ("receive", 2), ("accept", 3)], &["valid"]);
        check(&[("accept", 1), ("submit", 1), ("receive", 1)], &["valid"]);
        check(&[("withdraw", 1), ("submit", 1), ("submit", 1)], &["submitted", "withdrawn"]);
        check(&[("accept", 1)], &[]);
        check(&[("submit", 1), ("nonsense", 2)], &[]);
        check(&[("submit", 1); MOST_AT_ONCE + 1], &[]);
    }
}
