//! Headings and cells, each row an input and what is read.

use super::*;

fn row(number: u32, cells: &[&str]) -> Row {
    let cell = |text: &&str| match text.strip_prefix('=') {
        Some(_) => Cell::Formula((*text).to_owned()),
        None => Cell::Text((*text).to_owned()),
    };
    Row { number, cells: cells.iter().map(cell).collect() }
}

#[test]
fn headings_are_recognised_loosely() {
    let check = |heading: &str, expect: Option<Column>| {
        assert_eq!(Column::of_heading(heading), expect, "{heading}");
    };
    check("Tên sáng kiến", Some(Column::Title));
    check("TÊN GIẢI PHÁP / ĐỀ TÀI", Some(Column::Title));
    check("Sáng kiến", Some(Column::Title));
    check("Họ và tên tác giả", Some(Column::Authors));
    check("Năm công nhận", Some(Column::Year));
    check("Cấp công nhận", Some(Column::Level));
    check("Số quyết định, ngày", Some(Column::Contest));
    check("Đơn vị công tác", Some(Column::Unit));
    check("Kết quả", Some(Column::Prize));
    check("Lĩnh vực", Some(Column::Field));
    check("Tóm tắt nội dung", Some(Column::Text));
    check("Award", Some(Column::Prize));
    check("STT", None);
    check("Tenor", None);
}

#[test]
fn the_first_row_with_a_title_and_another_column_holds_the_headings() {
    let rows =
        [row(1, &["SỔ SÁNG KIẾN"]), row(3, &["TT", "Tên", "Năm", "Tên khác"]), row(4, &["1"])];
    let (headings, below) = Headings::find(&rows).unwrap();
    assert_eq!(headings.0, [(Column::Title, 1), (Column::Year, 2)]);
    assert_eq!(below, &rows[2..]);
    let missing = Headings::find(&rows[..1]).unwrap_err();
    assert_eq!(missing.fields[0].1.key, "prior-headings-missing");
}

const HEADINGS: [&str; 4] = ["Tên", "Năm", "Cấp", "Tóm tắt"];

fn read(cells: &[&str]) -> Result<Earlier, (String, String)> {
    let rows = [row(1, &HEADINGS), row(2, cells)];
    let (headings, below) = Headings::find(&rows).unwrap();
    Earlier::read(&headings, &below[0]).map_err(|wrong| (wrong.column, wrong.message))
}

#[test]
fn a_row_reads() {
    let found = read(&[" Máy  gặt ", "2020-2021", "Cấp tỉnh", "Gặt lúa."]).unwrap();
    let expect = Earlier {
        number: 2,
        title: "Máy gặt".to_owned(),
        year: Some(2021),
        level: Some("province"),
        text: "Gặt lúa.".to_owned(),
        ..Earlier::default()
    };
    assert_eq!(found, expect);
    assert_eq!(read(&["Máy gặt"]).unwrap().year, None);
}

#[test]
fn what_cannot_be_is_told_with_its_column() {
    let check = |cells: &[&str], column: &str, message: &str| {
        assert_eq!(read(cells), Err((column.to_owned(), message.to_owned())), "{cells:?}");
    };
    check(&["", "2020"], "prior-title", "prior-title-missing");
    check(&["123"], "prior-title", "prior-title-missing");
    check(&["=A1"], "prior-title", "import-formula");
    check(&["Máy", "năm ngoái"], "prior-year", "prior-year-unreadable");
    check(&["Máy", "1234"], "prior-year", "prior-year-unreadable");
    check(&["Máy", "2020", "cấp trên"], "prior-level", "prior-level-unknown");
    check(&[&"a".repeat(501)], "prior-title", "prior-cell-long");
}

#[test]
fn levels_read_in_the_words_of_offices() {
    let check = |typed: &str, expect: Option<&'static str>| {
        assert_eq!(read_level(typed), Ok(expect), "{typed}");
    };
    check("Cơ sở", Some("agency"));
    check("cấp cơ sở", Some("agency"));
    check("Toàn quốc", Some("nation"));
    check("Province", Some("province"));
    check("", None);
}
