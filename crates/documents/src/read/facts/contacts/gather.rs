//! What one paragraph tells of contacts: who has which numbers, and what belongs to nobody named.

use std::sync::LazyLock;

use super::address;
use super::person::{Person, people};
use super::phone::{Phone, phones};
use crate::read::facts::agencies::name;
use crate::read::facts::web::emails;
use crate::read::form::Form;
use crate::read::text::{Span, Stated, Text};

/// How far from a number a person can be named.
const NEAR: usize = 240;

static ADDRESS: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?s)\b(địa chỉ|trụ sở)\b|\b(hồ sơ|giải pháp|sản phẩm|bài dự thi|phiếu)\b.*\b(gửi|nộp|nhận)\b|\b(gửi|nộp|nhận)\b.*\b(hồ sơ|giải pháp|sản phẩm|bài dự thi|phiếu)\b|\b(nơi|địa điểm|điểm) (tiếp )?(nhận|nộp)\b",
    )
});

/// Numbers and addresses of one owner.
#[derive(Clone, Debug, Default)]
pub(super) struct Share {
    pub person: Option<Person>,
    pub body: Option<Span>,
    pub phones: Vec<Phone>,
    pub emails: Vec<Stated<String>>,
    pub address: Option<Span>,
}

impl Share {
    /// Whether there is a way to reach the owner other than on foot.
    pub(super) fn is_reachable(&self) -> bool {
        !self.phones.is_empty() || !self.emails.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.is_reachable() && self.address.is_none()
    }

    /// Takes over what belongs to the same owner.
    pub(super) fn join(&mut self, other: Self) {
        self.phones.extend(other.phones);
        self.emails.extend(other.emails);
        self.address = self.address.or(other.address);
        self.body = self.body.or(other.body);
    }

    /// From the first thing told to the last.
    pub(super) fn span(&self) -> Option<Span> {
        let mut spans: Vec<Span> = self.phones.iter().map(|phone| phone.span).collect();
        spans.extend(self.emails.iter().map(|email| email.span));
        spans.extend(self.address);
        spans.extend(self.person.as_ref().map(|person| person.name));
        let start = spans.iter().map(|span| span.start).min()?;
        let end = spans.iter().map(|span| span.end).max()?;
        Some(Span::new(start, end))
    }

    /// "0912 345 678 (Nhà Thiếu nhi)": the body of the person in a bracket behind the number.
    fn find_body_behind(&mut self, text: &Text, item: Span) {
        let ends = self.phones.iter().map(|phone| phone.span.end);
        let last = ends.chain(self.emails.iter().map(|email| email.span.end)).max();
        let (Some(person), Some(last)) = (self.person.as_mut(), last) else { return };
        let rest = text.trim(Span::new(last, item.end), b")");
        if person.organisation.is_none() && text.byte(rest.start) == Some(b'(') {
            person.organisation = name::at(text, Span::new(rest.start + 1, rest.end));
        }
    }

    fn give(&mut self, way: Way) {
        match way {
            Way::Phone(phone) => self.phones.push(phone),
            Way::Email(email) => self.emails.push(email),
        }
    }
}

/// A number or an address of mail, in the order of the text.
enum Way {
    Phone(Phone),
    Email(Stated<String>),
}

impl Way {
    fn start(&self) -> usize {
        match self {
            Self::Phone(phone) => phone.span.start,
            Self::Email(email) => email.span.start,
        }
    }
}

/// The shares of the people whom a paragraph names, and of the body.
pub(super) fn shares(text: &Text, item: Span, is_line: bool) -> (Vec<Share>, Share) {
    let ways = ways(text, item);
    let address = address_of(text, item, is_line || !ways.is_empty());
    let named = if ways.is_empty() { Vec::new() } else { people(text, item) };
    let named: Vec<Person> = named
        .into_iter()
        .filter(|person| ways.iter().any(|way| way.start().abs_diff(person.name.end) < NEAR))
        .collect();
    let (mut people, mut body) = shared(named, ways);
    body.address = address;
    people.iter_mut().for_each(|share| share.find_body_behind(text, item));
    let kin = people.iter().position(|share| is_of_body(text, item, share, &body));
    if let Some(at) = if people.len() == 1 { Some(0) } else { kin } {
        people[at].join(std::mem::take(&mut body));
    }
    let first =
        people.first().and_then(|share| share.person.as_ref()).map(|person| person.name.start);
    for share in people.iter_mut().chain([&mut body]) {
        share.body = owner(text, item, share, first);
    }
    people.retain(Share::is_reachable);
    (people, body)
}

/// Whether an address alone is that of the body to which a person is said to belong.
fn is_of_body(text: &Text, item: Span, share: &Share, body: &Share) -> bool {
    let organisation = share.person.as_ref().and_then(|person| person.organisation);
    let (Some(own), Some(address), false) = (organisation, body.address, body.is_reachable())
    else {
        return false;
    };
    let Some(placed) = name::all(text, Span::new(item.start, address.start)).pop() else {
        return false;
    };
    let (own, placed) = (text.folded(own), text.folded(placed));
    placed.starts_with(&own) || own.starts_with(&placed)
}

fn ways(text: &Text, item: Span) -> Vec<Way> {
    let mut ways: Vec<Way> = phones(text, item).into_iter().map(Way::Phone).collect();
    ways.extend(emails(text, item).into_iter().map(Way::Email));
    ways.sort_by_key(Way::start);
    ways
}

fn address_of(text: &Text, item: Span, expected: bool) -> Option<Span> {
    if !expected && !ADDRESS.fits(text, item) {
        return None;
    }
    address::first(text, item)
}

/// A number belongs to the person named before it; where each person is named after a number, to
/// the one after it.
fn shared(named: Vec<Person>, ways: Vec<Way>) -> (Vec<Share>, Share) {
    let before = named
        .first()
        .map_or(0, |first| ways.iter().filter(|way| way.start() < first.name.start).count());
    let bereft =
        named.last().is_some_and(|last| ways.iter().all(|way| way.start() < last.name.start));
    let ahead = bereft && before > 0;
    let mut people: Vec<Share> = named
        .into_iter()
        .map(|person| Share { person: Some(person), ..Share::default() })
        .collect();
    let mut body = Share::default();
    for way in ways {
        let starts =
            people.iter().map(|share| share.person.as_ref().map_or(0, |person| person.name.start));
        let earlier = starts.filter(|start| *start < way.start()).count();
        let owner = if ahead { Some(earlier) } else { earlier.checked_sub(1) };
        match owner.and_then(|owner| people.get_mut(owner)) {
            Some(share) => share.give(way),
            None => body.give(way),
        }
    }
    (people, body)
}

/// Whose numbers they are: the body named with the person, else the last one named before the first
/// of the people; before that, bodies are those of other people.
fn owner(text: &Text, item: Span, share: &Share, first: Option<usize>) -> Option<Span> {
    let beside = share.person.as_ref().and_then(|person| person.organisation);
    beside.or_else(|| {
        let start = match share.person {
            Some(_) => first?,
            None => share.span()?.start,
        };
        name::all(text, Span::new(item.start, start)).pop()
    })
}
