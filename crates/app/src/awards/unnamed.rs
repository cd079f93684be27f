//! Judges without names (ẩn danh giám khảo): what everybody may read tells who gave what by codes that nobody can
//! trace, not even who knows in which order members were called.

use std::collections::BTreeMap;

use ::judging::records::Records;
use ::judging::rules::{Rules, TieBreak};

use crate::frame::keys::random_bytes;

/// The same records with new codes for judges, drawn by chance. Who chairs is told only where a tie is parted by
/// their sheet: else nobody needs it to count again.
pub fn unnamed(rules: &Rules, mut records: Records) -> Records {
    let mut judges: Vec<&str> = records.scores.iter().map(|it| it.judge.as_str()).collect();
    judges.extend(records.chairs.iter().map(String::as_str));
    judges.sort_unstable();
    judges.dedup();
    let mut drawn: Vec<([u8; 16], String)> =
        judges.into_iter().map(|judge| (random_bytes(), judge.to_owned())).collect();
    drawn.sort_unstable();
    let code = |at: usize| format!("GK{:02}", at + 1);
    let codes: BTreeMap<String, String> =
        drawn.into_iter().enumerate().map(|(at, (_, judge))| (judge, code(at))).collect();
    for score in &mut records.scores {
        score.judge.clone_from(&codes[&score.judge]);
    }
    records.scores.sort_by(|one, other| {
        let key = |it: &::judging::records::Score| {
            (it.dossier.clone(), it.round.clone(), it.judge.clone(), it.marking)
        };
        key(one).cmp(&key(other))
    });
    let is_chair_needed = rules.ties.iter().any(|it| matches!(it, TieBreak::Chair { .. }));
    records.chairs = match is_chair_needed {
        true => records.chairs.iter().map(|judge| codes[judge].clone()).collect(),
        false => Default::default(),
    };
    records
}

#[cfg(test)]
mod tests {
    use ::judging::records::{Marking, Score};

    use super::*;

    fn records() -> Records {
        let score = |judge: &str, dossier: &str| Score {
            dossier: dossier.to_owned(),
            judge: judge.to_owned(),
            round: "final".to_owned(),
            marking: Marking::First,
            points: None,
        };
        Records {
            scores: vec![score("1.1", "7"), score("1.2", "7"), score("1.1", "8")],
            chairs: ["1.1".to_owned()].into(),
            ..Records::default()
        }
    }

    fn rules(ties: Vec<TieBreak>) -> Rules {
        let ready = ::judging::ready::with_code("minima").unwrap();
        Rules { ties, ..crate::rubric::begin(&crate::contests::RuleSet::default(), ready) }
    }

    #[test]
    fn the_same_judge_has_the_same_code() {
        let told = unnamed(&rules(Vec::new()), records());
        let of = |dossier: &str| told.scores.iter().filter(|it| it.dossier == dossier).count();
        assert_eq!((of("7"), of("8")), (2, 1));
        let twice: Vec<&str> =
            told.scores.iter().filter(|it| it.dossier == "7").map(|it| &*it.judge).collect();
        assert_eq!(twice, ["GK01", "GK02"]);
        assert!(twice.contains(&told.scores[2].judge.as_str()));
        assert!(told.chairs.is_empty());
    }

    #[test]
    fn who_chairs_is_told_where_their_sheet_parts_a_tie() {
        let ties = vec![TieBreak::Chair { round: "final".to_owned() }];
        let told = unnamed(&rules(ties), records());
        let both = told.scores.iter().find(|it| it.dossier == "8").map(|it| it.judge.clone());
        assert_eq!(told.chairs.into_iter().next(), both);
    }
}
