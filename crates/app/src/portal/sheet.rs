//! What stands on a poster and on a leaflet, before it is laid out on a page or on paper.

use kernel::{Fault, Instant, Message};

use super::contest::Portal;
use super::pages::parts;
use crate::frame::Words;
use crate::frame::money;
use typesetting::qr;

/// The words of a sheet of paper.
pub struct Sheet {
    /// Where and when.
    pub kicker: String,
    /// The contest.
    pub name: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Until when dossiers are taken.
    pub deadline: Option<Deadline>,
    /// Heading and lines of each part.
    pub parts: Vec<(String, Vec<String>)>,
    /// Whom to ask, a line for each.
    pub contacts: Vec<String>,
    /// What the code is for.
    pub scan: String,
    /// Where the code leads.
    pub url: String,
    /// The code.
    pub code: qr::Code,
}

/// Until when dossiers are taken, as the sheet says it. A sheet hangs for weeks: it counts no days.
pub struct Deadline {
    /// What ends.
    pub what: String,
    /// When it ends.
    pub when: String,
    /// The date that no longer holds, and by what it was moved.
    pub was: Option<(String, String)>,
}

/// The sheet of a contest; `url` is the address of its page.
///
/// # Errors
/// The address does not fit into a code.
pub fn of(portal: &Portal, words: Words, at: Instant, url: String) -> Result<Sheet, Fault> {
    Ok(Sheet {
        kicker: parts::kicker(&portal.row, words),
        name: portal.row.name.clone(),
        summary: portal.row.summary.clone(),
        deadline: parts::countdown(portal, words, at).map(|countdown| Deadline {
            what: words.say("portal-deadline"),
            when: countdown.when,
            was: countdown.was.zip(countdown.by),
        }),
        parts: sections(portal, words),
        contacts: portal.contacts.iter().filter_map(contact).collect(),
        scan: words.say("portal-scan"),
        code: qr::code(&url)?,
        url,
    })
}

fn sections(portal: &Portal, words: Words) -> Vec<(String, Vec<String>)> {
    let parts = [
        (words.say("portal-eligibility"), parts::eligibility(portal, words)),
        (words.say("portal-fields-list"), portal.rules.fields.clone()),
        (words.say("portal-prizes"), prizes(portal, words)),
    ];
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

fn prizes(portal: &Portal, words: Words) -> Vec<String> {
    let line = |prize: &crate::contests::rules::RulePrize| match (prize.count, prize.amount_vnd) {
        (Some(count), Some(amount)) => words.tell(
            &Message::new("portal-prize-line")
                .with("count", count)
                .with("name", &prize.name)
                .with("amount", money::written(words, amount)),
        ),
        (Some(count), None) => format!("{count} {}", prize.name),
        (None, _) => prize.name.clone(),
    };
    portal.rules.prizes.iter().map(line).collect()
}

/// Only what may be shown and can be used; a contact without number and address is none on paper.
fn contact(contact: &super::contest::Contact) -> Option<String> {
    let phones = contact.phones.iter().map(|phone| money::spaced(phone));
    let ways: Vec<String> = phones.chain(contact.emails.iter().cloned()).collect();
    let named = [contact.at.clone(), contact.who.clone(), contact.address.clone()];
    let line: Vec<String> = named.into_iter().flatten().chain(ways.clone()).collect();
    (!ways.is_empty()).then(|| line.join(" · "))
}
