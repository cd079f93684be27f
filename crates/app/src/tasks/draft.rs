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
