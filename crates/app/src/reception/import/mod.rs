//! Import (nhập hồ sơ từ bảng): dossiers that were typed into a table, or come out of an earlier system, taken in as
//! the office takes in paper: row by row by the same rules, all of them or none, no row twice.

mod column;
pub mod files;
mod store;
pub mod table;
pub mod template;

use std::path::Path;

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Failure, Fault, Instant, Message, Refusal};
use sha2::{Digest, Sha256};

use self::files::{Folder, Lying};
use self::table::{Problem, Table, TableRow};
use super::arrived::{IN_TABLES, arrived};
use super::{Arrived, take_in};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::typed::Wrong;
use crate::contests::{self, RuleSet};
use crate::dossiers::typed::written;
use crate::dossiers::{self, DossierId, Page};
use crate::frame::App;
use crate::units;
use crate::units::sheet::reading;
use entry::{People, Weight};

/// A table that was read, with the files of its rows.
#[derive(Debug)]
pub struct Import {
    /// The table.
    pub table: Table,
    /// Folders of files that belong to no row.
    pub strays: Vec<String>,
    contest: ContestId,
    rules: RuleSet,
    files: Vec<Result<Vec<Lying>, Vec<Problem>>>,
    digest: String,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A dossier was made of it, with this number; what the office will ask for.
    New(i64, Vec<Message>),
    /// It was taken in before, under this number.
    Known(i64),
    /// It cannot be taken in.
    Wrong(Vec<Problem>),
}

/// Reads a table for a contest, and looks for its files. Nothing is written yet.
///
/// # Errors
/// It is no table of dossiers, the folder is not there, or the contest has no rules of entry.
pub async fn read(
    app: &App,
    contest: ContestId,
    (bytes, folder): (Vec<u8>, Option<&Path>),
) -> Result<Import, Failure> {
    let (rules, _) = contests::newest_rules(&app.store, contest).await?;
    if rules.entry.is_silent() {
        return Err(Refusal::conflict("dossier-rules-silent").into());
    }
    let folder = folder.map(Folder::open).transpose()?;
    let digest = hex::encode(Sha256::digest(&bytes));
    let book = reading::read_book(&app.configuration.program, bytes).await?;
    let read = tokio::task::spawn_blocking(move || {
        let table = table::table(&book, &rules)?;
        let strays = folder.as_ref().map(|folder| folder.strays(&table)).transpose()?;
        let of_row = |row| files::of_row(folder.as_ref(), (row, &table), &rules);
        let files = table.rows.iter().map(of_row).collect();
        let strays = strays.unwrap_or_default();
        Ok::<_, Failure>(Import { table, strays, contest, rules, files, digest })
    });
    read.await.map_err(Fault::from)?
}

impl Import {
    /// Puts the files of the table where the installation keeps files. Done before the rows are written that name
    /// them, and after all of it was found good: this takes its time, and nobody else waits for it.
    ///
    /// # Errors
    /// A file was changed meanwhile, or the depot refuses.
    pub async fn keep_files(&self, app: &App) -> Result<(), Fault> {
        for file in self.files.iter().flatten().flatten() {
            crate::files::take_over(app, &file.place, &file.kept).await?;
        }
        Ok(())
    }

    /// Takes in every row, and says what became of each. Where any is wrong, or only a trial is wanted, the caller
    /// drops the transaction, and nothing of it has happened.
    ///
    /// # Errors
    /// The actor does not run the contest, or has no account.
    pub async fn carry_out(
        &self,
        tx: &mut Tx,
        app: &App,
        actor: &Actor,
    ) -> Result<Vec<Outcome>, Failure> {
        contests::seen_to_run(tx, actor, self.contest, tx.at()).await?;
        let known = store::known(tx, self.contest).await?;
        let mut outcomes = Vec::with_capacity(self.table.rows.len());
        let mut made = Vec::new();
        for (row, files) in self.table.rows.iter().zip(&self.files) {
            if let Some(number) = known.get(&row.key) {
                outcomes.push(Outcome::Known(*number));
                continue;
            }
            match self.take_row(tx, (app, actor), (row, files)).await {
                Ok((id, number, asks)) => {
                    made.push(id);
                    outcomes.push(Outcome::New(number, asks));
                }
                Err(Unfit::Wrong(problems)) => outcomes.push(Outcome::Wrong(problems)),
                Err(Unfit::Fault(fault)) => return Err(fault.into()),
            }
        }
        if !made.is_empty() {
            self.record(tx, actor, &made).await?;
        }
        Ok(outcomes)
    }

    async fn record(&self, tx: &mut Tx, actor: &Actor, made: &[DossierId]) -> Result<(), Failure> {
        let act = Act::on("dossier.import", contests::subject(self.contest));
        let act = act.note("dossiers", made.len()).note("sha256", &self.digest);
        let act = made.iter().fold(act, |act, id| act.row("dossier_import", id));
        audit::record(tx, actor.who, act).await
    }

    async fn take_row(
        &self,
        tx: &mut Tx,
        (app, actor): (&App, &Actor),
        (row, files): (&TableRow, &Result<Vec<Lying>, Vec<Problem>>),
    ) -> Result<(DossierId, i64, Vec<Message>), Unfit> {
        let (files, missing) = match files {
            Ok(files) => (files.as_slice(), [].as_slice()),
            Err(problems) => ([].as_slice(), problems.as_slice()),
        };
        let mut problems = [&row.problems[..], missing].concat();
        let form = self.form(app, row, tx.at());
        let form = form.map_err(|failure| self.unfit(failure));
        let form = match form {
            Ok(form) if problems.is_empty() => form,
            Ok(_) => return Err(Unfit::Wrong(problems)),
            Err(Unfit::Wrong(more)) => {
                problems.extend(more);
                return Err(Unfit::Wrong(problems));
            }
            Err(fault) => return Err(fault),
        };
        let taken = self.take_form(tx, (app, actor), (form, files, &row.key)).await;
        taken.map_err(|failure| self.unfit(failure))
    }

    /// A refusal beside the columns that it is about.
    fn unfit(&self, failure: Failure) -> Unfit {
        let refusal = match failure {
            Failure::Refusal(refusal) => refusal,
            Failure::Fault(fault) => return Unfit::Fault(fault),
        };
        let problem = |(field, message): (&'static str, Message)| {
            let column = self.table.heading_of(field).to_owned();
            Problem { column, message }
        };
        Unfit::Wrong(match refusal.fields.is_empty() {
            true => vec![Problem { column: String::new(), message: refusal.message }],
            false => refusal.fields.into_iter().map(problem).collect(),
        })
    }

    /// What a row says, read as the pages of the form are.
    fn form(&self, app: &App, row: &TableRow, at: Instant) -> Result<Form, Failure> {
        let (typed, rules) = (&row.typed, &self.rules.entry);
        let mut wrong = Wrong::default();
        let solution = written::solution(typed, &mut wrong);
        let mut people = written::people(typed, rules, &mut wrong);
        let description = written::description(typed, rules, &Default::default(), &mut wrong);
        let arrived = match arrived(typed, IN_TABLES, at) {
            Err(refusal) if refusal.fields.is_empty() => {
                wrong.or_none::<Arrived>(Err(refusal.and_field("way", "dossier-import-way")))
            }
            read => wrong.or_none(read),
        };
        wrong.finish()?;
        let seal = |told: &str| app.keys.seal(told.as_bytes());
        // There is no earlier seal that could be the same.
        written::seal(&mut people, &People::default(), seal, |sealed| Ok(sealed.to_owned()))?;
        Ok(Form {
            arrived: arrived.ok_or_else(|| Refusal::invalid("form-unreadable"))?,
            pages: [Page::Solution(solution), Page::People(people), Page::Description(description)],
            unit: typed.text("unit").to_owned(),
        })
    }

    async fn take_form(
        &self,
        tx: &mut Tx,
        (app, actor): (&App, &Actor),
        (form, files, key): (Form, &[Lying], &str),
    ) -> Result<(DossierId, i64, Vec<Message>), Failure> {
        let at = form.arrived.at;
        let id = take_in(tx, actor, self.contest, &form.arrived).await?;
        for page in &form.pages {
            dossiers::save(tx, actor, id, (page, 0)).await?;
        }
        for file in files {
            let file = (file.item.as_str(), file.name.as_str(), &file.kept);
            dossiers::add_file(tx, actor, id, file).await?;
        }
        if let Some(unit) = units::resolve(tx, &form.unit, "unit", at.day()).await? {
            dossiers::name_unit(tx, actor, id, unit).await?;
        }
        let ready = dossiers::ready(tx, actor, id).await?;
        let asks = ready.gaps.iter().filter(|gap| gap.weight == Weight::Asks);
        let asks = asks.map(|gap| gap.says.clone()).collect();
        // What is vouched for stands on the paper, with its signatures, as on the desk.
        dossiers::submit(tx, app, actor, id, (true, at)).await?;
        store::insert(tx, self.contest, (id, key)).await?;
        let row = dossiers::store::find(tx, id).await?.ok_or_else(Refusal::absent)?;
        Ok((id, row.number.unwrap_or_default(), asks))
    }
}

/// A row as what it says.
struct Form {
    arrived: Arrived,
    pages: [Page; 3],
    unit: String,
}

/// Why a row was not taken in.
enum Unfit {
    Wrong(Vec<Problem>),
    Fault(Fault),
}
