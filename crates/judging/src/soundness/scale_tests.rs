//! What is wrong with a scale, each by itself.

use std::num::NonZeroU32;

use serde_json::json;

use super::*;
use crate::scale::{Judges, Knockout};

fn scale() -> Scale {
    let criterion = |key: &str| json!({"key": key, "name": key, "maximum": 5000, "step": 50});
    let scale = json!({"key": "s", "name": "S", "criteria": [criterion("a"), criterion("b")]});
    serde_json::from_value(scale).unwrap()
}

fn fields() -> Vec<String> {
    vec!["x".to_owned(), "y".to_owned()]
}

fn points(hundredths: i64) -> Points {
    Points::from_hundredths(hundredths).unwrap()
}

#[test]
fn scales_that_contradict_themselves_are_told() {
    let check = |alter: fn(&mut Scale), expect: &[Trouble]| {
        let mut scale = scale();
        alter(&mut scale);
        assert_eq!(scale.troubles(&fields()), expect);
    };
    let named = |trouble: fn(String) -> Trouble, name: &str| [trouble(name.into())];
    check(|_| (), &[]);
    check(|it| it.criteria[1].key = "a".into(), &named(Trouble::Twice, "a"));
    check(|it| it.criteria.clear(), &named(Trouble::EmptyScale, "s"));
    let nought = [Trouble::EmptyScale("s".into())];
    check(|it| it.criteria.iter_mut().for_each(|it| it.weight = Weight(0)), &nought);
    check(|it| it.criteria[0].maximum = Points::MOST, &named(Trouble::GreatScale, "s"));
    let off = named(Trouble::MaximumOffStep, "a");
    check(|it| it.criteria[0].step = NonZeroU32::new(51).unwrap(), &off);
    check(|it| it.criteria[0].weight = Weight(1_001), &[Trouble::Weights]);
    let unknown = named(Trouble::UnknownField, "z");
    check(|it| it.criteria[0].field_weights = [("z".into(), Weight::ONE)].into(), &unknown);
    check(|it| it.minimum = Some(points(10_000)), &[]);
    check(|it| it.minimum = Some(points(10_001)), &named(Trouble::AboveMaximum, "s"));
    check(|it| it.criteria[0].minimum = Some(points(5_000)), &[]);
    let above = named(Trouble::AboveMaximum, "a");
    check(|it| it.criteria[0].minimum = Some(points(5_001)), &above);
    check(
        |it| {
            let judges = Judges::Any;
            it.criteria[0].knockout = Some(Knockout { below: points(5_001), judges });
        },
        &above,
    );
}

#[test]
fn levels_go_from_the_highest_down_and_stay_within() {
    let level = |from: i64| Level { from: points(from), words: from.to_string() };
    let check = |levels: &[i64], of_scale: &[Trouble], of_criterion: &[Trouble]| {
        let levels: Vec<_> = levels.iter().map(|from| level(*from)).collect();
        let mut scale = scale();
        scale.levels = levels.clone();
        assert_eq!(scale.troubles(&fields()), of_scale);
        scale.levels.clear();
        scale.criteria[0].levels = levels;
        assert_eq!(scale.troubles(&fields()), of_criterion);
    };
    let order = |name: &str| [Trouble::LevelsOutOfOrder(name.into())];
    let above = |name: &str| [Trouble::AboveMaximum(name.into())];
    check(&[5_000, 4_000, 0], &[], &[]);
    check(&[4_000, 4_000], &order("s"), &order("a"));
    check(&[0, 1], &order("s"), &order("a"));
    check(&[5_001], &[], &above("a"));
    check(&[10_001], &above("s"), &above("a"));
}
