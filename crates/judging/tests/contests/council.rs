//! What people decide beside the numbers: departures, second markings, what hangs on one judge.

use judging::bundle::Bundle;
use judging::divergence::divergences;
use judging::missing::without_each_judge;
use judging::ranking::{Effect, Step, rank};
use judging::records::Records;
use serde_json::{Value, json};

use crate::small::{listed, records, rules};

/// Departures of dossiers A to D, which have 90, 80, 70 and 60 points, so p, q and nothing.
fn departed(
    beyond: Value,
    departures: &[(&str, Option<&str>, &str, u16)],
) -> (String, Vec<Effect>) {
    let rules = rules(|it| {
        it["departures"]["beyond"] = beyond.clone();
        it["prizes"][0]["minimum"] = json!(6_600);
        it["prizes"][1]["minimum"] = json!(6_500);
    });
    let mut records =
        records(&[("A", "x", &[90]), ("B", "x", &[80]), ("C", "y", &[70]), ("D", "y", &[60])]);
    for (dossier, prize, reason, in_favour) in departures {
        let tally = json!({"members": 9, "in_favour": in_favour, "against": 0});
        let it = json!({"dossier": dossier, "prize": prize, "reason": reason, "tally": tally});
        records.departures.push(serde_json::from_value(it).unwrap());
    }
    let ranking = rank(&rules, &records).unwrap();
    let by_rules = ranking.outcomes.iter().map(|it| it.by_rules.map_or("-", |it| &it.prize.key));
    assert_eq!(by_rules.collect::<Vec<_>>(), ["p", "q", "-", "-"]);
    let steps = ranking.outcomes.iter().flat_map(|it| &it.steps);
    let effects = steps.filter_map(|step| match step {
        Step::Departure { effect, .. } => Some(*effect),
        _ => None,
    });
    let prizes = ranking.list().into_iter().map(|it| it.prize.unwrap_or("-".to_owned()));
    (prizes.collect::<Vec<_>>().join(" "), effects.collect())
}

#[test]
fn the_council_may_depart_within_the_rules() {
    let check = |beyond: Value,
                 departures: &[(&str, Option<&str>, &str, u16)],
                 expect: (&str, &[Effect])| {
        let (prizes, effects) = departed(beyond, departures);
        assert_eq!((prizes.as_str(), &effects[..]), expect);
    };
    let none = || json!([]);
    check(none(), &[("B", None, "chưa áp dụng", 6)], ("p - - -", &[Effect::Taken]));
    check(none(), &[("B", None, "chưa áp dụng", 5)], ("p q - -", &[Effect::NoMajority]));
    check(none(), &[("B", None, " ", 9)], ("p q - -", &[Effect::NoReason]));
    check(none(), &[("C", Some("q"), "lan tỏa", 9)], ("p q - -", &[Effect::BeyondPlaces]));
    check(json!(["places"]), &[("C", Some("q"), "lan tỏa", 9)], ("p q q -", &[Effect::Taken]));
    let swap = [("B", None, "hẹp", 9), ("C", Some("q"), "lan tỏa", 9)];
    check(none(), &swap, ("p - q -", &[Effect::Taken; 2]));
    let swap = [("A", Some("q"), "hẹp", 9), ("B", Some("p"), "lan tỏa", 9)];
    check(none(), &swap, ("q p - -", &[Effect::Taken; 2]));
    let low = [("B", None, "hẹp", 9), ("D", Some("q"), "lan tỏa", 9)];
    check(none(), &low, ("p - - -", &[Effect::Taken, Effect::BeyondBand]));
    check(json!(["band"]), &low, ("p - - q", &[Effect::Taken; 2]));
    check(none(), &[("D", Some("p"), "lan tỏa", 9)], ("p q - -", &[Effect::BeyondBand]));
}

#[test]
fn judges_far_apart_are_found() {
    let rules = rules(|_| ());
    let check = |given: &[i64], expect: Option<(&str, &str, &str)>| {
        let records = records(&[("A", "x", &[50, 50]), ("B", "x", given)]);
        let found = divergences(&rules, &records).unwrap();
        let found = found.iter().map(|it| {
            assert_eq!((it.dossier, it.limit.to_string().as_str()), ("B", "2000"));
            (it.lowest.0.to_owned(), it.highest.0.to_owned(), it.spread.to_string())
        });
        let expect = expect.map(|(low, high, by)| (low.to_owned(), high.to_owned(), by.to_owned()));
        assert_eq!(found.collect::<Vec<_>>(), Vec::from_iter(expect), "{given:?}");
    };
    check(&[], None);
    check(&[90], None);
    check(&[70, 90], None);
    check(&[90, 69, 80], Some(("g1", "g0", "2100")));
    check(&[90, 60, 90, 60], Some(("g1", "g0", "3000")));
}

#[test]
fn a_second_marking_settles_a_divergence() {
    let rules = rules(|it| it["rounds"][0]["fewest_sheets"] = json!(2));
    let tally = json!({"members": 3, "in_favour": 2, "against": 1});
    let vote = json!({"vote": {"points": 7_700, "tally": tally}});
    let check = |by: &Value, second: &[(&str, i64)], counts: &str, expect: &str| {
        let mut records = records(&[("A", "x", &[90, 60])]);
        for (judge, points) in second {
            let it = json!({"dossier": "A", "judge": judge, "round": "r", "marking": "second",
                "points": {"c": 100 * points}});
            records.scores.push(serde_json::from_value(it).unwrap());
        }
        assert!(
            divergences(
                &rules,
                &Records { scores: records.scores[..2].to_vec(), ..records.clone() }
            )
            .unwrap()[0]
                .settled
                .is_none()
        );
        let it = json!({"dossier": "A", "round": "r", "by": by, "counts": counts});
        records.second_markings.push(serde_json::from_value(it).unwrap());
        let found = divergences(&rules, &records).unwrap();
        assert_eq!(found[0].settled, records.second_markings.first());
        assert_eq!(listed(&rules, &records), [format!("A 1 {expect} p 1000000")], "{by} {counts}");
    };
    let (panel, further) = (json!("panel"), json!("further-judge"));
    check(&panel, &[("g0", 80), ("g1", 78)], "second", "7900");
    check(&panel, &[("g0", 80), ("g1", 78)], "first", "7500");
    check(&panel, &[("g0", 80), ("g1", 78)], "both", "7700");
    check(&further, &[("g9", 84)], "both", "7800");
    check(&further, &[("g9", 84)], "second", "8400");
    check(&vote, &[], "second", "7700");
    check(&vote, &[], "first", "7500");
}

#[test]
fn it_is_told_what_hangs_on_one_judge() {
    let rules = rules(|it| it["rounds"][0]["fewest_sheets"] = json!(3));
    let records = records(&[
        ("A", "x", &[90, 60, 60]),
        ("B", "x", &[60, 70, 70]),
        ("C", "x", &[10, 20, 30]),
        ("D", "x", &[5, 5, 5]),
    ]);
    let table = without_each_judge(&rules, &records).unwrap();
    let changes = table.iter().map(|it| {
        let changes = it.changes.iter().map(|it| (it.dossier, it.rank, it.prize));
        (it.judge, changes.collect::<Vec<_>>())
    });
    let rank = |before: usize, after: usize| (Some(before), Some(after));
    let expect = vec![
        (
            "g0",
            vec![
                ("A", rank(1, 2), (Some("p"), Some("q"))),
                ("B", rank(2, 1), (Some("q"), Some("p"))),
            ],
        ),
        ("g1", vec![]),
        ("g2", vec![]),
    ];
    assert_eq!(changes.collect::<Vec<_>>(), expect);
}

#[test]
fn an_altered_list_is_told_apart() {
    let bundle =
        Bundle::new(rules(|_| ()), records(&[("A", "x", &[90]), ("B", "y", &[80])])).unwrap();
    assert_eq!(bundle.recompute().unwrap().differences, []);
    let mut altered = bundle.clone();
    altered.list[1].prize = Some("p".to_owned());
    assert_eq!(altered.recompute().unwrap().differences.len(), 1);
    let mut unsound = bundle;
    unsound.records.entries[0].field = "z".to_owned();
    assert!(unsound.recompute().is_err());
}
