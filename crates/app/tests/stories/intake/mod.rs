//! Stories of papers that become contests: received, read, looked over, accepted, undone, amended.

mod above;
mod amending;
mod ended;
mod founding;
mod newcomers;
mod receiving;
mod together;

use axum::body::Body;
use axum::http::{Method, Request, header};
use hoithi::installation::work;

use crate::browser::{Browser, HOST, request};
use crate::house::House;

/// A plan in the genuine style, of the known world.
pub const PLAN: &str = "ỦY BAN NHÂN DÂN
TỈNH SA LĨNH
Số: 412/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sa Lĩnh, ngày 12 tháng 10 năm 2026

KẾ HOẠCH
Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027

Căn cứ Quyết định số 165/QĐ-TTg ngày 28 tháng 01 năm 2019 của Thủ tướng Chính phủ;
Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 như sau:

I. THỜI GIAN
1. Thời gian nhận hồ sơ dự thi: từ ngày 15/11/2026 đến hết ngày 31/5/2027.
2. Chấm sơ khảo: tháng 7/2027.
3. Tổng kết, trao giải Hội thi: quý IV/2027.

II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ
- Chủ trì hướng dẫn các đơn vị xây dựng hồ sơ dự thi, hoàn thành trước ngày 30/12/2026.
2. Sở Giáo dục và Đào tạo
- Phối hợp với Tỉnh đoàn phát động Hội thi trong các trường học.
3. UBND các xã, phường
- Tuyên truyền về Hội thi trên hệ thống truyền thanh cơ sở.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Mẫu
";

/// A request that hands in a file.
pub fn upload(name: &str, bytes: &[u8]) -> Request<Body> {
    let head = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    request(Method::POST, "/papers")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(Body::from(body))
        .unwrap()
}

/// Hands in a text and has it read; the address of the paper.
pub async fn received(house: &House, who: &Browser<'_>, text: &str) -> String {
    let reply = who.send(upload("ke-hoach.txt", text.as_bytes())).await;
    reply.is(303);
    work::work_off(&house.app).await.unwrap();
    reply.header("location").to_owned()
}

/// Hands in a text and opens its review; the address of the review.
pub async fn reviewed(house: &House, who: &Browser<'_>, text: &str) -> String {
    let review = format!("{}/review", received(house, who, text).await);
    who.post(&review, &[]).await.leads_to(&review);
    review
}

/// Accepts a review as it stands; the address of the contest.
pub async fn accepted(house: &House, who: &Browser<'_>, review: &str) -> String {
    let paper = review.split('/').nth(2).unwrap();
    let revision =
        house.count(&format!("select revision from review where paper_id = '{paper}'")).await;
    let reply =
        who.post(&format!("{review}/acceptance"), &[("revision", &revision.to_string())]).await;
    reply.is(303);
    reply.header("location").to_owned()
}

/// Id and revision of the line of a review whose body holds some words.
pub async fn line(house: &House, review: &str, words: &str) -> (String, String) {
    let paper = review.split('/').nth(2).unwrap();
    let of = format!(
        "from review_line l join review r on r.id = l.review_id
         where r.paper_id = '{paper}' and l.body like '%{words}%' order by l.position limit 1"
    );
    let id = house.ask(&format!("select l.id {of}")).await;
    let revision = house.count(&format!("select l.revision {of}")).await;
    (id, revision.to_string())
}

/// The coordinator of the world, who is now secretary of this unit too.
pub async fn secretary_of<'a>(house: &'a House, unit: &str) -> Browser<'a> {
    let unit = house.unit(unit).await;
    let person = house.account(world::COORDINATOR).await;
    let grant = [("role", "secretary"), ("unit", unit.as_str())];
    let administrator = house.known(world::ADMINISTRATOR);
    administrator.post(&format!("/people/{person}/grants"), &grant).await.is(303);
    house.known(world::COORDINATOR)
}
