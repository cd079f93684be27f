//! The office: what waits longest, who has taken what, ready answers, and what it keeps to itself.

use super::standing::{ANSWER, QUESTION, consulted, say, talking};
use crate::dossiers::standing::TITLE;
use crate::house::House;

stories! {
    the_longest_wait_stands_on_top,
    a_list_is_filtered_by_state_and_by_who_has_taken_it,
    two_clerks_never_answer_the_same,
    a_question_is_taken_over_and_given_back,
    an_answer_that_came_meanwhile_is_shown,
    a_ready_answer_fills_in_and_takes_nothing_away,
    the_office_writes_its_own_ready_answers,
}

/// Where the texts stand on a page, from above.
fn order(page: &str, texts: &[&str]) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> =
        texts.iter().enumerate().map(|(at, text)| (page.find(text).unwrap(), at)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

async fn the_longest_wait_stands_on_top(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    house.wait_seconds(60);
    consulted(&author, contest, "Câu thứ hai").await;
    house.wait_seconds(60);
    consulted(&author, contest, "Câu thứ ba").await;
    let list = format!("/contests/{contest}/conversations");
    let subjects = [TITLE, "Câu thứ hai", "Câu thứ ba"];
    let page = clerk.get(&list).await;
    assert_eq!(order(page.is(200).text(), &subjects), [0, 1, 2]);
    house.wait_seconds(60);
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    let page = clerk.get(&list).await;
    assert_eq!(order(page.text(), &subjects), [1, 2, 0]);
    house.wait_seconds(60);
    say(&author, &talk, (2, "Còn ảnh thì sao?")).await.is(303);
    let page = clerk.get(&list).await;
    assert_eq!(order(page.text(), &subjects), [1, 2, 0]);
}

async fn a_list_is_filtered_by_state_and_by_who_has_taken_it(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    consulted(&author, contest, "Câu thứ hai").await;
    say(&clerk, &talk, (1, ANSWER)).await.is(303);
    let list = format!("/contests/{contest}/conversations");
    let check = async |query: &str, first: bool, second: bool| {
        let page = clerk.get(&format!("{list}?{query}")).await;
        let found = (page.is(200).has(TITLE), page.has("Câu thứ hai"));
        assert_eq!(found, (first, second), "{query}");
    };
    check("", true, true).await;
    check("state=author", true, false).await;
    check("state=office", false, true).await;
    check("taken=mine", true, false).await;
    check("taken=nobody", false, true).await;
    check("state=office&taken=mine", false, false).await;
    check("state=x&taken=y&page=9", true, true).await;
    clerk.get(&format!("{list}?state=settled")).await.says("conversations-none-found");
}

/// A question that the secretary has taken, and sent the form twice: conversation, where it is taken.
async fn taken(house: &House) -> (String, String) {
    let (_, _, talk) = talking(house).await;
    let one = house.known(world::SECRETARY);
    let taking = format!("{talk}/taking");
    one.post(&taking, &[]).await.leads_to(&talk);
    one.post(&taking, &[]).await.leads_to(&talk);
    (talk, taking)
}

/// How often conversations were taken, and given back.
async fn takings(house: &House) -> (i64, i64) {
    let events = "select count(*) from conversation_event where kind = ";
    let taken = house.count(&format!("{events}'take'")).await;
    (taken, house.count(&format!("{events}'release'")).await)
}

async fn two_clerks_never_answer_the_same(house: &House) {
    let (talk, taking) = taken(house).await;
    let other = house.known(world::ADMINISTRATOR);
    other.get(&talk).await.is(200).shows(world::SECRETARY.name).says("conversation-take-over");
    let late = other.post(&taking, &[("from", "")]).await;
    late.is(409).shows(&format!("{} đang nhận trả lời", world::SECRETARY.name));
    let answer = say(&other, &talk, (1, "Trả lời của người khác")).await;
    answer.is(409).shows("Trả lời của người khác").shows("đang nhận trả lời");
    other.post(&format!("{taking}/removal"), &[]).await.is(409);
    assert_eq!(takings(house).await, (1, 0));
    house.is_in_order().await;
}

async fn a_question_is_taken_over_and_given_back(house: &House) {
    let (talk, taking) = taken(house).await;
    let (one, other) = (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    let from = house.account(world::SECRETARY).await;
    other.post(&taking, &[("from", &from)]).await.leads_to(&talk);
    say(&one, &talk, (1, ANSWER)).await.is(409);
    say(&other, &talk, (1, ANSWER)).await.is(303);
    other.post(&format!("{taking}/removal"), &[]).await.leads_to(&talk);
    other.post(&format!("{taking}/removal"), &[]).await.leads_to(&talk);
    assert_eq!(takings(house).await, (2, 1));
    let author = house.known(world::COORDINATOR);
    author.get(&talk).await.is(200).hides(world::ADMINISTRATOR.name).hides(world::SECRETARY.name);
    house.is_in_order().await;
}

async fn an_answer_that_came_meanwhile_is_shown(house: &House) {
    let (_, _, talk) = talking(house).await;
    let (one, other) = (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    say(&one, &talk, (1, ANSWER)).await.is(303);
    one.post(&format!("{talk}/taking/removal"), &[]).await.is(303);
    let late = say(&other, &talk, (1, "Gửi về Liên hiệp hội.")).await;
    late.is(409).says("conversation-newer").shows(ANSWER).shows("Gửi về Liên hiệp hội.");
    late.holds("name=\"seen\" value=\"2\"");
    assert_eq!(house.count("select count(*) from conversation_message").await, 2);
    say(&other, &talk, (2, "Gửi về Liên hiệp hội.")).await.is(303);
    assert_eq!(house.count("select count(*) from conversation_message").await, 3);
}

async fn a_ready_answer_fills_in_and_takes_nothing_away(house: &House) {
    let (_, _, talk) = talking(house).await;
    let clerk = house.known(world::SECRETARY);
    let draft = format!("{talk}/draft");
    let chosen = [("seen", "1"), ("text", ""), ("template", "ready-papers")];
    let page = clerk.post(&draft, &chosen).await;
    page.is(200).shows(&format!("Hồ sơ số 1 “{TITLE}” còn thiếu: ……"));
    let typed = [("seen", "1"), ("text", "Chào bà Hạt."), ("template", "ready-deadline")];
    let page = clerk.post(&draft, &typed).await;
    page.is(200).shows("Chào bà Hạt.\n\nKính gửi ông/bà,").shows("nhận hồ sơ đến");
    clerk.get("/language/en").await;
    let page = clerk.post(&draft, &chosen).await;
    page.is(200).shows(&format!("Dossier no. 1 “{TITLE}” lacks: ……"));
    clerk.get("/language/vi").await;
    let gone = [("seen", "1"), ("text", "Chào bà Hạt."), ("template", "x")];
    clerk.post(&draft, &gone).await.is(422).says("answer-not-chosen").shows("Chào bà Hạt.");
    let author = house.known(world::COORDINATOR);
    author.post(&draft, &chosen).await.is(403);
    author.get(&talk).await.is(200).hides("answer-ready").hides("template");
    assert_eq!(house.count("select count(*) from conversation_message").await, 1);
}

async fn the_office_writes_its_own_ready_answers(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let (clerk, author) = (house.known(world::SECRETARY), house.known(world::COORDINATOR));
    let answers = format!("/contests/{contest}/answers");
    clerk.get(&answers).await.is(200).says("answers-none");
    let wrong = [("title", ""), ("body", "Gửi {ten}")];
    let page = clerk.post(&answers, &wrong).await;
    page.is(422).says("answer-title-missing").shows("Không có chỗ điền {ten}").shows("Gửi {ten}");
    let fields = [("title", "Nơi nhận"), ("body", "Hồ sơ {number} “{title}”: gửi về Sở.")];
    clerk.post(&answers, &fields).await.leads_to(&answers);
    let id = house.ask("select id from answer_template").await;
    let one = format!("{answers}/{id}");
    let chosen = [("seen", "1"), ("text", ""), ("template", id.as_str())];
    let page = clerk.post(&format!("{talk}/draft"), &chosen).await;
    page.is(200).shows(&format!("Hồ sơ 1 “{TITLE}”: gửi về Sở."));
    clerk.get(&one).await.is(200).shows("gửi về Sở.");
    let changed = [("title", "Nơi nhận"), ("body", "Gửi bưu điện."), ("revision", "1")];
    clerk.post(&one, &changed).await.leads_to(&answers);
    let late = [("title", "Nơi nhận"), ("body", "Gửi tay."), ("revision", "1")];
    clerk.post(&one, &late).await.is(409).says("answer-changed-meanwhile").shows("Gửi tay.");
    clerk.get(&talk).await.is(200).shows("Nơi nhận");
    for path in [&answers, &one] {
        author.get(path).await.is(404);
        author.post(path, &fields).await.is(404);
    }
    clerk.post(&format!("{one}/removal"), &[]).await.leads_to(&answers);
    clerk.get(&one).await.is(404);
    clerk.get(&talk).await.is(200).hides("Nơi nhận").shows(QUESTION);
    house.is_in_order().await;
}
