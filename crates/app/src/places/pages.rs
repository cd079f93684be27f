//! Looking up a place, old or new; open to everybody, because the answer is no secret.

use askama::Template;
use axum::extract::{Path, Query, State};
use gazetteer::{Era, Extent, Gazetteer, How, Place, Succession};
use kernel::Refusal;
use serde::Deserialize;

use crate::frame::answer::page;
use crate::frame::became::{self, Curve, Line};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// What is looked for.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

struct Hit {
    id: String,
    name: String,
    is_former: bool,
    today: Vec<(String, String)>,
    how: &'static str,
}

#[derive(Template)]
#[template(path = "places/pages/places.html")]
struct PlacesPage {
    frame: Frame,
    q: String,
    hits: Vec<Hit>,
}

/// Answers `GET /places`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let hits = match wanted.q.trim() {
        "" => Vec::new(),
        text => Gazetteer::shared().look_up(text),
    };
    page(&PlacesPage {
        frame: Frame::new(&app, &visitor),
        q: wanted.q,
        hits: hits.iter().map(hit).collect(),
    })
}

fn hit(found: &gazetteer::Match) -> Hit {
    let place = found.place;
    let is_former = place.era() == Era::Until2025;
    let today = if is_former { place.today() } else { Vec::new() };
    Hit {
        id: place.id.to_string(),
        name: place.full_name(),
        is_former,
        today: today.iter().map(|place| (place.id.to_string(), place.full_name())).collect(),
        how: match found.how {
            How::Exact => "place-how-exact",
            How::Marks => "place-how-marks",
            How::Spelling => "place-how-spelling",
        },
    }
}

struct StepLine {
    from: String,
    to: String,
    extent: &'static str,
    sure: bool,
}

/// The picture "what became what" of one place.
struct Became {
    before: Vec<Node>,
    after: Vec<Node>,
    height: usize,
    curves: Vec<(&'static str, String)>,
}

/// A place in the picture.
struct Node {
    href: String,
    name: String,
    note: String,
}

#[derive(Template)]
#[template(path = "places/pages/place.html")]
struct PlacePage {
    frame: Frame,
    name: String,
    full_name: String,
    code: &'static str,
    is_former: bool,
    parent: Option<(String, String)>,
    children: Vec<(String, String)>,
    became: Became,
    steps: Vec<StepLine>,
}

/// Answers `GET /places/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let place = super::place(&id).ok_or_else(Refusal::absent)?;
    let is_former = place.era() == Era::Until2025;
    let steps = if is_former { place.successors() } else { place.predecessors() };
    let link = |place: &Place| (place.id.to_string(), place.short_name());
    page(&PlacePage {
        frame: Frame::new(&app, &visitor),
        name: place.short_name(),
        full_name: place.full_name(),
        code: place.code,
        is_former,
        parent: place.parent().map(link),
        children: place.children().into_iter().map(link).collect(),
        became: picture(place, &steps, visitor.words()),
        steps: steps.iter().map(|step| line(place, step)).collect(),
    })
}

/// The place on one side, what it became or came from on the other.
fn picture(place: &Place, steps: &[Succession], words: Words) -> Became {
    let own = vec![node(place, words)];
    let others: Vec<Node> = steps.iter().map(|step| node(step.place, words)).collect();
    let is_former = place.era() == Era::Until2025;
    let (before, after) = if is_former { (own, others) } else { (others, own) };
    let (left, right) = (before.len(), after.len());
    let curve = |(row, step): (usize, &Succession)| {
        let (from, to) = if is_former { (0, row) } else { (row, 0) };
        let line = if step.extent == Extent::Whole { Line::Whole } else { Line::Part };
        (line.classes(), became::path(Curve { from, to, line }, left, right))
    };
    let curves = steps.iter().enumerate().map(curve).collect();
    Became { height: became::height(left, right), curves, before, after }
}

fn node(place: &Place, words: Words) -> Node {
    let above = place.parent().map(Place::full_name);
    Node {
        href: format!("/places/{}", place.id),
        name: place.short_name(),
        note: above.unwrap_or_else(|| words.say("place-province")),
    }
}

fn line(place: &Place, step: &Succession) -> StepLine {
    let (from, to) = match place.era() {
        Era::Until2025 => (place, step.place),
        Era::Since2025 => (step.place, place),
    };
    StepLine {
        from: from.short_name(),
        to: to.short_name(),
        extent: match step.extent {
            Extent::Whole => "place-whole",
            Extent::GreaterPart => "place-greater-part",
            Extent::Part => "place-part",
        },
        sure: step.sure,
    }
}
