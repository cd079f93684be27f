//! How far a unit is with its task.

use std::fmt;
use std::str::FromStr;

/// How far a unit is (trạng thái của nhiệm vụ được giao). Overdue is no state: it is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Nobody has begun.
    Open,
    /// The unit has begun.
    InProgress,
    /// The unit says that it is done, and shows it.
    Reported,
    /// The secretary agrees.
    Accepted,
    /// The secretary asks for more, with a reason.
    Returned,
}

/// What moves an assignment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The unit begins.
    Start,
    /// The unit reports.
    Report,
    /// The secretary agrees.
    Accept,
    /// The secretary asks for more.
    Return,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::InProgress, Self::Reported, Self::Accepted, Self::Returned];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::Reported => "reported",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }

    /// The state after a step; nothing where the step cannot be taken.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Open, Step::Start) => Some(Self::InProgress),
            (Self::Open | Self::InProgress | Self::Returned, Step::Report) => Some(Self::Reported),
            (Self::Reported, Step::Accept) => Some(Self::Accepted),
            (Self::Reported | Self::Accepted, Step::Return) => Some(Self::Returned),
            _ => None,
        }
    }

    /// Whether the unit still has to do something.
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Open | Self::InProgress | Self::Returned)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 4] = [Self::Start, Self::Report, Self::Accept, Self::Return];

    /// The word in the ledger.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Report => "report",
            Self::Accept => "accept",
            Self::Return => "return",
        }
    }
}

/// The word is no state of an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAState;

impl fmt::Display for NotAState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of an assignment")
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
        let row = |state: State| {
            let after = Step::ALL.map(|step| state.after(step).map_or("-", State::code));
            format!("{}: {}", state.code(), after.join(" "))
        };
        assert_eq!(
            State::ALL.map(row),
            [
                "open: in_progress reported - -",
                "in_progress: - reported - -",
                "reported: - - accepted returned",
                "accepted: - - - returned",
                "returned: - reported - -",
            ]
        );
    }
}
