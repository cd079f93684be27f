//! The same course of a contest in the words of other offices.

use super::check;

#[test]
fn propaganda_with_a_date() {
    check(&[
        (
            "1. Tuyên truyền Hội thi mỗi tuần một lần trong tháng 5 năm 2026.",
            &["publicity [2026-05]"],
        ),
        (
            "- Phát sóng trên đài truyền thanh mỗi tuần 02 lượt từ tháng 11/2026 đến tháng 02/2027.",
            &["publicity [2026-11, 2027-02]"],
        ),
        (
            "- Treo băng rôn, khẩu hiệu, pano về Hội thi từ ngày 01/3 đến ngày 15/3/2026.",
            &["publicity [2026-03-01, 2026-03-15]"],
        ),
        (
            "- Đăng tải Thể lệ trên Cổng thông tin điện tử trước ngày 10/3/2026.",
            &["publicity [-, 2026-03-10)"],
        ),
        ("1. Thông tin, tuyên truyền: thường xuyên trong năm 2026.", &["publicity [2026]"]),
        ("1. Mở chuyên mục giới thiệu Hội thi trong quý II/2026.", &["publicity [2026-Q2]"]),
        (
            "1. Công tác truyền thông được triển khai từ quý I đến quý III/2026.",
            &["publicity [2026-Q1, 2026-Q3]"],
        ),
        (
            "1. Tháng 4/2026: quán triệt, phổ biến Kế hoạch và Thể lệ đến đoàn viên.",
            &["publicity [2026-04]"],
        ),
    ]);
}

#[test]
fn other_wordings() {
    check(&[
        (
            "1. Lễ khai mạc và phát động Hội thi được tổ chức vào ngày 10/3/2026.",
            &["launch_ceremony [2026-03-10]"],
        ),
        ("1. Phát động: quý I/2026.", &["launch_ceremony [2026-Q1]"]),
        (
            "1. Thời gian thu hồ sơ: từ khi phát động đến 17h00 ngày 30/6/2026.",
            &["submission [-, 2026-06-30]"],
        ),
        ("1. Hạn chót nhận bài dự thi là 24 giờ ngày 30/6/2026.", &["submission [-, 2026-06-30]"]),
        (
            "1. Các đơn vị hoàn thiện và gửi sản phẩm dự thi về Tỉnh đoàn chậm nhất vào ngày 30/6/2026.",
            &["submission [-, 2026-06-30]"],
        ),
        (
            "1. Hội đồng Giám khảo được thành lập trong tháng 7/2026.",
            &["council_formation [2026-07]"],
        ),
        (
            "1. Ra quyết định thành lập Tổ thẩm định hồ sơ: trước ngày 05/7/2026.",
            &["council_formation [-, 2026-07-05)"],
        ),
        (
            "1. Tổ chức chấm điểm các giải pháp: 10 - 20/7/2026.",
            &["judging [2026-07-10, 2026-07-20]"],
        ),
        (
            "1. Vòng sơ loại: tháng 7/2026; vòng chung kết: tháng 8/2026.",
            &["preliminary_judging [2026-07]", "final_judging [2026-08]"],
        ),
    ]);
}

#[test]
fn after_the_judging() {
    check(&[
        (
            "1. Chọn giải pháp xuất sắc tham dự Hội thi toàn quốc: tháng 9/2026.",
            &["forwarding [2026-09]"],
        ),
        ("1. Thông báo kết quả Hội thi trước ngày 10/10/2026.", &["results [-, 2026-10-10)"]),
        (
            "1. Kết quả công bố trên Trang thông tin điện tử trong tháng 10/2026.",
            &["results [2026-10]"],
        ),
        (
            "1. Lễ tổng kết và trao giải thưởng dự kiến quý IV năm 2026.",
            &["award_ceremony [2026-Q4]"],
        ),
        (
            "1. Tôn vinh, trao thưởng các tác giả đạt giải: tháng 11/2026.",
            &["award_ceremony [2026-11]"],
        ),
        (
            "1. Báo cáo kết quả triển khai Hội thi gửi về huyện trước ngày 20/12/2026.",
            &["report_due [-, 2026-12-20)"],
        ),
        (
            "1. Các xã gửi kết quả về Phòng Kinh tế chậm nhất ngày 10/6/2026 để báo cáo UBND huyện.",
            &["report_due [-, 2026-06-10]"],
        ),
        (
            "1. Gửi Kế hoạch triển khai của đơn vị về Liên hiệp hội trước ngày 15/3/2026.",
            &["steering_documents_due [-, 2026-03-15)"],
        ),
        (
            "1. Ban hành kế hoạch của đơn vị, gửi về Ban Tổ chức trước ngày 15/3/2026.",
            &["steering_documents_due [-, 2026-03-15)"],
        ),
        ("1. Trên đây là báo cáo quý I năm 2026 của huyện.", &[]),
        ("1. Các xã hoàn thành bàn giao hồ sơ lưu trước ngày 15/3/2026.", &[]),
        ("1. Nhận bản đăng ký và hồ sơ dự thi đến hết 30/4/2026.", &["submission [-, 2026-04-30]"]),
        (
            "1. Chấm sơ khảo từ 25 đến 30 tháng 6 năm 2026.",
            &["preliminary_judging [2026-06-25, 2026-06-30]"],
        ),
        (
            "1. Hồ sơ gửi Nhà Thiếu nhi tỉnh (thời hạn từ 25/5/2026 đến 05/6/2026, theo dấu bưu điện).",
            &["submission [2026-05-25, 2026-06-05] postmark"],
        ),
        (
            "1. Gửi hồ sơ về Sở Y tế trước ngày 30/6/2026 để tổng hợp, gửi Ban Tổ chức Hội thi trước ngày 15/7/2026.",
            &["submission [-, 2026-06-30)", "forwarding [-, 2026-07-15)"],
        ),
    ]);
}
