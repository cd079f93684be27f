//! What is put into a form reads back, whole.

use judging::divergence::USUAL;
use judging::points::{Direction, Points, Rounding, Weight};
use judging::prize::{AtLimit, Beyond, Class, DepartureRules, Majority, Places, Prize, Unused};
use judging::ready::{ready, with_code};
use judging::records::Records;
use judging::rules::{Advance, Aggregate, CriterionMark, Forward, LastPlace, PublicVote, TieBreak};
use judging::scale::{Judges, Knockout, Level, Wanted};
use judging::soundness::troubles;

use super::*;
use crate::contests::RuleSet;
use crate::contests::typed::CRITERIA;
use crate::rubric::begin;

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn by_field(first: u32) -> Places {
    Places::ByField([("Cơ khí: máy".to_owned(), first), ("Y dược".to_owned(), 1)].into())
}

fn prize(key: &str, class: Class, minimum: Option<&str>, places: Places) -> Prize {
    let (key, name) = (key.to_owned(), format!("Giải {key}"));
    Prize { key, name, class, money: 25_000_000, minimum: minimum.map(points), places }
}

/// Rules in which everything is said that rules can say.
pub fn whole() -> Rules {
    let set = RuleSet {
        fields: vec!["Cơ khí: máy".to_owned(), "Y dược".to_owned()],
        ..RuleSet::default()
    };
    let mut rules = begin(&set, with_code("two-kinds").unwrap());
    let scale = &mut rules.scales[0];
    scale.minimum = Some(points("50"));
    scale.levels = [("80", "Tốt"), ("0", "Còn lại")]
        .map(|(from, words)| Level { from: points(from), words: words.to_owned() })
        .into();
    let criterion = &mut scale.criteria[0];
    criterion.minimum = Some(points("10,5"));
    criterion.knockout = Some(Knockout { below: points("5"), judges: Judges::All });
    criterion.remark = Wanted::Outside { below: points("5"), from: points("35,25") };
    criterion.evidence = Wanted::Always;
    criterion.levels = vec![Level { from: points("20"), words: "khá: được".to_owned() }];
    scale.criteria[1].field_weights = [("Y dược".to_owned(), Weight(100))].into();
    let last = rules.rounds[0].clone();
    let mut first = last.clone();
    (first.key, first.name, first.weight) = ("so-khao".to_owned(), "Sơ khảo".to_owned(), Weight(0));
    first.aggregate = Aggregate::Trimmed { each_end: 1, from: 5 };
    first.field_scales = [("Y dược".to_owned(), "nghien-cuu".to_owned())].into();
    first.rounding = Some(Rounding { step: 10.try_into().unwrap(), direction: Direction::Down });
    let minimum = Some(points("55,5"));
    first.advance = Some(Advance { minimum, places: by_field(4), last: LastPlace::Out });
    rules.rounds = vec![first, last];
    let low = TieBreak::FewerLow { round: "final".to_owned(), below: points("40") };
    rules.ties.extend([low, TieBreak::Round { round: "so-khao".to_owned() }, TieBreak::Lot]);
    rules.prizes = vec![
        prize("nhat", Class::First, Some("85"), by_field(1)),
        prize("nhi", Class::Second, Some("75"), Places::Total(3)),
        prize("phu", Class::Consolation, None, Places::Unlimited),
        prize("khong", Class::Consolation, None, Places::ByField([].into())),
    ];
    (rules.unused, rules.at_limit) = (Unused::NextPrize, AtLimit::Pass);
    let beyond = vec![Beyond::Band, Beyond::Places];
    rules.departures = DepartureRules { majority: Majority::All, beyond };
    let half = Rounding { step: 50.try_into().unwrap(), direction: Direction::HalfEven };
    rules.vote = Some(PublicVote { points: points("20"), rounding: half });
    let (round, criterion) = ("final".to_owned(), "hieu-qua".to_owned());
    let criterion = Some(CriterionMark { round, criterion, minimum: points("20") });
    let lowest = "nhi".to_owned();
    rules.forward = Some(Forward { lowest, most: 5, last: LastPlace::In, criterion });
    rules.divergence = 15;
    rules
}

fn read(form: &Typed, before: &Rules) -> Rules {
    let mut wrong = Wrong::default();
    let read = rules(form, before, &mut wrong);
    assert!(wrong.finish().is_ok());
    read
}

#[test]
fn whole_rules_are_sound() {
    assert_eq!(troubles(&whole(), &Records::default()), []);
}

#[test]
fn rules_read_back() {
    let set = RuleSet { fields: vec!["Cơ khí".to_owned()], ..RuleSet::default() };
    let begun = ready().iter().map(|ready| begin(&set, ready));
    for before in begun.chain([whole()]) {
        let mut form = Typed::default();
        put(&mut form, &before);
        assert_eq!(read(&form, &before), before);
    }
}

#[test]
fn scales_read_back() {
    let scales = ready().iter().flat_map(|set| set.scales.clone()).chain(whole().scales);
    for before in scales {
        let (mut form, mut wrong) = (Typed::default(), Wrong::default());
        put_scale(&mut form, &before);
        assert_eq!(scale(&form, &before, &mut wrong), before);
        assert!(wrong.finish().is_ok());
    }
}

#[test]
fn a_new_row_gets_a_key_and_the_class_of_its_name() {
    let before = whole();
    let mut form = Typed::default();
    put(&mut form, &before);
    form.put("prize-4-name", "Giải Nhì");
    form.put("prize-5-name", "Giải Nhì");
    form.put("prize-5-key", "giai-nhi");
    form.put("round-2-name", "Chung kết");
    form.put("round-2-scale", "nghien-cuu");
    let after = read(&form, &before);
    let told: Vec<_> = after.prizes[4..].iter().map(|it| (it.key.as_str(), it.class)).collect();
    assert_eq!(told, [("giai-nhi", Class::Second), ("giai-nhi-2", Class::Second)]);
    let round = &after.rounds[2];
    assert_eq!(
        (round.key.as_str(), round.weight, round.fewest_sheets.get()),
        ("chung-ket", Weight(100), 1)
    );
    assert_eq!((round.aggregate, round.rounding), (Aggregate::Mean, None));
}

#[test]
fn a_scale_of_a_field_is_named_by_name_or_key() {
    let before = whole();
    let check = |typed: &str, expect: &str| {
        let mut form = Typed::default();
        form.put("round-0-field-scales", typed);
        put(&mut form, &before);
        let after = read(&form, &before);
        assert_eq!(after.rounds[0].field_scales["Y dược"], expect);
    };
    check("Y dược: Giải pháp kỹ thuật", "ky-thuat");
    check("Y dược: ky-thuat", "ky-thuat");
    check("Y dược: khác", "khác");
}

#[test]
fn the_lowest_prize_is_named_by_name_while_it_is_new() {
    let mut form = Typed::default();
    form.put("prize-0-name", "Giải A");
    form.put("forward-lowest", "Giải A");
    form.put("forward-most", "2");
    let after = read(&form, &Rules { forward: None, ..whole() });
    assert_eq!(after.forward.unwrap().lowest, "giai-a");
    assert_eq!(after.divergence, USUAL);
}

#[test]
fn what_is_wrong_is_said_beside_its_row() {
    let mut form = Typed::default();
    for (field, value) in [
        ("round-0-name", "Sơ khảo"),
        ("round-1-scale", "ky-thuat"),
        ("tie-0-what", "fewer-low/final"),
        ("tie-1-what", "x"),
        ("prize-0-money", "1"),
        ("prize-1-name", "Giải"),
        ("prize-1-places", "ba"),
        ("vote", "20"),
        ("forward-lowest", "nhi"),
        ("divergence", "nhiều"),
    ] {
        form.put(field, value);
    }
    let mut wrong = Wrong::default();
    rules(&form, &whole(), &mut wrong);
    let found: Vec<_> = wrong.finish().unwrap_err().fields.into_iter().map(|it| it.0).collect();
    let expect = [
        "round-0",
        "round-1",
        "prize-0",
        "prize-1",
        "tie-0",
        "tie-1",
        "vote",
        "forward-most",
        "divergence",
    ];
    assert_eq!(found, expect);
}

#[test]
fn rows_go_and_change_places() {
    let mut form = Typed::default();
    put(&mut form, &whole());
    form.put("drop", "prize-1");
    assert!(rearranged(&mut form, &[&ROUNDS, &PRIZES]));
    let keys: Vec<_> = read(&form, &whole()).prizes.into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["nhat", "phu", "khong"]);
    form.drop_field("drop");
    form.put("up", "round-1");
    assert!(rearranged(&mut form, &[&ROUNDS, &PRIZES]));
    assert_eq!(read(&form, &whole()).rounds[0].key, "final");
    form.drop_field("up");
    assert!(!rearranged(&mut form, &[&ROUNDS, &PRIZES, &CRITERIA]));
}
