//! The name of a body (cơ quan, tổ chức) in running text: where it begins and where it ends.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// Longest name.
const LONGEST: usize = 140;

static HEAD: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(cơ quan thường trực|liên hiệp (các )?hội|liên hiệp khoa học|lhh|liên đoàn lao động|sở|ban (tổ chức|chỉ đạo|thư ký|giám hiệu|quản lý|chấp hành|thường vụ|dân vận|tuyên giáo|khoa học|chủ nhiệm|chỉ huy)|btc|phòng|văn phòng|trung tâm|ủy ban|ubnd|hđnd|ubmttq|hội đồng|hội (nông dân|liên hiệp|cựu chiến binh|khuyến học|khoa học|chữ thập)|quỹ hỗ trợ|tỉnh đoàn|huyện đoàn|thành đoàn|thị đoàn|đoàn (thanh niên|tncs|trường|khối|xã|phường)|trường|chi cục|cục|viện|học viện|đại học|tổ (thư ký|giúp việc|công tác|công nghệ)|công ty|tổng công ty|tập đoàn|bộ phận|bộ (khoa học|giáo dục|chỉ huy)|đài phát thanh|đài truyền|đài pt|công an|công đoàn|khoa|vụ (khoa học|tổ chức|kế hoạch|pháp chế|thi đua|công nghệ|giáo dục)|nhà (máy|thiếu nhi|văn hóa)|cung thiếu nhi|bệnh viện|hợp tác xã|thư viện|thường trực ban tổ chức)\b",
    )
});
/// Where a name may end.
static CUT: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"[.;:()|\x22/]|\s+số\s+\d|\s{2,}|\n|\s*,\s*|\s+-|-\s+|\s(?<word>và|để|theo|trước|từ|đến|đề nghị|qua|thông qua|bằng|là|làm|chủ trì|phối hợp|tổng hợp|tham mưu|có|về|trong|tại|trên|cho|hoặc|khi|nếu|với|do|được|sẽ|đồng thời|nhằm|chịu|hướng dẫn|thực hiện|triển khai|ban hành|tiếp nhận|giúp|thường xuyên|ngày|vào|muộn nhất|chậm nhất|gửi|nộp|liên hệ|kèm|thông báo|báo cáo|đôn đốc|giao|số|sđt|đt|điện thoại|email|địa chỉ|website|gặp|chậm|xem xét|trình|trực tiếp|sau khi|như|cùng|đặt|nhận|thời gian|hạn|ông|bà|đồng chí|cử)\b",
    )
});
/// "P. Kinh tế", "TP. Bắc An": the full stop of an abbreviation.
static SHORTENED: LazyLock<Form> = LazyLock::new(|| Form::new(r"(^|\W)(tp|p|tt|tx|h|q|x)$"));
/// What a dash inside a name is followed by.
static HYPHENED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(thông tin|thể thao|thương binh|xã hội|truyền thông|kế hoạch|hạ tầng|kỹ thuật|đô thị|du lịch|khoa học|công nghệ|môi trường|tin học|tổng hợp|gia đình|hướng nghiệp|ubnd)\b",
    )
});
/// After a comma or "và": no part of the name, whatever its first letter.
static OTHER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(các|những|toàn thể|một số|gửi|báo cáo|thông báo|email|số|điện thoại|đt|tầng|tòa nhà|đường|khu|tổ|địa chỉ|trụ sở|nhà|tỉnh|thành phố|phường|xã|huyện|hotline|tel|fax|website|cá nhân)\b",
    )
});
static COUPLED: LazyLock<Form> = LazyLock::new(|| Form::new(r"^[^,;.:()]{2,40}? (và|&) "));

/// The names in a stretch, one after the other.
pub(in crate::read::facts) fn all(text: &Text, within: Span) -> Vec<Span> {
    let mut names = Vec::new();
    let mut from = within.start;
    while let Some(head) = next_head(text, Span::new(from, within.end)) {
        let name = extent(text, head, within.end);
        from = name.end.max(head.end);
        names.push(name);
    }
    names
}

/// The name with which a stretch begins.
pub(in crate::read::facts) fn at(text: &Text, within: Span) -> Option<Span> {
    let within = text.trim(within, b"\"");
    let head = next_head(text, within).filter(|head| head.start == within.start)?;
    Some(extent(text, head, within.end))
}

/// The name with which a stretch ends.
pub(in crate::read::facts) fn reaching(text: &Text, within: Span) -> Option<Span> {
    let within = text.trim(within, b"\"(,-");
    let near = Span::new(within.start.max(within.end.saturating_sub(LONGEST)), within.end);
    all(text, near).into_iter().find(|name| name.end == within.end)
}

fn next_head(text: &Text, within: Span) -> Option<Span> {
    HEAD.all(text, within).map(|head| head.span()).find(|head| is_head(text, *head))
}

/// "Phòng Kinh tế", "phòng Kinh tế", but not "phòng chống", nor what only looks like a head without
/// its marks.
fn is_head(text: &Text, head: Span) -> bool {
    let capital = text.is_upper(head.start) || text.is_upper(head.end + 1);
    let numbered = text.byte(head.end + 1).is_some_and(|byte| byte.is_ascii_digit());
    !numbered && !is_lookalike(text, head) && (capital || text.shadow(head).starts_with(b"co quan"))
}

/// "Số", "viên", "Trưởng", "Cúc": heads of one syllable are told by their marks where there are any.
fn is_lookalike(text: &Text, head: Span) -> bool {
    const SHORT: [(&str, &[u8]); 6] = [
        ("sở", b"so"),
        ("phòng", b"phong"),
        ("trường", b"truong"),
        ("cục", b"cuc"),
        ("viện", b"vien"),
        ("khoa", b"khoa"),
    ];
    let Some((word, _)) = SHORT.iter().find(|(_, bare)| text.shadow(head) == *bare) else {
        return false;
    };
    let near = Span::new(head.start.saturating_sub(16), (head.end + 16).min(text.len()));
    let marked = text.has_marks(near) || !text.raw(head).is_ascii();
    marked && text.raw(head).to_lowercase() != *word
}

fn extent(text: &Text, head: Span, limit: usize) -> Span {
    let rest = Span::new(head.end, limit.min(head.start + LONGEST));
    let cut = CUT.all(text, rest).find(|cut| {
        let after = Span::new(cut.span().end, rest.end);
        match cut.part("word") {
            Some(word) => word_ends(text, word, after),
            None => sign_ends(text, cut.span(), after),
        }
    });
    let end = cut.map_or(rest.end, |cut| cut.span().start);
    text.trim(Span::new(head.start, end), b",-\"*")
}

fn word_ends(text: &Text, word: Span, after: Span) -> bool {
    if text.is_upper(word.start) {
        return false;
    }
    if text.shadow(word) != b"va" {
        return true;
    }
    let after = text.trim(after, b"");
    OTHER.fits(text, after) || next_head(text, after).is_some_and(|head| head.start == after.start)
}

/// "Quỹ Hỗ trợ Sáng tạo (VIFOTEC)": either bracket.
fn is_acronym(text: &Text, bracket: Span, after: Span) -> bool {
    let open = text.byte(bracket.start) == Some(b'(');
    let near = if open {
        Span::new(bracket.end, after.end.min(bracket.end + 14))
    } else {
        Span::new(bracket.start.saturating_sub(13), bracket.end)
    };
    static ACRONYM: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"(?<letters>^[a-z]{3,12}\)|\([a-z]{3,12}\)$)"));
    let letters = ACRONYM.find(text, near).and_then(|found| found.part("letters"));
    letters.is_some_and(|letters| text.raw(letters).chars().all(|c| !c.is_lowercase()))
}

fn sign_ends(text: &Text, sign: Span, after: Span) -> bool {
    let signs = text.shadow(sign);
    if let [b'(' | b')'] = signs {
        return !is_acronym(text, sign, after);
    }
    let after = text.trim(after, b"");
    if signs.contains(&b'.') {
        let before = Span::new(sign.start.saturating_sub(3), sign.start);
        return !SHORTENED.fits(text, before);
    }
    if signs.contains(&b'-') {
        return !(text.is_upper(after.start) && HYPHENED.fits(text, after));
    }
    let another = next_head(text, after).is_some_and(|head| head.start == after.start);
    !(signs.contains(&b',')
        && text.is_upper(after.start)
        && !another
        && !OTHER.fits(text, after)
        && COUPLED.fits(text, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn names_end_where_they_end() {
        let rows: [(&str, &[&str]); 13] = [
            ("gửi về Sở Khoa học và Công nghệ để tổng hợp", &["Sở Khoa học và Công nghệ"]),
            ("phòng Kinh tế và Hạ tầng:", &["phòng Kinh tế và Hạ tầng"]),
            (
                "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
                &["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
            ),
            (
                "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh - Cơ quan Thường trực Ban Tổ chức",
                &["Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", "Cơ quan Thường trực Ban Tổ chức"],
            ),
            ("Liên hiệp các Hội KH&KT tỉnh, số 12 đường A", &["Liên hiệp các Hội KH&KT tỉnh"]),
            (
                "Phòng Văn hóa - Thông tin thành phố (tầng 2)",
                &["Phòng Văn hóa - Thông tin thành phố"],
            ),
            ("Ban Tổ chức Hội thi (qua Văn phòng Sở)", &["Ban Tổ chức Hội thi", "Văn phòng Sở"]),
            (
                "Tỉnh đoàn và Liên đoàn Lao động tỉnh chủ trì",
                &["Tỉnh đoàn", "Liên đoàn Lao động tỉnh"],
            ),
            ("Phòng P. Kinh tế TP. Sao Mai, địa chỉ", &["Phòng P. Kinh tế TP. Sao Mai"]),
            ("phòng chống dịch, số điện thoại 0912", &[]),
            (
                "Trung tâm Phát triển Khoa học, Công nghệ và Đổi mới sáng tạo từ ngày 1",
                &["Trung tâm Phát triển Khoa học, Công nghệ và Đổi mới sáng tạo"],
            ),
            ("gửi Quỹ Hỗ trợ Sáng tạo (SAOMAI), số 5 (tầng 2)", &["Quỹ Hỗ trợ Sáng tạo (SAOMAI)"]),
            ("Chuyên viên Phòng Nội vụ huyện Sao Mai", &["Phòng Nội vụ huyện Sao Mai"]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let names: Vec<&str> =
                all(&text, text.whole()).into_iter().map(|name| text.raw(name)).collect();
            assert_eq!(names, expect, "{source}");
        }
    }
}
