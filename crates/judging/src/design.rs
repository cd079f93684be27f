//! The design of a judging (sơ đồ chấm): which judge has which dossier, and what hangs together by it.
//!
//! Two judges can be compared when a chain leads from one to the other: both have a dossier, or each has one
//! with a third. Judges and dossiers between which no chain leads are two parts, and no arithmetic can tell
//! a severe judge of one part from a poor dossier.

use std::collections::{BTreeMap, BTreeSet};

/// A judge (giám khảo), by the number in the list that was published before lots were drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JudgeNumber(pub u32);

/// A dossier (hồ sơ dự thi), by its number in the list that was published before lots were drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DossierNumber(pub u32);

/// One judge for one dossier (một lượt chấm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    /// The dossier; first, so that pairs sort by it.
    pub dossier: DossierNumber,
    /// Who has it.
    pub judge: JudgeNumber,
}

/// A part of a design (phần liên thông): all that hangs together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Part {
    /// Its judges.
    pub judges: BTreeSet<JudgeNumber>,
    /// Its dossiers.
    pub dossiers: BTreeSet<DossierNumber>,
}

/// The parts of a design, the one with the lowest judge first. One part: all can be compared.
pub fn parts(pairs: impl IntoIterator<Item = Pair>) -> Vec<Part> {
    let mut by_judge: BTreeMap<JudgeNumber, BTreeSet<DossierNumber>> = BTreeMap::new();
    let mut by_dossier: BTreeMap<DossierNumber, BTreeSet<JudgeNumber>> = BTreeMap::new();
    for pair in pairs {
        by_judge.entry(pair.judge).or_default().insert(pair.dossier);
        by_dossier.entry(pair.dossier).or_default().insert(pair.judge);
    }
    let mut parts = Vec::new();
    while let Some((first, _)) = by_judge.first_key_value() {
        let mut waiting = vec![*first];
        let mut part = Part::default();
        while let Some(judge) = waiting.pop() {
            part.judges.insert(judge);
            for dossier in by_judge.remove(&judge).unwrap_or_default() {
                part.dossiers.insert(dossier);
                waiting.extend(by_dossier.remove(&dossier).unwrap_or_default());
            }
        }
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(dossier: u32, judge: u32) -> Pair {
        Pair { dossier: DossierNumber(dossier), judge: JudgeNumber(judge) }
    }

    #[test]
    fn what_hangs_together_is_one_part() {
        let check = |pairs: &[(u32, u32)], expect: &[(&[u32], &[u32])]| {
            let found = parts(pairs.iter().map(|(dossier, judge)| pair(*dossier, *judge)));
            let part = |(dossiers, judges): &(&[u32], &[u32])| Part {
                judges: judges.iter().copied().map(JudgeNumber).collect(),
                dossiers: dossiers.iter().copied().map(DossierNumber).collect(),
            };
            assert_eq!(found, expect.iter().map(part).collect::<Vec<_>>(), "{pairs:?}");
        };
        check(&[], &[]);
        check(&[(1, 1)], &[(&[1], &[1])]);
        check(&[(1, 1), (2, 2)], &[(&[1], &[1]), (&[2], &[2])]);
        check(&[(3, 2), (1, 1), (2, 1), (2, 2)], &[(&[1, 2, 3], &[1, 2])]);
        check(&[(1, 9), (2, 3), (2, 9), (5, 4), (5, 4)], &[(&[1, 2], &[3, 9]), (&[5], &[4])]);
    }
}
