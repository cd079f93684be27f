//! Who is proposed for the next level: prized dossiers by rank, as many as there are places.

use crate::ranking::{Award, Dossier, ForwardAnswer, Step};
use crate::ratio::Ratio;
use crate::rules::{CriterionMark, Forward, Rules};

/// For each dossier, whether it is proposed; `order` holds those that are ranked.
pub(super) fn proposed(
    rules: &Rules,
    (dossiers, order): (&mut [Dossier<'_, '_>], &[usize]),
    awards: &[Option<Award<'_>>],
) -> Vec<bool> {
    let mut proposed = vec![false; dossiers.len()];
    let Some(forward) = &rules.forward else { return proposed };
    let looked = order.iter().map(|at| (*at, look(rules, forward, &dossiers[*at], awards[*at])));
    let looked: Vec<(usize, ForwardAnswer)> = looked.collect();
    let rank = |dossier: &Dossier<'_, '_>| dossier.place.map_or(usize::MAX, |place| place.rank);
    let able = looked.iter().filter(|(_, answer)| *answer == ForwardAnswer::Proposed);
    let ranks: Vec<usize> = able.map(|(at, _)| rank(&dossiers[*at])).collect();
    let last = forward.last.among(&ranks, forward.most);
    for (at, answer) in looked {
        let late = last.is_none_or(|last| rank(&dossiers[at]) > last);
        let answer = match answer {
            ForwardAnswer::Proposed if late => ForwardAnswer::NoPlace,
            answer => answer,
        };
        proposed[at] = answer == ForwardAnswer::Proposed;
        dossiers[at].steps.push(Step::Forward { answer });
    }
    proposed
}

/// What becomes of a dossier, whatever places there are.
fn look(
    rules: &Rules,
    forward: &Forward,
    dossier: &Dossier<'_, '_>,
    award: Option<Award<'_>>,
) -> ForwardAnswer {
    let prize = award.and_then(|award| rules.position(&award.prize.key));
    if prize.is_none_or(|prize| Some(prize) > rules.position(&forward.lowest)) {
        return ForwardAnswer::NoPrize;
    }
    let Some(CriterionMark { round, criterion, minimum }) = &forward.criterion else {
        return ForwardAnswer::Proposed;
    };
    let round = rules.rounds.iter().position(|it| it.key == *round);
    let marks = round.map(|round| &dossier.rounds[round]);
    let mean = marks.and_then(|marks| marks.criterion_mean(criterion));
    if mean >= Some(Ratio::from(*minimum)) {
        return ForwardAnswer::Proposed;
    }
    ForwardAnswer::BelowCriterion { mean, minimum: *minimum }
}
