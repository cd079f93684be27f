//! What two people read differently on one sheet of paper.

use ::judging::scale::Scale;
use ::judging::sheet::{Mark, Opinion};
use kernel::text;

/// Where two entries differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of what: key of a word, and the name of the criterion where it is of one.
    pub of: (&'static str, String),
    /// What one read; empty: nothing.
    pub one: String,
    /// What the other read.
    pub other: String,
}

/// Where two entries of a sheet differ, in the order of the scale. Points must be the same; in words it does not
/// matter how they are capitalised and spaced.
pub fn differences(scale: &Scale, one: &Opinion, other: &Opinion) -> Vec<Difference> {
    let (reasons, mut found) = ((abstained(one), abstained(other)), Vec::new());
    note(&mut found, ("sheet-abstain-why", String::new()), reasons);
    for criterion in &scale.criteria {
        let (mine, theirs) = (mark(one, &criterion.key), mark(other, &criterion.key));
        let points =
            |mark: Option<&Mark>| mark.map_or_else(String::new, |it| it.points.to_string());
        let remark = |mark: Option<&Mark>| mark.map_or_else(String::new, |it| it.remark.clone());
        let evidence =
            |mark: Option<&Mark>| mark.map_or_else(String::new, |it| it.evidence.clone());
        let name = || criterion.name.clone();
        note(&mut found, ("paper-points", name()), (points(mine), points(theirs)));
        note(&mut found, ("sheet-remark", name()), (remark(mine), remark(theirs)));
        note(&mut found, ("sheet-evidence", name()), (evidence(mine), evidence(theirs)));
    }
    found
}

fn note(found: &mut Vec<Difference>, of: (&'static str, String), (one, other): (String, String)) {
    let plain = |text: &str| text::clean(text).to_lowercase();
    if plain(&one) != plain(&other) {
        found.push(Difference { of, one, other });
    }
}

fn abstained(opinion: &Opinion) -> String {
    match opinion {
        Opinion::Abstained(reason) => reason.clone(),
        Opinion::Marks(_) => String::new(),
    }
}

fn mark<'o>(opinion: &'o Opinion, key: &str) -> Option<&'o Mark> {
    match opinion {
        Opinion::Abstained(_) => None,
        Opinion::Marks(marks) => marks.get(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(points: &str, remark: &str) -> Opinion {
        let scale = scale();
        let mark = |points: &str, remark: &str| Mark {
            points: points.parse().unwrap(),
            remark: remark.to_owned(),
            evidence: String::new(),
        };
        let rest = scale.criteria.iter().skip(1).map(|it| (it.key.clone(), mark("1", "")));
        let first = (scale.criteria[0].key.clone(), mark(points, remark));
        Opinion::Marks(std::iter::once(first).chain(rest).collect())
    }

    fn scale() -> Scale {
        ::judging::ready::with_code("minima").unwrap().scales[0].clone()
    }

    #[test]
    fn points_and_words_are_compared() {
        let check = |one: &Opinion, other: &Opinion, expect: &[(&str, &str, &str)]| {
            let found = differences(&scale(), one, other);
            let found: Vec<_> =
                found.iter().map(|it| (it.of.0, it.one.as_str(), it.other.as_str())).collect();
            assert_eq!(found, expect);
        };
        check(&given("27,5", "x"), &given("27,50", "x"), &[]);
        check(&given("27", "Hay,  mới"), &given("27", "hay, mới"), &[]);
        check(&given("27", ""), &given("21", ""), &[("paper-points", "27", "21")]);
        check(&given("27", "a"), &given("27", "b"), &[("sheet-remark", "a", "b")]);
        let against = Opinion::Abstained("quen".to_owned());
        let found = differences(&scale(), &against, &given("27", ""));
        assert_eq!(found.len(), 1 + scale().criteria.len());
    }
}
