//! Examples.

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
