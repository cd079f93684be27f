//! Dossiers (hồ sơ dự thi): what one must hold by the rules of its contest, as authors see it, and the
//! forms that are filled in by pen.
//!
//! What is asked is a part of the contest's rule set ([`entry::EntryRules`]); a change of it makes the next
//! version of the rules, as any change of the rules does.

pub mod form;
pub mod pages;
mod typed;

use kernel::id::ContestId;
use kernel::{Failure, Refusal};
use store::Reader;

use crate::contests::RuleSet;
use crate::contests::store::{self as contest_rows, RulesRow};

/// The newest rules of a contest, and their version.
///
/// # Errors
/// There is no such contest, or the database is away.
pub async fn newest_rules(reader: &Reader, id: ContestId) -> Result<(RuleSet, i64), Failure> {
    let rows = contest_rows::rules(reader, id).await?;
    let row: &RulesRow = rows.first().ok_or_else(Refusal::absent)?;
    Ok((row.rules()?, row.version))
}
