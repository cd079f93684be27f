//! Which contest somebody means who types it.

use ::store::Reader;
use kernel::{Failure, Instant, Message, Refusal};

use super::store::{self, Filter};
use super::{Seen, Sight, seen_by};
use crate::accounts::Actor;
use crate::frame::listing::words_of;

/// Names that a refusal lists.
const LISTED: usize = 5;

/// The contest that is meant by its id, by the last part of its portal's address, or by words of its name
/// that no other contest in sight has.
///
/// # Errors
/// For this actor there is none, or the words mean several.
pub async fn meant(
    reader: &Reader,
    actor: &Actor,
    typed: &str,
    at: Instant,
) -> Result<Seen, Failure> {
    let typed = typed.trim();
    if let Ok(id) = typed.parse() {
        return seen_by(reader, actor, id, at).await;
    }
    if let Some(contest) = store::find_slug(reader, typed).await? {
        return seen_by(reader, actor, contest.id()?, at).await;
    }
    let filter = Filter { words: words_of(typed), ..Filter::default() };
    let sight = Sight::of(actor, at);
    let mut found = store::list(reader, (&filter, &sight), (LISTED as i64 + 1, 0)).await?;
    match (found.len(), found.pop()) {
        (1, Some(contest)) => seen_by(reader, actor, contest.id()?, at).await,
        (0, _) => {
            Err(Refusal::invalid(Message::new("contest-none-meant").with("typed", typed)).into())
        }
        (_, last) => {
            found.extend(last.filter(|_| found.len() < LISTED));
            let names: Vec<String> = found.into_iter().map(|it| it.slug).collect();
            let message = Message::new("contest-many-meant").with("typed", typed);
            Err(Refusal::invalid(message.with("names", names.join(", "))).into())
        }
    }
}
