//! Addresses (địa chỉ): behind a label, or in words that only an address has.

use std::sync::LazyLock;

use crate::read::facts::agencies::name;
use crate::read::form::Form;
use crate::read::outline::sentences;
use crate::read::text::{Span, Text};
use crate::read::units;

static LABELLED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(địa chỉ|trụ sở|nơi làm việc|địa điểm (nhận|nộp|tiếp nhận) hồ sơ)( liên hệ| trụ sở| nhận hồ sơ| tiếp nhận( hồ sơ)?| nộp hồ sơ| nơi nhận| văn phòng| tại| gửi hồ sơ)*\s*(:|là|tại|\s)\s*(?<address>[a-z0-9])",
    )
});
/// "(số 5 đường Hoa Mai, phường A)", ", Tầng 3, Tòa nhà B, …".
static BARE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|\n|\(|,\s*|-\s*|:\s*|\btại\s+)\W{0,3}(?<address>(số( nhà)? \d{1,4}[a-z]?(/\d+)*[a-z]?,? (\S+ ){0,3}?(đường|phố|đại lộ|ngõ|quốc lộ|tổ|khu|[a-z]+ [a-z]+,)|tầng \d|km ?\d+|tòa nhà|phòng \d{2,4}|\d{1,4}[a-z]?(/\d+)*,? (đường|phố) )[^;()]*)",
    )
});
/// ", 54 Hoa Mai, phường Sao": a number and a street by its name alone, with what follows.
static STREET: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|\n|\(|,\s*|-\s*|:\s*|\b(tại|ở)\s+)\W{0,3}(?<address>(?<number>(số( nhà)?\s+)?\d{1,4}[a-z]?([/-]\d+[a-z]?)*,?\s+)(?<name>[a-z]+ [a-z]+( [a-z]+){0,2}\s*[,-])[^;()]*)",
    )
});
static END: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"[;()]|\.?\W*\b((số )?(điện thoại|di động|máy)\b|đt\b|sđt\b|tel\b|e-?mail\b|thư điện tử|zalo\b|fax\b|hotline\b|website\b|người nhận|trước (ngày|\d)|chậm nhất|từ ngày|đến (hết )?ngày|hạn|để |đồng thời|trong (giờ|thời gian)|vào giờ|hoặc\b|liên hệ|gặp\b|theo\b|nhận hồ sơ|[,;(-] (ông|bà|đồng chí|đ/c)\b|đối với|thời gian|mã qr)",
    )
});
static NONE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"@|https?:|www\.|^(email|e-mail|thư|trang|website|truy cập|cổng|ip)\b|\.vn")
});
/// Words of which an address has at least one.
static PLACED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(đường|phố|phường|xã|thị trấn|tổ|khu|ấp|thôn|khóm|tầng|tòa|tt|tp|kp|quận|huyện|tỉnh|thành phố|trụ sở|số|km|quốc lộ|tỉnh lộ|p\.|ubnd|phòng \d)\b",
    )
});
/// Longest address.
const LONGEST: usize = 220;

/// The address that a stretch names first.
pub(super) fn first(text: &Text, within: Span) -> Option<Span> {
    let sentences: Vec<Span> = sentences(text, within).collect();
    let within_sentence = |found: Option<Span>| {
        let start = found?.start;
        let sentence =
            sentences.iter().find(|sentence| sentence.contains(Span::new(start, start)))?;
        ended(text, Span::new(start, sentence.end.min(start + LONGEST)))
    };
    let labelled = LABELLED.all(text, within).filter_map(|found| found.part("address"));
    let bare = BARE.all(text, within).filter_map(|found| found.part("address"));
    let streets = STREET.all(text, within).filter_map(|found| {
        let (street, name) = (found.part("address")?, found.part("name")?);
        is_street(text, name).then_some(street)
    });
    labelled.chain(bare).chain(streets).find_map(|start| within_sentence(Some(start)))
}

/// Two words in capitals that are no unit: "12 Hoa Lan", not "12 Sở Y tế".
fn is_street(text: &Text, name: Span) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = text.raw(name).split_whitespace();
    words.clone().count() > 1
        && words.take(2).all(capital)
        && !units::begins(text, name)
        && name::at(text, name).is_none()
}

fn ended(text: &Text, span: Span) -> Option<Span> {
    let end = END.find(text, span).map_or(span.end, |end| end.span().start);
    let address = text.trim(Span::new(span.start, end), b",.-:/\"");
    let address = after_body(text, address);
    let placed = PLACED.fits(text, address)
        || text.byte(address.start).is_some_and(|byte| byte.is_ascii_digit());
    let named = address.len() > 7 && placed && !NONE.fits(text, address);
    named.then_some(address)
}

/// "Địa chỉ: Phòng Kinh tế huyện A, thị trấn B": the body is not part of where it is.
fn after_body(text: &Text, address: Span) -> Span {
    static BUILDING: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^(nhà|trung tâm hành chính|cung|hội trường|khu|tòa)\b"));
    let body = name::at(text, address).filter(|_| !BUILDING.fits(text, address));
    let Some(body) = body else { return address };
    let rest = text.trim(Span::new(body.end, address.end), b",-");
    if PLACED.fits(text, rest) { rest } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn addresses_end_where_they_end() {
        let rows = [
            (
                "gửi về Liên hiệp hội, địa chỉ Tầng 3, Tòa nhà Hoa Mai, tổ 5 phường Sao, thành phố Mai. Điện thoại 0209",
                Some("Tầng 3, Tòa nhà Hoa Mai, tổ 5 phường Sao, thành phố Mai"),
            ),
            (
                "Địa chỉ: Trụ sở UBND huyện, KP1, TT.Sao Mai, huyện Sao, tỉnh Mai;",
                Some("Trụ sở UBND huyện, KP1, TT.Sao Mai, huyện Sao, tỉnh Mai"),
            ),
            (
                "Địa chỉ: Số 12, đường Hoa Lan, phường An Hòa - ĐT: 0912",
                Some("Số 12, đường Hoa Lan, phường An Hòa"),
            ),
            (
                "nộp tại Sở Y tế (số 5 đường Hoa Mai, phường Sao), trước ngày",
                Some("số 5 đường Hoa Mai, phường Sao"),
            ),
            (
                "Địa chỉ liên hệ: Phòng Kinh tế huyện Sao, thị trấn Mai; điện thoại",
                Some("thị trấn Mai"),
            ),
            ("tại địa chỉ http://a.vn và địa chỉ email a@b.vn", None),
            ("tại địa chỉ trang thông tin điện tử của Sở", None),
            (
                "gửi Văn phòng Sở, số 5 phố Hoa, phường Sao trước ngày 1/2",
                Some("số 5 phố Hoa, phường Sao"),
            ),
            ("theo Quyết định số 5, đường lối", None),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found = first(&text, text.whole()).map(|span| text.line(span));
            assert_eq!(found.as_deref(), expect, "{source}");
        }
    }
}
