//! All syllables as a tree, and the search for those that a garbled token may be.

use super::confusions::{COUNT, Confusions, Cost, Grid, NEVER, STRANGE, Shape, WIDEST, letter};
use super::lexicon::Word;

/// How much dearer than the best a candidate may be.
const SLACK: f32 = 900.0;

/// How many candidates are kept for a token.
const KEPT: usize = 10;

/// What a token's print may cost at most.
const MOST: Cost = 1_600;

/// A node is a prefix; its children stand side by side.
#[derive(Debug, Clone, Copy)]
struct Node {
    letter: u8,
    children: (u32, u8),
    word: Option<Word>,
    /// The least cost of a word here or below.
    least: f32,
    own: f32,
}

/// The tree; the first node is the empty prefix.
#[derive(Debug, Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
}

/// A word that a token may be, and the cost of its having been printed so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) word: Word,
    pub(super) printed: Cost,
    /// With the cost of the word itself; candidates are chosen by this.
    whole: f32,
}

impl Trie {
    /// The tree of these words with the cost of each. Words with foreign letters are left out.
    pub(super) fn grow<'a>(words: impl Iterator<Item = (&'a str, Word, f32)>) -> Self {
        let mut spelt: Vec<(Vec<u8>, Word, f32)> = words
            .filter_map(|(text, word, cost)| {
                Some((text.chars().map(letter).collect::<Option<_>>()?, word, cost))
            })
            .collect();
        spelt.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let root = Node { letter: 0, children: (0, 0), word: None, least: f32::MAX, own: f32::MAX };
        let mut trie = Self { nodes: vec![root] };
        trie.branch(0, 0, &spelt);
        trie
    }

    /// Adds below `at` the words, which share their first `depth` letters.
    fn branch(&mut self, at: usize, depth: usize, words: &[(Vec<u8>, Word, f32)]) -> f32 {
        let mut rest = words;
        if let Some((spelt, word, cost)) = words.first().filter(|first| first.0.len() == depth) {
            debug_assert_eq!(spelt.len(), depth);
            self.nodes[at].word = Some(*word);
            self.nodes[at].own = *cost;
            rest = &words[1..];
        }
        let groups: Vec<_> = rest.chunk_by(|a, b| a.0[depth] == b.0[depth]).collect();
        let first = self.nodes.len();
        self.nodes[at].children = (first as u32, groups.len() as u8);
        self.nodes.extend(groups.iter().map(|group| Node {
            letter: group[0].0[depth],
            children: (0, 0),
            word: None,
            least: f32::MAX,
            own: f32::MAX,
        }));
        let mut least = self.nodes[at].own;
        for (place, group) in groups.into_iter().enumerate() {
            least = least.min(self.branch(first + place, depth + 1, group));
        }
        self.nodes[at].least = least;
        least
    }

    /// The words that the token may be, likeliest first: by the confusions that are known, and if
    /// they explain it badly, by arbitrary ones too.
    pub(super) fn candidates(&self, token: &[char], shape: Shape) -> Vec<Candidate> {
        let table = Confusions::shared();
        let capital = shape == Shape::Capital;
        let grids = (0..=token.len()).map(|at| Place::new(table.grid(token, at, capital)));
        let mut search = Search {
            trie: self,
            first: Place::new(table.grid(token, 0, shape != Shape::Small)),
            grids: grids.collect(),
            found: Vec::with_capacity(KEPT + 1),
            // Long tokens may be spoilt in more places.
            bound: 1_200.0 + 500.0 * token.len().min(8) as f32,
            strange: NEVER,
        };
        search.walk(0, 0, 0);
        if search.found.first().is_none_or(|best| best.printed > STRANGE) {
            search.strange = STRANGE;
            search.walk(0, 0, 0);
        }
        search.found
    }
}

/// The costs of the letters at a place of the token.
struct Place {
    grid: Grid,
    /// A bit for each letter that it may be by known confusions.
    may_be: u128,
}

impl Place {
    fn new(grid: Grid) -> Self {
        let may_be = |letter: &usize| grid.iter().any(|row| row[*letter] < NEVER);
        let may_be = (0..COUNT).filter(may_be).fold(0, |bits, letter| bits | 1 << letter);
        Self { grid, may_be }
    }
}

struct Search<'a> {
    trie: &'a Trie,
    /// The costs of the first letter, which may be a capital.
    first: Place,
    grids: Vec<Place>,
    found: Vec<Candidate>,
    bound: f32,
    /// What a confusion costs that was never seen.
    strange: Cost,
}

impl Search<'_> {
    /// Tries every child of the node for the token from `at` on.
    fn walk(&mut self, node: usize, at: usize, so_far: Cost) {
        let (first, count) = self.trie.nodes[node].children;
        let left = self.grids.len() - 1 - at;
        if self.strange < NEVER && node > 0 && left > 0 {
            self.skip(node, at, so_far);
        }
        for child in first as usize..first as usize + usize::from(count) {
            let Node { letter, word, least, own, children } = self.trie.nodes[child];
            let place = if node == 0 { &self.first } else { &self.grids[at] };
            if place.may_be >> letter & 1 == 0 && self.strange == NEVER {
                continue;
            }
            for width in 0..=WIDEST.min(left) {
                let place = if node == 0 { &self.first } else { &self.grids[at] };
                let known = place.grid[width][usize::from(letter) % COUNT];
                let cost = so_far + if width < 2 { known.min(self.strange) } else { known };
                if cost > MOST || f32::from(cost) + least > self.bound {
                    continue;
                }
                if let Some(word) = word.filter(|_| width == left) {
                    self.offer(word, cost, own);
                }
                if children.1 > 0 {
                    self.walk(child, at + width, cost);
                }
            }
        }
    }

    /// Goes on behind a character that no letter was printed as.
    fn skip(&mut self, node: usize, at: usize, so_far: Cost) {
        let Node { least, word, own, .. } = self.trie.nodes[node];
        let cost = so_far + self.strange;
        if cost > MOST || f32::from(cost) + least > self.bound {
            return;
        }
        if let Some(word) = word.filter(|_| at + 2 == self.grids.len()) {
            self.offer(word, cost, own);
        }
        self.walk(node, at + 1, cost);
    }

    fn offer(&mut self, word: Word, printed: Cost, own: f32) {
        let whole = f32::from(printed) + own;
        if whole > self.bound {
            return;
        }
        if let Some(known) = self.found.iter().position(|candidate| candidate.word == word) {
            if self.found[known].whole <= whole {
                return;
            }
            self.found.remove(known);
        }
        let place = self.found.partition_point(|candidate| candidate.whole <= whole);
        self.found.insert(place, Candidate { word, printed, whole });
        self.found.truncate(KEPT);
        self.bound = self.bound.min(self.found[0].whole + SLACK);
        if self.found.len() == KEPT {
            self.bound = self.bound.min(self.found[KEPT - 1].whole);
        }
    }
}
