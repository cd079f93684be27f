//! Names printed in capitals, written as Annex II of Decree 30/2020/NĐ-CP writes them in a sentence.

use std::sync::LazyLock;

use kernel::text::fold;

use super::units::capitalised;

/// Phrases whose capitals are settled.
const PHRASES: &str = "Ủy ban nhân dân|Hội đồng nhân dân|Ban Tổ chức|Ban Chỉ đạo|Ban Thư ký|Ban Giám khảo|Ban Giám hiệu|Ban Quản lý|Ban Chấp hành|Ban Thường vụ|Ban Thường trực|Ban Tuyên giáo|Ban Dân vận|Hội đồng Giám khảo|Hội thi|Cuộc thi|Sáng tạo kỹ thuật|Sáng tạo Thanh thiếu niên, nhi đồng|Sáng tạo Thanh thiếu niên và Nhi đồng|Liên hiệp các Hội|Liên hiệp Hội|Khoa học và Kỹ thuật|Khoa học và Công nghệ|Giáo dục và Đào tạo|Tài nguyên và Môi trường|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Kế hoạch và Đầu tư|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Văn hóa và Thông tin|Văn hóa - Xã hội|Thông tin và Truyền thông|Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng và Đô thị|Tài chính - Kế hoạch|Công Thương|Giao thông vận tải|Giao thông Vận tải|Nội vụ|Tư pháp|Tài chính|Xây dựng|Y tế|Ngoại vụ|Dân tộc và Tôn giáo|Thanh tra|Mặt trận Tổ quốc|Việt Nam|Liên đoàn Lao động|Tổng Liên đoàn Lao động|Đoàn Thanh niên|Cộng sản Hồ Chí Minh|Hồ Chí Minh|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Hội Nông dân|Hội Liên hiệp Phụ nữ|Hội Cựu chiến binh|Đại học|Cao đẳng|Bệnh viện Đa khoa|Bệnh viện|Công an|Bộ Chỉ huy Quân sự|Trung tâm|Văn phòng|Tổng Công ty|Tập đoàn|Chủ tịch|Phó Chủ tịch|Trưởng Ban|Phó Trưởng Ban|Giám đốc|Phó Giám đốc|Hiệu trưởng|Phó Hiệu trưởng|Chánh Văn phòng|Phó Chánh Văn phòng|Bí thư|Phó Bí thư|Trưởng phòng|Phó Trưởng phòng|Quỹ Hỗ trợ|Kinh tế|Hạ tầng|Văn hóa|Xã hội|Sở|Phòng|Bộ|Đảng ủy|Trường";
/// Words that stay in capitals.
const ACRONYMS: [&str; 27] = [
    "UBND", "HĐND", "STKT", "BTC", "BCH", "BGH", "MTTQ", "UBMTTQ", "TNCS", "TNTP", "THPT", "THCS",
    "TNHH", "MTV", "CP", "VUSTA", "VIFOTEC", "TTN", "TTNNĐ", "KHKT", "KHCN", "CNTT", "II", "III",
    "IV", "VI", "HCM",
];
/// Kinds of place, whose name follows in capitals.
const PLACES: [&str; 10] =
    ["tỉnh", "thành phố", "huyện", "thị xã", "xã", "phường", "thị trấn", "quận", "đặc khu", "tp"];

static FOLDED: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let mut phrases: Vec<(String, &str)> =
        PHRASES.split('|').map(|phrase| (phrase.to_lowercase(), phrase)).collect();
    phrases.sort_by_key(|(folded, _)| std::cmp::Reverse(folded.len()));
    phrases
});

/// A name in capitals as it stands in a sentence: "ỦY BAN NHÂN DÂN TỈNH AN LẠC" → "Ủy ban nhân dân
/// tỉnh An Lạc". A name in mixed case stays.
pub(crate) fn in_sentence(name: &str) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if letters().filter(|c| c.is_uppercase()).count() * 10 < letters().count() * 8 {
        return name.to_owned();
    }
    let lowered: Vec<String> = name.split(' ').map(lowered).collect();
    capitalised(&with_phrases(&with_places(&lowered).join(" ")))
}

fn lowered(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_number = !bare.is_empty() && bare.chars().all(|c| "IVXL0123456789".contains(c));
    if ACRONYMS.contains(&bare) || word.contains('&') || is_number {
        word.to_owned()
    } else {
        word.to_lowercase()
    }
}

/// The words after a kind of place are its name, up to "lần", "năm" or the end.
fn with_places(words: &[String]) -> Vec<String> {
    let mut naming = false;
    let mut written: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let pair =
            at.checked_sub(1).map_or(String::new(), |before| format!("{} {word}", words[before]));
        let ends = ["lần", "năm", "kỳ", "và", "-", "–"].contains(&fold_free(word));
        naming = naming && !ends;
        written.push(if naming { capitalised(word) } else { word.clone() });
        if PLACES.contains(&word.as_str()) || PLACES.contains(&pair.as_str()) {
            naming = true;
            let kind = written.len() - 1;
            written[kind].clone_from(word);
        } else if naming && matches!(word.as_str(), "phố" | "trấn" | "khu") {
            written.last_mut().into_iter().for_each(|last| last.clone_from(word));
        }
    }
    written
}

fn fold_free(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-' && c != '–')
}

/// Each phrase as it is settled, the longest first, from left to right.
fn with_phrases(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let at_edge = written.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let fits = |lower: &str| {
            rest.starts_with(lower)
                && rest[lower.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
        };
        let phrase = FOLDED.iter().find(|(lower, _)| at_edge && fits(lower));
        let (taken, put) = match (phrase, rest.chars().next()) {
            (Some((lower, phrase)), _) => (lower.len(), *phrase),
            (None, Some(c)) => (c.len_utf8(), &rest[..c.len_utf8()]),
            (None, None) => break,
        };
        written.push_str(put);
        rest = &rest[taken..];
    }
    written
}

/// Whether a name is one of the settled ones.
pub(crate) fn is_phrase(name: &str) -> bool {
    let name = name.to_lowercase();
    FOLDED.iter().any(|(lower, _)| *lower == name)
}

/// Whether two names are the same but for marks, case and punctuation.
pub(crate) fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_sentence() {
        let rows = [
            ("ỦY BAN NHÂN DÂN THÀNH PHỐ AN LẠC", "Ủy ban nhân dân thành phố An Lạc"),
            (
                "BAN TỔ CHỨC HỘI THI STKT TỈNH LẦN THỨ 11",
                "Ban Tổ chức Hội thi STKT tỉnh lần thứ 11",
            ),
            ("UBND TỈNH AN LẠC", "UBND tỉnh An Lạc"),
            (
                "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH AN LẠC",
                "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh An Lạc",
            ),
            ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ"),
            ("CHỦ TỊCH LIÊN HIỆP CÁC HỘI KH&KT TỈNH", "Chủ tịch Liên hiệp các Hội KH&KT tỉnh"),
            ("PHÓ TRƯỞNG BAN", "Phó Trưởng Ban"),
            ("Sở Y tế", "Sở Y tế"),
        ];
        for (capitals, expect) in rows {
            assert_eq!(in_sentence(capitals), expect);
        }
    }
}
