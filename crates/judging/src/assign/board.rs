//! The question as it is worked on: sorted by number, so that its order says nothing, with what is certain taken
//! out, and each list of judges made once for all dossiers of a group and field.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::assign::answer::Contradiction;
use crate::assign::check;
use crate::assign::lots::lot;
use crate::assign::question::{Dossier, Field, Group, Judge, Lock, Question};
use crate::conflict::UnitKey;
use crate::design::Pair;

/// A judge who can have a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Where the judge stands.
    pub judge: u32,
    pub is_new: bool,
    pub far: u16,
    pub lot: u32,
}

/// The question, sorted.
#[derive(Debug)]
pub struct Board<'q> {
    pub question: &'q Question,
    pub dossiers: Vec<&'q Dossier>,
    pub judges: Vec<&'q Judge>,
    /// Judges that each dossier needs yet.
    pub needs: Vec<u32>,
    /// What each judge has for certain.
    pub loads: Vec<u32>,
    /// Pairs that are scored or locked.
    pub certain: BTreeSet<Pair>,
    /// The unit of each dossier, where others are of the same.
    pub units: Vec<Option<u32>>,
    /// How many dossiers each such unit has.
    pub unit_sizes: Vec<u32>,
    /// What judges have for certain of each unit.
    pub unit_loads: Vec<BTreeMap<u32, u32>>,
    /// Judges of a group who know a field, by place, and how far it is.
    pools: HashMap<(Group, Field), Vec<(u32, u16)>>,
    /// Judges who must not have a dossier, or have it for certain, by place.
    closed: Vec<Vec<u32>>,
    /// Judges who had a dossier before, by place.
    before: Vec<Vec<u32>>,
}

impl<'q> Board<'q> {
    /// The question, sorted.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn of(question: &'q Question) -> Result<Self, Contradiction> {
        let mut dossiers: Vec<&Dossier> = question.dossiers.iter().collect();
        let mut judges: Vec<&Judge> = question.judges.iter().collect();
        dossiers.sort_by_key(|dossier| dossier.number);
        judges.sort_by_key(|judge| judge.number);
        check::lists(&dossiers, &judges)?;
        let board = Self::with(question, dossiers, judges);
        check::pairs(&board)?;
        Ok(board)
    }

    /// What the question says of these dossiers and judges, sorted.
    fn with(question: &'q Question, dossiers: Vec<&'q Dossier>, judges: Vec<&'q Judge>) -> Self {
        let counts_units = question.weights.unit > 0;
        let units = if counts_units { Units::of(&dossiers) } else { Units::none(&dossiers) };
        let mut board = Self {
            needs: vec![question.each; dossiers.len()],
            loads: vec![0; judges.len()],
            certain: certain(question),
            unit_loads: vec![BTreeMap::new(); units.sizes.len()],
            unit_sizes: units.sizes,
            units: units.of_dossiers,
            pools: pools(&judges),
            closed: vec![Vec::new(); dossiers.len()],
            before: vec![Vec::new(); dossiers.len()],
            question,
            dossiers,
            judges,
        };
        board.take_out_certain();
        board.closed = board.judges_by_dossier(must_not(question).chain(board.certain.clone()));
        board.before = board.judges_by_dossier(question.before.iter().copied());
        board
    }

    /// Parts of the board that have no judge in common: each can be solved by itself.
    pub fn parts(&self) -> Vec<Self> {
        let sets = self.groups_together();
        let mut parts = vec![(Vec::new(), Vec::new()); sets.len().max(1)];
        let part = |group: &Group| sets.iter().position(|set| set.contains(group));
        for dossier in &self.dossiers {
            parts[part(&dossier.group).unwrap_or(0)].0.push(*dossier);
        }
        let certain = self.groups_of_certain();
        for (place, judge) in (0..).zip(&self.judges) {
            let groups = judge.groups.iter().chain(certain.get(&place).into_iter().flatten());
            parts[groups.take(1).find_map(part).unwrap_or(0)].1.push(*judge);
        }
        let board = |(dossiers, judges)| Self::with(self.question, dossiers, judges);
        parts.into_iter().map(board).collect()
    }

    /// The groups of the dossiers that a judge has for certain, by the place of the judge.
    fn groups_of_certain(&self) -> HashMap<u32, BTreeSet<Group>> {
        let mut groups: HashMap<u32, BTreeSet<Group>> = HashMap::new();
        for (dossier, judge) in self.certain_places() {
            groups.entry(judge).or_default().insert(self.dossiers[dossier].group);
        }
        groups
    }

    /// Groups that judges have in common.
    fn groups_together(&self) -> Vec<BTreeSet<Group>> {
        let mut sets: Vec<BTreeSet<Group>> = Vec::new();
        let mut join = |mut set: BTreeSet<Group>| {
            sets.retain(|known| {
                let is_apart = known.is_disjoint(&set);
                if !is_apart {
                    set.extend(known);
                }
                is_apart
            });
            sets.push(set);
        };
        let certain = self.groups_of_certain();
        for (place, judge) in (0..).zip(&self.judges) {
            let groups = judge.groups.iter().chain(certain.get(&place).into_iter().flatten());
            join(groups.copied().collect());
        }
        let groups: BTreeSet<Group> = self.dossiers.iter().map(|dossier| dossier.group).collect();
        groups.into_iter().for_each(|group| join(BTreeSet::from([group])));
        sets
    }

    /// Takes what is certain off what is needed.
    fn take_out_certain(&mut self) {
        for (dossier, judge) in self.certain_places() {
            self.needs[dossier] = self.needs[dossier].saturating_sub(1);
            self.loads[judge as usize] += 1;
            if let Some(unit) = self.units[dossier] {
                *self.unit_loads[unit as usize].entry(judge).or_default() += 1;
            }
        }
    }

    /// The certain pairs, by place.
    pub fn certain_places(&self) -> Vec<(usize, u32)> {
        self.places_of(self.certain.iter().copied()).collect()
    }

    /// Pairs by place; pairs of others are passed over.
    pub fn places_of(
        &self,
        pairs: impl IntoIterator<Item = Pair>,
    ) -> impl Iterator<Item = (usize, u32)> {
        let places = pairs.into_iter().filter_map(|pair| self.places(pair));
        places.map(|(dossier, judge)| (dossier, judge as u32))
    }

    /// The judges of pairs by dossier, all by place, sorted.
    fn judges_by_dossier(&self, pairs: impl Iterator<Item = Pair>) -> Vec<Vec<u32>> {
        let mut by_dossier = vec![Vec::new(); self.dossiers.len()];
        for (dossier, judge) in self.places_of(pairs) {
            by_dossier[dossier].push(judge);
        }
        by_dossier.iter_mut().for_each(|judges| judges.sort_unstable());
        by_dossier
    }

    /// Where the dossier and the judge of a pair stand; nothing when one is not there.
    pub fn places(&self, pair: Pair) -> Option<(usize, usize)> {
        let dossier = self.dossiers.binary_search_by_key(&pair.dossier, |it| it.number).ok()?;
        let judge = self.judges.binary_search_by_key(&pair.judge, |it| it.number).ok()?;
        Some((dossier, judge))
    }

    /// The pair of a dossier and a judge by their places.
    pub fn pair(&self, dossier: usize, judge: u32) -> Pair {
        let (dossier, judge) = (self.dossiers[dossier].number, self.judges[judge as usize].number);
        Pair { dossier, judge }
    }

    /// How many more dossiers a judge must have.
    pub fn least(&self, judge: usize) -> u32 {
        self.judges[judge].least.saturating_sub(self.loads[judge])
    }

    /// How many more dossiers a judge can have.
    pub fn room(&self, judge: usize) -> u32 {
        self.judges[judge].most.saturating_sub(self.loads[judge])
    }

    /// Judges of the group of a dossier who know its field, and how far it is from them.
    pub fn pool(&self, dossier: usize) -> &[(u32, u16)] {
        let Dossier { group, field, .. } = *self.dossiers[dossier];
        self.pools.get(&(group, field)).map_or(&[], |pool| pool)
    }

    /// How far the field of a dossier is from a judge; 0 where a person locked them to what they do not know.
    pub fn far(&self, dossier: usize, judge: u32) -> u16 {
        let pool = self.pool(dossier);
        pool.binary_search_by_key(&judge, |(judge, _)| *judge).map_or(0, |at| pool[at].1)
    }

    /// Whether a dossier and a judge were a pair of the assignment before.
    pub fn was_before(&self, dossier: usize, judge: u32) -> bool {
        self.before[dossier].binary_search(&judge).is_ok()
    }

    /// Whether a judge can have a dossier.
    pub fn is_open(&self, dossier: usize, judge: u32) -> bool {
        self.room(judge as usize) > 0 && self.closed[dossier].binary_search(&judge).is_err()
    }

    /// Everybody who can have a dossier, by place.
    pub fn choices(&self, dossier: usize) -> impl Iterator<Item = Choice> + '_ {
        let open = self.pool(dossier).iter().filter(move |(it, _)| self.is_open(dossier, *it));
        open.map(move |(judge, far)| self.choice(dossier, *judge, *far))
    }

    fn choice(&self, dossier: usize, judge: u32, far: u16) -> Choice {
        let is_new = !self.question.before.is_empty() && !self.was_before(dossier, judge);
        let lot = lot(self.question.seed, self.pair(dossier, judge));
        Choice { judge, is_new, far, lot }
    }
}

fn certain(question: &Question) -> BTreeSet<Pair> {
    let locked = question.locks.iter().filter_map(|lock| match lock {
        Lock::Must(pair) => Some(*pair),
        Lock::MustNot(_) => None,
    });
    question.done.iter().copied().chain(locked).collect()
}

/// Pairs that must not be.
pub fn must_not(question: &Question) -> impl Iterator<Item = Pair> + '_ {
    let kept_from = question.locks.iter().filter_map(|lock| match lock {
        Lock::Must(_) => None,
        Lock::MustNot(pair) => Some(*pair),
    });
    question.conflicts.iter().copied().chain(kept_from)
}

fn pools(judges: &[&Judge]) -> HashMap<(Group, Field), Vec<(u32, u16)>> {
    let mut pools: HashMap<(Group, Field), BTreeMap<u32, u16>> = HashMap::new();
    for (place, judge) in (0..).zip(judges) {
        for group in &judge.groups {
            for expertise in &judge.fields {
                let pool = pools.entry((*group, expertise.field)).or_default();
                let far = pool.entry(place).or_insert(expertise.far);
                *far = expertise.far.min(*far);
            }
        }
    }
    pools.into_iter().map(|(key, pool)| (key, pool.into_iter().collect())).collect()
}

/// Units with several dossiers, by place.
struct Units {
    of_dossiers: Vec<Option<u32>>,
    sizes: Vec<u32>,
}

impl Units {
    fn none(dossiers: &[&Dossier]) -> Self {
        Self { of_dossiers: vec![None; dossiers.len()], sizes: Vec::new() }
    }

    fn of(dossiers: &[&Dossier]) -> Self {
        let mut sizes: BTreeMap<UnitKey, u32> = BTreeMap::new();
        let named = dossiers.iter().filter_map(|dossier| dossier.unit);
        named.for_each(|unit| *sizes.entry(unit).or_default() += 1);
        sizes.retain(|_, size| *size > 1);
        let places: HashMap<UnitKey, u32> = sizes.keys().copied().zip(0..).collect();
        let of = |dossier: &&Dossier| places.get(&dossier.unit?).copied();
        Self {
            of_dossiers: dossiers.iter().map(of).collect(),
            sizes: sizes.into_values().collect(),
        }
    }
}
