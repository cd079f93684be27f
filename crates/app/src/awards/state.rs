//! How far a meeting is.

use kernel::Fault;

/// How far a meeting is (trạng thái phiên họp).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Đã triệu tập.
    Called,
    /// Đang họp.
    Sitting,
    /// Đã kết thúc.
    Closed,
    /// Đã hủy.
    Cancelled,
}

/// What moves a meeting on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It begins: enough members are there.
    Sit,
    /// It adopts its list.
    Close,
    /// It is called off, or broken off without a list.
    Cancel,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Called, Self::Sitting, Self::Closed, Self::Cancelled];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Called => "called",
            Self::Sitting => "sitting",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|state| state.code() == word);
        found.ok_or_else(|| Fault::new("a meeting is in a state that is none"))
    }

    /// The state after a step; nothing where the step cannot be taken. What was decided is not undecided: a
    /// later meeting decides again.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Called, Step::Sit) => Some(Self::Sitting),
            (Self::Sitting, Step::Close) => Some(Self::Closed),
            (Self::Called | Self::Sitting, Step::Cancel) => Some(Self::Cancelled),
            _ => None,
        }
    }

    /// Whether something may still be decided in it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Called | Self::Sitting)
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Called => "meeting-called",
            Self::Sitting => "meeting-sitting",
            Self::Closed => "meeting-closed",
            Self::Cancelled => "meeting-cancelled",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Called => "clock",
            Self::Sitting => "dots",
            Self::Closed => "check",
            Self::Cancelled => "stop",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Called => "is-due",
            Self::Sitting => "is-open",
            Self::Closed => "is-done",
            Self::Cancelled => "is-late",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 3] = [Self::Sit, Self::Close, Self::Cancel];
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
                "called: sitting - cancelled",
                "sitting: - closed cancelled",
                "closed: - - -",
                "cancelled: - - -",
            ]
        );
    }
}
