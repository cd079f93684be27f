//! Labels under a piece of work: "Đơn vị thực hiện:", "Thời gian:", "Sản phẩm:".

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// What a label says of the work above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Đơn vị thực hiện, chủ trì.
    Who,
    /// Đơn vị phối hợp.
    With,
    /// Thời gian thực hiện.
    When,
    /// Kết quả, sản phẩm.
    Result,
    /// Địa điểm, kinh phí and the like.
    Other,
}

static LABELS: LazyLock<Vec<(Label, Form)>> = LazyLock::new(|| {
    let label =
        |label, words: &str| (label, Form::new(&format!(r"(^|[.;(]\s*)\W*({words})\s*:\s*(\S)")));
    vec![
        label(
            Label::With,
            r"(các )?(đơn vị|cơ quan|bộ phận|phòng)?\s*(cùng )?phối hợp( thực hiện)?( gồm)?",
        ),
        label(
            Label::Who,
            r"((các )?(đơn vị|cơ quan|bộ phận|phòng|cá nhân|người|tổ)(, (đơn vị|cá nhân|bộ phận))?( được giao)?|phân công|giao)\s*(chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối|tham mưu|thực hiện chính)( (thực hiện|tổ chức|và phối hợp|chính))?|chủ trì( thực hiện)?|phân công( thực hiện)?|phụ trách|người thực hiện",
        ),
        label(
            Label::When,
            r"(dự kiến )?(thời gian|thời hạn|tiến độ|thời điểm)( và địa điểm)?( tổ chức| thực hiện| hoàn thành| triển khai| tiến hành)?( thực hiện| hoàn thành)?( dự kiến)?|hoàn thành",
        ),
        label(
            Label::Result,
            r"(kết quả|sản phẩm|đầu ra)( (hoạt động|đầu ra|thực hiện|công việc|dự kiến|cần đạt|đạt được|hoàn thành|của nhiệm vụ))?( (hoặc|và|,|/) (sản phẩm|kết quả))?( (cần đạt|dự kiến))?|dự kiến (kết quả|sản phẩm)",
        ),
        label(
            Label::Other,
            r"địa điểm|kinh phí|nguồn kinh phí|đối tượng|thành phần|hình thức|số lượng|quy mô|địa bàn",
        ),
    ]
});

/// The label with which a stretch begins, and what it says.
pub(super) fn leading(text: &Text, span: Span) -> Option<(Label, Span)> {
    LABELS.iter().find_map(|(label, form)| {
        let found = form.find(text, span)?;
        let said = found.span().end - 1;
        (found.span().start == span.start).then(|| (*label, Span::new(said, span.end)))
    })
}

/// The labels inside a stretch, each with what it says up to the next.
pub(super) fn inside(text: &Text, span: Span) -> Vec<(Label, Span, usize)> {
    let mut found: Vec<(usize, Label, usize)> = Vec::new();
    for (label, form) in LABELS.iter() {
        for fit in form.all(text, span) {
            let said = fit.span().end - 1;
            if !found.iter().any(|(_, _, known)| *known == said) {
                found.push((fit.span().start, *label, said));
            }
        }
    }
    found.sort_unstable_by_key(|(start, ..)| *start);
    let ends: Vec<usize> =
        found.iter().skip(1).map(|(start, ..)| *start).chain([span.end]).collect();
    found
        .iter()
        .zip(ends)
        .map(|((start, label, said), end)| {
            (*label, text.trim(Span::new(*said, end), b".;)"), *start)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn labels() {
        let rows = [
            ("Thời gian thực hiện: Từ tháng 11.", Some((Label::When, "Từ tháng 11."))),
            (
                "Đơn vị thực hiện: Văn phòng Sở chủ trì.",
                Some((Label::Who, "Văn phòng Sở chủ trì.")),
            ),
            ("Đơn vị phối hợp: Các phòng.", Some((Label::With, "Các phòng."))),
            ("Kết quả hoạt động hoặc sản phẩm: Báo cáo.", Some((Label::Result, "Báo cáo."))),
            ("Sản phẩm: Văn bản.", Some((Label::Result, "Văn bản."))),
            ("Cơ quan chủ trì: Sở Y tế", Some((Label::Who, "Sở Y tế"))),
            ("Hồ sơ: gồm có", None),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found = leading(&text, text.whole()).map(|(label, said)| (label, text.line(said)));
            assert_eq!(found, expect.map(|(label, said)| (label, said.to_owned())), "{source}");
        }
    }

    #[test]
    fn labels_in_a_row() {
        let text = Text::new(normalise(
            "Tập huấn kỹ năng. Đơn vị chủ trì: Sở Y tế; phối hợp: Tỉnh đoàn; thời gian: tháng 3/2026.",
        ));
        let found: Vec<(Label, String)> = inside(&text, text.whole())
            .into_iter()
            .map(|(label, said, _)| (label, text.line(said)))
            .collect();
        assert_eq!(
            found,
            [
                (Label::Who, "Sở Y tế".into()),
                (Label::With, "Tỉnh đoàn".into()),
                (Label::When, "tháng 3/2026".into())
            ]
        );
    }
}
