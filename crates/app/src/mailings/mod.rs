//! Mailings (thư gửi các đơn vị): one letter of whoever runs a contest to many units. It is looked at
//! before it goes, sent by one act, and can be stopped while it has not left.

mod audience;
pub mod pages;
mod store;

use ::store::{Reader, Tx};
use kernel::id::ContestId;
use kernel::{Failure, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::frame::{App, Locale, Words};
use crate::notifications::{self, MailId, NewMail};
use crate::tasks::TaskId;

pub use audience::{Audience, Reached, Whom};
pub use store::MailingRow;

kernel::id_type!(
    /// A mailing, or a line of one.
    MailingId
);

/// Longest subject in characters.
const LONGEST_SUBJECT: usize = 200;
/// Longest text in characters.
const LONGEST_BODY: usize = 10_000;

/// A letter as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
}

impl Draft {
    /// Reads the fields of the form.
    ///
    /// # Errors
    /// One is empty or too long.
    pub fn read(subject: &str, body: &str) -> Result<Self, Refusal> {
        let subject = kernel::text::clean(subject);
        let body = kernel::text::clean_lines(body);
        let check = |field: &'static str, text: &str, longest: usize| match text.chars().count() {
            0 => Err(Refusal::field(field, "mailing-empty")),
            count if count > longest => Err(Refusal::field(field, "mailing-too-long")),
            _ => Ok(()),
        };
        check("subject", &subject, LONGEST_SUBJECT)?;
        check("body", &body, LONGEST_BODY)?;
        Ok(Self { subject, body })
    }

    /// The text as it leaves: below what was typed, the contest and where the unit finds its tasks.
    pub fn whole(&self, app: &App, contest: &str) -> String {
        let link = app.configuration.address("/assignments");
        let foot = Words(Locale::Vi).with("mailing-foot", "link", link);
        format!("{}\n\n--\n{contest}\n{foot}", self.body)
    }
}

/// The contest, for who runs it; its units can be written to once it runs.
///
/// # Errors
/// The actor does not run the contest, or it has not begun or is closed.
pub async fn writable(
    reader: &Reader,
    actor: &Actor,
    id: ContestId,
) -> Result<contests::ContestRow, Failure> {
    let contest = contests::open_to(reader, actor, id).await?;
    match contest.state()? {
        contests::State::Running => Ok(contest),
        _ => Err(Refusal::conflict("mailing-not-running")
            .way_out("way-contest", format!("/contests/{id}"))
            .into()),
    }
}

/// Whom a letter would reach at this moment.
///
/// # Errors
/// The actor does not run the contest, or it does not run.
pub async fn reached(
    reader: &Reader,
    actor: &Actor,
    (contest, whom): (ContestId, Whom),
    at: kernel::Instant,
) -> Result<Reached, Failure> {
    writable(reader, actor, contest).await?;
    Ok(audience::reached(reader, contest, whom, at).await?)
}

/// What was looked at before the button.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Id that the preview gave to the mailing; it is sent once.
    pub id: MailingId,
    /// Print of those whom it would have reached then.
    pub print: String,
}

/// Sends a letter that was looked at; where it was sent already, nothing happens.
///
/// # Errors
/// The actor does not run the contest, it does not run, nobody has an address, or others would be reached
/// than those who were looked at.
pub async fn send(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (contest, whom): (ContestId, Whom),
    (draft, seen): (&Draft, &Seen),
) -> Result<(), Failure> {
    let row = writable(tx, actor, contest).await?;
    if store::find(tx, contest, seen.id).await?.is_some() {
        return Ok(());
    }
    let reached = audience::reached(tx, contest, whom, tx.at()).await?;
    if reached.print() != seen.print {
        return Err(Refusal::conflict("mailing-changed-meanwhile").into());
    }
    if reached.mails() == 0 {
        return Err(Refusal::conflict("mailing-nobody").into());
    }
    let body = draft.whole(app, &row.name);
    let mails: Vec<NewMail> = {
        let mail = |to: &str| NewMail { id: MailId::new(tx.at()), recipient: to.to_owned() };
        reached.addresses().into_iter().map(mail).collect()
    };
    notifications::post_to_many(tx, app, (&draft.subject, &body), &mails).await?;
    store::insert(tx, (contest, seen.id, whom), (draft, &body), (&reached, actor.account()))
        .await?;
    store::insert_recipients(tx, seen.id, &reached, &mails).await?;
    let act = Act::on("contest.mail", contests::subject(contest)).row("mailing", seen.id);
    audit::record(tx, actor.who, act.note("mails", mails.len())).await
}

/// Stops what has not left yet; says how many mails that were.
///
/// # Errors
/// The actor does not run the contest, there is no such mailing, or everything has left.
pub async fn stop(
    tx: &mut Tx,
    actor: &Actor,
    (contest, id): (ContestId, MailingId),
) -> Result<u64, Failure> {
    contests::run_by(tx, actor, contest).await?;
    store::find(tx, contest, id).await?.ok_or_else(Refusal::absent)?;
    let stopped = store::stop(tx, id, actor.account()).await?;
    if stopped == 0 {
        return Err(Refusal::conflict("mailing-has-left").into());
    }
    let act = Act::on("contest.mail-stop", contests::subject(contest)).row("mailing", id);
    audit::record(tx, actor.who, act.note("mails", stopped)).await?;
    Ok(stopped)
}

/// Whether a word names a task.
fn task_of(word: &str) -> Option<TaskId> {
    word.parse().ok()
}
