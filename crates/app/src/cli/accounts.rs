//! `hoithi user`: accounts from the shell, for when nobody can sign in.

use clap::Subcommand;
use kernel::id::UnitId;
use kernel::{Failure, Message, Refusal};
use serde_json::json;

use super::speak::Speaker;
use super::{DONE, Place};
use crate::accounts::names::{Email, PersonName};
use crate::accounts::roles::NewGrant;
use crate::accounts::{Actor, Role, invitations, people, resets};
use crate::frame::Locale;

/// What `user` can do.
#[derive(Subcommand)]
pub enum User {
    /// Lists accounts.
    List {
        #[arg(long)]
        json: bool,
    },
    /// Makes an account and prints the link with which it is taken up.
    Invite {
        email: String,
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "administrator|secretary|coordinator")]
        role: String,
        #[arg(long, value_name = "ID")]
        unit: Option<String>,
    },
    /// Prints a link with which somebody sets a new password.
    Reset { email: String },
    /// Disables an account.
    Disable { email: String },
    /// Enables an account.
    Enable { email: String },
}

/// Runs a `user` command.
pub async fn user(place: &Place, command: User, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let actor = Actor::operator(app.store.now());
    let mut tx = app.store.begin().await?;
    match command {
        User::List { json } => list(&tx, json, speaker).await?,
        User::Invite { email, name, role, unit } => {
            let (email, name) = (Email::read(&email)?, PersonName::read(&name)?);
            let grant = grant(&role, unit.as_deref(), tx.at().day())?;
            let person = (&email, &name, Locale::Vi);
            let (_, link) = invitations::invite(&mut tx, &app, &actor, person, grant).await?;
            speaker.tell(&Message::new("cli-link").with("link", link));
        }
        User::Reset { email } => {
            let id = people::by_email(&tx, &Email::read(&email)?).await?;
            let link = resets::reset_link(&mut tx, &app, &actor, id).await?;
            speaker.tell(&Message::new("cli-link").with("link", link));
        }
        User::Disable { email } => {
            let id = people::by_email(&tx, &Email::read(&email)?).await?;
            people::disable(&mut tx, &actor, id).await?;
            speaker.say("notice-account-disabled");
        }
        User::Enable { email } => {
            let id = people::by_email(&tx, &Email::read(&email)?).await?;
            people::enable(&mut tx, &actor, id).await?;
            speaker.say("notice-account-enabled");
        }
    }
    tx.commit().await?;
    app.close().await?;
    Ok(DONE)
}

async fn list(reader: &store::Reader, json: bool, speaker: &Speaker) -> Result<(), Failure> {
    for person in people::list(reader).await? {
        match json {
            true => speaker.json(&json!({
                "id": person.id, "email": person.login, "name": person.name,
                "disabled": person.disabled_at.is_some(),
            }))?,
            false => speaker.line(&format!("{}\t{}", person.login, person.name)),
        }
    }
    Ok(())
}

fn grant(role: &str, unit: Option<&str>, today: kernel::Day) -> Result<NewGrant, Refusal> {
    let role: Role = role.parse().map_err(|_| Refusal::field("role", "role-missing"))?;
    let unit = unit.map(str::parse::<UnitId>).transpose();
    let unit = unit.map_err(|_| Refusal::field("unit", "unit-unknown"))?;
    Ok(NewGrant { role, unit, from: today, until: None })
}
