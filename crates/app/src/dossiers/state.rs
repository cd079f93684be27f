//! How far a dossier is.

use std::fmt;
use std::str::FromStr;

/// How far a dossier is (trạng thái hồ sơ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Đang soạn.
    Draft,
    /// Đã nộp.
    Submitted,
    /// Đang kiểm tra.
    Received,
    /// Cần bổ sung.
    Asked,
    /// Đã bổ sung.
    Returned,
    /// Hợp lệ.
    Valid,
    /// Không hợp lệ.
    Ineligible,
    /// Đã rút.
    Withdrawn,
}

/// What moves a dossier on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is handed in, for the first time or again.
    Submit,
    /// The office begins to check it.
    Receive,
    /// The office asks for more.
    Ask,
    /// What was asked for is handed in.
    Return,
    /// The office finds it valid.
    Accept,
    /// The office finds that it may not take part.
    Exclude,
    /// The office takes up again what it had decided.
    Reopen,
    /// Its author takes it back.
    Withdraw,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Submitted,
        Self::Received,
        Self::Asked,
        Self::Returned,
        Self::Valid,
        Self::Ineligible,
        Self::Withdrawn,
    ];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Received => "received",
            Self::Asked => "asked",
            Self::Returned => "returned",
            Self::Valid => "valid",
            Self::Ineligible => "ineligible",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state after a step; nothing where the step cannot be taken. Handing in again is possible until
    /// the office has decided, for an author corrects until the deadline; what was withdrawn can be handed
    /// in again, for people change their minds.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Draft | Self::Submitted | Self::Received | Self::Withdrawn, Step::Submit) => {
                Some(Self::Submitted)
            }
            (Self::Submitted, Step::Receive) => Some(Self::Received),
            (Self::Submitted | Self::Received | Self::Asked | Self::Returned, Step::Ask) => {
                Some(Self::Asked)
            }
            (Self::Asked, Step::Return) => Some(Self::Returned),
            (Self::Submitted | Self::Received | Self::Asked | Self::Returned, Step::Accept) => {
                Some(Self::Valid)
            }
            (Self::Submitted | Self::Received | Self::Asked | Self::Returned, Step::Exclude) => {
                Some(Self::Ineligible)
            }
            (Self::Valid | Self::Ineligible, Step::Reopen) => Some(Self::Received),
            (
                Self::Submitted | Self::Received | Self::Asked | Self::Returned | Self::Valid,
                Step::Withdraw,
            ) => Some(Self::Withdrawn),
            _ => None,
        }
    }

    /// Key of the word that the office reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "dossier-draft",
            Self::Submitted => "dossier-submitted",
            Self::Received => "dossier-received",
            Self::Asked => "dossier-asked",
            Self::Returned => "dossier-returned",
            Self::Valid => "dossier-valid",
            Self::Ineligible => "dossier-ineligible",
            Self::Withdrawn => "dossier-withdrawn",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Draft => "dots",
            Self::Submitted => "upload",
            Self::Received => "clock",
            Self::Asked => "return",
            Self::Returned => "upload",
            Self::Valid => "check",
            Self::Ineligible | Self::Withdrawn => "stop",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Draft | Self::Asked => "is-due",
            Self::Submitted | Self::Received | Self::Returned => "is-open",
            Self::Valid => "is-done",
            Self::Ineligible => "is-late",
            Self::Withdrawn => "",
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 8] = [
        Self::Submit,
        Self::Receive,
        Self::Ask,
        Self::Return,
        Self::Accept,
        Self::Exclude,
        Self::Reopen,
        Self::Withdraw,
    ];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Receive => "receive",
            Self::Ask => "ask",
            Self::Return => "return",
            Self::Accept => "accept",
            Self::Exclude => "exclude",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
        }
    }
}

/// The word is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAState;

impl fmt::Display for NotAState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of a dossier")
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
            Step::ALL.map(Step::code).join(" "),
            "submit receive ask return accept exclude reopen withdraw"
        );
        assert_eq!(
            State::ALL.map(row),
            [
                "draft: submitted - - - - - - -",
                "submitted: submitted received asked - valid ineligible - withdrawn",
                "received: submitted - asked - valid ineligible - withdrawn",
                "asked: - - asked returned valid ineligible - withdrawn",
                "returned: - - asked - valid ineligible - withdrawn",
                "valid: - - - - - - received withdrawn",
                "ineligible: - - - - - - received -",
                "withdrawn: submitted - - - - - - -",
            ]
        );
    }
}
