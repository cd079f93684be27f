//! Each reason by itself, all of a pair together, and the join against every pair looked at one by one.

use proptest::prelude::*;

use super::*;

const WHO: JudgeNumber = JudgeNumber(1);
const WHAT: DossierNumber = DossierNumber(10);

fn person(key: u128) -> PersonKey {
    PersonKey(key)
}

fn belonging(unit: u128, above: &[u128]) -> Belonging {
    Belonging { unit: UnitKey(unit), above: above.iter().copied().map(UnitKey).collect() }
}

/// By person 7 of unit 70, which stands below 71 and 72; adviser 8.
fn dossier() -> DossierTies {
    DossierTies {
        dossier: WHAT,
        authors: vec![person(7)],
        advisers: vec![person(8)],
        units: vec![belonging(70, &[71, 72])],
    }
}

#[test]
fn each_tie_is_a_reason() {
    let check = |ties: JudgeTies, expect: &[Reason]| {
        let found = conflicts(std::slice::from_ref(&ties), &[dossier()], &[UnitKey(72)]);
        let reasons: Vec<Reason> = found.into_iter().flat_map(|it| it.reasons).collect();
        assert_eq!(reasons, expect, "{ties:?}");
    };
    let judge = || JudgeTies::of(WHO);
    let of_unit =
        |unit, above: &[u128]| JudgeTies { units: vec![belonging(unit, above)], ..judge() };
    let (ours, theirs) = (UnitKey(70), UnitKey(71));
    check(judge(), &[]);
    check(
        JudgeTies { person: vec![person(5), person(7)], ..judge() },
        &[Reason::Author(person(7))],
    );
    check(JudgeTies { person: vec![person(8)], ..judge() }, &[Reason::Adviser(person(8))]);
    check(of_unit(70, &[]), &[Reason::SameUnit(ours)]);
    check(of_unit(71, &[72]), &[Reason::UnitAbove { judge: theirs, dossier: ours }]);
    check(of_unit(69, &[70]), &[Reason::UnitBelow { judge: UnitKey(69), dossier: ours }]);
    check(of_unit(68, &[71, 72]), &[]);
    check(of_unit(72, &[]), &[]);
    check(JudgeTies { co_authors: vec![person(7)], ..judge() }, &[Reason::CoAuthor(person(7))]);
    check(JudgeTies { co_authors: vec![person(8)], ..judge() }, &[]);
    check(JudgeTies { advises_units: vec![ours], ..judge() }, &[Reason::AdvisesUnit(ours)]);
    check(JudgeTies { advises_units: vec![theirs], ..judge() }, &[]);
    check(JudgeTies { advises: vec![WHAT], ..judge() }, &[Reason::Advises]);
    check(JudgeTies { family: vec![person(8)], ..judge() }, &[Reason::Family(person(8))]);
    check(JudgeTies { declared: vec![WHAT], ..judge() }, &[Reason::Declared]);
    check(JudgeTies { declared: vec![DossierNumber(11)], ..judge() }, &[]);
}

#[test]
fn all_reasons_of_a_pair_are_given_declared_and_detected_apart() {
    let ties = JudgeTies {
        co_authors: vec![person(7), person(7)],
        units: vec![belonging(70, &[71])],
        family: vec![person(7)],
        declared: vec![WHAT],
        ..JudgeTies::of(WHO)
    };
    let found = conflicts(&[ties, JudgeTies::of(JudgeNumber(2))], &[dossier()], &[]);
    assert_eq!(found.iter().map(|it| (it.dossier, it.judge)).collect::<Vec<_>>(), [(WHAT, WHO)]);
    let detected = [Reason::SameUnit(UnitKey(70)), Reason::CoAuthor(person(7))];
    assert_eq!(found[0].detected().copied().collect::<Vec<_>>(), detected);
    let declared = [Reason::Family(person(7)), Reason::Declared];
    assert_eq!(found[0].declared().copied().collect::<Vec<_>>(), declared);
}

#[test]
fn people_of_a_unit_above_all_are_tied_to_its_own_dossiers_only() {
    let ties = JudgeTies { units: vec![belonging(72, &[])], ..JudgeTies::of(WHO) };
    let own = DossierTies { units: vec![belonging(72, &[])], ..dossier() };
    let below = JudgeTies { units: vec![belonging(73, &[72])], ..JudgeTies::of(JudgeNumber(2)) };
    let found = conflicts(&[ties, below], &[own], &[UnitKey(72)]);
    assert_eq!(found.len(), 1);
    let expect = [Reason::SameUnit(UnitKey(72))];
    assert_eq!(found[0].reasons.iter().copied().collect::<Vec<_>>(), expect);
}

fn people() -> impl Strategy<Value = Vec<PersonKey>> {
    proptest::collection::vec((0..12_u128).prop_map(PersonKey), 0..3)
}

fn belongings() -> impl Strategy<Value = Vec<Belonging>> {
    let units = proptest::collection::vec((0..8_u128).prop_map(UnitKey), 0..3);
    let one = (0..8_u128, units).prop_map(|(unit, above)| Belonging { unit: UnitKey(unit), above });
    proptest::collection::vec(one, 0..3)
}

fn numbers() -> impl Strategy<Value = Vec<DossierNumber>> {
    proptest::collection::vec((0..6_u32).prop_map(DossierNumber), 0..2)
}

fn judge_ties() -> impl Strategy<Value = JudgeTies> {
    let people = (people(), people(), people());
    (people, belongings(), (numbers(), numbers()), 0..8_u128).prop_map(
        |((person, co_authors, family), units, (advises, declared), unit)| JudgeTies {
            person,
            co_authors,
            family,
            units,
            advises,
            declared,
            advises_units: vec![UnitKey(unit)],
            ..JudgeTies::of(JudgeNumber(0))
        },
    )
}

fn dossier_ties() -> impl Strategy<Value = DossierTies> {
    (people(), people(), belongings()).prop_map(|(authors, advisers, units)| DossierTies {
        dossier: DossierNumber(0),
        authors,
        advisers,
        units,
    })
}

/// The reasons of one pair, each tie of one held against each of the other.
fn plain(judge: &JudgeTies, dossier: &DossierTies, above_all: &[UnitKey]) -> BTreeSet<Reason> {
    let mut found = BTreeSet::new();
    let mut people = |theirs: &[PersonKey], ours: &[PersonKey], reason: fn(PersonKey) -> Reason| {
        found.extend(ours.iter().filter(|it| theirs.contains(it)).copied().map(reason));
    };
    people(&dossier.authors, &judge.person, Reason::Author);
    people(&dossier.advisers, &judge.person, Reason::Adviser);
    people(&dossier.authors, &judge.co_authors, Reason::CoAuthor);
    people(&dossier.authors, &judge.family, Reason::Family);
    people(&dossier.advisers, &judge.family, Reason::Family);
    found.extend(judge.advises.contains(&dossier.dossier).then_some(Reason::Advises));
    found.extend(judge.declared.contains(&dossier.dossier).then_some(Reason::Declared));
    for theirs in &dossier.units {
        let advises = judge.advises_units.contains(&theirs.unit);
        found.extend(advises.then_some(Reason::AdvisesUnit(theirs.unit)));
        for ours in &judge.units {
            let (judge, dossier) = (ours.unit, theirs.unit);
            let above = |upper: UnitKey, lower: &Belonging| {
                lower.above.contains(&upper) && !above_all.contains(&upper)
            };
            found.extend((judge == dossier).then_some(Reason::SameUnit(dossier)));
            found.extend(above(judge, theirs).then_some(Reason::UnitAbove { judge, dossier }));
            found.extend(above(dossier, ours).then_some(Reason::UnitBelow { judge, dossier }));
        }
    }
    found
}

proptest! {
    #[test]
    fn the_join_finds_what_looking_at_every_pair_finds(
        mut judges in proptest::collection::vec(judge_ties(), 0..5),
        mut dossiers in proptest::collection::vec(dossier_ties(), 0..6),
    ) {
        (0..).zip(&mut judges).for_each(|(number, it)| it.judge = JudgeNumber(number));
        (0..).zip(&mut dossiers).for_each(|(number, it)| it.dossier = DossierNumber(number));
        let above_all = [UnitKey(0)];
        let mut expect = Vec::new();
        for dossier in &dossiers {
            let pairs = judges.iter().map(|judge| Conflict {
                dossier: dossier.dossier,
                judge: judge.judge,
                reasons: plain(judge, dossier, &above_all),
            });
            expect.extend(pairs.filter(|pair| !pair.reasons.is_empty()));
        }
        prop_assert_eq!(conflicts(&judges, &dossiers, &above_all), expect.clone());
        judges.reverse();
        dossiers.reverse();
        prop_assert_eq!(conflicts(&judges, &dossiers, &above_all), expect);
    }
}
