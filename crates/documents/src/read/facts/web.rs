//! Addresses on the web (địa chỉ trang thông tin điện tử) and of e-mail (thư điện tử), also where a scan
//! put blanks after their dots.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// With a scheme or "www", or a bare host of a known domain, with its path.
static URL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r#"(?<url>(https?://(www\.\s)?|\bwww\.\s?)[a-z0-9-]+(\.\s?[a-z0-9-]+)*?\.\s?(gov\.\s?vn|edu\.\s?vn|org\.\s?vn|com\.\s?vn|vn|com|org|net|info|gle|ly|me|app)\b(:\d+)?(/[^\s<>"()|,;]*)?|https?://[^\s<>"()|,;]+|\b([a-z0-9-]+\.)+(vn|com|org|net|info|gle|ly)\b(/[^\s<>"()|,;]*)?)"#,
    )
});
static EMAIL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?<email>[a-z0-9][a-z0-9._+-]*\s?@\s?[a-z0-9-]+(\s?\.\s?[a-z0-9-]+)*?\s?\.\s?(vn|com|net|org|info|edu|gov)\b(\s?\.\s?vn\b)?)",
    )
});

/// The addresses on the web, as printed, once each.
pub(crate) fn urls(paper: &Paper) -> Vec<Stated<String>> {
    let text = paper.text();
    let mut urls: Vec<Stated<String>> = Vec::new();
    for found in URL.all(text, text.whole()) {
        let Some(url) = found.part("url").and_then(|span| url(text, span)) else { continue };
        if urls.iter().all(|other| other.value != url.value) {
            urls.push(url);
        }
    }
    urls
}

fn url(text: &Text, span: Span) -> Option<Stated<String>> {
    let span = text.trim(span, b".,;:!?'*_-");
    let part_of_email = |at: usize| text.byte(at) == Some(b'@');
    if part_of_email(span.end) || span.start.checked_sub(1).is_some_and(part_of_email) {
        return None;
    }
    let raw = text.raw(span);
    let joined: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
    let host = joined.trim_start_matches("https://").trim_start_matches("http://");
    let host = host.split('/').next()?.trim_start_matches("www.");
    let torn = raw.len() != joined.len();
    let clear = !torn || joined.chars().all(|c| c.is_ascii() && !c.is_ascii_uppercase());
    (clear && host.contains('.'))
        .then(|| Stated::guessed(joined, span, if torn { 0.8 } else { 1.0 }))
}

/// The e-mail addresses of a stretch.
pub(in crate::read::facts) fn emails(text: &Text, within: Span) -> Vec<Stated<String>> {
    if !text.shadow(within).contains(&b'@') {
        return Vec::new();
    }
    let found = EMAIL.all(text, within).filter_map(|found| found.part("email"));
    found.map(|span| Stated::new(email(text, span), span)).collect()
}

/// Without blanks; no mark of Vietnamese stands in an address.
fn email(text: &Text, span: Span) -> String {
    let raw = text.raw(span);
    let read = if raw.is_ascii() { raw.to_owned() } else { text.folded(span) };
    read.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::paper::paper;

    #[test]
    fn addresses_on_the_web() {
        let rows: [(&str, &[&str]); 9] = [
            ("tại (http://saomai.gov.vn) và", &["http://saomai.gov.vn"]),
            (
                "trang https://hoithi.saomai.gov.vn/the-le/2025?x=1.",
                &["https://hoithi.saomai.gov.vn/the-le/2025?x=1"],
            ),
            (
                "website www.saomai.edu.vn; lienhiephoi.saomai.vn/tin",
                &["www.saomai.edu.vn", "lienhiephoi.saomai.vn/tin"],
            ),
            ("thư: hoithi@saomai.gov.vn, a.b@mail.com", &[]),
            ("xem http://www. saomai.gov. vn.", &["http://www.saomai.gov.vn"]),
            ("xem http://www. saomai. Vn/ban", &[]),
            ("quét mã hoặc bit.ly/hoithi2025", &["bit.ly/hoithi2025"]),
            ("số 12.vì vậy, 3.000.000", &[]),
            ("http://a.vn và http://a.vn", &["http://a.vn"]),
        ];
        for (source, expect) in rows {
            let source = format!("1. Thông tin {source}");
            let found: Vec<String> =
                urls(&paper(&source)).into_iter().map(|url| url.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }

    #[test]
    fn addresses_of_mail() {
        let rows: [(&str, &[&str]); 4] = [
            ("email: hoithi@saomai.gov.vn) trước ngày", &["hoithi@saomai.gov.vn"]),
            (
                "thư hoithi.stkt @saomai. gov. vn và b_c@mail.com.",
                &["hoithi.stkt@saomai.gov.vn", "b_c@mail.com"],
            ),
            ("Hộp thư: Lienhe@Saomai.com.vn", &["Lienhe@Saomai.com.vn"]),
            ("không có thư", &[]),
        ];
        for (source, expect) in rows {
            let text = Text::new(crate::read::normalise::normalise(source));
            let found: Vec<String> =
                emails(&text, text.whole()).into_iter().map(|one| one.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
