//! The book's rows: found, sorted, counted. Its tables are those by which lists of dossiers are found.

mod condition;
mod cut;
pub mod exports;
mod rows;
pub mod views;

use std::collections::BTreeMap;

use kernel::id::ContestId;
use query::Query;

pub use rows::{Found, RegisterRow, counts, found, ids, lacking, rows};

/// Which rows of a contest's book are meant.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The contest.
    pub contest: ContestId,
    /// What is looked for.
    pub query: Query,
    /// Ids of the units that each text behind `unit:` names.
    pub units: BTreeMap<String, Vec<String>>,
    /// Fields that each text behind `field:` names.
    pub fields: BTreeMap<String, Vec<String>>,
}
