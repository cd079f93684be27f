//! What units write in reports; different units take different ones.

/// On a task that was done.
pub const REPORT_WORDS: &[&str] = &[
    "Đã hoàn thành theo Kế hoạch; báo cáo giấy có chữ ký của lãnh đạo đơn vị.",
    "Đã thực hiện xong, phân công cán bộ theo dõi thường xuyên.",
    "Đã triển khai tới toàn thể cán bộ, hội viên và nhân dân trên địa bàn.",
    "Đã thực hiện, lồng ghép trong các hội nghị của đơn vị.",
];

/// In a periodic report: launch, registered solutions, difficulties.
pub const PERIOD_WORDS: &[[&str; 3]] = &[
    [
        "Đã phổ biến Kế hoạch, Thể lệ tại hội nghị giao ban; đăng trên trang thông tin điện tử.",
        "02 giải pháp: máy sao chè mini; bẫy côn trùng dùng pin mặt trời.",
        "Không.",
    ],
    [
        "Đã phát động trong toàn đơn vị, phát thanh 6 lượt.",
        "01 giải pháp: giàn phơi mây tre gấp gọn.",
        "Tác giả lúng túng khi viết bản mô tả; đề nghị tập huấn.",
    ],
    [
        "Đã ban hành văn bản triển khai và phân công đầu mối.",
        "Chưa có giải pháp đăng ký.",
        "Đề nghị hỗ trợ mẫu tờ rơi.",
    ],
    [
        "Đã tuyên truyền tại 9 thôn, bản, 320 lượt người nghe.",
        "03 giải pháp: hệ thống tưới nhỏ giọt; nồi hấp khăn; phần mềm quản lý lịch họp.",
        "Không.",
    ],
];
