//! Text with separators (CSV): quoted as RFC 4180 says, in UTF-8 or, with its mark, UTF-16.

use super::{Cell, Limits, Row, Trouble};

/// The rows of a text. The separator is what stands in most of its first lines.
///
/// # Errors
/// It is no text that is read, or too long.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Vec<Row>, Trouble> {
    let text = text_of(bytes).ok_or(Trouble::NotASheet)?;
    let separator = separator(&text);
    let mut rows = Vec::new();
    let mut signs = text.chars().peekable();
    let mut number = 0;
    while signs.peek().is_some() {
        number += 1;
        let mut cells = record(&mut signs, separator, limits);
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
        if rows.len() > limits.rows + 20 {
            return Err(Trouble::TooManyRows);
        }
    }
    match rows.is_empty() {
        true => Err(Trouble::NoRows),
        false => Ok(rows),
    }
}

/// The text of the bytes; nothing where they are in an encoding that has no mark and is not UTF-8.
fn text_of(bytes: &[u8]) -> Option<String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    text.map(|text| text.replace('\0', ""))
}

/// Lines that are looked at for the separator; a title above the table has none.
const LOOKED_AT: usize = 20;

fn separator(text: &str) -> char {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT);
    let lines: Vec<&str> = lines.collect();
    let weight = |sign: char| {
        let stands = lines.iter().filter(|line| line.contains(sign)).count();
        let count: usize = lines.iter().map(|line| line.matches(sign).count()).sum();
        (stands, count)
    };
    // Of equally frequent ones the last wins: commas stand in titles and figures, too.
    [',', '\t', ';'].into_iter().max_by_key(|sign| weight(*sign)).unwrap_or(',')
}

/// One record, up to the end of its line.
fn record(
    signs: &mut std::iter::Peekable<std::str::Chars<'_>>,
    separator: char,
    limits: &Limits,
) -> Vec<Cell> {
    let (mut cells, mut cell, mut count, mut quoted) = (Vec::new(), String::new(), 0, false);
    let keep = |cells: &mut Vec<Cell>, cell: &mut String| {
        let text = std::mem::take(cell);
        if cells.len() < limits.columns {
            cells.push(Cell::Text(text));
        }
    };
    while let Some(sign) = signs.next() {
        match (quoted, sign) {
            (true, '"') if signs.next_if_eq(&'"').is_some() => cell.push('"'),
            (true, '"') => quoted = false,
            (false, '"') if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            (false, '\r') => (),
            (false, '\n') => break,
            (false, sign) if sign == separator => {
                keep(&mut cells, &mut cell);
                count = 0;
            }
            (_, sign) if count < limits.letters => {
                cell.push(sign);
                count += 1;
            }
            _ => (),
        }
    }
    keep(&mut cells, &mut cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::super::LONG;
    use super::*;

    fn check(bytes: &[u8], expect: &[(u32, &[&str])]) {
        let rows = decode(bytes, &LONG).unwrap();
        let found: Vec<(u32, Vec<&str>)> = rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(Cell::shown).collect()))
            .collect();
        let expect: Vec<(u32, Vec<&str>)> =
            expect.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn records_are_read_whatever_parts_them() {
        check(
            "Tên,Năm\r\nMáy gặt,2020\r\n".as_bytes(),
            &[(1, &["Tên", "Năm"]), (2, &["Máy gặt", "2020"])],
        );
        check("a;b,c\n;d;\n".as_bytes(), &[(1, &["a", "b,c"]), (2, &["", "d"])]);
        check("a\tb\n\n\nc".as_bytes(), &[(1, &["a", "b"]), (4, &["c"])]);
        check(
            "Sổ, quyển\nTên;Năm\nLò;20".as_bytes(),
            &[(1, &["Sổ, quyển"]), (2, &["Tên", "Năm"]), (3, &["Lò", "20"])],
        );
    }

    #[test]
    fn quotes_hold_separators_and_lines() {
        check(
            b"a,b\n\"x,\ny\",\"say \"\"hi\"\"\"",
            &[(1, &["a", "b"]), (2, &["x,\ny", "say \"hi\""])],
        );
    }

    #[test]
    fn marks_of_encodings_are_understood() {
        let wide: Vec<u8> = "\u{feff}ă,b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, &[(1, &["ă", "b"])]);
        check("\u{feff}ă,b".as_bytes(), &[(1, &["ă", "b"])]);
        assert_eq!(decode(&[b'a', 0xE3, b'b'], &LONG), Err(Trouble::NotASheet));
        assert_eq!(decode(b" \n", &LONG), Err(Trouble::NoRows));
    }
}
