//! Papers come in, once each, and are read or say why not.

use hoithi::installation::work;
use kernel::Message;

use super::{PLAN, received, upload};
use crate::house::House;

stories! {
    a_paper_is_read_and_says_what_it_is,
    the_same_bytes_are_one_paper,
    a_text_can_be_pasted,
    a_file_without_text_says_why,
    an_empty_form_is_refused_with_a_sentence,
    only_secretaries_see_papers,
    a_search_beyond_all_measure_is_answered,
}

async fn a_paper_is_read_and_says_what_it_is(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let reply = secretary.send(upload("ke-hoach.txt", PLAN.as_bytes())).await;
    let paper = reply.is(303).header("location").to_owned();
    secretary.get(&paper).await.says("paper-being-read").holds("http-equiv=\"refresh\"");
    work::work_off(&house.app).await.unwrap();
    let page = secretary.get(&paper).await;
    page.is(200).shows("412/KH-UBND").shows("12/10/2026").hides("http-equiv");
    let file = secretary.get(&format!("{paper}/file")).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename*=UTF-8''ke-hoach.txt");
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(file.text(), PLAN);
    secretary.get("/papers?q=412").await.shows("412/KH-UBND");
    secretary.get("/papers?q=sáng+chế").await.says("papers-none-found");
}

async fn the_same_bytes_are_one_paper(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let first = received(house, &secretary, PLAN).await;
    let again = secretary.send(upload("ban-sao.txt", PLAN.as_bytes())).await;
    again.leads_to(&first);
    secretary.get(&first).await.says("notice-paper-again");
    assert_eq!(house.count("select count(*) from paper").await, 1);
    assert_eq!(house.count("select count(*) from stored_file").await, 1);
}

async fn a_text_can_be_pasted(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let body = upload("", PLAN.as_bytes());
    let (parts, body) = body.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let typed = String::from_utf8(bytes.to_vec()).unwrap();
    let typed = typed.replace("name=\"file\"; filename=\"\"", "name=\"text\"");
    let reply = secretary.send(axum::http::Request::from_parts(parts, typed.into())).await;
    reply.is(303);
    work::work_off(&house.app).await.unwrap();
    secretary.get(reply.header("location")).await.shows("412/KH-UBND");
}

async fn a_file_without_text_says_why(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let reply = secretary.send(upload("hong.pdf", b"%PDF-1.7\nbroken")).await;
    let paper = reply.is(303).header("location").to_owned();
    work::work_off(&house.app).await.unwrap();
    let page = secretary.get(&paper).await;
    page.is(200).tells(&Message::new("paper-pdf-damaged")).says("paper-another");
    secretary.post(&format!("{paper}/review"), &[]).await.is(409).says("review-not-read");
}

async fn an_empty_form_is_refused_with_a_sentence(house: &House) {
    let secretary = house.known(world::SECRETARY);
    secretary.send(upload("", b"")).await.is(422).says("file-empty");
    let large = vec![b'a'; 15 * 1024 * 1024 + 1];
    secretary.send(upload("to.txt", &large)).await.is(422).says("file-too-large");
    assert_eq!(house.count("select count(*) from paper").await, 0);
}

async fn only_secretaries_see_papers(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let paper = received(house, &secretary, PLAN).await;
    let coordinator = house.known(world::COORDINATOR);
    for path in ["/papers", "/papers/new", &paper, &format!("{paper}/file")] {
        coordinator.get(path).await.is(404).hides("412");
    }
    coordinator.send(upload("x.txt", b"x")).await.is(404);
}

async fn a_search_beyond_all_measure_is_answered(house: &House) {
    let secretary = house.known(world::SECRETARY);
    received(house, &secretary, PLAN).await;
    let many = format!("/papers?q={}", "412+".repeat(2000));
    secretary.get(&many).await.is(200).shows("412/KH-UBND");
    secretary.get("/papers?page=9").await.is(200).shows("412/KH-UBND").shows("1–1 / 1");
}
