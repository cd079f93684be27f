//! Common misspellings: a fixed word with other marks, a syllable typed twice.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::at;
use crate::facts::{Doubt, DoubtCode};
use crate::read::form::Form;
use crate::read::text::{Span, Text, shade};

/// Words of two syllables that no other marks turn into another word of such papers.
const FIXED: &str = "thể lệ|sáng tạo|kỹ thuật|sáng kiến|giải pháp|cải tiến|tuyên truyền|phổ biến|triển khai|thực hiện|hướng dẫn|đăng ký|tham gia|tổ chức|phát động|hưởng ứng|phong trào|khuyến khích|khen thưởng|giải thưởng|hồ sơ|kinh phí|ngân sách|báo cáo|thành lập|giám khảo|thường trực|phối hợp|chủ trì|đôn đốc|kiểm tra|công nghệ|nghiên cứu|ứng dụng|hiệu quả|chất lượng|sản xuất|đời sống|nhân dân|cán bộ|công chức|viên chức|lao động|học sinh|sinh viên|giáo viên|doanh nghiệp|đơn vị|địa phương|lĩnh vực|nông nghiệp|năng lượng|vật liệu|hóa chất|xây dựng|giao thông|viễn thông|điện tử|giáo dục|đào tạo|nhiệm vụ|kế hoạch|quyết định|quy định|thông báo|tiêu chí|hội đồng|tổng kết|trao giải|ủy ban|liên hiệp|mặt trận|thanh niên|phụ nữ|nông dân|cựu chiến|đoàn viên|hội viên|đối tượng|điều kiện|thời gian|địa điểm|địa chỉ|điện thoại|liên hệ|chi tiết|nội dung|yêu cầu|mục đích|ý nghĩa|phát triển|kinh tế|xã hội|quốc phòng|đổi mới|tiềm năng|rộng rãi|kịp thời|nghiêm túc|tích cực|hăng hái|đẩy mạnh|nâng cao|góp phần|xuất sắc|thành tích|vận động|bổ sung|xử lý|sử dụng|hỗ trợ|chia sẻ|ngành nghề";
/// Misspellings by their letters, with what is meant.
const LETTERS: [(&str, &str); 14] = [
    ("nghành", "ngành"),
    ("bổ xung", "bổ sung"),
    ("xử dụng", "sử dụng"),
    ("xử lí", "xử lý"),
    ("suất sắc", "xuất sắc"),
    ("xáng tạo", "sáng tạo"),
    ("xáng kiến", "sáng kiến"),
    ("triễn khai", "triển khai"),
    ("chỉnh chu", "chỉn chu"),
    ("tham giá", "tham gia"),
    ("sản suất", "sản xuất"),
    ("chương chình", "chương trình"),
    ("trân thành", "chân thành"),
    ("khuyến kích", "khuyến khích"),
];
/// Syllables that are doubled on purpose.
const DOUBLED: [&str; 12] = [
    "xa xa",
    "luôn luôn",
    "ngày ngày",
    "dần dần",
    "từ từ",
    "mãi mãi",
    "vừa vừa",
    "hay hay",
    "đời đời",
    "nhà nhà",
    "người người",
    "ngành ngành",
];

/// What is meant, by the letters without marks.
static WORDS: LazyLock<HashMap<Vec<u8>, &'static str>> = LazyLock::new(|| {
    let fixed = FIXED.split('|').map(|word| (shaded(word), word));
    fixed.chain(LETTERS.iter().map(|(wrong, meant)| (shaded(wrong), *meant))).collect()
});
static SYLLABLE: LazyLock<Form> = LazyLock::new(|| Form::new(r"[a-z]+"));

fn shaded(word: &str) -> Vec<u8> {
    word.chars().map(shade).collect()
}

/// Each misspelt word once.
pub(super) fn check(text: &Text) -> Vec<Doubt> {
    let mut seen = BTreeSet::new();
    let mut doubts = Vec::new();
    let syllables: Vec<Span> = SYLLABLE.all(text, text.whole()).map(|found| found.span()).collect();
    for pair in syllables.windows(2) {
        let [first, second] = [pair[0], pair[1]];
        if second.start != first.end + 1 || text.byte(first.end) != Some(b' ') {
            continue;
        }
        let span = first.to(second);
        if let Some(message) = defect(text, span, first, second)
            && seen.insert(text.raw(span).to_lowercase())
        {
            doubts.push(at(text, DoubtCode::Spelling, span, &message));
        }
    }
    doubts
}

fn defect(text: &Text, span: Span, first: Span, second: Span) -> Option<String> {
    let meant = WORDS.get(text.shadow(span));
    let doubled = text.shadow(first) == text.shadow(second) && first.len() > 1;
    if meant.is_none() && !doubled {
        return None;
    }
    let written = text.raw(span).to_lowercase();
    if let Some(meant) = meant {
        let other = (!written.is_ascii()
            || !meant.is_ascii() && shaded(meant) != written.as_bytes())
            && written != **meant;
        return (other && is_of_one_word(text, first, second))
            .then(|| format!("Có thể viết sai chính tả: \"{meant}\"."));
    }
    let (one, other) = written.split_once(' ')?;
    (one == other && !written.is_ascii() && !DOUBLED.contains(&written.as_str()))
        .then(|| "Một tiếng bị gõ hai lần.".to_owned())
}

/// "Phạm Văn Đồng" is no "vận động".
fn is_of_one_word(text: &Text, first: Span, second: Span) -> bool {
    !text.is_upper(second.start) || super::super::layout::is_all_caps(text, first.to(second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn misspelt_words_are_found_once() {
        let rows: [(&str, &[&str]); 6] = [
            ("Thẻ lệ Hội thi; Thẻ lệ này; thể lệ", &["Thẻ lệ"]),
            ("Lập kế hoạch truyền truyền, các các đơn vị", &["truyền truyền", "các các"]),
            ("các nghành bổ xung hồ sơ", &["bổ xung"]),
            ("sáng tạo kỷ thuật", &["kỷ thuật"]),
            ("Hội thi Sáng tạo Kỹ thuật được tổ chức luôn luôn", &[]),
            ("khong dau: the le, ky thuat", &[]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found: Vec<String> = check(&text).into_iter().map(|doubt| doubt.text).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
