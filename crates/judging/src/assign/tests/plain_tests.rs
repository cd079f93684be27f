//! Many small questions, each answered by looking at every assignment that there is.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;

use super::*;

fn dossiers() -> impl Strategy<Value = Vec<Dossier>> {
    let one = (0..2_u32, 0..2_u32, proptest::option::of(0..3_u128));
    proptest::collection::vec(one, 0..=6).prop_map(|drawn| {
        let numbered = (1..).zip(drawn);
        numbered.map(|(number, (group, field, unit))| dossier(number, group, field, unit)).collect()
    })
}

fn judges() -> impl Strategy<Value = Vec<Judge>> {
    let far = prop_oneof![Just(0_u16), Just(3), Just(10)];
    let fields = proptest::collection::vec((0..2_u32, far), 1..3);
    let one = (fields, 0..2_u32, 1..6_u32);
    proptest::collection::vec(one, 1..=5).prop_map(|drawn| {
        let numbered = (1..).zip(drawn);
        numbered
            .map(|(number, (fields, least, more))| judge(number, &fields, least, least + more))
            .collect()
    })
}

fn pairs(most: usize) -> impl Strategy<Value = Vec<Pair>> {
    proptest::collection::vec((1..=6_u32, 1..=5_u32).prop_map(|(it, who)| pair(it, who)), 0..=most)
}

fn weights() -> impl Strategy<Value = Weights> {
    (0..3_u16, 0..6_u16).prop_map(|(load, unit)| Weights { load, unit, join: None })
}

prop_compose! {
    fn questions()(
        (dossiers, judges, each, weights) in (dossiers(), judges(), 1..4_u32, weights()),
        (conflicts, done, before, musts, must_nots) in
            (pairs(4), pairs(3), pairs(6), pairs(1), pairs(2)),
        (has_done, has_before, seed) in (any::<bool>(), any::<bool>(), any::<u64>()),
    ) -> Question {
        let there = |pair: &Pair| {
            dossiers.iter().any(|it| it.number == pair.dossier)
                && judges.iter().any(|it| it.number == pair.judge)
        };
        let is_free = |pair: &Pair| !conflicts.contains(pair) && !must_nots.contains(pair);
        let fits = |pair: &Pair| there(pair) && is_free(pair);
        let done: Vec<Pair> = done.iter().filter(|it| has_done && fits(it)).copied().collect();
        let before = before.iter().filter(|_| has_before).copied().collect();
        let musts = musts.iter().filter(|it| fits(it)).copied().map(Lock::Must);
        let locks = musts.chain(must_nots.iter().copied().map(Lock::MustNot)).collect();
        Question { conflicts, done, before, locks, dossiers, judges, each, weights, seed }
    }
}

/// Every assignment, one after the other; the cheapest is kept.
struct Plain<'q> {
    question: &'q Question,
    certain: BTreeSet<Pair>,
    best: Option<Sum>,
}

impl<'q> Plain<'q> {
    fn best(question: &'q Question) -> Option<Sum> {
        let locked = question.locks.iter().filter_map(|lock| match lock {
            Lock::Must(pair) => Some(*pair),
            Lock::MustNot(_) => None,
        });
        let certain: BTreeSet<Pair> = question.done.iter().copied().chain(locked).collect();
        let mut plain = Self { question, certain: certain.clone(), best: None };
        plain.look(0, &mut certain.into_iter().collect());
        plain.best
    }

    /// Who can have a dossier beside the certain ones.
    fn open(&self, dossier: &Dossier) -> Vec<JudgeNumber> {
        let able = |judge: &&Judge| {
            let pair = Pair { dossier: dossier.number, judge: judge.number };
            judge.groups.contains(&dossier.group)
                && judge.fields.iter().any(|it| it.field == dossier.field)
                && !self.question.conflicts.contains(&pair)
                && !self.question.locks.contains(&Lock::MustNot(pair))
                && !self.certain.contains(&pair)
        };
        self.question.judges.iter().filter(able).map(|judge| judge.number).collect()
    }

    /// Tries every set of judges for this dossier and those after it.
    fn look(&mut self, at: usize, taken: &mut Vec<Pair>) {
        let sum = self.sum(taken);
        if self.best.is_some_and(|best| best <= sum) {
            return;
        }
        let Some(dossier) = self.question.dossiers.get(at) else {
            if self.keeps_to_least(taken) {
                self.best = Some(sum);
            }
            return;
        };
        let has = self.certain.iter().filter(|pair| pair.dossier == dossier.number).count() as u32;
        let (open, needs) = (self.open(dossier), self.question.each.saturating_sub(has));
        for set in 0..1_u32 << open.len() {
            if set.count_ones() != needs {
                continue;
            }
            let before = taken.len();
            let chosen = (0..open.len()).filter(|place| set >> place & 1 == 1);
            taken.extend(chosen.map(|at| Pair { dossier: dossier.number, judge: open[at] }));
            if self.keeps_to_most(&taken[before..], taken) {
                self.look(at + 1, taken);
            }
            taken.truncate(before);
        }
    }

    fn load(&self, judge: JudgeNumber, taken: &[Pair]) -> u32 {
        taken.iter().filter(|pair| pair.judge == judge).count() as u32
    }

    fn keeps_to_most(&self, added: &[Pair], taken: &[Pair]) -> bool {
        let judges = self.question.judges.iter();
        let mut added_to = judges.filter(|it| added.iter().any(|pair| pair.judge == it.number));
        added_to.all(|judge| self.load(judge.number, taken) <= judge.most)
    }

    fn keeps_to_least(&self, taken: &[Pair]) -> bool {
        let mut judges = self.question.judges.iter();
        judges.all(|judge| self.load(judge.number, taken) >= judge.least)
    }

    fn sum(&self, taken: &[Pair]) -> Sum {
        let question = self.question;
        let of =
            |pair: &Pair| question.dossiers.iter().find(|it| it.number == pair.dossier).unwrap();
        let mut sum = Sum::default();
        for pair in taken {
            let (mine, judge) =
                (of(pair), question.judges.iter().find(|it| it.number == pair.judge));
            let fields = judge.unwrap().fields.iter().filter(|it| it.field == mine.field);
            let known = judge.unwrap().groups.contains(&mine.group);
            let far = fields.map(|it| it.far).min().filter(|_| known).unwrap_or(0);
            let others = || taken.iter().filter(|it| it.judge == pair.judge && *it != pair);
            let of_unit = others().filter(|it| mine.unit.is_some() && of(it).unit == mine.unit);
            let load = others().count() as u64 * u64::from(question.weights.load);
            sum.cost += u64::from(far) + load;
            sum.cost += of_unit.count() as u64 * u64::from(question.weights.unit);
            if !self.certain.contains(pair) {
                sum.lots += u64::from(lot(question.seed, *pair));
                let is_new = !question.before.is_empty() && !question.before.contains(pair);
                sum.moved += u64::from(is_new);
            }
        }
        sum
    }
}

/// Whether a shortage is one, counted anew from the question.
fn is_true(question: &Question, shortage: &Shortage) -> bool {
    let plain = Plain { question, certain: BTreeSet::new(), best: None };
    let certain: BTreeSet<Pair> = question.done.iter().copied().chain(musts(question)).collect();
    let plain = Plain { certain, ..plain };
    let open = |number: DossierNumber| {
        let dossier = question.dossiers.iter().find(|it| it.number == number).unwrap();
        plain.open(dossier)
    };
    let certain: Vec<Pair> = plain.certain.iter().copied().collect();
    let needs = |number: DossierNumber| {
        let has = certain.iter().filter(|pair| pair.dossier == number).count() as u32;
        question.each.saturating_sub(has)
    };
    let judge = |number| question.judges.iter().find(|it| it.number == number).unwrap();
    let load = |number| plain.load(number, &certain);
    match shortage {
        Shortage::Judges { dossiers, needed, .. } => {
            let mut offers: HashMap<JudgeNumber, u32> = HashMap::new();
            for number in dossiers.iter().flat_map(|it| open(it.dossier)) {
                *offers.entry(number).or_default() += 1;
            }
            let room = |number| judge(number).most.saturating_sub(load(number));
            let offered: u32 = offers.iter().map(|(who, offer)| room(*who).min(*offer)).sum();
            let wanted: u32 = dossiers.iter().map(|it| needs(it.dossier)).sum();
            u64::from(wanted) == *needed && wanted > offered
        }
        Shortage::Work { judges, needed, .. } => {
            let judges: BTreeSet<JudgeNumber> = judges.iter().map(|it| it.0).collect();
            let least = |number: &JudgeNumber| judge(*number).least.saturating_sub(load(*number));
            let wanted: u32 = judges.iter().map(least).sum();
            let gives = |dossier: &Dossier| {
                let open = open(dossier.number).into_iter().filter(|who| judges.contains(who));
                needs(dossier.number).min(open.count() as u32)
            };
            let offered: u32 = question.dossiers.iter().map(gives).sum();
            u64::from(wanted) == *needed && wanted > offered
        }
    }
}

fn musts(question: &Question) -> impl Iterator<Item = Pair> + '_ {
    question.locks.iter().filter_map(|lock| match lock {
        Lock::Must(pair) => Some(*pair),
        Lock::MustNot(_) => None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_cheaper_and_what_is_impossible_is_shown(question in questions()) {
        match assign(&question) {
            Ok(answer) => {
                prop_assert_eq!(Some(answer.total), Plain::best(&question));
                prop_assert_eq!(answer.bound, answer.total);
            }
            Err(Impossible::Shortages(shortages)) => {
                prop_assert_eq!(Plain::best(&question), None);
                prop_assert!(!shortages.is_empty());
                prop_assert!(shortages.iter().all(|it| is_true(&question, it)), "{shortages:?}");
            }
            Err(Impossible::Contradiction(_)) => prop_assert!(!musts(&question).eq([])),
        }
    }
}
