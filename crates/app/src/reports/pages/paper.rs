//! A report as an official paper: how it is headed and signed, and its files.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, Refusal};
use serde::Deserialize;
use typesetting::{Dated, Paper, docx, pdf};

use super::act::read_id;
use super::show::words_of;
use super::{period, written};
use crate::accounts::Actor;
use crate::contests::{self, store::ContestRow};
use crate::frame::answer::{page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Layout, Locale, Visitor, Words};
use crate::reports::access::{self, Seen};
use crate::reports::paper::{About, laid_out, of_all as frozen_of_all};
use crate::reports::period::ReportPeriod;
use crate::reports::{Letterhead, ReportId, letterhead, store as rows};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

#[derive(Template)]
#[template(path = "reports/pages/paper.html")]
struct PaperPage {
    frame: Frame,
    errors: Errors,
    id: String,
    unit: String,
    period: String,
    head: Letterhead,
    may_change: bool,
    is_draft: bool,
}

/// Answers `GET /reports/{id}/paper`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::seen(&app.store, &actor, read_id(&id)?, visitor.at().day()).await?;
    let head = letterhead::of_report(&app.store, &seen, visitor.at().day()).await?;
    page(&paper_page(&app, &visitor, seen, (head, Errors::none())).await?)
}

async fn paper_page(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    (head, errors): (Letterhead, Errors),
) -> Result<PaperPage, Failure> {
    Ok(PaperPage {
        frame: Frame::new(app, visitor),
        unit: name(app, seen.unit, visitor.at().day()).await?,
        period: written(&seen.report.period, visitor.words()),
        may_change: seen.writes,
        is_draft: seen.report.state()?.is_due(),
        id: seen.report.id,
        errors,
        head,
    })
}

/// What is typed of head and signature.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    superior: String,
    symbol: String,
    place: String,
    posts: String,
    signer: String,
    recipients: String,
}

impl Typed {
    fn read(&self) -> Letterhead {
        let some = |text: &str| Some(kernel::text::clean(text)).filter(|text| !text.is_empty());
        Letterhead {
            superior: some(&self.superior),
            symbol: kernel::text::clean(&self.symbol),
            place: kernel::text::clean(&self.place),
            posts: kernel::text::clean_lines(&self.posts),
            signer: some(&self.signer),
            recipients: kernel::text::clean_lines(&self.recipients),
        }
    }
}

/// Answers `POST /reports/{id}/paper`.
pub async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = read_id(&id)?;
    let head = typed.read();
    let done = async {
        let mut tx = app.store.begin().await?;
        letterhead::keep(&mut tx, &actor, id, &head).await?;
        Ok(tx.commit().await?)
    };
    let Err(failure) = done.await else {
        return see(&format!("/reports/{id}/paper"), "report-paper-kept");
    };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    let seen = access::seen(&app.store, &actor, id, visitor.at().day()).await?;
    page_with(status, &paper_page(&app, &visitor, seen, (head, errors)).await?)
}

/// What the registry has given a paper.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Registered {
    number: String,
    day: String,
}

impl Registered {
    /// Number and day; nothing typed leaves room for a pen.
    fn read(&self, today: Day) -> Result<(Option<u32>, Dated), Refusal> {
        let number = match self.number.trim() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| Refusal::invalid("report-paper-number"))?),
        };
        let dated = match self.day.trim() {
            "" => Dated::in_month_of(today),
            typed => Dated::on(day(typed)?),
        };
        Ok((number, dated))
    }
}

/// A day as people or browsers write it.
fn day(typed: &str) -> Result<Day, Refusal> {
    let wrong = || Refusal::invalid("report-paper-day");
    if let Ok(day) = typed.parse() {
        return Ok(day);
    }
    let parts: Vec<&str> = typed.split(['/', '.', '-']).collect();
    let [day, month, year] = parts[..] else { return Err(wrong()) };
    let read = |text: &str| text.parse().map_err(|_| wrong());
    Day::new(year.parse().map_err(|_| wrong())?, read(month)?, read(day)?).map_err(|_| wrong())
}

/// Answers `GET /reports/{id}/paper/{format}`.
pub async fn file(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, format)): Path<(String, String)>,
    Query(registered): Query<Registered>,
) -> Answer {
    let id: ReportId = read_id(&id)?;
    let layout = Layout::read(&format)?;
    let (now, today) = (visitor.at(), visitor.at().day());
    let seen = access::seen(&app.store, &actor, id, today).await?;
    let (number, dated) = registered.read(today)?;
    let head = letterhead::of_report(&app.store, &seen, today).await?;
    let frozen = words_of(&app, &seen, id, now).await?;
    let about = About {
        unit: name(&app, seen.unit, today).await?,
        contest: seen.contest.name.clone(),
        period: written(&seen.report.period, PAPERS),
        to: addressee(&app, &seen, today).await?,
        number,
        dated,
    };
    sent(laid_out(&about, &head, &frozen), layout, &seen.report.period).await
}

/// To whom a report goes: the unit above that reports too, else who runs the contest.
async fn addressee(app: &App, seen: &Seen, day: Day) -> Result<String, Failure> {
    let above = match &seen.standing {
        None => rows::above(&app.store, &seen.report, day).await?.into_iter().next(),
        Some(_) => None,
    };
    if let Some(unit) = above {
        return name(app, unit, day).await;
    }
    runner(app, &seen.contest, (seen.unit, day)).await
}

/// The agency that runs a contest, other than a unit; without one, its organising committee.
async fn runner(
    app: &App,
    contest: &ContestRow,
    (not, day): (UnitId, Day),
) -> Result<String, Failure> {
    let ids = [&contest.standing_id, &contest.organiser_id].into_iter().flatten();
    let units: Vec<UnitId> = ids.map(|id| id.parse()).collect::<Result<_, _>>()?;
    match units.into_iter().find(|unit| *unit != not) {
        Some(unit) => name(app, unit, day).await,
        None => Ok(committee(contest)),
    }
}

fn committee(contest: &ContestRow) -> String {
    PAPERS.with("report-paper-committee", "contest", &contest.name)
}

async fn name(app: &App, unit: UnitId, day: Day) -> Result<String, Failure> {
    let naming = rows::naming(&app.store, unit, day).await?;
    Ok(naming.ok_or_else(Refusal::absent)?.name)
}

/// Answers `GET /contests/{id}/reports/{period}/paper/{format}`: all units together.
pub async fn of_all(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, code, format)): Path<(String, String, String)>,
    Query(registered): Query<Registered>,
) -> Answer {
    let id = period::read_id(&id)?;
    let layout = Layout::read(&format)?;
    let contest = contests::run_by(&app.store, &actor, id).await?;
    let wanted: ReportPeriod = code.parse().map_err(|_| Refusal::absent())?;
    let today = visitor.at().day();
    let (number, dated) = registered.read(today)?;
    let issuer = contest.standing_id.as_deref().or(contest.organiser_id.as_deref());
    let (unit, above, kept) = match issuer {
        Some(issuer) => {
            let unit: UnitId = issuer.parse().map_err(kernel::Fault::from)?;
            let naming = rows::naming(&app.store, unit, today).await?;
            let naming = naming.ok_or_else(Refusal::absent)?;
            (naming.name, naming.above, rows::letterhead(&app.store, unit).await?)
        }
        None => (committee(&contest), None, None),
    };
    let head = kept.unwrap_or_else(|| letterhead::told_by(&unit, above, &contest.locality));
    let rolled = period::rolled(&app, &contest, &code, today).await?;
    let missing =
        rows::missing(&app.store, id, &code, &contest.runners()?, (today, i64::MAX)).await?;
    let about = About {
        to: match &contest.organiser_id {
            Some(organiser) if contest.organiser_id != contest.standing_id => {
                name(&app, organiser.parse().map_err(kernel::Fault::from)?, today).await?
            }
            _ => committee(&contest),
        },
        contest: contest.name.clone(),
        period: PAPERS.tell(&wanted.name()),
        unit,
        number,
        dated,
    };
    sent(laid_out(&about, &head, &frozen_of_all(&rolled, missing)), layout, &code).await
}

async fn sent(paper: Paper, layout: Layout, period: &str) -> Answer {
    let bytes = tokio::task::spawn_blocking(move || match layout {
        Layout::Pdf => pdf(&paper),
        Layout::Docx => docx(&paper),
    });
    Ok(layout.attached(bytes.await?, &format!("bao-cao-{period}")))
}
