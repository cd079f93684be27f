//! Connections: how many there may be at once, and how long one may keep us waiting. One that sends
//! its request byte by byte, or nothing at all, holds a place that somebody else needs.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

/// Most bytes of the head of a request; cookies and a long query fit many times.
const HEAD_BYTES: usize = 64 * 1024;
/// Files of the process that are no connections.
const OTHER_FILES: u64 = 200;

/// What connections may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long the head of a request may take, counted from the end of the answer before it; so it is
    /// also how long a connection may lie idle.
    pub head: Duration,
    /// How many connections there may be at once; more wait at the door.
    pub connections: usize,
}

impl Limits {
    /// Those of the service: 15 seconds, and 10,000 connections or as many as the machine lets this
    /// process have.
    pub fn of_this_machine() -> Self {
        let wanted = 10_000;
        let files = rlimit::increase_nofile_limit(wanted + OTHER_FILES).unwrap_or(1024);
        let connections = wanted.min(files.saturating_sub(OTHER_FILES).max(1));
        let connections = usize::try_from(connections).unwrap_or(usize::MAX);
        Self { head: Duration::from_secs(15), connections }
    }
}

/// Serves until `stop`; requests that were begun are answered first.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, place) = tokio::select! {
            arrived = accept(&listener, &places) => arrived,
            () = &mut stop => break,
        };
        let connection = builder(limits).serve_connection(TokioIo::new(stream), {
            let router = router.clone();
            service_fn(move |request| answer(router.clone(), peer, request))
        });
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // A line that breaks is the client's affair.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    open.shutdown().await;
}

fn builder(limits: Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(HEAD_BYTES);
    builder
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let place = places.clone().acquire_owned().await.expect("nobody closes the semaphore");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            // Some clients leave before they are let in; without files or memory it helps to wait.
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted: {error}");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

async fn answer(
    router: Router,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request).await
}
