//! How far a report is.

use std::fmt;
use std::str::FromStr;

/// How far a report is (trạng thái báo cáo). Late is no state: it is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// The unit writes.
    Open,
    /// The unit has handed it in; it is frozen.
    Submitted,
    /// The secretary has taken it.
    Accepted,
    /// The secretary asks for more, with a reason.
    Returned,
}

/// What moves a report on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The unit writes.
    Write,
    /// The unit hands it in.
    Submit,
    /// The secretary takes it.
    Accept,
    /// The secretary asks for more.
    Return,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Submitted, Self::Accepted, Self::Returned];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }

    /// The state after a step; nothing where the step cannot be taken.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Open, Step::Write) => Some(Self::Open),
            (Self::Returned, Step::Write) => Some(Self::Returned),
            (Self::Open | Self::Returned, Step::Submit) => Some(Self::Submitted),
            (Self::Submitted, Step::Accept) => Some(Self::Accepted),
            (Self::Submitted | Self::Accepted, Step::Return) => Some(Self::Returned),
            _ => None,
        }
    }

    /// Whether the unit still has to hand it in.
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 4] = [Self::Write, Self::Submit, Self::Accept, Self::Return];
}

/// The word is no state of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAState;

impl fmt::Display for NotAState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of a report")
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
                "open: open submitted - -",
                "submitted: - - accepted returned",
                "accepted: - - - returned",
                "returned: returned submitted - -",
            ]
        );
    }
}
