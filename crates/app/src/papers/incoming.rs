//! Papers that come in: received, read by a job, their head corrected.

use std::time::Duration;

use ::store::Tx;
use ::store::jobs::{self, Leased, NewJob};
use documents::Facts;
use kernel::id::PaperId;
use kernel::{Failure, Fault, Refusal, text};

use super::reading::{self, Unread};
use super::store::{self as rows, Head, NewPaper};
use super::trouble::Trouble;
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::{self, policy};
use crate::files::{self, Kept};
use crate::frame::App;

/// Kind of the job that reads a paper.
pub const READ: &str = "paper.read";

/// How often somebody who waits for a paper looks whether it was read.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// A scan of a hundred pages is read in less.
const LONGEST_READING: Duration = Duration::from_secs(300);

/// Most characters of a file's name.
const LONGEST_NAME: usize = 200;

/// What became of a file that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is a new paper.
    New(PaperId),
    /// The same bytes are a paper already.
    Again(PaperId),
}

/// Takes in a file that is kept already, and has it read.
///
/// # Errors
/// The actor may not begin contests.
pub async fn receive(
    tx: &mut Tx,
    actor: &Actor,
    kept: &Kept,
    file_name: &str,
) -> Result<Received, Failure> {
    policy::may_begin(actor)?;
    if let Some(paper) = rows::of_hash(tx, &kept.hash).await? {
        return Ok(Received::Again(paper));
    }
    let name: String = text::clean(file_name).chars().take(LONGEST_NAME).collect();
    let act = Act::on("paper.receive", "paper/new");
    let act = files::note(tx, kept, act).await?;
    let by = actor.account();
    let new = NewPaper { hash: kept.hash.clone(), file_name: name, by };
    let id = rows::insert(tx, &new).await?;
    audit::record(tx, actor.who, act.row("paper", id)).await?;
    let job = NewJob {
        kind: READ,
        payload: serde_json::json!({ "paper": id }).to_string(),
        unique_key: Some(job_of(id)),
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await?;
    Ok(Received::New(id))
}

/// The key of the job that reads a paper.
fn job_of(id: PaperId) -> String {
    format!("{READ}/{id}")
}

/// Reads a paper now, for somebody who waits for it; where a worker has begun, waits for that one.
///
/// # Errors
/// There is no such paper, it cannot be read, or the worker that has begun does not come to an end.
pub async fn read_now(app: &App, id: PaperId) -> Result<Facts, Failure> {
    let reading = async {
        loop {
            if let Some(job) = jobs::lease_named(&app.store, &job_of(id)).await? {
                read(app, &job).await?;
            }
            if let Some(facts) = outcome(app, id).await? {
                return Ok::<_, Failure>(facts);
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    };
    let slow = |_| Refusal::conflict("review-not-read").into();
    tokio::time::timeout(LONGEST_READING, reading).await.unwrap_or_else(|passed| Err(slow(passed)))
}

/// What was read; nothing while nobody has.
async fn outcome(app: &App, id: PaperId) -> Result<Option<Facts>, Failure> {
    let paper = rows::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    match paper.trouble.as_deref().map(Trouble::told) {
        Some(message) => Err(Refusal::invalid(message).into()),
        None => Ok(rows::reading(&app.store, id).await?.map(|(_, facts)| facts)),
    }
}

/// Reads the paper of a job, and writes down what it says or why it cannot be read.
///
/// # Errors
/// The file or the database is away; the job is tried again.
pub async fn read(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id: PaperId = payload["paper"].as_str().unwrap_or("").parse().map_err(Fault::from)?;
    let paper = rows::find(&app.store, id).await?;
    let read = match paper.as_ref().and_then(|paper| paper.hash.as_deref()) {
        Some(hash) => Some(read_file(app, hash).await?),
        None => None,
    };
    let mut tx = app.store.begin().await?;
    if let (Some(paper), Some(read)) = (paper, read) {
        let name = paper.file_name.unwrap_or_default();
        write_down(&mut tx, id, &name, read).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn read_file(app: &App, hash: &str) -> Result<Result<(String, Facts), Trouble>, Failure> {
    let bytes = files::bytes(app, hash).await?;
    let input = sandbox::Input::Bytes(bytes);
    match reading::read(&app.configuration.program, input, None).await {
        Ok(paper) => Ok(Ok((paper.decoded.text, paper.facts))),
        Err(Unread::Trouble(trouble)) => Ok(Err(trouble)),
        Err(Unread::Fault(fault)) => Err(fault.into()),
    }
}

async fn write_down(
    tx: &mut Tx,
    id: PaperId,
    file_name: &str,
    read: Result<(String, Facts), Trouble>,
) -> Result<(), Failure> {
    let act = Act::on("paper.read", format!("paper/{id}")).row("paper", id);
    let act = match read {
        Ok((text, facts)) => {
            rows::set_head(tx, id, &head(&facts), file_name).await?;
            rows::insert_reading(tx, id, &text, &facts).await?;
            act.row("paper_reading", id)
        }
        Err(trouble) => {
            rows::set_trouble(tx, id, trouble.code()).await?;
            act.note("trouble", trouble.code())
        }
    };
    audit::record(tx, "system", act).await
}

fn head(facts: &Facts) -> Head {
    let paper = &facts.document;
    let date = paper.date;
    let issued_on = match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (Some(year), Some(month), None) => Some(format!("{year:04}-{month:02}")),
        (Some(year), None, _) => Some(format!("{year:04}")),
        (None, ..) => None,
    };
    Head {
        kind: paper.kind.map(contests::kind::code),
        number: paper.number.clone(),
        symbol: paper.symbol.clone(),
        issuer: paper.issuer.clone(),
        issued_on,
        subject: paper.subject.clone(),
    }
}

/// Shows a paper on the portal of its contest, or does not.
///
/// # Errors
/// The actor may not, or there is no such paper.
pub async fn set_public(
    tx: &mut Tx,
    actor: &Actor,
    id: PaperId,
    public: bool,
) -> Result<(), Failure> {
    policy::may_begin(actor)?;
    rows::find(tx, id).await?.ok_or_else(Refusal::absent)?;
    rows::set_public(tx, id, public).await?;
    let act = Act::on("paper.public", format!("paper/{id}")).row("paper", id);
    audit::record(tx, actor.who, act.note("public", public)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_has_its_date_at_the_precision_stated() {
        let check = |date: &str, expect: Option<&str>| {
            let facts = documents::read(&format!(
                "UBND TỈNH SÔNG LAM\nSố: 5/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                 Độc lập - Tự do - Hạnh phúc\nSông Lam, {date}\nKẾ HOẠCH\n\
                 Tổ chức Hội thi Sáng tạo kỹ thuật\n"
            ));
            assert_eq!(head(&facts).issued_on.as_deref(), expect, "{date}");
        };
        check("ngày 5 tháng 3 năm 2024", Some("2024-03-05"));
        check("ngày    tháng 3 năm 2024", Some("2024-03"));
    }
}
