//! What nobody outside learns: that a contest exists before its hour, and after it was taken back.

use hoithi::router::routes;
use store::Engine;

use super::made::{self, PATH, SLUG};
use crate::house::House;
use crate::reply::Reply;

stories! {
    a_contest_appears_exactly_at_its_hour,
    a_contest_that_was_taken_back_is_gone_at_once,
    an_unpublished_contest_differs_from_none_for_nobody_outside,
}

async fn a_contest_appears_exactly_at_its_hour(house: &House) {
    let id = made::found(house).await;
    let from = house.app.store.now().plus_seconds(3600);
    made::publish(house, id, from).await;
    let anon = house.anon();
    let look = async || {
        let list = anon.get("/hoi-thi").await.has("Sa Lĩnh");
        let map = anon.get("/sitemap.xml").await.text().contains(SLUG);
        (anon.get(PATH).await.status.as_u16(), list, map)
    };
    assert_eq!(look().await, (404, false, false));
    house.wait_seconds(3599);
    assert_eq!(look().await, (404, false, false));
    house.wait_seconds(1);
    assert_eq!(look().await, (200, true, true));
}

async fn a_contest_that_was_taken_back_is_gone_at_once(house: &House) {
    let id = made::published(house).await;
    let anon = house.anon();
    for path in paths(SLUG) {
        let expect = match path.rsplit('/').next() {
            Some("nop-ho-so") => 303,
            // Results have not been published.
            Some("ket-qua" | "ket-qua.json") => 404,
            _ => 200,
        };
        anon.get(&path).await.is(expect);
    }
    made::unpublish(house, id).await;
    for path in paths(SLUG) {
        anon.get(&path).await.is(404).hides("Sa Lĩnh");
    }
    anon.get("/hoi-thi").await.is(200).hides("Sa Lĩnh");
    anon.get("/sitemap.xml").await.is(200).hides(SLUG);
}

/// Two houses, of which the second has a contest that is not published and one whose hour has not come.
async fn an_unpublished_contest_differs_from_none_for_nobody_outside(house: &House) {
    let engine: Engine = house.engine();
    let worlds = [House::new(engine).await, House::new(engine).await];
    for world in &worlds {
        made::published(world).await;
    }
    for hidden in HIDDEN {
        worlds[1].tamper(hidden).await;
    }
    let (coordinator, anon) = (world::OTHER_COORDINATOR, None);
    let mut compared = 0;
    for person in [anon, Some(coordinator)] {
        let arrive = |world| match person {
            Some(person) => House::known(world, person),
            None => House::anon(world),
        };
        let (here, there) = (arrive(&worlds[0]), arrive(&worlds[1]));
        for path in addresses() {
            same(&here.get(&path).await, &there.get(&path).await);
            compared += 1;
        }
    }
    assert!(compared > 80, "{compared} comparisons");
    worlds[1].tamper("update publication set from_at = 0").await;
    worlds[1].wait_days(1);
    worlds[1].anon().get("/hoi-thi/bi-mat-hai").await.is(200).shows("Tin Bí Mật");
    for world in worlds {
        world.abandon().await;
    }
}

const HIDDEN: [&str; 7] = [
    "insert into contest (id, slug, name, folded, sort_key, series, level, locality, first_year, state,
        created_at)
     values ('01a1fc0b-e380-7000-8000-000000000001', 'bi-mat-mot', 'Hội thi Bí Mật', 'hoi thi bi mat',
        'hoi thi bi mat', 'technical_innovation', 'province', 'tỉnh Sa Lĩnh', 2026, 'running', 0)",
    "insert into contest (id, slug, name, folded, sort_key, series, level, locality, first_year, state,
        created_at)
     values ('01a1fc0b-e380-7000-8000-000000000002', 'bi-mat-hai', 'Hội thi Bí Mật', 'hoi thi bi mat',
        'hoi thi bi mat', 'technical_innovation', 'province', 'tỉnh Sa Lĩnh', 2026, 'running', 0)",
    "insert into publication (id, contest_id, from_at, ordered_at)
     values ('01a1fc0b-e380-7000-8000-000000000003', '01a1fc0b-e380-7000-8000-000000000002',
        1795233600000, 0)",
    "update contest set parent_id = '01a1fc0b-e380-7000-8000-000000000001'
     where slug like 'hoi-thi-sang-tao%'",
    "insert into news (id, contest_id, title, folded, body, day, shown_at, revision, created_at, changed_at)
     values ('01a1fc0b-e380-7000-8000-000000000004', '01a1fc0b-e380-7000-8000-000000000001',
        'Tin Bí Mật', 'tin bi mat', 'Bí Mật', '2026-11-01', 0, 1, 0, 0)",
    "insert into news (id, contest_id, title, folded, body, day, shown_at, revision, created_at, changed_at)
     values ('01a1fc0b-e380-7000-8000-000000000005', '01a1fc0b-e380-7000-8000-000000000002',
        'Tin Bí Mật', 'tin bi mat', 'Bí Mật', '2026-11-01', 0, 1, 0, 0)",
    "insert into news (id, contest_id, title, folded, body, day, revision, created_at, changed_at)
     select '01a1fc0b-e380-7000-8000-000000000006', id, 'Tin Bí Mật', 'tin bi mat', 'Bí Mật',
        '2026-11-01', 1, 0, 0 from contest where slug like 'hoi-thi-sang-tao%'",
];

/// What stands for the news of each contest in an address; the last one is nobody's.
const NEWS: [&str; 4] = [
    "01a1fc0b-e380-7000-8000-000000000004",
    "01a1fc0b-e380-7000-8000-000000000005",
    "01a1fc0b-e380-7000-8000-000000000006",
    "01a1fc0b-e380-7000-8000-000000000007",
];

/// Every address of the portal for one contest.
fn paths(slug: &str) -> Vec<String> {
    let of_contest = |path: &&str| {
        path.starts_with("/hoi-thi/{slug}") && !path.contains("{paper}") && !path.contains("{news}")
    };
    let all = routes().into_iter().map(|route| route.path).filter(|path| of_contest(path));
    all.map(|path| path.replace("{slug}", slug).replace("{file}", "phieu-dang-ky.pdf")).collect()
}

fn addresses() -> Vec<String> {
    let lists =
        ["/hoi-thi", "/sitemap.xml", "/robots.txt", "/hoi-thi?q=bi+mat", "/hoi-thi?sort=next"];
    let lists = lists.into_iter().map(str::to_owned);
    let slugs = [SLUG, "bi-mat-mot", "bi-mat-hai", "khong-co"];
    let files =
        slugs.map(|slug| format!("/hoi-thi/{slug}/van-ban/01a1fc0b-e380-7000-8000-000000000001"));
    let one = |slug: &'static str| {
        NEWS.into_iter().flat_map(move |id| {
            let page = format!("/hoi-thi/{slug}/tin/{id}");
            [format!("{page}/tep"), page]
        })
    };
    let news = slugs.into_iter().flat_map(one);
    let all = lists.chain(slugs.into_iter().flat_map(paths)).chain(files).chain(news);
    // A calendar, a feed and the way to a dossier name ids, which each house makes for itself.
    let by_id = |path: &String| {
        path.contains(SLUG) && ["ics", "atom", "nop-ho-so"].iter().any(|end| path.ends_with(end))
    };
    all.filter(|path| !by_id(path)).collect()
}

#[track_caller]
fn same(here: &Reply, there: &Reply) {
    assert_eq!(observed(here), observed(there), "{}", here.asked);
}

type Bytes = Vec<u8>;

/// All that can be seen but the request's id.
fn observed(reply: &Reply) -> (u16, Vec<(String, Bytes)>, Bytes) {
    let headers = reply.headers.iter().filter(|(name, _)| name.as_str() != "x-request-id");
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    (reply.status.as_u16(), headers.collect(), reply.body.clone())
}
