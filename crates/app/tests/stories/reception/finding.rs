//! What the machine finds stands beside the points, and only there.

use super::standing::on_desk;
use crate::dossiers::standing::{DESCRIPTION, EVIDENCE, PEOPLE, SOLUTION, attach, begun, hand_in};
use crate::house::House;

stories! {
    a_file_and_a_person_of_another_dossier_are_found,
    what_is_missing_is_found,
    another_contest_finds_nothing_of_this_one,
}

/// Another dossier of the other coordinator with the same evidence and one of the authors.
async fn twin(house: &House, contest: &str) -> String {
    let author = house.known(world::OTHER_COORDINATOR);
    let path = begun(&author, contest["/contests/".len()..].parse().unwrap()).await;
    let people = PEOPLE.map(|(name, value)| match name {
        "author-0-name" => (name, "Người Khác"),
        "author-1-name" => (name, "Người Khác Nữa"),
        "author-1-phone" => (name, "0900 000 299"),
        _ => (name, value),
    });
    author.post(&format!("{path}/pages/solution"), &SOLUTION).await.is(303);
    author.post(&format!("{path}/pages/people"), &people).await.is(303);
    author.post(&format!("{path}/pages/description"), &DESCRIPTION).await.is(303);
    attach(&author, &path, ("minh-chung", "chép.pdf", EVIDENCE)).await.is(303);
    hand_in(&author, &path).await.is(303);
    path
}

async fn a_file_and_a_person_of_another_dossier_are_found(house: &House) {
    let (contest, path) = on_desk(house).await;
    let other = twin(house, &contest).await;
    let office = house.known(world::SECRETARY);
    let desk = office.get(&format!("{path}/desk")).await;
    let file = kernel::Message::new("finding-same-file").with("what", "chép.pdf").with("number", 2);
    let person = kernel::Message::new("finding-same-person");
    let person = person.with("what", "Lò Văn Gieo").with("number", 2);
    desk.is(200).tells(&file).tells(&person).holds(&format!("href=\"{other}\""));
    // The second author has neither number nor birthday in common with anybody: another name, another day.
    let second = kernel::Message::new("finding-same-person");
    desk.keeps(&second.with("what", "Vàng Thị Hạt").with("number", 2));
    for author in [world::COORDINATOR, world::OTHER_COORDINATOR] {
        let author = house.known(author);
        for page in [&path, &other] {
            author.get(page).await.hides("chép.pdf, 2").keeps(&file);
        }
    }
}

async fn what_is_missing_is_found(house: &House) {
    let (_, path) = on_desk(house).await;
    let office = house.known(world::SECRETARY);
    let desk = office.get(&format!("{path}/desk")).await;
    let silent = kernel::Message::new("finding-author-silent").with("name", "Vàng Thị Hạt");
    desk.is(200).tells(&silent).says("finding-stamp-missing");
}

async fn another_contest_finds_nothing_of_this_one(house: &House) {
    let (_, path) = on_desk(house).await;
    let other = crate::dossiers::standing::taking(house).await;
    let twin = twin(house, &format!("/contests/{other}")).await;
    let office = house.known(world::SECRETARY);
    for path in [path, twin] {
        let desk = office.get(&format!("{path}/desk")).await;
        desk.is(200).hides("chép.pdf”").hides("Lò Văn Gieo có cùng");
    }
}
