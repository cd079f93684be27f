//! Forms on paper say what the rules ask, for those who see the contest.

use crate::access::contest::stands;
use crate::contests::typing::typed_in;
use crate::house::House;
use crate::portal::made;

stories! {
    forms_ask_what_the_rules_ask,
    everybody_takes_the_forms_of_a_public_contest,
}

fn text(bytes: &[u8]) -> String {
    let text = decoding::decode(bytes, &decoding::Limits::default()).unwrap().text;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn forms_ask_what_the_rules_ask(house: &House) {
    let path = format!("/contests/{}", stands(house, "running").await);
    let secretary = house.known(world::SECRETARY);
    secretary
        .get(&format!("{path}/entry"))
        .await
        .is(200)
        .holds(&format!("{path}/forms/ban-mo-ta.docx"));
    let kinds = [
        ("pdf", "application/pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ];
    for (ending, kind) in kinds {
        let form = secretary.get(&format!("{path}/forms/phieu-dang-ky.{ending}")).await;
        assert_eq!(form.is(200).header("content-type"), kind);
        let name = format!("attachment; filename=\"phieu-dang-ky.{ending}\"");
        assert_eq!(form.header("content-disposition"), name);
        let text = text(&form.body);
        for words in ["PHIẾU ĐĂNG KÝ DỰ THI", "Cơ khí", "Toàn văn giải pháp", "Đóng góp (%)"]
        {
            assert_eq!(text.matches(words).count(), 1, "{ending}: {words}");
        }
        let form = secretary.get(&format!("{path}/forms/ban-mo-ta.{ending}")).await;
        let text = self::text(&form.is(200).body);
        let sections = &entry::with_code("national").unwrap().rules.sections;
        for section in sections {
            assert_eq!(text.matches(&section.title).count(), 1, "{ending}: {}", section.title);
        }
    }
    secretary.get(&format!("{path}/forms/khac.pdf")).await.is(404);
    let silent = typed_in(house).await;
    secretary.get(&format!("{silent}/forms/phieu-dang-ky.pdf")).await.is(404);
}

async fn everybody_takes_the_forms_of_a_public_contest(house: &House) {
    let id = made::published(house).await;
    let slug = house.ask(&format!("select slug from contest where id = '{id}'")).await;
    let stranger = house.anon();
    let page = stranger.get(&format!("/hoi-thi/{slug}")).await;
    page.is(200).shows("Minh chứng đã áp dụng").says("portal-step-write-here");
    page.says("entry-condition-applied").holds(&format!("/hoi-thi/{slug}/bieu-mau/ban-mo-ta.pdf"));
    let public = stranger.get(&format!("/hoi-thi/{slug}/bieu-mau/phieu-dang-ky.pdf")).await;
    let own = house.known(world::SECRETARY);
    let own = own.get(&format!("/contests/{id}/forms/phieu-dang-ky.pdf")).await;
    assert_eq!(public.is(200).body, own.is(200).body);
}
