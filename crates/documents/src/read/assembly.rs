//! Puts the facts of a paper together.

use std::collections::BTreeMap;

use super::checks::{self, Noticed};
use super::facts::dates::Years;
use super::facts::{
    agencies, attachments, budget, channels, citations, contacts, contest, eligibility, fields,
    head, milestones, prizes, reporting, tail, tasks, web,
};
use super::paper::Paper;
use super::text::{Span, Stated, Text};
use crate::facts::{Document, Evidence, Facts, SCHEMA};

/// Values taken apart from where they stand.
struct Ledger<'a> {
    text: &'a Text,
    evidence: BTreeMap<String, Evidence>,
}

impl Ledger<'_> {
    /// The value; its evidence is noted under a JSON pointer.
    fn one<T>(&mut self, pointer: &str, stated: Option<Stated<T>>) -> Option<T> {
        let stated = stated?;
        let evidence = self.text.evidence(stated.span, stated.certainty);
        self.evidence.insert(pointer.to_owned(), evidence);
        Some(stated.value)
    }

    fn note(&mut self, pointer: &str, span: Span) {
        self.evidence.insert(pointer.to_owned(), self.text.evidence(span, 1.0));
    }

    fn all<T>(&mut self, pointer: &str, stated: Vec<Stated<T>>) -> Vec<T> {
        let numbered = stated.into_iter().enumerate();
        numbered.filter_map(|(at, one)| self.one(&format!("{pointer}/{at}"), Some(one))).collect()
    }
}

/// All facts of a paper.
pub(super) fn assemble(paper: &Paper) -> Facts {
    let head = head::read(paper);
    let tail = tail::read(paper);
    let (contest, implementing) = contest::find(paper, &head);
    let issued = head.date.as_ref().map(|date| date.value).unwrap_or_default();
    let span = contest.as_ref().and_then(|contest| contest.years);
    let years = Years::of(paper.text(), issued.year, issued.month, span);
    let tasks = tasks::find(paper, &head, &years);
    let dated = milestones::find(paper, &years);
    let cited = citations::find(paper, &head);
    let eligible = eligibility::find(paper, &years);
    let implausible =
        cited.implausible.into_iter().chain(dated.implausible).chain(head.misprinted).collect();
    let noticed = Noticed { implausible, conflicting: dated.conflicting };
    let copy = head.clone();
    let standing = agencies::standing(paper);
    let mut notes = Ledger { text: paper.text(), evidence: BTreeMap::new() };
    let document = Document {
        kind: notes.one("/document/type", head.kind),
        number: notes.one("/document/number", head.number),
        symbol: notes.one("/document/symbol", head.symbol),
        issuer: notes.one("/document/issuer", head.issuer),
        issuer_parent: notes.one("/document/issuer_parent", head.issuer_parent),
        place: notes.one("/document/place", head.place),
        date: notes.one("/document/date", head.date).unwrap_or_default(),
        subject: notes.one("/document/subject", head.subject),
        signatory: tail.signatory,
        addressees: notes.all("/document/addressees", head.addressees),
        recipients: notes.all("/document/recipients", tail.recipients),
    };
    for (name, span) in eligible.places() {
        notes.note(&format!("/eligibility/{name}"), span);
    }
    let mut facts = Facts {
        schema: SCHEMA.into(),
        document,
        contest,
        implementing_unit: notes.one("/implementing_unit", implementing),
        standing_agency: notes.one("/standing_agency", standing.clone()),
        receiving_unit: notes.one("/receiving_unit", agencies::receiving(paper)),
        legal_basis: cited.papers,
        milestones: dated.milestones,
        tasks,
        contacts: contacts::find(paper, copy.issuer.as_ref(), standing.as_ref()),
        fields: notes.all("/fields", fields::find(paper)),
        eligibility: eligible.values(),
        reporting: reporting::find(paper),
        budget_sources: notes.all("/budget_sources", budget::find(paper)),
        publicity_channels: notes.all("/publicity_channels", channels::find(paper)),
        urls: notes.all("/urls", web::urls(paper)),
        attachments: notes.all("/attachments", attachments::find(paper)),
        prizes: prizes::find(paper),
        warnings: Vec::new(),
        evidence: notes.evidence,
    };
    facts.warnings = checks::check(paper, &copy, &facts, &noticed);
    facts
}
