//! The line of the prizes, by plain means and by adjusted marks.

use std::collections::{BTreeMap, BTreeSet};

use crate::design::DossierNumber;
use crate::severity::{Dependent, DossierMeasure, Mark};

/// The sum of the marks of each dossier, in hundredths, and how many they are.
pub fn sums(marks: &[Mark]) -> BTreeMap<DossierNumber, (i64, u32)> {
    let mut sums: BTreeMap<DossierNumber, (i64, u32)> = BTreeMap::new();
    for mark in marks {
        let (sum, count) = sums.entry(mark.pair.dossier).or_default();
        *sum += i64::from(mark.points);
        *count += 1;
    }
    sums
}

/// What depends on severity at the line.
pub fn dependent(marks: &[Mark], dossiers: &[DossierMeasure], line: usize) -> Dependent {
    if line == 0 || line >= dossiers.len() {
        return Dependent::default();
    }
    let within = within(marks, line);
    let mut order: Vec<&DossierMeasure> = dossiers.iter().collect();
    order.sort_by(|one, other| {
        let by_mark = other.adjusted.value.total_cmp(&one.adjusted.value);
        by_mark.then(one.dossier.cmp(&other.dossier))
    });
    let middle = (order[line - 1].adjusted.value + order[line].adjusted.value) / 2.0;
    let numbers = |of: &[&DossierMeasure], is: &dyn Fn(&DossierMeasure) -> bool| {
        let mut numbers: Vec<DossierNumber> =
            of.iter().filter(|it| is(it)).map(|it| it.dossier).collect();
        numbers.sort_unstable();
        numbers
    };
    Dependent {
        would_gain: numbers(&order[..line], &|it| !within.contains(&it.dossier)),
        would_lose: numbers(&order[line..], &|it| within.contains(&it.dossier)),
        open: numbers(&order, &|it| it.adjusted.holds(middle)),
    }
}

/// Dossiers than which fewer than `line` have a higher plain mean, exactly.
pub fn within(marks: &[Mark], line: usize) -> BTreeSet<DossierNumber> {
    let mut order: Vec<(DossierNumber, (i64, u32))> = sums(marks).into_iter().collect();
    let cross = |one: &(i64, u32), other: &(i64, u32)| {
        let (one_sum, other_sum) = (i128::from(one.0), i128::from(other.0));
        (other_sum * i128::from(one.1)).cmp(&(one_sum * i128::from(other.1)))
    };
    order.sort_by(|one, other| cross(&one.1, &other.1));
    let last = order[line - 1].1;
    order.into_iter().take_while(|it| cross(&it.1, &last).is_le()).map(|it| it.0).collect()
}
