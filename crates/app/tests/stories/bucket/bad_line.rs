//! A line to a store that can be spoilt: every byte passes through it, until it is told otherwise.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the line does to what the store answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoilt {
    /// Nothing.
    Not,
    /// It is accepted, and nothing comes through in either direction.
    Silent,
    /// It breaks in the middle of these bytes.
    Cut(&'static [u8]),
    /// One of these bytes is another.
    Altered(&'static [u8]),
    /// What is asked for goes through, and no answer comes back.
    Deaf,
}

/// A line between a house and a store.
pub struct BadLine {
    /// Where it begins.
    pub endpoint: String,
    spoilt: Arc<Mutex<Spoilt>>,
}

impl BadLine {
    /// A line to this store.
    pub async fn to(endpoint: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let store = endpoint.trim_start_matches("http://").to_owned();
        let spoilt = Arc::new(Mutex::new(Spoilt::Not));
        let how = Arc::clone(&spoilt);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(carry(near, store.clone(), Arc::clone(&how)));
            }
        });
        Self { endpoint: format!("http://127.0.0.1:{port}"), spoilt }
    }

    /// Does this from now on.
    pub fn is(&self, spoilt: Spoilt) {
        *self.spoilt.lock().unwrap() = spoilt;
    }
}

/// One connection, until either side ends it.
async fn carry(near: TcpStream, store: String, spoilt: Arc<Mutex<Spoilt>>) {
    let Ok(far) = TcpStream::connect(store).await else { return };
    let ((mut near_in, mut near_out), (mut far_in, mut far_out)) =
        (near.into_split(), far.into_split());
    let how = Arc::clone(&spoilt);
    let asking = async move {
        let mut piece = vec![0; 64 * 1024];
        while let Ok(read @ 1..) = near_in.read(&mut piece).await {
            if *how.lock().unwrap() == Spoilt::Silent {
                return std::future::pending().await;
            }
            if far_out.write_all(&piece[..read]).await.is_err() {
                return;
            }
        }
    };
    let answering = async move {
        let mut piece = vec![0; 64 * 1024];
        while let Ok(read @ 1..) = far_in.read(&mut piece).await {
            let how = *spoilt.lock().unwrap();
            let Some(kept) = spoil(&mut piece[..read], how) else {
                return std::future::pending().await;
            };
            if near_out.write_all(&piece[..kept]).await.is_err() || kept < read {
                return;
            }
        }
    };
    tokio::select! { () = asking => (), () = answering => () }
}

/// How many bytes of a piece go on; nothing where none does and the line stays open.
fn spoil(piece: &mut [u8], how: Spoilt) -> Option<usize> {
    let at = |part: &[u8]| piece.windows(part.len()).position(|window| window == part);
    match how {
        Spoilt::Not => Some(piece.len()),
        Spoilt::Silent | Spoilt::Deaf => None,
        Spoilt::Cut(part) => Some(at(part).map_or(piece.len(), |at| at + part.len() / 2)),
        Spoilt::Altered(part) => {
            if let Some(at) = at(part) {
                piece[at + part.len() / 2] ^= 1;
            }
            Some(piece.len())
        }
    }
}
