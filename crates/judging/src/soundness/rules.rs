//! What rules contradict in themselves.

use crate::points::Weight;
use crate::prize::{Places, Prize};
use crate::ratio::Ratio;
use crate::rules::{Aggregate, Round, Rules, TieBreak};
use crate::soundness::{MOST_ROUNDS, Trouble, twice};

impl Rules {
    /// Everything that contradicts itself (mâu thuẫn trong quy chế chấm).
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut found = self.names_twice();
        match self.rounds.len() {
            0 => found.push(Trouble::NoRound),
            1..=MOST_ROUNDS => (),
            _ => found.push(Trouble::ManyRounds),
        }
        found.extend(self.scales.iter().flat_map(|scale| scale.troubles(&self.fields)));
        found.extend(self.rounds.iter().flat_map(|round| self.round_troubles(round)));
        let weights = self.rounds.iter().map(|round| round.weight);
        let no_weight = !self.rounds.is_empty() && weights.clone().all(|it| it == Weight(0));
        if no_weight || weights.max() > Some(Weight::MOST) {
            found.push(Trouble::Weights);
        }
        if self.divergence > 100 {
            found.push(Trouble::Divergence);
        }
        found.extend(self.ties.iter().flat_map(|tie| self.tie_troubles(tie)));
        found.extend(self.prizes.iter().flat_map(|prize| self.unknown_fields(&prize.places)));
        if let Some(forward) = &self.forward {
            let unknown = self.position(&forward.lowest).is_none();
            found.extend(unknown.then(|| Trouble::UnknownPrize(forward.lowest.clone())));
            let mark = forward.criterion.iter();
            found.extend(mark.flat_map(|it| self.place_troubles(&it.round, Some(&it.criterion))));
        }
        let bands = |pair: &&[Prize]| pair[1].minimum > pair[0].minimum;
        let above = self.prizes.windows(2).filter(bands).map(|pair| pair[1].key.clone());
        found.extend(above.map(Trouble::BandsOutOfOrder));
        found
    }

    fn names_twice(&self) -> Vec<Trouble> {
        twice(self.fields.iter())
            .chain(twice(self.scales.iter().map(|it| &it.key)))
            .chain(twice(self.rounds.iter().map(|it| &it.key)))
            .chain(twice(self.prizes.iter().map(|it| &it.key)))
            .collect()
    }

    fn round_troubles(&self, round: &Round) -> Vec<Trouble> {
        let fields = round.field_scales.keys().filter(|field| !self.fields.contains(field));
        let mut found: Vec<Trouble> = fields.cloned().map(Trouble::UnknownField).collect();
        let scales = round.field_scales.values().chain([&round.scale]);
        let unknown = scales.filter(|key| self.scale(key).is_none());
        found.extend(unknown.cloned().map(Trouble::UnknownScale));
        if let Aggregate::Trimmed { each_end, from } = round.aggregate
            && from <= 2 * u16::from(each_end)
        {
            found.push(Trouble::TrimsAll(round.key.clone()));
        }
        let advance = round.advance.as_ref().map(|advance| &advance.places);
        found.extend(advance.into_iter().flat_map(|places| self.unknown_fields(places)));
        let maxima = self.fields.iter().filter_map(|field| self.maximum(round, field));
        if maxima.clone().min() != maxima.max() {
            found.push(Trouble::UnequalMaxima(round.key.clone()));
        }
        found
    }

    /// The most points of a round in a field (điểm tối đa của vòng), in hundredths.
    pub(crate) fn maximum(&self, round: &Round, field: &str) -> Option<Ratio> {
        Some(self.scale(round.scale_in(field))?.maximum_in(field))
    }

    fn unknown_fields(&self, places: &Places) -> Vec<Trouble> {
        let Places::ByField(by_field) = places else { return Vec::new() };
        let unknown = by_field.keys().filter(|field| !self.fields.contains(field));
        unknown.cloned().map(Trouble::UnknownField).collect()
    }

    fn tie_troubles(&self, tie: &TieBreak) -> Vec<Trouble> {
        let (key, criterion) = match tie {
            TieBreak::Criterion { round, criterion } => (round, Some(criterion)),
            TieBreak::Round { round }
            | TieBreak::FewerLow { round, .. }
            | TieBreak::Chair { round } => (round, None),
            TieBreak::Lot => return Vec::new(),
        };
        self.place_troubles(key, criterion)
    }

    /// Whether there is such a round, and such a criterion in each of its scales.
    fn place_troubles(&self, key: &str, criterion: Option<&String>) -> Vec<Trouble> {
        let Some(round) = self.round(key) else {
            return vec![Trouble::UnknownRound(key.to_owned())];
        };
        let scales = round.field_scales.values().chain([&round.scale]);
        let scales: Vec<_> = scales.filter_map(|key| self.scale(key)).collect();
        let lacks = |key: &&String| scales.iter().any(|scale| scale.criterion(key).is_none());
        let lacking = criterion.filter(lacks);
        lacking.cloned().map(Trouble::UnknownCriterion).into_iter().collect()
    }
}
