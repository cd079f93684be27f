//! A segment: up to 65,536 solutions, either still growing or sealed.

use std::collections::HashMap;

use crate::fingerprint::Fingerprint;
use crate::index::SolutionId;
use crate::postings::{MOST, Postings};

/// Which documents have a key.
pub trait Lookup {
    /// Ascending.
    fn documents(&self, key: u32) -> &[u16];
}

impl Lookup for Postings {
    fn documents(&self, key: u32) -> &[u16] {
        self.get(key)
    }
}

impl Lookup for HashMap<u32, Vec<u16>> {
    fn documents(&self, key: u32) -> &[u16] {
        self.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Solutions with their shingles and words in some kind of [`Lookup`].
#[derive(Debug, Default)]
pub struct Segment<L> {
    ids: Vec<SolutionId>,
    /// Taken out; their postings go with the next merge.
    gone: Vec<bool>,
    /// Whom each shingle belongs to.
    pub shingles: L,
    /// Whom each pair of syllables belongs to.
    pub words: L,
}

/// A segment that still grows.
pub type Growing = Segment<HashMap<u32, Vec<u16>>>;
/// A segment that does not change, but for what is taken out of it.
pub type Sealed = Segment<Postings>;

impl<L> Segment<L> {
    /// How many solutions it has, those taken out among them.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The solution of a number, unless it was taken out.
    pub fn id(&self, document: usize) -> Option<SolutionId> {
        (!self.gone[document]).then_some(self.ids[document])
    }

    /// Whether a solution is in it.
    pub fn contains(&self, id: SolutionId) -> bool {
        self.ids.iter().zip(&self.gone).any(|(other, gone)| *other == id && !gone)
    }

    /// Takes out all solutions that are not to stay.
    pub fn retain(&mut self, stays: &impl Fn(SolutionId) -> bool) {
        for (id, gone) in self.ids.iter().zip(&mut self.gone) {
            *gone |= !stays(*id);
        }
    }

    /// Takes a solution out; whether it was there.
    pub fn remove(&mut self, id: SolutionId) -> bool {
        let found = (0..self.ids.len()).find(|at| self.ids[*at] == id && !self.gone[*at]);
        if let Some(at) = found {
            self.gone[at] = true;
        }
        found.is_some()
    }
}

impl Growing {
    /// Puts a solution in.
    ///
    /// # Panics
    /// The segment is full.
    pub fn add(&mut self, id: SolutionId, print: &Fingerprint) {
        let number = u16::try_from(self.ids.len()).expect("a full segment is sealed");
        self.ids.push(id);
        self.gone.push(false);
        for (lookup, keys) in
            [(&mut self.shingles, &print.shingles), (&mut self.words, &print.words)]
        {
            for key in keys {
                lookup.entry(*key).or_default().push(number);
            }
        }
    }

    /// The same, sealed.
    pub fn seal(self) -> Sealed {
        let pairs = |lookup: HashMap<u32, Vec<u16>>| {
            let pairs = lookup.into_iter();
            let pairs = pairs.flat_map(|(key, documents)| {
                documents.into_iter().map(move |document| (key, document))
            });
            Postings::of(pairs.collect())
        };
        let (shingles, words) = (pairs(self.shingles), pairs(self.words));
        Segment { ids: self.ids, gone: self.gone, shingles, words }
    }
}

impl Sealed {
    /// A segment of these solutions.
    ///
    /// # Panics
    /// There are more of them than fit.
    pub fn of(solutions: &[(SolutionId, Fingerprint)]) -> Self {
        assert!(solutions.len() <= MOST, "a segment has at most {MOST} solutions");
        let numbered = || (0..=u16::MAX).zip(solutions);
        let pairs = |keys: fn(&Fingerprint) -> &Vec<u32>| {
            let pairs = numbered();
            let pairs = pairs
                .flat_map(|(number, (_, print))| keys(print).iter().map(move |key| (*key, number)));
            Postings::of(pairs.collect())
        };
        let (shingles, words) = (pairs(|print| &print.shingles), pairs(|print| &print.words));
        let ids: Vec<SolutionId> = solutions.iter().map(|(id, _)| *id).collect();
        Self { gone: vec![false; ids.len()], ids, shingles, words }
    }

    /// Two segments as one, without what was taken out.
    pub fn merged(&self, other: &Self) -> Self {
        let mut ids = Vec::with_capacity(self.len() + other.len());
        let mut renumber = |segment: &Self| -> Vec<Option<u16>> {
            let number = |at| {
                ids.push(segment.id(at)?);
                Some(u16::try_from(ids.len() - 1).expect("both fit into one segment"))
            };
            (0..segment.len()).map(number).collect()
        };
        let numbers = [renumber(self), renumber(other)];
        let joined = |own: &Postings, others: &Postings| {
            let renumbered = [own, others].into_iter().zip(&numbers);
            let pairs = renumbered.flat_map(|(postings, numbers)| {
                let kept =
                    |(key, document): (u32, u16)| Some((key, numbers[usize::from(document)]?));
                postings.pairs().filter_map(kept)
            });
            Postings::of(pairs.collect())
        };
        let shingles = joined(&self.shingles, &other.shingles);
        let words = joined(&self.words, &other.words);
        Self { gone: vec![false; ids.len()], ids, shingles, words }
    }

    /// Bytes that it holds.
    pub fn bytes(&self) -> usize {
        self.shingles.bytes() + self.words.bytes() + self.ids.capacity() * 16 + self.gone.capacity()
    }
}
