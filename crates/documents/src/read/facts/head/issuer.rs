//! Issuer (cơ quan ban hành) and the body above it (cơ quan chủ quản).

use std::sync::LazyLock;

use super::{Cells, is_title};
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text, shade};
use crate::read::{casing, units};

/// Where the letterhead ends: the number, the subject, the addressees, the title.
static AFTER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*((số|s[6é])\s*[:./…]|(số|s[6é])\s+\W*\d*\s*/|v/v|v\.v|về việc|kính (gửi|giri|mời)|ngày\b|căn cứ|dự thảo\s*$|/)",
    )
});
/// A line of the letterhead that begins a body of its own.
static BODY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(ubnd|ủy ban|hđnd|hội đồng|sở|bộ|ban|btc|liên hiệp|liên đoàn|tổng|tỉnh (đoàn|ủy)|thành (đoàn|ủy)|huyện (đoàn|ủy)|đoàn|đảng|trường|đại học|học viện|viện|bệnh viện|công ty|tập đoàn|cục|chi cục|phòng|trung tâm|hội (nông|liên|phụ|cựu|khuyến|đồng)|mặt trận|ubmttq|công an|bộ chỉ huy|quỹ|văn phòng|tỉnh [^\n]{2,30}$)",
    )
});
static CONTINUED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(tỉnh [a-z]|ban chấp hành|hội khoa)"));
/// "Ban Tổ chức … ban hành Kế hoạch", in the first paragraphs.
static ISSUES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(ban hành|xây dựng|đề ra|đề nghị|thông báo|báo cáo|trân trọng|kính|yêu cầu|hướng dẫn|tổ chức|phát động)\b",
    )
});
/// Paragraphs in which the issuer names itself.
const OPENING: usize = 12;

/// The issuer and its parent.
pub(super) fn find(
    paper: &Paper,
    cells: &Cells,
) -> (Option<Stated<String>>, Option<Stated<String>>) {
    let text = paper.text();
    let mut bodies = letterhead(text, cells);
    let own = bodies.pop().and_then(|own| stated(text, &own)).map(|own| as_elsewhere(paper, own));
    let parent = bodies.pop().and_then(|parent| stated(text, &parent));
    match own {
        Some(own) => (Some(own), parent),
        None => (from_opening(paper), None),
    }
}

/// The bodies named above the number, each with its wrapped lines.
fn letterhead(text: &Text, cells: &Cells) -> Vec<Vec<Span>> {
    let mut bodies: Vec<Vec<Span>> = Vec::new();
    for cell in
        cells.left.iter().take_while(|cell| !AFTER.fits(text, **cell) && !is_title(text, **cell))
    {
        let begins =
            BODY.fits(text, *cell) && !(CONTINUED.fits(text, *cell) && continues(text, &bodies));
        match bodies.last_mut() {
            Some(last) if !begins => last.push(*cell),
            _ if begins || units::begins(text, *cell) => bodies.push(vec![*cell]),
            _ => {}
        }
    }
    bodies
}

/// After "LIÊN HIỆP CÁC" comes "HỘI KHOA HỌC", after "ỦY BAN NHÂN DÂN" comes "TỈNH …".
fn continues(text: &Text, bodies: &[Vec<Span>]) -> bool {
    let last = bodies.last().and_then(|body| body.last());
    last.is_some_and(|last| !text.folded(*last).starts_with("tinh "))
}

fn stated(text: &Text, lines: &[Span]) -> Option<Stated<String>> {
    let written: Vec<String> =
        lines.iter().map(|line| text.line(text.trim(*line, b"-*_"))).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    Some(Stated::new(casing::in_sentence(&written.join(" ")), first.to(*last)))
}

/// The name as the body of the paper writes it, where it does; capitals hide proper names.
fn as_elsewhere(paper: &Paper, issuer: Stated<String>) -> Stated<String> {
    let text = paper.text();
    let whole = Span::new(issuer.span.end, text.len());
    let folded: Vec<u8> = issuer.value.chars().map(shade).collect();
    let mut places = text.shadow(whole).windows(folded.len().max(1)).enumerate();
    let same = places.find_map(|(at, bytes)| {
        let span = Span::new(whole.start + at, whole.start + at + folded.len());
        (bytes == folded && !is_all_caps(text, span)).then_some(span)
    });
    match same {
        Some(span) => Stated { value: crate::read::units::capitalised(&text.line(span)), ..issuer },
        None => issuer,
    }
}

/// Without a letterhead the issuer is who issues in the opening sentences.
fn from_opening(paper: &Paper) -> Option<Stated<String>> {
    let text = paper.text();
    let opening = paper.items().iter().take(OPENING).take_while(|item| !item.marker.is_bullet());
    opening.flat_map(|item| crate::read::outline::sentences(text, item.span)).find_map(|sentence| {
        if !units::begins(text, sentence) || !text.is_upper(sentence.start) {
            return None;
        }
        let verb = units::predicate(text, sentence)?;
        let named = text.trim(Span::new(sentence.start, verb), b",;:");
        let issues = ISSUES.find(text, Span::new(verb, sentence.end))?.span().start == verb;
        (issues && named.len() < 140).then(|| Stated::guessed(text.line(named), named, 0.8))
    })
}
