//! Undoing an acceptance, until somebody has acted on what it made.

use ::store::Tx;
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Refusal};

use super::{contest_of, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::{contests, tasks};

/// Takes back the contest that a paper founded; the review is open again. Units that were founded for it
/// stay.
///
/// # Errors
/// The actor may not, the paper amended a contest, or somebody has acted on it.
pub async fn undo(tx: &mut Tx, actor: &Actor, paper: PaperId) -> Result<(), Failure> {
    contests::policy::may_begin(actor)?;
    let review = store::of_paper(tx, paper).await?.ok_or_else(Refusal::absent)?;
    let contest = contest_of(&review)?.ok_or_else(|| Refusal::conflict("review-not-accepted"))?;
    contests::run_by(tx, actor, contest).await?;
    if review.amends_id.is_some() {
        return Err(Refusal::conflict("review-amendment-stays").into());
    }
    untouched(tx, contest).await?;
    let mut act = Act::on("review.undo", subject(paper));
    for (table, id) in tasks::take_back(tx, contest).await? {
        act = act.row(table, id);
    }
    store::open_again(tx, review.id()?).await?;
    for (table, id) in contests::take_back(tx, contest).await? {
        act = act.row(table, id);
    }
    audit::record(tx, actor.who, act.row("review", &review.id)).await
}

/// Refuses when somebody has acted on a contest.
async fn untouched(tx: &Tx, contest: ContestId) -> Result<(), Failure> {
    match contests::is_untouched(tx, contest).await? && tasks::is_untouched(tx, contest).await? {
        true => Ok(()),
        false => Err(Refusal::conflict("review-acted-upon")
            .way_out("way-contest", format!("/contests/{contest}"))
            .into()),
    }
}
