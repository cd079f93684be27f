//! Reports that units owe (chế độ báo cáo): how often, by when, to whom, through whom, about what.

mod due;

use std::sync::LazyLock;

use crate::facts::{Frequency, Reporting};
use crate::read::form::Form;
use crate::read::outline::{Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};
use crate::read::units;

static REPORTS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"báo cáo|(gửi|báo) (kết quả|tình hình)"));
/// "Thực hiện chế độ báo cáo quý theo Kế hoạch …, UBND huyện báo cáo như sau:" is the report itself.
static REPORTED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(thực hiện|căn cứ|theo|triển khai)\b[^;]*(báo cáo|như sau|cụ thể|sau đây)[^.;]{0,120}:\s*$",
    )
});
static TO: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(báo cáo|gửi|nộp|trình)[^.;:]{0,60}?\b(gửi về|gửi đến|gửi cho|gửi tới|về|cho|đến|gửi|lên|trình|tới)\s+(?<to>[^.;()]{4,120}?)(\s*\((thông qua |qua )?(?<via>[^)]{4,120})\)|\s+(thông qua|qua)\s+(?<by>[^.;]{4,120}?))?\s*(trước|chậm nhất|vào ngày|triển khai|tổ chức thực hiện|để tổng hợp|để theo|định kỳ|đúng|theo quy định|hằng|hàng|gồm|[.;]|,? (trước|chậm nhất)|$)",
    )
});
static VIA: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(thông qua|\(qua|\bqua)\s+(?<via>[^.;]{4,140}?)\s*(trước|chậm nhất|để|triển khai|tổ chức thực hiện|[.;]|$)",
    )
});
static CONTENTS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(báo cáo|nội dung)[^.]{0,60}(sau|gồm|nêu rõ|nội dung( chính)?|tập trung)?\s*:\s*$")
});

/// The reports of a paper, each once.
pub(crate) fn find(paper: &Paper) -> Vec<Reporting> {
    let text = paper.text();
    let mut found: Vec<Reporting> = Vec::new();
    for (at, item) in paper.items().iter().enumerate() {
        if !REPORTS.fits(text, item.span) {
            continue;
        }
        for sentence in sentences(text, item.span) {
            if let Some(reporting) = in_sentence(paper, at, sentence)
                && !found.iter().any(|known| is_same(known, &reporting))
            {
                found.push(reporting);
            }
        }
    }
    found
}

fn is_same(known: &Reporting, new: &Reporting) -> bool {
    known.frequency == new.frequency
        && (known.frequency != Frequency::Once || known.due_day == new.due_day)
}

fn in_sentence(paper: &Paper, at: usize, sentence: Span) -> Option<Reporting> {
    let text = paper.text();
    if !REPORTS.fits(text, sentence) || REPORTED.fits(text, sentence) {
        return None;
    }
    let reporting = paper.outline.is_about(at, Topic::Reporting);
    let due = due::of(text, sentence, reporting)?;
    let (to, via) = receivers(text, sentence);
    Some(Reporting {
        frequency: due.frequency,
        due_day: due.day,
        due_inclusive: due.inclusive,
        due_month_of_period: due.month,
        to,
        via,
        contents: contents(paper, at),
        evidence: text.evidence(sentence, 0.95),
    })
}

fn receivers(text: &Text, sentence: Span) -> (Option<String>, Option<String>) {
    let found = TO.find(text, sentence);
    let to = found.as_ref().and_then(|found| found.part("to")).map(|to| whole_name(text, to));
    let by = found.as_ref().and_then(|found| found.part("by").or(found.part("via")));
    let via = by.or_else(|| VIA.find(text, sentence).and_then(|found| found.part("via")));
    (to, via.map(|via| unit_itself(text, via)))
}

fn whole_name(text: &Text, span: Span) -> String {
    static QUA: LazyLock<Form> = LazyLock::new(|| Form::new(r"\s+(thông qua|qua)\s"));
    let end = QUA.find(text, span).map_or(span.end, |found| found.span().start);
    text.line(text.trim(Span::new(span.start, end), b",;:"))
}

/// "cơ quan thường trực (phòng Kinh tế)" is the department.
fn unit_itself(text: &Text, via: Span) -> String {
    static INSIDE: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"thường trực[^(]{0,60}(\(|-)\s*(?<unit>[^)]{4,})"));
    let unit = INSIDE.find(text, via).and_then(|found| found.part("unit")).unwrap_or(via);
    let unit = units::list(text, text.trim(unit, b"()")).into_iter().next();
    unit.map_or_else(|| text.line(via), |unit| unit.value)
}

/// The bullets under "Báo cáo tập trung vào các nội dung sau:".
fn contents(paper: &Paper, at: usize) -> Vec<String> {
    let text = paper.text();
    let near = at..paper.items().len().min(at + 4);
    let announcing = near.into_iter().find(|at| CONTENTS.fits(text, paper.items()[*at].span));
    let Some(announcing) = announcing else { return inline_contents(text, paper.items()[at].span) };
    let children: Vec<Span> =
        paper.outline.children(announcing).map(|(_, item)| item.span).collect();
    let following =
        paper.items()[announcing + 1..].iter().take_while(|item| item.marker.is_bullet());
    let listed =
        if children.is_empty() { following.map(|item| item.span).collect() } else { children };
    listed.into_iter().map(|span| text.line(text.trim(span, b";.,"))).collect()
}

/// "… gồm: tình hình tuyên truyền; số giải pháp đăng ký."
fn inline_contents(text: &Text, item: Span) -> Vec<String> {
    static INLINE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"(báo cáo[^.]{0,200}(gồm|nêu rõ|nội dung|tập trung|sau)[^.:]{0,40}|nội dung báo cáo\s*):\s*(?<list>[^.]{5,400})",
        )
    });
    let Some(list) = INLINE.find(text, item).and_then(|found| found.part("list")) else {
        return Vec::new();
    };
    let mut contents = Vec::new();
    let mut start = list.start;
    for at in list.range().chain([list.end]) {
        if at == list.end || text.byte(at) == Some(b';') {
            contents.push(text.line(text.trim(Span::new(start, at), b";,.")));
            start = at + 1;
        }
    }
    contents.retain(|content| !content.is_empty());
    contents
}

#[cfg(test)]
mod tests;
