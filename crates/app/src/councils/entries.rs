//! Which dossiers a council judges.

use ::judging::rules::Rules;
use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault};

use super::access::SeenCouncil;
use super::store::{self, EntryRow};
use super::{found, opened, records};
use crate::contests::{self, RuleSet};
use crate::dossiers::State;

/// The valid dossiers of a council, by number. Beyond the first round: those of the round before that went on;
/// none, while [`waits`].
///
/// # Errors
/// There are no rules of judging, or the database is away.
pub async fn of_council(reader: &Reader, council: &SeenCouncil) -> Result<Vec<EntryRow>, Failure> {
    let contest = council.contest()?;
    let (rules, rounds) = before(reader, council).await?;
    if !is_known(reader, contest, (&rules, rounds)).await? {
        return Ok(Vec::new());
    }
    let (rule_set, _) = contests::newest_rules(reader, contest).await?;
    let fields = council.row.fields()?;
    let mut entries = store::entries(reader, contest, None).await?;
    entries.retain(|entry| {
        entry.state == State::Valid.code() && fields.contains(&group_of(&rule_set, &entry.field))
    });
    if rounds > 0 {
        let advanced = advanced(reader, contest, &records::until(&rules, rounds)).await?;
        entries.retain(|entry| advanced.contains(&entry.number));
    }
    Ok(entries)
}

/// Whether nobody can know yet what the council judges: a council of the round before is not open.
///
/// # Errors
/// There are no rules of judging, or the database is away.
pub async fn waits(reader: &Reader, council: &SeenCouncil) -> Result<bool, Failure> {
    let (rules, rounds) = before(reader, council).await?;
    Ok(!is_known(reader, council.contest()?, (&rules, rounds)).await?)
}

/// The rules of judging, and how many rounds are before that of a council.
async fn before(reader: &Reader, council: &SeenCouncil) -> Result<(Rules, usize), Failure> {
    let (rules, _) = found::rules(reader, council.contest()?).await?;
    let rounds = rules.rounds.iter().position(|round| round.key == council.row.round);
    Ok((rules, rounds.unwrap_or(0)))
}

/// Whether all councils of the last round before are open; before the first round there is none.
async fn is_known(
    reader: &Reader,
    contest: ContestId,
    (rules, rounds): (&Rules, usize),
) -> Result<bool, Failure> {
    match rounds.checked_sub(1).and_then(|last| rules.rounds.get(last)) {
        None => Ok(true),
        Some(last) => opened::is_whole(reader, contest, &last.key).await,
    }
}

/// The field under which a dossier is judged: its judging group, where the rules have groups.
pub fn group_of(rules: &RuleSet, field: &str) -> String {
    let mut groups = rules.entry.groups.iter();
    let group = groups.find(|group| group.fields.iter().any(|it| it == field));
    group.map_or(field, |group| group.name.as_str()).to_owned()
}

/// The numbers of the dossiers that are still in after these rounds, of which all councils are open.
async fn advanced(reader: &Reader, contest: ContestId, until: &Rules) -> Result<Vec<i64>, Failure> {
    let gathered = records::gather(reader, contest, until, &[]).await?;
    let ranking = ::judging::ranking::rank(until, &gathered)
        .map_err(|_| Fault::new("the sheets of a round that was opened cannot be counted"))?;
    let on = ranking.outcomes.iter().filter(|outcome| outcome.place.is_ok());
    on.map(|outcome| outcome.code.parse().map_err(|fault| Fault::from(fault).into())).collect()
}
