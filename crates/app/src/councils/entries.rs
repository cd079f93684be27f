//! Which dossiers a council judges.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Refusal};

use super::access::SeenCouncil;
use super::found::without_rules;
use super::store::{self, EntryRow};
use super::{opened, records};
use crate::contests::{self, RuleSet};
use crate::dossiers::State;
use crate::rubric;

/// The valid dossiers of a council, by number. Beyond the first round: those of the round before that went on,
/// once all its councils are open.
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
    let Some(advanced) = advanced(reader, contest, &council.row.round).await? else {
        return Ok(valid);
    };
    valid.retain(|entry| advanced.contains(&entry.number));
    Ok(valid)
}

/// The field under which a dossier is judged: its judging group, where the rules have groups.
pub fn group_of(rules: &RuleSet, field: &str) -> String {
    let mut groups = rules.entry.groups.iter();
    let group = groups.find(|group| group.fields.iter().any(|it| it == field));
    group.map_or(field, |group| group.name.as_str()).to_owned()
}

/// The numbers of the dossiers that go on into a round; nothing for the first round, which takes all.
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
    let before = &rules.rounds[at - 1].key;
    if !opened::is_whole(reader, contest, before).await? {
        return Err(Refusal::conflict("council-round-before-not-open")
            .way_out("way-councils", format!("/contests/{contest}/councils"))
            .into());
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
