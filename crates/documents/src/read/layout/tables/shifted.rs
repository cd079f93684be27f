//! Rows that lost some of their cells: each cell goes to the column that it speaks like.

use super::{Column, DATED, NUMBER};
use crate::read::text::{Span, Text};

/// Cells of a row that lost some of them, by what they say.
pub(super) fn by_kind(text: &Text, columns: &[Column], parts: &[Span]) -> Vec<(Column, Span)> {
    let mut cells: Vec<(Column, Span)> = Vec::new();
    for part in parts {
        let part = match NUMBER.find(text, *part) {
            Some(_) if cells.is_empty() && part.len() > 3 => after_number(text, *part),
            _ => *part,
        };
        if part.len() <= 2 {
            continue;
        }
        let has = |column| cells.iter().any(|(known, _)| *known == column);
        let unit = crate::read::units::begins(text, part);
        let kind = if !has(Column::Work) {
            Column::Work
        } else if DATED.fits(text, part) && !has(Column::When) && !unit {
            Column::When
        } else if unit && !has(Column::Who) && columns.contains(&Column::Who) {
            Column::Who
        } else if unit && columns.contains(&Column::With) && !has(Column::With) {
            Column::With
        } else if columns.contains(&Column::Result) {
            Column::Result
        } else {
            Column::Other
        };
        cells.push((kind, part));
    }
    cells
}

fn after_number(text: &Text, part: Span) -> Span {
    let shadow = text.shadow(part);
    let digits = shadow
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b')' | b' '))
        .count();
    text.trim(Span::new(part.start + digits, part.end), b"")
}
