//! What became what, as pages show it: the picture, the table beside it.

use crate::frame::Words;
use crate::frame::became::{self, Curve, Line};
use crate::units::reorganisation::{Extent, ReorganisationKind};
use crate::units::store::LinkRow;
use kernel::Day;

/// One side of a link in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Id of the unit; nothing where nobody took over.
    pub id: Option<String>,
    /// Its name at the time.
    pub name: String,
    /// Under which unit it stood, or what else belongs below the name.
    pub under: String,
}

/// A reorganisation as a picture with its table.
pub struct Picture {
    /// Id of the reorganisation.
    pub id: String,
    /// What kind it is, in words.
    pub kind: String,
    /// Number of the paper.
    pub number: String,
    /// Day of the paper.
    pub decided: String,
    /// Who decided.
    pub issuer: String,
    /// First day of the new state.
    pub effective: String,
    /// Height of the drawing.
    pub height: usize,
    /// Left side.
    pub old: Vec<Seat>,
    /// Right side.
    pub new: Vec<Seat>,
    /// Classes and shape of each curve.
    pub curves: Vec<(&'static str, String)>,
    /// The same as a table: who, how, whom.
    pub table: Vec<(String, String, String)>,
}

/// The pictures of the reorganisations to which these links belong, in their order.
pub fn pictures(words: Words, links: &[LinkRow]) -> Vec<Picture> {
    let groups = links.chunk_by(|one, next| one.reorganisation_id == next.reorganisation_id);
    groups.filter_map(|links| picture(words, links)).collect()
}

fn picture(words: Words, links: &[LinkRow]) -> Option<Picture> {
    let first = links.first()?;
    let kind = ReorganisationKind::read(&first.kind)?;
    let (mut old, mut new, mut curves) = (Vec::new(), Vec::new(), Vec::new());
    for link in links {
        let from = seat_at(&mut old, old_seat(words, kind, link));
        let to = seat_at(&mut new, new_seat(words, link));
        curves.push(Curve { from, to, line: line(kind, link) });
    }
    let sizes = (old.len(), new.len());
    let drawn = curves
        .into_iter()
        .map(|curve| (curve.line.classes(), became::path(curve, sizes.0, sizes.1)));
    Some(Picture {
        id: first.reorganisation_id.clone(),
        kind: words.say(&kind.label()),
        number: first.decision_number.clone(),
        decided: Day::shown(&first.decision_day),
        issuer: first.issuer.clone(),
        effective: Day::shown(&first.effective_on),
        height: became::height(sizes.0, sizes.1),
        curves: drawn.collect(),
        table: links.iter().map(|link| told(words, kind, link)).collect(),
        old,
        new,
    })
}

/// The place of a seat on its side; a new one is put below the others.
fn seat_at(side: &mut Vec<Seat>, seat: Seat) -> usize {
    let found = side.iter().position(|other| *other == seat);
    found.unwrap_or_else(|| {
        side.push(seat);
        side.len() - 1
    })
}

fn old_seat(words: Words, kind: ReorganisationKind, link: &LinkRow) -> Seat {
    let stays = !link.predecessor_gone && kind != ReorganisationKind::Rename;
    let notes = [link.predecessor_under.clone(), stays.then(|| words.say("became-stays"))];
    Seat {
        id: Some(link.predecessor_id.clone()),
        name: link.predecessor.clone(),
        under: notes.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

fn new_seat(words: Words, link: &LinkRow) -> Seat {
    Seat {
        id: link.successor_id.clone(),
        name: link.successor.clone().unwrap_or_else(|| words.say("became-nobody")),
        under: link.successor_under.clone().unwrap_or_default(),
    }
}

fn line(kind: ReorganisationKind, link: &LinkRow) -> Line {
    match (kind, Extent::read(&link.extent)) {
        (ReorganisationKind::Abolish, _) | (_, None) => Line::End,
        (_, Some(extent)) => line_of(extent),
    }
}

fn told(words: Words, kind: ReorganisationKind, link: &LinkRow) -> (String, String, String) {
    let how = match kind {
        ReorganisationKind::Rename => words.say("became-renamed"),
        _ => words.say(&format!("extent-{}", link.extent)),
    };
    let successor = link.successor.clone().unwrap_or_else(|| words.say("became-nobody"));
    (link.predecessor.clone(), how, successor)
}

/// How much of a unit went over is how its line is drawn.
const fn line_of(extent: Extent) -> Line {
    match extent {
        Extent::Whole => Line::Whole,
        Extent::Part => Line::Part,
    }
}
