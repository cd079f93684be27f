//! A prisoner that tries the doors: it is told on standard input what to try, and says what came of it.

use std::hint::black_box;
use std::io::{Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use kernel::Fault;
use sandbox::Task;

/// What the prisoner may use: little, so that limits are met soon.
const TASK: Task = Task {
    name: "cell",
    runs_programs: true,
    memory: 256 * 1024 * 1024,
    cpu_seconds: 1,
    longest: Duration::from_secs(5),
    most_answer: 1024,
};

fn main() -> ExitCode {
    let level = std::env::args().nth(2);
    ExitCode::from(u8::from(sandbox::serve(&TASK, level.as_deref(), attempt).is_err()))
}

fn attempt(input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    let mut told = String::new();
    input.read_to_string(&mut told)?;
    let (what, with) = told.split_once(' ').unwrap_or((told.as_str(), ""));
    let done = match what {
        "say" => with.to_owned(),
        "read" => outcome(std::fs::read(with)),
        "write" => outcome(std::fs::write(with, "x")),
        "connect" => outcome(std::net::TcpStream::connect(with)),
        "send" => outcome(std::net::UdpSocket::bind(with)),
        "run" => outcome(Command::new(with).stdin(Stdio::null()).output()),
        "environment" => {
            std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned() + " ").collect()
        }
        "eat" => format!("{}", black_box(vec![1_u8; with.parse::<usize>()? * 1024 * 1024]).len()),
        "spin" => spin(),
        "sleep" => outcome(Command::new("/usr/bin/sleep").arg(with).output()),
        "talk" => "x".repeat(with.parse()?),
        _ => "unknown".to_owned(),
    };
    Ok(out.write_all(done.as_bytes())?)
}

fn outcome<T>(result: std::io::Result<T>) -> String {
    if result.is_ok() { "done" } else { "barred" }.to_owned()
}

fn spin() -> String {
    let mut sum = 0_u64;
    loop {
        sum = black_box(sum.wrapping_add(1));
    }
}
