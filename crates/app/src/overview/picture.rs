//! Pictures of numbers: bars through time, and stacked bars. Pure: numbers in, coordinates out.

/// Width of a picture.
pub const WIDTH: i64 = 640;
/// Where the bars of a stacked picture begin: their names stand before it.
const NAMES: i64 = 220;
/// Where they end: their sums stand behind it.
const SUMS: i64 = 62;
/// Height of a row of a stacked picture.
const ROW: i64 = 26;
/// Height of the drawing of bars, without the words below.
const TALL: i64 = 120;
/// Room above the bars for their numbers.
const HEAD: i64 = 18;
/// Letters of a row's name.
const LETTERS: usize = 30;
/// A part narrower than this carries no number; the table has it.
const LEAST: i64 = 26;

/// A bar at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// How wide.
    pub width: i64,
    /// How high.
    pub height: i64,
    /// Its number.
    pub value: i64,
    /// What stands below it; empty where there is no room.
    pub label: String,
    /// Its middle, for words.
    pub middle: i64,
}

/// Bars side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bars {
    /// From left to right.
    pub bars: Vec<Bar>,
    /// Where they stand.
    pub base: i64,
    /// Height of the picture.
    pub height: i64,
}

/// Bars of these labels and numbers, the highest being as high as the picture.
pub fn bars(rows: &[(String, i64)]) -> Bars {
    let count = i64::try_from(rows.len()).unwrap_or(1).max(1);
    let most = rows.iter().map(|(_, value)| *value).max().unwrap_or(0).max(1);
    let step = WIDTH / count;
    let base = HEAD + TALL;
    let every = usize::from(step < 60) + 1;
    let bar = |(at, (label, value)): (usize, &(String, i64))| {
        let height = (value * TALL / most).max(i64::from(*value > 0));
        let x = i64::try_from(at).unwrap_or(0) * step + step / 8;
        let width = step - step / 4;
        let label = if at % every == 0 { label.clone() } else { String::new() };
        Bar { x, y: base - height, width, height, value: *value, label, middle: x + width / 2 }
    };
    Bars { bars: rows.iter().enumerate().map(bar).collect(), base, height: base + 24 }
}

/// A part of a stacked bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Left edge.
    pub x: i64,
    /// How wide.
    pub width: i64,
    /// Its number.
    pub value: i64,
    /// Which part it is: its class.
    pub class: &'static str,
    /// Whether the number stands in it.
    pub told: bool,
}

/// A stacked bar with its name and sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name, shortened.
    pub name: String,
    /// Upper edge.
    pub y: i64,
    /// The line on which its words stand.
    pub line: i64,
    /// From left to right.
    pub parts: Vec<Part>,
    /// The sum.
    pub sum: i64,
}

/// Stacked bars below one another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Height of the picture.
    pub height: i64,
}

/// A name with its parts, each with its class.
pub type Stacked = (String, Vec<(&'static str, i64)>);

/// Stacked bars, each as wide as the picture: shares are compared, sums are told.
pub fn stack(rows: &[Stacked]) -> Stack {
    let row = |(at, (name, parts)): (usize, &Stacked)| {
        let y = i64::try_from(at).unwrap_or(0) * ROW;
        let sum = parts.iter().map(|(_, value)| value).sum();
        let name = shortened(name);
        Row { name, y, line: y + 14, parts: parts_of(parts, sum), sum }
    };
    let height = i64::try_from(rows.len()).unwrap_or(0) * ROW;
    Stack { rows: rows.iter().enumerate().map(row).collect(), height }
}

/// Edges are rounded, widths are not: the parts of a bar meet and fill it.
fn parts_of(parts: &[(&'static str, i64)], sum: i64) -> Vec<Part> {
    let room = WIDTH - NAMES - SUMS;
    let mut before = 0;
    let mut found = Vec::new();
    for (class, value) in parts.iter().filter(|(_, value)| *value > 0) {
        let from = NAMES + before * room / sum.max(1);
        before += value;
        let width = NAMES + before * room / sum.max(1) - from;
        found.push(Part { x: from, width, value: *value, class, told: width >= LEAST });
    }
    found
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

impl Part {
    /// Its middle, for its number.
    pub const fn middle(&self) -> i64 {
        self.x + self.width / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_meet_and_fill_the_bar() {
        let drawn = stack(&[("Cấp tỉnh".into(), vec![("a", 1), ("b", 0), ("c", 2)])]);
        let parts = &drawn.rows[0].parts;
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].x, NAMES);
        assert_eq!(parts[0].x + parts[0].width, parts[1].x);
        assert_eq!(parts[1].x + parts[1].width, WIDTH - SUMS);
        assert_eq!((drawn.rows[0].sum, drawn.height), (3, ROW));
        assert_eq!(stack(&[("x".into(), vec![("a", 0)])]).rows[0].parts, []);
    }

    #[test]
    fn the_highest_bar_fills_the_picture_and_one_is_never_unseen() {
        let drawn = bars(&[("1/1".into(), 1_000), ("8/1".into(), 1), ("15/1".into(), 0)]);
        let heights: Vec<i64> = drawn.bars.iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [TALL, 1, 0]);
        assert_eq!(drawn.bars[0].y, HEAD);
        assert_eq!(drawn.bars[2].y, drawn.base);
        assert_eq!(bars(&[]).bars, []);
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(shortened("Cấp xã"), "Cấp xã");
        assert_eq!(shortened("Tuyên truyền, phổ biến về hội thi").chars().count(), LETTERS);
    }
}
