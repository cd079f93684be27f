//! `export`: a whole book taken out, as tables and as a package, and the memory that it takes.

use std::path::Path;
use std::thread;
use std::time::Duration;

use kernel::Fault;
use kernel::time::Stopwatch;
use serde_json::{Value, json};

use super::first::Person;
use super::lists::filled;
use crate::Folder;
use crate::server::Server;

/// How long a package is waited for, in seconds.
const PATIENCE: u32 = 1_800;

/// Fills, and takes everything out.
pub fn measure(program: &Path, dossiers: usize) -> Result<Value, Fault> {
    let folder = Folder::new("export")?;
    let (server, mut person, contest) = filled(program, (folder.path(), None), dossiers)?;
    let before = server.resident_mb()?;
    let book = format!("/contests/{contest}/dossiers");
    let (csv_ms, csv_bytes) = table(&mut person, &book, "csv")?;
    let after_csv = server.resident_mb()?;
    let (xlsx_ms, xlsx_bytes) = table(&mut person, &book, "xlsx")?;
    let after_xlsx = server.resident_mb()?;
    let (zip_s, zip_mb, peak) = package(&server, &mut person, &book)?;
    Ok(json!({
        "bench": "export",
        "dossiers": dossiers,
        "memory_before_mb": before,
        "csv_ms": csv_ms,
        "csv_bytes": csv_bytes,
        "memory_after_csv_mb": after_csv,
        "xlsx_ms": xlsx_ms,
        "xlsx_bytes": xlsx_bytes,
        "memory_after_xlsx_mb": after_xlsx,
        "zip_s": zip_s,
        "zip_mb": zip_mb,
        "memory_most_while_packing_mb": peak,
    }))
}

fn table(person: &mut Person, book: &str, format: &str) -> Result<(f64, usize), Fault> {
    let begun = Stopwatch::start();
    let reply = person.post(&format!("{book}/tables"), &format!("format={format}"))?;
    match reply.status {
        200 => Ok((begun.micros() as f64 / 1000.0, reply.length)),
        status => Err(Fault::new(format!("the table answered {status}"))),
    }
}

/// Seconds until the package is whole, its megabytes, and the most memory meanwhile.
fn package(server: &Server, person: &mut Person, book: &str) -> Result<(f64, f64, f64), Fault> {
    let exports = format!("{book}/exports");
    let begun = Stopwatch::start();
    let ordered = person.post(&exports, "naming=%7Bnumber%7D")?.status;
    if ordered != 303 {
        return Err(Fault::new(format!("the order answered {ordered}")));
    }
    let mut most: f64 = 0.0;
    for _ in 0..PATIENCE * 10 {
        most = most.max(server.resident_mb()?);
        let page = person.get(&exports)?;
        let text = String::from_utf8_lossy(&page.body);
        let link = text.split('"').find(|part| {
            part.strip_prefix(exports.as_str())
                .is_some_and(|rest| rest.len() > 30 && !rest.contains("removal"))
        });
        if let Some(link) = link {
            let taken = begun.micros() as f64 / 1e6;
            let file = person.get(link)?;
            return Ok((taken, file.length as f64 / 1e6, most));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err(Fault::new("the package was not made"))
}
