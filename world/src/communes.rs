//! The communes of today: two tiers since 1 July 2025.

use crate::{Contact, Unit, body};

const fn commune(
    key: &'static str,
    code: &'static str,
    name: &'static str,
    aliases: &'static [&'static str],
) -> Unit {
    Unit {
        code: Some(code),
        founded: Some("2025-07-01"),
        aliases,
        ..body(key, name, "committee", "province")
    }
}

pub(crate) const COMMUNES: &[Unit] = &[
    Unit {
        contacts: &[
            Contact {
                name: "Văn phòng UBND xã",
                duty: "Tiếp nhận công văn",
                email: "vanphong@thungmay.example",
                phone: "0200 3 812 301",
                personal: false,
            },
            Contact {
                name: "Hà Chuyên Viên",
                duty: "Theo dõi hội thi",
                email: "chuyenvien@thungmay.example",
                phone: "0200 3 812 302",
                personal: true,
            },
        ],
        ..commune("thung-may", "SL-X01", "Ủy ban nhân dân xã Thung Mây", &["UBND xã Thung Mây"])
    },
    commune("may-ha", "SL-X02", "Ủy ban nhân dân xã Mây Hạ", &["UBND xã Mây Hạ"]),
    commune("dong-mo", "SL-X03", "Ủy ban nhân dân xã Đồng Mơ", &["UBND xã Đồng Mơ"]),
    commune("nam-tra", "SL-X04", "Ủy ban nhân dân xã Nậm Trà", &["UBND xã Nậm Trà"]),
    commune("ben-may", "SL-X05", "Ủy ban nhân dân phường Bến Mây", &["UBND phường Bến Mây"]),
    commune("cho-may", "SL-X06", "Ủy ban nhân dân phường Chợ Mây", &["UBND phường Chợ Mây"]),
    commune("sa-linh", "SL-X07", "Ủy ban nhân dân phường Sa Lĩnh", &["UBND phường Sa Lĩnh"]),
    commune("cau-mo", "SL-X08", "Ủy ban nhân dân phường Cầu Mơ", &["UBND phường Cầu Mơ"]),
    commune("deo-may", "SL-X09", "Ủy ban nhân dân xã Đèo Mây", &["UBND xã Đèo Mây"]),
    commune("doc-may", "SL-X10", "Ủy ban nhân dân xã Dốc Mây", &["UBND xã Dốc Mây"]),
    commune("vuon-may", "SL-X11", "Ủy ban nhân dân xã Vườn Mây", &["UBND xã Vườn Mây"]),
    commune("ho-say", "SL-X12", "Ủy ban nhân dân xã Hồ Sậy", &["UBND xã Hồ Sậy"]),
    commune("go-say", "SL-X13", "Ủy ban nhân dân xã Gò Sậy", &["UBND xã Gò Sậy"]),
    commune("con-say", "SL-X14", "Ủy ban nhân dân xã Cồn Sậy", &["UBND xã Cồn Sậy"]),
    commune("ben-say", "SL-X15", "Ủy ban nhân dân xã Bến Sậy", &["UBND xã Bến Sậy"]),
    commune("rach-say", "SL-X16", "Ủy ban nhân dân xã Rạch Sậy", &["UBND xã Rạch Sậy"]),
    commune("da-lam", "SL-X17", "Ủy ban nhân dân xã Đá Lam", &["UBND xã Đá Lam"]),
    commune("lam-tra", "SL-X18", "Ủy ban nhân dân xã Lam Trà", &["UBND xã Lam Trà"]),
    commune("suoi-tra", "SL-X19", "Ủy ban nhân dân xã Suối Trà", &["UBND xã Suối Trà"]),
    commune("pa-tra", "SL-X20", "Ủy ban nhân dân xã Pá Trà", &["UBND xã Pá Trà"]),
    commune("moc-giang", "SL-X21", "Ủy ban nhân dân xã Mộc Giang", &["UBND xã Mộc Giang"]),
    commune("ha-moc", "SL-X22", "Ủy ban nhân dân xã Hạ Mộc", &["UBND xã Hạ Mộc"]),
    commune("phu-trach", "SL-X23", "Ủy ban nhân dân xã Phù Trạch", &["UBND xã Phù Trạch"]),
    commune("vung-sen", "SL-X24", "Ủy ban nhân dân xã Vũng Sen", &["UBND xã Vũng Sen"]),
];
