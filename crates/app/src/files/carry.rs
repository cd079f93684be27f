//! Carrying all files from one depot into another (chuyển kho tệp), in the order of their hashes. What is there whole
//! stays, so that it can be broken off and begun again.

use std::os::fd::AsRawFd;
use std::path::PathBuf;

use kernel::{Fault, Instant};

use super::{Depot, Source};

/// What was carried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many files were taken across.
    pub files: u64,
    /// How many were there whole before.
    pub there: u64,
    /// Hashes of those that are in neither as they were.
    pub lost: Vec<String>,
}

/// Carries these files over; each is read once more where it came to, and compared with its hash. `at` is the moment of
/// the claim, `step` hears of each file.
///
/// # Errors
/// One of the two is away, or has kept something else than it was given.
pub async fn carry(
    (from, to): (&Depot, &Depot),
    hashes: &[String],
    at: Instant,
    step: impl Fn(),
) -> Result<Carried, Fault> {
    let mut carried = Carried::default();
    for hash in hashes {
        if to.is_whole(hash).await? {
            carried.there += 1;
        } else if let Some(file) = from.whole(hash).await? {
            // What was fetched has no name but this, which the system gives to every open file.
            let path = PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()));
            let bytes = file.metadata()?.len();
            to.put(Source::Lying(path), (hash, bytes), at).await?;
            if !to.is_whole(hash).await? {
                return Err(Fault::new(format!("the file {hash} did not arrive as it was")));
            }
            carried.files += 1;
        } else {
            carried.lost.push(hash.clone());
        }
        step();
    }
    Ok(carried)
}
