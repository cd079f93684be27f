//! What both pages show: sums, late units and tasks, weeks, periodic reports, publicity.

use kernel::{Failure, Instant};
use store::Reader;

use super::{TOP, grouped, late_for, percent, since, weeks};
use crate::frame::Words;
use crate::frame::answer::encode;
use crate::overview::picture::{self, Bars, Stack, Stacked};
use crate::overview::store::{self as rows, ChannelRow, PeriodRow, Reach, UnitCounts};
use crate::publicity::Channel;

/// How assignments stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Accepted.
    pub done: i64,
    /// Reported, not decided.
    pub reported: i64,
    /// To be done, in time.
    pub open: i64,
    /// To be done, and late.
    pub late: i64,
}

impl Standing {
    /// All of them.
    pub const fn sum(self) -> i64 {
        self.done + self.reported + self.open + self.late
    }

    /// How many of a hundred are done.
    pub fn percent(self) -> i64 {
        percent(self.done, self.sum())
    }

    /// The parts of its bar.
    pub fn parts(self) -> Vec<(&'static str, i64)> {
        vec![
            ("bar-done", self.done),
            ("bar-reported", self.reported),
            ("bar-open", self.open),
            ("bar-late", self.late),
        ]
    }

    /// With these as well.
    pub fn add(&mut self, other: Self) {
        self.done += other.done;
        self.reported += other.reported;
        self.open += other.open;
        self.late += other.late;
    }
}

/// A row of the table of assignments.
pub struct Line {
    /// What it is about.
    pub name: String,
    /// Where it leads.
    pub href: Option<String>,
    /// How it stands.
    pub standing: Standing,
}

/// Where the late lead: to the page that chases them, which opens for those who run the contest alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// The reader runs every contest that is shown.
    ToChasing,
    /// The reader leads contests that others run.
    ToOverview,
}

/// What a page counts, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which contests.
    pub reach: &'a Reach,
    /// Where the late lead.
    pub leads: Leads,
    /// The moment.
    pub at: Instant,
}

/// Somebody or something that is late.
pub struct Late {
    /// Name.
    pub name: String,
    /// Beside the name.
    pub beside: String,
    /// Where it leads.
    pub href: String,
    /// How many assignments.
    pub late: i64,
    /// For how long.
    pub since: String,
}

/// What was published by one channel.
pub struct Published {
    /// Its name.
    pub channel: String,
    /// Activities done.
    pub done: i64,
    /// Copies, posts, broadcasts.
    pub copies: String,
    /// People.
    pub reach: String,
}

/// What both pages show.
pub struct Board {
    /// Assignments, all together.
    pub all: Standing,
    /// Assignments by level or by task.
    pub lines: Vec<Line>,
    /// The picture of these.
    pub stack: Stack,
    /// Units that have something to do, and those that are late.
    pub counts: UnitCounts,
    /// The first of these.
    pub units: Vec<Late>,
    /// Tasks with which units are late.
    pub tasks: Vec<Late>,
    /// What came in, by weeks.
    pub weeks: Vec<(String, i64)>,
    /// The picture of it.
    pub bars: Bars,
    /// Periodic reports.
    pub periods: PeriodRow,
    /// Units that have published something.
    pub publishing: i64,
    /// Publicity by channel.
    pub channels: Vec<Published>,
}

impl Board {
    /// What is asked of every scope alike; what stands in the lines is the page's own.
    ///
    /// # Errors
    /// The database is away.
    pub async fn load(
        reader: &Reader,
        words: Words,
        asked: Asked<'_>,
        lines: Vec<Line>,
    ) -> Result<Self, Failure> {
        let Asked { reach, at, .. } = asked;
        let since = since(at);
        // Each question has a reader of its own: together they take as long as the longest.
        let (came, counts, units, tasks, periods, publishing, channels) = tokio::try_join!(
            async { Ok::<_, Failure>(rows::weeks(reader, reach, since).await?) },
            async { Ok(rows::unit_counts(reader, reach, at).await?) },
            units(reader, words, asked, TOP),
            tasks(reader, words, asked, TOP),
            async { Ok(rows::periods(reader, reach, at).await?) },
            async { Ok(rows::publishing(reader, reach).await?) },
            async { Ok(rows::channels(reader, reach).await?) },
        )?;
        let came = weeks(&came, since);
        let mut all = Standing::default();
        lines.iter().for_each(|line| all.add(line.standing));
        let stacked = |line: &Line| -> Stacked { (line.name.clone(), line.standing.parts()) };
        Ok(Self {
            stack: picture::stack(&lines.iter().map(stacked).collect::<Vec<_>>()),
            bars: picture::bars(&came),
            channels: channels.into_iter().map(|row| published(words, row)).collect(),
            weeks: came,
            counts,
            units,
            tasks,
            periods,
            publishing,
            all,
            lines,
        })
    }
}

/// The units that are late with most.
///
/// # Errors
/// The database is away.
pub async fn units(
    reader: &Reader,
    words: Words,
    asked: Asked<'_>,
    most: i64,
) -> Result<Vec<Late>, Failure> {
    let found = rows::late_units(reader, asked.reach, (asked.at, most)).await?;
    let one = |row: rows::LateUnit| {
        let name = row.name.unwrap_or_default();
        Late {
            href: match (asked.leads, row.contests) {
                (Leads::ToChasing, 1) => {
                    format!("/contests/{}/overdue?q={}", row.contest_id, encode(&name))
                }
                _ => format!("/units/{}", row.id),
            },
            beside: match row.contests {
                1 => String::new(),
                several => words.count("overview-in-contests", several),
            },
            since: late_for(words, row.oldest, asked.at),
            late: row.late,
            name,
        }
    };
    Ok(found.into_iter().map(one).collect())
}

/// The tasks with which most units are late.
///
/// # Errors
/// The database is away.
pub async fn tasks(
    reader: &Reader,
    words: Words,
    asked: Asked<'_>,
    most: i64,
) -> Result<Vec<Late>, Failure> {
    let found = rows::late_tasks(reader, asked.reach, (asked.at, most)).await?;
    let one = |row: rows::LateTask| Late {
        href: match asked.leads {
            Leads::ToChasing => format!("/contests/{}/overdue?task={}", row.contest_id, row.id),
            Leads::ToOverview => format!("/contests/{}/overview", row.contest_id),
        },
        since: late_for(words, row.oldest, asked.at),
        beside: row.contest,
        name: row.text,
        late: row.late,
    };
    Ok(found.into_iter().map(one).collect())
}

fn published(words: Words, row: ChannelRow) -> Published {
    let channel = Channel::read(&row.channel).map(|channel| words.say(channel.label()));
    Published {
        channel: channel.unwrap_or_default(),
        done: row.done,
        copies: grouped(row.copies),
        reach: grouped(row.reach),
    }
}
