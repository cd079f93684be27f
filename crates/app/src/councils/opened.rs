//! What may be read once councils are open, and by whom.

use std::collections::{BTreeMap, BTreeSet};

use ::judging::records::Records;
use ::judging::rules::Rules;
use ::judging::soundness::Trouble;
use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

use super::access::{self, SeenCouncil};
use super::entries::group_of;
use super::store::{self, CouncilRow, EntryRow, MemberRow};
use super::{State, conflicts, found, records};
use crate::accounts::Actor;
use crate::contests::{self, ContestRow};

/// The fault for what was put down and cannot be counted: it was checked when it was signed.
pub fn uncountable(troubles: Vec<Trouble>) -> Failure {
    Fault::new(format!("the sheets and motions of a contest cannot be counted: {troubles:?}"))
        .into()
}

/// Whether every council of a round is open, and there is one.
///
/// # Errors
/// The database is away.
pub async fn is_whole(reader: &Reader, contest: ContestId, round: &str) -> Result<bool, Failure> {
    let councils = store::of_contest(reader, contest).await?;
    let mut of_round = councils.iter().filter(|council| council.round == round).peekable();
    let is_any = of_round.peek().is_some();
    Ok(is_any && of_round.all(|council| council.state == State::Opened.code()))
}

/// What an actor may read of the results of a contest.
#[derive(Debug)]
pub struct Results {
    /// The rules, up to the last round of which something is open.
    pub rules: Rules,
    /// What was put down.
    pub records: Records,
    /// Whether it is everything: all rounds, all councils, nothing hidden. Prizes follow from everything alone.
    pub is_whole: bool,
    /// How many dossiers are hidden from the actor by a conflict of interest.
    pub hidden: usize,
    /// The open councils that the actor sees.
    pub councils: Vec<CouncilRow>,
    /// The judges by the names that lists use.
    pub judges: BTreeMap<String, MemberRow>,
    /// The dossiers by number.
    pub dossiers: BTreeMap<String, EntryRow>,
}

/// What an actor may read of the results of a contest, before anything of it is read.
struct Sight {
    row: ContestRow,
    /// The rules, all of them.
    rules: Rules,
    /// The open councils that the actor sees, each with its place among all.
    seen: Vec<(usize, CouncilRow)>,
    /// Where the last round stands of which something is open.
    last: usize,
    /// The dossiers that are kept from the actor.
    hidden: Vec<String>,
    /// Whether it is everything.
    is_whole: bool,
}

async fn sight(reader: &Reader, actor: &Actor, contest: ContestId) -> Result<Sight, Failure> {
    let row = contests::store::find(reader, contest).await?.ok_or_else(Refusal::absent)?;
    let runs = contests::policy::runs(actor, &row.runners()?);
    let all = store::of_contest(reader, contest).await?;
    let (seen, is_theirs) = seen_by(reader, actor, (contest, runs), &all).await?;
    if !runs && !is_theirs {
        return Err(Refusal::absent().into());
    }
    if seen.is_empty() && !runs {
        all_vouched(reader, actor, contest).await?;
    }
    let (rules, _) = found::rules(reader, contest).await?;
    let last = rules.rounds.iter().rposition(|it| seen.iter().any(|(_, row)| row.round == it.key));
    let way = format!("/contests/{contest}/councils");
    let last =
        last.ok_or_else(|| Refusal::conflict("results-not-open").way_out("way-councils", way))?;
    let hidden = hidden_from(reader, actor, (contest, &all)).await?;
    let is_last = last + 1 == rules.rounds.len();
    let is_whole = is_last && hidden.is_empty() && seen.len() == all.len();
    Ok(Sight { row, rules, seen, last, hidden, is_whole })
}

/// How many dossiers are kept from an actor by a conflict of interest, and whether they may read everything else: all
/// rounds, all councils. Nothing that was put down is read for it.
///
/// # Errors
/// As [`results`].
pub async fn reads_whole(
    reader: &Reader,
    actor: &Actor,
    contest: ContestId,
) -> Result<(usize, bool), Failure> {
    let sight = sight(reader, actor, contest).await?;
    Ok((sight.hidden.len(), sight.is_whole))
}

/// The results of a contest as far as they are open: everything for who runs the contest, their own councils for
/// members. What stands in conflict with the actor is left out with all that was put down about it, and ranks
/// are counted without it.
///
/// # Errors
/// For this actor there is nothing, or nothing is open yet.
pub async fn results(
    reader: &Reader,
    actor: &Actor,
    contest: ContestId,
) -> Result<(ContestRow, Results), Failure> {
    let Sight { row, rules, seen, last, hidden, is_whole } = sight(reader, actor, contest).await?;
    let rules = if is_whole { rules } else { records::until(&rules, last + 1) };
    let mut records = records::gather(reader, contest, &rules, &hidden).await?;
    only_of(&mut records, (&rules.rounds[last].key, &seen))?;
    let dossiers = dossiers(reader, contest, &records).await?;
    let judges = judges(reader, &seen).await?;
    let councils = seen.into_iter().map(|(_, council)| council).collect();
    let hidden = hidden.len();
    Ok((row, Results { rules, records, is_whole, hidden, councils, judges, dossiers }))
}

/// Refuses where an actor has a seat in an open council and has not vouched.
async fn all_vouched(reader: &Reader, actor: &Actor, contest: ContestId) -> Result<(), Failure> {
    let Some(account) = actor.account() else { return Ok(()) };
    for seat in store::seats_of(reader, account, Some(contest)).await? {
        let council = access::council(reader, actor, seat.council_id.parse()?).await?;
        if council.state == State::Opened {
            access::vouched(&council, &seat)?;
        }
    }
    Ok(())
}

/// The open councils that an actor sees, each with its place among all; and whether they sit in one.
async fn seen_by(
    reader: &Reader,
    actor: &Actor,
    (contest, runs): (ContestId, bool),
    all: &[CouncilRow],
) -> Result<(Vec<(usize, CouncilRow)>, bool), Failure> {
    let seats = match actor.account() {
        Some(account) => store::seats_of(reader, account, Some(contest)).await?,
        None => Vec::new(),
    };
    // Who was called after the opening declares first what they must not see.
    let sits = |council: &CouncilRow| {
        seats.iter().any(|seat| seat.council_id == council.id && seat.vouched_at.is_some())
    };
    let mut seen = Vec::new();
    for (at, council) in all.iter().enumerate() {
        if council.state()? == State::Opened && (runs || sits(council)) {
            seen.push((at, council.clone()));
        }
    }
    Ok((seen, !seats.is_empty()))
}

/// The dossiers of a contest that are kept from an actor: their own, and those with which they are in conflict in
/// these councils of it.
pub(super) async fn hidden_from(
    reader: &Reader,
    actor: &Actor,
    (contest, councils): (ContestId, &[CouncilRow]),
) -> Result<Vec<String>, Failure> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    let own = store::own_dossiers(reader, contest, account).await?;
    let mut hidden: BTreeSet<String> = own.into_iter().collect();
    let seats = store::seats_of(reader, account, Some(contest)).await?;
    let seats = seats.iter().filter(|seat| councils.iter().any(|it| it.id == seat.council_id));
    let entries = store::entries(reader, contest, None).await?;
    for seat in seats {
        let council = access::council(reader, actor, seat.council_id.parse()?).await?;
        let judge = std::slice::from_ref(seat);
        let found = conflicts::between(reader, &council, (judge, &entries)).await?;
        for conflict in &found.conflicts {
            let number = i64::from(conflict.dossier.0);
            let entry = entries.iter().find(|entry| entry.number == number);
            hidden.extend(entry.map(|entry| entry.dossier_id.clone()));
        }
    }
    Ok(hidden.into_iter().collect())
}

/// The same of one council.
pub(super) async fn hidden_in(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
) -> Result<Vec<String>, Failure> {
    let councils = std::slice::from_ref(&council.row);
    hidden_from(reader, actor, (council.contest()?, councils)).await
}

/// Leaves what the open councils of a round judge.
fn only_of(
    records: &mut Records,
    (round, seen): (&str, &[(usize, CouncilRow)]),
) -> Result<(), Failure> {
    let mut fields = BTreeSet::new();
    for (_, council) in seen.iter().filter(|(_, council)| council.round == round) {
        fields.extend(council.fields()?);
    }
    records.entries.retain(|entry| fields.contains(&entry.field));
    let left: BTreeSet<&str> = records.entries.iter().map(|entry| entry.code.as_str()).collect();
    records.scores.retain(|score| left.contains(score.dossier.as_str()));
    records.second_markings.retain(|it| left.contains(it.dossier.as_str()));
    Ok(())
}

async fn dossiers(
    reader: &Reader,
    contest: ContestId,
    records: &Records,
) -> Result<BTreeMap<String, EntryRow>, Failure> {
    let codes: BTreeSet<&str> = records.entries.iter().map(|entry| entry.code.as_str()).collect();
    let (rules, _) = contests::newest_rules(reader, contest).await?;
    let mut found = BTreeMap::new();
    for mut entry in store::entries(reader, contest, None).await? {
        let code = entry.number.to_string();
        if codes.contains(code.as_str()) {
            entry.field = group_of(&rules, &entry.field);
            found.insert(code, entry);
        }
    }
    Ok(found)
}

async fn judges(
    reader: &Reader,
    seen: &[(usize, CouncilRow)],
) -> Result<BTreeMap<String, MemberRow>, Failure> {
    let mut judges = BTreeMap::new();
    for (at, council) in seen {
        for member in store::members(reader, council.id()?).await? {
            judges.insert(records::pseudonym(*at, &member), member);
        }
    }
    Ok(judges)
}
