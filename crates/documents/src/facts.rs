//! What was read from one paper: `hoithi.facts/1`.
//!
//! What a paper does not state is `None` or an empty list, never a guess. Names are NFC with modern
//! tone marks; where a scan spoilt a name that can be known, the restored spelling stands here and
//! the raw text is found through its [`Evidence`].

mod contest;
mod doubt;
mod work;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use contest::{Contest, HigherContest, Level, Series};
pub use doubt::{Doubt, DoubtCode};
pub use work::{Frequency, Milestone, MilestoneKind, MonthOfPeriod, Reporting, Task};

/// The name of this form, in every file.
pub const SCHEMA: &str = "hoithi.facts/1";

/// Where a fact was read, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// First character in the source text, from 0. Characters are Unicode scalar values.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// From 0 to 1; below 1 where the rule guessed or a scan was restored.
    pub confidence: f32,
}

/// Everything that was read from a paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Always `hoithi.facts/1`.
    pub schema: Cow<'static, str>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueDate {
    /// Năm.
    pub year: Option<i16>,
    /// Tháng, 1–12.
    pub month: Option<i8>,
    /// Ngày, 1–31.
    pub day: Option<i8>,
}

/// Signature block (khối chữ ký), Annex I of Decree 30/2020.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// A cited paper (văn bản viện dẫn).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// Somebody to ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// A prize (giải).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
