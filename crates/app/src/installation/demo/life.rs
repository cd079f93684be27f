//! The walk through the life of the world: one event after the other, each at its own time.

use std::collections::BTreeMap;

use documents::Frequency;
use kernel::id::{ContestId, PaperId, UnitId};
use kernel::time::StandingClock;
use kernel::{Clock, Day, Failure, Fault, Instant};
use world::life::Event;
use world::time::{At, at_work};

use super::settle::{self, Found};
use crate::accounts::names::Email;
use crate::accounts::{Actor, people};
use crate::contests::{self, kind};
use crate::frame::App;
use crate::installation::{store as rows, work};
use crate::notices;
use crate::reports::period::ReportPeriod;

/// The day on which the oldest account begins.
const FIRST_DAY: At = At::On("2024-02-20");
/// Minutes between two events of one day.
const APART: i64 = 7;

/// What the events of the world refer to, and the house in which they happen.
pub(super) struct Life<'a> {
    /// The house.
    pub app: &'a App,
    /// The day on which the world is loaded.
    pub today: Day,
    /// Units by their keys.
    pub units: Found,
    /// Papers by their keys.
    pub papers: BTreeMap<&'static str, PaperId>,
    /// Contests by the keys of their papers.
    pub contests: BTreeMap<&'static str, ContestId>,
}

/// Lives through everything that the world tells, up to the moment that the clock shows.
pub(super) async fn live(app: &App, clock: &StandingClock) -> Result<(), Failure> {
    let now = clock.now();
    let today = now.day();
    set(clock, at_work(FIRST_DAY.day(today)?, 0));
    let mut tx = app.store.begin().await?;
    let mut units = Found::new();
    let all = world::units().chain(world::life::OFFICES);
    settle::found_all(&mut tx, &mut units, all).await?;
    tx.commit().await?;
    settle::move_in(app, &units, settle::guests()).await?;
    let mut life = Life { app, today, units, papers: BTreeMap::new(), contests: BTreeMap::new() };
    let mut last = FIRST_DAY.day(today)?;
    for (at, event) in in_order(today, now)? {
        let is_new = at.day() != last;
        if is_new {
            life.evening().await?;
            last = at.day();
        }
        set(clock, at);
        if is_new {
            life.morning().await?;
        }
        life.happen(event).await?;
    }
    life.evening().await?;
    set(clock, now);
    life.morning().await?;
    life.evening().await
}

/// Moves the clock to a moment.
fn set(clock: &StandingClock, at: Instant) {
    clock.advance_seconds((at.millis() - clock.now().millis()) / 1000);
}

/// The events with their moments; none is after `now`.
fn in_order(today: Day, now: Instant) -> Result<Vec<(Instant, &'static Event)>, Failure> {
    let mut events = Vec::new();
    for event in world::life::events() {
        events.push((event.at.day(today)?, event));
    }
    events.sort_by_key(|(day, _)| *day);
    let mut timed = Vec::with_capacity(events.len());
    let (mut last, mut minutes) = (None, 0);
    for (day, event) in events {
        minutes = if last == Some(day) { minutes + APART } else { 0 };
        last = Some(day);
        timed.push((at_work(day, minutes).min(now), event));
    }
    Ok(timed)
}

impl Life<'_> {
    async fn happen(&mut self, event: &Event) -> Result<(), Failure> {
        let actor = self.actor(event.by.email).await?;
        let done = self.deed(&actor, &event.deed).await;
        let told = |failure| Fault::new(format!("the world tells {event:?}: {failure:?}")).into();
        done.map_err(told)
    }

    /// What the running product does by itself, before people come: turns, periods, seals.
    async fn morning(&self) -> Result<(), Failure> {
        work::turns(self.app).await?;
        work::round(self.app).await
    }

    /// What it does after them: notices, jobs.
    async fn evening(&self) -> Result<(), Failure> {
        notices::tell(self.app).await?;
        work::work_off(self.app).await
    }

    /// Somebody with what they hold on this day.
    pub(super) async fn actor(&self, email: &str) -> Result<Actor, Failure> {
        let store = &self.app.store;
        people::acting(store, &Email::read(email)?, store.now()).await
    }

    /// The contest of a key.
    pub(super) fn contest(&self, key: &str) -> Result<ContestId, Fault> {
        let known = self.contests.get(key).copied();
        known.ok_or_else(|| Fault::new(format!("{key} is no contest of the world yet")))
    }

    /// The paper of a key.
    pub(super) fn paper(&self, key: &str) -> Result<PaperId, Fault> {
        let known = self.papers.get(key).copied();
        known.ok_or_else(|| Fault::new(format!("{key} was not handed in yet")))
    }

    /// The unit of a key.
    pub(super) fn unit(&self, key: &str) -> Result<UnitId, Fault> {
        let known = self.units.get(key).copied();
        known.ok_or_else(|| Fault::new(format!("{key} is no unit of the world")))
    }

    /// The assignments to a task, by unit.
    pub(super) async fn assignments(
        &self,
        contest: &str,
        words: &str,
    ) -> Result<Vec<rows::PointedRow>, Failure> {
        let found = rows::assignments(&self.app.store, self.contest(contest)?, words).await?;
        match found.is_empty() {
            true => Err(Fault::new(format!("{contest} has no task: {words}")).into()),
            false => Ok(found),
        }
    }

    /// The reports of the period in which a day lies, by unit.
    pub(super) async fn reports(
        &self,
        contest: &str,
        on: At,
    ) -> Result<Vec<rows::PointedRow>, Failure> {
        let contest = self.contest(contest)?;
        let regimes = contests::store::regimes(&self.app.store, contest).await?;
        let frequency = regimes.first().and_then(|row| kind::read::<Frequency>(&row.frequency));
        let frequency = frequency.ok_or_else(|| Fault::new("a contest without reports"))?;
        let period = ReportPeriod::of(frequency, on.day(self.today)?).to_string();
        Ok(rows::reports(&self.app.store, contest, &period).await?)
    }
}
