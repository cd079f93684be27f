//! Examples.

use super::*;
use crate::read::normalise::normalise;

/// Start, end, inclusive.
fn read(source: &str) -> Vec<(Option<String>, Option<String>, bool)> {
    let text = Text::new(normalise(source));
    let years = Years::of(&text, Some(2024), Some(2), Some([2024, 2025]));
    let found = moments(&text, text.whole(), &years).into_iter();
    found
        .map(|moment| {
            (
                moment.start.and_then(Partial::iso),
                moment.end.and_then(Partial::iso),
                moment.inclusive,
            )
        })
        .collect()
}

#[test]
fn dates_in_every_form() {
    let rows: [(&str, &str, &str, bool); 32] = [
        ("đến ngày 31/5/2025", "", "2025-05-31", true),
        ("trước ngày 29/02/2024", "", "2024-02-29", false),
        ("từ nay đến hết ngày 30/6/2025", "", "2025-06-30", true),
        ("từ ngày 01/5 đến ngày 15/5/2025", "2025-05-01", "2025-05-15", true),
        ("từ ngày 3 đến ngày 18/9/2027", "2027-09-03", "2027-09-18", true),
        ("02/4 đến 28/5/2023", "2023-04-02", "2023-05-28", true),
        ("Từ tháng 11 năm 2020 đến hết tháng 9 năm 2021", "2020-11", "2021-09", true),
        ("từ tháng 3 đến tháng 9 năm 2026", "2026-03", "2026-09", true),
        ("tháng 5-6/2025", "2025-05", "2025-06", true),
        ("trong Quý I/2024", "2024-Q1", "2024-Q1", true),
        ("dự kiến trong quý IV, năm 2025", "2025-Q4", "2025-Q4", true),
        ("quý II và quý III/2026", "2026-Q2", "2026-Q3", true),
        ("chậm nhất ngày 15/4/2025", "", "2025-04-15", true),
        ("chậm nhất là ngày 04 tháng 9 năm 2025", "", "2025-09-04", true),
        ("hết tháng 9/2025", "", "2025-09", true),
        ("hết năm 2025", "", "2025", true),
        ("trong tháng 8 năm 2024", "2024-08", "2024-08", true),
        ("tháng 7/2023", "2023-07", "2023-07", true),
        ("trước 31/5/2025", "", "2025-05-31", false),
        ("đến 17 giờ 00 ngày 31/7/2024", "", "2024-07-31", true),
        ("vào tuần cuối tháng 11 năm 2021", "2021-11", "2021-11", true),
        ("20 - 25/6/2025", "2025-06-20", "2025-06-25", true),
        ("01/3 - 30/6/2026", "2026-03-01", "2026-06-30", true),
        ("ngày 20-11-2024", "2024-11-20", "2024-11-20", true),
        ("ngày 20.11.2024", "2024-11-20", "2024-11-20", true),
        ("trước ngày 30/4", "", "2024-04-30", false),
        ("trước ngày 15/01", "", "2025-01-15", false),
        ("ngày 10/5/20224", "2024-05-10", "2024-05-10", true),
        ("trước ngày 31/6/2025", "", "2025-06", false),
        ("31 /5/ 2025", "2025-05-31", "2025-05-31", true),
        ("ngày ba mươi tháng sáu năm 2025", "2025-06-30", "2025-06-30", true),
        ("kể từ ngày 01/3/2025", "2025-03-01", "", true),
    ];
    for (source, start, end, inclusive) in rows {
        let written = |iso: &str| (!iso.is_empty()).then(|| iso.to_owned());
        assert_eq!(read(source), [(written(start), written(end), inclusive)], "{source}");
    }
}

#[test]
fn what_is_no_date() {
    for source in [
        "Nghị quyết số 12/2024/NQ-HĐND",
        "điện thoại 0912.345.678",
        "Quyết định số 01/QĐ-UBND ngày 03/01/2024",
        "ngày tháng 02 năm 2024",
        "năm 2024 - 2025",
        "lần thứ VIII, năm 2024",
        "ngày … tháng … năm 2024",
        "trước ngày 20 của tháng cuối quý",
        "tỷ lệ 3/4 số phiếu",
        "Văn bản số 88/LHHVN ngày 15 tháng 02 năm 2022",
    ] {
        assert_eq!(read(source), [], "{source}");
    }
}
