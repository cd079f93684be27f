//! The page on which a sheet of paper is keyed in, and on which two people see where they differ.

use std::collections::BTreeMap;

use ::judging::sheet::Opinion;
use askama::Template;
use axum::http::StatusCode;
use kernel::{Failure, Instant, Message};

use crate::accounts::Actor;
use crate::councils::pages::sheet_page::{Row, row};
use crate::councils::paper::access::SeenPaper;
use crate::councils::paper::keying::{self, Reading, apart, is_on_screen};
use crate::councils::paper::{compare::Difference, policy, scan};
use crate::councils::sheets::{Written, evidence_field, points_field, remark_field, scale_of};
use crate::councils::store as rows;
use crate::councils::{found, pages};
use crate::frame::answer::page_with;
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/paper/pages/key.html")]
struct KeyPage {
    frame: Frame,
    code: String,
    spoken: String,
    council: String,
    council_id: String,
    number: i64,
    title: String,
    judge: String,
    again: bool,
    scale: String,
    most: String,
    rows: Vec<Row>,
    abstains: bool,
    abstained: String,
    summary: String,
    wrong: Vec<(String, String)>,
    /// How it stands with the sheet: colour and sentence.
    notices: Vec<(&'static str, String)>,
    may_write: bool,
    /// Whether the actor keyed it in before.
    corrects: bool,
    may_set_aside: bool,
    /// Where two differ: of what, and what each read; until the opening what the actor read alone.
    differences: Vec<(String, Vec<String>)>,
    /// Whose those are.
    heads: Vec<String>,
    /// Each entry that the actor may read: who, when, what.
    entries: Vec<(String, String, String)>,
    /// Who sent the newest scan, and when; empty: nobody.
    scan: String,
    may_see_scan: bool,
}

/// What stands at the top, and sentences beside fields.
pub type Told = (String, Vec<(String, String)>);

/// What the page knows of a sheet.
struct Known {
    readings: Vec<Reading>,
    /// Which of the readings is the actor's.
    mine: Option<usize>,
    /// Whether what was given is no secret any more: then the actor reads what others keyed in.
    is_unsealed: bool,
    is_on_screen: bool,
    /// Why it cannot be keyed in; nothing: it can.
    why_not: Option<Message>,
}

impl Known {
    async fn load(app: &App, actor: &Actor, seen: &SeenPaper) -> Result<Self, Failure> {
        let readings = keying::readings(&app.store, &seen.row.id).await?;
        let account = actor.account().map(|account| account.to_string());
        let mine = readings.iter().position(|it| Some(&it.entry.keyed_by) == account.as_ref());
        let (_, rules) = found::rules(&app.store, seen.sheet.council.contest()?).await?;
        let third = mine.is_none() && readings.len() > 1;
        let refusal = policy::is_awaited(seen, rules).err().map(|refusal| refusal.message);
        let why_not = refusal.or_else(|| third.then(|| Message::new("paper-two-already")));
        let sheets = rows::sheets_of(&app.store, &seen.sheet.row.id).await?;
        Ok(Self {
            is_unsealed: seen.is_unsealed(),
            is_on_screen: sheets.first().is_some_and(is_on_screen),
            readings,
            mine,
            why_not,
        })
    }

    /// Whose entries the actor reads: both after the opening, their own before. Whoever keys in nonsense must not learn
    /// what the other read.
    fn read(&self) -> Vec<usize> {
        match self.is_unsealed {
            true => vec![0, 1],
            false => self.mine.into_iter().collect(),
        }
    }
}

/// The page; `typed` is what was just refused.
pub async fn shown(
    (app, visitor): (&App, &Visitor),
    actor: &Actor,
    seen: &SeenPaper,
    (typed, (summary, wrong), status): (Option<Written>, Told, StatusCode),
) -> Answer {
    let words = visitor.words();
    let known = Known::load(app, actor, seen).await?;
    let (scale, field) = scale_of(&app.store, &seen.sheet).await?;
    let before = known.mine.map(|at| written_of(&known.readings[at].opinion));
    let typed = typed.or(before).unwrap_or_default();
    let read = known.read();
    let differences = apart(&scale, &known.readings).filter(|_| !read.is_empty());
    let differences = differences.unwrap_or_default();
    let (scan, may_see_scan) = scanned(app, actor, seen).await?;
    let sheet = &seen.sheet;
    let page = KeyPage {
        frame: Frame::new(app, visitor),
        spoken: spoken(&seen.row.code),
        code: seen.row.code.clone(),
        council: sheet.council.row.name.clone(),
        council_id: sheet.council.row.id.clone(),
        number: sheet.row.number,
        title: sheet.row.title.clone(),
        judge: sheet.seat.name.clone(),
        again: sheet.row.second_id.is_some(),
        scale: scale.name.clone(),
        most: pages::points(scale.maximum_in(&field)),
        rows: scale.criteria.iter().map(|it| row(it, &typed, &wrong)).collect(),
        abstains: !typed.text("abstains").is_empty(),
        abstained: typed.text("abstained").to_owned(),
        notices: notices(words, seen, &known),
        may_write: known.why_not.is_none(),
        corrects: known.mine.is_some(),
        may_set_aside: seen.row.is_open(),
        differences: differences.iter().map(|it| told(words, it, &read)).collect(),
        heads: heads(words, &known, &read),
        entries: entries(app, words, seen, &known).await?,
        scan,
        may_see_scan,
        summary,
        wrong,
    };
    page_with(status, &page)
}

fn spoken(code: &str) -> String {
    let read = code.parse::<crate::councils::paper::code::Code>();
    read.map_or_else(|_| code.to_owned(), |code| code.spoken())
}

fn names(readings: &[Reading]) -> (String, String) {
    let name = |at: usize| readings.get(at).map(|it| it.entry.name.clone()).unwrap_or_default();
    (name(0), name(1))
}

/// How it stands with the sheet, in sentences.
fn notices(words: Words, seen: &SeenPaper, known: &Known) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    if let Some(at) = seen.row.agreed_at {
        let (one, other) = names(&known.readings);
        let says = Message::new("paper-agreed-by").with("one", one).with("other", other);
        let moment = Instant::from_millis(at).written();
        all.push(("is-done", words.tell(&says.with("moment", moment))));
    } else if let Some(why_not) = &known.why_not {
        all.push(("is-due", words.tell(why_not)));
    }
    if let Some(reason) = &seen.row.ended_reason {
        all.push(("", words.with("paper-set-aside-because", "reason", reason)));
    }
    if known.is_on_screen {
        all.push(("is-due", words.say("paper-judge-signed")));
    }
    let waits = match (known.why_not.is_none(), known.mine, known.readings.len()) {
        (true, Some(_), 1) => Some("paper-waits"),
        (true, None, 1) => Some("paper-first-is-in"),
        (true, None, 0) => Some("paper-blind"),
        _ => None,
    };
    all.extend(waits.map(|key| ("", words.say(key))));
    all
}

/// Over what the actor reads of two entries.
fn heads(words: Words, known: &Known, read: &[usize]) -> Vec<String> {
    match known.is_unsealed {
        true => read
            .iter()
            .filter_map(|at| known.readings.get(*at))
            .map(|it| it.entry.name.clone())
            .collect(),
        false => vec![words.say("paper-own-entry")],
    }
}

fn told(words: Words, difference: &Difference, read: &[usize]) -> (String, Vec<String>) {
    let (key, name) = &difference.of;
    let of = match name.is_empty() {
        true => words.say(key),
        false => format!("{name}: {}", words.say(key)),
    };
    let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let both = [shown(&difference.one), shown(&difference.other)];
    (of, read.iter().filter_map(|at| both.get(*at).cloned()).collect())
}

/// The entries that the actor may read, with what they say.
async fn entries(
    app: &App,
    words: Words,
    seen: &SeenPaper,
    known: &Known,
) -> Result<Vec<(String, String, String)>, Failure> {
    let own = known.mine.map(|at| known.readings[at].entry.keyed_by.clone());
    let mut all = Vec::new();
    for entry in rows::paper_entries(&app.store, &seen.row.id).await? {
        if !known.is_unsealed && Some(&entry.keyed_by) != own.as_ref() {
            continue;
        }
        let opinion = serde_json::from_str(&entry.body).map_err(kernel::Fault::from)?;
        let says = match opinion {
            Opinion::Abstained(reason) => words.with("result-abstained", "reason", reason),
            Opinion::Marks(marks) => {
                let points: Vec<String> =
                    marks.values().map(|mark| mark.points.to_string()).collect();
                points.join("; ")
            }
        };
        all.push((entry.name, Instant::from_millis(entry.keyed_at).written(), says));
    }
    Ok(all)
}

/// Who sent the newest scan and when, and whether the actor may see it.
async fn scanned(app: &App, actor: &Actor, seen: &SeenPaper) -> Result<(String, bool), Failure> {
    let scans = rows::paper_scans(&app.store, &seen.row.id).await?;
    let Some(newest) = scans.first() else { return Ok((String::new(), false)) };
    let at = Instant::from_millis(newest.sent_at).written();
    let may = scan::sent(actor, newest) || scan::knows(&app.store, actor, seen).await?;
    Ok((format!("{}, {at}", newest.name), may))
}

/// What was keyed in as the form shows it.
fn written_of(opinion: &Opinion) -> Written {
    let mut fields = BTreeMap::new();
    match opinion {
        Opinion::Abstained(reason) => {
            fields.insert("abstains".to_owned(), "1".to_owned());
            fields.insert("abstained".to_owned(), reason.clone());
        }
        Opinion::Marks(marks) => {
            for (key, mark) in marks {
                fields.insert(points_field(key), mark.points.to_string());
                fields.insert(remark_field(key), mark.remark.clone());
                fields.insert(evidence_field(key), mark.evidence.clone());
            }
        }
    }
    Written(fields)
}
