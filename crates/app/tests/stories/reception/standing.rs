//! A dossier on the desk, and what the office says of it.

use hoithi::frame::{Locale, Words};
use kernel::Message;

use crate::browser::Browser;
use crate::dossiers::standing::{hand_in, taking, written};
use crate::house::House;
use crate::reply::Reply;

/// A contest that takes dossiers, and one of them that the coordinator handed in: both addresses.
pub async fn on_desk(house: &House) -> (String, String) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    (format!("/contests/{contest}"), path)
}

/// The points of the stories' rules, in the order of the page.
pub const POINTS: usize = 4;

/// Says of each point, in the order of the page, a verdict and why; `-` says nothing.
pub async fn say(office: &Browser<'_>, path: &str, said: &[(&str, &str)]) -> Reply {
    let page = office.get(&format!("{path}/desk")).await;
    say_over(office, path, (&page, said)).await
}

/// The same over a page that was opened before.
pub async fn say_over(
    office: &Browser<'_>,
    path: &str,
    (page, said): (&Reply, &[(&str, &str)]),
) -> Reply {
    let mut fields = vec![("version".to_owned(), page.hidden("version"))];
    for (at, (verdict, reason)) in said.iter().enumerate() {
        let seen = format!("point-{at}-seen");
        fields.push((seen.clone(), page.hidden(&seen)));
        fields.push((format!("point-{at}-reason"), (*reason).to_owned()));
        if *verdict != "-" {
            fields.push((format!("point-{at}-verdict"), (*verdict).to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    office.post(&format!("{path}/desk"), &fields).await
}

/// That none of the points was looked at.
pub fn not_checked() -> Message {
    let points = format!("Bản mô tả giải pháp; Minh chứng đã áp dụng; {}", conditions());
    Message::new("desk-not-checked").with("points", points)
}

/// The conditions of the stories' rules, as the desk names them.
pub fn conditions() -> String {
    let words = Words(Locale::Vi);
    let since = words.with("dossier-since", "year", 2021);
    format!("{since}; {}", words.say("entry-condition-applied"))
}

/// Finds every point good.
pub async fn find_good(office: &Browser<'_>, path: &str) {
    say(office, path, &[("good", ""); POINTS]).await.leads_to(&format!("{path}/desk"));
}

/// Asks for evidence anew until noon of a day.
pub async fn ask_for_evidence(office: &Browser<'_>, path: &str, day: &str) -> Reply {
    let page = office.get(&format!("{path}/desk/supplement")).await;
    let version = page.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("opens", "file:minh-chung"),
        ("why", "Biên bản chưa có dấu."),
        ("day", day),
        ("hour", "12:00"),
    ];
    office.post(&format!("{path}/desk/supplement"), &fields).await
}
