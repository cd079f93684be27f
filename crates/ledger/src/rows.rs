//! What the events promise about each protected row, folded to the last word on it.

use std::collections::BTreeMap;

use crate::event::{RowChange, RowDigest};
use crate::finding::Finding;

/// The last word of the log on one row.
struct Promise {
    digest: Option<RowDigest>,
    seq: i64,
    seen: bool,
}

/// The last word on every row that events ever named, by table and id.
#[derive(Default)]
pub(crate) struct Rows(BTreeMap<String, BTreeMap<String, Promise>>);

impl Rows {
    pub(crate) fn fold(&mut self, change: RowChange, seq: i64) {
        let promise = Promise { digest: change.digest, seq, seen: false };
        if !self.0.contains_key(&change.table) {
            self.0.insert(change.table.clone(), BTreeMap::new());
        }
        if let Some(table) = self.0.get_mut(&change.table) {
            table.insert(change.id, promise);
        }
    }

    /// Compares a row as it is now. A row that comes twice is one row more than the log knows.
    pub(crate) fn compare(&mut self, table: &str, id: &str, digest: RowDigest) -> Option<Finding> {
        let (table_name, row_id) = (table.to_owned(), id.to_owned());
        let promise = self.0.get_mut(table).and_then(|rows| rows.get_mut(id));
        let Some(promise) = promise.filter(|promise| !promise.seen) else {
            return Some(Finding::RowUnlogged { table: table_name, id: row_id });
        };
        promise.seen = true;
        let last_seq = promise.seq;
        match promise.digest {
            None => Some(Finding::RowShouldBeGone { table: table_name, id: row_id, last_seq }),
            Some(promised) if promised != digest => {
                Some(Finding::RowAltered { table: table_name, id: row_id, last_seq })
            }
            Some(_) => None,
        }
    }

    /// The rows that should have come and did not, by table and id.
    pub(crate) fn missing(self) -> impl Iterator<Item = Finding> {
        self.0.into_iter().flat_map(|(table, rows)| {
            rows.into_iter().filter(|(_, promise)| promise.digest.is_some() && !promise.seen).map(
                move |(id, promise)| Finding::RowMissing {
                    table: table.clone(),
                    id,
                    last_seq: promise.seq,
                },
            )
        })
    }
}
