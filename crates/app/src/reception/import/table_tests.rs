use super::*;

fn rules() -> RuleSet {
    let set = entry::with_code("national").expect("the set is there");
    let fields = ["Cơ khí", "Y dược"].map(str::to_owned).into();
    RuleSet { fields, entry: set.rules.clone(), ..RuleSet::default() }
}

fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let text = |cell: &&str| match cell.strip_prefix('=') {
        Some(formula) => Cell::Formula(formula.to_owned()),
        None => Cell::Text((*cell).to_owned()),
    };
    let row =
        |(number, cells): (u32, &&[&str])| Row { number, cells: cells.iter().map(text).collect() };
    Sheet { name: name.to_owned(), rows: (1..).zip(rows).map(row).collect() }
}

#[test]
fn rows_are_read_whatever_the_order_of_columns() {
    let book = [sheet(
        "Sheet1",
        &[
            &["DANH SÁCH HỒ SƠ"],
            &[
                "Lĩnh vực",
                "Mã dòng",
                "Màu sắc",
                "Title",
                "Tác giả 1: Họ và tên",
                "Bên dự thi",
                "Cách nhận",
            ],
            &["co khi", "A1", "đỏ", "Máy gieo", "Lò Văn Gieo", "nhóm tác giả", "Qua bưu điện"],
        ],
    )];
    let read = table(&book, &rules()).unwrap();
    assert_eq!(read.unknown, ["Màu sắc"]);
    let row = &read.rows[0];
    let cells = ["field", "title", "author-0-name", "holder", "way", "copies"];
    let cells = cells.map(|field| row.typed.text(field));
    assert_eq!(cells, ["Cơ khí", "Máy gieo", "Lò Văn Gieo", "group", "post", "1"]);
    assert_eq!((row.number, row.key.as_str(), row.problems.len()), (3, "A1", 0));
    assert_eq!(read.heading_of("author-0"), "Tác giả 1: Họ và tên");
    assert_eq!(read.heading_of("title"), "Title");
    assert_eq!(read.heading_of("gaps"), "");
}

#[test]
fn what_cannot_be_taken_is_said_beside_its_column() {
    let book = [sheet(
        "1",
        &[
            &["Mã dòng", "Tên giải pháp"],
            &["A", "Máy gieo"],
            &["A", "=1+1"],
            &["../x", "Lò sấy"],
            &["", "Lò sấy"],
        ],
    )];
    let read = table(&book, &rules()).unwrap();
    let told: Vec<Vec<(&str, &str)>> = read
        .rows
        .iter()
        .map(|row| row.problems.iter().map(|it| (&*it.column, &*it.message.key)).collect())
        .collect();
    let key = ("Mã dòng", "dossier-import-key-wrong");
    let twice = vec![("Mã dòng", "import-row-twice"), ("Tên giải pháp", "import-formula")];
    assert_eq!(told, [vec![], twice, vec![key], vec![key]]);
}

#[test]
fn authors_may_stand_in_a_sheet_of_their_own() {
    let book = [
        sheet("Tác giả", &[&["Mã dòng", "Họ và tên"], &["B", "Hai"], &["B", "Ba"], &["C", "x"]]),
        sheet("Hồ sơ", &[&["Mã dòng", "Tác giả 1: Họ và tên"], &["A", "x"], &["B", "Một"]]),
    ];
    let read = table(&book, &rules()).unwrap();
    let names = ["author-0", "author-1", "author-2", "author-3"];
    let names = names.map(|author| read.rows[1].typed.row(author, "name").to_owned());
    assert_eq!(names, ["Một", "Hai", "Ba", ""]);
}

#[test]
fn a_book_without_a_table_is_refused() {
    let check = |rows: &[&[&str]], expect: &str| {
        let refusal = table(&[sheet("1", rows)], &rules()).unwrap_err();
        assert_eq!(refusal.fields[0].1.key, expect);
    };
    check(&[&["Tên giải pháp", "Lĩnh vực"], &["x", "y"]], "dossier-import-headings");
    check(&[&["Mã dòng", "Tên giải pháp"]], "dossier-import-no-rows");
    check(&[&["Mã dòng", "Tên giải pháp", "title"], &["1", "x", "y"]], "import-heading-twice");
}
