//! Milestones as pages show them: in words, with how near they are and by what paper they moved.

use kernel::{Day, Fault, Message, Window};

use super::milestone_name;
use crate::contests::store::{MilestoneRow, VersionRow};
use crate::contests::timeline::{self, Mark, Shape, Timeline};
use crate::contests::when::{self, Nearness};
use crate::frame::Words;

/// A milestone in words.
pub struct Due {
    /// Its id.
    pub id: String,
    /// What happens.
    pub name: String,
    /// When, at the precision stated.
    pub when: String,
    /// How many days are left.
    pub left: Option<String>,
    /// Key of how it stands.
    pub stands: &'static str,
    /// Class and icon of its tag.
    pub look: (&'static str, &'static str),
    /// "gia hạn theo …", where it has moved.
    pub moved: Option<String>,
    /// Whether the postmark counts.
    pub by_postmark: bool,
    /// The words of the paper.
    pub sentence: Option<String>,
    /// Whether it was called off.
    pub is_off: bool,
}

/// What the pages of milestones are made from.
pub struct Schedule<'s> {
    /// The milestones, in the order of time.
    pub rows: &'s [MilestoneRow],
    /// Every version of each.
    pub versions: &'s [VersionRow],
    /// Names of papers by their ids.
    pub papers: &'s [(String, String)],
    /// The day.
    pub today: Day,
}

impl Schedule<'_> {
    /// The milestones in words.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn dues(&self, words: Words) -> Result<Vec<Due>, Fault> {
        let next = self.next()?;
        self.rows.iter().map(|row| self.due(words, row, next)).collect()
    }

    /// The milestone that comes next.
    fn next(&self) -> Result<Option<&MilestoneRow>, Fault> {
        let mut nearest: Option<(i64, &MilestoneRow)> = None;
        for row in self.rows.iter().filter(|row| !row.called_off) {
            let left = match when::nearness(&row.window()?, self.today) {
                Some(Nearness::LastDay) => 0,
                Some(Nearness::Left(days)) => days,
                _ => continue,
            };
            if nearest.is_none_or(|(best, _)| left < best) {
                nearest = Some((left, row));
            }
        }
        Ok(nearest.map(|(_, row)| row))
    }

    fn due(
        &self,
        words: Words,
        row: &MilestoneRow,
        next: Option<&MilestoneRow>,
    ) -> Result<Due, Fault> {
        let window = row.window()?;
        let shape = self.shape(row, &window, next);
        let (stands, look) = match shape {
            Shape::Off => ("milestone-off", ("", "stop")),
            Shape::Past => ("milestone-past", ("is-done", "check")),
            Shape::Next => ("milestone-next", ("is-due", "clock")),
            _ => ("milestone-ahead", ("", "dots")),
        };
        Ok(Due {
            name: milestone_name(words, &row.kind, row.title.as_deref()),
            when: when::window(words, &window),
            left: when::days_left(words, &window, self.today).filter(|_| !row.called_off),
            moved: self.moved(words, row)?,
            id: row.id.clone(),
            by_postmark: row.by_postmark,
            sentence: row.sentence.clone(),
            is_off: row.called_off,
            stands,
            look,
        })
    }

    fn shape(&self, row: &MilestoneRow, window: &Window, next: Option<&MilestoneRow>) -> Shape {
        match when::nearness(window, self.today) {
            _ if row.called_off => Shape::Off,
            Some(Nearness::Over) => Shape::Past,
            _ if next.is_some_and(|next| next.id == row.id) => Shape::Next,
            _ => Shape::Ahead,
        }
    }

    /// By what a milestone came to be when it is now, where that was not so from the beginning.
    fn moved(&self, words: Words, row: &MilestoneRow) -> Result<Option<String>, Fault> {
        if row.version == 1 {
            return Ok(None);
        }
        let before = self.before(row)?;
        let key = moved_key(row.called_off, before, row.window()?);
        let why = self.why(row.paper_id.as_deref(), row.reason.as_deref());
        Ok(Some(words.tell(&Message::new(key).with("why", why))))
    }

    /// When a milestone was before its newest version.
    fn before(&self, row: &MilestoneRow) -> Result<Option<Window>, Fault> {
        let before = self
            .versions
            .iter()
            .rfind(|version| version.milestone_id == row.id && version.version < row.version);
        before.map(VersionRow::window).transpose()
    }

    /// The same, where it was another day.
    fn was(&self, row: &MilestoneRow) -> Result<Option<Window>, Fault> {
        let now = row.window()?;
        Ok(self.before(row)?.filter(|before| *before != now))
    }

    /// A paper's name, or the reason in words.
    pub fn why(&self, paper: Option<&str>, reason: Option<&str>) -> String {
        let named = self.papers.iter().find(|(id, _)| Some(id.as_str()) == paper);
        let words = [named.map(|(_, name)| name.as_str()), reason];
        words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The picture.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn timeline(&self, words: Words) -> Result<Timeline, Fault> {
        let next = self.next()?;
        let mut marks = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let window = row.window()?;
            marks.push(Mark {
                was: self.was(row)?.map(|was| when::window(words, &was)),
                title: milestone_name(words, &row.kind, row.title.as_deref()),
                when: when::window(words, &window),
                shape: self.shape(row, &window, next),
                window,
            });
        }
        let today = words.say("timeline-today");
        Ok(timeline::draw(&marks, Some((self.today, &today, self.today.written()))))
    }
}

/// The key of what a version did to the one before.
fn moved_key(called_off: bool, before: Option<Window>, now: Window) -> &'static str {
    let later = |before: Window| now.last_day() > before.last_day();
    match called_off {
        true => "milestone-off-by",
        false if before.is_some_and(later) => "milestone-extended-by",
        false => "milestone-moved-by",
    }
}
