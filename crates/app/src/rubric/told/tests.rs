//! Rules in words, in both languages.

use super::*;
use crate::frame::Locale;
use crate::rubric::typed::tests::whole;

const VI: Words = Words(Locale::Vi);

/// Everything that is said of rules, on lines.
fn said(rules: &Rules, words: Words) -> Vec<String> {
    let facts = |facts: Vec<Fact>| {
        facts.into_iter().map(move |(key, it)| format!("{} = {it}", words.say(key)))
    };
    let rounds =
        rounds(rules, words).into_iter().flat_map(|it| facts(it.facts).collect::<Vec<_>>());
    let scales = scales(rules, words).into_iter().flat_map(|it| {
        let criteria = it.criteria.into_iter();
        let more =
            criteria.flat_map(|it| it.more.into_iter().chain([it.weight]).collect::<Vec<_>>());
        more.chain(it.total).collect::<Vec<_>>()
    });
    let prizes = prizes(rules, words).into_iter();
    let prizes =
        prizes.map(|it| format!("{} {} {} {} {}", it.name, it.class, it.places, it.band, it.money));
    let limits = facts(limits(rules, words)).collect::<Vec<_>>();
    rounds.chain(scales).chain(ties(rules, words)).chain(prizes).chain(limits).collect()
}

#[test]
fn every_rule_is_said_in_both_languages() {
    for locale in Locale::ALL {
        for line in said(&whole(), Words(locale)) {
            assert!(!line.contains("rubric-"), "{line}");
        }
    }
}

#[test]
fn rules_are_said_as_people_speak() {
    let lines = said(&whole(), VI);
    for expect in [
        "Giải nhat Giải Nhất Cơ khí: máy 1, Y dược 1 từ 85 điểm 25.000.000 ₫",
        "Giải khong Giải Khuyến khích 0  25.000.000 ₫",
        "từ 20 điểm: khá: được",
        "1; Y dược: 1",
    ] {
        assert!(lines.iter().any(|line| line == expect), "{expect}: {lines:#?}");
    }
}

#[test]
fn a_scale_on_one_line_names_its_criteria() {
    assert_eq!(
        essence(&whole().scales[1]),
        "Giải pháp nghiên cứu · 100: Tính mới, tính sáng tạo 30, Khả năng áp dụng 30, \
         Hiệu quả kinh tế - kỹ thuật - xã hội 40"
    );
}

#[test]
fn money_above_the_national_level_is_told() {
    let mut rules = whole();
    rules.prizes[0].money = 40_000_001;
    let told = too_much(&rules, VI);
    // The consolation prizes bring 25 million where 8 are allowed.
    assert_eq!(told.len(), 3);
    assert!(told[0].contains("Giải nhat") && told[0].contains("40.000.000"), "{}", told[0]);
}
