//! Two texts with the passages that they share marked. Pure.

use std::ops::Range;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Number of the passage that it belongs to, from 1; nothing: of none.
    pub passage: Option<usize>,
}

/// A text in pieces: in and out of passages. Where two passages meet in one place, the first one has it.
/// What is far from every passage is left out.
pub fn pieces(text: &str, passages: &[(usize, Range<usize>)]) -> Vec<Piece> {
    let mut passages = passages.to_vec();
    passages.sort_by_key(|(number, range)| (range.start, *number));
    let (mut pieces, mut at) = (Vec::new(), 0);
    for (number, range) in passages {
        let start = range.start.max(at);
        let (Some(between), Some(own)) = (text.get(at..start), text.get(start..range.end)) else {
            continue;
        };
        if own.is_empty() {
            continue;
        }
        let between = shortened(between, at > 0, true);
        if !between.is_empty() {
            pieces.push(Piece { text: between, passage: None });
        }
        pieces.push(Piece { text: own.to_owned(), passage: Some(number) });
        at = range.end;
    }
    let rest = shortened(text.get(at..).unwrap_or_default(), at > 0, false);
    if !rest.is_empty() {
        pieces.push(Piece { text: rest, passage: None });
    }
    pieces
}

/// Letters beside a passage that are shown.
const BESIDE: usize = 240;

/// The ends of a text that lies beside passages.
fn shortened(text: &str, after_one: bool, before_one: bool) -> String {
    let letters = text.chars().count();
    let kept = BESIDE * (usize::from(after_one) + usize::from(before_one)).max(1);
    if letters <= kept + 20 {
        return text.to_owned();
    }
    let head: String = text.chars().take(BESIDE).collect();
    let tail: String = text.chars().skip(letters - BESIDE).collect();
    match (after_one, before_one) {
        (true, true) => format!("{head} … {tail}"),
        (false, true) => format!("… {tail}"),
        _ => format!("{head} …"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, passages: &[(usize, Range<usize>)], expect: &[(&str, Option<usize>)]) {
        let found = pieces(text, passages);
        let found: Vec<_> = found.iter().map(|it| (it.text.as_str(), it.passage)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn passages_are_marked_where_they_stand() {
        check("một hai ba", &[], &[("một hai ba", None)]);
        check("abc def", &[(1, 0..3)], &[("abc", Some(1)), (" def", None)]);
        check(
            "abc def",
            &[(1, 4..7), (2, 0..3)],
            &[("abc", Some(2)), (" ", None), ("def", Some(1))],
        );
        check("abc def", &[(1, 0..5), (2, 4..7)], &[("abc d", Some(1)), ("ef", Some(2))]);
        check("", &[], &[]);
    }

    #[test]
    fn what_is_no_part_of_the_text_is_passed_over() {
        check("ă", &[(1, 1..2)], &[("ă", None)]);
        check("ab", &[(1, 0..9)], &[("ab", None)]);
    }

    #[test]
    fn what_is_far_from_passages_is_left_out() {
        let text = format!("{}KEY", "a".repeat(400));
        let found = pieces(&text, &[(1, 400..403)]);
        assert_eq!(found[0].text, format!("… {}", "a".repeat(240)));
        assert_eq!(found[1].text, "KEY");
    }
}
