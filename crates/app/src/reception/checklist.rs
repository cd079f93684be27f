//! The points at which the office looks (danh mục kiểm tra), and what it found of each.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use entry::Need;
use kernel::Message;

use crate::contests::RuleSet;
use crate::frame::Words;

/// What the office found of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Đạt.
    Good,
    /// Chưa đạt: missing, or not as the rules ask.
    Lacking,
    /// Không cần đối với hồ sơ này.
    Needless,
}

impl Verdict {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Good, Self::Lacking, Self::Needless];

    /// The word in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Lacking => "lacking",
            Self::Needless => "needless",
        }
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Good => "verdict-good",
            Self::Lacking => "verdict-lacking",
            Self::Needless => "verdict-needless",
        }
    }
}

/// The word is no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAVerdict;

impl fmt::Display for NotAVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a verdict of the office")
    }
}

impl std::error::Error for NotAVerdict {}

impl FromStr for Verdict {
    type Err = NotAVerdict;

    fn from_str(text: &str) -> Result<Self, NotAVerdict> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == text).ok_or(NotAVerdict)
    }
}

/// A point at which the office looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// A part of the checklist, or `condition:` and which.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Whether a dossier is not valid before the point is looked at.
    pub is_required: bool,
}

/// How the key of a condition begins.
const CONDITION: &str = "condition:";

impl Point {
    /// Whether it is a condition rather than a part of the dossier.
    pub fn is_condition(&self) -> bool {
        self.key.starts_with(CONDITION)
    }
}

/// The points of the rules: the parts of the dossier, then the conditions.
pub fn points(rules: &RuleSet, words: Words) -> Vec<Point> {
    let parts = rules.entry.checklist.iter().map(|item| Point {
        key: item.key.clone(),
        name: item.name.clone(),
        is_required: item.need == Need::Required,
    });
    let conditions = conditions(rules).into_iter().map(|(which, name)| Point {
        key: format!("{CONDITION}{which}"),
        name: words.tell(&name),
        is_required: true,
    });
    let others = (1..).zip(&rules.entry.conditions.others).map(|(at, told)| Point {
        key: format!("{CONDITION}other-{at}"),
        name: told.clone(),
        is_required: true,
    });
    parts.chain(conditions).chain(others).collect()
}

fn conditions(rules: &RuleSet) -> Vec<(&'static str, Message)> {
    let (eligible, asked) = (&rules.eligibility, &rules.entry.conditions);
    let said = |key: &'static str| Message::new(key);
    let since = eligible.applied_since_year;
    let place = eligible.applied_in.as_ref();
    let ages = eligible.min_age.is_some()
        || eligible.max_age.is_some()
        || eligible.born_from.is_some()
        || eligible.born_to.is_some();
    let won = asked.not_won.map(|won| match won {
        entry::Won::Anywhere => "entry-not-won-anywhere",
        entry::Won::Province => "entry-not-won-province",
        entry::Won::Nation => "entry-not-won-nation",
    });
    let all = [
        ("since", since.map(|year| said("dossier-since").with("year", year))),
        ("place", place.map(|place| said("point-place").with("place", place))),
        ("ages", ages.then(|| said("point-ages"))),
        ("applied", asked.applied.then(|| said("entry-condition-applied"))),
        ("not-won", won.map(said)),
        ("not-entered", asked.not_entered.then(|| said("entry-condition-not-entered"))),
        ("no-officials", asked.no_officials.then(|| said("entry-condition-no-officials"))),
    ];
    all.into_iter().filter_map(|(which, name)| Some((which, name?))).collect()
}

/// Whether two rule sets ask the same at a point: what was found by one then holds by the other.
pub fn is_same_point(one: &RuleSet, other: &RuleSet, key: &str) -> bool {
    let Some(which) = key.strip_prefix(CONDITION) else {
        let item = |rules: &RuleSet| rules.entry.checklist.iter().find(|it| it.key == key).cloned();
        return item(one) == item(other);
    };
    if which == "ages" && one.eligibility != other.eligibility {
        return false;
    }
    let name = |rules: &RuleSet| {
        let all = points(rules, Words::default()).into_iter();
        all.filter(|point| point.key == key).map(|point| point.name).next()
    };
    name(one) == name(other)
}

/// The points that stand in the way of a valid dossier: those that must be looked at and were not, and those
/// that are lacking.
pub fn in_the_way<'p>(points: &'p [Point], found: &BTreeMap<String, Verdict>) -> Vec<&'p Point> {
    let stands = |point: &&Point| match found.get(&point.key) {
        Some(Verdict::Lacking) => true,
        Some(Verdict::Good | Verdict::Needless) => false,
        None => point.is_required,
    };
    points.iter().filter(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    #[test]
    fn the_points_are_the_parts_and_the_conditions() {
        let mut rules = RuleSet::default();
        rules.entry = entry::with_code("national").expect("the set is there").rules.clone();
        rules.entry.checklist.truncate(1);
        rules.entry.conditions = entry::Conditions {
            applied: true,
            not_won: Some(entry::Won::Nation),
            others: vec!["Không trái pháp luật".into()],
            ..entry::Conditions::default()
        };
        rules.eligibility.applied_since_year = Some(2021);
        let points = points(&rules, Words(Locale::Vi));
        let keys: Vec<&str> = points.iter().map(|point| point.key.as_str()).collect();
        let first = rules.entry.checklist[0].key.as_str();
        let expect = [
            first,
            "condition:since",
            "condition:applied",
            "condition:not-won",
            "condition:other-1",
        ];
        assert_eq!(keys, expect);
    }

    #[test]
    fn a_point_is_the_same_while_the_rules_ask_the_same() {
        let mut rules = RuleSet::default();
        rules.entry = entry::with_code("national").expect("the set is there").rules.clone();
        rules.entry.conditions.applied = true;
        rules.entry.conditions.others = vec!["Một".into()];
        rules.eligibility.applied_since_year = Some(2021);
        rules.eligibility.max_age = Some(35);
        let first = rules.entry.checklist[0].key.clone();
        let keys = [
            &*first,
            "condition:since",
            "condition:ages",
            "condition:applied",
            "condition:other-1",
        ];
        let told = |change: &dyn Fn(&mut RuleSet)| {
            let mut other = rules.clone();
            change(&mut other);
            keys.map(|key| is_same_point(&rules, &other, key))
        };
        assert_eq!(told(&|_| ()), [true; 5]);
        assert_eq!(
            told(&|it| it.entry.checklist[0].note.push('.')),
            [false, true, true, true, true]
        );
        let year = told(&|it| it.eligibility.applied_since_year = Some(2022));
        assert_eq!(year, [true, false, false, true, true]);
        let ages = told(&|it| it.eligibility.max_age = Some(30));
        assert_eq!(ages, [true, true, false, true, true]);
        let applied = told(&|it| it.entry.conditions.applied = false);
        assert_eq!(applied, [true, true, true, false, true]);
        let others = told(&|it| it.entry.conditions.others = vec!["Hai".into()]);
        assert_eq!(others, [true, true, true, true, false]);
    }

    #[test]
    fn what_is_lacking_or_unseen_stands_in_the_way() {
        let point = |key: &str, is_required| Point {
            key: key.to_owned(),
            name: String::new(),
            is_required,
        };
        let points = [point("a", true), point("b", true), point("c", false), point("d", false)];
        let found = [("a", Verdict::Good), ("d", Verdict::Lacking)];
        let found = found.map(|(key, verdict)| (key.to_owned(), verdict)).into();
        let keys: Vec<&str> =
            in_the_way(&points, &found).iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["b", "d"]);
    }
}
