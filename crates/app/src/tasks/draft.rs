//! A task that is to be ordered, parsed.

use kernel::Window;
use kernel::id::{PaperId, UnitId};

/// How often a task comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recurrence {
    /// Hằng tháng.
    Monthly,
    /// Hằng quý.
    Quarterly,
    /// 6 tháng.
    HalfYearly,
    /// Hằng năm.
    Yearly,
}

impl Recurrence {
    /// Every recurrence.
    pub const ALL: [Self; 4] = [Self::Monthly, Self::Quarterly, Self::HalfYearly, Self::Yearly];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half_yearly",
            Self::Yearly => "yearly",
        }
    }

    /// Key of the name that people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Monthly => "recurrence-monthly",
            Self::Quarterly => "recurrence-quarterly",
            Self::HalfYearly => "recurrence-half-yearly",
            Self::Yearly => "recurrence-yearly",
        }
    }

    /// Reads the word in the database.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|recurrence| recurrence.code() == code)
    }

    /// How many months a turn has.
    pub const fn months(self) -> i8 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Yearly => 12,
        }
    }
}

/// How a unit takes part in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Chủ trì, thực hiện.
    Lead,
    /// Phối hợp.
    Coordinate,
}

impl Part {
    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Coordinate => "coordinate",
        }
    }

    /// Key of the word that people read.
    pub fn label(code: &str) -> &'static str {
        match code {
            "coordinate" => "part-coordinate",
            _ => "part-lead",
        }
    }
}

/// A unit that is given a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignee {
    /// Which unit.
    pub unit: UnitId,
    /// How it takes part.
    pub part: Part,
    /// As the paper names it, or the collective in which it stands.
    pub named: String,
}

/// A task that is to be ordered.
#[derive(Debug, Clone)]
pub struct TaskDraft {
    /// The sentence that orders it.
    pub text: String,
    /// Kết quả, sản phẩm.
    pub deliverable: Option<String>,
    /// When.
    pub window: Window,
    /// How often; nothing: once.
    pub recurrence: Option<Recurrence>,
    /// To whom.
    pub assignees: Vec<Assignee>,
    /// Which paper orders it.
    pub paper: Option<PaperId>,
    /// Where its sentence stands in the text of the paper, in characters.
    pub sentence: Option<(usize, usize)>,
}
