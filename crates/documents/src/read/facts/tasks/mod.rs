//! Tasks (nhiệm vụ): who has to do what, with whom, until when, with what result.
//!
//! A task is a bullet, or a sentence where an item has no bullets. Its doers stand at the head of the
//! sentence, in the heading above, in the paragraph that leads to the numbered items, or after a label
//! ("Đơn vị thực hiện:"). What names nobody to do it is no task.

mod coordination;
mod gathering;
mod label;
mod labelled;
mod rows;
mod subject;
mod verb;
mod whom;

use std::sync::LazyLock;

use self::gathering::Gathering;
use self::whom::{canonical, is_everybody, is_nobody};
use crate::facts::{Kind, Task};
use crate::read::facts::dates::Years;
use crate::read::facts::head::Head;
use crate::read::form::Form;
use crate::read::outline::{Item, Marker, Topic, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated};
use crate::read::units;

/// Parts of a paper that describe and give no work.
const DESCRIBING: [Topic; 9] = [
    Topic::Purpose,
    Topic::Timeline,
    Topic::Fields,
    Topic::Eligibility,
    Topic::Dossier,
    Topic::Prizes,
    Topic::Judging,
    Topic::Members,
    Topic::Reporting,
];

/// Longest last item that can be the heading of paragraphs without numbers.
const LONGEST_HEADING: usize = 120;

/// Who does what stands under an item.
#[derive(Clone, Debug, Default)]
struct Doers {
    units: Vec<Stated<String>>,
    /// Named in a heading of their own, so that everything below is theirs.
    headed: bool,
}

/// The tasks of a paper, in reading order.
pub(crate) fn find(paper: &Paper, head: &Head, years: &Years) -> Vec<Task> {
    let mut reading = Reading {
        paper,
        issuer: head.issuer.as_ref().map(|issuer| canonical(&issuer.value)),
        addressees: head.addressees.clone(),
        kind: head.kind.as_ref().map(|kind| kind.value),
        numbered: paper
            .items()
            .iter()
            .any(|item| matches!(item.marker, Marker::Number(_) | Marker::Article(_))),
        lead: Doers::default(),
        under: vec![Doers::default(); paper.items().len()],
        gathering: Gathering::new(paper, years),
    };
    if reading.kind == Some(Kind::Invitation) {
        return Vec::new();
    }
    let taken = labelled::find(paper, &mut reading.gathering);
    rows::find(paper, &mut reading.gathering);
    for at in concluded(paper, reading.kind)..paper.items().len() {
        if !taken.contains(&at) && paper.items()[at].marker != Marker::Row {
            reading.read(at);
        }
    }
    reading.gathering.tasks()
}

/// The work of minutes stands after what was agreed; what was said before is none.
fn concluded(paper: &Paper, kind: Option<Kind>) -> usize {
    static AGREED: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"kết luận|giao nhiệm vụ|phân công|thống nhất( giao)?"));
    if kind != Some(Kind::Minutes) {
        return 0;
    }
    let agreed = paper.items().iter().position(|item| AGREED.fits(paper.text(), item.span));
    agreed.unwrap_or(paper.items().len())
}

struct Reading<'a> {
    paper: &'a Paper,
    /// The issuer, to know its own intentions.
    issuer: Option<String>,
    kind: Option<Kind>,
    /// To whom the paper is sent: they are meant by "quý cơ quan".
    addressees: Vec<Stated<String>>,
    /// Whether the paper has numbered items, in which its work then stands.
    numbered: bool,
    /// To whom the paragraph before the numbered items gives them.
    lead: Doers,
    /// The doers of what stands under each item.
    under: Vec<Doers>,
    gathering: Gathering<'a>,
}

impl Reading<'_> {
    fn read(&mut self, at: usize) {
        let item = &self.paper.items()[at];
        let given = self.given(item);
        if self.is_describing(at, &given) || self.is_closing(at) {
            return;
        }
        if item.marker == Marker::Plain && item.parent.is_none() {
            self.read_unmarked(item);
            return;
        }
        match subject::of(self.paper.text(), item.span) {
            Some(subject) if subject.heading => self.read_headed(at, subject),
            Some(subject)
                if given.headed
                    && subject.units.first().is_some_and(|unit| is_nobody(&unit.value)) =>
            {
                self.read_given(at, given);
            }
            Some(subject) if self.is_own_intention(&subject.units) && !given.headed => {}
            Some(subject) => self.read_acting(at, Doers { units: subject.units, headed: false }),
            None => self.read_titled(at, given),
        }
    }

    /// The doers that an item has from above.
    fn given(&self, item: &Item) -> Doers {
        match item.parent {
            Some(parent) if !self.under[parent].units.is_empty() => self.under[parent].clone(),
            _ => self.lead.clone(),
        }
    }

    fn is_describing(&self, at: usize, given: &Doers) -> bool {
        let item = &self.paper.items()[at];
        let describes = item.topic.is_some_and(|topic| DESCRIBING.contains(&topic));
        let annexed = self.paper.sheet.annex.is_some_and(|annex| item.span.start >= annex);
        let rules = (self.kind == Some(Kind::Rules) || annexed)
            && item.topic != Some(Topic::Implementation);
        (describes || rules) && !given.headed
    }

    /// What stands without a number after the last item, unless that is a heading over it.
    fn is_closing(&self, at: usize) -> bool {
        let items = self.paper.items();
        let last = items.iter().rposition(|item| item.marker != Marker::Plain);
        let Some(last) = last.filter(|last| self.numbered && at > *last) else { return false };
        let text = self.paper.text();
        let item = &items[last];
        let ended = matches!(text.byte(item.span.end.saturating_sub(1)), Some(b'.' | b';' | b'/'));
        let heading = !ended && item.span.len() < LONGEST_HEADING && item.marker != Marker::Row;
        !heading || verb::is_farewell(text, items[at].span)
    }

    /// A paragraph without a number leads to the numbered ones, or gives work in a paper that has none.
    fn read_unmarked(&mut self, item: &Item) {
        let text = self.paper.text();
        if let Some(units) = subject::lead(text, item.span) {
            self.lead = Doers { units: self.meant(units), headed: false };
            return;
        }
        if self.numbered {
            return;
        }
        for sentence in sentences(text, item.span) {
            if let Some(asked) = subject::asked(text, sentence)
                && !verb::is_closing(text, sentence)
                && !self.is_own_intention(&asked.units)
            {
                self.gathering.add(sentence, &self.meant(asked.units));
            } else if let Some(own) = self.acting_after_lead(sentence) {
                self.gathering.add(sentence, &own.units);
            }
        }
    }

    /// "Sở Y tế chủ động …" behind the bullets that everybody was given.
    fn acting_after_lead(&self, sentence: Span) -> Option<subject::Subject> {
        let text = self.paper.text();
        let own = subject::of(text, sentence).filter(|own| !own.heading);
        own.filter(|own| {
            !self.lead.units.is_empty()
                && own.units.iter().all(|unit| !is_everybody(&unit.value))
                && !self.is_own_intention(&own.units)
                && verb::is_work(text, own.rest)
                && !verb::is_closing(text, sentence)
        })
    }

    /// "Các đơn vị" and nobody in particular are those to whom the paper is sent.
    fn meant(&self, units: Vec<Stated<String>>) -> Vec<Stated<String>> {
        let general = units.iter().all(|unit| is_everybody(&unit.value));
        if general && !self.addressees.is_empty() { self.addressees.clone() } else { units }
    }

    /// "5. Huyện đoàn: …": everything below is the heading's.
    fn read_headed(&mut self, at: usize, subject: subject::Subject) {
        let doers = Doers { units: subject.units, headed: true };
        let text = self.paper.text();
        let names_more =
            units::begins(text, subject.rest) && units::predicate(text, subject.rest).is_none();
        let rest =
            if names_more { Span::new(subject.rest.end, subject.rest.end) } else { subject.rest };
        self.read_sentences(at, rest, &doers);
        self.under[at] = doers;
    }

    /// "5. Huyện đoàn phát động …"
    fn read_acting(&mut self, at: usize, doers: Doers) {
        let item = &self.paper.items()[at];
        self.read_sentences(at, item.span, &doers);
        self.under[at] = doers;
    }

    /// "3. Xét chọn: Hội đồng sáng kiến họp …": the doers stand behind a title.
    fn read_titled(&mut self, at: usize, given: Doers) {
        let text = self.paper.text();
        let item = &self.paper.items()[at];
        let title = crate::read::outline::heading(text, item.span);
        let rest = text.trim(Span::new(title.end, item.span.end), b":");
        let behind = text.byte(title.end) == Some(b':')
            && !title.is_empty()
            && !text.shadow(title).ends_with(b" nhu");
        match subject::of(text, rest).filter(|subject| behind && !subject.heading) {
            Some(subject) if !self.is_own_intention(&subject.units) => {
                let doers = Doers { units: subject.units, headed: false };
                self.read_sentences(at, rest, &doers);
                self.under[at] = doers;
            }
            _ => self.read_given(at, given),
        }
    }

    /// An item that names nobody is work of those above it.
    fn read_given(&mut self, at: usize, given: Doers) {
        let item = &self.paper.items()[at];
        if !given.units.is_empty() {
            self.read_sentences(at, item.span, &given);
        }
        self.under[at] = given;
    }

    /// One task for a bullet, one for each sentence of an item without bullets.
    fn read_sentences(&mut self, at: usize, span: Span, doers: &Doers) {
        let text = self.paper.text();
        let item = &self.paper.items()[at];
        let bullet = item.marker.is_bullet() || matches!(item.marker, Marker::Letter(_));
        let parts = if bullet { vec![span] } else { sentences(text, span).collect() };
        let mut doers = doers.clone();
        for part in parts {
            if text.byte(part.end.saturating_sub(1)) == Some(b':') || part.is_empty() {
                continue;
            }
            let own = subject::of(text, part).filter(|subject| !subject.heading);
            let own = own.filter(|own| {
                !(doers.headed && own.units.first().is_some_and(|unit| is_nobody(&unit.value)))
            });
            if let Some(own) = own {
                if verb::is_statement(text, own.rest) || self.is_own_intention(&own.units) {
                    continue;
                }
                doers.units = own.units;
            } else if !self.is_work(part, &doers) {
                continue;
            }
            self.gathering.add(part, &doers.units);
        }
    }

    fn is_work(&self, part: Span, doers: &Doers) -> bool {
        let text = self.paper.text();
        verb::is_work(text, part)
            || (doers.headed && !verb::is_stated(text, part) && part.len() > 25)
    }

    /// "UBND thành phố sẽ …" in a paper of UBND thành phố.
    fn is_own_intention(&self, units: &[Stated<String>]) -> bool {
        let [unit] = units else { return false };
        let unit = canonical(&unit.value);
        self.issuer.as_ref().is_some_and(|issuer| {
            issuer.starts_with(&unit)
                && issuer[unit.len()..].chars().next().is_none_or(|c| c == ' ')
        })
    }
}

#[cfg(test)]
mod tests;
