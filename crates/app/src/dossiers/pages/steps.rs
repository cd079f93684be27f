//! The way through the form, and the deadline that stands beside it.

use entry::{Gap, Step};
use kernel::Instant;

use crate::dossiers::DossierId;
use crate::dossiers::access::SeenDossier;
use crate::dossiers::timing::{Taking, Timing};
use crate::frame::Words;

/// One page of the form among all of them.
pub struct StepItem {
    /// Its address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Whether it is the page one is on.
    pub is_here: bool,
    /// Whether nothing is missing there.
    pub is_done: bool,
}

/// The pages of the form that are open, in order, the last of them handing in.
pub fn steps(words: Words, seen: &SeenDossier, here: Option<Step>, gaps: &[Gap]) -> Vec<StepItem> {
    let id = seen.id;
    let is_done = |step: Step| !gaps.iter().any(|gap| gap.step == step);
    let item = |step: Step| StepItem {
        href: href(id, step),
        label: words.say(label(step)),
        is_here: here == Some(step),
        is_done: is_done(step),
    };
    let open = Step::ALL.into_iter().filter(|step| seen.opens(*step));
    let mut items: Vec<StepItem> = open.map(item).collect();
    items.push(StepItem {
        href: format!("/dossiers/{id}/submission"),
        label: words.say("dossier-step-submit"),
        is_here: here.is_none(),
        is_done: false,
    });
    items
}

/// The address of a page of the form.
pub fn href(id: DossierId, step: Step) -> String {
    match step {
        Step::Files => format!("/dossiers/{id}/files"),
        _ => format!("/dossiers/{id}/pages/{}", step.code()),
    }
}

/// Key of the name of a page of the form.
pub const fn label(step: Step) -> &'static str {
    match step {
        Step::Solution => "entry-step-solution",
        Step::People => "entry-step-authors",
        Step::Description => "entry-part-sections",
        Step::Files => "dossier-step-files",
    }
}

/// The deadline as it stands on each page of a dossier.
pub struct Deadline {
    /// The sentence.
    pub says: String,
    /// Its colour.
    pub class: &'static str,
}

/// The end as people say it: a window that ends with a day ends "hết ngày".
pub fn end(words: Words, closes: Instant) -> String {
    let day = closes.day();
    match day.begins() == closes {
        true => words.with("dossier-end-of-day", "day", day.yesterday().written()),
        false => closes.written(),
    }
}

/// Less than this before the end, the hours are counted.
const NEAR_SECONDS: i64 = 24 * 3600;

/// The sentence about the deadline at a moment; nothing where none is set.
pub fn deadline(words: Words, taking: &Taking, at: Instant) -> Option<Deadline> {
    let says = |key: &str, moment: Instant| words.with(key, "moment", moment.written());
    Some(match taking.at(at) {
        Timing::Early(opens) => Deadline { says: says("dossier-opens", opens), class: "is-due" },
        Timing::Open(None) => return None,
        Timing::Open(Some(closes)) => {
            let left = (closes.millis() - at.millis()) / 1_000;
            let day = words.with("dossier-closes", "moment", end(words, closes));
            match left {
                NEAR_SECONDS.. => {
                    let left = words.count("when-days-left", left / NEAR_SECONDS);
                    Deadline { says: format!("{day}, {left}"), class: "" }
                }
                _ => {
                    let left = words.count("dossier-minutes-left", left / 60);
                    Deadline { says: format!("{day}, {left}"), class: "is-due" }
                }
            }
        }
        Timing::Grace(ends) => Deadline { says: says("dossier-grace", ends), class: "is-late" },
        Timing::Over(closes) => {
            let says = words.with("dossier-closed", "moment", end(words, closes));
            Deadline { says, class: "is-late" }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    #[test]
    fn the_deadline_is_said_as_far_as_it_is_away() {
        let at = Instant::from_millis;
        let day = 24 * 3_600_000;
        let taking = Taking { closes: Some(at(10 * day)), grace_minutes: 60, ..Taking::default() };
        let class = |moment: i64| {
            deadline(Words(Locale::Vi), &taking, at(moment)).map(|deadline| deadline.class)
        };
        assert_eq!(class(0), Some(""));
        assert_eq!(class(9 * day + 1_000), Some("is-due"));
        assert_eq!(class(10 * day + 1), Some("is-late"));
        assert!(deadline(Words(Locale::Vi), &Taking::default(), at(0)).is_none());
    }
}
