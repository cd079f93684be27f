//! `edge`: one request after the other around the deadline: each decision is that of the rule.

use std::path::Path;

use kernel::Fault;
use serde_json::Value;

use super::surge::Field;
use crate::Folder;

/// Fills, serves, and sends so many in so many seconds, the deadline in the middle.
pub fn measure(program: &Path, dossiers: usize, plan: (u64, usize)) -> Result<Value, Fault> {
    let folder = Folder::new("edge")?;
    Field::prepare(program, folder.path(), dossiers)?.edge(program, plan)
}
