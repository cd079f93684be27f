//! The access matrix: every route, every visitor, every state of the thing behind it.

use hoithi::installation::health;
use hoithi::router::{Route, routes};
use store::Engine;

use super::states::states;
use super::take;
use super::things::address;
use super::visitors::Visitor;
use crate::house::House;
use crate::reply::Reply;

stories! { every_visitor_gets_what_the_access_matrix_says }

const MATRIX: &str = include_str!("../access_matrix.txt");

async fn every_visitor_gets_what_the_access_matrix_says(house: &House) {
    health::collect();
    let mut rooms = Rooms { engine: house.engine(), free: None, forms: 0 };
    let mut found = Vec::new();
    for route in routes() {
        for state in states(&route) {
            found.push(row(&mut rooms, &route, state).await);
        }
    }
    rooms.close().await;
    let said = MATRIX.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let said: Vec<String> = said.map(str::to_owned).collect();
    let missing: Vec<_> = found.iter().filter(|row| !said.contains(row)).collect();
    let surplus: Vec<_> = said.iter().filter(|row| !found.contains(row)).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "found, but not in access_matrix.txt:\n{}\nin access_matrix.txt, but not found:\n{}",
        lines(&missing),
        lines(&surplus)
    );
}

fn lines(rows: &[&String]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

/// Where a form changes the thing behind it and nothing else: the next visitor finds another thing, in the same house.
const OF_A_THING: [&str; 6] = [
    "/contests/{id}",
    "/dossiers/{id}",
    "/publicity/{id}",
    "/conversations/{id}",
    "/councils/{id}",
    "/sheets/{id}",
];

fn changes_its_thing(route: &Route) -> bool {
    OF_A_THING.iter().any(|prefix| route.path.starts_with(prefix))
}

/// One row of the table. Who gets through with a form changes something, so the next one finds another thing, or a
/// fresh house; all others share one.
async fn row(rooms: &mut Rooms, route: &Route, state: &str) -> String {
    let mut cells = String::new();
    let mut path = None;
    for visitor in Visitor::ALL {
        let house = rooms.enter().await;
        let here = match path.take() {
            Some(path) => path,
            None => address(&house, route, state).await,
        };
        let reply = take(&visitor.arrive(&house), route, &here).await;
        cells.push_str(&format!(" {:<9}", seen(&reply)));
        match route.method == "GET" || reply.status.as_u16() >= 400 {
            true => {
                rooms.free = Some(house);
                path = Some(here);
            }
            false if changes_its_thing(route) => rooms.again(house).await,
            false => leave(house, (visitor, state)).await,
        }
    }
    if state == "abolished" {
        rooms.abandon().await;
    }
    let row = format!("{:<4} {:<42} {state:<9}{cells}", route.method, route.path);
    row.trim_end().to_owned()
}

/// Forms after which a house is left: what people may do in an hour is counted.
const MOST_FORMS: u32 = 12;

/// A house that can be entered, if there is one.
struct Rooms {
    engine: Engine,
    free: Option<House>,
    /// Forms that have changed it.
    forms: u32,
}

impl Rooms {
    async fn enter(&mut self) -> House {
        match self.free.take() {
            Some(house) => house,
            None => House::new(self.engine).await,
        }
    }

    /// A house in which something was changed is entered again, for a while.
    async fn again(&mut self, house: House) {
        self.free = Some(house);
        self.forms += 1;
        if self.forms == MOST_FORMS {
            self.close().await;
        }
    }

    /// Whatever was done in it must be in order.
    async fn close(&mut self) {
        self.forms = 0;
        if let Some(house) = self.free.take() {
            house.finish().await;
        }
    }

    async fn abandon(&mut self) {
        self.forms = 0;
        if let Some(house) = self.free.take() {
            house.abandon().await;
        }
    }
}

/// Whatever the administrator did must be in order; only the abolition happened behind the ledger's
/// back.
async fn leave(house: House, (visitor, state): (Visitor, &str)) {
    match visitor == Visitor::Administrator && state != "abolished" {
        true => house.finish().await,
        false => house.abandon().await,
    }
}

/// A status, or `in` for those who are led to the sign-in.
fn seen(reply: &Reply) -> String {
    match reply.header("location").starts_with("/sign-in?next=") {
        true => "in".to_owned(),
        false => reply.status.as_u16().to_string(),
    }
}
