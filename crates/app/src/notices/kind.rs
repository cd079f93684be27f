//! Kinds of notices (loại thông báo), and by which way each is told where nobody chose otherwise.

/// What a notice is about (loại thông báo).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A task was given to the unit.
    Assigned,
    /// A unit reported on a task, for who runs the contest.
    Reported,
    /// The report on a task was accepted.
    Accepted,
    /// The report on a task was returned.
    Returned,
    /// A unit asks for more time, for who runs the contest.
    ExtensionAsked,
    /// A request for more time was answered.
    ExtensionAnswered,
    /// Somebody said something about a task.
    Remark,
    /// A task was changed.
    TaskChanged,
    /// A task is no more to be done.
    TaskCalledOff,
    /// A periodic report is to be written.
    PeriodOpened,
    /// A unit handed in its periodic report, for who runs the contest.
    PeriodSubmitted,
    /// A periodic report was accepted.
    PeriodAccepted,
    /// A periodic report was returned.
    PeriodReturned,
    /// A milestone was moved or called off.
    DeadlineMoved,
    /// A contest was published.
    ContestPublished,
    /// An author asks the office, for who runs the contest.
    AuthorWrote,
    /// The office wrote to an author.
    OfficeWrote,
    /// Something is due soon.
    DueSoon,
    /// Something is late.
    Overdue,
}

/// By which way somebody hears of a kind (cách nhận).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Only in the product.
    Product,
    /// Also by a mail at once.
    AtOnce,
    /// Also in the daily mail.
    Digest,
    /// Not at all.
    Never,
}

impl Kind {
    /// Every kind, in the order of the page of choices.
    pub const ALL: [Self; 19] = [
        Self::Assigned,
        Self::TaskChanged,
        Self::TaskCalledOff,
        Self::DueSoon,
        Self::Overdue,
        Self::Accepted,
        Self::Returned,
        Self::ExtensionAnswered,
        Self::Remark,
        Self::PeriodOpened,
        Self::PeriodAccepted,
        Self::PeriodReturned,
        Self::DeadlineMoved,
        Self::ContestPublished,
        Self::OfficeWrote,
        Self::AuthorWrote,
        Self::Reported,
        Self::ExtensionAsked,
        Self::PeriodSubmitted,
    ];

    /// The word in the database, in addresses and in the keys of messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Reported => "reported",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::ExtensionAsked => "extension-asked",
            Self::ExtensionAnswered => "extension-answered",
            Self::Remark => "remark",
            Self::TaskChanged => "task-changed",
            Self::TaskCalledOff => "task-called-off",
            Self::PeriodOpened => "period-opened",
            Self::PeriodSubmitted => "period-submitted",
            Self::PeriodAccepted => "period-accepted",
            Self::PeriodReturned => "period-returned",
            Self::DeadlineMoved => "deadline-moved",
            Self::ContestPublished => "contest-published",
            Self::AuthorWrote => "author-wrote",
            Self::OfficeWrote => "office-wrote",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
        }
    }

    /// Reads the word.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Key of its name on the page of choices.
    pub fn label(self) -> String {
        format!("notice-kind-{}", self.code())
    }

    /// Key of its sentence.
    pub fn sentence(self) -> String {
        format!("told-{}", self.code())
    }

    /// Key of its sentence about something without an end.
    pub fn endless(self) -> Option<String> {
        let has_one = matches!(
            self,
            Self::Assigned
                | Self::ExtensionAnswered
                | Self::TaskChanged
                | Self::PeriodOpened
                | Self::DeadlineMoved
        );
        has_one.then(|| format!("{}-endless", self.sentence()))
    }

    /// By which way it is told where the person has not chosen: what asks for an act leaves at once,
    /// what is good to know waits for the daily mail.
    pub const fn usual(self) -> How {
        match self {
            Self::Assigned
            | Self::Returned
            | Self::ExtensionAsked
            | Self::ExtensionAnswered
            | Self::Remark
            | Self::TaskChanged
            | Self::TaskCalledOff
            | Self::PeriodOpened
            | Self::PeriodReturned
            | Self::DeadlineMoved
            | Self::AuthorWrote
            | Self::OfficeWrote => How::AtOnce,
            Self::Reported
            | Self::Accepted
            | Self::PeriodSubmitted
            | Self::PeriodAccepted
            | Self::ContestPublished
            | Self::DueSoon
            | Self::Overdue => How::Digest,
        }
    }

    /// Whether somebody may choose not to hear of it at all. Who works for a unit always finds in the
    /// product what the unit has to do and until when.
    pub const fn may_be_silenced(self) -> bool {
        matches!(
            self,
            Self::Reported
                | Self::Accepted
                | Self::Remark
                | Self::PeriodSubmitted
                | Self::PeriodAccepted
                | Self::ContestPublished
                | Self::AuthorWrote
        )
    }

    /// Whether it is told of contests that do not run, too: authors ask before they begin, and after they end.
    pub const fn is_told_always(self) -> bool {
        matches!(self, Self::AuthorWrote | Self::OfficeWrote)
    }

    /// Whether only who runs a contest hears of it.
    pub const fn is_for_runners(self) -> bool {
        matches!(
            self,
            Self::Reported | Self::ExtensionAsked | Self::PeriodSubmitted | Self::AuthorWrote
        )
    }

    /// The ways that may be chosen.
    pub fn ways(self) -> impl Iterator<Item = How> {
        How::ALL.into_iter().filter(move |how| *how != How::Never || self.may_be_silenced())
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Accepted | Self::PeriodAccepted => "check",
            Self::Reported | Self::PeriodSubmitted => "upload",
            Self::Returned | Self::PeriodReturned => "return",
            Self::ExtensionAsked
            | Self::ExtensionAnswered
            | Self::DeadlineMoved
            | Self::DueSoon => "clock",
            Self::Overdue => "warning",
            Self::TaskCalledOff => "stop",
            Self::ContestPublished => "globe",
            Self::Remark | Self::AuthorWrote | Self::OfficeWrote => "mail",
            Self::Assigned | Self::TaskChanged | Self::PeriodOpened => "info",
        }
    }
}

impl How {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Digest, Self::Product, Self::Never];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::AtOnce => "at_once",
            Self::Digest => "digest",
            Self::Never => "never",
        }
    }

    /// Reads the word.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.code() == code)
    }

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Product => "notice-how-product",
            Self::AtOnce => "notice-how-at-once",
            Self::Digest => "notice-how-digest",
            Self::Never => "notice-how-never",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::read(kind.code()), Some(kind));
        }
        for how in How::ALL {
            assert_eq!(How::read(how.code()), Some(how));
        }
        assert_eq!((Kind::read(""), How::read("")), (None, None));
    }

    #[test]
    fn what_a_unit_has_to_do_cannot_be_silenced() {
        let silent: Vec<&str> = Kind::ALL
            .into_iter()
            .filter(|kind| kind.ways().any(|how| how == How::Never))
            .map(Kind::code)
            .collect();
        assert_eq!(
            silent,
            [
                "accepted",
                "remark",
                "period-accepted",
                "contest-published",
                "author-wrote",
                "reported",
                "period-submitted"
            ]
        );
    }
}
