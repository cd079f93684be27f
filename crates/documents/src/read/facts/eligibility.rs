//! Who and what may enter (đối tượng, điều kiện dự thi).

use std::sync::LazyLock;

use super::contest::locality;
use super::dates::{Partial, Years, moments};
use crate::facts::Eligibility;
use crate::read::form::{Form, Found, forms};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// "được áp dụng tại tỉnh An Lạc từ năm 2019 đến nay", in any order.
static APPLIED: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"(áp dụng|ứng dụng|triển khai|tạo ra|thực hiện|hoàn thành|thử nghiệm|sử dụng)(?<where>[^.;]{0,140}?)\b(từ|kể từ|trong khoảng|sau)( ngày \d{1,2}/\d{1,2}/| ngày \d{1,2} tháng \d{1,2}| tháng \d{1,2}[/ ]| đầu)?\s*(năm )?(?<year>20\d\d)(?<after>[^.;]{0,60})",
        r"\b(từ|kể từ)( ngày \d{1,2}/\d{1,2}/| tháng \d{1,2}[/ ])?\s*(năm )?(?<year>20\d\d)( (trở lại đây|đến nay|trở đi))?,?[^.;]{0,60}(áp dụng|ứng dụng|tạo ra)(?<where>[^.;]{0,100})",
        r"(?<where>giải pháp[^.;]{0,120})\b(từ|kể từ)\s*(năm )?(?<year>20\d\d)\s*(trở lại đây|đến nay|trở đi|trở về)",
    ])
});
static WHERE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(tại|ở|trong|trên)( địa bàn| phạm vi| lãnh thổ)?\s+(?<place>((toàn )?tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|đặc khu|việt nam|địa phương|đơn vị)\b.{0,40})",
    )
});
static AGES: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"từ (đủ )?(?<min>\d{1,2})( tuổi)?\s*(đến|-|tới)\s*(dưới |hết |không quá )?(?<max>\d{1,2}) tuổi",
        r"(từ (đủ )?|đủ |ít nhất )(?<min>\d{1,2}) tuổi (trở lên)?",
        r"(không quá|dưới|tối đa|đến) (?<max>\d{1,2}) tuổi",
        r"tuổi từ (đủ )?(?<min>\d{1,2})\s*(đến|-|tới)\s*(?<max>\d{1,2})\b",
    ])
});
static BORN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"sinh\s*(trong khoảng )?(?<when>(từ|sau|trước|ngày|năm)[^.;)]{4,80})")
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
    Eligible { since, place, ages: [min, max], born: born(text, body, years) }
}

/// The contest's own years ("lần thứ VIII, năm 2024") are no condition.
fn is_condition(text: &Text, found: &Found) -> bool {
    static OTHER: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"lần thứ|giai đoạn|từ (tháng|ngày)|đến (hết )?(tháng|ngày)|kế hoạch số|quyết định số|nhận hồ sơ|thời gian (nhận|nộp|thực hiện|tổ chức|chấm)|kinh phí",
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
    Some(Stated::new(locality.name?, locality.span))
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
    [age("min"), age("max")]
}

/// "có tác giả dưới 35 tuổi" is a wish, no condition.
fn is_of_entrants(text: &Text, found: &Found) -> bool {
    static ENTRANTS: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"đối tượng|thí sinh|dự thi|tham gia|độ tuổi|tuổi của"));
    let around = Span::new(found.span().start.saturating_sub(140), found.span().end + 60);
    ENTRANTS.fits(text, around)
}

fn born(text: &Text, body: Span, years: &Years) -> [Option<Stated<String>>; 2] {
    let Some(when) = BORN.find(text, body).and_then(|found| found.part("when")) else {
        return [None, None];
    };
    let Some(moment) = moments(text, when, years).into_iter().next() else { return [None, None] };
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

    #[test]
    fn conditions() {
        let applied = |year, place: &str| Eligibility {
            applied_since_year: Some(year),
            applied_in: Some(place.to_owned()),
            ..Eligibility::default()
        };
        assert_eq!(
            read("Giải pháp được áp dụng tại tỉnh Bắc Kạn từ năm 2013 trở lại đây."),
            applied(2013, "tỉnh Bắc Kạn")
        );
        assert_eq!(
            read("Giải pháp được tạo ra và áp dụng từ năm 2019 đến nay trên địa bàn tỉnh Yên Bái."),
            applied(2019, "tỉnh Yên Bái")
        );
        assert_eq!(
            read("Thí sinh từ 6 đến 19 tuổi."),
            Eligibility { min_age: Some(6), max_age: Some(19), ..Eligibility::default() }
        );
        assert_eq!(
            read("Người dự thi từ đủ 18 tuổi trở lên."),
            Eligibility { min_age: Some(18), ..Eligibility::default() }
        );
        let born = Eligibility {
            born_from: Some("2006-05-31".into()),
            born_to: Some("2019-05-31".into()),
            ..Eligibility::default()
        };
        assert_eq!(read("Thí sinh sinh từ ngày 31/5/2006 đến ngày 31/5/2019."), born);
    }
}
