//! Lines of a page, from words that lie beside one another.

use crate::words::{Page, Word};

/// A printed line: words from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its words.
    pub words: Vec<Word>,
}

/// Lines above that a word may still belong to: heads have several columns, not quite level.
const LOOK_BACK: usize = 6;

impl Line {
    /// Left edge.
    pub fn left(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.words.iter().map(|word| word.right).fold(0.0, f32::max)
    }

    /// Upper edge of its middle word.
    pub fn top(&self) -> f32 {
        middle(self.words.iter().map(|word| word.top))
    }

    /// Height of its middle word.
    pub fn height(&self) -> f32 {
        middle(self.words.iter().map(Word::height))
    }

    /// Its words with a blank between.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    /// The empty stretches between its words, from left to right.
    pub fn gaps(&self) -> Vec<(f32, f32)> {
        self.words.windows(2).map(|pair| (pair[0].right, pair[1].left)).collect()
    }

    fn holds(&self, word: &Word) -> bool {
        let (top, height) = (self.top(), self.height());
        let common = (top + height).min(word.bottom) - top.max(word.top);
        common > 0.55 * height.min(word.height())
    }
}

/// The middle one of some lengths; 0 of none.
pub fn middle(lengths: impl Iterator<Item = f32>) -> f32 {
    let mut lengths: Vec<f32> = lengths.collect();
    lengths.sort_by(f32::total_cmp);
    lengths.get(lengths.len() / 2).copied().unwrap_or(0.0)
}

/// The lines of a page from above.
pub fn lines(page: &Page) -> Vec<Line> {
    let mut words = page.words.clone();
    words.sort_by(|a, b| (a.top + a.bottom).total_cmp(&(b.top + b.bottom)));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        let home = lines.iter_mut().rev().take(LOOK_BACK).find(|line| line.holds(&word));
        match home {
            Some(line) => line.words.push(word),
            None => lines.push(Line { words: vec![word] }),
        }
    }
    lines.iter_mut().for_each(|line| line.words.sort_by(|a, b| a.left.total_cmp(&b.left)));
    lines.sort_by(|a, b| a.top().total_cmp(&b.top()));
    lines
}
