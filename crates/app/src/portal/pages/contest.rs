//! The page of a contest.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use entry::Part;
use kernel::Instant;

use super::milestones::{DateLine, date_lines, picture};
use super::news::{self, NewsLine};
use super::parts::{self, Countdown};
use super::{Asked, Door, HTML, bytes};
use crate::contests::asked;
use crate::contests::timeline::{Shape, Timeline};
use crate::dossiers::form;
use crate::frame::money;
use crate::frame::{Answer, App, Visitor, Words};
use crate::portal::contest::{Contact, Portal, path};
use crate::portal::dates;
use crate::portal::store::{PaperRow, PublicRow};

/// News on the page of a contest; all of it has a page of its own.
const FEW_NEWS: usize = 5;

#[derive(Template)]
#[template(path = "portal/pages/contest.html")]
struct ContestPage {
    door: Door,
    name: String,
    kicker: String,
    summary: Option<String>,
    is_closed: bool,
    /// Where a dossier is begun, if the rules say what it holds.
    entry: Option<String>,
    parent: Option<(Option<String>, String)>,
    countdown: Option<Countdown>,
    timeline: Timeline,
    dates: Vec<DateLine>,
    steps: Vec<(String, String)>,
    fields: Vec<String>,
    eligibility: Vec<String>,
    dossier: Vec<String>,
    forms: Vec<(&'static str, Vec<(String, &'static str)>)>,
    prizes: Vec<PrizeLine>,
    money: Option<String>,
    papers: Vec<PaperLine>,
    people: Vec<(String, String)>,
    contacts: Vec<ContactLine>,
    editions: Vec<(String, String, String)>,
    news: Vec<NewsLine>,
    news_count: i64,
    /// Whether the results can be read.
    has_results: bool,
    here: String,
}

struct PrizeLine {
    name: String,
    count: String,
    amount: String,
}

struct PaperLine {
    title: String,
    detail: Option<String>,
    file: Option<(String, String)>,
}

struct ContactLine {
    at: Option<String>,
    who: Option<String>,
    address: Option<String>,
    phones: Vec<(String, String)>,
    emails: Vec<String>,
    is_masked: bool,
}

/// Answers `GET /hoi-thi/{slug}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let asked = Asked::new(app, &visitor, headers, slug);
    let write = |app: &App, portal: &Portal, now: (Words, Instant)| bytes(&page(app, portal, now));
    asked.answer(("page", HTML), write).await
}

/// Where a dossier is begun: behind the sign-in, once the rules say what it holds.
fn entry_of(portal: &Portal) -> Option<String> {
    let asks = !portal.rules.entry.is_silent();
    asks.then(|| format!("{}/nop-ho-so", portal.path()))
}

fn page(app: &App, portal: &Portal, (words, at): (Words, Instant)) -> ContestPage {
    let (row, here) = (&portal.row, portal.path());
    let countdown = parts::countdown(portal, words, at);
    let mut door = Door::new(app, words, &here, about(portal, countdown.as_ref(), words));
    door.feed = Some(format!("{here}/tin.atom"));
    ContestPage {
        name: row.name.clone(),
        kicker: parts::kicker(row, words),
        summary: row.summary.clone(),
        is_closed: row.is_closed(),
        entry: entry_of(portal),
        parent: parent(portal),
        timeline: picture(portal, words, at),
        dates: date_lines(portal, words, at),
        steps: steps(portal, words),
        fields: portal.rules.fields.clone(),
        eligibility: eligibility(portal, words),
        dossier: asked::of(&portal.rules.entry, Part::Checklist, words),
        forms: form::offered(&portal.rules.entry),
        prizes: prizes(portal, words),
        money: portal.rules.money().map(|sum| money::written(words, sum)),
        papers: papers(portal, words),
        people: people(portal, words),
        contacts: portal.contacts.iter().map(contact).collect(),
        editions: editions(portal),
        news: portal.news.iter().take(FEW_NEWS).map(|row| news::line(row, words)).collect(),
        news_count: portal.news_count,
        has_results: portal.results.is_some(),
        countdown,
        here,
        door,
    }
}

/// Who and what may enter: by year, place and age, and by whatever else the rules say.
fn eligibility(portal: &Portal, words: Words) -> Vec<String> {
    let more = [Part::Holders, Part::Conditions];
    let more = more.into_iter().flat_map(|part| asked::of(&portal.rules.entry, part, words));
    parts::eligibility(portal, words).into_iter().chain(more).collect()
}

fn about(portal: &Portal, countdown: Option<&Countdown>, words: Words) -> String {
    let deadline = countdown.map(|it| words.with("portal-about-deadline", "when", &it.when));
    let parts = [portal.row.summary.clone(), deadline, Some(parts::kicker(&portal.row, words))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The contest above: with its address where everybody may see it, else by the name in the paper.
fn parent(portal: &Portal) -> Option<(Option<String>, String)> {
    match &portal.parent {
        Some(parent) => Some((Some(path(&parent.slug)), parent.name.clone())),
        None => portal.row.higher.clone().map(|name| (None, name)),
    }
}

/// How to enter, as far as the papers say it: whether one may, with what, where to and until when.
fn steps(portal: &Portal, words: Words) -> Vec<(String, String)> {
    let forms = &portal.rules.attachments;
    let write = match (forms.is_empty(), portal.papers.is_empty()) {
        _ if !portal.rules.entry.is_silent() => words.say("portal-step-write-here"),
        (false, _) => words.with("portal-step-write-with", "forms", forms.join("; ")),
        (true, false) => words.say("portal-step-write-papers"),
        (true, true) => words.say("portal-step-write-ask"),
    };
    let check = match portal.rules.fields.is_empty() {
        true => words.say("portal-step-check-text"),
        false => words.count("portal-step-check-fields", portal.rules.fields.len()),
    };
    vec![
        (words.say("portal-step-check"), check),
        (words.say("portal-step-write"), write),
        (words.say("portal-step-send"), send(portal, words)),
    ]
}

fn send(portal: &Portal, words: Words) -> String {
    let row = &portal.row;
    let desks = [&row.receiving_id, &row.standing_id, &row.organiser_id];
    let desk = desks.into_iter().find_map(|id| portal.unit(id.as_ref()));
    let to = match desk {
        Some(desk) => words.with("portal-step-send-to", "unit", desk),
        None => words.say("portal-step-send-ask"),
    };
    let deadline = portal.deadline();
    let when = deadline.and_then(|deadline| dates::end(words, &deadline.window));
    let when = when.map(|when| words.with("portal-step-send-when", "when", when));
    let postmark = deadline.filter(|deadline| deadline.row.by_postmark);
    let postmark = postmark.map(|_| words.say("portal-by-postmark-sentence"));
    let parts: Vec<String> = [Some(to), when, postmark].into_iter().flatten().collect();
    parts.join(" ")
}

fn prizes(portal: &Portal, words: Words) -> Vec<PrizeLine> {
    let line = |prize: &crate::contests::rules::RulePrize| PrizeLine {
        name: prize.name.clone(),
        count: prize.count.map(|count| money::grouped(words, count.into())).unwrap_or_default(),
        amount: prize.amount_vnd.map(|sum| money::written(words, sum)).unwrap_or_default(),
    };
    portal.rules.prizes.iter().map(line).collect()
}

fn papers(portal: &Portal, words: Words) -> Vec<PaperLine> {
    let line = |paper: &PaperRow| {
        let reference = parts::reference(paper, words);
        let title = paper.subject.clone().or_else(|| reference.clone());
        let title = title.or_else(|| paper.file_name.clone());
        let size = paper.bytes.map(money::size);
        let format =
            super::files::format((paper.media_type.as_deref(), paper.file_name.as_deref()))
                .into_iter()
                .chain(size);
        let format = format.collect::<Vec<_>>().join(" · ");
        let file = paper.hash.as_ref().map(|_| format!("{}/van-ban/{}", portal.path(), paper.id));
        PaperLine {
            detail: reference.filter(|_| paper.subject.is_some()),
            title: title.unwrap_or_else(|| words.say(parts::kind(paper.kind.as_deref()))),
            file: file.map(|file| (file, format)),
        }
    };
    portal.papers.iter().map(line).collect()
}

/// Who has which part in it; a unit with several parts stands once.
fn people(portal: &Portal, words: Words) -> Vec<(String, String)> {
    let row = &portal.row;
    let named = [
        ("portal-organiser", &row.organiser_id),
        ("portal-standing", &row.standing_id),
        ("portal-receiving", &row.receiving_id),
    ];
    let mut people: Vec<(String, String)> = Vec::new();
    for (key, id) in named {
        let Some(name) = portal.unit(id.as_ref()) else { continue };
        match people.iter_mut().find(|(_, known)| known == name) {
            Some((labels, _)) => *labels = format!("{labels}, {}", words.say(key).to_lowercase()),
            None => people.push((words.say(key), name.to_owned())),
        }
    }
    people
}

fn contact(contact: &Contact) -> ContactLine {
    let dialled = |phone: &String| (phone.replace([' ', '.'], ""), money::spaced(phone));
    ContactLine {
        at: contact.at.clone(),
        who: contact.who.clone(),
        address: contact.address.clone(),
        phones: contact.phones.iter().map(dialled).collect(),
        emails: contact.emails.clone(),
        is_masked: contact.is_masked,
    }
}

fn editions(portal: &Portal) -> Vec<(String, String, String)> {
    let line = |row: &PublicRow| {
        (path(&row.slug), row.name.clone(), parts::years(row).unwrap_or_default())
    };
    portal.editions.iter().map(line).collect()
}
