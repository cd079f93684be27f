//! The ready scales say what their sources say.

use std::collections::BTreeMap;

use super::*;
use crate::points::Points;
use crate::ratio::Ratio;
use crate::scale::Level;
use crate::sheet::{Finding, Mark, Objection, Opinion, Sheet};

fn scale(code: &str) -> &'static Scale {
    &with_code(code).unwrap().scales[0]
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn sheet(marks: &[(&str, &str)]) -> Sheet {
    let mark = |given: &str| Mark {
        points: points(given),
        remark: String::new(),
        evidence: "trang 2".to_owned(),
    };
    let marks: BTreeMap<String, Mark> =
        marks.iter().map(|(key, given)| ((*key).to_owned(), mark(given))).collect();
    Sheet { opinion: Opinion::Marks(marks), ..Sheet::empty("g1", "HS01", "r") }
}

#[test]
fn every_set_is_sound_and_of_a_hundred_points() {
    let codes: Vec<&str> = ready().iter().map(|set| set.code.as_str()).collect();
    let expect = [
        "banded-total",
        "pass-mark",
        "council-and-public",
        "novelty-levels",
        "three-levels",
        "evidence",
        "minima",
        "two-kinds",
    ];
    assert_eq!(codes, expect);
    for set in ready() {
        let vote = set.vote.map_or(Ratio::ZERO, |vote| vote.points.into());
        for scale in &set.scales {
            assert_eq!(scale.troubles(&["Cơ khí".to_owned()]), [], "{}", set.code);
            assert_eq!(scale.maximum_in("Cơ khí") + vote, Ratio::whole(10_000), "{}", set.code);
        }
    }
    assert_eq!(with_code("none"), None);
}

#[test]
fn maxima_are_those_of_the_sources() {
    let check = |code: &str, expect: &[&[&str]]| {
        let scales = with_code(code).unwrap().scales.iter();
        let maxima = |scale: &Scale| -> Vec<String> {
            scale.criteria.iter().map(|it| it.maximum.to_string()).collect()
        };
        assert_eq!(scales.map(maxima).collect::<Vec<_>>(), expect, "{code}");
    };
    check("council-and-public", &[&["20", "30", "30"]]);
    check("novelty-levels", &[&["30", "30", "40"]]);
    check("three-levels", &[&["30", "30", "40"]]);
    check("evidence", &[&["40", "25", "15", "20"]]);
    check("minima", &[&["30", "20", "30", "20"]]);
    check("two-kinds", &[&["40", "30", "30"], &["30", "30", "40"]]);
}

#[test]
fn levels_are_those_of_the_sources() {
    let check = |levels: &[Level], rows: &[(&str, &str)]| {
        for (given, expect) in rows {
            let found = Level::of(levels, points(given)).map(|level| level.words.as_str());
            assert_eq!(found, Some(*expect), "{given}");
        }
    };
    check(
        &scale("banded-total").levels,
        &[
            ("54,99", "Không xét giải"),
            ("55", "Xét giải Khuyến khích"),
            ("64,99", "Xét giải Khuyến khích"),
            ("65", "Xét giải Ba"),
            ("75", "Xét giải Nhì"),
            ("85", "Xét giải Nhất"),
        ],
    );
    for code in ["novelty-levels", "three-levels"] {
        check(
            &scale(code).criterion("tinh-moi").unwrap().levels,
            &[
                ("30", "Hoàn toàn mới, áp dụng lần đầu"),
                ("26", "Có cải tiến so với trước, mức độ khá"),
                ("20", "Có cải tiến so với trước, mức độ trung bình"),
                ("15", "Ít cải tiến so với trước"),
                ("0", "Không có yếu tố mới hoặc sao chép"),
            ],
        );
    }
    check(
        &scale("three-levels").criterion("hieu-qua").unwrap().levels,
        &[("40", "Hiệu quả cao"), ("30", "Hiệu quả khá"), ("10", "Ít hiệu quả")],
    );
    check(
        &scale("minima").levels,
        &[("90", "Loại 1"), ("89", "Loại 2"), ("79", "Loại 3"), ("60", "Khuyến khích")],
    );
}

#[test]
fn sheets_of_the_sources_are_judged_as_they_say() {
    let check = |code: &str, marks: &[(&str, &str)], objections: &[Objection], low: &[&str]| {
        let sheet = sheet(marks);
        assert_eq!(sheet.objections(scale(code)), objections, "{code}");
        let findings = sheet.findings(scale(code), "");
        let named = findings.iter().map(|finding| match finding {
            Finding::BelowMinimum { criterion, .. } => criterion.as_str(),
            Finding::Against { .. } => "against",
            Finding::TotalBelow { .. } => "total",
        });
        assert_eq!(named.collect::<Vec<_>>(), low, "{code}");
    };
    let off = |criterion: &str, given: &str, step: u32| Objection::OutOfStep {
        criterion: criterion.into(),
        points: points(given),
        step,
    };
    check("banded-total", &[("tong", "84,5")], &[], &[]);
    check("pass-mark", &[("tong", "65,5")], &[], &["total"]);
    check("pass-mark", &[("tong", "66")], &[], &[]);
    let three = [("tinh-moi", "26,5"), ("ap-dung", "30"), ("hieu-qua", "40")];
    check("novelty-levels", &three, &[off("tinh-moi", "26,5", 100)], &[]);
    let good = [("tinh-moi", "20"), ("pham-vi", "25"), ("kinh-te", "10,5"), ("xa-hoi", "14,5")];
    check("evidence", &good, &[], &[]);
    let low = [("tinh-moi", "19,5"), ("pham-vi", "25"), ("kinh-te", "15"), ("xa-hoi", "20")];
    check("evidence", &low, &[], &["tinh-moi"]);
    let copied = [("tinh-moi", "0"), ("pham-vi", "25"), ("kinh-te", "15"), ("xa-hoi", "20")];
    check("evidence", &copied, &[], &["tinh-moi", "against", "total"]);
    let minima = [("tinh-moi", "15"), ("ap-dung", "10"), ("kinh-te", "27"), ("xa-hoi", "8")];
    check("minima", &minima, &[], &[]);
    let below = [("tinh-moi", "14,5"), ("ap-dung", "9,5"), ("kinh-te", "14,5"), ("xa-hoi", "7,5")];
    check("minima", &below, &[], &["tinh-moi", "ap-dung", "kinh-te", "xa-hoi", "total"]);
}

#[test]
fn a_sheet_without_evidence_is_objected_to() {
    let mut bare =
        sheet(&[("tinh-moi", "20"), ("pham-vi", "25"), ("kinh-te", "15"), ("xa-hoi", "20")]);
    if let Opinion::Marks(marks) = &mut bare.opinion {
        marks.values_mut().for_each(|mark| mark.evidence.clear());
    }
    let keys = ["tinh-moi", "pham-vi", "kinh-te", "xa-hoi"];
    let expect = keys.map(|key| Objection::EvidenceMissing(key.into()));
    assert_eq!(bare.objections(scale("evidence")), expect);
}
