//! What is wrong with rules and records, each by itself.

use std::num::NonZeroU16;

use serde_json::{Value, json};

use super::*;
use crate::points::{Points, Weight};
use crate::prize::Places;
use crate::records::{Entry, Marking, Score};
use crate::rules::{Aggregate, TieBreak};

fn rules() -> Rules {
    let criterion = |key: &str| json!({"key": key, "name": key, "maximum": 5000, "step": 50});
    let round = |key: &str| {
        json!({"key": key, "name": key, "scale": "s", "field_scales": {}, "aggregate": "mean",
            "rounding": null, "weight": 100, "fewest_sheets": 1, "advance": null})
    };
    let prize = |key: &str, minimum: u32| {
        json!({"key": key, "name": key, "class": "first", "money": 1, "minimum": minimum,
            "places": {"total": 1}})
    };
    let scale =
        |key: &str| json!({"key": key, "name": key, "criteria": [criterion("a"), criterion("b")]});
    let rules = json!({"fields": ["x", "y"], "scales": [scale("s"), scale("t")],
        "rounds": [round("one"), round("two")], "rounding": null, "vote": null, "forward": null, "ties": [],
        "prizes": [prize("p", 8000), prize("q", 7000)], "unused": "empty", "at_limit": "share",
        "departures": {"majority": "two-thirds", "beyond": []}, "divergence": 20});
    serde_json::from_value(rules).unwrap()
}

fn points(hundredths: i64) -> Points {
    Points::from_hundredths(hundredths).unwrap()
}

fn score(judge: &str, a: i64) -> Score {
    Score {
        dossier: "HS01".into(),
        judge: judge.into(),
        round: "one".into(),
        marking: Marking::First,
        points: Some([("a".into(), points(a)), ("b".into(), points(0))].into()),
    }
}

fn records() -> Records {
    let entries = vec![Entry::judged("HS01", "x"), Entry::judged("HS02", "y")];
    Records { entries, scores: vec![score("g1", 50), score("g2", 100)], ..Records::default() }
}

#[test]
fn sound_ones_have_no_trouble() {
    assert_eq!(troubles(&rules(), &records()), []);
}

#[test]
fn a_rule_set_is_read_strictly() {
    let whole = serde_json::to_value(rules()).unwrap();
    let check = |pointer: &str| {
        let mut other = whole.clone();
        let object = other.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
        object.insert("colour".into(), json!("red"));
        assert!(serde_json::from_value::<Rules>(other).is_err(), "{pointer}");
    };
    for pointer in
        ["", "/scales/0", "/scales/0/criteria/0", "/rounds/0", "/prizes/0", "/departures"]
    {
        check(pointer);
    }
}

#[test]
fn rules_that_contradict_themselves_are_told() {
    let check = |alter: fn(&mut Rules), expect: &[Trouble]| {
        let mut rules = rules();
        alter(&mut rules);
        assert_eq!(rules.troubles(), expect);
        assert_eq!(troubles(&rules, &Records::default()), expect);
    };
    let named = |trouble: fn(String) -> Trouble, name: &str| [trouble(name.into())];
    check(|it| it.rounds.clear(), &[Trouble::NoRound]);
    let many = [Trouble::Twice("two".into()), Trouble::ManyRounds];
    check(|it| it.rounds.extend(vec![it.rounds[1].clone(); 3]), &many);
    let twice = ["s", "p", "x"].map(|name| named(Trouble::Twice, name));
    check(|it| it.scales[1].key = "s".into(), &twice[0]);
    check(|it| it.prizes[1].key = "p".into(), &twice[1]);
    check(|it| it.fields[1] = "x".into(), &twice[2]);
    check(|it| it.rounds[0].scale = "u".into(), &named(Trouble::UnknownScale, "u"));
    let unknown = named(Trouble::UnknownField, "z");
    check(|it| it.prizes[0].places = Places::ByField([("z".into(), 1)].into()), &unknown);
    check(|it| it.rounds[0].field_scales = [("z".into(), "t".into())].into(), &unknown);
    check(|it| it.rounds.iter_mut().for_each(|it| it.weight = Weight(0)), &[Trouble::Weights]);
    check(|it| it.rounds[0].weight = Weight(1_001), &[Trouble::Weights]);
    check(|it| it.divergence = 101, &[Trouble::Divergence]);
    let trims = named(Trouble::TrimsAll, "one");
    check(|it| it.rounds[0].aggregate = Aggregate::Trimmed { each_end: 1, from: 2 }, &trims);
    check(|it| it.rounds[0].aggregate = Aggregate::Trimmed { each_end: 1, from: 3 }, &[]);
    let bands = named(Trouble::BandsOutOfOrder, "q");
    check(|it| it.prizes[1].minimum = Some(points(8_001)), &bands);
    check(|it| it.prizes[0].minimum = None, &bands);
    check(|it| it.prizes[1].minimum = Some(points(8_000)), &[]);
}

#[test]
fn a_proposal_names_what_there_is() {
    let check = |lowest: &str, round: &str, criterion: &str, expect: &[Trouble]| {
        let criterion = json!({"round": round, "criterion": criterion, "minimum": 0});
        let forward = json!({"lowest": lowest, "most": 1, "last": "in", "criterion": criterion});
        let forward = serde_json::from_value(forward).unwrap();
        assert_eq!(Rules { forward, ..rules() }.troubles(), expect);
    };
    check("q", "two", "a", &[]);
    check("r", "two", "a", &[Trouble::UnknownPrize("r".into())]);
    check("q", "three", "a", &[Trouble::UnknownRound("three".into())]);
    check("q", "two", "c", &[Trouble::UnknownCriterion("c".into())]);
}

#[test]
fn ties_name_what_there_is() {
    let check = |tie: TieBreak, expect: &[Trouble]| {
        assert_eq!(Rules { ties: vec![tie], ..rules() }.troubles(), expect);
    };
    let round = || "three".to_owned();
    let unknown = [Trouble::UnknownRound("three".into())];
    check(TieBreak::Lot, &[]);
    check(TieBreak::Round { round: "two".into() }, &[]);
    check(TieBreak::Round { round: round() }, &unknown);
    check(TieBreak::Chair { round: round() }, &unknown);
    check(TieBreak::FewerLow { round: round(), below: points(0) }, &unknown);
    let criterion = |criterion: &str| criterion.to_owned();
    check(TieBreak::Criterion { round: round(), criterion: criterion("a") }, &unknown);
    check(TieBreak::Criterion { round: "two".into(), criterion: criterion("a") }, &[]);
    check(
        TieBreak::Criterion { round: "two".into(), criterion: criterion("c") },
        &[Trouble::UnknownCriterion("c".into())],
    );
}

#[test]
fn totals_that_cannot_be_ranked_together_are_told() {
    let mut rules = rules();
    rules.scales[1].criteria.pop();
    assert_eq!(rules.troubles(), []);
    rules.rounds[1].field_scales = [("y".into(), "t".into())].into();
    assert_eq!(rules.troubles(), [Trouble::UnequalMaxima("two".into())]);
    rules.rounds[1].field_scales.clear();
    let mut records = records();
    records.entries[1].scale = Some("t".into());
    let unequal = ["one", "two"].map(|round| Trouble::UnequalMaxima(round.into()));
    assert_eq!(troubles(&rules, &records), unequal);
}

#[test]
fn records_that_the_rules_do_not_know_are_told() {
    let check = |alter: fn(&mut Records), expect: &[Trouble]| {
        let mut records = records();
        alter(&mut records);
        assert_eq!(troubles(&rules(), &records), expect);
    };
    let named = |trouble: fn(String) -> Trouble, name: &str| [trouble(name.into())];
    check(|it| it.entries[1].code = "HS01".into(), &named(Trouble::Twice, "HS01"));
    check(|it| it.entries[1].field = "z".into(), &named(Trouble::UnknownField, "z"));
    check(|it| it.entries[1].scale = Some("u".into()), &named(Trouble::UnknownScale, "u"));
    check(|it| it.entries[0].scale = Some("t".into()), &[]);
    check(|it| it.scores[0].dossier = "HS03".into(), &named(Trouble::UnknownDossier, "HS03"));
    check(|it| it.scores[0].round = "three".into(), &named(Trouble::UnknownRound, "three"));
    let twice = [Trouble::SheetTwice { dossier: "HS01".into(), judge: "g1".into() }];
    check(|it| it.scores[1].judge = "g1".into(), &twice);
    let missing = Trouble::Sheet {
        dossier: "HS01".into(),
        judge: "g2".into(),
        objection: Objection::Missing("b".into()),
    };
    check(|it| it.scores[1].points.as_mut().unwrap().retain(|key, _| key != "b"), &[missing]);
    check(|it| it.scores[1].points = None, &[]);
    let more = |it: &mut Records, count: usize| {
        it.scores = (0..count).map(|judge| score(&judge.to_string(), 50)).collect();
    };
    let mut many = records();
    more(&mut many, 100);
    assert_eq!(troubles(&rules(), &many), []);
    more(&mut many, 101);
    assert_eq!(troubles(&rules(), &many), named(Trouble::ManySheets, "HS01"));
}

#[test]
fn second_markings_are_declared_and_followed() {
    let check = |second: &[(&str, bool)], declared: &[(Value, &str)], troubled: bool| {
        let mut records = records();
        for (judge, has_points) in second {
            let mut score = Score { marking: Marking::Second, ..score(judge, 50) };
            score.points = score.points.filter(|_| *has_points);
            records.scores.push(score);
        }
        for (by, counts) in declared {
            let it = json!({"dossier": "HS01", "round": "one", "by": by, "counts": counts});
            records.second_markings.push(serde_json::from_value(it).unwrap());
        }
        let expect = troubled.then(|| Trouble::SecondMarking("HS01".into()));
        assert_eq!(troubles(&rules(), &records), Vec::from_iter(expect));
    };
    let tally = json!({"members": 3, "in_favour": 2, "against": 1});
    let vote = || json!({"vote": {"points": 10_000, "tally": tally}});
    let (panel, further) = (|| json!("panel"), || json!("further-judge"));
    check(&[("g1", true)], &[(panel(), "second")], false);
    check(&[("g9", true)], &[(further(), "both")], false);
    check(&[], &[(vote(), "second")], false);
    check(&[("g1", true)], &[], true);
    check(&[], &[(panel(), "second")], true);
    check(&[("g1", false)], &[(panel(), "second")], true);
    check(&[("g1", false), ("g2", true)], &[(panel(), "first")], false);
    check(&[], &[(vote(), "both")], true);
    check(&[("g1", true)], &[(vote(), "second")], true);
    check(&[("g1", true)], &[(panel(), "second"), (panel(), "second")], true);
}

#[test]
fn votes_are_possible_and_within_the_scale() {
    let check = |points: u32, tally: [u16; 3], expect: &[Trouble]| {
        let [members, in_favour, against] = tally;
        let tally = json!({"members": members, "in_favour": in_favour, "against": against});
        let vote = json!({"vote": {"points": points, "tally": tally}});
        let marking = json!({"dossier": "HS01", "round": "one", "by": vote, "counts": "second"});
        let second_markings = vec![serde_json::from_value(marking).unwrap()];
        assert_eq!(troubles(&rules(), &Records { second_markings, ..records() }), expect);
    };
    check(10_000, [9, 6, 3], &[]);
    check(10_001, [9, 6, 3], &[Trouble::VotedAboveScale("HS01".into())]);
    check(10_000, [9, 6, 4], &[Trouble::Tally("HS01".into())]);
}

#[test]
fn departures_are_of_dossiers_and_prizes_that_there_are() {
    let check = |departures: &[(&str, Option<&str>, u16)], expect: &[Trouble]| {
        let departures = departures.iter().map(|(dossier, prize, in_favour)| {
            let tally = json!({"members": 9, "in_favour": in_favour, "against": 0});
            let it = json!({"dossier": dossier, "prize": prize, "reason": "", "tally": tally});
            serde_json::from_value(it).unwrap()
        });
        let departures = departures.collect();
        assert_eq!(troubles(&rules(), &Records { departures, ..records() }), expect);
    };
    check(&[("HS01", Some("p"), 9), ("HS02", None, 9)], &[]);
    check(&[("HS03", None, 9)], &[Trouble::UnknownDossier("HS03".into())]);
    check(&[("HS01", Some("r"), 9)], &[Trouble::UnknownPrize("r".into())]);
    check(&[("HS01", None, 10)], &[Trouble::Tally("HS01".into())]);
    check(&[("HS01", None, 9), ("HS01", Some("p"), 9)], &[Trouble::Twice("HS01".into())]);
}

#[test]
fn the_fewest_sheets_are_at_least_one() {
    assert_eq!(rules().rounds[0].fewest_sheets, NonZeroU16::MIN);
    let none = serde_json::to_string(&rules())
        .unwrap()
        .replace("\"fewest_sheets\":1", "\"fewest_sheets\":0");
    assert!(serde_json::from_str::<Rules>(&none).is_err());
}
