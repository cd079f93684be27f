//! Whom to ask (đầu mối liên hệ): people with their numbers, bodies with theirs.
//!
//! A number or address of an item belongs to the person named there, else there is one contact for the
//! body. Labelled lines under one another ("Địa chỉ: …", "Điện thoại: …") are one item. A list of
//! members of a committee is none of contacts.

mod address;
mod bare;
mod gather;
mod person;
mod phone;

use std::sync::LazyLock;

use self::gather::{Share, shares};
use super::agencies::{self, name};
use crate::facts::Contact;
use crate::read::form::Form;
use crate::read::outline::{Item, Marker, Topic};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};
use crate::read::units::capitalised;

/// How many lines may stand between labelled lines of one item.
const GAP: usize = 3;

/// Longest name in a cell of a table.
const CELL: usize = 40;

/// A line that tells one thing of a contact.
static LABEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(địa chỉ|địa điểm|trụ sở|số điện thoại|điện thoại|đt|sđt|tel|di động|hotline|e-?mail|thư điện tử|hộp thư|hòm thư|website|fax|cơ quan (tiếp nhận|thường trực|nhận)|(đơn vị|bộ phận|điểm|tổ) (tiếp nhận|nhận|thu|\d)|nơi (nhận|tiếp nhận|nộp)|người (liên hệ|nhận|phụ trách|tiếp nhận)|đầu mối|liên hệ|văn phòng|ông|bà|đồng chí|đ/c|cán bộ (phụ trách|đầu mối|theo dõi)|thường trực|số (nhà )?\d{1,4}[a-z]?(/\d+)*,? (đường|phố|ngõ|[a-z]+ [a-z]+,))\b",
    )
});
static ASKED: LazyLock<Form> = LazyLock::new(|| Form::new(r"\b(liên hệ|đầu mối|liên lạc)\b"));
/// Where dossiers are taken in, an address alone is a contact.
static TAKEN_IN: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\b(tiếp nhận|nhận hồ sơ|nộp|gửi|liên hệ|hồ sơ)\b"));

/// What one or several lines tell, with the index of the first and last.
struct Entry {
    share: Share,
    first: usize,
    last: usize,
    is_line: bool,
}

/// The contacts of a paper. `issuer` owns what the letterhead gives, and what no other body is named for;
/// `standing` is meant where only its role is named.
pub(crate) fn find(
    paper: &Paper,
    issuer: Option<&Stated<String>>,
    standing: Option<&Stated<String>>,
) -> Vec<Contact> {
    let [issuer, standing] = [issuer, standing].map(|body| body.map(|body| body.value.as_str()));
    let text = paper.text();
    let mut contacts = Vec::new();
    for entry in joined(paper, entries(paper)) {
        if is_contact(paper, &entry) {
            let body = body_of(paper, &entry).and_then(|body| named(text, body, standing));
            add(&mut contacts, contact(text, &entry.share, body, issuer));
        }
    }
    for share in letterhead(paper) {
        let body = share.body.and_then(|body| named(text, body, standing));
        add(&mut contacts, contact(text, &share, body, issuer));
    }
    contacts
}

fn entries(paper: &Paper) -> Vec<Entry> {
    let text = paper.text();
    let mut entries = Vec::new();
    for (first, last, span) in stretches(paper) {
        if !tells(text, span) || is_of_members(paper, first) {
            continue;
        }
        let is_line = LABEL.fits(text, span);
        let (people, body) = shares(text, span, is_line);
        let told =
            people.into_iter().chain(std::iter::once(body)).filter(|share| !share.is_empty());
        entries.extend(told.map(|share| Entry { share, first, last, is_line }));
    }
    entries
}

/// The items, a wrapped line that looks like a label put back to what it continues.
fn stretches(paper: &Paper) -> Vec<(usize, usize, Span)> {
    let (text, items) = (paper.text(), paper.items());
    let mut stretches: Vec<(usize, usize, Span)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match stretches.last_mut() {
            Some((first, last, span))
                if item.marker == Marker::Plain
                    && (is_torn_row(text, items, *first, at)
                        || (is_open(text, &items[*last]) && !LABEL.fits(text, item.span))) =>
            {
                *last = at;
                span.end = item.span.end;
            }
            _ => stretches.push((at, at, item.span)),
        }
    }
    stretches
}

/// The cells of a row that stand under one another, from a name to the first number.
fn is_torn_row(text: &Text, items: &[Item], first: usize, at: usize) -> bool {
    let span = items[first].span.to(items[at - 1].span);
    items[first].span.len() < CELL
        && span.len() < CELL * 4
        && items[at].span.len() < CELL * 2
        && bare::is_name(text, items[first].span)
        && !bare::is_name(text, items[at].span)
        && !tells(text, span)
}

/// A long line that no sign ends.
fn is_open(text: &Text, item: &Item) -> bool {
    let ended =
        text.byte(item.span.end.saturating_sub(1)).is_some_and(|byte| b".;:!?/)".contains(&byte));
    !ended && item.span.len() > 50
}

/// Whether there can be a number, mail or address in it.
fn tells(text: &Text, span: Span) -> bool {
    let shadow = text.shadow(span);
    shadow.contains(&b'@')
        || shadow.iter().any(u8::is_ascii_digit)
        || shadow.windows(7).any(|window| window == b"dia chi")
}

fn is_of_members(paper: &Paper, at: usize) -> bool {
    let item = &paper.items()[at];
    let asked = |item: &Item| ASKED.fits(paper.text(), item.span);
    paper.outline.is_about(at, Topic::Members)
        && !asked(item)
        && !paper.outline.above(at).any(|(_, above)| asked(above))
}

/// Labelled lines of one item are one contact, of the person if one is named.
fn joined(paper: &Paper, entries: Vec<Entry>) -> Vec<Entry> {
    let mut contacts: Vec<Entry> = Vec::new();
    let mut group: Vec<Entry> = Vec::new();
    for entry in entries {
        if group.last().is_some_and(|last| !belong(paper, last, &entry)) {
            contacts.append(&mut settled(std::mem::take(&mut group)));
        }
        group.push(entry);
    }
    contacts.append(&mut settled(group));
    contacts
}

fn belong(paper: &Paper, above: &Entry, below: &Entry) -> bool {
    let items = paper.items();
    let beside = items[above.last].parent == items[below.first].parent
        && below.first.saturating_sub(above.last) <= GAP;
    let under = items[below.first].parent == Some(above.last);
    above.first == below.first
        || (above.is_line && below.is_line && beside)
        || (below.is_line && under)
}

fn settled(group: Vec<Entry>) -> Vec<Entry> {
    let people = group.iter().filter(|entry| entry.share.person.is_some()).count();
    let mut contacts: Vec<Entry> = Vec::new();
    for entry in group {
        let alone =
            people == 1 || (entry.share.person.is_none() && !is_new_body(contacts.last(), &entry));
        match contacts.last_mut() {
            Some(last) if alone && (people == 1 || last.share.person.is_none()) => {
                let person = entry.share.person.clone();
                let body = entry.share.body.filter(|_| person.is_some());
                last.share.body = body.or(last.share.body);
                last.share.person = last.share.person.take().or(person);
                last.share.join(entry.share);
                last.last = entry.last;
            }
            _ => contacts.push(entry),
        }
    }
    contacts
}

/// Another body begins where one is named and the one before can be reached.
fn is_new_body(last: Option<&Entry>, entry: &Entry) -> bool {
    last.is_some_and(|last| last.share.is_reachable())
        && entry.share.body.is_some()
        && entry.share.is_reachable()
}

/// An address alone is a contact only where something is to be sent there.
fn is_contact(paper: &Paper, entry: &Entry) -> bool {
    let items = paper.items();
    let near = items[entry.first.saturating_sub(1)].span.to(items[entry.last].span);
    entry.share.is_reachable() || TAKEN_IN.fits(paper.text(), near)
}

/// The body of labelled lines stands in a line above or in what they stand under.
fn body_of(paper: &Paper, entry: &Entry) -> Option<Span> {
    let (text, items) = (paper.text(), paper.items());
    if entry.share.body.is_some() {
        return entry.share.body;
    }
    let parent = items[entry.first].parent;
    let lines = (entry.first.saturating_sub(GAP)..entry.first).rev();
    let beside = lines.filter(|at| items[*at].parent == parent || Some(*at) == parent);
    let mut named = beside
        .filter(|at| items[*at].span.len() < 200)
        .flat_map(|at| name::all(text, items[at].span));
    named.next().filter(|_| entry.is_line)
}

/// The body by its name, also where only its role is told.
fn named(text: &Text, body: Span, standing: Option<&str>) -> Option<String> {
    if agencies::is_alias(text, body) {
        return standing.map(str::to_owned);
    }
    Some(capitalised(&text.line(body)))
}

fn contact(text: &Text, share: &Share, body: Option<String>, issuer: Option<&str>) -> Contact {
    let line = |span: Span| text.line(span);
    let person = share.person.as_ref();
    let own = issuer.filter(|_| person.is_none()).map(str::to_owned);
    let mut phones: Vec<String> = Vec::new();
    for phone in &share.phones {
        if !phones.contains(&phone.digits) {
            phones.push(phone.digits.clone());
        }
    }
    Contact {
        person: person.map(|person| line(person.name)),
        title: person.and_then(|person| person.title).map(line),
        organisation: body.or(own),
        phones,
        emails: share.emails.iter().map(|email| email.value.clone()).collect(),
        address: share.address.map(line),
        evidence: text.evidence(share.span().unwrap_or_default(), 1.0),
    }
}

/// The same numbers again are no other contact.
fn add(contacts: &mut Vec<Contact>, contact: Contact) {
    let told = |other: &Contact| {
        contact.phones.iter().all(|phone| other.phones.contains(phone))
            && contact.emails.iter().all(|email| other.emails.contains(email))
            && (contact.address.is_none()
                || contact.address == other.address
                || !contact.phones.is_empty())
            && (contact.person.is_none() || contact.person == other.person)
    };
    if !contacts.iter().any(told) {
        contacts.push(contact);
    }
}

/// Address and numbers above the title or under the signature: those of the issuer, and people to ask.
fn letterhead(paper: &Paper) -> Vec<Share> {
    let text = paper.text();
    let mut whole = Share::default();
    let mut found = Vec::new();
    for sheet in [&paper.sheet.head, &paper.sheet.tail] {
        for (at, cell) in sheet
            .iter()
            .enumerate()
            .filter(|(_, cell)| LABEL.fits(text, **cell) || ASKED.fits(text, **cell))
        {
            let next = sheet.get(at + 1).filter(|_| ASKED.fits(text, *cell) && !tells(text, *cell));
            let span = next.map_or(*cell, |next| cell.to(*next));
            if tells(text, span) {
                let (people, body) = shares(text, span, true);
                found.extend(people);
                whole.join(body);
            }
        }
    }
    whole.body = None;
    found.extend(Some(whole).filter(Share::is_reachable));
    found
}

#[cfg(test)]
mod tests;
