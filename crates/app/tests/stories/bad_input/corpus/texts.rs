//! Class C5: texts that try to be more than text, and ugly ones that are none of it. The door is the name of a
//! unit, which stands on pages and in a spreadsheet.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use kernel::Message;

use crate::browser::Browser;
use crate::house::House;
use crate::reply::{Reply, escaped};

/// Names that offices have, or type.
const GOOD: [&str; 22] = [
    "Sở Khoa học & Công nghệ",
    "Trường THPT “Nguyễn Huệ” – cơ sở 2",
    "Xã Đắk R'Lấp",
    "Xã Ia O (Ia Grai)",
    "Trạm Y tế số 1/2",
    "Công ty TNHH MTV <Thung Mây>",
    "Hội Nông dân; Hội Phụ nữ",
    "Ủy ban nhân dân xã Cư M'gar",
    "UỶ BAN NHÂN DÂN XÃ THUNG MÂY",
    "Sở  Y   tế\ttỉnh",
    "Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c",
    "Đội 5\u{a0}thôn\u{202f}3",
    "Ban quản lý khu\u{ad}công\u{ad}nghiệp",
    "Nhà máy Z751 — phân xưởng №3",
    "Tổ ½ – ngõ 5³",
    "Xí nghiệp 27/7",
    "50% sở hữu nhà nước",
    "Phòng C#/C++",
    "Đài PT-TH \"Sa Linh\"",
    "Ｓở toàn chiều rộng",
    "Trại giống 🌽 Thung Mây",
    "ÐÀI TRUYỀN THANH",
];

/// Markup that must stay text.
const MARKUP: [&str; 24] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "<a href=\"javascript:alert(1)\">a</a>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<iframe srcdoc='&lt;script&gt;'>",
    "<math><mtext></mtext><mglyph>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "\u{ff1c}script\u{ff1e}alert(1)",
    "<scr\u{200b}ipt>alert(1)</script>",
    "<scr\0ipt>alert(1)</script>",
    "+ADw-script+AD4-alert(1)",
    "` onmouseover=alert(1) x=`",
    "a onfocus=alert(1) autofocus",
    "<style>@import'http://x'</style>",
    "<base href=http://x>",
    "<meta http-equiv=refresh content=0>",
    "]]><script>alert(1)</script>",
];

/// Sources of templates and queries.
const SOURCES: [&str; 14] = [
    "{{7*7}}",
    "{% include \"/etc/passwd\" %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "#read(\"/etc/passwd\")",
    "\\input{/etc/passwd}",
    "{ $name }",
    "%s%s%s%n",
    "'; drop table unit; --",
    "' or '1'='1",
    "$1",
    "../../../etc/passwd",
    "-- comment",
];

/// Formulas, as spreadsheets know them.
const FORMULAS: [&str; 12] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=HYPERLINK(\"http://x\",\"a\")",
    "=cmd|'/c calc'!A1",
    "＝1+1",
    "\t=1+1",
    "\r\n=1+1",
    " =1+1",
    "\u{feff}=1+1",
    "'=1+1",
];

/// What people do not see, and what is not there.
const UNSEEN: [&str; 12] = [
    "",
    " ",
    "\u{200b}",
    "\u{202e}dcba",
    "\u{2066}ab\u{2069}",
    "a\u{200d}b\u{200c}c",
    "\u{301}",
    "a\u{1}b\u{7}c",
    "a\r\nBcc: x@example.org",
    "\u{e0041}\u{e0042}",
    "\u{fffe}",
    "x\u{115f}\u{3164}",
];

/// All of them, each with its name.
pub fn all() -> Vec<(String, String)> {
    let named = |class: &'static str, texts: &[&str]| {
        let lines = texts
            .iter()
            .enumerate()
            .map(|(at, text)| (format!("{class}-{at:02}"), (*text).to_owned()));
        lines.collect::<Vec<_>>()
    };
    let long = [
        ("long-00", "ế".repeat(200)),
        ("long-01", "ế".repeat(201)),
        ("long-02", format!("a{}", "\u{301}".repeat(150))),
        ("long-03", format!("Sở {}", "\u{323}\u{302}\u{301}".repeat(2_000))),
        ("long-04", "a ".repeat(500_000)),
        ("long-05", "a".repeat(199) + "🌽"),
    ];
    let mut all = [
        named("good", &GOOD),
        named("markup", &MARKUP),
        named("source", &SOURCES),
        named("formula", &FORMULAS),
        named("unseen", &UNSEEN),
    ]
    .concat();
    all.extend(long.map(|(name, text)| (name.to_owned(), text)));
    all
}

/// Founds a unit of each name, and looks for it on its page and in the spreadsheet of all units.
pub async fn told(house: &House) -> Vec<String> {
    let secretary = house.known(world::SECRETARY);
    let (mut found, mut kept) = (Vec::new(), Vec::new());
    for (name, text) in all() {
        let reply = secretary.post("/units", &[("name", &text), ("kind", "other")]).await;
        if reply.status != 303 {
            found.push(format!("{name} | {} {}", reply.status.as_u16(), refused_with(&reply)));
            continue;
        }
        let page = reply.header("location").to_owned();
        let shown = name_of(house, &page).await;
        is_inert(&secretary, &page, (&text, &shown)).await;
        found.push(format!("{name} | {}", shortly(&shown)));
        kept.push(shown);
    }
    stand_in_the_spreadsheet(&secretary, &kept).await;
    found
}

async fn name_of(house: &House, page: &str) -> String {
    let id = page.strip_prefix("/units/").unwrap();
    house.ask(&format!("select name from unit_name where unit_id = '{id}'")).await
}

/// What is long or cannot be seen, as a line of the table.
fn shortly(text: &str) -> String {
    let letters = text.chars().count();
    let text: String = text.chars().take(80).collect();
    match letters > 80 {
        true => format!("{}… {letters}", text.escape_debug()),
        false => text.escape_debug().to_string(),
    }
}

async fn is_inert(secretary: &Browser<'_>, page: &str, (typed, kept): (&str, &str)) {
    let reply = secretary.get(page).await;
    reply.is(200).shows(kept);
    for text in [typed, kept].into_iter().filter(|text| *text != escaped(text)) {
        assert!(!reply.text().contains(text), "{text} is markup");
    }
}

fn refused_with(reply: &Reply) -> &'static str {
    let long = Message::new("name-too-long").with("longest", 200);
    match () {
        () if reply.status == 413 => {
            reply.says("form-too-large");
            "form-too-large"
        }
        () if reply.has(&words("unit-name-empty")) => "unit-name-empty",
        () => {
            reply.tells(&long);
            "name-too-long"
        }
    }
}

fn words(key: &'static str) -> String {
    use hoithi::frame::{Locale, Words};
    Words(Locale::Vi).tell(&Message::new(key))
}

/// Every name is a cell of text, as it is, and nothing in the sheet is a formula.
async fn stand_in_the_spreadsheet(secretary: &Browser<'_>, kept: &[String]) {
    let file = secretary.get("/units/export").await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.is(200).body.clone())).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    let cells = book.worksheet_range(&name).unwrap();
    let texts: Vec<&str> = cells
        .used_cells()
        .filter_map(|(.., cell)| match cell {
            Data::String(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let lost: Vec<&String> = kept.iter().filter(|name| !texts.contains(&name.as_str())).collect();
    assert_eq!(lost, Vec::<&String>::new());
}
