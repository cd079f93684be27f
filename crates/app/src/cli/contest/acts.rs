//! What moves a contest or one of its milestones on.

use kernel::{Failure, Instant, Message, Period, Refusal, Window};

use super::{Desk, Move, Publish};
use crate::cli::DONE;
use crate::contests::store::MilestoneRow;
use crate::contests::typed::moment;
use crate::contests::{self, MilestoneDraft, Step, Why, store};

impl Desk<'_> {
    pub(super) async fn step(&self, contest: &str, step: Step) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let mut tx = self.app.store.begin().await?;
        contests::step(&mut tx, &self.actor, seen.id, step).await?;
        tx.commit().await?;
        self.speaker.say(match step {
            Step::Start => "notice-contest-started",
            Step::Close => "notice-contest-ended",
            Step::Reopen => "notice-contest-reopened",
        });
        Ok(DONE)
    }

    pub(super) async fn publish(&self, what: &Publish) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let from = self.from(what)?;
        let mut tx = self.app.store.begin().await?;
        contests::publish(&mut tx, &self.actor, seen.id, from).await?;
        tx.commit().await?;
        match what.day.is_some() {
            true => self.speaker.say("notice-contest-publication-set"),
            false => self.speaker.say("notice-contest-published"),
        }
        let base = &self.app.configuration.public_url;
        self.speaker.line(&format!("{base}/hoi-thi/{}", seen.contest.slug));
        Ok(DONE)
    }

    fn from(&self, what: &Publish) -> Result<Instant, Refusal> {
        let now = self.app.store.now();
        match &what.day {
            Some(day) => moment(day, what.hour.as_deref().unwrap_or_default(), now),
            None => Ok(now),
        }
    }

    pub(super) async fn unpublish(&self, contest: &str) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let mut tx = self.app.store.begin().await?;
        contests::unpublish(&mut tx, &self.actor, seen.id).await?;
        tx.commit().await?;
        self.speaker.say("notice-contest-unpublished");
        Ok(DONE)
    }

    pub(super) async fn move_milestone(&self, what: &Move) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let mut tx = self.app.store.begin().await?;
        let rows = store::milestones(&tx, seen.id).await?;
        let row = of_word(&rows, &what.milestone)?;
        let before = row.as_draft()?;
        let window = moved(before.window, what)?;
        let draft = MilestoneDraft { window, ..before };
        let why = Why { words: Some(what.reason.clone()), ..Why::default() };
        let part = row.id.parse()?;
        contests::move_milestone(&mut tx, &self.actor, (seen.id, part), &draft, &why).await?;
        tx.commit().await?;
        self.speaker.say("notice-milestone-moved");
        Ok(DONE)
    }
}

/// The window with what was typed in place of what stood there.
fn moved(before: Window, what: &Move) -> Result<Window, Refusal> {
    let read = |typed: &Option<String>| {
        let unreadable = |_| Refusal::invalid("milestone-date-unreadable");
        typed.as_deref().map(|text| text.parse::<Period>().map_err(unreadable)).transpose()
    };
    let start = read(&what.start)?.or(before.start);
    let end = read(&what.end)?.or(before.end);
    Window::new(start, end, before.end_inclusive)
        .map_err(|_| Refusal::invalid("milestone-reversed"))
}

/// The milestone of an id, or the only one of a kind.
fn of_word<'r>(rows: &'r [MilestoneRow], word: &str) -> Result<&'r MilestoneRow, Refusal> {
    if let Some(row) = rows.iter().find(|row| row.id == word) {
        return Ok(row);
    }
    let of_kind: Vec<&MilestoneRow> = rows.iter().filter(|row| row.kind == word).collect();
    match of_kind[..] {
        [row] => Ok(row),
        [] => Err(Refusal::invalid(Message::new("cli-no-milestone").with("typed", word))),
        _ => Err(Refusal::invalid(Message::new("cli-many-milestones").with("typed", word))),
    }
}
