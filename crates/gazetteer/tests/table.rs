//! The table: official figures, known facts, links that hold.

use std::collections::BTreeMap;

use gazetteer::{Era, Extent, Gazetteer, Kind, Level, Place, PlaceId};

fn place(id: &str) -> &'static Place {
    let id = id.parse().expect("an id");
    Gazetteer::shared().get(id).expect("a unit of the table")
}

fn of(era: Era, level: Level) -> impl Iterator<Item = &'static Place> {
    let places = Gazetteer::shared().places().iter();
    places.filter(move |place| (place.era(), place.level()) == (era, level))
}

fn short_names<'a>(places: impl IntoIterator<Item = &'a Place>) -> Vec<String> {
    places.into_iter().map(Place::short_name).collect()
}

#[test]
fn units_are_as_many_as_the_state_says() {
    let rows = [
        (Era::Until2025, Level::Province, 63),
        (Era::Until2025, Level::District, 696),
        (Era::Until2025, Level::Commune, 10_035),
        (Era::Since2025, Level::Province, 34),
        (Era::Since2025, Level::District, 0),
        (Era::Since2025, Level::Commune, 3_321),
    ];
    for (era, level, expect) in rows {
        assert_eq!(of(era, level).count(), expect, "{era:?} {level:?}");
    }
}

#[test]
fn kinds_are_as_many_as_the_state_says() {
    let mut counts: BTreeMap<(Era, Kind), usize> = BTreeMap::new();
    for place in Gazetteer::shared().places() {
        *counts.entry((place.era(), place.kind)).or_default() += 1;
    }
    let expect = [
        ((Era::Until2025, Kind::Province), 57),
        ((Era::Until2025, Kind::CentralCity), 6),
        ((Era::Until2025, Kind::City), 87),
        ((Era::Until2025, Kind::Town), 52),
        ((Era::Until2025, Kind::UrbanDistrict), 49),
        ((Era::Until2025, Kind::RuralDistrict), 508),
        ((Era::Until2025, Kind::Township), 617),
        ((Era::Until2025, Kind::Ward), 1_726),
        ((Era::Until2025, Kind::RuralCommune), 7_692),
        ((Era::Since2025, Kind::Province), 28),
        ((Era::Since2025, Kind::CentralCity), 6),
        ((Era::Since2025, Kind::Ward), 687),
        ((Era::Since2025, Kind::RuralCommune), 2_621),
        ((Era::Since2025, Kind::SpecialZone), 13),
    ];
    assert_eq!(counts, BTreeMap::from(expect));
}

#[test]
fn names_are_written_in_one_way() {
    for place in Gazetteer::shared().places() {
        assert_eq!(kernel::text::clean(place.name), place.name);
        assert_eq!(kernel::text::modern_tone(place.name), place.name);
    }
}

#[test]
fn every_unit_lies_in_one_of_the_tier_above() {
    for place in Gazetteer::shared().places() {
        let above = place.parent().map(Place::level);
        let expect = match (place.level(), place.era()) {
            (Level::Province, _) => None,
            (Level::Commune, Era::Until2025) => Some(Level::District),
            _ => Some(Level::Province),
        };
        assert_eq!(above, expect, "{}", place.full_name());
        assert!(place.children().iter().all(|child| child.parent() == Some(place)));
    }
}

#[test]
fn every_former_unit_has_successors_in_the_province_of_its_province() {
    for level in [Level::Province, Level::District, Level::Commune] {
        for place in of(Era::Until2025, level) {
            let top = std::iter::successors(Some(place), |place| place.parent()).last().unwrap();
            let province = top.today();
            assert_eq!(province.len(), 1, "{}", top.full_name());
            assert_ne!(place.today(), Vec::<&Place>::new(), "{}", place.full_name());
            for step in place.successors() {
                let now = step.place.parent().unwrap_or(step.place);
                assert_eq!(now, province[0], "{}", place.full_name());
            }
        }
    }
}

#[test]
fn every_unit_of_today_comes_from_former_ones() {
    for place in Gazetteer::shared().places().iter().filter(|place| place.era() == Era::Since2025) {
        assert_ne!(place.predecessors().len(), 0, "{}", place.full_name());
        assert_eq!(place.successors().len(), 0);
        assert_eq!(place.today(), [place]);
    }
}

#[test]
fn steps_are_told_alike_from_both_ends() {
    for place in of(Era::Until2025, Level::Commune) {
        for step in place.successors() {
            let back = step.place.predecessors();
            let back = back.iter().find(|back| back.place == place).unwrap();
            assert_eq!((back.extent, back.heir, back.sure), (step.extent, step.heir, step.sure));
        }
    }
}

#[test]
fn known_facts_hold() {
    let rows = [
        // Resolution 1662/NQ-UBTVQH15 on Đồng Nai.
        ("until2025-694", vec!["xã Tân Hưng", "xã Minh Đức", "xã Tân Quan", "xã Tân Khai"]),
        ("until2025-058", vec!["phường Đức Xuân", "phường Bắc Kạn", "xã Phong Quang"]),
        ("until2025-06", vec!["tỉnh Thái Nguyên"]),
        ("until2025-24", vec!["tỉnh Bắc Ninh"]),
        ("until2025-70", vec!["tỉnh Đồng Nai"]),
        ("until2025-22", vec!["tỉnh Quảng Ninh"]),
        ("until2025-25354", vec!["phường Bình Long"]),
        ("until2025-318", vec!["đặc khu Bạch Long Vĩ"]),
    ];
    for (id, expect) in rows {
        assert_eq!(short_names(place(id).today()), expect, "{id}");
    }
}

#[test]
fn a_commune_that_left_its_district_is_no_heir() {
    let steps = place("until2025-694").successors();
    let last = steps.last().unwrap();
    assert_eq!(
        (last.place.short_name().as_str(), last.extent, last.heir),
        ("phường Bình Long", Extent::Part, false)
    );
}

#[test]
fn codes_are_reused_with_another_meaning() {
    let (before, now) = (place("until2025-25349"), place("since2025-25349"));
    assert_eq!(before.full_name(), "xã Minh Tâm, huyện Hớn Quản, tỉnh Bình Phước");
    assert_eq!(now.full_name(), "xã Minh Đức, tỉnh Đồng Nai");
    let from = now.predecessors();
    assert_eq!(
        short_names(from.iter().map(|step| step.place)),
        ["xã An Phú", "xã Minh Đức", "xã Minh Tâm"]
    );
}

#[test]
fn bac_giang_lies_where_the_resolution_puts_it() {
    let ward = Gazetteer::shared().look_up("phường Bắc Giang")[0].place;
    assert_eq!(ward.full_name(), "phường Bắc Giang, tỉnh Bắc Ninh");
}

#[test]
fn what_is_unsure_is_marked_and_listed() {
    let steps = of(Era::Until2025, Level::Commune).flat_map(Place::successors);
    let unsure: Vec<_> = steps.filter(|step| !step.sure).collect();
    let divided = unsure.iter().filter(|step| step.extent != Extent::Whole).count();
    let listed = include_str!("../data/UNSURE.md");
    let heading =
        format!("## Parts of divided communes that only the Python package knows: {divided}\n");
    assert!(listed.contains(&heading), "{heading}");
    // The two swapped communes and the one that only one package knows.
    assert_eq!(unsure.len() - divided, 3);
}

#[test]
fn ids_find_their_units() {
    let all = Gazetteer::shared();
    for place in all.places() {
        assert_eq!(all.get(place.id), Some(place));
        assert_eq!(place.id.to_string().parse::<PlaceId>(), Ok(place.id));
        assert_eq!(PlaceId::new(place.era(), place.code), Ok(place.id));
    }
    assert_eq!(all.get("since2025-99999".parse().unwrap()), None);
}
