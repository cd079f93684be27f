//! Checking conversations (kiểm tra dữ liệu trao đổi): whose turn it is follows from what was said.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Fault, Instant};

use super::ConversationId;
use super::state::Standing;
use super::store;

/// Whose turn it is, since when, or how many messages there are does not follow from what was said.
pub const STATE: &str = "check-conversation-state";

/// Conversations that are read at once.
const AT_ONCE: i64 = 200;

/// The conversations of a contest, or of all, that do not stand as they were led.
///
/// # Errors
/// The database is away.
pub async fn states(reader: &Reader, contest: Option<ContestId>) -> Result<Vec<String>, Fault> {
    let mut wrong = Vec::new();
    let mut last = String::new();
    loop {
        let batch = store::after(reader, contest, (&last, AT_ONCE)).await?;
        let Some(newest) = batch.last() else { return Ok(wrong) };
        last = newest.clone();
        for id in batch {
            if !stands(reader, id.parse()?).await? {
                wrong.push(id);
            }
        }
    }
}

async fn stands(reader: &Reader, id: ConversationId) -> Result<bool, Fault> {
    let Some(row) = store::find(reader, id).await? else { return Ok(true) };
    let steps = store::steps(reader, id).await?;
    let standing = Standing::of(&steps, Instant::from_millis(row.opened_at));
    let newest = store::messages(reader, id).await?.pop().map_or(0, |message| message.position);
    let kept = (row.state.as_str(), row.since, row.last);
    Ok(kept == (standing.state.code(), standing.since.millis(), newest))
}
