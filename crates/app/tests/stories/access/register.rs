//! The book of dossiers for the access matrix: views and exports are the secretary's own.

use crate::house::House;

/// A view of the secretary on the book before it.
pub async fn view(house: &House, before: &str) -> String {
    let secretary = house.known(world::SECRETARY);
    secretary.post(before.trim_end_matches('/'), &[("name", "Cơ khí")]).await.is(303);
    let contest = before.split('/').nth(2).unwrap();
    house.ask(&format!("select id from dossier_view where contest_id = '{contest}'")).await
}

/// A package of the secretary from the book before it, ready to be fetched.
pub async fn export(house: &House, before: &str) -> String {
    let contest = before.split('/').nth(2).unwrap();
    let id = kernel::id::RawId::new(house.app.store.now());
    let account = house.account(world::SECRETARY).await;
    let sql = format!(
        "insert into dossier_export (id, contest_id, account_id, query, sort, naming, state,
            dossiers, packed, bytes, asked_at)
         values ('{id}', '{contest}', '{account}', '', '', '', 'ready', 1, 1, 3, 0)"
    );
    house.tamper(&sql).await;
    let folder = house.folder().join("exports");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{id}.zip")), "zip").unwrap();
    id.to_string()
}

/// What the coordinator of the department of science has taken out of their own data, ready to be fetched.
pub async fn person_export(house: &House, state: &str) -> String {
    let id = kernel::id::RawId::new(house.app.store.now());
    if state == "-" {
        return id.to_string();
    }
    let account = house.account(world::COORDINATOR).await;
    let sql = format!(
        "insert into person_export (id, account_id, ordered_by, state, steps, done, bytes, asked_at)
         values ('{id}', '{account}', '{account}', 'ready', 1, 1, 1, 0)"
    );
    house.tamper(&sql).await;
    let folder = house.folder().join("exports");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("person-{id}.zip")), "x").unwrap();
    id.to_string()
}
