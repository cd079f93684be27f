//! Slow clients: who sends a request byte by byte, or nothing, does not keep a place for long.

use std::time::Duration;

use hoithi::frame::connections::{self, Limits};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::house::House;

stories! {
    request_that_comes_byte_by_byte_is_cut,
    connection_that_is_used_is_kept,
    connection_that_lies_idle_is_closed,
    only_so_many_connections_are_open_at_once,
    request_that_was_begun_is_answered_before_the_end,
}

const HEAD: Duration = Duration::from_secs(2);
const REQUEST: &[u8] = b"GET /health/live HTTP/1.1\r\nhost: 127.0.0.1:8080\r\n\r\n";

/// The service of a house on a port of its own.
struct Served {
    listener: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

impl Served {
    async fn begin(house: &House, connections: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let limits = Limits { head: HEAD, connections };
        let stopped = async move { drop(stopped.await) };
        let ended = tokio::spawn(connections::serve(listener, house.service(), limits, stopped));
        Self { listener: address, stop, ended }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.listener).await.unwrap()
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        timeout(HEAD, self.ended).await.unwrap().unwrap();
    }
}

/// Asks once and reads the answer, whose body is short.
async fn ask(stream: &mut TcpStream) -> String {
    stream.write_all(REQUEST).await.unwrap();
    read_answer(stream).await
}

async fn read_answer(stream: &mut TcpStream) -> String {
    let mut bytes = vec![0; 8192];
    let read = timeout(HEAD, stream.read(&mut bytes)).await.unwrap().unwrap();
    String::from_utf8_lossy(&bytes[..read]).lines().next().unwrap_or("").to_owned()
}

/// Waits until the other side has closed; whatever it said before does not count.
async fn is_closed_within(stream: &mut TcpStream, patience: Duration) -> bool {
    let mut bytes = [0; 1024];
    let closed = async { while !matches!(stream.read(&mut bytes).await, Ok(0) | Err(_)) {} };
    timeout(patience, closed).await.is_ok()
}

async fn request_that_comes_byte_by_byte_is_cut(house: &House) {
    let served = Served::begin(house, 10).await;
    let mut slow = served.connect().await;
    let begun = tokio::time::Instant::now();
    let (mut reading, mut writing) = slow.split();
    let dripping = async {
        for byte in REQUEST.iter().cycle() {
            if writing.write_all(&[*byte]).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let mut bytes = [0; 1024];
    let closed = async { while !matches!(reading.read(&mut bytes).await, Ok(0) | Err(_)) {} };
    tokio::select! {
        () = closed => (),
        () = dripping => (),
        () = tokio::time::sleep(HEAD * 3) => panic!("it was not cut"),
    }
    let lasted = begun.elapsed();
    assert!(lasted >= HEAD && lasted < HEAD * 2, "{lasted:?}");
    served.end().await;
}

async fn connection_that_is_used_is_kept(house: &House) {
    let served = Served::begin(house, 10).await;
    let mut stream = served.connect().await;
    for _ in 0..5 {
        assert_eq!(ask(&mut stream).await, "HTTP/1.1 200 OK");
        tokio::time::sleep(HEAD / 2).await;
    }
    served.end().await;
}

async fn connection_that_lies_idle_is_closed(house: &House) {
    let served = Served::begin(house, 10).await;
    let (mut used, mut silent) = (served.connect().await, served.connect().await);
    assert_eq!(ask(&mut used).await, "HTTP/1.1 200 OK");
    assert!(is_closed_within(&mut used, HEAD * 2).await);
    assert!(is_closed_within(&mut silent, HEAD).await);
    served.end().await;
}

async fn only_so_many_connections_are_open_at_once(house: &House) {
    let served = Served::begin(house, 2).await;
    let (mut first, mut second) = (served.connect().await, served.connect().await);
    assert_eq!(ask(&mut first).await, "HTTP/1.1 200 OK");
    assert_eq!(ask(&mut second).await, "HTTP/1.1 200 OK");
    let mut third = served.connect().await;
    third.write_all(REQUEST).await.unwrap();
    let mut byte = [0; 1];
    assert!(timeout(HEAD / 4, third.read(&mut byte)).await.is_err());
    drop(first);
    assert_eq!(read_answer(&mut third).await, "HTTP/1.1 200 OK");
    served.end().await;
}

async fn request_that_was_begun_is_answered_before_the_end(house: &House) {
    let served = Served::begin(house, 10).await;
    let mut stream = served.connect().await;
    let (head, rest) = REQUEST.split_at(20);
    stream.write_all(head).await.unwrap();
    tokio::time::sleep(HEAD / 10).await;
    served.stop.send(()).unwrap();
    stream.write_all(rest).await.unwrap();
    assert_eq!(read_answer(&mut stream).await, "HTTP/1.1 200 OK");
    timeout(HEAD, served.ended).await.unwrap().unwrap();
}
