//! What a scale contradicts in itself.

use crate::points::{Points, Weight};
use crate::ratio::Ratio;
use crate::scale::{Criterion, Level, Scale};
use crate::soundness::{Trouble, twice};

impl Scale {
    /// Everything that contradicts itself (mâu thuẫn trong thang điểm), in any of the fields.
    pub fn troubles(&self, fields: &[String]) -> Vec<Trouble> {
        let mut found: Vec<Trouble> = twice(self.criteria.iter().map(|it| &it.key)).collect();
        found.extend(self.criteria.iter().flat_map(|it| it.troubles(fields)));
        let maxima = fields.iter().map(|field| self.maximum_in(field));
        let least = maxima.clone().min().unwrap_or(Ratio::ZERO);
        let key = || self.key.clone();
        if least == Ratio::ZERO {
            found.push(Trouble::EmptyScale(key()));
        }
        if maxima.max() > Some(Points::MOST.into()) {
            found.push(Trouble::GreatScale(key()));
        }
        let above = |points: Points| Ratio::from(points) > least;
        if self.minimum.is_some_and(above) || self.levels.iter().any(|it| above(it.from)) {
            found.push(Trouble::AboveMaximum(key()));
        }
        found.extend(out_of_order(&self.levels).then(|| Trouble::LevelsOutOfOrder(key())));
        found
    }
}

impl Criterion {
    fn troubles(&self, fields: &[String]) -> Vec<Trouble> {
        let key = || self.key.clone();
        let unknown = self.field_weights.keys().filter(|field| !fields.contains(field));
        let mut found: Vec<Trouble> = unknown.cloned().map(Trouble::UnknownField).collect();
        if !self.maximum.hundredths().is_multiple_of(self.step.get()) {
            found.push(Trouble::MaximumOffStep(key()));
        }
        let knockout = self.knockout.map(|knockout| knockout.below);
        let levels = self.levels.iter().map(|level| level.from);
        let marks = self.minimum.into_iter().chain(knockout).chain(levels);
        if marks.max() > Some(self.maximum) {
            found.push(Trouble::AboveMaximum(key()));
        }
        found.extend(out_of_order(&self.levels).then(|| Trouble::LevelsOutOfOrder(key())));
        if self.field_weights.values().chain([&self.weight]).any(|it| *it > Weight::MOST) {
            found.push(Trouble::Weights);
        }
        found
    }
}

fn out_of_order(levels: &[Level]) -> bool {
    !levels.windows(2).all(|it| it[0].from > it[1].from)
}

#[cfg(test)]
#[path = "scale_tests.rs"]
mod tests;
