//! The log itself: entries that somebody re-dates, deletes or erases, and logs that are set back.

use hoithi::accounts::Who;
use hoithi::audit::seal;
use hoithi::installation::work;
use ledger::finding::Finding;

use super::found;
use crate::house::House;

stories! {
    redated_entry_is_named,
    deleted_entry_is_named,
    altered_event_is_named,
    event_erased_in_silence_is_named,
    declared_erasure_leaves_the_log_valid,
    cut_tail_is_found_by_a_stored_checkpoint,
    installation_set_back_is_found_by_an_outside_checkpoint,
    checkpoint_of_another_key_is_refused,
}

async fn redated_entry_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    house.tamper("update ledger_entry set at = at - 1 where seq = 5").await;
    assert_eq!(found(&house, &[]).await, [Finding::EntryRedated { seq: 5 }]);
    house.abandon().await;
}

async fn deleted_entry_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    house.tamper("delete from ledger_event where seq = 5").await;
    house.tamper("delete from ledger_entry where seq = 5").await;
    let findings = found(&house, &[]).await;
    assert_eq!(findings[0], Finding::EntryMissing { first: 5, last: 5 });
    house.abandon().await;
}

async fn altered_event_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    let sql = "update ledger_event set body = replace(body, 'operator', 'somebody') where seq = 5";
    house.tamper(sql).await;
    assert_eq!(found(&house, &[]).await[0], Finding::EventAltered { seq: 5 });
    house.abandon().await;
}

async fn event_erased_in_silence_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    house.tamper("delete from ledger_event where seq = 5").await;
    assert_eq!(found(&house, &[]).await[0], Finding::EventErasedUndeclared { seq: 5 });
    house.abandon().await;
}

async fn declared_erasure_leaves_the_log_valid(house: &House) {
    let unit = house.unit("union").await;
    let secretary = house.known(world::SECRETARY);
    let contact = [("contact", "Triệu Sẽ Quên"), ("phone", "0200 3 812 777")];
    secretary.post(&format!("/units/{unit}/contacts"), &contact).await.is(303);
    let written = house.count("select max(seq) from ledger_entry").await;
    let row = house.ask("select id from unit_contact where name = 'Triệu Sẽ Quên'").await;
    secretary.post(&format!("/units/{unit}/contacts/{row}/removal"), &[]).await.is(303);
    let mut tx = house.app.store.begin().await.unwrap();
    let seqs = [u64::try_from(written).unwrap()];
    let rows = [("unit_contact", row)];
    seal::erase(&mut tx, Who::Operator, &seqs, &rows).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(house, &[]).await, []);
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.get("/installation/ledger").await.is(200);
}

async fn cut_tail_is_found_by_a_stored_checkpoint(house: &House) {
    let house = House::new(house.engine()).await;
    let size = house.count("select max(size) from ledger_checkpoint").await;
    house.tamper(&format!("delete from ledger_event where seq = {}", size - 1)).await;
    house.tamper(&format!("delete from ledger_entry where seq = {}", size - 1)).await;
    let beyond = Finding::CheckpointBeyondLog { size: u64::try_from(size).unwrap() };
    assert!(found(&house, &[]).await.contains(&beyond));
    house.abandon().await;
}

async fn installation_set_back_is_found_by_an_outside_checkpoint(house: &House) {
    let earlier = House::new(house.engine()).await;
    let typed = [("name", "Đơn vị sau này"), ("kind", "other")];
    house.known(world::SECRETARY).post("/units", &typed).await.is(303);
    work::round(&house.app).await.unwrap();
    let outside = house.anon().get("/ledger/checkpoint").await.is(200).text().to_owned();
    assert_eq!(found(house, std::slice::from_ref(&outside)).await, []);
    let size = house.count("select count(*) from ledger_entry").await;
    let beyond = Finding::CheckpointBeyondLog { size: u64::try_from(size).unwrap() };
    assert_eq!(found(&earlier, &[outside]).await, [beyond]);
    // Without a checkpoint that somebody kept, an earlier state cannot be told from a true one.
    assert_eq!(found(&earlier, &[]).await, []);
    earlier.finish().await;
}

async fn checkpoint_of_another_key_is_refused(house: &House) {
    let stranger = House::empty(house.engine()).await;
    let mut tx = stranger.app.store.begin().await.unwrap();
    seal::seal(&mut tx, &stranger.app.keys).await.unwrap();
    tx.commit().await.unwrap();
    let theirs = seal::newest(&stranger.app.store).await.unwrap();
    assert_eq!(theirs, None);
    let ours = house.anon().get("/ledger/checkpoint").await.is(200).text().to_owned();
    let mut forged = ours.clone();
    let (signature, _) = ours.trim_end().rsplit_once(' ').unwrap();
    forged.truncate(signature.len());
    let flipped: String = ours[signature.len()..].chars().rev().collect();
    forged.push_str(&flipped);
    let findings = found(house, &[forged]).await;
    assert!(matches!(findings[..], [Finding::CheckpointBadSignature { .. }]), "{findings:?}");
    stranger.finish().await;
}
