use super::*;

/// Every small letter of Vietnamese that has a mark.
const SMALL: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
/// The capitals that TCVN3 has.
const ABC_CAPITALS: &str = "ĂÂÊÔƠƯĐ";

fn western() -> impl Iterator<Item = char> {
    ('\u{A1}'..='\u{FE}').chain(['a', 'e', 'o', 'u', 'y', 'A', 'E', 'O', 'U', 'Y'])
}

/// Every way in which a charset writes a letter.
fn ways(letter: char, charset: Charset) -> Vec<String> {
    let singles =
        western().filter(|one| table::single(charset, *one) == Some(letter)).map(String::from);
    let pairs = western().flat_map(|vowel| western().map(move |mark| (vowel, mark)));
    let pairs = pairs.filter(|(vowel, mark)| table::pair(charset, *vowel, *mark) == Some(letter));
    singles.chain(pairs.map(|(vowel, mark)| format!("{vowel}{mark}"))).collect()
}

#[test]
fn every_letter_comes_back() {
    let capitals: String = SMALL.chars().map(capital).collect();
    for letter in SMALL.chars().chain(capitals.chars()) {
        let ways = ways(letter, Charset::Vni);
        assert!(!ways.is_empty(), "VNI writes {letter}");
        for way in ways {
            assert_eq!(to_unicode(&way, Charset::Vni), letter.to_string(), "{way}");
        }
    }
    for letter in SMALL.chars().chain(ABC_CAPITALS.chars()) {
        let ways = ways(letter, Charset::Tcvn3);
        assert_eq!(ways.len(), 1, "TCVN3 writes {letter} in one way");
        assert_eq!(to_unicode(&format!("x{}", ways[0]), Charset::Tcvn3), format!("x{letter}"));
    }
}

#[test]
fn a_letter_is_written_in_one_way_but_for_the_case_of_its_mark() {
    for letter in SMALL.chars() {
        let mut ways: Vec<String> = ways(letter, Charset::Vni);
        ways.iter_mut().for_each(|way| *way = way.to_lowercase());
        ways.sort();
        ways.dedup();
        assert_eq!(ways.len(), 1, "{letter}: {ways:?}");
    }
}

const VNI: &str = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc";
const ABC: &str = "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§éc lËp - Tù do - H¹nh phóc";
const SOUND: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";

#[test]
fn the_words_of_the_republic_are_read_in_both() {
    for (text, charset) in [(VNI, Charset::Vni), (ABC, Charset::Tcvn3)] {
        assert_eq!(recognise(text), Some(charset));
        assert_eq!(to_unicode(text, charset), SOUND);
    }
}

#[test]
fn sound_text_is_left_alone() {
    let check = |text: &str| assert_eq!(recognise(text), None, "{text}");
    check("");
    check(SOUND);
    check("Cộng hòa xã hội chủ nghĩa Việt Nam".repeat(9).as_str());
    check("áo cà phê, tám giờ, cô giáo, bà già, lúa, xã, thôn, ô tô, tàu, lò");
    check("à á ã â è é ê ì í ò ó ô õ ù ú ý xã hà nô tê là và cá mà lê tôi mô hình");
    check("Le résumé du célèbre théâtre français, où l'élève préfère la forêt à la fenêtre");
    check("Für größere Mühlen müssen Bäcker schöne Öfen über Brücken führen, natürlich");
    check("El niño pequeño enseña español mañana a la señora, qué año");
    check("fn main() { println!(\"{}\", 1 << 3); }");
    let decomposed: String = "cô\u{323}ng ho\u{300}a xa\u{303} hô\u{323}i".into();
    check(&decomposed);
}

#[test]
fn a_sound_text_with_a_foreign_line_is_left_alone() {
    assert_eq!(recognise(&format!("{SOUND}\n{SOUND}\n{ABC}")), None);
}

#[test]
fn pieces_say_where_they_come_from() {
    let found = pieces("xaõ 1", Charset::Vni);
    let found: Vec<(char, Range<usize>)> =
        found.into_iter().map(|it| (it.letter, it.source)).collect();
    assert_eq!(found, [('x', 0..1), ('ã', 1..4), (' ', 4..5), ('1', 5..6)]);
}

#[test]
fn fonts_say_their_charset() {
    let check = |name: &str, expect: Option<Charset>| assert_eq!(of_font(name), expect, "{name}");
    check(".VnTime", Some(Charset::Tcvn3));
    check(".VnArialH", Some(Charset::Tcvn3));
    check("VNI-Times", Some(Charset::Vni));
    check("Times New Roman", None);
    check("", None);
    assert_eq!([is_capital_font(".VnTimeH"), is_capital_font(".VnTime")], [true, false]);
}
