//! Number and day left blank: right in a draft, wrong in an issued paper.

use super::missing;
use crate::facts::{Doubt, DoubtCode};
use crate::read::facts::head::Head;

pub(super) fn check(head: &Head) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if head.number.is_none() && head.kind.is_some() {
        doubts.push(missing(
            DoubtCode::MissingNumber,
            "Chưa có số văn bản; nếu đây không phải dự thảo, hãy bổ sung số.",
        ));
    }
    if head.date.as_ref().is_some_and(|date| date.value.day.is_none()) {
        doubts.push(missing(
            DoubtCode::MissingDay,
            "Chưa ghi ngày ban hành; nếu đây không phải dự thảo, hãy bổ sung ngày.",
        ));
    }
    doubts
}
