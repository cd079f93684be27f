//! What the council decided against the ranking: checked one by one, then for their places all together.

use crate::prize::{Beyond, Prize};
use crate::ranking::award::Left;
use crate::ranking::{Award, Dossier, Effect, Source, Step};
use crate::ratio::Ratio;
use crate::records::{Departure, Records};
use crate::rules::Rules;

/// The prize of each dossier after departures. One decision is one act: if all departures that stand by
/// themselves would take more places than there are, none of them is taken.
pub(super) fn decided<'a>(
    rules: &'a Rules,
    records: &'a Records,
    dossiers: &mut [Dossier<'_, 'a>],
    by_rules: &[Option<Award<'a>>],
) -> Vec<Option<Award<'a>>> {
    let place = |code: &str| dossiers.iter().position(|dossier| dossier.entry.code == code);
    let found = records.departures.iter().filter_map(|it| Some((it, place(&it.dossier)?)));
    let mut looked: Vec<(&Departure, usize, Effect)> =
        found.map(|(it, at)| (it, at, effect(rules, it, &dossiers[at]))).collect();
    let mut awards = by_rules.to_vec();
    for (departure, at, _) in looked.iter().filter(|(_, _, effect)| *effect == Effect::Taken) {
        let prize = prize(rules, departure);
        awards[*at] = prize.map(|prize| Award { prize, shared: None, money: prize.money });
    }
    if !rules.departures.beyond.contains(&Beyond::Places) && exceed(rules, dossiers, &awards) {
        awards.copy_from_slice(by_rules);
        let taken = looked.iter_mut().filter(|(_, _, effect)| *effect == Effect::Taken);
        taken.for_each(|(_, _, effect)| *effect = Effect::BeyondPlaces);
    }
    for (departure, at, effect) in looked {
        dossiers[at].steps.push(Step::Departure {
            by_rules: by_rules[at].map(|award| award.prize.key.as_str()),
            decided: departure.prize.as_deref(),
            reason: &departure.reason,
            tally: departure.tally,
            effect,
        });
    }
    awards
}

fn prize<'a>(rules: &'a Rules, departure: &Departure) -> Option<&'a Prize> {
    rules.prize(departure.prize.as_deref()?)
}

/// What stands against a departure by itself.
fn effect(rules: &Rules, departure: &Departure, dossier: &Dossier<'_, '_>) -> Effect {
    let tally = departure.tally;
    let Some(total) = dossier.total() else { return Effect::NotRanked };
    let prize = prize(rules, departure);
    let band = prize.and_then(|prize| prize.minimum);
    let low = band.is_some_and(|band| total < Ratio::from(band));
    let beyond = prize.is_some() && (low || dossier.barred);
    match () {
        () if !departure.has_reason() => Effect::NoReason,
        () if !rules.departures.majority.is_reached(tally.in_favour, tally.members) => {
            Effect::NoMajority
        }
        () if beyond && !rules.departures.beyond.contains(&Beyond::Band) => Effect::BeyondBand,
        () => Effect::Taken,
    }
}

/// Whether more prizes are given than there are places, as the rules move these.
fn exceed(rules: &Rules, dossiers: &[Dossier<'_, '_>], awards: &[Option<Award<'_>>]) -> bool {
    let mut above = Left::none(rules);
    for prize in &rules.prizes {
        let mut left = Left::of(rules, prize, &above);
        let used = used(rules, dossiers, awards, prize);
        let mut from_all = used.all.unwrap_or(0);
        for (own, used) in left.fields.iter_mut().zip(used.fields) {
            from_all = from_all.saturating_add(used.saturating_sub(*own));
            *own = own.saturating_sub(used);
        }
        left.pool(rules.unused);
        left.all = match left.all {
            Some(all) if from_all > all => return true,
            all => all.map(|all| all - from_all),
        };
        above = left.down(rules);
    }
    false
}

/// Places of a prize that are taken: those who share some take these, however many are left of them.
fn used(
    rules: &Rules,
    dossiers: &[Dossier<'_, '_>],
    awards: &[Option<Award<'_>>],
    prize: &Prize,
) -> Left {
    let mut used = Left::none(rules);
    let mut shared = Left::none(rules);
    for (dossier, award) in dossiers.iter().zip(awards) {
        let Some(award) = award.filter(|award| award.prize.key == prize.key) else { continue };
        match award.shared.map(|shared| (shared.from, shared.places)) {
            None => used.fields[dossier.field] += 1,
            Some((Source::Field, places)) => shared.fields[dossier.field] = places,
            Some((Source::All, places)) => shared.all = Some(places),
        }
    }
    for (used, shared) in used.fields.iter_mut().zip(shared.fields) {
        *used = used.saturating_add(shared);
    }
    used.all = shared.all;
    used
}
