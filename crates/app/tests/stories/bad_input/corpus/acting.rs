//! Class C3, too: PDFs that do something, are locked, or are two things at once.

use super::Piece;
use super::pdfs::{catalogue_with, known, packed, page_with, plain, revised, stream, text};
use crate::papers::made;

/// PDFs that do something when they are opened.
pub fn active() -> Vec<Piece> {
    let opens = |act: &str| catalogue_with(&format!("/OpenAction << {act} >>"));
    let hidden = packed(b"9 0 << /S /JavaScript /JS (x) >>");
    let in_stream =
        [text(), vec![stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &hidden)]]
            .concat();
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("script.pdf", opens("/S /JavaScript /JS (app.alert\\(1\\))")),
        ("script-on-close.pdf", page_with("/AA << /C << /S /JavaScript /JS (x) >> >>")),
        ("script-named.pdf", catalogue_with("/Names << /JavaScript << /Names [(a) 9 0 R] >> >>")),
        ("script-written-otherwise.pdf", opens("/S /J#61va#53cript /#4A#53 (x)")),
        ("script-packed.pdf", made::pdf(&in_stream, "")),
        ("launch.pdf", opens("/S /Launch /F (cmd.exe)")),
        ("launch-windows.pdf", opens("/S /Launch /Win << /F (cmd.exe) /P (/c calc) >>")),
        ("address.pdf", opens("/S /URI /URI (http://127.0.0.1/)")),
        ("other-file.pdf", opens("/S /GoToR /F (\\\\\\\\127.0.0.1\\\\share) /D [0 /Fit]")),
        ("sends.pdf", opens("/S /SubmitForm /F (http://127.0.0.1/)")),
        (
            "attached.pdf",
            known(
                "/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
                &[
                    "<< /Type /Filespec /EF << /F 8 0 R >> >>",
                    "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream",
                ],
            ),
        ),
        (
            "form.pdf",
            catalogue_with(
                "/AcroForm << /XFA (<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>) >>",
            ),
        ),
        ("film.pdf", page_with("/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]")),
    ];
    all.into_iter().map(Piece::bad).collect()
}

/// PDFs that are locked, were changed afterwards, or are something else as well.
pub fn disguised() -> Vec<Piece> {
    let whole = plain();
    let lock = |how: &str| {
        let keys = format!("/O <{0}> /U <{0}> /P -4", "ab".repeat(32));
        made::pdf(
            &text(),
            &format!("/Encrypt << /Filter /Standard {how} {keys} >> /ID [<00> <00>]"),
        )
    };
    let zip = super::zips::good().remove(0).bytes;
    let all: Vec<(&str, Vec<u8>)> = vec![
        ("locked-40.pdf", lock("/V 1 /R 2")),
        ("locked-128.pdf", lock("/V 2 /R 3 /Length 128")),
        ("locked-aes.pdf", lock("/V 4 /R 4 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF")),
        ("locked-unknown.pdf", lock("/V 99 /R 99")),
        ("shadow-page.pdf", revised(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")),
        (
            "shadow-catalogue.pdf",
            revised(
                1,
                "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>",
            ),
        ),
        (
            "html.pdf",
            [b"<html><script>alert(1)</script><!-- ", &whole[..], b" --></html>"].concat(),
        ),
        ("zip.pdf", [&whole[..], &zip].concat()),
        (
            "picture.pdf",
            [b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", &whole[..]].concat(),
        ),
        ("script-file.pdf", [b"#!/bin/sh\nexit 0\n", &whole[..]].concat()),
        ("program.pdf", [b"MZ\x90\0", &whole[..]].concat()),
    ];
    all.into_iter().map(Piece::bad).collect()
}
