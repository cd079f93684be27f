//! What nobody outside may know before the moment: two contests that differ in what was given and decided alone answer
//! everybody else alike.

use super::standing::{close, motion, opened_with, publish_later, sitting};
use crate::councils::standing::{AUTHOR, OTHER_AUTHOR, Standing, known};
use crate::house::House;

stories! {
    outsiders_read_the_same_whatever_was_decided,
}

/// A contest that everybody may see, whose list is adopted and waits for its moment.
async fn waiting(house: &House, less: [u32; 2], departs: bool) -> Standing {
    let standing = opened_with(house, less).await;
    let meeting = sitting(house, &standing).await;
    if departs {
        motion(house, &meeting, ("2", ""), ("3", "0")).await.is(303);
    }
    close(house, &meeting, "3").await.is(303);
    publish_later(house, &standing).await;
    standing
}

/// Every page on which something of a list could be read.
async fn pages(house: &House, standing: &Standing) -> Vec<String> {
    let sql = format!("select slug from contest where id = '{}'", standing.contest);
    let portal = format!("/hoi-thi/{}", house.ask(&sql).await);
    let of_portal = ["", "/ket-qua", "/ket-qua.json", "/tin", "/tin.atom", "/lich.ics", "/to-roi"];
    let contest = &standing.contest_path;
    let of_contest = ["", "/awards", "/results", "/results/1", "/results/2", "/councils"];
    let mut all: Vec<String> = of_portal.iter().map(|end| format!("{portal}{end}")).collect();
    all.extend(of_contest.iter().map(|end| format!("{contest}{end}")));
    all.extend(["/hoi-thi", "/sitemap.xml", "/", "/dossiers", "/judging"].map(str::to_owned));
    for dossier in &standing.dossiers {
        all.extend(["", "/desk"].map(|end| format!("/dossiers/{dossier}{end}")));
    }
    let meeting = house.ask("select id from award_meeting").await;
    let ends = ["", "/closing", "/papers/bien-ban.pdf", "/papers/bang-tong-hop.docx"];
    all.extend(ends.map(|end| format!("/meetings/{meeting}{end}")));
    all
}

/// What everybody else reads on all pages, without what differs between any two houses: ids and codes.
async fn read(house: &House, standing: &Standing) -> Vec<(String, String)> {
    let mut told = Vec::new();
    let pages = pages(house, standing).await;
    let others = [Some(AUTHOR), Some(OTHER_AUTHOR), Some(world::SCHOOLS_COORDINATOR), None];
    for person in others {
        for page in &pages {
            let reply = match person {
                Some(person) => known(house, person).get(page).await,
                None => house.anon().get(page).await,
            };
            let headers =
                ["content-type", "cache-control"].map(|name| reply.header(name).to_owned());
            let answer = format!("{} {headers:?} {}", reply.status, reply.text());
            let who = person.map_or("", |person| person.name);
            told.push((format!("{who} {}", plain(page)), in_order(&plain(&answer))));
        }
    }
    told
}

/// A page whose list of events has one order: in a story all of them are of one moment.
fn in_order(page: &str) -> String {
    let line = |line: &str| match line.contains("id=\"events\"") {
        false => line.to_owned(),
        true => {
            let mut events: Vec<&str> = line.split("<li>").collect();
            events.iter_mut().for_each(|it| *it = it.trim_end_matches("</ul></section>"));
            events.sort_unstable();
            events.concat()
        }
    };
    page.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A text without ids and codes, which are other ones in every house.
fn plain(text: &str) -> String {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let mut plain = String::new();
    for piece in text.split_inclusive(|sign: char| !is_part(sign)) {
        let word = piece.trim_end_matches(|sign: char| !is_part(sign));
        // A receipt's code may be letters alone.
        let is_receipt = word.len() == 10 && word.chars().all(|sign| sign.is_ascii_uppercase());
        let has_digit = word.chars().any(|sign| sign.is_ascii_digit());
        let is_code = is_receipt || (word.len() >= 8 && has_digit);
        plain.push_str(if is_code { "#" } else { word });
        plain.push_str(&piece[word.len()..]);
    }
    plain
}

async fn outsiders_read_the_same_whatever_was_decided(house: &House) {
    let one = waiting(house, [1, 2], false).await;
    let told = read(house, &one).await;
    let other = House::new(house.engine()).await;
    let two = waiting(&other, [4, 0], true).await;
    let same = read(&other, &two).await;
    assert_eq!(told.len(), same.len());
    assert!(told.len() > 80, "{}", told.len());
    for (one, two) in told.iter().zip(&same) {
        let differs = one.1.lines().zip(two.1.lines()).find(|(one, two)| one != two);
        assert_eq!(differs, None, "{}", one.0);
        assert_eq!(one, two);
    }
    other.finish().await;
}
