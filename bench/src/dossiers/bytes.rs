//! `surge --files`: so many files at once, over a fast line, while somebody reads pages.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use kernel::Fault;
use kernel::time::Stopwatch;
use serde_json::{Value, json};

use super::first::{Person, sha256};
use super::store;
use super::surge::Field;
use crate::Folder;
use crate::http::quantile;
use crate::server::Server;

/// Bytes of one request.
const PIECE: usize = 4 * 1024 * 1024;

/// A file that is promised, and who sends it.
struct Promised {
    upload: String,
    cookie: String,
    /// The number that makes it differ from the others.
    mark: u64,
}

/// Lets as many authors promise a file of `megabytes` each, then sends all of them at once.
pub fn measure(program: &Path, files: usize, megabytes: usize) -> Result<Value, Fault> {
    let folder = Folder::new("bytes")?;
    let field = Field::prepare(program, folder.path(), files)?;
    let server = Server::start(program, folder.path())?;
    let mut plain = vec![0x5a_u8; megabytes * 1_000_000];
    plain[..8].copy_from_slice(b"%PDF-1.7");
    let mut promised = Vec::with_capacity(files);
    for (number, cookie) in field.cookies().iter().enumerate() {
        let mark = number as u64 + 1;
        plain[8..16].copy_from_slice(&mark.to_le_bytes());
        let mut author = Person::with_cookie(&server, cookie)?;
        let path = format!("/dossiers/{}", store::dossier(number));
        let upload = author.promises((&path, "minh-chung"), (plain.len(), &sha256(&plain)))?;
        promised.push(Promised { upload, cookie: cookie.clone(), mark });
    }
    sent(&server, (&promised, &plain))
}

fn sent(server: &Server, (promised, plain): (&[Promised], &[u8])) -> Result<Value, Fault> {
    let done = AtomicBool::new(false);
    let whole = Stopwatch::start();
    thread::scope(|scope| {
        let senders: Vec<_> =
            promised.iter().map(|file| scope.spawn(move || send(server, (file, plain)))).collect();
        let reader = scope.spawn(|| read_pages(server, &promised[0].cookie, &done));
        let mut most: f64 = 0.0;
        while senders.iter().any(|sender| !sender.is_finished()) {
            most = most.max(server.resident_mb().unwrap_or(0.0));
            thread::sleep(Duration::from_millis(100));
        }
        let seconds = whole.micros() as f64 / 1e6;
        done.store(true, Ordering::Relaxed);
        for sender in senders {
            sender.join().map_err(|_| Fault::new("a sender failed"))??;
        }
        let mut pages = reader.join().map_err(|_| Fault::new("the reader failed"))??;
        pages.sort_unstable();
        let megabytes = promised.len() as f64 * plain.len() as f64 / 1e6;
        Ok(json!({
            "bench": "bytes",
            "files": promised.len(),
            "megabytes_each": plain.len() / 1_000_000,
            "seconds": seconds,
            "megabytes_per_s": megabytes / seconds,
            "memory_most_mb": most,
            "pages_p50_ms": quantile(&pages, 50),
            "pages_p95_ms": quantile(&pages, 95),
            "pages": pages.len(),
        }))
    })
}

/// Sends one file in pieces, on a connection of its own.
fn send(server: &Server, (file, plain): (&Promised, &[u8])) -> Result<(), Fault> {
    let mut person = Person::with_cookie(server, &file.cookie)?;
    let mut offset = 0;
    let mut piece = Vec::with_capacity(PIECE);
    while offset < plain.len() {
        let ends = (offset + PIECE).min(plain.len());
        piece.clear();
        piece.extend_from_slice(&plain[offset..ends]);
        if offset == 0 {
            piece[8..16].copy_from_slice(&file.mark.to_le_bytes());
        }
        let (status, _) = person.sends(&file.upload, offset, &piece)?;
        if status != 204 {
            return Err(Fault::new(format!("a piece answered {status}")));
        }
        offset = ends;
    }
    Ok(())
}

/// Reads one's own dossiers until all files are there; microseconds of each page.
fn read_pages(server: &Server, cookie: &str, done: &AtomicBool) -> Result<Vec<u64>, Fault> {
    let mut person = Person::with_cookie(server, cookie)?;
    let mut times = Vec::new();
    while !done.load(Ordering::Relaxed) {
        let one = Stopwatch::start();
        let status = person.get("/dossiers")?.status;
        if status != 200 {
            return Err(Fault::new(format!("a page answered {status}")));
        }
        times.push(one.micros());
        thread::sleep(Duration::from_millis(20));
    }
    Ok(times)
}
