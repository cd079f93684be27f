//! Closing a meeting: its list is adopted, and frozen.

use std::collections::BTreeMap;

use ::judging::bundle::{Bundle, Line};
use ::judging::rules::Rules;
use ::store::Tx;
use kernel::{Failure, Fault, Message, Refusal};

use super::access::{self, SeenMeeting};
use super::store::{self, Ending, NewAward};
use super::unnamed::unnamed;
use super::{MeetingId, PartId, Step, counted, meetings, motions, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::{Results, uncountable};
use crate::dossiers::manifest::digest;

/// How a meeting voted on its list (biểu quyết thông qua).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// Votes for it.
    pub in_favour: i64,
    /// Votes against it.
    pub against: i64,
    /// What the minutes say besides.
    pub remarks: Option<String>,
}

/// Closes a meeting with its list: from now on the list is what it is, whatever happens to sheets or rules.
///
/// # Errors
/// The actor may not or is in conflict, the meeting does not sit, a dossier is being marked again, more votes were given than
/// voters are there, or too few are for the list.
pub async fn close(
    tx: &mut Tx,
    actor: &Actor,
    (id, closing): (MeetingId, &Closing),
) -> Result<(), Failure> {
    let seen = access::meeting(tx, actor, id).await?;
    policy::may_keep(&seen)?;
    policy::is_sitting(&seen)?;
    let results = access::whole(tx, actor, seen.contest.id).await?;
    adopted(tx, &seen, (closing, &results.rules)).await?;
    let records = counted::with_motions(&results, &store::motions(tx, id).await?)?;
    let records = unnamed(&results.rules, records);
    let bundle = Bundle::new(results.rules.clone(), records).map_err(uncountable)?;
    let body = bundle.canonical();
    let digest = digest(&body);
    let list = store::insert_list(tx, (seen.contest.id, id), (&body, &digest)).await?;
    let mut act = Act::on("award.close", subject(id)).note("digest", &digest);
    act = act.row("award_meeting", id).row("award_list", list);
    for part in award(tx, list, (&bundle, &results)).await? {
        act = act.row("award", part);
    }
    let ending = Ending {
        votes: Some((closing.in_favour, closing.against)),
        remarks: closing.remarks.as_deref(),
        reason: None,
    };
    let after = seen.state.after(Step::Close).ok_or_else(|| seen.refused("meeting-has-ended"))?;
    store::set_ended(tx, (id, after), ending, actor.account()).await?;
    audit::record(tx, actor.who, act).await
}

/// Whether enough are there, and enough of them for the list.
async fn adopted(
    tx: &Tx,
    seen: &SeenMeeting,
    (closing, rules): (&Closing, &Rules),
) -> Result<(), Failure> {
    if seen.contest.plenary.is_marking_again(tx).await? {
        let way = format!("/contests/{}/results", seen.contest.id);
        return Err(Refusal::conflict("meeting-marked-again").way_out("way-results", way).into());
    }
    let present = meetings::present(tx, seen).await?;
    motions::may_vote(present.len(), (closing.in_favour, closing.against))?;
    let plenary = &seen.contest.plenary;
    let (in_favour, members) =
        (u16::try_from(closing.in_favour)?, u16::try_from(plenary.people().len())?);
    match rules.departures.majority.is_reached(in_favour, members) {
        true => Ok(()),
        false => {
            let says = Message::new("meeting-list-not-adopted").with("members", members);
            Err(Refusal::field("in_favour", says).into())
        }
    }
}

/// Writes down who gets what, from the highest prize down.
async fn award(
    tx: &mut Tx,
    list: PartId,
    (bundle, results): (&Bundle, &Results),
) -> Result<Vec<PartId>, Failure> {
    let mut written = Vec::new();
    for (position, line) in (1..).zip(with_prizes(bundle)) {
        let dossier = results.dossiers.get(&line.code);
        let dossier = dossier.ok_or_else(|| Fault::new("a list names an unknown dossier"))?;
        let key = line.prize.as_deref().unwrap_or_default();
        let prize = bundle.rules.prize(key);
        let name = prize.map(|prize| prize.name.as_str()).unwrap_or_default();
        let award = NewAward {
            dossier: &dossier.dossier_id,
            position,
            prize: (key, name),
            money: line.money.into(),
            rank: line.rank.unwrap_or_default().into(),
            is_forwarded: line.forwarded,
        };
        written.push(store::insert_award(tx, list, &award).await?);
    }
    Ok(written)
}

/// The lines with a prize, the highest prize first, by rank in each.
pub(super) fn with_prizes(bundle: &Bundle) -> Vec<&Line> {
    let mut by_prize: BTreeMap<(usize, u32, &str), &Line> = BTreeMap::new();
    for line in &bundle.list {
        let at = line.prize.as_deref().and_then(|prize| bundle.rules.position(prize));
        if let Some(at) = at {
            by_prize.insert((at, line.rank.unwrap_or(u32::MAX), &line.code), line);
        }
    }
    by_prize.into_values().collect()
}
