//! Any bytes are decoded or refused, and what comes out is read.

#![no_main]

use decoding::Limits;
use libfuzzer_sys::{Corpus, fuzz_target};

/// Small, so that meeting them is part of every run. No picture passes: its head is read here, the
/// rest by a program that has tests of its own.
const LIMITS: Limits = Limits {
    bytes: 1 << 20,
    unpacked: 1 << 20,
    parts: 20,
    depth: 50,
    pages: 5,
    pixels: 0,
    text: 1 << 20,
};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // Another program reads a PDF, too slowly for this one.
    if bytes.windows(5).any(|it| it == b"%PDF-") {
        return Corpus::Reject;
    }
    if let Ok(decoded) = decoding::decode(bytes, &LIMITS) {
        assert!(decoded.text.len() <= LIMITS.text);
        documents::read(&decoded.text);
    }
    Corpus::Keep
});
