//! Exact fractions: a mean of seven sheets is seldom a whole number of hundredths.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::num::{NonZeroU32, NonZeroU64};
use std::ops::{Add, Sub};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An exact fraction (phân số), reduced, with a positive denominator.
///
/// Rule sets and records that are sound keep every number of a ranking below 10^22 above the line and
/// below 10^15 under it, so that sums and comparisons stay within 128 bits; DESIGN.md counts it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self { above: number, below: 1 }
    }

    /// A part of it: one of so many.
    #[must_use]
    pub fn per(self, parts: NonZeroU32) -> Self {
        Self::reduced(self.above, self.below * i128::from(parts.get()))
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        Self::reduced(self.above * i128::from(factor), self.below)
    }

    /// Twice as much.
    #[must_use]
    pub fn double(self) -> Self {
        self.times(2)
    }

    /// So many hundredths of it.
    #[must_use]
    pub fn percent(self, percent: u8) -> Self {
        Self::reduced(self.above * i128::from(percent), self.below * 100)
    }

    /// The whole number that is not above it, and what is left, which is below one.
    pub fn whole_and_rest(self) -> (i128, Self) {
        let whole = self.above.div_euclid(self.below);
        (whole, Self { above: self.above - whole * self.below, below: self.below })
    }

    /// The mean (điểm trung bình); none of nothing.
    pub fn mean(of: &[Self]) -> Option<Self> {
        let count = NonZeroU32::new(u32::try_from(of.len()).ok()?)?;
        Some(of.iter().copied().sum::<Self>().per(count))
    }

    fn reduced(above: i128, below: i128) -> Self {
        let common = common_divisor(above.unsigned_abs(), below.unsigned_abs());
        let common = i128::try_from(common).expect("a divisor of a denominator is no greater");
        Self { above: above / common, below: below / common }
    }
}

/// The greatest number that divides both; `below` is not nought.
fn common_divisor(above: u128, below: u128) -> u128 {
    if above.is_multiple_of(below) {
        return below;
    }
    // Division of 64 bits is many times as fast, and nearly every number fits.
    match (u64::try_from(above), u64::try_from(below)) {
        (Ok(mut one), Ok(mut other)) => {
            while other != 0 {
                (one, other) = (other, one % other);
            }
            one.into()
        }
        _ => common_divisor(below, above % below),
    }
}

impl Add for Ratio {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if self.below == other.below {
            return Self::reduced(self.above + other.above, self.below);
        }
        Self::reduced(self.above * other.below + other.above * self.below, self.below * other.below)
    }
}

impl Sub for Ratio {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { above: -other.above, below: other.below }
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.below == other.below {
            return self.above.cmp(&other.above);
        }
        (self.above * other.below).cmp(&(other.above * self.below))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// `7650`, `22951/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.below {
            1 => write!(f, "{}", self.above),
            below => write!(f, "{}/{below}", self.above),
        }
    }
}

/// The text is no reduced fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARatio;

impl fmt::Display for NotARatio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a reduced fraction")
    }
}

impl std::error::Error for NotARatio {}

impl FromStr for Ratio {
    type Err = NotARatio;

    /// Reads the one spelling that is written.
    fn from_str(text: &str) -> Result<Self, NotARatio> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let above: i128 = above.parse().map_err(|_| NotARatio)?;
        let below: NonZeroU64 = below.parse().map_err(|_| NotARatio)?;
        let read = Self::reduced(above, below.get().into());
        Some(read).filter(|read| read.to_string() == text).ok_or(NotARatio)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(above: i128, below: u32) -> Ratio {
        Ratio::whole(above).per(NonZeroU32::new(below).unwrap())
    }

    #[test]
    fn a_fraction_has_one_spelling() {
        let check = |text: &str, expect: Option<Ratio>| {
            assert_eq!(text.parse().ok(), expect, "{text}");
        };
        check("22951/3", Some(ratio(22_951, 3)));
        check("-1/2", Some(ratio(-1, 2)));
        check("0", Some(Ratio::ZERO));
        for wrong in ["", "2/4", "3/1", "1/0", "1/-2", "+1", "01", "1/2/3", " 1", "0/2"] {
            check(wrong, None);
        }
    }

    #[test]
    fn means_are_exact() {
        let check = |of: &[i128], expect: Option<&str>| {
            let of: Vec<Ratio> = of.iter().copied().map(Ratio::whole).collect();
            assert_eq!(Ratio::mean(&of).map(|it| it.to_string()).as_deref(), expect);
        };
        check(&[], None);
        check(&[7_650], Some("7650"));
        check(&[1, 2], Some("3/2"));
        check(&[7_650, 7_651, 7_650], Some("22951/3"));
    }

    #[test]
    fn numbers_beyond_64_bits_are_reduced_too() {
        let great = Ratio::whole(3 << 70).per(NonZeroU32::new(1 << 31).unwrap());
        let greater = Ratio { above: 3 << 80, below: 1 };
        assert_eq!(great.to_string(), (3_i128 << 39).to_string());
        assert_eq!(Ratio::reduced(9 * (1 << 70), 6 * (1 << 71)).to_string(), "3/4");
        assert!(great < greater);
    }

    proptest! {
        #[test]
        fn fractions_keep_the_laws_of_numbers(
            (a, b, c) in (-9_999_i128..9_999, -9_999_i128..9_999, -9_999_i128..9_999),
            (x, y, z) in (1_u32..999, 1_u32..999, 1_u32..999),
        ) {
            let (one, two, three) = (ratio(a, x), ratio(b, y), ratio(c, z));
            prop_assert_eq!(one + two, two + one);
            prop_assert_eq!((one + two) + three, one + (two + three));
            prop_assert_eq!(one - one, Ratio::ZERO);
            prop_assert_eq!((one - two) + two, one);
            prop_assert_eq!(one < two, one + three < two + three);
            prop_assert_eq!(one.times(x), Ratio::whole(a));
            prop_assert_eq!(one.double(), one + one);
            prop_assert_eq!(one.to_string().parse::<Ratio>(), Ok(one));
            let (whole, rest) = one.whole_and_rest();
            prop_assert_eq!(Ratio::whole(whole) + rest, one);
            prop_assert!(Ratio::ZERO <= rest && rest < Ratio::ONE);
        }
    }
}
