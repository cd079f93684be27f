//! History: the last contest of the district, the eighth of the province, the reform.

use super::{Deed, Event, Step, Work, event};
use crate::people::{ADMINISTRATOR, DISTRICT_SECRETARY, SECRETARY};
use crate::time::At;

const fn work(contest: &'static str, unit: &'static str, task: &'static str, step: Step) -> Deed {
    Deed::Task(Work { contest, unit, task }, step)
}

const fn said(words: &'static str, figure: Option<i64>) -> Step {
    Step::Report { words, figure, link: None, proof: false }
}

const INFRASTRUCTURE: &str = "old-infrastructure";
const EDUCATION: &str = "old-education";

pub(super) const EVENTS: &[Event] = &[
    event(At::On("2024-03-06"), DISTRICT_SECRETARY, Deed::HandIn("district-3")),
    event(At::On("2024-03-07"), DISTRICT_SECRETARY, Deed::Accept("district-3")),
    event(At::On("2024-03-08"), DISTRICT_SECRETARY, Deed::Begin("district-3")),
    event(
        At::On("2024-04-12"),
        DISTRICT_SECRETARY,
        Deed::OnPaper { of: ("district-3", "truyền thanh"), but: &[] },
    ),
    event(
        At::On("2024-04-26"),
        DISTRICT_SECRETARY,
        work(
            "district-3",
            EDUCATION,
            "trường học",
            said("Có 21 trường trong huyện tham gia.", Some(21)),
        ),
    ),
    event(
        At::On("2024-04-26"),
        DISTRICT_SECRETARY,
        work("district-3", EDUCATION, "trường học", Step::Accept),
    ),
    event(
        At::On("2024-07-30"),
        DISTRICT_SECRETARY,
        Deed::OnPaper { of: ("district-3", "Lựa chọn giải pháp"), but: &["old-lung-say"] },
    ),
    event(
        At::On("2024-08-02"),
        DISTRICT_SECRETARY,
        work(
            "district-3",
            INFRASTRUCTURE,
            "Tiếp nhận",
            said("Nhận 27 hồ sơ hợp lệ; đã trình danh sách Hội đồng giám khảo.", Some(27)),
        ),
    ),
    event(
        At::On("2024-08-02"),
        DISTRICT_SECRETARY,
        work("district-3", INFRASTRUCTURE, "Tiếp nhận", Step::Accept),
    ),
    event(At::On("2024-10-03"), DISTRICT_SECRETARY, Deed::Close("district-3")),
    event(At::On("2024-08-21"), SECRETARY, Deed::HandIn("province-8")),
    event(At::On("2024-08-22"), SECRETARY, Deed::Accept("province-8")),
    event(At::On("2024-08-22"), SECRETARY, Deed::Begin("province-8")),
    event(
        At::On("2024-10-30"),
        SECRETARY,
        Deed::OnPaper { of: ("province-8", "Hướng dẫn các đơn vị"), but: &[] },
    ),
    event(
        At::On("2025-03-07"),
        SECRETARY,
        Deed::OnPaper { of: ("province-8", "Tiếp nhận hồ sơ"), but: &[] },
    ),
    event(
        At::On("2025-05-28"),
        SECRETARY,
        Deed::OnPaper { of: ("province-8", "Đưa tin"), but: &[] },
    ),
    event(At::On("2025-06-10"), SECRETARY, Deed::Close("province-8")),
    event(At::On("2025-06-20"), ADMINISTRATOR, Deed::Reorganise),
];
