//! Which dossiers a council judges.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault};

use super::access::SeenCouncil;
use super::found::without_rules;
use super::store::{self, EntryRow};
use super::{opened, records};
use crate::contests::{self, RuleSet};
use crate::dossiers::State;
use crate::rubric;

/// The valid dossiers of a council, by number. Beyond the first round: those of the round before that went on;
/// none, while [`waits`].
///
/// # Errors
/// There are no rules of judging, or the database is away.
pub async fn of_council(reader: &Reader, council: &SeenCouncil) -> Result<Vec<EntryRow>, Failure> {
    let contest = council.contest()?;
    let (rules, _) = contests::newest_rules(reader, contest).await?;
    let fields = council.row.fields()?;
    let entries = store::entries(reader, contest, None).await?;
    let mine = entries.into_iter().filter(|entry| fields.contains(&group_of(&rules, &entry.field)));
    let mut valid = Vec::new();
    for entry in mine {
        if entry.state()? == State::Valid {
            valid.push(entry);
        }
    }
    if waits(reader, council).await? {
        return Ok(Vec::new());
    }
    if let Some(advanced) = advanced(reader, contest, &council.row.round).await? {
        valid.retain(|entry| advanced.contains(&entry.number));
    }
    Ok(valid)
}

/// Whether nobody can know yet what the council judges: a council of the round before is not open.
///
/// # Errors
/// There are no rules of judging, or the database is away.
pub async fn waits(reader: &Reader, council: &SeenCouncil) -> Result<bool, Failure> {
    let contest = council.contest()?;
    let rules = rubric::newest(reader, contest).await?;
    let (rules, _) = rules.ok_or_else(|| without_rules(contest))?;
    let at = rules.rounds.iter().position(|it| it.key == council.row.round).unwrap_or(0);
    match at.checked_sub(1).and_then(|before| rules.rounds.get(before)) {
        None => Ok(false),
        Some(before) => Ok(!opened::is_whole(reader, contest, &before.key).await?),
    }
}

/// The field under which a dossier is judged: its judging group, where the rules have groups.
pub fn group_of(rules: &RuleSet, field: &str) -> String {
    let mut groups = rules.entry.groups.iter();
    let group = groups.find(|group| group.fields.iter().any(|it| it == field));
    group.map_or(field, |group| group.name.as_str()).to_owned()
}

/// The numbers of the dossiers that go on into a round; nothing for the first round, which takes all. All councils
/// before it are open.
async fn advanced(
    reader: &Reader,
    contest: ContestId,
    round: &str,
) -> Result<Option<Vec<i64>>, Failure> {
    let (rules, _) =
        rubric::newest(reader, contest).await?.ok_or_else(|| without_rules(contest))?;
    let at = rules.rounds.iter().position(|it| it.key == round).unwrap_or(0);
    if at == 0 {
        return Ok(None);
    }
    let until = records::until(&rules, at);
    let gathered = records::gather(reader, contest, &until, &[]).await?;
    let ranking = ::judging::ranking::rank(&until, &gathered)
        .map_err(|_| Fault::new("the sheets of a round that was opened cannot be counted"))?;
    let on = ranking.outcomes.iter().filter(|outcome| outcome.place.is_ok());
    on.map(|outcome| Ok(outcome.code.parse::<i64>().map_err(Fault::from)?))
        .collect::<Result<Vec<_>, Failure>>()
        .map(Some)
}
