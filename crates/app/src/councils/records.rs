//! What counts: the sheets of councils that are open, as the engine wants them.

use std::collections::BTreeMap;

use ::judging::points::Weight;
use ::judging::records::{Entry, Marking, Records, Score, Standing};
use ::judging::rules::Rules;
use ::judging::sheet::{Opinion, Sheet};
use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Fault};

use super::entries::group_of;
use super::store::{self, CouncilRow, EntryRow, MemberRow, SheetRow};
use super::{Role, Stage, State, second};
use crate::contests;
use crate::dossiers;

/// The rules up to a round, `rounds` of them: who goes on, without prizes and what parts equals.
pub fn until(rules: &Rules, rounds: usize) -> Rules {
    let mut until = rules.clone();
    until.rounds.truncate(rounds);
    // A round that only chooses has no weight of its own, and a total needs one.
    if until.rounds.iter().all(|round| round.weight == Weight(0)) {
        until.rounds.iter_mut().for_each(|round| round.weight = Weight::ONE);
    }
    (until.ties, until.prizes, until.forward, until.vote) = (Vec::new(), Vec::new(), None, None);
    until
}

/// The name of a judge in lists: the number of their council among those of the contest, and their own in it.
pub fn pseudonym(council: usize, member: &MemberRow) -> String {
    format!("{}.{}", council + 1, member.position)
}

/// What was put down in the open councils of the rounds of these rules. Dossiers in `hidden` are left out with
/// all that was put down about them.
///
/// # Errors
/// The database is away.
pub async fn gather(
    reader: &Reader,
    contest: ContestId,
    rules: &Rules,
    hidden: &[String],
) -> Result<Records, Failure> {
    let (rule_set, _) = contests::newest_rules(reader, contest).await?;
    let all = store::entries(reader, contest, None).await?;
    let all = all.into_iter().filter(|entry| !hidden.contains(&entry.dossier_id));
    let mut records = Records::default();
    let mut numbers = BTreeMap::new();
    for entry in all {
        let field = group_of(&rule_set, &entry.field);
        if rules.fields.contains(&field) {
            records.entries.push(entry_of(&entry, &field)?);
            numbers.insert(entry.dossier_id, entry.number.to_string());
        }
    }
    let councils = store::of_contest(reader, contest).await?;
    let mut seeds = Vec::new();
    for (at, council) in councils.iter().enumerate() {
        if council.state()? == State::Opened && rules.round(&council.round).is_some() {
            put_down(reader, (at, council), &numbers, &mut records).await?;
            seeds.push(council.seed.to_string());
        }
    }
    records.lot = (!seeds.is_empty()).then(|| seeds.join(" "));
    Ok(records)
}

fn entry_of(entry: &EntryRow, field: &str) -> Result<Entry, Fault> {
    let standing = match entry.state()? {
        dossiers::State::Withdrawn => Standing::Withdrawn,
        dossiers::State::Ineligible => Standing::Ineligible,
        _ => Standing::Judged,
    };
    Ok(Entry { standing, ..Entry::judged(&entry.number.to_string(), field) })
}

async fn put_down(
    reader: &Reader,
    (at, council): (usize, &CouncilRow),
    numbers: &BTreeMap<String, String>,
    records: &mut Records,
) -> Result<(), Failure> {
    let id = council.id()?;
    let members = store::members(reader, id).await?;
    let judges: BTreeMap<&str, String> =
        members.iter().map(|member| (member.id.as_str(), pseudonym(at, member))).collect();
    for sheet in store::newest_sheets(reader, id).await? {
        let judge = judges.get(sheet.member_id.as_str());
        if let (Some(judge), Some(number)) = (judge, numbers.get(&sheet.dossier_id)) {
            records.scores.push(score(&sheet, (judge, number, &council.round))?);
        }
    }
    for row in store::seconds(reader, id).await? {
        if let (Stage::Closed, Some(number)) = (row.stage()?, numbers.get(&row.dossier_id)) {
            records.second_markings.push(second::counted(&row, number)?);
        }
    }
    for member in members {
        if member.role()? == Role::Chair {
            records.chairs.insert(pseudonym(at, &member));
        }
    }
    Ok(())
}

fn score(sheet: &SheetRow, (judge, dossier, round): (&str, &str, &str)) -> Result<Score, Fault> {
    let opinion = opinion(sheet)?;
    let (judge, dossier, round) = (judge.to_owned(), dossier.to_owned(), round.to_owned());
    let marking = match sheet.second_id {
        None => Marking::First,
        Some(_) => Marking::Second,
    };
    Ok(Sheet { judge, dossier, round, opinion }.score(marking))
}

/// What a sheet says.
///
/// # Errors
/// The database holds something else.
pub fn opinion(sheet: &SheetRow) -> Result<Opinion, Fault> {
    Ok(serde_json::from_str(&sheet.body)?)
}

#[cfg(test)]
mod tests {
    use ::judging::ready::ready;

    use super::*;

    #[test]
    fn the_rules_of_a_first_round_are_sound_and_give_no_prize() {
        for set in ready() {
            let mut rules = crate::rubric::begin(&contests::RuleSet::default(), set);
            rules.fields = vec!["A".to_owned()];
            let mut first = rules.rounds[0].clone();
            (first.key, first.weight) = ("first".to_owned(), Weight(0));
            rules.rounds.insert(0, first);
            let until = until(&rules, 1);
            assert_eq!(until.troubles(), [], "{}", set.code);
            assert_eq!((until.rounds.len(), until.prizes.len()), (1, 0));
        }
    }
}
