//! Sheets on paper: printed with a code, keyed in by two people, and what keeps them from being keyed in.

use super::apart::{apart, ordered, seat};
use super::keying::{
    KEEPER, agreed, agreed_by, counts, first, key, neither, paper_of, print, printed, send,
    signed_rest,
};
use super::secrets::pages;
use super::standing::{self, AUTHOR, CHAIR, again_of, below, criteria, judges_of, known, sheet_of};
use crate::house::House;

stories! {
    two_people_key_in_a_sheet_and_it_is_signed,
    what_was_on_paper_is_told_after_the_opening,
    neither_reads_what_the_other_keyed_in,
    who_differs_corrects_and_everything_is_kept,
    who_may_not_key_in_learns_nothing,
    what_is_signed_on_the_screen_is_never_written_over,
    a_sheet_that_nobody_awaits_is_refused_with_what_was_typed,
    points_out_of_the_scale_are_refused_with_what_was_typed,
    a_sheet_is_set_aside_and_printed_with_another_code,
    sheets_of_a_second_marking_are_printed_too,
    a_mistyped_code_leads_nowhere,
}

/// Something that stands nowhere else.
const SECRET: &str = "dấu-vết-bí-mật";

fn remark(words: &str) -> (String, String) {
    (format!("remark-{}", criteria()[0].0), words.to_owned())
}

async fn two_people_key_in_a_sheet_and_it_is_signed(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    let keeper = known(house, KEEPER);
    let pdf = keeper.get(&format!("{}/paper-sheets.pdf", standing.path)).await;
    assert_eq!(pdf.is(200).header("content-type"), "application/pdf");
    keeper.get(&paper).await.is(200).says("paper-blind").shows(judge.name);
    key(house, KEEPER, (&paper, 1), &[remark("Hay, mới")]).await.leads_to(&paper);
    keeper.get(&paper).await.is(200).says("paper-waits");
    assert_eq!(house.count("select count(*) from score_sheet").await, 0);
    key(house, world::SECRETARY, (&paper, 1), &[remark("hay,  mới")]).await.leads_to(&paper);
    assert_eq!(counts(house, judge, &standing.dossiers[0]).await, "paper 1");
    let done = keeper.get(&paper).await;
    done.is(200).shows(KEEPER.name).shows(world::SECRETARY.name).hides("name=\"points-");
    the_judge_is_told(house, judge, &standing.dossiers[0]).await;
    let list = keeper.get(&format!("{}/paper-sheets", standing.path)).await;
    list.is(200).says("paper-agreed").says("paper-printed");
    house.is_in_order().await;
}

/// A judge reads on their own page what was keyed in as theirs, and a letter leads there.
async fn the_judge_is_told(house: &House, judge: &world::Person, dossier: &str) {
    let sheet = sheet_of(house, judge, dossier).await;
    let own = known(house, judge).get(&sheet).await;
    own.is(200).says("sheet-paper-counts").shows(KEEPER.name);
    assert_eq!(mails_with(house, &sheet).await, 1);
}

async fn what_was_on_paper_is_told_after_the_opening(house: &House) {
    let standing = printed(house).await;
    let (_, paper) = first(house, &standing).await;
    agreed(house, &paper, 1).await;
    let keeper = known(house, KEEPER);
    let reason = [("reason", "Đủ số phiếu")];
    known(house, CHAIR).post(&format!("{}/opening", standing.path), &reason).await.is(303);
    let result = keeper.get(&format!("{}/results/1", standing.contest_path)).await;
    result.is(200).shows(paper.trim_start_matches("/paper-sheets/"));
}

async fn mails_with(house: &House, words: &str) -> i64 {
    house.count(&format!("select count(*) from mail where body like '%{words}%'")).await
}

/// None of these people reads the secret on any of these pages.
async fn nobody_reads(house: &House, people: &[&world::Person], pages: &[String]) {
    for person in people {
        for page in pages {
            known(house, person).get(page).await.hides(SECRET);
        }
    }
}

async fn neither_reads_what_the_other_keyed_in(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    key(house, KEEPER, (&paper, 1), &[remark(SECRET)]).await.leads_to(&paper);
    known(house, KEEPER).get(&paper).await.is(200).shows(SECRET);
    let mut all = pages(&standing);
    all.extend([paper.clone(), sheet_of(house, judge, &standing.dossiers[0]).await]);
    let others = [world::SECRETARY, world::ADMINISTRATOR, CHAIR, judge, neither(judge), AUTHOR];
    nobody_reads(house, &others, &all).await;
    let chair = known(house, CHAIR);
    chair.get(&paper).await.is(200).says("paper-first-is-in");
    key(house, CHAIR, (&paper, 2), &[]).await.leads_to(&paper);
    // Both learn where they differ, and neither what the other read: nonsense opens no sheet.
    known(house, KEEPER).get(&paper).await.is(200).shows(SECRET).says("paper-differences");
    chair.get(&paper).await.is(200).hides(SECRET).says("paper-differences");
    nobody_reads(house, &others, &all).await;
    assert_eq!(mails_with(house, SECRET).await, 0);
    let keyed = "select count(*) from ledger_event where body like '%paper-sheet.key%'";
    assert_eq!(house.count(keyed).await, 2);
}

async fn who_differs_corrects_and_everything_is_kept(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    key(house, KEEPER, (&paper, 1), &[]).await.leads_to(&paper);
    // The same person once more is not a second one.
    key(house, KEEPER, (&paper, 1), &[]).await.leads_to(&paper);
    assert_eq!(house.count("select count(*) from score_sheet").await, 0);
    key(house, world::SECRETARY, (&paper, 2), &[remark(SECRET)]).await.leads_to(&paper);
    let third = key(house, world::ADMINISTRATOR, (&paper, 1), &[]).await;
    third.is(409).says("paper-two-already").hides(SECRET);
    let page = known(house, world::SECRETARY).get(&paper).await;
    page.is(200).shows(&below(2)[0].1).says("paper-own-entry").says("paper-correct");
    key(house, world::SECRETARY, (&paper, 1), &[]).await.leads_to(&paper);
    assert_eq!(counts(house, judge, &standing.dossiers[0]).await, "paper 1");
    assert_eq!(house.count("select count(*) from paper_entry").await, 4);
    key(house, KEEPER, (&paper, 3), &[]).await.is(409).says("paper-agreed-already");
    house.is_in_order().await;
}

async fn who_may_not_key_in_learns_nothing(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    for person in [neither(judge), AUTHOR, world::OTHER_COORDINATOR] {
        known(house, person).get(&paper).await.is(404);
        key(house, person, (&paper, 1), &[]).await.is(404);
    }
    known(house, judge).get(&paper).await.is(403).says("paper-own");
    key(house, judge, (&paper, 1), &[]).await.is(403).says("paper-own");
    let list = format!("{}/paper-sheets", standing.path);
    known(house, judge).get(&list).await.is(403).says("paper-keyers-only");
    // Whoever comes into conflict with the dossier meanwhile finds nothing any more.
    let chair = known(house, CHAIR);
    chair.get(&paper).await.is(200);
    let tie = [("kind", "advised"), ("dossier", standing.dossiers[0].as_str())];
    chair.post(&format!("{}/ties", standing.path), &tie).await.is(303);
    chair.get(&paper).await.is(404);
    key(house, CHAIR, (&paper, 1), &[]).await.is(404);
    chair.get(&list).await.is(200).hides(paper.trim_start_matches("/paper-sheets/"));
    assert_eq!(house.count("select count(*) from paper_entry").await, 0);
}

async fn what_is_signed_on_the_screen_is_never_written_over(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    let dossier = &standing.dossiers[0];
    let sheet = sheet_of(house, judge, dossier).await;
    let withdrawal = format!("{sheet}/withdrawal");
    let browser = known(house, judge);
    let mut fields = below(3);
    fields.push(remark(SECRET));
    standing::send(&browser, (&sheet, "/signature"), &fields).await.is(303);
    let early = browser.post(&withdrawal, &[("why", "Nhầm")]).await;
    early.is(409).says("sheet-nothing-to-withdraw");
    known(house, KEEPER).get(&paper).await.is(200).says("paper-judge-signed");
    agreed(house, &paper, 1).await;
    assert_eq!(counts(house, judge, dossier).await, "screen 1");
    known(house, KEEPER).get(&paper).await.says("paper-judge-signed").hides(SECRET);
    let both = browser.get(&sheet).await;
    both.is(200).says("sheet-paper-waits").shows(&below(1)[0].1).shows(SECRET);
    browser.post(&withdrawal, &[]).await.is(422).says("sheet-withdraw-why");
    browser.post(&withdrawal, &[("why", "Chấm trên giấy sau")]).await.leads_to(&sheet);
    assert_eq!(counts(house, judge, dossier).await, "paper 2");
    browser.get(&sheet).await.is(200).says("sheet-paper-counts");
    house.is_in_order().await;
}

async fn a_sheet_that_nobody_awaits_is_refused_with_what_was_typed(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    let other = paper_of(house, CHAIR, &standing.dossiers[0]).await;
    let other = match other.as_str() {
        "/paper-sheets/" => paper_of(house, CHAIR, &standing.dossiers[1]).await,
        _ => other,
    };
    key(house, KEEPER, (&paper, 1), &[]).await.leads_to(&paper);
    house.tamper("update paper_sheet set rules_version = rules_version + 1").await;
    let typed = [remark("Gõ rồi")];
    let refused = key(house, KEEPER, (&paper, 2), &typed).await;
    refused.is(409).says("paper-other-rules");
    house.tamper("update paper_sheet set rules_version = rules_version - 1").await;
    let member = seat(house, &standing, judge).await;
    let leaving = format!("{}/members/{member}/leaving", standing.path);
    let office = house.known(world::SECRETARY);
    office.post(&leaving, &[("reason", "Đi công tác")]).await.is(303);
    key(house, world::SECRETARY, (&paper, 1), &typed).await.is(409).says("paper-judge-gone");
    assert_eq!(house.count("select count(*) from paper_entry").await, 1);
    let reason = [("reason", "Đủ số phiếu")];
    known(house, CHAIR).post(&format!("{}/opening", standing.path), &reason).await.is(303);
    key(house, KEEPER, (&other, 1), &typed).await.is(409).says("sheet-after-opening");
    house.is_in_order().await;
}

async fn points_out_of_the_scale_are_refused_with_what_was_typed(house: &House) {
    let standing = printed(house).await;
    let (_, paper) = first(house, &standing).await;
    let mut fields = below(1);
    fields[0].1 = "31".to_owned();
    fields[1].1 = "10,25".to_owned();
    let refused = send(house, KEEPER, (&paper, &fields)).await;
    refused.is(422).says("paper-not-yet").shows("10,25").holds("value=\"31\"");
    assert_eq!(house.count("select count(*) from paper_entry").await, 0);
    let abstains = [("abstains".to_owned(), "1".to_owned())];
    send(house, KEEPER, (&paper, &abstains)).await.is(422).says("sheet-abstained-why");
}

async fn a_sheet_is_set_aside_and_printed_with_another_code(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    key(house, KEEPER, (&paper, 1), &[]).await.leads_to(&paper);
    let aside = format!("{paper}/setting-aside");
    let office = house.known(world::SECRETARY);
    office.post(&aside, &[]).await.is(422).says("paper-set-aside-why");
    office.post(&aside, &[("why", "Rách")]).await.is(303);
    office.post(&aside, &[("why", "Rách")]).await.is(409).says("paper-set-aside-too-late");
    key(house, KEEPER, (&paper, 1), &[]).await.is(409).says("paper-set-aside-already");
    // Sheets that are still awaited keep their codes.
    print(house, &standing.path, &[]).await.is(303);
    let again = paper_of(house, judge, &standing.dossiers[0]).await;
    assert_ne!(again, paper);
    assert_eq!(house.count("select count(*) from paper_sheet").await, 5);
    agreed(house, &again, 2).await;
    signed_rest(house, &standing, 2).await;
    let nothing = print(house, &standing.path, &[]).await;
    nothing.is(409).says("paper-nothing-to-print");
    house.is_in_order().await;
}

async fn sheets_of_a_second_marking_are_printed_too(house: &House) {
    let standing = apart(house).await;
    print(house, &standing.path, &[]).await.is(409).says("paper-nothing-to-print");
    ordered(house, &standing).await;
    print(house, &standing.path, &[]).await.is(303);
    let judge = judges_of(house, &standing.dossiers[0]).await[1];
    let sheet = again_of(house, judge, &standing.dossiers[0]).await;
    let assignment = sheet.trim_start_matches("/sheets/");
    let code = format!("select code from paper_sheet where assignment_id = '{assignment}'");
    let paper = format!("/paper-sheets/{}", house.ask(&code).await);
    agreed_by(house, &paper, [world::SECRETARY, world::ADMINISTRATOR]).await;
    known(house, judge).get(&sheet).await.is(200).says("sheet-paper-counts");
    house.is_in_order().await;
}

async fn a_mistyped_code_leads_nowhere(house: &House) {
    let standing = printed(house).await;
    let (_, paper) = first(house, &standing).await;
    let code = paper.trim_start_matches("/paper-sheets/").to_lowercase();
    let keeper = known(house, KEEPER);
    keeper.get(&format!("/paper-sheets?code={code}")).await.leads_to(&paper);
    let spoken = format!("/paper-sheets?code={}-{}", &code[..4], &code[4..]);
    keeper.get(&spoken).await.leads_to(&paper);
    let wrong = keeper.get(&format!("/paper-sheets?code={}", &code[..7])).await;
    wrong.is(422).says("paper-code-wrong").shows(&code[..7]);
    keeper.get("/paper-sheets/22222222").await.is(404);
    keeper.get("/paper-sheets").await.is(200).hides("error-summary");
}
