//! The bodies of the province: committee, departments, unions, schools, forces, firms.

use crate::{Contact, Unit, body};

pub(crate) const BODIES: &[Unit] = &[
    Unit {
        parent: None,
        code: Some("SL-00"),
        aliases: &["UBND tỉnh Sa Lĩnh", "UBND tỉnh"],
        ..body("province", "Ủy ban nhân dân tỉnh Sa Lĩnh", "committee", "")
    },
    Unit {
        code: Some("SL-S01"),
        aliases: &["Sở KH&CN", "Sở KHCN"],
        contacts: &[
            Contact {
                name: "Phòng Quản lý Khoa học",
                duty: "Đầu mối hội thi",
                email: "qlkh@khcn-salinh.example",
                phone: "0200 3 812 101",
                personal: false,
            },
            Contact {
                name: "Mùa Chuyên Quản",
                duty: "Theo dõi sáng kiến",
                email: "chuyenquan@khcn-salinh.example",
                phone: "0200 3 812 102",
                personal: true,
            },
        ],
        ..body("dost", "Sở Khoa học và Công nghệ", "department", "province")
    },
    Unit {
        code: Some("SL-S02"),
        aliases: &["Sở GD&ĐT"],
        ..body("doet", "Sở Giáo dục và Đào tạo", "department", "province")
    },
    Unit { code: Some("SL-S03"), ..body("doh", "Sở Y tế", "department", "province") },
    Unit {
        code: Some("SL-S04"),
        aliases: &["Sở NN&MT", "Sở TN&MT"],
        ..body("doae", "Sở Nông nghiệp và Môi trường", "department", "province")
    },
    Unit {
        code: Some("SL-S05"),
        aliases: &["Sở CT"],
        ..body("doit", "Sở Công Thương", "department", "province")
    },
    Unit { code: Some("SL-S06"), ..body("dof", "Sở Tài chính", "department", "province") },
    Unit {
        code: Some("SL-S07"),
        aliases: &["Sở GTVT"],
        ..body("doc", "Sở Xây dựng", "department", "province")
    },
    Unit {
        code: Some("SL-S08"),
        aliases: &["Sở LĐ-TB&XH"],
        ..body("doha", "Sở Nội vụ", "department", "province")
    },
    Unit {
        code: Some("SL-S09"),
        aliases: &["Sở VHTT&DL"],
        ..body("docst", "Sở Văn hóa, Thể thao và Du lịch", "department", "province")
    },
    Unit { code: Some("SL-S10"), ..body("doj", "Sở Tư pháp", "department", "province") },
    Unit {
        code: Some("SL-S11"),
        aliases: &["VP UBND tỉnh"],
        ..body("office", "Văn phòng Ủy ban nhân dân tỉnh", "department", "province")
    },
    Unit {
        code: Some("SL-S12"),
        ..body("inspectorate", "Thanh tra tỉnh", "department", "province")
    },
    Unit {
        aliases: &["TT Ươm tạo"],
        ..body("incubator", "Trung tâm Ươm tạo và Đổi mới sáng tạo", "institute", "dost")
    },
    Unit {
        aliases: &["Chi cục TĐC"],
        ..body("measures", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "division", "dost")
    },
    Unit {
        code: Some("SL-L01"),
        aliases: &["Liên hiệp hội", "LHH tỉnh", "Cơ quan thường trực Hội thi"],
        contacts: &[Contact {
            name: "Ban Phổ biến kiến thức",
            duty: "Thường trực hội thi",
            email: "hoithi@lhh-salinh.example",
            phone: "0200 3 812 201",
            personal: false,
        }],
        ..body(
            "union",
            "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sa Lĩnh",
            "association",
            "province",
        )
    },
    Unit {
        code: Some("SL-D01"),
        aliases: &["UBMTTQ tỉnh"],
        ..body("front", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "mass-organisation", "province")
    },
    Unit {
        code: Some("SL-D02"),
        aliases: &["LĐLĐ tỉnh"],
        ..body("labour", "Liên đoàn Lao động tỉnh", "mass-organisation", "front")
    },
    Unit {
        code: Some("SL-D03"),
        aliases: &["Đoàn TNCS Hồ Chí Minh tỉnh"],
        ..body("youth", "Tỉnh đoàn Sa Lĩnh", "mass-organisation", "front")
    },
    Unit {
        code: Some("SL-D04"),
        aliases: &["Hội LHPN tỉnh"],
        ..body("women", "Hội Liên hiệp Phụ nữ tỉnh", "mass-organisation", "front")
    },
    Unit {
        code: Some("SL-D05"),
        ..body("farmers", "Hội Nông dân tỉnh", "mass-organisation", "front")
    },
    Unit {
        code: Some("SL-D06"),
        aliases: &["Hội CCB tỉnh"],
        ..body("veterans", "Hội Cựu chiến binh tỉnh", "mass-organisation", "front")
    },
    Unit {
        code: Some("SL-B01"),
        aliases: &["Báo Sa Lĩnh", "Đài PT-TH Sa Lĩnh"],
        ..body("newspaper", "Báo và Phát thanh, Truyền hình Sa Lĩnh", "media", "province")
    },
    Unit {
        code: Some("SL-T01"),
        aliases: &["ĐH Sa Lĩnh"],
        ..body("university", "Trường Đại học Sa Lĩnh", "school", "province")
    },
    body("university-engineering", "Khoa Kỹ thuật và Công nghệ", "division", "university"),
    body("university-farming", "Khoa Nông lâm", "division", "university"),
    body("university-medicine", "Khoa Y Dược", "division", "university"),
    Unit {
        code: Some("SL-T02"),
        aliases: &["CĐ Kỹ thuật"],
        ..body("college", "Trường Cao đẳng Kỹ thuật Sa Lĩnh", "school", "province")
    },
    Unit {
        code: Some("SL-Y01"),
        aliases: &["BVĐK tỉnh"],
        ..body("hospital", "Bệnh viện Đa khoa tỉnh Sa Lĩnh", "health", "doh")
    },
    Unit {
        code: Some("SL-V01"),
        aliases: &["CA tỉnh"],
        ..body("police", "Công an tỉnh Sa Lĩnh", "forces", "province")
    },
    Unit {
        code: Some("SL-V02"),
        aliases: &["Bộ CHQS tỉnh"],
        ..body("army", "Bộ Chỉ huy Quân sự tỉnh Sa Lĩnh", "forces", "province")
    },
    body("tea", "Công ty Cổ phần Chè Lam Trà", "company", "doit"),
    Unit {
        aliases: &["HTX Mây tre"],
        ..body("cooperative", "Hợp tác xã Mây tre Dốc Mây", "company", "doae")
    },
];
