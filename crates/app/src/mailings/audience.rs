//! Whom a letter reaches: the units of an audience, the people who work for them, and those who have no
//! address.

use std::collections::{BTreeMap, BTreeSet};

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Fault, Instant};
use sha2::{Digest, Sha256};

use super::store::{self, PersonRow};
use crate::tasks::TaskId;

/// Which units are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// All that have something to do.
    #[default]
    All,
    /// Those that have not begun.
    NotBegun,
    /// Those that have not reported.
    NotReported,
    /// Those that are late.
    Late,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 4] = [Self::All, Self::NotBegun, Self::NotReported, Self::Late];

    /// The word in the database, in addresses and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::NotBegun => "not_begun",
            Self::NotReported => "not_reported",
            Self::Late => "late",
        }
    }

    /// Reads the word; what is none means all.
    pub fn read(code: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default()
    }

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "mailing-to-all",
            Self::NotBegun => "mailing-to-not-begun",
            Self::NotReported => "mailing-to-not-reported",
            Self::Late => "mailing-to-late",
        }
    }

    /// Keys of the subject and the text with which a letter to it begins.
    pub const fn draft(self) -> [&'static str; 2] {
        match self {
            Self::All => ["mailing-draft-all-subject", "mailing-draft-all-body"],
            Self::NotBegun => ["mailing-draft-not-begun-subject", "mailing-draft-not-begun-body"],
            Self::NotReported => {
                ["mailing-draft-not-reported-subject", "mailing-draft-not-reported-body"]
            }
            Self::Late => ["mailing-draft-late-subject", "mailing-draft-late-body"],
        }
    }
}

/// An audience, of one task or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Whom {
    /// Which units.
    pub audience: Audience,
    /// Only for this task.
    pub task: Option<TaskId>,
}

/// A unit with its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Id.
    pub id: String,
    /// Name on the day.
    pub name: String,
    /// Whom the letter reaches there: address and name.
    pub people: BTreeMap<String, String>,
    /// Numbers to call, with who answers.
    pub phones: Vec<(String, String)>,
}

/// Whom a letter reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// The units, by name.
    pub units: Vec<Unit>,
}

impl Reached {
    /// Each address once: who works for two units gets one mail.
    pub fn addresses(&self) -> BTreeSet<&str> {
        self.units.iter().flat_map(|unit| unit.people.keys()).map(String::as_str).collect()
    }

    /// How many mails leave.
    pub fn mails(&self) -> usize {
        self.addresses().len()
    }

    /// The units without an address.
    pub fn without_address(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.people.is_empty())
    }

    /// A short print of who is reached: two are equal where nobody came and nobody went.
    pub fn print(&self) -> String {
        let mut digest = Sha256::new();
        for unit in &self.units {
            digest.update(&unit.id);
            for address in unit.people.keys() {
                digest.update([0]);
                digest.update(address);
            }
            digest.update([1]);
        }
        hex::encode(&digest.finalize()[..12])
    }
}

/// Whom a letter reaches at a moment: the coordinators of each unit; where it has none, its contacts.
pub async fn reached(
    reader: &Reader,
    contest: ContestId,
    whom: Whom,
    at: Instant,
) -> Result<Reached, Fault> {
    let mut people: BTreeMap<String, Vec<PersonRow>> = BTreeMap::new();
    for person in store::people(reader, contest, whom, at).await? {
        people.entry(person.unit_id.clone()).or_default().push(person);
    }
    let units = store::units(reader, contest, whom, at).await?.into_iter();
    let units = units.map(|row| {
        let people = people.remove(&row.id).unwrap_or_default();
        unit(row.id, row.name.unwrap_or_default(), people)
    });
    Ok(Reached { units: units.collect() })
}

fn unit(id: String, name: String, people: Vec<PersonRow>) -> Unit {
    let has_coordinator = people.iter().any(|person| person.coordinates && person.email.is_some());
    let mut unit = Unit { id, name, people: BTreeMap::new(), phones: Vec::new() };
    for person in people {
        if let Some(phone) = person.phone {
            unit.phones.push((phone, person.name.clone()));
        }
        if let Some(email) = person.email.filter(|_| person.coordinates == has_coordinator) {
            unit.people.insert(email, person.name);
        }
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, email: Option<&str>, coordinates: bool) -> PersonRow {
        PersonRow {
            unit_id: "u".to_owned(),
            name: name.to_owned(),
            email: email.map(str::to_owned),
            phone: (!coordinates).then(|| "0900".to_owned()),
            coordinates,
        }
    }

    #[test]
    fn contacts_are_written_to_where_nobody_coordinates() {
        let both = [person("A", Some("a@x"), true), person("B", Some("b@x"), false)];
        let reached = |people: &[PersonRow]| {
            let unit = unit("u".to_owned(), String::new(), people.to_vec());
            unit.people.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(reached(&both), ["a@x"]);
        assert_eq!(reached(&both[1..]), ["b@x"]);
        assert_eq!(reached(&[person("C", None, false)]), Vec::<String>::new());
    }

    #[test]
    fn one_address_is_one_mail() {
        let one = unit("u".to_owned(), String::new(), vec![person("A", Some("a@x"), true)]);
        let two = Unit { id: "v".to_owned(), ..one.clone() };
        let reached = Reached { units: vec![one.clone(), two] };
        assert_eq!((reached.units.len(), reached.mails()), (2, 1));
        assert_ne!(reached.print(), Reached { units: vec![one] }.print());
    }
}
