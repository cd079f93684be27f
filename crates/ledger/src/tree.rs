//! The tree of RFC 6962, section 2.1, built leaf by leaf.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::hash::Hash;

/// Where a complete subtree stands: `2^level` leaves from leaf `position * 2^level` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    /// Height above the leaves; a leaf has 0.
    pub level: u32,
    /// Number within its level, from the left, from 0.
    pub position: u64,
}

impl NodeId {
    /// The entry whose appending completed this node, and beside which it is stored.
    pub const fn completed_by(self) -> u64 {
        ((self.position + 1) << self.level) - 1
    }
}

/// A complete subtree and its hash. It never changes once it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub id: NodeId,
    /// Its hash.
    pub hash: Hash,
}

/// Where the hashes of complete subtrees come from.
pub trait Nodes {
    /// The hash of this node, if it is known.
    fn node(&self, id: NodeId) -> Option<Hash>;
}

impl Nodes for BTreeMap<NodeId, Hash> {
    fn node(&self, id: NodeId) -> Option<Hash> {
        self.get(&id).copied()
    }
}

impl Nodes for HashMap<NodeId, Hash> {
    fn node(&self, id: NodeId) -> Option<Hash> {
        self.get(&id).copied()
    }
}

/// A node that is needed is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NodeMissing(pub NodeId);

impl fmt::Display for NodeMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tree node {} of level {} is missing", self.0.position, self.0.level)
    }
}

impl std::error::Error for NodeMissing {}

/// The hash of a leaf with these data: SHA-256 of 0x00 and the data.
pub fn leaf_hash(data: &[u8]) -> Hash {
    Hash::of(&[&[0], data])
}

/// The hash above two nodes: SHA-256 of 0x01, left and right.
pub fn parent(left: Hash, right: Hash) -> Hash {
    Hash::of(&[&[1], left.as_bytes(), right.as_bytes()])
}

/// The root of the tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Hash::of(&[])
}

/// The root over these leaf hashes, straight from the definition.
pub fn root_of(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            parent(root_of(left), root_of(right))
        }
    }
}

/// The complete subtrees that make up the leaves `start..end`, left to right, greatest first.
///
/// Right for the ranges that proofs and frontiers use, whose start is a multiple of the greatest.
pub(crate) fn peaks(start: u64, end: u64) -> Vec<NodeId> {
    let mut ids = Vec::new();
    let mut from = start;
    while from < end {
        let level = (end - from).ilog2();
        ids.push(NodeId { level, position: from >> level });
        from += 1 << level;
    }
    ids
}

/// The hash over a row of peaks: the rightmost two are joined first.
pub(crate) fn join(peaks: &[Hash]) -> Option<Hash> {
    peaks.iter().rev().copied().reduce(|right, left| parent(left, right))
}

/// The right edge of the tree: all that is needed to append a leaf and to know the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of the tree without leaves.
    pub const fn empty() -> Self {
        Self { size: 0, peaks: Vec::new() }
    }

    /// The nodes that [`Frontier::load`] will ask for, at most 64.
    pub fn needs(size: u64) -> Vec<NodeId> {
        peaks(0, size)
    }

    /// The edge of the tree with `size` leaves, from its stored nodes.
    ///
    /// # Errors
    /// [`NodeMissing`] when one of [`Frontier::needs`] is not there.
    pub fn load(size: u64, nodes: &impl Nodes) -> Result<Self, NodeMissing> {
        let peaks = Self::needs(size)
            .into_iter()
            .map(|id| nodes.node(id).ok_or(NodeMissing(id)))
            .collect::<Result<_, _>>()?;
        Ok(Self { size, peaks })
    }

    /// How many leaves there are.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf. The answer is the leaf and the nodes above it that are complete by it, by
    /// ascending level; they are to be stored with the entry.
    pub fn append(&mut self, leaf: Hash) -> Vec<Node> {
        let mut hash = leaf;
        let mut nodes = vec![self.completed(0, hash)];
        for level in 1..=self.size.trailing_ones() {
            let left = self.peaks.pop().expect("each one-bit of the size has its peak");
            hash = parent(left, hash);
            nodes.push(self.completed(level, hash));
        }
        self.peaks.push(hash);
        self.size += 1;
        nodes
    }

    /// The root of the tree as it stands.
    pub fn root(&self) -> Hash {
        join(&self.peaks).unwrap_or_else(empty_root)
    }

    fn completed(&self, level: u32, hash: Hash) -> Node {
        Node { id: NodeId { level, position: self.size >> level }, hash }
    }
}
