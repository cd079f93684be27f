//! `assign`: who judges what in a great contest, on one core, beside the bound that nobody can undercut; then again,
//! after one judge dropped out half-way.

use judging::assign::{
    Assignment, Dossier, Expertise, Field, Group, Impossible, Judge, Question, assign,
};
use judging::conflict::UnitKey;
use judging::design::{DossierNumber, JudgeNumber, Pair};
use kernel::Fault;
use kernel::time::Stopwatch;
use serde_json::{Value, json};

/// Judging groups.
const GROUPS: u64 = 6;
/// Units that file dossiers.
const UNITS: u64 = 500;
/// Points that a field beside one's own is off, and one that is far.
const BESIDE: u16 = 10;
const FAR: u16 = 20;

/// Assigns `each` of `judges` to each of `dossiers`.
///
/// # Errors
/// There is no assignment.
pub fn measure(dossiers: u64, judges: u64, each: u64) -> Result<Value, Fault> {
    let mut question = question(dossiers, judges, each);
    let (first, first_ms) = timed(&question)?;
    dropped_out(&mut question, &first);
    let of_them = question.before.iter().filter(|pair| pair.judge == JudgeNumber(0));
    let lost = of_them.filter(|pair| question.done.binary_search(pair).is_err()).count();
    let (second, second_ms) = timed(&question)?;
    let share = |found: &Assignment| found.total.cost as f64 / found.bound.cost.max(1) as f64;
    Ok(json!({
        "bench": "assign",
        "dossiers": dossiers,
        "judges": judges,
        "each": each,
        "ms": first_ms,
        "cost": first.total.cost,
        "bound": first.bound.cost,
        "cost_to_bound": share(&first),
        "parts": first.designs.iter().map(|design| design.parts.len()).sum::<usize>(),
        "again_ms": second_ms,
        "again_moved": second.total.moved,
        "again_lost": lost,
        "again_cost_to_bound": share(&second),
    }))
}

fn timed(question: &Question) -> Result<(Assignment, f64), Fault> {
    let begun = Stopwatch::start();
    let found = assign(question);
    let millis = begun.micros() as f64 / 1000.0;
    let found = found.map_err(|why| {
        Fault::new(match why {
            Impossible::Shortages(all) => format!("{} shortages", all.len()),
            Impossible::Contradiction(one) => format!("{one:?}"),
        })
    })?;
    Ok((found, millis))
}

/// The first judge drops out; half of all pairs are scored.
fn dropped_out(question: &mut Question, first: &Assignment) {
    question.before = first.pairs.iter().map(|it| it.pair).collect();
    let is_scored = |pair: &Pair| {
        mixed(u64::from(pair.dossier.0) * 31 + u64::from(pair.judge.0)).is_multiple_of(2)
    };
    question.done = question.before.iter().copied().filter(is_scored).collect();
    question.done.sort_unstable();
    for judge in question.judges.iter_mut().filter(|judge| judge.number == JudgeNumber(0)) {
        (judge.least, judge.most) = (0, 0);
    }
}

fn question(dossiers: u64, judges: u64, each: u64) -> Question {
    let fields = GROUPS * 2;
    let dossier = |number: u64| {
        let field = mixed(number) % fields;
        Dossier {
            number: DossierNumber(number as u32),
            group: Group((field / 2) as u32),
            field: Field(field as u32),
            unit: Some(UnitKey(u128::from(mixed(mixed(number)) % UNITS))),
        }
    };
    let load = dossiers * each / judges;
    let (least, most) = ((load * 6 / 10) as u32, (load * 13 / 10 + 2) as u32);
    let conflict =
        |number: u64| pair(mixed(number ^ 77) % dossiers, mixed(number ^ 0x77_7777) % judges);
    Question {
        dossiers: (0..dossiers).map(dossier).collect(),
        judges: (0..judges).map(|number| judge(number, (least, most))).collect(),
        each: each as u32,
        conflicts: (0..dossiers * judges / 100).map(conflict).collect(),
        seed: 20_261_122,
        ..Question::default()
    }
}

fn pair(dossier: u64, judge: u64) -> Pair {
    Pair { dossier: DossierNumber(dossier as u32), judge: JudgeNumber(judge as u32) }
}

/// A judge of one group, who knows one of its two fields better than the other.
fn judge(number: u64, (least, most): (u32, u32)) -> Judge {
    let (group, drawn) = (number % GROUPS, mixed(number ^ 0xabc));
    let expertise = |at: u64| Expertise {
        field: Field((group * 2 + at) as u32),
        far: match (drawn >> at) & 3 {
            0 => FAR,
            _ if at == drawn % 2 => 0,
            _ => BESIDE,
        },
    };
    Judge {
        number: JudgeNumber(number as u32),
        groups: vec![Group(group as u32)],
        fields: (0..2).map(expertise).collect(),
        least,
        most,
    }
}

/// A number that looks drawn, the same on every machine: a step of SplitMix64.
fn mixed(number: u64) -> u64 {
    let state = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
