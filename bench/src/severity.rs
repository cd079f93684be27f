//! `severity`: the study of how severe judges are, on judgings whose truth is known, beside the plain mean and the marks
//! brought to one scale for each judge.

use std::collections::BTreeMap;

use judging::design::{DossierNumber, JudgeNumber};
use judging::severity::simulation::{Kind, Simulated, agreement, simulate};
use judging::severity::{Mark, study};
use kernel::time::Stopwatch;
use serde_json::{Map, Value, json};

/// Dossiers that get a prize.
const LINE: usize = 10;

/// What is summed up of one kind of judging.
#[derive(Default)]
struct Sums {
    mean: f64,
    scaled: f64,
    study: f64,
    better: u64,
    worse: u64,
    /// Judgings of which the study said that they do not hang together.
    refused: u64,
    /// Judges whose true severity is within their interval, and all.
    covered: (u64, u64),
}

/// Studies `seeds` judgings of each kind; rank agreement with the truth, by kind.
pub fn measure(seeds: u64) -> Value {
    let begun = Stopwatch::start();
    let mut figures = Map::new();
    figures.insert("bench".into(), json!("severity"));
    figures.insert("seeds".into(), json!(seeds));
    for kind in Kind::ALL {
        let mut sums = Sums::default();
        (0..seeds).for_each(|seed| add(&mut sums, &simulate(kind, seed)));
        put(&mut figures, kind.name(), &sums, seeds);
    }
    figures.insert("seconds".into(), json!(begun.micros() as f64 / 1e6));
    Value::Object(figures)
}

fn add(sums: &mut Sums, judged: &Simulated) {
    let mean = agreement(&judged.worth, &means(&judged.marks, |mark| f64::from(mark.points)));
    sums.mean += mean;
    sums.scaled += agreement(&judged.worth, &scaled(&judged.marks));
    let Ok(found) = study(&judged.marks, LINE) else {
        sums.refused += 1;
        return;
    };
    let adjusted = found.dossiers.iter().map(|it| (it.dossier, it.adjusted.value)).collect();
    let studied = agreement(&judged.worth, &adjusted);
    sums.study += studied;
    sums.better += u64::from(studied > mean + 1e-9);
    sums.worse += u64::from(studied < mean - 1e-9);
    let middle = judged.severity.values().sum::<f64>() / judged.severity.len() as f64;
    for judge in &found.judges {
        let truth = judged.severity[&judge.judge] - middle;
        sums.covered.0 += u64::from(judge.severity.low <= truth && truth <= judge.severity.high);
        sums.covered.1 += 1;
    }
}

fn put(figures: &mut Map<String, Value>, name: &str, sums: &Sums, seeds: u64) {
    let all = seeds as f64;
    let mut figure = |what: &str, value: Value| {
        figures.insert(format!("{name}_{what}"), value);
    };
    figure("mean", json!(sums.mean / all));
    figure("scaled", json!(sums.scaled / all));
    figure("refused", json!(sums.refused));
    let studied = seeds - sums.refused;
    if studied > 0 {
        figure("study", json!(sums.study / studied as f64));
        figure("better", json!(sums.better));
        figure("worse", json!(sums.worse));
        figure("covered", json!(sums.covered.0 as f64 / sums.covered.1.max(1) as f64));
    }
}

/// The mean of each dossier, of what each mark counts.
fn means(marks: &[Mark], counts: impl Fn(&Mark) -> f64) -> BTreeMap<DossierNumber, f64> {
    let mut sums: BTreeMap<DossierNumber, (f64, f64)> = BTreeMap::new();
    for mark in marks {
        let sum = sums.entry(mark.pair.dossier).or_default();
        *sum = (sum.0 + counts(mark), sum.1 + 1.0);
    }
    sums.into_iter().map(|(dossier, (sum, count))| (dossier, sum / count)).collect()
}

/// The same with the marks of each judge about their own mean, in their own width.
fn scaled(marks: &[Mark]) -> BTreeMap<DossierNumber, f64> {
    let mut sums: BTreeMap<JudgeNumber, [f64; 3]> = BTreeMap::new();
    for mark in marks {
        let points = f64::from(mark.points);
        let sum = sums.entry(mark.pair.judge).or_default();
        *sum = [sum[0] + points, sum[1] + points * points, sum[2] + 1.0];
    }
    means(marks, |mark| {
        let [sum, squares, count] = sums[&mark.pair.judge];
        let mean = sum / count;
        let width = (squares / count - mean * mean).max(1.0).sqrt();
        (f64::from(mark.points) - mean) / width
    })
}
