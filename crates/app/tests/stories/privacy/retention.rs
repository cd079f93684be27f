//! What goes when an administrator has confirmed it.

use hoithi::installation::work;
use kernel::Message;

use super::standing::{NUMBER, RETENTION, confirm, two_dossiers, years_later};
use crate::house::House;

stories! {
    nothing_goes_before_its_time,
    drafts_and_identity_numbers_go_and_the_ledger_stays_valid,
    pages_say_what_goes_and_what_went,
    a_confirmation_holds_for_what_was_seen,
    names_in_answers_of_authors_leave_no_digest,
}

async fn nothing_goes_before_its_time(house: &House) {
    two_dossiers(house).await;
    let administrator = house.known(world::ADMINISTRATOR);
    let page = administrator.get(RETENTION).await;
    page.is(200).says("retention-nothing-due").says("retention-draft").says("retention-later");
    let refused = administrator.post(RETENTION, &[("seen", "")]).await;
    refused.is(409).says("retention-nothing-due");
    assert_eq!(house.count("select count(*) from retention_run").await, 0);
}

/// What a version and the page of its people hold.
async fn bodies(house: &House) -> [String; 2] {
    let version = house.ask("select body from dossier_version").await;
    [version, house.ask("select body from dossier_part where step = 'people'").await]
}

async fn numbers_are_sealed(house: &House) {
    for body in bodies(house).await {
        assert!(body.contains("\"identity\"") && !body.contains(NUMBER), "a number is sealed");
    }
}

async fn drafts_and_identity_numbers_go_and_the_ledger_stays_valid(house: &House) {
    two_dossiers(house).await;
    numbers_are_sealed(house).await;
    let digest = house.ask("select digest from dossier_version").await;
    confirm(&years_later(house, 3).await).await;
    work::work_off(&house.app).await.unwrap();
    let gone = house.ask("select gone from retention_run where ordered_by is not null").await;
    assert_eq!(gone, "{\"draft\":1,\"identity\":1}");
    for body in bodies(house).await {
        assert!(!body.contains("identity") && body.contains("Lò Văn Gieo"), "what counts stays");
    }
    assert_eq!(house.ask("select digest from dossier_version").await, digest);
    assert_eq!(house.count("select count(*) from dossier_sign").await, 0);
    house.is_in_order().await;
}

async fn pages_say_what_goes_and_what_went(house: &House) {
    let (path, draft) = two_dossiers(house).await;
    let administrator = years_later(house, 3).await;
    let page = administrator.get(RETENTION).await;
    page.is(200).says("retention-draft").says("retention-identity").says("retention-confirm");
    confirm(&administrator).await;
    administrator.get(RETENTION).await.says("retention-under-way");
    administrator.post(RETENTION, &[("seen", "")]).await.is(409);
    work::work_off(&house.app).await.unwrap();
    let author = house.sign_in(world::COORDINATOR).await;
    author.get(&draft).await.is(404);
    let day = house.app.store.now().written();
    let told = Message::new("receipt-blanked").with("at", day);
    author.get(&format!("{path}/receipt")).await.is(200).tells(&told);
    administrator.get("/installation/ledger").await.is(200).says("act-retention-end");
    administrator.get(RETENTION).await.is(200).says("retention-nothing-due");
}

async fn a_confirmation_holds_for_what_was_seen(house: &House) {
    let (path, _) = two_dossiers(house).await;
    let contest = house.ask("select contest_id from dossier limit 1").await;
    let administrator = years_later(house, 3).await;
    let seen = administrator.get(RETENTION).await.is(200).hidden("seen");
    let id = path.trim_start_matches("/dossiers/");
    let more = format!(
        "insert into dossier (id, contest_id, state, rules_version, opened_at)
         select 'x', '{contest}', 'draft', 1, 0 from dossier where id = '{id}'"
    );
    house.tamper(&more).await;
    let refused = administrator.post(RETENTION, &[("seen", &seen)]).await;
    refused.is(409).says("retention-changed");
    house.tamper("delete from dossier where id = 'x'").await;
    administrator.post(RETENTION, &[("seen", &seen)]).await.is(303);
    house.wait_seconds(3600);
    let late = administrator.post(RETENTION, &[("seen", &seen)]).await;
    late.is(401).says("confirm-needed");
}

/// A draft to which a co-author agreed, and the digest of the answer in the ledger.
async fn names_in_answers_of_authors_leave_no_digest(house: &House) {
    crate::access::dossier::agreed(house).await;
    let answer = house.ask("select id from dossier_agreement").await;
    let told = |text: &str| text.contains(&answer);
    let events = || async {
        let rows = house.app.store.raw_rows("select body from ledger_event", []).await.unwrap();
        let bodies = rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap());
        bodies.filter(|body| told(body) && !body.contains("\"digest\":null")).count()
    };
    assert_eq!(events().await, 1);
    confirm(&years_later(house, 3).await).await;
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from dossier_agreement").await, 0);
    assert_eq!(events().await, 0);
    house.is_in_order().await;
}
