//! Conflicts of interest: what is known of judges and dossiers, joined by the engine.
//!
//! They are found anew each time from what holds now, and never kept: a tie that comes to be known tomorrow
//! closes tomorrow's pages.

use std::collections::{BTreeMap, BTreeSet};

use ::judging::conflict::{
    Belonging, Conflict, DossierTies, JudgeTies, PersonKey, Reason, UnitKey, conflicts,
};
use ::judging::design::{DossierNumber, JudgeNumber};
use ::store::Reader;
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Message, text};
use sha2::{Digest, Sha256};

use super::access::SeenCouncil;
use super::entries;
use super::store::{self, AuthorRow, EntryRow, MemberRow, TieRow};
use super::ties::Kind;
use crate::accounts::people;
use crate::dossiers::store::sign_of_login;
use crate::units;

/// Conflicts, with the words for what they are told by.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// One for each pair that must not be.
    pub conflicts: Vec<Conflict>,
    units: BTreeMap<UnitKey, UnitId>,
    names: BTreeMap<String, String>,
    relatives: BTreeMap<PersonKey, String>,
}

impl Found {
    /// The same with the names of the units that reasons tell, as they are on a day.
    ///
    /// # Errors
    /// The database is away.
    pub async fn named(mut self, reader: &Reader, day: Day) -> Result<Self, Fault> {
        let ids: Vec<UnitId> = self.units.values().copied().collect();
        self.names = units::names(reader, &ids, day).await?;
        Ok(self)
    }

    /// Whether something stands between a judge and a dossier.
    pub fn stands(&self, judge: u32, dossier: u32) -> bool {
        self.of(judge, dossier).is_some()
    }

    /// What stands between a judge and a dossier.
    pub fn of(&self, judge: u32, dossier: u32) -> Option<&Conflict> {
        let (judge, dossier) = (JudgeNumber(judge), DossierNumber(dossier));
        self.conflicts.iter().find(|it| it.judge == judge && it.dossier == dossier)
    }

    /// A reason in words.
    pub fn told(&self, reason: &Reason) -> Message {
        let unit = |key: &UnitKey| {
            let id = self.units.get(key).map(UnitId::to_string).unwrap_or_default();
            self.names.get(&id).cloned().unwrap_or_default()
        };
        match reason {
            Reason::Author(_) => Message::new("conflict-author"),
            Reason::Adviser(_) => Message::new("conflict-adviser"),
            Reason::SameUnit(key) => Message::new("conflict-same-unit").with("unit", unit(key)),
            Reason::UnitAbove { judge, .. } => {
                Message::new("conflict-unit-above").with("unit", unit(judge))
            }
            Reason::UnitBelow { judge, .. } => {
                Message::new("conflict-unit-below").with("unit", unit(judge))
            }
            Reason::CoAuthor(_) => Message::new("conflict-co-author"),
            Reason::AdvisesUnit(key) => {
                Message::new("conflict-advises-unit").with("unit", unit(key))
            }
            Reason::Advises => Message::new("conflict-advises"),
            Reason::Family(key) => {
                let name = self.relatives.get(key).cloned().unwrap_or_default();
                Message::new("conflict-family").with("name", name)
            }
            Reason::Declared => Message::new("conflict-declared"),
        }
    }
}

/// Everything that stands between these members and the dossiers of a council.
///
/// # Errors
/// The database is away.
pub async fn all(
    reader: &Reader,
    council: &SeenCouncil,
    members: &[MemberRow],
) -> Result<Found, Failure> {
    let entries = entries::of_council(reader, council).await?;
    between(reader, council, (members, &entries)).await
}

/// What stands between one member and one dossier.
///
/// # Errors
/// The database is away.
pub async fn of_pair(
    reader: &Reader,
    council: &SeenCouncil,
    (member, dossier): (&MemberRow, &str),
) -> Result<Vec<Conflict>, Failure> {
    let entries = store::entries(reader, council.contest()?, Some(dossier)).await?;
    let members = std::slice::from_ref(member);
    Ok(between(reader, council, (members, &entries)).await?.conflicts)
}

pub(super) async fn between(
    reader: &Reader,
    council: &SeenCouncil,
    (members, entries): (&[MemberRow], &[EntryRow]),
) -> Result<Found, Failure> {
    let ties = store::ties(reader, council.id).await?;
    let ties: Vec<TieRow> = ties.into_iter().filter(|tie| tie.ended_at.is_none()).collect();
    let mut book = Book::new(reader);
    let mut judges = Vec::new();
    for member in members {
        judges.push(book.judge(member, (&ties, entries)).await?);
    }
    let dossiers = book.dossiers(council, entries).await?;
    let above_all = book.organisers(council).await?;
    let conflicts = conflicts(&judges, &dossiers, &above_all);
    Ok(Found { conflicts, units: book.units, names: BTreeMap::new(), relatives: book.relatives })
}

/// What was looked up already.
struct Book<'r> {
    reader: &'r Reader,
    belongings: BTreeMap<String, Belonging>,
    units: BTreeMap<UnitKey, UnitId>,
    relatives: BTreeMap<PersonKey, String>,
}

impl<'r> Book<'r> {
    fn new(reader: &'r Reader) -> Self {
        Self {
            reader,
            belongings: BTreeMap::new(),
            units: BTreeMap::new(),
            relatives: BTreeMap::new(),
        }
    }

    fn unit(&mut self, id: &str) -> Result<UnitKey, Fault> {
        let key = UnitKey(key(&format!("unit:{id}")));
        self.units.insert(key, id.parse()?);
        Ok(key)
    }

    /// A unit with those above it.
    async fn belonging(&mut self, id: &str) -> Result<Belonging, Fault> {
        if let Some(known) = self.belongings.get(id) {
            return Ok(known.clone());
        }
        let mut above = Vec::new();
        for parent in units::above(self.reader, id.parse()?).await? {
            above.push(self.unit(&parent.to_string())?);
        }
        let found = Belonging { unit: self.unit(id)?, above };
        self.belongings.insert(id.to_owned(), found.clone());
        Ok(found)
    }

    async fn judge(
        &mut self,
        member: &MemberRow,
        (ties, entries): (&[TieRow], &[EntryRow]),
    ) -> Result<JudgeTies, Failure> {
        let login = people::login_of(self.reader, member.account_id.parse()?).await?;
        let sign = sign_of_login(&login).unwrap_or_default();
        let mut judge = JudgeTies::of(JudgeNumber(member.number()?));
        judge.person = vec![account(&member.account_id)];
        judge.person.extend(signed(&sign));
        if let Some(unit) = &member.unit_id {
            judge.units.push(self.belonging(unit).await?);
        }
        let beside = store::beside(self.reader, (&member.account_id, &sign)).await?;
        judge.co_authors = beside.iter().filter_map(|row| person(&row.who)).collect();
        for tie in ties.iter().filter(|tie| tie.member_id == member.id) {
            self.tie(&mut judge, (tie, entries))?;
        }
        Ok(judge)
    }

    fn tie(
        &mut self,
        judge: &mut JudgeTies,
        (tie, entries): (&TieRow, &[EntryRow]),
    ) -> Result<(), Fault> {
        let entry = || entries.iter().find(|it| Some(&it.dossier_id) == tie.dossier_id.as_ref());
        let number = entry().map(EntryRow::number).transpose()?.map(DossierNumber);
        match (Kind::read(&tie.kind)?, &tie.unit_id, &tie.name) {
            (Kind::Unit, Some(unit), _) => judge.advises_units.push(self.unit(unit)?),
            (Kind::Family, _, Some(name)) => {
                let relative = named(&text::fold(name));
                self.relatives.insert(relative, name.clone());
                judge.family.push(relative);
            }
            (Kind::Advised, ..) => judge.advises.extend(number),
            (Kind::Other, ..) => judge.declared.extend(number),
            (Kind::Unit | Kind::Family, ..) => (),
        }
        Ok(())
    }

    async fn dossiers(
        &mut self,
        council: &SeenCouncil,
        entries: &[EntryRow],
    ) -> Result<Vec<DossierTies>, Failure> {
        let one = match entries {
            [one] => Some(one.dossier_id.as_str()),
            _ => None,
        };
        let of = (council.contest()?, one);
        let mut authors: BTreeMap<String, BTreeSet<PersonKey>> = BTreeMap::new();
        for row in store::own_accounts(self.reader, of).await? {
            authors.entry(row.dossier_id).or_default().insert(account(&row.who));
        }
        for AuthorRow { dossier_id, who } in store::digests(self.reader, of).await? {
            authors.entry(dossier_id).or_default().extend(signed(&who));
        }
        for AuthorRow { dossier_id, who } in store::author_names(self.reader, of).await? {
            authors.entry(dossier_id).or_default().extend(who.lines().map(named));
        }
        let mut dossiers = Vec::new();
        for entry in entries {
            let authors = authors.remove(&entry.dossier_id).unwrap_or_default();
            let units = match &entry.unit_id {
                Some(unit) => vec![self.belonging(unit).await?],
                None => Vec::new(),
            };
            dossiers.push(DossierTies {
                dossier: DossierNumber(entry.number()?),
                authors: authors.into_iter().collect(),
                advisers: Vec::new(),
                units,
            });
        }
        Ok(dossiers)
    }

    /// Who organises the contest, and all that is above them: they stand above everybody.
    async fn organisers(&mut self, council: &SeenCouncil) -> Result<Vec<UnitKey>, Failure> {
        let mut all = Vec::new();
        for unit in council.contest.runners()? {
            let found = self.belonging(&unit.to_string()).await?;
            all.push(found.unit);
            all.extend(found.above);
        }
        Ok(all)
    }
}

/// A text as the engine knows it.
fn key(text: &str) -> u128 {
    let digest = Sha256::digest(text);
    digest.iter().take(16).fold(0, |key, byte| key << 8 | u128::from(*byte))
}

fn account(id: &str) -> PersonKey {
    PersonKey(key(&format!("account:{id}")))
}

fn named(folded: &str) -> PersonKey {
    PersonKey(key(&format!("name:{folded}")))
}

/// A sign of a dossier, hex, as the engine knows it.
fn signed(digest: &str) -> Option<PersonKey> {
    let first = digest.get(..32)?;
    u128::from_str_radix(first, 16).ok().map(PersonKey)
}

/// An account or a sign.
fn person(who: &str) -> Option<PersonKey> {
    match who.len() {
        64 => signed(who),
        _ => Some(account(who)),
    }
}
