//! The parent's side: hands the bytes to a child process and takes its rows, within limits.

use std::path::Path;

use kernel::refusal::RefusalKind;
use kernel::{Failure, Fault, Refusal};
use sandbox::{Ended, Input, Task};

use super::{BOOK, LONG, Limits, Line, Row, Sheet, Trouble, UNITS, decoding};

/// Reads the rows of a file.
///
/// # Errors
/// A refusal beside the field `file` that says what is wrong with it and what to do.
pub async fn read(program: &Path, bytes: Vec<u8>) -> Result<Vec<Row>, Failure> {
    let read = ask(program, (&decoding::TASK, &UNITS), bytes).await?;
    read.and_then(|answer| rows(&answer)).map_err(refused)
}

/// Reads the rows of a long list; what is wrong with the file is no refusal there, for nobody waits.
///
/// # Errors
/// The child cannot be begun.
pub async fn read_long(program: &Path, bytes: Vec<u8>) -> Result<Result<Vec<Row>, Trouble>, Fault> {
    let read = ask(program, (&decoding::LONG_TASK, &LONG), bytes).await?;
    Ok(read.and_then(|answer| rows(&answer)))
}

/// Reads the sheets of a book.
///
/// # Errors
/// A refusal beside the field `file` that says what is wrong with it and what to do.
pub async fn read_book(program: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>, Failure> {
    let read = ask(program, (&decoding::BOOK_TASK, &BOOK), bytes).await?;
    read.and_then(|answer| sheets(&answer)).map_err(|trouble| refused_within(trouble, &BOOK))
}

async fn ask(
    program: &Path,
    (task, limits): (&Task, &Limits),
    bytes: Vec<u8>,
) -> Result<Result<Vec<u8>, Trouble>, Fault> {
    if bytes.len() > limits.bytes {
        return Ok(Err(Trouble::TooLarge));
    }
    match sandbox::ask(program, task, Input::Bytes(bytes), None).await {
        Ok(answer) => Ok(Ok(answer.bytes)),
        Err(Ended::OutOfTime | Ended::Silent) => Ok(Err(Trouble::TooHard)),
        Err(Ended::Fault(fault)) => Err(fault),
    }
}

/// The refusal of a file of units.
pub fn refused(trouble: Trouble) -> Failure {
    refused_within(trouble, &UNITS)
}

fn refused_within(trouble: Trouble, limits: &Limits) -> Failure {
    let kind = match trouble {
        Trouble::TooLarge => RefusalKind::TooLarge,
        _ => RefusalKind::Invalid,
    };
    Refusal::new(kind, "form-has-errors").and_field("file", trouble.message(limits)).into()
}

/// The rows of an answer.
fn rows(answer: &[u8]) -> Result<Vec<Row>, Trouble> {
    let sheets = sheets(answer)?;
    Ok(sheets.into_iter().flat_map(|sheet| sheet.rows).collect())
}

/// The sheets of an answer; rows before the first name are those of one without. An answer without its end comes
/// of a child that ran into a limit.
fn sheets(answer: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let begun = |name: String| Sheet { name, rows: Vec::new() };
    for line in answer.split(|byte| *byte == b'\n') {
        match serde_json::from_slice(line) {
            Ok(Line::Sheet(name)) => sheets.push(begun(name)),
            Ok(Line::Row(row)) => {
                if sheets.is_empty() {
                    sheets.push(begun(String::new()));
                }
                sheets.last_mut().expect("one was just begun").rows.push(row);
            }
            Ok(Line::End) => return Ok(sheets),
            Ok(Line::Trouble(trouble)) => return Err(trouble),
            Err(_) => break,
        }
    }
    Err(Trouble::TooHard)
}

#[cfg(test)]
mod tests {
    use super::super::Cell;
    use super::*;

    #[test]
    fn an_answer_without_its_end_is_none() {
        let check = |answer: &str, expect: Option<usize>| {
            assert_eq!(rows(answer.as_bytes()).ok().map(|rows| rows.len()), expect, "{answer}");
        };
        let row = serde_json::to_string(&Line::Row(Row {
            number: 2,
            cells: vec![Cell::Text("Xã Mẫu".to_owned())],
        }));
        let row = row.unwrap();
        check(&format!("{row}\n\"end\"\n"), Some(1));
        check(&format!("{row}\n"), None);
        check(&format!("{row}\n{}", &row[..9]), None);
        check("{\"trouble\":\"bomb\"}\n", None);
        check("", None);
    }
}
