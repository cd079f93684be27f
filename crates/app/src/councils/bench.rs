//! Who may mark a dossier again, and what a vote on it must be.

use ::judging::points::Points;
use ::judging::ratio::Ratio;
use ::store::{Reader, Tx};
use kernel::{Failure, Message, Refusal};

use super::access::SeenCouncil;
use super::second::{How, Order, Vote};
use super::store::{self, AssignmentRow, EntryRow, MemberRow};
use super::{conflicts, entries, found, members, opened, sheets};
use crate::accounts::Actor;

/// Who may mark a dossier again.
#[derive(Debug)]
pub struct Bench {
    /// The dossier.
    pub entry: EntryRow,
    /// Those who judged it and still may.
    pub panel: Vec<MemberRow>,
    /// Those who did not judge it and may.
    pub others: Vec<MemberRow>,
    /// How many judge in the council, present or not.
    pub members: usize,
}

/// Who may mark that dossier of a council again; nothing where the council does not judge it, or where something stands
/// between it and the actor: the two look alike.
///
/// # Errors
/// The database is away.
pub async fn bench(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
    is_that: impl Fn(&EntryRow) -> bool,
) -> Result<Option<Bench>, Failure> {
    let entries = open_to(reader, actor, council).await?;
    let Some(entry) = entries.into_iter().find(is_that) else { return Ok(None) };
    let sitting = members::sitting(reader, council.id).await?;
    let judged = store::in_force(reader, council.id).await?;
    let one = std::slice::from_ref(&entry);
    let stands = conflicts::between(reader, council, (&sitting, one)).await?;
    let mut bench = Bench { entry, panel: Vec::new(), others: Vec::new(), members: 0 };
    for member in sitting {
        if !member.role()?.judges() {
            continue;
        }
        bench.members += 1;
        let is_theirs = |it: &AssignmentRow| {
            it.member_id == member.id && it.dossier_id == bench.entry.dossier_id
        };
        match (stands.stands(member.number()?, bench.entry.number()?), judged.iter().any(is_theirs))
        {
            (true, _) => (),
            (false, true) => bench.panel.push(member),
            (false, false) => bench.others.push(member),
        }
    }
    Ok(Some(bench))
}

/// The dossiers of a council between which and the actor nothing stands.
///
/// # Errors
/// The database is away.
pub async fn open_to(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
) -> Result<Vec<EntryRow>, Failure> {
    let hidden = opened::hidden_in(reader, actor, council).await?;
    let mut entries = entries::of_council(reader, council).await?;
    entries.retain(|entry| !hidden.contains(&entry.dossier_id));
    Ok(entries)
}

/// Who writes a sheet once more by an order.
///
/// # Errors
/// Nobody is left, the further judge may not, or the vote cannot be.
pub(super) async fn judges<'b>(
    tx: &Tx,
    council: &SeenCouncil,
    (bench, order): (&'b Bench, &Order),
) -> Result<Vec<&'b MemberRow>, Failure> {
    match &order.how {
        How::Panel if bench.panel.is_empty() => {
            Err(Refusal::field("form", "second-no-panel").into())
        }
        How::Panel => Ok(bench.panel.iter().collect()),
        How::FurtherJudge(member) => {
            let judge = bench.others.iter().find(|it| it.id == member.to_string());
            Ok(vec![judge.ok_or_else(|| Refusal::field("judge", "second-judge-not"))?])
        }
        How::Vote(vote) => {
            is_voted(tx, council, (bench, *vote)).await?;
            Ok(Vec::new())
        }
    }
}

/// Refuses a vote that cannot be: beyond the scale, by more than there are, or without the majority that the rules ask
/// for.
async fn is_voted(
    tx: &Tx,
    council: &SeenCouncil,
    (bench, vote): (&Bench, Vote),
) -> Result<(), Failure> {
    let (scale, field) = sheets::scale_for(tx, council, &bench.entry.dossier_id).await?;
    if Ratio::from(vote.points) > scale.maximum_in(&field) {
        let most = scale.maximum_in(&field).whole_and_rest().0;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let most = Points::from_hundredths(most);
        let most = most.map(|most| most.to_string()).unwrap_or_default();
        let says = Message::new("second-points-over").with("most", most);
        return Err(Refusal::field("points", says).into());
    }
    let free = bench.panel.len() + bench.others.len();
    if usize::from(vote.in_favour) + usize::from(vote.against) > free {
        let says = Message::new("second-votes-over").with("most", free);
        return Err(Refusal::field("votes_for", says).into());
    }
    let (rules, _) = found::rules(tx, council.contest()?).await?;
    let members = u16::try_from(bench.members).unwrap_or(u16::MAX);
    match rules.departures.majority.is_reached(vote.in_favour, members) {
        true => Ok(()),
        false => {
            let says = Message::new("second-no-majority").with("members", members);
            Err(Refusal::field("votes_for", says).into())
        }
    }
}
