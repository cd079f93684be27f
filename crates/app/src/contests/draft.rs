//! What is to be written down about a contest, parsed.

use documents::{Level, MilestoneKind, Series};
use kernel::id::{ContestId, PaperId, UnitId};
use kernel::{Window, text};

use super::rules::RuleSet;

/// A contest that is to be founded, with everything that its first paper says.
#[derive(Debug, Clone)]
pub struct ContestDraft {
    /// What it is.
    pub facts: ContestFacts,
    /// Its rules, version 1.
    pub rules: RuleSet,
    /// Its milestones.
    pub milestones: Vec<MilestoneDraft>,
    /// Whom to call.
    pub contacts: Vec<ContactDraft>,
    /// What its paper rests on.
    pub citations: Vec<CitationDraft>,
    /// When units report.
    pub regimes: Vec<RegimeDraft>,
    /// The paper that makes it so.
    pub paper: Option<PaperId>,
}

/// What a contest is.
#[derive(Debug, Clone)]
pub struct ContestFacts {
    /// Its whole name.
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
    /// Who organises.
    pub organiser: Option<UnitId>,
    /// Standing agency.
    pub standing: Option<UnitId>,
    /// Who receives dossiers.
    pub receiving: Option<UnitId>,
    /// What the public reads first.
    pub summary: Option<String>,
}

impl ContestFacts {
    /// The units whose secretaries run the contest.
    pub fn runners(&self) -> Vec<UnitId> {
        self.organiser.into_iter().chain(self.standing).collect()
    }

    /// The beginning of the portal's address: `hoi-thi-sang-tao-ky-thuat-tinh-song-lam`.
    pub fn slug(&self) -> String {
        let folded = text::fold(&self.name);
        let mut slug = String::new();
        for word in folded.split(|sign: char| !sign.is_ascii_alphanumeric()) {
            if !word.is_empty() && slug.len() + word.len() < LONGEST_SLUG {
                slug.push_str(if slug.is_empty() { "" } else { "-" });
                slug.push_str(word);
            }
        }
        if slug.is_empty() { "hoi-thi".to_owned() } else { slug }
    }
}

/// Most characters of a portal's address: it is printed under a QR code.
const LONGEST_SLUG: usize = 72;

/// A milestone that is to be set.
#[derive(Debug, Clone)]
pub struct MilestoneDraft {
    /// Its kind; nothing for one that has only a title.
    pub kind: Option<MilestoneKind>,
    /// Its own name.
    pub title: Option<String>,
    /// When.
    pub window: Window,
    /// Whether the postmark counts.
    pub by_postmark: bool,
    /// The words of the paper.
    pub sentence: Option<String>,
}

/// Somebody to call.
#[derive(Debug, Clone, Default)]
pub struct ContactDraft {
    /// At which unit.
    pub unit: Option<UnitId>,
    /// Who.
    pub person: Option<String>,
    /// Post.
    pub title: Option<String>,
    /// The organisation as the paper has it.
    pub organisation: Option<String>,
    /// Digits.
    pub phones: Vec<String>,
    /// Addresses for mail.
    pub emails: Vec<String>,
    /// Where.
    pub address: Option<String>,
    /// Whether phone or mail belong to a person.
    pub personal: bool,
}

/// A paper that is cited.
#[derive(Debug, Clone)]
pub struct CitationDraft {
    /// law, decree, plan …
    pub kind: String,
    /// Whole number.
    pub number: Option<String>,
    /// ISO.
    pub issued_on: Option<String>,
}

/// When and what units report.
#[derive(Debug, Clone)]
pub struct RegimeDraft {
    /// How often.
    pub frequency: documents::Frequency,
    /// Day of the month; nothing: its last.
    pub due_day: Option<i8>,
    /// Whether that day still counts: "vào ngày" against "trước ngày".
    pub due_inclusive: bool,
    /// First, middle, last month of the period.
    pub due_month: Option<documents::MonthOfPeriod>,
    /// The day where it is due once, ISO.
    pub once_on: Option<String>,
    /// To whom.
    pub to: Option<String>,
    /// By which way.
    pub via: Option<String>,
    /// What is to be reported.
    pub contents: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_an_address() {
        let slug = |name: &str| {
            ContestFacts {
                name: name.to_owned(),
                series: Series::Other,
                level: Level::Province,
                locality: String::new(),
                edition: None,
                years: None,
                parent: None,
                higher: None,
                organiser: None,
                standing: None,
                receiving: None,
                summary: None,
            }
            .slug()
        };
        assert_eq!(
            slug("Hội thi Sáng tạo kỹ thuật tỉnh Sông Lam lần thứ 9"),
            "hoi-thi-sang-tao-ky-thuat-tinh-song-lam-lan-thu-9"
        );
        assert_eq!(slug("  «»  "), "hoi-thi");
        assert!(slug(&"rất dài ".repeat(40)).len() <= LONGEST_SLUG);
    }
}
