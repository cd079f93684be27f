//! Channels of publicity (kênh tuyên truyền): radio and television, the press, portals, social networks,
//! banners, leaflets.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::outline::sentences;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// Sentences that speak of making known.
static SPOKEN: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(tuyên truyền|đăng tải|đăng tin|đăng bài|đưa tin|quảng bá|phổ biến|truyền thông|phát sóng|phát thanh|giới thiệu|thông tin|niêm yết|treo|đăng)\b",
    )
});
/// The channels, each with who keeps it where that is said.
static CHANNEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(?<channel>đài (phát thanh|truyền thanh|truyền hình|ptth)( (và|-) (truyền hình|phát thanh|truyền thanh))?( (tỉnh|huyện|thành phố|thị xã|xã|phường|cơ sở))?(, (các )?(xã|phường|thị trấn)(, (phường|thị trấn))?)?|hệ thống (truyền thanh|phát thanh|loa)( cơ sở| truyền thanh)?|loa (truyền thanh|phát thanh)|báo (và đài|điện tử|viết|in|nói|[a-z]+ (và đài))[^.;:(),]{0,40}|(các )?phương tiện (thông tin đại chúng|truyền thông)( đại chúng)?|(cổng|trang) (thông tin điện tử|tin điện tử|tttđt|thông tin)( thành phần)?|website|fanpage|facebook|zalo|youtube|tiktok|(các )?(trang )?mạng xã hội|băng ?-?rôn|panô|pa-nô|áp[ -]?phích|poster|tờ rơi|tờ gấp|khẩu hiệu|bản tin|tập san|tạp chí|ấn phẩm|hệ thống thư điện tử|thư điện tử|mã qr|bảng (tin|thông báo)|bảng điện tử|xe (lưu động|tuyên truyền)|các cuộc họp|hội nghị|sinh hoạt (chi bộ|đoàn|chào cờ|dưới cờ))\b",
    )
});

/// The channels that a paper names, each once.
pub(crate) fn find(paper: &Paper) -> Vec<Stated<String>> {
    let text = paper.text();
    let mut channels: Vec<Stated<String>> = Vec::new();
    let telling = paper.items().iter().filter(|item| CHANNEL.fits(text, item.span));
    for sentence in telling.flat_map(|item| sentences(text, item.span)) {
        if !CHANNEL.fits(text, sentence) || !SPOKEN.fits(text, sentence) {
            continue;
        }
        for found in CHANNEL.all(text, sentence) {
            let Some(span) =
                found.part("channel").filter(|span| is_spoken_through(text, sentence, *span))
            else {
                continue;
            };
            let span = with_name(text, span, sentence.end);
            let value = text.line(span);
            if channels.iter().all(|other| !same(&other.value, &value)) {
                channels.push(Stated::guessed(value, span, 0.9));
            }
        }
    }
    channels
}

/// "Đài Truyền thanh huyện: …" at the head of a sentence is who does it, not through what.
fn is_spoken_through(text: &Text, sentence: Span, channel: Span) -> bool {
    static PRINTED: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^(băng ?-?rôn|pa-?nô|áp[ -]?phích|poster|tờ rơi|tờ gấp|ấn phẩm)")
    });
    PRINTED.fits(text, channel) || SPOKEN.fits(text, Span::new(sentence.start, channel.start))
}

/// "bản tin Lao động Sao Mai", "fanpage Tuổi trẻ": with the name that follows.
fn with_name(text: &Text, channel: Span, limit: usize) -> Span {
    static NAMED: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"^(fanpage|bản tin|tạp chí|tập san|website)$"));
    static OTHER: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"[^a-z0-9\s]|\s(và|của|trên|về|để|tại|các|đến|cho|hằng|theo|từ|trong|với)\s")
    });
    if !NAMED.fits(text, channel) {
        return channel;
    }
    let rest = Span::new(channel.end + 1, limit);
    let end = OTHER.find(text, rest).map_or(rest.end, |other| other.span().start);
    let named = text.is_upper(rest.start) && end < rest.start + 40;
    if named { text.trim(Span::new(channel.start, end), b"") } else { channel }
}

fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one.contains(&other) || other.contains(&one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    #[test]
    fn channels_of_publicity() {
        let rows: [(&str, &[&str]); 7] = [
            (
                "- Phổ biến rộng rãi qua Đài Truyền thanh và Truyền hình huyện, các xã, thị trấn; bằng băng rôn, tờ rơi, trên trang thông tin điện tử và facebook, zalo của các phòng, ban.",
                &[
                    "Đài Truyền thanh và Truyền hình huyện, các xã, thị trấn",
                    "băng rôn",
                    "tờ rơi",
                    "trang thông tin điện tử",
                    "facebook",
                    "zalo",
                ],
            ),
            (
                "- Đăng tải trên cổng thông tin điện tử của thành phố và các phương tiện thông tin đại chúng.",
                &["cổng thông tin điện tử", "các phương tiện thông tin đại chúng"],
            ),
            (
                "- Phổ biến Thể lệ trên Bản tin, Tập san, mạng xã hội.",
                &["Bản tin", "Tập san", "mạng xã hội"],
            ),
            ("- Đài Truyền thanh huyện: Lập kế hoạch.", &[]),
            (
                "- Biên soạn tờ gấp giới thiệu Hội thi, đăng trên bản tin Lao động Sao Mai và fanpage Tuổi trẻ.",
                &["tờ gấp", "bản tin Lao động Sao Mai", "fanpage Tuổi trẻ"],
            ),
            ("- Hồ sơ gửi qua thư điện tử.", &[]),
            ("- Treo băng rôn; phát trên loa truyền thanh.", &["băng rôn", "loa truyền thanh"]),
        ];
        for (source, expect) in rows {
            let found: Vec<String> =
                find(&paper(source)).into_iter().map(|one| one.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
