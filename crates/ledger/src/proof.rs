//! Proofs over the tree: that an entry is in it, and that a later tree continues an earlier one.
//!
//! Made as RFC 6962, sections 2.1.1 and 2.1.2, defines them; verified as RFC 9162, sections 2.1.3.2
//! and 2.1.4.2, does.

use std::ops::Range;

use crate::hash::Hash;
use crate::tree::{NodeId, NodeMissing, Nodes, empty_root, join, parent, peaks};

/// The nodes that [`inclusion`] will ask for.
pub fn inclusion_needs(seq: u64, size: u64) -> Vec<NodeId> {
    needs(&inclusion_ranges(seq, size))
}

/// The proof that leaf `seq` is in the tree of `size` leaves; empty when it cannot be in it.
///
/// # Errors
/// [`NodeMissing`] when one of [`inclusion_needs`] is not known.
pub fn inclusion(seq: u64, size: u64, nodes: &impl Nodes) -> Result<Vec<Hash>, NodeMissing> {
    hashes(&inclusion_ranges(seq, size), nodes)
}

/// The nodes that [`consistency`] will ask for.
pub fn consistency_needs(earlier: u64, later: u64) -> Vec<NodeId> {
    needs(&consistency_ranges(earlier, later))
}

/// The proof that the tree of `later` leaves continues the tree of `earlier` leaves.
///
/// Empty when one of them is empty or both are the same.
///
/// # Errors
/// [`NodeMissing`] when one of [`consistency_needs`] is not known.
pub fn consistency(earlier: u64, later: u64, nodes: &impl Nodes) -> Result<Vec<Hash>, NodeMissing> {
    hashes(&consistency_ranges(earlier, later), nodes)
}

/// Whether `proof` shows that `leaf` stands at `seq` in the tree of `size` leaves with this root.
pub fn includes(seq: u64, leaf: Hash, size: u64, root: Hash, proof: &[Hash]) -> bool {
    if seq >= size {
        return false;
    }
    let (mut node, mut last) = (seq, size - 1);
    let mut hash = leaf;
    for step in proof {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = parent(*step, hash);
            let skipped = if node & 1 == 1 { 0 } else { node.trailing_zeros() };
            (node, last) = shifted(node, last, skipped);
        } else {
            hash = parent(hash, *step);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    last == 0 && hash == root
}

/// A tree: how many leaves, and the root over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many leaves.
    pub size: u64,
    /// The root.
    pub root: Hash,
}

/// Whether `proof` shows that the tree `later` begins with all of the tree `earlier`.
pub fn continues(earlier: Head, later: Head, proof: &[Hash]) -> bool {
    if earlier.size > later.size {
        return false;
    }
    if earlier.size == 0 {
        return proof.is_empty() && earlier.root == empty_root();
    }
    if earlier.size == later.size {
        return proof.is_empty() && earlier.root == later.root;
    }
    let whole = earlier.size.is_power_of_two().then_some(earlier.root);
    let mut path = whole.iter().chain(proof).copied();
    let Some(seed) = path.next() else { return false };
    rebuilt(earlier.size, later.size, seed, path) == Some((earlier.root, later.root))
}

/// The two roots that a consistency path leads to from its first hash.
fn rebuilt(
    earlier: u64,
    later: u64,
    seed: Hash,
    path: impl Iterator<Item = Hash>,
) -> Option<(Hash, Hash)> {
    let ones = (earlier - 1).trailing_ones();
    let (mut node, mut last) = shifted(earlier - 1, later - 1, ones);
    let (mut old, mut new) = (seed, seed);
    for step in path {
        if last == 0 {
            return None;
        }
        if node & 1 == 1 || node == last {
            old = parent(step, old);
            new = parent(step, new);
            let skipped = if node & 1 == 1 { 0 } else { node.trailing_zeros() };
            (node, last) = shifted(node, last, skipped);
        } else {
            new = parent(new, step);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    (last == 0).then_some((old, new))
}

/// Both numbers some levels up; 64 levels up is above every tree.
fn shifted(node: u64, last: u64, levels: u32) -> (u64, u64) {
    (node.checked_shr(levels).unwrap_or(0), last.checked_shr(levels).unwrap_or(0))
}

fn inclusion_ranges(seq: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    let mut tree = 0..size;
    while seq < size && tree.end - tree.start > 1 {
        let middle = split(&tree);
        if seq < middle {
            ranges.push(middle..tree.end);
            tree.end = middle;
        } else {
            ranges.push(tree.start..middle);
            tree.start = middle;
        }
    }
    ranges.reverse();
    ranges
}

fn consistency_ranges(earlier: u64, later: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    if earlier == 0 || earlier > later {
        return ranges;
    }
    let mut tree = 0..later;
    while earlier != tree.end {
        let middle = split(&tree);
        if earlier <= middle {
            ranges.push(middle..tree.end);
            tree.end = middle;
        } else {
            ranges.push(tree.start..middle);
            tree.start = middle;
        }
    }
    if tree.start > 0 {
        ranges.push(tree);
    }
    ranges.reverse();
    ranges
}

/// Where RFC 6962 splits a tree of two or more leaves: after the greatest power of two below.
fn split(tree: &Range<u64>) -> u64 {
    let size = tree.end - tree.start;
    tree.start + (1 << (size - 1).ilog2())
}

fn needs(ranges: &[Range<u64>]) -> Vec<NodeId> {
    ranges.iter().flat_map(|range| peaks(range.start, range.end)).collect()
}

fn hashes(ranges: &[Range<u64>], nodes: &impl Nodes) -> Result<Vec<Hash>, NodeMissing> {
    ranges.iter().map(|range| range_hash(range, nodes)).collect()
}

fn range_hash(range: &Range<u64>, nodes: &impl Nodes) -> Result<Hash, NodeMissing> {
    let peaks = peaks(range.start, range.end)
        .into_iter()
        .map(|id| nodes.node(id).ok_or(NodeMissing(id)))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(join(&peaks).expect("a proof has no empty range"))
}
