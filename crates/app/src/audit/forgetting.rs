//! Forgetting: the texts of events that state digests of rows while these held somebody's data.
//!
//! A digest of a row has no salt: who guesses a telephone number can see whether the guess is right. So the events
//! that state one are erased with their salts, as `crates/ledger/FORMAT.md` (2, Erasure) asks for, and the rows whose
//! last word stood there are stated anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use ::store::{Reader, Tx};
use kernel::{Failure, Fault};
use ledger::event::{ERASE_ACT, Event, RowDigest};

use super::{seal, store};

/// Events that are read at once.
const BATCH: i64 = 1_000;

/// A row by its table and key.
pub type RowName = (String, String);

/// Where the log speaks of rows that are to be forgotten.
#[derive(Debug)]
pub struct Traces {
    rows: BTreeSet<RowName>,
    /// Positions of the events that state a digest of such a row.
    seqs: BTreeSet<u64>,
    /// The last word of the log on every row that stands in one of these.
    last: BTreeMap<RowName, (u64, Option<RowDigest>)>,
    /// The first position that was not read yet.
    next: i64,
}

impl Traces {
    /// Reads the whole log for these rows. It takes a second for a few hundred thousand events, so it is done
    /// before the transaction that forgets them; what comes in between is read by [`Traces::catch_up`].
    ///
    /// # Errors
    /// The database is away, or holds an event that cannot be read.
    pub async fn of(reader: &Reader, rows: BTreeSet<RowName>) -> Result<Self, Fault> {
        let (seqs, last) = (BTreeSet::new(), BTreeMap::new());
        let mut traces = Self { rows, seqs, last, next: 0 };
        traces.catch_up(reader).await?;
        Ok(traces)
    }

    /// Reads on to the end of the log, in the transaction, before the rows are blanked or deleted.
    ///
    /// # Errors
    /// The database is away, or holds an event that cannot be read.
    pub async fn catch_up(&mut self, reader: &Reader) -> Result<(), Fault> {
        loop {
            let bodies = store::bodies_from(reader, self.next, BATCH).await?;
            let Some((last, _)) = bodies.last() else { return Ok(()) };
            self.next = last + 1;
            for (seq, body) in &bodies {
                let event = Event::read(body)
                    .map_err(|_| Fault::new(format!("event {seq} of the ledger cannot be read")))?;
                self.take_in(event);
            }
        }
    }

    /// An event of an erasure stays whatever it states, or the positions that it names would be erased in silence.
    fn take_in(&mut self, event: Event) {
        let seq = event.seq;
        let changes = event.changes.into_iter().map(|it| ((it.table, it.id), it.digest));
        let changes: Vec<(RowName, Option<RowDigest>)> = changes.collect();
        let tells = |(row, digest): &(RowName, Option<RowDigest>)| {
            digest.is_some() && self.rows.contains(row)
        };
        if event.act != ERASE_ACT && changes.iter().any(tells) {
            self.seqs.insert(seq);
            self.last.extend(changes.into_iter().map(|(row, digest)| (row, (seq, digest))));
            return;
        }
        for (row, digest) in changes {
            self.last.entry(row).and_modify(|last| *last = (seq, digest));
        }
    }
}

/// Erases the events of which there are traces. In the same transaction they were caught up with, the rows were blanked
/// or deleted, and that was recorded. Answers how many there were.
///
/// # Errors
/// The database is away. A row that was altered behind the ledger's back would be vouched for by stating it anew: that
/// is a fault, and `hoithi verify` names it.
pub async fn forget(
    tx: &mut Tx,
    who: impl fmt::Display,
    mut traces: Traces,
) -> Result<usize, Failure> {
    // What this transaction has said of the rows since they are blank, stays.
    traces.rows.clear();
    traces.catch_up(tx).await?;
    if traces.seqs.is_empty() {
        return Ok(0);
    }
    let orphaned = traces.last.iter().filter(|(_, (seq, _))| traces.seqs.contains(seq));
    let orphaned: Vec<(&RowName, Option<RowDigest>)> =
        orphaned.map(|(row, (_, digest))| (row, *digest)).collect();
    for ((table, id), said) in &orphaned {
        if digest(tx, table, id).await? != *said {
            return Err(Fault::new(format!("{table} {id} is not as the ledger says")).into());
        }
    }
    let seqs: Vec<u64> = traces.seqs.iter().copied().collect();
    let rows: Vec<(&str, &str)> =
        orphaned.iter().map(|((table, id), _)| (table.as_str(), id.as_str())).collect();
    seal::erase(tx, who, &seqs, &rows).await?;
    Ok(seqs.len())
}

async fn digest(tx: &Tx, table: &str, id: &str) -> Result<Option<RowDigest>, Fault> {
    let rows = tx.rows_as_text(table, &[id]).await?;
    let row = rows.into_values().next();
    Ok(row.map(|columns| RowDigest::of(table, &columns.into_iter().collect::<Vec<_>>())))
}

#[cfg(test)]
mod tests {
    use kernel::Instant;
    use ledger::event::RowChange;

    use super::*;

    /// An event with changes written as `table/id=digest`, `-` for a row that is gone.
    fn event(seq: u64, act: &str, changes: &str) -> Event {
        let change = |text: &str| {
            let (row, digest) = text.split_once('=').unwrap();
            let (table, id) = row.split_once('/').unwrap();
            let digest = (digest != "-").then(|| RowDigest::of(digest, &[("a", Some("b"))]));
            RowChange { table: table.to_owned(), id: id.to_owned(), digest }
        };
        Event {
            seq,
            at: Instant::from_millis(0),
            actor: "cli".to_owned(),
            act: act.to_owned(),
            subject: "x".to_owned(),
            note: BTreeMap::new(),
            changes: changes.split_whitespace().map(change).collect(),
        }
    }

    fn check(events: &[(&str, &str)], seqs: &[u64], restated: &[&str]) {
        let rows = BTreeSet::from([("account".to_owned(), "an".to_owned())]);
        let mut traces = Traces { rows, seqs: BTreeSet::new(), last: BTreeMap::new(), next: 0 };
        for (seq, (act, changes)) in (0..).zip(events) {
            traces.take_in(event(seq, act, changes));
        }
        assert_eq!(traces.seqs.iter().copied().collect::<Vec<_>>(), seqs, "{events:?}");
        let found = traces.last.iter().filter(|(_, (seq, _))| traces.seqs.contains(seq));
        let found: Vec<String> = found.map(|((table, id), _)| format!("{table}/{id}")).collect();
        assert_eq!(found, restated, "{events:?}");
    }

    #[test]
    fn events_that_told_of_the_row_go_and_their_other_rows_are_stated_anew() {
        check(&[("unit.add", "unit/1=a")], &[], &[]);
        check(
            &[("account.add", "account/an=a role_grant/7=a")],
            &[0],
            &["account/an", "role_grant/7"],
        );
        let renamed = ("account.profile", "account/an=b");
        check(
            &[("account.add", "account/an=a role_grant/7=a"), renamed],
            &[0, 1],
            &["account/an", "role_grant/7"],
        );
        let deleted = ("account.remove", "account/an=-");
        check(&[("account.add", "account/an=a role_grant/7=a"), deleted], &[0], &["role_grant/7"]);
        let later = ("role.revoke", "role_grant/7=b");
        check(&[("account.add", "account/an=a role_grant/7=a"), later, deleted], &[0], &[]);
        check(&[(ERASE_ACT, "account/an=a")], &[], &[]);
        check(&[("account.add", "account/an=a"), (ERASE_ACT, "account/an=a")], &[0], &[]);
    }
}
