//! The picture of a contest's milestones: one line through time, today marked, upright on narrow
//! screens. Pure: days and words in, coordinates out; `pages/_timeline.html` draws them, in the house and on
//! the portal.

use kernel::{Day, Period, Window};

/// Width of the lying picture.
const WIDTH: i64 = 1032;
/// Where its line begins and ends.
const EDGE: i64 = 20;
/// Height of one lane of labels.
const LANE: i64 = 48;
/// Width of the upright picture.
pub const TALL_WIDTH: i64 = 320;
/// Height of a row of the upright picture.
const ROW: i64 = 58;
/// Letters of a label; the table beside the picture has the whole name.
const LETTERS: usize = 30;
/// Width of a letter in a label: 15 px, half bold.
const LETTER: i64 = 9;
/// Most lanes above, and as many below.
const LANES: usize = 4;

/// A milestone that is to be drawn.
#[derive(Debug, Clone)]
pub struct Mark {
    /// What happens.
    pub title: String,
    /// When, as people write it.
    pub when: String,
    /// The date that no longer holds, likewise.
    pub was: Option<String>,
    /// When.
    pub window: Window,
    /// How it is drawn.
    pub shape: Shape,
}

/// How a mark is drawn: by its shape, which colour only repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A full circle.
    Past,
    /// A diamond: what comes next.
    Next,
    /// An empty circle.
    Ahead,
    /// A cross: called off.
    Off,
    /// A ring.
    Today,
}

/// A mark at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// What happens, shortened.
    pub title: String,
    /// When, as people write it.
    pub when: String,
    /// The date that no longer holds, likewise.
    pub was: Option<String>,
    /// How it is drawn.
    pub shape: Shape,
    /// Its place.
    pub at: (i64, i64),
    /// Where its label stands: the first line's place, and its anchor.
    pub label: (i64, i64, &'static str),
    /// The line from the mark to a label in a far lane.
    pub leader: Option<String>,
    /// From where to where it lasts, where it is not one day.
    pub span: Option<(i64, i64)>,
}

/// The picture, lying and upright.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Marks of the lying picture.
    pub wide: Vec<Spot>,
    /// Its height.
    pub height: i64,
    /// Where its line lies.
    pub line: i64,
    /// Where today is on it.
    pub today: i64,
    /// Marks of the upright picture.
    pub tall: Vec<Spot>,
    /// Its height.
    pub tall_height: i64,
    /// Where today is on it.
    pub tall_today: i64,
}

impl Timeline {
    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        self.wide.is_empty()
    }

    /// The ends of the lying line.
    pub fn ends(&self) -> (i64, i64) {
        (EDGE, WIDTH - EDGE)
    }
}

impl Spot {
    /// The diamond or the cross as the `d` of an SVG path.
    pub fn path(&self) -> String {
        let (x, y) = self.at;
        match self.shape {
            Shape::Next => format!("M{} {y}l10-10 10 10-10 10z", x - 10),
            _ => format!("M{} {}l12 12m0-12l-12 12", x - 6, y - 6),
        }
    }
}

/// The picture of these milestones; those without a date are not in it. `today` is the day and its two
/// words: "Hôm nay" and the date; nothing where all lies behind us.
pub fn draw(marks: &[Mark], today: Option<(Day, &str, String)>) -> Timeline {
    let mut dated: Vec<(Day, &Mark)> =
        marks.iter().filter_map(|mark| Some((day_of(mark.window)?, mark))).collect();
    if dated.is_empty() {
        return Timeline::default();
    }
    let now = today.map(|(day, word, written)| (day, mark_of(day, word, written)));
    dated.extend(now.iter().map(|(day, now)| (*day, now)));
    dated.sort_by_key(|(day, mark)| (*day, mark.shape != Shape::Today));
    let mut timeline = lying(&dated);
    stand_up(&mut timeline, &dated);
    timeline
}

fn mark_of(day: Day, word: &str, written: String) -> Mark {
    Mark {
        title: word.to_owned(),
        when: written,
        was: None,
        window: Window { start: Some(Period::Day(day)), end: None, end_inclusive: true },
        shape: Shape::Today,
    }
}

/// The day at which a milestone is drawn: its end, or its beginning where no end is stated.
fn day_of(window: Window) -> Option<Day> {
    window.last_day().or_else(|| window.start.map(Period::first_day))
}

fn lying(dated: &[(Day, &Mark)]) -> Timeline {
    let begins =
        |(day, mark): &(Day, &Mark)| first_day(mark.window).map_or(*day, |it| it.min(*day));
    let first = dated.iter().map(begins).min().unwrap_or(dated[0].0);
    let last = dated[dated.len() - 1].0;
    let whole = first.days_until(last).max(1);
    let place = |day: Day| EDGE + first.days_until(day) * (WIDTH - 2 * EDGE) / whole;
    let mut lanes = Lanes::default();
    let mut wide: Vec<(Spot, usize)> = dated
        .iter()
        .map(|(day, mark)| {
            let x = place(*day);
            let span = first_day(mark.window)
                .map(place)
                .filter(|begin| *begin < x - 4 && mark.shape != Shape::Off);
            let mut spot = spot(mark);
            let lane = lanes.take(x, label_width(&spot));
            spot.at.0 = x;
            spot.span = span.map(|begin| (begin, x));
            (spot, lane)
        })
        .collect();
    let above = wide.iter().map(|(_, lane)| lane / 2 + 1).max().unwrap_or(1);
    let below = wide.iter().filter(|(_, lane)| lane % 2 == 1).map(|(_, lane)| lane / 2 + 1).max();
    let line = lane_count(above) + 8;
    for (spot, lane) in &mut wide {
        settle(spot, *lane, line);
    }
    let today = wide.iter().find(|(spot, _)| spot.shape == Shape::Today);
    Timeline {
        today: today.map_or(WIDTH - EDGE, |(spot, _)| spot.at.0),
        height: line + lane_count(below.unwrap_or(0)) + 24,
        line,
        wide: wide.into_iter().map(|(spot, _)| spot).collect(),
        ..Timeline::default()
    }
}

fn lane_count(lanes: usize) -> i64 {
    i64::try_from(lanes).unwrap_or(0) * LANE
}

fn first_day(window: Window) -> Option<Day> {
    let begins = window.start.map(Period::first_day);
    // "Trước ngày D" and "đến hết ngày D" are one day; "tháng 8" lasts a month.
    begins.or_else(|| window.end.filter(|_| window.end_inclusive).map(Period::first_day))
}

fn spot(mark: &Mark) -> Spot {
    let mut title: String = mark.title.chars().take(LETTERS).collect();
    if mark.title.chars().count() > LETTERS {
        title = format!("{}…", title.trim_end());
    }
    Spot {
        title,
        when: mark.when.clone(),
        was: mark.was.clone(),
        shape: mark.shape,
        at: (0, 0),
        label: (0, 0, "middle"),
        leader: None,
        span: None,
    }
}

fn label_width(spot: &Spot) -> i64 {
    let was = spot.was.as_ref().map_or(0, |was| was.chars().count() + 1);
    let letters = spot.title.chars().count().max(spot.when.chars().count() + was);
    i64::try_from(letters).unwrap_or(0) * LETTER
}

/// Puts a label into its lane: even ones above the line, odd ones below, the nearest first.
fn settle(spot: &mut Spot, lane: usize, line: i64) {
    spot.at.1 = line;
    let far = lane_count(lane / 2);
    let y = if lane.is_multiple_of(2) { line - 34 - far } else { line + 32 + far };
    let half = label_width(spot) / 2;
    let x = spot.at.0;
    let (x, anchor) = match () {
        () if x - half < 0 => (EDGE - 8, "start"),
        () if x + half > WIDTH => (WIDTH - EDGE + 8, "end"),
        () => (x, "middle"),
    };
    spot.label = (x, y, anchor);
    if lane > 1 {
        let until = if lane.is_multiple_of(2) { y + 24 } else { y - 16 };
        spot.leader = Some(format!("M{} {line}V{until}", spot.at.0));
    }
}

/// Until where each lane is taken.
#[derive(Default)]
struct Lanes([i64; 2 * LANES]);

impl Lanes {
    /// The nearest lane with room for a label so wide; the emptiest where there is none.
    fn take(&mut self, x: i64, width: i64) -> usize {
        let from = (x - width / 2).clamp(0, (WIDTH - width).max(0));
        let free = self.0.iter().position(|until| *until <= from);
        let emptiest = || (0..self.0.len()).min_by_key(|lane| self.0[*lane]).unwrap_or(0);
        let lane = free.unwrap_or_else(emptiest);
        self.0[lane] = from + width + 12;
        lane
    }
}

fn stand_up(timeline: &mut Timeline, dated: &[(Day, &Mark)]) {
    let rows = (0i64..).zip(dated);
    timeline.tall = rows
        .map(|(row, (_, mark))| {
            let mut spot = spot(mark);
            let y = 24 + row * ROW;
            spot.at = (12, y);
            spot.label = (36, y - 2, "start");
            spot
        })
        .collect();
    let today = timeline.tall.iter().find(|spot| spot.shape == Shape::Today);
    let last = timeline.tall.last().map_or(24, |spot| spot.at.1);
    timeline.tall_today = today.map_or(last, |spot| spot.at.1);
    timeline.tall_height = last + 32;
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
