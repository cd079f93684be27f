//! How far an activity is.

use std::fmt;
use std::str::FromStr;

/// How far an activity is (trạng thái của hoạt động tuyên truyền).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Dự kiến.
    Planned,
    /// Đã làm, chờ ghi nhận.
    Done,
    /// Cần bổ sung.
    Asked,
    /// Đã ghi nhận.
    Taken,
    /// Đã rút.
    Withdrawn,
}

/// What moves an activity on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The unit says that it is still to be done.
    Plan,
    /// The unit says that it is done.
    Do,
    /// Who runs the contest takes it.
    Take,
    /// Who runs the contest asks for more.
    Ask,
    /// The unit takes it back.
    Withdraw,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Planned, Self::Done, Self::Asked, Self::Taken, Self::Withdrawn];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Asked => "asked",
            Self::Taken => "taken",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state after a step; nothing where the step cannot be taken. What was taken can be asked about
    /// again, for a mistake is often seen late.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Planned | Self::Done | Self::Asked, Step::Plan) => Some(Self::Planned),
            (Self::Planned | Self::Done | Self::Asked, Step::Do) => Some(Self::Done),
            (Self::Done, Step::Take) => Some(Self::Taken),
            (Self::Done | Self::Taken, Step::Ask) => Some(Self::Asked),
            (Self::Planned | Self::Done | Self::Asked, Step::Withdraw) => Some(Self::Withdrawn),
            _ => None,
        }
    }

    /// Whether the unit may correct it.
    pub const fn may_be_corrected(self) -> bool {
        self.after(Step::Plan).is_some()
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Planned => "publicity-planned",
            Self::Done => "publicity-done",
            Self::Asked => "publicity-asked",
            Self::Taken => "publicity-taken",
            Self::Withdrawn => "publicity-withdrawn",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Planned => "clock",
            Self::Done => "upload",
            Self::Asked => "return",
            Self::Taken => "check",
            Self::Withdrawn => "stop",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Planned | Self::Asked => "is-due",
            Self::Done => "is-open",
            Self::Taken => "is-done",
            Self::Withdrawn => "",
        }
    }
}

/// The word is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAState;

impl fmt::Display for NotAState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of publicity")
    }
}

impl std::error::Error for NotAState {}

impl FromStr for State {
    type Err = NotAState;

    fn from_str(text: &str) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.code() == text).ok_or(NotAState)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        const STEPS: [Step; 5] = [Step::Plan, Step::Do, Step::Take, Step::Ask, Step::Withdraw];
        let row = |state: State| {
            let after = STEPS.map(|step| state.after(step).map_or("-", State::code));
            format!("{}: {}", state.code(), after.join(" "))
        };
        assert_eq!(
            State::ALL.map(row),
            [
                "planned: planned done - - withdrawn",
                "done: planned done taken asked withdrawn",
                "asked: planned done - - withdrawn",
                "taken: - - - asked -",
                "withdrawn: - - - - -",
            ]
        );
    }
}
