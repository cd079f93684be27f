//! The text of a paper cut where facts begin and end, so that each stands out where it is. Pure.

use std::collections::BTreeSet;

/// A fact and where it stands, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Id of the line.
    pub line: String,
    /// First character.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// Whether it is doubtful.
    pub doubtful: bool,
}

/// A stretch of the text over which the same facts lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// The lines that stand here, the shortest fact first; empty where nothing was read.
    pub lines: Vec<String>,
    /// The lines whose fact begins here: what the other side leads to.
    pub begins: Vec<String>,
    /// Whether a doubt lies over it.
    pub doubtful: bool,
}

impl Stretch {
    /// The line that a click leads to.
    pub fn leads_to(&self) -> Option<&String> {
        self.lines.first()
    }

    /// The lines, for scripts.
    pub fn all(&self) -> String {
        self.lines.join(" ")
    }
}

/// Cuts the text. Marks beyond its end are cut off.
pub fn stretches(text: &str, marks: &[Mark]) -> Vec<Stretch> {
    let letters: Vec<char> = text.chars().collect();
    let ends = marks.iter().flat_map(|mark| [mark.start, mark.end]);
    let mut cuts: BTreeSet<usize> = ends.filter(|at| *at < letters.len()).collect();
    cuts.extend([0, letters.len()]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let stretch = |cut: &[usize]| {
        let (from, to) = (cut[0], cut[1]);
        let mut over: Vec<&Mark> =
            marks.iter().filter(|mark| mark.start <= from && to <= mark.end).collect();
        over.sort_by_key(|mark| mark.end - mark.start);
        Stretch {
            text: letters[from..to].iter().collect(),
            begins: over.iter().filter(|it| it.start == from).map(|it| it.line.clone()).collect(),
            doubtful: over.iter().any(|mark| mark.doubtful),
            lines: over.into_iter().map(|mark| mark.line.clone()).collect(),
        }
    };
    cuts.windows(2).map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(line: &str, start: usize, end: usize) -> Mark {
        Mark { line: line.to_owned(), start, end, doubtful: line == "d" }
    }

    #[test]
    fn text_is_cut_where_facts_begin_and_end() {
        let cut = stretches("đến hết ngày 20/4", &[mark("a", 4, 17), mark("b", 13, 17)]);
        let shown: Vec<(&str, String)> =
            cut.iter().map(|it| (it.text.as_str(), it.all())).collect();
        assert_eq!(
            shown,
            [("đến ", String::new()), ("hết ngày ", "a".into()), ("20/4", "b a".into())]
        );
        assert_eq!(cut[1].begins, ["a"]);
        assert_eq!(cut[2].begins, ["b"]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "Số: 12/KH\nngày 5";
        for marks in [vec![], vec![mark("d", 0, 99)], vec![mark("a", 3, 3), mark("d", 2, 7)]] {
            let cut = stretches(text, &marks);
            let whole: String = cut.iter().map(|it| it.text.as_str()).collect();
            assert_eq!(whole, text);
        }
        assert_eq!(stretches("", &[mark("a", 0, 4)]), []);
    }
}
