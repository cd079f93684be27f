//! Typing a contest in, copying last edition's, putting it right.

use crate::house::House;

stories! {
    a_contest_is_typed_in_and_stands,
    a_refused_form_loses_nothing,
    more_rows_write_nothing,
    the_next_edition_is_filled_in,
    facts_are_put_right_by_one_at_a_time,
}

/// The form of a contest of the province.
pub fn form() -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 (2026–2027)"),
        ("series", "technical_innovation"),
        ("level", "province"),
        ("locality", "tỉnh Sa Lĩnh"),
        ("edition", "9"),
        ("first_year", "2026"),
        ("last_year", "2027"),
        ("organiser", "UBND tỉnh Sa Lĩnh"),
        ("standing", "SL-L01"),
        ("receiving", "Sở KH&CN"),
        ("milestone-0-kind", "submission"),
        ("milestone-0-to", "31/5/2027"),
        ("milestone-0-end", "through-postmark"),
        ("milestone-1-kind", "award_ceremony"),
        ("milestone-1-from", "quý IV/2027"),
        ("milestone-1-to", "quý IV/2027"),
        ("milestone-1-end", "through"),
        ("milestone-2-kind", "other"),
        ("milestone-2-title", "Tập huấn viết hồ sơ"),
        ("milestone-2-to", "29/2/2028"),
        ("milestone-2-end", "before"),
        ("fields", "Cơ khí\r\nY dược\r\n\r\n"),
        ("since", "2021"),
        ("prize-0-name", "Giải Nhất"),
        ("prize-0-count", "1"),
        ("prize-0-amount", "30.000.000 đ"),
        ("prize-1-name", "Giải Nhì"),
        ("prize-1-count", "2"),
        ("prize-1-amount", "20 000 000"),
        ("contact-0-person", "Vàng Thường Trực"),
        ("contact-0-phones", "0900 000 111"),
        ("contact-0-personal", "1"),
    ]
}

/// The address of a contest that the secretary typed in.
pub async fn typed_in(house: &House) -> String {
    let secretary = house.known(world::SECRETARY);
    let done = secretary.post("/contests", &form()).await;
    done.is(303).header("location").to_owned()
}

async fn a_contest_is_typed_in_and_stands(house: &House) {
    let secretary = house.known(world::SECRETARY);
    secretary.get("/contests").await.is(200).says("contests-empty");
    let path = typed_in(house).await;
    let page = secretary.get(&path).await;
    page.is(200).says("contest-state-preparing");
    page.shows("Ủy ban nhân dân tỉnh Sa Lĩnh").shows("Liên hiệp các Hội Khoa học và Kỹ thuật");
    page.shows("đến hết 31/5/2027").shows("còn 191 ngày").shows("quý IV/2027");
    page.shows("trước 29/2/2028").holds("class=\"timeline-wide\"").holds("class=\"timeline-tall\"");
    let rules = secretary.get(&format!("{path}/rules")).await;
    rules.is(200).shows("Y dược").shows("2021").shows("70.000.000 ₫");
    let list = secretary.get("/contests?q=sang+tao+sa+linh&level=province&year=2027").await;
    list.is(200).shows("lần thứ 9").shows("31/5/2027").shows("còn 191 ngày");
    secretary.get("/contests?level=commune").await.is(200).says("contests-none-found");
    let history = secretary.get(&format!("{path}/history")).await;
    history.is(200).says("act-contest-found").shows(world::SECRETARY.name);
    let people = secretary.get(&format!("{path}/people")).await;
    people.is(200).shows(world::SECRETARY.email).shows(world::ADMINISTRATOR.email);
}

async fn a_refused_form_loses_nothing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let mut fields = form();
    for (name, value) in &mut fields {
        match *name {
            "name" => *value = " ",
            "edition" => *value = "chín",
            "standing" => *value = "Sở Không Có",
            "milestone-0-to" => *value = "31/4/2027",
            "milestone-1-from" => *value = "12/2027",
            "prize-1-count" => *value = "hai",
            "contact-0-phones" => *value = "gọi sau",
            _ => (),
        }
    }
    let before = house.count("select count(*) from ledger_entry").await;
    let refused = secretary.post("/contests", &fields).await;
    refused.is(422).says("contest-name-empty").says("contest-edition-unreadable");
    refused.says("unit-unknown").says("milestone-date-unreadable").says("prize-count-unreadable");
    refused.says("phone-unreadable").holds("id=\"milestone-0-error\"").holds("href=\"#contact-0\"");
    for (name, value) in fields.iter().filter(|(_, value)| !value.trim().is_empty()) {
        let kept = refused.has(value) || refused.has(&value.replace("\r\n", "\n"));
        let kept = kept || refused.has(value.trim());
        assert!(kept || name.ends_with("-kind"), "{name} lost {value}");
    }
    refused.holds("<option value=\"award_ceremony\" selected>");
    assert_eq!(house.count("select count(*) from contest").await, 0);
    assert_eq!(house.count("select count(*) from ledger_entry").await, before);
}

async fn more_rows_write_nothing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let mut fields = form();
    fields.push(("more", "milestone"));
    let more = secretary.post("/contests", &fields).await;
    more.is(200).holds("name=\"milestone-8-to\"").shows("Tập huấn viết hồ sơ");
    assert!(!more.has("name=\"milestone-9-to\""));
    assert_eq!(house.count("select count(*) from contest").await, 0);
    fields.retain(|(name, _)| *name != "fields");
    let kinds = house.known(world::COORDINATOR).post("/contests", &fields).await;
    kinds.is(403).says("contest-secretary-only");
}

async fn the_next_edition_is_filled_in(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let path = typed_in(house).await;
    let id = path.rsplit('/').next().unwrap();
    let next = secretary.get(&format!("/contests/new?from={id}")).await;
    next.is(200).says("contest-copied");
    next.shows("Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 10 (2028–2029)");
    next.holds("name=\"edition\" type=\"text\" value=\"10\"").shows("31/5/2029");
    next.shows("quý IV/2029").shows("28/2/2030").shows("Cơ khí\nY dược").shows("30.000.000");
    next.shows("Vàng Thường Trực").shows("0900000111");
    next.shows("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sa Lĩnh");
    let outsider = house.known(world::COORDINATOR).get(&format!("/contests/new?from={id}")).await;
    outsider.is(403).says("contest-secretary-only");
    assert_eq!(house.count("select count(*) from contest").await, 1);
}

async fn facts_are_put_right_by_one_at_a_time(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let path = typed_in(house).await;
    let page = secretary.get(&format!("{path}/edit")).await;
    page.is(200).shows("Ủy ban nhân dân tỉnh Sa Lĩnh");
    let (_, rest) = page.text().split_once("name=\"seen\" value=\"").unwrap();
    let (seen, _) = rest.split_once('"').unwrap();
    let change = |name: &'static str| {
        let fields = [("name", name), ("series", "other"), ("level", "province")];
        let seen = seen.to_owned();
        let (secretary, path) = (&secretary, &path);
        async move {
            let fields = [fields.as_slice(), &[("seen", seen.as_str())]].concat();
            secretary.post(path, &fields).await
        }
    };
    change("Tên mới").await.leads_to(&path);
    change("Tên khác").await.is(409).says("contest-changed-meanwhile").shows("Tên khác");
    secretary.get(&path).await.is(200).shows("Tên mới");
    let circle = [("name", "Tên mới"), ("series", "other"), ("level", "province")];
    let circle = [circle.as_slice(), &[("parent", "hoi-thi-khong-co")]].concat();
    secretary.post(&path, &circle).await.is(422).says("contest-parent-unknown");
}
