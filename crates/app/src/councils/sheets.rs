//! Sheets (phiếu chấm điểm): what a judge writes, saved as it is typed, and signed.

use std::collections::BTreeMap;

use ::judging::points::Points;
use ::judging::rules::Rules;
use ::judging::scale::{Criterion, Scale};
use ::judging::sheet::{Mark, Objection, Opinion, Sheet};
use ::store::{Reader, Tx};
use kernel::{Failure, Fault, Message, Refusal, text};
use serde::{Deserialize, Serialize};

use super::access::{self, SeenCouncil, SeenSheet};
use super::entries::group_of;
use super::store::{self, DraftRow, NewSheet};
use super::{PartId, found, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;

/// Most letters of a remark.
const LONGEST: usize = 4_000;

/// What was typed into a sheet, by the names of its fields; whatever it is, it is kept as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Written(pub BTreeMap<String, String>);

/// What is saved, over which revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// The revision that the page had; 0: none.
    pub seen: i64,
    /// What was typed.
    pub written: Written,
}

impl Written {
    /// What was typed into a field.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// What it says by a scale.
    ///
    /// # Errors
    /// Every sentence beside its field: points that are none, and what the scale objects to.
    pub fn read(&self, scale: &Scale) -> Result<Opinion, Vec<(String, Message)>> {
        let abstains = self.text("abstains");
        if !abstains.is_empty() {
            let reason = text::clean_lines(self.text("abstained"));
            let opinion = Opinion::Abstained(reason);
            return objected(opinion, scale, Vec::new());
        }
        let (mut marks, mut wrong) = (BTreeMap::new(), Vec::new());
        for criterion in &scale.criteria {
            let typed = self.text(&points_field(&criterion.key)).trim();
            if typed.is_empty() {
                continue;
            }
            match typed.parse::<Points>() {
                Ok(points) => {
                    drop(marks.insert(criterion.key.clone(), self.mark(criterion, points)))
                }
                Err(_) => wrong.push((
                    points_field(&criterion.key),
                    Message::new("sheet-points-unreadable").with("name", &criterion.name),
                )),
            }
        }
        objected(Opinion::Marks(marks), scale, wrong)
    }

    fn mark(&self, criterion: &Criterion, points: Points) -> Mark {
        let words = |field: String| {
            let words = text::clean_lines(self.text(&field));
            words.chars().take(LONGEST).collect()
        };
        Mark {
            points,
            remark: words(remark_field(&criterion.key)),
            evidence: words(evidence_field(&criterion.key)),
        }
    }
}

/// The field of a criterion's points.
pub fn points_field(key: &str) -> String {
    format!("points-{key}")
}

/// The field of a criterion's remark.
pub fn remark_field(key: &str) -> String {
    format!("remark-{key}")
}

/// The field of a criterion's evidence.
pub fn evidence_field(key: &str) -> String {
    format!("evidence-{key}")
}

fn objected(
    opinion: Opinion,
    scale: &Scale,
    mut wrong: Vec<(String, Message)>,
) -> Result<Opinion, Vec<(String, Message)>> {
    let sheet = Sheet { opinion, ..Sheet::empty("", "", "") };
    for objection in sheet.objections(scale) {
        let (field, says) = told(scale, &objection);
        if !wrong.iter().any(|(known, _)| *known == field) {
            wrong.push((field, says));
        }
    }
    match wrong.is_empty() {
        true => Ok(sheet.opinion),
        false => Err(wrong),
    }
}

/// An objection as a sentence beside its field.
fn told(scale: &Scale, objection: &Objection) -> (String, Message) {
    let name = |key: &str| scale.criterion(key).map_or(key, |it| it.name.as_str()).to_owned();
    let says = |word: &'static str, key: &str| Message::new(word).with("name", name(key));
    match objection {
        Objection::Missing(key) => (points_field(key), says("sheet-points-missing", key)),
        Objection::Unknown(key) => (points_field(key), says("sheet-criterion-unknown", key)),
        Objection::OutOfScale { criterion, maximum, .. } => {
            (points_field(criterion), says("sheet-points-over", criterion).with("most", maximum))
        }
        Objection::OutOfStep { criterion, step, .. } => {
            let step = Points::from_hundredths(i64::from(*step));
            let step = step.map_or_else(|_| String::new(), |step| step.to_string());
            (points_field(criterion), says("sheet-points-step", criterion).with("step", step))
        }
        Objection::RemarkMissing(key) => (remark_field(key), says("sheet-remark-missing", key)),
        Objection::EvidenceMissing(key) => {
            (evidence_field(key), says("sheet-evidence-missing", key))
        }
        Objection::ReasonMissing => ("abstained".to_owned(), Message::new("sheet-abstained-why")),
    }
}

/// Saves what is typed. Answers with the new revision.
///
/// # Errors
/// For this actor there is no such sheet, the council does not judge, or another window has saved since.
pub async fn save(tx: &mut Tx, actor: &Actor, id: PartId, saving: &Saving) -> Result<i64, Failure> {
    let seen = access::sheet(tx, actor, id).await?;
    policy::may_write(&seen)?;
    let body = serde_json::to_string(&saving.written).map_err(Fault::from)?;
    match store::save_draft(tx, &seen.row.id, (saving.seen, &body)).await? {
        true => Ok(saving.seen + 1),
        false => Err(saved_since(&seen).into()),
    }
}

fn saved_since(seen: &SeenSheet) -> Refusal {
    let way = format!("/sheets/{}", seen.row.id);
    Refusal::conflict("sheet-saved-since").way_out("way-sheet", way)
}

/// Signs what is written. A sheet that was signed before needs the reason of the change; both are kept.
///
/// # Errors
/// As for [`save`], or the sheet is not as the scale wants it.
pub async fn sign(
    tx: &mut Tx,
    actor: &Actor,
    id: PartId,
    (opinion, reason): (&Opinion, Option<&str>),
) -> Result<(), Failure> {
    let seen = access::sheet(tx, actor, id).await?;
    policy::may_write(&seen)?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let before = store::sheets_of(tx, &seen.row.id).await?;
    let body = serde_json::to_string(opinion).map_err(Fault::from)?;
    match before.first() {
        Some(newest) if newest.body == body => return Ok(()),
        Some(_) if reason.is_none() => {
            return Err(Refusal::field("reason", "sheet-why-again").into());
        }
        _ => (),
    }
    let (_, version) = found::rules(tx, seen.council.contest()?).await?;
    let new = NewSheet { body: &body, rules_version: version, reason, paper: None };
    let row = store::insert_sheet(tx, &seen.row.id, new, account).await?;
    let act = Act::on("sheet.sign", format!("sheet/{}", seen.row.id)).row("score_sheet", row);
    audit::record(tx, actor.who, act).await
}

/// The scale of a sheet: that of its round, or of the dossier's field where it has one of its own.
pub(super) async fn scale_of(
    reader: &Reader,
    seen: &SeenSheet,
) -> Result<(Scale, String), Failure> {
    scale_for(reader, &seen.council, &seen.row.dossier_id).await
}

/// The scale by which a council judges a dossier, and its field.
///
/// # Errors
/// The round has none, or the database is away.
pub(super) async fn scale_for(
    reader: &Reader,
    council: &SeenCouncil,
    dossier: &str,
) -> Result<(Scale, String), Failure> {
    let contest = council.contest()?;
    let (rules, _) = found::rules(reader, contest).await?;
    let (rule_set, _) = contests::newest_rules(reader, contest).await?;
    let entries = store::entries(reader, contest, Some(dossier)).await?;
    let field = entries.first().map(|entry| group_of(&rule_set, &entry.field)).unwrap_or_default();
    let round = rules.round(&council.row.round);
    let scale = round.and_then(|round| rules.scale(round.scale_in(&field))).cloned();
    Ok((scale.ok_or_else(|| Fault::new("the round of a council has no scale"))?, field))
}

/// What was saved of a sheet, and its revision.
///
/// # Errors
/// The database is away, or holds something else.
pub(super) async fn written(reader: &Reader, seen: &SeenSheet) -> Result<(Written, i64), Fault> {
    match store::draft(reader, &seen.row.id).await? {
        None => Ok((Written::default(), 0)),
        Some(DraftRow { body, revision }) => Ok((serde_json::from_str(&body)?, revision)),
    }
}

/// An opinion to be read: why there are no points, or each criterion's name with its mark, in the order of the
/// scale.
pub fn told_of(rules: &Rules, opinion: Opinion) -> (String, Vec<(String, Mark)>) {
    let mut marks = match opinion {
        Opinion::Abstained(reason) => return (reason, Vec::new()),
        Opinion::Marks(marks) => marks,
    };
    let mut told = Vec::with_capacity(marks.len());
    for criterion in rules.scales.iter().flat_map(|scale| &scale.criteria) {
        if let Some(mark) = marks.remove(&criterion.key) {
            told.push((criterion.name.clone(), mark));
        }
    }
    (String::new(), told)
}
