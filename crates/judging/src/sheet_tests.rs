//! Sheets against a scale.

use super::*;

const SCALE: &str = r#"{"key":"s","name":"S","minimum":7000,"criteria":[
    {"key":"new","name":"Tính mới","maximum":4000,"step":50,"minimum":2000,
     "knockout":{"below":500,"judges":"any"},"remark":{"outside":{"below":2000,"from":3600}}},
    {"key":"use","name":"Hiệu quả","maximum":6000,"step":100,"evidence":"always"}]}"#;

fn scale() -> Scale {
    serde_json::from_str(SCALE).unwrap()
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// A sheet with these marks: criterion, points, remark, evidence.
fn sheet(marks: &[(&str, &str, &str, &str)]) -> Sheet {
    let marks = marks.iter().map(|(key, given, remark, evidence)| {
        let (remark, evidence) = ((*remark).to_owned(), (*evidence).to_owned());
        ((*key).to_owned(), Mark { points: points(given), remark, evidence })
    });
    Sheet { opinion: Opinion::Marks(marks.collect()), ..Sheet::empty("g1", "HS01", "final") }
}

#[test]
fn an_empty_sheet_holds_no_points() {
    let empty = Sheet::empty("g1", "HS01", "final");
    assert_eq!(empty.opinion, Opinion::Marks(BTreeMap::new()));
    let missing = ["new", "use"].map(|key| Objection::Missing(key.into()));
    assert_eq!(empty.objections(&scale()), missing);
}

#[test]
fn what_keeps_a_sheet_from_being_signed_is_told() {
    let check = |marks: &[(&str, &str, &str, &str)], expect: &[Objection]| {
        assert_eq!(sheet(marks).objections(&scale()), expect, "{marks:?}");
    };
    let good = ("use", "60", "", "trang 3");
    let (criterion, maximum) = ("new".to_owned(), points("40"));
    check(&[("new", "20", "", ""), good], &[]);
    check(&[("new", "40", "mới hẳn", ""), good], &[]);
    check(&[("new", "35,5", "", ""), good], &[]);
    let out_of_scale =
        Objection::OutOfScale { criterion: criterion.clone(), points: points("40,5"), maximum };
    check(&[("new", "40,5", "x", ""), good], &[out_of_scale]);
    let out_of_step = Objection::OutOfStep { criterion, points: points("20,25"), step: 50 };
    check(&[("new", "20,25", "", ""), good], &[out_of_step]);
    check(&[("new", "36", " ", ""), good], &[Objection::RemarkMissing("new".into())]);
    check(&[("new", "19,5", "", ""), good], &[Objection::RemarkMissing("new".into())]);
    let bare = ("use", "0", "", " ");
    check(&[("new", "20", "", ""), bare], &[Objection::EvidenceMissing("use".into())]);
    let unknown = ("old", "1", "", "");
    check(&[("new", "20", "", ""), good, unknown], &[Objection::Unknown("old".into())]);
    check(&[good], &[Objection::Missing("new".into())]);
}

#[test]
fn who_abstains_says_why() {
    let check = |reason: &str, expect: &[Objection]| {
        let opinion = Opinion::Abstained(reason.to_owned());
        let sheet = Sheet { opinion, ..Sheet::empty("g1", "HS01", "final") };
        assert_eq!(sheet.objections(&scale()), expect);
        assert_eq!(sheet.findings(&scale(), ""), []);
        assert_eq!(sheet.score(Marking::First).points, None);
    };
    check("Cùng đơn vị với tác giả", &[]);
    check(" \n", &[Objection::ReasonMissing]);
}

#[test]
fn low_marks_are_findings_and_no_objections() {
    let low = |given: &str| Finding::BelowMinimum {
        criterion: "new".into(),
        points: points(given),
        minimum: points("20"),
    };
    let against = |given: &str| Finding::Against { criterion: "new".into(), points: points(given) };
    let total =
        |total: i128| Finding::TotalBelow { total: Ratio::whole(total), minimum: points("70") };
    let check = |new: &str, other: &str, expect: &[Finding]| {
        let sheet = sheet(&[("new", new, "lý do", ""), ("use", other, "", "trang 3")]);
        assert_eq!(sheet.findings(&scale(), ""), expect);
        assert_eq!(sheet.objections(&scale()), []);
    };
    check("20", "50", &[]);
    check("19,5", "60", &[low("19,5")]);
    check("5", "60", &[low("5"), total(6_500)]);
    check("4,5", "60", &[low("4,5"), against("4,5"), total(6_450)]);
    check("20", "49", &[total(6_900)]);
}

#[test]
fn what_counts_of_a_sheet_is_its_points() {
    let score = sheet(&[("new", "20", "khá", ""), ("use", "50", "", "ảnh")]).score(Marking::Second);
    let expect = [("new".to_owned(), points("20")), ("use".to_owned(), points("50"))];
    assert_eq!(score.points, Some(expect.into()));
    assert_eq!((score.judge.as_str(), score.dossier.as_str()), ("g1", "HS01"));
    assert_eq!((score.round.as_str(), score.marking), ("final", Marking::Second));
}

#[test]
fn a_sheet_is_kept_whole_and_holds_nothing_unknown() {
    let kept = sheet(&[("new", "20", "khá", "")]);
    let json = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<Sheet>(&json).unwrap(), kept);
    let other = json.replace("\"remark\"", "\"remarks\"");
    assert!(serde_json::from_str::<Sheet>(&other).is_err());
}
