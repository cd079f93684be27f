//! Whether dossiers are taken at a moment: a pure decision, to the millisecond.

use kernel::Instant;

/// Where a moment lies, seen from the deadline (thời hạn nhận hồ sơ).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Dossiers are taken from this moment on.
    Early(Instant),
    /// Dossiers are taken; until when, where that is stated.
    Open(Option<Instant>),
    /// The deadline is over, and until this moment bytes may follow that were named in time.
    Grace(Instant),
    /// It is over since this moment.
    Over(Instant),
}

/// The window in which dossiers are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taking {
    /// From when on; nothing where that is not stated.
    pub opens: Option<Instant>,
    /// Until when, this moment included: what arrives in the very instant is in time, in the author's favour.
    pub closes: Option<Instant>,
    /// For how many minutes bytes may follow.
    pub grace_minutes: u16,
    /// Whether the day of the postmark counts for what comes by post.
    pub by_postmark: bool,
}

impl Taking {
    /// Where a moment lies.
    pub fn at(&self, moment: Instant) -> Timing {
        if let Some(opens) = self.opens.filter(|opens| moment < *opens) {
            return Timing::Early(opens);
        }
        match (self.closes, self.grace_ends()) {
            (Some(closes), Some(ends)) if moment > closes => match moment <= ends {
                true => Timing::Grace(ends),
                false => Timing::Over(closes),
            },
            (closes, _) => Timing::Open(closes),
        }
    }

    /// Until when bytes of files may follow that were named in time; nothing where every byte must be here first.
    pub fn bytes_until(&self) -> Option<Instant> {
        self.grace_ends().filter(|_| self.grace_minutes > 0)
    }

    /// When the time for bytes ends.
    pub fn grace_ends(&self) -> Option<Instant> {
        self.closes.map(|closes| closes.plus_seconds(i64::from(self.grace_minutes) * 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_right_to_the_millisecond() {
        let at = Instant::from_millis;
        let taking = Taking {
            opens: Some(at(1_000)),
            closes: Some(at(10_000)),
            grace_minutes: 1,
            by_postmark: false,
        };
        let check = |moment: i64, expect| assert_eq!(taking.at(at(moment)), expect, "{moment}");
        check(999, Timing::Early(at(1_000)));
        check(1_000, Timing::Open(Some(at(10_000))));
        check(10_000, Timing::Open(Some(at(10_000))));
        check(10_001, Timing::Grace(at(70_000)));
        check(70_000, Timing::Grace(at(70_000)));
        check(70_001, Timing::Over(at(10_000)));
        assert_eq!(taking.bytes_until(), Some(at(70_000)));
        let strict = Taking { grace_minutes: 0, ..taking };
        assert_eq!((strict.bytes_until(), Taking::default().bytes_until()), (None, None));
        assert_eq!(strict.at(at(10_001)), Timing::Over(at(10_000)));
        assert_eq!(Taking::default().at(at(0)), Timing::Open(None));
    }
}
