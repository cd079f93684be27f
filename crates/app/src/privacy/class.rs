//! Which personal data are kept for how long (thời hạn lưu giữ): one table, which the runs and the page both read.
//!
//! The law gives no numbers: it says that data are kept as long as their purpose needs them (Law 91/2025/QH15; before
//! it Decree 13/2023/NĐ-CP, article 3). The numbers are ours, on the long side, so that a late complaint is still heard.

use kernel::Instant;

/// A class of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Sessions, codes and links to come in, attempts.
    Session,
    /// Files that arrived and that nothing names.
    File,
    /// What is remembered of packages that were taken out, after their file went.
    Export,
    /// Who saw which dossier.
    Look,
    /// Dossiers that were never handed in.
    Draft,
    /// Identity numbers of authors, and the signs by which the same person was found twice.
    Identity,
}

/// How data of a class go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With the round of each minute.
    AtOnce,
    /// With the round of each day.
    Daily,
    /// When an administrator confirms.
    Confirmed,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Days.
    Days(i64),
    /// Years, to the end of the same day.
    Years(i16),
}

/// For how long data of a class are kept, from when on, and how they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The class.
    pub class: Class,
    /// How long.
    pub keeps: Keeps,
    /// How they go.
    pub way: Way,
}

/// The table.
pub const RULES: [Rule; 6] = [
    Rule { class: Class::Session, keeps: Keeps::Days(7), way: Way::AtOnce },
    Rule { class: Class::File, keeps: Keeps::Days(7), way: Way::Daily },
    Rule { class: Class::Export, keeps: Keeps::Days(90), way: Way::Daily },
    Rule { class: Class::Look, keeps: Keeps::Years(2), way: Way::Daily },
    Rule { class: Class::Draft, keeps: Keeps::Years(1), way: Way::Confirmed },
    Rule { class: Class::Identity, keeps: Keeps::Years(1), way: Way::Confirmed },
];

impl Class {
    /// Its word in the database and in the ledger.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::File => "file",
            Self::Export => "export",
            Self::Look => "look",
            Self::Draft => "draft",
            Self::Identity => "identity",
        }
    }

    /// Its rule.
    pub fn rule(self) -> &'static Rule {
        let found = RULES.iter().find(|rule| rule.class == self);
        found.expect("each class has a rule, a test says")
    }

    /// Key of its name.
    pub fn label(self) -> String {
        format!("retention-{}", self.code())
    }

    /// Key of what its time is counted from.
    pub fn since(self) -> String {
        format!("retention-{}-since", self.code())
    }
}

impl Way {
    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AtOnce => "retention-at-once",
            Self::Daily => "retention-daily",
            Self::Confirmed => "retention-confirmed",
        }
    }
}

impl Rule {
    /// When something that is kept from a moment on goes.
    pub fn due(&self, from: Instant) -> Instant {
        match self.keeps {
            Keeps::Days(days) => from.plus_seconds(days * 24 * 3600),
            Keeps::Years(years) => from.day().plus_years(years).ends(),
        }
    }

    /// From when on something is kept that goes now.
    pub fn before(&self, now: Instant) -> Instant {
        match self.keeps {
            Keeps::Days(days) => now.plus_seconds(-days * 24 * 3600),
            Keeps::Years(years) => now.day().plus_years(-years).begins(),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Day;

    use super::*;

    #[test]
    fn each_class_has_one_rule_and_in_the_order_of_the_table() {
        let classes: Vec<Class> = RULES.iter().map(|rule| rule.class).collect();
        let mut sorted = classes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(classes, sorted);
        let rules: Vec<Rule> = sorted.iter().map(|class| *class.rule()).collect();
        assert_eq!(rules, RULES);
    }

    #[test]
    fn what_is_due_is_from_before() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (class, from, due) in [
            (Class::Draft, "2024-02-29", "2025-03-01"),
            (Class::Identity, "2026-12-31", "2028-01-01"),
            (Class::File, "2026-11-21", "2026-11-28"),
        ] {
            let rule = class.rule();
            let (from, due) = (day(from).begins(), day(due).begins());
            assert_eq!(rule.due(from), due, "{class:?}");
            assert!(from <= rule.before(due), "{class:?}");
            assert!(
                from > rule.before(due.plus_seconds(-1)) || rule.due(from) > due.plus_seconds(-1)
            );
        }
    }
}
