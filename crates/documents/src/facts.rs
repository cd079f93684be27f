//! What was read from one paper: `hoithi.facts/1`.
//!
//! What a paper does not state is `None` or an empty list, never a guess. Names are NFC with modern
//! tone marks; where a scan spoilt a name that can be known, the restored spelling stands here and
//! the raw text is found through its [`Evidence`].

use std::collections::BTreeMap;

use serde::Serialize;

/// The name of this form, in every file.
pub const SCHEMA: &str = "hoithi.facts/1";

/// Where a fact was read, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// First character in the source text, from 0. Characters are Unicode scalar values.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// From 0 to 1; below 1 where the rule guessed or a scan was restored.
    pub confidence: f32,
}

/// Everything that was read from a paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Facts {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// The paper itself: kind, number, issuer, signature.
    pub document: Document,
    /// The contest (hội thi, cuộc thi) that it is about.
    pub contest: Option<Contest>,
    /// The unit that carries out a higher contest by this paper (đơn vị triển khai).
    pub implementing_unit: Option<String>,
    /// Cơ quan thường trực.
    pub standing_agency: Option<String>,
    /// Cơ quan tiếp nhận hồ sơ.
    pub receiving_unit: Option<String>,
    /// Papers cited as basis (căn cứ) or as the thing carried out.
    pub legal_basis: Vec<Citation>,
    /// Dates of the contest (mốc thời gian).
    pub milestones: Vec<Milestone>,
    /// Who has to do what (nhiệm vụ).
    pub tasks: Vec<Task>,
    /// Whom to ask (đầu mối liên hệ).
    pub contacts: Vec<Contact>,
    /// Lĩnh vực dự thi.
    pub fields: Vec<String>,
    /// Điều kiện dự thi.
    pub eligibility: Eligibility,
    /// Chế độ báo cáo.
    pub reporting: Vec<Reporting>,
    /// Nguồn kinh phí.
    pub budget_sources: Vec<String>,
    /// Kênh tuyên truyền.
    pub publicity_channels: Vec<String>,
    /// Addresses on the web.
    pub urls: Vec<String>,
    /// Văn bản, biểu mẫu gửi kèm.
    pub attachments: Vec<String>,
    /// Cơ cấu giải thưởng.
    pub prizes: Vec<Prize>,
    /// What a person should look at before relying on the paper.
    pub warnings: Vec<Doubt>,
    /// Evidence of the facts that are plain values, by JSON pointer (`/document/number`).
    pub evidence: BTreeMap<String, Evidence>,
}

/// The kinds of paper that the reader knows (loại văn bản), Article 7 of Decree 30/2020 and custom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Công văn.
    Dispatch,
    /// Kế hoạch.
    Plan,
    /// Quyết định.
    Decision,
    /// Thông báo.
    Notice,
    /// Thể lệ, quy chế, điều lệ.
    Rules,
    /// Báo cáo.
    Report,
    /// Tờ trình.
    SubmissionLetter,
    /// Biên bản.
    Minutes,
    /// Giấy mời.
    Invitation,
    /// Luật; only cited.
    Law,
    /// Nghị định; only cited.
    Decree,
    /// Thông tư; only cited.
    Circular,
    /// Nghị quyết.
    Resolution,
    /// Hướng dẫn.
    Guidance,
    /// Chương trình.
    Programme,
    /// Chỉ thị.
    Directive,
    /// Công điện.
    Telegram,
}

/// The paper itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// Loại văn bản.
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    /// The digits before the slash of "Số: 58/TB-BTC"; nothing where they are left blank.
    pub number: Option<String>,
    /// Ký hiệu: what follows the slash.
    pub symbol: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Cơ quan chủ quản: the body printed above the issuer.
    pub issuer_parent: Option<String>,
    /// Địa danh.
    pub place: Option<String>,
    /// Ngày ban hành.
    pub date: IssueDate,
    /// Trích yếu.
    pub subject: Option<String>,
    /// Người ký; nothing where no signature block survives.
    pub signatory: Option<Signatory>,
    /// Kính gửi.
    pub addressees: Vec<String>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
}

/// Date of issue, each part missing where it is blank or illegible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IssueDate {
    /// Năm.
    pub year: Option<i16>,
    /// Tháng, 1–12.
    pub month: Option<i8>,
    /// Ngày, 1–31.
    pub day: Option<i8>,
}

/// Signature block (khối chữ ký), Annex I of Decree 30/2020.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signatory {
    /// `TM.`, `KT.`, `TL.`, `TUQ.` or `Q.`
    pub authority: Option<String>,
    /// On whose behalf.
    pub on_behalf_of: Option<String>,
    /// Chức vụ.
    pub position: Option<String>,
    /// Chức vụ kiêm nhiệm: the signer's post in the body whose seal is used.
    pub concurrent_position: Option<String>,
    /// Họ và tên, without academic titles.
    pub name: Option<String>,
    /// Where it stands.
    pub evidence: Evidence,
}

/// Which family of contests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// Hội thi Sáng tạo kỹ thuật.
    TechnicalInnovation,
    /// Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng.
    YouthCreativity,
    /// Any other.
    Other,
}

/// Who holds a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Toàn quốc.
    Nation,
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh (until 30 June 2025).
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
    /// Cơ quan, đơn vị, ngành.
    Agency,
}

/// A contest as the paper names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contest {
    /// Family.
    pub series: Series,
    /// Level.
    pub level: Option<Level>,
    /// Whose contest: "tỉnh Bắc Kạn", "toàn quốc", or the agency's name.
    pub locality: Option<String>,
    /// Lần thứ.
    pub edition: Option<u16>,
    /// First and last year; equal for a contest of one year.
    pub years: Option<[i16; 2]>,
    /// The higher contest, where the paper is about a lower one.
    pub parent: Option<HigherContest>,
    /// Where it is named first.
    pub evidence: Evidence,
}

/// A contest above another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HigherContest {
    /// Family.
    pub series: Series,
    /// Level.
    pub level: Option<Level>,
    /// Whose contest.
    pub locality: Option<String>,
    /// Lần thứ.
    pub edition: Option<u16>,
    /// First and last year.
    pub years: Option<[i16; 2]>,
    /// Where it is named first.
    pub evidence: Evidence,
}

/// A cited paper (văn bản viện dẫn).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Citation {
    /// Kind.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whole number, "06/KH-UBND".
    pub number: Option<String>,
    /// ISO 8601 date.
    pub date: Option<String>,
    /// Where it is cited first.
    pub evidence: Evidence,
}

/// What happens at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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

/// Somebody to ask.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contact {
    /// Họ và tên.
    pub person: Option<String>,
    /// Chức vụ.
    pub title: Option<String>,
    /// Cơ quan.
    pub organisation: Option<String>,
    /// Digits only.
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Địa chỉ.
    pub address: Option<String>,
    /// Where.
    pub evidence: Evidence,
}

/// Who and what may enter.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Eligibility {
    /// Applied since 1 January of this year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applied_since_year: Option<i16>,
    /// Applied there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applied_in: Option<String>,
    /// Years of age at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u8>,
    /// Years of age at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u8>,
    /// ISO date of birth, first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born_from: Option<String>,
    /// ISO date of birth, last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born_to: Option<String>,
}

/// How often a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reporting {
    /// How often.
    pub frequency: Frequency,
    /// Day of the month.
    pub due_day: Option<i8>,
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

/// A prize (giải).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Prize {
    /// "Giải Nhất".
    pub name: String,
    /// How many.
    pub count: Option<u32>,
    /// Money for each, in đồng.
    pub amount_vnd: Option<u64>,
    /// Where.
    pub evidence: Evidence,
}

/// Why a person should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtCode {
    /// The number is left blank: right in a draft.
    MissingNumber,
    /// The day is left blank: right in a draft.
    MissingDay,
    /// A date that cannot be: "10/5/20224", "31/6/2025".
    ImplausibleDate,
    /// One unit spelt or named two ways.
    InconsistentName,
    /// A common misspelling.
    Spelling,
    /// The marks were lost when the paper was scanned.
    PoorOcr,
    /// Two dates for one thing.
    ConflictingDates,
    /// Nothing of the paper could be read.
    Unreadable,
    /// The signature block does not fit Decree 30/2020.
    SignatureForm,
    /// A unit that is abolished before its task ends.
    UnitAbolished,
    /// This is no paper of a contest.
    NotAPaper,
}

/// A doubt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Doubt {
    /// What kind of doubt.
    pub code: DoubtCode,
    /// The words that raise it, as they stand.
    pub text: String,
    /// What is wrong and what to do, in Vietnamese.
    pub message: String,
    /// Where; nothing when something is missing.
    pub evidence: Option<Evidence>,
}
