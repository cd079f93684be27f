//! Names of people (họ tên) as they stand in signature blocks and lists of contacts.

use std::sync::LazyLock;

use crate::read::form::{Form, MarkedForm};
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Text};

/// Family names of nine people in ten, and some of the tenth.
const FAMILIES: &str = "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đinh|lâm|trương|trịnh|mai|tô|hà|cao|đoàn|lương|lưu|vương|tạ|thái|châu|chu|quách|kiều|la|lò|lường|nông|ma|hứa|long|triệu|bế|hoàn|tăng|phùng|từ|thạch|sơn|danh|kim|y|h|k|rơ|siu|ksor|rmah|giàng|sùng|vàng|thào|mùa|vừ|hạng|tòng|cà|quàng|bàn|đàm|âu|nghiêm|khuất|tống|mạc|doãn|viên|ninh|cù|văn|thân|giáp|trang|tiêu|lục|diệp|khổng|ông|đàng|mã|lại|bạch|cung|hàn|nhâm|ung|uông|vi|vy|xa|hầu|tưởng|thiều|phí|đồng|đồ|đậu|bành|quan|quản|sầm|sái|tôn|điêu|liễu|đèo|cầm|bạc|vì|lèo|sồng|tráng|lù|lồ|phàn|chảo|tẩn|chẩu|nùng|kỳ|mông|thị|rah|lan|cát|công|mẫn|dư|lã|đan|nhữ|phó|thi|trà|thập|tri|kpă|kơ|nay|rcom|r'com|puih|hà|ya|niê|ayun|mlô|êban|chế|lư|lưu|thuận|cháng|sình|cứ|hờ|lỳ|chang|pờ|khà|lục|hoắc|tôn nữ|âu dương|ngụy|giả|thiệu|đương|khúc|phương|bá|quang|ngân|đới|lô|lang|hủn|moong|cụt|xồng|và|vi|lữ|kha|ốc|bo|cil|kră|liêng|ha|k'|a|blong|bríu|alăng|zơ|pơ|coor|arất|hốih|hồi|ating";
static FAMILY: LazyLock<MarkedForm> =
    LazyLock::new(|| MarkedForm::new(&format!(r"^({FAMILIES})['\s]")));
static NAME: LazyLock<Form> =
    LazyLock::new(|| Form::new(&format!(r"^({FAMILIES})(\s[a-z']+){{1,4}}\W*$")));
/// "… Thị …", "… Văn …" are names whatever the family.
static MIDDLE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[a-z']+ (thị|văn)( [a-z]+){1,3}\W*$"));
/// Degrees, ranks and honours: an abbreviation with its full stop, or one of the usual without.
static TITLES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*([a-z][a-z/-]{0,7}\.\s*|(gs|pgs|tskh|ts|ths|bs|bscki|bsckii|bscc|ckii|cki|ks|cn|ds|ls|kts|nsưt|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|dược sĩ|nghệ nhân|nhà giáo|(đại|thượng|trung|thiếu) (tá|úy|tướng))\s*[.,]?\s+)*",
    )
});
/// Words with which bodies, offices and lines of a list begin; no name does.
static NO_NAME: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(sở|ban|btc|phòng|hội|tỉnh|thành|huyện|thị|quận|xã|phường|ủy|ubnd|hđnd|liên|văn phòng|công (an|đoàn|ty|đảng)|trường|đại|bộ|cục|chi|viện|như|lưu|các|đảng|mặt|trung|quỹ|tổ|đài|báo|phó|trưởng|chủ|giám|chánh|bí|hiệu|thư|tổng|nơi|ký|đã|thứ|kính|độc|cộng|thường|cơ|đơn|khoa|đoàn (tn|thanh|trường)|nhà|người|ông|bà|điện|địa)\b",
    )
});
/// Fewest and most words of a name.
const WORDS: std::ops::RangeInclusive<usize> = 2..=5;

/// Whether a line is surely a person's name: each word with a capital, the first a family name.
pub(super) fn is_name(text: &Text, line: Span) -> bool {
    let line = bare(text, line);
    is_capitalised(text, line) && (NAME.fits(text, line) || MIDDLE.fits(text, line))
}

/// Whether a line can be a name of any people of Việt Nam, where one is expected.
pub(in crate::read::facts) fn can_be_name(text: &Text, line: Span) -> bool {
    let line = bare(text, line);
    let lower =
        |word: &str| word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '\'' | '-'));
    is_capitalised(text, line)
        && text.raw(line).split_whitespace().all(lower)
        && !NO_NAME.fits(text, line)
}

/// Whether a stretch begins with a family name.
pub(in crate::read::facts) fn begins_with_family(text: &Text, span: Span) -> bool {
    FAMILY.fits(text, span)
}

fn is_capitalised(text: &Text, line: Span) -> bool {
    let words = text.raw(line).split_whitespace();
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '@'))
    };
    let lower =
        |word: &str| word.chars().skip(1).any(char::is_uppercase) && !word.contains(['\'', '’']);
    let even = is_all_caps(text, line) || !words.clone().any(lower);
    WORDS.contains(&words.clone().count()) && words.into_iter().all(capital) && even
}

/// The name without academic titles and ranks.
pub(super) fn bare(text: &Text, line: Span) -> Span {
    let start = TITLES.find(text, line).map_or(line.start, |titles| titles.span().end);
    text.trim(Span::new(start, line.end), b".,;:-()")
}

/// The name with which a line of the list of recipients ends, where it slipped beside it: "- Lưu: VT. Lê
/// Thị An", behind a sign or an abbreviation.
pub(super) fn slipped(text: &Text, line: Span) -> Option<Span> {
    let raw: Vec<char> = text.raw(line).chars().collect();
    let ends = |at: usize| {
        let word: String = raw[..at].iter().rev().take_while(|c| !c.is_whitespace()).collect();
        word.starts_with([';', '.', ',', ')', '/', ':'])
            || (word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase()))
    };
    let blanks = (1..raw.len()).filter(|at| raw[*at].is_whitespace() && ends(*at));
    let rests = blanks.map(|at| text.trim(Span::new(line.start + at, line.end), b""));
    rests.into_iter().rfind(|rest| text.is_upper(rest.start) && is_name(text, *rest))
}
