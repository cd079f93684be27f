//! Mails of notices: what is to leave at once in one mail, the rest in one mail a day, none in the hours
//! of silence. A notice and its mail are noted in one transaction, so that it is in one mail.

use ::store::Tx;
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant, Message};

use super::How;
use super::store::{self, Addressee, WaitingLine};
use super::told::About;
use crate::accounts::login::Login;
use crate::frame::{App, Locale, Words};
use crate::notifications::{self, Letter};

/// People whose mails are written in one transaction.
const BATCH: usize = 100;

/// Writes the mails that are due at this moment.
pub async fn write_mails(app: &App) -> Result<(), Failure> {
    let now = app.store.now();
    let waiting = store::addressees(&app.store).await?;
    let due: Vec<&Addressee> = waiting.iter().filter(|one| is_due(one, now)).collect();
    for batch in due.chunks(BATCH) {
        let mut tx = app.store.begin().await?;
        store::drop_ended(&mut tx).await?;
        write_batch(&mut tx, app, batch).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn is_due(one: &Addressee, now: Instant) -> bool {
    let hours = one.hours();
    let digest = one.oldest.is_some_and(|oldest| oldest <= hours.last_digest(now).millis());
    !hours.is_quiet(now) && (one.at_once > 0 || digest)
}

async fn write_batch(tx: &mut Tx, app: &App, batch: &[&Addressee]) -> Result<(), Failure> {
    let accounts = batch.iter().map(|one| one.account_id.parse());
    let accounts: Vec<AccountId> = accounts.collect::<Result<_, _>>().map_err(Fault::from)?;
    let lines = store::waiting_lines(tx, &accounts, tx.at().day()).await?;
    let mut mailed = Vec::new();
    for one in batch {
        let own = lines.iter().filter(|line| line.account_id == one.account_id);
        let until = one.hours().last_digest(tx.at()).millis();
        let (at_once, digest): (Vec<_>, Vec<_>) =
            own.partition(|line| line.mail == How::AtOnce.code());
        let digest: Vec<_> = digest.into_iter().filter(|line| line.created_at <= until).collect();
        let locale = one.locale.parse().unwrap_or_default();
        let now = Letter::new(locale, "mail-notices");
        let daily = Letter::new(locale, "mail-digest");
        for (letter, lines) in [(now, at_once), (daily, digest)] {
            if !lines.is_empty() {
                let about = subject(Words(locale), letter.key(), (&lines, tx.at()));
                let letter = filled(app, one, letter.with("about", about), (&lines, tx.at()));
                if let Some(email) = Login::stored(&one.login)?.email() {
                    notifications::post(tx, app, email.as_str(), letter).await?;
                }
                mailed.extend(lines.iter().map(|line| line.seq));
            }
        }
    }
    store::set_mailed(tx, &mailed).await
}

fn filled(
    app: &App,
    to: &Addressee,
    letter: Letter,
    (lines, at): (&[&WaitingLine], Instant),
) -> Letter {
    let words = Words(to.locale.parse::<Locale>().unwrap_or_default());
    let home = app.configuration.address("");
    letter
        .with("name", &to.name)
        .with("lines", written(words, lines, (&home, at)))
        .with("link", format!("{home}/notices"))
        .with("choices", format!("{home}/account/notices"))
}

/// What the mail is about: the only notice itself, or how many there are, and what of it is overdue.
fn subject(words: Words, letter: &str, (lines, at): (&[&WaitingLine], Instant)) -> String {
    if let ("mail-notices", [only]) = (letter, lines) {
        return about(only).sentence(words, at);
    }
    let late = lines.iter().filter(|line| about(line).is_overdue(at)).count();
    let key = match (letter, late) {
        ("mail-notices", 0) => "notices-about",
        ("mail-notices", _) => "notices-about-late",
        (_, 0) => "digest-about",
        _ => "digest-about-late",
    };
    let message = Message::new(key).with("count", lines.len()).with("late", late);
    words.tell(&message.with("day", at.day().written()))
}

/// The notices under the names of their contests.
fn written(words: Words, lines: &[&WaitingLine], (home, at): (&str, Instant)) -> String {
    let mut text = String::new();
    let mut contest = "";
    for line in lines {
        if line.contest_id != contest {
            contest = &line.contest_id;
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            text.push_str(&line.contest);
        }
        let about = about(line);
        text.push_str(&format!("\n- {}", about.sentence(words, at)));
        if let Some(unit) = &line.unit {
            text.push_str(&format!(" ({unit})"));
        }
        if let Some(said) = &line.words {
            text.push_str(&format!("\n  {}", said.replace('\n', "\n  ")));
        }
        text.push_str(&format!("\n  {home}{}", about.path()));
    }
    text
}

fn about(line: &WaitingLine) -> About<'_> {
    About {
        kind: &line.kind,
        subject: &line.subject,
        contest_id: &line.contest_id,
        about: &line.about,
        unit: line.unit.as_deref(),
        due_at: line.due_at,
    }
}
