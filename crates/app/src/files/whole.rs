//! Bytes that are compared with their name while they are read (đối chiếu khi đọc): the last of them is given out only
//! when all of them were right.

use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, ReadBuf};

/// The bytes of a file, from wherever they come.
pub struct Whole<R> {
    from: R,
    hash: String,
    digest: Sha256,
    left: u64,
    is_compared: bool,
}

impl<R> Whole<R> {
    /// So many bytes that should have this hash.
    pub fn new(from: R, hash: &str, bytes: u64) -> Self {
        let (hash, digest) = (hash.to_owned(), Sha256::new());
        Self { from, hash, digest, left: bytes, is_compared: false }
    }

    /// Takes note of bytes that came.
    fn note(&mut self, came: &[u8]) -> io::Result<()> {
        let length = came.len() as u64;
        let left = self.left.checked_sub(length).ok_or_else(|| self.altered())?;
        self.digest.update(came);
        self.left = left;
        if left == 0 { self.compare() } else { Ok(()) }
    }

    /// Compares all bytes with the hash, once.
    fn compare(&mut self) -> io::Result<()> {
        let is_right = self.is_compared || hex::encode(self.digest.finalize_reset()) == self.hash;
        self.is_compared = is_right;
        if is_right { Ok(()) } else { Err(self.altered()) }
    }

    fn altered(&self) -> io::Error {
        io::Error::new(ErrorKind::InvalidData, format!("the file {} is not as it was", self.hash))
    }
}

impl<R: AsyncRead + Unpin> AsyncRead for Whole<R> {
    /// [`ErrorKind::InvalidData`] for bytes that are not those of the hash, [`ErrorKind::UnexpectedEof`] for too few.
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buffer.filled().len();
        if this.left == 0 {
            return Poll::Ready(this.compare());
        }
        if buffer.remaining() == 0 {
            return Poll::Ready(Ok(()));
        }
        ready!(Pin::new(&mut this.from).poll_read(context, buffer))?;
        let came = &buffer.filled()[before..];
        if came.is_empty() {
            let why = format!("{} bytes of the file {} did not come", this.left, this.hash);
            return Poll::Ready(Err(io::Error::new(ErrorKind::UnexpectedEof, why)));
        }
        let noted = this.note(came);
        if noted.is_err() {
            buffer.set_filled(before);
        }
        Poll::Ready(noted)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;

    use super::*;

    #[tokio::test]
    async fn the_last_byte_comes_only_when_all_were_right() {
        let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let hash = hex::encode(Sha256::digest(&bytes));
        let check = async |lies: &[u8], told: u64, expect: Result<usize, ErrorKind>| {
            let mut whole = Whole::new(lies, &hash, told);
            let (mut found, mut piece) = (Vec::new(), vec![0; 4096]);
            let ended = loop {
                match whole.read(&mut piece).await {
                    Ok(0) => break Ok(found.len()),
                    Ok(read) => found.extend_from_slice(&piece[..read]),
                    Err(error) => break Err(error.kind()),
                }
            };
            assert_eq!(ended, expect);
            assert_eq!(found[..], bytes[..found.len()]);
            assert!(expect.is_ok() || found.len() < bytes.len());
        };
        check(&bytes, 100_000, Ok(100_000)).await;
        let mut altered = bytes.clone();
        altered[99_999] ^= 1;
        check(&altered, 100_000, Err(ErrorKind::InvalidData)).await;
        check(&bytes[..99_999], 99_999, Err(ErrorKind::InvalidData)).await;
        check(&bytes[..99_999], 100_000, Err(ErrorKind::UnexpectedEof)).await;
        check(&[], 0, Err(ErrorKind::InvalidData)).await;
    }
}
