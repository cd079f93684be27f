//! Examples.

use crate::facts::Task;
use crate::read::facts::dates::Years;
use crate::read::facts::head;
use crate::read::paper::paper;

fn read(source: &str) -> Vec<Task> {
    let paper = paper(source);
    super::find(&paper, &head::read(&paper), &Years::default())
}

/// Doers, coordinators and first words of each task.
fn tasks(source: &str) -> Vec<(String, String, String)> {
    let tasks = read(source).into_iter();
    let start = |text: &str| text.split(' ').take(4).collect::<Vec<_>>().join(" ");
    tasks
        .map(|task| (task.assignees.join(" | "), task.coordinators.join(" | "), start(&task.text)))
        .collect()
}

fn expect(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    rows.iter().map(|(who, with, what)| ((*who).into(), (*with).into(), (*what).into())).collect()
}

#[test]
fn headings_sentences_and_bullets() {
    let source = "UBND HUYỆN AN LẠC\nKẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\nI. MỤC ĐÍCH\n- Phòng Nội vụ nâng cao nhận thức.\nII. NỘI DUNG\n1. Tổ chức Lễ phát động.\n- Tuyên truyền trên loa.\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế:\n- Tham mưu ban hành văn bản; đôn đốc.\n- Phối hợp với Phòng Nội vụ tham mưu khen thưởng.\n2. Huyện đoàn: Phát động trong thanh niên. Chỉ đạo các chi đoàn tham gia.\n3. UBND các xã, thị trấn tuyên truyền Hội thi. Kết quả báo cáo về huyện.\n4. UBND huyện sẽ tổ chức tổng kết.\n5. Đề nghị Liên đoàn Lao động huyện:\na) Vận động đoàn viên.\nYêu cầu các đơn vị nghiêm túc triển khai thực hiện./.";
    assert_eq!(
        tasks(source),
        expect(&[
            ("Phòng Kinh tế", "", "Tham mưu ban hành"),
            ("Phòng Kinh tế", "Phòng Nội vụ", "Phối hợp với Phòng"),
            ("Huyện đoàn", "", "Phát động trong thanh"),
            ("Huyện đoàn", "", "Chỉ đạo các chi"),
            ("UBND các xã, thị trấn", "", "UBND các xã, thị"),
            ("Liên đoàn Lao động huyện", "", "Vận động đoàn viên."),
        ])
    );
}

#[test]
fn a_lead_gives_numbered_items() {
    let source = "BAN TỔ CHỨC HỘI THI\nSố: 2/BTC\nV/v triển khai\nKính gửi: Các sở.\nĐể Hội thi đạt kết quả, Ban Tổ chức đề nghị các sở, ban, ngành triển khai một số nội dung sau:\n1. Tuyên truyền rộng rãi về Hội thi.\n2. Thông tin chi tiết đăng tại trang của Hội thi.\n3. Các thành viên Ban Tổ chức đôn đốc đơn vị mình.";
    assert_eq!(
        tasks(source),
        expect(&[
            ("các sở, ban, ngành", "", "Tuyên truyền rộng rãi"),
            ("Các thành viên Ban Tổ chức", "", "Các thành viên Ban"),
        ])
    );
}

#[test]
fn labels_say_who() {
    let source = "SỞ Y TẾ\nKẾ HOẠCH\nHưởng ứng Hội thi\nCăn cứ Luật;\nI. NỘI DUNG\n1. Rà soát sáng kiến của ngành.\n- Thời gian thực hiện: Tháng 5.\n- Đơn vị thực hiện: Văn phòng Sở chủ trì, phối hợp với Phòng Nghiệp vụ.\n- Sản phẩm: Danh sách sáng kiến.";
    assert_eq!(tasks(source), expect(&[("Văn phòng Sở", "Phòng Nghiệp vụ", "Rà soát sáng kiến")]));
}

#[test]
fn the_article_that_says_who_carries_it_out() {
    let source = "UBND TỈNH AN LẠC\nQUYẾT ĐỊNH\nVề việc lập Ban Tổ chức\nCăn cứ Luật;\nĐiều 1. Thành lập Ban Tổ chức.\nĐiều 2. Chánh Văn phòng UBND tỉnh, Giám đốc các sở và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.";
    assert_eq!(
        tasks(source),
        expect(&[(
            "Chánh Văn phòng UBND tỉnh | Giám đốc các sở | các ông, bà có tên tại Điều 1",
            "",
            "Chánh Văn phòng UBND"
        )])
    );
}

#[test]
fn a_dispatch_gives_its_addressees_work() {
    let source = "LIÊN HIỆP HỘI TỈNH AN LẠC\nSố: 3/LHH\nV/v đôn đốc\nKính gửi: Sở Y tế; Tỉnh đoàn.\nĐể Hội thi đạt kết quả, Liên hiệp hội kính đề nghị Quý cơ quan quan tâm thực hiện một số việc sau:\n- Gửi hồ sơ chậm nhất ngày 31/3/2027 để tổng hợp, trình Ban Tổ chức trước ngày 15/4/2027.\n- Tuyên truyền Thể lệ trong quý IV/2026.\nRiêng Tỉnh đoàn đề nghị chỉ đạo các đoàn trường dự thi.\nRất mong Quý cơ quan quan tâm./.";
    assert_eq!(
        tasks(source),
        expect(&[
            ("Sở Y tế | Tỉnh đoàn", "", "Gửi hồ sơ chậm"),
            ("Sở Y tế | Tỉnh đoàn", "", "Tuyên truyền Thể lệ"),
            ("Tỉnh đoàn", "", "Riêng Tỉnh đoàn đề"),
        ])
    );
    let ends: Vec<Option<String>> = read(source).into_iter().map(|task| task.end).collect();
    assert_eq!(ends, [Some("2027-03-31".into()), Some("2026-Q4".into()), None]);
}

#[test]
fn requests_head_what_is_lettered() {
    let source = "UBND TỈNH AN LẠC\nSố: 4/UBND\nV/v triển khai\nKính gửi: Các sở.\nChủ tịch UBND tỉnh chỉ đạo như sau:\n1. Yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã:\na) Quán triệt nội dung Hội thi.\n2. Giao Sở Tài chính thẩm tra dự toán giải thưởng.\n3. Đề nghị Mặt trận tỉnh và các tổ chức thành viên vận động hội viên.\n4. Quyết định này có hiệu lực từ ngày ký.\nCác đơn vị báo cáo kết quả trước ngày 15/12/2026./.";
    assert_eq!(
        tasks(source),
        expect(&[
            ("Thủ trưởng các sở, ban, ngành | Chủ tịch UBND các xã", "", "Quán triệt nội dung"),
            ("Sở Tài chính", "", "Giao Sở Tài chính"),
            ("Mặt trận tỉnh | các tổ chức thành viên", "", "Đề nghị Mặt trận"),
        ])
    );
}
