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
fn headings_are_found_in_both_languages() {
    let check = |rows: &[&[&str]], expect: Result<&[(Column, usize)], &str>| {
        let rows: Vec<Row> =
            rows.iter().zip(1..).map(|(cells, number)| row(number, cells)).collect();
        let found = Headings::find(&rows).map(|(headings, _)| headings.0);
        let found = found.map_err(|refusal| refusal.fields[0].1.key.to_string());
        assert_eq!(found, expect.map(<[_]>::to_vec).map_err(str::to_owned), "{rows:?}");
    };
    use Column::{Code, Kind, Name, Parent};
    check(&[&["Mã", "Tên đầy đủ", "Loại"]], Ok(&[(Code, 0), (Name, 1), (Kind, 2)]));
    check(&[&["Full name", "Kind", "Under"]], Ok(&[(Name, 0), (Kind, 1), (Parent, 2)]));
    check(&[&["DANH SÁCH ĐƠN VỊ"], &["STT", "TÊN ĐƠN VỊ", "loai"]], Ok(&[(Name, 1), (Kind, 2)]));
    check(&[&["Te\u{302}n đo\u{31b}n vi\u{323}", "LOẠI"]], Ok(&[(Name, 0), (Kind, 1)]));
    check(&[&["Xã A", "Xã B"]], Err("import-headings-missing"));
    check(&[], Err("import-headings-missing"));
    check(&[&["Tên", "Loại", "Loại đơn vị"]], Err("import-heading-twice"));
}

const HEADINGS: [&str; 7] =
    ["Mã", "Tên", "Loại", "Trực thuộc", "Từ ngày", "Đến ngày", "Tên gọi tắt"];

fn read(cells: &[&str]) -> Result<UnitRow, Vec<(Column, String)>> {
    let rows = [row(1, &HEADINGS), row(2, cells)];
    let (headings, rest) = Headings::find(&rows).unwrap();
    let problem = |problem: Problem| (problem.column, problem.message.key.into_owned());
    UnitRow::read(&headings, &rest[0]).map_err(|all| all.into_iter().map(problem).collect())
}

#[test]
fn a_row_reads() {
    let found = read(&[
        "99017",
        " UBND  xã Suo\u{302}\u{301}i Ngà ",
        "people's committee",
        "T-1",
        "1/7/2025",
        "",
        "X. Suối Ngà; ;SN",
    ]);
    let found = found.unwrap();
    assert_eq!(found.name.as_str(), "UBND xã Suối Ngà");
    assert_eq!(found.kind, Some(Kind::Committee));
    assert_eq!(found.founded_on.map(Day::written), Some("1/7/2025".to_owned()));
    let aliases: Vec<_> = found.aliases.iter().map(Alias::as_str).collect();
    assert_eq!(aliases, ["X. Suối Ngà", "SN"]);
    assert_eq!(
        (found.number, found.code.as_deref(), found.parent.as_deref()),
        (2, Some("99017"), Some("T-1"))
    );
}

#[test]
fn kinds_read_in_both_languages() {
    let check = |typed: &str, expect: Result<Option<Kind>, &str>| {
        let found = read_kind(typed).map_err(|problem| problem.message.key.into_owned());
        assert_eq!(found, expect.map_err(str::to_owned), "{typed}");
    };
    check("Trường học", Ok(Some(Kind::School)));
    check("TRUONG HOC", Ok(Some(Kind::School)));
    check("School", Ok(Some(Kind::School)));
    check("mass-organisation", Ok(Some(Kind::MassOrganisation)));
    check("", Ok(None));
    check("Truong hocc", Err("import-kind-near"));
    check("Lâu đài", Err("import-kind-unknown"));
}

#[test]
fn wrong_cells_are_named() {
    let check = |cells: &[&str], expect: &[(Column, &str)]| {
        let expect: Vec<_> =
            expect.iter().map(|(column, key)| (*column, (*key).to_owned())).collect();
        assert_eq!(read(cells).unwrap_err(), expect, "{cells:?}");
    };
    use Column::{Abolished, Aliases, Code, Founded, Name};
    check(&["", "=CMD()", "Khác"], &[(Name, "import-formula")]);
    check(&["", "", "Khác"], &[(Name, "unit-name-empty")]);
    check(&["", "A", "Khác", "", "31/6/2025"], &[(Founded, "day-unreadable")]);
    let long = "ơ".repeat(201);
    check(
        &[&long, &long, "", "", "x", "y", &long],
        &[
            (Code, "name-too-long"),
            (Name, "name-too-long"),
            (Founded, "day-unreadable"),
            (Abolished, "day-unreadable"),
            (Aliases, "name-too-long"),
        ],
    );
}
