//! Examples.

use super::super::lay_out;
use super::super::lines::lines;
use super::*;
use crate::read::normalise::normalise;

fn rows(source: &str) -> Vec<Vec<(Column, String)>> {
    let text = Text::new(normalise(source));
    let lines = lines(&text);
    let tables = find(&text, &lines);
    let said = |row: &Row| {
        row.cells
            .iter()
            .filter(|(column, _)| *column != Column::Number)
            .map(|(column, span)| (*column, text.line(*span)))
            .collect()
    };
    tables.iter().flat_map(|table| table.rows.iter().map(said)).collect()
}

#[test]
fn tables_however_flattened() {
    let expect = vec![
        vec![
            (Column::Work, "Phát động".into()),
            (Column::When, "Tháng 3/2026".into()),
            (Column::Who, "Phòng Khoa học".into()),
        ],
        vec![
            (Column::Work, "Nhận hồ sơ".into()),
            (Column::When, "01/3 - 30/6/2026".into()),
            (Column::Who, "Văn phòng".into()),
        ],
    ];
    let sources = [
        "| TT | Nội dung | Thời gian | Đơn vị chủ trì |\n|---|---|---|---|\n| 1 | Phát động | Tháng 3/2026 | Phòng Khoa học |\n| 2 | Nhận hồ sơ | 01/3 - 30/6/2026 | Văn phòng |",
        "TT\nNội dung\nThời gian\nĐơn vị chủ trì\n1\nPhát động\nTháng 3/2026\nPhòng Khoa học\n2\nNhận hồ sơ\n01/3 - 30/6/2026\nVăn phòng\nIII. TỔ CHỨC",
        "TT   Nội dung    Thời gian    Đơn vị chủ trì\n1    Phát động   Tháng 3/2026    Phòng Khoa học\n2    Nhận hồ sơ    01/3 - 30/6/2026    Văn phòng",
    ];
    for source in sources {
        assert_eq!(rows(source), expect, "{source}");
    }
}

/// The rows of a paper that has a table: doers, partners, dates and results behind the work.
fn laid_out(table: &str) -> Vec<String> {
    let sheet = lay_out(Text::new(normalise(&format!(
        "KẾ HOẠCH\nTham gia Hội thi\nCăn cứ Luật;\nI. TIẾN ĐỘ\n{table}\nII. KINH PHÍ\nTừ nguồn chi."
    ))));
    let cell = |row: &Row, wanted| {
        let found = row.cells.iter().find(|(column, _)| *column == wanted);
        found.map_or(String::new(), |(_, span)| sheet.text.line(*span))
    };
    let order = [Column::Work, Column::Who, Column::With, Column::When, Column::Result];
    let drawn = |row: &Row| order.map(|column| cell(row, column)).join(" | ");
    sheet.rows.iter().map(drawn).collect()
}

#[test]
fn columns_kept_by_room() {
    let centred = "                                   Đơn vị           Đơn vị           Thời gian
STT        Nội dung công việc                                                        Sản phẩm
                                   chủ trì         phối hợp         hoàn thành

      Tuyên truyền, phổ biến Thể                                                   Tin, bài trên
 1                               Văn phòng Sở    Công đoàn ngành    Tháng 02/2026
      lệ trong toàn ngành                                                          trang của Sở
      Lập Hội đồng sáng kiến     Phòng Tổ chức
 2                                                Các phòng         Quý II/2026     Quyết định
      xét chọn giải pháp         - Hành chính
 3    Nhận hồ sơ dự thi          Phòng Kỹ thuật   Trung tâm Quy     Trước ngày      Danh sách
                                                  hoạch             15/4/2026";
    assert_eq!(
        laid_out(centred),
        [
            "Tuyên truyền, phổ biến Thể lệ trong toàn ngành | Văn phòng Sở | Công đoàn ngành | Tháng 02/2026 | Tin, bài trên trang của Sở",
            "Lập Hội đồng sáng kiến xét chọn giải pháp | Phòng Tổ chức - Hành chính | Các phòng | Quý II/2026 | Quyết định",
            "Nhận hồ sơ dự thi | Phòng Kỹ thuật | Trung tâm Quy hoạch | Trước ngày 15/4/2026 | Danh sách",
        ]
    );
    let narrow = "TT Nội dung                 Chủ trì             Thời gian
1     Gửi hồ sơ dự thi        Phòng Kế hoạch      Trước 15/7/2026
      cấp tỉnh                tổng hợp";
    assert_eq!(
        laid_out(narrow),
        ["Gửi hồ sơ dự thi cấp tỉnh | Phòng Kế hoạch tổng hợp |  | Trước 15/7/2026 | "]
    );
    let unnumbered = "Thời gian        Nội dung                    Đơn vị thực hiện
Tháng 3/2026     Phát động Hội thi           Phòng Kinh tế
Tháng 4/2026     Tuyên truyền trên trang     Văn phòng Sở
                 thông tin của Sở";
    assert_eq!(
        laid_out(unnumbered),
        [
            "Phát động Hội thi | Phòng Kinh tế |  | Tháng 3/2026 | ",
            "Tuyên truyền trên trang thông tin của Sở | Văn phòng Sở |  | Tháng 4/2026 | ",
        ]
    );
}

#[test]
fn cells_run_together() {
    let late = "TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Thời gian\n1 Tuyên truyền Thể lệ\nđến các đơn vị Văn phòng Sở Công đoàn ngành Từ 01/6 đến 30/6/2026\n2 Hướng dẫn viết hồ sơ Phòng Khoa học Các phòng, Trung tâm Khuyến công Quý IV/2026";
    assert_eq!(
        laid_out(late),
        [
            "Tuyên truyền Thể lệ đến các đơn vị | Văn phòng Sở | Công đoàn ngành | Từ 01/6 đến 30/6/2026 | ",
            "Hướng dẫn viết hồ sơ | Phòng Khoa học | Các phòng, Trung tâm Khuyến công | Quý IV/2026 | ",
        ]
    );
    let early = "STT Nội dung Thời gian thực hiện Đơn vị chủ trì Phối hợp\n1 Phát động trong viên\nchức Từ 01/3 đến 15/3/2026 Công đoàn Trường Đoàn Thanh niên\n2 Nộp hồ sơ về Ban Tổ chức Hội thi tỉnh Trước ngày 30/6/2026 Phòng Đào tạo Các khoa";
    assert_eq!(
        laid_out(early),
        [
            "Phát động trong viên chức | Công đoàn Trường | Đoàn Thanh niên | Từ 01/3 đến 15/3/2026 | ",
            "Nộp hồ sơ về Ban Tổ chức Hội thi tỉnh | Phòng Đào tạo | Các khoa | Trước ngày 30/6/2026 | ",
        ]
    );
    let short = "TT Nhiệm vụ Người thực hiện Hoàn thành\n01 Viết tin bài về Hội thi Tổ truyền thông 15/5/2026";
    assert_eq!(laid_out(short), ["Viết tin bài về Hội thi | Tổ truyền thông |  | 15/5/2026 | "]);
}

#[test]
fn cells_on_lines_without_numbers() {
    let lines = "Nội dung\nĐơn vị chủ trì\nThời hạn\nRà soát sáng kiến\nPhòng Kỹ thuật\nTrước 30/4/2026\nCấp kinh phí\nPhòng Kế hoạch\nTháng 5/2026";
    assert_eq!(
        laid_out(lines),
        [
            "Rà soát sáng kiến | Phòng Kỹ thuật |  | Trước 30/4/2026 | ",
            "Cấp kinh phí | Phòng Kế hoạch |  | Tháng 5/2026 | ",
        ]
    );
}
