//! Issuing certificates by a list of prizes.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Day, Failure, Refusal};

use super::plan::{Form, Plan, plan};
use super::store::{self, CertificateRow, Ending, NewCertificate};
use super::{CertificateId, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::awards::{self, GrantedList};

/// How certificates are headed and signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// One for each author, or for each dossier.
    pub form: Form,
    /// Whether a frame is printed; sheets from a printer have one (phôi).
    pub is_framed: bool,
    /// The body above the issuer.
    pub superior: Option<String>,
    /// The body that issues them.
    pub issuer: String,
    /// What follows the number: `GCN-BTC`.
    pub symbol: String,
    /// Number and day of the decision.
    pub decision: Option<String>,
    /// The place before the day.
    pub place: String,
    /// The day that they carry.
    pub dated: Day,
    /// Lines over the name.
    pub posts: String,
    /// Who signs.
    pub signer: Option<String>,
    /// Why certificates that stand are declared void, where the list does not give their prizes.
    pub reason: Option<String>,
}

/// Issues what the newest list asks for and is missing, and declares void what it no longer gives; how many were
/// issued.
///
/// # Errors
/// The actor does not run the contest or is in conflict, no list was decided, one that corrects another is not public
/// yet, nothing is missing, or nobody says why certificates become void.
pub async fn issue(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    draft: &Draft,
) -> Result<usize, Failure> {
    let granted = awards::granted(tx, actor, contest, tx.at()).await?;
    let list = may_issue(granted.list.as_ref(), contest)?;
    let issued = store::certificates(tx, contest).await?;
    let plan = plan(&list.winners, &issued, draft.form);
    has_work(&plan, (contest, draft))?;
    let run = store::insert_run(tx, (contest, &list.id), draft, actor.account()).await?;
    let mut act = Act::on("certificate.issue", subject(contest)).row("certificate_run", run);
    let reason = draft.reason.as_deref();
    for id in &plan.over {
        let ending = Ending { reason, list: Some(&list.id), by: actor.account() };
        store::end(tx, id, ending).await?;
        act = act.row("certificate", id);
    }
    for (number, due) in (next_number(&issued)..).zip(&plan.due) {
        let new = NewCertificate {
            run: &run.to_string(),
            contest: &contest.to_string(),
            number,
            dossier: &due.winner.dossier_id,
            author: due.author,
            holder: &due.holder,
            unit: due.winner.unit.as_deref().unwrap_or_default(),
            field: &due.winner.field,
            prize: &due.winner.name,
            title: &due.winner.title,
            replaces: None,
        };
        act = act.row("certificate", store::insert(tx, CertificateId::new(tx.at()), &new).await?);
    }
    audit::record(tx, actor.who, act.note("count", plan.due.len())).await?;
    Ok(plan.due.len())
}

/// Whether certificates of a list may be issued now. Those of a list that corrects a public one would show, by what
/// becomes void, what the public does not know yet.
///
/// # Errors
/// No list was decided, or one that corrects another is not public yet.
pub fn may_issue(list: Option<&GrantedList>, contest: ContestId) -> Result<&GrantedList, Refusal> {
    let way = format!("/contests/{contest}/awards");
    match list {
        None => Err(Refusal::conflict("awards-no-list").way_out("way-awards", way)),
        Some(list) if list.version > 1 && !list.is_public => {
            Err(Refusal::conflict("certificates-list-not-public").way_out("way-awards", way))
        }
        Some(list) => Ok(list),
    }
}

fn has_work(plan: &Plan<'_>, (contest, draft): (ContestId, &Draft)) -> Result<(), Refusal> {
    if plan.due.is_empty() && plan.over.is_empty() {
        let way = format!("/contests/{contest}/certificates");
        return Err(Refusal::conflict("certificates-none-due").way_out("way-certificates", way));
    }
    if !plan.over.is_empty() && draft.reason.is_none() {
        return Err(Refusal::field("reason", "certificates-void-reason"));
    }
    Ok(())
}

/// The number that the next certificate of a contest has in its book; none is given twice.
pub fn next_number(issued: &[CertificateRow]) -> i64 {
    issued.iter().map(|row| row.number).max().unwrap_or_default() + 1
}
