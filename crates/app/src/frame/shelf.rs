//! The shelf (kệ): answers that are the same for everybody, made once for each edition of the database
//! and kept as bytes, packed. All of it is derived; a node that has lost its shelf makes it anew.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use kernel::{Failure, Instant};
use sha2::{Digest, Sha256};
use store::Store;
use tokio::sync::Mutex;

/// Most bytes on the shelf, unpacked; then it is cleared and fills again with what is asked for.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// So many answers may be in the making at once; the same one is made by one request only.
const TURNS: usize = 16;
/// In these headers a request may ask for something else under the same address.
const VARIES: &str = "accept-encoding, accept-language, cookie";

/// Answers by key.
pub struct Shelf {
    kept: RwLock<HashMap<String, Arc<Kept>>>,
    turns: [Mutex<()>; TURNS],
    hasher: RandomState,
}

/// An answer that was just made.
pub struct Made {
    /// Its media type.
    pub kind: &'static str,
    /// Its body.
    pub bytes: Vec<u8>,
    /// From when on it is no longer right, even if nobody changes anything.
    pub until: Instant,
}

/// An answer on the shelf.
pub struct Kept {
    edition: i64,
    until: Instant,
    kind: &'static str,
    tag: HeaderValue,
    plain: Bytes,
    packed: Arc<Packed>,
}

/// The same bytes, packed when they are first wanted so.
#[derive(Default)]
struct Packed {
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Default for Shelf {
    fn default() -> Self {
        let turns = std::array::from_fn(|_| Mutex::default());
        Self { kept: RwLock::default(), turns, hasher: RandomState::new() }
    }
}

impl Shelf {
    /// The answer of this key, made if there is none for the present edition and moment.
    ///
    /// # Errors
    /// It could not be made, or the database is away.
    pub async fn take(
        &self,
        store: &Store,
        key: String,
        make: impl AsyncFnOnce() -> Result<Made, Failure>,
    ) -> Result<Arc<Kept>, Failure> {
        let (edition, at) = (store.edition().await?, store.now());
        if let Some(kept) = self.find(&key, edition, at) {
            return Ok(kept);
        }
        let turn = usize::try_from(self.hasher.hash_one(&key) % TURNS as u64).unwrap_or(0);
        let _turn = self.turns[turn].lock().await;
        match self.find(&key, edition, at) {
            Some(kept) => Ok(kept),
            None => Ok(self.put(key, edition, make().await?)),
        }
    }

    fn find(&self, key: &str, edition: i64, at: Instant) -> Option<Arc<Kept>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).filter(|kept| kept.edition >= edition && at < kept.until).cloned()
    }

    fn put(&self, key: String, edition: i64, made: Made) -> Arc<Kept> {
        let digest = hex::encode(&Sha256::digest(&made.bytes)[..8]);
        let tag = HeaderValue::from_str(&format!("W/\"{digest}\""));
        let tag = tag.expect("hexadecimal digits may stand in a header");
        let mut shelf = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let same = shelf.get(&key).filter(|before| before.tag == tag);
        let packed = same.map(|before| before.packed.clone()).unwrap_or_default();
        let (kind, until, plain) = (made.kind, made.until, Bytes::from(made.bytes));
        let kept = Arc::new(Kept { edition, until, kind, tag, plain, packed });
        if shelf.values().map(|kept| kept.plain.len()).sum::<usize>() > MOST_BYTES {
            shelf.clear();
        }
        shelf.insert(key, kept.clone());
        kept
    }
}

impl Kept {
    /// The answer to a request with these headers: nothing new, or the bytes as they are accepted.
    pub fn answer(&self, asked: &HeaderMap) -> Response<Body> {
        let known = asked.get(header::IF_NONE_MATCH).is_some_and(|tags| self.is_among(tags));
        let (coding, bytes) = match known {
            true => (None, Bytes::new()),
            false => self.coded(asked),
        };
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static(VARIES));
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if let Some(coding) = coding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        response
    }

    /// Whether a browser that names these tags has it.
    fn is_among(&self, tags: &HeaderValue) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let own = self.tag.to_str().map(bare).unwrap_or_default();
        tags.to_str()
            .is_ok_and(|tags| tags.split(',').any(|tag| tag.trim() == "*" || bare(tag) == own))
    }

    fn coded(&self, asked: &HeaderMap) -> (Option<&'static str>, Bytes) {
        let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok());
        let accepted = accepted.unwrap_or("");
        let accepts = |coding: &str| accepted.split(',').any(|one| is_wanted(one, coding));
        if self.is_packed_already() {
            (None, self.plain.clone())
        } else if accepts("br") {
            (Some("br"), self.packed.brotli.get_or_init(|| brotli(&self.plain)).clone())
        } else if accepts("gzip") {
            (Some("gzip"), self.packed.gzip.get_or_init(|| gzip(&self.plain)).clone())
        } else {
            (None, self.plain.clone())
        }
    }

    fn is_packed_already(&self) -> bool {
        matches!(self.kind, "image/png" | "application/pdf")
    }
}

/// Whether one part of `accept-encoding` wants this coding: `br`, `br;q=0.5`, not `br;q=0`.
fn is_wanted(part: &str, coding: &str) -> bool {
    let mut words = part.split(';').map(str::trim);
    let named = words.next() == Some(coding);
    let weight = words.find_map(|word| word.strip_prefix("q="));
    named && weight.is_none_or(|weight| !weight.trim_matches(['0', '.']).is_empty())
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut packed = Vec::new();
    let quality = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &quality)
        .expect("packing from memory into memory does not fail");
    packed.into()
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packing.write_all(bytes).expect("writing into memory does not fail");
    packing.finish().expect("writing into memory does not fail").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_are_wanted_unless_they_weigh_nothing() {
        let check = |part: &str, expect: bool| assert_eq!(is_wanted(part, "br"), expect, "{part}");
        check("br", true);
        check(" br;q=0.5", true);
        check("br; q=1.0", true);
        check("br;q=0", false);
        check("br;q=0.000", false);
        check("brotli", false);
        check("gzip", false);
    }

    #[test]
    fn a_browser_that_has_it_is_sent_nothing() {
        let made = |text: &str| Made {
            kind: "text/plain; charset=utf-8",
            bytes: text.into(),
            until: Instant::from_millis(1),
        };
        let kept = Shelf::default().put("key".to_owned(), 0, made("một"));
        let other = Shelf::default().put("key".to_owned(), 0, made("hai"));
        let asked =
            |tag: &HeaderValue| HeaderMap::from_iter([(header::IF_NONE_MATCH, tag.clone())]);
        assert_eq!(kept.answer(&asked(&kept.tag)).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(kept.answer(&asked(&other.tag)).status(), StatusCode::OK);
        assert_eq!(kept.answer(&HeaderMap::new()).status(), StatusCode::OK);
    }
}
