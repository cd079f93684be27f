//! The program is killed while bytes arrive: nothing that was acknowledged is lost, and no file is torn.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use hoithi::frame::answer::encode;
use tempfile::TempDir;

use super::{PURPOSE, hash, metadata, noise};

/// How often it is killed.
const ROUNDS: u64 = 12;
/// How much is sent, and how much of it in one request.
const FILE: usize = 6_000_000;
const PIECE: usize = 300_000;

/// The running program on a folder that outlives it.
struct Program {
    child: Child,
    line: Line,
}

/// The way to it.
#[derive(Clone)]
struct Line {
    port: u16,
    cookie: String,
}

impl Program {
    /// Starts it with the demo world, and waits until it serves.
    fn begin(data: &Path, cookie: &str) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoithi"));
        command.args(["serve", "--demo", "--listen", &format!("127.0.0.1:{port}"), "--data"]);
        let child = command.arg(data).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let program = Self { child, line: Line { port, cookie: cookie.to_owned() } };
        for _ in 0..1_200 {
            std::thread::sleep(Duration::from_millis(50));
            let answer = program.line.ask("GET", "/health/ready", "", b"");
            if answer.is_ok_and(|said| status(&said) == 200) {
                return program;
            }
        }
        panic!("the program does not serve");
    }

    /// Nothing is finished, nothing is tidied up.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Line {
    fn sign_in(&mut self) {
        let body = format!("email={}", encode(world::SECRETARY.email));
        let kind = "content-type: application/x-www-form-urlencoded\r\n";
        let answer = self.ask("POST", "/demo/sign-in", kind, body.as_bytes()).unwrap();
        self.cookie = header(&answer, "set-cookie").split(';').next().unwrap().to_owned();
    }

    /// One request on a connection of its own: the head of the answer, or the line has broken.
    fn ask(&self, method: &str, path: &str, more: &str, body: &[u8]) -> std::io::Result<String> {
        let answer = self.whole(method, path, more, body)?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.ok_or_else(|| std::io::Error::other("no answer"))?;
        Ok(String::from_utf8_lossy(&answer[..end]).into_owned())
    }

    fn whole(&self, method: &str, path: &str, more: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let (port, cookie, length) = (self.port, &self.cookie, body.len());
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\
             cookie: {cookie}\r\nsec-fetch-site: same-origin\r\ntus-resumable: 1.0.0\r\n\
             {more}content-length: {length}\r\n\r\n"
        )?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    }

    fn promise(&self, name: &str, bytes: &[u8]) -> String {
        let metadata = metadata(name, &hash(bytes), PURPOSE);
        let more = format!("upload-length: {}\r\nupload-metadata: {metadata}\r\n", bytes.len());
        let answer = self.ask("POST", "/uploads", &more, b"").unwrap();
        assert_eq!(status(&answer), 201, "{answer}");
        header(&answer, "location")
    }

    fn offset(&self, path: &str) -> usize {
        let answer = self.ask("HEAD", path, "", b"").unwrap();
        assert_eq!(status(&answer), 200, "{answer}");
        header(&answer, "upload-offset").parse().unwrap()
    }

    /// Sends the next piece; answers with the offset that was acknowledged, if any was.
    fn send(&self, path: &str, from: usize, bytes: &[u8]) -> Option<usize> {
        let more =
            format!("upload-offset: {from}\r\ncontent-type: application/offset+octet-stream\r\n");
        let to = bytes.len().min(from + PIECE);
        let answer = self.ask("PATCH", path, &more, &bytes[from..to]).ok()?;
        assert_eq!(status(&answer), 204, "{answer}");
        Some(header(&answer, "upload-offset").parse().unwrap())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

fn header(head: &str, name: &str) -> String {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    let mut found = lines.filter(|(given, _)| given.eq_ignore_ascii_case(name));
    found.next().map_or_else(String::new, |(_, value)| value.to_owned())
}

/// Sends until the program is killed; answers with the last offset that was acknowledged.
fn send_until_killed(program: &mut Program, path: &str, bytes: &[u8], wait: Duration) -> usize {
    let line = program.line.clone();
    let mut acknowledged = line.offset(path);
    std::thread::scope(|scope| {
        let sending = scope.spawn(move || {
            while acknowledged < bytes.len() {
                match line.send(path, acknowledged, bytes) {
                    Some(offset) => acknowledged = offset,
                    None => break,
                }
            }
            acknowledged
        });
        std::thread::sleep(wait);
        program.kill();
        sending.join().unwrap()
    })
}

/// Every file under a hash has this hash.
fn no_file_is_torn(data: &Path) -> usize {
    let mut files = 0;
    for shelf in std::fs::read_dir(data.join("files")).into_iter().flatten() {
        for file in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if name.len() == 64 {
                assert_eq!(hash(&std::fs::read(&path).unwrap()), name);
                files += 1;
            }
        }
    }
    files
}

fn in_order(data: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoithi"));
    let done = command.args(["check", "--data"]).arg(data).output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stdout));
}

#[test]
fn a_killed_program_has_lost_nothing_that_it_acknowledged() {
    let folder = TempDir::new().unwrap();
    let data = folder.path();
    let mut program = Program::begin(data, "");
    program.line.sign_in();
    let cookie = program.line.cookie.clone();
    let before = no_file_is_torn(data);
    let (mut number, mut finished) = (0, 0);
    for round in 0..ROUNDS {
        let bytes = noise(FILE + number);
        let path = program.line.promise("a.bin", &bytes);
        let wait = Duration::from_millis(20 + round * 83 % 400);
        let acknowledged = send_until_killed(&mut program, &path, &bytes, wait);
        no_file_is_torn(data);
        program = Program::begin(data, &cookie);
        let offset = program.line.offset(&path);
        assert!(offset >= acknowledged, "{offset} of {acknowledged} that were acknowledged");
        if acknowledged == bytes.len() {
            finished += 1;
            number += 1;
        }
    }
    let bytes = noise(FILE + number);
    let path = program.line.promise("a.bin", &bytes);
    let mut offset = program.line.offset(&path);
    while offset < bytes.len() {
        offset = program.line.send(&path, offset, &bytes).unwrap();
    }
    let answer = program.line.whole("GET", &format!("{path}/file"), "", b"").unwrap();
    let body = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    assert_eq!(hash(&answer[body..]), hash(&bytes));
    program.kill();
    assert_eq!(no_file_is_torn(data), before + finished + 1);
    in_order(data);
}
