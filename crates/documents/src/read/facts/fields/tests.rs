//! Examples.

use super::*;
use crate::read::paper::paper;

fn check(source: &str, expect: &[&str]) {
    let found: Vec<String> = find(&paper(source)).into_iter().map(|field| field.value).collect();
    assert_eq!(found, expect, "{source}");
}

#[test]
fn lists_below() {
    check(
        "I. NỘI DUNG\n1. Lĩnh vực dự thi\na) Công nghệ thông tin, điện tử, viễn thông;\nb) Cơ khí tự động hóa;\nc, Y dược.\n2. Đối tượng dự thi\na) Mọi công dân.",
        &["Công nghệ thông tin, điện tử, viễn thông", "Cơ khí tự động hóa", "Y dược"],
    );
    check(
        "I. NỘI DUNG\n- Sở khuyến khích tham gia ở một số lĩnh vực sau:\na) Công nghệ: Các đề tài về phần mềm; quản lý;...\nb) Vật liệu, năng lượng: Các đề tài.\n- Thời gian: tháng 5.",
        &["Công nghệ", "Vật liệu, năng lượng"],
    );
    check(
        "Điều 3. Lĩnh vực dự thi\nCác giải pháp thuộc các lĩnh vực sau đây:\n1. Lĩnh vực Nông nghiệp;\n2. Lĩnh vực Giáo dục và Đào tạo.\nĐiều 4. Hồ sơ\n1. Phiếu đăng ký.",
        &["Nông nghiệp", "Giáo dục và Đào tạo"],
    );
    check(
        "1. Các lĩnh vực dự thi:\n- Lĩnh vực 1: Đồ dùng học tập.\n+ Bàn ghế.\n- Lĩnh vực 2: Phần mềm tin học.\n2. Hồ sơ",
        &["Đồ dùng học tập", "Phần mềm tin học"],
    );
}

#[test]
fn spoilt_letters_and_tables() {
    check(
        "1. Lĩnh vực dự thi:\na) Công nghệ;\n€) Nông nghiệp;\nđ) Y tế.\n2. Hồ sơ",
        &["Công nghệ", "Nông nghiệp", "Y tế"],
    );
    check(
        "II. ĐỐI TƯỢNG, LĨNH VỰC\n1. Đối tượng: viên chức.\n2. Lĩnh vực: theo Thể lệ, ưu tiên:\n- Y dược;\n- Sư phạm.",
        &["Y dược", "Sư phạm"],
    );
    check(
        "1. Kết quả:\n| TT | Lĩnh vực | Số giải pháp |\n| --- | --- | --- |\n| 1 | Y dược | 8 |\n| 2 | Cơ khí, xây dựng | 5 |\n| | Tổng | 13 |",
        &["Y dược", "Cơ khí, xây dựng"],
    );
}

#[test]
fn groups_and_second_announcements() {
    check(
        "1. Lĩnh vực dự thi: Tập trung vào các lĩnh vực: nông nghiệp; y tế; giáo dục.",
        &["Nông nghiệp", "Y tế", "Giáo dục"],
    );
    check(
        "1. Các nhóm lĩnh vực\n- Nhóm 1: Khoa học giáo dục\n- Nhóm 2: Khoa học sức khỏe\n2. Hồ sơ",
        &["Khoa học giáo dục", "Khoa học sức khỏe"],
    );
    check(
        "3. Các lĩnh vực dự thi gồm: (i) Công nghệ thông tin; (ii) Cơ khí; (iii) Nông nghiệp.",
        &["Công nghệ thông tin", "Cơ khí", "Nông nghiệp"],
    );
}

#[test]
fn lists_in_passing() {
    check(
        "1. Các trường phát động, ưu tiên sản phẩm thuộc lĩnh vực phần mềm, đồ dùng học tập và môi trường.",
        &["Phần mềm", "Đồ dùng học tập", "Môi trường"],
    );
    check("1. Khuyến khích sáng tạo trong các lĩnh vực của đời sống.", &[]);
}

#[test]
fn lists_in_a_sentence() {
    check(
        "1. Hội thi gồm 3 lĩnh vực: (1) Công nghệ thông tin; (2) Cơ khí, xây dựng; (3) Y dược.",
        &["Công nghệ thông tin", "Cơ khí, xây dựng", "Y dược"],
    );
    check(
        "1. Các lĩnh vực dự thi: Công nghệ thông tin, điện tử; vật liệu, hóa chất; và y dược. Mỗi tác giả gửi một hồ sơ.",
        &["Công nghệ thông tin, điện tử", "Vật liệu, hóa chất", "Y dược"],
    );
    check(
        "1. Hội thi có 3 lĩnh vực: nông nghiệp, công nghiệp, y tế.",
        &["Nông nghiệp", "Công nghiệp", "Y tế"],
    );
    check("1. Phát huy sáng kiến trong các lĩnh vực của đời sống.\n- Gạch một.\n- Gạch hai.", &[]);
    check("1. Thành lập hội đồng theo các lĩnh vực sau:\n- Y tế;\n- Cơ khí.", &[]);
}
