//! Units, reorganisations and people of the world.

use std::collections::BTreeMap;

use kernel::id::UnitId;
use kernel::{Day, Failure, Fault};
use store::Tx;

use crate::accounts::names::{Email, PersonName};
use crate::accounts::password::{self, NewPassword};
use crate::accounts::roles::NewGrant;
use crate::accounts::{Actor, invitations, people, resets, session};
use crate::frame::{App, Locale};
use crate::units;
use crate::units::draft::{TypedContact, TypedUnit};
use crate::units::reorganisation::draft::{
    DecisionNumber, Issuer, Link, Predecessor, ReorganisationDraft, Successor,
};
use crate::units::reorganisation::{self, Decision, Extent, ReorganisationKind};

/// Units by their keys.
pub(super) type Found = BTreeMap<&'static str, UnitId>;

/// Whoever has an account, as they are invited.
pub(super) struct Guest {
    name: &'static str,
    email: &'static str,
    role: &'static str,
    unit: Option<&'static str>,
}

impl From<&world::Person> for Guest {
    fn from(person: &world::Person) -> Self {
        let world::Person { name, email, role, unit, .. } = *person;
        Self { name, email, role, unit }
    }
}

impl From<&world::life::Desk> for Guest {
    fn from(desk: &world::life::Desk) -> Self {
        Self { name: desk.name, email: desk.email, role: "coordinator", unit: Some(desk.unit) }
    }
}

/// Loads the units of the world as they are today, and its people; no contest. What stories begin with.
///
/// # Errors
/// The database is away.
pub async fn settle(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let mut found = Found::new();
    found_all(&mut tx, &mut found, world::units()).await?;
    for told in world::REORGANISATIONS {
        reorganise(&mut tx, told, &found).await?;
    }
    tx.commit().await?;
    move_in(app, &found, world::PEOPLE.iter().map(|person| Guest::from(*person))).await
}

/// Everybody of the demo, and its desks.
pub(super) fn guests() -> impl Iterator<Item = Guest> {
    world::everybody().map(Guest::from).chain(world::life::DESKS.iter().map(Guest::from))
}

/// Gives each an account; the first administers.
pub(super) async fn move_in(
    app: &App,
    found: &Found,
    mut guests: impl Iterator<Item = Guest>,
) -> Result<(), Failure> {
    let first = guests.next().ok_or_else(|| Fault::new("nobody lives"))?;
    let hash = unusable_hash(app).await?;
    let mut tx = app.store.begin().await?;
    let (email, name) = (Email::read(first.email)?, PersonName::read(first.name)?);
    invitations::first_administrator(&mut tx, &email, &name, &hash).await?;
    let mut invited = Vec::new();
    for guest in guests {
        invited.push(invite(&mut tx, app, &guest, found).await?);
    }
    tx.commit().await?;
    for link in invited {
        let token = link.rsplit('/').next().unwrap_or("");
        resets::take_up(app, token, &hash).await?;
    }
    disable_those_who_left(app).await
}

/// The hash of a password that nobody has seen.
async fn unusable_hash(app: &App) -> Result<String, Failure> {
    let password = session::new_token();
    Ok(password::hash(app, NewPassword::read(&password, &password, &[])?).await?)
}

/// Founds units, each below its parent, which was found before.
pub(super) async fn found_all(
    tx: &mut Tx,
    found: &mut Found,
    units: impl Iterator<Item = &'static world::Unit>,
) -> Result<(), Failure> {
    let actor = Actor::operator(tx.at());
    for unit in units {
        let parent = unit.parent.and_then(|key| found.get(key));
        let typed = TypedUnit {
            name: unit.name.to_owned(),
            kind: unit.kind.to_owned(),
            code: unit.code.unwrap_or("").to_owned(),
            founded: unit.founded.unwrap_or("").to_owned(),
            aliases: unit.aliases.join(";"),
            ..TypedUnit::default()
        };
        let id = units::found(tx, &actor, &typed.read(Ok(parent.copied()))?).await?;
        for contact in unit.contacts {
            units::add_contact(tx, &actor, id, &typed_contact(contact).read()?).await?;
        }
        found.insert(unit.key, id);
    }
    Ok(())
}

/// Carries out what was decided in the world.
pub(super) async fn reorganise(
    tx: &mut Tx,
    told: &world::Reorganisation,
    found: &Found,
) -> Result<(), Failure> {
    let unit = |key: &str| {
        let known = found.get(key).copied();
        known.ok_or_else(|| Fault::new(format!("{key} is no unit of the world")))
    };
    let (mut old, mut new, mut links) = (Vec::new(), Vec::new(), Vec::new());
    for step in told.successions {
        let predecessor = unit(step.from)?;
        if !old.iter().any(|known: &Predecessor| known.unit == predecessor) {
            old.push(Predecessor { unit: predecessor, stays: false });
        }
        let Some(to) = step.to else { continue };
        let successor = Successor::Existing(unit(to)?);
        let place = new.iter().position(|known| *known == successor).unwrap_or(new.len());
        if place == new.len() {
            new.push(successor);
        }
        let extent = Extent::read(step.extent).ok_or_else(|| Fault::new("no such extent"))?;
        links.push(Link { predecessor, successor: place, extent });
    }
    let draft = ReorganisationDraft {
        kind: ReorganisationKind::read(told.kind).ok_or_else(|| Fault::new("no such kind"))?,
        decision: decision(told)?,
        predecessors: old,
        successors: new,
        links,
        new_name: None,
    };
    reorganisation::carry_out(tx, &Actor::operator(tx.at()), &draft).await.map(drop)
}

fn decision(told: &world::Reorganisation) -> Result<Decision, Failure> {
    Ok(Decision {
        number: DecisionNumber::read(told.number)?,
        day: told.decided.parse()?,
        issuer: Issuer::read(told.issuer)?,
        effective_on: told.effective.parse()?,
        note: None,
    })
}

fn typed_contact(contact: &world::Contact) -> TypedContact {
    TypedContact {
        contact: contact.name.to_owned(),
        duty: contact.duty.to_owned(),
        email: contact.email.to_owned(),
        phone: contact.phone.to_owned(),
        personal: contact.personal.then(|| "on".to_owned()),
    }
}

/// Invites somebody of the world, to a unit from its first day on; answers with the link.
async fn invite(tx: &mut Tx, app: &App, guest: &Guest, found: &Found) -> Result<String, Failure> {
    let actor = Actor::operator(tx.at());
    let founded = guest.unit.and_then(world::unit).and_then(|unit| unit.founded);
    let founded: Option<Day> = founded.map(str::parse).transpose()?;
    let grant = NewGrant {
        role: guest.role.parse()?,
        unit: guest.unit.and_then(|key| found.get(key)).copied(),
        from: founded.map_or(tx.at().day(), |day| day.max(tx.at().day())),
        until: None,
    };
    let (email, name) = (Email::read(guest.email)?, PersonName::read(guest.name)?);
    let (_, link) =
        invitations::invite(tx, app, &actor, (&email, &name, Locale::Vi), grant).await?;
    Ok(link)
}

async fn disable_those_who_left(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let actor = Actor::operator(tx.at());
    for person in world::PEOPLE.iter().filter(|person| person.disabled) {
        let id = people::by_email(&tx, &Email::read(person.email)?).await?;
        people::disable(&mut tx, &actor, id).await?;
    }
    Ok(tx.commit().await?)
}
