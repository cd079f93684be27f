//! The edition of the database: a number that grows with every change of a protected table, on whatever
//! node it was made. What is derived from such tables may be kept as long as the edition stands.

use std::sync::RwLock;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::Fault;
use kernel::time::Stopwatch;
use tokio::sync::Mutex;

use crate::Reader;

/// How long this process believes that no other node has changed anything. Own changes show at once.
const BELIEVED_MICROS: u64 = 250_000;

/// What is known of the edition.
pub(crate) struct Edition {
    since: Stopwatch,
    commits: AtomicU64,
    known: RwLock<Option<Known>>,
    asking: Mutex<()>,
}

#[derive(Clone, Copy)]
struct Known {
    edition: i64,
    commits: u64,
    asked_at: u64,
}

impl Default for Edition {
    fn default() -> Self {
        Self {
            since: Stopwatch::start(),
            commits: AtomicU64::default(),
            known: RwLock::default(),
            asking: Mutex::default(),
        }
    }
}

impl Edition {
    /// A transaction of this process is on disk.
    pub(crate) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::SeqCst);
    }

    /// The edition; one of those who ask goes to the database, the others wait for its answer.
    pub(crate) async fn current(&self, reader: &Reader) -> Result<i64, Fault> {
        if let Some(edition) = self.believed() {
            return Ok(edition);
        }
        let _turn = self.asking.lock().await;
        if let Some(edition) = self.believed() {
            return Ok(edition);
        }
        let (commits, asked_at) = (self.commits.load(Ordering::SeqCst), self.since.micros());
        let sql = "select coalesce(max(seq), -1) + 1 from ledger_entry";
        let edition = reader.number(sql, []).await?;
        let known = Known { edition, commits, asked_at };
        *self.known.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(known);
        Ok(edition)
    }

    fn believed(&self) -> Option<i64> {
        let known = *self.known.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let known = known.filter(|known| known.commits == self.commits.load(Ordering::SeqCst));
        let young = |known: &Known| self.since.micros() < known.asked_at + BELIEVED_MICROS;
        known.filter(young).map(|known| known.edition)
    }
}
