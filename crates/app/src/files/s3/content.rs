//! What a request sends (nội dung gửi đi), with its hash, so that it can be sent again.

use std::path::Path;

use axum::body::{Body, Bytes};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use tokio_util::io::ReaderStream;

use super::Trouble;
use crate::files::whole::Whole;

/// Bytes that are read at once.
const PIECE: usize = 256 * 1024;

/// What is sent.
#[derive(Debug, Clone)]
pub struct Content<'c> {
    from: From<'c>,
    hash: String,
    bytes: u64,
}

#[derive(Debug, Clone)]
enum From<'c> {
    Memory(Bytes),
    File(&'c Path),
}

impl<'c> Content<'c> {
    /// Bytes that are in memory.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let hash = hex::encode(Sha256::digest(&bytes));
        Self::known(bytes, &hash)
    }

    /// Bytes that are in memory, of which the hash is known.
    pub fn known(bytes: Bytes, hash: &str) -> Self {
        let length = bytes.len() as u64;
        Self { from: From::Memory(bytes), hash: hash.to_owned(), bytes: length }
    }

    /// No bytes.
    pub fn nothing() -> Self {
        Self::bytes(Bytes::new())
    }

    /// A file on this disk, of which hash and length are known.
    pub fn file(path: &'c Path, (hash, bytes): (&str, u64)) -> Self {
        Self { from: From::File(path), hash: hash.to_owned(), bytes }
    }

    /// SHA-256 of it, hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The same, as the header of a checksum wants it.
    pub fn checksum(&self) -> String {
        // A hash that is none is refused by whoever compares it.
        STANDARD.encode(hex::decode(&self.hash).unwrap_or_default())
    }

    /// How many bytes it has.
    pub fn length(&self) -> u64 {
        self.bytes
    }

    /// The body of a request, from the beginning. A file that was changed meanwhile breaks it before its end.
    ///
    /// # Errors
    /// The disk cannot be read.
    pub async fn body(&self) -> Result<Body, Trouble> {
        match &self.from {
            From::Memory(bytes) => Ok(Body::from(bytes.clone())),
            From::File(path) => {
                let file = tokio::fs::File::open(path).await;
                let file = file.map_err(|error| Trouble::unreadable(&error))?;
                let whole = Whole::new(file, &self.hash, self.bytes);
                Ok(Body::from_stream(ReaderStream::with_capacity(whole, PIECE)))
            }
        }
    }
}
