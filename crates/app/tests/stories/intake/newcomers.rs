//! A paper names units that are not here: who may found them with its contest, and who is asked.

use kernel::Message;

use super::{accepted, reviewed, secretary_of};
use crate::house::House;

stories! {
    a_units_secretary_founds_what_stands_under_it,
    what_stands_elsewhere_is_for_the_office,
    the_office_founds_what_was_refused,
}

const PLAN: &str = "ỦY BAN NHÂN DÂN
XÃ THUNG MÂY
Số: 21/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thung Mây, ngày 2 tháng 11 năm 2026

KẾ HOẠCH
Tổ chức Hội thi Sáng tạo kỹ thuật xã Thung Mây lần thứ 2, năm 2027

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. THỜI GIAN
1. Thời gian nhận hồ sơ dự thi: đến hết ngày 31/3/2027.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Chủ trì hướng dẫn hồ sơ dự thi, hoàn thành trước ngày 30/1/2027.
2. Hội Nông dân xã
- Tuyên truyền về Hội thi trong hội viên.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Mẫu
";

/// Names of the units directly under a unit of the world that are new to it.
async fn founded_under(house: &House, unit: &str) -> String {
    let unit = house.unit(unit).await;
    let sql = format!(
        "select coalesce(string_agg(n.name, ', ' order by n.name), '-') from unit_parent p
         join unit_name n on n.unit_id = p.unit_id join unit u on u.id = p.unit_id
         where p.parent_id = '{unit}' and u.code is null and u.abolished_on is null"
    );
    house.ask(&sql).await
}

async fn a_units_secretary_founds_what_stands_under_it(house: &House) {
    let secretary = secretary_of(house, "thung-may").await;
    let before = house.count("select count(*) from unit").await;
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    assert_eq!(house.count("select count(*) from unit").await, before + 2);
    let names = "Hội Nông dân xã, Phòng Văn hóa - Xã hội";
    assert_eq!(founded_under(house, "thung-may").await, names);
}

/// The plan with a task for a company, which stands under nobody.
fn with_a_company() -> String {
    let task = "3. Công ty Cổ phần Chè Sương\n- Cử giải pháp dự thi.\n";
    PLAN.replace("\nTM. ỦY BAN", &format!("{task}\nTM. ỦY BAN"))
}

fn refusal() -> Message {
    let message = Message::new("review-unit-not-yours").with("unit", "Công ty Cổ phần Chè Sương");
    message.with("people", format!("{}, {}", world::SECRETARY.name, world::ADMINISTRATOR.name))
}

async fn what_stands_elsewhere_is_for_the_office(house: &House) {
    let secretary = secretary_of(house, "thung-may").await;
    let before = house.count("select count(*) from unit").await;
    let review = reviewed(house, &secretary, &with_a_company()).await;
    let accept = format!("{review}/acceptance");
    secretary.post(&accept, &[("revision", "1")]).await.is(403).tells(&refusal());
    assert_eq!(house.count("select count(*) from unit").await, before, "nothing is left behind");
    assert_eq!(house.count("select count(*) from contest").await, 0);
}

async fn the_office_founds_what_was_refused(house: &House) {
    let secretary = secretary_of(house, "thung-may").await;
    let review = reviewed(house, &secretary, &with_a_company()).await;
    let accept = format!("{review}/acceptance");
    secretary.post(&accept, &[("revision", "1")]).await.is(403);
    let contest = accepted(house, &house.known(world::SECRETARY), &review).await;
    secretary.get(&contest).await.is(200);
    assert_eq!(house.count("select count(*) from contest").await, 1);
}
