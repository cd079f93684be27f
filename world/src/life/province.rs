//! The ninth contest of the province, in full run, and a draft that waits for its review.

use super::{Activity, Deed, Event, Step, Work, Writing, event};
use crate::people::{
    COORDINATOR, LEADER, OTHER_COORDINATOR, SCHOOLS_COORDINATOR, SECRETARY, YOUTH_COORDINATOR,
};
use crate::time::At::{Ago, BeforeQuarter};

const NINTH: &str = "province-9";

const fn work(unit: &'static str, task: &'static str, step: Step) -> Deed {
    Deed::Task(Work { contest: NINTH, unit, task }, step)
}

const fn said(words: &'static str, figure: Option<i64>) -> Step {
    Step::Report { words, figure, link: None, proof: false }
}

const fn told(unit: &'static str, activity: Activity) -> Deed {
    Deed::Publish(NINTH, unit, activity)
}

const fn last_quarter(unit: &'static str, writing: Writing) -> Deed {
    Deed::Report(NINTH, unit, BeforeQuarter(1), writing)
}

const fn this_quarter(unit: &'static str, writing: Writing) -> Deed {
    Deed::Report(NINTH, unit, Ago(0), writing)
}

const NOTHING_TOLD: Activity = Activity {
    channel: "other",
    title: "",
    in_days: 0,
    copies: None,
    reach: None,
    link: None,
    proof: false,
};

const BROADCAST: Activity = Activity {
    channel: "radio",
    title: "Phát thanh Kế hoạch và Thể lệ Hội thi trên 14 cụm loa",
    copies: Some(10),
    reach: Some(5200),
    proof: true,
    ..NOTHING_TOLD
};

const POSTS: Activity = Activity {
    channel: "social",
    title: "Loạt bài \"Mỗi ngày một sáng kiến\" trên trang của Tỉnh đoàn",
    copies: Some(12),
    reach: Some(8400),
    link: Some("https://tinhdoan.salinh.example/sang-kien"),
    ..NOTHING_TOLD
};

const TRAINING: Activity = Activity {
    channel: "meeting",
    title: "Tập huấn viết hồ sơ dự thi cho đầu mối các sở, ngành",
    in_days: 10,
    ..NOTHING_TOLD
};

const ARTICLE: Activity = Activity {
    channel: "article",
    title: "Bài giới thiệu Hội thi trên Cổng thông tin của Sở",
    copies: Some(1),
    link: Some("https://khcn.salinh.example/hoi-thi-lan-thu-9"),
    ..NOTHING_TOLD
};

const LEAFLETS: Activity = Activity {
    channel: "leaflet",
    title: "Phát tờ rơi tại phiên chợ Bến Mây",
    copies: Some(600),
    ..NOTHING_TOLD
};

const SCIENCE_REPORT: &[&str] = &[
    "Sở đã ban hành văn bản hướng dẫn lập hồ sơ, đăng bài giới thiệu Hội thi.",
    "Chưa có số liệu.",
    "Không.",
];

const SCIENCE_REPORT_AGAIN: &[&str] = &[
    "Sở đã ban hành văn bản hướng dẫn lập hồ sơ, đăng bài giới thiệu Hội thi.",
    "04 giải pháp của cán bộ, viên chức Sở và các đơn vị trực thuộc.",
    "Nhiều tác giả hỏi về tra cứu tính mới; đề nghị tổ chức một buổi tập huấn.",
];

const COMMUNE_REPORT: &[&str] = &[
    "Xã đã phát thanh 10 lượt, họp thôn tại 12/14 thôn; ban hành Kế hoạch tổ chức hội thi cấp xã.",
    "02 giải pháp: máy băm thân cây chuối; mô hình nuôi ong lấy mật dưới tán chè.",
    "Kinh phí cấp xã còn hạn hẹp, đề nghị tỉnh hỗ trợ tờ rơi.",
];

const YOUTH_REPORT: &[&str] = &[
    "Đã phát động trong toàn Đoàn; đăng 6 bài trên trang của Tỉnh đoàn.",
    "03 giải pháp của đoàn viên.",
    "Không.",
];

const PREPARATION: &[Event] = &[
    event(BeforeQuarter(78), SECRETARY, Deed::HandIn(NINTH)),
    event(BeforeQuarter(76), SECRETARY, Deed::Accept(NINTH)),
    event(
        BeforeQuarter(76),
        SECRETARY,
        Deed::Ask(NINTH, "essence", "Ban Tổ chức thống nhất mẫu hồ sơ tại cuộc họp đầu tiên"),
    ),
    event(BeforeQuarter(75), SECRETARY, Deed::Begin(NINTH)),
    event(BeforeQuarter(74), SECRETARY, Deed::Rubric(NINTH, "three-levels")),
];

const LAST_QUARTER: &[Event] = &[
    event(
        BeforeQuarter(16),
        OTHER_COORDINATOR,
        last_quarter("thung-may", Writing::HandIn(COMMUNE_REPORT)),
    ),
    event(BeforeQuarter(15), SECRETARY, last_quarter("thung-may", Writing::Accept)),
    event(BeforeQuarter(15), COORDINATOR, last_quarter("dost", Writing::HandIn(SCIENCE_REPORT))),
    event(
        BeforeQuarter(14),
        SECRETARY,
        last_quarter("dost", Writing::Return("Đề nghị bổ sung số giải pháp đăng ký.")),
    ),
    event(
        BeforeQuarter(13),
        COORDINATOR,
        last_quarter("dost", Writing::HandIn(SCIENCE_REPORT_AGAIN)),
    ),
    event(
        BeforeQuarter(13),
        YOUTH_COORDINATOR,
        last_quarter("youth", Writing::HandIn(YOUTH_REPORT)),
    ),
    event(BeforeQuarter(12), SECRETARY, last_quarter("dost", Writing::Accept)),
    event(
        BeforeQuarter(12),
        SECRETARY,
        Deed::Reports(NINTH, BeforeQuarter(1), &["farmers", "ho-say", "vung-sen"]),
    ),
    event(BeforeQuarter(9), SECRETARY, Deed::AcceptReports(NINTH, BeforeQuarter(1))),
    event(BeforeQuarter(5), SECRETARY, last_quarter("union", Writing::Gather)),
    event(BeforeQuarter(3), LEADER, last_quarter("union", Writing::Accept)),
    event(BeforeQuarter(0), SECRETARY, Deed::Wait),
];

const TASKS: &[Event] = &[
    event(
        Ago(48),
        SECRETARY,
        work(
            "union",
            "Thể lệ",
            Step::Report {
                words: "Đã ban hành Thể lệ Hội thi.",
                figure: None,
                link: Some("https://lhh.salinh.example/the-le-hoi-thi-9"),
                proof: false,
            },
        ),
    ),
    event(Ago(48), SECRETARY, work("union", "Thể lệ", Step::Accept)),
    event(Ago(30), COORDINATOR, work("dost", "hướng dẫn các đơn vị", Step::Start)),
    event(Ago(28), COORDINATOR, told("dost", ARTICLE)),
    event(Ago(27), SECRETARY, Deed::Judge(NINTH, "dost", None)),
    event(
        Ago(23),
        SECRETARY,
        work(
            "dof",
            "Thẩm định dự toán",
            said("Đã có văn bản thẩm định, tổng dự toán 486 triệu đồng.", None),
        ),
    ),
    event(Ago(22), SECRETARY, work("dof", "Thẩm định dự toán", Step::Accept)),
    event(Ago(20), SECRETARY, work("newspaper", "chuyên mục", Step::Start)),
    event(Ago(18), YOUTH_COORDINATOR, told("youth", POSTS)),
    event(
        Ago(17),
        SECRETARY,
        Deed::Judge(NINTH, "youth", Some("Đề nghị gửi thêm ảnh chụp các bài đã đăng.")),
    ),
    event(Ago(15), OTHER_COORDINATOR, told("thung-may", BROADCAST)),
    event(Ago(14), SECRETARY, Deed::Judge(NINTH, "thung-may", None)),
    event(
        Ago(14),
        SECRETARY,
        work(
            "labour",
            "đăng ký giải pháp",
            said("Có 18 giải pháp của công nhân, viên chức đăng ký.", Some(18)),
        ),
    ),
    event(
        Ago(14),
        YOUTH_COORDINATOR,
        work("youth", "đăng ký giải pháp", said("Đã vận động.", None)),
    ),
    event(Ago(13), SECRETARY, work("labour", "đăng ký giải pháp", Step::Accept)),
    event(
        Ago(12),
        SECRETARY,
        work(
            "youth",
            "đăng ký giải pháp",
            Step::Return("Đề nghị gửi danh sách đăng ký theo mẫu, ghi rõ tác giả và lĩnh vực."),
        ),
    ),
    event(
        Ago(11),
        OTHER_COORDINATOR,
        work(
            "thung-may",
            "truyền thanh",
            Step::Report {
                words: "Phát thanh 10 lượt trong 5 ngày trên 14 cụm loa; biên bản kèm theo.",
                figure: Some(10),
                link: Some("https://thungmay.example/tin/phat-thanh-hoi-thi"),
                proof: true,
            },
        ),
    ),
    event(Ago(10), SECRETARY, work("thung-may", "truyền thanh", Step::Accept)),
    event(
        Ago(10),
        SECRETARY,
        Deed::OnPaper {
            of: (NINTH, "truyền thanh"),
            but: &["thung-may", "deo-may", "ho-say", "pa-tra", "cau-mo"],
        },
    ),
    event(
        Ago(10),
        SECRETARY,
        work("cau-mo", "truyền thanh", said("Phường đã phát thanh, số lượt chưa thống kê.", None)),
    ),
    event(Ago(9), SECRETARY, told("ben-may", LEAFLETS)),
    event(
        Ago(8),
        SCHOOLS_COORDINATOR,
        work(
            "doet",
            "các trường học",
            Step::Ask(12, "Các trường đang thi giữa kỳ, danh sách chưa đầy đủ."),
        ),
    ),
    event(Ago(7), OTHER_COORDINATOR, work("thung-may", "đầu mối", Step::Start)),
    event(Ago(6), SECRETARY, Deed::OnPaper { of: (NINTH, "đầu mối"), but: STILL_TO_NAME }),
    event(Ago(5), COORDINATOR, told("dost", TRAINING)),
    event(Ago(2), SECRETARY, Deed::Letter(NINTH)),
    event(Ago(1), SECRETARY, Deed::HandIn("children-14")),
];

/// Communes that have not named whom to call.
const STILL_TO_NAME: &[&str] = &[
    "thung-may",
    "nam-tra",
    "deo-may",
    "vuon-may",
    "ho-say",
    "go-say",
    "con-say",
    "rach-say",
    "da-lam",
    "suoi-tra",
    "pa-tra",
    "moc-giang",
    "ha-moc",
    "vung-sen",
];

const THIS_QUARTER: &[Event] = &[
    event(
        Ago(0),
        YOUTH_COORDINATOR,
        this_quarter(
            "youth",
            Writing::HandIn(&[
                "Đã đăng 12 bài trên trang của Tỉnh đoàn, 8.400 lượt xem.",
                "07 giải pháp của đoàn viên ở 5 xã, phường.",
                "Không.",
            ]),
        ),
    ),
    event(
        Ago(0),
        COORDINATOR,
        this_quarter("dost", Writing::Keep(&["Đã hướng dẫn 11 đơn vị lập hồ sơ.", "", ""])),
    ),
];

pub(super) const EVENTS: &[&[Event]] = &[PREPARATION, LAST_QUARTER, TASKS, THIS_QUARTER];
