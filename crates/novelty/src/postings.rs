//! Which documents of a segment have a key: sorted keys, each with its documents, and a way in.

/// Documents of one segment at most: their numbers fit two bytes.
pub const MOST: usize = 1 << 16;
/// Bits of a key by which it is found.
const WAY_IN: u32 = 16;

/// Keys, and the documents that have each.
#[derive(Debug, Default)]
pub struct Postings {
    /// Sorted.
    keys: Vec<u32>,
    /// Where the documents of each key end in `documents`.
    ends: Vec<u32>,
    /// Ascending for each key.
    documents: Vec<u16>,
    /// For each beginning of a key, where the keys with it start; one more at the end.
    way_in: Vec<u32>,
}

impl Postings {
    /// The postings of pairs of key and document, in any order.
    pub fn of(mut pairs: Vec<(u32, u16)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut made = Self { documents: Vec::with_capacity(pairs.len()), ..Self::default() };
        for (key, document) in pairs {
            if made.keys.last() != Some(&key) {
                made.keys.push(key);
                made.ends.push(0);
            }
            made.documents.push(document);
            let end = u32::try_from(made.documents.len()).expect("a segment has under 2^32 pairs");
            *made.ends.last_mut().expect("a key was pushed") = end;
        }
        made.keys.shrink_to_fit();
        made.ends.shrink_to_fit();
        made.way_in = way_in(&made.keys);
        made
    }

    /// The documents that have a key.
    pub fn get(&self, key: u32) -> &[u16] {
        if self.keys.is_empty() {
            return &[];
        }
        let begins = (key >> (32 - WAY_IN)) as usize;
        let (from, to) = (self.way_in[begins] as usize, self.way_in[begins + 1] as usize);
        match self.keys[from..to].binary_search(&key) {
            Ok(found) => self.of_key(from + found),
            Err(_) => &[],
        }
    }

    fn of_key(&self, at: usize) -> &[u16] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.documents[from..self.ends[at] as usize]
    }

    /// Every pair.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u16)> + '_ {
        self.keys
            .iter()
            .enumerate()
            .flat_map(|(at, key)| self.of_key(at).iter().map(move |document| (*key, *document)))
    }

    /// Bytes that it holds.
    pub fn bytes(&self) -> usize {
        4 * (self.keys.capacity() + self.ends.capacity() + self.way_in.capacity())
            + 2 * self.documents.capacity()
    }
}

fn way_in(keys: &[u32]) -> Vec<u32> {
    let mut way_in = Vec::with_capacity((1 << WAY_IN) + 1);
    let mut at = 0;
    for begins in 0..=(1_u64 << WAY_IN) {
        while at < keys.len() && u64::from(keys[at] >> (32 - WAY_IN)) < begins {
            at += 1;
        }
        way_in.push(u32::try_from(at).expect("a segment has under 2^32 keys"));
    }
    way_in
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_goes_in_comes_out(pairs: Vec<(u32, u16)>, other: u32) {
            let made = Postings::of(pairs.clone());
            let mut by_key: BTreeMap<u32, BTreeSet<u16>> = BTreeMap::new();
            for (key, document) in &pairs {
                by_key.entry(*key).or_default().insert(*document);
            }
            for (key, documents) in &by_key {
                let documents: Vec<u16> = documents.iter().copied().collect();
                prop_assert_eq!(made.get(*key), &documents[..]);
            }
            if !by_key.contains_key(&other) {
                prop_assert_eq!(made.get(other), &[] as &[u16]);
            }
            let sorted: BTreeSet<(u32, u16)> = pairs.into_iter().collect();
            prop_assert_eq!(made.pairs().collect::<Vec<_>>(), sorted.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn keys_at_both_ends_are_found() {
        let made = Postings::of(vec![(u32::MAX, 3), (0, 1), (u32::MAX, 2)]);
        assert_eq!((made.get(0), made.get(u32::MAX)), (&[1][..], &[2, 3][..]));
        assert_eq!(Postings::default().get(7), &[] as &[u16]);
    }
}
