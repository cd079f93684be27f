//! The money of a prize among the authors of a dossier, by the shares they agreed to.

use std::collections::BTreeMap;

use ::store::Reader;
use kernel::Failure;

use crate::dossiers::manifest::Manifest;
use crate::dossiers::store::newest_versions;

/// Names of the authors of a dossier, each with a share of the work in hundredths of a percent where one was told.
pub type Authors = Vec<(String, Option<u32>)>;

/// The authors of dossiers as they were handed in, by the id of the dossier.
///
/// # Errors
/// The database is away.
pub async fn of_dossiers(
    reader: &Reader,
    ids: &[String],
) -> Result<BTreeMap<String, Authors>, Failure> {
    let mut authors = BTreeMap::new();
    for version in newest_versions(reader, ids).await? {
        let people = Manifest::read(&version.body)?.entry.people;
        let named = people.authors.into_iter();
        let named = named.map(|it| (it.name, it.share.map(|share| share.hundredths())));
        authors.insert(version.dossier_id, named.collect());
    }
    Ok(authors)
}

/// Parts of an amount in đồng by shares. Where somebody has told none, all parts are equal. The sum is the amount: what
/// rounding leaves goes, đồng by đồng, to those whom rounding cost most, the first among equals.
pub fn split(money: u64, shares: &[Option<u32>]) -> Vec<u64> {
    let told: Option<Vec<u64>> = shares.iter().map(|share| share.map(u64::from)).collect();
    let weights = told.filter(|told| told.iter().sum::<u64>() > 0);
    let weights = weights.unwrap_or_else(|| vec![1; shares.len()]);
    let all: u64 = weights.iter().sum();
    if all == 0 {
        return Vec::new();
    }
    let exact = |weight: &u64| u128::from(money) * u128::from(*weight);
    let whole = |weight: &u64| u64::try_from(exact(weight) / u128::from(all)).unwrap_or(u64::MAX);
    let mut parts: Vec<u64> = weights.iter().map(whole).collect();
    let mut by_loss: Vec<usize> = (0..parts.len()).collect();
    by_loss.sort_by_key(|at| std::cmp::Reverse(exact(&weights[*at]) % u128::from(all)));
    let left = money - parts.iter().sum::<u64>();
    for at in by_loss.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_split_by_shares_to_the_last_dong() {
        let check = |money, shares: &[Option<u32>], expect: &[u64]| {
            assert_eq!(split(money, shares), expect);
        };
        check(20_000_000, &[Some(6_000), Some(4_000)], &[12_000_000, 8_000_000]);
        check(10, &[Some(3_333), Some(3_333), Some(3_334)], &[3, 3, 4]);
        check(100, &[Some(3_333), Some(3_333), Some(3_334)], &[33, 33, 34]);
        check(8_000_000, &[None, None, None], &[2_666_667, 2_666_667, 2_666_666]);
        check(10, &[Some(10_000), None], &[5, 5]);
        check(10, &[Some(0), Some(0)], &[5, 5]);
        check(10, &[Some(10_000), Some(0)], &[10, 0]);
        check(0, &[Some(10_000)], &[0]);
        check(5, &[], &[]);
    }

    #[test]
    fn no_dong_is_lost_or_made() {
        for money in [1, 7, 999_999, 20_000_000, u64::from(u32::MAX)] {
            for parts in 1..12_u32 {
                let shares: Vec<Option<u32>> = (0..parts).map(|at| Some(at * 37 % 101)).collect();
                assert_eq!(split(money, &shares).iter().sum::<u64>(), money, "{money} {parts}");
            }
        }
    }
}
