//! What the forms of rules of judging offer: the word of a form, and what people read.

use judging::prize::Beyond;
use judging::rules::{Rules, TieBreak};
use kernel::Message;

use crate::contests::typed::{PRIZES, Typed};
use crate::frame::Words;
use crate::rubric::told;
use crate::rubric::typed::{AT_LIMIT, BEYOND, CLASSES, MAJORITIES, UNUSED, of_tie};

/// Something to choose: word and name.
pub type Choices = Vec<(String, String)>;

/// Choices out of words and keys of their names.
fn coded(words: Words, all: &[(&str, &str)]) -> Choices {
    all.iter().map(|(code, key)| ((*code).to_owned(), words.say(key))).collect()
}

/// What stands in the lists of the form of all rules.
pub struct Offers {
    /// Scales.
    pub scales: Choices,
    /// How sheets become one number.
    pub aggregates: Choices,
    /// Which way is rounded.
    pub directions: Choices,
    /// Which way votes are rounded, which they must be.
    pub vote_directions: Choices,
    /// Who goes on to the next round.
    pub advances: Choices,
    /// What parts equals.
    pub ties: Choices,
    /// Classes of prizes.
    pub classes: Choices,
    /// What becomes of unused places.
    pub unused: Choices,
    /// What happens at the last place.
    pub at_limit: Choices,
    /// Majorities.
    pub majorities: Choices,
    /// What a departure may go beyond.
    pub beyond: Choices,
    /// Prizes, as they are typed.
    pub prizes: Choices,
    /// What becomes of equals at the last place of proposals.
    pub lasts: Choices,
    /// Criteria of rounds.
    pub marks: Choices,
}

impl Offers {
    /// Whether a tie-break of this word is offered: one of a round that is gone is not, and is shown as it was typed.
    pub fn knows_tie(&self, what: &str) -> bool {
        what.is_empty() || self.ties.iter().any(|(code, _)| code == what)
    }
}

/// What the form of all rules offers, for rules that are declared and what is typed.
pub fn offers(rules: &Rules, typed: &Typed, words: Words) -> Offers {
    let directions = coded(words, &DIRECTIONS);
    let named = |all: Vec<(&'static str, &'static str)>| coded(words, &all);
    let beyond = |it| match it {
        Beyond::Places => "rubric-beyond-places",
        Beyond::Band => "rubric-beyond-band",
    };
    Offers {
        scales: rules.scales.iter().map(|it| (it.key.clone(), it.name.clone())).collect(),
        aggregates: coded(words, &AGGREGATES),
        vote_directions: directions[1..].to_vec(),
        directions,
        advances: coded(words, &ADVANCES),
        ties: ties(rules, words),
        classes: named(CLASSES.map(|(code, it)| (code, told::class(it))).to_vec()),
        unused: named(UNUSED.map(|(code, it)| (code, told::unused(it))).to_vec()),
        at_limit: named(AT_LIMIT.map(|(code, it)| (code, told::at_limit(it))).to_vec()),
        majorities: named(MAJORITIES.map(|(code, it)| (code, told::majority(it))).to_vec()),
        beyond: named(BEYOND.map(|(code, it)| (code, beyond(it))).to_vec()),
        prizes: prizes(typed),
        lasts: coded(words, &LASTS),
        marks: marks(rules, words),
    }
}

const AGGREGATES: [(&str, &str); 3] = [
    ("", "rubric-aggregate-mean"),
    ("trimmed", "rubric-aggregate-trimmed"),
    ("median", "rubric-aggregate-median"),
];
const DIRECTIONS: [(&str, &str); 4] = [
    ("", "rubric-rounding-none"),
    ("half-up", "rubric-direction-half-up"),
    ("half-even", "rubric-direction-half-even"),
    ("down", "rubric-direction-down"),
];
const ADVANCES: [(&str, &str); 3] =
    [("", "rubric-advance-all"), ("in", "rubric-advance-in"), ("out", "rubric-advance-out")];
const LASTS: [(&str, &str); 2] = [("in", "rubric-last-in"), ("out", "rubric-last-out")];

/// Everything by which equals of the declared rounds can be parted.
fn ties(rules: &Rules, words: Words) -> Choices {
    let mut offered: Vec<(String, String)> = Vec::new();
    let mut offer = |tie: &TieBreak| offered.push((of_tie(tie), told::tie(rules, tie, words)));
    for (round, criterion) in criteria(rules) {
        offer(&TieBreak::Criterion { round, criterion });
    }
    for round in &rules.rounds {
        offer(&TieBreak::Chair { round: round.key.clone() });
        offer(&TieBreak::Round { round: round.key.clone() });
    }
    offer(&TieBreak::Lot);
    for round in &rules.rounds {
        let key = format!("fewer-low/{}", round.key);
        offered.push((key, words.with("rubric-tie-fewer-low-than", "round", &round.name)));
    }
    offered
}

/// Each criterion of each round.
fn criteria(rules: &Rules) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for round in &rules.rounds {
        for scale in round.field_scales.values().chain([&round.scale]) {
            for criterion in rules.scale(scale).into_iter().flat_map(|scale| &scale.criteria) {
                let pair = (round.key.clone(), criterion.key.clone());
                if !found.contains(&pair) {
                    found.push(pair);
                }
            }
        }
    }
    found
}

fn marks(rules: &Rules, words: Words) -> Choices {
    let told = |(round, criterion): (String, String)| {
        let said = Message::new("rubric-mark-of")
            .with("criterion", told::criterion_name(rules, &round, &criterion))
            .with("round", told::round_name(rules, &round));
        (format!("{round}/{criterion}"), words.tell(&said))
    };
    criteria(rules).into_iter().map(told).collect()
}

/// The prizes of a form, by their keys, or by their names where they have none yet.
fn prizes(typed: &Typed) -> Choices {
    let filled = PRIZES.iter().filter(|row| typed.is_filled(row));
    let named = filled.map(|row| {
        let (key, name) = (typed.row(row, "key"), typed.row(row, "name").trim());
        let known = if key.is_empty() { name } else { key };
        (known.to_owned(), name.to_owned())
    });
    named.filter(|(known, _)| !known.is_empty()).collect()
}

/// What the form of a scale offers.
pub struct ScaleOffers {
    /// How many judges must be against a dossier.
    pub judges: Choices,
    /// When something must stand beside points.
    pub wanted: Choices,
}

/// What the form of a scale offers.
pub fn scale_offers(words: Words) -> ScaleOffers {
    ScaleOffers { judges: coded(words, &JUDGES), wanted: coded(words, &WANTED) }
}

const JUDGES: [(&str, &str); 3] =
    [("", "rubric-judges-majority"), ("any", "rubric-judges-any"), ("all", "rubric-judges-all")];
const WANTED: [(&str, &str); 3] = [
    ("", "rubric-wanted-never"),
    ("always", "rubric-wanted-always"),
    ("outside", "rubric-wanted-outside"),
];
