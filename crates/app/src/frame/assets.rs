//! Embedded files: style sheet, scripts, fonts, icons.

use std::sync::OnceLock;

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// An embedded file.
pub struct Asset {
    name: &'static str,
    kind: &'static str,
    version: &'static str,
    bytes: &'static [u8],
    packed: OnceLock<Vec<u8>>,
}

/// The version that an address asks for.
#[derive(serde::Deserialize)]
pub struct Version {
    v: Option<String>,
}

/// The address of an asset; it changes with the asset's content.
pub fn address(name: &str) -> String {
    let version = ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.version);
    format!("/assets/{name}?v={version}")
}

/// Answers `GET /assets/{name}`.
pub async fn show(
    Path(name): Path<String>,
    Query(version): Query<Version>,
    headers: HeaderMap,
) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = match version.v.as_deref() == Some(asset.version) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let base = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, keep)];
    match asset.packed(&headers) {
        Some(packed) => (base, [(header::CONTENT_ENCODING, "br")], packed).into_response(),
        None => (base, asset.bytes).into_response(),
    }
}

impl Asset {
    /// The file in brotli, packed at the first request; fonts are packed already.
    fn packed(&self, headers: &HeaderMap) -> Option<&[u8]> {
        let accepted = headers.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
        if self.kind == "font/woff2" || !accepted.contains("br") {
            return None;
        }
        Some(self.packed.get_or_init(|| {
            let mut packed = Vec::new();
            let quality = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
            brotli::BrotliCompress(&mut &self.bytes[..], &mut packed, &quality)
                .expect("packing from memory into memory does not fail");
            packed
        }))
    }
}
