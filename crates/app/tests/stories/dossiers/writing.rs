//! An author writes: saved as it is typed, never over somebody else's words, seen by nobody else.

use axum::body::Body;
use axum::http::Method;
use hoithi::contests::Step;

use super::standing::{
    DESCRIPTION, EVIDENCE, PEOPLE, SOLUTION, TITLE, amended, attach, begun, taking, written,
};
use crate::house::House;
use crate::portal::made;
use crate::tasks::standing::step;
use crate::uploads::{hash, metadata, speaking};

stories! {
    a_page_is_saved_as_it_is_typed,
    two_tabs_never_overwrite_each_other_silently,
    what_cannot_be_read_is_said_and_kept,
    rows_of_authors_come_and_go,
    an_identity_number_is_kept_sealed,
    files_are_what_their_content_says,
    a_file_comes_in_pieces,
    what_is_being_written_is_its_authors_alone,
    a_dossier_is_begun_only_where_it_is_taken,
    an_earlier_dossier_is_a_beginning,
}

fn saved(
    page: &[(&'static str, &'static str)],
    revision: &'static str,
) -> Vec<(&'static str, &'static str)> {
    let rest = page.iter().filter(|(name, _)| *name != "revision");
    rest.copied().chain([("revision", revision), ("autosave", "1")]).collect()
}

async fn a_page_is_saved_as_it_is_typed(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    let page = format!("{path}/pages/solution");
    author.get(&page).await.is(200).holds("name=\"revision\" value=\"0\"");
    let first = author.post(&page, &saved(&SOLUTION, "0")).await;
    assert_eq!(first.is(200).text(), "{\"revision\":1,\"says\":\"Đã lưu lúc 10:00\"}");
    // The answer was lost, and the browser asks again: nothing is saved twice.
    let again = author.post(&page, &saved(&SOLUTION, "0")).await;
    assert_eq!(again.text(), first.text());
    author.get(&page).await.is(200).holds("name=\"revision\" value=\"1\"").shows(TITLE);
    let parts = "select step || ' ' || cast(revision as text) from dossier_part";
    assert_eq!(house.ask(parts).await, "solution 1");
    author.get("/dossiers").await.is(200).shows(TITLE).says("dossier-draft");
}

async fn two_tabs_never_overwrite_each_other_silently(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let page = format!("{}/pages/solution", begun(&author, contest).await);
    author.post(&page, &saved(&SOLUTION, "0")).await.is(200);
    let other = [("title", "Tên ở thẻ kia"), ("field", "Y dược"), ("revision", "0")];
    let mut quiet = other.to_vec();
    quiet.push(("autosave", "1"));
    let refused = author.post(&page, &quiet).await;
    refused.is(409).says("dossier-saved-meanwhile");
    // By hand, what was typed is shown again, and may take the other's place on purpose.
    let shown = author.post(&page, &other).await;
    shown.is(409).says("dossier-saved-meanwhile").shows("Tên ở thẻ kia");
    shown.holds("name=\"revision\" value=\"1\"");
    let sql = "select body from dossier_part";
    assert!(house.ask(sql).await.contains(TITLE), "the first words stand");
    author.post(&page, &[("title", "Tên ở thẻ kia"), ("revision", "1")]).await.is(303);
    assert!(house.ask(sql).await.contains("Tên ở thẻ kia"), "the other words stand");
}

async fn what_cannot_be_read_is_said_and_kept(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    let page = format!("{path}/pages/solution");
    let typed = [("title", TITLE), ("applied-since", "năm kia"), ("revision", "0")];
    let shown = author.post(&page, &typed).await;
    shown.is(422).says("dossier-month-unreadable").shows("năm kia").shows(TITLE);
    let share = [("author-0-name", "An"), ("author-0-share", "quá nửa"), ("revision", "0")];
    let shown = author.post(&format!("{path}/pages/people"), &share).await;
    shown.is(422).says("dossier-share-unreadable").shows("quá nửa");
    let broken = [("title", TITLE), ("revision", "một")];
    author.post(&page, &broken).await.is(422).says("form-unreadable");
    author.get(&format!("{path}/pages/khac")).await.is(404);
    author.get(&format!("{path}/pages/files")).await.is(404);
    assert_eq!(house.count("select count(*) from dossier_part").await, 0);
}

async fn rows_of_authors_come_and_go(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let page = format!("{}/pages/people", begun(&author, contest).await);
    let mut more = PEOPLE.to_vec();
    more.push(("more", "author"));
    author.post(&page, &more).await.is(200).holds("id=\"author-4\"").hides("id=\"author-5\"");
    let mut up = PEOPLE.to_vec();
    up.push(("up", "author-1"));
    author
        .post(&page, &up)
        .await
        .is(200)
        .holds("name=\"author-0-name\" type=\"text\" value=\"Vàng Thị Hạt\"");
    let mut drop = PEOPLE.to_vec();
    drop.push(("drop", "author-0"));
    let shown = author.post(&page, &drop).await;
    shown.is(200).hides("Lò Văn Gieo").shows("Vàng Thị Hạt");
    assert_eq!(house.count("select count(*) from dossier_part").await, 0);
}

async fn an_identity_number_is_kept_sealed(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    let page = format!("{path}/pages/people");
    let mut typed = PEOPLE.to_vec();
    typed.push(("author-0-identity", "001080009999"));
    author.post(&page, &typed).await.is(303);
    let body = house.ask("select body from dossier_part where step = 'people'").await;
    assert!(!body.contains("001080009999"), "the number stands in the database");
    author
        .get(&page)
        .await
        .is(200)
        .holds("value=\"001080009999\"")
        .holds("name=\"revision\" value=\"1\"");
    // The same number keeps its seal: saving again is no change.
    typed.retain(|(name, _)| *name != "revision");
    typed.extend([("revision", "1"), ("autosave", "1")]);
    assert_eq!(
        author.post(&page, &typed).await.is(200).text(),
        "{\"revision\":1,\"says\":\"Đã lưu lúc 10:00\"}"
    );
    author.get(&format!("{path}/submission")).await.is(200).hides("001080009999");
}

async fn files_are_what_their_content_says(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    attach(&author, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await.is(303);
    let list = author.get(&format!("{path}/files")).await;
    list.is(200).shows("biên bản.pdf").shows("25 B");
    let refused = attach(&author, &path, ("minh-chung", "biên bản.pdf", b"<html>")).await;
    refused.is(422).tells(&kernel::Message::new("dossier-file-kind").with("name", "biên bản.pdf"));
    attach(&author, &path, ("khac", "a.pdf", EVIDENCE)).await.is(422).says("dossier-file-unasked");
    let mut large = b"%PDF-1.7 ".to_vec();
    large.resize(1_000_001, b' ');
    let refused = attach(&author, &path, ("minh-chung", "to.pdf", &large)).await;
    refused.is(422).tells(&kernel::Message::new("dossier-file-too-large").with("most", 1));
    large.truncate(999_000);
    attach(&author, &path, ("minh-chung", "1.pdf", &large)).await.is(303);
    large[10] = b'x';
    attach(&author, &path, ("minh-chung", "2.pdf", &large)).await.is(303);
    let refused = attach(&author, &path, ("minh-chung", "3.pdf", EVIDENCE)).await;
    refused.is(422).tells(&kernel::Message::new("dossier-files-too-many").with("most", 3));
    let file = house.ask("select id from dossier_file where name = 'biên bản.pdf'").await;
    let given = author.get(&format!("{path}/files/{file}")).await;
    assert_eq!(given.is(200).text().as_bytes(), EVIDENCE);
    assert!(given.header("content-disposition").starts_with("attachment"));
    author.post(&format!("{path}/files/{file}/removal"), &[]).await.is(303);
    author.get(&format!("{path}/files")).await.is(200).hides("biên bản.pdf");
    author.post(&format!("{path}/files/{file}/removal"), &[]).await.is(404);
}

async fn a_file_comes_in_pieces(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    let other = begun(&author, contest).await;
    let purpose = path.trim_start_matches('/').replace("dossiers/", "dossier/");
    let promise = speaking(Method::POST, "/uploads")
        .header("upload-length", EVIDENCE.len())
        .header("upload-metadata", metadata("biên bản.pdf", &hash(EVIDENCE), &purpose));
    let promised = author.send(promise.body(Body::empty()).unwrap()).await;
    let upload = promised.is(201).header("location").to_owned();
    let id = upload.trim_start_matches("/uploads/");
    let fields = [("item", "minh-chung"), ("upload", id)];
    let take = format!("{path}/uploads");
    let files = format!("{path}/files");
    author.post(&take, &fields).await.leads_to(&files);
    author.get(&files).await.is(200).says("file-unsent");
    let piece = speaking(Method::PATCH, &upload)
        .header("upload-offset", 0)
        .header("content-type", "application/offset+octet-stream");
    author.send(piece.body(Body::from(EVIDENCE)).unwrap()).await.is(204);
    author.post(&format!("{other}/uploads"), &fields).await.is(404);
    house.known(world::OTHER_COORDINATOR).post(&take, &fields).await.is(404);
    author
        .post(&take, &[("item", "khac"), ("upload", id)])
        .await
        .is(422)
        .says("dossier-file-unasked");
    author.post(&take, &[("item", "minh-chung"), ("upload", "x")]).await.is(422);
    author.post(&take, &fields).await.leads_to(&files);
    author
        .get(&files)
        .await
        .is(200)
        .shows("biên bản.pdf")
        .shows("25 B")
        .keeps(&kernel::Message::new("file-unsent"));
    assert_eq!(house.count("select count(*) from dossier_file").await, 1);
    house.is_in_order().await;
}

async fn what_is_being_written_is_its_authors_alone(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let file = house.ask("select id from dossier_file").await;
    for who in [world::SECRETARY, world::ADMINISTRATOR, world::OTHER_COORDINATOR] {
        let other = house.known(who);
        for page in ["", "/pages/solution", "/files", "/submission", "/receipt", "/receipt.pdf"] {
            other.get(&format!("{path}{page}")).await.is(404);
        }
        other.get(&format!("{path}/files/{file}")).await.is(404);
        other.post(&format!("{path}/pages/description"), &DESCRIPTION).await.is(404);
        other.post(&format!("{path}/submission"), &[("vouched", "1")]).await.is(404);
        attach(&other, &path, ("minh-chung", "a.pdf", EVIDENCE)).await.is(404);
        other.get("/dossiers").await.is(200).hides(TITLE);
    }
    house.anon().get(&path).await.is(303);
}

async fn a_dossier_is_begun_only_where_it_is_taken(house: &House) {
    let hidden = made::found(house).await;
    let author = house.known(world::COORDINATOR);
    author.post(&format!("/contests/{hidden}/dossiers"), &[]).await.is(404);
    made::publish(house, hidden, house.app.store.now()).await;
    let page = author.get(&format!("/contests/{hidden}/dossiers/new")).await;
    page.is(200).says("dossier-contest-not-running");
    author.post(&format!("/contests/{hidden}/dossiers"), &[]).await.is(409);
    step(house, hidden, Step::Start).await;
    amended(house, hidden, |rules| rules.entry = entry::EntryRules::default()).await;
    let refused = author.post(&format!("/contests/{hidden}/dossiers"), &[]).await;
    refused.is(409).says("dossier-rules-silent");
    assert_eq!(house.count("select count(*) from dossier").await, 0);
}

async fn an_earlier_dossier_is_a_beginning(house: &House) {
    let first = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let earlier = written(&author, first).await;
    let second = taking(house).await;
    let page = author.get(&format!("/contests/{second}/dossiers/new")).await;
    page.is(200).shows(TITLE);
    let id = earlier.trim_start_matches("/dossiers/");
    let begin = format!("/contests/{second}/dossiers");
    house.known(world::OTHER_COORDINATOR).post(&begin, &[("earlier", id)]).await.is(404);
    let begun = author.post(&begin, &[("earlier", id)]).await.is(303).header("location").to_owned();
    author.get(&begun).await.is(200).shows(TITLE);
    let path = begun.trim_end_matches("/pages/solution");
    author.get(&format!("{path}/pages/people")).await.is(200).holds("value=\"Vàng Thị Hạt\"");
    author.get(&format!("{path}/files")).await.is(200).hides("biên bản.pdf");
}
