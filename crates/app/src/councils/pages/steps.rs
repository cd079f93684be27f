//! The steps of an explanation, each as a sentence.

use std::collections::BTreeMap;

use ::judging::points::{Points, Weight};
use ::judging::ranking::{
    Effect, ForwardAnswer, Marked, Method, Out, Part, PrizeAnswer, Step, TieValue,
};
use ::judging::ratio::Ratio;
use ::judging::records::{Counts, Marking};
use ::judging::rules::{Rules, TieBreak};
use kernel::Message;

use crate::councils::store::MemberRow;
use crate::frame::Words;

/// Hundredths of a point as people write them; what is no whole number of them is said to be about so much.
pub fn points(exact: Ratio) -> String {
    let (whole, rest) = exact.whole_and_rest();
    let up = rest.double() >= Ratio::ONE;
    let near = i64::try_from(whole + i128::from(up)).unwrap_or(i64::MAX);
    let shown =
        Points::from_hundredths(near).map_or_else(|_| exact.to_string(), |it| it.to_string());
    match rest == Ratio::ZERO {
        true => shown,
        false => format!("≈ {shown}"),
    }
}

/// Why a dossier has no rank.
pub fn out(out: Out) -> &'static str {
    match out {
        Out::Ineligible => "out-ineligible",
        Out::Withdrawn => "out-withdrawn",
        Out::TooFewSheets => "out-too-few-sheets",
        Out::KnockedOut => "out-knocked-out",
        Out::NotAdvanced => "out-not-advanced",
    }
}

/// What names stand for keys.
pub struct Names<'r> {
    /// Words of the reader's language.
    pub words: Words,
    /// Rounds, criteria, prizes.
    pub rules: &'r Rules,
    /// Judges by the names that lists use.
    pub judges: &'r BTreeMap<String, MemberRow>,
}

impl Names<'_> {
    fn judge(&self, key: &str) -> String {
        self.judges.get(key).map_or_else(|| key.to_owned(), |judge| judge.name.clone())
    }

    fn round(&self, key: &str) -> String {
        self.rules.round(key).map_or_else(|| key.to_owned(), |round| round.name.clone())
    }

    fn prize(&self, key: &str) -> String {
        let prize = self.rules.prizes.iter().find(|prize| prize.key == key);
        prize.map_or_else(|| key.to_owned(), |prize| prize.name.clone())
    }

    fn criterion(&self, key: &str) -> String {
        let found = self.rules.scales.iter().find_map(|scale| scale.criterion(key));
        found.map_or_else(|| key.to_owned(), |it| it.name.clone())
    }

    /// A step as a sentence.
    pub fn told(&self, step: &Step<'_>) -> String {
        self.words.tell(&self.message(step))
    }

    fn message(&self, step: &Step<'_>) -> Message {
        match step {
            Step::Sheet { round, judge, marking, marks, total } => {
                let key = match marking {
                    Marking::First => "step-sheet",
                    Marking::Second => "step-sheet-again",
                };
                let told = Message::new(key).with("round", self.round(round));
                let told = told.with("judge", self.judge(judge)).with("marks", self.marks(marks));
                told.with("total", points(*total))
            }
            Step::SecondMarking { round, first, second, counts } => {
                let key = match counts {
                    Counts::First => "step-second-first",
                    Counts::Second => "step-second-second",
                    Counts::Both => "step-second-both",
                };
                let told = Message::new(key).with("round", self.round(round));
                told.with("first", maybe(*first)).with("second", maybe(*second))
            }
            Step::Score { round, method, taken, left_out, exact, score, .. } => {
                self.score(round, *method, (taken, left_out), (*exact, *score))
            }
            Step::TooFewSheets { round, sheets, fewest } => {
                let told = Message::new("step-too-few-sheets").with("round", self.round(round));
                told.with("sheets", sheets).with("fewest", fewest)
            }
            Step::KnockedOut { criterion, below, against, of, .. } => {
                let told = Message::new("step-knocked-out").with("name", self.criterion(criterion));
                told.with("below", below).with("against", against).with("of", of)
            }
            Step::BelowCriterion { criterion, mean, minimum, .. } => {
                let told = Message::new("step-below-criterion");
                let told = told.with("name", self.criterion(criterion));
                told.with("mean", points(*mean)).with("minimum", minimum)
            }
            Step::BelowScale { score, minimum, .. } => Message::new("step-below-scale")
                .with("score", points(*score))
                .with("minimum", minimum),
            other => self.decided(other),
        }
    }

    /// Steps after the scores of rounds.
    fn decided(&self, step: &Step<'_>) -> Message {
        match step {
            Step::Cut { round, score, lowest } => Message::new("step-cut")
                .with("round", self.round(round))
                .with("score", points(*score))
                .with("lowest", maybe(*lowest)),
            Step::Vote { votes, most, score, .. } => Message::new("step-vote")
                .with("votes", votes)
                .with("most", most)
                .with("score", points(*score)),
            Step::Total { parts, vote, total, .. } => Message::new("step-total")
                .with("parts", self.parts(parts, *vote))
                .with("total", points(*total)),
            Step::Tie { by, among, value } => self.tie(by, *among, *value),
            Step::Rank { rank, of, field_rank, of_field } => Message::new("step-rank")
                .with("rank", rank)
                .with("of", of)
                .with("fieldrank", field_rank)
                .with("offield", of_field),
            Step::Prize { prize, answer } => prize_told(*answer).with("prize", self.prize(prize)),
            Step::Departure { decided, reason, tally, effect, .. } => {
                let nothing = || self.words.say("prize-none");
                let decided = decided.map_or_else(nothing, |key| self.prize(key));
                let told = Message::new(effect_key(*effect)).with("prize", decided);
                let told = told.with("reason", reason).with("favour", tally.in_favour);
                told.with("members", tally.members)
            }
            Step::Forward { answer } => forward_told(*answer),
            _ => Message::new("step-total").with("parts", "").with("total", ""),
        }
    }

    fn marks(&self, marks: &[Marked<'_>]) -> String {
        let mark = |mark: &Marked<'_>| {
            let weight = match mark.weight == Weight::ONE {
                true => String::new(),
                false => format!(" × {}", points(Ratio::whole(mark.weight.0.into()))),
            };
            format!("{} {}{weight}", self.criterion(mark.criterion), mark.points)
        };
        marks.iter().map(mark).collect::<Vec<_>>().join(" + ")
    }

    fn score(
        &self,
        round: &str,
        method: Method,
        (taken, left_out): (&[Ratio], &[Ratio]),
        (exact, score): (Ratio, Ratio),
    ) -> Message {
        let key = match (method, left_out.is_empty()) {
            (Method::Mean, true) => "step-score-mean",
            (Method::Mean, false) => "step-score-trimmed",
            (Method::Median, _) => "step-score-median",
            (Method::Voted, _) => "step-score-voted",
        };
        let list = |all: &[Ratio]| all.iter().map(|it| points(*it)).collect::<Vec<_>>().join("; ");
        Message::new(key)
            .with("round", self.round(round))
            .with("taken", list(taken))
            .with("out", list(left_out))
            .with("exact", points(exact))
            .with("score", points(score))
    }

    fn parts(&self, parts: &[Part<'_>], vote: Option<Ratio>) -> String {
        let part = |part: &Part<'_>| format!("{} {}", self.round(part.round), points(part.score));
        let mut told: Vec<String> = parts.iter().map(part).collect();
        told.extend(vote.map(|vote| format!("{} {}", self.words.say("public-vote"), points(vote))));
        told.join("; ")
    }

    fn tie(&self, by: &TieBreak, among: usize, value: TieValue) -> Message {
        let by = match by {
            TieBreak::Criterion { criterion, .. } => self.criterion(criterion),
            TieBreak::Round { round } => self.round(round),
            TieBreak::FewerLow { below, .. } => self.words.with("tie-by-fewer-low", "below", below),
            TieBreak::Chair { .. } => self.words.say("tie-by-chair"),
            TieBreak::Lot => self.words.say("tie-by-lot"),
        };
        let value = match value {
            TieValue::Points(value) => maybe(value),
            TieValue::Count(count) => count.to_string(),
            TieValue::Lot(digest) => format!("{:032x}", digest.0),
        };
        Message::new("step-tie").with("by", by).with("among", among).with("value", value)
    }
}

fn maybe(value: Option<Ratio>) -> String {
    value.map_or_else(|| "–".to_owned(), points)
}

fn prize_told(answer: PrizeAnswer) -> Message {
    match answer {
        PrizeAnswer::Barred => Message::new("step-prize-barred"),
        PrizeAnswer::BelowBand { total, minimum } => {
            Message::new("step-prize-below").with("total", points(total)).with("minimum", minimum)
        }
        PrizeAnswer::NoPlace => Message::new("step-prize-no-place"),
        PrizeAnswer::TiedAtLimit { among, places } => {
            Message::new("step-prize-tied").with("among", among).with("places", places)
        }
        PrizeAnswer::Given { among: 1, .. } => Message::new("step-prize-given"),
        PrizeAnswer::Given { among, .. } => Message::new("step-prize-shared").with("among", among),
    }
}

fn effect_key(effect: Effect) -> &'static str {
    match effect {
        Effect::Taken => "step-departure-taken",
        Effect::NoReason => "step-departure-no-reason",
        Effect::NoMajority => "step-departure-no-majority",
        Effect::NotRanked => "step-departure-not-ranked",
        Effect::BeyondBand => "step-departure-beyond-band",
        Effect::BeyondPlaces => "step-departure-beyond-places",
    }
}

fn forward_told(answer: ForwardAnswer) -> Message {
    match answer {
        ForwardAnswer::Proposed => Message::new("step-forward-proposed"),
        ForwardAnswer::NoPrize => Message::new("step-forward-no-prize"),
        ForwardAnswer::BelowCriterion { mean, minimum } => {
            Message::new("step-forward-below").with("mean", maybe(mean)).with("minimum", minimum)
        }
        ForwardAnswer::NoPlace => Message::new("step-forward-no-place"),
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    #[test]
    fn what_is_not_exact_is_said_to_be_about_so_much() {
        let check = |above: i128, below: u32, expect: &str| {
            let exact = Ratio::whole(above).per(NonZeroU32::new(below).unwrap());
            assert_eq!(points(exact), expect, "{above}/{below}");
        };
        check(8_000, 1, "80");
        check(8_050, 1, "80,5");
        check(24_700, 3, "≈ 82,33");
        check(24_701, 2, "≈ 123,51");
    }
}
