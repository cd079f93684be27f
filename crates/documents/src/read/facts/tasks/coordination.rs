//! Units named after "phối hợp với".

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};
use crate::read::units;

static WITH: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"phối (kết )?hợp( chặt chẽ| thường xuyên)?( với| cùng| cùng với)\s+(?<rest>\S)")
});
/// Nobody in particular, or an alias.
static NOBODY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(các |một số )?(sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|cấp|hội|xã|phường|doanh nghiệp|cá nhân|bên|thành viên|bộ phận)?[^:;]{0,60}(có )?liên quan\b|^(cơ quan|đơn vị) thường trực( (hội|cuộc) thi| ban tổ chức( (hội|cuộc) thi)?)?$",
    )
});
static ALIAS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^(cơ quan|đơn vị) (thường trực)[^-(]{0,60}\s*(-|\()\s*(?<unit>[^);]+?)\)?$")
});

/// The coordinating units of a sentence.
pub(super) fn find(text: &Text, sentence: Span) -> Vec<Stated<String>> {
    let mut found = Vec::new();
    for with in WITH.all(text, sentence) {
        let Some(rest) = with.part("rest") else { continue };
        let rest = Span::new(rest.start, sentence.end);
        let end = units::predicate(text, rest).unwrap_or_else(|| stop(text, rest));
        found.extend(listed(text, Span::new(rest.start, end)));
    }
    found
}

/// The coordinating units of a list, nobody in particular left out.
pub(super) fn listed(text: &Text, list: Span) -> Vec<Stated<String>> {
    let units = units::list(text, list).into_iter();
    units
        .filter_map(|unit| {
            let span = text.trim(unit.span, b",;.:");
            match ALIAS.find(text, span).and_then(|found| found.part("unit")) {
                Some(named) => Some(Stated::new(text.line(named), named)),
                None => (!NOBODY.fits(text, span)).then_some(unit),
            }
        })
        .filter(|unit| !unit.value.is_empty())
        .collect()
}

fn stop(text: &Text, rest: Span) -> usize {
    let ends = text.shadow(rest).iter().position(|byte| matches!(byte, b'.' | b':' | b';'));
    ends.map_or(rest.end, |at| rest.start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn who_is_named_after_with() {
        let rows: [(&str, &[&str]); 7] = [
            ("Chủ trì, phối hợp với các đơn vị liên quan tổ chức triển khai.", &[]),
            (
                "Phối hợp với Phòng Tài chính và Kế hoạch tham mưu bố trí kinh phí.",
                &["Phòng Tài chính và Kế hoạch"],
            ),
            (
                "Chủ động phối hợp với phòng Kinh tế và các cơ quan, đơn vị liên quan tổ chức tuyên truyền.",
                &["phòng Kinh tế"],
            ),
            (
                "phối hợp với Cơ quan Thường trực – Phòng Kinh tế và Hạ tầng trong việc triển khai.",
                &["Phòng Kinh tế và Hạ tầng"],
            ),
            ("Phối hợp với cơ quan thường trực tham mưu khen thưởng.", &[]),
            (
                "chủ trì phối hợp với Văn phòng Sở, BCH Công đoàn, BCH đoàn thanh niên căn cứ vào điều kiện.",
                &["Văn phòng Sở", "BCH Công đoàn", "BCH đoàn thanh niên"],
            ),
            ("phối hợp chặt chẽ cùng Sở Y tế, Sở Nội vụ để triển khai.", &["Sở Y tế", "Sở Nội vụ"]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found: Vec<String> =
                find(&text, text.whole()).into_iter().map(|unit| unit.value).collect();
            assert_eq!(found, expect, "{source}");
        }
    }
}
