//! Lots (bốc thăm): among equally cheap assignments, the one with the least sum of lots is taken.

use crate::design::Pair;

/// Bits of a lot.
pub const BITS: u32 = 24;
/// By how much the state of SplitMix64 grows from number to number.
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The lot of a pair, 24 bits.
///
/// It is a number of SplitMix64 (Steele, Lea and Flood 2014; `java.util.SplittableRandom`) begun with the seed:
/// dossier d and judge j have its number d · 2³² + j, counted from 0, of which the highest 24 bits are taken.
/// The n-th number needs none of those before it, so that anybody can compute a single lot.
pub fn lot(seed: u64, pair: Pair) -> u32 {
    let place = u64::from(pair.dossier.0) << 32 | u64::from(pair.judge.0);
    let state = seed.wrapping_add(place.wrapping_add(1).wrapping_mul(STRIDE));
    (mixed(state) >> (64 - BITS)) as u32
}

fn mixed(mut state: u64) -> u64 {
    state = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ state >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ state >> 31
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{DossierNumber, JudgeNumber};

    #[test]
    fn lots_are_those_of_the_published_generator() {
        let check = |seed: u64, dossier: u32, judge: u32, whole: u64| {
            let pair = Pair { dossier: DossierNumber(dossier), judge: JudgeNumber(judge) };
            assert_eq!(u64::from(lot(seed, pair)), whole >> 40, "{seed} {pair:?}");
        };
        // The first numbers of SplitMix64 begun with 1234567, as Rosetta Code lists them.
        check(1_234_567, 0, 0, 6_457_827_717_110_365_317);
        check(1_234_567, 0, 1, 3_203_168_211_198_807_973);
        check(1_234_567, 0, 2, 9_817_491_932_198_370_423);
        check(1_234_567, 0, 3, 4_593_380_528_125_082_431);
        check(1_234_567, 0, 4, 16_408_922_859_458_223_821);
    }
}
