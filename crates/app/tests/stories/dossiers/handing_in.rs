//! Handing in: once, in time to the millisecond, with a receipt that everybody can check.

use hoithi::contests;
use kernel::{Instant, Message};

use super::standing::{
    DESCRIPTION, EVIDENCE, TITLE, amended, attach, begun, hand_in, taking, written,
};
use crate::house::House;
use crate::portal::made;
use crate::tasks::standing::step;

stories! {
    a_dossier_is_handed_in_and_has_a_receipt,
    a_second_click_gives_the_same_receipt,
    what_is_missing_is_said_and_nothing_is_written,
    a_correction_is_a_new_version_under_the_same_number,
    the_deadline_counts_to_the_millisecond,
    an_extension_opens_again,
    the_office_sees_what_was_handed_in_and_no_more,
    what_is_withdrawn_can_come_back_in_time,
    a_dossier_keeps_the_rules_under_which_it_came,
    a_receipt_tells_strangers_nothing_but_that_it_is_one,
}

const LETTERS: &str = "select count(*) from mail where subject = 'Đã nhận hồ sơ số 1'";

async fn a_dossier_is_handed_in_and_has_a_receipt(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    author.get(&format!("{path}/submission")).await.is(200).says("dossier-submit-help");
    let receipt = format!("{path}/receipt");
    hand_in(&author, &path).await.leads_to(&receipt);
    let page = author.get(&receipt).await;
    let digest = house.ask("select digest from dossier_version").await;
    page.is(200).shows(TITLE).shows("10:00:00 · 21/11/2026").shows(&digest).shows("biên bản.pdf");
    let body = house.ask("select body from dossier_version").await;
    assert_eq!(digest, sha256(body.as_bytes()));
    assert!(body.contains(&sha256(EVIDENCE)), "the manifest names the file by its hash");
    let pdf = author.get(&format!("{receipt}.pdf")).await;
    assert_eq!(pdf.is(200).header("content-type"), "application/pdf");
    assert_eq!(house.count(LETTERS).await, 1);
    author.get(&path).await.is(200).says("dossier-now-submitted").says("dossier-event-submit");
    house.is_in_order().await;
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(bytes))
}

async fn a_second_click_gives_the_same_receipt(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let receipt = format!("{path}/receipt");
    hand_in(&author, &path).await.leads_to(&receipt);
    house.wait_seconds(3);
    hand_in(&author, &path).await.leads_to(&receipt);
    assert_eq!(house.count("select count(*) from dossier_version").await, 1);
    assert_eq!(house.count(LETTERS).await, 1);
    author.get(&receipt).await.is(200).shows("10:00:00 · 21/11/2026");
}

async fn what_is_missing_is_said_and_nothing_is_written(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, contest).await;
    let page = author.get(&format!("{path}/submission")).await;
    page.is(200).says("gap-title").says("gap-no-author").hides("name=\"vouched\"");
    let refused = hand_in(&author, &path).await;
    refused.is(422).says("dossier-not-whole").says("gap-title").says("gap-applied-since");
    let whole = written(&author, contest).await;
    let refused = author.post(&format!("{whole}/submission"), &[]).await;
    refused.is(422).says("dossier-not-vouched");
    assert_eq!(house.count("select count(*) from dossier_version").await, 0);
    assert_eq!(house.count("select count(*) from dossier where number is not null").await, 0);
    author.get(&format!("{whole}/receipt")).await.is(404);
}

async fn a_correction_is_a_new_version_under_the_same_number(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    house.wait_seconds(60);
    let corrected = [("part-diem-moi", "Gieo bốn hàng một lượt."), ("revision", "1")];
    author.post(&format!("{path}/pages/description"), &corrected).await.is(303);
    author.get(&path).await.is(200).says("dossier-now-changed").shows("Gieo ba hàng");
    hand_in(&author, &path).await.is(303);
    author.get(&path).await.is(200).says("dossier-now-submitted").shows("Gieo bốn hàng");
    let sql = "select string_agg(cast(version as text), ' ') from
        (select version from dossier_version order by version) v";
    let sql = match house.engine() {
        store::Engine::Sqlite => {
            sql.replace("string_agg(cast(version as text), ' ')", "group_concat(version, ' ')")
        }
        store::Engine::Postgres => sql.to_owned(),
    };
    assert_eq!(house.ask(&sql).await, "1 2");
    assert_eq!(house.ask("select cast(number as text) from dossier").await, "1");
    let other = written(&house.known(world::OTHER_COORDINATOR), contest).await;
    hand_in(&house.known(world::OTHER_COORDINATOR), &other).await.is(303);
    assert_eq!(house.ask("select cast(max(number) as text) from dossier").await, "2");
    house.is_in_order().await;
}

/// Seconds from the beginning of the stories to the end of 31/5/2027 in Việt Nam.
fn until_the_end(house: &House) -> i64 {
    let ends: kernel::Day = "2027-05-31".parse().unwrap();
    (ends.ends().millis() - house.app.store.now().millis()) / 1_000
}

async fn the_deadline_counts_to_the_millisecond(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let in_time = written(&author, contest).await;
    let late = written(&author, contest).await;
    house.wait_seconds(until_the_end(house));
    let author = house.sign_in(world::COORDINATOR).await;
    hand_in(&author, &in_time).await.leads_to(&format!("{in_time}/receipt"));
    let row = house.ask("select cast(received_at - closes_at as text) from dossier_version").await;
    assert_eq!(row, "0");
    house.wait_seconds(1);
    hand_in(&author, &late).await.is(409).says("dossier-deadline-just-over");
    let page = author.get(&format!("{late}/submission")).await;
    page.is(200).says("dossier-deadline-just-over").hides("name=\"vouched\"");
    author.get(&format!("{late}/pages/solution")).await.is(409);
    house.wait_seconds(3_600);
    let closes: kernel::Day = "2027-05-31".parse().unwrap();
    let over = Message::new("dossier-deadline-over").with("moment", closes.ends().written());
    hand_in(&author, &late).await.is(409).tells(&over);
    let begin = author.post(&format!("/contests/{contest}/dossiers"), &[]).await;
    begin.is(409).tells(&over);
    // The receipt of what came in time can still be asked for again.
    hand_in(&author, &in_time).await.leads_to(&format!("{in_time}/receipt"));
    assert_eq!(house.count("select count(*) from dossier_version").await, 1);
}

async fn an_extension_opens_again(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    house.wait_seconds(until_the_end(house) + 7_200);
    let author = house.sign_in(world::COORDINATOR).await;
    hand_in(&author, &path).await.is(409);
    made::move_deadline(house, contest, "2027-06-15", None).await;
    hand_in(&author, &path).await.is(303);
    let closes: kernel::Day = "2027-06-15".parse().unwrap();
    let row = house.ask("select cast(closes_at as text) from dossier_version").await;
    assert_eq!(row, closes.ends().millis().to_string());
}

async fn the_office_sees_what_was_handed_in_and_no_more(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    let later = [("part-diem-moi", "Điều chỉ đang viết."), ("revision", "1")];
    author.post(&format!("{path}/pages/description"), &later).await.is(303);
    attach(&author, &path, ("minh-chung", "mới.pdf", b"%PDF-1.7 moi")).await.is(303);
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&path).await;
    page.is(200).shows("Gieo ba hàng").hides("Điều chỉ đang viết").hides("mới.pdf");
    let file = |name: &str| format!("select id from dossier_file where name = '{name}'");
    let (old, new) = (house.ask(&file("biên bản.pdf")).await, house.ask(&file("mới.pdf")).await);
    assert_eq!(
        secretary.get(&format!("{path}/files/{old}")).await.is(200).text().as_bytes(),
        EVIDENCE
    );
    secretary.get(&format!("{path}/files/{new}")).await.is(404);
    for page in ["/pages/solution", "/submission", "/files", "/receipt"] {
        secretary.get(&format!("{path}{page}")).await.is(403).says("dossier-members-only");
    }
    house.known(world::OTHER_COORDINATOR).get(&path).await.is(404);
}

async fn what_is_withdrawn_can_come_back_in_time(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    let withdrawal = format!("{path}/withdrawal");
    author.post(&withdrawal, &[]).await.is(409).says("dossier-not-to-withdraw");
    hand_in(&author, &path).await.is(303);
    author.post(&withdrawal, &[("reason", "nộp nhầm bản")]).await.leads_to(&path);
    author.get(&path).await.is(200).says("dossier-now-withdrawn").shows("nộp nhầm bản");
    hand_in(&author, &path).await.is(303);
    assert_eq!(house.ask("select state from dossier").await, "submitted");
    assert_eq!(house.ask("select state from dossier_search").await, "submitted");
    assert_eq!(house.ask("select cast(number as text) from dossier").await, "1");
    house.is_in_order().await;
}

async fn a_dossier_keeps_the_rules_under_which_it_came(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let (handed_in, draft) = (written(&author, contest).await, written(&author, contest).await);
    hand_in(&author, &handed_in).await.is(303);
    amended(house, contest, |rules| {
        rules.entry.sections[0].title = "Điểm mới và sáng tạo".to_owned()
    })
    .await;
    author.get(&handed_in).await.is(200).shows("Điểm mới").hides("Điểm mới và sáng tạo");
    let page = author.get(&format!("{handed_in}/pages/description")).await;
    page.is(200).hides("Điểm mới và sáng tạo");
    let page = author.get(&format!("{draft}/pages/description")).await;
    page.is(200).shows("Điểm mới và sáng tạo");
    hand_in(&author, &draft).await.is(303);
    let versions =
        "select cast(min(rules_version) as text) || ' ' || cast(max(rules_version) as text)
        from dossier_version";
    assert_eq!(house.ask(versions).await, "2 3");
}

async fn a_receipt_tells_strangers_nothing_but_that_it_is_one(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    let code = house.ask("select code from dossier_version").await;
    let digest = house.ask("select digest from dossier_version").await;
    let stranger = house.anon();
    let page = stranger.get(&format!("/receipts/{}", code.to_lowercase())).await;
    page.is(200).says("receipt-checked").shows(&digest).hides(TITLE).hides("Lò Văn Gieo");
    page.hides("biên bản").says("receipt-compare");
    stranger.get("/receipts/KHONGCOMA2").await.is(404).says("receipt-unknown");
    step(house, contest, contests::Step::Close).await;
    author.post(&format!("{path}/pages/description"), &DESCRIPTION).await.is(409);
    stranger.get(&format!("/receipts/{code}")).await.is(200);
    let at = Instant::from_millis(0);
    assert!(at < house.app.store.now());
}
