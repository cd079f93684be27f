use super::text;
use crate::words::{Page, pages};

/// Width of a letter and height of a line of the page below.
const LETTER: usize = 6;
const HEIGHT: usize = 12;

/// A page as it would be typed: each letter has its place, blanks part words, lines are 18 apart.
fn page(number: usize, typed: &str) -> Vec<Page> {
    let mut table = format!("h\n1\t{number}\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n");
    for (at, line) in typed.lines().enumerate() {
        let letters: Vec<char> = line.chars().collect();
        let top = 100 + at * 18;
        let mut from = 0;
        for word in letters.chunk_by(|a, b| (*a == ' ') == (*b == ' ')) {
            let (left, width) = (60 + from * LETTER, word.len() * LETTER);
            from += word.len();
            if word[0] != ' ' {
                let word: String = word.iter().collect();
                table += &format!(
                    "5\t{number}\t1\t1\t{at}\t1\t{left}\t{top}\t{width}\t{HEIGHT}\t100\t{word}\n"
                );
            }
        }
    }
    pages(&table)
}

#[track_caller]
fn check(typed: &str, expect: &str) {
    assert_eq!(text(&page(1, typed)), expect);
}

#[test]
fn lines_of_a_paragraph_are_joined() {
    check(
        "      Căn cứ Quyết định số 12/QĐ-\n\
         UBND ngày 15 tháng 3 năm 2025 của\n\
         Ủy ban nhân dân tỉnh An Bình về Hội\n\
         thi.\n\
         \x20     Ban Tổ chức thông báo cho các\n\
         đơn vị.\n",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 15 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh An Bình về Hội thi.\n\
         Ban Tổ chức thông báo cho các đơn vị.\n",
    );
}

#[test]
fn items_begin_anew() {
    check(
        "1. Thời gian nhận hồ sơ đến hết ngày\n\
         30 tháng 6 năm 2025 tại cơ quan nhận.\n\
         2. Chấm thi vào tháng 8 của năm nay.\n\
         - Sơ khảo do hội đồng chuyên ngành.\n\
         - Chung khảo.\n",
        "1. Thời gian nhận hồ sơ đến hết ngày 30 tháng 6 năm 2025 tại cơ quan nhận.\n\
         2. Chấm thi vào tháng 8 của năm nay.\n\
         - Sơ khảo do hội đồng chuyên ngành.\n\
         - Chung khảo.\n",
    );
}

#[test]
fn the_head_comes_column_by_column() {
    check(
        "  BAN TỔ CHỨC        CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n\
         \x20 TỈNH AN BÌNH           Độc lập - Tự do\n\
         \x20 Số: 12/KH-BTC      An Bình, ngày 15/3/2025\n\
         \x20V/v nhận hồ sơ\n\
         \n\
         Kính gửi các đơn vị trong tỉnh An Bình, trường\n\
         học và doanh nghiệp.\n",
        "BAN TỔ CHỨC\nTỈNH AN BÌNH\nSố: 12/KH-BTC\nV/v nhận hồ sơ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do\n\
         An Bình, ngày 15/3/2025\n\nKính gửi các đơn vị trong tỉnh An Bình, trường học và doanh nghiệp.\n",
    );
}

#[test]
fn rows_of_a_table_stay_together() {
    check(
        "Các việc phải làm trong năm được giao cho các\n\
         đơn vị như sau:\n\
         TT   Nội dung công việc     Đơn vị      Hạn\n\
         1    Ban hành văn bản       Sở Nội vụ   3/2025\n\
         \x20    hướng dẫn các xã       tỉnh\n\
         2    Nhận hồ sơ             Ban Thư ký  6/2025\n\
         Các đơn vị báo cáo về Ban Tổ chức đúng hạn nhé.\n",
        "Các việc phải làm trong năm được giao cho các đơn vị như sau:\n\n\
         TT | Nội dung công việc | Đơn vị | Hạn\n\
         1 | Ban hành văn bản hướng dẫn các xã | Sở Nội vụ tỉnh | 3/2025\n\
         2 | Nhận hồ sơ | Ban Thư ký | 6/2025\n\n\
         Các đơn vị báo cáo về Ban Tổ chức đúng hạn nhé.\n",
    );
}

#[test]
fn a_heading_below_a_table_is_none_of_its_cells() {
    check(
        "TT   Nội dung công việc     Đơn vị      Hạn\n\
         1    Ban hành văn bản       Sở Nội vụ   3/2025\n\
         \x20    hướng dẫn các xã       tỉnh\n\
         2    Nhận hồ sơ             Ban Thư ký  6/2025\n\
         \n\
         \x20    IV. KINH PHÍ\n\
         \x20    Từ  ngân  sách  và  các  nguồn  khác  của\n\
         huyện theo quy định của pháp luật về ngân sách.\n",
        "TT | Nội dung công việc | Đơn vị | Hạn\n\
         1 | Ban hành văn bản hướng dẫn các xã | Sở Nội vụ tỉnh | 3/2025\n\
         2 | Nhận hồ sơ | Ban Thư ký | 6/2025\n\n\
         IV. KINH PHÍ\n\
         Từ ngân sách và các nguồn khác của huyện theo quy định của pháp luật về ngân sách.\n",
    );
}

#[test]
fn a_row_goes_on_over_the_page() {
    let first = page(
        1,
        "Các việc phải làm trong năm được giao cho các\n\
         đơn vị trong huyện.\n\
         Phòng Nội vụ theo dõi.\n\
         Các việc gồm có:\n\
         TT   Nội dung công việc     Đơn vị      Hạn\n\
         1    Ban hành văn bản       Sở Nội vụ   3/2025\n\
         2    Nhận hồ sơ của thí     Ban Thư ký  6/2025\n",
    );
    let second = page(
        2,
        "     sinh trong tỉnh\n\
         3_   Chấm thi               Hội đồng    8/2025\n",
    );
    assert_eq!(
        text(&[first, second].concat()),
        "Các việc phải làm trong năm được giao cho các đơn vị trong huyện.\n\
         Phòng Nội vụ theo dõi.\n\
         Các việc gồm có:\n\n\
         TT | Nội dung công việc | Đơn vị | Hạn\n\
         1 | Ban hành văn bản | Sở Nội vụ | 3/2025\n\
         2 | Nhận hồ sơ của thí sinh trong tỉnh | Ban Thư ký | 6/2025\n\
         3_ | Chấm thi | Hội đồng | 8/2025\n",
    );
}

#[test]
fn addressees_follow_the_head() {
    check(
        "  HUYỆN AN BÌNH       CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n\
         \x20 Số: 12/PKT          An Bình, ngày 15/3/2025\n\
         \n\
         \x20      Kính gửi:\n\
         \x20            - Các phòng, ban của huyện;\n\
         \x20            - Các xã.\n",
        "HUYỆN AN BÌNH\nSố: 12/PKT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nAn Bình, ngày 15/3/2025\n\n\
         Kính gửi:\n- Các phòng, ban của huyện;\n- Các xã.\n",
    );
}

#[test]
fn a_sentence_goes_on_over_the_page_and_its_number() {
    let first = page(
        1,
        "Hội thi nhận hồ sơ của các tác giả trong tỉnh\nvà gửi về Ban Tổ chức trước ngày 30/6 cùng với\n",
    );
    let mut second = page(2, "2\nbản mô tả giải pháp.\n");
    for word in &mut second[0].words {
        word.top -= 60.0;
        word.bottom -= 60.0;
    }
    assert_eq!(
        text(&[first, second].concat()),
        "Hội thi nhận hồ sơ của các tác giả trong tỉnh và gửi về Ban Tổ chức trước ngày 30/6 cùng với bản mô tả giải pháp.\n",
    );
}

#[test]
fn a_page_without_words_is_no_text() {
    assert_eq!(text(&page(1, "")).trim(), "");
}
