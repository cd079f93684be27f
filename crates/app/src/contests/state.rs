//! How far a contest is.

use std::fmt;
use std::str::FromStr;

/// How far a contest is (trạng thái của hội thi).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It was written down, and nobody has been asked to do anything.
    Preparing,
    /// Units see their tasks.
    Running,
    /// Everything is done; it can be read, and no longer changed.
    Closed,
}

/// What moves a contest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Units are set to work.
    Start,
    /// The last report is in.
    Close,
    /// It was closed too early.
    Reopen,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Preparing, Self::Running, Self::Closed];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Running => "running",
            Self::Closed => "closed",
        }
    }

    /// The state after a step; nothing where the step cannot be taken.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Preparing, Step::Start) | (Self::Closed, Step::Reopen) => Some(Self::Running),
            (Self::Running, Step::Close) => Some(Self::Closed),
            _ => None,
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 3] = [Self::Start, Self::Close, Self::Reopen];

    /// The word in forms and in the ledger.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Close => "close",
            Self::Reopen => "reopen",
        }
    }
}

/// The word is no state and no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAState;

impl fmt::Display for NotAState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of a contest")
    }
}

impl std::error::Error for NotAState {}

impl FromStr for State {
    type Err = NotAState;

    fn from_str(text: &str) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.code() == text).ok_or(NotAState)
    }
}

impl FromStr for Step {
    type Err = NotAState;

    fn from_str(text: &str) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|step| step.code() == text).ok_or(NotAState)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let table: Vec<String> = State::ALL
            .iter()
            .flat_map(|state| {
                Step::ALL.iter().map(|step| {
                    let after = state.after(*step).map_or("-", State::code);
                    format!("{} + {} = {after}", state.code(), step.code())
                })
            })
            .collect();
        assert_eq!(
            table,
            [
                "preparing + start = running",
                "preparing + close = -",
                "preparing + reopen = -",
                "running + start = -",
                "running + close = closed",
                "running + reopen = -",
                "closed + start = -",
                "closed + close = -",
                "closed + reopen = running",
            ]
        );
    }
}
