//! Beginning to judge, and opening the sheets.

use std::collections::BTreeMap;

use ::store::{Reader, Tx};
use kernel::{Failure, Message, Refusal};

use super::access::{self, SeenCouncil};
use super::store::{self, AssignmentRow, MemberRow};
use super::{CouncilId, State, Step, again, assign, entries, members, policy, subject};
use crate::accounts::Actor;
use crate::accounts::people;
use crate::audit::{self, Act};
use crate::frame::App;
use crate::notifications::{self, Letter};
use crate::rubric;

/// Lets the members judge: from now on the rules of judging are fixed, and each judge sees what they judge.
///
/// # Errors
/// The actor may not, the council judges already, it has no chair, a dossier has too few judges, or something
/// stands against an assignment.
pub async fn begin(tx: &mut Tx, app: &App, actor: &Actor, id: CouncilId) -> Result<(), Failure> {
    let council = access::run_open(tx, actor, id).await?;
    let after = council.state.after(Step::Begin);
    let after = after.ok_or_else(|| council.refused("council-judges-already"))?;
    if let Some(says) = in_the_way(tx, &council).await? {
        return Err(council.refused(says).into());
    }
    rubric::seal(tx, actor, council.contest()?).await?;
    store::set_state(tx, id, (after, None)).await?;
    for member in members::sitting(tx, id).await? {
        let given = store::of_member(tx, &member.id).await?.len();
        if given > 0 {
            let link = app.configuration.address("/judging");
            let letter = move |locale| {
                Letter::new(locale, "mail-council-begins").with("count", given).with("link", &link)
            };
            tell(tx, app, (&council, &member), letter).await?;
        }
    }
    let act = Act::on("council.begin", subject(id)).row("council", id);
    audit::record(tx, actor.who, act).await
}

/// What keeps a council from beginning; nothing where it may.
///
/// # Errors
/// The database is away.
pub async fn in_the_way(
    reader: &Reader,
    council: &SeenCouncil,
) -> Result<Option<Message>, Failure> {
    let sitting = members::sitting(reader, council.id).await?;
    if !members::has_chair(&sitting) {
        return Ok(Some(Message::new("council-without-chair")));
    }
    if entries::waits(reader, council).await? {
        return Ok(Some(Message::new("council-round-before-not-open")));
    }
    if again::holds_back(reader, council).await? {
        return Ok(Some(Message::new("council-round-before-again")));
    }
    let entries = entries::of_council(reader, council).await?;
    if entries.is_empty() {
        return Ok(Some(Message::new("council-no-dossiers")));
    }
    let given = by_dossier(store::in_force(reader, council.id).await?);
    let few = |count: usize| i64::try_from(count).unwrap_or(i64::MAX) < council.row.each_dossier;
    let lacking = entries.iter().filter(|it| few(given.get(&it.dossier_id).copied().unwrap_or(0)));
    let lacking = lacking.count();
    if lacking > 0 {
        return Ok(Some(Message::new("council-dossiers-lack-judges").with("count", lacking)));
    }
    let conflicts = assign::in_conflict(reader, council).await?;
    Ok((conflicts > 0).then(|| Message::new("council-conflicts-left").with("count", conflicts)))
}

fn by_dossier(given: Vec<AssignmentRow>) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    for one in given {
        *count.entry(one.dossier_id).or_default() += 1;
    }
    count
}

/// Opens the sheets (mở điểm): from now on no sheet is signed, and who may see results sees them.
///
/// # Errors
/// The actor is not the chair or a vice-chair, the council does not judge, or sheets are missing and nobody says
/// why it is opened without them.
pub async fn open(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, reason): (CouncilId, Option<&str>),
) -> Result<(), Failure> {
    let council = access::council(tx, actor, id).await?;
    policy::may_open(&council)?;
    let after = council.state.after(Step::Open);
    let after = after.ok_or_else(|| match council.state {
        State::Opened => council.refused("council-is-opened"),
        State::Forming | State::Judging => council.refused("council-not-judging-yet"),
    })?;
    let marks = store::to_mark(tx, id).await?;
    if marks.signed < marks.given && reason.is_none() {
        let says = Message::new("council-sheets-missing").with("count", marks.given - marks.signed);
        return Err(Refusal::field("reason", says).into());
    }
    store::set_state(tx, id, (after, reason)).await?;
    let act = Act::on("council.open", subject(id)).row("council", id);
    audit::record(tx, actor.who, act.note("missing", marks.given - marks.signed)).await?;
    for member in members::sitting(tx, id).await? {
        let link = app.configuration.address(&format!("/councils/{id}"));
        let letter = move |locale| Letter::new(locale, "mail-council-opened").with("link", &link);
        tell(tx, app, (&council, &member), letter).await?;
    }
    Ok(())
}

/// Writes to a member of a council what happens in it.
pub(super) async fn tell(
    tx: &mut Tx,
    app: &App,
    (council, member): (&SeenCouncil, &MemberRow),
    letter: impl Fn(crate::frame::Locale) -> Letter,
) -> Result<(), Failure> {
    let letter = |locale| {
        let letter = letter(locale).with("council", &council.row.name);
        letter.with("contest", &council.contest.name)
    };
    write_to(tx, app, (member, letter)).await
}

/// Writes a letter that greets a member by name, in their language; who signs in with a number reads it on the page.
///
/// # Errors
/// The database is away.
pub async fn write_to(
    tx: &mut Tx,
    app: &App,
    (member, letter): (&MemberRow, impl Fn(crate::frame::Locale) -> Letter),
) -> Result<(), Failure> {
    let Some((email, locale)) = people::address_of(tx, member.account_id.parse()?).await? else {
        return Ok(());
    };
    let letter = letter(locale).with("name", &member.name);
    notifications::post(tx, app, email.as_str(), letter).await
}
