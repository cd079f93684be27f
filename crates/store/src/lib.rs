//! Pool, transaction, dialect, migrations, jobs: the only crate that opens a database.
//!
//! One [`Store`] serves SQLite and PostgreSQL with the same SQL text. Reading goes through a
//! [`Reader`], which a store and a transaction both are; writing goes through a [`Tx`], of which there
//! is one at a time on either engine (see `DESIGN.md`, "Why is there one writer?").

mod connect;
pub mod copy;
pub mod dialect;
mod edition;
pub mod jobs;
pub mod migrations;
mod reader;
mod schema;
mod tx;
mod words;

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use dialect::Engine;
use kernel::{Clock, Fault, Instant};
pub use reader::{Reader, Value};
pub use schema::{Column, ColumnType, Schema, Table};
use sea_orm::DatabaseConnection;
use tokio::sync::Notify;
pub use tx::{Touched, Tx};
pub use words::{holding, holds};

/// Where the database is and how many readers it may have.
#[derive(Debug, Clone)]
pub struct Address {
    /// `sqlite:///path/to/hoithi.sqlite` or `postgres://user@host/name`.
    pub url: String,
    /// Connections that only read.
    pub readers: u32,
}

/// An open database: one way to write, several ways to read.
pub struct Store {
    engine: Engine,
    writer: DatabaseConnection,
    reader: Reader,
    clock: Arc<dyn Clock>,
    schema: Arc<Schema>,
    signals: Arc<Signals>,
}

impl Store {
    /// Opens the database, refuses a library or a schema that is not ours to touch, and applies the
    /// migrations that are missing.
    ///
    /// # Errors
    /// The database cannot be reached, its engine has the WAL defect, or it was written by a newer
    /// hoithi.
    pub async fn open(address: &Address, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let engine = Engine::of(&address.url)?;
        let writer = connect::writer(engine, &address.url).await?;
        dialect::refuse_defective(engine, &writer).await?;
        migrations::apply(engine, &writer, clock.now()).await?;
        let reader = Reader::pool(connect::readers(engine, address).await?, engine);
        let schema = Arc::new(Schema::load(&reader).await?);
        Ok(Self { engine, writer, reader, clock, schema, signals: Arc::default() })
    }

    /// Begins the one write transaction; waits while another is open.
    ///
    /// # Errors
    /// The database is away, full, or read-only.
    pub async fn begin(&self) -> Result<Tx, Fault> {
        if self.is_broken() {
            return Err(Fault::new("the disk has failed; this node no longer writes"));
        }
        let inner = dialect::begin(self.engine, &self.writer).await?;
        let reader = Reader::transaction(inner, self.engine);
        Ok(Tx::new(reader, self.now(), self.schema.clone(), self.signals.clone()))
    }

    /// A number that grows with every change of a protected table. A change of this process is in it at
    /// once, one of another node within a quarter of a second.
    ///
    /// # Errors
    /// The database is away.
    pub async fn edition(&self) -> Result<i64, Fault> {
        self.signals.edition.current(&self.reader).await
    }

    /// Whether the disk has failed to keep a transaction.
    pub fn is_broken(&self) -> bool {
        self.signals.broken.load(Ordering::SeqCst)
    }

    /// The moment now, by the clock that was handed in.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The engine behind this store.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Tables and columns as they are in the database, with their class.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Returns when a transaction of this process has put a job into the queue.
    pub async fn job_waiting(&self) {
        self.signals.job_waiting.notified().await;
    }

    /// Returns when the disk has failed to keep a transaction. Whoever serves must stop then: after a
    /// failed fsync nobody knows what is on the disk, and asking again does not tell.
    pub async fn broken(&self) {
        self.signals.has_broken.notified().await;
    }

    /// Closes both pools; on SQLite the write-ahead log is folded into the file.
    ///
    /// # Errors
    /// The last checkpoint could not be written.
    pub async fn close(self) -> Result<(), Fault> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

/// What a transaction tells the rest of the process.
#[derive(Default)]
pub(crate) struct Signals {
    job_waiting: Notify,
    has_broken: Notify,
    broken: AtomicBool,
    pub(crate) edition: edition::Edition,
}

impl Signals {
    fn break_down(&self) {
        self.broken.store(true, Ordering::SeqCst);
        self.has_broken.notify_one();
    }
}

impl Deref for Store {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}
