//! The protocol of a bucket (giao thức S3): the few requests of it that keeping files needs, signed, limited in time,
//! and tried again a few times, which is harmless: each says the same however often it is said.
//!
//! A bucket is part of the path, which every store understands, also one without a name for each bucket.

mod arriving;
mod content;
mod line;
mod said;
mod signing;
mod trouble;

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use hyper::Response;
use hyper::body::Incoming;
use kernel::Instant;

pub use arriving::Arriving;
pub use content::Content;
pub use line::{Line, text_of};
pub use trouble::{Kind, Trouble};

/// When somebody last relied on an object: milliseconds since 1970 UTC, by our own clock.
const CLAIMED: &str = "x-amz-meta-claimed-at";

/// What is known of an object without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// How many bytes it has.
    pub bytes: u64,
    /// When somebody last relied on it; long ago for what was put there by other means, which nobody is handing in.
    pub claimed: Instant,
}

/// A request before it is signed.
pub struct Asked<'a> {
    method: Method,
    /// Name of the object; empty for the bucket itself.
    object: &'a str,
    /// Names in order.
    query: Vec<(&'static str, String)>,
    headers: BTreeMap<&'static str, String>,
    content: Content<'a>,
}

impl<'a> Asked<'a> {
    fn new(method: Method, object: &'a str) -> Self {
        let (query, headers) = (Vec::new(), BTreeMap::new());
        Self { method, object, query, headers, content: Content::nothing() }
    }
}

/// A bucket, at the end of a line.
pub struct Bucket {
    line: Line,
}

impl Bucket {
    /// A bucket at the end of this line; nobody is asked yet.
    pub fn new(line: Line) -> Self {
        Self { line }
    }

    /// Puts an object there, in the place of any that has its name.
    ///
    /// # Errors
    /// The store does not take it.
    pub async fn put(
        &self,
        object: &str,
        content: Content<'_>,
        claimed: Instant,
    ) -> Result<(), Trouble> {
        let mut asked = Asked::new(Method::PUT, object);
        // Stores that know this header compare the bytes once more when they lie there.
        asked.headers.insert("x-amz-checksum-sha256", content.checksum());
        asked.headers.insert(CLAIMED, claimed.millis().to_string());
        asked.content = content;
        self.line.ask(&asked).await.map(drop)
    }

    /// What is known of an object, if it is there.
    ///
    /// # Errors
    /// The store does not say.
    pub async fn about(&self, object: &str) -> Result<Option<About>, Trouble> {
        match self.line.ask(&Asked::new(Method::HEAD, object)).await {
            Ok(answer) => Ok(Some(About { bytes: length(&answer)?, claimed: claimed(&answer) })),
            // The answer has no body that could say whether the bucket is absent, too.
            Err(trouble) if trouble.kind == Kind::Absent => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// An object, if it is there: how many bytes it has, and its bytes as they come.
    ///
    /// # Errors
    /// The store does not give it.
    pub async fn get(&self, object: &str) -> Result<Option<(u64, Arriving)>, Trouble> {
        match self.line.ask(&Asked::new(Method::GET, object)).await {
            Ok(answer) => {
                let bytes = length(&answer)?;
                Ok(Some((bytes, Arriving::new(answer.into_body(), self.line.longest_silence()))))
            }
            Err(trouble) if trouble.is_no_object() => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// Removes an object, if it is there.
    ///
    /// # Errors
    /// The store does not remove it.
    pub async fn remove(&self, object: &str) -> Result<(), Trouble> {
        match self.line.ask(&Asked::new(Method::DELETE, object)).await {
            Err(trouble) if trouble.is_no_object() => Ok(()),
            answer => answer.map(drop),
        }
    }

    /// Names of objects that begin so and come after `after`, in order, at most `most` of them, and whether there
    /// are more.
    ///
    /// # Errors
    /// The store does not say.
    pub async fn names(
        &self,
        prefix: &str,
        (after, most): (&str, u16),
    ) -> Result<(Vec<String>, bool), Trouble> {
        let mut asked = Asked::new(Method::GET, "");
        asked.query = vec![
            ("list-type", "2".to_owned()),
            ("max-keys", most.to_string()),
            ("prefix", prefix.to_owned()),
            ("start-after", after.to_owned()),
        ];
        let answer = self.line.ask(&asked).await?;
        let list = self.line.text(answer.into_body()).await?;
        Ok((said::texts(&list, "Key"), said::text(&list, "IsTruncated") == "true"))
    }
}

fn header<'a>(answer: &'a Response<Incoming>, name: &str) -> Option<&'a str> {
    answer.headers().get(name)?.to_str().ok()
}

fn length(answer: &Response<Incoming>) -> Result<u64, Trouble> {
    let length = header(answer, "content-length").and_then(|text| text.parse().ok());
    length.ok_or_else(|| Trouble::answered(StatusCode::OK, ("", "without a length")))
}

fn claimed(answer: &Response<Incoming>) -> Instant {
    let claimed = header(answer, CLAIMED).and_then(|text| text.parse().ok());
    Instant::from_millis(claimed.unwrap_or(i64::MIN))
}
