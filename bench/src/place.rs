//! `place`: look-ups in the gazetteer on one core, beside a plain scan of all names.

use std::hint::black_box;

use gazetteer::Gazetteer;
use kernel::text;
use kernel::time::Stopwatch;
use serde_json::{Value, json};

/// A way to write a name: what it is called, and what it makes of the name.
type Way = (&'static str, fn(&str) -> String);

/// How people and scanners write a name.
const WAYS: [Way; 5] = [
    ("exact", str::to_owned),
    ("without_marks", text::fold),
    ("capitals", str::to_uppercase),
    ("scanned", scanned),
    ("one_letter_lost", one_letter_lost),
];

/// What OCR without Vietnamese makes of some letters.
fn scanned(name: &str) -> String {
    let blurred = |letter: char| match letter {
        'ạ' | 'ậ' | 'ặ' => 'a',
        'ố' | 'ồ' | 'ớ' => 'é',
        'ư' | 'ừ' => 'u',
        'l' => '1',
        other => other,
    };
    name.chars().map(blurred).collect()
}

fn one_letter_lost(name: &str) -> String {
    let middle = name.chars().count() / 2;
    name.chars().enumerate().filter(|(at, _)| *at != middle).map(|(_, letter)| letter).collect()
}

/// Loads the gazetteer, then asks in every way for as many seconds as wanted.
pub fn measure(seconds: u64) -> Value {
    let before = resident_kb();
    let loading = Stopwatch::start();
    let gazetteer = Gazetteer::shared();
    let load_ms = loading.micros() as f64 / 1000.0;
    let memory_mb = (resident_kb() - before) as f64 / 1024.0;
    let names: Vec<String> =
        gazetteer.places().iter().step_by(7).map(gazetteer::Place::full_name).collect();
    let mut figures = json!({
        "bench": "place",
        "places": gazetteer.places().len(),
        "load_ms": load_ms,
        "memory_mb": memory_mb,
    });
    let mut mixed = Vec::new();
    for (way, write) in WAYS {
        let asked: Vec<String> = names.iter().map(|name| write(name)).collect();
        let (rate, right) = rate(&asked, &names, seconds, |text| {
            gazetteer.look_up(text).first().map(|hit| hit.place.full_name())
        });
        figures[format!("{way}_per_s")] = json!(rate.round());
        figures[format!("{way}_first_is_right")] = json!(right);
        mixed.extend(asked.into_iter().step_by(WAYS.len()));
    }
    let (mix, _) = rate(&mixed, &mixed, seconds, |text| {
        gazetteer.look_up(text).first().map(|hit| hit.place.full_name())
    });
    let (scan, _) = rate(&mixed, &mixed, seconds, plain_scan);
    figures["mixed_per_s"] = json!(mix.round());
    figures["plain_scan_per_s"] = json!(scan.round());
    figures["mixed_to_plain_scan"] = json!(mix / scan);
    figures
}

/// Look-ups in a second, and the share whose first answer was the name that was meant.
fn rate(
    asked: &[String],
    meant: &[String],
    seconds: u64,
    look_up: impl Fn(&str) -> Option<String>,
) -> (f64, f64) {
    let right = asked
        .iter()
        .zip(meant)
        .take(400)
        .filter(|(text, name)| look_up(text).as_ref() == Some(name));
    let right = right.count() as f64 / asked.len().min(400) as f64;
    let (begun, mut done) = (Stopwatch::start(), 0_u64);
    for text in asked.iter().cycle() {
        black_box(look_up(black_box(text)));
        done += 1;
        if done % 16 == 0 && begun.micros() > seconds * 1_000_000 {
            break;
        }
    }
    (done as f64 / (begun.micros() as f64 / 1e6), right)
}

/// The plain method: fold the text and compare it with every folded name.
fn plain_scan(text: &str) -> Option<String> {
    let wanted = text::fold(text);
    let places = Gazetteer::shared().places();
    places.iter().map(gazetteer::Place::full_name).find(|name| text::fold(name) == wanted)
}

fn resident_kb() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
