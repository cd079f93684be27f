//! One unit or place spelt two ways, the contest named two ways.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use kernel::text::fold;
use memchr::memmem;

use super::at;
use crate::facts::{Doubt, DoubtCode, Facts, Series};
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::letters::shade;
use crate::read::text::{Span, Text};
use crate::restore::hashing::Quick;

static ORGANISERS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(ban tổ chức|btc|ban giám khảo|ban thư ký) (?<what>hội thi|cuộc thi)")
});

pub(super) fn check(text: &Text, facts: &Facts) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = organisers(text, facts).into_iter().collect();
    doubts.extend(spellings(text));
    doubts.extend(units(facts));
    doubts.extend(shortened(text, facts));
    doubts
}

/// "Ban Tổ chức Cuộc thi" in a paper about a Hội thi.
fn organisers(text: &Text, facts: &Facts) -> Option<Doubt> {
    let series = facts.contest.as_ref()?.series;
    let own = if series == Series::YouthCreativity { "cuoc thi" } else { "hoi thi" };
    let all: Vec<(Span, String)> = ORGANISERS
        .all(text, text.whole())
        .filter_map(|found| Some((found.span(), text.folded(found.part("what")?))))
        .collect();
    let (odd, _) = all.iter().find(|(_, what)| what != own)?;
    (!all.is_empty()).then(|| {
        at(
            text,
            DoubtCode::InconsistentName,
            *odd,
            "Tên cuộc thi không thống nhất: chỗ ghi \"Hội thi\", chỗ ghi \"Cuộc thi\".",
        )
    })
}

/// Names of the same letters with different marks: "Hớn Quản" and "Hón Quản".
fn spellings(text: &Text) -> Vec<Doubt> {
    let mut known: BTreeMap<String, Vec<(String, Span, usize)>> = BTreeMap::new();
    for (span, times) in counted(text, names(text)) {
        let written = text.line(span).to_lowercase();
        let forms = known.entry(sounded(&text.folded(span))).or_default();
        match forms.iter_mut().find(|(form, ..)| *form == written) {
            Some((_, _, count)) => *count += times,
            None => forms.push((written, span, times)),
        }
    }
    let differing = known.into_values().filter(|forms| forms.len() > 1);
    differing
        .map(|forms| {
            let odd = odd_one(text, &forms);
            let all: Vec<String> =
                forms.iter().map(|(_, span, _)| format!("\"{}\"", text.line(*span))).collect();
            at(
                text,
                DoubtCode::InconsistentName,
                odd,
                &format!("Một tên viết nhiều cách: {}.", all.join(", ")),
            )
        })
        .collect()
}

/// Each name where it stands first, and how often it is written so.
fn counted(text: &Text, names: Vec<Span>) -> Vec<(Span, usize)> {
    let mut places: HashMap<&str, usize, Quick> = HashMap::default();
    let mut counted: Vec<(Span, usize)> = Vec::new();
    for span in names {
        let place = *places.entry(text.raw(span)).or_insert(counted.len());
        match counted.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counted.push((span, 1)),
        }
    }
    counted
}

/// Letters of one sound are one: "Đắc" and "Đắk", "Lý" and "Lí".
fn sounded(folded: &str) -> String {
    folded
        .chars()
        .map(|c| {
            if c == 'k' {
                'c'
            } else if c == 'y' {
                'i'
            } else {
                c
            }
        })
        .collect()
}

/// The form that the gazetteer does not know, else the rarer one.
fn odd_one(text: &Text, forms: &[(String, Span, usize)]) -> Span {
    let known = |span: Span| {
        let name = text.line(span);
        gazetteer::Gazetteer::shared()
            .look_up(&name)
            .first()
            .is_some_and(|found| found.place.name.to_lowercase() == name.to_lowercase())
    };
    let known: Vec<bool> = forms.iter().map(|(_, span, _)| known(*span)).collect();
    let unknown = known.iter().position(|known| !known).filter(|_| known.contains(&true));
    let unknown = unknown.map(|at| &forms[at]);
    let rarest = forms.iter().min_by_key(|(_, _, count)| *count);
    unknown.or(rarest).map_or(Span::default(), |(_, span, _)| *span)
}

/// Pairs of neighbouring words with capitals, outside lines in capitals.
fn names(text: &Text) -> Vec<Span> {
    let capital =
        |span: Span| text.is_upper(span.start) && span.len() > 1 && !is_all_caps(text, span);
    let named = text.pairs().filter(|(one, other)| capital(*one) && capital(*other));
    named.map(|(one, other)| one.to(other)).collect()
}

/// Units whose names differ by "và" or "các" only.
fn units(facts: &Facts) -> Vec<Doubt> {
    let tasks = facts.tasks.iter();
    let named = tasks.flat_map(|task| {
        task.assignees.iter().chain(&task.coordinators).map(|name| (name, task.evidence))
    });
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut doubts: Vec<Doubt> = Vec::new();
    for (name, evidence) in named {
        let folded = fold(name);
        let key: Vec<&str> =
            folded.split(' ').filter(|word| !matches!(*word, "va" | "cac")).collect();
        let first = known.entry(key.join(" ")).or_insert_with(|| name.clone());
        if fold(first) != folded && !doubts.iter().any(|doubt| doubt.text == *name) {
            let message = format!("Một đơn vị ghi hai cách: \"{first}\", \"{name}\".");
            doubts.push(Doubt {
                code: DoubtCode::InconsistentName,
                text: name.clone(),
                message,
                evidence: Some(evidence),
            });
        }
    }
    doubts
}

/// Units that lost their "và" or comma elsewhere: "Phòng Kinh tế Hạ tầng".
fn shortened(text: &Text, facts: &Facts) -> Vec<Doubt> {
    let bodies = facts.contacts.iter().filter_map(|contact| contact.organisation.as_ref());
    let named = facts.tasks.iter().flat_map(|task| task.assignees.iter().chain(&task.coordinators));
    let single = [&facts.document.issuer, &facts.standing_agency, &facts.receiving_unit];
    let mut units: Vec<&String> = named.chain(bodies).chain(single.into_iter().flatten()).collect();
    units.sort_unstable();
    units.dedup();
    let mut doubts: Vec<Doubt> = Vec::new();
    for unit in units {
        let whole: Vec<u8> = unit.chars().map(shade).collect();
        for gap in [" và ", ", ", " - "] {
            let Some((before, after)) = unit.rsplit_once(gap) else { continue };
            let odd: Vec<u8> = format!("{before} {after}").chars().map(shade).collect();
            let Some(at) = memmem::find(text.shadow(text.whole()), &odd) else { continue };
            let span = Span::new(at, at + odd.len());
            if odd != whole && !doubts.iter().any(|doubt| doubt.text == text.line(span)) {
                let message =
                    format!("Một đơn vị ghi hai cách: \"{unit}\", \"{}\".", text.line(span));
                doubts.push(super::at(text, DoubtCode::InconsistentName, span, &message));
            }
        }
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn names_spelt_two_ways() {
        let source = "huyện Hớn Quản; UBND huyện Hón Quản; huyện Hớn Quản, Sáng tạo, Sở Y tế";
        let text = Text::new(normalise(source));
        let found: Vec<String> = spellings(&text).into_iter().map(|doubt| doubt.text).collect();
        assert_eq!(found, ["Hón Quản"]);
        let text = Text::new(normalise("tỉnh Đắk Nông; hồ sơ của Đắc Nông"));
        let found: Vec<String> = spellings(&text).into_iter().map(|doubt| doubt.text).collect();
        assert_eq!(found, ["Đắc Nông"]);
    }

    #[test]
    fn units_that_lost_a_word() {
        let source = "UBND HUYỆN A\nPHÒNG KINH TẾ VÀ HẠ TẦNG\nSố: 5/KTHT\nV/v Hội thi sáng tạo kỹ thuật\nKính gửi: Các xã\n\nThực hiện kế hoạch, gửi về Phòng Kinh tế Hạ tầng.";
        let found: Vec<String> = crate::read(source)
            .warnings
            .into_iter()
            .filter(|doubt| doubt.code == DoubtCode::InconsistentName)
            .map(|doubt| doubt.text)
            .collect();
        assert_eq!(found, ["Phòng Kinh tế Hạ tầng"]);
    }
}
