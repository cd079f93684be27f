//! Examples.

use crate::read::facts::dates::Years;
use crate::read::facts::head;
use crate::read::paper::paper;

/// Doers, coordinators and first words of each task.
fn tasks(source: &str) -> Vec<(String, String, String)> {
    let paper = paper(source);
    let tasks = super::find(&paper, &head::read(&paper), &Years::default()).into_iter();
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
