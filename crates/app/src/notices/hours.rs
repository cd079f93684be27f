//! Hours (giờ nhận thư): when the daily mail leaves, and when no mail leaves at all. Pure.

use kernel::{Instant, Refusal};

const HOUR_SECONDS: i64 = 3600;
const DAY_SECONDS: i64 = 24 * HOUR_SECONDS;

/// The hours of somebody, in the time of Việt Nam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The daily mail leaves at this hour, 0 to 23.
    pub digest: i64,
    /// From this hour until that one no mail leaves; it may lie over midnight.
    pub quiet: Option<(i64, i64)>,
}

impl Default for Hours {
    /// The daily mail at seven, silence from nine in the evening until six.
    fn default() -> Self {
        Self { digest: 7, quiet: Some((21, 6)) }
    }
}

impl Hours {
    /// Reads the fields of the form; two equal hours mean that there is no silence.
    ///
    /// # Errors
    /// One is no hour.
    pub fn read(digest: &str, from: &str, until: &str) -> Result<Self, Refusal> {
        let hour = |field: &'static str, typed: &str| -> Result<i64, Refusal> {
            let hour = typed.trim().parse().ok().filter(|hour| (0..24).contains(hour));
            hour.ok_or_else(|| Refusal::field(field, "notice-hour-unreadable"))
        };
        let quiet = match (from.trim(), until.trim()) {
            ("", "") => None,
            _ => Some((hour("quiet_from", from)?, hour("quiet_until", until)?)),
        };
        Ok(Self {
            digest: hour("digest_hour", digest)?,
            quiet: quiet.filter(|(from, until)| from != until),
        })
    }

    /// Whether mail waits at this moment.
    pub fn is_quiet(&self, at: Instant) -> bool {
        let hour = (at.millis() - at.day().begins().millis()) / (HOUR_SECONDS * 1000);
        match self.quiet {
            Some((from, until)) if from < until => (from..until).contains(&hour),
            Some((from, until)) => hour >= from || hour < until,
            None => false,
        }
    }

    /// The last moment at which the daily mail was to leave: what is older than it is in the mail.
    pub fn last_digest(&self, at: Instant) -> Instant {
        let today = at.day().begins().plus_seconds(self.digest * HOUR_SECONDS);
        match today <= at {
            true => today,
            false => today.plus_seconds(-DAY_SECONDS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64, minute: i64) -> Instant {
        let day: kernel::Day = "2026-11-21".parse().unwrap();
        day.begins().plus_seconds(hour * 3600 + minute * 60)
    }

    #[test]
    fn silence_may_lie_over_midnight() {
        let check = |quiet, expect: [bool; 4]| {
            let hours = Hours { digest: 7, quiet };
            assert_eq!(
                [at(5, 59), at(6, 0), at(20, 59), at(21, 0)].map(|at| hours.is_quiet(at)),
                expect
            );
        };
        check(Some((21, 6)), [true, false, false, true]);
        check(Some((6, 21)), [false, true, true, false]);
        check(None, [false; 4]);
    }

    #[test]
    fn the_daily_mail_leaves_once_a_day() {
        let hours = Hours { digest: 7, quiet: None };
        assert_eq!(hours.last_digest(at(7, 0)), at(7, 0));
        assert_eq!(hours.last_digest(at(23, 59)), at(7, 0));
        assert_eq!(hours.last_digest(at(6, 59)), at(7, 0).plus_seconds(-86_400));
    }

    #[test]
    fn hours_are_read_as_typed() {
        let read = |digest, from, until| {
            Hours::read(digest, from, until).map_err(|refusal| refusal.fields[0].0)
        };
        assert_eq!(read("7", "21", "6"), Ok(Hours::default()));
        assert_eq!(read("8", "", ""), Ok(Hours { digest: 8, quiet: None }));
        assert_eq!(read("8", "5", "5"), Ok(Hours { digest: 8, quiet: None }));
        assert_eq!(read("24", "21", "6"), Err("digest_hour"));
        assert_eq!(read("7", "x", "6"), Err("quiet_from"));
        assert_eq!(read("7", "21", ""), Err("quiet_until"));
    }
}
