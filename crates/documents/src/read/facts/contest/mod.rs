//! The contest (hội thi, cuộc thi) that a paper is about, the one above it, and who carries it out.

pub(crate) mod locality;
mod mention;

use std::sync::LazyLock;

use kernel::text::fold;

use self::locality::Locality;
use self::mention::{Mention, mentions};
use super::head::Head;
use crate::facts::{Contest, HigherContest, Level, Series};
use crate::read::casing;
use crate::read::form::Form;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

/// The contest and the unit that carries it out.
pub(crate) fn find(paper: &Paper, head: &Head) -> (Option<Contest>, Option<Stated<String>>) {
    let text = paper.text();
    let all = mentions(text, text.whole());
    let issuer = head.issuer.as_ref().map(|issuer| Body::of(&issuer.value));
    let Some(main) = chosen(text, &all, head, issuer.as_ref()) else { return (None, None) };
    let level = main
        .locality
        .as_ref()
        .map(|place| place.level)
        .or(issuer.as_ref().and_then(|body| body.level));
    let own: Vec<&Mention> = all.iter().filter(|other| is_same(other, main, level)).collect();
    let locality = name_of(&own, level, head, issuer.as_ref()).map(locality::settled);
    let contest = Contest {
        series: main.series,
        level,
        locality,
        edition: main.edition.or_else(|| most(own.iter().filter_map(|one| one.edition))),
        years: widest(main.years, &own),
        parent: parent(text, &all, main.series, level),
        evidence: text.evidence(main.span, 1.0),
    };
    let implementing = implementing(head, issuer.as_ref(), &contest);
    (Some(contest), implementing)
}

/// The naming in the subject, else the fullest of the first.
fn chosen<'a>(
    text: &Text,
    all: &'a [Mention],
    head: &Head,
    issuer: Option<&Body>,
) -> Option<&'a Mention> {
    let subject = head.subject.as_ref().map(|subject| subject.span);
    let in_subject = all.iter().filter(|one| {
        subject.is_some_and(|span| span.contains(Span::new(one.span.start, one.span.start)))
    });
    let known = |one: &&Mention| one.series != Series::Other;
    let subject = in_subject.clone().find(known).or_else(|| in_subject.clone().next());
    if let Some(one) = subject
        && (one.locality.is_some() || one.edition.is_some() || one.years.is_some())
    {
        return Some(one);
    }
    let level = issuer.and_then(|body| body.level);
    let of_issuer =
        |one: &&Mention| one.locality.as_ref().map(|place| place.level) == level && level.is_some();
    let series = subject.map(|one| one.series);
    let fits =
        |one: &&Mention| series.is_none_or(|series| series == one.series) && one.weight() > 0;
    let cited = |one: &&Mention| is_cited(text, one.span);
    let mut told = all.iter().filter(known).filter(fits);
    told.clone()
        .find(|one| of_issuer(one) && one.weight() > 1 && !cited(one))
        .or_else(|| told.clone().find(|one| of_issuer(one)))
        .or_else(|| told.next())
        .or(subject)
        .or_else(|| all.iter().find(known))
        .or_else(|| all.iter().find(|one| one.weight() > 1))
}

/// Inside "… của Ban Tổ chức Hội thi … về việc" of a cited paper.
fn is_cited(text: &Text, span: Span) -> bool {
    static CITING: LazyLock<Form> = LazyLock::new(|| Form::new(r"số\s*\d[^\s]*/[^.]{0,160}$"));
    CITING.fits(text, Span::new(span.start.saturating_sub(160), span.start))
}

fn is_same(other: &Mention, main: &Mention, level: Option<Level>) -> bool {
    let named = other.locality.as_ref().map(|place| place.level);
    let editions =
        main.edition.is_none() || other.edition.is_none() || main.edition == other.edition;
    other.series == main.series && editions && (named.is_none() || named == level)
}

/// The name of the place: as a naming says it, else from issuer, parent or place of issue.
fn name_of(
    own: &[&Mention],
    level: Option<Level>,
    head: &Head,
    issuer: Option<&Body>,
) -> Option<String> {
    let names = own
        .iter()
        .filter_map(|one| one.locality.as_ref())
        .filter(|place| Some(place.level) == level);
    if let Some(name) = most(names.filter_map(|place| place.name.clone())) {
        return Some(name);
    }
    let parent = head.issuer_parent.as_ref().map(|parent| Body::of(&parent.value));
    let bodies = issuer.into_iter().chain(parent.as_ref());
    let named =
        bodies.filter_map(|body| body.place.as_ref()).find(|place| Some(place.level) == level);
    if let Some(name) = named.and_then(|place| place.name.clone()) {
        return Some(name);
    }
    match (level, issuer, head.place.as_ref()) {
        (Some(Level::Nation), ..) => Some("toàn quốc".to_owned()),
        (Some(Level::Agency), Some(body), _) => Some(body.name.clone()),
        (Some(Level::Province), _, Some(place)) => Some(province_of(&place.value)),
        _ => None,
    }
}

/// The place of issue of a provincial paper is the province or its city.
fn province_of(place: &str) -> String {
    let bare = ["TP. ", "TP.", "Thành phố ", "thành phố "]
        .iter()
        .find_map(|kind| place.strip_prefix(kind));
    let kind = if locality::level_of("thành phố", bare.unwrap_or(place)) == Level::Province {
        "thành phố"
    } else {
        "tỉnh"
    };
    format!("{kind} {}", bare.unwrap_or(place))
}

/// The value said most often, the first among equals.
fn most<T: PartialEq + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counted.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counted.push((value, 1)),
        }
    }
    let best = counted.iter().map(|(_, count)| *count).max()?;
    counted.into_iter().find(|(_, count)| *count == best).map(|(value, _)| value)
}

/// A range of years says more than one of its years.
fn widest(own: Option<[i16; 2]>, mentions: &[&Mention]) -> Option<[i16; 2]> {
    let others = mentions.iter().filter_map(|one| one.years);
    let Some([first, last]) = own else { return most(others) };
    let wider = others.filter(|[a, b]| *a <= first && last <= *b && b - a > last - first);
    Some(most(wider).unwrap_or([first, last]))
}

fn parent(
    text: &Text,
    all: &[Mention],
    series: Series,
    level: Option<Level>,
) -> Option<HigherContest> {
    let rank = |level: Level| match level {
        Level::Agency => 2,
        Level::Commune => 4,
        Level::District => 3,
        Level::Province => 1,
        Level::Nation => 0,
    };
    let own = rank(level?);
    let above = all.iter().filter(|one| one.series == series && one.weight() > 0);
    let above = above.filter(|one| {
        one.locality
            .as_ref()
            .is_some_and(|place| rank(place.level) < own && place.level != Level::Agency)
    });
    let lowest = above
        .clone()
        .filter_map(|one| one.locality.as_ref())
        .map(|place| place.level)
        .max_by_key(|level| rank(*level))?;
    let these: Vec<&Mention> = above
        .filter(|one| one.locality.as_ref().is_some_and(|place| place.level == lowest))
        .collect();
    let edition = most(these.iter().filter_map(|one| one.edition));
    let years = most(these.iter().filter_map(|one| one.years));
    if edition.is_none() && years.is_none() {
        return None;
    }
    let name = most(these.iter().filter_map(|one| one.locality.as_ref()?.name.clone()));
    let name = name.map(locality::settled);
    let first = these.first()?;
    Some(HigherContest {
        series,
        level: Some(lowest),
        locality: name,
        edition,
        years,
        evidence: text.evidence(first.span, 1.0),
    })
}

/// A body by its name: its tier and place.
struct Body {
    name: String,
    level: Option<Level>,
    place: Option<Locality>,
    organises: bool,
    committee: bool,
}

impl Body {
    fn of(name: &str) -> Self {
        static PLACED: LazyLock<Form> = LazyLock::new(|| {
            Form::new(r"\b(tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\b")
        });
        let text = Text::new(crate::read::normalise::normalise(name));
        let folded = fold(name);
        let at = PLACED.find(&text, text.whole()).map(|found| found.span().start);
        let place = at
            .and_then(|at| locality::read(&text, Span::new(at, text.len())))
            .map(|(place, _)| place);
        let committee = folded.starts_with("ubnd") || folded.starts_with("uy ban nhan dan");
        let organises = folded.contains("ban to chuc")
            || folded.contains("btc")
            || folded.contains("lien hiep cac hoi")
            || folded.contains("lien hiep hoi");
        let national = folded.contains("viet nam") || folded.starts_with("quy ho tro sang tao");
        let agency = [
            "truong",
            "dai hoc",
            "hoc vien",
            "benh vien",
            "cong ty",
            "tong cong ty",
            "tap doan",
            "vien ",
        ];
        let level = match &place {
            _ if national => Some(Level::Nation),
            _ if agency.iter().any(|head| folded.starts_with(head)) => Some(Level::Agency),
            Some(place) => Some(place.level),
            None if folded.starts_with("so ")
                || folded.starts_with("lien hiep")
                || folded.starts_with("tinh doan") =>
            {
                Some(Level::Province)
            }
            None if folded.starts_with("phong ") || folded.starts_with("huyen") => {
                Some(Level::District)
            }
            None => None,
        };
        Self { name: name.to_owned(), level, place, organises, committee }
    }
}

/// A city, a commune, a department that carries out the contest of a province or the nation.
fn implementing(head: &Head, issuer: Option<&Body>, contest: &Contest) -> Option<Stated<String>> {
    if !matches!(contest.level, Some(Level::Nation | Level::Province)) {
        return None;
    }
    let (issuer, stated) = (issuer?, head.issuer.as_ref()?);
    if issuer.organises {
        return None;
    }
    if let Some(place) = above(head, contest) {
        return Some(place);
    }
    let name = if issuer.committee {
        let place = issuer.place.as_ref()?;
        if place.level <= contest.level? {
            return None;
        }
        place.name.clone()?
    } else if is_holder(issuer, contest) {
        return None;
    } else {
        issuer.name.clone()
    };
    Some(Stated::guessed(name, stated.span, 0.9))
}

/// An office (phòng) of a committee acts for the place.
fn above(head: &Head, contest: &Contest) -> Option<Stated<String>> {
    let office = fold(&head.issuer.as_ref()?.value);
    let stated = head.issuer_parent.as_ref()?;
    let parent = Body::of(&stated.value);
    let place = parent.place.filter(|place| Some(place.level) > contest.level)?;
    let name = place.name.filter(|_| parent.committee && office.starts_with("phong "))?;
    Some(Stated::guessed(name, stated.span, 0.9))
}

/// The body whose contest it is.
fn is_holder(issuer: &Body, contest: &Contest) -> bool {
    let same = contest.locality.as_ref().is_some_and(|name| casing::same(name, &issuer.name));
    same || (issuer.level == Some(Level::Nation) && contest.level == Some(Level::Nation))
}

#[cfg(test)]
mod tests;
