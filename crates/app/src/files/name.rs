//! What a file is called when people see it or save it. Names are shown, never used as paths.

use kernel::text;

/// Most letters of a file's name.
const LONGEST: usize = 120;
/// What a file without a name is called.
const NAMELESS: &str = "tep";
/// Names that one family of machines keeps for devices, whatever stands after the dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// A file's name as it was sent, without its folder, without signs that nobody sees or that turn the line
/// round, and such that it can be saved on any machine.
pub fn name_of(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_shown = |sign: &char| !sign.is_control() && !"<>:\"|?*".contains(*sign);
    let name: String = text::clean(last).chars().filter(is_shown).collect();
    let name = name.trim_matches([' ', '.']);
    let cut = name.chars().count().saturating_sub(LONGEST);
    // The end of a name says what kind of file it is.
    let name: String = name.chars().skip(cut).collect();
    match name.chars().any(char::is_alphanumeric) {
        true if is_device(&name) => format!("_{name}"),
        true => name,
        false => NAMELESS.to_owned(),
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = NUMBERED_DEVICES.iter().filter_map(|device| stem.strip_prefix(device));
    DEVICES.contains(&stem.as_str())
        || numbered.into_iter().any(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_safely_and_keeps_its_end() {
        let check = |sent: &str, expect: &str| assert_eq!(name_of(sent), expect, "{sent:?}");
        check("C:\\Tài liệu\\Báo cáo.pdf", "Báo cáo.pdf");
        check("../../etc/passwd", "passwd");
        check("a/b\\c.pdf", "c.pdf");
        check("", "tep");
        check("...", "tep");
        check("   ", "tep");
        check("/", "tep");
        check("ảnh\u{202E}gpj.exe", "ảnhgpj.exe");
        check("a\u{200B}b.pdf", "ab.pdf");
        check("a\0b\r\nc.pdf", "ab c.pdf");
        check("\u{301}\u{301}\u{301}", "tep");
        check("🚜", "tep");
        check("🚜 máy.pdf", "🚜 máy.pdf");
        check("máy cày.pdf. . .", "máy cày.pdf");
        check(".htaccess", "htaccess");
        check("CON", "_CON");
        check("con.pdf", "_con.pdf");
        check("NUL .txt", "_NUL .txt");
        check("COM1.pdf", "_COM1.pdf");
        check("LPT9", "_LPT9");
        check("community.pdf", "community.pdf");
        check("console.pdf", "console.pdf");
        check("a<b>:\"|?*.pdf", "ab.pdf");
        check("ma\u{301}y.pdf", "máy.pdf");
        check("<script>alert(1)</script>.pdf", "script.pdf");
    }

    #[test]
    fn a_long_name_is_cut_at_its_beginning() {
        for letter in ["a", "ế", "🚜"] {
            let name = name_of(&format!("{}a.docx", letter.repeat(4096)));
            assert_eq!((name.chars().count(), name.ends_with("a.docx")), (120, true), "{letter}");
        }
    }
}
