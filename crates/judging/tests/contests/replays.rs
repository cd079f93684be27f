//! Real contests, by the counts that were published of them. The sheets are made up to give these counts.

use judging::prize::{Places, Unused};
use judging::records::{Departure, Entry, Records, Standing, Tally};
use judging::rules::{Advance, Aggregate, CriterionMark, Forward, LastPlace, TieBreak};

use crate::published::{FIELDS, Published, judged, points, prizes, replay, round, rules, scale};

/// Bắc Kạn VI (2020–21): 30 filed, 9 of them ideas only; bands 2/4/2 and 13 below; prizes 0/2/3/3, because
/// one dossier of the third band got a consolation prize.
#[test]
fn bac_kan_6() {
    let scale = scale("banded-total");
    let prizes = prizes(
        [Some(85), Some(75), Some(65), Some(55)],
        [Places::Unlimited, Places::Unlimited, Places::Unlimited, Places::Unlimited],
        [0; 4],
    );
    let rules = rules(scale.clone(), vec![round("chung-khao", &scale, None)], prizes);
    let mut records = Records::default();
    let bands = [(2, 7_600), (4, 6_600), (2, 5_700), (13, 3_000)];
    let means = bands.iter().flat_map(|(count, from)| (0..*count).map(move |at| from + 150 * at));
    for (at, mean) in means.enumerate() {
        judged(&mut records, &rules, at % 6, &[(0, mean)]);
    }
    for at in 0..9 {
        let mut idea = Entry::judged(&format!("HS{:03}", 22 + at), FIELDS[at % 6]);
        idea.standing = Standing::Ineligible;
        records.entries.push(idea);
    }
    records.departures = vec![Departure {
        dossier: "HS003".to_owned(),
        prize: Some("kk".to_owned()),
        reason: "Phạm vi áp dụng còn hẹp".to_owned(),
        tally: Tally { members: 9, in_favour: 8, against: 1 },
    }];
    let published = Published {
        filed: 30,
        ranked: 21,
        by_rules: [0, 2, 4, 2],
        prizes: [0, 2, 3, 3],
        forwarded: 0,
        moved: 0,
    };
    replay("bac-kan-6", rules, records, &published);
}

/// Bắc Giang 9 (2021): councils of the sectors cut 128 to 60; prizes 5/10/14/19, with places that medicine
/// and education could not fill moved to the other fields; 11 proposed to the nation.
#[test]
fn bac_giang_9() {
    let scale = scale("three-levels");
    let own = |places: [u32; 6]| {
        Places::ByField(FIELDS.iter().map(|it| (*it).to_owned()).zip(places).collect())
    };
    let advance = Advance {
        minimum: Some(points(60)),
        places: own([14, 14, 10, 14, 12, 10]),
        last: LastPlace::In,
    };
    let rounds = vec![round("so-khao", &scale, Some(advance)), round("chung-khao", &scale, None)];
    let prizes = prizes(
        [Some(85), Some(75), Some(65), Some(55)],
        [
            own([1, 1, 1, 1, 1, 0]),
            own([2, 2, 1, 2, 2, 1]),
            own([3, 3, 2, 2, 2, 2]),
            own([4, 3, 3, 3, 3, 3]),
        ],
        [25_000_000, 20_000_000, 15_000_000, 5_000_000],
    );
    let forward =
        Forward { lowest: "nhi".to_owned(), most: 11, last: LastPlace::Out, criterion: None };
    let mut rules = rules(scale, rounds, prizes);
    (rules.unused, rules.forward) = (Unused::OtherFields, Some(forward));
    let mut records = Records::default();
    // Of each field: how many were filed, and how many reached the final.
    let fields = [(30, 14), (28, 14), (18, 4), (26, 14), (16, 12), (10, 2)];
    for (field, (filed, finalists)) in fields.into_iter().enumerate() {
        for at in 0..filed {
            let first = if at < finalists { 8_800 - 100 * at } else { 5_900 - 100 * at };
            let last = 9_400 - 200 * at - 100 * (field as i64 % 2);
            let rounds = [(0, first), (1, last)];
            let held = if at < finalists { &rounds[..] } else { &rounds[..1] };
            judged(&mut records, &rules, field, held);
        }
    }
    let published = Published {
        filed: 128,
        ranked: 60,
        by_rules: [5, 10, 14, 19],
        prizes: [5, 10, 14, 19],
        forwarded: 11,
        moved: 7,
    };
    replay("bac-giang-9", rules, records, &published);
}

/// Phú Thọ 2025, the first edition of three provinces that became one: 147 to 76, prizes 6/6/18/44.
#[test]
fn phu_tho_2025() {
    let scale = scale("two-kinds");
    let own = |places: [u32; 6]| {
        Places::ByField(FIELDS.iter().map(|it| (*it).to_owned()).zip(places).collect())
    };
    let finalists = [13, 13, 13, 13, 12, 12];
    let advance = Advance { minimum: None, places: own(finalists), last: LastPlace::Out };
    let rounds = vec![round("so-khao", &scale, Some(advance)), round("chung-khao", &scale, None)];
    let places = [own([1; 6]), own([1; 6]), own([3; 6]), own([8, 8, 7, 7, 7, 7])];
    let rules = rules(scale, rounds, prizes([None; 4], places, [0; 4]));
    let mut records = Records::default();
    for (field, filed) in [25, 25, 25, 24, 24, 24].into_iter().enumerate() {
        for at in 0..filed {
            let rounds = [(0, 9_000 - 200 * at), (1, 8_900 - 250 * at)];
            let held = if at < i64::from(finalists[field]) { &rounds[..] } else { &rounds[..1] };
            judged(&mut records, &rules, field, held);
        }
    }
    let prizes = [6, 6, 18, 44];
    let published =
        Published { filed: 147, ranked: 76, by_rules: prizes, prizes, forwarded: 0, moved: 0 };
    replay("phu-tho-2025", rules, records, &published);
}

/// Kon Tum IX (2021): four dossiers, two consolation prizes, none new enough for the nation.
#[test]
fn kon_tum_9() {
    let scale = scale("novelty-levels");
    let places = [1, 2, 3, 5].map(Places::Total);
    let prizes = prizes([Some(85), Some(75), Some(65), Some(55)], places, [0; 4]);
    let mut rules = rules(scale.clone(), vec![round("chung-khao", &scale, None)], prizes);
    let criterion = CriterionMark {
        round: "chung-khao".to_owned(),
        criterion: "tinh-moi".to_owned(),
        minimum: points(21),
    };
    let (lowest, most, last) = ("kk".to_owned(), 10, LastPlace::In);
    rules.forward = Some(Forward { lowest, most, last, criterion: Some(criterion) });
    let mut records = Records::default();
    for (field, mean) in [6_200, 5_800, 5_300, 4_800].into_iter().enumerate() {
        judged(&mut records, &rules, field, &[(0, mean)]);
    }
    let prizes = [0, 0, 0, 2];
    let published =
        Published { filed: 4, ranked: 4, by_rules: prizes, prizes, forwarded: 0, moved: 0 };
    replay("kon-tum-9", rules, records, &published);
}

/// The nation's 17th (2022–23): 587 dossiers, 84 prizes 6/12/24/42.
#[test]
fn national_17() {
    let scale = scale("two-kinds");
    let places = [6, 12, 24, 42].map(Places::Total);
    let money = [50_000_000, 40_000_000, 30_000_000, 10_000_000];
    let prizes = prizes([Some(85), Some(80), Some(75), Some(65)], places, money);
    let mut rules = rules(scale.clone(), vec![round("chung-khao", &scale, None)], prizes);
    rules.rounds[0].aggregate = Aggregate::Trimmed { each_end: 1, from: 5 };
    rules.rounding = None;
    let criterion = |criterion: &str| TieBreak::Criterion {
        round: "chung-khao".to_owned(),
        criterion: criterion.to_owned(),
    };
    rules.ties = vec![criterion("hieu-qua"), criterion("tinh-moi"), TieBreak::Lot];
    let mut records = Records { lot: Some("29/12/2023".to_owned()), ..Records::default() };
    for at in 0..587 {
        judged(&mut records, &rules, at % 6, &[(0, 9_600 - 50 * (at as i64 % 150))]);
    }
    let published = Published {
        filed: 587,
        ranked: 587,
        by_rules: [6, 12, 24, 42],
        prizes: [6, 12, 24, 42],
        forwarded: 0,
        moved: 0,
    };
    replay("national-17", rules, records, &published);
}
