//! Contests that were never held: sound rules and records of every kind, made from a seed.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use judging::points::{Direction, Points, Rounding, Weight};
use judging::prize::{AtLimit, Beyond, Class, DepartureRules, Majority, Places, Prize, Unused};
use judging::records::{
    By, Counts, Departure, Entry, Marking, Records, Score, SecondMarking, Standing, Tally,
};
use judging::rules::{
    Advance, Aggregate, CriterionMark, Forward, LastPlace, PublicVote, Round, Rules, TieBreak,
};
use judging::scale::{Criterion, Judges, Knockout, Scale, Wanted};

use crate::dice::Dice;

const FIELDS: [&str; 4] = ["Cơ khí", "Giáo dục", "Vật liệu", "Y dược"];

pub fn points(hundredths: usize) -> Points {
    Points::from_hundredths(hundredths as i64).unwrap()
}

fn some_rounding(dice: &mut Dice) -> Rounding {
    let direction = dice.one(&[Direction::HalfUp, Direction::HalfEven, Direction::Down]);
    Rounding { step: NonZeroU32::new(dice.one(&[1, 10, 50, 100])).unwrap(), direction }
}

fn rounding(dice: &mut Dice) -> Option<Rounding> {
    let rounding = some_rounding(dice);
    (!dice.once_in(3)).then_some(rounding)
}

/// A scale of 100 points; the first two of four criteria may weigh differently in one field.
fn scale(dice: &mut Dice, key: &str, fields: &[String]) -> Scale {
    let maxima: Vec<usize> =
        dice.one(&[vec![10_000], vec![4_000, 3_000, 3_000], vec![3_000, 3_000, 2_000, 2_000]]);
    let step = dice.one(&[50, 500, 1_000]);
    let special = dice.one(fields);
    let swap = maxima.len() == 4 && dice.once_in(2);
    let criterion = |(at, maximum): (usize, &usize)| {
        let weights = [Weight(150), Weight(50)];
        let weight = weights.get(at).filter(|_| swap);
        Criterion {
            key: format!("c{at}"),
            name: format!("Tiêu chí {at}"),
            maximum: points(*maximum),
            step: NonZeroU32::new(step).unwrap(),
            weight: Weight::ONE,
            field_weights: weight.map(|weight| (special.clone(), *weight)).into_iter().collect(),
            levels: Vec::new(),
            minimum: dice.once_in(6).then(|| points(*maximum / 3)),
            knockout: dice.once_in(8).then(|| Knockout {
                below: points(*maximum / 4),
                judges: dice.one(&[Judges::Any, Judges::Majority, Judges::All]),
            }),
            remark: Wanted::Never,
            evidence: Wanted::Never,
        }
    };
    let criteria = maxima.iter().enumerate().map(criterion).collect();
    let minimum = dice.once_in(4).then(|| points(3_000));
    Scale { key: key.to_owned(), name: key.to_owned(), criteria, minimum, levels: Vec::new() }
}

fn places(dice: &mut Dice, fields: &[String], most: usize) -> Places {
    let mut count = || dice.below(most + 1) as u32;
    let total = count();
    let by_field: BTreeMap<String, u32> =
        fields.iter().skip(1).map(|field| (field.clone(), count())).collect();
    dice.one(&[
        Places::Unlimited,
        Places::Total(total),
        Places::ByField(by_field.clone()),
        Places::ByField(by_field),
    ])
}

fn round(dice: &mut Dice, at: usize, (rounds, fields): (usize, &[String])) -> Round {
    let each_end = 1 + dice.below(2) as u8;
    let from = 2 * u16::from(each_end) + 1 + dice.below(2) as u16;
    let trimmed = Aggregate::Trimmed { each_end, from };
    let other = fields.iter().take(dice.below(2)).map(|field| (field.clone(), "s1".to_owned()));
    Round {
        key: format!("r{at}"),
        name: format!("Vòng {at}"),
        scale: "s0".to_owned(),
        field_scales: other.collect(),
        aggregate: dice.one(&[Aggregate::Mean, trimmed, Aggregate::Median]),
        rounding: rounding(dice),
        weight: Weight(if at + 1 == rounds { 100 } else { dice.one(&[0, 50, 75]) }),
        fewest_sheets: NonZeroU16::new(1 + dice.below(2) as u16).unwrap(),
        advance: (!dice.once_in(3)).then(|| Advance {
            minimum: dice.once_in(2).then(|| points(2_500)),
            places: places(dice, fields, 8),
            last: dice.one(&[LastPlace::In, LastPlace::Out]),
        }),
    }
}

fn ties(dice: &mut Dice, rounds: usize) -> Vec<TieBreak> {
    let round = format!("r{}", rounds - 1);
    let mut all = vec![
        TieBreak::Criterion { round: round.clone(), criterion: "c0".to_owned() },
        TieBreak::Round { round: "r0".to_owned() },
        TieBreak::FewerLow { round: round.clone(), below: points(5_000) },
        TieBreak::Chair { round },
        TieBreak::Lot,
    ];
    dice.shuffle(&mut all);
    all.truncate(dice.below(5));
    all
}

fn prizes(dice: &mut Dice, fields: &[String]) -> Vec<Prize> {
    let classes = [Class::First, Class::Second, Class::Third, Class::Consolation];
    let count = 1 + dice.below(4);
    let banded = dice.once_in(2);
    let prize = |(at, class): (usize, Class)| Prize {
        key: format!("p{at}"),
        name: format!("Giải {at}"),
        class,
        money: 10_000_001 / (at as u32 + 1),
        minimum: banded.then(|| points(8_000 - 1_500 * at)),
        places: places(dice, fields, 3),
    };
    classes.into_iter().take(count).enumerate().map(prize).collect()
}

fn forward(dice: &mut Dice, rounds: usize, prizes: &[Prize]) -> Option<Forward> {
    let criterion = CriterionMark {
        round: format!("r{}", dice.below(rounds)),
        criterion: "c0".to_owned(),
        minimum: points(1_500),
    };
    let forward = Forward {
        lowest: dice.one(prizes).key,
        most: dice.below(4) as u32,
        last: dice.one(&[LastPlace::In, LastPlace::Out]),
        criterion: dice.once_in(2).then_some(criterion),
    };
    (!dice.once_in(4)).then_some(forward)
}

/// Sound rules.
pub fn rules(dice: &mut Dice) -> Rules {
    let fields: Vec<String> =
        FIELDS.iter().take(1 + dice.below(4)).map(|field| (*field).to_owned()).collect();
    let rounds = 1 + dice.below(3);
    let prizes = prizes(dice, &fields);
    Rules {
        scales: vec![scale(dice, "s0", &fields), scale(dice, "s1", &fields)],
        rounds: (0..rounds).map(|at| round(dice, at, (rounds, &fields))).collect(),
        rounding: rounding(dice),
        vote: dice
            .once_in(3)
            .then(|| PublicVote { points: points(2_000), rounding: some_rounding(dice) }),
        ties: ties(dice, rounds),
        forward: forward(dice, rounds, &prizes),
        prizes,
        unused: dice.one(&[
            Unused::Empty,
            Unused::OtherFields,
            Unused::NextPrize,
            Unused::OtherFieldsThenNextPrize,
        ]),
        at_limit: dice.one(&[AtLimit::Share, AtLimit::Pass, AtLimit::Exceed]),
        departures: DepartureRules {
            majority: dice.one(&[Majority::MoreThanHalf, Majority::TwoThirds, Majority::All]),
            beyond: dice.one(&[
                vec![],
                vec![Beyond::Band],
                vec![Beyond::Places],
                vec![Beyond::Places, Beyond::Band],
            ]),
        },
        divergence: 20,
        fields,
    }
}

fn marks(dice: &mut Dice, scale: &Scale) -> BTreeMap<String, Points> {
    let given = |it: &Criterion| {
        let steps = (it.maximum.hundredths() / it.step.get()) as usize;
        // Few different marks, so that many are equal, and few that knock out.
        let coarse = steps / 5 + 1;
        let given = (1 + dice.below(5)) * coarse;
        (it.key.clone(), points(given.min(steps) * it.step.get() as usize))
    };
    scale.criteria.iter().map(given).collect()
}

fn second_marking(dice: &mut Dice, (code, key): (&str, &str)) -> SecondMarking {
    let tally = Tally { members: 7, in_favour: 5, against: 1 };
    let vote = By::Vote { points: points(100 * dice.below(101)), tally };
    let by = dice.one(&[By::Panel, By::FurtherJudge, vote]);
    let counts = match by {
        By::Vote { .. } => dice.one(&[Counts::First, Counts::Second]),
        _ => dice.one(&[Counts::First, Counts::Second, Counts::Both]),
    };
    SecondMarking { dossier: code.to_owned(), round: key.to_owned(), by, counts }
}

/// Sound records for these rules.
pub fn records(dice: &mut Dice, rules: &Rules) -> Records {
    let mut records = Records { chairs: ["g1".to_owned()].into(), ..Records::default() };
    records.lot = dice.once_in(2).then(|| "2025-11-20 18:30".to_owned());
    for at in 0..1 + dice.below(14) {
        let mut entry = Entry::judged(&format!("HS{at:02}"), &dice.one(&rules.fields));
        entry.votes = dice.one(&[0, 3, 7, 250]);
        entry.scale = dice.once_in(6).then(|| "s1".to_owned());
        let standing = [Standing::Judged, Standing::Ineligible, Standing::Withdrawn];
        entry.standing = standing[dice.below(9).saturating_sub(6)];
        judged(dice, rules, &entry, &mut records);
        if dice.once_in(6) {
            records.departures.push(departure(dice, rules, &entry));
        }
        records.entries.push(entry);
    }
    records
}

fn judged(dice: &mut Dice, rules: &Rules, entry: &Entry, records: &mut Records) {
    for round in &rules.rounds {
        let key = entry.scale.as_deref().unwrap_or_else(|| round.scale_in(&entry.field));
        let scale = rules.scale(key).unwrap();
        let score = |judge: usize, marking: Marking, points: Option<_>| Score {
            dossier: entry.code.clone(),
            judge: format!("g{judge}"),
            round: round.key.clone(),
            marking,
            points,
        };
        for judge in 0..2 + dice.below(6) {
            let points = (!dice.once_in(9)).then(|| marks(dice, scale));
            records.scores.push(score(judge, Marking::First, points));
        }
        if dice.once_in(6) {
            let declared = second_marking(dice, (&entry.code, &round.key));
            let judges = match declared.by {
                By::Panel => 0..3,
                By::FurtherJudge => 8..9,
                By::Vote { .. } => 0..0,
            };
            for judge in judges {
                let points = marks(dice, scale);
                records.scores.push(score(judge, Marking::Second, Some(points)));
            }
            records.second_markings.push(declared);
        }
    }
}

fn departure(dice: &mut Dice, rules: &Rules, entry: &Entry) -> Departure {
    let prizes = rules.prizes.iter().map(|prize| Some(prize.key.clone()));
    let prizes: Vec<Option<String>> = prizes.chain([None]).collect();
    let in_favour = dice.one(&[4, 6, 9]);
    Departure {
        dossier: entry.code.clone(),
        prize: dice.one(&prizes),
        reason: dice.one(&["Đã áp dụng rộng rãi", "Chưa đủ tính mới", " "]).to_owned(),
        tally: Tally { members: 9, in_favour, against: 9 - in_favour },
    }
}

/// A whole contest of this seed.
pub fn contest(seed: u64) -> (Rules, Records) {
    let mut dice = Dice(seed);
    let rules = rules(&mut dice);
    let records = records(&mut dice, &rules);
    (rules, records)
}
