//! The person to ask: "ông Lê Văn An - Trưởng phòng …", "đ/c Bình", "Người liên hệ: Trần Thị Cúc, Chuyên
//! viên Phòng …".

use std::sync::LazyLock;

use super::bare;
use crate::read::facts::agencies::name;
use crate::read::facts::tail::name::begins_with_family;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

static ADDRESSED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|[^a-z])(?<title>(gs|pgs|ts|ths|th\.s|ks|kts|cn|ds|bs|bsck|bscki|bsckii|ck[i12]{1,2}|ncs)\s*\.|(gs|pgs|ts|ths|ks|bs|bscki|bsckii|kỹ sư|thạc sĩ|tiến sĩ|bác sĩ|dược sĩ|(đại|thượng|trung|thiếu) (úy|tá))\b|(ông|bà|đồng chí|đ/c|đ\.c|đc|anh|chị|cô|thầy|em|ông/bà)\b|(ô|b|mr|mrs|ms)\.)[.:]?\s*([a-z]{1,6}\s?\.\s*|(gs|pgs|ths|ts|ks|bs|cn)\s*,?\s+)*(?<name>[a-z])",
    )
});
/// "quận Hai Bà Trưng", "đường Bà Triệu".
pub(super) static PLACE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(\b(hai|đường|phố|quận|phường|xã|chợ|núi|huyện|thị xã|thành phố|tp\.?|tỉnh|trường( \S+){0,3}|thpt|thcs|nguyên)|\d[a-z]?,?)\s*$",
    )
});
/// An office, where a name might stand.
pub(super) static OFFICE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(q\.\s*)?(phó|trưởng|chủ|giám|chánh|bí thư|thư ký|chuyên viên|ủy viên|cán bộ|hiệu|viện|tổ|thường trực|văn phòng|kế toán|nhân viên|lãnh đạo|thủ trưởng|đội|công chức|viên chức|giáo viên|giảng viên|cộng tác|phụ trách|tổng|điều phối|văn thư|quản lý|chi cục trưởng|cục trưởng|thành viên|đồng chí)\b",
    )
});
/// A label where a name might stand.
static NUMBERED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^(tel|sđt|đt|đtdđ|email|e-mail|zalo|điện thoại|di động|địa chỉ|số)\b")
});
static OFFICE_LABEL: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^(chức (vụ|danh)|hiện là|là)\s*:?\s*"));
/// Offices after which a body is named rather than a part of the office.
static OFFICE_OF: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(q\.\s*)?((phó )?(chủ tịch|giám đốc|tổng giám đốc|chánh văn phòng|chánh thanh tra|bí thư|hiệu trưởng|viện trưởng|tổng thư ký)( thường trực| kiêm \S+ \S+ \S+)?|chuyên viên( chính)?|cán bộ|nhân viên|kế toán|văn thư|công chức|viên chức|thư ký|ủy viên thư ký|giảng viên|giáo viên) ",
    )
});
/// Where an office ends.
static END: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"[;()|\n]|\s[-]|-\s|:|\.\s|\.$|\W*\b((số |theo )?(điện thoại|di động|máy|nội bộ)|đt|sđt|đtdđ|tel|email|e-mail|thư điện tử|zalo|để|hoặc|và (ông|bà|đồng chí)|địa chỉ|theo số|qua số|qua)\b|,\s*\(?0\d|\s\(?0\d{2}",
    )
});
/// Most words of a name.
const WORDS: usize = 5;

/// Somebody named in a stretch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Person {
    pub name: Span,
    pub title: Option<Span>,
    pub organisation: Option<Span>,
}

/// The people named in a stretch, in order.
pub(super) fn people(text: &Text, within: Span) -> Vec<Person> {
    let mut starts: Vec<(usize, bool)> = ADDRESSED
        .all(text, within)
        .filter_map(|found| called(text, found.part("title")?, found.part("name")?))
        .collect();
    starts.extend(bare::names(text, within).into_iter().map(|name| (name.start, false)));
    starts.sort_unstable();
    let mut people: Vec<Person> = Vec::new();
    for (start, called) in starts {
        let rest = Span::new(start, within.end);
        let known = people.last().is_some_and(|last: &Person| last.name.end > start);
        if let Some(name) = name_at(text, rest, called).filter(|_| !known) {
            people.push(described(text, name, within.end));
        }
    }
    people
}

/// "bà" calls somebody, "Ba" and "có" do not; without marks only a family name tells.
fn called(text: &Text, title: Span, name: Span) -> Option<(usize, bool)> {
    const CALLS: [&str; 17] = [
        "ông",
        "bà",
        "đồng chí",
        "đ/c",
        "đ.c",
        "đc",
        "anh",
        "chị",
        "cô",
        "thầy",
        "em",
        "ông/bà",
        "ô.",
        "b.",
        "mr.",
        "ms.",
        "mrs.",
    ];
    let abbreviated = !text.raw(title).contains(' ') || text.raw(title).ends_with('.');
    let degree = text.is_upper(title.start)
        && abbreviated
        && !CALLS.contains(&text.line(title).to_lowercase().as_str());
    let calls = degree || CALLS.contains(&text.line(title).to_lowercase().as_str());
    let near = Span::new(title.start.saturating_sub(16), (name.end + 16).min(text.len()));
    let within_name = text.is_upper(title.start)
        && title.start >= 2
        && text.byte(title.start - 1) == Some(b' ')
        && is_end_of_name_word(text, title.start - 1);
    let placed =
        within_name || PLACE.fits(text, Span::new(title.start.saturating_sub(12), title.start));
    (!placed && (calls || !text.has_marks(near))).then_some((name.start, calls))
}

/// Whether the word that ends here begins with a capital: "Phạm Anh Dũng".
fn is_end_of_name_word(text: &Text, end: usize) -> bool {
    let start =
        (0..end).rev().take_while(|at| text.char(*at).is_some_and(char::is_alphabetic)).last();
    start.is_some_and(|start| {
        text.is_upper(start) && begins_with_family(text, Span::new(start, text.len()))
    })
}

/// One to five words in capitals; without a form of address the first must be a family name.
fn name_at(text: &Text, rest: Span, called: bool) -> Option<Span> {
    if OFFICE.fits(text, rest) || NUMBERED.fits(text, rest) {
        return None;
    }
    let mut end = rest.start;
    let mut words = 0;
    let near = Span::new(rest.start, rest.end.min(rest.start + 60));
    for word in words_of(text, near) {
        let apart = !text.raw(Span::new(end, word.start)).trim().is_empty();
        let office = words > 0 && is_office_in_capitals(text, word, near.end);
        if words == WORDS || apart || office || !is_name_word(text, word) {
            break;
        }
        end = word.end;
        words += 1;
    }
    let name = Span::new(rest.start, end);
    let family = || begins_with_family(text, rest) && words >= 2;
    (words > 0 && (family() || called)).then_some(name)
}

pub(super) fn words_of(text: &Text, span: Span) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    for at in span.start..=span.end {
        let letter = at < span.end && text.char(at).is_some_and(|c| c.is_alphabetic() || c == '\'');
        match (letter, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

pub(super) fn is_name_word(text: &Text, word: Span) -> bool {
    text.is_upper(word.start) && word.len() <= 8
}

/// "Lê An Trưởng phòng": the office begins where its own words do.
fn is_office_in_capitals(text: &Text, word: Span, end: usize) -> bool {
    static BEGINS: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(phó (chủ|giám|trưởng|chánh|bí|hiệu|tổng)|trưởng (ban|phòng|khoa|bộ)|chủ tịch|giám đốc|chánh văn|bí thư|thư ký|chuyên viên|ủy viên|cán bộ|hiệu trưởng|sđt|đt|điện thoại|email)\b",
        )
    });
    BEGINS.fits(text, Span::new(word.start, end))
}

/// With the office that follows, and the body that follows that.
fn described(text: &Text, name: Span, end: usize) -> Person {
    let rest = text.trim(Span::new(name.end, end), b",-(:.|");
    let labelled = OFFICE_LABEL.find(text, rest).map_or(rest.start, |label| label.span().end);
    let rest = Span::new(labelled, rest.end);
    let follows = rest.start - name.end <= 20 && OFFICE.fits(text, rest);
    if !follows {
        return Person { name, title: None, organisation: body_after(text, name.end, end) };
    }
    let stop = END.find(text, rest).map_or(rest.end, |stop| stop.span().start);
    let office = text.trim(Span::new(rest.start, stop), b",.");
    if let Some(head) = OFFICE_OF.find(text, office)
        && let Some(body) = name::at(text, Span::new(head.span().end, rest.end))
    {
        let title = text.trim(Span::new(office.start, head.span().end), b"");
        return Person { name, title: Some(title), organisation: Some(body) };
    }
    let comma =
        text.shadow(office).iter().position(|byte| *byte == b',').map(|at| office.start + at);
    let listed =
        comma.and_then(|comma| Some((comma, name::at(text, Span::new(comma + 1, office.end))?)));
    match listed {
        Some((comma, body)) => {
            Person { name, title: Some(Span::new(office.start, comma)), organisation: Some(body) }
        }
        None => {
            Person { name, title: Some(office), organisation: body_after(text, office.end, end) }
        }
    }
}

/// "… - Liên hiệp hội": right behind a dash, comma or bracket.
fn body_after(text: &Text, from: usize, end: usize) -> Option<Span> {
    let rest = text.trim(Span::new(from, end), b",-(");
    (rest.start - from <= 4).then(|| name::at(text, rest))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    /// Name, office and body of each person.
    type Row = (&'static str, &'static [[&'static str; 3]]);

    fn check(rows: &[Row]) {
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let line = |span: Option<Span>| span.map_or(String::new(), |span| text.line(span));
            let found: Vec<[String; 3]> = people(&text, text.whole())
                .into_iter()
                .map(|one| [text.line(one.name), line(one.title), line(one.organisation)])
                .collect();
            assert_eq!(&found, expect, "{source}");
        }
    }

    #[test]
    fn people_with_office_and_body() {
        check(&[
            (
                "qua thư ký, ông Lê Trọng An- Trưởng Ban Khoa học, Công nghệ và Phổ biến - Liên hiệp hội tỉnh; số điện thoại: 0912345678.",
                &[[
                    "Lê Trọng An",
                    "Trưởng Ban Khoa học, Công nghệ và Phổ biến",
                    "Liên hiệp hội tỉnh",
                ]],
            ),
            (
                "liên hệ ông Đặng Bình – Chuyên viên Phòng Kinh tế huyện Sao Mai để được tư vấn",
                &[["Đặng Bình", "Chuyên viên", "Phòng Kinh tế huyện Sao Mai"]],
            ),
            (
                "Đồng chí Trần Thị Cúc - Phó trưởng Ban Tư vấn, điện thoại: 0911; hoặc đồng chí Lê Dung - Phó trưởng Ban Thông tin, điện thoại: 0936",
                &[
                    ["Trần Thị Cúc", "Phó trưởng Ban Tư vấn", ""],
                    ["Lê Dung", "Phó trưởng Ban Thông tin", ""],
                ],
            ),
            (
                "bà Lộc Thị Mai, công chức Phòng Văn hóa - Xã hội, số điện thoại 0912",
                &[["Lộc Thị Mai", "công chức", "Phòng Văn hóa - Xã hội"]],
            ),
            ("(đ/c Lan, 0912.345.678)", &[["Lan", "", ""]]),
            (
                "Người liên hệ: Phạm Văn Em, Chuyên viên Sở Y tế, ĐT: 0912",
                &[["Phạm Văn Em", "Chuyên viên", "Sở Y tế"]],
            ),
            (
                "bà Võ Thị Giang, Phó Chánh Văn phòng, Sở Khoa học và Công nghệ, SĐT 0912",
                &[["Võ Thị Giang", "Phó Chánh Văn phòng", "Sở Khoa học và Công nghệ"]],
            ),
            (
                "PGS.TS. Trần Quốc Khải, Trưởng phòng Quản lý, ĐT: 0977",
                &[["Trần Quốc Khải", "Trưởng phòng Quản lý", ""]],
            ),
            (
                "ThS. Bùi Thủy Tiên - Phó Bí thư Đoàn trường. ĐT: 0966",
                &[["Bùi Thủy Tiên", "Phó Bí thư", "Đoàn trường"]],
            ),
            ("số 5 Hoa Mai, quận Hai Bà Trưng, ĐT: 0977; đường Bà Triệu", &[]),
            ("đồng chí Chủ tịch UBND xã, ông Trưởng ban", &[]),
            (
                "ông ThS. HỒ VĂN HẢI (Phòng Quản lý khoa học) 0912",
                &[["HỒ VĂN HẢI", "", "Phòng Quản lý khoa học"]],
            ),
            ("Liên hệ: Sở Y tế, điện thoại 0209", &[]),
            ("bà con nhân dân, anh em công nhân", &[]),
        ]);
    }
}
