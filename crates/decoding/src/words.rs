//! Words with their places, as `pdftotext -tsv` and `tesseract` both give them.

/// A word and the box that it fills; y grows downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge.
    pub top: f32,
    /// Lower edge.
    pub bottom: f32,
    /// Its letters.
    pub text: String,
    /// How sure the program is of it, of a hundred.
    pub sure: f32,
    /// The line that the program puts it on: words of a line have the same.
    line: [u32; 4],
}

/// The words of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// Its width in the unit of the words.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its words.
    pub words: Vec<Word>,
}

/// Level of a row that is a page, and of one that is a word.
const PAGE: u32 = 1;
const WORD: u32 = 5;
/// OCR is this sure of a word that is more than specks.
const SPECKS: f32 = 25.0;
/// Text of a PDF's own is this sure.
const OWN: f32 = 100.0;
/// What the rule of a table is read as.
const RULES: [char; 2] = ['|', '¦'];
/// Words of a line that tell how crooked it is.
const LONG_LINE: usize = 5;

impl Word {
    /// Its height.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Where its middle is from left to right.
    pub fn centre(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    fn turn(&mut self, way: Way, width: f32, height: f32) {
        let Self { left, right, top, bottom, .. } = *self;
        (self.left, self.right, self.top, self.bottom) = match way {
            Way::Right => (left, right, top, bottom),
            Way::Left => (width - right, width - left, height - bottom, height - top),
            Way::Down => (top, bottom, width - right, width - left),
            Way::Up => (height - bottom, height - top, left, right),
        };
    }
}

/// The pages of a table of words. What is no row of it is skipped.
pub fn pages(table: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.splitn(12, '\t').collect();
        let number = |at: usize| columns.get(at).and_then(|text| text.parse::<f32>().ok());
        let (Some(level), Some(page)) = (number(0), number(1)) else { continue };
        if level as u32 == PAGE {
            let (width, height) = (number(8).unwrap_or(0.0), number(9).unwrap_or(0.0));
            pages.push(Page { number: page as u32, width, height, words: Vec::new() });
        }
        if level as u32 == WORD
            && let (Some(page), Some(word)) = (pages.last_mut(), word(&columns))
        {
            page.words.push(word);
        }
    }
    for page in &mut pages {
        turn_upright(page);
        straighten(page);
    }
    pages
}

/// The way in which a line runs over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Left,
    Down,
    Up,
}

/// Turns the words of a page that was scanned on its side or its head: their lines run another way.
fn turn_upright(page: &mut Page) {
    let lines = page.words.chunk_by(|a, b| a.line == b.line);
    let ways: Vec<Way> =
        lines.flat_map(|line| line.windows(2)).map(|pair| way(&pair[0], &pair[1])).collect();
    let count = |way: Way| ways.iter().filter(|it| **it == way).count();
    let other =
        [Way::Left, Way::Down, Way::Up].into_iter().find(|way| count(*way) * 2 > ways.len());
    let Some(way) = other else { return };
    let (width, height) = (page.width, page.height);
    page.words.iter_mut().for_each(|word| word.turn(way, width, height));
    if way != Way::Left {
        (page.width, page.height) = (height, width);
    }
}

fn way(one: &Word, next: &Word) -> Way {
    let (across, down) = (next.centre() - one.centre(), next.middle() - one.middle());
    match (across.abs() >= down.abs(), across >= 0.0, down >= 0.0) {
        (true, true, _) => Way::Right,
        (true, false, _) => Way::Left,
        (false, _, true) => Way::Down,
        (false, _, false) => Way::Up,
    }
}

fn word(columns: &[&str]) -> Option<Word> {
    let number = |at: usize| columns.get(at)?.parse::<f32>().ok().filter(|it| it.is_finite());
    let (left, top, width, height) = (number(6)?, number(7)?, number(8)?, number(9)?);
    let text = columns.get(11)?.trim();
    let sure = number(10)?;
    // The sign of a list in a symbol font has no letter; OCR takes the round one for others.
    let is_sign = is_symbol(text) || sure < OWN && matches!(text, "®" | "©");
    let text = if is_sign { "-" } else { text };
    // The rule of a table is read as a letter of the word beside it.
    let text = if sure < OWN { text.trim_matches(RULES) } else { text }.to_owned();
    let is_rule = text.chars().all(|letter| letter == '_' || RULES.contains(&letter));
    let is_speck = sure < SPECKS && !text.chars().any(char::is_alphanumeric) || is_rule;
    let line = [1, 2, 3, 4].map(|at| number(at).unwrap_or(0.0) as u32);
    let word = Word { left, right: left + width, top, bottom: top + height, text, sure, line };
    (!word.text.is_empty() && !is_speck).then_some(word)
}

fn is_symbol(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|letter| ('\u{E000}'..='\u{F8FF}').contains(&letter))
        && letters.next().is_none()
}

/// Turns the words of a page that was scanned crookedly.
fn straighten(page: &mut Page) {
    let mut slopes: Vec<f32> =
        page.words.chunk_by(|a, b| a.line == b.line).filter_map(slope).collect();
    if slopes.is_empty() {
        return;
    }
    slopes.sort_by(f32::total_cmp);
    let slope = slopes[slopes.len() / 2];
    for word in &mut page.words {
        let shift = slope * word.centre();
        word.top -= shift;
        word.bottom -= shift;
    }
}

/// How far a line of several words sinks for each step to the right.
fn slope(line: &[Word]) -> Option<f32> {
    let (first, last) = (line.first()?, line.last()?);
    let width = last.left - first.left;
    let is_long = line.len() >= LONG_LINE && width > 10.0 * first.height();
    // Heights differ by marks and tails; ends of several words level that out.
    let mean = |words: &[Word], of: fn(&Word) -> f32| {
        words.iter().map(of).sum::<f32>() / words.len() as f32
    };
    let third = line.len() / 3;
    let (start, end) = (&line[..third], &line[line.len() - third..]);
    let run = mean(end, Word::centre) - mean(start, Word::centre);
    (is_long && run > 0.0).then(|| (mean(end, Word::middle) - mean(start, Word::middle)) / run)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "level\tpage\n\
        1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n\
        5\t1\t0\t0\t0\t0\t10.5\t20\t30\t12\t96\tSố:\n\
        5\t1\t0\t0\t0\t1\t50\t20\t30\t12\t10\t~\n\
        5\t1\t0\t0\t0\t2\tx\t20\t30\t12\t10\ta\n\
        nonsense\n";

    #[test]
    fn rows_become_words() {
        let pages = pages(TABLE);
        assert_eq!(pages.len(), 1);
        let words: Vec<_> =
            pages[0].words.iter().map(|it| (it.text.as_str(), it.left, it.right)).collect();
        assert_eq!(words, [("Số:", 10.5, 40.5)]);
        assert_eq!((pages[0].number, pages[0].height), (1, 842.0));
    }

    #[test]
    fn a_page_on_its_side_or_head_is_turned() {
        let check = |places: [(u32, u32); 2], expect: [(f32, f32); 2]| {
            let rows = places
                .map(|(left, top)| format!("5\t1\t1\t1\t1\t1\t{left}\t{top}\t10\t10\t95\tchữ\n"));
            let table = format!("h\n1\t1\t0\t0\t0\t0\t0\t0\t100\t200\t-1\t\n{}", rows.concat());
            let words = pages(&table).remove(0).words;
            let found: Vec<(f32, f32)> = words.iter().map(|word| (word.left, word.top)).collect();
            assert_eq!(found, expect, "{places:?}");
        };
        check([(10, 20), (50, 20)], [(10.0, 20.0), (50.0, 20.0)]);
        check([(80, 170), (40, 170)], [(10.0, 20.0), (50.0, 20.0)]);
        check([(70, 10), (70, 50)], [(10.0, 20.0), (50.0, 20.0)]);
        check([(20, 180), (20, 140)], [(10.0, 20.0), (50.0, 20.0)]);
    }

    #[test]
    fn a_crooked_page_is_straightened() {
        let row = |at: u32| {
            let (left, top) = (at * 100, 50 + at * 4);
            format!("5\t1\t1\t1\t1\t{at}\t{left}\t{top}\t80\t20\t95\tchữ\n")
        };
        let table: String = (0..9).map(row).collect();
        let table = format!("h\n1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t\n{table}");
        let pages = pages(&table);
        let tops: Vec<f32> = pages[0].words.iter().map(|word| word.top.round()).collect();
        assert!(tops.iter().all(|top| (top - tops[0]).abs() <= 1.0), "{tops:?}");
    }
}
