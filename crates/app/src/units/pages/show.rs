//! One unit: who it is, who it was, who it has become, and whom to call.

use askama::Template;
use axum::extract::{Path, State};
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};

use super::became::{self, Picture};
use super::{Link, kind_label};
use crate::accounts::Actor;
use crate::frame::answer::page;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor};
use crate::units::PartId;
use crate::units::draft::TypedContact;
use crate::units::store::{self as rows, AliasRow, ContactRow, LinkRow};
use crate::units::{self, Kin, policy};

/// Units below that the page names; the list shows all.
const CHILDREN: i64 = 30;

pub(super) struct Period {
    pub what: String,
    pub link: Option<String>,
    pub from: Option<String>,
    pub until: Option<String>,
}

#[derive(Template)]
#[template(path = "units/pages/unit.html")]
pub(super) struct UnitPage {
    frame: Frame,
    errors: Errors,
    id: String,
    name: String,
    kind: String,
    code: Option<String>,
    founded: Option<String>,
    abolished: Option<String>,
    parent: Option<Link>,
    children: Vec<Link>,
    names: Vec<Period>,
    parents: Vec<Period>,
    is_gone: bool,
    today: Vec<Kin>,
    origins: Vec<Kin>,
    pictures: Vec<Picture>,
    ahead: Vec<Ahead>,
    aliases: Vec<AliasRow>,
    contacts: Vec<ContactRow>,
    may_change: bool,
    may_describe: bool,
    typed: Typed,
}

/// What was typed into the forms of the page and refused.
#[derive(Default)]
pub(super) struct Typed {
    pub alias: String,
    pub contact: TypedContact,
    pub parent: String,
    pub from: String,
}

/// A reorganisation that is decided and has not begun.
struct Ahead {
    id: String,
    kind: String,
    number: String,
    effective: String,
}

/// Answers `GET /units/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id = read_id(&id)?;
    let shown = (Typed::default(), Errors::none());
    page(&unit_page(&app, &visitor, (&actor, id), shown).await?)
}

/// An address that names no unit is "not found", before the database is asked.
pub(super) fn read_id(text: &str) -> Result<UnitId, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}

/// The same for an alias or a contact.
pub(super) fn read_part(text: &str) -> Result<String, Refusal> {
    let part: PartId = text.parse().map_err(|_| Refusal::absent())?;
    Ok(part.to_string())
}

pub(super) async fn unit_page(
    app: &App,
    visitor: &Visitor,
    (actor, id): (&Actor, UnitId),
    (typed, errors): (Typed, Errors),
) -> Result<UnitPage, Failure> {
    let (store, day) = (&app.store, visitor.at().day());
    let unit = rows::find(store, id, day).await?.ok_or_else(Refusal::absent)?;
    let children = rows::children(store, id, day, CHILDREN).await?;
    let links = rows::links_around(store, id).await?;
    let frame = Frame::new(app, visitor);
    let with_personal = policy::sees_personal(actor, id);
    let is_gone = units::is_gone(&unit, day);
    Ok(UnitPage {
        errors,
        kind: frame.t.say(&kind_label(&unit.kind)),
        ahead: ahead(&frame, &links, day),
        pictures: became::pictures(frame.t, &links),
        today: if is_gone { units::today(store, id, day).await? } else { Vec::new() },
        origins: units::origins(store, id, day).await?,
        is_gone,
        frame,
        name: unit.name,
        code: unit.code,
        founded: unit.founded_on.as_deref().map(Day::shown),
        abolished: unit.abolished_on.as_deref().map(Day::shown),
        parent: unit.parent_id.zip(unit.parent_name).map(|(id, name)| Link { id, name }),
        children: children.into_iter().map(|unit| Link { id: unit.id, name: unit.name }).collect(),
        names: name_periods(app, id).await?,
        parents: parent_periods(app, id).await?,
        aliases: rows::aliases(store, id).await?,
        contacts: rows::contacts(store, id, with_personal).await?,
        may_change: policy::may_change(actor).is_ok(),
        may_describe: policy::may_describe(actor, id).is_ok(),
        typed,
        id: unit.id,
    })
}

/// What is decided about the unit and has not begun, the nearest last.
fn ahead(frame: &Frame, links: &[LinkRow], day: Day) -> Vec<Ahead> {
    let today = day.to_string();
    let groups = links.chunk_by(|one, next| one.reorganisation_id == next.reorganisation_id);
    let first = groups.filter_map(<[LinkRow]>::first);
    let ahead = first.filter(|link| link.effective_on > today);
    ahead
        .map(|link| Ahead {
            id: link.reorganisation_id.clone(),
            kind: frame.t.say(&format!("reorganisation-{}", link.kind)),
            number: link.decision_number.clone(),
            effective: Day::shown(&link.effective_on),
        })
        .collect()
}

async fn name_periods(app: &App, id: UnitId) -> Result<Vec<Period>, Fault> {
    let names = rows::names(&app.store, id).await?;
    let period = |row: rows::NameRow| Period {
        what: row.name,
        link: None,
        from: row.from_day.as_deref().map(Day::shown),
        until: row.until_day.as_deref().map(Day::shown),
    };
    Ok(names.into_iter().map(period).collect())
}

async fn parent_periods(app: &App, id: UnitId) -> Result<Vec<Period>, Fault> {
    let parents = rows::parents(&app.store, id).await?;
    let period = |row: rows::ParentRow| Period {
        what: row.name,
        link: Some(row.parent_id),
        from: row.from_day.as_deref().map(Day::shown),
        until: row.until_day.as_deref().map(Day::shown),
    };
    Ok(parents.into_iter().map(period).collect())
}
