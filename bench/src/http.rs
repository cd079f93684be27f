//! A client that costs little: keep-alive HTTP/1.1 on one socket, one request after the other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use kernel::Fault;
use kernel::time::Stopwatch;

/// How long a server under load is waited for: five hundred files at once share its line.
const PATIENCE: Duration = Duration::from_secs(300);

/// One connection.
pub struct Client {
    reader: BufReader<TcpStream>,
    address: SocketAddr,
}

/// What came back.
#[derive(Debug, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Value of the first `set-cookie`, up to the first semicolon.
    pub cookie: Option<String>,
    /// Value of `etag`.
    pub tag: Option<String>,
    /// Value of `location`.
    pub location: Option<String>,
    /// Value of `upload-offset`.
    pub offset: Option<u64>,
    /// Bytes of the body.
    pub length: usize,
    /// Bytes of the whole answer.
    pub wire: usize,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects.
    pub fn connect(address: SocketAddr) -> Result<Self, Fault> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { reader: BufReader::with_capacity(64 * 1024, stream), address })
    }

    /// Asks for a page with further headers, each with its line's end.
    pub fn get(&mut self, path: &str, headers: &str) -> Result<Reply, Fault> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{headers}\r\n", self.address);
        self.reader.get_mut().write_all(request.as_bytes())?;
        self.reply()
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, form: &str) -> Result<Reply, Fault> {
        self.post_as(path, "", form)
    }

    /// Sends a form with further headers, each with its line's end.
    pub fn post_as(&mut self, path: &str, headers: &str, form: &str) -> Result<Reply, Fault> {
        let headers = format!("content-type: application/x-www-form-urlencoded\r\n{headers}");
        self.send(("POST", path), &headers, form.as_bytes())
    }

    /// Sends a request with a body.
    pub fn send(
        &mut self,
        (method, path): (&str, &str),
        headers: &str,
        body: &[u8],
    ) -> Result<Reply, Fault> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\n{headers}content-length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        self.reader.get_mut().write_all(head.as_bytes())?;
        self.reader.get_mut().write_all(body)?;
        match method {
            "HEAD" => self.head(),
            _ => self.reply(),
        }
    }

    /// An answer that announces a body and has none.
    fn head(&mut self) -> Result<Reply, Fault> {
        let (mut reply, _) = self.headers()?;
        reply.length = 0;
        Ok(reply)
    }

    fn reply(&mut self) -> Result<Reply, Fault> {
        let (mut reply, chunked) = self.headers()?;
        if chunked {
            reply.wire += self.chunks(&mut reply.body)?;
            reply.length = reply.body.len();
            return Ok(reply);
        }
        reply.body = vec![0; reply.length];
        self.reader.read_exact(&mut reply.body)?;
        reply.wire += reply.length;
        Ok(reply)
    }

    /// The status and the headers that measurements ask for; whether the body comes in pieces.
    fn headers(&mut self) -> Result<(Reply, bool), Fault> {
        let (mut reply, mut line, mut chunked) = (Reply::default(), String::new(), false);
        loop {
            line.clear();
            if self.reader.read_line(&mut line)? == 0 {
                return Err(Fault::new("the server closed the connection"));
            }
            reply.wire += line.len();
            let header = line.trim_end();
            if header.is_empty() {
                return Ok((reply, chunked));
            }
            if let Some(rest) = header.strip_prefix("HTTP/1.1 ") {
                reply.status = rest.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
                continue;
            }
            let (name, value) = header.split_once(": ").unwrap_or((header, ""));
            match name.to_ascii_lowercase().as_str() {
                "content-length" => reply.length = value.parse()?,
                "transfer-encoding" => chunked = value == "chunked",
                "etag" => reply.tag = Some(value.to_owned()),
                "location" => reply.location = Some(value.to_owned()),
                "upload-offset" => reply.offset = value.parse().ok(),
                "set-cookie" => {
                    let value = value.split(';').next().unwrap_or("").to_owned();
                    reply.cookie.get_or_insert(value);
                }
                _ => (),
            }
        }
    }

    /// Reads a body that comes in pieces, as one that is packed on the way does; answers its bytes on
    /// the wire.
    fn chunks(&mut self, body: &mut Vec<u8>) -> Result<usize, Fault> {
        let (mut line, mut wire) = (String::new(), 0);
        loop {
            line.clear();
            wire += self.reader.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim_end(), 16)
                .map_err(|_| Fault::new(format!("{line:?} is no length of a piece")))?;
            let first = body.len();
            // Each piece ends its line, also the last, which is empty.
            body.resize(first + length + 2, 0);
            self.reader.read_exact(&mut body[first..])?;
            body.truncate(first + length);
            wire += length + 2;
            if length == 0 {
                return Ok(wire);
            }
        }
    }
}

/// The status of one page on a connection of its own.
pub fn get_once(address: SocketAddr, path: &str) -> Result<u16, Fault> {
    Ok(Client::connect(address)?.get(path, "")?.status)
}

/// What a load did.
pub struct Load {
    /// Answers in a second.
    pub per_second: f64,
    /// Median of one request in milliseconds, waiting for its turn included.
    pub p50_ms: f64,
    /// 95th percentile likewise.
    pub p95_ms: f64,
    /// Bytes of one answer.
    pub bytes: usize,
}

/// Asks for one page as fast as it comes, on so many connections, for so many seconds.
pub fn load(
    address: SocketAddr,
    path: &str,
    headers: &str,
    (connections, seconds): (usize, u64),
) -> Result<Load, Fault> {
    let begun = Stopwatch::start();
    let until = seconds * 1_000_000;
    let threads: Vec<_> = (0..connections)
        .map(|_| {
            let (path, headers) = (path.to_owned(), headers.to_owned());
            std::thread::spawn(move || ask(address, &path, &headers, until))
        })
        .collect();
    let (mut times, mut bytes) = (Vec::new(), 0);
    for thread in threads {
        let (own, length) = thread.join().map_err(|_| Fault::new("a client thread failed"))??;
        times.extend(own);
        bytes = length;
    }
    let elapsed = begun.micros() as f64 / 1e6;
    times.sort_unstable();
    Ok(Load {
        per_second: times.len() as f64 / elapsed,
        p50_ms: quantile(&times, 50),
        p95_ms: quantile(&times, 95),
        bytes,
    })
}

fn ask(
    address: SocketAddr,
    path: &str,
    headers: &str,
    until: u64,
) -> Result<(Vec<u64>, usize), Fault> {
    let mut client = Client::connect(address)?;
    let (mut times, mut bytes) = (Vec::new(), 0);
    let whole = Stopwatch::start();
    while whole.micros() < until {
        let one = Stopwatch::start();
        let reply = client.get(path, headers)?;
        if reply.status != 200 {
            return Err(Fault::new(format!("{path} answered {}", reply.status)));
        }
        times.push(one.micros());
        bytes = reply.length;
    }
    Ok((times, bytes))
}

/// A percentile of sorted microseconds, in milliseconds.
pub fn quantile(sorted: &[u64], percent: usize) -> f64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |micros| *micros as f64 / 1000.0)
}
