//! The kind of a cited paper, by the word before its number or by its symbol.

use std::sync::LazyLock;

use crate::facts::Kind;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// Words for kinds; longer ones before those that they contain.
pub(super) const WORDS: &str = r"(bộ luật|luật|nghị quyết|nghị định|thông tư|chỉ thị|quyết định|kế hoạch|công văn|công điện|văn bản|thông báo|thông cáo|tờ trình|báo cáo|biên bản|hướng dẫn|chương trình|phương án|th[eẻ] l[eệ]|quy chế|điều lệ|quy định|giấy mời|qđ|kh|cv|vb|tb|ttr|nq|nđ)";

static WORD: LazyLock<Form> = LazyLock::new(|| Form::new(&format!(r"\b{WORDS}\b")));
/// What may stand between the word and the number.
static GAP: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^( (liên tịch|phối hợp|kết luận|hỏa tốc|khẩn|liên ngành|triển khai|chỉ đạo))?[^a-z0-9]*$",
    )
});

/// The last word for a kind in a stretch.
pub(super) fn last_word(text: &Text, within: Span) -> Option<(Kind, Span)> {
    let word = WORD.all(text, within).last()?.span();
    Some((by_word(&text.folded(word))?, word))
}

/// The word for a kind that stands right before the end of a stretch.
pub(super) fn adjacent(text: &Text, before: Span) -> Option<(Kind, Span)> {
    let (kind, word) = last_word(text, before)?;
    GAP.fits(text, Span::new(word.end, before.end)).then_some((kind, word))
}

/// The word for a kind with which a stretch begins.
pub(super) fn leading(text: &Text, within: Span) -> Option<(Kind, Span)> {
    let word = WORD.find(text, within)?.span();
    (word.start == within.start).then(|| Some((by_word(&text.folded(word))?, word)))?
}

/// Whether a word says nothing more than that it is a paper.
pub(super) fn is_general(text: &Text, word: Span) -> bool {
    matches!(text.folded(word).as_str(), "van ban" | "vb")
}

fn by_word(word: &str) -> Option<Kind> {
    Some(match word {
        "luat" | "bo luat" => Kind::Law,
        "nghi quyet" | "nq" => Kind::Resolution,
        "nghi dinh" | "nd" => Kind::Decree,
        "thong tu" => Kind::Circular,
        "chi thi" => Kind::Directive,
        "quyet dinh" | "qd" => Kind::Decision,
        "ke hoach" | "phuong an" | "kh" => Kind::Plan,
        "cong van" | "van ban" | "cv" | "vb" => Kind::Dispatch,
        "cong dien" => Kind::Telegram,
        "thong bao" | "thong cao" | "tb" => Kind::Notice,
        "to trinh" | "ttr" => Kind::SubmissionLetter,
        "bao cao" => Kind::Report,
        "bien ban" => Kind::Minutes,
        "huong dan" => Kind::Guidance,
        "chuong trinh" => Kind::Programme,
        "giay moi" => Kind::Invitation,
        _ => Kind::Rules,
    })
}

/// The kind that a symbol such as "QĐ-UBND", "2020/NĐ-CP", "CV/VP" begins with (Annex III of Decree
/// 30/2020/NĐ-CP).
pub(super) fn by_symbol(folded: &str) -> Option<Kind> {
    let mut parts =
        folded.split(['/', '-']).skip_while(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    Some(match parts.next()? {
        "qd" | "qp" => Kind::Decision,
        "kh" | "khlt" | "khph" | "pa" => Kind::Plan,
        "tb" => Kind::Notice,
        "ttr" => Kind::SubmissionLetter,
        "nq" | "nqlt" => Kind::Resolution,
        "nd" | "np" => Kind::Decree,
        "tt" | "ttlt" => Kind::Circular,
        "bc" => Kind::Report,
        "bb" => Kind::Minutes,
        "hd" | "hdlt" | "hdln" => Kind::Guidance,
        "ctr" | "ctrlt" | "ctph" => Kind::Programme,
        "ct" => Kind::Directive,
        "gm" => Kind::Invitation,
        "cd" => Kind::Telegram,
        "tl" | "qc" | "qyd" => Kind::Rules,
        "cv" => Kind::Dispatch,
        congress if is_congress(congress) => Kind::Law,
        _ => return None,
    })
}

/// "QH15": the fifteenth National Assembly, which numbers laws.
fn is_congress(part: &str) -> bool {
    part.strip_prefix("qh")
        .is_some_and(|term| !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_digit()))
}
