//! Lines of a review: one fact, name or doubt each, as a person may correct it.

use documents::{
    Citation, Contact, Doubt, Eligibility, Evidence, Level, Milestone, Prize, Reporting, Series,
    Task,
};
use kernel::Fault;
use kernel::id::ContestId;
use serde::{Deserialize, Serialize};

use super::choice::{Choice, UnitLine};

/// A part of a review, in the order in which a person thinks (mục).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What is doubtful.
    Doubt,
    /// What contest it is.
    Contest,
    /// When.
    Milestone,
    /// Who does what.
    Task,
    /// Who is meant by each name.
    Unit,
    /// Whom to call.
    Contact,
    /// When units report.
    Reporting,
    /// Fields of entry.
    Field,
    /// Who may enter.
    Eligibility,
    /// Prizes.
    Prize,
    /// Where the money comes from.
    Budget,
    /// Where it is made known.
    Channel,
    /// On what basis.
    Citation,
    /// What comes with the paper.
    Attachment,
    /// Addresses on the web.
    Url,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 15] = [
        Self::Doubt,
        Self::Contest,
        Self::Milestone,
        Self::Task,
        Self::Unit,
        Self::Contact,
        Self::Reporting,
        Self::Field,
        Self::Eligibility,
        Self::Prize,
        Self::Budget,
        Self::Channel,
        Self::Citation,
        Self::Attachment,
        Self::Url,
    ];

    /// The word in the database and in keys of messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Doubt => "doubt",
            Self::Contest => "contest",
            Self::Milestone => "milestone",
            Self::Task => "task",
            Self::Unit => "unit",
            Self::Contact => "contact",
            Self::Reporting => "reporting",
            Self::Field => "field",
            Self::Eligibility => "eligibility",
            Self::Prize => "prize",
            Self::Budget => "budget",
            Self::Channel => "channel",
            Self::Citation => "citation",
            Self::Attachment => "attachment",
            Self::Url => "url",
        }
    }

    /// The section of a word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.code() == word)
    }

    /// Key of its heading.
    pub fn heading(self) -> String {
        format!("review-part-{}", self.code())
    }

    /// Key of what one of its lines is called, where a line is no more than a few words.
    pub fn one(self) -> Option<String> {
        let plain = matches!(
            self,
            Self::Field | Self::Budget | Self::Channel | Self::Attachment | Self::Url
        );
        plain.then(|| format!("review-one-{}", self.code()))
    }

    /// Whether a person can add a line that the paper does not have.
    pub const fn can_grow(self) -> bool {
        !matches!(self, Self::Doubt | Self::Contest | Self::Unit | Self::Eligibility)
    }
}

/// What contest a paper founds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContestLine {
    /// The whole name.
    pub name: String,
    /// Which series.
    pub series: Series,
    /// At which level.
    pub level: Level,
    /// Tỉnh Sông Lam, toàn quốc, name of the agency.
    pub locality: String,
    /// Lần thứ.
    pub edition: Option<u16>,
    /// First and last year.
    pub years: Option<[i16; 2]>,
    /// The contest above, where it runs here.
    pub parent: Option<ContestId>,
    /// Name of the contest above.
    pub higher: Option<String>,
    /// Who organises, as named.
    pub organiser: Option<String>,
    /// Standing agency, as named.
    pub standing: Option<String>,
    /// Who receives dossiers, as named.
    pub receiving: Option<String>,
    /// Where the paper says so.
    pub evidence: Option<Evidence>,
}

/// A few words: a field, source of money, channel, annex or address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordLine {
    /// The words.
    pub text: String,
    /// Where the paper has them.
    pub evidence: Option<Evidence>,
}

/// A line of a review.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// What is doubtful.
    Doubt(Doubt),
    /// What contest it is.
    Contest(ContestLine),
    /// When.
    Milestone(Milestone),
    /// Who does what.
    Task(Task),
    /// Who is meant.
    Unit(UnitLine),
    /// Whom to call.
    Contact(Contact),
    /// When units report.
    Reporting(Reporting),
    /// Who may enter.
    Eligibility(Eligibility),
    /// A prize.
    Prize(Prize),
    /// On what basis.
    Citation(Citation),
    /// A field, source of money, channel, annex or address.
    Words(Section, WordLine),
}

impl Line {
    /// Where it belongs.
    pub const fn section(&self) -> Section {
        match self {
            Self::Doubt(_) => Section::Doubt,
            Self::Contest(_) => Section::Contest,
            Self::Milestone(_) => Section::Milestone,
            Self::Task(_) => Section::Task,
            Self::Unit(_) => Section::Unit,
            Self::Contact(_) => Section::Contact,
            Self::Reporting(_) => Section::Reporting,
            Self::Eligibility(_) => Section::Eligibility,
            Self::Prize(_) => Section::Prize,
            Self::Citation(_) => Section::Citation,
            Self::Words(section, _) => *section,
        }
    }

    /// The body as it is kept.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn body(&self) -> Result<String, Fault> {
        Ok(match self {
            Self::Doubt(it) => serde_json::to_string(it),
            Self::Contest(it) => serde_json::to_string(it),
            Self::Milestone(it) => serde_json::to_string(it),
            Self::Task(it) => serde_json::to_string(it),
            Self::Unit(it) => serde_json::to_string(it),
            Self::Contact(it) => serde_json::to_string(it),
            Self::Reporting(it) => serde_json::to_string(it),
            Self::Eligibility(it) => serde_json::to_string(it),
            Self::Prize(it) => serde_json::to_string(it),
            Self::Citation(it) => serde_json::to_string(it),
            Self::Words(_, it) => serde_json::to_string(it),
        }?)
    }

    /// Reads a kept body.
    ///
    /// # Errors
    /// It is no body of the section.
    pub fn read(section: Section, body: &str) -> Result<Self, Fault> {
        Ok(match section {
            Section::Doubt => Self::Doubt(serde_json::from_str(body)?),
            Section::Contest => Self::Contest(serde_json::from_str(body)?),
            Section::Milestone => Self::Milestone(serde_json::from_str(body)?),
            Section::Task => Self::Task(serde_json::from_str(body)?),
            Section::Unit => Self::Unit(serde_json::from_str(body)?),
            Section::Contact => Self::Contact(serde_json::from_str(body)?),
            Section::Reporting => Self::Reporting(serde_json::from_str(body)?),
            Section::Eligibility => Self::Eligibility(serde_json::from_str(body)?),
            Section::Prize => Self::Prize(serde_json::from_str(body)?),
            Section::Citation => Self::Citation(serde_json::from_str(body)?),
            Section::Field
            | Section::Budget
            | Section::Channel
            | Section::Attachment
            | Section::Url => Self::Words(section, serde_json::from_str(body)?),
        })
    }

    /// Whether a person has to look at it before anything is made of it.
    pub const fn is_doubtful(&self) -> bool {
        matches!(self, Self::Doubt(_) | Self::Unit(UnitLine { choice: Choice::Ended(_), .. }))
    }

    /// Where the paper says so, in characters of its text; nothing for what a person added.
    pub fn evidence(&self) -> Option<(usize, usize)> {
        let evidence = match self {
            Self::Doubt(it) => it.evidence,
            Self::Contest(it) => it.evidence,
            Self::Milestone(it) => Some(it.evidence),
            Self::Task(it) => Some(it.evidence),
            Self::Contact(it) => Some(it.evidence),
            Self::Reporting(it) => Some(it.evidence),
            Self::Citation(it) => Some(it.evidence),
            Self::Prize(it) => Some(it.evidence),
            Self::Words(_, it) => it.evidence,
            Self::Unit(_) | Self::Eligibility(_) => None,
        };
        evidence.map(|it| (it.start, it.end)).filter(|(start, end)| start < end)
    }
}

/// The evidence of what stands in no paper.
pub const TYPED: Evidence = Evidence { start: 0, end: 0, confidence: 1.0 };
