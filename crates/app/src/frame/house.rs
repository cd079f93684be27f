//! The house: what every request may use.

use std::ops::Deref;
use std::sync::Arc;

use kernel::{Clock, Fault};
use store::{Address, Store};
use tokio::sync::Semaphore;

use super::keys::Keys;
use super::shelf::Shelf;
use crate::configuration::Configuration;
use crate::files::Depot;
use crate::prior_art;

/// Connections that read; two cores seldom keep more busy.
const READERS: u32 = 6;

/// What every request may use. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<House>);

/// What stands behind [`App`].
pub struct House {
    /// The database.
    pub store: Store,
    /// What the operator has set.
    pub configuration: Configuration,
    /// Where the bytes of files lie.
    pub depot: Depot,
    /// The keys of this installation.
    pub keys: Keys,
    /// Password hashing takes a core for a while: as many at once as there are cores, the rest wait.
    pub hashing: Semaphore,
    /// Answers that are the same for everybody.
    pub shelf: Shelf,
    /// The index of earlier solutions; made again at each start.
    pub prior_art: prior_art::Table,
}

impl App {
    /// Opens the database and the keys.
    ///
    /// # Errors
    /// The folder or the database cannot be used.
    pub async fn open(configuration: Configuration, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        std::fs::create_dir_all(&configuration.data)?;
        let keys = Keys::open(&configuration.data)?;
        let depot = Depot::of(&configuration)?;
        let address = Address { url: configuration.database_url(), readers: READERS };
        let store = Store::open(&address, clock).await?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let hashing = Semaphore::new(cores);
        let (shelf, prior_art) = (Shelf::default(), prior_art::Table::default());
        Ok(Self(Arc::new(House { store, configuration, depot, keys, hashing, shelf, prior_art })))
    }

    /// Closes the database; on SQLite everything is then in one file.
    ///
    /// # Errors
    /// The last writes could not be folded in.
    pub async fn close(self) -> Result<(), Fault> {
        match Arc::try_unwrap(self.0) {
            Ok(house) => house.store.close().await,
            Err(_) => Ok(()),
        }
    }
}

impl Deref for App {
    type Target = House;

    fn deref(&self) -> &House {
        &self.0
    }
}
