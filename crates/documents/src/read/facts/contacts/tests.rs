//! Examples.

use super::*;
use crate::read::paper::paper;

/// Person, organisation, phones and mail, address.
fn check(source: &str, expect: &[[&str; 4]]) {
    let paper = paper(source);
    let issuer = Stated::new("Sở Y tế".to_owned(), Span::default());
    let found: Vec<[String; 4]> = find(&paper, Some(&issuer), agencies::standing(&paper).as_ref())
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

#[test]
fn rows_of_a_table() {
    check(
        "5. Đầu mối:\n| TT | Đơn vị | Họ và tên | Chức vụ | Điện thoại |\n| 1 | Sở Công Thương | Nguyễn Văn An | Chuyên viên | 0912345678 |\n| 2 | Tỉnh đoàn | Trần Thị Bình | Trưởng ban | 0987 654 321 |",
        &[
            ["Nguyễn Văn An", "Sở Công Thương", "0912345678", ""],
            ["Trần Thị Bình", "Tỉnh đoàn", "0987654321", ""],
        ],
    );
    check(
        "5. Liên hệ:\nSTT   Họ và tên            Chức vụ               Số điện thoại\n1     Lê Thị Cúc           Chuyên viên           0912.111.222\n2     Kpă Y Thoan          Phó Trưởng phòng      0905 333 444\nIV. KINH PHÍ",
        &[["Lê Thị Cúc", "", "0912111222", ""], ["Kpă Y Thoan", "", "0905333444", ""]],
    );
    check(
        "5. Đầu mối:\nTT\nHọ và tên\nĐiện thoại\n1\nLê Thị Cúc\nChuyên viên Sở Y tế\n0912.111.222\n2\nMùa A Dê\nPhó Trưởng phòng\n0905 333 444",
        &[["Lê Thị Cúc", "Sở Y tế", "0912111222", ""], ["Mùa A Dê", "", "0905333444", ""]],
    );
}

#[test]
fn people_in_a_sentence() {
    check(
        "1. Có vướng mắc xin trao đổi với Nguyễn Thị Thu Hà (ĐT: 0913 222 333) hoặc Đỗ Quang Minh (ĐT: 0914 222 333).",
        &[["Nguyễn Thị Thu Hà", "", "0913222333", ""], ["Đỗ Quang Minh", "", "0914222333", ""]],
    );
    check(
        "1. Liên hệ Văn phòng Ban Tổ chức (đồng chí Hoàng Seo Lử, chức vụ: Phó Chánh Văn phòng, điện thoại: 0912.345.678).",
        &[["Hoàng Seo Lử", "Văn phòng Ban Tổ chức", "0912345678", ""]],
    );
    check(
        "4. Liên hệ: BSCKI. Rơ Châm Lan, Trưởng phòng Kế hoạch, số nội bộ 0269.3820.115./.",
        &[["Rơ Châm Lan", "", "02693820115", ""]],
    );
    check(
        "1. Hồ sơ gửi Cung Thiếu nhi tỉnh, số 8 đường Hoa Mai, phường Sao. Thắc mắc gọi cô Giàng Thị Páo 0868 201 944 (Cung Thiếu nhi tỉnh) hoặc thầy Nông Ích 0915-733-086 (Tỉnh đoàn).",
        &[
            [
                "Giàng Thị Páo",
                "Cung Thiếu nhi tỉnh",
                "0868201944",
                "số 8 đường Hoa Mai, phường Sao",
            ],
            ["Nông Ích", "Tỉnh đoàn", "0915733086", ""],
        ],
    );
    check(
        "CÔNG VĂN\nKính gửi: Các phòng\n\nThực hiện kế hoạch năm 2026.\nNơi nhận:\n- Như trên;\n- Lưu: VT\nGIÁM ĐỐC\nLê Công Danh\nNgười liên hệ: Mai Văn Phấn, ĐT 0977 888 999",
        &[["Mai Văn Phấn", "", "0977888999", ""]],
    );
}

#[test]
fn streets_without_a_label() {
    check(
        "1. Hồ sơ gửi theo địa chỉ:\na) Sở Công Thương - 101 Lê Duẩn, thành phố Sao, ĐT: 0262.3851.111;\nb) Tỉnh đoàn (02 Nơ Trang, thành phố Sao; ĐT: 0262.3852.222).",
        &[
            ["", "Sở Công Thương", "02623851111", "101 Lê Duẩn, thành phố Sao"],
            ["", "Tỉnh đoàn", "02623852222", "02 Nơ Trang, thành phố Sao"],
        ],
    );
    check(
        "Điều 9. Nơi nhận hồ sơ\nCơ quan Thường trực Hội thi: Liên hiệp hội tỉnh\nSố 7, ngõ 12, đường Hoa, phường Sao\nĐiện thoại/Fax: 0254.3811.222",
        &[["", "Liên hiệp hội tỉnh", "02543811222", "Số 7, ngõ 12, đường Hoa, phường Sao"]],
    );
    check(
        "2. Nơi nhận hồ sơ: Sở Công Thương, số 12 Hoa Lan, phường Hai, tỉnh Sao.",
        &[["", "Sở Công Thương", "", "số 12 Hoa Lan, phường Hai, tỉnh Sao"]],
    );
}
