//! Every rank and prize counted again from the steps of the explanations, and from nothing else.

use std::cmp::{Ordering, Reverse};
use std::num::NonZeroU32;

use judging::points::Rounding;
use judging::ranking::{
    Effect, ForwardAnswer, Marked, Method, Outcome, Part, PrizeAnswer, Ranking, Step, TieValue,
};
use judging::ratio::Ratio;

fn number(count: usize) -> NonZeroU32 {
    NonZeroU32::new(count as u32).unwrap()
}

fn rounded(rounding: &Option<Rounding>, exact: Ratio) -> Ratio {
    rounding.map_or(exact, |rounding| rounding.of(exact))
}

fn sheet_total(marks: &[Marked<'_>]) -> Ratio {
    let weighted =
        marks.iter().map(|it| Ratio::from(it.points).times(it.weight.0.into()).per(number(100)));
    weighted.sum()
}

fn aggregated(method: Method, taken: &[Ratio]) -> Ratio {
    let middle = match method {
        Method::Median => &taken[(taken.len() - 1) / 2..=taken.len() / 2],
        Method::Mean | Method::Voted => taken,
    };
    middle.iter().copied().sum::<Ratio>().per(number(middle.len()))
}

fn weighted_mean(parts: &[Part<'_>]) -> Ratio {
    let weights: u32 = parts.iter().map(|part| u32::from(part.weight.0)).sum();
    let sum: Ratio = parts.iter().map(|part| part.score.times(part.weight.0.into())).sum();
    sum.per(NonZeroU32::new(weights).unwrap())
}

/// What follows from the steps of one dossier alone.
#[derive(Default)]
struct Followed {
    scores: Vec<Ratio>,
    is_out: bool,
    total: Option<Ratio>,
    ties: Vec<TieValue>,
    prize: Option<String>,
    decided: Option<Option<String>>,
    is_forwarded: bool,
}

impl Followed {
    fn of(steps: &[Step<'_>]) -> Self {
        let mut followed = Self::default();
        steps.iter().for_each(|step| followed.follow(step));
        followed
    }

    fn follow(&mut self, step: &Step<'_>) {
        match step {
            Step::Sheet { marks, total, .. } => assert_eq!(sheet_total(marks), *total),
            Step::Score { method, taken, exact, rounding, score, .. } => {
                assert_eq!(aggregated(*method, taken), *exact);
                assert_eq!(rounded(rounding, *exact), *score);
                self.scores.push(*score);
            }
            Step::TooFewSheets { sheets, fewest, .. } => {
                self.is_out |= *sheets < usize::from(*fewest);
            }
            Step::KnockedOut { against, .. } => self.is_out |= *against > 0,
            Step::Cut { score, lowest, .. } => {
                self.is_out |= lowest.is_none_or(|lowest| *score < lowest);
            }
            Step::Vote { votes, most, points, exact, rounding, score } => {
                let most = NonZeroU32::new(*most);
                let share = |most| Ratio::from(*points).times(*votes).per(most);
                assert_eq!(most.map_or(Ratio::ZERO, share), *exact);
                assert_eq!(rounding.of(*exact), *score);
            }
            Step::Total { parts, vote, exact, rounding, total } => {
                assert!(parts.iter().map(|part| part.score).eq(self.scores.iter().copied()));
                assert_eq!(weighted_mean(parts) + vote.unwrap_or(Ratio::ZERO), *exact);
                assert_eq!(rounded(rounding, *exact), *total);
                self.total = Some(*total);
            }
            Step::Tie { value, .. } => self.ties.push(*value),
            Step::Prize { prize, answer: PrizeAnswer::Given { .. } } => {
                assert_eq!(self.prize.replace((*prize).to_owned()), None);
            }
            Step::Departure { decided, effect: Effect::Taken, .. } => {
                self.decided = Some(decided.map(str::to_owned));
            }
            Step::Forward { answer } => self.is_forwarded = *answer == ForwardAnswer::Proposed,
            _ => (),
        }
    }

    fn against(&self, other: &Self) -> Ordering {
        let key = |it: &Self| {
            let ties = it.ties.iter().map(|value| match value {
                TieValue::Points(points) => (Reverse(*points), 0, 0),
                TieValue::Count(count) => (Reverse(None), *count, 0),
                TieValue::Lot(digest) => (Reverse(None), 0, digest.0),
            });
            (Reverse(it.total), ties.collect::<Vec<_>>())
        };
        key(self).cmp(&key(other))
    }
}

/// Asserts that ranks and prizes are those that the steps lead to.
pub fn agrees(ranking: &Ranking<'_>) {
    let followed: Vec<(&Outcome<'_>, Followed)> =
        ranking.outcomes.iter().map(|it| (it, Followed::of(&it.steps))).collect();
    for (outcome, own) in &followed {
        assert_eq!(outcome.place.ok().map(|place| place.total), own.total, "{}", outcome.code);
        if let Ok(place) = outcome.place {
            assert!(!own.is_out, "{}", outcome.code);
            let before = followed
                .iter()
                .filter(|(_, it)| it.total.is_some() && it.against(own) == Ordering::Less);
            let in_field = before.clone().filter(|(it, _)| it.field == outcome.field).count();
            assert_eq!((place.rank, place.field_rank), (before.count() + 1, in_field + 1));
        }
        let key = |award: Option<judging::ranking::Award<'_>>| award.map(|it| it.prize.key.clone());
        assert_eq!(key(outcome.by_rules), own.prize, "{}", outcome.code);
        let decided = own.decided.clone().unwrap_or_else(|| own.prize.clone());
        assert_eq!(key(outcome.award), decided, "{}", outcome.code);
        assert_eq!(outcome.is_forwarded, own.is_forwarded, "{}", outcome.code);
    }
}
