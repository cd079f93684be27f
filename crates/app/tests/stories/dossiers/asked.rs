//! What is asked of an entry: begun with a ready set, changed by versions, shown as authors will see it.

use crate::contests::typing::typed_in;
use crate::house::House;

stories! {
    a_ready_set_fills_in_the_form_and_writes_nothing,
    what_is_asked_changes_by_versions,
    what_contradicts_itself_is_refused_and_kept,
    rows_move_and_go_without_saving,
    the_next_edition_asks_the_same,
    papers_and_other_rules_leave_it_as_it_is,
}

/// The form of somebody who asks little: a dossier of one form and one piece of evidence.
fn little() -> Vec<(&'static str, &'static str)> {
    vec![
        ("version", "1"),
        ("holder-person", "on"),
        ("holder-group", "on"),
        ("shares", "on"),
        ("detail-birth", "required"),
        ("detail-email", "optional"),
        ("applied", "on"),
        ("not-won", "province"),
        ("item-0-name", "Phiếu đăng ký dự thi"),
        ("item-0-role", "registration"),
        ("item-0-takes-pdf", "on"),
        ("item-1-name", "Xác nhận đã dùng"),
        ("item-1-role", "evidence"),
        ("item-1-need", "optional"),
        ("item-1-note", "Của nơi đã dùng giải pháp"),
        ("confirmation", "commune"),
        ("undertaking", "Không sao chép của ai\r\nChấp nhận thể lệ"),
        ("copies", "2"),
        ("each-mb", "20"),
        ("grace", "0"),
        ("reason", "theo cuộc họp ngày 3/3"),
    ]
}

fn with(
    mut form: Vec<(&'static str, &'static str)>,
    more: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    form.retain(|(field, _)| !more.iter().any(|(other, _)| other == field));
    form.extend(more);
    form
}

async fn a_ready_set_fills_in_the_form_and_writes_nothing(house: &House) {
    let path = format!("{}/entry", typed_in(house).await);
    let secretary = house.known(world::SECRETARY);
    secretary.get(&path).await.is(200).says("entry-silent").says("entry-begin");
    let form = secretary.get(&format!("{path}/edit?set=youth")).await;
    form.is(200).holds("value=\"Bản thuyết minh mô hình, sản phẩm\"").shows("5. Điểm mới");
    form.holds("id=\"holder-group\" name=\"holder-group\" checked");
    form.hides("id=\"holder-organisation\" name=\"holder-organisation\" checked");
    let only = secretary.get(&format!("{path}/edit?set=essence&only=sections")).await;
    only.is(200).shows("B.II.2. Bản chất kỹ thuật").hides("Toàn văn giải pháp</textarea>");
    only.hides("id=\"holder-group\" name=\"holder-group\" checked");
    secretary.get(&format!("{path}/edit?set=khong-co")).await.is(404);
    assert_eq!(house.ask("select cast(max(version) as text) from rule_set").await, "1");
}

async fn what_is_asked_changes_by_versions(house: &House) {
    let contest = typed_in(house).await;
    let path = format!("{contest}/entry");
    let secretary = house.known(world::SECRETARY);
    secretary.post(&path, &little()).await.leads_to(&path);
    let page = secretary.get(&path).await;
    page.is(200).shows("phiên bản 2").shows("Xác nhận đã dùng").shows("Của nơi đã dùng giải pháp");
    page.says("entry-confirmation-commune")
        .shows("Nộp 2 bộ bản giấy")
        .shows("Mỗi tệp không quá 20 MB");
    page.says("entry-condition-applied").says("entry-not-won-province").hides("phút sau hạn");
    let rules = secretary.get(&format!("{contest}/rules")).await;
    rules.is(200).holds("<ins>14 quy định</ins>");
    secretary.post(&path, &little()).await.is(409).says("contest-changed-meanwhile");
    let same = with(little(), &[("version", "2")]);
    secretary.post(&path, &same).await.is(422).says("rules-unchanged");
    let reasonless = with(little(), &[("version", "2"), ("copies", "1"), ("reason", "")]);
    secretary.post(&path, &reasonless).await.is(422).says("contest-reason-empty");
    let changed = with(
        little(),
        &[
            ("version", "2"),
            ("copies", "1"),
            ("item-1-key", "item-2"),
            ("item-0-key", "item-1"),
            ("item-1-name", "Biên bản dùng thử"),
            ("reason", "bớt bản giấy"),
        ],
    );
    secretary.post(&path, &changed).await.leads_to(&path);
    let rules = secretary.get(&format!("{contest}/rules")).await;
    rules.is(200).shows("bớt bản giấy");
    let kept = "<del>Xác nhận đã dùng (nếu có) – Của nơi đã dùng giải pháp</del>";
    rules.holds(kept).holds("<ins>Biên bản dùng thử (nếu có) – Của nơi đã dùng giải pháp</ins>");
    rules.holds("<del>Nộp 2 bộ bản giấy</del>").holds("<ins>Nộp 1 bộ bản giấy</ins>");
}

async fn what_contradicts_itself_is_refused_and_kept(house: &House) {
    let path = format!("{}/entry", typed_in(house).await);
    let secretary = house.known(world::SECRETARY);
    let wrong = with(
        little(),
        &[
            ("most", "1"),
            ("item-1-role", "other"),
            ("section-0-title", "1. Tính mới"),
            ("section-0-words", "nhiều"),
            ("grouped-0-name", "Kỹ thuật"),
            ("copies", "999"),
        ],
    );
    let refused = secretary.post(&path, &wrong).await;
    refused
        .is(422)
        .says("entry-group-of-one")
        .says("entry-no-evidence")
        .says("entry-number-unreadable");
    refused.says("entry-description-missing").shows("chưa thuộc nhóm chấm nào");
    refused.shows("1. Tính mới").shows("nhiều").shows("theo cuộc họp ngày 3/3").shows("999");
    let nobody: Vec<_> =
        little().into_iter().filter(|(field, _)| !field.starts_with("holder-")).collect();
    secretary.post(&path, &nobody).await.is(422).says("entry-no-holder");
    assert_eq!(house.ask("select cast(max(version) as text) from rule_set").await, "1");
}

async fn rows_move_and_go_without_saving(house: &House) {
    let path = format!("{}/entry", typed_in(house).await);
    let secretary = house.known(world::SECRETARY);
    let up = secretary.post(&path, &with(little(), &[("up", "item-1")])).await;
    up.is(200).holds("name=\"item-0-name\" value=\"Xác nhận đã dùng\"");
    up.holds("name=\"item-1-name\" value=\"Phiếu đăng ký dự thi\"");
    let gone = secretary.post(&path, &with(little(), &[("drop", "item-0")])).await;
    gone.is(200).hides("Phiếu đăng ký dự thi\"").holds("value=\"Xác nhận đã dùng\"");
    secretary.post(&path, &with(little(), &[("more", "section")])).await.is(200);
    assert_eq!(house.ask("select cast(max(version) as text) from rule_set").await, "1");
}

async fn the_next_edition_asks_the_same(house: &House) {
    let contest = typed_in(house).await;
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("{contest}/entry"), &little()).await.is(303);
    let id = contest.rsplit('/').next().unwrap();
    let mut form = crate::contests::typing::form();
    form.push(("from", id));
    let next = secretary.post("/contests", &form).await;
    let page = secretary.get(&format!("{}/entry", next.is(303).header("location"))).await;
    page.is(200).shows("phiên bản 1").shows("Xác nhận đã dùng");
}

async fn papers_and_other_rules_leave_it_as_it_is(house: &House) {
    let contest = typed_in(house).await;
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("{contest}/entry"), &little()).await.is(303);
    let fields = [("version", "2"), ("fields", "Y dược"), ("reason", "gộp lĩnh vực")];
    let rules = format!("{contest}/rules");
    secretary.post(&rules, &fields).await.leads_to(&rules);
    secretary.get(&format!("{contest}/entry")).await.is(200).shows("Xác nhận đã dùng");
}
