//! Examples that can be followed by hand, and a contest of some size.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Dossiers 1, 2, … of one group and field, without a unit.
fn dossiers(count: u32) -> Vec<Dossier> {
    (1..=count).map(|number| dossier(number, 0, 0, None)).collect()
}

/// Judges 1, 2, … who know that field.
fn judges(count: u32, most: u32) -> Vec<Judge> {
    (1..=count).map(|number| judge(number, &[(0, 0)], 0, most)).collect()
}

fn numbers(answer: &Assignment) -> Vec<(u32, u32)> {
    answer.pairs.iter().map(|it| (it.pair.dossier.0, it.pair.judge.0)).collect()
}

#[test]
fn what_contradicts_itself_is_named() {
    let sound =
        || Question { dossiers: dossiers(2), judges: judges(3, 2), each: 1, ..Question::default() };
    let check = |change: fn(&mut Question), expect: Contradiction| {
        let mut question = sound();
        change(&mut question);
        assert_eq!(assign(&question), Err(Impossible::Contradiction(expect)));
    };
    assert!(assign(&sound()).is_ok());
    check(
        |it| it.dossiers.push(dossier(2, 1, 1, None)),
        Contradiction::DossierTwice(DossierNumber(2)),
    );
    check(|it| it.judges.push(judge(3, &[], 0, 0)), Contradiction::JudgeTwice(JudgeNumber(3)));
    check(|it| it.judges[0].least = 3, Contradiction::LeastOverMost(JudgeNumber(1)));
    check(|it| it.done.push(pair(2, 9)), Contradiction::Unknown(pair(2, 9)));
    check(|it| it.locks.push(Lock::Must(pair(7, 1))), Contradiction::Unknown(pair(7, 1)));
    check(
        |it| {
            it.conflicts.push(pair(1, 1));
            it.locks.push(Lock::Must(pair(1, 1)));
        },
        Contradiction::MustAndMustNot(pair(1, 1)),
    );
    check(
        |it| it.locks = vec![Lock::Must(pair(1, 1)), Lock::Must(pair(1, 2))],
        Contradiction::LockedOverEach(DossierNumber(1)),
    );
    check(
        |it| {
            it.judges[0].most = 0;
            it.locks = vec![Lock::Must(pair(1, 1))];
        },
        Contradiction::LockedOverMost(JudgeNumber(1)),
    );
}

#[test]
fn who_lacks_whom_is_shown() {
    // Of fourteen dossiers twelve are in conflict with all but judges 1 and 2, who take four each.
    let conflicts = (1..=12).flat_map(|dossier| (3..=5).map(move |judge| pair(dossier, judge)));
    let mut question = Question {
        dossiers: dossiers(14),
        judges: judges(5, 4),
        each: 1,
        conflicts: conflicts.collect(),
        ..Question::default()
    };
    let Err(Impossible::Shortages(shortages)) = assign(&question) else { panic!("possible") };
    let lacking = |number| Lacking {
        dossier: DossierNumber(number),
        needs: 1,
        know: 5,
        conflict: 3,
        kept_from: 0,
        full: 0,
        open: 2,
    };
    let expect = Shortage::Judges {
        dossiers: (1..=12).map(lacking).collect(),
        judges: vec![(JudgeNumber(1), 4), (JudgeNumber(2), 4)],
        needed: 12,
        offered: 8,
    };
    assert_eq!(shortages, [expect]);
    question.judges[4].least = 3;
    question.judges.iter_mut().for_each(|judge| judge.most = 9);
    let Err(Impossible::Shortages(shortages)) = assign(&question) else { panic!("possible") };
    let expect = Shortage::Work {
        judges: vec![(JudgeNumber(5), 3)],
        dossiers: vec![(DossierNumber(13), 1), (DossierNumber(14), 1)],
        needed: 3,
        offered: 2,
    };
    assert_eq!(shortages, [expect]);
}

#[test]
fn dossiers_of_one_unit_go_to_different_judges() {
    let check = |unit: u16, judges_there: u32, expect: &[UnitKey]| {
        let question = Question {
            dossiers: vec![dossier(1, 0, 0, Some(7)), dossier(2, 0, 0, Some(7))],
            judges: judges(judges_there, 2),
            each: 2,
            weights: Weights { load: 0, unit, join: None },
            ..Question::default()
        };
        let answer = assign(&question).unwrap();
        assert_eq!(answer.one_set, expect, "{unit} {judges_there}");
        let met: u64 = answer.pairs.iter().map(|it| it.unit).sum();
        assert_eq!(met > 0, judges_there < 4, "{answer:?}");
    };
    check(1, 4, &[]);
    check(1, 3, &[]);
    check(1, 2, &[UnitKey(7)]);
}

#[test]
fn parts_are_joined_for_what_it_may_cost() {
    // Judges 1 and 2 know the field of dossiers 1 to 3 best, judges 3 and 4 that of dossiers 4 to 6.
    let judge_of = |number: u32| {
        let fields = if number < 3 { [(0, 0), (1, 10)] } else { [(0, 10), (1, 0)] };
        judge(number, &fields, 0, 3)
    };
    let check = |join: Option<u16>, parts: usize, paid: u64| {
        let question = Question {
            dossiers: (1..=6).map(|number| dossier(number, 0, number / 4, None)).collect(),
            judges: (1..=4).map(judge_of).collect(),
            each: 2,
            weights: Weights { join, ..Weights::default() },
            ..Question::default()
        };
        let answer = assign(&question).unwrap();
        assert_eq!(answer.designs.iter().map(|it| it.parts.len()).collect::<Vec<_>>(), [parts]);
        assert_eq!(answer.total.cost - answer.bound.cost, paid);
        assert!(answer.total >= answer.bound);
    };
    check(None, 2, 0);
    check(Some(19), 2, 0);
    check(Some(20), 1, 20);
}

#[test]
fn a_design_with_too_few_pairs_stays_in_parts() {
    let question =
        Question { dossiers: dossiers(4), judges: judges(2, 2), each: 1, ..Question::default() };
    let answer = assign(&question).unwrap();
    assert_eq!(answer.designs[0].parts.len(), 2);
    assert_eq!(answer.total, answer.bound);
}

#[test]
fn lots_decide_between_equals_and_another_seed_decides_otherwise() {
    let drawn = |seed: u64| {
        let question = Question {
            dossiers: dossiers(6),
            judges: judges(6, 6),
            each: 1,
            seed,
            ..Question::default()
        };
        numbers(&assign(&question).unwrap())
    };
    let different: BTreeSet<_> = (0..20).map(drawn).collect();
    assert_eq!(different.len(), 20);
}

/// Sixty dossiers of two groups, three fields and twenty units, twelve judges, conflicts.
fn contest() -> Question {
    let dossier_of =
        |number: u32| dossier(number, number % 2, number % 3, Some(u128::from(number * 7 % 20)));
    let judge_of = |number: u32| {
        let mut judge = judge(number, &[(0, 0), (1, 5), (2, 20)], 10, 18);
        judge.fields.rotate_left(number as usize % 3);
        (0_u16..).zip(&mut judge.fields).for_each(|(at, field)| field.far = 10 * at);
        judge
    };
    Question {
        dossiers: (1..=60).map(dossier_of).collect(),
        judges: (1..=12).map(judge_of).collect(),
        each: 3,
        conflicts: (1..=60).map(|number| pair(number, number * number % 12 + 1)).collect(),
        locks: vec![Lock::Must(pair(5, 1)), Lock::MustNot(pair(6, 2))],
        seed: 2026,
        ..Question::default()
    }
}

/// Whether everything that must be is so.
fn keeps(question: &Question, answer: &Assignment) {
    let pairs: BTreeSet<Pair> = answer.pairs.iter().map(|it| it.pair).collect();
    assert_eq!(pairs.len(), answer.pairs.len());
    let mut loads: BTreeMap<JudgeNumber, u32> = BTreeMap::new();
    let mut sets: BTreeMap<DossierNumber, u32> = BTreeMap::new();
    for pair in &pairs {
        *loads.entry(pair.judge).or_default() += 1;
        *sets.entry(pair.dossier).or_default() += 1;
    }
    assert!(question.dossiers.iter().all(|it| sets[&it.number] == question.each));
    for judge in &question.judges {
        let load = loads.get(&judge.number).copied().unwrap_or(0);
        let done = question.done.iter().filter(|it| it.judge == judge.number).count() as u32;
        assert!(load >= judge.least && load <= judge.most.max(done), "{judge:?} {load}");
    }
    assert!(question.conflicts.iter().all(|it| !pairs.contains(it)));
    assert!(question.done.iter().all(|it| pairs.contains(it)));
    assert!(question.locks.iter().all(|lock| match lock {
        Lock::Must(pair) => pairs.contains(pair),
        Lock::MustNot(pair) => !pairs.contains(pair),
    }));
}

#[test]
fn a_contest_is_assigned_whatever_order_it_is_told_in() {
    let question = contest();
    let answer = assign(&question).unwrap();
    keeps(&question, &answer);
    assert_eq!(answer.designs.iter().map(|it| it.parts.len()).collect::<Vec<_>>(), [1, 1]);
    let sum: u64 = answer.pairs.iter().map(|it| it.far + it.load + it.unit).sum();
    assert_eq!(sum, answer.total.cost);
    let mut turned = question;
    turned.dossiers.reverse();
    turned.judges.rotate_left(5);
    turned.judges.iter_mut().for_each(|judge| judge.fields.reverse());
    turned.conflicts.reverse();
    turned.locks.reverse();
    assert_eq!(assign(&turned), Ok(answer));
}

#[test]
fn a_contest_that_need_not_hang_together_costs_no_more_than_it_must() {
    let weights = Weights { join: None, ..Weights::default() };
    let question = Question { weights, ..contest() };
    let (apart, joined) = (assign(&question).unwrap(), assign(&contest()).unwrap());
    keeps(&question, &apart);
    assert_eq!((apart.total, apart.bound), (apart.bound, joined.bound));
    assert!(joined.total > joined.bound);
    assert!(apart.designs.iter().any(|it| it.parts.len() > 1));
}

#[test]
fn who_drops_out_is_replaced_and_nothing_else_moves() {
    let mut question = contest();
    let before = assign(&question).unwrap();
    let out = JudgeNumber(4);
    question.before = before.pairs.iter().map(|it| it.pair).collect();
    let scored = |pair: &&Pair| pair.dossier.0.is_multiple_of(4) || pair.judge == JudgeNumber(1);
    question.done = question.before.iter().filter(scored).copied().collect();
    for judge in question.judges.iter_mut().filter(|judge| judge.number == out) {
        (judge.least, judge.most) = (0, 0);
    }
    let lost = |pair: &&Pair| pair.judge == out && !question.done.contains(pair);
    let lost = question.before.iter().filter(lost).count() as u64;
    let answer = assign(&question).unwrap();
    keeps(&question, &answer);
    assert!(lost > 5);
    assert_eq!((answer.total.moved, answer.total), (lost, answer.bound));
    let left = |pair: &&Assigned| pair.pair.judge == out;
    assert!(answer.pairs.iter().filter(left).all(|it| it.ground == Ground::Done));
}
