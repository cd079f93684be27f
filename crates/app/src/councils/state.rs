//! How far a council is.

use kernel::Fault;

/// How far a council is (trạng thái hội đồng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Đang thành lập.
    Forming,
    /// Đang chấm.
    Judging,
    /// Đã mở điểm.
    Opened,
}

/// What moves a council on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its members begin to judge.
    Begin,
    /// Its chair opens the sheets.
    Open,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Forming, Self::Judging, Self::Opened];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Forming => "forming",
            Self::Judging => "judging",
            Self::Opened => "opened",
        }
    }

    /// The state of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|state| state.code() == word);
        found.ok_or_else(|| Fault::new("a council is in a state that is none"))
    }

    /// The state after a step; nothing where the step cannot be taken. What was opened is never closed again:
    /// nobody forgets what they have read.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Forming, Step::Begin) => Some(Self::Judging),
            (Self::Judging, Step::Open) => Some(Self::Opened),
            _ => None,
        }
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Forming => "council-forming",
            Self::Judging => "council-judging",
            Self::Opened => "council-opened",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Forming => "dots",
            Self::Judging => "clock",
            Self::Opened => "check",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Forming => "is-due",
            Self::Judging => "is-open",
            Self::Opened => "is-done",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 2] = [Self::Begin, Self::Open];
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
        assert_eq!(State::ALL.map(row), ["forming: judging -", "judging: - opened", "opened: - -"]);
    }
}
