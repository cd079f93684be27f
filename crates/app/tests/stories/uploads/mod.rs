//! Files that come in pieces: what is kept, what is refused, and who may have it.

mod corpus;
mod ending;
mod killed;
mod protocol;
mod sending;

use axum::body::Body;
use axum::http::{Method, Request};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::browser::{Browser, request};
use crate::house::House;
use crate::reply::Reply;

/// What most files of these stories are for.
pub const PURPOSE: &str = "dossier/01a1fc0b-e380-7624-aac3-f91806f44c5e";

/// Bytes that look like nothing in particular, the same each time.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 12_345_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24).to_le_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

pub fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The metadata of a promise, as the protocol writes it.
pub fn metadata(name: &str, hash: &str, purpose: &str) -> String {
    let pairs = [("filename", name), ("sha256", hash), ("purpose", purpose)];
    pairs.map(|(name, value)| format!("{name} {}", STANDARD.encode(value))).join(",")
}

/// The beginning of a request of the protocol.
pub fn speaking(method: Method, path: &str) -> axum::http::request::Builder {
    request(method, path).header("tus-resumable", "1.0.0").header("sec-fetch-site", "same-origin")
}

fn asked(builder: axum::http::request::Builder, body: Body) -> Request<Body> {
    builder.body(body).unwrap()
}

/// Somebody who sends files.
pub struct Sender<'h>(pub Browser<'h>);

impl<'h> Sender<'h> {
    pub fn secretary(house: &'h House) -> Self {
        Self(house.known(world::SECRETARY))
    }

    pub fn coordinator(house: &'h House) -> Self {
        Self(house.known(world::COORDINATOR))
    }

    pub async fn ask(&self, builder: axum::http::request::Builder, body: Body) -> Reply {
        self.0.send(asked(builder, body)).await
    }

    /// Promises a file of this length and hash.
    pub async fn promises(&self, name: &str, bytes: usize, hash: &str) -> Reply {
        self.promises_for(PURPOSE, name, (bytes, hash)).await
    }

    /// The same, for a thing.
    pub async fn promises_for(
        &self,
        purpose: &str,
        name: &str,
        (bytes, hash): (usize, &str),
    ) -> Reply {
        let promise = speaking(Method::POST, "/uploads")
            .header("upload-length", bytes)
            .header("upload-metadata", metadata(name, hash, purpose));
        self.ask(promise, Body::empty()).await
    }

    /// Promises these bytes; answers with the address of the upload.
    pub async fn begins(&self, name: &str, bytes: &[u8]) -> String {
        let reply = self.promises(name, bytes.len(), &hash(bytes)).await;
        reply.is(201).header("location").to_owned()
    }

    /// Sends bytes that begin at an offset.
    pub async fn sends(&self, path: &str, offset: u64, bytes: impl Into<Body>) -> Reply {
        let piece = speaking(Method::PATCH, path)
            .header("upload-offset", offset)
            .header("content-type", "application/offset+octet-stream");
        self.ask(piece, bytes.into()).await
    }

    /// Asks how much is there.
    pub async fn looks(&self, path: &str) -> Reply {
        self.ask(speaking(Method::HEAD, path), Body::empty()).await
    }

    /// Sends a whole file at once.
    pub async fn brings(&self, name: &str, bytes: &[u8]) -> (String, Reply) {
        let path = self.begins(name, bytes).await;
        let reply = self.sends(&path, 0, bytes.to_vec()).await;
        (path, reply)
    }
}

/// What of uploads lies on the disk of a house.
pub fn lying(house: &House) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(house.folder().join("uploads")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
