//! Whose turn it is in a conversation: pure, and computed from what was said.

use kernel::Instant;
use kernel::refusal::{Refusal, RefusalKind};

/// Whose turn it is (trạng thái trao đổi).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Chờ cơ quan trả lời.
    Office,
    /// Đã trả lời, chờ tác giả.
    Author,
    /// Đã xong.
    Settled,
    /// Mở lại: chờ cơ quan trả lời.
    Reopened,
}

/// What moves a conversation on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An author writes.
    Ask,
    /// The office writes.
    Answer,
    /// Somebody says that it is settled.
    Settle,
}

/// On which side somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Tác giả, người hỏi.
    Author,
    /// Cơ quan thường trực.
    Office,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Author, Self::Office];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Office => "office",
        }
    }

    /// What it is to write on this side.
    pub const fn step(self) -> Step {
        match self {
            Self::Author => Step::Ask,
            Self::Office => Step::Answer,
        }
    }

    /// Most messages that one account may write on this side in an hour: an author who writes more is not read
    /// any sooner, and who answers for an office answers many.
    pub const fn most_in_an_hour(self) -> i64 {
        match self {
            Self::Author => 20,
            Self::Office => 300,
        }
    }
}

impl State {
    /// Every state, in the order of the filter.
    pub const ALL: [Self; 4] = [Self::Office, Self::Reopened, Self::Author, Self::Settled];

    /// The state after a step; `from` nothing: nothing was said yet. Nothing where the step cannot be taken.
    pub const fn after(from: Option<Self>, step: Step) -> Option<Self> {
        match (from, step) {
            (Some(Self::Settled | Self::Reopened), Step::Ask) => Some(Self::Reopened),
            (_, Step::Ask) => Some(Self::Office),
            (_, Step::Answer) => Some(Self::Author),
            (None | Some(Self::Settled), Step::Settle) => None,
            (Some(_), Step::Settle) => Some(Self::Settled),
        }
    }

    /// Whether the office is to answer.
    pub const fn waits_for_office(self) -> bool {
        matches!(self, Self::Office | Self::Reopened)
    }

    /// The word in the database and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Author => "author",
            Self::Settled => "settled",
            Self::Reopened => "reopened",
        }
    }

    /// Reads the word.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Key of the word that somebody on a side reads.
    pub const fn label(self, side: Side) -> &'static str {
        match (self, side) {
            (Self::Office, _) => "conversation-office",
            (Self::Reopened, _) => "conversation-reopened",
            (Self::Author, Side::Office) => "conversation-author",
            (Self::Author, Side::Author) => "conversation-answered",
            (Self::Settled, _) => "conversation-settled",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Office | Self::Reopened => "clock",
            Self::Author => "mail",
            Self::Settled => "check",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Office | Self::Reopened => "is-due",
            Self::Author => "is-open",
            Self::Settled => "is-done",
        }
    }
}

/// Where a conversation stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whose turn it is.
    pub state: State,
    /// Since when: two questions in a row wait since the first.
    pub since: Instant,
}

impl Standing {
    /// What follows from all that happened, in order. Where nothing is left, nobody waits for anything, since
    /// it `began`.
    pub fn of(steps: &[(Step, Instant)], began: Instant) -> Self {
        let mut state = None;
        let mut since = began;
        for (step, at) in steps {
            let after = State::after(state, *step).or(state);
            if after != state {
                since = *at;
            }
            state = after;
        }
        Self { state: state.unwrap_or(State::Settled), since }
    }
}

/// The refusal of somebody who has written too much in an hour, until a moment.
pub fn too_many(side: Side, until: Instant) -> Refusal {
    let says = kernel::Message::new("conversation-too-many");
    let says = says.with("most", side.most_in_an_hour()).with("moment", until.written());
    Refusal::new(RefusalKind::TooMany, says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_leads_where_the_table_says() {
        use State::{Author, Office, Reopened, Settled};
        let rows = [
            (None, [Some(Office), Some(Author), None]),
            (Some(Office), [Some(Office), Some(Author), Some(Settled)]),
            (Some(Author), [Some(Office), Some(Author), Some(Settled)]),
            (Some(Settled), [Some(Reopened), Some(Author), None]),
            (Some(Reopened), [Some(Reopened), Some(Author), Some(Settled)]),
        ];
        for (from, expect) in rows {
            let after =
                [Step::Ask, Step::Answer, Step::Settle].map(|step| State::after(from, step));
            assert_eq!(after, expect, "{from:?}");
        }
    }

    #[test]
    fn a_conversation_waits_since_what_turned_it() {
        use Step::{Answer, Ask, Settle};
        let at = Instant::from_millis;
        let check = |steps: &[Step], state, since| {
            let steps: Vec<_> = (1..).map(at).zip(steps).map(|(at, step)| (*step, at)).collect();
            let expect = Standing { state, since: at(since) };
            assert_eq!(Standing::of(&steps, at(0)), expect, "{steps:?}");
        };
        check(&[], State::Settled, 0);
        check(&[Ask, Ask], State::Office, 1);
        check(&[Ask, Answer, Answer], State::Author, 2);
        check(&[Ask, Answer, Ask], State::Office, 3);
        check(&[Ask, Settle, Ask, Ask], State::Reopened, 3);
        check(&[Ask, Settle, Ask, Settle], State::Settled, 4);
        // What was settled was withdrawn since.
        check(&[Settle], State::Settled, 0);
        check(&[Settle, Ask], State::Office, 2);
    }

    #[test]
    fn every_word_is_read_back() {
        for state in State::ALL {
            assert_eq!(State::read(state.code()), Some(state));
        }
        assert_eq!(State::read("waiting"), None);
    }
}
