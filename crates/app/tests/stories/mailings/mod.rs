//! Mailings: looked at before they go, sent once, stopped while they have not left.

use hoithi::accounts::Actor;
use hoithi::configuration::{Configuration, Smtp};
use hoithi::installation::work;
use hoithi::tasks::{self, ReportDraft};

use crate::house::House;
use crate::tasks::standing::{running, task};

stories! {
    a_letter_is_looked_at_and_sent_once,
    a_changed_number_is_told_and_nothing_is_sent,
    only_those_of_the_audience_are_written_to,
    a_server_that_is_down_loses_nothing_and_doubles_nothing,
    what_has_not_left_can_be_stopped,
    letters_are_found_from_every_page_of_the_contest,
    letters_and_their_readers_are_searched,
    long_lists_of_letters_have_pages,
    only_who_runs_the_contest_writes,
}

/// Nothing listens on port 1.
fn server_is_down(configuration: &mut Configuration) {
    let from = "Hội thi <hoithi@salinh.example>".to_owned();
    configuration.smtp = Some(Smtp::new("smtp://127.0.0.1:1", from));
}

/// A contest in which two units with coordinators and one without are late.
async fn late_contest(house: &House) -> String {
    let units = ["dost", "thung-may", "doh"];
    let drafts = [task(house, "Ban hành kế hoạch", "15/11/2026", &units).await];
    let (contest, _) = running(house, &drafts).await;
    contest.to_string()
}

const TEXT: [(&str, &str); 3] =
    [("audience", "late"), ("subject", "Đôn đốc báo cáo"), ("body", "Đề nghị báo cáo ngay.")];

/// The value of a hidden field of the preview.
fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let at = page.find(&start).unwrap() + start.len();
    page[at..].chars().take_while(|letter| *letter != '"').collect()
}

/// What the button of the preview sends.
async fn looked_at(house: &House, contest: &str) -> Vec<(&'static str, String)> {
    let secretary = house.known(world::SECRETARY);
    let page = secretary.post(&format!("/contests/{contest}/mailings/preview"), &TEXT).await;
    let text = page.is(200).text();
    let mut fields: Vec<(&'static str, String)> =
        TEXT.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    for name in ["mailing", "print", "mails"] {
        fields.push((name, hidden(text, name)));
    }
    fields
}

fn form<'f>(fields: &'f [(&'static str, String)]) -> Vec<(&'f str, &'f str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Looks at the letter and sends it; answers with its address.
async fn sent(house: &House, contest: &str) -> String {
    let fields = looked_at(house, contest).await;
    let path = format!("/contests/{contest}/mailings/{}", fields[3].1);
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("/contests/{contest}/mailings"), &form(&fields)).await.leads_to(&path);
    path
}

const WRITTEN: &str = "select count(*) from mail where subject = 'Đôn đốc báo cáo'";

async fn a_letter_is_looked_at_and_sent_once(house: &House) {
    let contest = late_contest(house).await;
    let secretary = house.known(world::SECRETARY);
    let late = secretary.get(&format!("/contests/{contest}/overdue")).await;
    late.is(200).says("mailing-write-late");
    let begun = format!("/contests/{contest}/mailings/new?audience=late&task=");
    secretary.get(&begun).await.is(200).shows("Đôn đốc nhiệm vụ quá hạn");
    let page = secretary.post(&format!("/contests/{contest}/mailings/preview"), &TEXT).await;
    page.is(200).shows("Sẽ gửi thư cho 2 người").shows(world::COORDINATOR.email);
    page.shows("1 đơn vị không có địa chỉ thư").shows("Đề nghị báo cáo ngay.");
    assert_eq!(house.count(WRITTEN).await, 0);
    let fields = looked_at(house, &contest).await;
    let path = format!("/contests/{contest}/mailings/{}", fields[3].1);
    for _ in 0..2 {
        let sending = format!("/contests/{contest}/mailings");
        secretary.post(&sending, &form(&fields)).await.leads_to(&path);
    }
    assert_eq!(house.count(WRITTEN).await, 2);
    let sql = "select body from mail where subject = 'Đôn đốc báo cáo' order by recipient";
    let body = house.ask(sql).await;
    assert!(body.starts_with("Đề nghị báo cáo ngay.\n\n--\nHội thi Sáng tạo kỹ thuật"), "{body}");
    secretary.get(&path).await.is(200).shows(world::COORDINATOR.email).says("mailing-to-phone");
    secretary.get(&format!("/contests/{contest}/mailings")).await.is(200).shows("Đôn đốc báo cáo");
}

async fn a_changed_number_is_told_and_nothing_is_sent(house: &House) {
    let contest = late_contest(house).await;
    let fields = looked_at(house, &contest).await;
    let unit = house.unit("thung-may").await;
    let sql = format!("select id from assignment where unit_id = '{unit}'");
    let assignment = house.ask(&sql).await.parse().unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let report = ReportDraft { text: "Đã ban hành".to_owned(), ..ReportDraft::default() };
    tasks::report(&mut tx, &actor, assignment, &report).await.unwrap();
    tx.commit().await.unwrap();
    let secretary = house.known(world::SECRETARY);
    let again = secretary.post(&format!("/contests/{contest}/mailings"), &form(&fields)).await;
    again.is(409).shows("trước đó 2 người, bây giờ 1 người").shows("Sẽ gửi thư cho 1 người");
    assert_eq!(house.count(WRITTEN).await, 0);
    sent(house, &contest).await;
    assert_eq!(house.count(WRITTEN).await, 1);
}

async fn only_those_of_the_audience_are_written_to(house: &House) {
    let drafts = [
        task(house, "Ban hành kế hoạch", "15/11/2026", &["dost"]).await,
        task(house, "Đăng tải thể lệ", "31/12/2026", &["thung-may"]).await,
    ];
    let (contest, ids) = running(house, &drafts).await;
    let secretary = house.known(world::SECRETARY);
    let preview = format!("/contests/{contest}/mailings/preview");
    let mails = async |audience: &str, task: &str| {
        let fields = [("audience", audience), ("task", task), ("subject", "a"), ("body", "b")];
        let page = secretary.post(&preview, &fields).await;
        hidden(page.is(200).text(), "mails")
    };
    let second = ids[1].to_string();
    assert_eq!(mails("all", "").await, "2");
    assert_eq!(mails("late", "").await, "1");
    assert_eq!(mails("not_begun", &second).await, "1");
    let empty = [("audience", "all"), ("subject", ""), ("body", "b")];
    secretary.post(&preview, &empty).await.is(422).says("mailing-empty");
}

async fn a_server_that_is_down_loses_nothing_and_doubles_nothing(world: &House) {
    let house = House::with(world.engine(), server_is_down).await;
    let contest = late_contest(&house).await;
    sent(&house, &contest).await;
    work::work_off(&house.app).await.unwrap();
    for _ in 0..60 {
        house.wait_seconds(60);
        work::work_off(&house.app).await.unwrap();
    }
    assert_eq!(house.count(WRITTEN).await, 2);
    let waiting =
        "select count(*) from mail where subject = 'Đôn đốc báo cáo' and state = 'waiting'";
    assert_eq!(house.count(waiting).await, 2);
    assert_eq!(house.count("select count(*) from job where state = 'waiting'").await, 2);
    let (database, folder) = house.close().await;
    let house = House::open(database, folder, |_| ()).await;
    each_is_kept_once(&house).await;
    house.abandon().await;
}

/// A day later, without a mail server: both letters are kept, and no third is there.
async fn each_is_kept_once(house: &House) {
    house.wait_days(1);
    work::work_off(&house.app).await.unwrap();
    let kept = "select count(*) from mail where subject = 'Đôn đốc báo cáo' and state = 'kept'";
    assert_eq!((house.count(WRITTEN).await, house.count(kept).await), (2, 2));
}

async fn what_has_not_left_can_be_stopped(world: &House) {
    let house = House::with(world.engine(), server_is_down).await;
    let contest = late_contest(&house).await;
    let path = sent(&house, &contest).await;
    let secretary = house.known(world::SECRETARY);
    let own = house.known(world::COORDINATOR);
    own.post(&format!("{path}/stop"), &[]).await.is(404);
    secretary.get(&path).await.is(200).shows("Dừng 2 thư chưa đi");
    secretary.post(&format!("{path}/stop"), &[]).await.leads_to(&path);
    assert_eq!(house.count(WRITTEN).await, 0);
    assert_eq!(house.count("select count(*) from job").await, 0);
    secretary.get(&path).await.is(200).shows("Đã dừng");
    secretary.post(&format!("{path}/stop"), &[]).await.is(409).says("mailing-has-left");
    house.abandon().await;
}

async fn letters_are_found_from_every_page_of_the_contest(house: &House) {
    let contest = late_contest(house).await;
    let (secretary, list) =
        (house.known(world::SECRETARY), format!("/contests/{contest}/mailings"));
    let tab = format!("<a href=\"{list}\"");
    for page in ["", "/milestones", "/rules", "/contacts", "/news"] {
        secretary.get(&format!("/contests/{contest}{page}")).await.is(200).holds(&tab);
    }
    let own = house.known(world::COORDINATOR);
    own.get(&format!("/contests/{contest}")).await.is(200).hides("/mailings");
    let empty = secretary.get(&list).await;
    empty.is(200).says("mailings-none").holds(&format!("{tab} aria-current=\"page\""));
    let fields = looked_at(house, &contest).await;
    secretary.post(&list, &form(&fields)).await.is(303);
    // Without a server the letters are kept for the administrator.
    secretary.get(&list).await.is(200).shows("Đôn đốc báo cáo").says("mail-kept");
    house.tamper("update mail set state = 'waiting' where state = 'kept'").await;
    secretary.get(&list).await.is(200).shows("Còn 2 thư chờ gửi");
    house.tamper("update mail set state = 'failed' where state = 'waiting'").await;
    secretary.get(&list).await.is(200).shows("2 thư không gửi được");
    house.tamper("update mail set state = 'sent' where state = 'failed'").await;
    secretary.get(&list).await.is(200).says("mailing-has-gone");
}

async fn letters_and_their_readers_are_searched(house: &House) {
    let contest = late_contest(house).await;
    let (secretary, list) =
        (house.known(world::SECRETARY), format!("/contests/{contest}/mailings"));
    let letter = sent(house, &contest).await;
    for words in ["don%20doc", "ngay%20de%20nghi", "B%C3%A1o+C%C3%81O"] {
        let page = secretary.get(&format!("{list}?q={words}")).await;
        page.is(200).holds(&format!("href=\"{letter}\"")).hides("mailings-none-found");
    }
    for words in ["khen", "dondoc"] {
        let page = secretary.get(&format!("{list}?q={words}")).await;
        page.is(200).says("mailings-none-found").hides(&letter);
    }
    let found = secretary.get(&format!("{letter}?q=thung")).await;
    found.is(200).shows("Ủy ban nhân dân xã Thung Mây").hides("Sở Khoa học và Công nghệ</a>");
    secretary.get(&format!("{letter}?q=khong")).await.is(200).says("mailing-no-unit-found");
}

async fn long_lists_of_letters_have_pages(house: &House) {
    let contest = late_contest(house).await;
    let secretary = house.known(world::SECRETARY);
    sent(house, &contest).await;
    for number in 0..50 {
        house
            .tamper(&format!(
                "insert into mailing (id, contest_id, audience, subject, body, units, mails, sent_at)
                 select 'm{number:02}', contest_id, audience, 'Thư {number:02}', body, 1, 1, {number}
                 from mailing where subject = 'Đôn đốc báo cáo'"
            ))
            .await;
        house
            .tamper(&format!(
                "insert into mailing_search values ('m{number:02}', 'xuan {number:02}')"
            ))
            .await;
    }
    let list = format!("/contests/{contest}/mailings");
    let first = secretary.get(&list).await;
    first
        .is(200)
        .shows("Đôn đốc báo cáo")
        .hides("Thư 00")
        .holds(&format!("href=\"{list}?page=1\""));
    secretary.get(&format!("{list}?page=1")).await.is(200).shows("Thư 00").hides("Thư 49");
    let kept = secretary.get(&format!("{list}?q=xuan+1")).await;
    kept.is(200).shows("Thư 10").hides("Đôn đốc báo cáo");
    house.tamper("delete from mailing_search where mailing_id like 'm%'").await;
    house.tamper("delete from mailing where id like 'm__'").await;
}

async fn only_who_runs_the_contest_writes(house: &House) {
    let contest = late_contest(house).await;
    let own = house.known(world::COORDINATOR);
    let paths =
        [format!("/contests/{contest}/mailings"), format!("/contests/{contest}/mailings/new")];
    for path in &paths {
        own.get(path).await.is(404);
        house.anon().get(path).await.is(303);
        house.known(world::SECRETARY).get(path).await.is(200);
    }
    own.post(&format!("/contests/{contest}/mailings/preview"), &TEXT).await.is(404);
}
