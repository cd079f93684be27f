//! Checking lists of prizes (kiểm tra danh sách giải): each is counted again from what it froze.

use ::judging::bundle::Bundle;
use ::store::Reader;
use kernel::{Fault, Instant};

use super::closing::with_prizes;
use super::store::{self, ListRow, WinnerRow};
use crate::dossiers::manifest::digest;

/// The bundle of a list is not that of its digest, or gives another list when it is counted again.
pub const LIST: &str = "check-award-list";
/// The prizes that are written down are not those of the list.
pub const PRIZES: &str = "check-award-prizes";

/// The rules that lists break, each with the list that does.
///
/// # Errors
/// The database is away.
pub async fn lists(reader: &Reader) -> Result<Vec<(&'static str, String)>, Fault> {
    let mut wrong = Vec::new();
    for row in store::every_list(reader).await? {
        match counted_again(reader, &row).await? {
            None => wrong.push((LIST, row.id)),
            Some(bundle) => {
                let day = Instant::from_millis(row.made_at).day();
                let written = store::winners(reader, &row.id, day).await?;
                if !is_written(&bundle, &written) {
                    wrong.push((PRIZES, row.id));
                }
            }
        }
    }
    Ok(wrong)
}

/// The bundle of a list that holds; nothing of one that does not.
async fn counted_again(reader: &Reader, row: &ListRow) -> Result<Option<Bundle>, Fault> {
    let body = store::body(reader, &row.id).await?;
    let Ok(bundle) = serde_json::from_str::<Bundle>(&body) else { return Ok(None) };
    let agrees = bundle.recompute().is_ok_and(|recount| recount.differences.is_empty());
    let is_its_own = digest(&body) == row.digest && bundle.canonical() == body;
    Ok((agrees && is_its_own).then_some(bundle))
}

fn is_written(bundle: &Bundle, written: &[WinnerRow]) -> bool {
    let listed = with_prizes(bundle).into_iter();
    let listed = listed.map(|line| {
        let prize = line.prize.clone().unwrap_or_default();
        (line.code.clone(), prize, i64::from(line.money), line.forwarded)
    });
    let written = written
        .iter()
        .map(|row| (row.number.to_string(), row.prize.clone(), row.money, row.is_forwarded));
    listed.eq(written)
}
