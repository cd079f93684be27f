//! Lists of earlier solutions for stories.

use hoithi::installation::work;
use hoithi::prior_art;

use crate::browser::Browser;
use crate::house::House;
use crate::publicity::sending::upload;

/// What a threshing machine does.
pub const THRESHER: &str = "Trống tuốt có răng xoắn và quạt hút tách vỏ trấu khỏi hạt ngay trên đồng. Một \
    người vận hành được cả máy, mỗi giờ tốn một lít dầu. Khung máy hàn từ thép hộp, tháo rời chở bằng xe \
    máy lên nương dốc.";

/// A registry of four initiatives; the last two won or belong to others.
pub fn registry() -> String {
    format!(
        "SỔ SÁNG KIẾN;;;;;;\n\
        TT;Tên sáng kiến;Năm công nhận;Cấp;Đơn vị công tác;Lĩnh vực;Tóm tắt nội dung\n\
        1;Máy tuốt lúa nương;2021;Cơ sở;Sở Khoa học và Công nghệ;Cơ khí;{THRESHER}\n\
        2;Đèn đường pin mặt trời;2023;tỉnh;Sở Khoa học và Công nghệ;Điện;Đèn tự chỉnh độ sáng theo lượng xe.\n\
        3;Lò sấy chuối;2024;tỉnh;Sở Khoa học và Công nghệ;Nông nghiệp;Lò sấy bằng hơi nước tuần hoàn.\n\
        4;Phần mềm trực ca;2022;Cơ sở;Sở Y tế;Tin học;Chia lịch trực của bệnh viện.\n"
    )
}

/// A list of one winner.
pub const WINNERS: &str = "Tên giải pháp,Năm,Giải thưởng\nLò sấy chuối,2024,Giải Nhì\n";

/// Brings a list and has it read; answers with its address.
pub async fn brought(
    house: &House,
    who: &Browser<'_>,
    (source, unit): (&str, &str),
    text: &str,
) -> String {
    let fields = [("source", source), ("unit", unit)];
    let file = Some(("so-sang-kien.csv", text.as_bytes()));
    let reply = who.send(upload("/prior-art/lists", &fields, file)).await;
    let address = reply.is(303).header("location").to_owned();
    work::work_off(&house.app).await.unwrap();
    address
}

/// The same, accepted and in the index.
pub async fn accepted(house: &House, source: &str, text: &str) -> String {
    let secretary = house.known(world::SECRETARY);
    let address = brought(house, &secretary, (source, ""), text).await;
    secretary.post(&format!("{address}/acceptance"), &[]).await.is(303).leads_to(&address);
    prior_art::catch_up(&house.app).await.unwrap();
    address
}

/// The address of a solution by its title.
pub async fn solution(house: &House, title: &str) -> String {
    let sql =
        format!("select id from earlier_solution where title = '{title}' and source = 'registry'");
    format!("/prior-art/solutions/{}", house.ask(&sql).await)
}

/// What stands for the id of a list or of a solution in the routes; without a state one that is none.
pub async fn thing(house: &House, before: &str, state: &str) -> String {
    let address = match state {
        "read" => {
            let secretary = house.known(world::SECRETARY);
            let number = house.count("select count(*) from earlier_import").await;
            let text = format!("Tên,Năm\nBếp đun số {number},2020\n");
            brought(house, &secretary, ("registry", ""), &text).await
        }
        "accepted" => {
            // Dossiers stand there, too, once their jobs are done.
            let known = "select count(*) from earlier_solution
                where source = 'registry' and body <> ''";
            if house.count(known).await == 0 {
                accepted(house, "registry", &registry()).await;
            }
            solution(house, "Máy tuốt lúa nương").await
        }
        _ => return crate::access::things::unknown(house),
    };
    address.strip_prefix(before).unwrap().to_owned()
}

/// A verdict on a solution of an accepted list.
pub async fn verdict(house: &House) {
    accepted(house, "registry", &registry()).await;
    let page = solution(house, "Máy tuốt lúa nương").await;
    let said = [("subject", "dossier/1"), ("verdict", "same"), ("reason", "Cùng trống tuốt")];
    let secretary = house.known(world::SECRETARY);
    secretary.post(&format!("{page}/verdicts"), &said).await.is(303);
}
