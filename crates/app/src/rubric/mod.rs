//! The rules of judging (quy chế chấm) of a contest: chosen from ready scales, changed by versions, sealed when
//! judging begins.
//!
//! What they mean is counted by the crate `judging`; here they are kept, and told in plain words.

pub mod begin;
mod declare;
mod key;
pub mod pages;
mod store;
pub mod told;
pub mod trouble;
pub mod typed;

use ::store::Reader;
use judging::rules::Rules;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

pub use begin::begin;
pub use declare::{declare, declare_by, seal};

kernel::id_type!(
    /// A version of the rules of judging.
    RubricId
);

/// The newest rules of judging of a contest and their version; nothing where none were declared.
///
/// # Errors
/// The database is away.
pub async fn newest(reader: &Reader, contest: ContestId) -> Result<Option<(Rules, i64)>, Fault> {
    let row = store::newest(reader, contest).await?;
    row.map(|row| Ok((row.rules()?, row.version))).transpose()
}

/// The rules of judging of a contest as a version has them.
///
/// # Errors
/// There is no such version, or the database is away.
pub async fn at(reader: &Reader, contest: ContestId, version: i64) -> Result<Rules, Failure> {
    let row = store::at(reader, contest, version).await?.ok_or_else(Refusal::absent)?;
    Ok(row.rules()?)
}

/// The version by which is judged; nothing while judging has not begun.
///
/// # Errors
/// The database is away.
pub async fn sealed(reader: &Reader, contest: ContestId) -> Result<Option<i64>, Fault> {
    Ok(store::sealed(reader, contest).await?.map(|row| row.version))
}
