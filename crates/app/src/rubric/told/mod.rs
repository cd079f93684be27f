//! Rules of judging in plain words. Pure.

mod prizes;
mod rounds;
mod scales;

use judging::points::{Direction, Points, Rounding};
use judging::prize::Places;
use judging::rules::Rules;
use judging::scale::Scale;
use kernel::Message;

use crate::frame::Words;

pub use prizes::{PrizeTold, at_limit, class, limits, majority, prizes, too_much, unused};
pub use rounds::{RoundTold, rounds, tie, ties};
pub use scales::{CriterionTold, ScaleTold, essence, scale_told, scales};

/// Something that is said of rules: the key of what it is about, and the words.
pub type Fact = (&'static str, String);

/// A rounding in words: `đến 0,01, nửa làm tròn lên`.
fn rounding(rounding: Option<Rounding>, words: Words) -> String {
    let Some(Rounding { step, direction }) = rounding else {
        return words.say("rubric-rounding-none");
    };
    let key = match direction {
        Direction::HalfUp => "rubric-rounding-half-up",
        Direction::HalfEven => "rubric-rounding-half-even",
        Direction::Down => "rubric-rounding-down",
    };
    words.tell(&Message::new(key).with("step", super::typed::text::hundredths(step.get())))
}

/// Places in words: `không giới hạn`, `3`, `Cơ khí 1, Y dược 2`.
fn places(places: &Places, words: Words) -> String {
    match places {
        Places::Unlimited => words.say("rubric-places-unlimited"),
        Places::Total(count) => count.to_string(),
        Places::ByField(by_field) if by_field.is_empty() => "0".to_owned(),
        Places::ByField(by_field) => {
            let told = by_field.iter().map(|(field, count)| format!("{field} {count}"));
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The most points of one judge where no field has weights of its own.
fn maximum(scale: &Scale) -> String {
    let (whole, _) = scale.maximum_in("").whole_and_rest();
    let points = i64::try_from(whole).ok().and_then(|it| Points::from_hundredths(it).ok());
    points.map(|it| it.to_string()).unwrap_or_default()
}

/// The name of a round, or its key where there is none.
pub fn round_name<'r>(rules: &'r Rules, key: &'r str) -> &'r str {
    rules.round(key).map_or(key, |round| round.name.as_str())
}

/// The name of a criterion in any scale of a round, or its key.
pub fn criterion_name<'r>(rules: &'r Rules, round: &str, key: &'r str) -> &'r str {
    let round = rules.round(round).into_iter();
    let scales = round.flat_map(|it| it.field_scales.values().chain([&it.scale]));
    let mut found = scales.filter_map(|scale| rules.scale(scale)?.criterion(key));
    found.next().map_or(key, |criterion| criterion.name.as_str())
}

#[cfg(test)]
mod tests;
