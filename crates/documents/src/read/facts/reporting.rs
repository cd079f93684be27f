//! Reports that units owe (chế độ báo cáo).

use std::sync::LazyLock;

use crate::facts::{Frequency, MonthOfPeriod, Reporting};
use crate::read::form::Form;
use crate::read::outline::{Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};
use crate::read::units;

static REPORTS: LazyLock<Form> = LazyLock::new(|| Form::new(r"báo cáo"));
static FREQUENCIES: LazyLock<Vec<(Frequency, Form)>> = LazyLock::new(|| {
    let form = |frequency, words: &str| (frequency, Form::new(words));
    vec![
        form(Frequency::Quarterly, r"(hằng|hàng|mỗi|từng|theo) quý|quý một lần|cuối quý"),
        form(Frequency::HalfYearly, r"(sáu|06|6) tháng( đầu năm| một lần|/lần| và năm)?|nửa năm"),
        form(Frequency::Monthly, r"(hằng|hàng|mỗi|từng) tháng"),
        form(Frequency::Yearly, r"(hằng|hàng|mỗi) năm|cuối năm|báo cáo năm"),
    ]
});
static DUE: LazyLock<Vec<Form>> = LazyLock::new(|| {
    crate::read::form::forms(&[
        r"(ngày )(?<day>\d{1,2})( của)? (tháng )?(?<month>cuối|đầu|giữa|thứ hai|thứ nhất|thứ ba)( mỗi| của| hằng| hàng)? ?(quý|kỳ|năm|6 tháng)?",
        r"ngày (?<day>\d{1,2})/(?<june>0?6)( hằng năm)?[^.;]{0,12}(và|;)[^.;]{0,12}\d{1,2}/(11|12)",
        r"ngày (?<day>\d{1,2})( tháng|/)\s*\d{1,2}",
        r"ngày (?<day>\d{1,2})( hằng| hàng| của)?( mỗi)? tháng",
        r"(trước|đến|chậm nhất( là)?|vào) (ngày )?(?<day>\d{1,2})\b",
    ])
});
static TO: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(báo cáo|gửi|nộp|trình)[^.;:]{0,60}?\b(gửi về|gửi đến|gửi cho|gửi tới|về|cho|đến|gửi|lên|trình|tới)\s+(?<to>[^.;()]{4,120}?)(\s*\((thông qua |qua )?(?<via>[^)]{4,120})\)|\s+(thông qua|qua)\s+(?<by>[^.;]{4,120}?))?\s*(trước|chậm nhất|vào ngày|để tổng hợp|để theo|định kỳ|đúng|theo quy định|hằng|hàng|gồm|[.;]|,? (trước|chậm nhất)|$)",
    )
});
static VIA: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(thông qua|\(qua|\bqua)\s+(?<via>[^.;]{4,140}?)\s*(trước|chậm nhất|để|[.;]|$)")
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
                && !found.iter().any(|known| known.frequency == reporting.frequency)
            {
                found.push(reporting);
            }
        }
    }
    found
}

fn in_sentence(paper: &Paper, at: usize, sentence: Span) -> Option<Reporting> {
    let text = paper.text();
    if !REPORTS.fits(text, sentence) {
        return None;
    }
    let (frequency, due) = match FREQUENCIES.iter().find(|(_, form)| form.fits(text, sentence)) {
        Some((frequency, _)) => (*frequency, due(text, sentence)),
        None => (Frequency::Once, once(paper, sentence)?),
    };
    let owed = paper.outline.is_about(at, Topic::Reporting) || OWED.fits(text, sentence);
    if frequency != Frequency::Once && due.is_none() && !owed {
        return None;
    }
    let (day, month) = due.unwrap_or((None, None));
    let month =
        if matches!(frequency, Frequency::Monthly | Frequency::Once) { None } else { month };
    let (to, via) = receivers(text, sentence);
    let evidence = text.evidence(sentence, 0.95);
    Some(Reporting {
        frequency,
        due_day: day,
        due_month_of_period: month,
        to,
        via,
        contents: contents(paper, at),
        evidence,
    })
}

/// "Hằng quý … báo cáo": a duty although no day is set.
static OWED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(định kỳ )?(hằng|hàng) (tháng|quý|năm)\b[^.;]{0,80}báo cáo"));

type Due = (Option<i8>, Option<MonthOfPeriod>);

fn due(text: &Text, sentence: Span) -> Option<Due> {
    let found = DUE.iter().find_map(|form| form.find(text, sentence))?;
    let day = found
        .part("day")
        .and_then(|day| text.folded(day).parse().ok())
        .filter(|day| (1..=31).contains(day));
    let month = found.part("month").map(|month| match text.folded(month).as_str() {
        "dau" | "thu nhat" => MonthOfPeriod::First,
        "giua" | "thu hai" => MonthOfPeriod::Middle,
        _ => MonthOfPeriod::Last,
    });
    let month = month.or_else(|| found.part("june").map(|_| MonthOfPeriod::Last));
    Some((day, month))
}

/// A report that is due once: in the part on reporting, or asked for by a date.
fn once(paper: &Paper, sentence: Span) -> Option<Option<Due>> {
    static ASKED: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"báo cáo( kết quả| tình hình| tổng kết| bằng văn bản| sơ kết| danh sách)?[^.;]{0,140}(trước|chậm nhất|đến hết|muộn nhất)[^.;]{0,20}ngày\s+(?<day>\d{1,2})",
        )
    });
    static FOR_REPORT: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"(để|nhằm) (tổng hợp|theo dõi)?,?\s*báo cáo"));
    let text = paper.text();
    let found = ASKED.find(text, sentence)?;
    if FOR_REPORT.find(text, sentence).is_some_and(|purpose| {
        purpose.span().end >= found.span().start + 7 && purpose.span().start <= found.span().start
    }) {
        return None;
    }
    let day = text.folded(found.part("day")?).parse().ok();
    Some(Some((day, None)))
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
mod tests {
    use super::*;
    use crate::read::paper::paper;

    fn read(body: &str) -> Vec<Reporting> {
        find(&paper(&format!("KẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\nV. CHẾ ĐỘ BÁO CÁO\n{body}")))
    }

    #[test]
    fn reports() {
        let rows = [
            (
                "Hằng quý các đơn vị gửi báo cáo về Ban Tổ chức trước ngày 20 của tháng cuối quý.",
                Frequency::Quarterly,
                Some(20),
                Some(MonthOfPeriod::Last),
                Some("Ban Tổ chức"),
            ),
            (
                "Định kỳ hằng tháng, trước ngày 25 hằng tháng, các đơn vị báo cáo về Sở Y tế.",
                Frequency::Monthly,
                Some(25),
                None,
                Some("Sở Y tế"),
            ),
            (
                "Báo cáo 6 tháng gửi về Liên hiệp hội trước ngày 15/6 và ngày 15/12 hằng năm.",
                Frequency::HalfYearly,
                Some(15),
                Some(MonthOfPeriod::Last),
                Some("Liên hiệp hội"),
            ),
            (
                "Các đơn vị báo cáo kết quả về UBND tỉnh trước ngày 30/11/2026.",
                Frequency::Once,
                Some(30),
                None,
                Some("UBND tỉnh"),
            ),
        ];
        for (source, frequency, day, month, to) in rows {
            let found = read(source);
            let told: Vec<_> = found
                .iter()
                .map(|one| (one.frequency, one.due_day, one.due_month_of_period, one.to.as_deref()))
                .collect();
            assert_eq!(told, [(frequency, day, month, to)], "{source}");
        }
    }

    #[test]
    fn contents_and_way() {
        let found = read(
            "Hàng quý các đơn vị gửi báo cáo về Trưởng Ban thông qua cơ quan thường trực (phòng Kinh tế) trước ngày 20 của tháng cuối quý.\n* Báo cáo tập trung vào các nội dung sau:\n- Công tác phát động.\n- Khó khăn; kiến nghị.",
        );
        let one = found.first().expect("a report");
        assert_eq!(
            (one.to.as_deref(), one.via.as_deref()),
            (Some("Trưởng Ban"), Some("phòng Kinh tế"))
        );
        assert_eq!(one.contents, ["Công tác phát động", "Khó khăn; kiến nghị"]);
    }
}
