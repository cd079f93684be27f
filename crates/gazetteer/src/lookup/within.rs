//! Units within units: the parts of an address narrow each other.

use super::distance::Letters;
use super::names::{Candidate, add_best, candidate, tolerance};
use super::reading::Reading;
use crate::{Era, Gazetteer, Level};

/// What it costs when an address mixes the units of before and of today.
const PENALTY_MIXED: u8 = 4;
/// What it costs when a part names a unit that the first one does not lie in.
const PENALTY_ELSEWHERE: u8 = 30;
/// The same when that part was hardly legible itself.
const PENALTY_UNCLEAR: u8 = 10;
/// A part at least this good is legible.
pub(super) const LEGIBLE: u8 = 75;
const PENALTY_UNKNOWN: u8 = 3;
const PENALTY_TODAY: u8 = 15;
/// All parts together cost no more: a unit named twice over is still the unit.
const MOST_FOR_PARTS: u8 = 45;

/// Lowers the candidates of the first part that do not lie in what the other parts name.
pub(super) fn narrow(
    all: &Gazetteer,
    subject: &[Candidate],
    above: &[Vec<Candidate>],
) -> Vec<Candidate> {
    let fit = |candidate: &Candidate| {
        let around = surroundings(all, candidate.place);
        let lost = above.iter().map(|part| misfit(&around, part, candidate.place));
        let lost = lost.fold(0, u8::saturating_add).min(MOST_FOR_PARTS);
        Candidate { score: candidate.score.saturating_sub(lost), ..*candidate }
    };
    subject.iter().map(fit).collect()
}

/// What a unit loses because of one of the larger parts.
fn misfit(around: &[(u16, u8)], part: &[Candidate], itself: u16) -> u8 {
    let fits = part.iter().filter_map(|larger| {
        let (_, mixed) = around.iter().find(|(place, _)| *place == larger.place)?;
        Some((100 - larger.score) / 5 + mixed)
    });
    let elsewhere = match super::best(part) {
        0 => PENALTY_UNKNOWN,
        score if score < LEGIBLE => PENALTY_UNCLEAR,
        _ => PENALTY_ELSEWHERE,
    };
    let itself = part.iter().any(|larger| larger.place == itself).then_some(PENALTY_UNCLEAR);
    fits.chain(itself).min().unwrap_or(elsewhere).min(elsewhere)
}

/// The units in which a unit lies, with what naming it costs: its own tiers nothing, those of the
/// other era a little, for people write "xã Tân Khai, huyện Hớn Quản" of the commune of today.
fn surroundings(all: &Gazetteer, place: u16) -> Vec<(u16, u8)> {
    let mut around: Vec<(u16, u8)> = ancestors(all, place).map(|at| (at, 0)).collect();
    let mixed: Vec<u16> = match all.at(place).era() {
        Era::Since2025 => {
            all.links.back(place).flat_map(|link| ancestors(all, link.from)).collect()
        }
        Era::Until2025 => {
            let whole = ancestors(all, place).chain([place]);
            whole
                .flat_map(|at| all.links.onward(at))
                .flat_map(|link| ancestors(all, link.to).chain([link.to]))
                .collect()
        }
    };
    around.extend(mixed.into_iter().map(|at| (at, PENALTY_MIXED)));
    around
}

fn ancestors(all: &Gazetteer, place: u16) -> impl Iterator<Item = u16> + '_ {
    std::iter::successors(all.at(place).parent, |&at| all.at(at).parent)
}

/// How far a name may be from what is sought.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    /// As far as anywhere.
    Near,
    /// Farther, because the other parts leave few units to choose from.
    Far,
}

/// The units with a near name that lie in one that the larger part names.
pub(super) fn search(
    all: &Gazetteer,
    readings: &[Reading],
    frame: &[Candidate],
    reach: Reach,
) -> Vec<Candidate> {
    let legible = frame.iter().filter(|larger| larger.score >= LEGIBLE);
    let inside: Vec<u16> = legible.flat_map(|larger| below(all, larger.place)).collect();
    let mut found = Vec::new();
    for reading in readings {
        let letters = Letters::of(&reading.key);
        let limit = match reach {
            Reach::Near => tolerance(letters.len()),
            Reach::Far => u8::try_from(letters.len().min(18) * 2 / 3).unwrap_or(0),
        };
        for &place in &inside {
            let costs = all.names.of(place).filter_map(|name| letters.distance(name, limit));
            if let Some(cost) = costs.min() {
                add_best(&mut found, candidate(all.at(place), reading, cost));
            }
        }
    }
    found
}

/// The units one or two tiers below. Those two tiers below a province before 2025 are too many to
/// tell apart by a name that is hardly legible.
fn below(all: &Gazetteer, place: u16) -> Vec<u16> {
    let mut inside = all.children[usize::from(place)].clone();
    if all.at(place).level() == Level::District {
        let now = inside.iter().flat_map(|&child| all.links.onward(child)).map(|link| link.to);
        inside.extend(now.collect::<Vec<_>>());
    }
    inside
}

/// Lowers the units of today when the text says "cũ".
pub(super) fn prefer_former(all: &Gazetteer, found: &mut [Candidate]) {
    for candidate in
        found.iter_mut().filter(|candidate| all.at(candidate.place).era() == Era::Since2025)
    {
        candidate.score = candidate.score.saturating_sub(PENALTY_TODAY);
    }
}
