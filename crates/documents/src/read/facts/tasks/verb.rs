//! Whether a sentence tells somebody to do something.

use std::sync::LazyLock;

use crate::read::form::MarkedForm;
use crate::read::text::{Span, Text};

/// With what a piece of work begins when its doer is named elsewhere.
static WORK: LazyLock<MarkedForm> = LazyLock::new(|| {
    MarkedForm::new(
        r"^\W*(mỗi (đơn vị|cơ quan|địa phương|trường|khoa|phòng|xã|phường|cơ sở|doanh nghiệp|ngành)|chủ trì|chủ động|phối hợp|phối kết hợp|tham mưu|tổ chức|triển khai|chỉ đạo|đăng tải|đăng|đưa|tuyên truyền|thông tin(,| tuyên truyền| rộng rãi| kịp thời| về (hội|cuộc) thi)|truyền thông|xây dựng|thành lập|kiện toàn|phân công|giao|lập|cử|gửi|rà soát|tổng hợp|hướng dẫn|đôn đốc|kiểm tra|bố trí|phát động|vận động|thường xuyên|tiếp tục|tăng cường|căn cứ|thực hiện|quan tâm|tích cực|tham gia|theo dõi|giám sát|cung cấp|tiếp nhận|thu nhận|nhận|báo cáo|hỗ trợ|khuyến khích|động viên|lựa chọn|chọn|giới thiệu|tạo điều kiện|lãnh đạo|huy động|đề xuất|thông báo|chuẩn bị|cấp|quyết định|thẩm định|đảm bảo|bảo đảm|nghiên cứu|hoàn thành|hoàn thiện|quán triệt|phổ biến|phê duyệt|ban hành|chấm|theo chức năng|theo nhiệm vụ|trên cơ sở|khẩn trương|nghiêm túc|kết hợp|mở|phát|xem xét|đăng ký|nộp|viết|phân bổ|cân đối|hưởng ứng|đẩy mạnh|kịp thời|trình|chuyển|tập hợp|làm|quản lý|sử dụng|in|treo|xét|bồi dưỡng|tập huấn|trực tiếp|tập trung|tư vấn|giúp|bám sát|chịu trách nhiệm|có trách nhiệm|có hình thức|có kế hoạch|có văn bản|có biện pháp|kêu gọi|lồng ghép|phát hiện|biểu dương|khen thưởng|trao|công bố|lưu trữ|mời|hằng|hàng|định kỳ|duy trì|cập nhật|đánh giá|quyết toán|thanh quyết toán|dự toán|tùy theo|tùy tình hình|tùy điều kiện|ngoài ra|đồng thời|đề nghị|yêu cầu|phụ trách|điều hành|sản xuất|phát sóng|ưu tiên|dành|đưa tin|góp phần|nâng cao|phát huy|thúc đẩy|tuyển chọn|sơ tuyển|sơ kết|tổng kết|tìm|khảo sát|thống kê|xác nhận|xác minh|phản ánh|gắn|nêu|chấp hành|phối|bảo mật|giải quyết|xử lý|liên hệ|tiến hành|hàng tháng|chậm nhất|trước ngày|sau khi|trong quá trình|bảo quản|niêm phong|lập danh sách|nhân rộng|ứng dụng|kiến nghị|chia sẻ|giải đáp|hoạch định|quảng bá|dán|phát hành|in ấn|mua sắm|thuê|đặt|soạn thảo|dự thảo|chú trọng|cải tiến|đề cử|tôn vinh|rút kinh nghiệm)\b",
    )
});
/// Sentences that begin like work and are none.
static STATED: LazyLock<MarkedForm> = LazyLock::new(|| {
    MarkedForm::new(
        r"^\W*(thông tin chi tiết|mọi (chi tiết|thông tin|thắc mắc)|chi tiết|tổ chức, cá nhân|tổ chức và cá nhân|cá nhân|hội thi|cuộc thi|đây là|trên đây|(trong|nếu).{0,80}(vướng mắc|khó khăn)|kết quả|hồ sơ|thời gian|địa chỉ|địa điểm|điện thoại|email|thư điện tử|liên hệ|(quyết định|kế hoạch|thông báo|thể lệ|quy chế|công văn|văn bản)( này)? (có hiệu lực|thay thế|được)|\(?gửi kèm|\(?kèm theo)\b",
    )
});
/// Closing requests that give nobody anything of his own.
static CLOSING: LazyLock<MarkedForm> = LazyLock::new(|| {
    MarkedForm::new(
        r"(quan tâm|phối hợp|nghiêm túc|biết,?|tổ chức|chỉ đạo|kịp thời|căn cứ)?,?\s*(phối hợp )?(tổ chức )?(triển khai|thực hiện|thi hành)[^.;]{0,80}(\./\.|\.|/\.)?\s*$",
    )
});

/// Whether a stretch without a subject is a piece of work.
pub(super) fn is_work(text: &Text, span: Span) -> bool {
    WORK.fits(text, span) && !STATED.fits(text, span)
}

/// Whether a stretch tells where to learn or find something.
pub(super) fn is_stated(text: &Text, span: Span) -> bool {
    STATED.fits(text, span)
}

/// Whether a sentence with a subject states something and asks for nothing.
pub(super) fn is_statement(text: &Text, rest: Span) -> bool {
    static IS: LazyLock<MarkedForm> = LazyLock::new(|| {
        MarkedForm::new(
            r"^\W*(là|được|có (nhiều|thể|quyền|số|trụ sở|\d)|gồm|bao gồm|đã|đang|cần (có|đạt)|phải (là|có|đạt|đảm bảo|bảo đảm)|không|do|thuộc|trong|với|cùng|từ|vào|khi|tự)\b",
        )
    });
    static DUTY: LazyLock<MarkedForm> = LazyLock::new(|| {
        MarkedForm::new(r"(có|chịu) trách nhiệm|có nhiệm vụ|chủ trì|được giao|đầu mối")
    });
    IS.fits(text, rest) && !DUTY.fits(text, rest)
}

/// Whether a paragraph after the last numbered item says good-bye.
pub(super) fn is_farewell(text: &Text, paragraph: Span) -> bool {
    static FAREWELL: LazyLock<MarkedForm> = LazyLock::new(|| {
        MarkedForm::new(
            r"^\W*(trên đây|kính trình|với (nội dung|tinh thần)|đề nghị|yêu cầu|trong quá trình|quá trình|mọi|đây là|nhận được|căn cứ (kế hoạch|nội dung|công văn|thông báo)|kế hoạch này|thông báo này|quyết định này|\(?(gửi )?kèm|ủy ban|ubnd|ban tổ chức|sở|liên hiệp|trân trọng|rất mong|để|thông báo|chi tiết|nếu|trong thời gian|công văn này|văn bản này|đề nghị này|vậy)\b",
        )
    });
    FAREWELL.fits(text, paragraph)
}

/// Whether a sentence is the closing request of a paper.
pub(super) fn is_closing(text: &Text, sentence: Span) -> bool {
    sentence.len() < 260 && CLOSING.fits(text, sentence)
}
