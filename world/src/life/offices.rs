//! Offices that only contests below the province know.

use crate::{Reorganisation, Succession, Unit, body};

const fn office(
    key: &'static str,
    name: &'static str,
    kind: &'static str,
    parent: &'static str,
) -> Unit {
    body(key, name, kind, parent)
}

const fn of_today(unit: Unit, aliases: &'static [&'static str]) -> Unit {
    Unit { founded: Some("2025-07-01"), aliases, ..unit }
}

/// Every office; its parent is a unit of the world.
pub const OFFICES: &[Unit] = &[
    office(
        "old-infrastructure",
        "Phòng Kinh tế và Hạ tầng huyện Thung Mây",
        "division",
        "old-thung-may",
    ),
    office(
        "old-education",
        "Phòng Giáo dục và Đào tạo huyện Thung Mây",
        "division",
        "old-thung-may",
    ),
    office("university-science", "Phòng Khoa học và Hợp tác", "division", "university"),
    office(
        "university-youth",
        "Đoàn Thanh niên Trường Đại học Sa Lĩnh",
        "mass-organisation",
        "university",
    ),
    of_today(
        office("commune-culture", "Phòng Văn hóa - Xã hội xã Thung Mây", "division", "thung-may"),
        &["Phòng Văn hóa - Xã hội xã"],
    ),
    of_today(
        office("commune-economy", "Phòng Kinh tế xã Thung Mây", "division", "thung-may"),
        &["Phòng Kinh tế xã"],
    ),
    office("commune-school", "Trường Trung học cơ sở Thung Mây", "school", "thung-may"),
    office("commune-farmers", "Hội Nông dân xã Thung Mây", "mass-organisation", "thung-may"),
];

const fn nobody(from: &'static str) -> Succession {
    Succession { from, to: None, extent: "none" }
}

/// What became of the offices of the district.
pub const CLOSURE: Reorganisation = Reorganisation {
    kind: "abolish",
    number: "1814/NQ-SL",
    decided: "2025-06-12",
    issuer: "Hội đồng nhân dân tỉnh Sa Lĩnh",
    effective: "2025-07-01",
    successions: &[nobody("old-infrastructure"), nobody("old-education")],
};
