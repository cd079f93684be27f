//! Finding conversations by what was said in them.

use super::standing::{consulted, say, talking};
use crate::dossiers::standing::TITLE;
use crate::house::House;

stories! {
    the_office_finds_conversations_by_their_words,
    what_was_withdrawn_is_not_found,
}

async fn the_office_finds_conversations_by_their_words(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    consulted(&author, contest, "Máy ép 50%").await;
    clerk.post(&format!("{talk}/remarks"), &[("remark", "đợi giám đốc Sở")]).await.is(303);
    say(&author, &talk, (1, "Khi nào bốc thăm?")).await.is(303);
    let list = format!("/contests/{contest}/conversations");
    let check = async |typed: &str, first: bool, second: bool| {
        let page = clerk.get(&format!("{list}?q={}", typed.replace('%', "%25"))).await;
        let found = (page.is(200).has(TITLE), page.has("Máy ép 50%"));
        assert_eq!(found, (first, second), "{typed}");
    };
    check("ho+so+giay", true, true).await;
    check("BOC+THAM", true, false).await;
    check("giam+doc+bốc", true, false).await;
    check("50%", false, true).await;
    check("may+ep", false, true).await;
    check("khong+co", false, false).await;
    clerk.get(&format!("{list}?q=khong")).await.says("conversations-none-found");
    author.get(&format!("{list}?q=giam")).await.is(404);
}

async fn what_was_withdrawn_is_not_found(house: &House) {
    let (contest, _, talk) = talking(house).await;
    let (author, clerk) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    say(&author, &talk, (1, "Lời gửi nhầm")).await.is(303);
    let found = format!("/contests/{contest}/conversations?q=gui+nham");
    clerk.get(&found).await.is(200).shows(TITLE);
    let message = "select id from conversation_message where position = 2";
    let message = house.ask(message).await;
    author.post(&format!("{talk}/messages/{message}/withdrawal"), &[]).await.is(303);
    clerk.get(&found).await.is(200).hides(TITLE);
}
