//! What a contest begins with is sound, and says what its rules say.

use entry::{EntryRules, Group};
use judging::ready::{ready, with_code};
use judging::records::Records;
use judging::soundness::troubles;

use super::*;

fn prize(name: &str, count: Option<u32>, amount_vnd: Option<u64>) -> RulePrize {
    RulePrize { name: name.to_owned(), count, amount_vnd }
}

fn rules() -> RuleSet {
    RuleSet {
        fields: ["Cơ khí", "Y dược", "Cơ khí"].map(str::to_owned).into(),
        prizes: vec![
            prize("Giải Khuyến khích", Some(10), Some(3_000_000)),
            prize("Giải Nhất", Some(1), Some(30_000_000)),
            prize("Giải phụ", None, None),
            prize("Giải đặc biệt", Some(1), Some(5_000_000_000)),
        ],
        ..RuleSet::default()
    }
}

#[test]
fn every_ready_set_makes_sound_rules() {
    for set in ready() {
        let rules = begin(&rules(), set);
        assert_eq!(troubles(&rules, &Records::default()), [], "{}", set.code);
        assert_eq!((&rules.scales, rules.vote), (&set.scales, set.vote), "{}", set.code);
        assert!(rules.is_monotone(), "{}", set.code);
    }
}

#[test]
fn fields_are_the_groups_of_judging_where_there_are_any() {
    let set = with_code("evidence").unwrap();
    assert_eq!(begin(&rules(), set).fields, ["Cơ khí", "Y dược"]);
    let group = Group { name: "Kỹ thuật".to_owned(), fields: rules().fields };
    let entry = EntryRules { groups: vec![group], ..EntryRules::default() };
    assert_eq!(begin(&RuleSet { entry, ..rules() }, set).fields, ["Kỹ thuật"]);
}

#[test]
fn ties_are_parted_by_the_greatest_criterion_and_last_by_the_chair() {
    let check = |code: &str, expect: &[&str]| {
        let ties = begin(&rules(), with_code(code).unwrap()).ties;
        let told = ties.iter().map(|tie| match tie {
            TieBreak::Criterion { criterion, .. } => criterion.as_str(),
            TieBreak::Chair { .. } => "chair",
            _ => "other",
        });
        assert_eq!(told.collect::<Vec<_>>(), expect, "{code}");
    };
    check("evidence", &["tinh-moi", "pham-vi", "xa-hoi", "kinh-te", "chair"]);
    check("council-and-public", &["hieu-qua", "ap-dung", "doi-moi", "chair"]);
    check("pass-mark", &["tong", "chair"]);
}

#[test]
fn prizes_are_those_of_the_rules_the_highest_first() {
    let prizes = begin(&rules(), with_code("minima").unwrap()).prizes;
    let told = prizes.iter().map(|it| (it.key.as_str(), it.class, it.money, it.places.clone()));
    let expect = [
        ("giai-dac-biet", Class::Special, u32::MAX, Places::Total(1)),
        ("giai-nhat", Class::First, 30_000_000, Places::Total(1)),
        ("giai-khuyen-khich", Class::Consolation, 3_000_000, Places::Total(10)),
        ("giai-phu", Class::Consolation, 0, Places::Unlimited),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expect);
    assert!(prizes.iter().all(|prize| prize.minimum.is_none()));
}

#[test]
fn a_name_tells_its_class() {
    let check = |name: &str, expect: Class| assert_eq!(class(name), expect, "{name}");
    check("Giải Đặc biệt", Class::Special);
    check("GIẢI NHẤT", Class::First);
    check("Nhì", Class::Second);
    check("Giải thưởng Ba", Class::Third);
    check("Giải Khuyến khích", Class::Consolation);
    check("Giải cho tác giả trẻ nhất", Class::Consolation);
    check("", Class::Consolation);
}

#[test]
fn the_round_is_named_in_the_language_of_the_contest() {
    let rules = begin(&rules(), with_code("two-kinds").unwrap());
    let round = &rules.rounds[0];
    assert_eq!((round.key.as_str(), round.name.as_str()), ("final", "Chung khảo"));
    assert_eq!(round.scale, "ky-thuat");
}
