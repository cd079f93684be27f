//! The sheet that a judge fills in by pen, in the layout of official forms.

use std::collections::BTreeMap;

use ::judging::points::Points;
use ::judging::scale::{Criterion, Scale, Wanted};
use ::store::Reader;
use kernel::{Failure, Fault, Message, Refusal};
use typesetting::{Align, Blank, Block, Column, Form, Post, Run, Signature, Table, qr};

use super::code::Code;
use super::issue::Line;
use crate::contests;
use crate::councils::access::SeenCouncil;
use crate::councils::blind::{Blind, blind};
use crate::councils::pages::points;
use crate::councils::sheets::scale_for;
use crate::councils::store;
use crate::dossiers;
use crate::dossiers::manifest::Manifest;
use crate::frame::{App, Locale, Words};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

/// A sheet that is to be filled in by pen.
struct Printed<'a> {
    council: &'a SeenCouncil,
    judge: &'a str,
    number: i64,
    again: bool,
    dossier: &'a Known,
    code: Code,
    address: String,
}

/// What every sheet of one dossier says.
#[derive(Clone)]
struct Known {
    blind: Blind,
    scale: Scale,
    field: String,
}

/// Sheets as forms, each judge's one after the other, without who made what is judged.
///
/// # Errors
/// The database is away, or holds something else.
pub async fn forms(app: &App, council: &SeenCouncil, lines: &[Line]) -> Result<Vec<Form>, Failure> {
    let members = store::members(&app.store, council.id).await?;
    let mut known: BTreeMap<&str, Known> = BTreeMap::new();
    let mut forms = Vec::new();
    for member in &members {
        for line in lines.iter().filter(|line| line.given.member_id == member.id) {
            let Some(paper) = &line.paper else { continue };
            let id = line.given.dossier_id.as_str();
            if !known.contains_key(id) {
                known.insert(id, dossier(&app.store, council, id).await?);
            }
            let code = paper.code.parse().map_err(|_| Fault::new("a code is none"))?;
            let printed = Printed {
                council,
                judge: &member.name,
                number: line.given.number,
                again: line.given.second_id.is_some(),
                dossier: &known[id],
                address: app.configuration.address(&format!("/paper-sheets/{code}")),
                code,
            };
            forms.push(printed.form()?);
        }
    }
    Ok(forms)
}

async fn dossier(reader: &Reader, council: &SeenCouncil, id: &str) -> Result<Known, Failure> {
    let version = dossiers::store::last_version(reader, id.parse()?).await?;
    let manifest = Manifest::read(&version.ok_or_else(Refusal::absent)?.body)?;
    let contest = council.contest()?;
    let rules = contests::rules_at(reader, contest, manifest.rules_version).await?;
    let (scale, field) = scale_for(reader, council, id).await?;
    Ok(Known { blind: blind(&manifest.entry, &rules), scale, field })
}

impl Printed<'_> {
    fn form(&self) -> Result<Form, Fault> {
        let judge = Post { authority: None, title: PAPERS.say("paper-post-judge") };
        let signature = Signature {
            posts: vec![judge],
            note: Some(PAPERS.say("award-paper-sign")),
            name: Some(self.judge.to_owned()),
        };
        Ok(Form {
            label: PAPERS.with("paper-code-printed", "code", self.code.spoken()),
            name: PAPERS.say(if self.again { "paper-name-again" } else { "paper-name" }),
            subject: self.council.contest.name.clone(),
            body: self.body()?,
            signatures: vec![signature],
        })
    }

    fn body(&self) -> Result<Vec<Block>, Fault> {
        let known = self.dossier;
        let fact = |key: &str, value: String| {
            let name = format!("{}: ", PAPERS.say(key));
            Block::Paragraph(vec![Run::plain(name), Run::strong(value)])
        };
        let how = Message::new("paper-keyed-at").with("code", self.code.spoken());
        Ok(vec![
            fact("paper-council", self.council.row.name.clone()),
            fact("sheet-dossier", format!("{} · {}", self.number, known.blind.title)),
            Block::Table(criteria(&known.scale, &points(known.scale.maximum_in(&known.field)))),
            Block::Blank(Blank { label: PAPERS.say("paper-abstain"), more: 0 }),
            Block::Code(qr::code(&self.address)?, PAPERS.tell(&how.with("address", &self.address))),
        ])
    }
}

/// The criteria with what each can bring, and room for points and words.
fn criteria(scale: &Scale, most: &str) -> Table {
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let columns = vec![
        column("paper-criterion", 8, Align::Left),
        column("paper-most", 2, Align::Centre),
        column("paper-step", 2, Align::Centre),
        column("paper-points", 3, Align::Centre),
        column("sheet-remark", 7, Align::Left),
    ];
    // A pen needs room; a long scale has to make do with less, to stay on one page.
    let room = if scale.criteria.len() > 6 { "\n " } else { "\n \n " };
    let row = |criterion: &Criterion| {
        let step = Points::from_hundredths(i64::from(criterion.step.get()));
        let asked = match criterion.evidence {
            Wanted::Never => String::new(),
            _ => format!("{}:", PAPERS.say("sheet-evidence")),
        };
        vec![
            format!("{}{room}", criterion.name),
            criterion.maximum.to_string(),
            step.map_or_else(|_| String::new(), |step| step.to_string()),
            String::new(),
            asked,
        ]
    };
    let mut rows: Vec<Vec<String>> = scale.criteria.iter().map(row).collect();
    rows.push(vec![PAPERS.say("paper-sum"), most.to_owned()]);
    Table { columns, rows, sum: true }
}
