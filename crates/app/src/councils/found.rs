//! Founding a council, and changing what its decision says.

use ::judging::rules::Rules;
use ::store::{Reader, Tx};
use kernel::id::ContestId;
use kernel::{Day, Failure, Message, Refusal};

use super::store;
use super::{CouncilId, access, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::rubric;

/// What the decision of a council says (quyết định thành lập hội đồng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is called.
    pub name: String,
    /// Key of the round in which it judges.
    pub round: String,
    /// The fields, or judging groups, that it judges; at least one.
    pub fields: Vec<String>,
    /// Number of the decision.
    pub decision: Option<String>,
    /// Its day.
    pub decided_on: Option<Day>,
    /// How many members a meeting needs.
    pub quorum: i64,
    /// Judges of each dossier.
    pub each: i64,
    /// What the lots are drawn from.
    pub seed: i64,
}

/// Founds a council.
///
/// # Errors
/// The actor does not run the contest, there are no rules of judging, or another council judges one of the
/// fields in that round.
pub async fn found(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    facts: &Facts,
) -> Result<CouncilId, Failure> {
    contests::open_to(tx, actor, contest).await?;
    fits(tx, contest, (None, facts)).await?;
    let id = CouncilId::new(tx.at());
    store::insert(tx, (id, contest), facts, actor.account()).await?;
    let act = Act::on("council.found", subject(id)).row("council", id);
    audit::record(tx, actor.who, act.note("seed", facts.seed)).await?;
    Ok(id)
}

/// Changes what the decision says, as long as nobody judges. `seen` is the revision of the page.
///
/// # Errors
/// The actor may not, the council judges, somebody changed it meanwhile, or as for [`found`].
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (seen, facts): (i64, &Facts),
) -> Result<(), Failure> {
    let council = access::run_open(tx, actor, id).await?;
    policy::is_forming(&council)?;
    if council.row.revision != seen {
        return Err(council.refused("council-changed-meanwhile").into());
    }
    if !store::in_force(tx, id).await?.is_empty() && council.row.fields()? != facts.fields {
        return Err(Refusal::field("fields", "council-fields-assigned").into());
    }
    fits(tx, council.contest()?, (Some(id), facts)).await?;
    store::update(tx, id, facts).await?;
    let act = Act::on("council.change", subject(id)).row("council", id);
    audit::record(tx, actor.who, act.note("seed", facts.seed)).await
}

/// Whether the rules of judging know the round and the fields, and no other council has them.
async fn fits(
    tx: &Tx,
    contest: ContestId,
    (own, facts): (Option<CouncilId>, &Facts),
) -> Result<(), Failure> {
    let (rules, _) = rules(tx, contest).await?;
    if rules.round(&facts.round).is_none() {
        return Err(Refusal::field("round", "council-round-unknown").into());
    }
    if facts.fields.iter().any(|field| !rules.fields.contains(field)) {
        return Err(Refusal::field("fields", "council-field-unknown").into());
    }
    for other in store::of_contest(tx, contest).await? {
        if other.round != facts.round || own == Some(other.id()?) {
            continue;
        }
        let taken = other.fields()?;
        if let Some(field) = facts.fields.iter().find(|field| taken.contains(field)) {
            let says = Message::new("council-field-taken").with("field", field);
            return Err(Refusal::field("fields", says.with("name", &other.name)).into());
        }
    }
    Ok(())
}

/// The rules of judging of a contest, and their version.
///
/// # Errors
/// Nobody has declared them; the way out leads there.
pub(super) async fn rules(reader: &Reader, contest: ContestId) -> Result<(Rules, i64), Failure> {
    let refusal = || {
        Refusal::conflict("council-rules-first")
            .way_out("way-rubric", format!("/contests/{contest}/rubric"))
    };
    Ok(rubric::newest(reader, contest).await?.ok_or_else(refusal)?)
}
