//! One person's account, for administrators: roles, a link for a new password, disabling.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::id::{AccountId, UnitId};
use kernel::{Day, Failure, Fault, Instant, Refusal};
use serde::Deserialize;

use crate::accounts::roles::{self, GrantId, NewGrant};
use crate::accounts::store::{self as rows, AccountRow, GrantRow};
use crate::accounts::{Actor, Role, login, people, policy, resets, second_factor};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Trouble, Visitor};

/// A role as typed.
#[derive(Deserialize, Default)]
pub struct TypedGrant {
    #[serde(default)]
    pub(super) role: String,
    #[serde(default)]
    pub(super) unit: String,
    #[serde(default)]
    pub(super) from: String,
    #[serde(default)]
    pub(super) until: String,
}

impl TypedGrant {
    pub(super) fn read(&self, today: Day) -> Result<NewGrant, Refusal> {
        let role = self.role.parse().map_err(|_| Refusal::field("role", "role-missing"))?;
        let day = |name: &'static str, text: &str| {
            text.parse::<Day>().map_err(|_| Refusal::field(name, "day-unreadable"))
        };
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let unit = typed(&self.unit).map(|unit| unit.parse::<UnitId>()).transpose();
        Ok(NewGrant {
            role,
            unit: unit.map_err(|_| Refusal::field("unit", "unit-unknown"))?,
            from: typed(&self.from).map_or(Ok(today), |text| day("from", &text))?,
            until: typed(&self.until).map(|text| day("until", &text)).transpose()?,
        })
    }
}

#[derive(Template)]
#[template(path = "accounts/pages/link_made.html")]
pub(super) struct LinkMadePage {
    pub(super) frame: Frame,
    pub(super) name: String,
    pub(super) link: String,
    pub(super) back: String,
}

pub(super) fn role_key(role: &str) -> &'static str {
    match role.parse() {
        Ok(Role::Administrator) => "role-administrator",
        Ok(Role::Secretary) => "role-secretary",
        Ok(Role::Coordinator) | Err(_) => "role-coordinator",
    }
}

struct GrantLine {
    id: String,
    role: &'static str,
    unit: Option<String>,
    from: String,
    until: Option<String>,
    revoked: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/person.html")]
struct PersonPage {
    frame: Frame,
    errors: Errors,
    id: String,
    name: String,
    email: String,
    since: String,
    disabled: Option<String>,
    has_second_factor: bool,
    is_self: bool,
    grants: Vec<GrantLine>,
    units: Vec<(String, String)>,
    typed: TypedGrant,
}

/// Answers `GET /people/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let account = found(&app, &actor, &id).await?;
    let shown = (TypedGrant::default(), Errors::none());
    page(&person_page(&app, &visitor, (&actor, account), shown).await?)
}

/// The account of an address, for those who may see accounts.
async fn found(app: &App, actor: &Actor, id: &str) -> Result<AccountRow, Failure> {
    policy::may_manage(actor)?;
    let id: AccountId = id.parse().map_err(|_| Refusal::absent())?;
    Ok(rows::account(&app.store, id).await?.ok_or_else(Refusal::absent)?)
}

/// The account that a dangerous act is about, when the password was given a short while ago.
async fn found_confirmed(
    app: &App,
    visitor: &Visitor,
    actor: &Actor,
    id: &str,
) -> Result<AccountRow, Failure> {
    let account = found(app, actor, id).await?;
    policy::is_confirmed(actor, visitor.at(), &format!("/people/{id}"))?;
    Ok(account)
}

async fn person_page(
    app: &App,
    visitor: &Visitor,
    (actor, account): (&Actor, AccountRow),
    (typed, errors): (TypedGrant, Errors),
) -> Result<PersonPage, Fault> {
    let id = account.id()?;
    let grants = rows::all_grants(&app.store, id).await?;
    let written = |millis: i64| Instant::from_millis(millis).written();
    Ok(PersonPage {
        frame: Frame::new(app, visitor),
        errors,
        name: account.name,
        email: login::shown(&account.login),
        since: written(account.created_at),
        disabled: account.disabled_at.map(written),
        has_second_factor: second_factor::is_on(&app.store, id).await?,
        is_self: actor.account() == Some(id),
        grants: grants.into_iter().map(grant_line).collect(),
        units: rows::unit_names(&app.store, &visitor.at().day().to_string()).await?,
        id: account.id,
        typed,
    })
}

fn grant_line(row: GrantRow) -> GrantLine {
    GrantLine {
        role: role_key(&row.role),
        unit: row.unit_name,
        from: Day::shown(&row.from_day),
        until: row.until_day.as_deref().map(Day::shown),
        revoked: row.revoked_at.map(|at| Instant::from_millis(at).written()),
        id: row.id,
    }
}

/// Answers `POST /people/{id}/grants`.
pub async fn grant(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<TypedGrant>,
) -> Answer {
    let account = found_confirmed(&app, &visitor, &actor, &id).await?;
    let granted = async {
        let grant = typed.read(visitor.at().day())?;
        let mut tx = app.store.begin().await?;
        roles::grant_role(&mut tx, &actor, account.id()?, grant).await?;
        Ok::<_, Failure>(tx.commit().await?)
    };
    let Err(failure) = granted.await else { return see(&format!("/people/{id}"), "role-granted") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_with(status, &person_page(&app, &visitor, (&actor, account), (typed, errors)).await?)
}

/// Answers `POST /people/{id}/grants/{grant}/removal`.
pub async fn revoke(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, grant)): Path<(String, String)>,
) -> Answer {
    let here = format!("/people/{id}");
    found_confirmed(&app, &visitor, &actor, &id).await?;
    let grant: GrantId = grant.parse().map_err(|_| Refusal::absent())?;
    let mut tx = app.store.begin().await?;
    let account = roles::revoke_role(&mut tx, &actor, grant).await?;
    if account.to_string() != id {
        return Err(Refusal::absent().into());
    }
    tx.commit().await?;
    see(&here, "role-revoked")
}

/// Answers `POST /people/{id}/reset-link`.
pub async fn reset_link(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let account = found_confirmed(&app, &visitor, &actor, &id).await?;
    let back = format!("/people/{id}");
    let mut tx = app.store.begin().await?;
    let link = resets::reset_link(&mut tx, &app, &actor, account.id()?).await?;
    tx.commit().await?;
    page(&LinkMadePage { frame: Frame::new(&app, &visitor), name: account.name, link, back })
}

/// Answers `POST /people/{id}/disabling`.
pub async fn disable(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let account = found_confirmed(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    people::disable(&mut tx, &actor, account.id()?).await?;
    tx.commit().await?;
    see(&format!("/people/{id}"), "account-disabled")
}

/// Answers `POST /people/{id}/disabling/removal`.
pub async fn enable(
    State(app): State<App>,
    actor: Actor,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let account = found_confirmed(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    people::enable(&mut tx, &actor, account.id()?).await?;
    tx.commit().await?;
    see(&format!("/people/{id}"), "account-enabled")
}

/// Answers `POST /people/{id}/second-factor/removal`.
pub async fn second_factor_off(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let account = found_confirmed(&app, &visitor, &actor, &id).await?;
    let mut tx = app.store.begin().await?;
    second_factor::switch_off(&mut tx, &app, &actor, account.id()?).await?;
    tx.commit().await?;
    see(&format!("/people/{id}"), "second-factor-off")
}
