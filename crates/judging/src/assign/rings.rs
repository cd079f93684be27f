//! A queue of nodes by distance, whose smallest distance never falls (Denardo and Fox 1979).
//!
//! Most distances are small, so the next ones have a ring each; what is farther waits together until the rings
//! are moved to it.

/// So many distances have a ring of their own.
const RINGS: u64 = 1 << 10;

/// Nodes by distance.
#[derive(Debug)]
pub struct Rings {
    /// The distance of the first ring.
    first: u64,
    /// The ring that is looked into.
    at: usize,
    rings: Vec<Vec<u32>>,
    beyond: Vec<(u32, u64)>,
}

impl Default for Rings {
    fn default() -> Self {
        let rings = vec![Vec::new(); RINGS as usize];
        Self { first: 0, at: 0, rings, beyond: Vec::new() }
    }
}

impl Rings {
    /// Puts a node in. Its distance is no smaller than the one that was taken out last.
    pub fn push(&mut self, node: u32, distance: u64) {
        match distance - self.first {
            ring if ring < RINGS => self.rings[ring as usize].push(node),
            _ => self.beyond.push((node, distance)),
        }
    }

    /// Takes out a node with the smallest distance.
    pub fn pop(&mut self) -> Option<(u32, u64)> {
        loop {
            while self.at < self.rings.len() {
                if let Some(node) = self.rings[self.at].pop() {
                    return Some((node, self.first + self.at as u64));
                }
                self.at += 1;
            }
            self.first = self.beyond.iter().map(|(_, distance)| *distance).min()?;
            self.at = 0;
            for (node, distance) in std::mem::take(&mut self.beyond) {
                self.push(node, distance);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_goes_in_comes_out_by_distance(
            begin in proptest::collection::vec(0..5_000_u64, 1..40),
            later in proptest::collection::vec(0..1_000_000_u64, 0..40),
        ) {
            let mut rings = Rings::default();
            (0..).zip(&begin).for_each(|(node, distance)| rings.push(node, *distance));
            let mut expect: Vec<u64> = begin;
            let mut later = later.into_iter();
            let mut found = Vec::new();
            while let Some((_, distance)) = rings.pop() {
                found.push(distance);
                if let Some(more) = later.next() {
                    rings.push(0, distance + more);
                    expect.push(distance + more);
                }
            }
            expect.sort_unstable();
            prop_assert_eq!(found, expect);
        }
    }
}
