//! The rule set (thể lệ) of a contest: data, of which each version is kept whole.

use documents::{Eligibility, Prize};
use entry::EntryRules;
use serde::{Deserialize, Serialize};

/// What the rules of one version say. What a paper does not state is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleSet {
    /// Fields of entry (lĩnh vực dự thi).
    pub fields: Vec<String>,
    /// Who and what may enter (điều kiện dự thi).
    pub eligibility: Eligibility,
    /// Prizes (cơ cấu giải thưởng).
    pub prizes: Vec<RulePrize>,
    /// Where the money comes from (nguồn kinh phí).
    pub budget_sources: Vec<String>,
    /// Where it is made known (kênh tuyên truyền).
    pub publicity_channels: Vec<String>,
    /// Addresses on the web.
    pub urls: Vec<String>,
    /// Forms and annexes that come with the paper (biểu mẫu, phụ lục).
    pub attachments: Vec<String>,
    /// What is asked of an entry (quy định về hồ sơ dự thi); papers do not state it.
    #[serde(skip_serializing_if = "EntryRules::is_silent")]
    pub entry: EntryRules,
}

/// One line of the prizes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePrize {
    /// Giải Nhất, giải Nhì, …
    pub name: String,
    /// How many.
    pub count: Option<u32>,
    /// Đồng for each.
    pub amount_vnd: Option<u64>,
}

impl From<&Prize> for RulePrize {
    fn from(prize: &Prize) -> Self {
        Self { name: prize.name.clone(), count: prize.count, amount_vnd: prize.amount_vnd }
    }
}

impl RuleSet {
    /// What these rules say, and of what they are silent on, what others said before.
    #[must_use]
    pub fn over(self, before: &Self) -> Self {
        let list = |mine: Vec<String>, before: &Vec<String>| match mine.is_empty() {
            true => before.clone(),
            false => mine,
        };
        let silent = self.eligibility == Eligibility::default();
        Self {
            fields: list(self.fields, &before.fields),
            eligibility: if silent { before.eligibility.clone() } else { self.eligibility },
            prizes: if self.prizes.is_empty() { before.prizes.clone() } else { self.prizes },
            budget_sources: list(self.budget_sources, &before.budget_sources),
            publicity_channels: list(self.publicity_channels, &before.publicity_channels),
            urls: list(self.urls, &before.urls),
            attachments: list(self.attachments, &before.attachments),
            entry: if self.entry.is_silent() { before.entry.clone() } else { self.entry },
        }
    }

    /// All the money of the prizes, in đồng; nothing where a number is not stated.
    pub fn money(&self) -> Option<u64> {
        let worth = |prize: &RulePrize| u64::from(prize.count?).checked_mul(prize.amount_vnd?);
        let mut prizes = self.prizes.iter().map(worth);
        let whole = prizes.try_fold(0u64, |sum, worth| sum.checked_add(worth?));
        whole.filter(|_| !self.prizes.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_silent_on_what_stays() {
        let words = |text: &str| vec![text.to_owned()];
        let before =
            RuleSet { fields: words("Cơ khí"), urls: words("a.example"), ..RuleSet::default() };
        let notice = RuleSet { urls: words("b.example"), ..RuleSet::default() };
        let after = notice.over(&before);
        assert_eq!((after.fields, after.urls), (words("Cơ khí"), words("b.example")));
    }

    #[test]
    fn money_is_summed_where_everything_is_stated() {
        let prize = |count, amount_vnd| RulePrize { name: "Giải".into(), count, amount_vnd };
        let rules = |prizes| RuleSet { prizes, ..RuleSet::default() };
        assert_eq!(rules(vec![]).money(), None);
        assert_eq!(
            rules(vec![prize(Some(1), Some(30_000_000)), prize(Some(2), Some(5_000_000))]).money(),
            Some(40_000_000)
        );
        assert_eq!(rules(vec![prize(Some(1), None)]).money(), None);
        assert_eq!(rules(vec![prize(Some(2), Some(u64::MAX))]).money(), None);
    }
}
