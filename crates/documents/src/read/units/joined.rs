//! Names that hold the beginning of another name.

use std::sync::LazyLock;

use super::begins_in_place;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// Whether a piece that could name a unit is part of the name before it.
pub(super) fn is_joined(text: &Text, before: Span, part: Span) -> bool {
    is_office_of_both(text, before, part)
        || is_more_places(text, before, part)
        || is_office_of_person(text, before, part)
}

/// "Ông Lê Văn Nam, Chủ tịch Liên hiệp hội" is one person.
fn is_office_of_person(text: &Text, before: Span, part: Span) -> bool {
    static OFFICE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(phó )?(chủ tịch|giám đốc|trưởng|chánh|bí thư|hiệu trưởng|viện trưởng|tổng|tổ trưởng|ủy viên|thành viên|chuyên viên|thư ký)\b",
        )
    });
    static PERSON: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^(ông|bà|đồng chí|đ/c) (?<name>\S.*)$"));
    let name = PERSON.find(text, before).and_then(|found| found.part("name"));
    let named = name.is_some_and(|name| text.is_upper(name.start) && !OFFICE.fits(text, name));
    named && OFFICE.fits(text, part)
}

/// "UBND các huyện, Thành phố Tân An": the committee is that of each place.
fn is_more_places(text: &Text, before: Span, part: Span) -> bool {
    static COMMITTEES: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^((chủ tịch )?(ubnd|ủy ban nhân dân)|công an|đoàn thanh niên)\b")
    });
    COMMITTEES.fits(text, before) && begins_in_place(text, part)
}

/// "Văn phòng HĐND và UBND tỉnh" is one office.
fn is_office_of_both(text: &Text, before: Span, part: Span) -> bool {
    static OFFICE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(văn phòng|thường trực|trụ sở|lãnh đạo|chánh văn phòng)\b.{0,24}\b(hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân|đoàn đbqh)",
        )
    });
    static OTHER: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^(hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân)\b"));
    OFFICE.fits(text, before) && OTHER.fits(text, part)
}
