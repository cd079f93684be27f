//! The protocol tus 1.0.0: core, creation, expiration, termination. <https://tus.io/protocols/resumable-upload>

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Fault, Refusal};

use super::read_id;
use crate::accounts::Actor;
use crate::frame::answer::status_of;
use crate::frame::{Answer, App, Visitor};
use crate::uploads::store::Upload;
use crate::uploads::{self, LARGEST, Promise, end, receive};

const VERSION: &str = "1.0.0";
const EXTENSIONS: &str = "creation,expiration,termination";
const PIECES: &str = "application/offset+octet-stream";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
/// Why a request was refused, for programs: the key of the sentence in the body.
const REASON: HeaderName = HeaderName::from_static("x-reason");

/// Answers `OPTIONS /uploads`: what the protocol can do here.
pub async fn options() -> Response {
    let headers = [
        (RESUMABLE, VERSION.to_owned()),
        (HeaderName::from_static("tus-version"), VERSION.to_owned()),
        (HeaderName::from_static("tus-extension"), EXTENSIONS.to_owned()),
        (HeaderName::from_static("tus-max-size"), LARGEST.to_string()),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// Answers `POST /uploads`: promises a file.
pub async fn promise(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    headers: HeaderMap,
) -> Answer {
    let promised = async {
        speaks_our_version(&headers)?;
        let promise = promised(&headers)?;
        let mut tx = app.store.begin().await?;
        let id = uploads::promise(&mut tx, &actor, &promise).await?;
        let upload = uploads::find(&tx, &actor, id).await?;
        tx.commit().await?;
        Ok::<_, Failure>(upload)
    };
    told(&visitor, promised.await, |upload| {
        let place = format!("/uploads/{}", upload.id);
        let headers = [(header::LOCATION, place), (EXPIRES, expires(&upload))];
        (StatusCode::CREATED, headers).into_response()
    })
}

/// Answers `HEAD /uploads/{id}`: how much is here.
pub async fn head(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let found = async {
        let upload = uploads::find(&app.store, &actor, read_id(&id)?).await?;
        match upload.state {
            uploads::State::Open => {
                let here = receive::on_disk(&app, &upload).await?;
                Ok((here, upload))
            }
            uploads::State::Finished => Ok((upload.promise.bytes, upload)),
            _ => Err(Failure::from(Refusal::absent())),
        }
    };
    told(&visitor, found.await, |(here, upload)| {
        let headers = [
            (OFFSET, here.to_string()),
            (LENGTH, upload.promise.bytes.to_string()),
            (EXPIRES, expires(&upload)),
        ];
        (StatusCode::OK, headers).into_response()
    })
}

/// Answers `PATCH /uploads/{id}`: takes bytes. The work goes on when the line breaks, so that what came is kept.
pub async fn receive(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    request: Request<Body>,
) -> Answer {
    let receiving = tokio::spawn(async move {
        let headers = request.headers();
        speaks_our_version(headers)?;
        let upload = uploads::find(&app.store, &actor, read_id(&id)?).await?;
        let is_pieces = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == PIECES);
        if !is_pieces {
            return Err(Refusal::invalid("upload-unreadable").into());
        }
        let offset = number(headers, &OFFSET)?;
        let here = receive::receive(&app, &actor, &upload, offset, request.into_body()).await?;
        Ok::<_, Failure>((here, upload))
    });
    told(&visitor, receiving.await.map_err(Fault::from)?, |(here, upload)| {
        let headers = [(OFFSET, here.to_string()), (EXPIRES, expires(&upload))];
        (StatusCode::NO_CONTENT, headers).into_response()
    })
}

/// Answers `DELETE /uploads/{id}`: the sender wants it no more.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let withdrawn = async { end::withdraw(&app, &actor, read_id(&id)?).await };
    told(&visitor, withdrawn.await, |()| StatusCode::NO_CONTENT.into_response())
}

/// What the headers of a promise say: how many bytes, and pairs of a name and a value in Base64.
fn promised(headers: &HeaderMap) -> Result<Promise, Refusal> {
    let unreadable = || Refusal::invalid("upload-promise-unreadable");
    let bytes = number(headers, &LENGTH).map_err(|_| unreadable())?;
    let metadata = headers.get(METADATA).and_then(|value| value.to_str().ok()).unwrap_or("");
    let value = |wanted: &str| {
        let pairs =
            metadata.split(',').map(|pair| pair.trim().split_once(' ').unwrap_or((pair, "")));
        let value = pairs.into_iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let decoded = value.and_then(|value| STANDARD.decode(value.trim()).ok());
        decoded.and_then(|bytes| String::from_utf8(bytes).ok())
    };
    let [purpose, hash] = ["purpose", "sha256"].map(|name| value(name).ok_or_else(unreadable));
    Promise::read(&purpose?, &value("filename").unwrap_or_default(), bytes, &hash?)
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refusal> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    let is_plain = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.filter(is_plain).and_then(|text| text.parse().ok());
    number.ok_or_else(|| Refusal::invalid("upload-unreadable"))
}

fn speaks_our_version(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.get(RESUMABLE).is_some_and(|version| version == VERSION) {
        true => Ok(()),
        false => Err(Refusal::invalid("upload-version")),
    }
}

/// The end of an upload as HTTP writes dates.
fn expires(upload: &Upload) -> String {
    upload.expires_at.http_date()
}

/// An answer of the protocol: programs get a status, a reason and one sentence, not a page.
fn told<T>(
    visitor: &Visitor,
    done: Result<T, Failure>,
    answer: impl FnOnce(T) -> Response,
) -> Answer {
    let mut response = match done {
        Ok(done) => answer(done),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refusal(refusal)) => refused(visitor, &refusal),
    };
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    Ok(response)
}

fn refused(visitor: &Visitor, refusal: &Refusal) -> Response {
    let key = refusal.message.key.to_string();
    let status = match (refusal.kind, &*key) {
        (_, "upload-version") => StatusCode::PRECONDITION_FAILED,
        (_, "upload-busy") => StatusCode::LOCKED,
        (RefusalKind::Conflict, "upload-not-open") => StatusCode::GONE,
        (kind, _) => status_of(kind),
    };
    (status, [(REASON, key)], visitor.words().tell(&refusal.message)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headers_of_a_promise_are_read() {
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let purpose = "dossier/01a1fc0b-e380-7624-aac3-f91806f44c5e";
        let pair = |name: &str, value: &str| format!("{name} {}", STANDARD.encode(value));
        let good = [pair("filename", "Bản vẽ.pdf"), pair("sha256", hash), pair("purpose", purpose)];
        let check = |length: &str, metadata: &str, expect: Result<&str, &str>| {
            let mut headers = HeaderMap::new();
            headers.insert(LENGTH, HeaderValue::from_str(length).unwrap());
            headers.insert(METADATA, HeaderValue::from_str(metadata).unwrap());
            let read = promised(&headers);
            let said = read.as_ref().map(|promise| &*promise.name);
            assert_eq!(said.map_err(|refusal| &*refusal.message.key), expect, "{metadata}");
        };
        check("5", &good.join(","), Ok("Bản vẽ.pdf"));
        check("5", &good.join(" , "), Ok("Bản vẽ.pdf"));
        check("5", &good[1..].join(","), Ok("tep"));
        for length in ["", "-5", "+5", "5.0", "99999999999999999999", "0x5"] {
            check(length, &good.join(","), Err("upload-promise-unreadable"));
        }
        check("99999999999", &good.join(","), Err("upload-too-large"));
        for metadata in ["", "sha256", "sha256 !", ",,,", "purpose ZG9zc2llcg=="] {
            check("5", metadata, Err("upload-promise-unreadable"));
        }
    }
}
