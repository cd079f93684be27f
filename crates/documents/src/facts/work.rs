//! What is to be done, and by when.

use serde::{Deserialize, Serialize};

use super::Evidence;

/// What happens at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// Lễ phát động.
    LaunchCeremony,
    /// Phát động, tuyên truyền.
    Publicity,
    /// Nhận hồ sơ.
    Submission,
    /// Gửi văn bản chỉ đạo về Ban Tổ chức.
    SteeringDocumentsDue,
    /// Thành lập Hội đồng giám khảo.
    CouncilFormation,
    /// Chấm thi.
    Judging,
    /// Sơ khảo.
    PreliminaryJudging,
    /// Chung khảo.
    FinalJudging,
    /// Gửi hồ sơ dự thi cấp trên.
    Forwarding,
    /// Công bố kết quả.
    Results,
    /// Tổng kết, trao giải.
    AwardCeremony,
    /// Hạn báo cáo.
    ReportDue,
}

/// A date of the contest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// What happens.
    pub kind: MilestoneKind,
    /// ISO date at the precision stated: `2025-05-31`, `2024-01`, `2024-Q1`, `2025`.
    pub start: Option<String>,
    /// Same; equal to `start` for a point in time.
    pub end: Option<String>,
    /// "trước ngày" excludes the day, "đến hết ngày", "chậm nhất" include it.
    pub end_inclusive: bool,
    /// Counted by the postmark (dấu bưu điện).
    pub by_postmark: bool,
    /// The clause that says so.
    pub text: String,
    /// Where.
    pub evidence: Evidence,
}

/// A piece of work for somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Who has to do it.
    pub assignees: Vec<String>,
    /// Who is named after "phối hợp với".
    pub coordinators: Vec<String>,
    /// The bullet or sentence.
    pub text: String,
    /// First day or month, as of milestones.
    pub start: Option<String>,
    /// Last day or month.
    pub end: Option<String>,
    /// Whether the last day counts.
    pub end_inclusive: bool,
    /// Kết quả, sản phẩm.
    pub deliverable: Option<String>,
    /// Where.
    pub evidence: Evidence,
}

/// How often a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Hằng tháng.
    Monthly,
    /// Hằng quý.
    Quarterly,
    /// 6 tháng.
    HalfYearly,
    /// Hằng năm.
    Yearly,
    /// Một lần.
    Once,
}

/// In which month of its period a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonthOfPeriod {
    /// Tháng đầu.
    First,
    /// Tháng giữa.
    Middle,
    /// Tháng cuối.
    Last,
}

/// A report that units owe (chế độ báo cáo).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reporting {
    /// How often.
    pub frequency: Frequency,
    /// Day of the month.
    pub due_day: Option<i8>,
    /// "Trước ngày" leaves the day out, "vào ngày", "chậm nhất" do not.
    #[serde(default = "usually")]
    pub due_inclusive: bool,
    /// Month of the period; nothing for monthly reports and single ones.
    pub due_month_of_period: Option<MonthOfPeriod>,
    /// To whom.
    pub to: Option<String>,
    /// Through whom.
    pub via: Option<String>,
    /// What it has to say.
    pub contents: Vec<String>,
    /// Where.
    pub evidence: Evidence,
}

/// A report that was read before the day's bound was kept counts its day.
fn usually() -> bool {
    true
}
