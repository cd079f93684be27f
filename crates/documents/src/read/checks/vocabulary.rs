//! Words of two syllables as such papers spell them, and how people misspell them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::read::letters::shade;
use crate::read::units::capitalised;
use crate::restore::hashing::Quick;

/// Words of two syllables that no other marks turn into another word of such papers.
const FIXED: &str = "thể lệ|sáng tạo|kỹ thuật|sáng kiến|giải pháp|cải tiến|tuyên truyền|phổ biến|triển khai|thực hiện|hướng dẫn|đăng ký|tham gia|tổ chức|phát động|hưởng ứng|phong trào|khuyến khích|khen thưởng|giải thưởng|hồ sơ|kinh phí|ngân sách|báo cáo|thành lập|giám khảo|thường trực|phối hợp|chủ trì|đôn đốc|kiểm tra|công nghệ|nghiên cứu|ứng dụng|hiệu quả|chất lượng|sản xuất|đời sống|nhân dân|cán bộ|công chức|viên chức|lao động|học sinh|sinh viên|giáo viên|doanh nghiệp|đơn vị|địa phương|lĩnh vực|nông nghiệp|năng lượng|vật liệu|hóa chất|xây dựng|giao thông|viễn thông|điện tử|giáo dục|đào tạo|nhiệm vụ|kế hoạch|quyết định|quy định|thông báo|tiêu chí|hội đồng|tổng kết|trao giải|ủy ban|liên hiệp|mặt trận|thanh niên|phụ nữ|nông dân|cựu chiến|đoàn viên|hội viên|đối tượng|điều kiện|thời gian|địa điểm|địa chỉ|điện thoại|liên hệ|chi tiết|nội dung|yêu cầu|mục đích|ý nghĩa|phát triển|kinh tế|xã hội|quốc phòng|đổi mới|tiềm năng|rộng rãi|kịp thời|nghiêm túc|tích cực|hăng hái|đẩy mạnh|nâng cao|góp phần|xuất sắc|thành tích|vận động|bổ sung|xử lý|sử dụng|hỗ trợ|chia sẻ|ngành nghề|theo dõi|điển hình|năng suất|biểu dương|vinh danh|lãnh đạo|chỉ đạo|quán triệt|quản lý|chuyên môn|chuẩn bị|tổng hợp|thẩm định|công bố|tư vấn|giới thiệu|trí tuệ|môi trường|an toàn|tiết kiệm|hạ tầng|giải quyết|chuyển giao|chuyển đổi|trách nhiệm|trân trọng|trực thuộc|thuyết minh|mô hình|sản phẩm|sơ khảo|chung khảo|danh sách|phụ lục|đề nghị|khẩn trương|chương trình|chính sách|kết quả|cá nhân|lan tỏa";
/// Misspellings that no rule below makes, with what is meant.
const LETTERS: [(&str, &str); 4] = [
    ("chỉnh chu", "chỉn chu"),
    ("chương chình", "chương trình"),
    ("trương trình", "chương trình"),
    ("khuyến kích", "khuyến khích"),
];
/// Phrases whose neighbouring syllables are words or stand together rightly.
const PHRASES: [&str; 7] = [
    include_str!("../../../lexicon/contest.txt"),
    include_str!("../../../lexicon/everyday.txt"),
    include_str!("../../../lexicon/general.txt"),
    include_str!("../../../lexicon/papers.txt"),
    include_str!("../../../lexicon/prose.txt"),
    include_str!("../../../lexicon/reports.txt"),
    include_str!("../../../lexicon/technology.txt"),
];
/// Initials that are confused by ear.
const INITIALS: [(&str, &str); 8] = [
    ("tr", "ch"),
    ("ch", "tr"),
    ("s", "x"),
    ("x", "s"),
    ("gi", "d"),
    ("d", "gi"),
    ("ngh", "ng"),
    ("gh", "g"),
];
/// Letters with hỏi or ngã.
const ASKED: &str = "ảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹ";
/// Finals that are confused by ear, the longer first.
const FINALS: [(&str, &str); 4] = [("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c")];

/// Right and wrong spellings by their letters without marks.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: HashMap<Vec<u8>, Entry, Quick>,
    /// Spellings that are right, small and with a capital: most of a paper.
    usual: HashSet<String, Quick>,
}

#[derive(Default)]
pub(super) struct Entry {
    /// The word that no other marks turn into another one.
    fixed: Option<&'static str>,
    /// Spellings that are right.
    right: Vec<String>,
    /// Spellings that are wrong, with what is meant.
    wrong: Vec<(String, &'static str)>,
}

static SHARED: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::load);

/// The one vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &SHARED
}

impl Vocabulary {
    fn load() -> Self {
        let mut vocabulary = Self::default();
        for line in
            PHRASES.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'))
        {
            let phrase = line.split('\t').next().unwrap_or_default().to_lowercase();
            let syllables: Vec<&str> = phrase.split(' ').collect();
            for pair in syllables.windows(2) {
                vocabulary.allow(&format!("{} {}", pair[0], pair[1]));
            }
        }
        for word in FIXED.split('|') {
            vocabulary.entry(word).fixed = Some(word);
            vocabulary.allow(word);
        }
        for word in FIXED.split('|') {
            for wrong in misheard(word) {
                vocabulary.entry(&wrong).wrong.push((wrong.clone(), word));
            }
        }
        for (wrong, meant) in LETTERS {
            vocabulary.entry(wrong).wrong.push((wrong.to_owned(), meant));
        }
        vocabulary
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.words.entry(word.chars().map(shade).collect()).or_default()
    }

    fn allow(&mut self, word: &str) {
        let right = &mut self.entry(word).right;
        if !right.iter().any(|known| known == word) {
            right.push(word.to_owned());
            self.usual.insert(capitalised(word));
            self.usual.insert(word.to_owned());
        }
    }

    /// Whether a pair of syllables stands together in the phrases.
    pub(super) fn knows(&self, shadow: &[u8], raw: &str) -> bool {
        let entry = self.words.get(shadow);
        entry.is_some_and(|entry| entry.right.iter().any(|word| is_same(raw, word)))
    }

    /// What is known of a pair of syllables that is not spelt as the phrases spell it.
    pub(super) fn doubtful(&self, shadow: &[u8], raw: &str) -> Option<&Entry> {
        let usual = raw.is_ascii() || self.usual.contains(raw);
        let entry = if usual { None } else { self.words.get(shadow) }?;
        (!entry.right.iter().any(|word| is_same(raw, word))).then_some(entry)
    }
}

impl Entry {
    /// What is meant by a misspelt word.
    pub(super) fn meant(&self, raw: &str) -> Option<&'static str> {
        let wrong = self.wrong.iter().find(|(wrong, _)| is_same(raw, wrong));
        wrong.map(|(_, meant)| *meant).or(self.fixed)
    }

    /// What is meant by a pair of syllables of which one has hỏi for ngã or ngã for hỏi.
    pub(super) fn asked(&self, raw: &str) -> Option<&str> {
        if self.right.is_empty() || !raw.chars().any(|c| ASKED.contains(c)) {
            return None;
        }
        let written = asked(&raw.to_lowercase());
        self.right.iter().map(String::as_str).find(|word| asked(word) == written)
    }
}

fn is_same(raw: &str, word: &str) -> bool {
    raw == word || raw.chars().flat_map(char::to_lowercase).eq(word.chars())
}

/// Without the difference between hỏi and ngã.
fn asked(word: &str) -> String {
    word.nfd().map(|c| if c == '\u{303}' { '\u{309}' } else { c }).collect()
}

/// The ways in which a word is misspelt by ear, one syllable at a time.
fn misheard(word: &str) -> Vec<String> {
    let Some((first, second)) = word.split_once(' ') else { return Vec::new() };
    let other = |syllable: &str| -> Vec<String> {
        let initial = INITIALS.iter().find_map(|(right, wrong)| {
            syllable
                .strip_prefix(right)
                .filter(|rest| !rest.starts_with('h'))
                .map(|rest| format!("{wrong}{rest}"))
        });
        let last = FINALS.iter().find_map(|(right, wrong)| {
            syllable.strip_suffix(right).map(|rest| format!("{rest}{wrong}"))
        });
        initial.into_iter().chain(last).collect()
    };
    let firsts = other(first).into_iter().map(|wrong| format!("{wrong} {second}"));
    firsts.chain(other(second).into_iter().map(|wrong| format!("{first} {wrong}"))).collect()
}
