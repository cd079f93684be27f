//! `novelty`: an index of made-up solutions, asked with planted copies.

mod copies;
mod corpus;
mod plain;

use ::novelty::{Fingerprint, Index, Part, SolutionId};
use copies::Kind;
use corpus::Corpus;
use kernel::Fault;
use kernel::time::Stopwatch;
use plain::{Bm25, MinHash};
use serde_json::{Map, Value, json};

use crate::http::quantile;

/// Solutions that are asked for.
const NEAREST: usize = 20;
/// Where numbers of solutions begin that are added later.
const LATER: u64 = 1 << 41;

/// What is measured.
pub struct Plan {
    /// Earlier solutions.
    pub solutions: u64,
    /// Copies of each kind.
    pub copies: u64,
    /// Whether the plain ways are measured too.
    pub plain: bool,
}

/// Makes the solutions, plants the copies, and asks.
pub fn measure(plan: &Plan) -> Result<Value, Fault> {
    let corpus = Corpus::new();
    let (mut index, build) = build(&corpus, plan.solutions)?;
    let mut told = Map::new();
    told.insert("bench".into(), json!("novelty"));
    told.insert("solutions".into(), json!(plan.solutions));
    told.insert("build_s".into(), json!(build));
    told.insert("index_mb".into(), json!(index.bytes() / 1_000_000));
    told.insert("memory_mb".into(), json!(resident_mb()?));
    ask(&corpus, &index, plan, &mut told);
    told.insert("add_visible_ms".into(), json!(added(&corpus, &mut index)?));
    drop(index);
    if plan.plain {
        bm25(&corpus, plan, &mut told);
        minhash(&corpus, plan, &mut told);
    }
    Ok(Value::Object(told))
}

/// The index, and how long both cores took for it; making the texts does not count.
fn build(corpus: &Corpus, solutions: u64) -> Result<(Index, f64), Fault> {
    let most = Part::MOST as u64;
    let starts: Vec<u64> = (0..solutions).step_by(Part::MOST).collect();
    let part = |start: u64| {
        let numbers = start..(start + most).min(solutions);
        let texts: Vec<(u64, (String, String))> =
            numbers.map(|number| (number, text_of(corpus, number))).collect();
        let begun = Stopwatch::start();
        let print = |(number, (title, text)): &(u64, (String, String))| {
            (SolutionId(u128::from(*number)), Fingerprint::of(title, text))
        };
        let prints: Vec<_> = texts.iter().map(print).collect();
        (Part::of(&prints), begun.micros())
    };
    let halves: Vec<Vec<(Part, u64)>> = std::thread::scope(|scope| {
        let half = |first: usize| {
            let starts = starts.iter().skip(first).step_by(2).copied();
            let starts: Vec<u64> = starts.collect();
            scope.spawn(move || starts.into_iter().map(part).collect::<Vec<_>>())
        };
        let threads = [half(0), half(1)];
        threads
            .map(|thread| thread.join().map_err(|_| Fault::new("a thread failed")))
            .into_iter()
            .collect::<Result<_, _>>()
    })?;
    let slower = halves.iter().map(|half| half.iter().map(|(_, micros)| micros).sum::<u64>()).max();
    let parts = halves.into_iter().flatten().map(|(part, _)| part).collect();
    Ok((Index::of_parts(parts), slower.unwrap_or(0) as f64 / 1e6))
}

fn text_of(corpus: &Corpus, number: u64) -> (String, String) {
    let solution = corpus.solution(number);
    let text = corpus.text(&solution.sentences);
    (solution.title, text)
}

/// The copy of a kind with a seed, and which solution it was made of.
fn planted(corpus: &Corpus, kind: Kind, seed: u64, solutions: u64) -> (u64, String, String) {
    let of = seed.wrapping_mul(7919).wrapping_add(13) % solutions;
    let (title, text) = copies::copy(corpus, kind, of, seed);
    (of, title, text)
}

fn ask(corpus: &Corpus, index: &Index, plan: &Plan, told: &mut Map<String, Value>) {
    let (mut times, mut looked) = (Vec::new(), Vec::new());
    let (mut right, mut wrong) = (0, 0);
    for kind in Kind::ALL {
        let mut found = 0;
        for seed in 0..plan.copies {
            let (of, title, text) = planted(corpus, kind, seed, plan.solutions);
            let begun = Stopwatch::start();
            let nearest = index.nearest(&Fingerprint::of(&title, &text), NEAREST);
            times.push(begun.micros());
            let begun = Stopwatch::start();
            let repeated = nearest
                .iter()
                .map(|near| near.id.0 as u64)
                .filter(|number| index.compare(&text, &text_of(corpus, *number).1).is_repeated());
            let repeated: Vec<u64> = repeated.collect();
            looked.push(begun.micros());
            let is_right = kind != Kind::Own && repeated.contains(&of);
            found += u64::from(is_right);
            wrong += repeated.len() - usize::from(is_right);
        }
        right += found;
        let name =
            format!("{}_{}", kind.name(), if kind == Kind::Own { "accused" } else { "recall" });
        told.insert(name, json!(found as f64 / plan.copies as f64));
    }
    times.sort_unstable();
    looked.sort_unstable();
    told.insert("precision".into(), json!(right as f64 / (right as f64 + wrong as f64)));
    told.insert("query_p50_ms".into(), json!(quantile(&times, 50)));
    told.insert("query_p95_ms".into(), json!(quantile(&times, 95)));
    told.insert("side_by_side_p95_ms".into(), json!(quantile(&looked, 95)));
}

/// Milliseconds from a new solution to an answer that has it.
fn added(corpus: &Corpus, index: &mut Index) -> Result<f64, Fault> {
    let (title, text) = text_of(corpus, LATER);
    let begun = Stopwatch::start();
    let print = Fingerprint::of(&title, &text);
    index.add(SolutionId(u128::from(LATER)), &print);
    let first = index.nearest(&print, 1).first().map(|found| found.id);
    match first == Some(SolutionId(u128::from(LATER))) {
        true => Ok(begun.micros() as f64 / 1e3),
        false => Err(Fault::new("what was added is not found")),
    }
}

/// What a plain way says of each copy: how near its first answer is, and whether it is right.
type Said = (Kind, f32, bool);

fn bm25(corpus: &Corpus, plan: &Plan, told: &mut Map<String, Value>) {
    let mut plain = Bm25::new();
    (0..plan.solutions).for_each(|number| plain.add(&text_of(corpus, number).1));
    let copies = plan.copies.min(20);
    let said = |(kind, seed): (Kind, u64)| {
        let (of, _, text) = planted(corpus, kind, seed, plan.solutions);
        let (nearest, own) = plain.nearest(&text, 1);
        let (number, sum) = nearest.first().copied().unwrap_or_default();
        (kind, sum / own.max(f32::MIN_POSITIVE), kind != Kind::Own && u64::from(number) == of)
    };
    put("bm25", copies, said, told);
}

fn minhash(corpus: &Corpus, plan: &Plan, told: &mut Map<String, Value>) {
    let mut plain = MinHash::new();
    (0..plan.solutions).for_each(|number| plain.add(&text_of(corpus, number).1));
    let said = |(kind, seed): (Kind, u64)| {
        let (of, _, text) = planted(corpus, kind, seed, plan.solutions);
        let (number, share) = plain.nearest(&text, 1).first().copied().unwrap_or_default();
        (kind, share, kind != Kind::Own && u64::from(number) == of)
    };
    put("minhash", plan.copies, said, told);
}

/// Asks a plain way with every copy, and gives it the bar that suits it best.
fn put(name: &str, copies: u64, said: impl Fn((Kind, u64)) -> Said, told: &mut Map<String, Value>) {
    let all = Kind::ALL.into_iter().flat_map(|kind| (0..copies).map(move |seed| (kind, seed)));
    let mut times = Vec::new();
    let timed = |asked| {
        let begun = Stopwatch::start();
        let answer = said(asked);
        times.push(begun.micros());
        answer
    };
    let all: Vec<Said> = all.map(timed).collect();
    times.sort_unstable();
    let planted = all.iter().filter(|(kind, ..)| *kind != Kind::Own).count() as f64;
    let at = |bar: f32| {
        let above: Vec<&Said> = all.iter().filter(|(_, near, _)| *near >= bar).collect();
        let right = above.iter().filter(|(_, _, right)| *right).count() as f64;
        (right / above.len().max(1) as f64, right / planted)
    };
    let f1 = |(precision, recall): (f64, f64)| precision * recall / (precision + recall).max(1e-9);
    let bars = all.iter().map(|(_, near, _)| *near);
    let bar = bars.max_by(|one, other| f1(at(*one)).total_cmp(&f1(at(*other)))).unwrap_or(0.0);
    let (precision, recall) = at(bar);
    told.insert(format!("{name}_precision"), json!(precision));
    told.insert(format!("{name}_recall"), json!(recall));
    told.insert(format!("{name}_query_p95_ms"), json!(quantile(&times, 95)));
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Own) {
        let own = all.iter().filter(|(of, near, right)| *of == kind && *near >= bar && *right);
        let recall = own.count() as f64 / copies as f64;
        told.insert(format!("{name}_{}_recall", kind.name()), json!(recall));
    }
}

fn resident_mb() -> Result<u64, Fault> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    Ok(kilobytes.ok_or_else(|| Fault::new("the system does not say"))? / 1024)
}
