//! The demo: one click signs in, and only there.

use crate::house::House;

stories! { one_click_signs_in_as_anybody_of_the_demo, nobody_signs_in_by_one_click_elsewhere }

async fn one_click_signs_in_as_anybody_of_the_demo(house: &House) {
    let demo = House::with(house.engine(), |configuration| configuration.demo = true).await;
    for person in world::PEOPLE {
        let visitor = demo.anon();
        let reply = visitor.post("/demo/sign-in", &[("email", person.email)]).await;
        match person.disabled {
            true => drop(reply.is(404)),
            false => {
                reply.leads_to("/");
                visitor.get("/account").await.is(200).shows(person.name);
            }
        }
    }
    demo.anon().get("/sign-in").await.is(200).says("demo-heading");
    demo.finish().await;
}

async fn nobody_signs_in_by_one_click_elsewhere(house: &House) {
    let visitor = house.anon();
    visitor.post("/demo/sign-in", &[("email", world::SECRETARY.email)]).await.is(404);
    visitor.get("/account").await.leads_to("/sign-in?next=/account");
    assert!(!visitor.get("/sign-in").await.is(200).has("/demo/sign-in"));
}
