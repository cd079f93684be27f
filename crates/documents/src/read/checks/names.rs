//! One unit or place spelt two ways, the contest named two ways.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::text::fold;

use super::at;
use crate::facts::{Doubt, DoubtCode, Facts, Series};
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Text};

static ORGANISERS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"(ban tổ chức|btc|ban giám khảo|ban thư ký) (?<what>hội thi|cuộc thi)")
});
/// Two or more words that all begin with a capital.
static WORD: LazyLock<Form> = LazyLock::new(|| Form::new(r"[a-z]+"));

pub(super) fn check(text: &Text, facts: &Facts) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = organisers(text, facts).into_iter().collect();
    doubts.extend(spellings(text));
    doubts.extend(units(facts));
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
    for span in names(text) {
        let written = text.line(span).to_lowercase();
        let forms = known.entry(text.folded(span)).or_default();
        match forms.iter_mut().find(|(form, ..)| *form == written) {
            Some((_, _, count)) => *count += 1,
            None => forms.push((written, span, 1)),
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

/// The form that the gazetteer does not know, else the rarer one.
fn odd_one(text: &Text, forms: &[(String, Span, usize)]) -> Span {
    let known = |span: Span| {
        let name = text.line(span);
        gazetteer::Gazetteer::shared()
            .look_up(&name)
            .first()
            .is_some_and(|found| found.place.name.to_lowercase() == name.to_lowercase())
    };
    let unknown = forms
        .iter()
        .find(|(_, span, _)| !known(*span))
        .filter(|_| forms.iter().any(|(_, span, _)| known(*span)));
    let rarest = forms.iter().min_by_key(|(_, _, count)| *count);
    unknown.or(rarest).map_or(Span::default(), |(_, span, _)| *span)
}

/// Pairs of neighbouring words with capitals, outside lines in capitals.
fn names(text: &Text) -> Vec<Span> {
    let words: Vec<Span> = WORD.all(text, text.whole()).map(|found| found.span()).collect();
    let capital =
        |span: Span| text.is_upper(span.start) && span.len() > 1 && !is_all_caps(text, span);
    let pair = |pair: &[Span]| {
        (capital(pair[0])
            && capital(pair[1])
            && pair[1].start == pair[0].end + 1
            && text.byte(pair[0].end) == Some(b' '))
        .then(|| pair[0].to(pair[1]))
    };
    words.windows(2).filter_map(pair).collect()
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
    }
}
