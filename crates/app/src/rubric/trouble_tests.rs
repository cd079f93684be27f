//! Each trouble stands beside what can be put right, and says what it is about by its name.

use judging::points::Points;
use judging::records::Records;
use judging::soundness::troubles;

use super::*;
use crate::contests::typed::CRITERIA;
use crate::frame::{Locale, Words};
use crate::rubric::typed::tests::whole;

fn told(alter: impl FnOnce(&mut Rules)) -> Vec<(&'static str, String)> {
    let before = whole();
    let mut rules = whole();
    alter(&mut rules);
    let found = troubles(&rules, &Records::default());
    let refusal = refused(&found, &rules, Some(&before)).unwrap_err();
    refusal.fields.into_iter().map(|(field, said)| (field, said.key.into_owned())).collect()
}

#[test]
fn sound_rules_are_not_refused() {
    assert!(refused(&[], &whole(), None).is_ok());
    for scale in &whole().scales {
        assert!(refused_scale(scale, &whole(), &CRITERIA).is_ok());
    }
}

#[test]
fn each_trouble_stands_at_its_place() {
    let check = |alter: fn(&mut Rules), expect: &[(&str, &str)]| {
        let found = told(alter);
        let found: Vec<_> = found.iter().map(|(field, key)| (*field, key.as_str())).collect();
        let expect: Vec<(&str, String)> =
            expect.iter().map(|(field, end)| (*field, format!("rubric-trouble-{end}"))).collect();
        let expect: Vec<_> = expect.iter().map(|(field, key)| (*field, key.as_str())).collect();
        assert_eq!(found, expect);
    };
    check(|it| it.divergence = 101, &[("divergence", "divergence")]);
    check(|it| it.fields.push(it.fields[0].clone()), &[("fields", "twice")]);
    check(|it| it.prizes[2].minimum = Points::from_hundredths(9_900).ok(), &[("prize-2", "bands")]);
    check(|it| it.rounds[1].weight = Weight(1_001), &[("round-1", "weights")]);
    check(|it| it.rounds[1].scale = "x".into(), &[("round-1", "unknown-scale")]);
    check(
        |it| it.rounds.iter_mut().for_each(|round| round.weight = Weight(0)),
        &[("round-0", "weights"), ("round-1", "weights")],
    );
    check(
        |it| it.ties[0] = TieBreak::Round { round: "gone".into() },
        &[("tie-0", "unknown-round")],
    );
    check(
        |it| it.ties[1] = TieBreak::Criterion { round: "final".into(), criterion: "x".into() },
        &[("tie-1", "unknown-criterion")],
    );
    check(
        |it| it.forward.as_mut().unwrap().lowest = "x".into(),
        &[("forward-lowest", "unknown-prize")],
    );
    check(|it| it.scales[0].criteria[0].step = 7.try_into().unwrap(), &[("scales", "off-step")]);
}

#[test]
fn no_fields_are_told_as_such() {
    let found = told(|it| it.fields.clear());
    assert!(found.contains(&("fields", "rubric-trouble-no-fields".to_owned())), "{found:?}");
}

#[test]
fn what_is_gone_is_called_as_it_was() {
    let before = whole();
    let mut rules = whole();
    let gone = rules.scales[0].criteria.remove(0);
    let said = sentence(&Trouble::UnknownCriterion(gone.key), [Some(&rules), Some(&before)]);
    assert_eq!(said.args, [("name", gone.name)]);
}

#[test]
fn a_scale_is_put_right_beside_its_rows() {
    let check = |alter: fn(&mut Scale), expect: &[(&str, &str)]| {
        let mut scale = whole().scales[0].clone();
        alter(&mut scale);
        let refusal = refused_scale(&scale, &whole(), &CRITERIA).unwrap_err();
        let found: Vec<_> = refusal.fields.iter().map(|(at, said)| (*at, &*said.key)).collect();
        assert_eq!(found, expect);
    };
    let points = |hundredths| Points::from_hundredths(hundredths).ok();
    assert_eq!(points(1).map(Points::hundredths), Some(1));
    check(
        |it| it.criteria[1].step = 7.try_into().unwrap(),
        &[("criterion-1", "rubric-trouble-off-step")],
    );
    check(
        |it| it.criteria[1].minimum = Points::from_hundredths(9_999).ok(),
        &[("criterion-1", "rubric-trouble-above-maximum")],
    );
    check(|it| it.minimum = Some(Points::MOST), &[("minimum", "rubric-trouble-above-maximum")]);
    check(|it| it.levels.reverse(), &[("levels", "rubric-trouble-levels")]);
    check(
        |it| it.criteria.clear(),
        &[
            ("criteria", "rubric-trouble-empty-scale"),
            ("minimum", "rubric-trouble-above-maximum"),
            ("levels", "rubric-trouble-above-maximum"),
        ],
    );
}

#[test]
fn every_sentence_is_there() {
    let key = || "x".to_owned();
    let all = [
        Trouble::NoRound,
        Trouble::ManyRounds,
        Trouble::Twice(key()),
        Trouble::UnknownField(key()),
        Trouble::UnknownScale(key()),
        Trouble::UnknownRound(key()),
        Trouble::UnknownCriterion(key()),
        Trouble::UnknownPrize(key()),
        Trouble::UnknownDossier(key()),
        Trouble::EmptyScale(key()),
        Trouble::GreatScale(key()),
        Trouble::MaximumOffStep(key()),
        Trouble::AboveMaximum(key()),
        Trouble::LevelsOutOfOrder(key()),
        Trouble::UnequalMaxima(key()),
        Trouble::Weights,
        Trouble::Divergence,
        Trouble::TrimsAll(key()),
        Trouble::BandsOutOfOrder(key()),
    ];
    for trouble in all {
        let said = sentence(&trouble, [Some(&whole()), None]);
        for locale in Locale::ALL {
            assert_ne!(Words(locale).tell(&said), said.key, "{trouble:?}");
        }
    }
}
