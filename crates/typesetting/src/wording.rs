//! The set phrases of a paper, the same for both layouts.

use crate::paper::{Annex, Dated, Paper, Post, Signature, Title};

/// Quốc hiệu.
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Over the recipients.
pub const RECIPIENTS: &str = "Nơi nhận:";
/// Over the addressees.
pub const ADDRESSED: &str = "Kính gửi:";

/// Room for a pen, in spaces that no line breaks at.
fn room(letters: usize) -> String {
    "\u{a0}".repeat(letters)
}

/// `Số: 05/BC-SKHCN`; numbers below ten with a nought, a number that is not given yet as room for it.
pub fn number(paper: &Paper) -> String {
    let number = paper.number.map_or_else(|| room(6), |number| format!("{number:02}"));
    format!("Số: {number}/{}", paper.symbol)
}

/// `Sa Lĩnh, ngày 05 tháng 01 năm 2026`: days below ten and the first two months with a nought.
pub fn dated(place: &str, dated: Dated) -> String {
    let blank = || room(4);
    let day = dated.day.map_or_else(blank, |day| format!("{day:02}"));
    let month = match dated.month {
        Some(month @ ..=2) => format!("{month:02}"),
        Some(month) => month.to_string(),
        None => blank(),
    };
    let year = dated.year.map_or_else(blank, |year| year.to_string());
    format!("{place}, ngày {day} tháng {month} năm {year}")
}

/// Room for the place and the day of a form.
pub const FORM_DATED: &str = "................, ngày ...... tháng ...... năm 20....";

/// What stands in brackets below the posts.
pub fn note(signature: &Signature) -> Option<String> {
    signature.note.as_ref().map(|note| format!("({note})"))
}

/// A name of a body in capitals; the words that name what it is are not parted at the end of a line.
pub fn body_name(name: &str) -> String {
    let name = name.to_uppercase();
    ["ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BAN TỔ CHỨC"]
        .into_iter()
        .fold(name, |name, words| name.replace(words, &words.replace(' ', "\u{a0}")))
}

/// The lines over a name, in capitals.
pub fn posts(signature: &Signature) -> Vec<String> {
    let line = |post: &Post| {
        let title = post.title.to_uppercase();
        match post.authority {
            Some(authority) => format!("{} {title}", authority.printed()),
            None => title,
        }
    };
    signature.posts.iter().map(line).collect()
}

/// Recipients as they are printed: a dash before each, a semicolon after all but the last.
pub fn recipients(paper: &Paper) -> Vec<String> {
    let last = paper.recipients.len().saturating_sub(1);
    let line = |(at, name): (usize, &String)| {
        let end = if at == last { '.' } else { ';' };
        format!("- {}{end}", name.trim_end_matches([';', '.']))
    };
    paper.recipients.iter().enumerate().map(line).collect()
}

/// `(Kèm theo Báo cáo số 05/BC-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)`.
pub fn annexed(paper: &Paper) -> String {
    let kind = match &paper.title {
        Title::Named { kind, .. } => kind.as_str(),
        Title::Letter { .. } => "Công văn",
    };
    let number = number(paper).replace("Số: ", "");
    let day = dated("", paper.dated).replace(", ", "");
    format!("(Kèm theo {kind} số {number} {day} của {})", paper.issuer)
}

/// Label and title of an annex.
pub fn annex(annex: &Annex) -> [String; 2] {
    [annex.label.clone(), annex.title.to_uppercase()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_carry_their_noughts() {
        let paper = |number| Paper { number, symbol: "BC-UBND".to_owned(), ..Paper::default() };
        assert_eq!(number(&paper(Some(5))), "Số: 05/BC-UBND");
        assert_eq!(number(&paper(Some(112))), "Số: 112/BC-UBND");
        assert_eq!(number(&paper(None)), "Số: \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/BC-UBND");
        let check = |day: Option<i8>, month, expect: &str| {
            assert_eq!(dated("Sa Lĩnh", Dated { day, month, year: Some(2026) }), expect);
        };
        check(Some(5), Some(1), "Sa Lĩnh, ngày 05 tháng 01 năm 2026");
        check(Some(20), Some(9), "Sa Lĩnh, ngày 20 tháng 9 năm 2026");
        check(None, Some(12), "Sa Lĩnh, ngày \u{a0}\u{a0}\u{a0}\u{a0} tháng 12 năm 2026");
    }

    #[test]
    fn recipients_end_with_a_full_stop() {
        let recipients_of = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            recipients(&Paper { recipients: names, ..Paper::default() })
        };
        assert_eq!(recipients_of(&["Như trên;", "Lưu: VT."]), ["- Như trên;", "- Lưu: VT."]);
        assert_eq!(recipients_of(&[]), Vec::<String>::new());
    }
}
