//! Two worlds: two houses that differ in one secret must answer an outsider alike, byte for byte,
//! through every page, search, filter, sort, page, export, refusal and header.

use hoithi::configuration::{Configuration, Smtp};
use hoithi::router::routes;
use store::Engine;

use crate::access::things::address;
use crate::access::visitors::Visitor;
use crate::browser::Browser;
use crate::house::House;
use crate::reply::Reply;

mod asked;

stories! {
    nobody_outside_learns_a_personal_number,
    nobody_outside_learns_whether_an_account_exists,
    nobody_outside_learns_the_name_of_somebody_who_left,
    nobody_outside_learns_what_was_mailed,
    an_unpublished_contest_differs_from_none_for_nobody_outside,
}

/// One fact that only insiders may know.
struct Secret {
    /// What both worlds have beside what everybody knows.
    common: &'static [&'static str],
    /// What makes the second world differ from the first.
    difference: &'static str,
    /// Words of the secret, to search for it.
    words: &'static [&'static str],
    /// Who must not learn it.
    outsiders: &'static [Visitor],
    /// Who knows it, and where.
    insiders: &'static [(Visitor, &'static str)],
}

const WITHOUT_ACCOUNTS: &[Visitor] =
    &[Visitor::Anonymous, Visitor::Half, Visitor::Other, Visitor::Own, Visitor::Secretary];

async fn nobody_outside_learns_a_personal_number(house: &House) {
    let secret = Secret {
        common: &[],
        difference: "update unit_contact set phone = '0200 3 812 888',
            email = 'bimat@khcn-salinh.example' where name = 'Mùa Chuyên Quản'",
        words: &["0200 3 812 888", "812888", "bimat@khcn-salinh.example", "bimat"],
        outsiders: &[Visitor::Anonymous, Visitor::Half, Visitor::OldCookie, Visitor::Other],
        insiders: &[(Visitor::Secretary, "/units/{id}"), (Visitor::Own, "/units/{id}")],
    };
    compare(house.engine(), &secret).await;
}

async fn nobody_outside_learns_whether_an_account_exists(house: &House) {
    let secret = Secret {
        common: &[],
        difference: "insert into account (id, email, name, locale, created_at) values
            ('01a1fc0b-e380-7000-8000-000000000000', 'bimat@salinh.example', 'Người Bí Mật',
             'vi', 0)",
        words: &["bimat@salinh.example", "Người Bí Mật", "01a1fc0b-e380-7000-8000-000000000000"],
        outsiders: WITHOUT_ACCOUNTS,
        insiders: &[(Visitor::Administrator, "/people"), (Visitor::Administrator, "/")],
    };
    compare(house.engine(), &secret).await;
}

async fn nobody_outside_learns_the_name_of_somebody_who_left(house: &House) {
    let secret = Secret {
        common: &[],
        difference: "update account set name = 'Người Bí Mật', email = 'bimat@salinh.example'
            where disabled_at is not null",
        words: &["bimat@salinh.example", "Người Bí Mật", "danghi@salinh.example"],
        outsiders: WITHOUT_ACCOUNTS,
        insiders: &[(Visitor::Administrator, "/people")],
    };
    compare(house.engine(), &secret).await;
}

async fn nobody_outside_learns_what_was_mailed(house: &House) {
    let secret = Secret {
        common: &[],
        difference: "insert into mail (id, recipient, subject, body, state, created_at) values
            ('01a1fc0b-e380-7000-8000-000000000000', 'bimat@salinh.example', 'Kết quả bí mật',
             'x', 'kept', 0)",
        words: &["Kết quả bí mật", "bimat@salinh.example", "01a1fc0b-e380-7000-8000-000000000000"],
        outsiders: WITHOUT_ACCOUNTS,
        insiders: &[(Visitor::Administrator, "/installation/mails")],
    };
    compare(house.engine(), &secret).await;
}

/// It is to be public tomorrow, and the department of science already has a task in it.
async fn an_unpublished_contest_differs_from_none_for_nobody_outside(house: &House) {
    let secret = Secret {
        common: &[],
        difference:
            "insert into contest (id, slug, name, folded, sort_key, series, level, locality,
                first_year, last_year, state, created_at) values
            ('01a1fc0b-e380-7000-8000-000000000000', 'hoi-thi-bi-mat', 'Hội thi Bí Mật',
             'hoi thi bi mat', 'hoi thi bi mat', 'other', 'province', 'tỉnh Sa Lĩnh', 2031, 2031,
             'preparing', 0);
            insert into publication (id, contest_id, from_at, ordered_at) values
            ('01a1fc0b-e380-7000-8000-000000000001', '01a1fc0b-e380-7000-8000-000000000000',
             1795316400000, 0);
            insert into task (id, contest_id, position, text, folded, ends_inclusive, created_at)
            values
            ('01a1fc0b-e380-7000-8000-000000000002', '01a1fc0b-e380-7000-8000-000000000000', 1,
             'Việc Bí Mật', 'viec bi mat', true, 0);
            insert into assignment (id, task_id, contest_id, unit_id, part, period, named, state,
                chases, changed_at, created_at)
            select '01a1fc0b-e380-7000-8000-000000000003',
                '01a1fc0b-e380-7000-8000-000000000002', '01a1fc0b-e380-7000-8000-000000000000',
                unit_id, 'lead', '', '', 'open', 0, 0, 0
            from unit_name where name = 'Sở Khoa học và Công nghệ'",
        words: &["Bí Mật", "bi mat", "2031", "01a1fc0b-e380-7000-8000-000000000000"],
        outsiders: &[
            Visitor::Anonymous,
            Visitor::Half,
            Visitor::OldCookie,
            Visitor::Other,
            Visitor::Own,
        ],
        insiders: &[(Visitor::Secretary, "/contests"), (Visitor::Administrator, "/contests/new")],
    };
    compare(house.engine(), &secret).await;
}

/// Mail leaves, so that every form is there; port 9 discards.
fn mail_leaves(configuration: &mut Configuration) {
    let from = "Hội thi <hoithi@salinh.example>".to_owned();
    configuration.smtp = Some(Smtp::new("smtp://127.0.0.1:9", from));
}

async fn compare(engine: Engine, secret: &Secret) {
    let worlds = [House::with(engine, mail_leaves).await, House::with(engine, mail_leaves).await];
    for world in &worlds {
        for sql in secret.common {
            world.tamper(sql).await;
        }
    }
    worlds[1].tamper(secret.difference).await;
    for (insider, path) in secret.insiders {
        let path = path.replace("{id}", &worlds[0].unit("dost").await);
        let here = insider.arrive(&worlds[0]).get(&path).await;
        let there = insider.arrive(&worlds[1]).get(&path).await;
        here.is(200);
        assert_ne!(observed(&here), observed(&there), "{insider:?} {path} knows the secret");
    }
    let addresses = addresses(&worlds[0], secret).await;
    let mut compared = 0;
    for outsider in secret.outsiders {
        compared += compare_for(&worlds, *outsider, (&addresses, secret)).await;
    }
    assert!(compared > 300 * secret.outsiders.len(), "{compared} comparisons");
    for world in worlds {
        world.abandon().await;
    }
}

/// Every address that can be read, in every shape that an address can have.
async fn addresses(house: &House, secret: &Secret) -> Vec<String> {
    let mut queries = vec![
        String::new(),
        "?kind=department&state=all".to_owned(),
        "?state=all&page=1".to_owned(),
        "?page=99".to_owned(),
        "?sort=phone&order=desc".to_owned(),
        "?before=40".to_owned(),
        "?format=csv".to_owned(),
        "?next=/units".to_owned(),
    ];
    let words = secret.words.iter().map(|word| hoithi::frame::answer::encode(word));
    queries.extend(words.flat_map(|word| [format!("?q={word}"), format!("?state=all&q={word}")]));
    let mut addresses = Vec::new();
    for route in routes().iter().filter(|route| route.method == "GET") {
        let path = match route.path.split_once("{token}") {
            Some((before, _)) => format!("{before}{}", "0".repeat(64)),
            None => address(house, route, "-").await,
        };
        addresses.extend(queries.iter().map(|query| format!("{path}{query}")));
    }
    let ids = secret.words.iter().filter(|word| word.len() == 36);
    let of_id = |id: &&str| {
        let contest = routes().into_iter().filter(|route| route.method == "GET");
        let contest = contest.filter(|route| {
            ["/contests/{id}", "/conversations/{id}"].iter().any(|it| route.path.starts_with(it))
        });
        let contest = contest.map(|route| route.path.replace("{id}", id).replace("{part}", id));
        [format!("/people/{id}"), format!("/installation/mails/{id}")]
            .into_iter()
            .chain(contest.collect::<Vec<_>>())
    };
    addresses.extend(ids.flat_map(of_id));
    addresses.extend(
        ["?year=2031", "?level=province", "?state=preparing"].map(|it| format!("/contests{it}")),
    );
    addresses
}

async fn compare_for(
    worlds: &[House; 2],
    outsider: Visitor,
    (addresses, secret): (&[String], &Secret),
) -> usize {
    let (here, there) = (outsider.arrive(&worlds[0]), outsider.arrive(&worlds[1]));
    let mut compared = 0;
    for address in addresses {
        same(&here.get(address).await, &there.get(address).await);
        compared += 1;
    }
    let forms = forms(&worlds[0], secret).await;
    for (path, fields) in &forms {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        same(&post(&here, path, &fields).await, &post(&there, path, &fields).await);
        compared += 1;
    }
    compared
}

async fn post(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    browser.post(path, fields).await
}

/// Forms whose refusals could tell something: entry, reset, and parts of a unit that is not theirs.
async fn forms(house: &House, secret: &Secret) -> Vec<(String, Vec<(&'static str, String)>)> {
    let unit = house.unit("dost").await;
    let mut forms = Vec::new();
    for word in secret.words {
        for _ in 0..11 {
            let typed = vec![("email", (*word).to_owned()), ("password", "sai rồi nhé".to_owned())];
            forms.push(("/sign-in".to_owned(), typed));
        }
        let author = vec![("name", "x".to_owned()), ("login", (*word).to_owned())];
        forms.push(("/people/authors".to_owned(), author));
        forms.push(("/reset".to_owned(), vec![("email", (*word).to_owned())]));
        let demo = vec![("email", (*word).to_owned())];
        forms.push(("/demo/sign-in".to_owned(), demo));
        let contact = vec![("contact", (*word).to_owned()), ("phone", "x".to_owned())];
        forms.push((format!("/units/{unit}/contacts"), contact));
        forms.push((format!("/units/{unit}/aliases"), vec![("alias", String::new())]));
        let step = vec![("step", "start".to_owned())];
        let contest = format!("/contests/{}", hoithi::frame::answer::encode(word));
        forms.push((format!("{contest}/steps"), step));
        let named = vec![("name", "x".to_owned()), ("parent", "hoi-thi-bi-mat".to_owned())];
        forms.push(("/contests".to_owned(), named.clone()));
        forms.push((contest, named));
    }
    forms
}

#[track_caller]
fn same(here: &Reply, there: &Reply) {
    assert_ne!(here.status, 500, "{}", here.asked);
    assert_eq!(observed(here), observed(there), "{}", here.asked);
}

/// All that somebody outside can see, without what the house declares to vary: the request's id, and
/// the visitor's own new key for a second factor. The length of the body is compared with the body.
fn observed(reply: &Reply) -> (u16, Vec<(String, Vec<u8>)>, String) {
    let varies = ["x-request-id", "content-length"];
    let headers = reply.headers.iter().filter(|(name, _)| !varies.contains(&name.as_str()));
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    let body = String::from_utf8_lossy(&reply.body);
    let body = without(&without(&body, "<div class=\"qr\"", "</div>"), "key-letters\">", "<");
    (reply.status.as_u16(), headers.collect(), body)
}

fn without(text: &str, from: &str, until: &str) -> String {
    let cut = text.split_once(from).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(until)?;
        Some(format!("{before}{after}"))
    });
    cut.unwrap_or_else(|| text.to_owned())
}
