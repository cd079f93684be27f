//! Examples.

use super::*;
use crate::read::paper::paper;

/// Person, organisation, phones and mail, address.
fn check(source: &str, expect: &[[&str; 4]]) {
    let paper = paper(source);
    let found: Vec<[String; 4]> = find(&paper, Some("Sở Y tế"))
        .into_iter()
        .map(|one| {
            let ways = one.phones.into_iter().chain(one.emails).collect::<Vec<_>>().join(" ");
            let or_empty = Option::unwrap_or_default;
            [or_empty(one.person), or_empty(one.organisation), ways, or_empty(one.address)]
        })
        .collect();
    assert_eq!(found, expect, "{source}");
}

#[test]
fn people() {
    check(
        "1. Làm việc.\nMọi chi tiết liên hệ thư ký Ban Tổ chức, ông Lê Trọng An - Trưởng Ban Khoa học - Liên hiệp hội tỉnh; số điện thoại: 0983000674./.",
        &[["Lê Trọng An", "Liên hiệp hội tỉnh", "0983000674", ""]],
    );
    check(
        "1. Liên hệ với cán bộ Sở Công Thương: Đồng chí Trần Thị Cúc - Phó trưởng Ban Tư vấn, điện thoại: 0911.404.108; hoặc đồng chí Lê Dung - Phó trưởng Ban Thông tin, điện thoại: 0936.406.306.",
        &[
            ["Trần Thị Cúc", "Sở Công Thương", "0911404108", ""],
            ["Lê Dung", "Sở Công Thương", "0936406306", ""],
        ],
    );
    check(
        "1. Liên hệ: 0911404108 (anh Nam) hoặc 0936406306 (chị Lan).",
        &[["Nam", "", "0911404108", ""], ["Lan", "", "0936406306", ""]],
    );
}

#[test]
fn lines_of_one_item() {
    check(
        "2. Thời gian và địa điểm nộp:\n- Cơ quan tiếp nhận: Phòng Kinh tế huyện Sao Mai;\n- Địa chỉ: Trụ sở UBND huyện, TT.Sao, huyện Sao Mai;\n- Thời gian nhận hồ sơ: đến hết ngày 15/4/2026;\n- Điện thoại: 0943.900.025 liên hệ ông Đặng Bình – Chuyên viên Phòng Kinh tế huyện Sao Mai để được tư vấn.",
        &[[
            "Đặng Bình",
            "Phòng Kinh tế huyện Sao Mai",
            "0943900025",
            "Trụ sở UBND huyện, TT.Sao, huyện Sao Mai",
        ]],
    );
    check(
        "2. Nơi nhận hồ sơ: Văn phòng Tỉnh đoàn.\nĐịa chỉ: số 5 đường Hoa Mai, phường Sao.\nĐiện thoại: 0209.3870.123\nEmail: tinhdoan@saomai.gov.vn",
        &[[
            "",
            "Văn phòng Tỉnh đoàn",
            "02093870123 tinhdoan@saomai.gov.vn",
            "số 5 đường Hoa Mai, phường Sao",
        ]],
    );
    check(
        "1. Đầu mối liên hệ:\n- Sở Công Thương, điện thoại: 0209.3870.123;\n- Tỉnh đoàn, điện thoại: 0209.3870.124.",
        &[["", "Sở Công Thương", "02093870123", ""], ["", "Tỉnh đoàn", "02093870124", ""]],
    );
}

#[test]
fn bodies() {
    check(
        "1. Lựa chọn giải pháp gửi về Liên hiệp hội tỉnh đến hết ngày 30/6/2026, địa chỉ Tầng 3, Tòa nhà Hoa, tổ 5 phường Sao, thành phố Mai. Điện thoại 0209 3800 816 hoặc 0960700207, đồng thời thông báo về UBND thành phố (qua phòng Kinh tế).",
        &[[
            "",
            "Liên hiệp hội tỉnh",
            "02093800816 0960700207",
            "Tầng 3, Tòa nhà Hoa, tổ 5 phường Sao, thành phố Mai",
        ]],
    );
    check(
        "1. Gửi văn bản về cơ quan Thường trực - Liên hiệp hội tỉnh; email: hoi@saomai.gov.vn) trước ngày 28/02/2026.",
        &[["", "Liên hiệp hội tỉnh", "hoi@saomai.gov.vn", ""]],
    );
    check(
        "SỞ Y TẾ\nĐịa chỉ: số 5 đường Hoa Mai, phường Sao\nĐT: 0209.3870.123 - Email: syt@saomai.gov.vn\nSố: 5/SYT-VP\nKính gửi: Các phòng\n\nThực hiện kế hoạch năm 2026.",
        &[["", "Sở Y tế", "02093870123 syt@saomai.gov.vn", "số 5 đường Hoa Mai, phường Sao"]],
    );
}

#[test]
fn members_are_no_contacts() {
    check(
        "Điều 1. Thành lập Ban Tổ chức gồm các ông (bà) có tên sau:\n1. Ông Lê An, Giám đốc Sở, ĐT 0912345678;\n2. Bà Lê Bình, ĐT 0912345679.",
        &[],
    );
}
