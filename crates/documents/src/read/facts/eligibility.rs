//! Who and what may enter (đối tượng, điều kiện dự thi).

use std::sync::LazyLock;

use super::contest::locality;
use super::dates::{Partial, Years, births};
use crate::facts::Eligibility;
use crate::read::form::{Form, Found, forms};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// "được áp dụng tại tỉnh An Lạc từ năm 2019 đến nay", in any order.
static APPLIED: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let since = r"\b(từ|kể từ|sau|trong khoảng( thời gian)?( từ)?)( ngày \d{1,2}\s*/\s*\d{1,2}\s*/\s*| ngày \d{1,2} tháng \d{1,2}| tháng \d{1,2}[/ ]| đầu)?\s*(năm )?(?<year>20\d\d)\b";
    let on = r"\s*,?\s*(trở lại đây|trở lại|đến nay|trở đi|trở về|đến (thời điểm|khi))";
    let forms_of = [
        format!(
            r"(áp dụng|ứng dụng|tạo ra|thử nghiệm)(?<where>[^.;]{{0,140}}?){since}(?<after>[^.;]{{0,60}})"
        ),
        format!(
            r"(triển khai|thực hiện|hoàn thành|sử dụng|nghiên cứu)(?<where>[^.;]{{0,140}}?){since}(?<after>{on}[^.;]{{0,60}})"
        ),
        format!(r"{since}({on})?[^.;]{{0,60}}(áp dụng|ứng dụng|tạo ra)(?<where>[^.;]{{0,100}})"),
        format!(r"(?<where>giải pháp[^.;]{{0,120}}){since}{on}"),
    ];
    forms(&forms_of.each_ref().map(String::as_str))
});
static WHERE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(tại|ở|trong|trên)( địa bàn| phạm vi| lãnh thổ)?\s+(?<place>((toàn )?tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|đặc khu|việt nam|địa phương|đơn vị)\b.{0,40})",
    )
});
static AGES: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"từ (đủ )?(?<min>\d{1,2})( tuổi)?\s*(đến|-|tới)\s*(dưới |hết |không quá )?(?<max>\d{1,2}) tuổi",
        r"(từ (đủ )?|đủ |ít nhất |trên )(?<min>\d{1,2}) tuổi( trở lên)?",
        r"(không quá|tối đa|đến( hết)?|không vượt quá) (?<max>\d{1,2}) tuổi",
        r"dưới (?<below>\d{1,2}) tuổi",
        r"tuổi từ (đủ )?(?<min>\d{1,2})\s*(đến|-|tới)\s*(?<max>\d{1,2})\b",
    ])
});
/// Values with where they stand, by the name of their field.
pub(crate) struct Eligible {
    pub since: Option<Stated<i16>>,
    pub place: Option<Stated<String>>,
    pub ages: [Option<Stated<u8>>; 2],
    pub born: [Option<Stated<String>>; 2],
}

/// The conditions of a paper.
pub(crate) fn find(paper: &Paper, years: &Years) -> Eligible {
    let (text, body) = (paper.text(), paper.body());
    let applied = APPLIED
        .iter()
        .find_map(|form| form.all(text, body).find(|found| is_condition(text, found)));
    let since = applied.as_ref().and_then(|found| year(text, found));
    let place = applied.as_ref().and_then(|found| place(text, found));
    let [min, max] = ages(text, body);
    Eligible { since, place, ages: [min, max], born: born(paper, years) }
}

/// The contest's own years ("lần thứ VIII, năm 2024") are no condition.
fn is_condition(text: &Text, found: &Found) -> bool {
    static OTHER: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"lần thứ|giai đoạn|đến (hết )?(tháng|ngày) \d|kế hoạch số|quyết định số|nhận hồ sơ|thời gian (nhận|nộp|thực hiện|tổ chức|chấm)|kinh phí",
        )
    });
    !OTHER.fits(text, found.span())
}

fn year(text: &Text, found: &Found) -> Option<Stated<i16>> {
    let span = found.part("year")?;
    text.folded(span).parse().ok().map(|year| Stated::new(year, span))
}

fn place(text: &Text, found: &Found) -> Option<Stated<String>> {
    let parts = [found.part("where"), found.part("after")];
    let place =
        parts.into_iter().flatten().find_map(|part| WHERE.find(text, part)?.part("place"))?;
    if text.shadow(place).starts_with(b"viet nam") {
        let span = Span::new(place.start, place.start + "Việt Nam".chars().count());
        return Some(Stated::new(text.line(span), span));
    }
    let (locality, _) = locality::read(text, place)?;
    let tier = || text.line(locality.span).to_lowercase();
    Some(Stated::new(locality.name.clone().unwrap_or_else(tier), locality.span))
}

fn ages(text: &Text, body: Span) -> [Option<Stated<u8>>; 2] {
    let Some(found) =
        AGES.iter().find_map(|form| form.all(text, body).find(|found| is_of_entrants(text, found)))
    else {
        return [None, None];
    };
    let age = |name: &str| {
        let span = found.part(name)?;
        text.folded(span)
            .parse()
            .ok()
            .filter(|age| (3..=90).contains(age))
            .map(|age| Stated::new(age, span))
    };
    let below = age("below").map(|age| Stated { value: age.value - 1, ..age });
    [age("min"), age("max").or(below)]
}

/// "có tác giả dưới 35 tuổi" is a wish, no condition.
fn is_of_entrants(text: &Text, found: &Found) -> bool {
    static ENTRANTS: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"đối tượng|thí sinh|dự thi|tham gia|độ tuổi|tuổi của"));
    let around = Span::new(found.span().start.saturating_sub(140), found.span().end + 60);
    ENTRANTS.fits(text, around)
}

fn born(paper: &Paper, years: &Years) -> [Option<Stated<String>>; 2] {
    let text = paper.text();
    let told = paper
        .items()
        .iter()
        .filter(|item| text.shadow(item.span).windows(5).any(|five| five == b"sinh "));
    let Some(moment) = told.flat_map(|item| births(text, item.span, years)).next() else {
        return [None, None];
    };
    let date = |date: Option<Partial>| {
        date.and_then(Partial::iso).map(|iso| Stated::new(iso, moment.span))
    };
    [date(moment.start), date(moment.end)]
}

impl Eligible {
    /// The values alone.
    pub(crate) fn values(&self) -> Eligibility {
        let born = |at: usize| self.born[at].as_ref().map(|date| date.value.clone());
        let age = |at: usize| self.ages[at].as_ref().map(|age| age.value);
        Eligibility {
            applied_since_year: self.since.as_ref().map(|year| year.value),
            applied_in: self.place.as_ref().map(|place| place.value.clone()),
            min_age: age(0),
            max_age: age(1),
            born_from: born(0),
            born_to: born(1),
        }
    }

    /// Where each value stands, by the name of its field.
    pub(crate) fn places(&self) -> Vec<(&'static str, Span)> {
        let spans = [
            ("applied_since_year", self.since.as_ref().map(|one| one.span)),
            ("applied_in", self.place.as_ref().map(|one| one.span)),
            ("min_age", self.ages[0].as_ref().map(|one| one.span)),
            ("max_age", self.ages[1].as_ref().map(|one| one.span)),
            ("born_from", self.born[0].as_ref().map(|one| one.span)),
            ("born_to", self.born[1].as_ref().map(|one| one.span)),
        ];
        spans.into_iter().filter_map(|(name, span)| Some((name, span?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    fn read(body: &str) -> Eligibility {
        let paper = paper(&format!("THỂ LỆ\nHội thi\nCăn cứ Luật;\nĐiều 1. Đối tượng\n{body}"));
        find(&paper, &Years::of(paper.text(), Some(2024), None, None)).values()
    }

    fn applied(year: i16, place: &str) -> Eligibility {
        let applied_in = (!place.is_empty()).then(|| place.to_owned());
        Eligibility { applied_since_year: Some(year), applied_in, ..Eligibility::default() }
    }

    fn aged(min_age: Option<u8>, max_age: Option<u8>) -> Eligibility {
        Eligibility { min_age, max_age, ..Eligibility::default() }
    }

    fn born(from: &str, to: &str) -> Eligibility {
        let date = |date: &str| (!date.is_empty()).then(|| date.to_owned());
        Eligibility { born_from: date(from), born_to: date(to), ..Eligibility::default() }
    }

    fn check(rows: &[(&str, Eligibility)]) {
        for (source, expect) in rows {
            assert_eq!(read(source), *expect, "{source}");
        }
    }

    #[test]
    fn applied_since_and_where() {
        check(&[
            (
                "Giải pháp được áp dụng tại tỉnh An Giang từ năm 2013 trở lại đây.",
                applied(2013, "tỉnh An Giang"),
            ),
            (
                "Giải pháp được tạo ra và áp dụng từ năm 2019 đến nay trên địa bàn tỉnh Yên Bái.",
                applied(2019, "tỉnh Yên Bái"),
            ),
            ("Giải pháp đã áp dụng có hiệu quả từ ngày 01/01/2018 đến nay.", applied(2018, "")),
            (
                "Giải pháp kỹ thuật được áp dụng lần đầu từ tháng 01 năm 2020 trở lại đây.",
                applied(2020, ""),
            ),
            (
                "Giải pháp tạo ra và áp dụng tại Việt Nam trong khoảng thời gian từ năm 2019 đến nay.",
                applied(2019, "Việt Nam"),
            ),
            (
                "Các giải pháp được áp dụng trong phạm vi thành phố Hải Phòng kể từ năm 2021.",
                applied(2021, "thành phố Hải Phòng"),
            ),
            (
                "Hội thi được triển khai thực hiện từ tháng 11/2020 đến tháng 9/2021.",
                Eligibility::default(),
            ),
            (
                "Giải pháp được áp dụng trên địa bàn tỉnh An Giang từ ngày 01 tháng 01 năm 2020 đến ngày nộp hồ sơ.",
                applied(2020, "tỉnh An Giang"),
            ),
            (
                "Giải pháp áp dụng trên địa bàn huyện từ năm 2020 trở lại đây.",
                applied(2020, "huyện"),
            ),
            ("Kế hoạch được thực hiện từ năm 2024.", Eligibility::default()),
        ]);
    }

    #[test]
    fn ages_of_entrants() {
        check(&[
            ("Thí sinh từ 6 đến 19 tuổi.", aged(Some(6), Some(19))),
            ("Thí sinh trong độ tuổi từ 06 tuổi đến 19 tuổi.", aged(Some(6), Some(19))),
            ("Thanh thiếu niên, nhi đồng từ 6 - 19 tuổi dự thi.", aged(Some(6), Some(19))),
            ("Thí sinh (tuổi từ 6 đến 19) dự thi.", aged(Some(6), Some(19))),
            ("Người dự thi từ đủ 18 tuổi trở lên.", aged(Some(18), None)),
            ("Người dự thi phải đủ 18 tuổi.", aged(Some(18), None)),
            ("Thí sinh dự thi không quá 35 tuổi.", aged(None, Some(35))),
            ("Thí sinh dự thi dưới 19 tuổi.", aged(None, Some(18))),
            ("Người dự thi không phân biệt lứa tuổi.", Eligibility::default()),
        ]);
    }

    #[test]
    fn births_of_entrants() {
        check(&[
            (
                "Thí sinh sinh từ ngày 31/5/2006 đến ngày 31/5/2019.",
                born("2006-05-31", "2019-05-31"),
            ),
            (
                "Thí sinh có ngày sinh từ 31/5/2006 đến 31/5/2019 dự thi.",
                born("2006-05-31", "2019-05-31"),
            ),
            ("Thí sinh sinh năm 2006 đến năm 2019 dự thi.", born("2006", "2019")),
            ("Học sinh từ ngày 01/5/2026 nộp hồ sơ dự thi.", Eligibility::default()),
            ("Thí sinh sinh từ ngày 01/01/2006 trở lại đây.", born("2006-01-01", "")),
        ]);
    }
}
