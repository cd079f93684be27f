//! What holds for all prizes: unused places, equals at the last place, departures, proposals, votes, divergence.

use judging::divergence::USUAL;
use judging::points::Rounding;
use judging::prize::{AtLimit, Beyond, DepartureRules, Majority, Prize, Unused};
use judging::rules::{CriterionMark, Forward, LastPlace, PublicVote};
use kernel::Refusal;

use super::text;
use crate::contests::typed::Typed;

/// The words for what becomes of unused places; the first is what a form offers.
pub const UNUSED: [(&str, Unused); 4] = [
    ("empty", Unused::Empty),
    ("other-fields", Unused::OtherFields),
    ("next-prize", Unused::NextPrize),
    ("other-fields-then-next-prize", Unused::OtherFieldsThenNextPrize),
];
/// The words for what happens at the last place.
pub const AT_LIMIT: [(&str, AtLimit); 3] =
    [("share", AtLimit::Share), ("pass", AtLimit::Pass), ("exceed", AtLimit::Exceed)];
/// The words for majorities.
pub const MAJORITIES: [(&str, Majority); 3] = [
    ("two-thirds", Majority::TwoThirds),
    ("more-than-half", Majority::MoreThanHalf),
    ("all", Majority::All),
];
/// The words for what a departure may go beyond: boxes of a form.
pub const BEYOND: [(&str, Beyond); 2] =
    [("beyond-places", Beyond::Places), ("beyond-band", Beyond::Band)];

/// The thing of a word, or the first.
fn coded<T: Copy>(typed: &str, all: &[(&str, T)]) -> T {
    let found = all.iter().find(|(code, _)| *code == typed);
    found.map_or(all[0].1, |(_, it)| *it)
}

/// Reads what becomes of unused places.
pub fn unused(typed: &str) -> Unused {
    coded(typed, &UNUSED)
}

/// Reads what happens where more are equal than places are left.
pub fn at_limit(typed: &str) -> AtLimit {
    coded(typed, &AT_LIMIT)
}

/// Reads how the council may depart. Boxes have no order, so that of before stays.
pub fn departures(typed: &Typed, before: &DepartureRules) -> DepartureRules {
    let majority = coded(typed.text("majority"), &MAJORITIES);
    let ticked =
        |beyond: &Beyond| BEYOND.iter().any(|(code, known)| known == beyond && typed.has(code));
    let kept = before.beyond.iter().copied().filter(ticked);
    let come = BEYOND.into_iter().map(|(_, beyond)| beyond);
    let come = come.filter(|beyond| ticked(beyond) && !before.beyond.contains(beyond));
    DepartureRules { majority, beyond: kept.chain(come).collect() }
}

/// Reads how far totals may lie apart.
pub fn divergence(typed: &str) -> Result<u8, Refusal> {
    Ok(text::number(typed.trim().trim_end_matches('%'), "divergence")?.unwrap_or(USUAL))
}

/// Reads points for votes of the public; nothing where none are given.
pub fn vote(typed: &Typed) -> Result<Option<PublicVote>, Refusal> {
    let Some(points) = text::points(typed.text("vote"), "vote")? else { return Ok(None) };
    let rounding = (typed.text("vote-rounding"), typed.text("vote-step"));
    let rounding: Option<Rounding> = text::rounding(rounding, "vote")?;
    let rounding = rounding.ok_or_else(|| Refusal::field("vote", "rubric-vote-unrounded"))?;
    Ok(Some(PublicVote { points, rounding }))
}

/// Reads who is proposed for the next level. The lowest prize is named by its key, or by its name where it has none yet.
pub fn forward(typed: &Typed, prizes: &[Prize]) -> Result<Option<Forward>, Refusal> {
    let named = typed.text("forward-lowest");
    if named.is_empty() {
        return Ok(None);
    }
    let lowest = prizes.iter().find(|prize| prize.key == named || prize.name == named);
    let most: Option<u32> = text::number(typed.text("forward-most"), "forward-most")?;
    let most = most.ok_or_else(|| Refusal::field("forward-most", "rubric-forward-countless"))?;
    let last = if typed.text("forward-last") == "out" { LastPlace::Out } else { LastPlace::In };
    Ok(Some(Forward {
        lowest: lowest.map_or_else(|| named.to_owned(), |prize| prize.key.clone()),
        most,
        last,
        criterion: mark(typed)?,
    }))
}

fn mark(typed: &Typed) -> Result<Option<CriterionMark>, Refusal> {
    let Some((round, criterion)) = typed.text("forward-mark").split_once('/') else {
        return Ok(None);
    };
    let minimum = text::points(typed.text("forward-minimum"), "forward-mark")?;
    let minimum = minimum.ok_or_else(|| Refusal::field("forward-mark", "rubric-mark-pointless"))?;
    Ok(Some(CriterionMark { round: round.to_owned(), criterion: criterion.to_owned(), minimum }))
}
