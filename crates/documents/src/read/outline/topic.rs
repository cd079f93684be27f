//! What a heading says that its part is about.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Text};
use crate::read::units;

/// What a part of a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Mục đích, yêu cầu.
    Purpose,
    /// Nội dung.
    Content,
    /// Thời gian, tiến độ.
    Timeline,
    /// Tổ chức thực hiện, phân công nhiệm vụ.
    Implementation,
    /// Lĩnh vực dự thi.
    Fields,
    /// Đối tượng, điều kiện dự thi.
    Eligibility,
    /// Hồ sơ dự thi.
    Dossier,
    /// Giải thưởng, khen thưởng.
    Prizes,
    /// Kinh phí.
    Budget,
    /// Chế độ báo cáo.
    Reporting,
    /// Chấm thi, tiêu chí.
    Judging,
    /// Tuyên truyền.
    Publicity,
    /// Ban Tổ chức, Hội đồng: who they are.
    Members,
    /// Liên hệ.
    Contact,
}

/// Tried in order: the first that fits is the topic.
static TOPICS: LazyLock<Vec<(Topic, Form)>> = LazyLock::new(|| {
    let form = |topic, pattern| (topic, Form::new(pattern));
    vec![
        form(
            Topic::Reporting,
            r"^(chế độ|công tác|về|thông tin,?|tổng hợp,?)?\s*(thông tin,? )?báo cáo( định kỳ)?$|^chế độ .{0,30}báo cáo|báo cáo (cần )?(tập trung|gồm|nêu)|^nội dung báo cáo",
        ),
        form(
            Topic::Budget,
            r"(^|\W)(kinh phí|nguồn kinh phí|tài chính)( (tổ chức|thực hiện|hội thi|hoạt động|cho|và).{0,60})?$|^(nguồn )?kinh phí",
        ),
        form(
            Topic::Prizes,
            r"(cơ cấu|số lượng|mức|các|về)?\s*giải thưởng|cơ cấu giải|^khen thưởng|khen thưởng$|^giải (tập thể|cá nhân)",
        ),
        form(
            Topic::Fields,
            r"lĩnh vực (dự thi|tham gia|của)|^(các )?lĩnh vực|nội dung (thi|dự thi)$|chủ đề",
        ),
        form(
            Topic::Dossier,
            r"^(thành phần |quy định về |yêu cầu (về )?|nộp )?hồ sơ|^hồ sơ|mẫu hồ sơ",
        ),
        form(
            Topic::Timeline,
            r"^(về )?(mốc |dự kiến |kế hoạch |lịch |tiến độ,? ?)?(thời gian|thời hạn|tiến độ|lộ trình|lịch trình|thời điểm)|các mốc|^kế hoạch thời gian|thời gian,? (và |, )?(địa điểm|địa chỉ)|nhận hồ sơ$",
        ),
        form(
            Topic::Eligibility,
            r"(đối tượng|điều kiện)( và (điều kiện|đối tượng))?,? ?(tham gia|dự thi|tham dự|thí sinh|áp dụng)?|^(yêu cầu (đối với|của)|quy định về) (giải pháp|sản phẩm|công trình|mô hình)",
        ),
        form(
            Topic::Judging,
            r"chấm (thi|giải|điểm|sơ|chung)|tiêu chí|hội đồng giám khảo$|ban giám khảo$|đánh giá",
        ),
        form(
            Topic::Members,
            r"^(thành lập|kiện toàn)|thành phần( tham dự| dự)?$|^danh sách|ông \(bà\) có tên",
        ),
        form(
            Topic::Implementation,
            r"tổ chức (triển khai )?thực hiện|điều khoản (thi hành|cuối)|phân công|nhiệm vụ|trách nhiệm|triển khai thực hiện|biện pháp|giải pháp thực hiện",
        ),
        form(
            Topic::Purpose,
            r"mục đích|yêu cầu$|^yêu cầu|mục tiêu|quan điểm|ý nghĩa|sự cần thiết|đánh giá chung",
        ),
        form(Topic::Publicity, r"^(công tác |tổ chức |về )?(tuyên truyền|truyền thông|phổ biến)"),
        form(Topic::Contact, r"liên hệ|đầu mối"),
        form(Topic::Content, r"nội dung|phương thức|cách thức|hình thức"),
    ]
});

/// Whether an item is a sentence that asks for something, whatever it names: it heads nothing.
pub(super) fn is_request(text: &Text, span: Span) -> bool {
    static REQUEST: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(giao|đề nghị|yêu cầu|phân công|chủ trì|phối hợp|tham mưu|chủ động|tích cực|đôn đốc|rà soát|tiếp tục|tăng cường|lựa chọn|gửi|nộp|cử|bố trí|hướng dẫn|vận động|động viên|chỉ đạo|căn cứ|trên cơ sở|kịp thời|đẩy mạnh)\b[^:]*[.;]\W*$",
        )
    });
    static ASKING: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(kính |trân trọng )?(giao( cho)?|đề nghị|yêu cầu|phân công|đối với|riêng) (?<whom>\S)",
        )
    });
    let whom = ASKING.find(text, span).and_then(|found| found.part("whom"));
    REQUEST.fits(text, span)
        || whom.is_some_and(|whom| units::begins(text, Span::new(whom.start, span.end)))
}

/// The topic that a heading names, if any.
pub(super) fn of(text: &Text, heading: Span) -> Option<Topic> {
    if heading.is_empty() {
        return None;
    }
    TOPICS.iter().find(|(_, form)| form.fits(text, heading)).map(|(topic, _)| *topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn headings_name_topics() {
        let rows = [
            ("MỤC ĐÍCH, YÊU CẦU", Some(Topic::Purpose)),
            ("CHẾ ĐỘ BÁO CÁO", Some(Topic::Reporting)),
            ("KINH PHÍ HỘI THI", Some(Topic::Budget)),
            ("Cơ cấu giải thưởng", Some(Topic::Prizes)),
            ("Lĩnh vực dự thi", Some(Topic::Fields)),
            ("Thời gian và địa điểm nộp sản phẩm", Some(Topic::Timeline)),
            ("Đối tượng tham gia", Some(Topic::Eligibility)),
            ("Hồ sơ dự thi", Some(Topic::Dossier)),
            ("TỔ CHỨC THỰC HIỆN", Some(Topic::Implementation)),
            ("Nhiệm vụ đặt ra đối với kế hoạch", Some(Topic::Implementation)),
            ("NỘI DUNG KẾ HOẠCH", Some(Topic::Content)),
            ("Tổ chức chấm thi", Some(Topic::Judging)),
            ("Sở Y tế", None),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            assert_eq!(of(&text, text.whole()), expect, "{source}");
        }
    }
}
