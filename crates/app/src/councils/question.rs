//! What is asked of the engine when lots are drawn: members, dossiers, conflicts, and what is certain.

use std::collections::BTreeMap;

use ::judging::assign::{Dossier, Expertise, Field, Group, Judge, Lock, Question};
use ::judging::conflict::UnitKey;
use ::judging::design::{DossierNumber, JudgeNumber, Pair};
use ::store::Reader;
use kernel::{Failure, Fault};

use super::access::SeenCouncil;
use super::conflicts::{self, Found};
use super::entries::{self, group_of};
use super::store::{self, AssignmentRow, EntryRow, MemberRow};
use crate::contests::{self, RuleSet};

/// How far a field is that a judge did not name among those that they know best.
const FAR: u16 = 20;

/// Everything that a drawing is made of.
#[derive(Debug, Clone)]
pub struct Board {
    /// The dossiers.
    pub entries: Vec<EntryRow>,
    /// Everybody who ever sat in the council.
    pub members: Vec<MemberRow>,
    /// Who judges what now.
    pub given: Vec<AssignmentRow>,
    /// What must not be.
    pub conflicts: Found,
    rules: RuleSet,
    fields: Vec<String>,
    each: u32,
    seed: i64,
}

impl Board {
    /// Loads what a drawing in a council is made of.
    ///
    /// # Errors
    /// There are no rules of judging, or the database is away.
    pub async fn load(reader: &Reader, council: &SeenCouncil) -> Result<Self, Failure> {
        let members = store::members(reader, council.id).await?;
        let sitting: Vec<MemberRow> =
            members.iter().filter(|member| member.sits()).cloned().collect();
        let (rules, _) = contests::newest_rules(reader, council.contest()?).await?;
        Ok(Self {
            entries: entries::of_council(reader, council).await?,
            given: store::in_force(reader, council.id).await?,
            conflicts: conflicts::all(reader, council, &sitting).await?,
            fields: council.row.fields()?,
            each: u32::try_from(council.row.each_dossier).map_err(Fault::from)?,
            seed: council.row.seed,
            members,
            rules,
        })
    }

    /// Those who judge: they sit in the council, and are no secretary.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn judges(&self) -> Result<Vec<&MemberRow>, Fault> {
        let mut judges = Vec::new();
        for member in self.members.iter().filter(|member| member.sits()) {
            if member.role()?.judges() {
                judges.push(member);
            }
        }
        Ok(judges)
    }

    /// The member of an id.
    pub fn member(&self, id: &str) -> Option<&MemberRow> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The pair of an assignment.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn pair(&self, given: &AssignmentRow) -> Result<Pair, Fault> {
        let member = self.member(&given.member_id);
        let member = member.ok_or_else(|| Fault::new("an assignment has no member"))?;
        let dossier = DossierNumber(u32::try_from(given.number).map_err(Fault::from)?);
        Ok(Pair { dossier, judge: JudgeNumber(member.number()?) })
    }

    /// The question of a new drawing: what is signed stays, what is locked too, and of the rest as much as can be.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn question(&self) -> Result<Question, Fault> {
        let mut question = self.bare()?;
        for given in self.judged() {
            let pair = self.pair(given)?;
            match given.is_signed() {
                true => question.done.push(pair),
                false if given.locked => question.locks.push(Lock::Must(pair)),
                false => question.before.push(pair),
            }
        }
        Ok(question)
    }

    /// The question of what the assignment in force costs: every pair of it is certain.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn as_it_is(&self) -> Result<Question, Fault> {
        let mut question = self.bare()?;
        for given in self.judged() {
            question.done.push(self.pair(given)?);
        }
        Ok(question)
    }

    /// Assignments of dossiers that are still judged here.
    fn judged(&self) -> impl Iterator<Item = &AssignmentRow> {
        let is_here = |id: &str| self.entries.iter().any(|entry| entry.dossier_id == id);
        self.given.iter().filter(move |given| is_here(&given.dossier_id))
    }

    fn bare(&self) -> Result<Question, Fault> {
        let mut units: BTreeMap<&str, u128> = BTreeMap::new();
        for unit in self.entries.iter().filter_map(|entry| entry.unit_id.as_deref()) {
            let next = units.len() as u128;
            units.entry(unit).or_insert(next);
        }
        let mut question = Question {
            each: self.each,
            seed: self.seed.unsigned_abs(),
            conflicts: self
                .conflicts
                .conflicts
                .iter()
                .map(|it| Pair { dossier: it.dossier, judge: it.judge })
                .collect(),
            ..Question::default()
        };
        for entry in &self.entries {
            let unit = entry.unit_id.as_deref().map(|unit| UnitKey(units[unit]));
            let number = DossierNumber(entry.number()?);
            let field = self.field(&group_of(&self.rules, &entry.field));
            question.dossiers.push(Dossier { number, group: Group(0), field, unit });
        }
        for member in &self.members {
            question.judges.extend(self.judge(member)?);
        }
        Ok(question)
    }

    fn field(&self, name: &str) -> Field {
        let at = self.fields.iter().position(|field| field == name);
        Field(at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX))
    }

    /// A member as the engine knows them. One who left keeps what they signed and gets nothing more.
    fn judge(&self, member: &MemberRow) -> Result<Option<Judge>, Fault> {
        let has_signed =
            self.given.iter().any(|given| given.member_id == member.id && given.is_signed());
        let judges = member.sits() && member.role()?.judges();
        if !judges && !has_signed {
            return Ok(None);
        }
        let known = member.known_fields()?;
        let far = |name: &String| match known.is_empty() || known.contains(name) {
            true => 0,
            false => FAR,
        };
        let fields = self.fields.iter();
        let fields = fields.map(|name| Expertise { field: self.field(name), far: far(name) });
        let most = match (judges, member.most) {
            (false, _) => 0,
            (true, Some(most)) => u32::try_from(most).map_err(Fault::from)?,
            (true, None) => u32::try_from(self.entries.len()).map_err(Fault::from)?,
        };
        Ok(Some(Judge {
            number: JudgeNumber(member.number()?),
            groups: vec![Group(0)],
            fields: fields.collect(),
            least: 0,
            most,
        }))
    }
}
