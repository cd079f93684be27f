//! What holds in every contest.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use judging::bundle::Bundle;
use judging::missing::without_each_judge;
use judging::points::Points;
use judging::prize::{AtLimit, Beyond, Places, Unused};
use judging::ranking::{Award, Outcome, Ranking, Source, Step, rank};
use judging::records::{Marking, Records};
use judging::rules::Rules;
use proptest::prelude::*;

use crate::dice::Dice;
use crate::{made, recount};

fn ranking<'a>(rules: &'a Rules, records: &'a Records) -> Ranking<'a> {
    rank(rules, records).unwrap()
}

/// Rank and prize of a dossier, lower numbers first.
fn standing(rules: &Rules, records: &Records, code: &str) -> (usize, usize) {
    let ranking = ranking(rules, records);
    let found = ranking.outcomes.iter().find(|outcome| outcome.code == code).unwrap();
    let rank = found.place.map_or(usize::MAX, |place| place.rank);
    let prize = found.by_rules.and_then(|award| rules.position(&award.prize.key));
    (rank, prize.unwrap_or(usize::MAX))
}

fn shuffled(dice: &mut Dice, records: &Records) -> Records {
    let mut other = records.clone();
    dice.shuffle(&mut other.entries);
    dice.shuffle(&mut other.scores);
    dice.shuffle(&mut other.second_markings);
    dice.shuffle(&mut other.departures);
    other
}

/// Raises one mark of one sheet, if one can be; says whose.
fn raised(dice: &mut Dice, rules: &Rules, records: &Records) -> Option<(Records, String)> {
    let mut other = records.clone();
    let marked: Vec<usize> =
        (0..other.scores.len()).filter(|at| other.scores[*at].points.is_some()).collect();
    let score = &mut other.scores[dice.one(&Some(marked).filter(|it| !it.is_empty())?)];
    let (key, points) = {
        let marks = score.points.as_ref()?;
        let keys: Vec<&String> = marks.keys().collect();
        let key = dice.one(&keys);
        (key.clone(), marks[key])
    };
    let entry = records.entries.iter().find(|entry| entry.code == score.dossier)?;
    let scale = rules.round(&score.round)?.scale_in(&entry.field);
    let scale = rules.scale(entry.scale.as_deref().unwrap_or(scale))?;
    let criterion = scale.criterion(&key)?;
    let step = criterion.step.get();
    let more = (criterion.maximum.hundredths() - points.hundredths()) / step;
    let more = step * (dice.below(more as usize + 1) as u32);
    let points = Points::from_hundredths(i64::from(points.hundredths() + more)).ok()?;
    score.points.as_mut()?.insert(key, points);
    let code = score.dossier.clone();
    Some((other, code))
}

/// Places of a prize that are taken, those that are shared once for all who share them.
fn taken<'r>(
    ranking: &'r Ranking<'_>,
    award: impl Fn(&Outcome<'r>) -> Option<Award<'r>>,
    prize: &str,
) -> BTreeMap<&'r str, u32> {
    let mut taken = BTreeMap::new();
    let mut shared = BTreeMap::new();
    for outcome in &ranking.outcomes {
        let Some(award) = award(outcome).filter(|award| award.prize.key == prize) else { continue };
        match award.shared {
            None => *taken.entry(outcome.field).or_default() += 1,
            Some(it) if it.from == Source::Field => {
                shared.insert(outcome.field, it.places);
            }
            Some(it) => {
                shared.insert("", it.places);
            }
        }
    }
    for (field, places) in shared {
        *taken.entry(field).or_default() += places;
    }
    taken
}

fn keeps_to_places(rules: &Rules, taken: impl Fn(&str) -> BTreeMap<String, u32>) {
    let (mut above, mut given) = (0_u32, 0_u32);
    for prize in &rules.prizes {
        let taken = taken(&prize.key);
        let all: u32 = taken.values().sum();
        let places = match &prize.places {
            Places::Unlimited => return,
            Places::Total(places) => *places,
            Places::ByField(by_field) => by_field.values().sum(),
        };
        (above, given) = (above + places, given + all);
        match rules.unused {
            Unused::Empty | Unused::OtherFields => assert!(all <= places, "{}", prize.key),
            Unused::NextPrize | Unused::OtherFieldsThenNextPrize => assert!(given <= above),
        }
        if let (Unused::Empty, Places::ByField(by_field)) = (rules.unused, &prize.places) {
            for (field, taken) in taken {
                assert!(taken <= by_field.get(&field).copied().unwrap_or(0), "{field}");
            }
        }
    }
}

/// The names under which steps and answers are told, of many contests.
fn told(seeds: std::ops::Range<u64>) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    for seed in seeds {
        let (rules, records) = made::contest(seed);
        for step in ranking(&rules, &records).outcomes.into_iter().flat_map(|it| it.steps) {
            let step = serde_json::to_value(step).unwrap();
            let name = step["step"].as_str().unwrap().to_owned();
            for kind in ["answer", "effect", "method", "value", "counts"] {
                let kind = &step[kind];
                let of = kind.as_object().and_then(|it| it.keys().next()).map(String::as_str);
                told.extend(of.or(kind.as_str()).map(|kind| format!("{name} {kind}")));
            }
            told.insert(name);
        }
    }
    told
}

/// Properties of contests that hold nothing would hold as well.
#[test]
fn made_up_contests_hold_everything() {
    let expect = [
        "below-criterion",
        "below-scale",
        "cut",
        "departure",
        "departure beyond-band",
        "departure beyond-places",
        "departure no-majority",
        "departure no-reason",
        "departure not-ranked",
        "departure taken",
        "forward",
        "forward below-criterion",
        "forward no-place",
        "forward no-prize",
        "forward proposed",
        "knocked-out",
        "prize",
        "prize barred",
        "prize below-band",
        "prize given",
        "prize no-place",
        "prize tied-at-limit",
        "rank",
        "score",
        "score mean",
        "score median",
        "score voted",
        "second-marking",
        "second-marking both",
        "second-marking first",
        "second-marking second",
        "sheet",
        "tie",
        "tie count",
        "tie lot",
        "tie points",
        "too-few-sheets",
        "total",
        "vote",
    ];
    assert_eq!(told(0..300).iter().map(String::as_str).collect::<Vec<_>>(), expect);
}

proptest! {
    #[test]
    fn order_never_matters(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        let other = shuffled(&mut Dice(seed), &records);
        prop_assert_eq!(ranking(&rules, &records), ranking(&rules, &other));
    }

    #[test]
    fn more_points_never_cost_a_rank_or_a_prize(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (rules, records) = made::contest(seed ^ 1);
        prop_assume!(rules.is_monotone());
        let Some((other, code)) = raised(&mut dice, &rules, &records) else { return Ok(()) };
        let (rank, prize) = standing(&rules, &records, &code);
        let (higher_rank, higher_prize) = standing(&rules, &other, &code);
        prop_assert!(higher_rank <= rank, "rank {rank} became {higher_rank}");
        prop_assert!(higher_prize <= prize, "prize {prize} became {higher_prize}");
    }

    #[test]
    fn prizes_keep_to_their_places(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        let ranking = ranking(&rules, &records);
        prop_assume!(rules.at_limit != AtLimit::Exceed);
        let owned = |taken: BTreeMap<&str, u32>| {
            taken.into_iter().map(|(field, taken)| (field.to_owned(), taken)).collect()
        };
        keeps_to_places(&rules, |prize| owned(taken(&ranking, |it| it.by_rules, prize)));
        if !rules.departures.beyond.contains(&Beyond::Places) {
            keeps_to_places(&rules, |prize| owned(taken(&ranking, |it| it.award, prize)));
        }
    }

    #[test]
    fn in_one_field_a_better_rank_has_no_lower_prize(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        let ranking = ranking(&rules, &records);
        let prized = ranking.outcomes.iter().filter_map(|outcome| {
            let barred = outcome.steps.iter().any(|step| {
                matches!(step, Step::BelowCriterion { .. } | Step::BelowScale { .. })
            });
            let prize = outcome.by_rules.and_then(|award| rules.position(&award.prize.key));
            let rank = outcome.place.ok().filter(|_| !barred)?.rank;
            Some((outcome.field, rank, prize.unwrap_or(usize::MAX)))
        });
        let prized: Vec<_> = prized.collect();
        for (field, rank, prize) in &prized {
            let worse = prized.iter().filter(|it| it.0 == *field && it.1 > *rank);
            prop_assert!(worse.clone().all(|it| it.2 >= *prize));
        }
    }

    #[test]
    fn steps_lead_to_every_rank_and_prize(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        recount::agrees(&ranking(&rules, &records));
    }

    #[test]
    fn an_abstained_sheet_is_as_none(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        let mut other = records.clone();
        other.scores.retain(|score| score.points.is_some());
        prop_assert_eq!(ranking(&rules, &records), ranking(&rules, &other));
    }

    #[test]
    fn a_bundle_is_read_back_and_recomputed(seed in any::<u64>()) {
        let (rules, records) = made::contest(seed);
        let bundle = Bundle::new(rules, records).unwrap();
        let read: Bundle = serde_json::from_str(&bundle.canonical()).unwrap();
        prop_assert_eq!(&read, &bundle);
        let recount = read.recompute().unwrap();
        prop_assert_eq!(recount.list, bundle.list);
        prop_assert_eq!(recount.differences, []);
    }

    #[test]
    fn without_a_judge_is_as_if_their_sheets_were_gone(seed in any::<u64>()) {
        let (mut rules, records) = made::contest(seed);
        rules.rounds.iter_mut().for_each(|it| it.fewest_sheets = NonZeroU16::MIN);
        // What was marked again by a judge who is missing would be declared, and not be there.
        let again = |judge: &str| {
            records.scores.iter().any(|it| it.judge == judge && it.marking == Marking::Second)
        };
        let whole = ranking(&rules, &records);
        let table = without_each_judge(&rules, &records).unwrap();
        for missing in table.iter().filter(|missing| !again(missing.judge)) {
            let mut other = records.clone();
            other.scores.retain(|score| score.judge != missing.judge);
            let other = ranking(&rules, &other);
            let other = |code: &str| other.outcomes.iter().find(|it| it.code == code).unwrap();
            let place = |it: &Outcome<'_>| {
                let rank = it.place.ok().map(|place| place.rank);
                (rank, it.award.map(|award| award.prize.key.clone()))
            };
            let changed = whole.outcomes.iter().filter(|it| place(it) != place(other(it.code)));
            let mut expect: Vec<&str> = changed.map(|it| it.code).collect();
            expect.sort_unstable();
            let found: Vec<&str> = missing.changes.iter().map(|it| it.dossier).collect();
            prop_assert_eq!(found, expect);
        }
    }
}
