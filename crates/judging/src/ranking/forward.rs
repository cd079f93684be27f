//! Who is proposed for the next level: prized dossiers by rank, as many as there are places.

use crate::ranking::{Award, Dossier, ForwardVerdict, Step};
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
    let looked: Vec<(usize, ForwardVerdict)> = looked.collect();
    let rank = |dossier: &Dossier<'_, '_>| dossier.place.map_or(usize::MAX, |place| place.rank);
    let able = looked.iter().filter(|(_, verdict)| *verdict == ForwardVerdict::Proposed);
    let ranks: Vec<usize> = able.map(|(at, _)| rank(&dossiers[*at])).collect();
    let last = forward.last.among(&ranks, forward.most);
    for (at, verdict) in looked {
        let late = last.is_none_or(|last| rank(&dossiers[at]) > last);
        let verdict = match verdict {
            ForwardVerdict::Proposed if late => ForwardVerdict::NoPlace,
            verdict => verdict,
        };
        proposed[at] = verdict == ForwardVerdict::Proposed;
        dossiers[at].steps.push(Step::Forward { verdict });
    }
    proposed
}

/// What becomes of a dossier, whatever places there are.
fn look(
    rules: &Rules,
    forward: &Forward,
    dossier: &Dossier<'_, '_>,
    award: Option<Award<'_>>,
) -> ForwardVerdict {
    let prize = award.and_then(|award| rules.position(&award.prize.key));
    if prize.is_none_or(|prize| Some(prize) > rules.position(&forward.lowest)) {
        return ForwardVerdict::NoPrize;
    }
    let Some(CriterionMark { round, criterion, minimum }) = &forward.criterion else {
        return ForwardVerdict::Proposed;
    };
    let round = rules.rounds.iter().position(|it| it.key == *round);
    let marks = round.map(|round| &dossier.rounds[round]);
    let mean = marks.and_then(|marks| marks.criterion_mean(criterion));
    if mean >= Some(Ratio::from(*minimum)) {
        return ForwardVerdict::Proposed;
    }
    ForwardVerdict::BelowCriterion { mean, minimum: *minimum }
}
