//! Where the money comes from (nguồn kinh phí): "ngân sách huyện", "tài trợ của các tổ chức, cá nhân".

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::outline::{Item, Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// The sources as papers call them, each up to where its name ends.
static SOURCE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(?<source>ngân sách( (nhà nước|trung ương|địa phương|các cấp|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|sự nghiệp( \S+){1,6}?|cấp (tỉnh|huyện|xã)|hằng năm|hàng năm|năm \d{4}))*|kinh phí của (các )?(liên hiệp|sở|hội|huyện|tỉnh|công ty|phòng|ban|bệnh viện|viện|doanh|đơn vị|cơ quan|địa phương|tổ chức|tác giả|nhà trường|trường)[^.;,:()]{0,60}|kinh phí (lồng ghép|đối ứng|sự nghiệp|khuyến|hoạt động|thường xuyên|chi thường xuyên|tự chủ|công đoàn|không tự chủ|giao tự chủ|được giao)[^.;,:()]{0,90}(, (sở|tỉnh đoàn|huyện đoàn|hội|liên đoàn|ban|phòng|ubnd)[^.;,:()]{2,60})*|(từ|bằng|sử dụng) dự toán( chi)?( ngân sách)?[^.;,:()]{0,70}|(tài trợ|hỗ trợ|đóng góp|ủng hộ|vận động|huy động|xã hội hóa)( \S+){0,2}? (của|từ)( các)?[^.;:()]{2,90}|(vận động |nguồn |kinh phí )?xã hội hóa|(nguồn )?(vận động|huy động) tài trợ|(huy động|vận động) (các |từ (các )?)?(doanh nghiệp|tổ chức|cá nhân|nhà|đơn vị|nguồn lực)[^.;:()]{2,80}|vốn (đối ứng|tự có|góp|đầu tư|huy động)[^.;,:()]{0,60}|tài chính (công đoàn|đoàn|hội)( phí)?|(các )?nhà tài trợ|(các )?nguồn( kinh phí| vốn| thu| tài chính| lực| tài trợ)?( huy động| thu)? (hợp pháp|khác)[^.;,:()]{0,40}|nguồn (thu|vốn|sự nghiệp|chi|đóng góp|ủng hộ|hoạt động)[^.;,:()]{0,60}|quỹ [^.;,:()]{3,70}|tài trợ)",
    )
});
/// A sentence outside the part on money that says where money comes from.
static TOLD: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\bkinh phí( \S+){0,14}? (được |do |lấy |trích |sử dụng |cân đối |bố trí |đảm bảo |bảo đảm )*(từ|bằng|trong|nguồn)\b|\bnguồn kinh phí\s*:",
    )
});
/// What only asks others to find the money.
static ASKED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(tham mưu|đề xuất|trình|phân bổ|thẩm định|hướng dẫn|chủ trì|phối hợp|lập dự toán|xây dựng dự toán|quyết toán)\b",
    )
});
/// Where the name of a source ends although no sign stands there.
static END: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(,| và) (các )?(nguồn|ngân sách|kinh phí|quỹ|tài trợ|đóng góp|huy động|vốn)\b|,? (và (các )?(nguồn|ngân|tài|kinh|huy|vận|hỗ|đóng|quỹ|nhà (tài|đầu|hảo))|theo|để|nếu|do|được|cấp cho|giao cho|bảo đảm|đảm bảo|phục vụ|cho (hội|cuộc|việc|hoạt)|trong (dự toán|phạm vi|nguồn)|nhằm|bố trí|trên cơ sở|hỗ trợ|thực hiện|chi trả|chi cho|là|phù hợp|trong,? (và )?ngoài|năm \d{4}|giai đoạn|\d+ (triệu|tỷ)|\d{1,3}\.\d{3})\b",
    )
});

/// The sources that a paper names, each once.
pub(crate) fn find(paper: &Paper) -> Vec<Stated<String>> {
    let text = paper.text();
    let mut sources: Vec<Stated<String>> = Vec::new();
    for item in paper.items() {
        let about = item.topic == Some(Topic::Budget) || is_under_heading(paper, item);
        for sentence in sentences(text, item.span) {
            if is_told(text, sentence, about) {
                add(text, sentence, &mut sources);
            }
        }
    }
    sources
}

/// Under "IH. KINH PHÍ", whose numeral a scan has spoilt.
fn is_under_heading(paper: &Paper, item: &Item) -> bool {
    static HEADING: LazyLock<Form> = LazyLock::new(|| Form::new(r"\bkinh phí( \S+){0,3}\W*$"));
    item.parent
        .map(|at| paper.items()[at].span)
        .is_some_and(|above| HEADING.fits(paper.text(), above) && is_all_caps(paper.text(), above))
}

fn is_told(text: &Text, sentence: Span, about: bool) -> bool {
    if about {
        return !ASKED.fits(text, Span::new(sentence.start, sentence.end.min(sentence.start + 80)));
    }
    let spoken = text.shadow(sentence).windows(8).any(|window| window == b"kinh phi");
    spoken && TOLD.fits(text, sentence)
}

fn add(text: &Text, sentence: Span, sources: &mut Vec<Stated<String>>) {
    let mut from = sentence.start;
    while let Some(found) = SOURCE.find(text, Span::new(from, sentence.end)) {
        let Some(span) = found.part("source") else { return };
        let end = END.find(text, span).map_or(span.end, |end| end.span().start);
        let span = text.trim(Span::new(span.start, end), b",-/\"");
        from = span.end.max(found.span().start + 1);
        let value = text.line(span);
        let small = value.to_lowercase();
        let known = |other: &Stated<String>| {
            let other = other.value.to_lowercase();
            other.contains(&small) || small.contains(&other)
        };
        if !sources.iter().any(known) && !is_bare(text, span) && !is_paid(text, sentence, span) {
            sources.push(Stated::new(value, span));
        }
    }
}

/// "Kinh phí hoạt động của Ban Tổ chức do … bảo đảm": what is paid for, not what pays.
fn is_paid(text: &Text, sentence: Span, span: Span) -> bool {
    static PAYS: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"\b(do|được|từ|lấy từ|sử dụng|bảo đảm|đảm bảo|thực hiện)\b"));
    span.start == sentence.start
        && text.shadow(span).starts_with(b"kinh phi")
        && PAYS.fits(text, sentence)
}

/// "dự toán", "nguồn thu", "ngân sách" alone say nothing.
fn is_bare(text: &Text, span: Span) -> bool {
    text.shadow(span).split(u8::is_ascii_whitespace).count() < 3
        && !matches!(text.folded(span).as_str(), "xa hoi hoa" | "tai tro")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    fn check(rows: &[(&str, &[&str])]) {
        for (source, expect) in rows {
            let found: Vec<String> =
                find(&paper(source)).into_iter().map(|one| one.value).collect();
            assert_eq!(found, *expect, "{source}");
        }
    }

    #[test]
    fn sources_of_money() {
        check(&[
            (
                "IV. KINH PHÍ\n1. Chi từ nguồn ngân sách huyện.\n2. Nguồn tài trợ của các tổ chức, cá nhân (nếu có).",
                &["ngân sách huyện", "tài trợ của các tổ chức, cá nhân"],
            ),
            (
                "IV. KINH PHÍ THỰC HIỆN\nKinh phí tổ chức Hội thi được bảo đảm từ nguồn kinh phí sự nghiệp khoa học và công nghệ tỉnh và các nguồn hợp pháp khác theo quy định.",
                &["kinh phí sự nghiệp khoa học và công nghệ tỉnh", "các nguồn hợp pháp khác"],
            ),
            (
                "1. Kinh phí tổ chức Hội thi do ngân sách tỉnh cấp và huy động từ các doanh nghiệp.",
                &["ngân sách tỉnh", "huy động từ các doanh nghiệp"],
            ),
            (
                "1. Kinh phí tổ chức Hội thi từ ngân sách tỉnh và tài trợ của doanh nghiệp.",
                &["ngân sách tỉnh", "tài trợ của doanh nghiệp"],
            ),
            (
                "1. Sở Tài chính tham mưu bố trí kinh phí tổ chức Hội thi từ ngân sách tỉnh.",
                &["ngân sách tỉnh"],
            ),
            (
                "V. KINH PHÍ\nTừ kinh phí lồng ghép của Tỉnh đoàn, Sở Y tế và các nhà tài trợ.",
                &["kinh phí lồng ghép của Tỉnh đoàn, Sở Y tế", "các nhà tài trợ"],
            ),
            (
                "V. KINH PHÍ\n- Ngân sách nhà nước năm 2025;\n- Kinh phí hoạt động thường xuyên của Liên hiệp hội;\n- Xã hội hóa.",
                &[
                    "Ngân sách nhà nước",
                    "Kinh phí hoạt động thường xuyên của Liên hiệp hội",
                    "Xã hội hóa",
                ],
            ),
            (
                "V. KINH PHÍ\nTừ nguồn xã hội hóa và đóng góp của đoàn viên, hội viên.",
                &["nguồn xã hội hóa", "đóng góp của đoàn viên, hội viên"],
            ),
        ]);
    }

    #[test]
    fn what_is_paid_for_and_who_is_asked() {
        check(&[
            ("V. KINH PHÍ\nSở Tài chính thẩm định dự toán kinh phí.", &[]),
            (
                "Điều 4. Kinh phí hoạt động của Ban Tổ chức do ngân sách tỉnh bảo đảm.",
                &["ngân sách tỉnh"],
            ),
            (
                "5. Kinh phí: từ nguồn sự nghiệp giáo dục; các cơ sở lồng ghép nguồn chi thường xuyên; các nhà tài trợ.",
                &["nguồn sự nghiệp giáo dục", "nguồn chi thường xuyên", "các nhà tài trợ"],
            ),
            (
                "V. KINH PHÍ\nDo ngân sách huyện cấp trong dự toán chi sự nghiệp và nguồn vận động tài trợ.",
                &["ngân sách huyện", "nguồn vận động tài trợ"],
            ),
            (
                "IH. KINH PHÍ\nTừ nguồn hoạt động Hội, tài chính công đoàn và huy động các doanh nghiệp trên địa bàn.",
                &[
                    "nguồn hoạt động Hội",
                    "tài chính công đoàn",
                    "huy động các doanh nghiệp trên địa bàn",
                ],
            ),
            (
                "V. KINH PHÍ\nKinh phí khuyến công năm 2025 và kinh phí của doanh nghiệp có giải pháp.",
                &["Kinh phí khuyến công", "kinh phí của doanh nghiệp có giải pháp"],
            ),
            ("1. Tuyên truyền sâu rộng.", &[]),
        ]);
    }
}
