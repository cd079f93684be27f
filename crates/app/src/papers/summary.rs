//! What was read, for people: a few lines.

use std::collections::BTreeMap;

use documents::{
    Contest, Document, Doubt, DoubtCode, Facts, IssueDate, Kind, Milestone, MilestoneKind, Series,
};
use kernel::Message;

use crate::frame::Words;

/// The lines, without an indentation of their own; those of a list begin with a blank.
pub fn lines(facts: &Facts, words: Words) -> Vec<String> {
    let mut lines = of_document(&facts.document, words);
    let contest = facts.contest.as_ref().map(|contest| contest_name(contest, words));
    lines.extend(contest.map(|name| words.with("paper-line-contest", "contest", name)));
    let unit = facts.implementing_unit.as_ref();
    lines.extend(unit.map(|name| words.with("paper-line-unit", "name", name)));
    if !facts.milestones.is_empty() {
        lines.push(words.say("paper-line-milestones"));
        lines.extend(facts.milestones.iter().map(|one| milestone(one, words)));
    }
    lines.push(words.with("paper-line-tasks", "count", facts.tasks.len()));
    lines.extend(doubts(&facts.warnings, words));
    lines
}

fn of_document(document: &Document, words: Words) -> Vec<String> {
    let kind = document.kind.map_or("paper-kind-unknown", kind_key);
    let number = match (&document.number, &document.symbol) {
        (Some(number), Some(symbol)) => format!("{number}/{symbol}"),
        (None, Some(symbol)) => format!("…/{symbol}"),
        (Some(number), None) => number.clone(),
        (None, None) => "–".to_owned(),
    };
    let issuer = document.issuer.clone().unwrap_or_else(|| "–".to_owned());
    let first = Message::new("paper-line-document").with("kind", words.say(kind));
    let first =
        first.with("number", number).with("date", date(&document.date)).with("issuer", issuer);
    let subject = document.subject.as_ref();
    let subject = subject.map(|subject| words.with("paper-line-subject", "subject", subject));
    [words.tell(&first)].into_iter().chain(subject).collect()
}

/// The day as far as it is stated: `…/6/2024`.
fn date(date: &IssueDate) -> String {
    let shown = |part: Option<i16>| part.map_or_else(|| "…".to_owned(), |part| part.to_string());
    let parts = [date.day.map(i16::from), date.month.map(i16::from), date.year];
    parts.map(shown).join("/")
}

fn contest_name(contest: &Contest, words: Words) -> String {
    let series = match contest.series {
        Series::TechnicalInnovation => Some("paper-series-innovation"),
        Series::YouthCreativity => Some("paper-series-youth"),
        Series::Other => None,
    };
    let edition = contest.edition.map(|edition| words.with("paper-edition", "edition", edition));
    let years = contest.years.map(|[first, last]| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    let parts = [series.map(|key| words.say(key)), contest.locality.clone(), edition, years];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn milestone(one: &Milestone, words: Words) -> String {
    let days = match (&one.start, &one.end) {
        (Some(start), Some(end)) if start == end => start.clone(),
        (start, end) => {
            let shown = |day: &Option<String>| day.clone().unwrap_or_else(|| "…".to_owned());
            format!("{} → {}", shown(start), shown(end))
        }
    };
    format!(" {}: {days}", words.say(milestone_key(one.kind)))
}

/// Doubts of a kind together, with the words that raise them.
fn doubts(doubts: &[Doubt], words: Words) -> Vec<String> {
    if doubts.is_empty() {
        return vec![words.say("paper-line-no-doubts")];
    }
    let mut kinds: BTreeMap<DoubtCode, Vec<&str>> = BTreeMap::new();
    for doubt in doubts {
        let texts = kinds.entry(doubt.code).or_default();
        texts.extend(Some(doubt.text.as_str()).filter(|text| !text.is_empty()));
    }
    let line = |(code, texts): (DoubtCode, Vec<&str>)| {
        let sentence = words.say(doubt_key(code));
        match texts.is_empty() {
            true => format!(" {sentence}"),
            false => format!(" {sentence}: {}", texts.join(" · ")),
        }
    };
    let head = words.with("paper-line-doubts", "count", doubts.len());
    [head].into_iter().chain(kinds.into_iter().map(line)).collect()
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Dispatch => "paper-kind-dispatch",
        Kind::Plan => "paper-kind-plan",
        Kind::Decision => "paper-kind-decision",
        Kind::Notice => "paper-kind-notice",
        Kind::Rules => "paper-kind-rules",
        Kind::Report => "paper-kind-report",
        Kind::SubmissionLetter => "paper-kind-submission-letter",
        Kind::Minutes => "paper-kind-minutes",
        Kind::Invitation => "paper-kind-invitation",
        Kind::Law => "paper-kind-law",
        Kind::Decree => "paper-kind-decree",
        Kind::Circular => "paper-kind-circular",
        Kind::Resolution => "paper-kind-resolution",
        Kind::Guidance => "paper-kind-guidance",
        Kind::Programme => "paper-kind-programme",
        Kind::Directive => "paper-kind-directive",
        Kind::Telegram => "paper-kind-telegram",
    }
}

fn milestone_key(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::LaunchCeremony => "milestone-launch-ceremony",
        MilestoneKind::Publicity => "milestone-publicity",
        MilestoneKind::Submission => "milestone-submission",
        MilestoneKind::SteeringDocumentsDue => "milestone-steering-documents-due",
        MilestoneKind::CouncilFormation => "milestone-council-formation",
        MilestoneKind::Judging => "milestone-judging",
        MilestoneKind::PreliminaryJudging => "milestone-preliminary-judging",
        MilestoneKind::FinalJudging => "milestone-final-judging",
        MilestoneKind::Forwarding => "milestone-forwarding",
        MilestoneKind::Results => "milestone-results",
        MilestoneKind::AwardCeremony => "milestone-award-ceremony",
        MilestoneKind::ReportDue => "milestone-report-due",
    }
}

fn doubt_key(code: DoubtCode) -> &'static str {
    match code {
        DoubtCode::MissingNumber => "doubt-missing-number",
        DoubtCode::MissingDay => "doubt-missing-day",
        DoubtCode::ImplausibleDate => "doubt-implausible-date",
        DoubtCode::InconsistentName => "doubt-inconsistent-name",
        DoubtCode::Spelling => "doubt-spelling",
        DoubtCode::PoorOcr => "doubt-poor-ocr",
        DoubtCode::ConflictingDates => "doubt-conflicting-dates",
        DoubtCode::Unreadable => "doubt-unreadable",
        DoubtCode::SignatureForm => "doubt-signature-form",
        DoubtCode::UnitAbolished => "doubt-unit-abolished",
        DoubtCode::NotAPaper => "doubt-not-a-paper",
    }
}
