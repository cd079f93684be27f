//! The line to a store (đường nối tới kho): who is asked, how long an answer is waited for, how often it is asked again.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::Uri;
use hyper::body::Incoming;
use hyper::{Request, Response};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use kernel::{Clock, Fault};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::AsyncReadExt;

use super::signing::{Signer, Told, stamp};
use super::{Arriving, Asked, Trouble, said};
use crate::configuration::{Bucket, Patience};
use crate::frame::answer::encode;

/// How often one thing is asked before it is given up.
const TRIES: u32 = 3;
/// What is waited before it is asked again; twice, three times this, the next times.
const PAUSE: Duration = Duration::from_millis(200);
/// A line that carries fewer bytes in a second is taken for one that is away.
const SLOWEST: u64 = 512 * 1024;
/// Most bytes of an answer that is no object.
const LONGEST_ANSWER: u64 = 2 * 1024 * 1024;

/// The line to one bucket.
pub struct Line {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    /// `https://host:port`, as it stands before every path.
    origin: String,
    host: String,
    bucket: String,
    signer: Signer,
    /// The clock of the machine, also where everything else goes by another: the store compares it with its own.
    clock: Arc<dyn Clock>,
    patience: Patience,
}

impl Line {
    /// The line to a bucket; nobody is asked yet.
    ///
    /// # Errors
    /// The address is none, or this machine knows no certificate authority.
    pub fn new(bucket: &Bucket, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let (scheme, host) = address(&bucket.endpoint)?;
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_connect_timeout(Some(bucket.patience.connecting));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(authorities(scheme)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            origin: format!("{scheme}://{host}"),
            host,
            bucket: bucket.name.clone(),
            signer: Signer {
                region: bucket.region.clone(),
                key: bucket.key.clone(),
                secret: bucket.secret.clone(),
            },
            clock,
            patience: bucket.patience,
        })
    }

    /// How long a body that arrives may bring nothing.
    pub fn longest_silence(&self) -> Duration {
        self.patience.silence
    }

    /// Asks, again where that may help, and answers with what the store says when it does as it is asked.
    ///
    /// # Errors
    /// It does not, or not in time.
    pub(super) async fn ask(&self, asked: &Asked<'_>) -> Result<Response<Incoming>, Trouble> {
        let carrying = Duration::from_secs(asked.content.length() / SLOWEST);
        let trying = async {
            let mut tries = 1;
            loop {
                let once = tokio::time::timeout(self.patience.answer + carrying, self.once(asked));
                let answer = once.await.unwrap_or_else(|_| Err(Trouble::away("no answer in time")));
                match answer {
                    Err(trouble) if trouble.may_pass() && tries < TRIES => {
                        tokio::time::sleep(PAUSE * tries).await;
                        tries += 1;
                    }
                    answer => return answer,
                }
            }
        };
        let answer = tokio::time::timeout(self.patience.all + carrying, trying).await;
        let answer = answer.unwrap_or_else(|_| Err(Trouble::away("no answer in time")));
        answer.map_err(|trouble| trouble.of(&format!("{} {}", asked.method, self.named(asked))))
    }

    /// What is asked for, for the log.
    fn named(&self, asked: &Asked<'_>) -> String {
        format!("{}/{}/{}", self.origin, self.bucket, asked.object)
    }

    async fn once(&self, asked: &Asked<'_>) -> Result<Response<Incoming>, Trouble> {
        let request = self.signed(asked).await?;
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|error| Trouble::broken(&error))?;
        let status = answer.status();
        if status.is_success() {
            return Ok(answer);
        }
        let body = self.text(answer.into_body()).await.unwrap_or_default();
        let (code, message) = (said::text(&body, "Code"), said::text(&body, "Message"));
        Err(Trouble::answered(status, (&code, &message)))
    }

    async fn signed(&self, asked: &Asked<'_>) -> Result<Request<Body>, Trouble> {
        let path = encode(&format!("/{}/{}", self.bucket, asked.object));
        let pair = |(name, value): &(&str, String)| {
            format!("{name}={}", encode(value).replace('/', "%2F"))
        };
        let query = asked.query.iter().map(pair).collect::<Vec<_>>().join("&");
        let stamp = stamp(self.clock.now());
        let mut headers: BTreeMap<&'static str, String> = asked.headers.clone();
        headers.insert("host", self.host.clone());
        headers.insert("x-amz-content-sha256", asked.content.hash().to_owned());
        headers.insert("x-amz-date", stamp.clone());
        let told = Told {
            method: asked.method.as_str(),
            path: &path,
            query: &query,
            headers: &headers,
            body: asked.content.hash(),
        };
        let authorization = self.signer.authorization(&told, &stamp);
        let mut request = Request::builder()
            .method(asked.method.clone())
            .uri(format!("{}{path}{}{query}", self.origin, if query.is_empty() { "" } else { "?" }))
            .header("authorization", authorization)
            .header("content-length", asked.content.length());
        for (name, value) in &headers {
            request = request.header(*name, value);
        }
        let body = asked.content.body().await?;
        request.body(body).map_err(|error| Trouble::broken(&error))
    }

    /// A short answer as text.
    pub(super) async fn text(&self, body: Incoming) -> Result<String, Trouble> {
        text_of(Arriving::new(body, self.patience.silence)).await
    }
}

/// A short body as text.
///
/// # Errors
/// The line breaks.
pub async fn text_of(body: Arriving) -> Result<String, Trouble> {
    let mut text = Vec::new();
    let mut body = body.take(LONGEST_ANSWER);
    body.read_to_end(&mut text).await.map_err(|error| Trouble::broken(&error))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// Scheme and host of an address, as they are signed: the port only where it is not the usual one.
fn address(endpoint: &str) -> Result<(&'static str, String), Fault> {
    let wrong = || Fault::new(format!("{endpoint} is no address of a store: https://host"));
    let uri: Uri = endpoint.parse().map_err(|_| wrong())?;
    let (scheme, usual) = match uri.scheme_str() {
        Some("https") => ("https", 443),
        Some("http") => ("http", 80),
        _ => return Err(wrong()),
    };
    let host = uri.host().ok_or_else(wrong)?;
    match (uri.path(), uri.query(), uri.port_u16()) {
        ("/", None, Some(port)) if port != usual => Ok((scheme, format!("{host}:{port}"))),
        ("/", None, _) => Ok((scheme, host.to_owned())),
        _ => Err(wrong()),
    }
}

/// The certificate authorities of this machine, among which an office puts its own; none where nothing is hidden.
fn authorities(scheme: &str) -> Result<ClientConfig, Fault> {
    let builder = ClientConfig::builder();
    let builder = match scheme {
        "https" => builder.with_native_roots()?,
        _ => builder.with_root_certificates(RootCertStore::empty()),
    };
    Ok(builder.with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_scheme_and_host() {
        let check = |endpoint: &str, expect: Option<(&str, &str)>| {
            let found = address(endpoint).ok();
            let found = found.as_ref().map(|(scheme, host)| (*scheme, host.as_str()));
            assert_eq!(found, expect, "{endpoint}");
        };
        check("https://s3.example.org", Some(("https", "s3.example.org")));
        check("https://s3.example.org/", Some(("https", "s3.example.org")));
        check("https://s3.example.org:443", Some(("https", "s3.example.org")));
        check("http://127.0.0.1:8333", Some(("http", "127.0.0.1:8333")));
        check("http://[::1]:8333", Some(("http", "[::1]:8333")));
        check("https://s3.example.org/bucket", None);
        check("https://s3.example.org/?a=b", None);
        check("ftp://s3.example.org", None);
        check("s3.example.org", None);
        check("", None);
    }
}
