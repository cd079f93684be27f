//! Class C6: names of files. The door is an upload; a name is shown in a list and said in a header.

use crate::house::House;
use crate::uploads::{Sender, noise};

/// Names of files in offices.
const GOOD: [&str; 22] = [
    "Bản mô tả giải pháp (lần 2).docx",
    "BIÊN BẢN NGHIỆM THU.PDF",
    "Ảnh máy cày – chạy thử.jpeg",
    "20261121_101500.jpg",
    "IMG_0001 (1) - Copy.JPG",
    "Ho so du thi.v2.final.FINAL.docx",
    "Zalo_ScreenShot_21_11_2026.png",
    "Thuyết minh & phụ lục.pdf",
    "Giải pháp 50%.pdf",
    "Bản vẽ số #3.pdf",
    "a+b=c.pdf",
    "Sơ đồ [A3].pdf",
    "Phụ lục 1; 2, 3.pdf",
    "Máy 'Thung Mây'.pdf",
    "Ba\u{309}n mo\u{302} ta\u{309}.pdf",
    "Đơn đăng ký.pdf",
    "Quyết định số 12_QĐ-UBND.signed.pdf",
    "🌽.pdf",
    "Ngô 🌽 ba hàng.pdf",
    "日本語.pdf",
    "không đuôi",
    "~$mo-ta.docx",
];

/// Names that want to be a place, a device, a header or another name.
const BAD: [&str; 40] = [
    "../../../etc/passwd",
    "..\\..\\boot.ini",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\127.0.0.1\\share\\a.pdf",
    "file:///etc/passwd",
    "%2e%2e%2fa.pdf",
    "..%c0%af..%c0%afa.pdf",
    "a/../b.pdf",
    "a\u{2044}b.pdf",
    "a\u{2215}b.pdf",
    "a\u{ff0f}b.pdf",
    ".",
    "..",
    "...",
    " ",
    "/",
    "\\",
    "CON",
    "aux.pdf",
    "lpt1.docx",
    "NUL.tar.gz",
    "COM0.txt",
    "con .pdf",
    ".htaccess",
    "a.pdf ",
    "a.pdf.",
    "a.pdf. . .",
    "a\u{202E}fdp.exe",
    "\u{2066}a\u{2069}.pdf",
    "a\u{200B}.pdf",
    "a\r\nset-cookie: x=y.pdf",
    "a\nb.pdf",
    "a\0.pdf",
    "\u{301}\u{302}\u{303}",
    "a;filename=b.exe",
    "a\";filename=\"b.exe",
    "=HYPERLINK(\"x\").pdf",
    "{{7*7}}.pdf",
    "\"><script>alert(1)</script>.pdf",
];

/// Sends a file under each name; tells how it is called from then on, and what a browser would save it as.
pub async fn told(house: &House) -> Vec<String> {
    let sender = Sender::secretary(house);
    let long = [
        format!("{}.pdf", "ế".repeat(1_300)),
        format!("{}.pdf", "a/".repeat(600)),
        format!("{}.pdf", "🌽".repeat(200)),
        format!("a.{}", "pdf".repeat(300)),
        format!("o{}.pdf", "\u{302}".repeat(400)),
    ];
    let good = GOOD.iter().map(|name| ("good", (*name).to_owned()));
    let bad = BAD.iter().map(|name| ("bad", (*name).to_owned()));
    let long = long.into_iter().map(|name| ("long", name));
    let mut found = Vec::new();
    for (at, (class, name)) in good.chain(bad).chain(long).enumerate() {
        // The newest stand first in the list.
        house.wait_seconds(1);
        let (path, reply) = sender.brings(&name, &noise(at + 1)).await;
        reply.is(204);
        let id = path.strip_prefix("/uploads/").unwrap();
        let shown = house.ask(&format!("select name from upload where id = '{id}'")).await;
        sender.0.get("/uploads").await.is(200).shows(&shown);
        let saved = sender.0.get(&format!("{path}/file")).await;
        is_one_plain_word(saved.is(200).header("content-disposition"), &shown);
        if class == "good" {
            assert_eq!(shown, kernel::text::clean(&name));
        }
        found.push(format!("{class}-{at:02} | {}", shown.escape_debug()));
    }
    found
}

/// The header says the name as RFC 6266 and 8187 have it, and nothing else.
fn is_one_plain_word(disposition: &str, shown: &str) {
    let name = disposition.strip_prefix("attachment; filename*=UTF-8''").unwrap();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let mut meant = String::new();
    for byte in shown.bytes() {
        match is_plain(byte) {
            true => meant.push(char::from(byte)),
            false => meant.push_str(&format!("%{byte:02X}")),
        }
    }
    assert_eq!(name, meant);
}
