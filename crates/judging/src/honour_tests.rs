//! Honours of small made-up contests.

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Person, dossier, day of birth, part, finalist, prize.
type Row = (&'static str, &'static str, &'static str, Part, bool, Option<Class>);

fn authors(rows: &[Row]) -> Vec<Author> {
    let author = |(person, dossier, born, part, is_finalist, prize): &Row| Author {
        person: (*person).to_owned(),
        dossier: (*dossier).to_owned(),
        born: born.parse().ok(),
        part: *part,
        is_finalist: *is_finalist,
        prize: *prize,
    };
    rows.iter().map(author).collect()
}

fn sample() -> Vec<Author> {
    authors(&[
        ("an", "HS01", "1990-11-21", Part::Lead, true, Some(Class::First)),
        ("bình", "HS01", "1989-11-20", Part::Member, true, Some(Class::First)),
        ("chi", "HS01", "", Part::CoLead, true, Some(Class::First)),
        ("an", "HS02", "1990-11-21", Part::Member, true, Some(Class::Third)),
        ("dũng", "HS02", "1950-01-01", Part::Lead, true, Some(Class::Third)),
        ("giang", "HS03", "2010-05-05", Part::Lead, true, Some(Class::Consolation)),
        ("hà", "HS04", "1940-01-01", Part::Lead, true, None),
        ("khoa", "HS05", "2015-01-01", Part::Lead, false, None),
        ("lan", "HS06", "2010-05-05", Part::Lead, false, Some(Class::Special)),
        ("mai", "HS07", "1950-01-01", Part::CoLead, false, Some(Class::Second)),
    ])
}

#[test]
fn age_is_counted_in_whole_years() {
    let check = |born: &str, on: &str, expect: i16| {
        assert_eq!(age(day(born), day(on)), expect, "{born} on {on}");
    };
    check("1990-11-21", "2026-11-20", 35);
    check("1990-11-21", "2026-11-21", 36);
    check("1990-11-21", "2026-12-01", 36);
    check("1990-11-21", "2026-10-30", 35);
    check("2000-02-29", "2026-02-28", 25);
    check("2000-02-29", "2026-03-01", 26);
}

#[test]
fn the_badge_is_for_young_authors_of_first_prizes() {
    let check = |on: &str, expect: &[&str]| {
        let sample = sample();
        let found: Vec<&str> = youth_badges(&sample, day(on)).into_iter().collect();
        assert_eq!(found, expect, "{on}");
    };
    check("2025-11-19", &["an", "bình"]);
    check("2025-11-20", &["an"]);
    check("2026-11-20", &["an"]);
    check("2026-11-21", &[]);
}

#[test]
fn the_diploma_is_for_those_who_lead_high_prizes() {
    let sample = sample();
    assert_eq!(labour_diplomas(&sample), ["an", "chi", "dũng", "mai"].into());
}

#[test]
fn the_youngest_and_oldest_have_a_prize() {
    let sample = sample();
    assert_eq!(youngest(&sample), ["giang", "lan"].into());
    assert_eq!(oldest(&sample), ["dũng", "mai"].into());
    assert_eq!(youngest(&sample[6..8]), [].into());
    let unknown = authors(&[("chi", "HS01", "", Part::Lead, true, Some(Class::First))]);
    assert_eq!(oldest(&unknown), [].into());
}

#[test]
fn most_finalists_are_counted_by_dossier() {
    let sample = sample();
    assert_eq!(most_finalists(&sample), (["an"].into(), 2));
    assert_eq!(most_finalists(&sample[4..7]), (["dũng", "giang", "hà"].into(), 1));
    assert_eq!(most_finalists(&sample[7..8]), ([].into(), 0));
}

#[test]
fn movement_prizes_go_by_declared_weights() {
    let unit = |name: &str, counts: [u32; 6]| {
        let [entries, valid, winning, authors, reports, publicity] = counts;
        let unit = name.to_owned();
        Movement { unit, entries, valid, winning, authors, reports, publicity }
    };
    let units = [
        unit("Xã A", [3, 0, 0, 0, 0, 0]),
        unit("Xã B", [0, 1, 1, 0, 0, 0]),
        unit("Xã C", [0, 0, 0, 2, 1, 1]),
        unit("Xã D", [0, 0, 0, 0, 0, 0]),
    ];
    let rule = |prizes: u16| MovementRule {
        entries: 2,
        valid: 3,
        winning: 7,
        authors: 1,
        reports: 1,
        publicity: 3,
        prizes,
    };
    let check = |prizes: u16, expect: &[(&str, u64)]| {
        assert_eq!(rule(prizes).prized(&units), expect, "{prizes}");
    };
    check(0, &[]);
    check(1, &[("Xã B", 10)]);
    check(2, &[("Xã B", 10), ("Xã A", 6), ("Xã C", 6)]);
    check(3, &[("Xã B", 10), ("Xã A", 6), ("Xã C", 6)]);
    check(9, &[("Xã B", 10), ("Xã A", 6), ("Xã C", 6)]);
}
