//! Prizes (cơ cấu giải thưởng): name, how many, how much for each. In sentences, under one another, or
//! in a table that extraction has flattened.

use std::sync::LazyLock;

use kernel::text::fold;

use crate::facts::Prize;
use crate::read::form::Form;
use crate::read::outline::Topic;
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};
use crate::read::units::capitalised;

/// Longest stretch that tells of one prize.
const LONGEST: usize = 240;
/// Longest line whose numbers can stand in the lines below: a cell of a table.
const CELL: usize = 48;

/// The name of a prize, with the number that may stand before it.
static PRIZE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"((^|[^.,\da-z])(?<count>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười( một| hai| lăm)?|hai mươi)\s*(\(\s*[a-z0-9]+( [a-z]+)?\s*\)\s*)?)?\bgiải (thưởng )?(?<name>đặc biệt|nhất|nhì|ba|tư|khuyến khích|tập thể|cá nhân|phong trào|đồng đội|toàn đoàn|triển vọng|chuyên đề|xuất sắc|tiêu biểu|ấn tượng|phụ|(dành )?cho [^:;,.()|\n\d-]{3,70}|sáng tạo trẻ|trẻ|tác giả [^:;,.()|\n\d-]{3,50})\b",
    )
});
/// A row of a table whose heading says that it is of prizes.
static ROW: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|\n|[;:|+-]|,)\s*\|?\s*(\d{1,2}\s*[|.\s]\s*)?(?<name>đặc biệt|nhất|nhì|ba|khuyến khích|kk)\s*(\||\n|:|\(|x|\s\d|$)",
    )
});
/// How many, behind the name.
static COUNT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[^;.]{0,80}?\b(?<count>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười( lăm)?|hai mươi)\s*(\(\s*[a-z]+( [a-z]+)?\s*\)\s*)?(giải|suất|đơn vị|tập thể|cá nhân|tác giả)\b|^[^;.]{0,40}?\bsố lượng( giải)?\s*:?\s*(?<told>\d{1,3})\b|^[\s|:]*(?<cell>\d{1,3})\s*([|;,\n]|$|x\s|\s\d{1,3}[.,]\d{3})",
    )
});
static MONEY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b((?<sum>\d{1,3}([.,]\s?\d{3})+|\d{6,9})\s*(đồng|vnđ|vnd|đ)?|(?<million>\d{1,3}([.,]\d{1,2})?)\s*(triệu|tr)( đồng|đ)?|(?<words>(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt)( (một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt|trăm|linh|rưỡi)){0,4}) triệu( (?<half>rưỡi|năm trăm nghìn))?( đồng)?|(?<thousand>\d{2,3})\s*(nghìn|ngàn)( đồng)?)(?<each>\s*/\s*(01 |1 |một )?giải|\s*(mỗi|một) giải)?",
    )
});
static EACH: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"\b(mỗi|một|01|1) (giải|suất)( thưởng)?\W*(\S+ ){0,4}\W*$|\bđơn giá\W*$|x\s*$")
});
static TOTAL: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\btổng( cộng| số tiền| giá trị| trị giá)?\W*(\S+ ){0,2}$"));
/// What earlier contests brought is no prize of this one.
static WON: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\b(đạt|đoạt|giành)( được)? (\d+|một|hai|ba|bốn|năm) giải\b"));

/// A prize as it is put together.
#[derive(Clone, Debug)]
struct Told {
    name: String,
    count: Option<u32>,
    amount: Option<u64>,
    span: Span,
}

/// The prizes of the part on prizes; without such a part, those that are counted or priced elsewhere.
pub(crate) fn find(paper: &Paper) -> Vec<Prize> {
    let mut told = within_part(paper);
    let stated = |prize: &Told| prize.count.is_some() || prize.amount.is_some();
    if !told.iter().any(stated) {
        let elsewhere = elsewhere(paper);
        if !elsewhere.is_empty() || told.len() < 3 {
            told = elsewhere;
        }
    } else {
        told.retain(stated);
    }
    let text = paper.text();
    let prize = |told: Told| Prize {
        name: told.name,
        count: told.count,
        amount_vnd: told.amount,
        evidence: text.evidence(told.span, 1.0),
    };
    told.into_iter().map(prize).collect()
}

fn within_part(paper: &Paper) -> Vec<Told> {
    let items = paper.items();
    let mut prizes = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let length =
            items[at..].iter().take_while(|item| item.topic == Some(Topic::Prizes)).count();
        if length > 0 {
            let part: Vec<Span> = items[at..at + length].iter().map(|item| item.whole).collect();
            add_all(&mut prizes, in_part(paper.text(), &part));
        }
        at += length.max(1);
    }
    prizes
}

fn elsewhere(paper: &Paper) -> Vec<Told> {
    let text = paper.text();
    let mut prizes = Vec::new();
    let items = paper.items().iter().filter(|item| item.topic != Some(Topic::Prizes));
    for item in items.filter(|item| !WON.fits(text, item.span)) {
        let mut told = in_part(text, &[item.whole]);
        told.retain(|prize| prize.count.is_some() || prize.amount.is_some());
        add_all(&mut prizes, told);
    }
    prizes
}

/// A prize told twice is one; what the first telling leaves out the second may say.
fn add_all(prizes: &mut Vec<Told>, more: Vec<Told>) {
    for prize in more {
        match prizes.iter_mut().find(|other| fold(&other.name) == fold(&prize.name)) {
            Some(known) => {
                known.count = known.count.or(prize.count);
                known.amount = known.amount.or(prize.amount);
            }
            None => prizes.push(prize),
        }
    }
}

/// The prizes of consecutive paragraphs.
fn in_part(text: &Text, part: &[Span]) -> Vec<Told> {
    let (Some(first), Some(last)) = (part.first(), part.last()) else { return Vec::new() };
    let whole = first.to(*last);
    let mut heads: Vec<(Option<Span>, Span, usize)> = PRIZE
        .all(text, whole)
        .filter_map(|found| {
            let name = found.part("name")?;
            let count = found.part("count").filter(|count| is_of(text, *count, name));
            Some((count, name, count.map_or(name.start, |count| count.start)))
        })
        .collect();
    if heads.is_empty() {
        heads = ROW
            .all(text, whole)
            .filter_map(|found| found.part("name"))
            .map(|name| (None, name, name.start))
            .collect();
    }
    let mut prizes = Vec::new();
    for (at, (count, name, start)) in heads.iter().enumerate() {
        let next = heads.get(at + 1).map_or(whole.end, |(_, _, next)| *next);
        let after = Span::new(name.end, told_until(text, part, *name, next));
        prizes.push(told(text, *count, *name, *start, after));
    }
    prizes
}

/// A number on the line above a cell belongs to the row above.
fn is_of(text: &Text, count: Span, name: Span) -> bool {
    let between = text.raw(Span::new(count.end, name.start));
    !(between.contains('\n') && between.contains('G'))
}

/// To the next prize, or the end of the paragraph; a cell of a table goes on in the lines below.
fn told_until(text: &Text, part: &[Span], name: Span, next: usize) -> usize {
    let paragraph = part.iter().find(|paragraph| paragraph.contains(name)).copied().unwrap_or(name);
    let digits = text.shadow(Span::new(name.end, paragraph.end)).iter().any(u8::is_ascii_digit);
    let cell = paragraph.len() < CELL && !digits;
    let end = if cell { next } else { next.min(paragraph.end) };
    end.min(name.end + LONGEST)
}

fn told(text: &Text, before: Option<Span>, name: Span, start: usize, after: Span) -> Told {
    let behind = || {
        let found = COUNT.find(text, after)?;
        found.part("count").or(found.part("told")).or(found.part("cell"))
    };
    let counted = before.or_else(behind);
    let count = counted.and_then(|count| number(&text.folded(count)));
    let money = amount(text, after, count);
    let end =
        money.map(|(_, span)| span.end).max(counted.map(|count| count.end)).unwrap_or(name.end);
    Told {
        name: name_of(text, name),
        count,
        amount: money.map(|(sum, _)| sum),
        span: Span::new(start, end.max(name.end)),
    }
}

fn name_of(text: &Text, name: Span) -> String {
    let name = text.trim(name, b"");
    let known = match text.folded(name).as_str() {
        "dac biet" => "Đặc biệt",
        "nhat" => "Nhất",
        "nhi" => "Nhì",
        "ba" => "Ba",
        "tu" => "Tư",
        "khuyen khich" | "kk" => "Khuyến khích",
        "tap the" => "Tập thể",
        _ => return format!("Giải {}", text.line(name)),
    };
    format!("Giải {}", capitalised(known))
}

/// Money for each: what says so, else what makes the other sum when counted, else the first.
fn amount(text: &Text, after: Span, count: Option<u32>) -> Option<(u64, Span)> {
    let before = |span: Span| Span::new(after.start.max(span.start.saturating_sub(36)), span.start);
    let mut sums: Vec<(u64, Span)> = Vec::new();
    for found in MONEY.all(text, after) {
        let Some(sum) = sum(text, &found) else { continue };
        let span = found.span();
        if found.part("each").is_some() || EACH.fits(text, before(span)) {
            return Some((sum, span));
        }
        sums.push((sum, span));
    }
    let count = count.map_or(1, u64::from).max(1);
    let (first, span) = *sums.first()?;
    let other = sums.get(1).filter(|(second, _)| second.saturating_mul(count) == first);
    if let Some(second) = other {
        return Some(*second);
    }
    let total = TOTAL.fits(text, before(span)) && first.is_multiple_of(count);
    Some((if total { first / count } else { first }, span))
}

fn sum(text: &Text, found: &crate::read::form::Found) -> Option<u64> {
    let digits =
        |span: Span| text.folded(span).chars().filter(char::is_ascii_digit).collect::<String>();
    if let Some(sum) = found.part("sum") {
        return digits(sum).parse().ok();
    }
    if let Some(thousand) = found.part("thousand") {
        return digits(thousand).parse::<u64>().ok().map(|sum| sum * 1_000);
    }
    if let Some(words) = found.part("words") {
        let half = if found.part("half").is_some() { 500_000 } else { 0 };
        return spoken(&text.folded(words)).map(|millions| millions * 1_000_000 + half);
    }
    let million = text.folded(found.part("million")?).replace(',', ".");
    let (whole, part) = million.split_once('.').unwrap_or((&million, ""));
    let part = format!("{part:0<6}").get(..6)?.parse::<u64>().ok()?;
    Some(whole.parse::<u64>().ok()? * 1_000_000 + part)
}

/// "ba muoi lam": 35.
fn spoken(folded: &str) -> Option<u64> {
    const ONES: [&str; 9] = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
    let (mut total, mut last) = (0, 0);
    for word in folded.split(' ') {
        match word {
            "muoi" if last == 0 => (total, last) = (total + 10, 0),
            "muoi" => (total, last) = (total + last * 10, 0),
            "tram" => (total, last) = (total + last * 100, 0),
            "lam" => last = 5,
            "linh" => {}
            ones => last = u64::try_from(ONES.iter().position(|known| *known == ones)? + 1).ok()?,
        }
    }
    Some(total + last).filter(|sum| *sum > 0)
}

fn number(folded: &str) -> Option<u32> {
    const WORDS: [&str; 10] =
        ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];
    if let Some(at) = WORDS.iter().position(|word| *word == folded) {
        return u32::try_from(at + 1).ok();
    }
    match folded {
        "muoi mot" => Some(11),
        "muoi hai" => Some(12),
        "muoi lam" => Some(15),
        "hai muoi" => Some(20),
        digits => digits.parse().ok(),
    }
}

#[cfg(test)]
mod tests;
