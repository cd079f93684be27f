//! Pages that were printed and read by a real program, phrases, and what must hold for any text.

use proptest::prelude::*;

use super::{Marks, Restored, judge, restore};

/// A page as it was written and as the program read it.
const PAGES: [(&str, &str); 4] = [
    (include_str!("samples/district.txt"), include_str!("samples/district.poor.txt")),
    (include_str!("samples/prizes.txt"), include_str!("samples/prizes.poor.txt")),
    (include_str!("samples/youth.txt"), include_str!("samples/youth.poor.txt")),
    (include_str!("samples/rules.txt"), include_str!("samples/rules.poor.txt")),
];

/// Of a hundred words of a page so many are right in the end; names are what stays wrong.
const RIGHT: usize = 97;

#[test]
fn printed_pages_are_restored() {
    for (written, poor) in PAGES {
        let restored = restore(poor);
        tiles(poor, &restored);
        let written = words(written);
        let share = |text: &str| right(&written, &words(text)) * 100 / written.len();
        let (before, after) = (share(poor), share(&restored.text));
        assert!(before < 25 && after >= RIGHT, "{before} -> {after}: {}", restored.text);
    }
}

#[test]
fn phrases_are_restored() {
    // A page gives its words away by each other, so each row is read within a page.
    let rows = [
        (
            "Séng tao k¥ thuét tinh Hoa Binh 14n tha VIII",
            "Sáng tạo kỹ thuật tỉnh Hòa Bình lần thứ VIII",
        ),
        ("UBND cac huyén, thi x4, thanh phé", "UBND các huyện, thị xã, thành phố"),
        ("TRUONG DAI HOC Poc lap - Tu do", "TRƯỜNG ĐẠI HỌC Độc lập - Tự do"),
        ("lan thi? IV; Jan tht? nam", "lần thứ IV; lần thứ năm"),
        (
            "LIEN HIEP CAC HOI KHOA HQC VA KY THUAT TiNH",
            "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH",
        ),
        ("Poc lap - Tu do - Hanh phiic", "Độc lập - Tự do - Hạnh phúc"),
        ("Quyét dinh s6 1207/QD-UBND ngay 22/4/2021", "Quyết định số 1207/QĐ-UBND ngày 22/4/2021"),
        (
            "S6: 96/UBND-VHXH, ngay 24 thang M nam 2021",
            "Số: 96/UBND-VHXH, ngày 24 tháng M năm 2021",
        ),
        ("lan thtr VIIL, ndm 2022 - 2023", "lần thứ VIII, năm 2022 - 2023"),
        ("Ké hoach t& chirc Hoi thi", "Kế hoạch tổ chức Hội thi"),
        ("phu‘o'ng t6 chirc; cac xa, phudng", "phương tổ chức; các xã, phường"),
        (
            "gui vé sangtao@hoabinh.example.vn, http://a.gov.vn/Van",
            "gửi về sangtao@hoabinh.example.vn, http://a.gov.vn/Van",
        ),
        ("dién thoai: 0218.555.0142", "điện thoại: 0218.555.0142"),
    ];
    for (poor, expect) in rows {
        let page = restore(&format!("{PAGE}\n\n{poor}"));
        assert_eq!(page.text.rsplit("\n\n").next(), Some(expect));
    }
}

const PAGE: &str = "Can cir Quyét dinh ctia UBND tinh vé viéc ban hanh Ké hoach, Thé 1é Hoi thi; cac co \
                    quan, don vi, dia phuong trién khai thuc hién theo ding quy dinh va bao cao két qua.";

#[test]
fn only_poor_vietnamese_is_poor() {
    use Marks::{Poor, Sound};
    let rows = [
        ("", Sound),
        ("Lien hiep cac Hoi Khoa hoc va Ky thuat tinh", Poor),
        ("Kính gửi các huyện, thị xã; Thẻ lệ Hội thi, k¥ thuật sô 5", Sound),
        (
            "The committee shall send its report to the ministry before the end of the month of May",
            Sound,
        ),
        (
            "Le comité envoie son rapport au ministère avant la fin du mois de mai, dans la ville",
            Sound,
        ),
        (
            "fn main() { let tokens = cut(&chars); for token in tokens { println!(\"{token}\"); } }",
            Sound,
        ),
        ("SELECT id, name FROM units WHERE parent IS NULL AND level = 2 ORDER BY sort_key", Sound),
        ("委员会应当在月底之前提交报告 各部门 各单位 请遵照执行", Sound),
        ("0218.555.0142 14/9/2021 1207/QD-UBND", Sound),
    ];
    for (text, expect) in rows {
        assert_eq!(judge(text), expect, "{text}");
    }
    for (written, poor) in PAGES {
        assert_eq!((judge(written), judge(poor)), (Sound, Poor));
    }
}

/// The words of a text as they are compared: without punctuation, and only those with letters.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(str::to_owned)
        .collect()
}

/// How many words stand in both lists in the same order, at most.
fn right(written: &[String], read: &[String]) -> usize {
    let mut best = vec![0; read.len() + 1];
    for word in written {
        let mut diagonal = 0;
        for (at, other) in read.iter().enumerate() {
            let above = best[at + 1];
            best[at + 1] = if word == other { diagonal + 1 } else { above.max(best[at]) };
            diagonal = above;
        }
    }
    best[read.len()]
}

/// The pieces cover both texts in order, and unchanged ones are equal in both.
fn tiles(source: &str, restored: &Restored) {
    let (from, to): (Vec<char>, Vec<char>) =
        (source.chars().collect(), restored.text.chars().collect());
    let (mut read, mut written) = (0, 0);
    for piece in &restored.pieces {
        assert_eq!((piece.source.start, piece.text.start), (read, written));
        let equal = from[piece.source.clone()] == to[piece.text.clone()];
        assert_eq!(piece.changed, !equal);
        assert!((0.0..=1.0).contains(&piece.certainty));
        (read, written) = (piece.source.end, piece.text.end);
    }
    assert_eq!((read, written), (from.len(), to.len()));
    assert_eq!(source.matches('\n').count(), restored.text.matches('\n').count());
}

/// Texts made of what poor papers are made of, so that many of them are poor.
fn poor_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => "(tinh|Quang|huyén|thi|x4|s6|ky|thuét|chirc|va|cua|Hoi|TiNH|DONG|t&|14n|ngay|nam|c6|VIIL) ",
        1 => "[a-zA-Z0-9đêáàỹ¥§&€'.,;:/()@-]{1,9} ",
        1 => "\\PC{0,4}|\n|\n\n| ",
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_tiled(text in "\\PC*|[\\s\\S]{0,200}") {
        tiles(&text, &restore(&text));
    }

    #[test]
    fn bytes_are_tiled(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        tiles(&text, &restore(&text));
    }

    #[test]
    fn restored_text_stays(text in poor_text()) {
        let restored = restore(&text);
        tiles(&text, &restored);
        let again = restore(&restored.text);
        prop_assert_eq!(&again.text, &restored.text);
    }

    #[test]
    fn sound_text_is_untouched(cut in 0_usize..1_500, length in 80_usize..400) {
        let sound: String = PAGES[0].0.chars().skip(cut).take(length).collect();
        let restored = restore(&sound);
        prop_assert_eq!(restored.text, sound);
    }
}
