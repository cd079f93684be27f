//! What is published of a contest, and how it is held again.

use std::num::{NonZeroU16, NonZeroU32};

use judging::bundle::Bundle;
use judging::divergence::USUAL;
use judging::points::{Direction, Points, Rounding, Weight};
use judging::prize::{AtLimit, Class, DepartureRules, Majority, Places, Prize, Unused};
use judging::ranking::{Award, Outcome, PrizeAnswer, Source, Step, rank};
use judging::ready::with_code;
use judging::records::{Entry, Records};
use judging::rules::{Advance, Aggregate, Round, Rules};
use judging::scale::Scale;

use crate::{outsider, recount, sheets};

/// The standard six fields, in short.
pub const FIELDS: [&str; 6] = ["CNTT", "Cơ khí", "Giáo dục", "Nông lâm", "Vật liệu", "Y dược"];

pub fn points(whole: i64) -> Points {
    Points::from_hundredths(100 * whole).unwrap()
}

pub fn scale(code: &str) -> Scale {
    with_code(code).unwrap().scales[0].clone()
}

pub fn round(key: &str, scale: &Scale, advance: Option<Advance>) -> Round {
    Round {
        key: key.to_owned(),
        name: key.to_owned(),
        scale: scale.key.clone(),
        field_scales: [].into(),
        aggregate: Aggregate::Mean,
        rounding: None,
        weight: Weight(if advance.is_some() { 0 } else { 100 }),
        fewest_sheets: NonZeroU16::new(3).unwrap(),
        advance,
    }
}

/// The four usual prizes, with their bands and places.
pub fn prizes(bands: [Option<i64>; 4], places: [Places; 4], money: [u32; 4]) -> Vec<Prize> {
    let lines = [
        ("nhat", "Giải Nhất", Class::First),
        ("nhi", "Giải Nhì", Class::Second),
        ("ba", "Giải Ba", Class::Third),
        ("kk", "Giải Khuyến khích", Class::Consolation),
    ];
    let lines = lines.into_iter().zip(bands).zip(places).zip(money);
    let prize = |((((key, name, class), band), places), money): (((_, Option<i64>), _), u32)| {
        let (key, name): (&str, &str) = (key, name);
        let (key, name) = (key.to_owned(), name.to_owned());
        Prize { key, name, class, money, minimum: band.map(points), places }
    };
    lines.map(prize).collect()
}

pub fn rules(scale: Scale, rounds: Vec<Round>, prizes: Vec<Prize>) -> Rules {
    Rules {
        fields: FIELDS.map(str::to_owned).to_vec(),
        scales: vec![scale],
        rounds,
        rounding: Some(Rounding {
            step: NonZeroU32::new(10).unwrap(),
            direction: Direction::HalfUp,
        }),
        vote: None,
        ties: Vec::new(),
        prizes,
        unused: Unused::Empty,
        at_limit: AtLimit::Share,
        departures: DepartureRules { majority: Majority::TwoThirds, beyond: Vec::new() },
        forward: None,
        divergence: USUAL,
    }
}

/// How many of each prize, the highest first.
fn counts<'a>(
    rules: &Rules,
    outcomes: &[Outcome<'a>],
    award: impl Fn(&Outcome<'a>) -> Option<Award<'a>>,
) -> Vec<usize> {
    let given = |key: &str| {
        outcomes.iter().filter(|it| award(it).is_some_and(|it| it.prize.key == key)).count()
    };
    rules.prizes.iter().map(|prize| given(&prize.key)).collect()
}

/// What is published of a contest.
pub struct Published {
    pub filed: usize,
    pub ranked: usize,
    pub by_rules: [usize; 4],
    pub prizes: [usize; 4],
    pub forwarded: usize,
    /// Prizes out of places that another field could not fill.
    pub moved: usize,
}

/// Ranks a contest, compares its counts, counts it again from its steps and by the outsider's program.
pub fn replay(name: &str, rules: Rules, records: Records, published: &Published) {
    let ranking = rank(&rules, &records).unwrap();
    let outcomes = &ranking.outcomes;
    assert_eq!(outcomes.len(), published.filed);
    assert_eq!(outcomes.iter().filter(|it| it.place.is_ok()).count(), published.ranked);
    assert_eq!(counts(&rules, outcomes, |it| it.by_rules), published.by_rules);
    assert_eq!(counts(&rules, outcomes, |it| it.award), published.prizes);
    let forwarded = outcomes.iter().filter(|it| it.is_forwarded).count();
    assert_eq!(forwarded, published.forwarded);
    let moved = outcomes.iter().filter(|it| it.steps.iter().any(|step| is_moved(step, &rules)));
    assert_eq!(moved.count(), published.moved);
    recount::agrees(&ranking);
    let bundle = Bundle::new(rules, records).unwrap();
    assert_eq!(bundle.recompute().unwrap().differences, []);
    outsider::agrees(name, &[bundle]);
}

/// Whether a prize of fields came out of the places of all.
fn is_moved(step: &Step<'_>, rules: &Rules) -> bool {
    let Step::Prize { prize, answer: PrizeAnswer::Given { from: Source::All, .. } } = step else {
        return false;
    };
    let prize = rules.prizes.iter().find(|it| it.key == *prize).unwrap();
    matches!(prize.places, Places::ByField(_))
}

/// Adds a dossier that is judged in these rounds, by five judges of its field in each.
pub fn judged(records: &mut Records, rules: &Rules, field: usize, rounds: &[(usize, i64)]) {
    let code = format!("HS{:03}", records.entries.len() + 1);
    for (at, mean) in rounds {
        let round = &rules.rounds[*at];
        let panel = format!("{}-{field}", round.key);
        let place = (code.as_str(), panel.as_str());
        records.scores.extend(sheets::panel(&rules.scales[0], &round.key, place, *mean));
    }
    records.entries.push(Entry::judged(&code, &rules.fields[field]));
}
