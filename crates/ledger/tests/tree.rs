//! The tree against published vectors, against another implementation, and against itself.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as expected")]

use std::collections::HashMap;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ledger::hash::Hash;
use ledger::proof::{self, Head};
use ledger::tree::{Frontier, NodeId, NodeMissing, leaf_hash, root_of};
use proptest::prelude::*;

/// A tree with all its nodes and the root at each size.
struct Grown {
    leaves: Vec<Hash>,
    nodes: HashMap<NodeId, Hash>,
    roots: Vec<Hash>,
}

fn grown(data: &[Vec<u8>]) -> Grown {
    let mut frontier = Frontier::empty();
    let mut tree =
        Grown { leaves: Vec::new(), nodes: HashMap::new(), roots: vec![frontier.root()] };
    for leaf in data {
        tree.leaves.push(leaf_hash(leaf));
        for node in frontier.append(leaf_hash(leaf)) {
            assert_eq!(node.id.completed_by(), tree.leaves.len() as u64 - 1);
            assert_eq!(tree.nodes.insert(node.id, node.hash), None);
        }
        tree.roots.push(frontier.root());
    }
    tree
}

fn numbered(count: u64) -> Vec<Vec<u8>> {
    (0..count).map(|number| number.to_be_bytes().to_vec()).collect()
}

impl Grown {
    fn head(&self, size: u64) -> Head {
        Head { size, root: self.roots[size as usize] }
    }

    fn includes(&self, seq: u64, size: u64, path: &[Hash]) -> bool {
        proof::includes(seq, self.leaves[seq as usize], size, self.roots[size as usize], path)
    }
}

/// The leaves of the vectors of Certificate Transparency.
fn vector_leaves() -> Vec<Vec<u8>> {
    let range = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    vec![
        vec![],
        vec![0],
        vec![0x10],
        range(0x20, 0x21),
        range(0x30, 0x31),
        range(0x40, 0x43),
        range(0x50, 0x57),
        range(0x60, 0x6f),
    ]
}

const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

#[test]
fn roots_are_those_of_certificate_transparency() {
    let tree = grown(&vector_leaves());
    let roots: Vec<String> = tree.roots.iter().map(Hash::to_string).collect();
    assert_eq!(roots, ROOTS);
    for size in 0..=8 {
        assert_eq!(root_of(&tree.leaves[..size]), tree.roots[size]);
    }
}

/// (seq, size, proof)
const INCLUSIONS: [(u64, u64, &[&str]); 6] = [
    (0, 1, &[]),
    (0, 2, &["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"]),
    (
        0,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        &[
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        &[
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
];

/// (earlier, later, proof)
const CONSISTENCIES: [(u64, u64, &[&str]); 4] = [
    (1, 1, &[]),
    (
        1,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        6,
        8,
        &[
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        &[
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
];

#[test]
fn proofs_are_those_of_certificate_transparency() {
    let tree = grown(&vector_leaves());
    let written = |path: Vec<Hash>| path.iter().map(Hash::to_string).collect::<Vec<_>>();
    for (seq, size, expect) in INCLUSIONS {
        let path = proof::inclusion(seq, size, &tree.nodes).unwrap();
        assert_eq!(written(path), expect, "{seq} in {size}");
    }
    for (earlier, later, expect) in CONSISTENCIES {
        let path = proof::consistency(earlier, later, &tree.nodes).unwrap();
        assert_eq!(written(path), expect, "{earlier} to {later}");
    }
}

#[test]
fn roots_and_proofs_are_those_of_another_implementation() {
    let tree = grown(&numbered(70));
    let mut other = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
    let joined =
        |path: Vec<Hash>| path.iter().flat_map(|hash| *hash.as_bytes()).collect::<Vec<u8>>();
    for (leaf, later) in numbered(70).into_iter().zip(1..) {
        other.push(leaf);
        assert_eq!(other.root().as_bytes().as_slice(), tree.roots[later as usize].as_bytes());
        for earlier in 1..=later {
            let seq = earlier - 1;
            let path = proof::inclusion(seq, later, &tree.nodes).unwrap();
            assert_eq!(joined(path), other.prove_inclusion(seq as usize).as_bytes());
            let path = proof::consistency(earlier, later, &tree.nodes).unwrap();
            let additions = (later - earlier) as usize;
            assert_eq!(joined(path), other.prove_consistency(additions).as_bytes());
        }
    }
}

#[test]
fn every_proof_holds_for_its_own_place_only() {
    let tree = grown(&numbered(33));
    for size in 1..=33 {
        for seq in 0..size {
            let path = proof::inclusion(seq, size, &tree.nodes).unwrap();
            let holds: Vec<u64> = (0..size).filter(|at| tree.includes(*at, size, &path)).collect();
            assert_eq!(holds, [seq]);
        }
        for earlier in 0..=size {
            let path = proof::consistency(earlier, size, &tree.nodes).unwrap();
            assert!(proof::continues(tree.head(earlier), tree.head(size), &path));
        }
    }
}

#[test]
fn what_cannot_be_proved_is_not() {
    let tree = grown(&numbered(8));
    assert!(!tree.includes(3, 3, &[]));
    assert!(!proof::continues(tree.head(5), tree.head(3), &[]));
    let wrong = Head { size: 0, root: tree.roots[1] };
    assert!(!proof::continues(wrong, tree.head(3), &[]));
    let huge = Head { size: u64::MAX, root: tree.roots[1] };
    assert!(!proof::continues(tree.head(1), huge, &[tree.roots[1]; 63]));
    assert!(!proof::includes(u64::MAX - 1, tree.roots[1], u64::MAX, tree.roots[1], &[]));
    assert_eq!(proof::inclusion(8, 8, &tree.nodes), Ok(Vec::new()));
    let missing = NodeMissing(NodeId { level: 3, position: 0 });
    assert_eq!(proof::inclusion(8, 9, &HashMap::new()), Err(missing));
    assert_eq!(Frontier::load(9, &HashMap::new()), Err(missing));
}

proptest! {
    #[test]
    fn a_frontier_has_the_root_of_the_definition(data in prop::collection::vec(any::<Vec<u8>>(), 0..80)) {
        let tree = grown(&data);
        for size in 0..=data.len() {
            prop_assert_eq!(tree.roots[size], root_of(&tree.leaves[..size]));
        }
        let loaded = Frontier::load(data.len() as u64, &tree.nodes).unwrap();
        prop_assert_eq!(loaded.root(), tree.roots[data.len()]);
        prop_assert_eq!(loaded.size(), data.len() as u64);
    }

    #[test]
    fn a_proof_needs_what_it_says_and_no_more(a in 0_u64..300, b in 0_u64..300) {
        let (low, high) = (a.min(b), a.max(b));
        let tree = grown(&numbered(high));
        let only = |needs: Vec<NodeId>| -> HashMap<NodeId, Hash> {
            needs.into_iter().map(|id| (id, tree.nodes[&id])).collect()
        };
        let path = proof::consistency(low, high, &only(proof::consistency_needs(low, high))).unwrap();
        prop_assert!(proof::continues(tree.head(low), tree.head(high), &path));
        if low < high {
            let path = proof::inclusion(low, high, &only(proof::inclusion_needs(low, high))).unwrap();
            prop_assert!(tree.includes(low, high, &path));
            prop_assert!(path.len() <= 9);
        }
    }

    #[test]
    fn a_changed_proof_does_not_hold(
        seq in 0_u64..200, more in 1_u64..100, step in any::<prop::sample::Index>(), bit in 0_usize..256,
    ) {
        let size = seq + more;
        let tree = grown(&numbered(size));
        let inclusion = proof::inclusion(seq, size, &tree.nodes).unwrap();
        for changed in changes(&inclusion, step, bit) {
            prop_assert!(!tree.includes(seq, size, &changed));
        }
        let consistency = proof::consistency(seq, size, &tree.nodes).unwrap();
        for changed in changes(&consistency, step, bit) {
            prop_assert!(!proof::continues(tree.head(seq), tree.head(size), &changed));
        }
        let other = Head { size: seq, root: leaf_hash(b"other") };
        prop_assert!(!proof::continues(other, tree.head(size), &consistency));
    }
}

/// The proof with a bit flipped, a step less, a step more.
fn changes(path: &[Hash], step: prop::sample::Index, bit: usize) -> Vec<Vec<Hash>> {
    let mut longer = path.to_vec();
    longer.push(leaf_hash(b"more"));
    if path.is_empty() {
        return vec![longer];
    }
    let mut flipped = path.to_vec();
    let chosen = *step.get(path);
    let index = path.iter().position(|hash| *hash == chosen).unwrap();
    let mut bytes = *chosen.as_bytes();
    bytes[bit / 8] ^= 1 << (bit % 8);
    flipped[index] = Hash::from_bytes(bytes);
    let mut shorter = path.to_vec();
    shorter.remove(index);
    vec![longer, flipped, shorter]
}
