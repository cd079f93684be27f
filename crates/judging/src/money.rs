//! The money of prizes: what is more than allowed, and how authors divide it.

use serde::Serialize;

use crate::prize::{Class, Prize};
use crate::rules::Rules;

/// What the national contest pays (mức giải thưởng toàn quốc), in đồng.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct National {
    /// A sum for each class of prize; a class that is not named has no limit.
    pub sums: Vec<(Class, u32)>,
    /// How much of it a province or ministry may pay at most, in percent.
    pub most_percent: u8,
}

impl National {
    /// The sums of the 15th national contest (Hội thi toàn quốc lần thứ 15), 2018–19, of which a province or
    /// ministry pays 80 percent at most by Thông tư 27/2018/TT-BTC.
    pub fn contest_of_technical_innovation() -> Self {
        let sums = vec![
            (Class::First, 50_000_000),
            (Class::Second, 40_000_000),
            (Class::Third, 30_000_000),
            (Class::Consolation, 10_000_000),
        ];
        Self { sums, most_percent: 80 }
    }
}

/// A prize that brings more than is allowed (giải vượt mức chi): a warning, for a council may have its own
/// ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TooMuch<'a> {
    /// The key of the prize.
    pub prize: &'a str,
    /// What it brings, in đồng.
    pub money: u32,
    /// What it may bring, in đồng.
    pub most: u32,
}

/// The prizes that bring more than is allowed (cảnh báo mức chi).
pub fn too_much<'a>(rules: &'a Rules, national: &National) -> Vec<TooMuch<'a>> {
    rules.prizes.iter().filter_map(|prize| above(prize, national)).collect()
}

fn above<'a>(prize: &'a Prize, national: &National) -> Option<TooMuch<'a>> {
    let (_, sum) = national.sums.iter().find(|(class, _)| *class == prize.class)?;
    let most = u64::from(*sum) * u64::from(national.most_percent) / 100;
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let found = TooMuch { prize: &prize.key, money: prize.money, most };
    (prize.money > most).then_some(found)
}

/// Divides a sum by shares (chia tiền thưởng theo tỷ lệ đóng góp): each gets the whole đồng of their part,
/// and what is left goes one by one to the largest remainders, of equal ones to the earlier. The parts make
/// the sum exactly.
///
/// Nothing, if there is no share above nought.
pub fn divided(sum: u32, shares: &[u32]) -> Option<Vec<u32>> {
    let all: u64 = shares.iter().map(|share| u64::from(*share)).sum();
    if all == 0 {
        return None;
    }
    let exact = shares.iter().map(|share| u128::from(sum) * u128::from(*share));
    let exact = exact.map(|product| (product / u128::from(all), product % u128::from(all)));
    let (mut parts, rests): (Vec<u128>, Vec<u128>) = exact.unzip();
    let given: u128 = parts.iter().sum();
    let left = u128::from(sum) - given;
    let mut order: Vec<usize> = (0..rests.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(rests[*at]));
    for (at, _) in order.into_iter().zip(0..left) {
        parts[at] += 1;
    }
    let whole = |part: u128| u32::try_from(part).expect("a part is no greater than the sum");
    Some(parts.into_iter().map(whole).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::prize::Places;

    #[test]
    fn sums_are_divided_to_the_dong() {
        let check = |sum: u32, shares: &[u32], expect: Option<&[u32]>| {
            assert_eq!(divided(sum, shares).as_deref(), expect, "{sum} by {shares:?}");
        };
        check(10_000_000, &[6_000, 4_000], Some(&[6_000_000, 4_000_000]));
        check(10_000_000, &[3_334, 3_333, 3_333], Some(&[3_334_000, 3_333_000, 3_333_000]));
        check(100, &[1, 1, 1], Some(&[34, 33, 33]));
        check(101, &[1, 1, 1], Some(&[34, 34, 33]));
        check(7, &[5_000, 2_500, 2_500], Some(&[3, 2, 2]));
        check(5, &[1, 0, 2], Some(&[2, 0, 3]));
        check(0, &[1], Some(&[0]));
        check(u32::MAX, &[u32::MAX, 0], Some(&[u32::MAX, 0]));
        check(5, &[], None);
        check(5, &[0, 0], None);
    }

    #[test]
    fn more_than_eighty_percent_is_told() {
        let check = |class: Class, money: u32, most: Option<u32>| {
            let places = Places::Unlimited;
            let (key, name) = ("p".to_owned(), String::new());
            let prize = Prize { key, name, class, money, minimum: None, places };
            let found = above(&prize, &National::contest_of_technical_innovation());
            assert_eq!(found.map(|it| it.most), most, "{class:?} {money}");
        };
        // Quyết định 30/2018/QĐ-UBND of Hà Giang takes exactly 80 percent.
        check(Class::First, 40_000_000, None);
        check(Class::Second, 32_000_000, None);
        check(Class::Third, 24_000_000, None);
        check(Class::Consolation, 8_000_000, None);
        check(Class::First, 40_000_001, Some(40_000_000));
        check(Class::Consolation, 10_000_000, Some(8_000_000));
        check(Class::Special, u32::MAX, None);
    }

    proptest! {
        #[test]
        fn parts_make_the_sum_and_are_fair(
            sum in any::<u32>(),
            shares in prop::collection::vec(0_u32..=10_000, 1..12),
        ) {
            let all: u64 = shares.iter().map(|share| u64::from(*share)).sum();
            let Some(parts) = divided(sum, &shares) else {
                prop_assert_eq!(all, 0);
                return Ok(());
            };
            prop_assert_eq!(parts.iter().map(|part| u64::from(*part)).sum::<u64>(), u64::from(sum));
            for (part, share) in parts.iter().zip(&shares) {
                let (part, exact) = (u64::from(*part) * all, u64::from(sum) * u64::from(*share));
                prop_assert!(part.abs_diff(exact) < all);
            }
        }
    }
}
