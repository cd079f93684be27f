//! Whose contest it is: a place, the whole country, or an agency.

use std::sync::LazyLock;

use gazetteer::Gazetteer;
use kernel::text::fold;

use crate::facts::Level;
use crate::read::form::Form;
use crate::read::text::{Span, Text};
use crate::read::units;

/// Whose contest.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Locality {
    pub level: Level,
    /// "tỉnh An Lạc"; nothing for a bare "tỉnh" or "cấp tỉnh".
    pub name: Option<String>,
    pub span: Span,
}

/// Cities that rank as provinces, folded.
const CENTRAL: [&str; 6] = ["ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"];

static NATION: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[\s,-]*((cấp )?toàn quốc|cấp quốc gia|quốc gia|việt nam)\b"));
static PLACE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,-]*(của |cấp |trong |trên địa bàn )?(?<kind>tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn|tt\.?|đặc khu)\b\s*(?<name>\S.{0,60})?",
    )
});
static AGENCY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s,-]*(của |tại |trong )?(?<name>(?<kind>trường|đại học|học viện|sở|bệnh viện|công ty|tổng công ty|tập đoàn|viện|ngành|cơ quan|bộ|cục|chi cục|trung tâm|khối|liên đoàn lao động)\s.{2,90})",
    )
});
static BASE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[\s,-]*cấp (?<which>cơ sở|ngành|trường|cơ quan|bộ)\b"));
static END: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"[\s,;:.(]+((lần|năm[^a-z]*\d|20\d\d|giai đoạn|tổ chức|được|sau đây|do|từ|trong|theo|đến|cho|của|để|đạt|về|với|tham gia|đã|nhằm|là|tại|thành công)\b|-)|^(lần|năm[^a-z]*\d|thứ)\b|[,;:.()\n/]|$",
    )
});

/// The locality that stands at the beginning of a stretch, and where it ends.
pub(crate) fn read(text: &Text, rest: Span) -> Option<(Locality, usize)> {
    if let Some(found) = NATION.find(text, rest) {
        let locality = Locality {
            level: Level::Nation,
            name: Some("toàn quốc".to_owned()),
            span: found.span(),
        };
        return Some((locality, found.span().end));
    }
    place(text, rest).or_else(|| base(text, rest)).or_else(|| agency(text, rest))
}

fn base(text: &Text, rest: Span) -> Option<(Locality, usize)> {
    let found = BASE.find(text, rest)?;
    Some((Locality { level: Level::Agency, name: None, span: found.span() }, found.span().end))
}

fn agency(text: &Text, rest: Span) -> Option<(Locality, usize)> {
    let found = AGENCY.find(text, rest)?;
    let name = found.part("name")?;
    if !text.is_upper(name.start) {
        return None;
    }
    // The word for what it is is no name yet: a line may end behind it.
    let from = found.part("kind").map_or(name.start, |kind| kind.end + 1);
    let end = end_of_name(text, Span::new(from, name.end));
    let span = text.trim(Span::new(name.start, end), b"");
    let end = span.end;
    let name = crate::read::casing::in_sentence(&text.line(span));
    Some((Locality { level: Level::Agency, name: Some(name), span }, end))
}

fn place(text: &Text, rest: Span) -> Option<(Locality, usize)> {
    let found = PLACE.find(text, rest)?;
    let kind = found.part("kind")?;
    let name = found.part("name").map(|name| proper(text, name)).filter(|name| !name.is_empty());
    let word = match text.folded(kind).trim_end_matches('.') {
        "tp" => "thành phố".to_owned(),
        "tt" => "thị trấn".to_owned(),
        _ => text.line(kind).to_lowercase(),
    };
    let Some(name) = name else {
        let bare = Locality { level: level_of(&word, ""), name: None, span: kind };
        return Some((bare, kind.end));
    };
    let span = kind.to(name);
    let written = cased(text, name);
    let level = level_of(&word, &written);
    Some((Locality { level, name: Some(format!("{word} {written}")), span }, name.end))
}

/// Where a name ends: before a word of the sentence. "La" of "Sơn La" is a name, "là" is none.
fn end_of_name(text: &Text, rest: Span) -> usize {
    let ends = END.all(text, rest).map(|found| found.span());
    let mut real = ends.filter(|end| !is_hyphen(text, *end, rest.end)).filter(|end| {
        let word =
            end.range().find(|at| text.byte(*at).is_some_and(|byte| byte.is_ascii_alphabetic()));
        word.is_none_or(|at| !text.is_upper(at) || is_count(text, Span::new(at, end.end)))
    });
    real.next().map_or(rest.end, |end| end.start)
}

/// "Công ty Hoa Mai - Vinasao": the dash stands before the rest of the name.
fn is_hyphen(text: &Text, end: Span, limit: usize) -> bool {
    let after = text.trim(Span::new(end.end, limit), b"");
    text.shadow(end).ends_with(b"-") && text.is_upper(after.start) && !units::begins(text, after)
}

fn is_count(text: &Text, word: Span) -> bool {
    let folded = text.folded(word);
    folded == "lan" || folded == "thu" || folded.starts_with("nam ")
}

/// The words in capitals at the beginning of a stretch, as far as they can be a name.
fn proper(text: &Text, rest: Span) -> Span {
    let end = end_of_name(text, rest);
    let mut last = rest.start;
    let mut at = rest.start;
    for (count, word) in text.raw(Span::new(rest.start, end)).split(' ').enumerate() {
        let length = word.chars().count();
        let capital = word.chars().next().is_some_and(|c| {
            c.is_uppercase() || (count == 0 && word.chars().all(|c| c.is_ascii_digit()))
        });
        if !capital || count > 4 {
            break;
        }
        last = at + length;
        at = last + 1;
    }
    text.trim(Span::new(rest.start, last), b",.")
}

fn cased(text: &Text, name: Span) -> String {
    let line = text.line(name);
    if line.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
        let word = |word: &str| crate::read::units::capitalised(&word.to_lowercase());
        return line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    }
    line
}

/// A place in the spelling of the gazetteer where only marks or a letter differ: "huyện Hón Quản" is
/// "huyện Hớn Quản".
pub(super) fn settled(place: String) -> String {
    let matches = Gazetteer::shared().look_up(&place);
    let same_kind = matches.iter().filter(|found| {
        place.strip_prefix(found.place.kind.word()).is_some_and(|rest| rest.starts_with(' '))
    });
    match same_kind.max_by_key(|found| found.score) {
        Some(found) if found.score >= 80 => found.place.short_name(),
        _ => place,
    }
}

/// The tier of a kind of place.
pub(crate) fn level_of(kind: &str, name: &str) -> Level {
    match fold(kind).as_str() {
        "tinh" => Level::Province,
        "thanh pho" | "tp" if name.is_empty() || CENTRAL.contains(&fold(name).as_str()) => {
            Level::Province
        }
        "thanh pho" | "tp" | "huyen" | "thi xa" | "quan" => Level::District,
        _ => Level::Commune,
    }
}
