//! News of a contest (tin hội thi): what its organisers tell everybody between two papers.
//!
//! News is written unseen, published by one act and withdrawn by one. What everybody reads is not changed
//! under their eyes: it is withdrawn, put right and published again, and the ledger knows all three.

mod draft;
mod markup;
pub mod pages;
mod store;

use ::store::{Reader, Tx};
use kernel::id::ContestId;
use kernel::{Failure, Instant, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::{self, ContestRow};
use crate::files;

pub use draft::{Attached, Draft};
pub use markup::{Piece, paragraphs};
pub use store::NewsRow;

kernel::id_type!(
    /// A piece of news.
    NewsId
);

/// A piece of news of a contest that the actor runs.
///
/// # Errors
/// The actor does not run the contest, or it has no such news.
pub async fn found(
    reader: &Reader,
    actor: &Actor,
    (contest, id): (ContestId, NewsId),
) -> Result<(ContestRow, NewsRow), Failure> {
    let row = contests::run_by(reader, actor, contest).await?;
    let news = store::find(reader, contest, id).await?.ok_or_else(Refusal::absent)?;
    Ok((row, news))
}

/// Writes news down; nobody outside sees it yet.
///
/// # Errors
/// The actor does not run the contest.
pub async fn write(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    draft: &Draft,
) -> Result<NewsId, Failure> {
    contests::run_by(tx, actor, contest).await?;
    let id = NewsId::new(tx.at());
    let act = noted(tx, draft, Act::on("news.write", subject(id))).await?;
    store::insert(tx, (contest, id), draft, actor.account()).await?;
    audit::record(tx, actor.who, act.row("news", id)).await?;
    Ok(id)
}

/// Puts news right that nobody outside sees.
///
/// # Errors
/// The actor does not run the contest, everybody reads it, or somebody else has changed it meanwhile.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, NewsId),
    (seen, draft): (i64, &Draft),
) -> Result<(), Failure> {
    let (_, news) = found(tx, actor, (contest, id)).await?;
    if news.is_shown(tx.at()) {
        return Err(public_already(contest, id));
    }
    let act = noted(tx, draft, Act::on("news.change", subject(id))).await?;
    if !store::update(tx, (id, seen), draft).await? {
        return Err(Refusal::conflict("news-changed-meanwhile").into());
    }
    audit::record(tx, actor.who, act.row("news", id)).await
}

/// Shows news to everybody who may see its contest, from an instant on; an earlier order that has not been
/// carried out yet is replaced.
///
/// # Errors
/// The actor does not run the contest, or everybody reads it already.
pub async fn publish(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, NewsId),
    from: Instant,
) -> Result<(), Failure> {
    let (_, news) = found(tx, actor, (contest, id)).await?;
    if news.is_shown(tx.at()) {
        return Err(public_already(contest, id));
    }
    let from = from.max(tx.at());
    store::show(tx, id, Some(from)).await?;
    let act = Act::on("news.publish", subject(id)).row("news", id).note("from", from.millis());
    audit::record(tx, actor.who, act).await
}

/// Takes news back from everybody, or the order that it be shown later.
///
/// # Errors
/// The actor does not run the contest, or it is not public and not to become so.
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, NewsId),
) -> Result<(), Failure> {
    let (_, news) = found(tx, actor, (contest, id)).await?;
    if news.shown_at.is_none() {
        let way = format!("/contests/{contest}/news/{id}");
        return Err(Refusal::conflict("news-not-public").way_out("way-news", way).into());
    }
    store::show(tx, id, None).await?;
    let act = Act::on("news.withdraw", subject(id)).row("news", id);
    audit::record(tx, actor.who, act).await
}

/// The file of the draft is written down with the news that names it.
async fn noted(tx: &mut Tx, draft: &Draft, act: Act) -> Result<Act, Failure> {
    match &draft.file {
        Attached::New(kept, _) => files::note(tx, kept, act).await,
        Attached::AsBefore | Attached::Nothing => Ok(act),
    }
}

fn public_already(contest: ContestId, id: NewsId) -> Failure {
    let way = format!("/contests/{contest}/news/{id}");
    Refusal::conflict("news-public-already").way_out("way-news", way).into()
}

/// How the ledger names news.
fn subject(id: NewsId) -> String {
    format!("news/{id}")
}
