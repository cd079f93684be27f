//! The parent's side: hands the bytes to a child process and takes its rows, within limits.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use kernel::refusal::RefusalKind;
use kernel::{Failure, Fault, Refusal};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

use super::{Line, MOST_BYTES, Row, Trouble};

/// How long the child may take.
const LONGEST: Duration = Duration::from_secs(15);
/// Most bytes of its answer.
const MOST_ANSWER: u64 = 20 * 1024 * 1024;
/// Children at once; more uploads wait.
static CHILDREN: Semaphore = Semaphore::const_new(2);

/// Reads the rows of a file.
///
/// # Errors
/// A refusal beside the field `file` that says what is wrong with it and what to do.
pub async fn read(program: &Path, bytes: Vec<u8>) -> Result<Vec<Row>, Failure> {
    if bytes.len() > MOST_BYTES {
        return Err(refused(Trouble::TooLarge));
    }
    let _place = CHILDREN.acquire().await?;
    match tokio::time::timeout(LONGEST, ask(program, bytes)).await {
        Ok(answer) => rows(&answer?),
        Err(_) => Err(refused(Trouble::TooHard)),
    }
}

/// The refusal of a file.
pub fn refused(trouble: Trouble) -> Failure {
    let kind = match trouble {
        Trouble::TooLarge => RefusalKind::TooLarge,
        _ => RefusalKind::Invalid,
    };
    Refusal::new(kind, "form-has-errors").and_field("file", trouble.message()).into()
}

/// The child's answer. It is killed when this future is dropped.
async fn ask(program: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let mut child = Command::new(program)
        .arg("decode-sheet")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| Fault::new(format!("{} does not start: {error}", program.display())))?;
    let missing = || Fault::new("a child without pipes");
    let mut stdin = child.stdin.take().ok_or_else(missing)?;
    let stdout = child.stdout.take().ok_or_else(missing)?;
    let mut answer = Vec::new();
    let mut stdout = stdout.take(MOST_ANSWER);
    // A child that has seen enough closes its end; then there is nothing more to tell it.
    let tell = async move {
        let _ = stdin.write_all(&bytes).await;
        drop(stdin);
    };
    let (_, heard) = tokio::join!(tell, stdout.read_to_end(&mut answer));
    heard?;
    child.start_kill()?;
    child.wait().await?;
    Ok(answer)
}

/// The rows of an answer. One without its end comes of a child that ran into a limit.
fn rows(answer: &[u8]) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for line in answer.split(|byte| *byte == b'\n') {
        match serde_json::from_slice(line) {
            Ok(Line::Row(row)) => rows.push(row),
            Ok(Line::End) => return Ok(rows),
            Ok(Line::Trouble(trouble)) => return Err(refused(trouble)),
            Err(_) => break,
        }
    }
    Err(refused(Trouble::TooHard))
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
