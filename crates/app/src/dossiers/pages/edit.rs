//! Changing what is asked of an entry; each change is the next version of the rules.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use entry::{Confirmation, Detail, FileKind, Holder, Need, Ready, Role, Won, ready, with_code};
use kernel::{Failure, Refusal};
use serde::Deserialize;

use crate::accounts::Actor;
use crate::contests::pages::head::Head;
use crate::contests::pages::{load_to_run, paper_choices, why};
use crate::contests::typed::{GROUPED, ITEMS, SECTIONS, Typed, Wrong};
use crate::contests::{self, RuleSet, Seen};
use crate::dossiers::typed;
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// A set to begin with, and how much of it is taken.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Begin {
    set: String,
    only: String,
}

/// Something to choose: code and name.
type Choices = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "dossiers/pages/edit.html")]
struct EditPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    sets: &'static [Ready],
    begun: Option<&'static Ready>,
    no_fields: bool,
    holders: Choices,
    details: Choices,
    needs: Choices,
    won: Choices,
    roles: Choices,
    kinds: Choices,
    confirmations: Choices,
    grouped: Vec<(&'static str, String)>,
    criteria: Vec<String>,
    item_rows: &'static [&'static str],
    section_rows: &'static [&'static str],
    papers: Vec<(String, String)>,
}

/// Answers `GET /contests/{id}/entry/edit`; `?set=` fills in a set that is ready.
pub async fn form(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(begin): Query<Begin>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    let (rules, version) = contests::newest_rules(&app.store, seen.id).await?;
    let begun = match begin.set.as_str() {
        "" => None,
        code => Some(with_code(code).ok_or_else(Refusal::absent)?),
    };
    let fields = fields(&rules, begun);
    let mut entry = rules.entry;
    if let Some(set) = begun {
        match begin.only.as_str() {
            "sections" => entry.sections.clone_from(&set.rules.sections),
            _ => entry = set.rules.clone(),
        }
    }
    let mut form = Typed::default();
    typed::put(&mut form, &entry, &fields);
    form.put("version", version.to_string());
    form.put("set", begin.set.as_str());
    shown(&app, &visitor, &seen, (form, Errors::none(), StatusCode::OK)).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let begun = with_code(typed.text("set"));
    let no_fields = rules.fields.is_empty();
    let fields = fields(&rules, begun);
    let page = EditPage {
        head: Head::new(words, seen, "contest-rules").below(words.say("entry-edit")),
        sets: ready(),
        begun,
        no_fields,
        holders: choices(words, "entry-holder", Holder::ALL.map(Holder::code)),
        details: choices(words, "entry-detail", Detail::ALL.map(Detail::code)),
        needs: choices(words, "entry-need", Need::ALL.map(Need::code)),
        won: choices(words, "entry-not-won", Won::ALL.map(Won::code)),
        roles: choices(words, "entry-role", Role::ALL.map(Role::code)),
        kinds: choices(words, "entry-file", FileKind::ALL.map(FileKind::code)),
        confirmations: choices(
            words,
            "entry-confirmation",
            Confirmation::ALL.map(Confirmation::code),
        ),
        grouped: GROUPED.into_iter().zip(fields).collect(),
        criteria: criteria(&typed),
        item_rows: typed.shown(&ITEMS, "item"),
        section_rows: typed.shown(&SECTIONS, "section"),
        papers: paper_choices(&app.store, words, seen.id).await?,
        frame,
        errors,
        typed,
    };
    page_with(status, &page)
}

fn choices<const N: usize>(words: Words, prefix: &str, codes: [&'static str; N]) -> Choices {
    codes.map(|code| (code, words.say(&format!("{prefix}-{code}")))).to_vec()
}

/// The criteria that are named, each once, to be chosen again.
fn criteria(typed: &Typed) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for row in SECTIONS {
        let criterion = typed.row(row, "criterion").trim();
        if !criterion.is_empty() && !named.iter().any(|known| known == criterion) {
            named.push(criterion.to_owned());
        }
    }
    named
}

/// The fields of entry: the contest's, or those of the set with which somebody began.
fn fields(rules: &RuleSet, begun: Option<&Ready>) -> Vec<String> {
    match (rules.fields.is_empty(), begun) {
        (true, Some(set)) => set.fields.clone(),
        _ => rules.fields.clone(),
    }
}

/// Answers `POST /contests/{id}/entry`; for more rows, another order or one row less, the same form again.
pub async fn change(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Answer {
    let seen = load_to_run(&app, &visitor, &actor, &id).await?;
    if rearranged(&mut typed) {
        return shown(&app, &visitor, &seen, (typed, Errors::none(), StatusCode::OK)).await;
    }
    match changed(&app, &visitor, (&actor, &seen), &typed).await {
        Ok(()) => see(&format!("/contests/{id}/entry"), "entry-changed"),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            shown(&app, &visitor, &seen, (typed, errors, status)).await
        }
    }
}

/// Whether a button asked for other rows, which are there then.
fn rearranged(typed: &mut Typed) -> bool {
    let (up, drop) = (typed.text("up").to_owned(), typed.text("drop").to_owned());
    for rows in [&ITEMS, &SECTIONS] {
        if let Some(at) = rows.iter().position(|row| *row == up).filter(|at| *at > 0) {
            typed.swap_rows(rows[at - 1], rows[at]);
        }
        if let Some(row) = rows.iter().find(|row| **row == drop) {
            typed.drop_row(row);
        }
    }
    typed.has("more") || !up.is_empty() || !drop.is_empty()
}

async fn changed(
    app: &App,
    visitor: &Visitor,
    (actor, seen): (&Actor, &Seen),
    form: &Typed,
) -> Result<(), Failure> {
    let papers = paper_choices(&app.store, visitor.words(), seen.id).await?;
    let (rules, _) = contests::newest_rules(&app.store, seen.id).await?;
    let fields = fields(&rules, with_code(form.text("set")));
    let mut wrong = Wrong::default();
    let entry = typed::read(form, &fields, &mut wrong);
    let why = wrong.or_empty(why(actor, form, &papers));
    wrong.finish()?;
    let mut tx = app.store.begin().await?;
    let of = (seen.id, form.text("version"));
    let revise = |before: &RuleSet| RuleSet { entry, fields, ..before.clone() };
    contests::revise_rules(&mut tx, actor, of, &why, revise).await?;
    Ok(tx.commit().await?)
}
