//! Finding conflicts: judges by what ties them, then one look-up for each tie of a dossier.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use super::{Belonging, Conflict, DossierTies, JudgeTies, PersonKey, Reason, UnitKey};
use crate::design::{DossierNumber, JudgeNumber};

/// Every conflict between these judges and dossiers, by dossier and judge.
///
/// A unit in `above_all` ties nobody by standing above: the organiser's own unit stands above all who take
/// part, and its people would otherwise be in conflict with every dossier. They still are with those of their
/// own unit.
pub fn conflicts(
    judges: &[JudgeTies],
    dossiers: &[DossierTies],
    above_all: &[UnitKey],
) -> Vec<Conflict> {
    let ties = Ties::of(judges, above_all);
    let mut found: BTreeMap<(DossierNumber, JudgeNumber), Conflict> = BTreeMap::new();
    for ties_of in dossiers {
        let dossier = ties_of.dossier;
        ties.of_dossier(ties_of, &mut |judge, reason| {
            let none = || Conflict { dossier, judge, reasons: BTreeSet::new() };
            found.entry((dossier, judge)).or_insert_with(none).reasons.insert(reason);
        });
    }
    found.into_values().collect()
}

/// Judges by a key that may tie them to a dossier.
struct By<K>(HashMap<K, Vec<JudgeNumber>>);

impl<K: Hash + Eq + Copy> By<K> {
    fn of<'j>(judges: &'j [JudgeTies], keys: impl Fn(&'j JudgeTies) -> Vec<K>) -> Self {
        let mut by: HashMap<K, Vec<JudgeNumber>> = HashMap::new();
        for ties in judges {
            keys(ties).into_iter().for_each(|key| by.entry(key).or_default().push(ties.judge));
        }
        Self(by)
    }

    fn judges(&self, key: K) -> impl Iterator<Item = JudgeNumber> {
        self.0.get(&key).into_iter().flatten().copied()
    }
}

/// What ties judges.
struct Ties<'j> {
    above_all: HashSet<&'j UnitKey>,
    person: By<PersonKey>,
    co_author: By<PersonKey>,
    family: By<PersonKey>,
    unit: By<UnitKey>,
    /// A unit above the judge's, and the judge's: found by the former.
    above: HashMap<UnitKey, Vec<(JudgeNumber, UnitKey)>>,
    advises_unit: By<UnitKey>,
    advises: By<DossierNumber>,
    declared: By<DossierNumber>,
}

impl<'j> Ties<'j> {
    fn of(judges: &'j [JudgeTies], above_all: &'j [UnitKey]) -> Self {
        let units = |ties: &JudgeTies| ties.units.iter().map(|it| it.unit).collect();
        Self {
            above_all: above_all.iter().collect(),
            person: By::of(judges, |ties| ties.person.clone()),
            co_author: By::of(judges, |ties| ties.co_authors.clone()),
            family: By::of(judges, |ties| ties.family.clone()),
            unit: By::of(judges, units),
            above: above(judges),
            advises_unit: By::of(judges, |ties| ties.advises_units.clone()),
            advises: By::of(judges, |ties| ties.advises.clone()),
            declared: By::of(judges, |ties| ties.declared.clone()),
        }
    }

    /// Tells every judge who is tied to a dossier, with the reason; some of them twice.
    fn of_dossier(&self, ties: &DossierTies, tell: &mut impl FnMut(JudgeNumber, Reason)) {
        for author in &ties.authors {
            self.person.judges(*author).for_each(|it| tell(it, Reason::Author(*author)));
            self.co_author.judges(*author).for_each(|it| tell(it, Reason::CoAuthor(*author)));
        }
        for adviser in &ties.advisers {
            self.person.judges(*adviser).for_each(|it| tell(it, Reason::Adviser(*adviser)));
        }
        for person in ties.authors.iter().chain(&ties.advisers) {
            self.family.judges(*person).for_each(|it| tell(it, Reason::Family(*person)));
        }
        ties.units.iter().for_each(|belonging| self.of_unit(belonging, tell));
        self.advises.judges(ties.dossier).for_each(|it| tell(it, Reason::Advises));
        self.declared.judges(ties.dossier).for_each(|it| tell(it, Reason::Declared));
    }

    fn of_unit(&self, belonging: &Belonging, tell: &mut impl FnMut(JudgeNumber, Reason)) {
        let dossier = belonging.unit;
        self.unit.judges(dossier).for_each(|it| tell(it, Reason::SameUnit(dossier)));
        self.advises_unit.judges(dossier).for_each(|it| tell(it, Reason::AdvisesUnit(dossier)));
        for judge in belonging.above.iter().filter(|unit| !self.above_all.contains(unit)) {
            let reason = Reason::UnitAbove { judge: *judge, dossier };
            self.unit.judges(*judge).for_each(|it| tell(it, reason));
        }
        if self.above_all.contains(&dossier) {
            return;
        }
        for (number, judge) in self.above.get(&dossier).into_iter().flatten() {
            tell(*number, Reason::UnitBelow { judge: *judge, dossier });
        }
    }
}

fn above(judges: &[JudgeTies]) -> HashMap<UnitKey, Vec<(JudgeNumber, UnitKey)>> {
    let mut by: HashMap<UnitKey, Vec<(JudgeNumber, UnitKey)>> = HashMap::new();
    for (ties, belonging) in judges.iter().flat_map(|it| it.units.iter().map(move |at| (it, at))) {
        for unit in &belonging.above {
            by.entry(*unit).or_default().push((ties.judge, belonging.unit));
        }
    }
    by
}
