//! Nobody else learns of a conversation, and no author of what the office notes for itself.

use kernel::id::ContestId;

use super::standing::{ANSWER, QUESTION, consulted, handed_in, say, talking};
use crate::browser::Browser;
use crate::dossiers::standing::{TITLE, taking, written};
use crate::house::House;
use crate::notices::tell;
use crate::reply::Reply;

stories! {
    nobody_else_learns_that_there_is_one,
    an_internal_remark_changes_nothing_for_its_author,
    an_internal_remark_never_reaches_an_author,
    the_whole_office_reads_its_remarks,
    a_draft_has_no_conversation,
    a_clerk_who_writes_a_dossier_speaks_for_it,
    who_has_no_part_in_a_contest_cannot_list_its_conversations,
}

/// The acts on a conversation, as addresses behind its own.
const ACTS: [&str; 7] =
    ["messages", "draft", "remarks", "taking", "taking/removal", "settlement", "reading"];
/// What the office notes for itself.
const REMARK: &str = "TỪ-MẬT tác giả này đã bị từ chối năm ngoái";

async fn nobody_else_learns_that_there_is_one(house: &House) {
    let (contest, dossier) = handed_in(house).await;
    let own = house.known(world::COORDINATOR);
    let other = house.known(world::OTHER_COORDINATOR);
    let pages = |talk: &str| {
        [
            talk.to_owned(),
            dossier.clone(),
            format!("{dossier}/conversation"),
            "/conversations".to_owned(),
            "/dossiers".to_owned(),
            "/notices".to_owned(),
            "/".to_owned(),
            format!("/contests/{contest}"),
            format!("/contests/{contest}/conversations"),
            format!("/contests/{contest}/answers"),
        ]
    };
    let nowhere = "/conversations/01a1fc0b-e380-7000-8000-000000000000";
    let before = seen(&other, &pages(nowhere)).await;
    let reply = own.post(&format!("{dossier}/conversation"), &[("text", QUESTION)]).await;
    let talk = reply.is(303).header("location").to_owned();
    say(&house.known(world::SECRETARY), &talk, (1, ANSWER)).await.is(303);
    consulted(&own, contest, "Câu hỏi kín").await;
    tell(house).await;
    assert_eq!(seen(&other, &pages(&talk)).await, before);
    for act in ACTS {
        let (real, none) = (format!("{talk}/{act}"), format!("{nowhere}/{act}"));
        let fields = [("text", "x"), ("seen", "2"), ("remark", "x")];
        let (here, there) = (other.post(&real, &fields).await, other.post(&none, &fields).await);
        let here = here.is(404).text().replace(&talk, nowhere);
        assert_eq!(here, there.is(404).text(), "{act}");
        house.anon().post(&real, &fields).await.is(401);
    }
    other.post(&format!("{dossier}/conversation"), &[("text", "x")]).await.is(404);
    house.anon().get(&talk).await.is(303);
    assert_eq!(house.count("select count(*) from conversation_message").await, 3);
}

/// What pages answer, by status and body.
async fn seen(who: &Browser<'_>, pages: &[String]) -> Vec<(u16, String)> {
    let mut seen = Vec::new();
    for page in pages {
        let reply = who.get(page).await;
        seen.push((reply.status.as_u16(), reply.text().replace(page.as_str(), "")));
    }
    seen
}

/// What pages answer, with their headers but for the number of the request.
async fn observed(who: &Browser<'_>, pages: &[String]) -> Vec<String> {
    let mut observed = Vec::new();
    for page in pages {
        let mut reply = who.get(page).await;
        reply.headers.remove("x-request-id");
        observed.push(format!("{} {:?} {}", reply.status, reply.headers, reply.text()));
    }
    observed
}

/// Every page on which an author could meet a conversation.
fn pages_of_author(contest: ContestId, dossier: &str, talk: &str) -> [String; 10] {
    [
        talk.to_owned(),
        dossier.to_owned(),
        format!("{dossier}/receipt"),
        "/conversations".to_owned(),
        "/dossiers".to_owned(),
        "/notices".to_owned(),
        "/account/notices".to_owned(),
        "/".to_owned(),
        format!("/contests/{contest}"),
        format!("/conversations?q={}", hoithi::frame::answer::encode(REMARK)),
    ]
}

/// The office notes something about a conversation.
async fn note(clerk: &Browser<'_>, talk: &str, remark: &str) -> Reply {
    clerk.post(&format!("{talk}/remarks"), &[("remark", remark)]).await
}

async fn an_internal_remark_changes_nothing_for_its_author(house: &House) {
    let (contest, dossier, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    tell(house).await;
    let pages = pages_of_author(contest, &dossier, &talk);
    let before = observed(&author, &pages).await;
    let mails = house.count("select count(*) from mail").await;
    let notices = house.count("select count(*) from notice").await;
    note(&clerk, &talk, REMARK).await.leads_to(&talk);
    tell(house).await;
    assert_eq!(observed(&author, &pages).await, before);
    assert_eq!(house.count("select count(*) from mail").await, mails);
    assert_eq!(house.count("select count(*) from notice").await, notices);
    house.is_in_order().await;
}

async fn an_internal_remark_never_reaches_an_author(house: &House) {
    let (contest, dossier, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    note(&clerk, &talk, REMARK).await.leads_to(&talk);
    tell(house).await;
    note(&author, &talk, "x").await.is(403);
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    tell(house).await;
    for page in &pages_of_author(contest, &dossier, &talk) {
        author.get(page).await.hides("TỪ-MẬT");
    }
    let leaked = house.count("select count(*) from mail where body like '%TỪ-MẬT%'").await;
    assert_eq!(leaked, 0);
    house.is_in_order().await;
}

async fn the_whole_office_reads_its_remarks(house: &House) {
    let (_, _, talk) = talking(house).await;
    let clerk = house.known(world::SECRETARY);
    note(&clerk, &talk, REMARK).await.leads_to(&talk);
    clerk.get(&talk).await.is(200).shows(REMARK);
    house.known(world::ADMINISTRATOR).get(&talk).await.is(200).shows(REMARK);
    note(&clerk, &talk, " ").await.is(422).says("conversation-text-missing");
    house.is_in_order().await;
}

async fn a_draft_has_no_conversation(house: &House) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let dossier = written(&author, contest).await;
    let path = format!("{dossier}/conversation");
    author.get(&dossier).await.is(200).hides(&path);
    author.get(&path).await.is(409).says("conversation-not-handed-in");
    author.post(&path, &[("text", QUESTION)]).await.is(409).says("conversation-not-handed-in");
    house.known(world::SECRETARY).get(&path).await.is(404);
    house.known(world::SECRETARY).post(&path, &[("text", "x")]).await.is(404);
}

async fn a_clerk_who_writes_a_dossier_speaks_for_it(house: &House) {
    let (_, dossier, talk) = talking(house).await;
    let clerk = house.known(world::SECRETARY);
    note(&clerk, &talk, REMARK).await.is(303);
    let (id, account) = (&dossier["/dossiers/".len()..], house.account(world::SECRETARY).await);
    let member = format!(
        "insert into dossier_member (id, dossier_id, account_id, role, added_at)
         values ('01a1fc0b-e380-7000-8000-000000000009', '{id}', '{account}', 'helper', 0)"
    );
    house.tamper(&member).await;
    clerk.get(&talk).await.is(200).hides("TỪ-MẬT").shows(TITLE).hides("/remarks");
    note(&clerk, &talk, "x").await.is(403);
    clerk.post(&format!("{talk}/taking"), &[]).await.is(403);
    say(&clerk, &talk, (1, "Tôi viết giúp.")).await.is(303);
    let side = house.ask("select side from conversation_message where position = 2").await;
    assert_eq!(side, "author");
    house.tamper("delete from dossier_member where role = 'helper'").await;
}

async fn who_has_no_part_in_a_contest_cannot_list_its_conversations(house: &House) {
    let (contest, _, _) = talking(house).await;
    for person in [world::COORDINATOR, world::OTHER_COORDINATOR] {
        let browser = house.known(person);
        let list = browser.get(&format!("/contests/{contest}/conversations")).await;
        list.is(404).hides(TITLE);
    }
}
