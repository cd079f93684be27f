//! What belongs to the sheet of paper and not to the text: page numbers, running titles, rules.

use crate::read::text::{Letter, Span, Text};

/// Characters of an ordinary printed page of an official paper: fewest and most.
const PAGE: std::ops::RangeInclusive<usize> = 500..=6500;

/// The text without page numbers, running titles, form feeds and lines of dashes.
pub(super) fn strip(text: Text) -> Text {
    let lines = text.lines(text.whole());
    let numbers = page_numbers(&text, &lines);
    let goes = |at: usize| {
        numbers.contains(&at)
            || is_rule(&text, lines[at])
            || is_running_title(&text, &lines, at, &numbers)
    };
    let kept: Vec<Span> = (0..lines.len()).filter(|at| !goes(*at)).map(|at| lines[at]).collect();
    if kept.len() == lines.len() && !text.shadow(text.whole()).contains(&b'\x0c') {
        return text;
    }
    let with_break = |line: &Span| Span::new(line.start, line.end + 1);
    let letters = kept.iter().flat_map(|line| text.letters(with_break(line)));
    let letters = letters.filter(|letter| letter.char != '\u{c}');
    Text::new(letters.copied().collect::<Vec<Letter>>())
}

/// The lines that hold a page number and nothing else.
fn page_numbers(text: &Text, lines: &[Span]) -> Vec<usize> {
    let bare: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, bare_number(text, *line)?)))
        .collect();
    let is_page = |&(at, number): &(usize, usize)| {
        is_decorated(text, lines[at]) || stands_as_page(lines[at].start, number, &bare, lines)
    };
    bare.iter().filter(|line| is_page(line)).map(|(at, _)| *at).collect()
}

/// A number whose place in the text is about where that page would begin or end; a number of a
/// table stands too near its neighbours.
fn stands_as_page(start: usize, number: usize, bare: &[(usize, usize)], lines: &[Span]) -> bool {
    let near = |pages: usize| PAGE.contains(&(start / pages.max(1)));
    let crowded = bare.iter().any(|(other, _)| {
        let distance = lines[*other].start.abs_diff(start);
        distance > 0 && distance < *PAGE.start()
    });
    !crowded && number > 0 && (near(number) || (number > 1 && near(number - 1)))
}

/// The number of a line such as `2`, `- 2 -`, `Trang 2/5`.
fn bare_number(text: &Text, line: Span) -> Option<usize> {
    let may_stand = |byte: &u8| {
        byte.is_ascii_digit() || byte.is_ascii_whitespace() || b"-/.[]trangpeofcs".contains(byte)
    };
    if !text.shadow(line).iter().all(may_stand) {
        return None;
    }
    let folded = text.folded(line);
    let bare = folded.trim_matches(|c: char| matches!(c, '-' | ' ' | '.' | '[' | ']'));
    let bare = bare.strip_prefix("trang ").or_else(|| bare.strip_prefix("page ")).unwrap_or(bare);
    let bare = bare.split(['/', ' ']).next()?;
    let rest_is_total = folded.chars().filter(char::is_ascii_digit).count() <= 6;
    (rest_is_total && bare.len() <= 3).then(|| bare.parse().ok()).flatten()
}

/// `- 2 -`, `Trang 2`: nothing else looks so.
fn is_decorated(text: &Text, line: Span) -> bool {
    let folded = text.folded(line);
    folded.starts_with("trang ")
        || folded.starts_with("page ")
        || folded.starts_with('[')
        || (folded.starts_with('-') && folded.ends_with('-') && folded.len() > 2)
}

/// A line without a letter or digit: the stroke under the motto, a row of stars.
fn is_rule(text: &Text, line: Span) -> bool {
    let shadow = text.shadow(text.trim(line, b""));
    !shadow.is_empty()
        && shadow.len() > 1
        && !shadow.iter().any(u8::is_ascii_alphanumeric)
        && !shadow.contains(&b'?')
        && !shadow.contains(&b'|')
}

/// A short line beside a page number that comes again beside another one.
fn is_running_title(text: &Text, lines: &[Span], at: usize, numbers: &[usize]) -> bool {
    let beside = |at: usize| numbers.iter().any(|number| number.abs_diff(at) == 1);
    if !beside(at) || lines[at].len() > 90 || lines[at].len() < 8 {
        return false;
    }
    let title = text.shadow(text.trim(lines[at], b""));
    let again = lines.iter().enumerate();
    !title.is_empty()
        && again
            .filter(|(other, line)| beside(*other) && text.shadow(text.trim(**line, b"")) == title)
            .count()
            > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    fn stripped(source: &str) -> String {
        let text = strip(Text::new(normalise(source)));
        text.raw(text.whole()).to_owned()
    }

    #[test]
    fn page_numbers_go_and_table_numbers_stay() {
        let page = "chữ nghĩa của trang này ".repeat(90);
        assert_eq!(stripped(&format!("{page}\n2\n{page}\n3\nhết")), format!("{page}\n{page}\nhết"));
        assert_eq!(stripped("một\n- 2 -\nhai\nTrang 3/7\nba"), "một\nhai\nba");
        assert_eq!(stripped("1\nSở Y tế\n2\nSở Công Thương\n"), "1\nSở Y tế\n2\nSở Công Thương\n");
        assert_eq!(stripped("Hạnh phúc\n________\nSố: 1"), "Hạnh phúc\nSố: 1");
    }
}
