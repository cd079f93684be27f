//! The contest of the university, nearly over, and that of commune Thung Mây, which has begun.

use super::{Activity, Deed, Event, Step, Work, event};
use crate::people::{COMMUNE_SECRETARY, UNIVERSITY_SECRETARY};
use crate::time::At::Ago;

const UNIVERSITY: &str = "university";
const COMMUNE: &str = "commune-1";

const SCIENCE_OFFICE: &str = "university-science";
const YOUTH: &str = "university-youth";
const CULTURE: &str = "commune-culture";
const ECONOMY: &str = "commune-economy";
const SCHOOL: &str = "commune-school";

const fn done(contest: &'static str, unit: &'static str, task: &'static str, step: Step) -> Deed {
    Deed::Task(Work { contest, unit, task }, step)
}

const fn said(words: &'static str, figure: Option<i64>, link: Option<&'static str>) -> Step {
    Step::Report { words, figure, link, proof: false }
}

pub(super) const EVENTS: &[Event] = &[
    event(Ago(116), UNIVERSITY_SECRETARY, Deed::HandIn(UNIVERSITY)),
    event(Ago(115), UNIVERSITY_SECRETARY, Deed::Accept(UNIVERSITY)),
    event(Ago(114), UNIVERSITY_SECRETARY, Deed::Begin(UNIVERSITY)),
    event(
        Ago(84),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            YOUTH,
            "mạng xã hội",
            said(
                "Đã đăng 6 bài trên trang của Đoàn.",
                Some(6),
                Some("https://doan.dhsl.example/hoi-thi"),
            ),
        ),
    ),
    event(Ago(83), UNIVERSITY_SECRETARY, done(UNIVERSITY, YOUTH, "mạng xã hội", Step::Accept)),
    event(
        Ago(64),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            "university-engineering",
            "Phát động",
            said("Khoa có 9 giải pháp đăng ký.", Some(9), None),
        ),
    ),
    event(
        Ago(64),
        UNIVERSITY_SECRETARY,
        done(UNIVERSITY, "university-engineering", "Phát động", Step::Accept),
    ),
    event(
        Ago(62),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            "university-farming",
            "Phát động",
            said("Khoa có giải pháp đăng ký, danh sách gửi sau.", None, None),
        ),
    ),
    event(
        Ago(61),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            "university-farming",
            "Phát động",
            Step::Return("Đề nghị gửi kèm danh sách giải pháp và tác giả."),
        ),
    ),
    event(
        Ago(58),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            "university-farming",
            "Phát động",
            said("Danh sách gồm 5 giải pháp của 7 tác giả.", Some(5), None),
        ),
    ),
    event(
        Ago(57),
        UNIVERSITY_SECRETARY,
        done(UNIVERSITY, "university-farming", "Phát động", Step::Accept),
    ),
    event(
        Ago(55),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            "university-medicine",
            "Phát động",
            said("Khoa có 3 giải pháp đăng ký.", Some(3), None),
        ),
    ),
    event(
        Ago(54),
        UNIVERSITY_SECRETARY,
        done(UNIVERSITY, "university-medicine", "Phát động", Step::Accept),
    ),
    event(Ago(45), UNIVERSITY_SECRETARY, Deed::HandIn("university-extension")),
    event(Ago(45), UNIVERSITY_SECRETARY, Deed::Accept("university-extension")),
    event(
        Ago(38),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            SCIENCE_OFFICE,
            "Hội đồng giám khảo",
            said(
                "Hiệu trưởng đã ký quyết định thành lập Hội đồng gồm 7 thành viên.",
                Some(7),
                None,
            ),
        ),
    ),
    event(
        Ago(38),
        UNIVERSITY_SECRETARY,
        done(UNIVERSITY, SCIENCE_OFFICE, "Hội đồng giám khảo", Step::Accept),
    ),
    event(
        Ago(32),
        UNIVERSITY_SECRETARY,
        done(
            UNIVERSITY,
            SCIENCE_OFFICE,
            "phân loại giải pháp",
            said("Nhận 16 hồ sơ, trong đó 4 hồ sơ nộp trong thời gian gia hạn.", Some(16), None),
        ),
    ),
    event(
        Ago(31),
        UNIVERSITY_SECRETARY,
        done(UNIVERSITY, SCIENCE_OFFICE, "phân loại giải pháp", Step::Accept),
    ),
    event(Ago(4), UNIVERSITY_SECRETARY, done(UNIVERSITY, YOUTH, "gian trưng bày", Step::Start)),
    event(Ago(46), COMMUNE_SECRETARY, Deed::HandIn(COMMUNE)),
    event(Ago(46), COMMUNE_SECRETARY, Deed::PutUnder(COMMUNE, "province-9")),
    event(Ago(45), COMMUNE_SECRETARY, Deed::Accept(COMMUNE)),
    event(Ago(44), COMMUNE_SECRETARY, Deed::Begin(COMMUNE)),
    event(Ago(36), COMMUNE_SECRETARY, Deed::Reports(COMMUNE, Ago(43), &[])),
    event(Ago(35), COMMUNE_SECRETARY, Deed::AcceptReports(COMMUNE, Ago(43))),
    event(
        Ago(17),
        COMMUNE_SECRETARY,
        Deed::Publish(
            COMMUNE,
            CULTURE,
            Activity {
                channel: "radio",
                title: "Phát thanh Kế hoạch Hội thi của xã",
                in_days: 0,
                copies: Some(10),
                reach: None,
                link: None,
                proof: true,
            },
        ),
    ),
    event(
        Ago(17),
        COMMUNE_SECRETARY,
        done(
            COMMUNE,
            CULTURE,
            "truyền thanh xã",
            said("Đã phát 10 lượt trên 14 cụm loa.", Some(10), None),
        ),
    ),
    event(Ago(16), COMMUNE_SECRETARY, done(COMMUNE, CULTURE, "truyền thanh xã", Step::Accept)),
    event(Ago(12), COMMUNE_SECRETARY, done(COMMUNE, ECONOMY, "Rà soát", Step::Start)),
    event(Ago(6), COMMUNE_SECRETARY, Deed::Reports(COMMUNE, Ago(6), &["commune-school"])),
    event(
        Ago(5),
        COMMUNE_SECRETARY,
        done(
            COMMUNE,
            SCHOOL,
            "Vận động giáo viên",
            said("Nhà trường có 4 giải pháp đăng ký của giáo viên.", Some(4), None),
        ),
    ),
];
