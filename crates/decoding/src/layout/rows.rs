//! Where rows of tables and items of lists begin.

use crate::line::{Line, middle};

/// Lines of a stretch on which a row begins: where the first column counts, on its numbers; else where it has
/// words after a wider space, or every column begins anew.
pub(super) fn starts(lines: &[Line], rows: &[Vec<String>]) -> Vec<usize> {
    let firsts: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at][0].is_empty()).collect();
    let counted = firsts.iter().filter(|at| is_count(&rows[**at][0])).count();
    if counted > 0 && counted * 2 >= firsts.len() {
        let counts = firsts.into_iter().filter(|at| *at > 0 && is_count(&rows[*at][0]));
        return [0].into_iter().chain(counts).collect();
    }
    let steps = lines.windows(2).map(|pair| pair[1].top() - pair[0].top());
    let usual = middle(steps.filter(|step| *step > 0.0));
    let begins = |at: &usize| {
        let apart =
            at.checked_sub(1).map_or(f32::MAX, |above| lines[*at].top() - lines[above].top());
        let anew = rows[*at].iter().all(|cell| cell.chars().next().is_some_and(begins_anew));
        *at == 0 || (!rows[*at][0].is_empty() && (apart > 1.25 * usual || anew))
    };
    (0..rows.len()).filter(begins).collect()
}

fn is_count(cell: &str) -> bool {
    // Scanning adds a piece of the rule.
    let cell = cell.trim_end_matches(['.', ')', '_', '|']);
    !cell.is_empty()
        && cell.len() <= 4
        && cell.chars().all(|letter| letter.is_ascii_digit() || "IVX".contains(letter))
}

fn begins_anew(letter: char) -> bool {
    letter.is_uppercase() || letter.is_numeric() || "-+•".contains(letter)
}

/// Whether a first word is the mark of an item. A number may also be one that the edge of the page cut off its
/// sentence, so it counts only where a sentence has ended.
pub(super) fn begins_item(word: &str, after_end: bool) -> bool {
    if ["-", "+", "*", "•", "–", "—", "", ""].contains(&word) {
        return true;
    }
    let mark = word.trim_end_matches(['.', ')', '/']);
    let marked = mark.len() < word.len() && !mark.is_empty() && mark.chars().count() <= 5;
    let counts = mark.split('.').all(|part| {
        !part.is_empty()
            && (part.bytes().all(|it| it.is_ascii_digit())
                || part.chars().all(|it| "IVX".contains(it)))
    });
    let letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
    marked && (counts || letter) && after_end
}
