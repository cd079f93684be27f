//! Examples.

use super::*;
use crate::read::normalise::normalise;

fn listed(source: &str) -> Vec<String> {
    let text = Text::new(normalise(source));
    list(&text, text.whole()).into_iter().map(|unit| unit.value).collect()
}

/// Lists and what they name.
const LISTS: [(&str, &[&str]); 10] = [
    (
        "Các sở, ban, ngành tỉnh và UBND các xã, phường",
        &["Các sở, ban, ngành tỉnh", "UBND các xã, phường"],
    ),
    (
        "các sở, cơ quan, ban, ngành tỉnh, UBND các huyện, thành phố, thị xã",
        &["các sở, cơ quan, ban, ngành tỉnh", "UBND các huyện, thành phố, thị xã"],
    ),
    ("Sở Văn hóa, Thể thao và Du lịch", &["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Giáo dục và Đào tạo, Sở Y tế", &["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
    ("Ban Chỉ huy Quân sự huyện và Công an huyện", &["Ban Chỉ huy Quân sự huyện", "Công an huyện"]),
    (
        "Phòng Văn hóa - Thông tin; Trung tâm Văn hóa, Thể thao và Truyền thông thành phố",
        &["Phòng Văn hóa - Thông tin", "Trung tâm Văn hóa, Thể thao và Truyền thông thành phố"],
    ),
    ("Văn phòng HĐND và UBND huyện", &["Văn phòng HĐND và UBND huyện"]),
    ("Trường THPT Lê Lợi và Nguyễn Du", &["Trường THPT Lê Lợi", "Trường THPT Nguyễn Du"]),
    (
        "UBND các huyện: Ba Bể, Na Rì và Chợ Mới",
        &["UBND huyện Ba Bể", "UBND huyện Na Rì", "UBND huyện Chợ Mới"],
    ),
    (
        "Các đơn vị: Phòng Nội vụ, Phòng Nông nghiệp & PTNT",
        &["Phòng Nội vụ", "Phòng Nông nghiệp & PTNT"],
    ),
];
const MORE_LISTS: [(&str, &[&str]); 15] = [
    (
        "Ông Lê Văn Nam, Chủ tịch Liên hiệp hội; bà Trần Thị Hoa, Phó Giám đốc Sở Y tế",
        &["Ông Lê Văn Nam, Chủ tịch Liên hiệp hội", "bà Trần Thị Hoa, Phó Giám đốc Sở Y tế"],
    ),
    (
        "Các ông (bà): Chánh Văn phòng UBND tỉnh, Giám đốc các sở: Tài chính, Khoa học và Công nghệ",
        &[
            "Chánh Văn phòng UBND tỉnh",
            "Giám đốc sở Tài chính",
            "Giám đốc sở Khoa học và Công nghệ",
        ],
    ),
    ("UBND các huyện, Thành phố Tân An", &["UBND các huyện, Thành phố Tân An"]),
    ("UBND huyện Hòa Vang và thành phố Hội An", &["UBND huyện Hòa Vang", "UBND thành phố Hội An"]),
    ("Quản đốc các công trường, phân xưởng", &["Quản đốc các công trường, phân xưởng"]),
    ("Các phòng chuyên môn, đơn vị trực thuộc Sở", &["Các phòng chuyên môn, đơn vị trực thuộc Sở"]),
    (
        "Công chức, viên chức và người lao động, các phòng chuyên môn, đơn vị trực thuộc Sở",
        &["Công chức, viên chức và người lao động", "các phòng chuyên môn, đơn vị trực thuộc Sở"],
    ),
    (
        "Trưởng các phòng chuyên môn, đơn vị trực thuộc Sở, công chức, viên chức và người lao động",
        &[
            "Trưởng các phòng chuyên môn, đơn vị trực thuộc Sở",
            "công chức, viên chức và người lao động",
        ],
    ),
    (
        "Hội đồng xét duyệt đề tài, sáng kiến, giải pháp của Sở và Văn phòng Sở",
        &["Hội đồng xét duyệt đề tài, sáng kiến, giải pháp của Sở", "Văn phòng Sở"],
    ),
    (
        "Văn phòng Sở, BCH Công đoàn, BCH đoàn thanh niên",
        &["Văn phòng Sở", "BCH Công đoàn", "BCH đoàn thanh niên"],
    ),
    (
        "Liên đoàn Lao động tỉnh, Tỉnh đoàn và Hội Nông dân tỉnh",
        &["Liên đoàn Lao động tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"],
    ),
    ("Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể", &["Ủy ban MTTQ Việt Nam tỉnh", "các đoàn thể"]),
    (
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
        &["Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"],
    ),
    (
        "Đài Phát thanh và Truyền hình tỉnh, Báo An Lạc",
        &["Đài Phát thanh và Truyền hình tỉnh", "Báo An Lạc"],
    ),
    ("Các phòng, ban, ngành, đoàn thể thành phố", &["Các phòng, ban, ngành, đoàn thể thành phố"]),
];

#[test]
fn lists_of_units() {
    for (source, expect) in LISTS.into_iter().chain(MORE_LISTS) {
        assert_eq!(listed(source), expect, "{source}");
    }
}

#[test]
fn the_verb_ends_the_list() {
    let rows = [
        ("Ban Tổ chức Hội thi chỉ đạo chung", Some("chỉ đạo chung")),
        ("Ban tổ chức hội thi đôn đốc các đơn vị", Some("đôn đốc các đơn vị")),
        ("Sở Giáo dục và Đào tạo phát động Hội thi", Some("phát động Hội thi")),
        ("Hội đồng xét duyệt sáng kiến của Sở chủ trì", Some("chủ trì")),
        ("Phòng Y tế", None),
    ];
    for (source, expect) in rows {
        let text = Text::new(normalise(source));
        let verb = predicate(&text, text.whole());
        assert_eq!(
            verb.map(|at| text.line(Span::new(at, text.len()))).as_deref(),
            expect,
            "{source}"
        );
    }
}
