//! What must always hold, and examples that can be followed by hand.

mod example_tests;
mod plain_tests;

use super::*;
use crate::conflict::UnitKey;
use crate::design::{DossierNumber, JudgeNumber};

fn pair(dossier: u32, judge: u32) -> Pair {
    Pair { dossier: DossierNumber(dossier), judge: JudgeNumber(judge) }
}

fn dossier(number: u32, group: u32, field: u32, unit: Option<u128>) -> Dossier {
    let (group, field, unit) = (Group(group), Field(field), unit.map(UnitKey));
    Dossier { number: DossierNumber(number), group, field, unit }
}

fn judge(number: u32, fields: &[(u32, u16)], least: u32, most: u32) -> Judge {
    let fields = fields.iter().map(|(field, far)| Expertise { field: Field(*field), far: *far });
    let groups = vec![Group(0), Group(1)];
    Judge { number: JudgeNumber(number), groups, fields: fields.collect(), least, most }
}
