//! The job that reads a list: its file decoded in the sandbox, each row looked at, the good ones put by.
//!
//! Rows are written in parts, so that others write in between; none of them counts before the list is
//! accepted.

use std::collections::{BTreeMap, HashSet};

use ::store::Store;
use ::store::jobs::{self, Leased};
use kernel::{Failure, Fault, text};

use super::row::{Earlier, Headings};
use super::store::lists::{self, ListRow, Report};
use super::store::staging::{self, Staged};
use super::{ListId, Source};
use crate::audit::{self, Act};
use crate::files;
use crate::frame::App;
use crate::units;
use crate::units::sheet::{Row, reading};

/// Kind of the job.
pub const READ: &str = "prior.read";

/// Rows of one transaction.
const AT_ONCE: usize = 2_000;
/// Wrong rows that are shown.
const SHOWN: usize = 200;

/// Reads the list of a job, and writes down what was found.
///
/// # Errors
/// The file or the database is away; the job is tried again.
pub async fn read(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id: ListId = payload["list"].as_str().unwrap_or("").parse().map_err(Fault::from)?;
    let list = lists::find(&app.store, id).await?.filter(|list| list.state == "reading");
    let report = match list {
        Some(list) => Some(look(app, (job, id), &list).await?),
        None => None,
    };
    let mut tx = app.store.begin().await?;
    if let Some(report) = report
        && lists::was_read(&mut tx, id, &report).await?
    {
        let act = Act::on("prior.read", format!("prior-list/{id}")).row("earlier_import", id);
        let act =
            act.note("new", report.new).note("known", report.known).note("wrong", report.wrong);
        audit::record(&mut tx, "system", act).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn look(app: &App, (job, id): (&Leased, ListId), list: &ListRow) -> Result<Report, Failure> {
    let mut tx = app.store.begin().await?;
    staging::clear(&mut tx, id).await?;
    jobs::hold_on(&mut tx, job).await?;
    tx.commit().await?;
    let bytes = files::bytes(app, &list.file_hash).await?;
    let refused = |key: String| Ok(Report { trouble: Some(key), ..Report::default() });
    let rows = match reading::read_long(&app.configuration.program, bytes).await? {
        Ok(rows) => rows,
        Err(trouble) => return refused(trouble.key().to_owned()),
    };
    let Ok((headings, below)) = Headings::find(&rows) else {
        return refused("prior-headings-missing".to_owned());
    };
    let source = Source::read(&list.source).ok_or_else(|| Fault::new("a list is of a source"))?;
    let mut sorter = Sorter {
        named: units::by_text(&app.store).await?,
        whole: list.unit_id.clone(),
        source,
        seen: HashSet::new(),
        report: Report::default(),
    };
    for part in below.chunks(AT_ONCE) {
        let staged = sorter.sort(&app.store, &headings, part).await?;
        let mut tx = app.store.begin().await?;
        staging::insert(&mut tx, (id, source), &staged).await?;
        jobs::hold_on(&mut tx, job).await?;
        tx.commit().await?;
    }
    Ok(sorter.report)
}

/// Sorts rows into new, known and wrong ones.
struct Sorter {
    /// Which texts name which unit.
    named: BTreeMap<String, Option<String>>,
    /// The unit of the whole list.
    whole: Option<String>,
    source: Source,
    /// Marks of the rows above.
    seen: HashSet<String>,
    report: Report,
}

impl Sorter {
    /// The new ones among these rows; the others are counted.
    async fn sort(
        &mut self,
        store: &Store,
        headings: &Headings,
        rows: &[Row],
    ) -> Result<Vec<Staged>, Fault> {
        let read: Vec<Earlier> = rows.iter().filter_map(|row| self.take(headings, row)).collect();
        let marks: Vec<String> = read.iter().map(|row| staging::mark(row, self.source)).collect();
        let known = staging::known(store, &marks).await?;
        let mut staged = Vec::with_capacity(read.len());
        for (row, mark) in read.into_iter().zip(marks) {
            if known.contains(&mark) || !self.seen.insert(mark.clone()) {
                self.report.known += 1;
                continue;
            }
            self.report.new += 1;
            staged.push(Staged { unit_id: self.unit(&row.unit), row, mark });
        }
        Ok(staged)
    }

    fn take(&mut self, headings: &Headings, row: &Row) -> Option<Earlier> {
        match Earlier::read(headings, row) {
            Ok(read) => Some(read),
            Err(wrong) => {
                self.report.wrong += 1;
                if self.report.first.len() < SHOWN {
                    self.report.first.push(wrong);
                }
                None
            }
        }
    }

    /// The unit that a row means; in a list of one unit that unit where the row names none that is known.
    fn unit(&self, typed: &str) -> Option<String> {
        let named = self.named.get(&text::fold(typed)).cloned().flatten();
        named.or_else(|| self.whole.clone())
    }
}
