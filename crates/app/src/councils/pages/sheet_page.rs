//! The page of a sheet: the dossier without who made it, and the criteria with what is typed.

use ::judging::points::Points;
use ::judging::scale::{Criterion, Level, Scale, Wanted};
use ::judging::sheet::Opinion;
use askama::Template;
use axum::http::StatusCode;
use kernel::{Failure, Instant, Refusal};

use super::own_paper::OwnPaper;
use super::steps::points;
use crate::contests;
use crate::councils::access::SeenSheet;
use crate::councils::blind::{Blind, blind};
use crate::councils::sheets::{Written, evidence_field, points_field, remark_field, scale_of};
use crate::councils::store as rows;
use crate::councils::{policy, records};
use crate::dossiers;
use crate::dossiers::manifest::Manifest;
use crate::frame::answer::page_with;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::uploads;

#[derive(Template)]
#[template(path = "councils/pages/sheet.html")]
struct SheetPage {
    frame: Frame,
    id: String,
    number: i64,
    council: String,
    council_id: String,
    blind: Blind,
    files: Vec<FileLine>,
    scale: String,
    rows: Vec<Row>,
    most: String,
    total: String,
    revision: i64,
    abstained: String,
    abstains: bool,
    summary: String,
    wrong: Vec<(String, String)>,
    /// When it was signed last; empty: never.
    signed: String,
    version: i64,
    /// Why it is marked once more; empty: it is the first time.
    again: String,
    /// The judge's sheet of paper that was keyed in; nothing: there is none.
    paper: Option<OwnPaper>,
    may_write: bool,
    /// Why it cannot be written; empty: it can.
    why_not: String,
    place: (usize, usize),
    before: Option<String>,
    after: Option<String>,
}

/// A criterion with what is typed.
pub struct Row {
    /// The field of its points.
    pub points: String,
    /// The field of its remark.
    pub remark: String,
    /// The field of its evidence.
    pub evidence: String,
    /// What it is called.
    pub name: String,
    /// What it can bring.
    pub most: String,
    /// The step of its points.
    pub step: String,
    /// From how many points on which words fit.
    pub levels: Vec<(String, String)>,
    /// What is typed as points.
    pub typed: String,
    /// What is typed as remark.
    pub remark_typed: String,
    /// What is typed as evidence.
    pub evidence_typed: String,
    /// Whether a remark is ever asked for.
    pub wants_remark: bool,
    /// Whether evidence is ever asked for.
    pub wants_evidence: bool,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// A file of the dossier: its copy for judges, or why there is none.
struct FileLine {
    href: String,
    item: String,
    says: String,
}

/// What stands at the top, and sentences beside fields.
pub(super) type Told = (String, Vec<(String, String)>);

pub(super) async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &SeenSheet,
    (typed, revision, (summary, wrong), status): (Written, i64, Told, StatusCode),
) -> Answer {
    let words = visitor.words();
    let (scale, field) = scale_of(&app.store, seen).await?;
    let sheets = rows::sheets_of(&app.store, &seen.row.id).await?;
    let newest = sheets.first();
    let signed = newest.map(|sheet| Instant::from_millis(sheet.signed_at).written());
    let (blind, files) = beside(app, words, seen).await?;
    let (place, before, after) = neighbours(app, seen).await?;
    let why_not = policy::may_write(seen).err();
    let why_not = why_not.map(|refusal| words.tell(&refusal.message)).unwrap_or_default();
    let paper = OwnPaper::load(app, words, seen).await?;
    let page = SheetPage {
        paper,
        frame: Frame::new(app, visitor),
        rows: scale.criteria.iter().map(|it| row(it, &typed, &wrong)).collect(),
        most: points(scale.maximum_in(&field)),
        total: total(&scale, &field, &typed, newest).unwrap_or_default(),
        id: seen.row.id.clone(),
        number: seen.row.number,
        council: seen.council.row.name.clone(),
        council_id: seen.council.row.id.clone(),
        scale: scale.name.clone(),
        abstains: !typed.text("abstains").is_empty(),
        abstained: typed.text("abstained").to_owned(),
        version: newest.map_or(0, |sheet| sheet.version),
        signed: signed.unwrap_or_default(),
        again: seen.row.second_reason.clone().unwrap_or_default(),
        may_write: why_not.is_empty(),
        why_not,
        revision,
        summary,
        wrong,
        blind,
        files,
        place,
        before,
        after,
    };
    page_with(status, &page)
}

/// A criterion with what is typed, and what is wrong with it.
pub fn row(criterion: &Criterion, typed: &Written, wrong: &[(String, String)]) -> Row {
    let key = criterion.key.as_str();
    let (points, remark, evidence) = (points_field(key), remark_field(key), evidence_field(key));
    let fields = [&points, &remark, &evidence];
    let found = wrong.iter().find(|(field, _)| fields.contains(&field));
    let step = Points::from_hundredths(i64::from(criterion.step.get()));
    let level = |it: &Level| (it.from.to_string(), it.words.clone());
    Row {
        name: criterion.name.clone(),
        most: criterion.maximum.to_string(),
        step: step.map_or_else(|_| String::new(), |step| step.to_string()),
        levels: criterion.levels.iter().map(level).collect(),
        typed: typed.text(&points).to_owned(),
        remark_typed: typed.text(&remark).to_owned(),
        evidence_typed: typed.text(&evidence).to_owned(),
        wants_remark: criterion.remark != Wanted::Never,
        wants_evidence: criterion.evidence != Wanted::Never,
        wrong: found.map(|(_, says)| says.clone()),
        points,
        remark,
        evidence,
    }
}

/// What is written adds up to; of what cannot be read, nothing is said.
fn total(
    scale: &Scale,
    field: &str,
    typed: &Written,
    newest: Option<&rows::SheetRow>,
) -> Option<String> {
    let opinion = match typed.0.is_empty() {
        true => records::opinion(newest?).ok()?,
        false => typed.read(scale).ok()?,
    };
    match opinion {
        Opinion::Abstained(_) => None,
        Opinion::Marks(marks) => {
            let given = marks.iter().map(|(key, mark)| (key.clone(), mark.points)).collect();
            Some(points(scale.total_in(field, &given)))
        }
    }
}

/// The dossier without names, and its files.
async fn beside(
    app: &App,
    words: Words,
    seen: &SeenSheet,
) -> Result<(Blind, Vec<FileLine>), Failure> {
    let contest = seen.council.contest()?;
    let manifest = handed_in(app, seen).await?;
    let rules = contests::rules_at(&app.store, contest, manifest.rules_version).await?;
    let item = |key: &str| {
        let item = rules.entry.checklist.iter().find(|item| item.key == key);
        item.map_or(key, |item| item.name.as_str()).to_owned()
    };
    let hashes: Vec<String> = manifest.files.iter().map(|file| file.sha256.clone()).collect();
    let made = uploads::renditions(&app.store, &hashes).await?;
    let mut files = Vec::new();
    for (at, file) in manifest.files.iter().enumerate() {
        let copy = made.get(&file.sha256).cloned().unwrap_or_default().copy;
        let there = copy.hash(&file.sha256).is_some();
        files.push(FileLine {
            href: if there { format!("/sheets/{}/files/{at}", seen.row.id) } else { String::new() },
            says: copy.absence().map(|key| words.say(key)).unwrap_or_default(),
            item: item(&file.item),
        });
    }
    Ok((blind(&manifest.entry, &rules), files))
}

/// What was handed in of the dossier, as its newest version has it.
pub(super) async fn handed_in(app: &App, seen: &SeenSheet) -> Result<Manifest, Failure> {
    let id = seen.row.dossier_id.parse()?;
    let version = dossiers::store::last_version(&app.store, id).await?;
    Ok(Manifest::read(&version.ok_or_else(Refusal::absent)?.body)?)
}

type Neighbours = ((usize, usize), Option<String>, Option<String>);

/// Where the sheet stands among those of the judge, and those beside it.
async fn neighbours(app: &App, seen: &SeenSheet) -> Result<Neighbours, Failure> {
    let all = rows::of_member(&app.store, &seen.seat.id).await?;
    let at = all.iter().position(|given| given.id == seen.row.id).unwrap_or(0);
    let href = |at: usize| all.get(at).map(|given| format!("/sheets/{}", given.id));
    Ok(((at + 1, all.len()), at.checked_sub(1).and_then(href), href(at + 1)))
}
