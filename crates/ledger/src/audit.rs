//! The verifier: compares what is stored with what the log promised.
//!
//! It is fed in three steps, each as long as it likes, and holds only checkpoints, erased positions
//! and one digest for each row that was ever logged: first the checkpoints ([`Anchors`]), then the
//! entries in ascending order ([`Audit`]), then the protected rows as they are now ([`RowAudit`]).

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use kernel::Instant;

use crate::checkpoint::Checkpoint;
use crate::event::{Event, RowDigest, commitment, entry_leaf};
use crate::finding::Finding;
use crate::hash::Hash;
use crate::note::VerifyKey;
use crate::rows::Rows;
use crate::tree::Frontier;

/// An entry exactly as it is stored, be it well formed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// Position in the log.
    pub seq: i64,
    /// When it happened.
    pub at: Instant,
    /// The commitment, in hexadecimal digits.
    pub commitment: String,
    /// The leaf's hash and the hashes of the nodes above it that it completed, by ascending level:
    /// what [`Frontier::append`] answered.
    pub nodes: Vec<String>,
    /// The salt; gone when the event was erased.
    pub salt: Option<String>,
    /// The event's canonical text; gone when it was erased.
    pub event: Option<String>,
}

/// First step: the signed checkpoints, stored ones first, then those that others kept.
pub struct Anchors {
    key: VerifyKey,
    given: u64,
    roots: BTreeMap<u64, Vec<Hash>>,
    findings: Vec<Finding>,
}

impl Anchors {
    /// Checkpoints are believed when this key signed them.
    pub fn new(key: VerifyKey) -> Self {
        Self { key, given: 0, roots: BTreeMap::new(), findings: Vec::new() }
    }

    /// One checkpoint, as the signed note that it is.
    pub fn checkpoint(&mut self, note: &str) {
        self.given += 1;
        match Checkpoint::open(note, &self.key) {
            Ok(checkpoint) => self.roots.entry(checkpoint.size).or_default().push(checkpoint.root),
            Err(_) => self.findings.push(Finding::CheckpointBadSignature { nth: self.given }),
        }
    }

    /// On to the entries.
    pub fn entries(self) -> Audit {
        let mut audit = Audit {
            frontier: Some(Frontier::empty()),
            next: 0,
            roots: self.roots,
            erased: BTreeSet::new(),
            declared: BTreeSet::new(),
            rows: Rows::default(),
            findings: self.findings,
        };
        audit.check_checkpoints();
        audit
    }
}

/// Second step: the entries in ascending order of their position.
pub struct Audit {
    /// `None` once an entry is missing: no root can be computed beyond it.
    frontier: Option<Frontier>,
    next: i64,
    roots: BTreeMap<u64, Vec<Hash>>,
    /// Erased, and not declared so far.
    erased: BTreeSet<i64>,
    declared: BTreeSet<i64>,
    rows: Rows,
    findings: Vec<Finding>,
}

/// How an entry and its event fit together.
struct Fit {
    leaf: bool,
    event: bool,
}

impl Audit {
    /// The next entry.
    pub fn entry(&mut self, stored: &StoredEntry) {
        if stored.seq < self.next {
            return self.findings.push(Finding::EntryOutOfPlace { seq: stored.seq });
        }
        if stored.seq > self.next {
            let (first, last) = (self.next, stored.seq - 1);
            self.findings.push(Finding::EntryMissing { first, last });
            self.frontier = None;
        }
        self.next = stored.seq.saturating_add(1);
        let leaf = entry_leaf(stored.seq.into(), stored.at.millis(), &stored.commitment);
        let leaf_fits = stored.nodes.first() == Some(&leaf.to_string());
        self.check_event(stored, leaf_fits);
        self.check_nodes(stored, leaf);
        self.check_checkpoints();
    }

    /// On to the rows.
    pub fn rows(mut self) -> RowAudit {
        for (size, roots) in mem::take(&mut self.roots) {
            let beyond = roots.iter().map(|_| Finding::CheckpointBeyondLog { size });
            self.findings.extend(beyond);
        }
        let undeclared = self.erased.iter().map(|seq| Finding::EventErasedUndeclared { seq: *seq });
        self.findings.extend(undeclared);
        RowAudit { rows: self.rows, findings: self.findings }
    }

    fn check_event(&mut self, stored: &StoredEntry, leaf_fits: bool) {
        let seq = stored.seq;
        let (Some(salt), Some(text)) = (&stored.salt, &stored.event) else {
            if stored.salt.is_some() || stored.event.is_some() {
                self.findings.push(Finding::EventAltered { seq });
            } else {
                self.erased.insert(seq);
            }
            if !leaf_fits {
                self.findings.push(Finding::EntryAltered { seq });
            }
            return;
        };
        let committed = salt.parse().map(|salt| commitment(&salt, text).to_string()).ok();
        let fit = Fit { leaf: leaf_fits, event: committed.as_ref() == Some(&stored.commitment) };
        let event = Event::read(text).ok();
        self.check_fit(stored, &fit, committed, event.as_ref());
        if let Some(event) = event {
            self.take_in(event, seq, fit.event);
        }
    }

    /// Finds what to blame when entry, leaf and event do not fit together.
    fn check_fit(
        &mut self,
        stored: &StoredEntry,
        fit: &Fit,
        committed: Option<String>,
        event: Option<&Event>,
    ) {
        let (seq, at) = (stored.seq, stored.at);
        if !fit.event {
            let entry_is_to_blame = !fit.leaf
                && committed.is_some_and(|committed| {
                    let leaf = entry_leaf(seq.into(), at.millis(), &committed);
                    stored.nodes.first() == Some(&leaf.to_string())
                });
            if !entry_is_to_blame {
                self.findings.push(Finding::EventAltered { seq });
            }
            if !fit.leaf {
                self.findings.push(Finding::EntryAltered { seq });
            }
            return;
        }
        match event {
            None => self.findings.push(Finding::EventMalformed { seq }),
            Some(event) if u64::try_from(seq) != Ok(event.seq) => {
                return self.findings.push(Finding::EntryOutOfPlace { seq });
            }
            Some(event) if event.at != at => {
                return self.findings.push(Finding::EntryRedated { seq });
            }
            Some(_) => {}
        }
        if !fit.leaf {
            self.findings.push(Finding::EntryAltered { seq });
        }
    }

    /// Rows are folded even from an altered event, which was named already; an erasure is believed
    /// only from an event that the log committed to.
    fn take_in(&mut self, event: Event, seq: i64, committed: bool) {
        match event.erased() {
            Ok(seqs) if committed => self.declare_erased(&seqs),
            Ok(_) => {}
            Err(_) if committed => self.findings.push(Finding::EventMalformed { seq }),
            Err(_) => {}
        }
        for change in event.changes {
            self.rows.fold(change, seq);
        }
    }

    fn declare_erased(&mut self, seqs: &[u64]) {
        for seq in seqs.iter().filter_map(|seq| i64::try_from(*seq).ok()) {
            if self.erased.remove(&seq) {
                self.declared.insert(seq);
            } else if !self.declared.contains(&seq) {
                self.findings.push(Finding::EventNotErased { seq });
            }
        }
    }

    /// The tree is built on the stored leaf, so that the checkpoints tell whether the leaf or its
    /// entry was changed.
    fn check_nodes(&mut self, stored: &StoredEntry, leaf: Hash) {
        let Some(frontier) = &mut self.frontier else { return };
        let stored_leaf = stored.nodes.first().and_then(|text| text.parse().ok());
        let nodes = frontier.append(stored_leaf.unwrap_or(leaf));
        let altered = |level: usize| {
            let expected = nodes.get(level).map(|node| node.hash.to_string());
            stored.nodes.get(level) != expected.as_ref()
        };
        for level in (1..nodes.len().max(stored.nodes.len())).filter(|level| altered(*level)) {
            let level = level as u64;
            let shift = u32::try_from(level).unwrap_or(u32::MAX);
            let position = stored.seq.checked_shr(shift).unwrap_or(0);
            self.findings.push(Finding::NodeAltered { level, position });
        }
    }

    /// Compares the checkpoints up to the entries so far.
    fn check_checkpoints(&mut self) {
        while let Some(first) = self.roots.first_entry() {
            let size = *first.key();
            if i128::from(size) > i128::from(self.next) {
                return;
            }
            let root = self.frontier.as_ref().map(Frontier::root);
            let wrong = first.remove().into_iter().filter(|signed| Some(*signed) != root).count();
            let findings = (0..wrong).map(|_| Finding::CheckpointMismatch { size });
            self.findings.extend(findings);
        }
    }
}

/// Third step: the protected rows as they are now, in any order.
#[derive(Default)]
pub struct RowAudit {
    rows: Rows,
    findings: Vec<Finding>,
}

impl RowAudit {
    /// A row with its digest of today.
    pub fn row(&mut self, table: &str, id: &str, digest: RowDigest) {
        self.findings.extend(self.rows.compare(table, id, digest));
    }

    /// All that was found, in the order of finding; empty when all is as promised.
    pub fn finish(self) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.extend(self.rows.missing());
        findings
    }
}
