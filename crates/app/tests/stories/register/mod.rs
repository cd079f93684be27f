//! The office's book of dossiers: found, counted, sorted, kept as views, taken out as files, and closed to everybody
//! who does not run the contest.

pub mod taking_out;

use kernel::Message;
use kernel::id::ContestId;

use crate::browser::Browser;
use crate::dossiers::standing::{TITLE, hand_in, letter_in, taking, written};
use crate::house::House;

stories! {
    the_book_shows_what_was_handed_in_and_no_draft,
    a_search_finds_by_words_and_keys,
    what_is_not_understood_is_said_and_the_rest_is_found,
    states_are_counted_and_lead_on,
    what_is_missing_is_found_until_it_is_there,
    the_book_is_sorted_and_shows_the_columns_that_are_wanted,
    a_view_is_kept_for_its_owner_alone,
    an_empty_book_has_a_way_on,
    nobody_else_learns_of_the_book,
}

/// Another title.
const OTHER: &str = "Bếp đun tiết kiệm củi";

/// A contest with two dossiers that were handed in and one that is being written; its book.
pub async fn book(house: &House) -> (ContestId, String) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let first = written(&author, contest).await;
    hand_in(&author, &first).await.is(303);
    let other = house.known(world::OTHER_COORDINATOR);
    let second = written(&other, contest).await;
    let fields = [
        ("title", OTHER),
        ("field", "Y dược"),
        ("applied-since", "2018"),
        ("applied-at", "xã Thung Mây"),
        ("revision", "1"),
    ];
    other.post(&format!("{second}/pages/solution"), &fields).await.is(303);
    hand_in(&other, &second).await.is(303);
    written(&author, contest).await;
    (contest, format!("/contests/{contest}/dossiers"))
}

/// Looks for something; says which of the two dossiers are shown.
async fn finds(house: &House, book: &str, typed: &str) -> (bool, bool) {
    let secretary = house.known(world::SECRETARY);
    let address = format!("{book}?q={}", hoithi::frame::answer::encode(typed));
    let page = secretary.get(&address).await;
    page.is(200);
    (page.has(TITLE), page.has(OTHER))
}

async fn the_book_shows_what_was_handed_in_and_no_draft(house: &House) {
    let (contest, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&book).await;
    page.is(200).shows(TITLE).shows(OTHER).shows("Lò Văn Gieo; Vàng Thị Hạt");
    page.tells(&Message::new("register-count").with("count", 2)).says("dossier-submitted");
    let id = house.ask("select id from dossier where number = 1").await;
    page.holds(&format!("href=\"/dossiers/{id}\""));
    let desk = secretary.get(&format!("/contests/{contest}/desk")).await;
    desk.is(200).holds(&format!("href=\"{book}\""));
    secretary.get(&format!("/dossiers/{id}")).await.is(200).holds(&format!("href=\"{book}\""));
    house.is_in_order().await;
}

/// What is typed, and whether the first and the second dossier are found by it.
const SEARCHES: [(&str, (bool, bool)); 21] = [
    ("may gieo", (true, false)),
    ("\"ba hàng\"", (true, false)),
    ("\"hàng ba\"", (false, false)),
    ("-hàng -ngô", (false, true)),
    ("lĩnh-vực:\"cơ khí\"", (true, false)),
    ("-field:\"cơ khí\"", (false, true)),
    ("author:gieo", (true, true)),
    ("author:\"hàng\"", (false, false)),
    ("number:2", (false, true)),
    ("số:..1", (true, false)),
    ("number:1..2", (true, true)),
    ("applied:<2019", (false, true)),
    ("applied:2024", (true, false)),
    ("áp-dụng:>=5/2024", (true, false)),
    ("-applied:>2018", (false, true)),
    ("received:2026-11-21", (true, true)),
    ("nhận:<21/11/2026", (false, false)),
    ("state:submitted,valid", (true, true)),
    ("-trạng-thái:đã-nộp", (false, false)),
    ("missing:unit", (true, true)),
    ("đơn-vị:\"y tế\"", (false, false)),
];

async fn a_search_finds_by_words_and_keys(house: &House) {
    let (_, book) = book(house).await;
    for (typed, expect) in SEARCHES {
        assert_eq!(finds(house, &book, typed).await, expect, "{typed}");
    }
    let unit = house.unit("dost").await;
    house.tamper(&format!("update dossier_search set unit_id = '{unit}' where number = 1")).await;
    for typed in ["đơn-vị:\"khoa học\"", "-missing:unit máy"] {
        assert_eq!(finds(house, &book, typed).await, (true, false), "{typed}");
    }
}

async fn what_is_not_understood_is_said_and_the_rest_is_found(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&format!("{book}?q=ngo+stat:valid+number:x")).await;
    let key = Message::new("query-unknown-key-near").with("typed", "stat").with("place", 5);
    let number = Message::new("query-no-number").with("typed", "x").with("place", 16);
    page.is(200).tells(&key.with("near", "state")).tells(&number.with("key", "number"));
    page.says("register-not-understood").shows(TITLE).hides(OTHER);
    for strange in ["%00", "%22", "a:b:c", "%F0%9F%92%A9", "---", "field:", "%27%20or%201=1"] {
        secretary.get(&format!("{book}?q={strange}&sort=zz&columns=zz&page=-9")).await.is(200);
    }
}

async fn states_are_counted_and_lead_on(house: &House) {
    let (_, book) = book(house).await;
    let author = house.known(world::COORDINATOR);
    let first = house.ask("select id from dossier where number = 1").await;
    author.post(&format!("/dossiers/{first}/withdrawal"), &[]).await.is(303);
    let secretary = house.known(world::SECRETARY);
    for looked_for in ["", "hàng"] {
        let page = secretary.get(&format!("{book}?q={looked_for}+state:withdrawn")).await;
        page.is(200).shows(TITLE).hides(OTHER).says("dossier-withdrawn");
        page.tells(&Message::new("register-count").with("count", 1));
    }
    let page = secretary.get(&book).await;
    page.holds(&format!("href=\"{book}?q=state%3Asubmitted\""));
    page.tells(&Message::new("register-count").with("count", 2));
}

async fn what_is_missing_is_found_until_it_is_there(house: &House) {
    let (_, book) = book(house).await;
    let first = house.ask("select id from dossier where number = 1").await;
    let author = house.known(world::COORDINATOR);
    let check = async |typed: &str, expect: (bool, bool)| {
        assert_eq!(finds(house, &book, typed).await, expect, "{typed}");
    };
    check("missing:agreement", (true, true)).await;
    check("missing:stamp", (true, true)).await;
    check("missing:file", (false, false)).await;
    let fields = [("author", "author-2"), ("address", "hat@salinh.example")];
    author.post(&format!("/dossiers/{first}/invitations"), &fields).await.is(303);
    let sql = "select body from mail where body like '%/agreements/%' order by id desc limit 1";
    let letter = letter_in(&house.ask(sql).await);
    let yes = [("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")];
    house.anon().post(&letter, &yes).await.is(303);
    check("missing:agreement", (false, true)).await;
    confirmed(house, &author, &first).await;
    check("missing:stamp", (false, true)).await;
    check("missing:stamp,agreement", (false, true)).await;
    check("-thiếu:dấu", (true, false)).await;
}

/// The department confirms a dossier.
async fn confirmed(house: &House, author: &Browser<'_>, dossier: &str) {
    let unit = house.unit("dost").await;
    author.post(&format!("/dossiers/{dossier}/confirmations"), &[("unit", &unit)]).await.is(303);
    let id = house.ask("select id from dossier_confirmation").await;
    let digest = house.ask("select digest from dossier_confirmation").await;
    let said = [("answer", "confirm"), ("digest", digest.as_str())];
    author.post(&format!("/confirmations/{id}"), &said).await.is(303);
}

async fn the_book_is_sorted_and_shows_the_columns_that_are_wanted(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let comes_first = async |sort: &str| {
        let page = secretary.get(&format!("{book}?sort={sort}&q=hat")).await;
        let text = page.is(200).text().to_owned();
        text.find(TITLE).unwrap() < text.find(OTHER).unwrap()
    };
    let mut orders = Vec::new();
    for sort in ["", "-number", "title", "-title", "field", "-field"] {
        orders.push(comes_first(sort).await);
    }
    assert_eq!(orders, [true, false, false, true, true, false]);
    let page = secretary.get(&format!("{book}?columns=applied&columns=field")).await;
    page.is(200).shows("5/2024").shows("Cơ khí").hides("Lò Văn Gieo");
    let page = secretary.get(&format!("{book}?columns=applied,field&page=99")).await;
    page.is(200).shows("5/2024").hides("Lò Văn Gieo");
}

async fn a_view_is_kept_for_its_owner_alone(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let views = format!("{book}/views");
    let fields = [("name", "  Cơ khí mới "), ("q", "lĩnh-vực:\"cơ khí\""), ("sort", "-received")];
    let reply = secretary.post(&views, &fields).await;
    reply.is(303);
    let kept = "select name || '|' || query || '|' || sort from dossier_view";
    assert_eq!(house.ask(kept).await, "Cơ khí mới|field:\"cơ khí\"|-received");
    secretary.get(&book).await.is(200).shows("Cơ khí mới");
    secretary.get(reply.header("location")).await.is(200).shows(TITLE).hides(OTHER);
    secretary.post(&views, &[("name", "Cơ khí mới"), ("q", "gieo")]).await.is(303);
    assert_eq!(house.ask(kept).await, "Cơ khí mới|gieo|");
    secretary.post(&views, &[("name", " ")]).await.is(422).says("register-view-nameless");
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.get(&book).await.is(200).hides("Cơ khí mới");
    let id = house.ask("select id from dossier_view").await;
    administrator.post(&format!("{views}/{id}/removal"), &[]).await.is(404);
    secretary.post(&format!("{views}/{id}/removal"), &[]).await.leads_to(&book);
    secretary.get(&book).await.is(200).hides("Cơ khí mới");
}

async fn an_empty_book_has_a_way_on(house: &House) {
    let contest = taking(house).await;
    let book = format!("/contests/{contest}/dossiers");
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(&book).await;
    page.is(200).says("register-empty").holds(&format!("href=\"/contests/{contest}/entry\""));
    secretary.get(&format!("{book}?q=gieo")).await.is(200).says("register-none-found");
}

async fn nobody_else_learns_of_the_book(house: &House) {
    let (contest, book) = book(house).await;
    let unknown = "/contests/01a1fc0b-e380-7624-aac3-f91806f44c5e/dossiers";
    let stranger = house.known(world::OTHER_COORDINATOR);
    let absent = stranger.get(unknown).await;
    absent.is(404);
    for path in ["", "?q=gieo", "?q=gieo&page=9", "/exports"] {
        let reply = stranger.get(&format!("{book}{path}")).await;
        assert_eq!(reply.is(404).text().replace(&contest.to_string(), ""), {
            let nowhere = stranger.get(&format!("{unknown}{path}")).await;
            nowhere.text().replace("01a1fc0b-e380-7624-aac3-f91806f44c5e", "")
        });
    }
    for path in ["/tables", "/views", "/exports"] {
        stranger.post(&format!("{book}{path}"), &[("name", "x")]).await.is(404);
    }
    let part = house.known(world::COORDINATOR).get(&book).await;
    part.is(403).says("contest-secretary-only").hides(OTHER);
    house.anon().get(&book).await.is(303);
}
