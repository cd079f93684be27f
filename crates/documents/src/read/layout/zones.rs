//! Head, body, end and annexes.

use std::ops::Range;
use std::sync::LazyLock;

use super::lines::{Line, is_all_caps};
use crate::read::form::Form;
use crate::read::text::Text;
use crate::read::units;

/// Lines in which a head is looked for; the longest seen has addressees on twenty lines.
const HEAD: usize = 60;
/// Longest line of a title or of an addressee.
const SHORT: usize = 150;
/// Most lines of a signature block above "Nơi nhận".
const SIGNATURE: usize = 12;

/// A line that is the name of a kind of paper.
pub(crate) static TITLE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(dự thảo )?(kế hoạch|quyết định|thông báo|thể lệ|thẻ lệ|quy chế|điều lệ|quy định|tờ trình|báo cáo|biên bản|giấy mời|hướng dẫn|chương trình|nghị quyết|chỉ thị|công điện|thông cáo|giấy triệu tập|thư mời)\b",
    )
});
static ADDRESSED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(trân trọng )?kính (gửi|giri|gởi|mời)\b"));
static OPENING: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(căn cứ|xét( đề nghị| tờ trình)?|thực hiện (quyết|kế|công|chỉ|nghị|thông|văn|sự|chương|hướng|thể|luật|ý kiến|chức năng|nhiệm vụ)|để|nhằm|theo|triển khai (quyết|kế|công|chỉ|nghị|thông|văn|chương)|ngày \d{1,2}|hôm nay|tiếp theo|vừa qua|trong (thời gian|những|năm|quá trình)|hội thi|cuộc thi|được sự|sau khi|phúc đáp|hưởng ứng|trân trọng|kính mời|ban tổ chức (hội|cuộc) thi .{0,80}(thông báo|đề nghị|ban hành|xây dựng|kính)|(ủy ban nhân dân|ubnd|liên hiệp các hội|sở|bộ) .{0,120}(ban hành|xây dựng|đề nghị|thông báo|báo cáo|kính))\b",
    )
});
static MARKED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(điều \d+|(phần|chương) ([ivx]+|\d+|thứ)\b|[ivx]{1,5}\s*[.:/)-]\s|[a-h][.)]\s|\d{1,2}(\.\d{1,2})*\s*[.)]\s*[a-z]|mục (\d|[ivx])|(thời gian|địa điểm|thành phần)\b[^:]{0,30}:)",
    )
});
static RECIPIENTS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*n[ơo]i\s*nh[aậ]n\s*([:.;-]|$|\s{3}|(tm|kt|tl|tuq)\s*\.)"));
static SIGNED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*((tm|kt|tl|tuq|q)\s*[./]\s*[a-z]|(t/m|k/t)\s*\.?\s*[a-z]|(phó )?(chủ tịch|giám đốc|tổng giám đốc|trưởng ban|trưởng phòng|chánh văn phòng|hiệu trưởng|viện trưởng|bí thư|bộ trưởng|thứ trưởng|cục trưởng|chi cục trưởng|thủ trưởng|chủ tọa|thư ký|tổng thư ký|chỉ huy trưởng|trưởng đoàn|trưởng khoa|người ghi)\b)",
    )
});
static ANNEX: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(phụ lục|danh sách|biểu mẫu|mẫu (số )?\d|phiếu (đăng ký|dự thi)|bản mô tả|cộng h[òo]a x[ãa] h[ộo]i ch[ủu] ngh[ĩi]a|\(?(ban hành )?kèm theo)\b",
    )
});

/// Where the parts of a paper begin, in lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zones {
    body: usize,
    tail: usize,
    annex: usize,
    end: usize,
}

impl Zones {
    pub(super) fn head(self) -> Range<usize> {
        0..self.body
    }

    pub(super) fn body(self) -> Range<usize> {
        self.body..self.tail
    }

    pub(super) fn tail(self) -> Range<usize> {
        self.tail..self.annex
    }

    pub(super) fn annex(self) -> Range<usize> {
        self.annex..self.end
    }
}

pub(super) fn find(text: &Text, lines: &[Line]) -> Zones {
    let end = lines.len();
    let body = body(text, lines);
    let tail = tail(text, lines, body);
    let annex = (tail + 1..end).find(|&at| opens_annex(text, lines, at)).unwrap_or(end);
    Zones { body, tail, annex, end }
}

fn fits(form: &Form, text: &Text, lines: &[Line], at: usize) -> bool {
    form.fits(text, lines[at].span)
}

fn opens_annex(text: &Text, lines: &[Line], at: usize) -> bool {
    let titled = fits(&TITLE, text, lines, at) && is_all_caps(text, lines[at].span);
    titled || fits(&ANNEX, text, lines, at)
}

fn body(text: &Text, lines: &[Line]) -> usize {
    let near = lines.len().min(HEAD);
    let title = (0..near).find(|&at| is_title(text, lines, at));
    let from = title.unwrap_or(0);
    let addressed = (from..near.min(from + 25)).find(|&at| fits(&ADDRESSED, text, lines, at));
    match (addressed, title) {
        (Some(at), _) => after_addressees(text, lines, at),
        (None, Some(at)) => after_subject(text, lines, at),
        (None, None) => (0..near).find(|&at| opens_body(text, lines, at)).unwrap_or(0),
    }
}

/// A title stands alone in capitals; "Thông báo" at the head of a sentence is none.
fn is_title(text: &Text, lines: &[Line], at: usize) -> bool {
    fits(&TITLE, text, lines, at)
        && (is_all_caps(text, lines[at].span) || lines[at].span.len() <= "Quyết định".len())
}

fn after_addressees(text: &Text, lines: &[Line], at: usize) -> usize {
    let mut next = at + 1;
    while next < lines.len() && is_addressee(text, lines, next) {
        next += 1;
    }
    next
}

/// A bullet, what follows a semicolon, or the wrapped rest of the line above.
fn is_addressee(text: &Text, lines: &[Line], at: usize) -> bool {
    let (line, above) = (lines[at], lines[at - 1]);
    let first = text.byte(line.span.start).unwrap_or(b' ');
    let open = matches!(text.byte(above.span.end - 1), Some(b';' | b',' | b':'));
    let wraps = |c: char| c.is_lowercase() || c == '(';
    let wrapped = text.char(line.span.start).is_some_and(wraps) && !line.after_gap;
    let short = line.span.len() < SHORT;
    short
        && (matches!(first, b'-' | b'*' | b'+')
            || (open && is_numbered_unit(text, line))
            || (open && !opens_body(text, lines, at))
            || wrapped)
}

/// "1. Sở Y tế;" under "Kính gửi:", not "1. Sở Y tế: tuyên truyền".
fn is_numbered_unit(text: &Text, line: Line) -> bool {
    static NUMBERED: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^\d{1,2}\s*[.)]\s*(?<unit>[^:]{3,140})[;.,]$"));
    let unit = NUMBERED.find(text, line.span).and_then(|found| found.part("unit"));
    unit.is_some_and(|unit| units::begins(text, unit) && units::predicate(text, unit).is_none())
}

fn after_subject(text: &Text, lines: &[Line], at: usize) -> usize {
    let mut next = at + 1;
    if next < lines.len() && !fits(&MARKED, text, lines, next) && !is_citation(text, lines, next) {
        next += 1;
    }
    while next < lines.len()
        && (!opens_body(text, lines, next) || continues_subject(text, lines, next))
    {
        next += 1;
    }
    next
}

/// "… thành viên Ban Tổ chức" / "Hội thi Sáng tạo kỹ thuật tỉnh …": the contest ends its subject.
fn continues_subject(text: &Text, lines: &[Line], at: usize) -> bool {
    static CONTEST: LazyLock<Form> = LazyLock::new(|| Form::new(r"^(hội|cuộc) thi\b"));
    let ended = matches!(text.byte(lines[at - 1].span.end - 1), Some(b'.' | b':' | b';' | b')'));
    let short = lines[at].span.len() < SHORT && lines[at - 1].span.len() < SHORT;
    fits(&CONTEST, text, lines, at) && !lines[at].after_gap && !ended && short
}

fn is_citation(text: &Text, lines: &[Line], at: usize) -> bool {
    text.shadow(lines[at].span).starts_with(b"can cu")
}

fn opens_body(text: &Text, lines: &[Line], at: usize) -> bool {
    let line = lines[at];
    let capital = text.is_upper(line.span.start) && !is_all_caps(text, line.span);
    fits(&MARKED, text, lines, at)
        || line.span.len() > SHORT
        || (capital
            && (fits(&OPENING, text, lines, at) || (line.after_gap && line.span.len() > 90)))
        || (line.after_gap && matches!(text.byte(line.span.start), Some(b'-' | b'+')))
}

fn tail(text: &Text, lines: &[Line], body: usize) -> usize {
    let recipients = (body..lines.len()).find(|&at| fits(&RECIPIENTS, text, lines, at));
    match recipients {
        Some(at) => with_signature_above(text, lines, body, at),
        None => unaddressed_signature(text, lines, body),
    }
}

/// Recipients may stand under the signature block.
fn with_signature_above(text: &Text, lines: &[Line], body: usize, recipients: usize) -> usize {
    let earliest = recipients.saturating_sub(SIGNATURE).max(body);
    let signed = (earliest..recipients).find(|&at| is_signature(text, lines, at));
    signed
        .filter(|&at| (at..recipients).all(|at| text.line(lines[at].span).len() < 120))
        .unwrap_or(recipients)
}

fn unaddressed_signature(text: &Text, lines: &[Line], body: usize) -> usize {
    let latest = (body..lines.len()).rev().take(SIGNATURE * 2);
    let signed: Vec<usize> = latest.filter(|&at| is_signature(text, lines, at)).collect();
    let Some(&last) = signed.first() else { return lines.len() };
    let together = signed
        .iter()
        .zip(signed.iter().skip(1))
        .take_while(|(later, earlier)| *later - *earlier <= 3);
    together.last().map_or(last, |(_, earlier)| *earlier)
}

fn is_signature(text: &Text, lines: &[Line], at: usize) -> bool {
    let cells = super::lines::cells(text, &lines[at..=at]);
    cells.iter().any(|cell| SIGNED.fits(text, *cell) && is_all_caps(text, *cell))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::read::normalise::normalise;

    /// First lines of body and tail.
    fn zones(source: &str) -> (String, String, String) {
        let text = Text::new(normalise(source));
        let lines = lines(&text);
        let zones = find(&text, &lines);
        let line = |at: usize| lines.get(at).map_or(String::new(), |line| text.line(line.span));
        (line(zones.body), line(zones.tail), line(zones.annex))
    }

    #[test]
    fn a_dispatch() {
        let source = "UBND HUYỆN A\nSố: 1/UBND\nV/v triển khai\n\nKính gửi:\n- Các phòng;\n- UBND các xã.\n\nThực hiện Kế hoạch số 2/KH-UBND.\n1. Làm việc này.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê A\nNơi nhận:\n- Như trên;\nPHỤ LỤC\nBảng";
        assert_eq!(
            zones(source),
            (
                "Thực hiện Kế hoạch số 2/KH-UBND.".into(),
                "TM. ỦY BAN NHÂN DÂN".into(),
                "PHỤ LỤC".into()
            )
        );
    }

    #[test]
    fn a_plan() {
        let source = "KẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật tỉnh A\nlần thứ 5\nCăn cứ Quyết định số 1;\nI. MỤC ĐÍCH\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC";
        assert_eq!(
            zones(source),
            ("Căn cứ Quyết định số 1;".into(), "Nơi nhận:".into(), String::new())
        );
    }

    #[test]
    fn no_recipients() {
        let source = "QUYẾT ĐỊNH\nVề việc lập Hội đồng\nĐiều 1. Lập Hội đồng.\nĐiều 2. Hiệu lực.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần B";
        assert_eq!(
            zones(source),
            ("Điều 1. Lập Hội đồng.".into(), "KT. CHỦ TỊCH".into(), String::new())
        );
    }
}
