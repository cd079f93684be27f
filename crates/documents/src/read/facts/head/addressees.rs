//! Addressees (Kính gửi).

use std::sync::LazyLock;

use super::Cells;
use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};

static ADDRESSED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(trân trọng )?kính (gửi|giri|gởi|mời)\s*[:;.]?\s*"));

/// What stands before an addressee: the number of a list, "Đồng kính gửi:".
static MARK: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^[\s*+-]*(\d{1,2}\s*[.)]\s*|(đồng |và )?kính (gửi|gởi)\s*:\s*|đồng (gửi|kính)\s*:\s*)",
    )
});

/// One for each line or bullet; a wrapped line belongs to the one above.
pub(super) fn find(text: &Text, cells: &Cells) -> Vec<Stated<String>> {
    let start = cells.left.iter().position(|cell| ADDRESSED.fits(text, *cell));
    let Some(start) = start else { return Vec::new() };
    let first = cells.left[start];
    let after = ADDRESSED.find(text, first).map_or(first.end, |found| found.span().end);
    let mut entries: Vec<Span> = Vec::new();
    for cell in
        std::iter::once(Span::new(after, first.end)).chain(cells.left[start + 1..].iter().copied())
    {
        for part in bullets(text, cell) {
            match entries.last_mut() {
                Some(last) if continues(text, *last, part) => last.end = part.end,
                _ => entries.push(part),
            }
        }
    }
    let stated = |span: Span| {
        let start = MARK.find(text, span).map_or(span.start, |mark| mark.span().end);
        let span = text.trim(Span::new(start, span.end), b"-*+;.,");
        (!span.is_empty()).then(|| Stated::new(text.line(span), span))
    };
    entries.into_iter().filter_map(stated).collect()
}

/// A line may hold several: "Kính gửi: - Các sở; - UBND các xã."
fn bullets(text: &Text, cell: Span) -> Vec<Span> {
    static NEXT: LazyLock<Form> = LazyLock::new(|| Form::new(r";\s*(?<bullet>[-+*]?\s*\S)"));
    let mut parts = Vec::new();
    let mut start = cell.start;
    for found in NEXT.all(text, cell) {
        if let Some(bullet) = found.part("bullet") {
            parts.push(Span::new(start, bullet.start));
            start = bullet.start;
        }
    }
    parts.push(Span::new(start, cell.end));
    parts.retain(|part| !text.trim(*part, b"").is_empty());
    parts
}

fn continues(text: &Text, above: Span, part: Span) -> bool {
    let bullet = matches!(text.byte(part.start), Some(b'-' | b'*' | b'+')) || MARK.fits(text, part);
    let ended = matches!(text.byte(text.trim(above, b"").end.saturating_sub(1)), Some(b';' | b'.'));
    !bullet && !ended
}

#[cfg(test)]
mod tests {
    use crate::read::facts::head;
    use crate::read::paper::paper;

    #[test]
    fn lists_of_addressees() {
        let rows: [(&str, &[&str]); 6] = [
            ("Kính gửi: Sở Y tế.", &["Sở Y tế"]),
            ("Kính gửi:\n- Các sở, ban;\n- UBND các xã.", &["Các sở, ban", "UBND các xã"]),
            ("Kính gởi : Các sở; UBND các xã.", &["Các sở", "UBND các xã"]),
            (
                "Kính gửi:\n1. Các sở, ban, ngành;\n2. UBND các xã.",
                &["Các sở, ban, ngành", "UBND các xã"],
            ),
            (
                "Kính gửi:\nCác doanh nghiệp;\nĐồng kính gửi: Sở Y tế.",
                &["Các doanh nghiệp", "Sở Y tế"],
            ),
            (
                "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh\n(qua Sở Nội vụ).",
                &["Chủ tịch Ủy ban nhân dân tỉnh (qua Sở Nội vụ)"],
            ),
        ];
        for (source, expect) in rows {
            let whole = format!(
                "SỞ NỘI VỤ\nSố: 5/SNV\nV/v triển khai Hội thi\n{source}\n\nThực hiện Kế hoạch số 5/KH-UBND, Sở đề nghị:\n1. Làm."
            );
            let head = head::read(&paper(&whole));
            let found: Vec<String> = head.addressees.into_iter().map(|one| one.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
