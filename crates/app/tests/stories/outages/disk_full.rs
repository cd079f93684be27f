//! The disk of the data folder is full, and has room again: the real program on a small disk of its own.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use hoithi::frame::answer::encode;

use super::free_port;

/// How large the disk is; the demo world takes about a fifth of it.
const DISK: &str = "size=24m";

/// The running program, and the disk that only it sees.
struct Program {
    child: Child,
    /// The data folder, as the program knows it.
    mount_point: PathBuf,
    /// The same, as this process can reach it.
    data: PathBuf,
    port: u16,
    cookie: String,
}

impl Program {
    fn begin(mount_point: &Path, way: &[&str]) -> Self {
        let port = free_port();
        let script = format!(
            "mount -t tmpfs -o {DISK} tmpfs \"$1\" && exec \"$2\" serve --demo --data \"$1\" \
             --listen 127.0.0.1:{port}"
        );
        let mut command = Command::new("unshare");
        command.args(way).args(["sh", "-c", &script, "sh"]).arg(mount_point);
        command.arg(env!("CARGO_BIN_EXE_hoithi")).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().unwrap();
        // Each step before the program becomes the program itself, so the id stays the same.
        let seen_from_inside = mount_point.strip_prefix("/").unwrap();
        let data = PathBuf::from(format!("/proc/{}/root", child.id())).join(seen_from_inside);
        let mount_point = mount_point.to_owned();
        Self { child, mount_point, data, port, cookie: String::new() }
    }

    /// Waits until it serves, and signs in.
    fn enter(&mut self) {
        for _ in 0..600 {
            std::thread::sleep(Duration::from_millis(100));
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() && self.is_ready() {
                break;
            }
        }
        let email = encode(world::SECRETARY.email);
        let answer = self.post("/demo/sign-in", &format!("email={email}"));
        let (_, cookie) = answer.split_once("set-cookie: ").unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    fn is_ready(&self) -> bool {
        status(&self.get("/health/ready")) == 200
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    fn post(&self, path: &str, body: &str) -> String {
        self.ask("POST", path, body)
    }

    /// One request on a connection of its own; the whole answer as text.
    fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let (port, cookie, length) = (self.port, &self.cookie, body.len());
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\
             cookie: {cookie}\r\nsec-fetch-site: same-origin\r\ncontent-length: {length}\r\n\
             content-type: application/x-www-form-urlencoded\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    fn found(&self, name: &str) -> String {
        self.post("/units", &format!("kind=other&name={}", encode(name)))
    }

    /// How many units of this story there are.
    fn listed(&self) -> usize {
        let page = self.get(&format!("/units?q={}", encode("Đợt")));
        assert_eq!(status(&page), 200);
        let (_, count) = page.split_once("role=\"status\">").unwrap_or(("", "0 "));
        count.split(' ').next().unwrap().parse().unwrap()
    }

    /// A command of the program on the same disk, while it serves.
    fn command(&self, name: &str) -> String {
        let mut command = Command::new("nsenter");
        let process = self.child.id().to_string();
        command.args(["--target", &process, "--mount", "--user", "--preserve-credentials"]);
        command.arg(env!("CARGO_BIN_EXE_hoithi")).arg(name).arg("--data").arg(&self.mount_point);
        let done = command.output().unwrap();
        let said = String::from_utf8(done.stdout).unwrap();
        assert!(done.status.success(), "{name}: {said}{}", String::from_utf8_lossy(&done.stderr));
        said
    }

    /// Writes until nothing more fits.
    fn fill(&self) {
        let mut filler = std::fs::File::create(self.filler()).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            let piece = vec![0; size];
            let full = std::iter::repeat_with(|| filler.write_all(&piece)).find_map(Result::err);
            assert_eq!(full.unwrap().kind(), ErrorKind::StorageFull);
        }
    }

    fn filler(&self) -> PathBuf {
        self.data.join("filler")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

/// How this user may have a disk that nobody else sees; nothing where it may not.
fn way() -> Option<&'static [&'static str]> {
    const OWN: &[&str] = &["--map-root-user", "--mount"];
    let works = |way: &[&str]| {
        let mut probe = Command::new("unshare");
        let probe = probe.args(way).args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
        probe.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    works(OWN).then_some(OWN)
}

/// Straight to standard error: what a macro prints the harness keeps to itself when the test passes.
fn skip_loudly() {
    let told =
        "SKIPPED: the story of the full disk needs a mount of its own, which unshare is refused";
    let _ = writeln!(std::io::stderr(), "{told}");
}

#[test]
fn full_disk_is_told_and_nothing_is_half_done() {
    let Some(way) = way() else { return skip_loudly() };
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::begin(folder.path(), way);
    program.enter();
    program.fill();
    let (kept, refused) = found_until_full(&program);
    assert_eq!(status(&refused), 507);
    assert!(refused.contains("Ổ đĩa của máy chủ đã đầy nên chưa ghi được; chưa có gì bị mất"));
    assert_eq!(program.listed(), kept);
    // What the refused unit had begun to write leaves room for some of the smaller writes that prove
    // readiness.
    assert!((0..500).any(|_| !program.is_ready()));
    std::fs::remove_file(program.filler()).unwrap();
    assert_eq!(status(&program.found(&format!("Đợt {kept}"))), 303);
    assert!(program.is_ready());
    assert_eq!(program.listed(), kept + 1);
    program.command("check");
    let said = program.command("verify");
    assert!(!said.contains(" 0 việc"), "{said}");
}

/// Founds one unit after the other: the log of the database has some room of its own. Answers with how
/// many were founded, and with the refusal of the next.
fn found_until_full(program: &Program) -> (usize, String) {
    for kept in 0..5000 {
        let answer = program.found(&format!("Đợt {kept}"));
        if status(&answer) != 303 {
            return (kept, answer);
        }
    }
    panic!("the disk never became full")
}
