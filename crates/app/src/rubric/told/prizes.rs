//! Prizes, and what holds for all of them, in plain words.

use judging::money::{self, National};
use judging::prize::{AtLimit, Beyond, Class, DepartureRules, Majority, Prize, Unused};
use judging::rules::{Forward, LastPlace, Rules};
use kernel::Message;

use super::{Fact, criterion_name, places, round_name, rounding};
use crate::contests::difference::money as dong;
use crate::frame::Words;

/// A prize in words.
pub struct PrizeTold {
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: String,
    /// How many there are.
    pub places: String,
    /// The band; empty where there is none.
    pub band: String,
    /// What it brings; empty where it brings nothing.
    pub money: String,
}

/// Every prize, the highest first.
pub fn prizes(rules: &Rules, words: Words) -> Vec<PrizeTold> {
    let told = |prize: &Prize| PrizeTold {
        name: prize.name.clone(),
        class: words.say(class(prize.class)),
        places: places(&prize.places, words),
        band: prize.minimum.map(|it| words.with("rubric-from", "points", it)).unwrap_or_default(),
        money: if prize.money == 0 { String::new() } else { dong(prize.money.into()) },
    };
    rules.prizes.iter().map(told).collect()
}

/// The key of the name of a class.
pub fn class(class: Class) -> &'static str {
    match class {
        Class::Special => "rubric-class-special",
        Class::First => "rubric-class-first",
        Class::Second => "rubric-class-second",
        Class::Third => "rubric-class-third",
        Class::Consolation => "rubric-class-consolation",
    }
}

/// Prizes that bring more than 80 percent of what the national contest pays: a warning.
pub fn too_much(rules: &Rules, words: Words) -> Vec<String> {
    let national = National::contest_of_technical_innovation();
    let told = |it: money::TooMuch<'_>| {
        let name = rules.position(it.prize).map_or(it.prize, |at| rules.prizes[at].name.as_str());
        let said = Message::new("rubric-too-much").with("prize", name);
        words.tell(&said.with("money", dong(it.money.into())).with("most", dong(it.most.into())))
    };
    money::too_much(rules, &national).into_iter().map(told).collect()
}

/// What holds for all prizes.
pub fn limits(rules: &Rules, words: Words) -> Vec<Fact> {
    let mut facts = vec![
        ("rubric-fields", rules.fields.join("; ")),
        ("rubric-total-rounding", rounding(rules.rounding, words)),
    ];
    facts.extend(rules.vote.map(|vote| {
        let said = words.with("rubric-vote-told", "points", vote.points);
        ("rubric-vote", format!("{said}; {}", rounding(Some(vote.rounding), words)))
    }));
    facts.push(("rubric-unused", words.say(unused(rules.unused))));
    facts.push(("rubric-at-limit", words.say(at_limit(rules.at_limit))));
    facts.push(("rubric-departures", departures(&rules.departures, words)));
    let forward = rules.forward.as_ref();
    let forward = forward.map_or_else(
        || words.say("rubric-forward-none"),
        |forward| forward_told(rules, forward, words),
    );
    facts.push(("rubric-forward", forward));
    facts.push((
        "rubric-divergence",
        words.with("rubric-divergence-told", "percent", rules.divergence),
    ));
    facts
}

/// The key of what becomes of unused places.
pub fn unused(unused: Unused) -> &'static str {
    match unused {
        Unused::Empty => "rubric-unused-empty",
        Unused::OtherFields => "rubric-unused-fields",
        Unused::NextPrize => "rubric-unused-next",
        Unused::OtherFieldsThenNextPrize => "rubric-unused-fields-next",
    }
}

/// The key of what happens at the last place.
pub fn at_limit(at_limit: AtLimit) -> &'static str {
    match at_limit {
        AtLimit::Share => "rubric-limit-share",
        AtLimit::Pass => "rubric-limit-pass",
        AtLimit::Exceed => "rubric-limit-exceed",
    }
}

/// The key of a majority.
pub fn majority(majority: Majority) -> &'static str {
    match majority {
        Majority::MoreThanHalf => "rubric-majority-half",
        Majority::TwoThirds => "rubric-majority-two-thirds",
        Majority::All => "rubric-majority-all",
    }
}

fn departures(rules: &DepartureRules, words: Words) -> String {
    let said = words.say(majority(rules.majority));
    let [places, band] = [Beyond::Places, Beyond::Band].map(|it| rules.beyond.contains(&it));
    let beyond = match (places, band) {
        (false, false) => "rubric-beyond-nothing",
        (true, false) => "rubric-beyond-places-told",
        (false, true) => "rubric-beyond-band-told",
        (true, true) => "rubric-beyond-both-told",
    };
    format!("{said}; {}", words.say(beyond))
}

fn forward_told(rules: &Rules, forward: &Forward, words: Words) -> String {
    let key = match forward.last {
        LastPlace::In => "rubric-forward-in-told",
        LastPlace::Out => "rubric-forward-out-told",
    };
    let lowest = rules.position(&forward.lowest);
    let lowest = lowest.map_or(forward.lowest.as_str(), |at| rules.prizes[at].name.as_str());
    let said = words.tell(&Message::new(key).with("prize", lowest).with("most", forward.most));
    let Some(mark) = &forward.criterion else { return said };
    let also = Message::new("rubric-forward-mark-told")
        .with("criterion", criterion_name(rules, &mark.round, &mark.criterion))
        .with("round", round_name(rules, &mark.round))
        .with("points", mark.minimum);
    format!("{said}; {}", words.tell(&also))
}
