//! `certificates`: a whole book of certificates as one file on one core, beside one certificate alone.

use std::hint::black_box;

use kernel::Fault;
use kernel::time::Stopwatch;
use serde_json::{Value, json};
use typesetting::{Certificate, Dated, Post, Signature, certificates, qr};

/// Sets `count` certificates as often as wanted, and takes the best time.
///
/// # Errors
/// An address is too long for a code.
pub fn measure(count: usize, rounds: u32) -> Result<Value, Fault> {
    let book: Vec<Certificate> = (1..=count).map(certificate).collect::<Result<_, _>>()?;
    let (all_ms, bytes) = best(&book, rounds);
    let (one_ms, one_bytes) = best(&book[..book.len().min(1)], rounds);
    Ok(json!({
        "bench": "certificates",
        "certificates": count,
        "best_ms": all_ms,
        "bytes": bytes,
        "one_ms": one_ms,
        "one_bytes": one_bytes,
        "all_to_one": all_ms / one_ms,
    }))
}

/// The best time in milliseconds, and the size of the file.
fn best(book: &[Certificate], rounds: u32) -> (f64, usize) {
    let mut found = (f64::INFINITY, 0);
    for _ in 0..rounds.max(1) {
        let begun = Stopwatch::start();
        let file = black_box(certificates("Giấy chứng nhận", black_box(book)));
        found = (found.0.min(begun.micros() as f64 / 1000.0), file.len());
    }
    found
}

fn certificate(at: usize) -> Result<Certificate, Fault> {
    let code = qr::code(&format!("https://hoithi.example/giay-chung-nhan/ABCDE{at:05}"))?;
    Ok(Certificate {
        is_framed: true,
        superior: Some("Ủy ban nhân dân tỉnh Sa Lĩnh".to_owned()),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9".to_owned(),
        kind: "Giấy chứng nhận".to_owned(),
        opening: "Chứng nhận".to_owned(),
        holder: format!("Lò Văn Gieo {at}"),
        unit: "Trường Trung học phổ thông Thung Mây".to_owned(),
        prize: "Đạt Giải Khuyến khích".to_owned(),
        lines: vec![
            format!("Giải pháp: “Máy tách hạt và phân loại hạt giống bằng luồng khí số {at}”"),
            "Lĩnh vực: Nông lâm nghiệp, tài nguyên và môi trường".to_owned(),
            "Tại Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9".to_owned(),
        ],
        notes: vec![format!("Số: {at}/GCN-BTC"), "Theo Quyết định số 45/QĐ-BTC".to_owned()],
        place: "Sa Lĩnh".to_owned(),
        dated: Dated { day: Some(21), month: Some(11), year: Some(2026) },
        signature: Signature {
            posts: vec![Post::read("TM. Ban Tổ chức"), Post::read("Trưởng ban")],
            note: None,
            name: Some("Đinh Văn Mưa".to_owned()),
        },
        code,
        code_words: vec![format!("Mã kiểm tra: ABCDE {at:05}")],
    })
}
