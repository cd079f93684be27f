//! The demo: the fictional province of the `world` crate, loaded through the verbs, and the one click
//! by which a visitor becomes somebody of it.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use kernel::id::UnitId;
use kernel::{Failure, Fault, Refusal};
use serde::Deserialize;
use store::Tx;

use crate::accounts::names::{Email, PersonName};
use crate::accounts::pages::with_session;
use crate::accounts::password::{self, NewPassword};
use crate::accounts::roles::NewGrant;
use crate::accounts::session::{self, Stage};
use crate::accounts::{Actor, invitations, links, people, resets};
use crate::frame::form::Form;
use crate::frame::{Answer, App, Locale, Visitor};
use crate::units;
use crate::units::draft::{TypedContact, TypedUnit};
use crate::units::reorganisation::draft::{
    DecisionNumber, Issuer, Link, Predecessor, ReorganisationDraft, Successor,
};
use crate::units::reorganisation::{self, Decision, Extent, ReorganisationKind};

/// Somebody of the demo world whom one click signs in.
pub struct Person {
    /// Address.
    pub email: &'static str,
    /// Name.
    pub name: &'static str,
    /// Key of the role.
    pub role: &'static str,
}

/// Whom one may be in the demo; nobody outside of it.
pub fn people(app: &App) -> Vec<Person> {
    let shown = world::PEOPLE.iter().filter(|person| app.configuration.demo && !person.disabled);
    shown.map(|one| Person { email: one.email, name: one.name, role: role_key(one.role) }).collect()
}

fn role_key(role: &str) -> &'static str {
    match role {
        "administrator" => "role-administrator",
        "secretary" => "role-secretary",
        _ => "role-coordinator",
    }
}

/// Whom the visitor wants to be.
#[derive(Deserialize)]
pub struct Chosen {
    email: String,
}

/// Answers `POST /demo/sign-in`; outside the demo there is no such address.
pub async fn sign_in(
    State(app): State<App>,
    visitor: Visitor,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let known = people(&app).into_iter().find(|person| person.email == chosen.email);
    let email = Email::read(known.ok_or_else(Refusal::absent)?.email)?;
    let mut tx = app.store.begin().await?;
    let account = people::by_email(&tx, &email).await?;
    let token = session::begin(&mut tx, account, Stage::Full, &visitor).await?;
    tx.commit().await?;
    Ok(with_session(&app, Redirect::to("/").into_response(), &token)?)
}

/// Loads the demo world where there are no accounts yet; elsewhere it does nothing.
///
/// # Errors
/// The database is away.
pub async fn load(app: &App) -> Result<(), Failure> {
    if !links::awaits_setup(&app.store).await? {
        return Ok(());
    }
    let (first, others) = world::PEOPLE.split_first().ok_or_else(|| Fault::new("nobody lives"))?;
    let hash = unusable_hash(app).await?;
    let mut tx = app.store.begin().await?;
    let found = load_units(&mut tx).await?;
    for reorganisation in world::REORGANISATIONS {
        reorganise(&mut tx, reorganisation, &found).await?;
    }
    let (email, name) = (Email::read(first.email)?, PersonName::read(first.name)?);
    invitations::first_administrator(&mut tx, &email, &name, &hash).await?;
    let mut invited = Vec::new();
    for person in others {
        invited.push(invite(&mut tx, app, person, &found).await?);
    }
    tx.commit().await?;
    for link in invited {
        let token = link.rsplit('/').next().unwrap_or("");
        resets::take_up(app, token, &unusable_hash(app).await?).await?;
    }
    disable_those_who_left(app).await
}

/// The hash of a password that nobody has seen.
async fn unusable_hash(app: &App) -> Result<String, Failure> {
    let password = session::new_token();
    Ok(password::hash(app, NewPassword::read(&password, &password, &[])?).await?)
}

async fn load_units(tx: &mut Tx) -> Result<BTreeMap<&'static str, UnitId>, Failure> {
    let actor = Actor::operator(tx.at());
    let mut found = BTreeMap::new();
    for unit in world::units() {
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
    Ok(found)
}

/// Carries out what was decided in the world.
async fn reorganise(
    tx: &mut Tx,
    told: &world::Reorganisation,
    found: &BTreeMap<&'static str, UnitId>,
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

/// Invites somebody of the world; answers with the link.
async fn invite(
    tx: &mut Tx,
    app: &App,
    person: &world::Person,
    found: &BTreeMap<&'static str, UnitId>,
) -> Result<String, Failure> {
    let actor = Actor::operator(tx.at());
    let grant = NewGrant {
        role: person.role.parse()?,
        unit: person.unit.and_then(|key| found.get(key)).copied(),
        from: tx.at().day(),
        until: None,
    };
    let (email, name) = (Email::read(person.email)?, PersonName::read(person.name)?);
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
