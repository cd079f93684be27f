//! Files that are no papers, broken, locked or made to do harm: each gets its code and its sentence, the parent
//! stays small, and the next file is read.

use std::path::Path;
use std::process::Command;

use hoithi::frame::{Locale, Words};
use hoithi::papers::trouble::Trouble;

use super::made;
use super::reader::{facts, folder, read};

/// Kilobytes that the parent may hold, whatever it is given.
const MOST_MEMORY: u64 = 96 * 1024;

/// A file of this name, and the code that it is refused with.
type Bad = (&'static str, Vec<u8>, &'static str);

fn word_part(text: &str) -> Vec<u8> {
    made::package(&[("word/document.xml", text.as_bytes())])
}

fn packages() -> Vec<Bad> {
    let paper = made::word(&made::LINES);
    let bomb = paper.replace("KẾ HOẠCH", &" ".repeat(12 * 1024 * 1024));
    let laughs =
        format!("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:p>&b;</w:p>{paper}");
    let outside =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:p><w:t>&a;</w:t></w:p>";
    let inner = made::docx(&made::LINES);
    let many: Vec<String> = (0..2_001).map(|at| format!("{at}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let cut = inner[..inner.len() / 2].to_vec();
    vec![
        ("bomb.docx", word_part(&bomb), "archive.too_big"),
        ("laughs.docx", word_part(&laughs), "office.doctype"),
        ("outside.docx", word_part(outside), "office.doctype"),
        ("deep.docx", word_part(&"<w:p>".repeat(100_000)), "office.damaged"),
        ("cut.docx", cut, "archive.damaged"),
        ("nested.zip", made::package(&[("a.docx", &inner), ("b.zip", &inner)]), "archive.other"),
        ("climbs.zip", made::package(&[("../../climbed.txt", b"x")]), "archive.other"),
        ("many.zip", made::package(&many), "archive.too_many_parts"),
        ("sheet.xlsx", made::package(&[("xl/workbook.xml", b"<workbook/>")]), "office.sheet"),
        ("slides.pptx", made::package(&[("ppt/presentation.xml", b"<p/>")]), "office.slides"),
    ]
}

fn pdfs() -> Vec<Bad> {
    let lock = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]",
        "ab".repeat(32)
    );
    let text = made::pdf_of_text(&made::LINES);
    let arrays = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes();
    let nested = vec![arrays];
    let catalogue = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()];
    let circle = vec![
        catalogue[0].clone(),
        b"<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>".to_vec(),
    ];
    let huge = made::pdf_of_picture(
        60_000,
        60_000,
        "/Filter /JBIG2Decode",
        b"\0\0\0\0\x30\0\x01\0\0\0\x13",
    );
    let jpx = made::pdf_of_picture(60_000, 60_000, "/Filter /JPXDecode", b"\xFF\x4F\xFF\x51");
    let cut = made::pdf(&text, "")[..40].to_vec();
    vec![
        ("locked.pdf", made::pdf(&text, &lock), "pdf.encrypted"),
        ("cut.pdf", cut, "pdf.damaged"),
        ("nested.pdf", made::pdf(&nested, ""), "pdf.damaged"),
        ("loop.pdf", made::pdf(&catalogue, "/Prev 9"), "pdf.damaged"),
        ("circle.pdf", made::pdf(&circle, ""), "pdf.damaged"),
        ("jbig2.pdf", made::pdf(&huge, ""), "image.no_text"),
        ("jpx.pdf", made::pdf(&jpx, ""), "image.no_text"),
    ]
}

fn others() -> Vec<Bad> {
    let wide = |name: &str| name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
    let old = |name: &str| [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &wide(name)].concat();
    let pixels = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50\x08\0\0\0\0".to_vec();
    let sky = made::tiff(640, 480, |x, y| u8::try_from((x / 4 + y / 5) % 256).unwrap());
    let chinese =
        b"\xD6\xD0\xBB\xAA\xC8\xCB\xC3\xF1\xB9\xB2\xBA\xCD\xB9\xFA\xCD\xF2\xCB\xEA".repeat(4);
    let noise: Vec<u8> = (0..4096_u32).map(|at| u8::try_from(at * at % 251).unwrap()).collect();
    vec![
        ("empty.docx", Vec::new(), "file.empty"),
        ("blank.txt", b" \n\n".to_vec(), "text.none"),
        ("chinese.txt", chinese, "text.encoding"),
        ("noise.bin", noise, "file.unknown"),
        ("old.doc", old("WordDocument"), "office.old_doc"),
        ("old.xls", old("Workbook"), "office.sheet"),
        ("locked.docx", old("EncryptedPackage"), "office.locked"),
        ("pixels.png", pixels, "image.too_big"),
        (
            "cut.png",
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40\x08\0\0\0\0".to_vec(),
            "image.damaged",
        ),
        ("sky.tif", sky, "image.no_text"),
        ("film.heic", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "image.kind"),
        ("paper.rar", b"Rar!\x1A\x07\x01\0".to_vec(), "archive.other"),
    ]
}

fn sentence(code: &str) -> String {
    let trouble = Trouble::all().find(|trouble| trouble.code() == code).unwrap();
    Words(Locale::Vi).tell(&trouble.message())
}

/// Gives the files and one good paper after them to one run.
#[track_caller]
fn check(files: &[Bad]) {
    let (_keep, inside) = folder();
    for (name, bytes, _) in files {
        std::fs::write(inside.join(name), bytes).unwrap();
    }
    std::fs::write(inside.join("good.docx"), made::docx(&made::LINES)).unwrap();
    let mut names: Vec<&str> = files.iter().map(|(name, ..)| *name).collect();
    names.extend(["good.docx", "--json", "facts", "-v"]);
    let run = read(&inside, &names);
    let line = |(name, _, code): &Bad| format!("{name}: {}\n {code}\n", sentence(code));
    assert_eq!(run.refused, files.iter().map(line).collect::<String>());
    assert_eq!(run.status, Some(1));
    assert_eq!(facts(&inside, "facts/good.json")["document"]["number"], "12");
    assert_eq!(std::fs::read_dir(inside.join("facts")).unwrap().count(), 1);
    assert!(run.memory < MOST_MEMORY, "the parent held {} KB", run.memory);
}

#[test]
fn bad_packages_get_a_sentence() {
    check(&packages());
}

#[test]
fn bad_pdfs_get_a_sentence() {
    check(&pdfs());
}

#[test]
fn other_bad_files_get_a_sentence() {
    check(&others());
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let (_keep, inside) = folder();
    assert!(Command::new("mkfifo").arg(inside.join("pipe")).status().unwrap().success());
    let big = std::fs::File::create(inside.join("big.pdf")).unwrap();
    big.set_len(200 * 1024 * 1024).unwrap();
    let run = read(&inside, &["pipe", "/dev/zero", "absent.txt", "big.pdf", "-v"]);
    let expect = [
        ("pipe", "file.not_a_file"),
        ("/dev/zero", "file.not_a_file"),
        ("absent.txt", "file.absent"),
        ("big.pdf", "file.too_big"),
    ];
    let line = |(name, code): (&str, &str)| format!("{name}: {}\n {code}\n", sentence(code));
    assert_eq!(run.refused, expect.map(line).concat());
    assert_eq!((run.status, run.said.as_str()), (Some(1), ""));
    assert!(run.memory < MOST_MEMORY, "the parent held {} KB", run.memory);
}

#[test]
fn a_file_that_may_not_be_opened_is_said() {
    let (_keep, inside) = folder();
    let closed = inside.join("closed.txt");
    std::fs::write(&closed, made::LINES.join("\n")).unwrap();
    std::fs::set_permissions(&closed, std::os::unix::fs::PermissionsExt::from_mode(0o000)).unwrap();
    let run = read(&inside, &["closed.txt", "-v"]);
    match std::fs::File::open(&closed).is_ok() {
        // The superuser may open everything.
        true => assert_eq!(run.status, Some(0)),
        false => assert_eq!(
            run.refused,
            format!("closed.txt: {}\n file.closed\n", sentence("file.closed"))
        ),
    }
}

#[test]
fn every_sentence_says_a_way_out() {
    for locale in Locale::ALL {
        for trouble in Trouble::all() {
            let text = Words(locale).tell(&trouble.message());
            assert!(text.matches(['.', ';']).count() >= 2, "{}: {text}", trouble.code());
        }
    }
    assert!(!Path::new("/climbed.txt").exists());
}
