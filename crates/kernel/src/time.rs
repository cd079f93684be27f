//! Time: UTC instants for storage, days of Việt Nam for people, and a clock that is handed in.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};

/// Việt Nam keeps UTC+7 all year and has done so since 1975: no table of zones is needed.
const VIETNAM: Offset = Offset::constant(7);

/// A moment, in milliseconds since 1970 UTC. What storage and the ledger hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The moment that lies `millis` milliseconds after 1970-01-01T00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// The day in Việt Nam.
    pub fn day(self) -> Day {
        Day(self.zoned().date())
    }

    /// `10:42 · 21/11/2026`, time of Việt Nam, for people.
    pub fn written(self) -> String {
        format!("{} · {}", self.clock_face(), self.day().written())
    }

    /// `10:42:07 · 21/11/2026`, time of Việt Nam, where the second matters.
    pub fn to_the_second(self) -> String {
        format!("{}:{:02} · {}", self.clock_face(), self.zoned().second(), self.day().written())
    }

    /// `10:42`, time of Việt Nam.
    pub fn clock_face(self) -> String {
        let local = self.zoned();
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// RFC 3339 in the time of Việt Nam, for machines that show it to people.
    pub fn local(self) -> String {
        format!("{}T{}:{:02}+07:00", self.day(), self.clock_face(), self.zoned().second())
    }

    /// `Sat, 21 Nov 2026 03:00:00 GMT`, as HTTP writes moments (RFC 9110, 5.6.7).
    pub fn http_date(self) -> String {
        let stamp =
            jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        stamp.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    fn zoned(self) -> jiff::Zoned {
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
            .to_zoned(TimeZone::fixed(VIETNAM))
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC with milliseconds, the form of exports and of the ledger.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamp =
            jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        write!(f, "{stamp:.3}")
    }
}

/// A day of the calendar in Việt Nam. Stored as `2026-11-21`, shown as `21/11/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(Date);

/// The text is no day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day")
    }
}

impl std::error::Error for NotADay {}

impl Day {
    /// The day, if the calendar has it.
    ///
    /// # Errors
    /// [`NotADay`] when there is no such day, e.g. 31/4.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NotADay> {
        Date::new(year, month, day).map(Self).map_err(|_| NotADay)
    }

    /// `21/11/2026`, as people write it.
    pub fn written(self) -> String {
        format!("{}/{}/{}", self.0.day(), self.0.month(), self.0.year())
    }

    /// A stored day as people write it; what is no day stays as it is.
    pub fn shown(stored: &str) -> String {
        stored.parse().map_or_else(|_| stored.to_owned(), Self::written)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> i8 {
        self.0.day()
    }

    /// The instant at which the day begins in Việt Nam: "trước ngày D" ends here.
    pub fn begins(self) -> Instant {
        self.start_of(self.0)
    }

    /// The instant at which the day ends: "đến hết ngày D" ends here.
    pub fn ends(self) -> Instant {
        self.start_of(self.0.tomorrow().unwrap_or(self.0))
    }

    /// The day before.
    #[must_use]
    pub fn yesterday(self) -> Self {
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// The day after.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// How many days later `other` is; negative when it is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// The same day some years later, earlier when negative; 29/2 becomes 28/2 where it must.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        let year = self.0.year().saturating_add(years);
        let day = Date::new(year, self.0.month(), self.0.day());
        Self(day.or_else(|_| Date::new(year, self.0.month(), 28)).unwrap_or(self.0))
    }

    fn start_of(self, date: Date) -> Instant {
        let local = date.at(0, 0, 0, 0);
        let stamp = VIETNAM.to_timestamp(local).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Instant::from_millis(stamp.as_millisecond())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `2026-11-21` (storage, date fields) and `21/11/2026` (people).
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
        let [first, month, last] = parts[..] else { return Err(NotADay) };
        let (year, day) = if text.contains('/') { (last, first) } else { (first, last) };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return Err(NotADay);
        }
        let year = year.parse().map_err(|_| NotADay)?;
        let month = month.parse().map_err(|_| NotADay)?;
        Self::new(year, month, day.parse().map_err(|_| NotADay)?)
    }
}

/// Where the time comes from. Verbs never ask the machine.
pub trait Clock: Send + Sync {
    /// The moment now.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::from_millis(jiff::Timestamp::now().as_millisecond())
    }
}

/// Measures how long something took, for logs and metrics only; no decision may rest on it.
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts measuring.
    #[expect(clippy::disallowed_methods, reason = "the one place that measures durations")]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Microseconds since the start.
    pub fn micros(&self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

/// A clock that stands until it is moved; for tests and for the demo's history.
pub struct StandingClock(AtomicI64);

impl StandingClock {
    /// A clock that shows `at`.
    pub const fn at(at: Instant) -> Self {
        Self(AtomicI64::new(at.millis()))
    }

    /// Moves the clock on (back when negative).
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Clock for StandingClock {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_and_years_added() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("2026-11-21").days_until(day("2027-05-31")), 191);
        assert_eq!(day("2026-11-21").days_until(day("2026-11-20")), -1);
        assert_eq!(day("2024-02-29").plus_years(1), day("2025-02-28"));
        assert_eq!(day("2025-05-31").plus_years(2), day("2027-05-31"));
        assert_eq!(day("2025-05-31").plus_years(-1), day("2024-05-31"));
        assert_eq!(day("9999-05-31").plus_years(1), day("9999-05-31"));
    }

    #[test]
    fn days_read_in_both_forms() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(
                text.parse::<Day>().ok().map(|day| day.to_string()).as_deref(),
                expect,
                "{text}"
            );
        };
        check("2026-11-21", Some("2026-11-21"));
        check("21/11/2026", Some("2026-11-21"));
        check("1/7/2025", Some("2025-07-01"));
        check("31/4/2025", None);
        check("10/5/20224", None);
        check("", None);
        check("1-2", None);
    }

    #[test]
    fn a_day_begins_and_ends_in_viet_nam() {
        let day: Day = "2025-05-31".parse().unwrap();
        assert_eq!(day.begins().to_string(), "2025-05-30T17:00:00.000Z");
        assert_eq!(day.ends().to_string(), "2025-05-31T17:00:00.000Z");
        assert_eq!(day.begins().day(), day);
        assert_eq!(day.ends().day(), day.tomorrow());
    }
}
