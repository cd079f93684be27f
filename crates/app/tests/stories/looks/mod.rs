//! Who saw a dossier: every look by somebody who does not write it, soon, by role and unit.

use hoithi::installation::work;
use hoithi::looks;
use kernel::Message;

use crate::house::House;
use crate::reception::standing::on_desk;

stories! {
    authors_see_role_and_unit_and_the_office_names,
    looks_that_follow_soon_are_one_line,
    who_writes_a_dossier_and_who_is_refused_leave_no_line,
    each_way_of_looking_is_told,
    lines_that_are_read_twice_count_once,
    old_looks_go,
}

async fn lines(house: &House) -> Vec<String> {
    looks::fold(&house.app).await.unwrap();
    let sql = "select l.thing || ' ' || a.email || ' ' || cast(l.count as text)
        from look l join account a on a.id = l.account_id order by l.thing, l.first_at, a.email";
    let rows = house.app.store.raw_rows(sql, []).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn authors_see_role_and_unit_and_the_office_names(house: &House) {
    let (_, path) = on_desk(house).await;
    let (author, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    author.get(&path).await.is(200).says("looks-none");
    secretary.get(&path).await.is(200);
    secretary.get(&format!("{path}/desk")).await.is(200);
    looks::fold(&house.app).await.unwrap();
    let name = world::SECRETARY.name;
    let page = author.get(&path).await;
    page.is(200).says("look-page").says("look-desk").shows("Thư ký").hides(name);
    page.says("looks-open");
    let all = format!("{path}/looks");
    author.get(&all).await.is(200).says("looks-lead-authors").says("look-desk").hides(name);
    let page = secretary.get(&all).await;
    page.is(200).says("looks-lead-office").shows(&format!("{name} · Thư ký"));
    house.known(world::OTHER_COORDINATOR).get(&all).await.is(404);
}

async fn looks_that_follow_soon_are_one_line(house: &House) {
    let (_, path) = on_desk(house).await;
    let secretary = house.known(world::SECRETARY);
    for minutes in [0, 9, 9, 11] {
        house.wait_seconds(minutes * 60);
        secretary.get(&path).await.is(200);
    }
    let email = world::SECRETARY.email;
    let expect = [format!("page {email} 3"), format!("page {email} 1")];
    assert_eq!(lines(house).await, expect);
    secretary.get(&path).await.is(200);
    house.known(world::ADMINISTRATOR).get(&path).await.is(200);
    let administrator = format!("page {} 1", world::ADMINISTRATOR.email);
    house.wait_seconds(1);
    secretary.get(&path).await.is(200);
    let expect = [format!("page {email} 3"), format!("page {email} 2"), administrator];
    let mut found = lines(house).await;
    found.sort_by_key(|line| !line.contains(email));
    assert_eq!(found, expect);
}

async fn who_writes_a_dossier_and_who_is_refused_leave_no_line(house: &House) {
    let (_, path) = on_desk(house).await;
    let file = house.ask("select id from dossier_file").await;
    let paths = [path.clone(), format!("{path}/files/{file}"), format!("{path}/looks")];
    for path in &paths {
        house.known(world::COORDINATOR).get(path).await.is(200);
        house.known(world::OTHER_COORDINATOR).get(path).await.is(404);
        house.anon().get(path).await.is(303);
    }
    assert_eq!(lines(house).await, [""; 0]);
}

/// Somebody of the commune is asked to confirm, and looks.
async fn confirmation_looked_at(house: &House, path: &str) {
    let unit = house.unit("thung-may").await;
    let author = house.known(world::COORDINATOR);
    author.post(&format!("{path}/confirmations"), &[("unit", &unit)]).await.is(303);
    let asked = house.ask("select id from dossier_confirmation").await;
    house.known(world::OTHER_COORDINATOR).get(&format!("/confirmations/{asked}")).await.is(200);
}

/// The secretary looks in every other way.
async fn looked_at_by_the_office(house: &House, (contest, path): (&str, &str)) {
    let (author, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    author.post(&format!("{path}/conversation"), &[("text", "Gửi về đâu ạ?")]).await.is(303);
    let talk = house.ask("select id from conversation").await;
    secretary.get(&format!("/conversations/{talk}")).await.is(200);
    let file = house.ask("select id from dossier_file").await;
    secretary.get(&format!("{path}/files/{file}")).await.is(200);
    secretary.post(&format!("{contest}/dossiers/tables"), &[("format", "csv")]).await.is(200);
    secretary.post(&format!("{contest}/dossiers/exports"), &[]).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let id = path.trim_start_matches("/dossiers/");
    let earlier = format!("select id from earlier_solution where origin = 'dossier/{id}'");
    let earlier = house.ask(&earlier).await;
    secretary.get(&format!("/prior-art/solutions/{earlier}")).await.is(200);
}

async fn each_way_of_looking_is_told(house: &House) {
    let (contest, path) = on_desk(house).await;
    confirmation_looked_at(house, &path).await;
    looked_at_by_the_office(house, (&contest, &path)).await;
    let email = world::SECRETARY.email;
    let expect = [
        format!("compared {email} 1"),
        format!("confirmation {} 1", world::OTHER_COORDINATOR.email),
        format!("file {email} 1"),
        format!("package {email} 1"),
        format!("table {email} 1"),
        format!("talk {email} 1"),
    ];
    assert_eq!(lines(house).await, expect);
    let page = house.known(world::COORDINATOR).get(&format!("{path}/looks")).await;
    page.is(200).tells(&Message::new("look-file-named").with("name", "biên bản.pdf"));
    page.says("look-confirmation").shows("Đầu mối đơn vị").hides(world::OTHER_COORDINATOR.name);
}

async fn lines_that_are_read_twice_count_once(house: &House) {
    let (_, path) = on_desk(house).await;
    let secretary = house.known(world::SECRETARY);
    for _ in 0..3 {
        house.wait_seconds(1);
        secretary.get(&path).await.is(200);
    }
    let journal = house.folder().join("looks").join("journal");
    let kept = std::fs::read(&journal).unwrap();
    let before = lines(house).await;
    assert_eq!(before, [format!("page {} 3", world::SECRETARY.email)]);
    std::fs::write(house.folder().join("looks").join("taken"), kept).unwrap();
    assert_eq!(lines(house).await, before);
}

async fn old_looks_go(house: &House) {
    let (_, path) = on_desk(house).await;
    house.known(world::SECRETARY).get(&path).await.is(200);
    assert_eq!(lines(house).await.len(), 1);
    for (days, left) in [(700, 1), (40, 0)] {
        house.wait_days(days);
        work::round(&house.app).await.unwrap();
        assert_eq!(house.count("select count(*) from look").await, left, "{days}");
    }
    assert_eq!(house.ask("select gone from retention_run order by id desc").await, "{\"look\":1}");
}
