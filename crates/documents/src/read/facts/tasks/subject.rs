//! Who a sentence gives its work to: the units at its head, up to the verb.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Stated, Text};
use crate::read::units;

/// What may stand before the units.
static GIVING: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(trân trọng |kính )?(giao( nhiệm vụ)?( cho)?|đề nghị|yêu cầu|phân công|đối với|trách nhiệm của|nhiệm vụ của|ủy quyền cho|về phía|riêng)\s+(?<after>\S)",
    )
});
/// A heading whose units are an alias and the unit itself: "Cơ quan thường trực - Phòng Kinh tế".
static ALIAS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(cơ quan|đơn vị) (thường trực|chủ trì|đầu mối)[^-(,:;]{0,60}(-|\(|là)\s*(?<unit>[^);]+?)\)?$",
    )
});
/// "Đề nghị các phòng … triển khai một số nội dung sau:" before numbered items.
static LEAD: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(đề nghị|yêu cầu|giao|phân công|kính mời)\s+(?<rest>\S[^.]*:)\s*$")
});
static MENTIONED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(sau|sau đây|dưới đây|như sau|cụ thể|nội dung|nhiệm vụ|công việc|việc)\b[^:]{0,40}:\s*$",
    )
});
/// Longest list of units before a colon.
const LABEL: usize = 420;

/// The head of a sentence.
#[derive(Debug)]
pub(super) struct Subject {
    pub units: Vec<Stated<String>>,
    /// What they do: from the verb, or after the colon.
    pub rest: Span,
    /// The units stand alone as a heading, with or without a colon.
    pub heading: bool,
}

/// The units at the head of a stretch, if it begins with some.
pub(super) fn of(text: &Text, span: Span) -> Option<Subject> {
    let start = GIVING
        .find(text, span)
        .and_then(|found| found.part("after"))
        .map_or(span.start, |after| after.start);
    let asked = start > span.start;
    let stretch = text.trim(Span::new(start, span.end), b"");
    let named = units::begins(text, stretch)
        || (asked && text.is_upper(stretch.start) && !is_all_caps(text, stretch));
    if !named || !(asked || text.is_upper(stretch.start)) {
        return None;
    }
    labelled(text, stretch).or_else(|| acting(text, stretch)).or_else(|| alone(text, stretch))
}

/// "Huyện đoàn: Chủ động …"
fn labelled(text: &Text, span: Span) -> Option<Subject> {
    let colon = colon_after_names(text, span)?;
    let label = text.trim(Span::new(span.start, span.start + colon), b"");
    let generic = label.len() < 24 && units::is_collective_label(text, label);
    if label.len() > LABEL
        || generic
        || units::predicate(text, label).is_some_and(|verb| !is_of_label(text, label, verb))
    {
        return None;
    }
    let rest = text.trim(Span::new(span.start + colon + 1, span.end), b"");
    if lists_more(text, label, rest) {
        return None;
    }
    Some(Subject { units: named(text, label), rest, heading: true })
}

/// The colon after the units: in "Các trường THPT: A, B: động viên" the second.
fn colon_after_names(text: &Text, span: Span) -> Option<usize> {
    static PLURAL: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(các|ubnd các|công an các) (trường|xã|huyện|phường|phòng|sở|chi|công|thành)[^:,;.]{0,30}$",
        )
    });
    let colons =
        text.shadow(span).iter().enumerate().filter(|(_, byte)| **byte == b':').map(|(at, _)| at);
    let mut colons = colons.take(2);
    let first = colons.next()?;
    let plural = PLURAL.fits(text, Span::new(span.start, span.start + first));
    Some(colons.next().filter(|second| plural && *second < LABEL).unwrap_or(first))
}

/// "Giám đốc các Sở: Y tế, Tài chính chịu trách nhiệm …": the names come after the colon.
fn lists_more(text: &Text, label: Span, rest: Span) -> bool {
    static PLURAL: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"\bcác (sở|huyện|xã|phường|đơn vị|phòng|trường|ban|công ty|ngành|huyện, thành phố|xã, phường|cơ quan|hội)$",
        )
    });
    let verb = units::predicate(text, rest);
    PLURAL.fits(text, label)
        && verb.is_some_and(|verb| verb > rest.start + 3)
        && text.is_upper(rest.start)
}

/// "… chủ trì, phối hợp với …:" before a colon still only names units.
fn is_of_label(text: &Text, label: Span, verb: usize) -> bool {
    static ONLY: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^(có (trách nhiệm|nhiệm vụ)|chịu trách nhiệm|chủ trì|thực hiện)\W*$")
    });
    ONLY.fits(text, Span::new(verb, label.end))
}

/// "Sở Y tế chủ trì …"
fn acting(text: &Text, span: Span) -> Option<Subject> {
    let verb = units::predicate(text, span)?;
    let list = text.trim(Span::new(span.start, verb), b",;:");
    let units = named(text, list);
    (!units.is_empty()).then_some(Subject {
        units,
        rest: Span::new(verb, span.end),
        heading: false,
    })
}

/// A heading without a colon.
fn alone(text: &Text, span: Span) -> Option<Subject> {
    let bare = text.trim(span, b".;");
    (bare.len() < LABEL).then(|| Subject {
        units: named(text, bare),
        rest: Span::new(span.end, span.end),
        heading: true,
    })
}

fn named(text: &Text, list: Span) -> Vec<Stated<String>> {
    let list = ALIAS.find(text, list).and_then(|found| found.part("unit")).unwrap_or(list);
    units::list(text, without_verb(text, list))
}

fn without_verb(text: &Text, list: Span) -> Span {
    units::predicate(text, list).map_or(list, |verb| text.trim(Span::new(list.start, verb), b",;:"))
}

/// The units to whom a paragraph gives the numbered items that follow it.
pub(super) fn lead(text: &Text, paragraph: Span) -> Option<Vec<Stated<String>>> {
    let rest = LEAD.find(text, paragraph)?.part("rest")?;
    if !units::begins(text, rest) {
        return MENTIONED.fits(text, paragraph).then(Vec::new);
    }
    let end = units::predicate(text, rest).unwrap_or(rest.end);
    Some(units::list(text, Span::new(rest.start, end)))
}

/// "… đề nghị Sở Y tế nộp hồ sơ trước ngày 5": a request in running text.
pub(super) fn asked(text: &Text, sentence: Span) -> Option<Subject> {
    static ASKING: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"(^|[\s,])(kính đề nghị|trân trọng đề nghị|đề nghị|yêu cầu|giao|phân công)\s+(?<rest>\S)",
        )
    });
    let rest = ASKING.find(text, sentence)?.part("rest")?;
    let rest = Span::new(rest.start, sentence.end);
    if !units::begins(text, rest) {
        return None;
    }
    acting(text, rest).filter(|subject| !subject.units.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn the_head_of_a_sentence() {
        let rows: [(&str, &[&str], &str); 10] = [
            ("Huyện đoàn: Chủ động tuyên truyền.", &["Huyện đoàn"], "Chủ động tuyên truyền."),
            (
                "Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát.",
                &["Sở Y tế"],
                "chủ trì, phối hợp với Sở Nội vụ rà soát.",
            ),
            (
                "Đề nghị Liên đoàn Lao động tỉnh, Tỉnh đoàn phát động phong trào.",
                &["Liên đoàn Lao động tỉnh", "Tỉnh đoàn"],
                "phát động phong trào.",
            ),
            ("Phòng Kinh tế thành phố", &["Phòng Kinh tế thành phố"], ""),
            (
                "Cơ quan thường trực Hội thi - phòng Kinh tế và Hạ tầng:",
                &["phòng Kinh tế và Hạ tầng"],
                "",
            ),
            (
                "Các thành viên Ban Tổ chức Hội thi thực hiện nghiêm túc.",
                &["Các thành viên Ban Tổ chức Hội thi"],
                "thực hiện nghiêm túc.",
            ),
            (
                "Các đơn vị: Phòng Nội vụ, Trung tâm Y tế huyện chỉ đạo triển khai.",
                &["Phòng Nội vụ", "Trung tâm Y tế huyện"],
                "chỉ đạo triển khai.",
            ),
            (
                "Trưởng các phòng, đơn vị trực thuộc Sở căn cứ vào Kế hoạch này thực hiện.",
                &["Trưởng các phòng, đơn vị trực thuộc Sở"],
                "căn cứ vào Kế hoạch này thực hiện.",
            ),
            ("Sở Tài chính có trách nhiệm:", &["Sở Tài chính"], ""),
            ("Trách nhiệm của Sở Công Thương", &["Sở Công Thương"], ""),
        ];
        for (source, expect, rest) in rows {
            let text = Text::new(normalise(source));
            let subject = of(&text, text.whole()).expect(source);
            let units: Vec<&str> = subject.units.iter().map(|unit| unit.value.as_str()).collect();
            assert_eq!(
                (units.as_slice(), text.line(subject.rest).as_str()),
                (expect, rest),
                "{source}"
            );
        }
        for source in [
            "Tổ chức Lễ phát động.",
            "Các giải pháp đạt giải được trao thưởng.",
            "Thời gian: tháng 5.",
        ] {
            let text = Text::new(normalise(source));
            assert!(of(&text, text.whole()).is_none(), "{source}");
        }
    }

    #[test]
    fn a_lead_gives_what_follows() {
        let source = "Để Hội thi đạt kết quả, Ban Tổ chức đề nghị các sở, ban, ngành, UBND các xã quan tâm triển khai một số nội dung sau:";
        let text = Text::new(normalise(source));
        let units: Vec<String> =
            lead(&text, text.whole()).expect("a lead").into_iter().map(|unit| unit.value).collect();
        assert_eq!(units, ["các sở, ban, ngành", "UBND các xã"]);
    }
}
