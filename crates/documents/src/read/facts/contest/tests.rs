//! Examples.

use super::*;
use crate::read::facts::head;
use crate::read::paper::paper;

fn read(source: &str) -> (Contest, Option<String>) {
    let paper = paper(source);
    let (contest, unit) = find(&paper, &head::read(&paper));
    (contest.expect(source), unit.map(|unit| unit.value))
}

/// Level, place, edition, years, unit.
fn told(source: &str) -> String {
    let (contest, unit) = read(source);
    let level = contest.level.map_or("-".to_owned(), |level| format!("{level:?}"));
    let edition = contest.edition.map_or("-".to_owned(), |edition| edition.to_string());
    let years = contest.years.map_or("-".to_owned(), |[first, last]| format!("{first}, {last}"));
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    format!("{level} | {} | {edition} | {years} | {}", or_none(contest.locality), or_none(unit))
}

#[test]
fn contests_and_who_carries_them_out() {
    let rows = [
        (
            "UBND TỈNH YÊN BÁI\nKẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật tỉnh Yên Bái lần thứ tám (2024 - 2025)\nCăn cứ Luật;",
            "Province | tỉnh Yên Bái | 8 | 2024, 2025 | -",
        ),
        (
            "ỦY BAN NHÂN DÂN\nHUYỆN VĂN CHẤN\nSố: 5/UBND-KT\nV/v hưởng ứng Hội thi STKT tỉnh Yên Bái lần thứ VIII, năm 2024-2025\nKính gửi: Các xã.\nThực hiện Kế hoạch số 1/KH-UBND, UBND huyện đề nghị làm.",
            "Province | tỉnh Yên Bái | 8 | 2024, 2025 | huyện Văn Chấn",
        ),
        (
            "UBND HUYỆN VĂN CHẤN\nKẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật huyện Văn Chấn lần thứ 3 năm 2024\nCăn cứ Kế hoạch số 1/KH-UBND về Hội thi sáng tạo kỹ thuật tỉnh Yên Bái lần thứ 8 (2024-2025);",
            "District | huyện Văn Chấn | 3 | 2024, 2024 | -",
        ),
        (
            "LIÊN HIỆP CÁC HỘI\nKHOA HỌC VÀ KỸ THUẬT VIỆT NAM\nTHÔNG BÁO\nVề Hội thi Sáng tạo kỹ thuật toàn quốc lần thứ 18 (2024 - 2025)\nKính gửi: Các tỉnh.",
            "Nation | toàn quốc | 18 | 2024, 2025 | -",
        ),
        (
            "TRƯỜNG ĐẠI HỌC TÂY BẮC\nKẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật Trường Đại học Tây Bắc lần thứ II năm 2026\nCăn cứ Luật;",
            "Agency | Trường Đại học Tây Bắc | 2 | 2026, 2026 | -",
        ),
        (
            "TRƯỜNG ĐẠI HỌC TÂY BẮC\nKẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật Trường\nĐại học Tây Bắc lần thứ II năm 2026\nCăn cứ Luật;",
            "Agency | Trường Đại học Tây Bắc | 2 | 2026, 2026 | -",
        ),
        (
            "UBND TỈNH LÀO CAI\nSỞ Y TẾ\nKẾ HOẠCH\nHưởng ứng Hội thi Sáng tạo kỹ thuật tỉnh Lào Cai năm 2026\nCăn cứ Luật;",
            "Province | tỉnh Lào Cai | - | 2026, 2026 | Sở Y tế",
        ),
    ];
    for (source, expect) in rows {
        assert_eq!(told(source), expect, "{source}");
    }
}

#[test]
fn the_contest_above() {
    let (contest, _) = read(
        "UBND HUYỆN VĂN CHẤN\nKẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật huyện Văn Chấn lần thứ 3 năm 2024\nCăn cứ Kế hoạch số 1/KH-UBND về Hội thi sáng tạo kỹ thuật tỉnh Yên Bái lần thứ 8 (2024-2025);",
    );
    let parent = contest.parent.expect("a higher contest is named");
    assert_eq!(
        (parent.level, parent.locality.as_deref(), parent.edition, parent.years),
        (Some(Level::Province), Some("tỉnh Yên Bái"), Some(8), Some([2024, 2025]))
    );
}

#[test]
fn editions_in_every_form() {
    for (written, expect) in [
        ("8", 8),
        ("viii", 8),
        ("tam", 8),
        ("xiv", 14),
        ("muoi lam", 15),
        ("hai muoi", 20),
        ("nhat", 1),
        ("muoi", 10),
    ] {
        assert_eq!(mention::ordinal(written), Some(expect), "{written}");
    }
}
