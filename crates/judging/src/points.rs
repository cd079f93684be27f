//! Points, and what they are multiplied with.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ratio::Ratio;

/// Points (điểm) in hundredths, 0 to 10,000 points.
///
/// There is no default: what nobody gave is absent, and not nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u32")]
pub struct Points(u32);

impl Points {
    /// The most that a scale can hold, 10,000 points.
    pub const MOST: Self = Self(1_000_000);

    /// So many hundredths of a point.
    ///
    /// # Errors
    /// [`NotPoints`] below nought and above [`Self::MOST`].
    pub fn from_hundredths(hundredths: i64) -> Result<Self, NotPoints> {
        let points = u32::try_from(hundredths).map(Self).map_err(|_| NotPoints)?;
        Some(points).filter(|points| *points <= Self::MOST).ok_or(NotPoints)
    }

    /// In hundredths of a point.
    pub const fn hundredths(self) -> u32 {
        self.0
    }
}

impl TryFrom<i64> for Points {
    type Error = NotPoints;

    fn try_from(hundredths: i64) -> Result<Self, NotPoints> {
        Self::from_hundredths(hundredths)
    }
}

impl From<Points> for u32 {
    fn from(points: Points) -> Self {
        points.0
    }
}

impl From<Points> for Ratio {
    fn from(points: Points) -> Self {
        Self::whole(points.0.into())
    }
}

impl fmt::Display for Points {
    /// As people here write them: `27`, `27,5`, `27,25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole},{}", rest / 10),
            (whole, rest) => write!(f, "{whole},{rest:02}"),
        }
    }
}

/// The text or number is no points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPoints;

impl fmt::Display for NotPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not points of 0 to 10,000 with at most two decimals")
    }
}

impl std::error::Error for NotPoints {}

impl FromStr for Points {
    type Err = NotPoints;

    /// Reads `27`, `27,5`, `27.25`.
    fn from_str(text: &str) -> Result<Self, NotPoints> {
        let (whole, rest) = text.trim().split_once([',', '.']).unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
            return Err(NotPoints);
        }
        let whole: i64 = whole.parse().map_err(|_| NotPoints)?;
        let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| NotPoints)?;
        Self::from_hundredths(whole.checked_mul(100).ok_or(NotPoints)?.saturating_add(rest))
    }
}

/// What points are multiplied with (hệ số), in hundredths: 100 leaves them as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(pub u16);

impl Weight {
    /// As it is.
    pub const ONE: Self = Self(100);
    /// Ten times as much; a rule set with a greater weight is not sound.
    pub const MOST: Self = Self(1_000);

    /// As it is, for a rule set that does not say.
    pub(crate) const fn one() -> Self {
        Self::ONE
    }
}

/// Half to even, half up, or down (quy tắc làm tròn).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// To the nearest step, the middle upwards.
    HalfUp,
    /// To the nearest step, the middle to the even one.
    HalfEven,
    /// To the step below.
    Down,
}

/// Rounding (làm tròn) to a step, at a place that the rules name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// In hundredths of a point: 10 is one decimal, 50 half points.
    pub step: NonZeroU32,
    /// Which way.
    pub direction: Direction,
}

impl Rounding {
    /// The step that stands for this number of hundredths (số đã làm tròn), which is not below nought.
    pub fn of(self, exact: Ratio) -> Ratio {
        let steps = exact.per(self.step);
        let (below, rest) = steps.whole_and_rest();
        let up = match (rest.double().cmp(&Ratio::ONE), self.direction) {
            (_, Direction::Down) | (std::cmp::Ordering::Less, _) => false,
            (std::cmp::Ordering::Equal, Direction::HalfEven) => below % 2 != 0,
            _ => true,
        };
        Ratio::whole(below + i128::from(up)).times(self.step.get())
    }

    /// Rounded where the rules say so, else as it is.
    pub(crate) fn maybe(rounding: Option<Self>, exact: Ratio) -> Ratio {
        rounding.map_or(exact, |rounding| rounding.of(exact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_as_people_write_them() {
        let check = |text: &str, expect: Option<u32>| {
            assert_eq!(text.parse().ok().map(Points::hundredths), expect, "{text}");
        };
        check("27", Some(2_700));
        check(" 27,5 ", Some(2_750));
        check("0.05", Some(5));
        check("10000", Some(1_000_000));
        for wrong in ["", ",5", "-1", "1,234", "10000,01", "1e3", "9,9,9", "99999999999999999999"] {
            check(wrong, None);
        }
        check("92233720368547759", None);
    }

    #[test]
    fn points_are_written_as_people_read_them() {
        for text in ["0", "27", "27,5", "27,05", "27,25"] {
            assert_eq!(text.parse::<Points>().map(|it| it.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn points_of_a_file_are_whole_hundredths_in_bounds() {
        let check = |json: &str, expect: Option<u32>| {
            let read = serde_json::from_str::<Points>(json).ok();
            assert_eq!(read.map(Points::hundredths), expect, "{json}");
        };
        check("0", Some(0));
        check("1000000", Some(1_000_000));
        check("1000001", None);
        check("-1", None);
        check("1.5", None);
    }

    #[test]
    fn rounding_goes_the_way_it_says() {
        let check = |hundredths: (i128, u32), step: u32, directions: [i128; 3]| {
            let (above, below) = hundredths;
            let exact = Ratio::whole(above).per(NonZeroU32::new(below).unwrap());
            let rounded =
                [Direction::HalfUp, Direction::HalfEven, Direction::Down].map(|direction| {
                    Rounding { step: NonZeroU32::new(step).unwrap(), direction }.of(exact)
                });
            assert_eq!(rounded, directions.map(Ratio::whole), "{exact} to {step}");
        };
        check((7_645, 1), 10, [7_650, 7_640, 7_640]);
        check((7_655, 1), 10, [7_660, 7_660, 7_650]);
        check((7_644, 1), 10, [7_640, 7_640, 7_640]);
        check((22_937, 3), 10, [7_650, 7_650, 7_640]);
        check((22_934, 3), 10, [7_640, 7_640, 7_640]);
        check((7_625, 1), 50, [7_650, 7_600, 7_600]);
        check((0, 1), 1, [0, 0, 0]);
        check((1, 2), 1, [1, 0, 0]);
    }
}
