//! One person's erasure: asked for by the person, decided by an administrator, carried out in one transaction.
//!
//! What goes: the account's name and login, passwords, sessions, devices, notices, letters, drafts of which nobody else
//! is a member, what was said in conversations, and of each entry that was handed in what is told of the person beside
//! name, share, work and unit. What stays is the record of the contest: number, title, authors by name, unit, decisions
//! and prizes; agreements and consents, which prove that the data were used rightly; and what somebody did in office.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use kernel::id::AccountId;
use kernel::{Failure, Refusal};

use super::ground::Ground;
use super::store::erasing::{self, Blanked};
use super::store::erasures::{self, ErasureRow};
use super::store::extracts;
use super::{ExtractId, extract};
use crate::accounts::{Actor, people, policy, roles, session};
use crate::audit::forgetting::{RowName, Traces, forget};
use crate::audit::{self, Act};
use crate::contests::typed::lines;
use crate::dossiers::{DossierId, erase, forget as drafts};
use crate::frame::{App, Words};

/// Most letters of a reason.
const REASON: usize = 1_000;

/// Asks that one's own data be erased.
///
/// # Errors
/// The operator has no account, or it was asked already.
pub async fn ask(tx: &mut Tx, actor: &Actor) -> Result<(), Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    if erasures::open(tx, account).await?.is_some() {
        return Err(Refusal::conflict("erasure-asked-already").into());
    }
    let id = erasures::insert(tx, account).await?;
    let act = Act::on("erasure.ask", format!("account/{account}")).row("erasure_request", id);
    audit::record(tx, actor.who, act).await
}

/// Takes the request back.
///
/// # Errors
/// There is none.
pub async fn withdraw(tx: &mut Tx, actor: &Actor) -> Result<(), Failure> {
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let asked = erasures::open(tx, account).await?.ok_or_else(Refusal::absent)?;
    erasures::answer(tx, &asked.id, ("withdrawn", None, None), Some(account)).await?;
    let act = Act::on("erasure.withdraw", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("erasure_request", asked.id)).await
}

/// What an administrator decided, and why.
#[derive(Debug, Clone)]
pub struct Decision {
    ground: Ground,
    reason: String,
}

impl Decision {
    /// Reads a form.
    ///
    /// # Errors
    /// Ground or reason is missing.
    pub fn read(ground: &str, reason: &str) -> Result<Self, Refusal> {
        let ground = Ground::read(ground)?;
        let reason = lines(reason, "why", REASON)?;
        let reason = reason.ok_or_else(|| Refusal::field("why", "erasure-reason-missing"))?;
        Ok(Self { ground, reason })
    }
}

/// Decides on the request of somebody, and erases where the ground says so.
///
/// # Errors
/// The actor may not, it is their own or the last administrator's, or nothing was asked.
pub async fn decide(
    app: &App,
    actor: &Actor,
    account: AccountId,
    decision: &Decision,
) -> Result<(), Failure> {
    policy::may_manage(actor)?;
    policy::may_disable(actor, account)?;
    let named = named(&app.store, account).await?;
    let traces = Traces::of(&app.store, named.clone()).await?;
    let mut tx = app.store.begin().await?;
    let asked = erasures::open(&tx, account).await?;
    let asked = asked.ok_or_else(|| Refusal::conflict("erasure-not-asked"))?;
    match decision.ground.erases() {
        true => {
            // What was written while the ledger was read is read, too.
            let traces = match self::named(&tx, account).await? == named {
                true => traces,
                false => Traces::of(&tx, self::named(&tx, account).await?).await?,
            };
            erase_now(&mut tx, (app, actor), (account, &asked), (decision, traces)).await?;
        }
        false => refuse(&mut tx, actor, (account, &asked), decision).await?,
    }
    Ok(tx.commit().await?)
}

async fn refuse(
    tx: &mut Tx,
    actor: &Actor,
    (account, asked): (AccountId, &ErasureRow),
    decision: &Decision,
) -> Result<(), Failure> {
    let said = ("refused", Some(decision.ground.code()), Some(decision.reason.as_str()));
    erasures::answer(tx, &asked.id, said, actor.account()).await?;
    let act = Act::on("erasure.refuse", format!("account/{account}"));
    audit::record(tx, actor.who, act.row("erasure_request", &asked.id)).await
}

/// The rows that hold data of the person which a guess could be tested against.
async fn named(reader: &Reader, account: AccountId) -> Result<BTreeSet<RowName>, Failure> {
    let (name, _) = people::name_of(reader, account).await?;
    let login = erasing::login(reader, account).await?;
    let mut named = erase::named_in(reader, account, (&name, &login)).await?;
    named.extend(drafts::named_in(reader, &erase::own_drafts(reader, account).await?).await?);
    named.extend(erasing::named_in(reader, account).await?);
    Ok(named)
}

async fn erase_now(
    tx: &mut Tx,
    (app, actor): (&App, &Actor),
    (account, asked): (AccountId, &ErasureRow),
    (decision, mut traces): (&Decision, Traces),
) -> Result<(), Failure> {
    roles::keep_an_administrator(tx, account).await?;
    let (name, locale) = people::name_of(tx, account).await?;
    traces.catch_up(tx).await?;
    let mut act = Act::on("erasure.carry-out", format!("account/{account}"));
    let own: Vec<DossierId> = erase::own_drafts(tx, account).await?;
    act = drafts::delete(tx, &own, act).await?;
    let files = extracts::of_account(tx, account).await?;
    let told = erasing::login(tx, account).await?;
    act = erase::blank_author(tx, account, (&name, &told), act).await?;
    session::end_all(tx, account, None).await?;
    let erased = Words(locale).say("erasure-name");
    let Blanked { rows } = erasing::blank(tx, account, (&erased, actor.account())).await?;
    act = rows.into_iter().fold(act, |act, (table, id)| act.row(table, id));
    let said = ("erased", Some(decision.ground.code()), Some(decision.reason.as_str()));
    erasures::answer(tx, &asked.id, said, actor.account()).await?;
    act = act.row("erasure_request", &asked.id).note("ground", decision.ground.code());
    audit::record(tx, actor.who, act).await?;
    forget(tx, actor.who, traces).await?;
    remove_files(app, &files).await
}

/// What was taken out of the person's data lies there as files.
async fn remove_files(app: &App, files: &[ExtractId]) -> Result<(), Failure> {
    for id in files {
        let place = extract::place(app, *id);
        match tokio::fs::remove_file(place).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => (),
        }
    }
    Ok(())
}
