//! What is said of judges whose truth is known, and when nothing is said.

use super::line::within;
use super::simulation::{Kind, agreement, simulate};
use super::*;

/// Dossier, judge, whole points.
fn mark(dossier: u32, judge: u32, points: i32) -> Mark {
    let pair = Pair { dossier: DossierNumber(dossier), judge: JudgeNumber(judge) };
    Mark { pair, points: points * 100 }
}

#[test]
fn without_marks_enough_there_is_no_study() {
    let check = |marks: &[Mark], expect: NoStudy| assert_eq!(study(marks, 1), Err(expect));
    check(&[], NoStudy::TooFew);
    check(&[mark(1, 1, 50), mark(2, 1, 60)], NoStudy::TooFew);
    check(&[mark(1, 1, 50), mark(1, 2, 60), mark(2, 1, 50)], NoStudy::TooFew);
    let twice = mark(1, 1, 50);
    check(&[twice, mark(1, 2, 60), twice], NoStudy::Twice(twice.pair));
    let part = |judges: &[u32], dossiers: &[u32]| Part {
        judges: judges.iter().copied().map(JudgeNumber).collect(),
        dossiers: dossiers.iter().copied().map(DossierNumber).collect(),
    };
    let parts = vec![part(&[1, 2], &[1, 4]), part(&[3], &[2])];
    check(
        &[mark(1, 1, 50), mark(1, 2, 60), mark(2, 3, 50), mark(4, 2, 70)],
        NoStudy::NotConnected(parts),
    );
}

#[test]
fn the_order_of_marks_says_nothing() {
    let mut marks = simulate(Kind::Blocks, 1).marks;
    let expect = study(&marks, 10);
    marks.reverse();
    marks.rotate_left(17);
    assert!(expect.is_ok());
    assert_eq!(study(&marks, 10), expect);
}

/// Twelve dossiers, each three points better than the next; two of four judges for each, of whom judge 0 takes
/// twenty points off.
fn harsh() -> Vec<Mark> {
    let panels = [[0, 1], [1, 2], [2, 3], [3, 0], [0, 2], [1, 3]];
    let of = |dossier: u32| {
        let panel = panels[dossier as usize % panels.len()];
        panel.map(|judge| {
            mark(dossier, judge, 90 - 3 * dossier as i32 - if judge == 0 { 20 } else { 0 })
        })
    };
    (0..12).flat_map(of).collect()
}

#[test]
fn whose_prize_depends_on_a_severe_judge_is_told() {
    let study = study(&harsh(), 6).unwrap();
    let numbers = |of: &[DossierNumber]| of.iter().map(|it| it.0).collect::<Vec<_>>();
    // Dossier 4 is the fifth best, has judge 0 and a mean of 68; dossier 7 has a mean of 69 without judge 0.
    assert_eq!(numbers(&study.dependent.would_gain), [4]);
    assert_eq!(numbers(&study.dependent.would_lose), [7]);
    let severity: Vec<f64> = study.judges.iter().map(|it| it.severity.value.round()).collect();
    assert_eq!(severity, [15.0, -5.0, -5.0, -5.0]);
    let mut marks: Vec<f64> = study.dossiers.iter().map(|it| it.adjusted.value).collect();
    marks.reverse();
    assert!(marks.is_sorted(), "{marks:?}");
}

#[test]
fn equal_means_at_the_line_are_all_within() {
    let marks = [(0, 9), (1, 5), (2, 5), (3, 1)];
    let marks: Vec<Mark> = marks
        .iter()
        .flat_map(|(dossier, points)| [0, 1].map(|it| mark(*dossier, it, *points)))
        .collect();
    assert_eq!(within(&marks, 2), [0, 1, 2].map(DossierNumber).into());
    assert_eq!(within(&marks, 1), [0].map(DossierNumber).into());
    assert_eq!(study(&marks, 4).unwrap().dependent, Dependent::default());
}

#[test]
fn who_errs_more_than_others_fits_less() {
    // Judge 3 is six points too high or too low in turn, the others one point.
    let points = |dossier: u32, judge: u32| {
        let error = if judge == 3 { 6 } else { 1 };
        let is_high = (dossier >> judge) & 1 == 1;
        60 + 2 * (dossier as i32 % 10) + if is_high { error } else { -error }
    };
    let all = (0..20).flat_map(|it| (0..4).map(move |judge| mark(it, judge, points(it, judge))));
    let study = study(&all.collect::<Vec<_>>(), 5).unwrap();
    let (last, others) = study.judges.split_last().unwrap();
    assert!(last.infit > 2.0 && last.outfit > 2.0 && last.error > 4.0, "{last:?}");
    assert!(others.iter().all(|it| it.infit < 0.6 && it.outfit < 0.6 && it.error < 3.0));
}

#[test]
fn islands_are_not_compared_and_everything_else_is() {
    for kind in Kind::ALL {
        for seed in 0..2 {
            let found = study(&simulate(kind, seed).marks, 10);
            let Err(NoStudy::NotConnected(parts)) = found else {
                assert!(kind != Kind::Islands && found.is_ok(), "{kind:?} {seed}");
                continue;
            };
            assert_eq!(kind, Kind::Islands);
            let judges: Vec<Vec<u32>> =
                parts.iter().map(|part| part.judges.iter().map(|it| it.0).collect()).collect();
            assert_eq!(judges, [(0..6).collect::<Vec<_>>(), (6..12).collect()]);
        }
    }
}

/// How much better the study agrees with the truth than the plain mean, for some seeds.
fn gains(kind: Kind) -> Vec<f64> {
    let gain = |seed: u64| {
        let made = simulate(kind, seed);
        let study = study(&made.marks, 10).unwrap();
        let measures = |of: fn(&DossierMeasure) -> f64| {
            agreement(&made.worth, &study.dossiers.iter().map(|it| (it.dossier, of(it))).collect())
        };
        measures(|it| it.adjusted.value) - measures(|it| it.mean)
    };
    (0..12).map(gain).collect()
}

#[test]
fn where_judges_differ_the_study_is_nearer_to_the_truth_than_the_mean() {
    for kind in Kind::ALL.into_iter().filter(|it| !matches!(it, Kind::Islands | Kind::Alike)) {
        let gains = gains(kind);
        let (won, lost) =
            (gains.iter().filter(|it| **it > 1e-9), gains.iter().filter(|it| **it < -1e-9));
        let (won, lost) = (won.count(), lost.count());
        assert!(won >= 2 * lost && gains.iter().sum::<f64>() > 0.0, "{kind:?} {won} {lost}");
    }
}

#[test]
fn where_judges_are_alike_the_study_is_as_near_as_the_mean() {
    let gains = gains(Kind::Alike);
    let mean = gains.iter().sum::<f64>() / gains.len() as f64;
    assert!(mean.abs() < 0.003, "{mean} {gains:?}");
}
