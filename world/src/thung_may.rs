//! The district of Thung Mây and its communes before 1 July 2025, and what became of them.

use crate::{Reorganisation, Succession, Unit, body};

const fn old(key: &'static str, name: &'static str) -> Unit {
    body(key, name, "committee", "old-thung-may")
}

pub(crate) const UNITS: &[Unit] = &[
    Unit {
        aliases: &["UBND huyện Thung Mây", "Huyện Thung Mây"],
        code: Some("SL-H01"),
        ..body("old-thung-may", "Ủy ban nhân dân huyện Thung Mây", "committee", "province")
    },
    old("old-town", "Ủy ban nhân dân thị trấn Thung Mây"),
    old("old-may-thuong", "Ủy ban nhân dân xã Mây Thượng"),
    old("old-may-ha", "Ủy ban nhân dân xã Mây Hạ"),
    old("old-khe-mo", "Ủy ban nhân dân xã Khe Mơ"),
    old("old-dong-mo", "Ủy ban nhân dân xã Đồng Mơ"),
    old("old-suoi-mo", "Ủy ban nhân dân xã Suối Mơ"),
    old("old-lung-say", "Ủy ban nhân dân xã Lũng Sậy"),
    old("old-nam-tra", "Ủy ban nhân dân xã Nậm Trà"),
];

const fn whole(from: &'static str, to: &'static str) -> Succession {
    Succession { from, to: Some(to), extent: "whole" }
}

const fn part(from: &'static str, to: &'static str) -> Succession {
    Succession { from, to: Some(to), extent: "part" }
}

/// What was reorganised in the province. The decisions are invented like everything here.
pub const REORGANISATIONS: &[Reorganisation] = &[
    Reorganisation {
        kind: "rearrange",
        number: "1812/NQ-SL",
        decided: "2025-06-12",
        issuer: "Hội đồng nhân dân tỉnh Sa Lĩnh",
        effective: "2025-07-01",
        successions: &[
            whole("old-town", "thung-may"),
            whole("old-may-thuong", "thung-may"),
            part("old-may-ha", "thung-may"),
            part("old-may-ha", "may-ha"),
            whole("old-khe-mo", "may-ha"),
            whole("old-dong-mo", "dong-mo"),
            whole("old-suoi-mo", "dong-mo"),
            whole("old-lung-say", "nam-tra"),
            whole("old-nam-tra", "nam-tra"),
        ],
    },
    Reorganisation {
        kind: "split",
        number: "1813/NQ-SL",
        decided: "2025-06-12",
        issuer: "Hội đồng nhân dân tỉnh Sa Lĩnh",
        effective: "2025-07-01",
        successions: &[
            part("old-thung-may", "thung-may"),
            part("old-thung-may", "may-ha"),
            part("old-thung-may", "dong-mo"),
            part("old-thung-may", "nam-tra"),
        ],
    },
];
