//! Authors (tác giả) who are helped to come in: who waits for a code, who hands it over, and accounts
//! that somebody opens for somebody else.

use kernel::id::{AccountId, UnitId};
use kernel::{Day, Failure, Fault, Instant, Refusal};
use store::{Reader, Tx};

use super::actor::{Actor, Who};
use super::login::{Card, Login};
use super::names::PersonName;
use super::store::authors as rows;
pub use super::store::authors::{HelpRow, RequestRow};
use super::store::{self as accounts, AccountRow};
use super::{beginning, invitations, policy, secrets, session};
use crate::audit::{self, Act};
use crate::frame::{App, Locale};

kernel::id_type!(
    /// Somebody who waits for a code.
    RequestId
);
kernel::id_type!(
    /// One help.
    HelpId
);

/// How long a code that was handed over is good.
const LASTS_SECONDS: i64 = 3 * 24 * 3600;
/// How many of those who were helped are listed.
const LISTED: u32 = 50;

/// Somebody for whom an account is opened.
pub struct NewAuthor {
    /// Their name.
    pub name: PersonName,
    /// Their address or number; nothing: they get the number of a card.
    pub login: Option<Login>,
    /// The unit that helps; nothing: the office.
    pub unit: Option<UnitId>,
}

/// Opens an account for somebody who is helped; who helped is kept. The account holds nothing, not even
/// a password.
///
/// # Errors
/// The actor may not help for that unit, or the address or number has an account already.
pub async fn open_for(
    tx: &mut Tx,
    actor: &Actor,
    author: &NewAuthor,
) -> Result<AccountId, Failure> {
    policy::may_help_at(actor, author.unit)?;
    let login = match &author.login {
        Some(login) => login.clone(),
        None => free_card(tx).await?,
    };
    if accounts::account_by_login(tx, login.as_str()).await?.is_some() {
        return Err(Refusal::field("login", "login-taken").into());
    }
    let account =
        invitations::add_account(tx, Some(actor.who), &login, &author.name, Locale::Vi).await?;
    note(tx, actor, account, (Help::Opened, author.unit)).await?;
    Ok(account)
}

async fn free_card(reader: &Reader) -> Result<Login, Fault> {
    loop {
        let login = Login::Card(Card::new());
        if accounts::account_by_login(reader, login.as_str()).await?.is_none() {
            return Ok(login);
        }
    }
}

#[derive(Clone, Copy)]
enum Help {
    Opened,
    Code,
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    (help, unit): (Help, Option<UnitId>),
) -> Result<(), Failure> {
    let id = HelpId::new(tx.at()).to_string();
    let subject = format!("account/{account}");
    let (kind, act) = match help {
        Help::Opened => ("opened", Act::on("author.open", subject)),
        Help::Code => ("code", Act::on("author.code", subject)),
    };
    rows::insert_help(tx, (&id, kind), account, unit, actor.account()).await?;
    audit::record(tx, actor.who, act.row("author_help", id)).await
}

/// Whoever has begun in this browser with a number or a card asks for a code.
///
/// # Errors
/// Nothing was begun, or nobody can help at that unit.
pub async fn ask_for_help(app: &App, token: &str, unit: Option<UnitId>) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    let begun = beginning::find(&tx, token, tx.at()).await?;
    if Login::stored(&begun.login)?.email().is_some() {
        return Err(Refusal::absent().into());
    }
    if let Some(unit) = unit {
        let helping = helping_units(&tx, tx.at().day()).await?;
        if !helping.iter().any(|(id, _)| *id == unit.to_string()) {
            return Err(Refusal::field("unit", "unit-unknown").into());
        }
    }
    let id = RequestId::new(tx.at()).to_string();
    rows::put_request(&mut tx, &id, (&begun.login, &begun.name), unit).await?;
    Ok(tx.commit().await?)
}

/// The request of a login that still waits.
///
/// # Errors
/// The database is away.
pub async fn request_of(reader: &Reader, login: &str) -> Result<Option<RequestRow>, Fault> {
    rows::request_of(reader, login).await
}

/// Units where somebody can hand a code over, by name.
///
/// # Errors
/// The database is away.
pub async fn helping_units(reader: &Reader, day: Day) -> Result<Vec<(String, String)>, Fault> {
    rows::helping_units(reader, &day.to_string()).await
}

/// Who waits for a code that this actor may hand over.
///
/// # Errors
/// The database is away.
pub async fn waiting(reader: &Reader, actor: &Actor) -> Result<Vec<RequestRow>, Fault> {
    rows::requests(reader, policy::helps_at(actor).as_deref()).await
}

/// The last who were helped where this actor may help.
///
/// # Errors
/// The database is away.
pub async fn helped(reader: &Reader, actor: &Actor) -> Result<Vec<HelpRow>, Fault> {
    rows::helped(reader, policy::helps_at(actor).as_deref(), LISTED).await
}

/// A code to hand over: shown once, kept sealed.
pub struct Handed {
    /// To whom.
    pub name: String,
    /// With what they sign in.
    pub login: Login,
    /// The code; nothing for somebody who gets one by mail.
    pub code: Option<String>,
    /// Until when it is good.
    pub until: Instant,
}

/// Hands a code over to somebody who waits for one. Their account is opened if there is none.
///
/// # Errors
/// The actor may not help there, nobody waits, or the account must be helped by somebody else.
pub async fn answer(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    request: RequestId,
) -> Result<Handed, Failure> {
    let row = rows::request(tx, &request.to_string()).await?.ok_or_else(Refusal::absent)?;
    let unit: Option<UnitId> = row.unit_id.as_deref().map(str::parse).transpose()?;
    policy::may_help_at(actor, unit)?;
    let login = Login::stored(&row.login)?;
    let account = match accounts::account_by_login(tx, &row.login).await? {
        Some(account) => {
            may_hand_to(tx, actor, &account).await?;
            account.id()?
        }
        None => {
            let author = NewAuthor { name: PersonName::read(&row.name)?, login: Some(login), unit };
            open_for(tx, actor, &author).await?
        }
    };
    rows::delete_request(tx, &row.login).await?;
    hand_over(tx, app, actor, (account, unit)).await
}

/// A code takes the place of a password. So it is not handed to whoever holds a role, and one unit does
/// not open the accounts of another.
async fn may_hand_to(tx: &Tx, actor: &Actor, account: &AccountRow) -> Result<(), Failure> {
    let id = account.id()?;
    let guard = rows::guard(tx, id).await?;
    if guard.disabled + guard.roles + guard.factors > 0 {
        return Err(Refusal::forbidden("author-needs-administrator").into());
    }
    let units = policy::helps_at(actor);
    let is_ours = match &units {
        None => true,
        Some(units) => rows::times_helped_at(tx, id, units).await? > 0,
    };
    match is_ours {
        true => Ok(()),
        false => Err(Refusal::forbidden("author-needs-office").into()),
    }
}

/// Opens an account and hands its code over, in one. Nobody learns here whether an address has an
/// account: whoever has one comes in by mail anyway, and the answer is the same.
///
/// # Errors
/// The actor may not help for that unit, or the number has an account already.
pub async fn open_and_hand_over(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    author: &NewAuthor,
) -> Result<Handed, Failure> {
    policy::may_help_at(actor, author.unit)?;
    if let Some(login) = author.login.as_ref().filter(|login| login.email().is_some()) {
        if accounts::account_by_login(tx, login.as_str()).await?.is_none() {
            open_for(tx, actor, author).await?;
        }
        let name = author.name.as_str().to_owned();
        let until = tx.at().plus_seconds(LASTS_SECONDS);
        return Ok(Handed { name, login: login.clone(), code: None, until });
    }
    let account = open_for(tx, actor, author).await?;
    hand_over(tx, app, actor, (account, author.unit)).await
}

/// Makes the code for an account that [`open_for`] has opened, or that was let in so before; an earlier
/// one is good no more. Somebody with an address needs none: they get theirs by mail.
///
/// # Errors
/// The actor may not help there, or there is no such account.
pub async fn hand_over(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (account, unit): (AccountId, Option<UnitId>),
) -> Result<Handed, Failure> {
    policy::may_help_at(actor, unit)?;
    let row = accounts::account(tx, account).await?.ok_or_else(Refusal::absent)?;
    let login = Login::stored(&row.login)?;
    let until = tx.at().plus_seconds(LASTS_SECONDS);
    if login.email().is_some() {
        return Ok(Handed { name: row.name, login, code: None, until });
    }
    let code = secrets::digits(8);
    rows::put_code(tx, account, &app.keys.seal(code.as_bytes())?, until).await?;
    note(tx, actor, account, (Help::Code, unit)).await?;
    let code = Some(secrets::in_halves(&code));
    Ok(Handed { name: row.name, login, code, until })
}

/// The account of a login to which exactly this code was handed over.
pub(super) async fn handed_to(
    tx: &Tx,
    app: &App,
    login: &Login,
    typed: &str,
) -> Result<Option<AccountId>, Failure> {
    let Some(row) = accounts::account_by_login(tx, login.as_str()).await? else { return Ok(None) };
    let id = row.id()?;
    let guard = rows::guard(tx, id).await?;
    let Some(sealed) = rows::handed_code(tx, id, tx.at()).await? else { return Ok(None) };
    let is_right = secrets::is_right(&app.keys, &sealed, typed)?;
    Ok((is_right && guard.disabled + guard.roles + guard.factors == 0).then_some(id))
}

/// A handed code works once, and takes the place of a forgotten password: the old one and all that was
/// signed in with it are good no more.
pub(super) async fn use_up(tx: &mut Tx, account: AccountId) -> Result<(), Failure> {
    rows::delete_code(tx, account).await?;
    if rows::delete_password(tx, account).await? > 0 {
        session::end_all(tx, account, None).await?;
        let act = Act::on("account.password", format!("account/{account}"));
        let act = act.row("credential", account).note("by", "handed-code");
        audit::record(tx, Who::Account(account), act).await?;
    }
    Ok(())
}
