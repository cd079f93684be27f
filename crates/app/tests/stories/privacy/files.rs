//! Files that nothing names, and what goes by itself.

use std::collections::BTreeSet;

use hoithi::files::NAMED_BY;
use hoithi::installation::{check, work};

use crate::dossiers::standing::{EVIDENCE, attach, begun, taking, written};
use crate::house::House;

stories! {
    every_column_that_names_a_file_is_known,
    files_that_nothing_names_go_after_a_week,
    a_refused_file_leaves_no_bytes,
    packages_are_forgotten_after_a_while,
}

/// A column that refers to the table of files, in the words of a migration.
fn references() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for (_, text) in store::migrations::ALL {
        let mut table = "";
        for line in text.lines() {
            let mut words = line.split_whitespace();
            match (words.next(), words.next()) {
                (Some("create"), Some("table")) => {
                    table = words.next().unwrap().trim_end_matches("_anew");
                }
                (Some("alter"), Some("table")) if line.contains("references stored_file") => {
                    let (table, column) = (words.next().unwrap(), words.nth(2).unwrap());
                    found.insert((table.to_owned(), column.to_owned()));
                }
                (Some(column), _) if line.contains("references stored_file") => {
                    found.insert((table.to_owned(), column.to_owned()));
                }
                _ => (),
            }
        }
    }
    found
}

async fn every_column_that_names_a_file_is_known(house: &House) {
    let mut known: BTreeSet<(String, String)> =
        NAMED_BY.map(|(table, column)| (table.to_owned(), column.to_owned())).into();
    // A file of a dossier may be named before it is here; what was found in a file does not keep it.
    assert!(known.remove(&("dossier_file".to_owned(), "hash".to_owned())));
    known.insert(("inspection".to_owned(), "hash".to_owned()));
    known.insert(("rendition".to_owned(), "hash".to_owned()));
    assert_eq!(known, references());
    house.is_in_order().await;
}

fn lying(house: &House) -> usize {
    let shelves = std::fs::read_dir(house.folder().join("files")).into_iter().flatten();
    let shelves = shelves.map(|shelf| shelf.unwrap().path());
    shelves.map(|shelf| std::fs::read_dir(shelf).unwrap().count()).sum()
}

async fn files_that_nothing_names_go_after_a_week(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = written(&author, taking(house).await).await;
    let before = lying(house);
    attach(&author, &path, ("minh-chung", "ảnh.pdf", b"%PDF-1.7 bo quen")).await.is(303);
    house.tamper("delete from dossier_file where name = 'ảnh.pdf'").await;
    assert_eq!(lying(house), before + 1);
    house.wait_days(6);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house), before + 1);
    house.wait_days(2);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house), before);
    assert_eq!(house.ask("select gone from retention_run").await, "{\"file\":1}");
    assert_eq!(check::check_files(&house.app).await.unwrap(), []);
    house.is_in_order().await;
    work::round(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from retention_run").await, 1);
}

async fn a_refused_file_leaves_no_bytes(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = begun(&author, taking(house).await).await;
    let before = lying(house);
    attach(&author, &path, ("khong-co", "a.pdf", EVIDENCE)).await.is(422);
    assert_eq!(lying(house), before + 1);
    house.wait_days(8);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house), before);
}

async fn packages_are_forgotten_after_a_while(house: &House) {
    let author = house.known(world::COORDINATOR);
    let contest = taking(house).await;
    let path = written(&author, contest).await;
    crate::dossiers::standing::hand_in(&author, &path).await.is(303);
    let exports = format!("/contests/{contest}/dossiers/exports");
    house.known(world::SECRETARY).post(&exports, &[]).await.is(303);
    work::work_off(&house.app).await.unwrap();
    for (days, left) in [(8, 1), (80, 1), (10, 0)] {
        house.wait_days(days);
        work::round(&house.app).await.unwrap();
        assert_eq!(house.count("select count(*) from dossier_export").await, left, "{days}");
    }
    assert_eq!(house.ask("select gone from retention_run").await, "{\"export\":1}");
}
