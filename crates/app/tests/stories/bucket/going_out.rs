//! Every way in which a file leaves the house: the same headers and the same bytes, from a folder and from a bucket.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::http::{HeaderMap, header};
use hoithi::files::{Depot, carry, named};
use hoithi::frame::App;
use hoithi::router::{self, Route, routes};
use store::Engine;

use super::{bucket, skip_loudly};
use crate::access::states::states;
use crate::access::things::address;
use crate::access::visitors::Visitor;
use crate::browser;
use crate::house::House;
use crate::reply::Reply;
use crate::template;

/// The routes by which a file leaves that somebody has handed in, or a package of such files.
const WAYS: [&str; 16] = [
    "/account/data/exports/{export}",
    "/assignments/{id}/files/{part}",
    "/contests/{id}/dossiers/exports/{export}",
    "/contests/{id}/news/{news}/file",
    "/conversations/{id}/files/{part}",
    "/dossiers/{id}/agreement/scan",
    "/dossiers/{id}/confirmation/scan",
    "/dossiers/{id}/files/{part}",
    "/dossiers/{id}/files/{part}/copy",
    "/hoi-thi/{slug}/tin/{news}/tep",
    "/hoi-thi/{slug}/van-ban/{paper}",
    "/paper-sheets/{code}/scan",
    "/papers/{id}/file",
    "/publicity/{id}/files/{part}",
    "/sheets/{id}/files/{part}",
    "/uploads/{id}/file",
];

/// The routes whose attachments the program makes itself, of rows alone. A new route of files stands on either list.
const MADE: [&str; 21] = [
    "/certificates/{id}/paper.pdf",
    "/contests/{id}/certificates/papers/{file}",
    "/contests/{id}/desk/lists/{file}",
    "/contests/{id}/forms/{file}",
    "/contests/{id}/overview/export",
    "/contests/{id}/publicity/export",
    "/contests/{id}/reports/{period}/paper/{format}",
    "/contests/{id}/reports/{period}/sheet",
    "/contests/{id}/tasks/export",
    "/councils/{id}/paper-sheets.pdf",
    "/dossiers/{id}/agreement.pdf",
    "/dossiers/{id}/confirmation.pdf",
    "/dossiers/{id}/receipt.pdf",
    "/installation/ledger/export",
    "/meetings/{id}/papers/{file}",
    "/overview/export",
    "/prior-art/export",
    "/prior-art/lists/template",
    "/reports/{id}/paper/{format}",
    "/units/export",
    "/units/import/template",
];

/// Who finds which file where.
struct Found {
    visitor: Visitor,
    path: String,
    reply: Reply,
}

#[tokio::test]
async fn a_folder_and_a_bucket_answer_alike() {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let house = House::new(Engine::Postgres).await;
    let mut ways: BTreeMap<&str, Found> = BTreeMap::new();
    for route in routes().into_iter().filter(|route| route.method == "GET") {
        // A unit that was abolished takes with it what other routes need.
        for state in states(&route).iter().filter(|state| **state != "abolished") {
            if let Some(found) = file(&house, &route, state).await {
                ways.insert(route.path, found);
            }
        }
    }
    let mut expect = [WAYS.as_slice(), &MADE].concat();
    expect.sort_unstable();
    assert_eq!(ways.keys().copied().collect::<Vec<_>>(), expect);
    let folder = template::folder();
    copy_all_but_files(house.folder(), folder.path());
    let mut configuration = house.app.configuration.clone();
    configuration.data = folder.path().to_owned();
    configuration.bucket = Some(bucket);
    let other = Depot::of(&configuration).unwrap();
    let hashes = named(&house.app.store).await.unwrap();
    let carried = carry((&house.app.depot, &other), &hashes, house.app.store.now(), || ()).await;
    assert_eq!(carried.unwrap().files, hashes.len() as u64);
    let clock: Arc<dyn kernel::Clock> = house.clock.clone();
    let app = App::open(configuration, clock).await.unwrap();
    let service = router::service(app.clone());
    for way in WAYS {
        let Found { visitor, path, reply } = &ways[way];
        let mut request = browser::get(path);
        let token = visitor.arrive(&house).cookie("hoithi").unwrap();
        request.headers_mut().insert(header::COOKIE, format!("hoithi={token}").parse().unwrap());
        let there = browser::send(service.clone(), request).await;
        assert_eq!(there.is(200).body, reply.body, "{path}");
        assert_eq!(told(&there.headers), told(&reply.headers), "{path}");
    }
    drop(service);
    app.close().await.unwrap();
    house.abandon().await;
}

/// What a route gives out as a file, to whoever of these gets it first.
async fn file(house: &House, route: &Route, state: &str) -> Option<Found> {
    let path = address(house, route, state).await;
    for visitor in [Visitor::Own, Visitor::Secretary, Visitor::Administrator] {
        let reply = visitor.arrive(house).get(&path).await;
        let is_file = reply.header("content-disposition").starts_with("attachment");
        if reply.status == 200 && is_file {
            return Some(Found { visitor, path, reply });
        }
    }
    None
}

/// All headers but the one that is another for each request.
fn told(headers: &HeaderMap) -> Vec<(String, String)> {
    let all = headers.iter().filter(|(name, _)| name.as_str() != "x-request-id");
    let text = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        (name.to_string(), value.to_str().unwrap().to_owned())
    };
    all.map(text).collect()
}

/// Keys and packages of a node, without its files.
fn copy_all_but_files(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, target) = entry.map(|it| (it.path(), to.join(it.file_name()))).unwrap();
        match path.is_dir() {
            true if path.ends_with("files") => (),
            true => copy_all_but_files(&path, &target),
            false => drop(std::fs::copy(path, target).unwrap()),
        }
    }
}
