//! Second markings (chấm lại): how a dossier is marked again, what counts of it, and how far it is.

use ::judging::points::Points;
use ::judging::records::{By, Counts, SecondMarking, Tally};
use kernel::Fault;

use super::PartId;
use super::store::SecondRow;
use crate::dossiers::DossierId;

/// How a dossier is marked again (hình thức chấm lại).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Cả tổ đã chấm.
    Panel,
    /// Thêm một giám khảo.
    FurtherJudge,
    /// Biểu quyết.
    Vote,
}

impl Form {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Panel, Self::FurtherJudge, Self::Vote];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::FurtherJudge => "further-judge",
            Self::Vote => "vote",
        }
    }

    /// The form of a word; nothing where it is none.
    pub fn with_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == word)
    }

    /// The form of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        Self::with_code(word).ok_or_else(|| Fault::new("a second marking has a form that is none"))
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Panel => "second-by-panel",
            Self::FurtherJudge => "second-by-further-judge",
            Self::Vote => "second-by-vote",
        }
    }
}

/// Which value counts (kết quả được tính).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted(pub Counts);

impl Counted {
    /// Every one.
    pub const ALL: [Self; 3] = [Self(Counts::Second), Self(Counts::Both), Self(Counts::First)];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self.0 {
            Counts::First => "first",
            Counts::Second => "second",
            Counts::Both => "both",
        }
    }

    /// The value of a word; nothing where it is none.
    pub fn with_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counts| counts.code() == word)
    }

    /// The value of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        Self::with_code(word).ok_or_else(|| Fault::new("a second marking counts what is none"))
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self.0 {
            Counts::First => "second-counts-first",
            Counts::Second => "second-counts-second",
            Counts::Both => "second-counts-both",
        }
    }
}

/// How far a second marking is (trạng thái chấm lại).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Đang chấm lại.
    Open,
    /// Đã kết thúc; được tính.
    Closed,
    /// Đã hủy; không tính.
    Cancelled,
}

impl Stage {
    /// Every one.
    const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::Cancelled];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The stage of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|stage| stage.code() == word);
        found.ok_or_else(|| Fault::new("a second marking is at a stage that is none"))
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "second-open",
            Self::Closed => "second-closed",
            Self::Cancelled => "second-cancelled",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Open => "clock",
            Self::Closed => "check",
            Self::Cancelled => "info",
        }
    }

    /// Its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Open => "is-open",
            Self::Closed => "is-done",
            Self::Cancelled => "is-due",
        }
    }
}

/// What was voted for a dossier (kết quả biểu quyết).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// The total.
    pub points: Points,
    /// Votes for it.
    pub in_favour: u16,
    /// Votes against it.
    pub against: u16,
}

/// Who marks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Those who judged it.
    Panel,
    /// One more member.
    FurtherJudge(PartId),
    /// Nobody writes a sheet: a total was voted.
    Vote(Vote),
}

impl How {
    /// Its form.
    pub const fn form(&self) -> Form {
        match self {
            Self::Panel => Form::Panel,
            Self::FurtherJudge(_) => Form::FurtherJudge,
            Self::Vote(_) => Form::Vote,
        }
    }
}

/// A second marking that is ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Which dossier.
    pub dossier: DossierId,
    /// Who marks again.
    pub how: How,
    /// Which value counts.
    pub counts: Counted,
    /// Why.
    pub reason: String,
}

impl Order {
    /// What was voted, where it was.
    pub const fn vote(&self) -> Option<&Vote> {
        match &self.how {
            How::Vote(vote) => Some(vote),
            How::Panel | How::FurtherJudge(_) => None,
        }
    }
}

/// A second marking as the engine wants it.
///
/// # Errors
/// The database holds something else.
pub fn counted(row: &SecondRow, dossier: &str) -> Result<SecondMarking, Fault> {
    let by = match row.form()? {
        Form::Panel => By::Panel,
        Form::FurtherJudge => By::FurtherJudge,
        Form::Vote => voted(row)?,
    };
    let (dossier, round) = (dossier.to_owned(), row.round.clone());
    Ok(SecondMarking { dossier, round, by, counts: row.counted()?.0 })
}

fn voted(row: &SecondRow) -> Result<By, Fault> {
    let lacking = || Fault::new("a second marking by vote has no vote");
    let number = |it: Option<i64>| u16::try_from(it.ok_or_else(lacking)?).map_err(Fault::from);
    let points = Points::from_hundredths(row.points.ok_or_else(lacking)?);
    let points = points.map_err(|_| Fault::new("a total was voted that is none"))?;
    let tally = Tally {
        members: number(row.members)?,
        in_favour: number(row.votes_for)?,
        against: number(row.votes_against)?,
    };
    Ok(By::Vote { points, tally })
}
