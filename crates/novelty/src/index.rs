//! The index of all earlier solutions: asked with a text, it answers with the few that may matter.

use std::cmp::Ordering;

use crate::compare::{Comparison, compare};
use crate::fingerprint::{Fingerprint, kept};
use crate::postings::MOST;
use crate::segment::{Growing, Lookup, Sealed, Segment};

/// A solution, as whoever keeps them numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SolutionId(pub u128);

/// What was found beside a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Which solution.
    pub id: SolutionId,
    /// What share of the text's telling runs of three syllables it has: 0 to 1.
    pub copied: f32,
    /// What share of the text's rarest words it has: 0 to 1.
    pub near: f32,
}

impl Found {
    /// By what solutions are ranked: copied passages before common words.
    pub fn score(&self) -> f32 {
        self.copied.max(self.near * NEAR_COUNTS)
    }

    /// The nearest first; those that are equally near, by their numbers.
    fn order(&self, other: &Self) -> Ordering {
        other.score().total_cmp(&self.score()).then(self.id.cmp(&other.id))
    }
}

/// Words in common say less than passages in common.
const NEAR_COUNTS: f32 = 0.6;
/// Solutions after which a growing segment is sealed.
const GROWS_TO: usize = 4096;
/// A shingle that more than this share of all solutions have is a turn of phrase.
const PHRASE: usize = 1000;
/// A word that more than this share of all solutions have tells nothing.
const COMMON: usize = 50;
/// A key of so few solutions always tells something.
const FEW: usize = 20;
/// So many of the rarest words of a text are looked for.
const RAREST: usize = 64;

/// All earlier solutions.
#[derive(Debug, Default)]
pub struct Index {
    sealed: Vec<Sealed>,
    growing: Growing,
}

/// A key of the text with its weight: the rarer, the more it tells.
type Weighed = (u32, f32);

impl Index {
    /// An index of segments that were made beforehand, by as many threads as there are.
    pub fn of_parts(parts: Vec<Part>) -> Self {
        Self { sealed: parts.into_iter().map(|part| part.0).collect(), growing: Growing::default() }
    }

    /// How many solutions there are.
    pub fn len(&self) -> usize {
        self.sealed.iter().map(Segment::len).sum::<usize>() + self.growing.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts a solution in; the next question finds it.
    pub fn add(&mut self, id: SolutionId, print: &Fingerprint) {
        self.growing.add(id, print);
        if self.growing.len() >= GROWS_TO {
            self.sealed.push(std::mem::take(&mut self.growing).seal());
            self.settle();
        }
    }

    /// Puts a part in that was made beforehand; the next question finds its solutions.
    pub fn push(&mut self, part: Part) {
        self.sealed.push(part.0);
    }

    /// Whether a solution is in it.
    pub fn contains(&self, id: SolutionId) -> bool {
        self.growing.contains(id) || self.sealed.iter().any(|segment| segment.contains(id))
    }

    /// Takes out all solutions that are not to stay.
    pub fn retain(&mut self, stays: impl Fn(SolutionId) -> bool) {
        self.growing.retain(&stays);
        self.sealed.iter_mut().for_each(|segment| segment.retain(&stays));
    }

    /// Takes a solution out; whether it was there.
    pub fn remove(&mut self, id: SolutionId) -> bool {
        self.growing.remove(id) || self.sealed.iter_mut().any(|segment| segment.remove(id))
    }

    /// Merges the newest segments while they are of a size, so that there are few.
    fn settle(&mut self) {
        while let [.., before, last] = &self.sealed[..] {
            let together = before.len() + last.len();
            if together > MOST || before.len() > 2 * last.len() {
                return;
            }
            let merged = before.merged(last);
            self.sealed.truncate(self.sealed.len() - 2);
            self.sealed.push(merged);
        }
    }

    /// The solutions that may matter for a text, the nearest first.
    pub fn nearest(&self, asked: &Fingerprint, limit: usize) -> Vec<Found> {
        let shingles = self.telling(
            &asked.shingles,
            |segment| &segment.shingles,
            |growing| &growing.shingles,
            PHRASE,
        );
        let mut words =
            self.telling(&asked.words, |segment| &segment.words, |growing| &growing.words, COMMON);
        words.sort_unstable_by(|one, other| other.1.total_cmp(&one.1));
        words.truncate(RAREST);
        let mut found = Vec::new();
        let mut sums = Sums::default();
        for segment in &self.sealed {
            sums.best(segment, (&shingles, &words), limit, &mut found);
        }
        sums.best(&self.growing, (&shingles, &words), limit, &mut found);
        found.sort_unstable_by(Found::order);
        found.truncate(limit);
        found
    }

    /// The keys of a text that tell something, with their weights.
    fn telling(
        &self,
        keys: &[u32],
        sealed: fn(&Sealed) -> &crate::postings::Postings,
        growing: fn(&Growing) -> &std::collections::HashMap<u32, Vec<u16>>,
        share: usize,
    ) -> Vec<Weighed> {
        let all = self.len();
        let weighed = |key: &u32| {
            let have = |segment: &Sealed| sealed(segment).documents(*key).len();
            let having = self.sealed.iter().map(have).sum::<usize>()
                + growing(&self.growing).documents(*key).len();
            tells(all, having, share).then(|| (*key, weight(all, having)))
        };
        keys.iter().filter_map(weighed).collect()
    }

    /// Lays a text beside an earlier one. A passage that is a turn of phrase of many solutions is marked
    /// as such, and counts for nothing.
    pub fn compare(&self, asked: &str, earlier: &str) -> Comparison {
        compare(asked, earlier, |run| self.is_phrase(run))
    }

    /// Whether a run of three syllables is a turn of phrase; nothing where the index cannot say.
    fn is_phrase(&self, run: u64) -> Option<bool> {
        let key = kept(run)?;
        let have = |segment: &Sealed| segment.shingles.documents(key).len();
        let having = self.sealed.iter().map(have).sum::<usize>()
            + self.growing.shingles.documents(key).len();
        Some(!tells(self.len(), having, PHRASE))
    }

    /// Bytes that the sealed part holds.
    pub fn bytes(&self) -> usize {
        self.sealed.iter().map(Sealed::bytes).sum()
    }
}

/// A part of an index that one thread makes.
#[derive(Debug)]
pub struct Part(Sealed);

impl Part {
    /// Solutions of a part at most.
    pub const MOST: usize = MOST;

    /// A part of these solutions.
    ///
    /// # Panics
    /// There are more than [`Self::MOST`].
    pub fn of(solutions: &[(SolutionId, Fingerprint)]) -> Self {
        Self(Sealed::of(solutions))
    }
}

/// Whether a key tells anything that so many of all have.
fn tells(all: usize, having: usize, share: usize) -> bool {
    having <= FEW || having * share <= all
}

/// How much a key tells that so many of all have. One that nobody has tells no more than one that a single
/// solution has: else a copied passage would count for less than the words around it.
fn weight(all: usize, having: usize) -> f32 {
    ((all as f32 + 1.0) / having.max(1) as f32).ln()
}

/// Sums of weights for the solutions of one segment; kept from one to the next.
#[derive(Default)]
struct Sums {
    copied: Vec<f32>,
    near: Vec<f32>,
}

impl Sums {
    /// Adds the best solutions of a segment.
    fn best<L: Lookup>(
        &mut self,
        segment: &Segment<L>,
        (shingles, words): (&[Weighed], &[Weighed]),
        limit: usize,
        found: &mut Vec<Found>,
    ) {
        sum(&mut self.copied, segment.len(), &segment.shingles, shingles);
        sum(&mut self.near, segment.len(), &segment.words, words);
        let first = found.len();
        let mut least = 0.0;
        for (at, (copied, near)) in self.copied.iter().zip(&self.near).enumerate() {
            let score = copied.max(near * NEAR_COUNTS);
            if score <= 0.0 || score < least {
                continue;
            }
            let Some(id) = segment.id(at) else { continue };
            found.push(Found { id, copied: *copied, near: *near });
            if found.len() - first >= 4 * limit {
                let own = &mut found[first..];
                own.sort_unstable_by(Found::order);
                found.truncate(first + limit);
                least = found.last().map_or(0.0, Found::score);
            }
        }
    }
}

/// What share of the weight of these keys each document has.
fn sum<L: Lookup>(sums: &mut Vec<f32>, documents: usize, lookup: &L, keys: &[Weighed]) {
    sums.clear();
    sums.resize(documents, 0.0);
    let all: f32 = keys.iter().map(|(_, weight)| weight).sum();
    for (key, weight) in keys {
        for document in lookup.documents(*key) {
            sums[usize::from(*document)] += weight / all;
        }
    }
}

#[cfg(test)]
#[path = "index_tests.rs"]
mod tests;
