//! Requests of the protocol, and some that only look like it.

use axum::body::Body;
use axum::http::Method;

use super::{PURPOSE, Sender, hash, metadata, noise, speaking};
use crate::browser::request;
use crate::house::House;

stories! {
    protocol_says_what_it_can_do,
    bad_promises_are_told_why,
    bad_pieces_are_told_why,
    names_are_shown_and_saved_safely,
}

async fn protocol_says_what_it_can_do(house: &House) {
    let anybody = Sender(house.anon());
    let reply = anybody.ask(request(Method::OPTIONS, "/uploads"), Body::empty()).await;
    let said = ["tus-resumable", "tus-version", "tus-extension", "tus-max-size"];
    assert_eq!(
        said.map(|name| reply.is(204).header(name)),
        ["1.0.0", "1.0.0", "creation,expiration,termination", "1073741824"]
    );
    let reply = Sender::secretary(house).promises("a.bin", 5, &hash(b"a")).await;
    assert_eq!(reply.header("tus-resumable"), "1.0.0");
    assert_eq!(reply.header("upload-expires"), "Sat, 28 Nov 2026 03:00:00 GMT");
}

async fn bad_promises_are_told_why(house: &House) {
    let sender = Sender::secretary(house);
    let check = async |length: &str, metadata: &str, status: u16, reason: &'static str| {
        let promise = speaking(Method::POST, "/uploads")
            .header("upload-length", length)
            .header("upload-metadata", metadata);
        let reply = sender.ask(promise, Body::empty()).await;
        assert_eq!(reply.is(status).header("x-reason"), reason, "{length} {metadata}");
        reply.is(status);
    };
    let good = metadata("a.pdf", &hash(b"a"), PURPOSE);
    check("0", &good, 422, "upload-empty").await;
    check("1073741825", &good, 413, "upload-too-large").await;
    check("18446744073709551616", &good, 422, "upload-promise-unreadable").await;
    check("-1", &good, 422, "upload-promise-unreadable").await;
    for wrong in [
        metadata("a.pdf", "abc", PURPOSE),
        metadata("a.pdf", &hash(b"a"), "dossier/1"),
        metadata("a.pdf", &hash(b"a"), "../../etc/passwd"),
        "filename".to_owned(),
        "sha256 ====".to_owned(),
        "a ".repeat(5_000),
        String::new(),
    ] {
        check("5", &wrong, 422, "upload-promise-unreadable").await;
    }
    let no_version = request(Method::POST, "/uploads").header("sec-fetch-site", "same-origin");
    sender.ask(no_version, Body::empty()).await.is(412);
    assert_eq!(house.count("select count(*) from upload").await, 0);
}

async fn bad_pieces_are_told_why(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(1_000);
    let path = sender.begins("a.bin", &bytes).await;
    for (offset, status) in [("", 422), ("-1", 422), ("1e3", 422), ("1", 409), ("1000", 409)] {
        let piece = speaking(Method::PATCH, &path)
            .header("upload-offset", offset)
            .header("content-type", "application/offset+octet-stream");
        sender.ask(piece, Body::from(bytes.clone())).await.is(status);
    }
    for kind in ["application/octet-stream", "text/html", "multipart/form-data; boundary=x"] {
        let piece =
            speaking(Method::PATCH, &path).header("upload-offset", 0).header("content-type", kind);
        sender.ask(piece, Body::from(bytes.clone())).await.is(422);
    }
    let overridden = speaking(Method::POST, &path).header("x-http-method-override", "PATCH");
    sender.ask(overridden, Body::empty()).await.is(404);
    for wrong in ["/uploads/..", "/uploads/1", "/uploads/%2e%2e%2fkeys", "/uploads/01A1FC0B"] {
        sender.looks(wrong).await.is(404);
        sender.sends(wrong, 0, bytes.clone()).await.is(404);
    }
    sender.sends(&path, 0, Vec::new()).await.is(204);
    sender.sends(&path, 0, bytes).await.is(204);
}

/// Names of class C6: reserved, long, turned round, of slashes, of marks alone.
fn names() -> Vec<(String, String)> {
    let long = "ế".repeat(1_300);
    let pairs = [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("CON", "_CON"),
        ("aux.pdf", "_aux.pdf"),
        ("lpt1.docx", "_lpt1.docx"),
        ("a\u{202E}fdp.exe", "afdp.exe"),
        ("\u{2066}a\u{2069}.pdf", "a.pdf"),
        ("a\r\nset-cookie: x=y.pdf", "a set-cookie x=y.pdf"),
        ("a\0.pdf", "a.pdf"),
        ("...", "tep"),
        ("\u{301}\u{302}\u{303}", "tep"),
        ("máy cày.pdf.", "máy cày.pdf"),
        ("🚜.pdf", "🚜.pdf"),
        ("\"><script>alert(1)</script>.pdf", "script.pdf"),
        ("%2e%2e%2fa.pdf", "%2e%2e%2fa.pdf"),
        ("a;filename=b.exe", "a;filename=b.exe"),
        ("=HYPERLINK(\"x\").pdf", "=HYPERLINK(x).pdf"),
        ("{{7*7}}.pdf", "{{77}}.pdf"),
    ];
    let mut names: Vec<(String, String)> =
        pairs.map(|(sent, shown)| (sent.to_owned(), shown.to_owned())).to_vec();
    names.push((format!("{long}.pdf"), format!("{}.pdf", "ế".repeat(116))));
    names
}

async fn names_are_shown_and_saved_safely(house: &House) {
    let sender = Sender::secretary(house);
    for (number, (sent, shown)) in names().into_iter().enumerate() {
        let (path, reply) = sender.brings(&sent, &noise(number + 1)).await;
        reply.is(204);
        let id = path.strip_prefix("/uploads/").unwrap();
        assert_eq!(house.ask(&format!("select name from upload where id = '{id}'")).await, shown);
        let saved = sender.0.get(&format!("{path}/file")).await;
        let disposition = saved.is(200).header("content-disposition");
        let name = disposition.strip_prefix("attachment; filename*=UTF-8''").unwrap();
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"%-_.~".contains(&byte);
        assert_eq!(name.bytes().find(|byte| !is_plain(*byte)), None, "{disposition}");
        sender.0.get("/uploads").await.is(200).shows(&shown);
    }
}
