//! Official papers (văn bản) of innovation contests: what they hold, where it stands, what is doubtful.
//!
//! [`read()`] is pure and never fails: any text gives [`Facts`], if only the doubt that this is no such
//! paper. `READING.md` beside this crate follows one paper through the stages.

mod facts;
pub mod legacy;
mod read;
mod restore;

pub use facts::{
    Citation, Contact, Contest, Document, Doubt, DoubtCode, Eligibility, Evidence, Facts,
    Frequency, HigherContest, IssueDate, Kind, Level, Milestone, MilestoneKind, MonthOfPeriod,
    Prize, Reporting, Series, Signatory, Task,
};
pub use read::read;
