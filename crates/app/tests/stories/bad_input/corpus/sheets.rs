//! Class C9: spreadsheets that are strange. The door is the import of units, which tells first what it would do.

use std::fmt::Write as _;

use hoithi::frame::{Locale, Words};
use hoithi::units::sheet::{Trouble, UNITS};
use kernel::{Message, text};

use super::Piece;
use super::container::{End, Entry, zip, zip_that};
use crate::browser::Browser;
use crate::house::House;
use crate::publicity::sending::upload;
use crate::reply::Reply;

const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEADINGS: &str = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Tên</t></is></c><c t=\"inlineStr\"><is><t>Loại</t></is></c></row>";

/// The parts of a book of one sheet.
fn parts(sheet: &str, strings: &str, book: &str) -> Vec<Entry> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let related = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"{SPACE}\" xmlns:r=\"{relation}\">{book}<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    vec![
        Entry::packed("[Content_Types].xml", types.as_bytes()),
        Entry::packed("_rels/.rels", root.as_bytes()),
        Entry::packed("xl/workbook.xml", book.as_bytes()),
        Entry::packed("xl/_rels/workbook.xml.rels", related.as_bytes()),
        Entry::packed("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        Entry::packed("xl/sharedStrings.xml", strings.as_bytes()),
    ]
}

fn sheet_of(rows: &str) -> String {
    format!("<worksheet xmlns=\"{SPACE}\"><sheetData>{HEADINGS}{rows}</sheetData></worksheet>")
}

fn strings(inside: &str) -> String {
    format!("<sst xmlns=\"{SPACE}\">{inside}</sst>")
}

/// A book with these rows below the headings.
fn rows(rows: &str) -> Vec<u8> {
    zip(&parts(&sheet_of(rows), &strings(""), ""))
}

/// A row of a unit whose name is this cell.
fn named(cell: &str) -> String {
    format!("<row r=\"2\">{cell}<c t=\"inlineStr\"><is><t>Khác</t></is></c></row>")
}

fn typed(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Books that programs make, of one new unit each.
fn good() -> Vec<Piece> {
    let one = named(&typed("Đơn vị của kho"));
    let shared = |inside: &str| {
        zip(&parts(&sheet_of(&named("<c t=\"s\"><v>0</v></c>")), &strings(inside), ""))
    };
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("plain.xlsx", rows(&one)),
        ("shared.xlsx", shared("<si><t>Đơn vị của kho</t></si>")),
        (
            "rich.xlsx",
            shared("<si><r><t>Đơn vị</t></r><r><t xml:space=\"preserve\"> của kho</t></r></si>"),
        ),
        (
            "spoken.xlsx",
            shared("<si><t>Đơn vị của kho</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"),
        ),
        ("decomposed.xlsx", rows(&named(&typed("Đơn vi\u{323} cu\u{309}a kho")))),
        ("blanks.xlsx", rows(&named(&typed(" Đơn  vị\u{a0}của kho ")))),
        ("empty-rows.xlsx", rows(&format!("{one}<row r=\"3\"/><row r=\"900\"/>"))),
        (
            "years-of-mac.xlsx",
            zip(&parts(&sheet_of(&one), &strings(""), "<workbookPr date1904=\"1\"/>")),
        ),
        (
            "stored.xlsx",
            zip(&parts(&sheet_of(&one), &strings(""), "")
                .into_iter()
                .map(|it| it.but(|it| it.sizes_follow = true))
                .collect::<Vec<_>>()),
        ),
        (
            "macros.xlsm",
            zip(&[
                parts(&sheet_of(&one), &strings(""), ""),
                vec![Entry::stored("xl/vbaProject.bin", b"x")],
            ]
            .concat()),
        ),
    ];
    all.into_iter().map(|(name, bytes)| Piece::good(name, bytes, "")).collect()
}

/// Cells and rows that are not what a list of units holds.
fn bad() -> Vec<Piece> {
    let one = named(&typed("Đơn vị của kho"));
    let with = |sheet: &str| zip(&parts(sheet, &strings(""), ""));
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("formula.xlsx", rows(&named("<c><f>1+1</f><v>2</v></c>"))),
        ("formula-text.xlsx", rows(&named("<c t=\"str\"><f>CMD()</f><v>a</v></c>"))),
        ("text-like-formula.xlsx", rows(&named(&typed("=1+1")))),
        ("fault.xlsx", rows(&named("<c t=\"e\"><v>#REF!</v></c>"))),
        ("number.xlsx", rows(&named("<c><v>45000</v></c>"))),
        ("not-a-number.xlsx", rows(&named("<c><v>1e999</v></c>"))),
        ("truth.xlsx", rows(&named("<c t=\"b\"><v>1</v></c>"))),
        ("no-such-string.xlsx", rows(&named("<c t=\"s\"><v>7</v></c>"))),
        (
            "unknown-kind.xlsx",
            rows(
                "<row r=\"2\"><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>",
            ),
        ),
        ("far-cell.xlsx", rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
        (
            "outside-cell.xlsx",
            rows("<row r=\"99999999999\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row>"),
        ),
        ("no-rows.xlsx", rows("")),
        (
            "no-headings.xlsx",
            with(&format!("<worksheet xmlns=\"{SPACE}\"><sheetData>{one}</sheetData></worksheet>")),
        ),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// Books that are too much, broken or something else.
fn bad_books() -> Vec<Piece> {
    let one = named(&typed("Đơn vị của kho"));
    let whole = rows(&one);
    let with = |sheet: &str| zip(&parts(sheet, &strings(""), ""));
    let with_type = |what: &str| with(&format!("<!DOCTYPE x [{what}]>{}", sheet_of(&one)));
    let many = (2..10_100).fold(String::new(), |mut text, at| {
        write!(text, "<row r=\"{at}\"><c t=\"inlineStr\"><is><t>a{at}</t></is></c></row>").unwrap();
        text
    });
    let blanks = " ".repeat(30_000_000);
    let locked = zip(&parts(&sheet_of(&one), &strings(""), "")
        .into_iter()
        .map(|it| it.but(|it| it.flags = 1))
        .collect::<Vec<_>>());
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("too-many-rows.xlsx", rows(&many)),
        ("long-cell.xlsx", rows(&named(&typed(&"a".repeat(1_000_000))))),
        ("bomb.xlsx", rows(&named(&typed(&blanks)))),
        (
            "string-bomb.xlsx",
            zip(&parts(&sheet_of(&one), &strings(&format!("<si><t>{blanks}</t></si>")), "")),
        ),
        ("doctype.xlsx", with_type("<!ENTITY a \"ha\">")),
        ("file-entity.xlsx", with_type("<!ENTITY a SYSTEM \"file:///etc/passwd\">")),
        ("broken-xml.xlsx", with("<worksheet><sheetData><row>")),
        ("no-sheet.xlsx", zip(&parts("", &strings(""), "")[..4])),
        ("no-book.xlsx", zip(&parts(&sheet_of(&one), &strings(""), "")[4..])),
        ("locked.xlsx", locked),
        ("cut.xlsx", whole[..whole.len() / 2].to_vec()),
        (
            "lies.xlsx",
            zip_that(
                &parts(&sheet_of(&one), &strings(""), ""),
                &End { count: Some(60_000), ..End::default() },
            ),
        ),
        ("list.csv", "Tên;Loại\nĐơn vị của kho;Khác\n".as_bytes().to_vec()),
        ("marked.csv", "\u{feff}Tên,Loại\r\nĐơn vị của kho,Khác\r\n".as_bytes().to_vec()),
        ("page.xls", b"<html><table><tr><td>a</td></tr></table></html>".to_vec()),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0k\0b\0o\0o\0k\0".to_vec()),
        ("paper.xlsx", super::word::body("<w:p/>")),
        ("nothing.xlsx", Vec::new()),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// Sends each to the import of units; nothing is imported, for nobody says yes.
pub async fn told(house: &House) -> Vec<String> {
    let secretary = house.known(world::SECRETARY);
    let units = house.count("select count(*) from unit").await;
    let mut found = Vec::new();
    for piece in good() {
        let reply = sent(&secretary, &piece).await;
        reply.is(200).says("import-confirm-lead");
        assert!(text::clean(reply.text()).contains("Đơn vị của kho"), "{}", piece.name);
        found.push(format!("good/{} | 200 import-confirm-lead", piece.name));
    }
    for piece in bad().into_iter().chain(bad_books()) {
        let reply = sent(&secretary, &piece).await;
        found.push(format!("{} | {} {}", piece.name, reply.status.as_u16(), said(&reply)));
    }
    assert_eq!(house.count("select count(*) from unit").await, units);
    found
}

async fn sent(secretary: &Browser<'_>, piece: &Piece) -> Reply {
    secretary.send(upload("/units/import", &[], Some((&piece.name, &piece.bytes)))).await
}

/// Why a file is refused as a whole.
const FILES: [Trouble; 11] = [
    Trouble::Empty,
    Trouble::TooLarge,
    Trouble::OldFormat,
    Trouble::Locked,
    Trouble::PlainText,
    Trouble::NotASheet,
    Trouble::Damaged,
    Trouble::Bomb,
    Trouble::TooManyRows,
    Trouble::NoRows,
    Trouble::TooHard,
];
/// Sentences about a row, and about the whole list.
const ROWS: [&str; 6] = [
    "import-formula",
    "import-cell-error",
    "import-kind-unknown",
    "unit-name-empty",
    "import-headings-missing",
    "import-confirm-lead",
];

/// The sentence of the answer.
fn said(reply: &Reply) -> &'static str {
    let words = Words(Locale::Vi);
    let of_file = FILES.iter().find(|it| reply.has(&words.tell(&it.message(&UNITS))));
    let of_row = || ROWS.into_iter().find(|key| reply.has(&words.say(key)));
    let long = Message::new("name-too-long").with("longest", 200);
    let is_long = || reply.has(&words.tell(&long)).then_some("name-too-long");
    let told = of_file.map(|it| it.key()).or_else(of_row).or_else(is_long);
    told.unwrap_or("without a sentence")
}
