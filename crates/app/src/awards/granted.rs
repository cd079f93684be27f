//! What a contest has granted, for the office that writes it on certificates.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use super::access;
use super::store::{self, WinnerRow};
use crate::accounts::Actor;
use crate::contests::ContestRow;

/// The newest list of a contest, with what its papers are headed by.
#[derive(Debug, Clone)]
pub struct Granted {
    /// The contest.
    pub contest: ContestRow,
    /// The list; nothing: no meeting has decided yet.
    pub list: Option<GrantedList>,
}

/// A list of prizes that a meeting decided.
#[derive(Debug, Clone)]
pub struct GrantedList {
    /// Its id.
    pub id: String,
    /// 1 for the first; a later one corrects it.
    pub version: i64,
    /// Whether everybody reads it already.
    pub is_public: bool,
    /// Number and day of the decision, where it was ordered that everybody reads the list.
    pub decision: Option<String>,
    /// The place that the papers of its meeting name before the day.
    pub town: String,
    /// Who won, from the highest prize down.
    pub winners: Vec<WinnerRow>,
}

/// What a contest has granted, for who runs it. Before everybody reads it, who stands in conflict with a dossier
/// does not.
///
/// # Errors
/// For this actor there is none, they only sit in a council, or they are in conflict.
pub async fn granted(
    reader: &Reader,
    actor: &Actor,
    contest: ContestId,
    at: Instant,
) -> Result<Granted, Failure> {
    let seen = access::contest(reader, actor, contest).await?;
    if !seen.runs {
        let way = format!("/contests/{contest}/awards");
        return Err(Refusal::forbidden("awards-office-only").way_out("way-awards", way).into());
    }
    let Some(list) = store::lists(reader, contest).await?.into_iter().next() else {
        return Ok(Granted { contest: seen.row, list: None });
    };
    let shown = store::shown_order(reader, contest, at).await?;
    let is_public = shown.is_some_and(|order| order.list_id == list.id);
    if !is_public {
        access::reads_whole(reader, actor, contest).await?;
    }
    let orders = store::orders(reader, contest).await?;
    let order = orders.into_iter().find(|it| it.list_id == list.id && it.ended_at.is_none());
    let meeting = store::meeting(reader, list.meeting_id.parse()?).await?;
    let day = Instant::from_millis(list.made_at).day();
    let granted = GrantedList {
        winners: store::winners(reader, &list.id, day).await?,
        town: meeting.map(|meeting| meeting.town).unwrap_or_default(),
        decision: order.and_then(|order| order.decision),
        version: list.version,
        id: list.id,
        is_public,
    };
    Ok(Granted { contest: seen.row, list: Some(granted) })
}

/// Whether everybody may read a list at a moment: it, or a later one that corrects it.
///
/// # Errors
/// The database is away.
pub async fn is_public(
    reader: &Reader,
    (contest, list): (ContestId, &str),
    at: Instant,
) -> Result<bool, Failure> {
    let shown = store::shown_order(reader, contest, at).await?;
    let lists = store::lists(reader, contest).await?;
    let version = lists.iter().find(|row| row.id == list).map(|row| row.version);
    Ok(shown.is_some_and(|order| version.is_some_and(|version| version <= order.version)))
}
