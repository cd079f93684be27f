//! The standing agency (cơ quan thường trực) and the unit that takes in dossiers (cơ quan tiếp nhận hồ sơ).

pub(in crate::read::facts) mod name;

use std::sync::LazyLock;

use crate::read::form::{Form, forms};
use crate::read::outline::{Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};
use crate::read::units::capitalised;

/// The name stands after: "Cơ quan thường trực Hội thi: Phòng A".
static NAMED_AFTER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b((cơ quan|đơn vị|bộ phận) th\S{2,3}ng tr\S{1,2}c|thường trực( của)? (ban tổ chức|btc|hội thi|cuộc thi))[^.;:()-]{0,90}?\s*([-:(]+|\blà\b|\b(đặt )?tại\b)\s*(của (ban tổ chức|hội thi|cuộc thi)[^.;:()-]{0,60}?(là|:|-) )?(?<name>\S)",
    )
});
/// The name stands before: "Sở A - Cơ quan thường trực", "giao Sở A làm cơ quan thường trực".
static NAMED_BEFORE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\s*([-(,]|\blà|\blàm|\bgiữ vai trò|\bđảm nhiệm)[\s.]*(?<role>(cơ quan|đơn vị) th\S{2,3}ng tr\S{1,2}c)\b",
    )
});
/// A body has the role, however far from its name.
static HOLDS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|\W)(là|làm|giữ|đảm nhiệm|đảm nhận|thực hiện)( (vai trò|nhiệm vụ|chức năng|việc))?( (là|làm|của))?( (cơ quan|đơn vị|bộ phận))? thường trực( (của|cho|giúp việc))?( (ban tổ chức|btc|hội thi|cuộc thi)|\W*$|[,;.])",
    )
});
/// The words in any state of a scan.
static SPOKEN: LazyLock<Form> = LazyLock::new(|| Form::new(r"\bth\S{2,3}ng tr\S{1,2}c\b"));
/// Labels and sentences after which the receiver is named; the first that fits wins.
static RECEIVED_BY: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"\b(cơ quan|đơn vị|bộ phận|nơi|địa chỉ|địa điểm) (tiếp nhận|nhận|nộp)( hồ sơ| bài| sản phẩm| giải pháp| mô hình)?[^.;:]{0,60}?(?<to>:|\blà|\btại)\s",
        r"\b(hồ sơ|sản phẩm|giải pháp|mô hình|bài dự thi|phiếu đăng ký|đề tài|công trình)\b[^.;:]{0,160}?\b(?<to>gửi|nộp)\b",
        r"\b(?<to>gửi|nộp) (\S+ ){0,3}?(hồ sơ|sản phẩm|giải pháp|mô hình|bài dự thi|phiếu đăng ký|đề tài)\b",
        r"\b(thời hạn|thời gian|hạn)( \S+){0,2}? (nhận|nộp|gửi)\b[^.;]{0,120}?\b(?<to>tại)\s",
        r"^\W*(?<to>nộp|gửi)( hồ sơ)? (trực tiếp|qua|về|tại)\b",
    ])
});
/// Before the receiver.
static TO: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(:|\blà|\bvề|\btại|\bđến|\bcho|\btới|\bqua)\s*:?\s*(?<name>\S)"));
/// "Sở A tiếp nhận hồ sơ dự thi".
static RECEIVES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"\s(là (cơ quan|đơn vị|nơi) )?(?<verb>tiếp nhận|thu nhận|nhận)( các)? hồ sơ\b")
});
/// How far from "gửi" the receiver stands at most.
const NEAR: usize = 160;
/// Between an alias and the name behind it.
static ALIAS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\s*([-(:,]|\blà\b|\b(đặt )?tại\b)\s*"));
/// "Ban Thư ký giúp Ban Tổ chức tiếp nhận hồ sơ" is work, not a place.
static HELPED: LazyLock<Form> = LazyLock::new(|| Form::new(r"\b(giúp|cho|với)\s*$"));
static HELPER: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^(ban|tổ) (thư ký|tổ chức|giúp việc)\b"));
/// "Địa điểm: …" under a heading about taking in.
static PLACE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\W*(địa điểm|nơi nhận|nơi nộp|địa chỉ)\s*(:|\btại\b)\s*(?<name>\S)")
});
static TAKING_IN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"\b(nhận|nộp|gửi)( \S+){0,3}? (hồ sơ|sản phẩm|giải pháp|mô hình|bài)\b")
});
static ROLE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^((cơ quan|đơn vị) thường trực|thường trực ban)\b"));

/// Whether a name is only the role: "Cơ quan thường trực Hội thi".
pub(in crate::read::facts) fn is_alias(text: &Text, name: Span) -> bool {
    ROLE.fits(text, name)
}

/// The standing agency, where the paper names it.
pub(crate) fn standing(paper: &Paper) -> Option<Stated<String>> {
    let text = paper.text();
    let items = paper.items();
    items.iter().enumerate().find_map(|(at, item)| {
        if !SPOKEN.fits(text, item.whole) {
            return None;
        }
        let told = sentences(text, item.whole)
            .into_iter()
            .find_map(|sentence| standing_in(text, sentence));
        told.or_else(|| standing_above(paper, at))
    })
}

/// "Sở A chủ trì, là thường trực của Hội thi"; an item that begins with the role is of whom it is under.
fn standing_above(paper: &Paper, at: usize) -> Option<Stated<String>> {
    let (text, item) = (paper.text(), &paper.items()[at]);
    let sentence = sentences(text, item.span).find(|one| HOLDS.fits(text, *one))?;
    let role = HOLDS.find(text, sentence)?.span();
    let own = name::at(text, sentence).filter(|name| name.end <= role.start);
    let before = at.checked_sub(1).filter(|_| role.start == sentence.start);
    let above = || {
        let near = item.parent.filter(|_| role.start == sentence.start).into_iter().chain(before);
        near.into_iter().find_map(|at| name::at(text, paper.items()[at].span))
    };
    let span = own.or_else(above).filter(|span| !ROLE.fits(text, *span))?;
    Some(Stated::guessed(capitalised(&text.line(span)), span, 0.8))
}

fn standing_in(text: &Text, sentence: Span) -> Option<Stated<String>> {
    let before = NAMED_BEFORE
        .all(text, sentence)
        .find_map(|found| name::reaching(text, Span::new(sentence.start, found.span().start)));
    let after = || {
        NAMED_AFTER
            .all(text, sentence)
            .find_map(|found| name::at(text, Span::new(found.part("name")?.start, sentence.end)))
    };
    let span = before.or_else(after).filter(|span| !ROLE.fits(text, *span))?;
    Some(Stated::new(capitalised(&text.line(span)), span))
}

/// The unit that takes in dossiers, where the paper names it.
pub(crate) fn receiving(paper: &Paper) -> Option<Stated<String>> {
    RECEIVED_BY
        .iter()
        .find_map(|form| first(paper, |text, sentence| received_by(form, text, sentence)))
        .or_else(|| under_heading(paper))
        .or_else(|| under_dossier(paper))
        .or_else(|| first(paper, receives))
}

fn first<F>(paper: &Paper, rule: F) -> Option<Stated<String>>
where
    F: Fn(&Text, Span) -> Option<Span>,
{
    let text = paper.text();
    let items = paper.items().iter();
    let span = items
        .flat_map(|item| sentences(text, item.span))
        .find_map(|sentence| rule(text, sentence))?;
    Some(Stated::new(capitalised(&text.line(span)), span))
}

fn received_by(form: &Form, text: &Text, sentence: Span) -> Option<Span> {
    let from = form.find(text, sentence)?.part("to")?.start;
    let near = Span::new(from, sentence.end.min(from + NEAR));
    TO.all(text, near).find_map(|to| {
        let name = name::at(text, Span::new(to.part("name")?.start, sentence.end))?;
        behind_alias(text, name, sentence)
    })
}

fn receives(text: &Text, sentence: Span) -> Option<Span> {
    let verb = RECEIVES.find(text, sentence)?;
    let name = name::reaching(text, Span::new(sentence.start, verb.span().start))?;
    let helped = HELPED.fits(text, Span::new(sentence.start, name.start));
    behind_alias(text, name, sentence).filter(|name| !helped && !HELPER.fits(text, *name))
}

/// "Cơ quan Thường trực (Phòng A)" is Phòng A; the alias alone names nobody.
fn behind_alias(text: &Text, name: Span, sentence: Span) -> Option<Span> {
    if !ROLE.fits(text, name) {
        return Some(name);
    }
    let named = ALIAS.find(text, Span::new(name.end, sentence.end))?;
    let rest = Span::new(named.span().end, sentence.end);
    name::at(text, rest)
}

fn under_heading(paper: &Paper) -> Option<Stated<String>> {
    let text = paper.text();
    let span = paper.items().iter().enumerate().find_map(|(at, item)| {
        let place = PLACE.find(text, item.span)?.part("name")?;
        let heads = paper.outline.above(at).any(|(_, above)| TAKING_IN.fits(text, above.span));
        name::at(text, Span::new(place.start, item.span.end)).filter(|_| heads)
    })?;
    Some(Stated::new(capitalised(&text.line(span)), span))
}

/// Under a heading about dossiers "Nộp về Sở A" needs no other word.
fn under_dossier(paper: &Paper) -> Option<Stated<String>> {
    static SENT: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"\b(?<to>gửi|nộp) (trực tiếp|qua|về|tại|đến|cho)\b"));
    let text = paper.text();
    let about = paper.items().iter().filter(|item| item.topic == Some(Topic::Dossier));
    let span = about
        .flat_map(|item| sentences(text, item.span))
        .find_map(|sentence| received_by(&SENT, text, sentence))?;
    Some(Stated::guessed(capitalised(&text.line(span)), span, 0.8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    fn value(found: Option<Stated<String>>) -> Option<String> {
        found.map(|stated| stated.value)
    }

    #[test]
    fn standing_agencies() {
        let rows = [
            (
                "1. Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh - Cơ quan Thường trực Ban Tổ chức Hội thi đề nghị các đơn vị quan tâm.",
                Some("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"),
            ),
            (
                "1. Cơ quan thường trực Hội thi – phòng Kinh tế và Hạ tầng:",
                Some("Phòng Kinh tế và Hạ tầng"),
            ),
            (
                "1. Gửi về cơ quan Thường trực Ban Tổ chức Cuộc thi- Liên hiệp hội tỉnh; email: a@b.vn trước ngày 1/2/2024.",
                Some("Liên hiệp hội tỉnh"),
            ),
            (
                "1. Giao Sở Khoa học và Công nghệ làm cơ quan thường trực, có trách nhiệm giúp Ban Tổ chức.",
                Some("Sở Khoa học và Công nghệ"),
            ),
            (
                "1. Báo cáo thông qua cơ quan thường trực (Phòng Văn hóa - Xã hội) để tổng hợp.",
                Some("Phòng Văn hóa - Xã hội"),
            ),
            (
                "1. Cơ quan Thường trực của Ban Tổ chức Hội thi là Sở Công Thương.",
                Some("Sở Công Thương"),
            ),
            ("1. Sở Y tế (cơ quan thường trực Hội thi) theo dõi.", Some("Sở Y tế")),
            (
                "1. Nộp về Thường trực Ban Tổ chức tại Liên hiệp hội tỉnh trước ngày 30/6.",
                Some("Liên hiệp hội tỉnh"),
            ),
            (
                "1. Liên hiệp hội tỉnh, cơ quan thu@ng trực Ban Tổ chức đề nghị.",
                Some("Liên hiệp hội tỉnh"),
            ),
            (
                "1. Sở Công Thương\nLà cơ quan Thường trực Ban Tổ chức Hội thi, có nhiệm vụ:\n- Tham mưu.",
                Some("Sở Công Thương"),
            ),
            (
                "3. Sở Công Thương chủ trì, là thường trực của Hội thi; phối hợp các sở.",
                Some("Sở Công Thương"),
            ),
            (
                "3. Phòng Kinh tế: làm nhiệm vụ thường trực Hội thi, tiếp nhận hồ sơ.",
                Some("Phòng Kinh tế"),
            ),
            ("1. Phối hợp với cơ quan thường trực tham mưu khen thưởng.", None),
            ("1. Phó Chủ tịch Thường trực UBND tỉnh chỉ đạo.", None),
        ];
        for (source, expect) in rows {
            assert_eq!(value(standing(&paper(source))).as_deref(), expect, "{source}");
        }
    }

    #[test]
    fn receiving_units() {
        let rows = [
            (
                "1. Cơ quan tiếp nhận: Phòng Kinh tế và Hạ tầng huyện Sao Mai;",
                Some("Phòng Kinh tế và Hạ tầng huyện Sao Mai"),
            ),
            (
                "1. Hồ sơ dự thi gửi về Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh trước ngày 1/2/2025.",
                Some("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"),
            ),
            (
                "1. Lựa chọn, giới thiệu các giải pháp đủ điều kiện tham gia Hội thi gửi về Sở Khoa học và Công nghệ từ nay đến hết ngày 1/2/2025, địa chỉ Tầng 3.",
                Some("Sở Khoa học và Công nghệ"),
            ),
            (
                "1. Hồ sơ nộp trực tiếp hoặc qua bưu điện tại: Văn phòng Ban Tổ chức Hội thi, số 5 đường Hoa Mai.",
                Some("Văn phòng Ban Tổ chức Hội thi"),
            ),
            (
                "1. Gửi hồ sơ về cơ quan thường trực (Sở Công Thương) trước ngày 1/2/2025.",
                Some("Sở Công Thương"),
            ),
            ("1. Nơi nhận hồ sơ: Tỉnh đoàn, số 2 đường Hoa Lan.", Some("Tỉnh đoàn")),
            (
                "1. Nộp hồ sơ về Thường trực Ban Tổ chức tại Sở Y tế trước ngày 30/6/2026.",
                Some("Sở Y tế"),
            ),
            (
                "Thời hạn nhận hồ sơ: đến hết ngày 31/5/2026, tại Sở Nội vụ (Cơ quan thường trực), tầng 2.",
                Some("Sở Nội vụ"),
            ),
            (
                "1. Trung tâm Hành chính công tỉnh tiếp nhận hồ sơ dự thi.",
                Some("Trung tâm Hành chính công tỉnh"),
            ),
            (
                "Điều 7. Thời gian, địa điểm nhận hồ sơ\n1. Địa điểm: Văn phòng Sở Y tế, số 1 phố Hoa.",
                Some("Văn phòng Sở Y tế"),
            ),
            ("1. Ban Thư ký giúp Ban Tổ chức tiếp nhận hồ sơ.", None),
            ("1. Báo cáo gửi về Sở Y tế trước ngày 1/2/2025.", None),
        ];
        for (source, expect) in rows {
            assert_eq!(value(receiving(&paper(source))).as_deref(), expect, "{source}");
        }
    }
}
