//! The texts of class C5 where they leave the house: on papers (PDF, DOCX), in letters, and in the feed of a portal.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hoithi::accounts::Actor;
use hoithi::configuration::Smtp;
use hoithi::frame::{Locale, Words};
use hoithi::installation::work;
use hoithi::news;
use hoithi::notifications::{self, Letter};
use kernel::id::ContestId;
use kernel::{Message, text};
use quick_xml::events::Event;

use super::texts::all;
use crate::browser::Browser;
use crate::house::House;
use crate::mail_server::{MailServer, Manner};
use crate::portal::made;
use crate::reports::standing::{open, report};

/// Letters of one try on a paper: the form takes a thousand.
const MOST: usize = 600;

/// Texts as a line of a form keeps them, with their names; what is empty then stands nowhere, what is longer than a
/// name may be is refused at the door.
fn kept() -> Vec<(String, String)> {
    let kept = all().into_iter().map(|(name, typed)| (name, text::clean(&typed)));
    kept.filter(|(_, text)| !text.is_empty() && text.chars().count() <= 200).collect()
}

/// Puts texts among the recipients of a report's paper, some at a time, and reads both layouts again: a line of the
/// table for each text that one of them does not tell as it is.
pub async fn on_papers(house: &House) -> Vec<String> {
    let contest = open(house, &["dost"]).await;
    let path = format!("{}/paper", report(house, contest, "dost").await);
    let own = house.known(world::COORDINATOR);
    let mut changed = Vec::new();
    let mut all = kept().into_iter().peekable();
    while all.peek().is_some() {
        let (mut some, mut letters) = (Vec::new(), 0);
        while let Some((_, text)) = all.peek()
            && (some.is_empty() || letters + text.chars().count() < MOST)
        {
            letters += text.chars().count() + 1;
            some.extend(all.next());
        }
        changed.extend(read_again(&own, &path, &some).await);
    }
    changed
}

async fn read_again(own: &Browser<'_>, path: &str, some: &[(String, String)]) -> Vec<String> {
    let lines: Vec<&str> = some.iter().map(|(_, text)| text.as_str()).collect();
    let recipients = lines.join("\n");
    let head = [("symbol", "BC-SKHCN"), ("place", "Sa Lĩnh"), ("recipients", &*recipients)];
    own.post(path, &head).await.is(303);
    let mut changed = Vec::new();
    for format in ["pdf", "docx"] {
        let file = own.get(&format!("{path}/{format}")).await;
        let told = decoding::decode(&file.is(200).body, &decoding::Limits::default()).unwrap();
        let told = tight(&told.text);
        let lost = some.iter().filter(|(_, text)| !told.contains(&tight(text)));
        changed
            .extend(lost.map(|(name, text)| format!("{format} {name} | {}", text.escape_debug())));
    }
    changed
}

/// Without what lines and layouts put between letters.
fn tight(text: &str) -> String {
    text::nfc(text).chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Names of the headers of a letter, in their order.
const HEADERS: [&str; 8] = [
    "Message-ID",
    "From",
    "To",
    "Subject",
    "MIME-Version",
    "Date",
    "Content-Type",
    "Content-Transfer-Encoding",
];

/// Sends each text in the subject and the body of a letter to a server, which finds no other header than those of every
/// letter, one receiver for each, and the text as it is.
pub async fn in_letters(world: &House) {
    let mut server = MailServer::away().await;
    server.comes(Manner::Answers).await;
    let url = server.url();
    let house = House::with(world.engine(), |configuration| {
        let from = "Hội thi <hoithi@salinh.example>".to_owned();
        configuration.smtp = Some(Smtp::new(url, from));
    })
    .await;
    let all = kept();
    for (_, text) in &all {
        let letter = Letter::new(Locale::Vi, "mail-council-opened");
        let letter = letter.with("name", text).with("council", text).with("contest", text);
        let mut tx = house.app.store.begin().await.unwrap();
        let letter = letter.with("link", "https://hoithi.example/");
        notifications::post(&mut tx, &house.app, "ai@salinh.example", letter).await.unwrap();
        tx.commit().await.unwrap();
    }
    work::work_off(&house.app).await.unwrap();
    let letters = server.letters();
    assert_eq!(letters.len(), all.len());
    assert!(server.taken().iter().all(|one| one.to == "ai@salinh.example"));
    let subject = |text: &str| {
        let says = Message::new("mail-council-opened-subject").with("council", text);
        Words(Locale::Vi).tell(&says)
    };
    let mut expect: Vec<String> = all.iter().map(|(_, text)| subject(text)).collect();
    let mut found: Vec<String> = letters.iter().map(|letter| subject_of(letter)).collect();
    expect.sort();
    found.sort();
    assert_eq!(found, expect);
    server.goes().await;
    house.finish().await;
}

/// The subject of a letter, after its headers were compared with those of every letter.
fn subject_of(letter: &[String]) -> String {
    let head = letter.iter().take_while(|line| !line.is_empty());
    let mut headers: Vec<String> = Vec::new();
    for line in head {
        match line.strip_prefix([' ', '\t']) {
            Some(more) => headers.last_mut().unwrap().push_str(&format!(" {more}")),
            None => headers.push(line.clone()),
        }
    }
    let names: Vec<&str> = headers.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(names, HEADERS, "{headers:?}");
    let subject = headers.iter().find_map(|line| line.strip_prefix("Subject: ")).unwrap();
    decoded(subject)
}

/// A header of encoded words (RFC 2047); blanks between two of them are nothing.
fn decoded(header: &str) -> String {
    let (mut text, mut was_encoded) = (String::new(), true);
    let mut bytes: Vec<u8> = Vec::new();
    for word in header.split(' ').filter(|word| !word.is_empty()) {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        if !(encoded.is_some() && was_encoded) {
            bytes.push(b' ');
        }
        match encoded {
            Some(encoded) => bytes.extend(BASE64_STANDARD.decode(encoded).unwrap()),
            None => bytes.extend(word.as_bytes()),
        }
        was_encoded = encoded.is_some();
    }
    text.push_str(String::from_utf8(bytes).unwrap().trim_start());
    text
}

/// Publishes each text as the title of news: the feed is XML, and its titles are the texts.
pub async fn in_feeds(house: &House) {
    let contest = made::published(house).await;
    for some in kept().chunks(40) {
        // The feed holds the newest news.
        house.wait_seconds(60);
        for (_, text) in some {
            told(house, contest, text).await;
        }
        let feed = house.anon().get(&format!("{}/tin.atom", made::PATH)).await;
        let titles = titles(feed.is(200).text());
        let lost: Vec<&String> =
            some.iter().map(|(_, text)| text).filter(|text| !titles.contains(*text)).collect();
        assert_eq!(lost, Vec::<&String>::new());
    }
}

async fn told(house: &House, contest: ContestId, text: &str) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let (title, day) = (text.to_owned(), tx.at().day());
    let draft = news::Draft { title, body: text.to_owned(), day, file: news::Attached::AsBefore };
    let id = news::write(&mut tx, &actor, contest, &draft).await.unwrap();
    news::publish(&mut tx, &actor, (contest, id), house.app.store.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The texts of all elements `title`.
fn titles(feed: &str) -> BTreeSet<String> {
    let mut reader = quick_xml::Reader::from_str(feed);
    let (mut titles, mut title) = (BTreeSet::new(), None);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "title" => title = Some(String::new()),
            Event::End(tag) if tag.name().as_ref() == "title" => titles.extend(title.take()),
            Event::Text(text) => {
                if let Some(title) = &mut title {
                    title.push_str(&text);
                }
            }
            Event::GeneralRef(sign) => {
                if let Some(title) = &mut title {
                    title.push_str(&meant(&sign));
                }
            }
            Event::Eof => return titles,
            _ => (),
        }
    }
}

/// The sign that a name or a number stands for.
fn meant(sign: &str) -> String {
    let known = quick_xml::escape::resolve_predefined_entity(sign).map(str::to_owned);
    let number = sign.strip_prefix('#').and_then(|number| number.parse().ok());
    known.or_else(|| number.and_then(char::from_u32).map(String::from)).unwrap()
}
