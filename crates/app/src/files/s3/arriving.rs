//! A body that arrives (nội dung đang về), read piece by piece, from a line that must not fall silent.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Bytes;
use hyper::body::{Body, Frame, Incoming};
use tokio::io::{AsyncRead, ReadBuf};
use tokio::time::Sleep;

/// What of an answer is still to come.
pub struct Arriving {
    body: Incoming,
    piece: Bytes,
    longest_silence: Duration,
    /// Runs only while we wait: a slow reader on our side is no silence of the store.
    silence: Option<Pin<Box<Sleep>>>,
}

impl Arriving {
    /// A body of which nothing was read yet.
    pub fn new(body: Incoming, longest_silence: Duration) -> Self {
        Self { body, piece: Bytes::new(), longest_silence, silence: None }
    }

    /// The next piece, nothing at the end.
    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
        loop {
            let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
                let longest = self.longest_silence;
                let silence =
                    self.silence.get_or_insert_with(|| Box::pin(tokio::time::sleep(longest)));
                ready!(silence.as_mut().poll(context));
                let why = "the store has fallen silent";
                return Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, why)));
            };
            self.silence = None;
            match frame.transpose().map_err(io::Error::other)?.map(Frame::into_data) {
                None => return Poll::Ready(Ok(None)),
                Some(Ok(piece)) => return Poll::Ready(Ok(Some(piece))),
                // What follows a body tells nothing of the object.
                Some(Err(_)) => (),
            }
        }
    }
}

impl AsyncRead for Arriving {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        while self.piece.is_empty() {
            match ready!(self.poll_piece(context))? {
                Some(piece) => self.piece = piece,
                None => return Poll::Ready(Ok(())),
            }
        }
        let taken = self.piece.len().min(buffer.remaining());
        let taken = self.piece.split_to(taken);
        buffer.put_slice(&taken);
        Poll::Ready(Ok(()))
    }
}
