//! `ranking`: many dossiers ranked with their explanations on one core, beside a copy of their records.

use std::hint::black_box;

use judging::ranking::{Ranking, rank};
use judging::records::{Entry, Marking, Records, Score};
use judging::rules::Rules;
use kernel::Fault;
use kernel::time::Stopwatch;
use serde_json::{Value, json};

const FIELDS: [&str; 6] = ["CNTT", "Cơ khí", "Giáo dục", "Nông lâm", "Vật liệu", "Y dược"];
const CRITERIA: u64 = 5;

/// Ranks `dossiers` with `judges` sheets of five criteria each, as often as wanted, and takes the best time.
///
/// # Errors
/// The rules or records were made wrongly.
pub fn measure(dossiers: u64, judges: u64, rounds: u32) -> Result<Value, Fault> {
    let rules: Rules = serde_json::from_value(rules())?;
    let records = records(dossiers, judges);
    let mut millis = Vec::new();
    let mut steps = 0;
    for _ in 0..rounds.max(1) {
        let begun = Stopwatch::start();
        let ranking = black_box(rank(black_box(&rules), black_box(&records)));
        millis.push(begun.micros() as f64 / 1000.0);
        let ranking = ranking.map_err(|troubles| Fault::new(format!("{troubles:?}")))?;
        steps = told(&ranking);
    }
    let copying = Stopwatch::start();
    black_box(records.clone());
    let copy_ms = copying.micros() as f64 / 1000.0;
    millis.sort_by(f64::total_cmp);
    Ok(json!({
        "bench": "ranking",
        "dossiers": dossiers,
        "sheets": dossiers * judges,
        "steps": steps,
        "best_ms": millis[0],
        "median_ms": millis[millis.len() / 2],
        "copy_of_records_ms": copy_ms,
        "best_to_copy": millis[0] / copy_ms,
    }))
}

fn told(ranking: &Ranking<'_>) -> usize {
    ranking.outcomes.iter().map(|outcome| outcome.steps.len()).sum()
}

fn rules() -> Value {
    let criteria: Vec<Value> = (0..CRITERIA)
        .map(|at| json!({"key": format!("c{at}"), "name": "", "maximum": 2_000, "step": 50}))
        .collect();
    let prize = |(key, class, minimum, each): (&str, &str, u32, u32)| {
        let places: Value = FIELDS.iter().map(|field| ((*field).to_owned(), json!(each))).collect();
        json!({"key": key, "name": "", "class": class, "money": 1_000_000, "minimum": minimum,
            "places": {"by-field": places}})
    };
    let prizes = [
        ("p0", "first", 8_500, 3),
        ("p1", "second", 7_500, 6),
        ("p2", "third", 6_500, 12),
        ("p3", "consolation", 5_500, 30),
    ];
    json!({
        "fields": FIELDS,
        "scales": [{"key": "s", "name": "", "criteria": criteria}],
        "rounds": [{"key": "r", "name": "", "scale": "s", "field_scales": {},
            "aggregate": {"trimmed": {"each_end": 1, "from": 5}},
            "rounding": {"step": 10, "direction": "half-up"}, "weight": 100,
            "fewest_sheets": 3, "advance": null}],
        "rounding": null, "vote": null, "forward": null,
        "ties": [{"by": "criterion", "round": "r", "criterion": "c0"},
            {"by": "fewer-low", "round": "r", "below": 5_000}, {"by": "lot"}],
        "prizes": prizes.map(prize),
        "unused": "other-fields", "at_limit": "share",
        "departures": {"majority": "two-thirds", "beyond": []}, "divergence": 20,
    })
}

/// Marks that are the same in every run, most of them in the middle of the scale.
fn records(dossiers: u64, judges: u64) -> Records {
    let mut records = Records { lot: Some("2026".to_owned()), ..Records::default() };
    for dossier in 0..dossiers {
        let code = format!("HS{dossier:05}");
        let field = FIELDS[(dossier % 6) as usize];
        records.entries.push(Entry::judged(&code, field));
        for judge in 0..judges {
            let points = (0..CRITERIA).filter_map(|at| {
                let mixed = mixed(dossier * 1_000_003 + judge * 1_009 + at);
                let given = 50 * (10 + mixed % 16 + mixed / 16 % 16);
                Some((format!("c{at}"), (given as i64).min(2_000).try_into().ok()?))
            });
            records.scores.push(Score {
                dossier: code.clone(),
                judge: format!("g{:03}", (dossier % 60) * judges + judge),
                round: "r".to_owned(),
                marking: Marking::First,
                points: Some(points.collect()),
            });
        }
    }
    records
}

/// SplitMix64.
fn mixed(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
