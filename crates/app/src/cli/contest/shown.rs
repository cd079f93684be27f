//! Contests as a list, and one with its milestones and figures.

use kernel::{Failure, Instant, Message, Refusal};
use serde_json::{Value, json};

use super::Desk;
use crate::cli::DONE;
use crate::contests::pages::head::about;
use crate::contests::pages::milestone_name;
use crate::contests::store::{self, ContestRow, Figures, Filter, MilestoneRow};
use crate::contests::{Seen, Sight, State, kind, when};
use crate::frame::listing::words_of;

/// Contests of one query.
const BATCH: i64 = 200;

impl Desk<'_> {
    pub(super) async fn list(
        &self,
        text: &str,
        state: Option<String>,
        json: bool,
    ) -> Result<u8, Failure> {
        let read = |word: &str| word.parse::<State>();
        let state = state.as_deref().map(read).transpose();
        let state = state.map_err(|_| Refusal::invalid("cli-contest-no-state"))?;
        let words = words_of(text);
        let state = state.map(|state| state.code().to_owned());
        let filter = Filter { words, state, ..Filter::default() };
        let sight = Sight::of(&self.actor, self.app.store.now());
        for first in (0..).step_by(BATCH as usize) {
            let page = (BATCH, first);
            let found = store::list(&self.app.store, (&filter, &sight), page).await?;
            found.iter().try_for_each(|contest| self.say_contest(contest, json))?;
            if found.len() < BATCH as usize {
                break;
            }
        }
        Ok(DONE)
    }

    fn say_contest(&self, contest: &ContestRow, json: bool) -> Result<(), Failure> {
        if json {
            return self.speaker.json(&portrait(contest));
        }
        let state = self.speaker.words.say(&kind::label("contest-state", &contest.state));
        self.speaker.line(&format!("{}\t{state}\t{}", contest.slug, contest.name));
        Ok(())
    }

    pub(super) async fn show(&self, contest: &str, json: bool) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let (reader, now) = (&self.app.store, self.app.store.now());
        let milestones = store::milestones(reader, seen.id).await?;
        let figures = store::figures(reader, seen.id, now).await?;
        let order = store::publication(reader, seen.id).await?;
        let public = order.map(|order| Instant::from_millis(order.from_at));
        if json {
            let mut whole = portrait(&seen.contest);
            whole["public_from"] = json!(public.map(Instant::millis));
            whole["milestones"] = milestones.iter().map(milestone).collect();
            whole["figures"] = counted(&figures);
            self.speaker.json(&whole)?;
            return Ok(DONE);
        }
        self.say_head(&seen, public);
        self.say_figures(&figures);
        milestones.iter().try_for_each(|row| self.say_milestone(row, now))?;
        Ok(DONE)
    }

    fn say_head(&self, seen: &Seen, public: Option<Instant>) {
        let (speaker, contest) = (self.speaker, &seen.contest);
        speaker.line(&contest.name);
        speaker.line(&about(speaker.words, contest));
        speaker.say(&kind::label("contest-state", seen.state.code()));
        let address = format!("{}/hoi-thi/{}", self.app.configuration.public_url, contest.slug);
        speaker.tell(&match public {
            None => Message::new("cli-contest-not-public"),
            Some(from) => Message::new("cli-contest-public")
                .with("from", from.written())
                .with("address", address),
        });
    }

    fn say_figures(&self, figures: &Figures) {
        let message = Message::new("cli-contest-figures")
            .with("tasks", figures.tasks)
            .with("units", figures.units)
            .with("accepted", figures.accepted)
            .with("assignments", figures.assignments)
            .with("waiting", figures.waiting)
            .with("overdue", figures.overdue);
        self.speaker.tell(&message);
    }

    fn say_milestone(&self, row: &MilestoneRow, now: Instant) -> Result<(), Failure> {
        let words = self.speaker.words;
        let window = row.window()?;
        let left = match row.called_off {
            true => Some(words.say("milestone-off")),
            false => when::days_left(words, &window, now.day()),
        };
        let name = milestone_name(words, &row.kind, row.title.as_deref());
        let left = left.map(|left| format!(" ({left})")).unwrap_or_default();
        let line = format!("{}\t{name}: {}{left}", row.kind, when::window(words, &window));
        self.speaker.line(&line);
        Ok(())
    }
}

fn portrait(contest: &ContestRow) -> Value {
    json!({
        "id": contest.id, "slug": contest.slug, "name": contest.name, "series": contest.series,
        "level": contest.level, "locality": contest.locality, "edition": contest.edition,
        "years": [contest.first_year, contest.last_year], "state": contest.state,
        "parent": contest.parent_id,
    })
}

fn milestone(row: &MilestoneRow) -> Value {
    json!({
        "id": row.id, "kind": row.kind, "title": row.title, "version": row.version,
        "start": row.starts, "end": row.ends, "end_inclusive": row.ends_inclusive,
        "by_postmark": row.by_postmark, "called_off": row.called_off,
    })
}

fn counted(figures: &Figures) -> Value {
    json!({
        "tasks": figures.tasks, "units": figures.units, "assignments": figures.assignments,
        "accepted": figures.accepted, "waiting": figures.waiting, "overdue": figures.overdue,
        "papers": figures.papers, "contacts": figures.contacts,
    })
}
