//! What one version of the rules says otherwise than another. Pure.

use documents::Eligibility;
use entry::{EntryRules, Line};

use super::asked;
use super::rules::{RulePrize, RuleSet};
use crate::frame::Words;

/// One thing that two versions say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Key of what it is about, as on the page.
    pub what: &'static str,
    /// What the earlier version says; nothing where it says nothing.
    pub old: Option<String>,
    /// What the later one says.
    pub new: Option<String>,
}

/// Everything that the later version says otherwise than the earlier one.
pub fn between(old: &RuleSet, new: &RuleSet, words: Words) -> Vec<Difference> {
    let mut found = Vec::new();
    let lists = [
        ("rules-fields", &old.fields, &new.fields),
        ("rules-budget", &old.budget_sources, &new.budget_sources),
        ("rules-channels", &old.publicity_channels, &new.publicity_channels),
        ("rules-urls", &old.urls, &new.urls),
        ("rules-attachments", &old.attachments, &new.attachments),
    ];
    for (what, old, new) in lists {
        let gone = old.iter().filter(|line| !new.contains(line));
        found.extend(gone.map(|line| Difference { what, old: Some(line.clone()), new: None }));
        let come = new.iter().filter(|line| !old.contains(line));
        found.extend(come.map(|line| Difference { what, old: None, new: Some(line.clone()) }));
    }
    let pairs = eligibility(&old.eligibility).into_iter().zip(eligibility(&new.eligibility));
    for ((what, old), (_, new)) in pairs.filter(|((_, old), (_, new))| old != new) {
        found.push(Difference { what, old, new });
    }
    found.extend(prizes(&old.prizes, &new.prizes));
    found.extend(entry(&old.entry, &new.entry, words));
    found
}

/// That there is something asked of an entry at all, in one line.
fn begun(old: &EntryRules, new: &EntryRules, words: Words) -> Vec<Difference> {
    let told = |rules: &EntryRules| {
        (!rules.is_silent()).then(|| words.count("entry-rules-count", rules.lines().len()))
    };
    let (old, new) = (told(old), told(new));
    if old == new { Vec::new() } else { vec![Difference { what: "entry", old, new }] }
}

/// What is asked of an entry: parts with a key are compared with themselves, other lines are there or not.
fn entry(old: &EntryRules, new: &EntryRules, words: Words) -> Vec<Difference> {
    if old.is_silent() || new.is_silent() {
        return begun(old, new, words);
    }
    let (old, new) = (old.lines(), new.lines());
    let same = |one: &Line, other: &Line| {
        one.part == other.part
            && if one.key.is_empty() { one == other } else { one.key == other.key }
    };
    let told = |line: &Line| asked::whole(line, words);
    let gone = old.iter().filter(|line| !new.iter().any(|other| same(line, other)));
    let gone = gone
        .map(|line| Difference { what: line.part.label(), old: Some(told(line)), new: None })
        .collect::<Vec<_>>();
    let other = new.iter().filter_map(|line| {
        let before = old.iter().find(|before| same(before, line));
        (before != Some(line)).then(|| Difference {
            what: line.part.label(),
            old: before.map(told),
            new: Some(told(line)),
        })
    });
    gone.into_iter().chain(other).collect()
}

/// Each condition of entry with the key of its name.
pub fn eligibility(rules: &Eligibility) -> [(&'static str, Option<String>); 6] {
    let day = |iso: &Option<String>| {
        iso.as_ref().map(|text| text.parse().map_or(text.clone(), kernel::Day::written))
    };
    [
        ("rules-since", rules.applied_since_year.map(|year| year.to_string())),
        ("rules-where", rules.applied_in.clone()),
        ("rules-min-age", rules.min_age.map(|age| age.to_string())),
        ("rules-max-age", rules.max_age.map(|age| age.to_string())),
        ("rules-born-from", day(&rules.born_from)),
        ("rules-born-to", day(&rules.born_to)),
    ]
}

fn prizes(old: &[RulePrize], new: &[RulePrize]) -> Vec<Difference> {
    let same_name = |list: &[RulePrize], prize: &RulePrize| {
        list.iter().find(|other| other.name == prize.name).cloned()
    };
    let what = "rules-prizes";
    let gone = old.iter().filter(|prize| same_name(new, prize).is_none());
    let gone = gone.map(|prize| Difference { what, old: Some(written(prize)), new: None });
    let other = new.iter().filter(|prize| !old.contains(prize)).map(|prize| Difference {
        what,
        old: same_name(old, prize).as_ref().map(written),
        new: Some(written(prize)),
    });
    gone.chain(other).collect()
}

/// A prize on one line: `Giải Nhất · 2 × 30.000.000 đ`.
pub fn written(prize: &RulePrize) -> String {
    let count = prize.count.map(|count| count.to_string());
    let amount = prize.amount_vnd.map(money);
    let worth: Vec<String> = [count, amount].into_iter().flatten().collect();
    match worth.is_empty() {
        true => prize.name.clone(),
        false => format!("{} · {}", prize.name, worth.join(" × ")),
    }
}

/// Đồng as people write them: `30.000.000 đ`.
pub fn money(amount: u64) -> String {
    format!("{} \u{20ab}", grouped(amount))
}

/// A number in groups of three: `30.000.000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prize(name: &str, count: u32, amount: u64) -> RulePrize {
        RulePrize { name: name.into(), count: Some(count), amount_vnd: Some(amount) }
    }

    #[test]
    fn versions_are_told_apart() {
        let eligibility =
            |year| Eligibility { applied_since_year: Some(year), ..Eligibility::default() };
        let old = RuleSet {
            fields: vec!["Cơ khí".into(), "Y dược".into()],
            eligibility: eligibility(2021),
            prizes: vec![prize("Giải Nhất", 1, 30_000_000), prize("Giải Ba", 3, 5_000_000)],
            ..RuleSet::default()
        };
        let new = RuleSet {
            fields: vec!["Y dược".into(), "Giáo dục".into()],
            eligibility: eligibility(2022),
            prizes: vec![prize("Giải Nhất", 2, 30_000_000)],
            ..old.clone()
        };
        let told: Vec<String> = between(&old, &new, Words::default())
            .into_iter()
            .map(|it| {
                let side = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
                format!("{}: {} > {}", it.what, side(it.old), side(it.new))
            })
            .collect();
        let expect = [
            "rules-fields: Cơ khí > -",
            "rules-fields: - > Giáo dục",
            "rules-since: 2021 > 2022",
            "rules-prizes: Giải Ba · 3 × 5.000.000 ₫ > -",
            "rules-prizes: Giải Nhất · 1 × 30.000.000 ₫ > Giải Nhất · 2 × 30.000.000 ₫",
        ];
        assert_eq!(told, expect);
        assert_eq!(between(&new, &new, Words::default()), []);
    }

    #[test]
    fn what_is_asked_of_entries_is_compared_by_its_keys() {
        let old = entry::with_code("evaluation").map(|set| set.rules.clone()).unwrap_or_default();
        let mut new = old.clone();
        new.paper_copies = 2;
        new.sections[1].title = "2. Giải pháp trước đây".to_owned();
        new.sections.pop();
        let [old, new] = [old, new].map(|entry| RuleSet { entry, ..RuleSet::default() });
        let told: Vec<_> = between(&old, &new, Words::default())
            .into_iter()
            .map(|it| (it.what, it.old.is_some(), it.new.is_some()))
            .collect();
        let expect = [
            ("entry-part-sections", true, false),
            ("entry-part-files", true, false),
            ("entry-part-sections", true, true),
            ("entry-part-files", false, true),
        ];
        assert_eq!(told, expect);
    }

    #[test]
    fn money_is_grouped() {
        let check = |number, expect: &str| assert_eq!(grouped(number), expect);
        check(0, "0");
        check(999, "999");
        check(1_000, "1.000");
        check(330_000_000, "330.000.000");
    }
}
