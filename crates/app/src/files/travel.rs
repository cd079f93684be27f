//! Files on their way: in by a form, out as something to be saved.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Failure, Fault, Refusal};
use tokio::io::{AsyncRead, ReadBuf};
use tokio_util::io::ReaderStream;

use super::Open;
use crate::frame::answer::{encode, fault_told};
use crate::frame::{Answer, App};

/// A file as it was sent: name and bytes.
pub type Sent = (String, Vec<u8>);

/// What a form with files sent: its files; each field goes to `field` as it comes, so that what was typed is
/// known even where a file is refused. `too_large` is the sentence beside the files then.
///
/// # Errors
/// The form cannot be read, or is too large.
pub async fn received(
    parts: Result<Multipart, MultipartRejection>,
    too_large: &'static str,
    mut field: impl FnMut(&str, String),
) -> Result<Vec<Sent>, Failure> {
    let unsent = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::field("file", too_large),
        _ => Refusal::invalid("form-unreadable"),
    };
    let mut parts = parts.map_err(|_| Refusal::invalid("form-unreadable"))?;
    let mut sent = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(unsent)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(super::name_of);
        let bytes = part.bytes().await.map_err(unsent)?;
        match (name.as_str(), file) {
            // A browser sends an empty part where no file was chosen.
            ("file", Some(name)) if !bytes.is_empty() => sent.push((name, bytes.to_vec())),
            (_, Some(_)) => (),
            (name, None) => field(name, String::from_utf8_lossy(&bytes).replace('\0', "")),
        }
    }
    Ok(sent)
}

/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;
/// What a browser may do with a file that somebody opens all the same: nothing.
const SHUT_IN: &str = "sandbox; default-src 'none'";

/// A file given out, piece by piece: always as an attachment, whatever it is.
///
/// # Errors
/// It is lost, or the depot does not give it.
pub async fn given_out(app: &App, hash: &str, (media_type, name): (String, &str)) -> Answer {
    let file = super::open(app, hash).await?;
    let length = file.bytes;
    attached((Told(file), length), (media_type, name))
}

/// A picture that we drew ourselves, to be shown on a page of ours. What somebody handed in is never given out so.
///
/// # Errors
/// It is lost, or the depot does not give it.
pub async fn shown(app: &App, hash: &str) -> Answer {
    let file = super::open(app, hash).await?;
    let length = file.bytes;
    let headers = [
        (header::CONTENT_TYPE, "image/png".to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_SECURITY_POLICY, SHUT_IN.to_owned()),
    ];
    let pieces = ReaderStream::with_capacity(Told(file), PIECE);
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// A file that is open given out, piece by piece, as an attachment.
///
/// # Errors
/// None; the answer of a handler.
pub fn attached(
    (file, length): (impl AsyncRead + Send + 'static, u64),
    (media_type, name): (String, &str),
) -> Answer {
    let disposition = format!("attachment; filename*=UTF-8''{}", encode(name).replace('/', "%2F"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_SECURITY_POLICY, SHUT_IN.to_owned()),
    ];
    let pieces = ReaderStream::with_capacity(file, PIECE);
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// A file that is on its way out: an answer that has begun can become no page, so what breaks it is told to the log. The
/// reader gets fewer bytes than were announced, and knows it.
struct Told(Open);

impl AsyncRead for Told {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.0).poll_read(context, buffer);
        if let Poll::Ready(Err(error)) = &read {
            fault_told(&Fault::new(error.to_string()));
        }
        read
    }
}
