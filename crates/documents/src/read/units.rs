//! Units (cơ quan, đơn vị) and people in office as papers name them, in lists and collectives.

mod joined;

use std::sync::LazyLock;

use super::casing;
use crate::read::form::{Form, MarkedForm};
use crate::read::text::{Span, Stated, Text};

/// What the name of a unit or office begins with.
const HEADS: &str = r"(ubnd|ủy ban|hđnd|hội đồng|ubmttq|mttq|mặt trận|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|sở|bộ (chỉ huy|tư lệnh|khoa|giáo|công|nội|y|quốc|văn|nông|tài|xây|tư|giao|lao|kế|thông)|ban (tổ|chỉ|giám|thư|quản|tuyên|dân|thường|chấp|đổi|cán|bảo|vận|chủ|điều|khoa|phong|thông|công|nghiên|biên|kinh|nội)|bch|btc|bgk|bqh|các ban|các cơ quan|các tổ chức|các đơn|các doanh|các sở|các phòng|các trường|các trung|các xã|các hội|các huyện|các thành|các ngành|các khoa|các viện|các chi|các tiểu|các địa|các đoàn|các cấp|các cụm|các khối|các bệnh|các công|các nhà|các hợp|các cá|các tập|các ông|các đồng|các thôn|các bộ|các báo|các liên|các đài|các tác|các giám|các ủy|các tổ|cơ quan|công an|công đoàn|công chức|công ty|cán bộ|người lao|giáo viên|giảng viên|sinh viên|học sinh|văn phòng|phòng|thường trực|trung tâm|trạm|trường|trưởng|phó|đại học|học viện|viện|bệnh viện|nhà (văn|thiếu|máy|xuất)|liên hiệp|liên đoàn|liên minh|hội (nông|phụ|cựu|khuyến|chữ|liên|khoa|kinh|kiến|tin|y|đông|luật|nhà|làm (đầu mối|tốt|việc)|bảo|người|sinh|thú|điện|cơ|cầu|vật|hóa|doanh|xây|nghệ|đồng)|hiệp hội|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|xã đoàn|phường đoàn|đoàn (thanh|tn|trường|khối|cơ|viên|xã|phường|các|thể|khoa)|đài|báo|tạp chí|tổng (công|liên|cục|giám|biên|thư)|cục|chi cục|vụ|kho bạc|ngân hàng|bảo hiểm|bưu điện|viễn thông|vnpt|viettel|điện lực|hợp tác xã|tổ (thư|giúp|chuyên|công|trưởng|cn|biên)|tiểu ban|thư ký|thành viên|toàn thể|thủ trưởng|giám đốc|chủ tịch|chánh|hiệu trưởng|viện trưởng|bí thư|ủy viên|ông|bà|đồng chí|đ/c|lãnh đạo|đơn vị|địa phương|chi (bộ|đoàn|hội)|khoa|bộ môn|quỹ|thôn|khu phố|tổ dân|doanh nghiệp|giám khảo|khối|cụm|quốc hội|nhà trường|nông trường|xí nghiệp|tập đoàn|chính quyền|các ủy|quản đốc|cổng (thông tin|ttđt|tt)|trang thông tin|ban biên tập|tòa soạn|tổng phụ trách|đại diện|câu lạc bộ|các (phân|nông|đội|câu|trạm|cửa|thầy|ấp|bản|khu|văn|cổng|học|đảng|lực|cơ sở|nghiệp)|phân (xưởng|viện|hiệu)|thư viện|bảo tàng|tổng đội|hạt (kiểm|quản)|đội (trưởng|quản)|kế toán)";

/// Words that part off what a unit does.
const VERBS: &str = r"(chủ trì|phối hợp|phối kết hợp|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|tổ chức|triển khai|chỉ đạo|đăng tải|đăng|tuyên truyền|xây dựng|tham mưu|thành lập|phân công|lập|cử|gửi|rà soát|tổng hợp|hướng dẫn|đôn đốc|kiểm tra|bố trí|phát động|vận động|thường xuyên|tiếp tục|tăng cường|căn cứ|thực hiện|quan tâm|chủ động|tích cực|tham gia|đưa|theo dõi|giám sát|cung cấp|tiếp nhận|nhận|thu nhận|báo cáo|hỗ trợ|khuyến khích|động viên|lựa chọn|chọn|giới thiệu|tạo điều kiện|lãnh đạo|huy động|đề xuất|thông báo|thông tin (tuyên truyền|về|rộng rãi|kịp thời|đến|cho)|chuẩn bị|cấp phát|cấp kinh phí|quyết định|thẩm định|đảm bảo|bảo đảm|nghiên cứu|hoàn thành|hoàn thiện|quán triệt|phổ biến|phê duyệt|ban hành|chấm|theo chức năng|theo nhiệm vụ|theo thẩm quyền|trên cơ sở|trong phạm vi|khẩn trương|nghiêm túc|kết hợp|mở|phát hành|phát phiếu|xem xét|đăng ký|nộp|viết|phân bổ|cân đối|hưởng ứng|đẩy mạnh|kịp thời|đã|đang|cần|phải|là|được|trình (ubnd|ủy ban|chủ tịch|ban|cấp|lãnh đạo|hội đồng|thường trực)|chuyển (hồ sơ|về|đến|cho)|thẩm tra|làm|quản lý|sử dụng|in|treo|xét|duyệt|bồi dưỡng|tập huấn|đề nghị|trực tiếp|tập trung|tư vấn|giúp|bám sát|thi hành|ký|kêu gọi|lồng ghép|phát hiện|biểu dương|tôn vinh|khen thưởng|trao|công bố|lưu trữ|bảo quản|mời|sẽ|hằng|hàng|duy trì|cập nhật|xử lý|bảo vệ|đánh giá|quyết toán|thanh toán|họp|phụ trách|điều hành|xuất bản|sản xuất|phát sóng|phản ánh|ưu tiên|dành|tuyển chọn|nêu|trong phạm vi|trong quá|trong thời|trong việc|trong công tác|trong suốt|từ nay|từ ngày|từ tháng|trước ngày|khi|để|nhằm|mỗi (đơn vị|trường|cơ sở|xã|phường)|có ít nhất|phấn đấu|thông qua)";

static HEAD: LazyLock<MarkedForm> = LazyLock::new(|| MarkedForm::new(&format!(r"^{HEADS}\b")));
static VERB: LazyLock<Form> = LazyLock::new(|| Form::new(&format!(r"[\s,;:)]{VERBS}\b")));
/// A verb that belongs to the name: "Ban tổ chức", "Hội đồng xét duyệt", "tổ giúp việc".
static NAMING: LazyLock<MarkedForm> = LazyLock::new(|| {
    MarkedForm::new(
        r"(^|\W)((ban|tiểu ban|tổ|hội đồng|hđ|quỹ|đội|nhóm|bộ phận|trung tâm|phòng|viện) (tổ chức|nghiên cứu|chỉ đạo|xét|xét duyệt|duyệt|chấm|giám sát|quản lý|thẩm định|tư vấn|điều hành|vận động|giúp|kiểm tra|đánh giá|tuyên truyền|tiếp nhận|hỗ trợ|thông tin|truyền thông|khen thưởng|bảo vệ|ký|đề nghị|làm|tuyển chọn)|(cơ quan|đơn vị|bộ phận) (chủ trì|phối hợp|thực hiện|tiếp nhận|quản lý|phụ trách|cấp|chuyển)|xét duyệt|thư ký|tổ chức (chính|xã|đoàn|hội|kinh|khoa|công|cơ|quần)|các tổ chức|tổng phụ trách|(kế hoạch|hành chính|tài chính|nghiệp vụ|nội dung|phòng|ban|tổ|khoa|vụ|bộ phận|nghiên cứu|thư ký)( -|,)? tổng hợp|(phòng|ban|tổ) (tổ chức|kiểm tra|quản lý|đào tạo|giám sát|điều hành|thanh tra)[^,;:]{0,16} (kiểm tra|giám sát|quản lý|đánh giá|bảo đảm|đảm bảo))$",
    )
});
static GAP: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(?<gap>\s*[;,]\s*(và )?|\s+(và|cùng|cùng với)\s+|\s+-\s+)"));
static WHOLE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^((các |toàn thể |những )?(ban|ngành|đoàn thể|sở|hội|cơ quan|đơn vị|phòng|tổ chức|doanh nghiệp|xã|phường|thị trấn|huyện|thị xã|thành phố|quận|đặc khu|địa phương|cá nhân|viên chức|người lao động|công chức|học sinh|sinh viên|khu phố|thôn|ấp|bản|trung tâm|hợp tác xã|trường học|chi cục|khoa|bệnh viện|viện|giảng viên|công nhân|chi nhánh|khối|cụm|phân xưởng|công trường|nhà máy|xí nghiệp|đội|tổ|trạm|khu)\b(?<rest>.*))",
    )
});
static COLLECTIVE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^((trưởng|thủ trưởng|giám đốc|hiệu trưởng|quản đốc|chánh|bí thư|tổ trưởng|lãnh đạo|người đứng đầu|chủ tịch|đề nghị) )?(các|toàn thể|mọi|những)\b",
    )
});
static FRESH: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^((các|toàn thể|mọi|những|thủ trưởng|giám đốc|chủ tịch|trưởng|chánh|công chức|cán bộ|ubnd|ủy ban|hđnd|lãnh đạo|đề nghị|liên đoàn|liên hiệp|liên minh|hội (nông|phụ|cựu|liên|khuyến|đồng)|mặt trận|ubmttq|công an|đài|báo|văn phòng|công đoàn|đoàn thanh|bch|bộ chỉ|ban chỉ|ban tổ|ban tuyên|ban dân)\b)",
    )
});
static NAMED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(?<head>(các )?(ubnd (các )?(xã|phường|huyện|thị trấn|thị xã|thành phố|quận)|ủy ban nhân dân (các )?(xã|phường|huyện|thị trấn|thị xã|thành phố|quận)|trường (thpt|thcs|tiểu học|mầm non|đại học|cao đẳng|trung cấp)|công ty (cổ phần|tnhh)|bệnh viện|trạm y tế|công an (xã|phường|huyện)|giám đốc (các )?sở|trưởng (các )?phòng|(các )?sở|(các )?phòng|chủ tịch ubnd (các )?(xã|phường|huyện)))\s*(?<colon>:)?\s+(?<name>\S.*)",
    )
});
/// Longest stretch before the verb that can still be a list of units.
const LONGEST: usize = 700;

/// Whether the stretch begins as the name of a unit or office does.
pub(crate) fn begins(text: &Text, span: Span) -> bool {
    let shadow = text.shadow(span);
    let none = shadow.starts_with(b"bao cao") || shadow.starts_with(b"khoa hoc");
    !none && (HEAD.fits(text, span) || begins_in_place(text, span))
}

/// "Phòng …" in capitals is a unit, "phòng chống" is not; places stand for their committees.
fn begins_in_place(text: &Text, span: Span) -> bool {
    static PLACE: LazyLock<MarkedForm> =
        LazyLock::new(|| MarkedForm::new(r"^(các )?(tỉnh|thành phố|huyện|thị xã|quận)\b"));
    PLACE.fits(text, span)
}

/// The first verb after a list of units: where the list ends and what they do begins.
pub(crate) fn predicate(text: &Text, sentence: Span) -> Option<usize> {
    let near = Span::new(sentence.start, sentence.end.min(sentence.start + LONGEST));
    let mut from = near.start;
    while let Some(found) = VERB.find(text, Span::new(from, near.end)) {
        let verb = Span::new(found.span().start + 1, found.span().end);
        if is_verb(text, near, verb) {
            return Some(verb.start);
        }
        from = verb.start;
    }
    None
}

fn is_verb(text: &Text, sentence: Span, verb: Span) -> bool {
    let before = Span::new(sentence.start, verb.start);
    let named = Span::new(sentence.start, verb.end);
    let member = text.shadow(Span::new(verb.start, sentence.end)).starts_with(b"la thanh vien");
    !text.is_upper(verb.start)
        && has_marks_of_verb(text, verb)
        && !unbalanced(text, before)
        && !NAMING.fits(text, named)
        && !member
}

/// "từ" is a verb of the list, "tư" in "Đầu tư" is not.
fn has_marks_of_verb(text: &Text, verb: Span) -> bool {
    static MARKED: LazyLock<MarkedForm> = LazyLock::new(|| MarkedForm::new(&format!("^{VERBS}$")));
    let near = Span::new(verb.start.saturating_sub(30), verb.end);
    !text.has_marks(near) || MARKED.marks_fit(text, verb)
}

/// Whether a bracket is open at the end of a stretch.
fn unbalanced(text: &Text, span: Span) -> bool {
    let shadow = text.shadow(span);
    let count = |byte: u8| shadow.iter().filter(|other| **other == byte).count();
    count(b'(') > count(b')')
}

/// The units of a list, each as one names it: "Các sở, ban, ngành tỉnh và UBND các xã" are two.
pub(crate) fn list(text: &Text, span: Span) -> Vec<Stated<String>> {
    let span = text.trim(span, b",;:.-");
    let span = after_collective_label(text, span);
    let mut parts: Vec<Span> = Vec::new();
    for part in parts_of(text, span) {
        match parts.last_mut() {
            Some(last) if !stands_alone(text, *last, part) => last.end = part.end,
            _ => parts.push(part),
        }
    }
    let mut units = Vec::new();
    for part in parts {
        distribute(text, part, &mut units);
    }
    units
}

/// "Các đơn vị: Phòng A, Phòng B" are A and B.
fn after_collective_label(text: &Text, span: Span) -> Span {
    static LABEL: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(đề nghị )?(các|một số) (đơn vị|cơ quan|phòng|phòng ban|phòng, ban|sở|sở, ngành|ngành|cơ quan, đơn vị|ông \(bà\)|ông, bà|đồng chí)( sau| liên quan| khác)?\s*:\s*",
        )
    });
    LABEL.find(text, span).map_or(span, |label| Span::new(label.span().end, span.end))
}

/// "Các đơn vị", "Các phòng, ban": a label that only announces the units after its colon.
pub(crate) fn is_collective_label(text: &Text, label: Span) -> bool {
    static LABEL: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(các|một số) (đơn vị|cơ quan|phòng|phòng ban|phòng, ban|sở|sở, ngành|ngành|cơ quan, đơn vị|ông \(bà\)|ông, bà|đồng chí)( sau| liên quan| khác)?$",
        )
    });
    LABEL.fits(text, label)
}

/// Pieces between commas, semicolons and "và", brackets kept whole.
fn parts_of(text: &Text, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for gap in GAP.all(text, span) {
        let gap = gap.span();
        if gap.start < start || unbalanced(text, Span::new(start, gap.start)) {
            continue;
        }
        parts.push(Span::new(start, gap.start));
        start = gap.end;
    }
    parts.push(Span::new(start, span.end));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a piece names a unit of its own rather than more of the one before.
fn stands_alone(text: &Text, before: Span, part: Span) -> bool {
    let semicolon = text.shadow(Span::new(before.end, part.start)).contains(&b';');
    if semicolon {
        return begins(text, part) || text.is_upper(part.start);
    }
    let couple = text.shadow(before).ends_with(b"ong") && text.shadow(part).starts_with(b"ba");
    if couple || joined::is_joined(text, before, part) || !begins(text, part) {
        return false;
    }
    let collective = COLLECTIVE.fits(text, before);
    let dash = text.shadow(Span::new(before.end, part.start)).contains(&b'-');
    if collective && !text.is_upper(part.start) {
        return FRESH.fits(text, part);
    }
    !dash && (text.is_upper(part.start) || FRESH.fits(text, part) || !WHOLE.fits(text, part))
}

/// "UBND huyện A và thành phố B": the head goes to each place.
fn places_of(text: &Text, part: Span, units: &mut Vec<Stated<String>>) -> bool {
    static PLACES: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(?<head>(chủ tịch )?(ubnd|ủy ban nhân dân)) (?<names>(huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu) .+)$",
        )
    });
    static PLACE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^(huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu) (?<name>\S)")
    });
    let Some(found) = PLACES.find(text, part) else { return false };
    let (Some(head), Some(names)) = (found.part("head"), found.part("names")) else { return false };
    let named = |place: Span| {
        let name = PLACE.find(text, place).and_then(|found| found.part("name"));
        name.is_some_and(|name| text.is_upper(name.start))
    };
    let places = parts_of(text, text.trim(names, b":;,."));
    if places.len() < 2 || !places.iter().all(|place| named(*place)) {
        return false;
    }
    let head = text.line(head);
    let each = |place: &Span| Stated::new(format!("{head} {}", text.line(*place)), *place);
    units.extend(places.iter().map(each));
    true
}

/// "Liên hiệp Hội (Cơ quan thường trực)" without what the bracket adds.
fn without_note(text: &Text, part: Span) -> Span {
    let shadow = text.shadow(part);
    let open = shadow.iter().position(|byte| *byte == b'(').filter(|open| *open > 5);
    match open {
        Some(open) if shadow.trim_ascii_end().ends_with(b")") => {
            text.trim(Span::new(part.start, part.start + open), b"")
        }
        _ => part,
    }
}

/// "UBND các huyện: A, B và C" and "Trường THPT A và B": the head goes to each name.
fn distribute(text: &Text, part: Span, units: &mut Vec<Stated<String>>) {
    let part = without_note(text, part);
    if places_of(text, part, units) {
        return;
    }
    let whole = || Stated::new(text.line(text.trim(part, b",;:.")), part);
    let Some(found) = NAMED.find(text, part) else {
        units.push(whole());
        return;
    };
    let (Some(head), Some(names)) = (found.part("head"), found.part("name")) else { return };
    let named_apart = found.part("colon").is_some();
    let parts = names_of(text, text.trim(names, b":;,."));
    let proper = parts.iter().all(|name| text.is_upper(name.start));
    if parts.len() < 2 || !proper || (is_department(text, head) && !named_apart) {
        units.push(whole());
        return;
    }
    let head = text.line(text.trim(head, b":")).replace(" các ", " ");
    let head = head
        .strip_prefix("Các ")
        .or_else(|| head.strip_prefix("các "))
        .map_or(head.clone(), capitalised);
    units.extend(
        parts.iter().map(|name| Stated::new(format!("{head} {}", text.line(*name)), *name)),
    );
}

/// "Khoa học và Công nghệ" is one department, "Y tế và Nội vụ" are two.
fn names_of(text: &Text, names: Span) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    for part in parts_of(text, names) {
        match parts.last_mut() {
            Some(last) if casing::is_phrase(&text.line(last.to(part))) => last.end = part.end,
            _ => parts.push(part),
        }
    }
    parts
}

fn is_department(text: &Text, head: Span) -> bool {
    static DEPARTMENT: LazyLock<Form> = LazyLock::new(|| Form::new(r"(sở|phòng)\W*$"));
    DEPARTMENT.fits(text, head)
}

/// With its first letter in upper case.
pub(crate) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
