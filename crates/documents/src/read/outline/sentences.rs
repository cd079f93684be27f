//! Sentences. A semicolon ends none; an abbreviation's full stop ends none.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Sentences, Span, Text};

static STOP: LazyLock<Form> = LazyLock::new(|| Form::new(r"[.!?]+/?[\x22')]*\s+"));
static ABBREVIATED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(^|[\s(,;.])(tp|tt|tx|q|p|h|x|kp|ts|ths|pgs|gs|bs|ks|ths|dr|mr|đ/c|đc|kt|tm|tl|tuq|nxb|no|st|ct|pct|tr|v\.v|[ivx]|[a-z]|\d)\.\s*$",
    )
});

/// The sentences of a stretch, full stop included.
pub(crate) fn sentences(text: &Text, span: Span) -> Sentences {
    text.sentences(span, || parted(text, span))
}

fn parted(text: &Text, span: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = span.start;
    for stop in STOP.all(text, span) {
        let end = stop.span().end;
        let next = text.char(end).is_some_and(|c| c.is_uppercase() || c == '"' || c == '“');
        if next && end < span.end && !is_abbreviation(text, Span::new(start, end)) {
            sentences.push(text.trim(Span::new(start, end), b""));
            start = end;
        }
    }
    sentences.push(text.trim(Span::new(start, span.end), b""));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn is_abbreviation(text: &Text, before: Span) -> bool {
    let near = Span::new(before.end.saturating_sub(8).max(before.start), before.end);
    ABBREVIATED.fits(text, near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let rows: [(&str, &[&str]); 5] = [
            ("Một việc. Hai việc.", &["Một việc.", "Hai việc."]),
            ("Đăng bài; Treo băng rôn. Xong./.", &["Đăng bài; Treo băng rôn.", "Xong./."]),
            (
                "Tại TP. Bắc Kạn, TT. Tân Khai. Điện thoại",
                &["Tại TP. Bắc Kạn, TT. Tân Khai.", "Điện thoại"],
            ),
            ("sản xuất... và đời sống", &["sản xuất... và đời sống"]),
            ("", &[]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found: Vec<&str> =
                sentences(&text, text.whole()).map(|span| text.raw(span)).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
