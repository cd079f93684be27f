//! PostgreSQL is killed under a running house, and started again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::header;
use hoithi::audit::verify::verify;
use hoithi::configuration::Configuration;
use hoithi::frame::App;
use hoithi::installation::check::check;
use hoithi::installation::{demo, work};
use hoithi::router;
use kernel::time::SystemClock;
use tempfile::TempDir;

use super::{free_port, is_root};
use crate::browser;
use crate::reply::Reply;

/// A PostgreSQL of this story alone, which it may kill.
struct Cluster {
    folder: TempDir,
    port: u16,
}

impl Cluster {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres:").arg(folder.path()));
        }
        let cluster = Self { folder, port: free_port() };
        let settings = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"];
        run(cluster.command("initdb").args(settings).arg("--locale=C.UTF-8"));
        cluster.start();
        cluster
    }

    fn start(&self) {
        let options = format!("-h 127.0.0.1 -p {} -k '' -c max_connections=20", self.port);
        let log = self.data().join("server.log");
        let mut command = self.command("pg_ctl");
        run(command.args(["-w", "-o", &options, "-l"]).arg(log).arg("start"));
    }

    /// As when the machine loses power: nobody is told, nothing is written down.
    fn kill(&self) {
        run(self.command("pg_ctl").args(["-m", "immediate", "stop"]));
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A program of PostgreSQL, which refuses to run as root.
    fn command(&self, program: &str) -> Command {
        let program = programs().join(program);
        let mut command = match is_root() {
            true => Command::new("runuser"),
            false => Command::new(&program),
        };
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(&program);
        }
        command.current_dir("/").arg("-D").arg(self.data());
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.command("pg_ctl").args(["-m", "immediate", "stop"]).output();
    }
}

fn run(command: &mut Command) {
    // A server that goes on must not hold the pipes on which its starter is waited for.
    let status = command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let status = status.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

/// Where the newest PostgreSQL of this machine keeps its programs.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").unwrap();
    let programs = versions.map(|version| version.unwrap().path().join("bin"));
    let has_server = |bin: &PathBuf| bin.join("pg_ctl").exists();
    programs.filter(has_server).max().expect("./test installs PostgreSQL")
}

async fn open(url: String, folder: &Path) -> App {
    let mut configuration = Configuration::embedded(folder);
    configuration.database = Some(url);
    configuration.demo = true;
    let app = App::open(configuration, Arc::new(SystemClock)).await.unwrap();
    demo::load(&app).await.unwrap();
    app
}

/// The secretary's browser.
struct Secretary {
    service: Router,
    cookie: String,
}

impl Secretary {
    async fn enter(service: Router) -> Self {
        let typed = [("email", world::SECRETARY.email)];
        let reply = browser::send(service.clone(), browser::form("/demo/sign-in", &typed)).await;
        let cookie = reply
            .leads_to(world::SECRETARY.begins_at)
            .header("set-cookie")
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        Self { service, cookie }
    }

    async fn send(&self, mut request: axum::http::Request<axum::body::Body>) -> Reply {
        request.headers_mut().insert(header::COOKIE, self.cookie.parse().unwrap());
        browser::send(self.service.clone(), request).await
    }

    async fn look(&self, path: &str) -> Reply {
        self.send(browser::get(path)).await
    }

    async fn found(&self, name: &str) -> Reply {
        self.send(browser::form("/units", &[("name", name), ("kind", "other")])).await
    }
}

/// The sentence, up to the reference that differs each time.
fn told() -> &'static str {
    "Hệ thống tạm thời không tới được cơ sở dữ liệu; chưa có gì bị thay đổi."
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_say_that_the_database_is_away_and_recover_by_themselves() {
    let cluster = Cluster::begin();
    let folder = tempfile::tempdir().unwrap();
    let url = format!("postgres://postgres@127.0.0.1:{}/postgres", cluster.port);
    let app = open(url, folder.path()).await;
    let service = router::service(app.clone());
    let worker = tokio::spawn(work::forever(app.clone()));
    let secretary = Secretary::enter(service.clone()).await;
    secretary.found("Đơn vị trước khi hỏng").await.is(303);
    cluster.kill();
    secretary.look("/units").await.is(503).shows(told());
    secretary.found("Đơn vị giữa chừng").await.is(503).shows(told());
    browser::send(service.clone(), browser::get("/sign-in")).await.is(503).shows(told());
    secretary.look("/health/live").await.is(200);
    secretary.look("/health/ready").await.is(503);
    secretary.look("/assets/icons.svg").await.is(200);
    cluster.start();
    comes_back(&secretary).await;
    secretary.look("/units?q=giữa+chừng").await.is(200).hides("Đơn vị giữa chừng");
    secretary.found("Đơn vị giữa chừng").await.is(303);
    secretary.look("/units?q=trước+khi+hỏng").await.is(200).shows("Đơn vị trước khi hỏng");
    secretary.look("/health/ready").await.is(200);
    let verdict = verify(&app.store, &app.keys, &[]).await.unwrap();
    assert_eq!(verdict.findings, []);
    assert_eq!(check(&app.store).await.unwrap(), []);
    worker.abort();
}

/// Nobody restarts anything: the same session works again within seconds.
async fn comes_back(secretary: &Secretary) {
    for _ in 0..50 {
        if secretary.look("/units").await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the pages did not come back");
}
