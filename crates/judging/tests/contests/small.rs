//! Contests of one round, one criterion and two prizes.

use judging::bundle::Line;
use judging::ranking::rank;
use judging::records::Records;
use judging::rules::Rules;
use serde_json::{Value, json};

/// One round, one criterion of a hundred points, two fields, two prizes of 1,000,000 and 500,001 đồng.
pub fn rules(alter: impl Fn(&mut Value)) -> Rules {
    let criterion = json!({"key": "c", "name": "C", "maximum": 10_000, "step": 1});
    let prize = |key: &str, class: &str, money: u32| {
        let total = json!({"total": 1});
        json!({"key": key, "name": key, "class": class, "money": money, "minimum": null, "places": total})
    };
    let mut rules = json!({
        "fields": ["x", "y"],
        "scales": [{"key": "s", "name": "S", "criteria": [criterion]}],
        "rounds": [{"key": "r", "name": "R", "scale": "s", "field_scales": {}, "aggregate": "mean",
            "rounding": null, "weight": 100, "fewest_sheets": 1, "advance": null}],
        "rounding": null, "vote": null, "forward": null, "ties": [],
        "prizes": [prize("p", "first", 1_000_000), prize("q", "second", 500_001)],
        "unused": "empty", "at_limit": "share",
        "departures": {"majority": "two-thirds", "beyond": []}, "divergence": 20});
    alter(&mut rules);
    serde_json::from_value(rules).unwrap()
}

/// Dossiers with their field and what each judge gave, in points.
pub fn records(dossiers: &[(&str, &str, &[i64])]) -> Records {
    let mut entries = Vec::new();
    let mut scores = Vec::new();
    for (code, field, given) in dossiers {
        entries.push(json!({"code": code, "field": field, "standing": "judged", "scale": null,
            "votes": 0}));
        for (judge, points) in given.iter().enumerate() {
            scores.push(json!({"dossier": code, "judge": format!("g{judge}"), "round": "r",
                "marking": "first", "points": {"c": 100 * points}}));
        }
    }
    let records = json!({"entries": entries, "scores": scores, "second_markings": [],
        "departures": [], "chairs": ["g0"], "lot": null});
    serde_json::from_value(records).unwrap()
}

/// Code, rank, total, prize and money of each line.
pub fn listed(rules: &Rules, records: &Records) -> Vec<String> {
    let list = rank(rules, records).unwrap().list();
    let line = |it: &Line| {
        let (rank, total) =
            (it.rank.unwrap_or(0), it.total.map_or(String::new(), |it| it.to_string()));
        format!("{} {rank} {total} {} {}", it.code, it.prize.as_deref().unwrap_or("-"), it.money)
    };
    list.iter().map(line).collect()
}
