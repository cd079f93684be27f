//! Common misspellings: a fixed word with other marks or sounds, hỏi for ngã, a syllable typed twice.

use std::collections::BTreeSet;

use super::at;
use super::vocabulary::{Entry, vocabulary};
use crate::facts::{Doubt, DoubtCode};
use crate::read::text::{Span, Text};

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

/// Two syllables with a blank between them.
type Pair = (Span, Span);

/// Each misspelt word once; of two that share a syllable the second.
pub(super) fn check(text: &Text) -> Vec<Doubt> {
    let mut found: Vec<(Span, String)> = Vec::new();
    let pairs: Vec<Pair> = text.pairs().collect();
    for (at, pair) in pairs.iter().enumerate() {
        let (first, second) = *pair;
        let span = first.to(second);
        let entry = vocabulary().doubtful(text.shadow(span), text.raw(span));
        let message = defect(text, entry, first, second).or_else(|| {
            asked(text, entry?, *pair)
                .filter(|_| !beside(&pairs, at).any(|pair| is_known(text, pair)))
        });
        if let Some(message) = message {
            if found.last().is_some_and(|(last, _)| last.overlaps(span)) {
                found.pop();
            }
            found.push((span, message));
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|(span, _)| seen.insert(text.raw(*span).to_lowercase()));
    found.iter().map(|(span, message)| at(text, DoubtCode::Spelling, *span, message)).collect()
}

fn defect(text: &Text, entry: Option<&Entry>, first: Span, second: Span) -> Option<String> {
    let raw = text.raw(first.to(second));
    if let Some(meant) = entry.and_then(|entry| entry.meant(raw)) {
        return is_of_one_word(text, first, second)
            .then(|| format!("Có thể viết sai chính tả: \"{meant}\"."));
    }
    let doubled = text.shadow(first) == text.shadow(second) && first.len() > 1;
    let (one, other) = raw.split_once(' ').filter(|_| doubled)?;
    let same = one.to_lowercase() == other && !raw.is_ascii();
    (same && !DOUBLED.contains(&raw.to_lowercase().as_str()))
        .then(|| "Một tiếng bị gõ hai lần.".to_owned())
}

/// Hỏi for ngã in words that only stand together; a name is none.
fn asked(text: &Text, entry: &Entry, (first, second): Pair) -> Option<String> {
    let name = text.is_upper(first.start) || text.is_upper(second.start);
    let meant = entry.asked(text.raw(first.to(second))).filter(|_| !name)?;
    Some(format!("Có thể viết sai chính tả: \"{meant}\"."))
}

/// The pairs that share a syllable with one of them.
fn beside(pairs: &[Pair], at: usize) -> impl Iterator<Item = Pair> {
    let (first, second) = pairs[at];
    let before = at.checked_sub(1).map(|before| pairs[before]).filter(|pair| pair.1 == first);
    let after = pairs.get(at + 1).copied().filter(|pair| pair.0 == second);
    before.into_iter().chain(after)
}

fn is_known(text: &Text, (first, second): Pair) -> bool {
    let span = first.to(second);
    vocabulary().knows(text.shadow(span), text.raw(span))
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
        let rows: [(&str, &[&str]); 9] = [
            (
                "gương điễn hình, theo dỏi, hổ trợ, sữa đổi",
                &["điễn hình", "theo dỏi", "hổ trợ", "sữa đổi"],
            ),
            ("năng xuất, chiển khai, dải pháp", &["năng xuất", "chiển khai", "dải pháp"]),
            (
                "mở rộng, sẽ bảo đảm, đã tổ chức, giữ gìn, chia sẻ, tổ chức, dải đất, phát triển nông nghiệp",
                &[],
            ),
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
