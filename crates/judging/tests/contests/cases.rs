//! Small contests in which one rule shows at a time.

use judging::ranking::rank;
use serde_json::{Value, json};

use crate::recount;
use crate::small::{listed, records, rules};

#[test]
fn several_sheets_become_one_number() {
    let check = |aggregate: Value, given: &[i64], expect: &str| {
        let rules = rules(|it| it["rounds"][0]["aggregate"] = aggregate.clone());
        let found = listed(&rules, &records(&[("A", "x", given)]));
        assert_eq!(found, [format!("A 1 {expect} p 1000000")]);
    };
    check(json!("mean"), &[80, 81, 81], "24200/3");
    check(json!("median"), &[60, 90, 81], "8100");
    check(json!("median"), &[60, 90, 81, 80], "8050");
    check(json!("median"), &[60], "6000");
    let trimmed = || json!({"trimmed": {"each_end": 1, "from": 5}});
    check(trimmed(), &[0, 80, 81, 82, 100], "8100");
    check(trimmed(), &[0, 80, 81, 82], "6075");
    check(json!({"trimmed": {"each_end": 2, "from": 5}}), &[0, 80, 81, 82, 100], "8100");
}

#[test]
fn equals_at_the_last_place() {
    let check = |at_limit: &str, expect: &[&str]| {
        let rules = rules(|it| it["at_limit"] = json!(at_limit));
        let (three, low): (&[i64], &[i64]) = (&[80], &[70]);
        let records =
            records(&[("A", "x", three), ("B", "y", three), ("C", "x", three), ("D", "x", low)]);
        assert_eq!(listed(&rules, &records), expect, "{at_limit}");
    };
    let shared =
        ["A 1 8000 p 333334", "B 1 8000 p 333333", "C 1 8000 p 333333", "D 4 7000 q 500001"];
    check("share", &shared);
    check(
        "exceed",
        &["A 1 8000 p 1000000", "B 1 8000 p 1000000", "C 1 8000 p 1000000", "D 4 7000 q 500001"],
    );
    check("pass", &["A 1 8000 - 0", "B 1 8000 - 0", "C 1 8000 - 0", "D 4 7000 - 0"]);
}

#[test]
fn one_point_more_can_cost_a_prize_where_equals_pass() {
    let rules = rules(|it| it["at_limit"] = json!("pass"));
    assert!(!rules.is_monotone());
    let prizes =
        |second: &[i64]| listed(&rules, &records(&[("A", "x", &[90]), ("B", "x", second)]));
    assert_eq!(prizes(&[89]), ["A 1 9000 p 1000000", "B 2 8900 q 500001"]);
    assert_eq!(prizes(&[90]), ["A 1 9000 - 0", "B 1 9000 - 0"]);
}

#[test]
fn one_point_more_can_cost_the_next_round_where_equals_are_out() {
    let advance = json!({"minimum": null, "places": {"total": 2}, "last": "out"});
    let check = |last: &str, third: i64, expect: usize| {
        let rules = rules(|it| {
            it["rounds"][0]["advance"] = advance.clone();
            it["rounds"][0]["advance"]["last"] = json!(last);
        });
        assert_eq!(rules.is_monotone(), last == "in");
        let records = records(&[("A", "x", &[90]), ("B", "x", &[80]), ("C", "x", &[third])]);
        let ranking = rank(&rules, &records).unwrap();
        assert_eq!(ranking.outcomes.iter().filter(|it| it.place.is_ok()).count(), expect);
    };
    check("out", 79, 2);
    check("out", 80, 1);
    check("in", 79, 2);
    check("in", 80, 3);
}

#[test]
fn ties_are_parted_one_after_the_other() {
    let check = |ties: Value, lot: Option<&str>, expect: [(&str, usize); 3]| {
        let rules = rules(|it| it["ties"] = ties.clone());
        let mut records =
            records(&[("A", "x", &[70, 90]), ("B", "x", &[80, 80]), ("C", "x", &[90, 70])]);
        records.lot = lot.map(str::to_owned);
        let ranking = rank(&rules, &records).unwrap();
        let ranks = ranking.outcomes.iter().map(|it| (it.code, it.place.unwrap().rank));
        assert_eq!(ranks.collect::<Vec<_>>(), expect, "{ties}");
    };
    let low = json!({"by": "fewer-low", "round": "r", "below": 8_000});
    let chair = json!({"by": "chair", "round": "r"});
    let mean = json!({"by": "criterion", "round": "r", "criterion": "c"});
    let lot = json!({"by": "lot"});
    check(json!([]), None, [("A", 1), ("B", 1), ("C", 1)]);
    check(json!([mean]), None, [("A", 1), ("B", 1), ("C", 1)]);
    check(json!([chair]), None, [("C", 1), ("B", 2), ("A", 3)]);
    check(json!([low]), None, [("B", 1), ("A", 2), ("C", 2)]);
    check(json!([low, chair]), None, [("B", 1), ("C", 2), ("A", 3)]);
    check(json!([mean, lot, low]), None, [("B", 1), ("A", 2), ("C", 2)]);
    // printf '20/11/2025\nA' | sha256sum, and so on.
    check(json!([lot]), Some("20/11/2025"), LOT);
}

/// The digests begin with 53, 98, f8.
const LOT: [(&str, usize); 3] = [("C", 1), ("B", 2), ("A", 3)];

#[test]
fn places_move_as_declared() {
    let own = |x: u32, y: u32| json!({"by-field": {"x": x, "y": y}});
    let check = |unused: &str, expect: &str| {
        let rules = rules(|it| {
            it["unused"] = json!(unused);
            it["prizes"][0]["places"] = own(1, 2);
            it["prizes"][1]["places"] = own(1, 1);
        });
        let given: [(&str, &str, &[i64]); 6] = [
            ("A", "x", &[90]),
            ("B", "x", &[85]),
            ("C", "x", &[80]),
            ("D", "x", &[75]),
            ("E", "x", &[70]),
            ("F", "y", &[10]),
        ];
        let list = rank(&rules, &records(&given)).unwrap().list();
        let prizes = list.iter().map(|it| it.prize.as_deref().unwrap_or("-"));
        assert_eq!(prizes.collect::<Vec<_>>().join(" "), expect, "{unused}");
    };
    check("empty", "p q - - - p");
    check("other-fields", "p p q q - p");
    check("next-prize", "p q - - - p");
    check("other-fields-then-next-prize", "p p q q - p");
}

#[test]
fn places_of_a_prize_that_nobody_reaches_come_down() {
    let check = |unused: &str, expect: &str| {
        let rules = rules(|it| {
            it["unused"] = json!(unused);
            it["prizes"][0]["minimum"] = json!(9_500);
            it["prizes"][0]["places"] = json!({"total": 2});
        });
        let given: [(&str, &str, &[i64]); 4] =
            [("A", "x", &[90]), ("B", "x", &[85]), ("C", "y", &[80]), ("D", "y", &[75])];
        let list = rank(&rules, &records(&given)).unwrap().list();
        let prizes = list.iter().map(|it| it.prize.as_deref().unwrap_or("-"));
        assert_eq!(prizes.collect::<Vec<_>>().join(" "), expect, "{unused}");
    };
    check("empty", "q - - -");
    check("other-fields", "q - - -");
    check("next-prize", "q q q -");
    check("other-fields-then-next-prize", "q q q -");
}

#[test]
fn the_greatest_numbers_that_are_sound_are_counted() {
    let rules = rules(|it| {
        let criterion = &mut it["scales"][0]["criteria"][0];
        (criterion["maximum"], criterion["weight"]) = (json!(99_999), json!(999));
        let rounds = (0..4_u32).map(|at| {
            let mut round = it["rounds"][0].clone();
            (round["key"], round["weight"]) = (json!(format!("r{at}")), json!(997 + at));
            round
        });
        it["rounds"] = rounds.collect();
        let rounding = json!({"step": 1, "direction": "down"});
        it["vote"] = json!({"points": 1_000_000, "rounding": rounding});
    });
    let mut records = records(&[("A", "x", &[]), ("B", "x", &[])]);
    records.entries[0].votes = u32::MAX;
    records.entries[1].votes = u32::MAX - 1;
    for (at, sheets) in [100, 99, 97, 91].into_iter().enumerate() {
        for judge in 0..sheets {
            for (dossier, less) in [("A", 1), ("B", 0)] {
                let points = json!({"c": 99_999 - (judge * 7_919 + less) % 50_000});
                let it = json!({"dossier": dossier, "judge": judge.to_string(), "marking": "first",
                    "round": format!("r{at}"), "points": points});
                records.scores.push(serde_json::from_value(it).unwrap());
            }
        }
    }
    let ranking = rank(&rules, &records).unwrap();
    let places: Vec<_> = ranking.outcomes.iter().map(|it| (it.code, it.place.unwrap())).collect();
    assert_eq!(
        places.iter().map(|(code, it)| (*code, it.rank)).collect::<Vec<_>>(),
        [("B", 1), ("A", 2)]
    );
    recount::agrees(&ranking);
}

#[test]
fn votes_of_the_public_are_a_proportion() {
    let rules = rules(|it| {
        let rounding = json!({"step": 10, "direction": "half-up"});
        it["vote"] = json!({"points": 2_000, "rounding": rounding});
    });
    let check = |votes: [u32; 3], expect: [&str; 3]| {
        let mut records = records(&[("A", "x", &[50]), ("B", "x", &[40]), ("C", "x", &[30])]);
        records.entries.iter_mut().zip(votes).for_each(|(entry, votes)| entry.votes = votes);
        let list = rank(&rules, &records).unwrap().list();
        let totals = list.iter().map(|it| format!("{} {}", it.code, it.total.unwrap()));
        assert_eq!(totals.collect::<Vec<_>>(), expect);
    };
    check([0, 0, 0], ["A 5000", "B 4000", "C 3000"]);
    // 20 · 200 / 601 = 6.6555… and 20 · 401 / 601 = 13.3444…
    check([200, 601, 401], ["B 6000", "A 5670", "C 4330"]);
}
