//! Lineage (kế tục): who came of whom, through several steps. Pure.

use std::collections::BTreeSet;

use kernel::Day;

use super::reorganisation::Extent;

/// One link of a reorganisation: `from` became `to`, wholly or in part, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The predecessor.
    pub from: String,
    /// The successor.
    pub to: String,
    /// First day of the new state.
    pub on: Day,
    /// How much of the predecessor went there.
    pub extent: Extent,
}

/// A unit that a walk has reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The unit.
    pub unit: String,
    /// Whether all that was walked on the way passed on as a whole.
    pub extent: Extent,
    /// Day of the last step.
    pub on: Day,
    /// How many steps away.
    pub steps: usize,
}

/// What became of a unit until a day: everything reached by links that follow one another in time.
/// A link that is older than the arrival does not count: what a unit gave away before it took over
/// the other is none of the other's.
pub fn forward(start: &str, steps: &[Step], until: Day) -> Vec<Reached> {
    let next = |at: &Reached, step: &Step| {
        (step.from == at.unit && step.on >= at.on && step.on <= until).then(|| step.to.clone())
    };
    let first = steps.iter().map(|step| step.on).min().unwrap_or(until);
    walk(start, first, steps, next)
}

/// From what a unit came: everything reached by links that go back in time.
pub fn backward(start: &str, steps: &[Step], from: Day) -> Vec<Reached> {
    let next = |at: &Reached, step: &Step| {
        (step.to == at.unit && step.on <= at.on).then(|| step.from.clone())
    };
    walk(start, from, steps, next)
}

/// Breadth first, each link once for each extent; a unit stands in the answer once, with the greatest
/// extent and the fewest steps.
fn walk(
    start: &str,
    day: Day,
    steps: &[Step],
    next: impl Fn(&Reached, &Step) -> Option<String>,
) -> Vec<Reached> {
    let mut seen = BTreeSet::new();
    let begin = Reached { unit: start.to_owned(), extent: Extent::Whole, on: day, steps: 0 };
    let mut reached = vec![begin];
    let mut at = 0;
    while let Some(here) = reached.get(at).cloned() {
        for (index, step) in steps.iter().enumerate() {
            let Some(unit) = next(&here, step) else { continue };
            let extent = here.extent.then(step.extent);
            if seen.insert((index, extent)) {
                reached.push(Reached { unit, extent, on: step.on, steps: here.steps + 1 });
            }
        }
        at += 1;
    }
    once_each(start, reached)
}

fn once_each(start: &str, mut reached: Vec<Reached>) -> Vec<Reached> {
    reached.sort_by_key(|at| (at.extent, at.steps));
    let mut seen = BTreeSet::from([start.to_owned()]);
    reached.retain(|at| seen.insert(at.unit.clone()));
    reached.sort_by_key(|at| (at.steps, at.extent));
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn steps(rows: &[(&str, &str, &str, Extent)]) -> Vec<Step> {
        let step = |&(from, to, on, extent): &(&str, &str, &str, Extent)| Step {
            from: from.to_owned(),
            to: to.to_owned(),
            on: day(on),
            extent,
        };
        rows.iter().map(step).collect()
    }

    fn told(reached: &[Reached]) -> Vec<String> {
        reached.iter().map(|at| format!("{} {} {}", at.unit, at.extent.code(), at.steps)).collect()
    }

    /// a and b merge into c; c is divided into d and e; d goes into f later.
    fn history() -> Vec<Step> {
        use Extent::{Part, Whole};
        steps(&[
            ("a", "c", "2008-08-01", Whole),
            ("b", "c", "2008-08-01", Whole),
            ("c", "d", "2015-01-01", Part),
            ("c", "e", "2015-01-01", Part),
            ("d", "f", "2025-07-01", Whole),
        ])
    }

    #[test]
    fn successors_through_several_steps() {
        let check = |start: &str, until: &str, expect: &[&str]| {
            assert_eq!(told(&forward(start, &history(), day(until))), expect, "{start} {until}");
        };
        check("a", "2026-01-01", &["c whole 1", "d part 2", "e part 2", "f part 3"]);
        check("a", "2014-12-31", &["c whole 1"]);
        check("a", "2015-01-01", &["c whole 1", "d part 2", "e part 2"]);
        check("d", "2026-01-01", &["f whole 1"]);
        check("f", "2026-01-01", &[]);
    }

    #[test]
    fn predecessors_through_several_steps() {
        let check = |start: &str, expect: &[&str]| {
            let reached = backward(start, &history(), day("2026-01-01"));
            assert_eq!(told(&reached), expect, "{start}");
        };
        check("f", &["d whole 1", "c part 2", "a part 3", "b part 3"]);
        check("c", &["a whole 1", "b whole 1"]);
        check("a", &[]);
    }

    #[test]
    fn what_was_given_away_before_is_not_followed() {
        use Extent::{Part, Whole};
        let history = steps(&[("b", "x", "2010-01-01", Part), ("a", "b", "2020-01-01", Whole)]);
        assert_eq!(told(&forward("a", &history, day("2026-01-01"))), ["b whole 1"]);
        assert_eq!(told(&backward("x", &history, day("2026-01-01"))), ["b part 1"]);
    }

    #[test]
    fn a_circle_in_the_data_ends() {
        use Extent::{Part, Whole};
        let history = steps(&[("a", "b", "2020-01-01", Whole), ("b", "a", "2020-01-01", Part)]);
        assert_eq!(told(&forward("a", &history, day("2026-01-01"))), ["b whole 1"]);
    }

    #[test]
    fn the_greater_extent_wins() {
        use Extent::{Part, Whole};
        let history = steps(&[
            ("a", "b", "2020-01-01", Part),
            ("a", "c", "2020-01-01", Part),
            ("c", "b", "2021-01-01", Whole),
            ("z", "b", "2021-01-01", Whole),
        ]);
        assert_eq!(told(&forward("a", &history, day("2026-01-01"))), ["b part 1", "c part 1"]);
    }
}
