//! Marks (ký hiệu): how an assignment shows in a list, by its state and its day.

use kernel::{Day, Instant, Message};

use super::state::State;

/// How an assignment shows. Overdue is computed from the moment, and hides what state it was late in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Xong.
    Done,
    /// Đã báo cáo, chờ tiếp nhận.
    Reported,
    /// Đang làm.
    InProgress,
    /// Chưa làm.
    Open,
    /// Trả lại.
    Returned,
    /// Quá hạn.
    Late,
}

impl Mark {
    /// Every mark, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Done, Self::Reported, Self::InProgress, Self::Open, Self::Returned, Self::Late];

    /// The mark of an assignment at a moment.
    pub fn of(state: State, due_at: Option<i64>, at: Instant) -> Self {
        match state {
            _ if is_late(state, due_at, at) => Self::Late,
            State::Accepted => Self::Done,
            State::Reported => Self::Reported,
            State::InProgress => Self::InProgress,
            State::Open => Self::Open,
            State::Returned => Self::Returned,
        }
    }

    /// The word of addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Reported => "reported",
            Self::InProgress => "in-progress",
            Self::Open => "open",
            Self::Returned => "returned",
            Self::Late => "late",
        }
    }

    /// Reads the word of an address.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Done => "mark-done",
            Self::Reported => "mark-reported",
            Self::InProgress => "mark-in-progress",
            Self::Open => "mark-open",
            Self::Returned => "mark-returned",
            Self::Late => "mark-late",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Done => "check",
            Self::Reported => "upload",
            Self::InProgress => "dots",
            Self::Open => "clock",
            Self::Returned => "return",
            Self::Late => "warning",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "is-done",
            Self::Reported | Self::InProgress => "is-open",
            Self::Open | Self::Returned => "is-due",
            Self::Late => "is-late",
        }
    }
}

/// Whether something is still to be done and its time is over.
pub fn is_late(state: State, due_at: Option<i64>, at: Instant) -> bool {
    state.is_due() && due_at.is_some_and(|due| due <= at.millis())
}

/// The last day on which something is in time.
pub fn last_day(due_at: i64) -> Day {
    Instant::from_millis(due_at - 1).day()
}

/// How far away a last day is: "còn 12 ngày".
pub fn distance(last: Day, today: Day) -> Message {
    match today.days_until(last) {
        0 => Message::new("task-last-day"),
        days if days > 0 => Message::new("task-days-left").with("days", days),
        days => Message::new("task-days-late").with("days", -days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_never_late() {
        let at = Instant::from_millis(1_000);
        let row = |state| {
            [None, Some(999), Some(1_000), Some(1_001)].map(|due| Mark::of(state, due, at).code())
        };
        assert_eq!(row(State::Open), ["open", "late", "late", "open"]);
        assert_eq!(row(State::InProgress), ["in-progress", "late", "late", "in-progress"]);
        assert_eq!(row(State::Returned), ["returned", "late", "late", "returned"]);
        assert_eq!(row(State::Reported), ["reported"; 4]);
        assert_eq!(row(State::Accepted), ["done"; 4]);
    }

    #[test]
    fn days_are_counted_to_the_last_one_that_counts() {
        let day: Day = "2026-11-21".parse().unwrap();
        assert_eq!(last_day(day.ends().millis()), day);
        let told = |last: &str| {
            let message = distance(last.parse().unwrap(), day);
            (message.key.into_owned(), message.args.first().map(|(_, days)| days.clone()))
        };
        assert_eq!(told("2026-11-21"), ("task-last-day".into(), None));
        assert_eq!(told("2026-12-03"), ("task-days-left".into(), Some("12".into())));
        assert_eq!(told("2026-11-20"), ("task-days-late".into(), Some("1".into())));
    }
}
