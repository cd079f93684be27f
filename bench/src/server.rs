//! A server under measurement: started, waited for, stopped.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use kernel::Fault;
use kernel::time::Stopwatch;

use crate::http;

/// A server that runs until it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// Milliseconds from start to the first answer that proves a write.
    pub ready_ms: f64,
}

impl Server {
    /// Starts the program on a folder and waits until it is ready.
    pub fn start(program: &Path, data: &Path) -> Result<Self, Fault> {
        Self::start_with(program, data, None)
    }

    /// The same with the database of this address; nothing: the embedded one.
    pub fn start_with(program: &Path, data: &Path, url: Option<&str>) -> Result<Self, Fault> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let begun = Stopwatch::start();
        let child = Command::new(program)
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(data)
            .args(url.iter().flat_map(|url| ["--database", url]))
            .env("HOITHI_LOG", "error")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Fault::new(format!("{}: {error}", program.display())))?;
        let mut server = Self { child, address, ready_ms: 0.0 };
        for _ in 0..20_000 {
            if http::get_once(address, "/health/ready").is_ok_and(|status| status == 200) {
                server.ready_ms = begun.micros() as f64 / 1000.0;
                return Ok(server);
            }
            thread::sleep(Duration::from_micros(500));
        }
        Err(Fault::new("the server did not become ready"))
    }

    /// Resident memory in MB.
    pub fn resident_mb(&self) -> Result<f64, Fault> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kilobytes.ok_or_else(|| Fault::new("the kernel tells no VmRSS"))? / 1024.0)
    }
}

impl Server {
    /// Ends the program at once, as a power cut would.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
