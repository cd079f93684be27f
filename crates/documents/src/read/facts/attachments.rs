//! What is sent along (văn bản, biểu mẫu gửi kèm): "Gửi kèm …", "(kèm theo …)", "Ban hành kèm theo Quyết
//! định này …". Papers are given by number where one stands, else by name.

use std::sync::LazyLock;

use super::citations;
use crate::read::form::Form;
use crate::read::outline::sentences;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// "gửi kèm" anywhere; "kèm theo" where a bracket or sentence begins with it.
static LISTED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(\b(gửi|đính|có|xin gửi) kèm( theo)?|(^|\()\W*kèm theo)( công văn này| văn bản này| thông báo này| kế hoạch này| quyết định này| tờ trình này| báo cáo này| là| gồm| các tài liệu( sau)?)*\W*?(?<list>[a-z0-9].*)",
    )
});
/// "(Có Thể lệ và mẫu phiếu kèm theo)".
static BRACKETED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\(\W*((có|chi tiết|cụ thể|nội dung|theo|tại|như|xem) )*(?<list>[^()]{3,160}?),? (gửi kèm|đính kèm|kèm theo)( công văn này| kế hoạch này| thông báo này| văn bản này| quyết định này| thể lệ này)?\s*\.?\s*\)",
    )
});
/// "Ban hành kèm theo Quyết định này Thể lệ Hội thi".
static ISSUED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(ban hành|phê duyệt)( \S+)? kèm theo (quyết định|kế hoạch|thông báo|văn bản|công văn) này\W*(?<list>[a-z][^.;]{3,200})",
    )
});
/// "… (ban hành) kèm theo Quyết định số …": what the paper itself belongs to.
static BELONGS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\bban hành kèm theo\b|^\W*kèm theo (quyết định|kế hoạch|thông báo|công văn|tờ trình) số\b",
    )
});
/// What is sent along is a paper or a form.
static NAMED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(\d+ |\(\d+\) |các |bản |bộ |dự thảo |toàn văn |bảng )*(th[eẻ] l[eệ]|kế hoạch|quyết định|phụ lục|mẫu|biểu|phiếu|danh sách|bản mô tả|mô tả|quy chế|tiêu chí|đề cương|dự toán|chương trình|lịch|công văn|thông báo|hướng dẫn|tài liệu|giấy|poster|tờ rơi|văn bản|bảng|báo cáo|tờ trình|hồ sơ|thuyết minh|biên bản|nội quy|thang điểm|tổng hợp|nghị quyết)\b",
    )
});
static GAP: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\s*[;,]\s*(và )?|\s+và\s+|\s*\((?:\d)\)\s*|\.\s*$"));
/// Where a name ends before its list does.
static END: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"\(\D|\s(của|gửi kèm|kèm theo|ban hành|để|đã|được|có hiệu lực|áp dụng|trước|về)\b")
});

/// The numbers or names of what is sent along, each once.
pub(crate) fn find(paper: &Paper) -> Vec<Stated<String>> {
    let text = paper.text();
    let mut attachments: Vec<Stated<String>> = Vec::new();
    let spoken = paper.items().iter().filter(|item| speaks(text, item.whole));
    for sentence in
        spoken.flat_map(|item| sentences(text, item.whole)).filter(|one| speaks(text, *one))
    {
        for one in in_sentence(text, sentence) {
            if attachments.iter().all(|other| other.value != one.value) {
                attachments.push(one);
            }
        }
    }
    attachments
}

fn speaks(text: &Text, span: Span) -> bool {
    text.shadow(span).windows(3).any(|window| window == b"kem")
}

fn in_sentence(text: &Text, sentence: Span) -> Vec<Stated<String>> {
    if let Some(list) = ISSUED.find(text, sentence).and_then(|found| found.part("list")) {
        return named(text, list, false);
    }
    if BELONGS.fits(text, sentence) {
        return Vec::new();
    }
    let bracketed: Vec<Stated<String>> = BRACKETED
        .all(text, sentence)
        .filter_map(|found| found.part("list"))
        .flat_map(|list| listed(text, list))
        .collect();
    if !bracketed.is_empty() {
        return bracketed;
    }
    let list = LISTED.find(text, sentence).and_then(|found| found.part("list"));
    list.map_or_else(Vec::new, |list| listed(text, list))
}

/// By number where a paper has one, else by name; "và" parts only names, since papers are about things.
fn listed(text: &Text, list: Span) -> Vec<Stated<String>> {
    let numbers = citations::numbers(text, list);
    let mut names = named(text, list, true);
    let of_paper = |name: &Stated<String>, number: &Span| {
        name.span.start <= number.start && number.end <= name.span.end
    };
    if !numbers.is_empty() {
        let last = numbers.last().map_or(list.start, |(_, span)| span.end);
        let parted = |name: &Stated<String>| {
            text.shadow(Span::new(last, name.span.start.max(last))).contains(&b';')
        };
        names.retain(|name| {
            parted(name) && !numbers.iter().any(|(_, number)| of_paper(name, number))
        });
    }
    let numbered = numbers.into_iter().map(|(number, span)| Stated::new(number, span));
    numbered.chain(names).collect()
}

fn named(text: &Text, list: Span, parted: bool) -> Vec<Stated<String>> {
    let mut names = Vec::new();
    let mut start = list.start;
    let gaps = GAP.all(text, list).map(|gap| gap.span()).filter(|_| parted);
    for gap in gaps.chain(std::iter::once(Span::new(list.end, list.end))) {
        let next = text.trim(Span::new(gap.end, list.end), b"");
        if gap.start < list.end && !NAMED.fits(text, next) {
            continue;
        }
        names.extend(name(text, Span::new(start, gap.start)));
        start = gap.end;
    }
    names
}

fn name(text: &Text, part: Span) -> Option<Stated<String>> {
    let part = text.trim(part, b":-.,;\"/");
    if !NAMED.fits(text, part) {
        return None;
    }
    let end = END.find(text, part).map_or(part.end, |end| end.span().start);
    let bracketed = text.shadow(Span::new(part.start, end)).contains(&b'(');
    let part = text.trim(Span::new(part.start, end), if bracketed { b".,;:" } else { b".,;:)" });
    let value = text.line(part);
    (value.chars().count() > 3).then(|| Stated::new(value, part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    #[test]
    fn what_is_sent_along() {
        let rows: [(&str, &[&str]); 10] = [
            (
                "(Gửi kèm Quyết định số 12/QĐ-UBND ngày 3/4/2024 của UBND tỉnh và Quyết định số 15/QĐ-BTC ngày 9/5/2024 của Ban Tổ chức).",
                &["12/QĐ-UBND", "15/QĐ-BTC"],
            ),
            (
                "1. Gửi kèm Công văn này: Thể lệ Hội thi, phiếu đăng ký dự thi và bản mô tả giải pháp.",
                &["Thể lệ Hội thi", "phiếu đăng ký dự thi", "bản mô tả giải pháp"],
            ),
            (
                "1. Gửi kèm: Kế hoạch số 33/KH-BTC ngày 3/4/2026 về Hội thi và Thể lệ; Phiếu đăng ký dự thi (Mẫu số 01).",
                &["33/KH-BTC", "Phiếu đăng ký dự thi"],
            ),
            ("1. Lập danh sách (theo Phụ lục I kèm theo).", &["Phụ lục I"]),
            ("(Có Thể lệ và Biểu mẫu số 1, 2 kèm theo)", &["Thể lệ", "Biểu mẫu số 1, 2"]),
            (
                "Điều 1. Ban hành kèm theo Quyết định này Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Sao Mai lần thứ 5.",
                &["Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Sao Mai lần thứ 5"],
            ),
            ("(Ban hành kèm theo Quyết định số 12/QĐ-BTC ngày 3/4/2024)", &[]),
            ("(kèm theo Danh sách thành viên Hội đồng)", &["Danh sách thành viên Hội đồng"]),
            ("1. Hồ sơ gửi về Sở kèm theo bản mềm.", &[]),
            (
                "Đính kèm: Mẫu phiếu đăng ký; Mẫu bản mô tả.",
                &["Mẫu phiếu đăng ký", "Mẫu bản mô tả"],
            ),
        ];
        for (source, expect) in rows {
            let found =
                find(&paper(&format!("Kính gửi: Sở Y tế\n\nThực hiện kế hoạch.\n{source}")));
            let found: Vec<String> = found.into_iter().map(|one| one.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
