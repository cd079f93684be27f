//! Two plain ways to find earlier solutions, beside which the index is measured: BM25 over syllables, and
//! MinHash with bands. Both know only numbers of solutions.

use std::collections::HashMap;

use kernel::text::fold;

/// A solution and how near it is.
pub type Near = (u32, f32);

/// BM25 over syllables, asked with every syllable of a text.
pub struct Bm25 {
    postings: HashMap<u32, Vec<u32>>,
    lengths: Vec<u16>,
}

const K1: f32 = 1.2;
const B: f32 = 0.75;
/// Low bits of a posting: how often; the rest: which solution.
const OFTEN: u32 = 8;

fn keys(text: &str) -> Vec<u32> {
    fold(text).split(' ').map(|syllable| hash(syllable.as_bytes(), 0) as u32).collect()
}

/// FNV-1a with a seed.
fn hash(bytes: &[u8], seed: u64) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash ^ (hash >> 29)
}

impl Bm25 {
    pub fn new() -> Self {
        Self { postings: HashMap::new(), lengths: Vec::new() }
    }

    /// Puts the next solution in.
    pub fn add(&mut self, text: &str) {
        let number = self.lengths.len() as u32;
        let mut counts: HashMap<u32, u32> = HashMap::new();
        let keys = keys(text);
        self.lengths.push(keys.len().min(u16::MAX.into()) as u16);
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
        for (key, count) in counts {
            self.postings.entry(key).or_default().push(number << OFTEN | count.min(255));
        }
    }

    /// The nearest solutions, and how near a copy would be.
    pub fn nearest(&self, text: &str, limit: usize) -> (Vec<Near>, f32) {
        let all = self.lengths.len() as f32;
        let mean = self.lengths.iter().map(|it| f32::from(*it)).sum::<f32>() / all;
        let mut sums = vec![0.0_f32; self.lengths.len()];
        let mut own = 0.0;
        let mut asked: HashMap<u32, u32> = HashMap::new();
        let keys = keys(text);
        let length = keys.len() as f32;
        keys.into_iter().for_each(|key| *asked.entry(key).or_default() += 1);
        let part = |count: f32, length: f32| {
            count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length / mean))
        };
        for (key, count) in asked {
            let Some(postings) = self.postings.get(&key) else { continue };
            let having = postings.len() as f32;
            let weight = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            own += weight * part(count as f32, length);
            for posting in postings {
                let (number, count) = (posting >> OFTEN, posting & 255);
                let length = f32::from(self.lengths[number as usize]);
                sums[number as usize] += weight * part(count as f32, length);
            }
        }
        (best(sums.into_iter().enumerate().map(|(at, sum)| (at as u32, sum)).collect(), limit), own)
    }
}

fn best(mut found: Vec<Near>, limit: usize) -> Vec<Near> {
    let order = |one: &Near, other: &Near| other.1.total_cmp(&one.1);
    if found.len() > limit {
        found.select_nth_unstable_by(limit, order);
        found.truncate(limit);
    }
    found.sort_unstable_by(order);
    found
}

/// Least hashes of a text.
const HASHES: usize = 64;
/// Hashes of a band: two texts meet where a whole band is the same.
const BAND: usize = 4;

/// MinHash over runs of three syllables.
pub struct MinHash {
    least: Vec<[u32; HASHES]>,
    bands: HashMap<(u8, u64), Vec<u32>>,
}

impl MinHash {
    pub fn new() -> Self {
        Self { least: Vec::new(), bands: HashMap::new() }
    }

    fn print(text: &str) -> [u32; HASHES] {
        let keys = keys(text);
        let mut least = [u32::MAX; HASHES];
        for run in keys.windows(3) {
            let bytes: Vec<u8> = run.iter().flat_map(|key| key.to_le_bytes()).collect();
            let (one, step) = (hash(&bytes, 0), hash(&bytes, 0x9e37_79b9) | 1);
            for (at, least) in least.iter_mut().enumerate() {
                let mixed = one.wrapping_add(step.wrapping_mul(at as u64));
                *least = (*least).min((mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32);
            }
        }
        least
    }

    fn bands(print: &[u32; HASHES]) -> impl Iterator<Item = (u8, u64)> {
        print.chunks(BAND).enumerate().map(|(at, band)| {
            let bytes: Vec<u8> = band.iter().flat_map(|it| it.to_le_bytes()).collect();
            (at as u8, hash(&bytes, 7))
        })
    }

    /// Puts the next solution in.
    pub fn add(&mut self, text: &str) {
        let number = self.least.len() as u32;
        let print = Self::print(text);
        for band in Self::bands(&print) {
            self.bands.entry(band).or_default().push(number);
        }
        self.least.push(print);
    }

    /// The nearest solutions of those that it meets, with the share of runs in common, by estimate.
    pub fn nearest(&self, text: &str, limit: usize) -> Vec<Near> {
        let print = Self::print(text);
        let met = Self::bands(&print).filter_map(|band| self.bands.get(&band)).flatten();
        let mut met: Vec<u32> = met.copied().collect();
        met.sort_unstable();
        met.dedup();
        let near = |number: u32| {
            let own = &self.least[number as usize];
            let same = print.iter().zip(own).filter(|(one, other)| one == other).count();
            (number, same as f32 / HASHES as f32)
        };
        best(met.into_iter().map(near).collect(), limit)
    }
}
