//! The next edition of a contest: last edition's form, filled in for somebody to look over.

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Failure, Instant};

use super::store::ContestRow;
use super::typed::{self, CONTACTS, MILESTONES, Typed};
use super::{MilestoneDraft, newest_rules, policy, seen_by, store};
use crate::accounts::Actor;

/// The form of the next edition: edition one higher, dates as many years later as the edition lasted,
/// contacts and rules kept. Consents are not: a person gave them for that edition.
///
/// # Errors
/// For this actor there is no such contest, or they do not run it.
pub async fn next_edition(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
    at: Instant,
) -> Result<Typed, Failure> {
    let seen = seen_by(reader, actor, id, at).await?;
    policy::may_run(actor, &seen.contest.runners()?)?;
    let later = years_later(&seen.contest);
    let ids = [&seen.contest.organiser_id, &seen.contest.standing_id, &seen.contest.receiving_id];
    let ids: Vec<String> = ids.into_iter().flatten().cloned().collect();
    let names = store::unit_names(reader, &ids, at.day()).await?;
    let unit = |id: &str| {
        names.iter().find(|unit| unit.id == id).map_or(String::new(), |it| it.name.clone())
    };
    let mut typed = Typed::default();
    typed.put("from", id.to_string());
    typed::put_facts(&mut typed, &renewed(seen.contest, later), unit);
    let (rules, _) = newest_rules(reader, id).await?;
    typed::put_rules(&mut typed, &rules);
    let milestones = store::milestones(reader, id).await?;
    let kept = milestones.iter().filter(|milestone| !milestone.called_off);
    for (row, milestone) in MILESTONES.iter().zip(kept) {
        let draft = milestone.as_draft()?;
        let window = draft.window.plus_years(later);
        typed::put_milestone(&mut typed, row, &MilestoneDraft { window, ..draft });
    }
    for (row, contact) in CONTACTS.iter().zip(&store::contacts(reader, id, true).await?) {
        typed::put_contact(&mut typed, row, contact);
    }
    typed.put("regimes", "1");
    Ok(typed)
}

/// How many years an edition lasts; one where that is not known.
fn years_later(contest: &ContestRow) -> i16 {
    let lasts = contest.first_year.zip(contest.last_year).map(|(first, last)| last - first + 1);
    lasts.and_then(|years| i16::try_from(years).ok()).unwrap_or(1)
}

fn renewed(contest: ContestRow, later: i16) -> ContestRow {
    let later = i64::from(later);
    let years = contest.first_year.zip(contest.last_year).map(|(first, last)| [first, last]);
    ContestRow {
        name: typed::next_name(&contest.name, contest.edition, (years, later)),
        edition: contest.edition.map(|edition| edition + 1),
        first_year: contest.first_year.map(|year| year + later),
        last_year: contest.last_year.map(|year| year + later),
        ..contest
    }
}
