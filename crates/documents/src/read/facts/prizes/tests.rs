//! Examples.

use super::*;
use crate::read::paper::paper;

type Row = (&'static str, Option<u32>, Option<u64>);

fn check(source: &str, expect: &[Row]) {
    let prizes = find(&paper(source));
    let found: Vec<(&str, Option<u32>, Option<u64>)> =
        prizes.iter().map(|prize| (prize.name.as_str(), prize.count, prize.amount_vnd)).collect();
    assert_eq!(found, expect, "{source}");
}

const M: u64 = 1_000_000;

#[test]
fn prizes_in_lines() {
    check(
        "I. NỘI DUNG\n1. Cơ cấu giải thưởng:\n- 01 giải Đặc biệt: 30.000.000 đồng;\n- 02 giải Nhất, mỗi giải 20 triệu đồng;\n- Giải Nhì: 04 giải, mỗi giải trị giá 10.500.000 đồng;\n- Giải Ba (06 giải): 7,5 triệu đồng/giải;\n- 10 giải Khuyến khích trị giá 3.000.000đ/giải;\n- Giải dành cho tác giả nhỏ tuổi nhất: 01 giải 500 nghìn đồng.",
        &[
            ("Giải Đặc biệt", Some(1), Some(30 * M)),
            ("Giải Nhất", Some(2), Some(20 * M)),
            ("Giải Nhì", Some(4), Some(10_500_000)),
            ("Giải Ba", Some(6), Some(7_500_000)),
            ("Giải Khuyến khích", Some(10), Some(3 * M)),
            ("Giải dành cho tác giả nhỏ tuổi nhất", Some(1), Some(500_000)),
        ],
    );
}

#[test]
fn prizes_in_a_sentence() {
    check(
        "1. Hội thi trao một giải Nhất, hai giải Nhì, 03 (ba) giải Ba và 05 giải Khuyến khích.",
        &[
            ("Giải Nhất", Some(1), None),
            ("Giải Nhì", Some(2), None),
            ("Giải Ba", Some(3), None),
            ("Giải Khuyến khích", Some(5), None),
        ],
    );
    check(
        "1. Giải thưởng: Giải Nhất 15.000.000 đồng; giải Nhì 10.000.000 đồng.",
        &[("Giải Nhất", None, Some(15 * M)), ("Giải Nhì", None, Some(10 * M))],
    );
    check(
        "1. Cơ cấu giải thưởng gồm: giải Nhất, giải Nhì, giải Ba.",
        &[("Giải Nhất", None, None), ("Giải Nhì", None, None), ("Giải Ba", None, None)],
    );
}

#[test]
fn money_in_words() {
    check(
        "1. Cơ cấu giải thưởng: 01 giải Nhất trị giá ba mươi lăm triệu đồng; 03 giải Nhì, mỗi giải hai mươi triệu đồng; 04 giải Ba, mỗi giải mười hai triệu năm trăm nghìn đồng.",
        &[
            ("Giải Nhất", Some(1), Some(35 * M)),
            ("Giải Nhì", Some(3), Some(20 * M)),
            ("Giải Ba", Some(4), Some(12_500_000)),
        ],
    );
}

#[test]
fn names_without_the_word() {
    check(
        "1. Cơ cấu giải: Đặc biệt: 01 giải, 50 triệu đồng; Nhất: 02 giải, mỗi giải 30 triệu đồng; Nhì: 03 giải x 20 triệu đồng.",
        &[
            ("Giải Đặc biệt", Some(1), Some(50 * M)),
            ("Giải Nhất", Some(2), Some(30 * M)),
            ("Giải Nhì", Some(3), Some(20 * M)),
        ],
    );
}

#[test]
fn prizes_in_a_table() {
    check(
        "Điều 9. Cơ cấu giải thưởng\n| TT | Giải | Số lượng | Mức thưởng | Thành tiền |\n| 1 | Giải Nhất | 02 | 20.000.000 | 40.000.000 |\n| 2 | Giải Nhì | 03 | 15.000.000 | 45.000.000 |",
        &[("Giải Nhất", Some(2), Some(20 * M)), ("Giải Nhì", Some(3), Some(15 * M))],
    );
    check(
        "Điều 9. Cơ cấu giải thưởng\nGiải\nSố lượng\nMức\nGiải Nhất\n02\n20.000.000\nGiải Nhì\n03\n15.000.000",
        &[("Giải Nhất", Some(2), Some(20 * M)), ("Giải Nhì", Some(3), Some(15 * M))],
    );
}

#[test]
fn what_others_won_is_no_prize() {
    check("1. Tại Hội thi lần trước, huyện đạt 02 giải Nhất và 01 giải Ba.", &[]);
    check(
        "1. Hội đồng đề nghị trao 02 giải Nhất (15 triệu đồng/giải), 04 giải Nhì (10 triệu đồng/giải).",
        &[("Giải Nhất", Some(2), Some(15 * M)), ("Giải Nhì", Some(4), Some(10 * M))],
    );
    check("1. Các giải pháp đạt giải Nhất, Nhì, Ba được gửi dự thi toàn quốc.", &[]);
}
