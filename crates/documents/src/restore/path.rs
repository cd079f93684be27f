//! The words of a text taken together: the cheapest path through what each token may be.

use std::rc::Rc;

use super::lattice::Reading;
use super::lexicon::{BREAK, Context, Lexicon, Word};

/// How many beginnings of the path are followed at once.
const BEAM: usize = 8;

/// How much dearer than the best a beginning may be that is still followed.
const SLACK: f32 = 700.0;

/// How many other readings of a token, the cheapest by print, it is weighed against.
const RIVALS: usize = 5;

/// The reading chosen for a token, and how sure it is, 0 to 1.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) reading: Reading,
    pub(super) certainty: f32,
}

/// A beginning of the path: its last two words, its cost, and how it came about.
#[derive(Debug, Clone, Copy)]
struct Step {
    words: (Word, Word),
    cost: f32,
    from: usize,
    reading: usize,
}

/// The readings of the tokens on the cheapest path. A sentence `opens` before some of them.
pub(super) fn cheapest(readings: &[Rc<[Reading]>], opens: &[bool]) -> Vec<Choice> {
    let paths = Paths { lexicon: Lexicon::shared() };
    let path = paths.path(readings, opens);
    paths.choices(readings, opens, &path)
}

struct Paths<'a> {
    lexicon: &'a Lexicon,
}

impl Paths<'_> {
    /// The cost of a reading after two words, and the two words after it.
    fn extend(&self, words: (Word, Word), reading: &Reading) -> (f32, (Word, Word)) {
        let by_pair = self.lexicon.by_pair(words.1, reading.words.0);
        self.extended(words, &self.lexicon.context(words.0, words.1), by_pair, reading)
    }

    fn extended(
        &self,
        (_, second): (Word, Word),
        context: &Context<'_>,
        by_pair: f32,
        reading: &Reading,
    ) -> (f32, (Word, Word)) {
        let (word, tail) = reading.words;
        let cost = context.cost(word, by_pair) + f32::from(reading.cost);
        match tail {
            Some(tail) => (cost + self.lexicon.cost(second, word, tail), (word, tail)),
            None => (cost, (second, word)),
        }
    }

    /// The ways on from some steps, without those that are surely too dear.
    fn layer(&self, steps: &[Step], readings: &[Reading], opens: bool) -> Vec<Step> {
        let mut layer: Vec<Step> = Vec::with_capacity(BEAM * readings.len());
        let mut most = f32::MAX;
        // The chance of each reading after a word; several steps end in the same.
        let mut chances: Vec<(Word, Vec<f32>)> = Vec::with_capacity(BEAM);
        for (from, step) in steps.iter().enumerate() {
            let before = if opens { (BREAK, BREAK) } else { step.words };
            let known = chances.iter().position(|(word, _)| *word == before.1);
            let row = known.unwrap_or(chances.len());
            if known.is_none() {
                let by_pair = readings.iter().map(|it| self.lexicon.by_pair(before.1, it.words.0));
                chances.push((before.1, by_pair.collect()));
            }
            let context = self.lexicon.context(before.0, before.1);
            for (reading, choice) in readings.iter().enumerate() {
                if step.cost + f32::from(choice.cost) > most {
                    break;
                }
                let by_pair = chances[row].1[reading];
                let (cost, words) = self.extended(before, &context, by_pair, choice);
                let cost = step.cost + cost;
                most = most.min(cost + SLACK);
                layer.push(Step { words, cost, from, reading });
            }
        }
        layer
    }

    /// The index of the reading of each token on the cheapest path.
    fn path(&self, readings: &[Rc<[Reading]>], opens: &[bool]) -> Vec<usize> {
        let start = Step { words: (BREAK, BREAK), cost: 0.0, from: 0, reading: 0 };
        let mut layers: Vec<Vec<Step>> = Vec::with_capacity(readings.len() + 1);
        layers.push(vec![start]);
        for (token, readings) in readings.iter().enumerate() {
            layers.push(keep_best(self.layer(&layers[token], readings, opens[token])));
        }
        let mut path = Vec::with_capacity(readings.len());
        let mut at = 0;
        for layer in layers[1..].iter().rev() {
            path.push(layer[at].reading);
            at = layer[at].from;
        }
        path.reverse();
        path
    }

    /// The chosen readings, each weighed against the others of its token between its neighbours.
    fn choices(&self, readings: &[Rc<[Reading]>], opens: &[bool], path: &[usize]) -> Vec<Choice> {
        let mut choices = Vec::with_capacity(path.len());
        let mut before = (BREAK, BREAK);
        for (token, &chosen) in path.iter().enumerate() {
            if opens[token] {
                before = (BREAK, BREAK);
            }
            let after = path.get(token + 1).filter(|_| !opens[token + 1]);
            let after = after.map(|&next| &readings[token + 1][next]);
            let cost = |reading: &Reading| {
                let (cost, words) = self.extend(before, reading);
                cost + after.map_or(0.0, |next| self.extend(words, next).0)
            };
            let own = cost(&readings[token][chosen]);
            let others = readings[token].iter().enumerate().take(RIVALS);
            let others = others.filter(|(at, _)| *at != chosen);
            let sum: f32 = others.map(|(_, it)| ((own - cost(it)) / 100.0).exp()).sum();
            let reading = readings[token][chosen].clone();
            before = self.extend(before, &reading).1;
            choices.push(Choice { certainty: 1.0 / (1.0 + sum), reading });
        }
        choices
    }
}

/// The cheapest step for each pair of last words, and of those the cheapest few, in order.
fn keep_best(mut layer: Vec<Step>) -> Vec<Step> {
    let least = layer.iter().map(|step| step.cost).fold(f32::MAX, f32::min);
    layer.retain(|step| step.cost <= least + SLACK);
    layer.sort_unstable_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut kept: Vec<Step> = Vec::with_capacity(BEAM);
    for step in layer {
        if kept.len() == BEAM {
            break;
        }
        if kept.iter().all(|better| better.words != step.words) {
            kept.push(step);
        }
    }
    kept
}
