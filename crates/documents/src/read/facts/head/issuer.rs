//! Issuer (cơ quan ban hành) and the body above it (cơ quan chủ quản).

use std::sync::LazyLock;

use super::{Cells, is_title};
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::letters::shade;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};
use crate::read::{casing, units};

/// Where the letterhead ends: the number, the subject, the addressees, the title.
static AFTER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*((số|s[6é])\s*[:./…]|(số|s[6é])\s+\W*\d*\s*(/|-\s*[a-z]{1,4}\s*/|$)|v/v|v\.v|về việc|kính (gửi|giri|gởi|mời)|ngày\b|căn cứ|dự thảo\s*$|/)",
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
/// A joint paper (liên tịch): "KẾ HOẠCH LIÊN TỊCH", "/KHLT-".
static JOINT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(số|s6)\b[^/\n]*/\s*(khlt|khln|ttrlt|tblt|hdlt|hdln|nqlt|ctrlt|cvlt|lt)\b|^\W*(kế hoạch|hướng dẫn|chương trình|thông báo|tờ trình|nghị quyết) (liên tịch|liên ngành)",
    )
});
/// "(Ban hành kèm theo Quyết định số … của Trưởng Ban Tổ chức Hội thi)".
static NOTE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(được )?(ban hành )?kèm theo [^)]{0,160}?\bcủa\s+((trưởng|chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|viện trưởng|bộ trưởng) )?(?<who>[^);.]{3,140})",
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
    if bodies.len() > 1 && cells.left.iter().any(|cell| JOINT.fits(text, *cell)) {
        let second = bodies.pop().unwrap_or_default();
        let first = bodies.pop().and_then(|first| stated(text, &first));
        let second = stated(text, &second);
        if let (Some(first), Some(second)) = (first, second) {
            let both = format!("{} - {}", first.value, second.value);
            return (Some(Stated::new(both, first.span.to(second.span))), None);
        }
    }
    let own = bodies.pop().and_then(|own| stated(text, &own)).map(|own| as_elsewhere(paper, own));
    let parent = bodies.pop().and_then(|parent| stated(text, &parent));
    match own {
        Some(own) => (Some(own), parent),
        None => {
            let told = from_note(text, cells).or_else(|| from_opening(paper));
            (told.or_else(|| from_signature(paper)), None)
        }
    }
}

/// The bodies named above the number, each with its wrapped lines.
fn letterhead(text: &Text, cells: &Cells) -> Vec<Vec<Span>> {
    let mut bodies: Vec<Vec<Span>> = Vec::new();
    for cell in
        cells.left.iter().take_while(|cell| !AFTER.fits(text, **cell) && !is_title(text, **cell))
    {
        let begins = BODY.fits(text, *cell)
            && !(CONTINUED.fits(text, *cell) && continues(text, &bodies))
            && !is_joined(text, &bodies, *cell);
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
    static PLACE: LazyLock<Form> = LazyLock::new(|| Form::new(r"^tỉnh [^-]+$"));
    static BODY_OF_TIER: LazyLock<Form> = LazyLock::new(|| Form::new(r"^tỉnh (đoàn|ủy)\b"));
    let last = bodies.last().and_then(|body| body.last());
    last.is_some_and(|last| !PLACE.fits(text, *last) || BODY_OF_TIER.fits(text, *last))
}

/// "SỞ GIÁO DỤC -" / "TỈNH ĐOÀN", "TỈNH ĐOÀN" / "- HỘI NÔNG DÂN": two bodies issue together.
fn is_joined(text: &Text, bodies: &[Vec<Span>], cell: Span) -> bool {
    let last = bodies.last().and_then(|body| body.last());
    let dashed =
        |span: Span| matches!(text.byte(span.end.saturating_sub(1)), Some(b'-' | b'&' | b','));
    last.is_some_and(|last| dashed(*last)) || text.byte(cell.start) == Some(b'-')
}

fn stated(text: &Text, lines: &[Span]) -> Option<Stated<String>> {
    let written: Vec<String> =
        lines.iter().map(|line| text.line(text.trim(*line, b"*_"))).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let written = written.join(" ");
    let written = written.trim_matches(['-', '–', '—', ' ']);
    Some(Stated::new(casing::in_sentence(written), first.to(*last)))
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

/// Rules without a letterhead are those of who issued the decision that they belong to.
fn from_note(text: &Text, cells: &Cells) -> Option<Stated<String>> {
    static ABOUT: LazyLock<Form> = LazyLock::new(|| Form::new(r",?\s(về|v/v|ban hành|ngày)\b"));
    let last = cells.left.last()?;
    let who = cells.left.iter().find_map(|cell| NOTE.find(text, cell.to(*last))?.part("who"))?;
    let end = ABOUT.find(text, who).map_or(who.end, |about| about.span().start);
    let who = text.trim(Span::new(who.start, end), b",-");
    Some(Stated::guessed(units::capitalised(&text.line(who)), who, 0.8))
}

/// Last, the body that is signed for.
fn from_signature(paper: &Paper) -> Option<Stated<String>> {
    static SIGNED: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^\W*(tm|t/m)\s*[.\s]\s*(?<whose>\S.*)$"));
    let text = paper.text();
    let whose = paper.sheet.tail.iter().find_map(|cell| SIGNED.find(text, *cell)?.part("whose"))?;
    Some(Stated::guessed(casing::in_sentence(&text.line(whose)), whose, 0.6))
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
