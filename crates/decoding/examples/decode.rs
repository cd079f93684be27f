//! Decodes a file without a sandbox and prints its text: for looking at what the decoder makes of a paper.

use std::io::Write;

use decoding::Limits;

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let decoded = decoding::decode(&std::fs::read(&path)?, &Limits::default());
        let mut out = std::io::stdout().lock();
        match decoded {
            Ok(it) => writeln!(
                out,
                "{}\n-- {path}: {:?}, {} of {}, {:?}",
                it.text, it.how, it.pages, it.all_pages, it.encoding
            )?,
            Err(trouble) => writeln!(out, "-- {path}: {}", trouble.code())?,
        }
    }
    Ok(())
}
