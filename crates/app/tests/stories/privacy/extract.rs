//! Everything that is kept about one person, as a file.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use hoithi::installation::work;
use hoithi::looks;
use hoithi::privacy::{OF_OTHERS, PARTS};

use super::standing::{NUMBER, two_dossiers};
use crate::dossiers::standing::EVIDENCE;
use crate::house::House;

stories! {
    every_column_that_names_an_account_is_known,
    a_person_takes_everything_along,
    numbers_are_opened_for_their_author_and_nothing_of_others_is_told,
    an_administrator_takes_it_out_for_somebody_with_a_reason,
    an_export_goes_after_a_week,
}

const DATA: &str = "/account/data";

async fn every_column_that_names_an_account_is_known(house: &House) {
    let mut references = BTreeSet::new();
    for (_, text) in store::migrations::ALL {
        let mut table = "";
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                // A table that is made anew takes the place of the old one.
                ["create", "table", name, ..] => table = name.trim_end_matches("_anew"),
                [column, ..] if line.contains("references account (") => {
                    references.insert((table, *column));
                }
                _ => (),
            }
        }
    }
    let others: BTreeSet<(&str, &str)> = OF_OTHERS.into();
    let own = |(table, column): &(&str, &str)| {
        *column == "account_id" && PARTS.iter().any(|part| part.table == *table)
    };
    let unknown: Vec<_> =
        references.iter().filter(|it| !others.contains(*it) && !own(it)).collect();
    let gone: Vec<_> = others.difference(&references).collect();
    assert_eq!((unknown, gone), (Vec::new(), Vec::new()));
    house.is_in_order().await;
}

/// The newest export, as a ZIP.
async fn fetched(
    house: &House,
    browser: &crate::browser::Browser<'_>,
) -> zip::ZipArchive<Cursor<Vec<u8>>> {
    work::work_off(&house.app).await.unwrap();
    let id = house.ask("select max(id) from person_export").await;
    let reply = browser.get(&format!("{DATA}/exports/{id}")).await;
    assert_eq!(reply.is(200).header("content-type"), "application/zip");
    zip::ZipArchive::new(Cursor::new(reply.body)).unwrap()
}

fn read(zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

async fn a_person_takes_everything_along(house: &House) {
    let (path, _) = two_dossiers(house).await;
    let author = house.known(world::COORDINATOR);
    author.get(DATA).await.is(200).says("data-none");
    author.post(&format!("{DATA}/exports"), &[]).await.leads_to(DATA);
    author.get(DATA).await.is(200).says("data-export-waiting");
    let mut zip = fetched(house, &author).await;
    author.get(DATA).await.is(200).says("data-export-ready");
    let id = path.trim_start_matches("/dossiers/");
    assert_eq!(read(&mut zip, &format!("ho-so/{id}/01 biên bản.pdf")), EVIDENCE);
    let page = String::from_utf8(read(&mut zip, "du-lieu.html")).unwrap();
    let text = String::from_utf8(read(&mut zip, "du-lieu.json")).unwrap();
    for told in [world::COORDINATOR.name, world::COORDINATOR.email, "Gieo ba hàng một lượt."]
    {
        assert!(page.contains(told) && text.contains(told), "{told}");
    }
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.get("/installation/ledger").await.is(200).says("act-privacy-export");
    let file = format!("{DATA}/exports/{}", house.ask("select id from person_export").await);
    administrator.get(&file).await.is(404);
}

async fn numbers_are_opened_for_their_author_and_nothing_of_others_is_told(house: &House) {
    let (path, _) = two_dossiers(house).await;
    house.known(world::SECRETARY).get(&path).await.is(200);
    looks::fold(&house.app).await.unwrap();
    let author = house.known(world::COORDINATOR);
    author.post("/account/privacy/consents", &[("purpose", "entry")]).await.is(303);
    author.post(&format!("{DATA}/exports"), &[]).await.is(303);
    let mut zip = fetched(house, &author).await;
    let text = String::from_utf8(read(&mut zip, "du-lieu.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let version = json["tables"]["dossier_version"][0]["body"].as_str().unwrap();
    let manifest: serde_json::Value = serde_json::from_str(version).unwrap();
    let told = [
        &manifest["entry"]["people"]["authors"][0]["details"]["identity"],
        &json["tables"]["look"][0]["role"],
        &json["tables"]["consent"][0]["purpose"],
    ];
    assert_eq!(told, [NUMBER, "secretary", "entry"]);
    let secret = house.ask("select max(token_digest) from session").await;
    let hash = house.ask("select max(password_hash) from credential").await;
    for hidden in [world::SECRETARY.name, world::SECRETARY.email, &secret, &hash] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    house.is_in_order().await;
}

async fn an_administrator_takes_it_out_for_somebody_with_a_reason(house: &House) {
    two_dossiers(house).await;
    let administrator = house.known(world::ADMINISTRATOR);
    let account = house.account(world::COORDINATOR).await;
    let page = format!("/people/{account}/data");
    let exports = format!("{page}/exports");
    administrator.get(&format!("/people/{account}")).await.is(200).says("data-of-person");
    administrator.post(&exports, &[("reason", " ")]).await.is(422).says("data-reason-missing");
    administrator.post(&exports, &[("reason", "Đơn ngày 20/11")]).await.leads_to(&page);
    let mut zip = fetched(house, &administrator).await;
    let text = String::from_utf8(read(&mut zip, "du-lieu.json")).unwrap();
    assert!(text.contains(world::COORDINATOR.email));
    assert!(!text.contains(NUMBER) && !text.contains("\\\"identity\\\""), "no identity numbers");
    administrator.get(&page).await.is(200).shows("Đơn ngày 20/11").says("data-export-ready");
    let author = house.known(world::COORDINATOR);
    author.get("/account/privacy").await.is(200).says("act-privacy-export");
    let file = format!("{DATA}/exports/{}", house.ask("select id from person_export").await);
    author.get(&file).await.is(404);
    house.known(world::SECRETARY).get(&page).await.is(404);
}

async fn an_export_goes_after_a_week(house: &House) {
    let author = house.known(world::COORDINATOR);
    for _ in 0..2 {
        author.post(&format!("{DATA}/exports"), &[]).await.is(303);
    }
    author.post(&format!("{DATA}/exports"), &[]).await.is(409).says("data-exports-many");
    fetched(house, &author).await;
    let files = || std::fs::read_dir(house.folder().join("exports")).unwrap().count();
    assert_eq!(files(), 2);
    house.wait_days(8);
    work::round(&house.app).await.unwrap();
    assert_eq!(files(), 0);
    let author = house.sign_in(world::COORDINATOR).await;
    author.get(DATA).await.is(200).says("data-export-swept");
    house.wait_days(90);
    work::round(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from person_export").await, 0);
}
