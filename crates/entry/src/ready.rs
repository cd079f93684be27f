//! Sets that are ready (bộ quy định có sẵn), each a file of `sets/`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rules::EntryRules;

/// A set with what goes along with it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// Its word in addresses.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// For which contests it is meant.
    pub about: String,
    /// The fields of entry that such contests have.
    pub fields: Vec<String>,
    /// The rules.
    pub rules: EntryRules,
}

const FILES: [&str; 6] = [
    include_str!("../sets/national.toml"),
    include_str!("../sets/essence.toml"),
    include_str!("../sets/evaluation.toml"),
    include_str!("../sets/evidence.toml"),
    include_str!("../sets/comparison.toml"),
    include_str!("../sets/youth.toml"),
];

static SETS: LazyLock<Vec<Ready>> = LazyLock::new(|| {
    let read = |file: &&str| toml::from_str(file).expect("our own sets are read by a test");
    FILES.iter().map(read).collect()
});

/// Every set.
pub fn ready() -> &'static [Ready] {
    &SETS
}

/// The set of a code.
pub fn with_code(code: &str) -> Option<&'static Ready> {
    SETS.iter().find(|set| set.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_is_sound() {
        let codes: Vec<&str> = ready().iter().map(|set| set.code.as_str()).collect();
        assert_eq!(codes, ["national", "essence", "evaluation", "evidence", "comparison", "youth"]);
        for set in ready() {
            assert_eq!(set.rules.troubles(&set.fields), [], "{}", set.code);
            assert_eq!(with_code(&set.code), Some(set));
        }
    }

    #[test]
    fn sets_are_kept_whole() {
        for set in ready() {
            let kept = serde_json::to_string(&set.rules).unwrap();
            assert_eq!(serde_json::from_str::<EntryRules>(&kept).unwrap(), set.rules);
        }
    }

    #[test]
    fn descriptions_serve_the_three_criteria() {
        let criteria = ["Tính mới, tính sáng tạo", "Khả năng áp dụng", "Hiệu quả"];
        for set in ready() {
            for criterion in criteria {
                let serves =
                    set.rules.sections.iter().any(|it| it.criterion.as_deref() == Some(criterion));
                assert!(serves, "{}: {criterion}", set.code);
            }
        }
    }
}
