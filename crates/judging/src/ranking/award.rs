//! Prizes by the rules alone: from the highest down, each to the best who may have it, while places last.

use crate::prize::{AtLimit, Places, Prize, Unused};
use crate::ranking::{Award, Dossier, PrizeAnswer, Shared, Source, Step};
use crate::ratio::Ratio;
use crate::rules::Rules;

/// Places of one prize that are left: each field's own, and those of all; nothing: without limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) fields: Vec<u32>,
    pub(super) all: Option<u32>,
}

impl Left {
    /// None at all.
    pub(super) fn none(rules: &Rules) -> Self {
        Self { fields: vec![0; rules.fields.len()], all: Some(0) }
    }

    /// Those of a prize, and those that came down from the one above.
    pub(super) fn of(rules: &Rules, prize: &Prize, above: &Self) -> Self {
        let mut left = above.clone();
        match &prize.places {
            Places::Unlimited => left.all = None,
            Places::Total(places) => left.all = left.all.map(|all| all.saturating_add(*places)),
            Places::ByField(by_field) => {
                for (own, field) in left.fields.iter_mut().zip(&rules.fields) {
                    *own = own.saturating_add(by_field.get(field).copied().unwrap_or(0));
                }
            }
        }
        left
    }

    /// What fields did not take goes to all, where the rules say so.
    pub(super) fn pool(&mut self, unused: Unused) {
        if unused.goes_to_other_fields() {
            let over = self.fields.iter_mut().map(std::mem::take);
            let over = over.fold(0_u32, u32::saturating_add);
            self.all = self.all.map(|all| all.saturating_add(over));
        }
    }

    /// What comes down to the next prize.
    pub(super) fn down(self, rules: &Rules) -> Self {
        if rules.unused.goes_to_next_prize() {
            Self { all: Some(self.all.unwrap_or(0)), ..self }
        } else {
            Self::none(rules)
        }
    }
}

/// The prize of each dossier by the rules; `order` holds those that are ranked.
pub(super) fn given<'a>(
    rules: &'a Rules,
    dossiers: &mut [Dossier<'_, 'a>],
    order: &[usize],
) -> Vec<Option<Award<'a>>> {
    let mut awards = vec![None; dossiers.len()];
    let mut above = Left::none(rules);
    let mut waiting = order.to_vec();
    for prize in &rules.prizes {
        let mut left = Left::of(rules, prize, &above);
        let answers = vec![None; dossiers.len()];
        let mut looking = Looking { rules, prize, dossiers, answers, awards: &mut awards };
        looking.look(&waiting, &mut left);
        let Looking { answers, .. } = looking;
        for at in &waiting {
            let answer = answers[*at].unwrap_or(PrizeAnswer::NoPlace);
            dossiers[*at].steps.push(Step::Prize { prize: &prize.key, answer });
        }
        waiting.retain(|at| awards[*at].is_none());
        above = left.down(rules);
    }
    awards
}

/// One prize, and what becomes of it for each dossier.
struct Looking<'d, 's, 'a> {
    rules: &'a Rules,
    prize: &'a Prize,
    dossiers: &'d [Dossier<'s, 'a>],
    answers: Vec<Option<PrizeAnswer>>,
    awards: &'d mut [Option<Award<'a>>],
}

impl<'a> Looking<'_, '_, 'a> {
    fn look(&mut self, waiting: &[usize], left: &mut Left) {
        for at in waiting {
            self.answers[*at] = self.refusal(*at);
        }
        let open = |answer: Option<PrizeAnswer>| {
            matches!(answer, None | Some(PrizeAnswer::TiedAtLimit { .. }))
        };
        for field in 0..self.rules.fields.len() {
            let own = |at: &usize| self.dossiers[*at].field == field && open(self.answers[*at]);
            let own: Vec<usize> = waiting.iter().copied().filter(own).collect();
            let places = Some(left.fields[field]);
            left.fields[field] = self.give(&own, places, Source::Field).unwrap_or(0);
        }
        left.pool(self.rules.unused);
        let rest = waiting.iter().copied().filter(|at| open(self.answers[*at])).collect::<Vec<_>>();
        left.all = self.give(&rest, left.all, Source::All);
    }

    /// Why a dossier cannot have the prize, whatever places there are.
    fn refusal(&self, at: usize) -> Option<PrizeAnswer> {
        let dossier = &self.dossiers[at];
        if dossier.barred {
            return Some(PrizeAnswer::Barred);
        }
        let total = dossier.total()?;
        let minimum = self.prize.minimum.filter(|minimum| total < Ratio::from(*minimum))?;
        Some(PrizeAnswer::BelowBand { total, minimum })
    }

    /// Gives the prize to the best, equals together, and answers how many places are left.
    fn give(&mut self, best: &[usize], places: Option<u32>, from: Source) -> Option<u32> {
        let mut left = places;
        let dossiers = self.dossiers;
        let rank = |at: usize| dossiers[at].place.map(|place| place.rank);
        for group in best.chunk_by(|one, other| rank(*one) == rank(*other)) {
            let among = u32::try_from(group.len()).unwrap_or(u32::MAX);
            let passes = match left {
                Some(0) => break,
                Some(places) if among > places => self.rules.at_limit == AtLimit::Pass,
                _ => false,
            };
            let answer = match left {
                Some(places) if passes => PrizeAnswer::TiedAtLimit { among, places },
                _ => PrizeAnswer::Given { from, left, among },
            };
            for (nth, at) in group.iter().enumerate() {
                self.answers[*at] = Some(answer);
                self.awards[*at] = (!passes).then(|| self.award((from, left, among), nth));
            }
            if passes {
                break;
            }
            left = left.map(|places| places.saturating_sub(among));
        }
        left
    }

    /// What the one at place `nth` of equals gets: a place of its own, or a part of what is left.
    fn award(&self, (from, left, among): (Source, Option<u32>, u32), nth: usize) -> Award<'a> {
        let prize = self.prize;
        let shared = left.filter(|places| among > *places);
        let shared = shared.map(|places| Shared { from, places, among });
        let money = match shared {
            Some(Shared { places, .. }) if self.rules.at_limit == AtLimit::Share => {
                let all = u64::from(places) * u64::from(prize.money);
                let (each, rest) = (all / u64::from(among), all % u64::from(among));
                let one_more = u64::try_from(nth).is_ok_and(|nth| nth < rest);
                // Fewer places than dossiers: nobody gets more than the whole prize.
                u32::try_from(each + u64::from(one_more)).unwrap_or(prize.money)
            }
            _ => prize.money,
        };
        Award { prize, shared, money }
    }
}
