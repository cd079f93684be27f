//! `surge`: the last minutes before a deadline. Manifests arrive faster and faster, each is asked for again by an
//! impatient browser, and some are clicked twice.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use kernel::time::{Clock, Stopwatch, SystemClock};
use kernel::{Fault, Instant};
use serde_json::{Value, json};

use super::first::{self, Person};
use super::store::{self, Stage};
use crate::Folder;
use crate::http::quantile;
use crate::server::Server;

/// How much arrives, and how fast.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Dossiers.
    pub dossiers: usize,
    /// Seconds before the deadline in which they arrive.
    pub seconds: u64,
    /// Connections.
    pub connections: usize,
}

/// Seconds by which the curve is flattened: with 60 and ten minutes, 46 % arrive in the last two minutes and 9 %
/// in the last fifteen seconds.
const TAU: f64 = 60.0;
/// Every twentieth is clicked twice.
const TWICE: usize = 20;
/// Seconds in which the server has started.
const STARTS_IN: i64 = 5;
/// Each is asked for so often, a second apart.
const TRIES: u64 = 3;

/// One request that is to be sent.
#[derive(Debug, Clone, Copy)]
struct Shot {
    after: Duration,
    dossier: usize,
}

/// What came of one request.
#[derive(Debug, Clone)]
struct Hit {
    dossier: usize,
    sent_ms: i64,
    answered_ms: i64,
    micros: u64,
    status: u16,
    location: Option<String>,
}

/// Fills, serves, and sends.
pub fn measure(program: &Path, plan: Plan) -> Result<Value, Fault> {
    let folder = Folder::new("surge")?;
    let field = Field::prepare(program, folder.path(), plan.dossiers)?;
    let shots = shots(plan);
    let lead = Duration::from_secs(plan.seconds);
    let (closes, hits, most) = field.run(program, lead, (&shots, plan.connections))?;
    let told = field.judge(&hits, closes);
    let rows = store::versions(folder.path())?;
    let mut times: Vec<u64> = hits.iter().map(|hit| hit.micros).collect();
    times.sort_unstable();
    Ok(json!({
        "bench": "surge",
        "dossiers": plan.dossiers,
        "seconds": plan.seconds,
        "requests": hits.len(),
        "p50_ms": quantile(&times, 50),
        "p95_ms": quantile(&times, 95),
        "p99_ms": quantile(&times, 99),
        "most_ms": quantile(&times, 100),
        "memory_most_mb": most,
        "taken": told.taken,
        "wrong": told.wrong,
        "versions": rows.0,
        "dossiers_with_a_version": rows.1,
    }))
}

/// When each is sent: the share that arrives in the last `s` seconds is ln((s + τ) / τ) / ln((all + τ) / τ).
fn shots(plan: Plan) -> Vec<Shot> {
    let all = plan.seconds as f64;
    let whole = ((all + TAU) / TAU).ln();
    let mut shots = Vec::new();
    for dossier in 0..plan.dossiers {
        let share = (dossier as f64 + 0.5) / plan.dossiers as f64;
        let left = TAU * (share * whole).exp() - TAU;
        let first = Duration::from_secs_f64((all - left).max(0.0));
        let tries = (0..TRIES).map(|again| first + Duration::from_secs(again));
        shots.extend(tries.map(|after| Shot { after, dossier }));
        if dossier % TWICE == 0 {
            shots.push(Shot { after: first, dossier });
        }
    }
    shots.sort_by_key(|shot| shot.after);
    shots
}

/// How the answers stand to the rule.
pub struct Told {
    /// Dossiers that were taken.
    pub taken: usize,
    /// Answers that the rule does not allow.
    pub wrong: usize,
}

/// Dossiers that are written, and the sessions of their authors.
pub struct Field {
    data: std::path::PathBuf,
    cookies: Vec<String>,
}

impl Field {
    /// Fills a folder.
    pub fn prepare(program: &Path, data: &Path, dossiers: usize) -> Result<Self, Fault> {
        let installed = first::install(data, None)?;
        let server = Server::start(program, data)?;
        let path = Person::administrator(&server)?.writes(installed.contest)?;
        drop(server);
        let stage = (dossiers, Stage::Written);
        let cookies = store::fill((data, None), (&installed, &path), stage)?;
        Ok(Self { data: data.to_owned(), cookies })
    }

    /// The sessions of the authors, one for each dossier.
    pub fn cookies(&self) -> &[String] {
        &self.cookies
    }

    /// Serves, and sends each request at its time, which begins so long before the deadline; the deadline, what came
    /// of each, and the most memory of the server.
    fn run(
        &self,
        program: &Path,
        lead: Duration,
        (shots, connections): (&[Shot], usize),
    ) -> Result<(Instant, Vec<Hit>, f64), Fault> {
        let ahead = i64::try_from(lead.as_secs()).unwrap_or(i64::MAX) + STARTS_IN;
        let closes = SystemClock.now().plus_seconds(ahead);
        store::move_deadline((&self.data, None), closes)?;
        let server = Server::start(program, &self.data)?;
        let left = closes.millis() - SystemClock.now().millis();
        let left = Duration::from_millis(u64::try_from(left).unwrap_or(0));
        thread::sleep(left.saturating_sub(lead));
        let next = AtomicUsize::new(0);
        let clock = Stopwatch::start();
        let (hits, most) = thread::scope(|scope| {
            let workers: Vec<_> = (0..connections)
                .map(|_| scope.spawn(|| self.shoot(&server, (shots, &next), &clock)))
                .collect();
            let mut most: f64 = 0.0;
            while workers.iter().any(|worker| !worker.is_finished()) {
                most = most.max(server.resident_mb().unwrap_or(0.0));
                thread::sleep(Duration::from_millis(200));
            }
            let mut hits = Vec::new();
            for worker in workers {
                hits.extend(worker.join().map_err(|_| Fault::new("a client failed"))??);
            }
            Ok::<_, Fault>((hits, most))
        })?;
        Ok((closes, hits, most))
    }

    /// Sends what is next until nothing is left.
    fn shoot(
        &self,
        server: &Server,
        (shots, next): (&[Shot], &AtomicUsize),
        clock: &Stopwatch,
    ) -> Result<Vec<Hit>, Fault> {
        let mut hits = Vec::new();
        while let Some(shot) = shots.get(next.fetch_add(1, Ordering::Relaxed)) {
            let now = Duration::from_micros(clock.micros());
            thread::sleep(shot.after.saturating_sub(now));
            let mut person = Person::with_cookie(server, &self.cookies[shot.dossier])?;
            let path = format!("/dossiers/{}/submission", store::dossier(shot.dossier));
            let sent_ms = SystemClock.now().millis();
            let one = Stopwatch::start();
            let reply = person.post(&path, "vouched=1")?;
            hits.push(Hit {
                dossier: shot.dossier,
                sent_ms,
                answered_ms: SystemClock.now().millis(),
                micros: one.micros(),
                status: reply.status,
                location: reply.location,
            });
        }
        Ok(hits)
    }

    /// A request that was sent after the deadline must be refused unless its dossier was in time already, one that
    /// was answered before it must be taken; what is between is for the server's stamp, which no client sees.
    fn judge(&self, hits: &[Hit], closes: Instant) -> Told {
        let mut taken = vec![false; self.cookies.len()];
        let mut sorted: Vec<&Hit> = hits.iter().collect();
        sorted.sort_by_key(|hit| hit.answered_ms);
        for hit in &sorted {
            let receipt = format!("/dossiers/{}/receipt", store::dossier(hit.dossier));
            let is_receipt = hit.status == 303
                && hit.location.as_ref().is_some_and(|place| place.starts_with(&receipt));
            taken[hit.dossier] |= is_receipt;
        }
        let first_sent = |dossier: usize| {
            sorted.iter().filter(|hit| hit.dossier == dossier).map(|hit| hit.sent_ms).min()
        };
        let is_wrong = |hit: &&&Hit| {
            let was_early = hit.answered_ms <= closes.millis() && hit.status != 303;
            let was_late = hit.status == 303 && first_sent(hit.dossier) > Some(closes.millis());
            was_early || was_late || !matches!(hit.status, 303 | 409)
        };
        let wrong = sorted.iter().filter(is_wrong).count();
        Told { taken: taken.iter().filter(|is| **is).count(), wrong }
    }

    /// Sends one request for each dossier around the deadline, a few milliseconds apart, and says how many answers
    /// stand against the rule.
    pub fn edge(
        &self,
        program: &Path,
        (seconds, connections): (u64, usize),
    ) -> Result<Value, Fault> {
        let count = self.cookies.len();
        let apart = seconds as f64 / count as f64;
        let shot = |dossier: usize| Shot {
            after: Duration::from_secs_f64(dossier as f64 * apart),
            dossier,
        };
        let shots: Vec<Shot> = (0..count).map(shot).collect();
        let lead = Duration::from_secs(seconds) / 2;
        let (closes, hits, _) = self.run(program, lead, (&shots, connections))?;
        let told = self.judge(&hits, closes);
        let late_taken = hits.iter().filter(|hit| hit.status == 303).map(|hit| hit.sent_ms).max();
        let early_refused =
            hits.iter().filter(|hit| hit.status == 409).map(|hit| hit.answered_ms).min();
        let rows = store::versions(&self.data)?;
        Ok(json!({
            "bench": "edge",
            "requests": hits.len(),
            "taken": told.taken,
            "versions": rows.0,
            "wrong": told.wrong,
            "last_taken_was_sent_ms_after_the_deadline": late_taken.map(|at| at - closes.millis()),
            "first_refused_was_answered_ms_after_the_deadline": early_refused.map(|at| at - closes.millis()),
        }))
    }
}
