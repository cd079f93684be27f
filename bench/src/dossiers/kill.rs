//! `kill`: clients write, send and hand in while the program is killed again and again. Whatever it answered is
//! there afterwards, once; what it did not answer is there whole or not at all.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use kernel::Fault;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use super::first::{self, Installed, Person, sha256};
use crate::Folder;
use crate::server::Server;

/// How often, and by how many.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Times that the program is killed.
    pub rounds: u32,
    /// Clients at once.
    pub clients: usize,
    /// The seed of every choice.
    pub seed: u64,
}

/// The shortest and the longest life of the program, in milliseconds.
const LIFE: std::ops::Range<u64> = 50..900;
/// Bytes of a file, in pieces of which each is acknowledged.
const FILE: usize = 300_000;
const PIECE: usize = 100_000;

/// One dossier, its one writer, and what the program has acknowledged of it.
struct Client {
    path: String,
    /// How often the description was saved for certain.
    revision: u64,
    /// What was written last, whether acknowledged or not.
    written: String,
    /// What was acknowledged last.
    saved: String,
    /// The upload on its way, with its bytes.
    upload: Option<(String, Vec<u8>)>,
    /// Bytes of it that were acknowledged.
    offset: usize,
    /// Uploads that were acknowledged to be whole, each with its bytes.
    whole: Vec<(String, Vec<u8>)>,
    /// How many uploads were acknowledged to be whole in all.
    files: u32,
    /// Receipts that were given.
    receipts: u32,
    /// Whether handing in was asked for and not answered.
    in_doubt: bool,
    chance: StdRng,
}

/// What was found wrong, a sentence each.
type Losses = Vec<String>;

/// Kills so often, and looks each time; then checks the whole.
pub fn measure(program: &Path, plan: Plan) -> Result<Value, Fault> {
    let folder = Folder::new("kill")?;
    let installed = first::install(folder.path(), None)?;
    let mut clients = begin(program, folder.path(), (&installed, plan))?;
    let mut chance = StdRng::seed_from_u64(plan.seed);
    let mut losses = Losses::new();
    let mut slowest: f64 = 0.0;
    for _ in 0..plan.rounds {
        let server = Server::start(program, folder.path())?;
        slowest = slowest.max(server.ready_ms);
        losses.extend(look(&server, &mut clients)?);
        press(server, &mut clients, Duration::from_millis(chance.random_range(LIFE)))?;
    }
    let server = Server::start(program, folder.path())?;
    losses.extend(look(&server, &mut clients)?);
    drop(server);
    for word in ["check", "verify"] {
        losses.extend(asked(program, folder.path(), word)?);
    }
    Ok(json!({
        "bench": "kill",
        "rounds": plan.rounds,
        "saves": clients.iter().map(|client| client.revision).sum::<u64>(),
        "files": clients.iter().map(|client| client.files).sum::<u32>(),
        "receipts": clients.iter().map(|client| client.receipts).sum::<u32>(),
        "slowest_start_ms": slowest,
        "lost": losses.len(),
        "losses": losses,
    }))
}

fn begin(
    program: &Path,
    data: &Path,
    (installed, plan): (&Installed, Plan),
) -> Result<Vec<Client>, Fault> {
    let server = Server::start(program, data)?;
    let mut person = Person::administrator(&server)?;
    let client = |number: usize| {
        let path = person.writes(installed.contest)?;
        Ok(Client {
            path,
            revision: 1,
            written: String::new(),
            saved: String::new(),
            upload: None,
            offset: 0,
            whole: Vec::new(),
            files: 0,
            receipts: 0,
            in_doubt: false,
            chance: StdRng::seed_from_u64(plan.seed ^ (number as u64 + 1)),
        })
    };
    (0..plan.clients).map(client).collect()
}

/// Lets every client work until the program is killed.
fn press(server: Server, clients: &mut [Client], life: Duration) -> Result<(), Fault> {
    let cookie = Person::administrator(&server)?.cookie().to_owned();
    let dead = AtomicBool::new(false);
    thread::scope(|scope| {
        for client in clients.iter_mut() {
            let person = Person::with_cookie(&server, &cookie);
            let dead = &dead;
            scope.spawn(move || {
                let Ok(mut person) = person else { return };
                while !dead.load(Ordering::Relaxed) && client.acts(&mut person).is_ok() {}
            });
        }
        thread::sleep(life);
        server.kill();
        dead.store(true, Ordering::Relaxed);
    });
    Ok(())
}

impl Client {
    /// One act; an error where the program is gone or refuses.
    fn acts(&mut self, person: &mut Person) -> Result<(), Fault> {
        match self.chance.random_range(0..10) {
            0..5 => self.saves(person),
            5..9 => self.sends(person),
            _ => self.hands_in(person),
        }
    }

    fn saves(&mut self, person: &mut Person) -> Result<(), Fault> {
        self.written = format!("loi-{}", self.chance.random::<u64>());
        let form = format!("part-diem-moi={}&revision={}", self.written, self.revision);
        let reply = person.post(&format!("{}/pages/description", self.path), &form)?;
        answered(reply.status, 303)?;
        self.revision += 1;
        self.saved.clone_from(&self.written);
        Ok(())
    }

    fn sends(&mut self, person: &mut Person) -> Result<(), Fault> {
        let (upload, bytes) = match &self.upload {
            Some(known) => known.clone(),
            None => {
                let mut bytes = vec![0_u8; FILE];
                self.chance.fill(&mut bytes[..]);
                bytes[..5].copy_from_slice(b"%PDF-");
                let upload = person.begins(&self.path, (bytes.len(), &sha256(&bytes)))?;
                self.offset = 0;
                self.upload.insert((upload, bytes)).clone()
            }
        };
        let ends = (self.offset + PIECE).min(bytes.len());
        let (status, there) = person.sends(&upload, self.offset, &bytes[self.offset..ends])?;
        answered(status, 204)?;
        self.offset = there.and_then(|there| usize::try_from(there).ok()).unwrap_or(ends);
        if self.offset == bytes.len() {
            self.files += 1;
            self.whole.push((upload, bytes));
            self.upload = None;
        }
        Ok(())
    }

    fn hands_in(&mut self, person: &mut Person) -> Result<(), Fault> {
        self.in_doubt = true;
        let reply = person.post(&format!("{}/submission", self.path), "vouched=1")?;
        answered(reply.status, 303)?;
        self.in_doubt = false;
        self.receipts += 1;
        Ok(())
    }

    /// What of that which was acknowledged is not there.
    fn looks(&mut self, person: &mut Person) -> Result<Losses, Fault> {
        let mut losses = Losses::new();
        let page = person.get(&format!("{}/pages/description", self.path))?;
        let text = String::from_utf8_lossy(&page.body).into_owned();
        let has = |words: &str| words.is_empty() || text.contains(words);
        if !has(&self.saved) && !has(&self.written) {
            losses.push(format!("{}: {} was saved", self.path, self.saved));
        }
        if has(&self.written) && self.written != self.saved {
            self.revision += 1;
            self.saved.clone_from(&self.written);
        }
        losses.extend(self.looks_at_upload(person)?);
        for (upload, bytes) in &self.whole {
            if person.get(&format!("{upload}/file"))?.body != *bytes {
                losses.push(format!("{upload} was whole"));
            }
        }
        self.whole.clear();
        if self.receipts > 0 && person.get(&format!("{}/receipt", self.path))?.status != 200 {
            losses.push(format!("{}: a receipt was given", self.path));
        }
        Ok(losses)
    }

    /// How much of the upload on its way is there: what was acknowledged at least.
    fn looks_at_upload(&mut self, person: &mut Person) -> Result<Losses, Fault> {
        let Some((upload, bytes)) = self.upload.clone() else { return Ok(Losses::new()) };
        let there = person.tus(("HEAD", &upload), "", b"")?.offset.unwrap_or(0);
        let there = usize::try_from(there).unwrap_or(0);
        let is_lost = there < self.offset;
        self.offset = there;
        if there == bytes.len() {
            self.whole.push((upload.clone(), bytes));
            self.upload = None;
        }
        Ok(is_lost.then(|| format!("{upload}: more was acknowledged")).into_iter().collect())
    }
}

fn answered(status: u16, expect: u16) -> Result<(), Fault> {
    match status == expect {
        true => Ok(()),
        false => Err(Fault::new(format!("answered {status}"))),
    }
}

fn look(server: &Server, clients: &mut [Client]) -> Result<Losses, Fault> {
    let mut person = Person::administrator(server)?;
    let mut losses = Losses::new();
    for client in clients {
        losses.extend(client.looks(&mut person)?);
    }
    Ok(losses)
}

/// What a command of the program says of the folder when it finds something.
fn asked(program: &Path, data: &Path, word: &str) -> Result<Losses, Fault> {
    let output = Command::new(program).arg(word).arg("--data").arg(data).output()?;
    match output.status.success() {
        true => Ok(Losses::new()),
        false => Ok(vec![String::from_utf8_lossy(&output.stdout).into_owned()]),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// The program beside this test, which is built with it.
    fn program() -> PathBuf {
        let own = std::env::current_exe().unwrap();
        let folder = own.parent().and_then(Path::parent).unwrap();
        folder.join("hoithi")
    }

    #[test]
    fn what_was_acknowledged_outlives_a_killed_program() {
        let plan = Plan { rounds: 30, clients: 8, seed: 2026 };
        let told = measure(&program(), plan).unwrap();
        assert_eq!(told["losses"], json!([]));
        for counted in ["saves", "files", "receipts"] {
            assert!(told[counted].as_u64() > Some(0), "{counted}: nothing was done");
        }
    }
}
