//! How papers name a contest: "Hội thi Sáng tạo kỹ thuật tỉnh An Lạc lần thứ VIII (2024 - 2025)".

use std::sync::LazyLock;

use super::locality::{self, Locality};
use crate::facts::Series;
use crate::read::form::{Form, forms};
use crate::read::text::{Span, Text};

static SERIES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(?<youth>(cuộc|hội) thi sáng tạo( dành cho| khoa học| kỹ thuật| trẻ)*,?\s+(thanh,?\s+(thiếu|niên)|thiếu (niên|nhi)|ttn|tuổi trẻ)[^\s;.:]*(,?\s+(thiếu|niên|nhi|đồng|và nhi|và thiếu)\b,?)*|cuộc thi (stttn|sttn)[a-z]*)|\b(?<technical>(hội|cuộc) thi (về )?(sáng tạo (khoa học (và |- )?)?kỹ thuật|sáng tạo kt|stkt|htstkt)(?<and>( và| &) công nghệ)?)|\b(?<other>(hội|cuộc) thi (sáng kiến|sáng tạo|tay nghề|khoa học|ý tưởng|đổi mới|tin học|cải tiến|phát huy)[^.;:,\n(]{0,60}?)(?<stop> (tỉnh|thành|huyện|cấp|lần|năm|toàn|xã|phường)|[.;:,\n(]|$)",
    )
});
/// What may stand between a contest's name and its edition, locality, years.
static EDITION: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,(-]*(([lj]ần|kỳ|khóa)( th\S{0,3})?|thứ)\s*(?<n>\d{1,2}|[ivxlh]{1,6}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười( (một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|hai mươi)\b",
    )
});
static YEARS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"^[\s,(-]*(các |giai đoạn |năm |trong năm |hai năm )*[\s(-]*(?<a>20\d\d)\s*([-/]|và|đến)\s*(năm )?(?<b>20\d\d)\s*\)?",
        r"^[\s,(-]*(các |giai đoạn |năm )*[\s(-]*(?<a>20\d\d)\s*[-/]\s*(?<short>\d\d)\b\s*\)?",
        r"^[\s,(-]*(năm|năm học) *\(?\s*(?<a>20\d\d)\b\s*\)?",
        r"^\s*\((?<a>20\d\d)\)",
        r"^\s*-?\s*(?<a>20\d\d)\b",
    ])
});
/// What may stand in between without saying anything.
static FILLER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,-]*\(?(sau đây (gọi|viết) (tắt )?là [^)]{0,40}\)|\(stkt\)|stkt\)|ttnnđ\)|, nhi đồng|và nhi đồng|nhi đồng)",
    )
});

/// One naming of a contest.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub span: Span,
    pub series: Series,
    pub locality: Option<Locality>,
    pub edition: Option<u16>,
    pub years: Option<[i16; 2]>,
}

impl Mention {
    /// How much it says.
    pub(super) fn weight(&self) -> usize {
        usize::from(self.edition.is_some())
            + usize::from(self.years.is_some())
            + usize::from(self.locality.as_ref().is_some_and(|place| place.name.is_some()))
    }
}

/// All namings within a stretch.
pub(super) fn mentions(text: &Text, span: Span) -> Vec<Mention> {
    SERIES
        .all(text, span)
        .map(|found| {
            let series = match (found.part("youth"), found.part("technical")) {
                (Some(_), _) => Series::YouthCreativity,
                (_, Some(_)) => Series::TechnicalInnovation,
                _ => Series::Other,
            };
            let end = found.part("stop").map_or(found.span().end, |stop| stop.start);
            described(text, Span::new(found.span().start, end), series, span.end)
        })
        .collect()
}

/// The name with what describes it, in any order.
fn described(text: &Text, name: Span, series: Series, limit: usize) -> Mention {
    let mut mention = Mention { span: name, series, locality: None, edition: None, years: None };
    for _ in 0..5 {
        let rest = Span::new(mention.span.end, limit.min(mention.span.end + 160));
        let Some(end) = extend(text, &mut mention, rest) else { break };
        mention.span.end = end;
    }
    mention
}

fn extend(text: &Text, mention: &mut Mention, rest: Span) -> Option<usize> {
    if mention.edition.is_none()
        && let Some(found) = EDITION.find(text, rest)
        && let Some(n) = found.part("n").and_then(|n| ordinal(&text.folded(n)))
    {
        mention.edition = Some(n);
        return Some(found.span().end);
    }
    if mention.years.is_none()
        && let Some((years, end)) = years(text, rest)
    {
        mention.years = Some(years);
        return Some(end);
    }
    if mention.locality.is_none()
        && let Some((locality, end)) = locality::read(text, rest)
    {
        mention.locality = Some(locality);
        return Some(end);
    }
    FILLER.find(text, rest).map(|found| found.span().end)
}

fn years(text: &Text, rest: Span) -> Option<([i16; 2], usize)> {
    YEARS.iter().find_map(|form| {
        let found = form.find(text, rest)?;
        let year = |name| found.part(name).and_then(|span| text.folded(span).parse::<i16>().ok());
        let first = year("a")?;
        let last = year("b").or_else(|| year("short").map(|short| first / 100 * 100 + short));
        let last = last.unwrap_or(first);
        (last >= first && last - first <= 5).then_some(([first, last], found.span().end))
    })
}

/// "8", "VIII", "tam": 8.
pub(crate) fn ordinal(folded: &str) -> Option<u16> {
    if let Ok(n) = folded.parse() {
        return Some(n);
    }
    const WORDS: [&str; 11] =
        ["", "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
    let word = |word: &str| match word {
        "bon" => Some(4),
        "lam" => Some(5),
        "mot" => Some(1),
        _ => WORDS.iter().position(|known| *known == word && !word.is_empty()),
    };
    let mut words = folded.split(' ');
    let total = match (word(words.next()?), words.next().map(word)) {
        (Some(10), Some(Some(ones))) => 10 + ones,
        (Some(2), Some(Some(10))) => 20,
        (Some(n), None) => n,
        _ => return roman(folded),
    };
    u16::try_from(total).ok()
}

fn roman(folded: &str) -> Option<u16> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let folded = folded.replace('h', "ii");
    let values: Vec<u16> = folded.chars().map(value).collect::<Option<_>>()?;
    let mut total = 0;
    for (at, one) in values.iter().enumerate() {
        let less = values.get(at + 1).is_some_and(|next| one < next);
        total = if less { total - i32::from(*one) } else { total + i32::from(*one) };
    }
    u16::try_from(total).ok().filter(|n| (1..=60).contains(n))
}
