//! How often a report is owed, and by which day.

use std::sync::LazyLock;

use crate::facts::{Frequency, MonthOfPeriod};
use crate::read::facts::dates;
use crate::read::form::{Form, Found, forms};
use crate::read::text::{Span, Text};

/// How often, and the day and month of the period if they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub frequency: Frequency,
    pub day: Option<i8>,
    /// Whether the day still counts.
    pub inclusive: bool,
    pub month: Option<MonthOfPeriod>,
}

static FREQUENCIES: LazyLock<Vec<(Frequency, Form)>> = LazyLock::new(|| {
    let form = |frequency, words: &str| (frequency, Form::new(words));
    vec![
        form(
            Frequency::Quarterly,
            r"(hằng|hàng|mỗi|từng|theo|cuối) quý|quý (một|1) lần|báo cáo quý|tháng (cuối|đầu|giữa) (của )?(mỗi )?quý",
        ),
        form(
            Frequency::HalfYearly,
            r"(sáu|06|6) tháng( đầu năm| một lần|/lần| và năm)?|nửa năm|(01|1|một) năm (02|2|hai) lần",
        ),
        form(
            Frequency::Monthly,
            r"(hằng|hàng|mỗi|từng|theo) tháng|tháng (một|1) lần|báo cáo tháng",
        ),
        form(Frequency::Yearly, r"(hằng|hàng|mỗi|từng) năm|cuối năm|báo cáo năm|năm (một|1) lần"),
    ]
});
static REGULAR: LazyLock<Form> = LazyLock::new(|| Form::new(r"định kỳ|thường kỳ|chế độ báo cáo"));
/// The clause of a report says itself how often: "hằng năm" elsewhere in the sentence is about
/// something else.
static OFTEN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(hằng|hàng|mỗi|từng|theo|cuối|sáu|06|6|báo cáo) (tháng|quý|năm)[^;]*báo cáo|báo cáo[^;]*(tháng|quý|năm)",
    )
});
static DUE: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"ngày (?<day>\d{1,2})( của)?( tháng)? (?<word>cuối|đầu|giữa|thứ hai|thứ nhất|thứ ba)( cùng)?( mỗi| của| hằng| hàng| trong)* ?(quý|kỳ|năm|6 tháng)?",
        r"(ngày |trước |đến |nhất |là )(?<day>\d{1,2})\s*(/|-| tháng )\s*(?<month>\d{1,2})\b(\s*(/|-| năm )\s*(?<year>20\d\d))?",
        r"ngày (?<day>\d{1,2})( hằng| hàng| của)?( mỗi)? tháng",
        r"(trước|đến|chậm nhất( là)?|muộn nhất|vào) (ngày )?(?<day>\d{1,2})\b",
    ])
});
/// "Hằng quý … báo cáo": a duty although no day is set.
static OWED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(định kỳ,? )?((hằng|hàng|mỗi) (tháng|quý|năm)|(sáu|06|6) tháng)\b[^.;]{0,120}báo cáo|báo cáo (kết quả |tình hình |tiến độ )?(thực hiện )?định kỳ",
    )
});
static ASKED: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"báo cáo( (kết quả|tình hình|tổng kết|bằng văn bản|sơ kết|tiến độ))?[^.;]{0,140}\b(trước|chậm nhất|muộn nhất|không quá|đến hết|hạn cuối|vào)( là| vào| hết| trước)?:?( ng[a-z]{1,3})?\s+(?<day>\d{1,2})\s*(/|-|\.| tháng)",
        r"(gửi|báo) (kết quả|tình hình|số liệu)[^;]{0,140}\b(trước|chậm nhất|muộn nhất|không quá|đến hết)( là| vào| hết| trước)?:?( ng[a-z]{1,3})?\s+(?<day>\d{1,2})\s*(/|-|\.| tháng)",
        r"\b(trước|chậm nhất|muộn nhất|hạn cuối)( là| vào)?:?( ng[a-z]{1,3})?\s+(?<day>\d{1,2})\s*(/|-|\.| tháng)[^.;]{1,100}\b(gửi|nộp|có|các|[a-z]+) ?báo cáo (kết quả|tình hình|tổng kết|sơ kết|bằng văn bản|về)",
    ])
});
/// What somebody else will report about.
static FOR_REPORT: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(để|nhằm|phục vụ)[^.;,]{0,40}?(,\s*)?báo cáo|nghe báo cáo"));

/// What a sentence about reports says; nothing where it sets neither a day nor a period.
pub(super) fn of(text: &Text, sentence: Span, about_reports: bool) -> Option<Due> {
    let dated = DUE.iter().find_map(|form| form.find(text, sentence));
    match frequency(text, sentence, dated.as_ref()) {
        Some(frequency) => regular(text, sentence, frequency, dated)
            .filter(|due| due.day.is_some() || about_reports || OWED.fits(text, sentence)),
        None => once(text, sentence),
    }
}

/// A full date is the date of one report, unless the sentence says that it comes again.
fn frequency(text: &Text, sentence: Span, dated: Option<&Found>) -> Option<Frequency> {
    let single = dated.is_some_and(|found| found.part("year").is_some());
    let regular = REGULAR.fits(text, sentence);
    if !regular && (single || !OFTEN.fits(text, sentence)) {
        return None;
    }
    FREQUENCIES.iter().find(|(_, form)| form.fits(text, sentence)).map(|(frequency, _)| *frequency)
}

fn regular(text: &Text, sentence: Span, frequency: Frequency, dated: Option<Found>) -> Option<Due> {
    let purpose = FOR_REPORT.fits(text, sentence) && dated.is_none();
    let number = |found: &Found, name| text.folded(found.part(name)?).parse::<i8>().ok();
    let day = dated.as_ref().and_then(|found| number(found, "day"));
    let said = dated.as_ref().and_then(|found| found.part("word"));
    let said = said.map(|word| word_of(&text.folded(word)));
    let counted = dated.as_ref().and_then(|found| month_of(frequency, number(found, "month")?));
    let month = said.or(counted).filter(|_| frequency != Frequency::Monthly);
    let day = day.filter(|day| (1..=31).contains(day));
    let inclusive = dated.as_ref().is_none_or(|found| counts(text, sentence, found));
    (!purpose).then_some(Due { frequency, day, inclusive, month })
}

fn word_of(folded: &str) -> MonthOfPeriod {
    match folded {
        "dau" | "thu nhat" => MonthOfPeriod::First,
        "giua" | "thu hai" => MonthOfPeriod::Middle,
        _ => MonthOfPeriod::Last,
    }
}

/// Which month of its period a month of the year is.
fn month_of(frequency: Frequency, month: i8) -> Option<MonthOfPeriod> {
    let months = match frequency {
        Frequency::Quarterly => 3,
        Frequency::HalfYearly => 6,
        Frequency::Yearly => 12,
        Frequency::Monthly | Frequency::Once => return None,
    };
    match (month - 1) % months {
        0 => Some(MonthOfPeriod::First),
        at if at == months - 1 => Some(MonthOfPeriod::Last),
        1 if months == 3 => Some(MonthOfPeriod::Middle),
        _ => None,
    }
}

/// A report that is due once, on a date.
fn once(text: &Text, sentence: Span) -> Option<Due> {
    let found = ASKED.iter().find_map(|form| form.find(text, sentence))?;
    let purpose = FOR_REPORT.find(text, sentence).map(|purpose| purpose.span());
    if purpose.is_some_and(|purpose| {
        purpose.end > found.span().start && purpose.start <= found.span().start
    }) {
        return None;
    }
    let inclusive = counts(text, sentence, &found);
    let day = text.folded(found.part("day")?).parse().ok().filter(|day| (1..=31).contains(day));
    Some(Due { frequency: Frequency::Once, day, inclusive, month: None })
}

/// Whether the day that was found still counts.
fn counts(text: &Text, sentence: Span, found: &Found) -> bool {
    let day = found.part("day").map_or(sentence.start, |day| day.start);
    !dates::leave_out(text, Span::new(sentence.start, day))
}
