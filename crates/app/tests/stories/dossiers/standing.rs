//! Dossiers of the stories: a contest that takes them, and an author who writes one.

use hoithi::accounts::Actor;
use hoithi::contests::{self, RuleSet, Step, Why};
use kernel::id::ContestId;

use crate::browser::Browser;
use crate::house::House;
use crate::portal::made;
use crate::publicity::sending::upload;
use crate::tasks::standing::step;

/// The title of the solution.
pub const TITLE: &str = "Máy gieo hạt ngô ba hàng cho nương dốc";
/// The page of the solution as its author fills it in.
pub const SOLUTION: [(&str, &str); 5] = [
    ("title", TITLE),
    ("field", "Cơ khí"),
    ("applied-since", "5/2024"),
    ("applied-at", "xã Thung Mây"),
    ("revision", "0"),
];
/// The page of two authors.
pub const PEOPLE: [(&str, &str); 12] = [
    ("holder", "group"),
    ("author-0-key", "author-1"),
    ("author-0-name", "Lò Văn Gieo"),
    ("author-0-share", "60"),
    ("author-0-birth", "1980"),
    ("author-0-phone", "0900 000 201"),
    ("author-1-key", "author-2"),
    ("author-1-name", "Vàng Thị Hạt"),
    ("author-1-share", "40"),
    ("author-1-birth", "1985"),
    ("author-1-phone", "0900 000 202"),
    ("revision", "0"),
];
/// The page of the description.
pub const DESCRIPTION: [(&str, &str); 2] =
    [("part-diem-moi", "Gieo ba hàng một lượt."), ("revision", "0")];
/// What a small evidence is.
pub const EVIDENCE: &[u8] = b"%PDF-1.7 bien ban ap dung";

/// What the rules ask: a form, a description of one part, evidence.
const RULES: &str = r#"
    holders = ["person", "group"]
    undertaking = ["Không sao chép của ai"]
    confirmation = "either"
    [authors]
    shares = true
    details = { birth = "required", phone = "required", identity = "optional" }
    [conditions]
    applied = true
    [files]
    each_mb = 1
    all_mb = 2
    most = 3
    grace_minutes = 60
    [[checklist]]
    key = "mo-ta"
    name = "Bản mô tả giải pháp"
    role = "description"
    takes = ["pdf", "text"]
    [[checklist]]
    key = "minh-chung"
    name = "Minh chứng đã áp dụng"
    role = "evidence"
    takes = ["pdf", "picture"]
    [[sections]]
    key = "diem-moi"
    title = "Điểm mới"
    most_words = 200
"#;

/// A contest that everybody sees and that takes dossiers until the end of 31/5/2027.
pub async fn taking(house: &House) -> ContestId {
    let id = made::published(house).await;
    step(house, id, Step::Start).await;
    amended(house, id, |rules| {
        rules.entry = toml::from_str(RULES).unwrap();
        rules.fields = ["Cơ khí", "Y dược"].map(str::to_owned).into();
    })
    .await;
    id
}

/// Makes another version of a contest's rules.
pub async fn amended(house: &House, id: ContestId, change: impl FnOnce(&mut RuleSet)) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let (mut rules, _) = contests::newest_rules(&tx, id).await.unwrap();
    change(&mut rules);
    contests::change_rules(&mut tx, &actor, id, &rules, &Why::default()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Begins a dossier; answers with its address.
pub async fn begun(author: &Browser<'_>, contest: ContestId) -> String {
    let reply = author.post(&format!("/contests/{contest}/dossiers"), &[]).await;
    let first = reply.is(303).header("location").to_owned();
    first.strip_suffix("/pages/solution").unwrap().to_owned()
}

/// Begins a dossier and writes all pages of it; answers with its address.
pub async fn without_files(author: &Browser<'_>, contest: ContestId) -> String {
    let path = begun(author, contest).await;
    let pages: [(&str, &[(&str, &str)]); 3] =
        [("solution", &SOLUTION), ("people", &PEOPLE), ("description", &DESCRIPTION)];
    for (page, fields) in pages {
        author.post(&format!("{path}/pages/{page}"), fields).await.is(303);
    }
    path
}

/// Begins a dossier and writes all of it; answers with its address.
pub async fn written(author: &Browser<'_>, contest: ContestId) -> String {
    let path = without_files(author, contest).await;
    attach(author, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await.is(303);
    path
}

/// Sends a file.
pub async fn attach(
    author: &Browser<'_>,
    path: &str,
    (item, name, bytes): (&str, &str, &[u8]),
) -> crate::reply::Reply {
    author.send(upload(&format!("{path}/files"), &[("item", item)], Some((name, bytes)))).await
}

/// Hands a dossier in.
pub async fn hand_in(author: &Browser<'_>, path: &str) -> crate::reply::Reply {
    author.post(&format!("{path}/submission"), &[("vouched", "1")]).await
}

/// The address of the letter to a co-author in a mail.
pub fn letter_in(body: &str) -> String {
    let (_, after) = body.split_once("/agreements/").unwrap();
    let token: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
    format!("/agreements/{token}")
}
