//! Files that do not arrive, and files of others.

use axum::body::Body;
use axum::http::Method;
use hoithi::installation::work;

use super::{Sender, hash, lying, noise, speaking};
use crate::house::House;

stories! {
    file_that_is_not_what_was_promised_is_refused,
    more_than_was_promised_is_refused,
    nobody_gets_the_bytes_of_somebody_else,
    what_is_waited_for_in_vain_is_removed,
    what_is_withdrawn_is_gone,
    one_account_has_so_many_files_on_the_way,
}

async fn file_that_is_not_what_was_promised_is_refused(house: &House) {
    let sender = Sender::secretary(house);
    let promised = noise(2_000);
    let mut other = promised.clone();
    other[1_999] ^= 1;
    let path = sender.begins("a.bin", &promised).await;
    sender.sends(&path, 0, other[..1_000].to_vec()).await.is(204);
    let reply = sender.sends(&path, 1_000, other[1_000..].to_vec()).await;
    assert_eq!(reply.is(422).header("x-reason"), "upload-differs");
    assert_eq!(lying(house), Vec::<String>::new());
    assert_eq!(house.count("select count(*) from stored_file").await, 0);
    sender.looks(&path).await.is(404);
    sender.sends(&path, 0, promised.clone()).await.is(410);
    sender.0.get(&format!("{path}/file")).await.is(404);
    let (again, reply) = sender.brings("a.bin", &promised).await;
    reply.is(204);
    assert!(again != path);
}

async fn more_than_was_promised_is_refused(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(200_000);
    let path = sender.begins("a.bin", &bytes[..100_000]).await;
    let reply = sender.sends(&path, 0, bytes.clone()).await;
    assert_eq!(reply.is(413).header("x-reason"), "upload-more-than-promised");
    assert_eq!(sender.looks(&path).await.is(200).header("upload-offset"), "0");
    sender.sends(&path, 0, bytes[..100_000].to_vec()).await.is(204);
    assert_eq!(sender.0.get(&format!("{path}/file")).await.body, bytes[..100_000]);
}

async fn nobody_gets_the_bytes_of_somebody_else(house: &House) {
    let (sender, other) = (Sender::secretary(house), Sender::coordinator(house));
    let bytes = noise(5_000);
    let (path, reply) = sender.brings("secret.pdf", &bytes).await;
    reply.is(204);
    other.looks(&path).await.is(404);
    other.sends(&path, 0, bytes.clone()).await.is(404);
    other.ask(speaking(Method::DELETE, &path), Body::empty()).await.is(404);
    other.0.get(&format!("{path}/file")).await.is(404);
    other.0.post(&format!("{path}/removal"), &[]).await.is(404);
    other.0.get("/uploads").await.is(200).hides("secret.pdf");
    who_knows_the_hash_sends_the_bytes(house, &other, &bytes).await;
    let stranger = Sender(house.anon());
    stranger.looks(&path).await.is(401);
    stranger.sends(&path, 0, bytes.clone()).await.is(401);
    stranger.promises("a.pdf", 1, &hash(b"a")).await.is(401);
}

async fn who_knows_the_hash_sends_the_bytes(house: &House, other: &Sender<'_>, bytes: &[u8]) {
    let own = other.promises("a.pdf", bytes.len(), &hash(bytes)).await;
    let own = own.is(201).header("location").to_owned();
    assert_eq!(other.looks(&own).await.is(200).header("upload-offset"), "0");
    other.0.get(&format!("{own}/file")).await.is(404);
    other.sends(&own, 5_000, Vec::new()).await.is(409);
    other.sends(&own, 0, bytes.to_vec()).await.is(204);
    assert_eq!(other.0.get(&format!("{own}/file")).await.is(200).body, bytes);
    assert_eq!(house.count("select count(*) from stored_file").await, 1);
}

async fn what_is_waited_for_in_vain_is_removed(house: &House) {
    let sender = Sender::secretary(house);
    let (old, new) = (noise(3_000), noise(4_000));
    let lost = sender.begins("old.bin", &old).await;
    sender.sends(&lost, 0, old[..1_000].to_vec()).await.is(204);
    house.wait_days(6);
    let sender = Sender(house.sign_in(world::SECRETARY).await);
    let kept = sender.begins("new.bin", &new).await;
    sender.sends(&kept, 0, new[..1_000].to_vec()).await.is(204);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).len(), 4);
    house.wait_days(1);
    let sender = Sender(house.sign_in(world::SECRETARY).await);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).len(), 2);
    sender.looks(&lost).await.is(404);
    sender.sends(&lost, 1_000, old[1_000..].to_vec()).await.is(410);
    sender.sends(&kept, 1_000, new[1_000..].to_vec()).await.is(204);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house), Vec::<String>::new());
    assert_eq!(house.ask("select state from upload order by id limit 1").await, "expired");
}

async fn what_is_withdrawn_is_gone(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(3_000);
    for by_form in [false, true] {
        let path = sender.begins("a.bin", &bytes).await;
        sender.sends(&path, 0, bytes[..1_000].to_vec()).await.is(204);
        match by_form {
            true => drop(sender.0.post(&format!("{path}/removal"), &[]).await.leads_to("/uploads")),
            false => drop(sender.ask(speaking(Method::DELETE, &path), Body::empty()).await.is(204)),
        }
        assert_eq!(lying(house), Vec::<String>::new());
        sender.looks(&path).await.is(404);
        sender.sends(&path, 1_000, bytes[1_000..].to_vec()).await.is(410);
    }
    let (path, reply) = sender.brings("a.bin", &bytes).await;
    reply.is(204);
    sender.ask(speaking(Method::DELETE, &path), Body::empty()).await.is(410);
    assert_eq!(sender.0.get(&format!("{path}/file")).await.is(200).body, bytes);
}

async fn one_account_has_so_many_files_on_the_way(house: &House) {
    let sender = Sender::secretary(house);
    for number in 0..200 {
        sender.promises("a.bin", 5, &format!("{number:064x}")).await.is(201);
    }
    let reply = sender.promises("a.bin", 5, &hash(b"one more")).await;
    assert_eq!(reply.is(429).header("x-reason"), "upload-too-many-open");
    sender.promises("a.bin", 5, &format!("{:064x}", 7)).await.is(201);
    Sender::coordinator(house).promises("a.bin", 5, &hash(b"one more")).await.is(201);
    house.tamper("update upload set state = 'withdrawn', bytes = 85900000").await;
    let reply = sender.promises("a.bin", 5, &hash(b"one more")).await;
    assert_eq!(reply.is(429).header("x-reason"), "upload-too-much-today");
    house.wait_days(2);
    let sender = Sender(house.sign_in(world::SECRETARY).await);
    sender.promises("a.bin", 5, &hash(b"one more")).await.is(201);
}
