//! Embeds the front-end files that `front/assets.json` names, each under an address that changes with
//! its content, so that browsers may keep them for ever.

#![expect(clippy::panic, reason = "a build stops with a sentence that says what to do")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let front = root.join("../../front");
    println!("cargo::rerun-if-changed={}", front.join("assets.json").display());
    println!("cargo::rerun-if-changed=messages");
    let mut assets = read(&front);
    address_each_other(&mut assets);
    write(&assets);
}

/// The files by asset name; an entry that is a list is one asset made of several files in order.
fn read(front: &Path) -> BTreeMap<String, Vec<u8>> {
    let list = fs::read_to_string(front.join("assets.json")).expect("front/assets.json is there");
    let list: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&list).expect("front/assets.json maps names to files");
    list.into_iter().map(|(name, files)| (name, join(front, &files))).collect()
}

fn join(front: &Path, files: &serde_json::Value) -> Vec<u8> {
    let one = [files.clone()];
    let files = files.as_array().map_or(&one[..], Vec::as_slice);
    let mut bytes = Vec::new();
    for file in files {
        let path = front.join(file.as_str().expect("a path"));
        println!("cargo::rerun-if-changed={}", path.display());
        bytes.extend(fs::read(&path).unwrap_or_else(|error| {
            panic!(
                "{}: {error}. Run `npm ci --ignore-scripts` in front/ first; ./run does.",
                path.display()
            )
        }));
    }
    bytes
}

/// Style sheets and scripts name other assets by their bare address; it gets the version, too. Leaves
/// come first: what names others changes with them.
fn address_each_other(assets: &mut BTreeMap<String, Vec<u8>>) {
    for depth in 1..=DEEPEST {
        let versions: Vec<(String, String)> = assets
            .iter()
            .filter(|(name, _)| self::depth(name) < depth)
            .map(|(name, bytes)| (name.clone(), version(bytes)))
            .collect();
        for (_, bytes) in assets.iter_mut().filter(|(name, _)| self::depth(name) == depth) {
            let mut text =
                String::from_utf8(bytes.clone()).expect("style sheets and scripts are UTF-8");
            for (name, version) in &versions {
                let addressed = format!("\"/assets/{name}?v={version}\"");
                for written in ways_to_write(name) {
                    text = text.replace(&written, &addressed);
                }
            }
            *bytes = text.into_bytes();
        }
    }
}

/// How style sheets name an asset, and how the scripts, which stand in `js/`, import it.
fn ways_to_write(name: &str) -> [String; 2] {
    let imported = match name.strip_prefix("js/") {
        Some(script) => format!("\"./{script}\""),
        None => format!("\"../{name}\""),
    };
    [format!("\"/assets/{name}\""), imported]
}

const DEEPEST: usize = 3;

/// How far an asset stands from the leaves: the main script names the other scripts, that of uploads the worker
/// that hashes, and that of dossiers' files the one of uploads.
fn depth(name: &str) -> usize {
    match name {
        "js/attach.js" => 3,
        "js/main.js" | "js/upload.js" => 2,
        _ if name.ends_with(".css") || name.starts_with("js/") => 1,
        _ => 0,
    }
}

fn write(assets: &BTreeMap<String, Vec<u8>>) {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let mut code = format!(
        "/// Every embedded file, by name.\npub static ASSETS: [Asset; {}] = [\n",
        assets.len()
    );
    for (index, (name, bytes)) in assets.iter().enumerate() {
        let file = out.join(format!("asset{index}"));
        fs::write(&file, bytes).expect("OUT_DIR can be written");
        writeln!(
            code,
            "    Asset {{ name: {name:?}, kind: {:?}, version: {:?}, bytes: include_bytes!({file:?}), packed: std::sync::OnceLock::new() }},",
            kind(name),
            version(bytes)
        )
        .expect("a string can be written");
    }
    code.push_str("];\n");
    fs::write(out.join("assets.rs"), code).expect("OUT_DIR can be written");
}

fn version(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        other => panic!("no media type is known for {other:?}"),
    }
}
