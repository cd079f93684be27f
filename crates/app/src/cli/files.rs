//! `hoithi copy-files`: all files from the folder into the bucket, or back; and whether a bucket can be used at all.

use clap::Args;
use kernel::{Failure, Fault, Message, Refusal};
use serde_json::json;

use super::speak::Speaker;
use super::{DONE, Place, REFUSED};
use crate::configuration::Bucket;
use crate::files::{self, Depot, Kind, Trouble};
use crate::frame::App;

/// What `copy-files` takes.
#[derive(Args)]
pub struct CopyFiles {
    to: String,
    #[arg(long)]
    json: bool,
}

/// Copies every file that a row names into the depot that is named, from the other one, and compares it there. Nothing is
/// removed; broken off, it goes on where it was.
pub async fn copy(place: &Place, flags: CopyFiles, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let settings = &app.configuration;
    let none = || Refusal::invalid("cli-bucket-none");
    let (folder, bucket) = (Depot::folder(settings), Depot::bucket(settings)?);
    let (bucket, named) = bucket.zip(settings.bucket.as_ref()).ok_or_else(none)?;
    bucket.prove().await.map_err(|fault| unusable(named, &fault))?;
    let way = match flags.to.as_str() {
        "bucket" => (&folder, &bucket),
        "folder" => (&bucket, &folder),
        _ => return Err(Refusal::invalid("cli-copy-files-where").into()),
    };
    let hashes = files::named(&app.store).await?;
    let bar = speaker.bar(hashes.len() as u64);
    let carried = files::carry(way, &hashes, app.store.now(), || bar.inc(1)).await?;
    bar.finish_and_clear();
    app.close().await?;
    let (copied, there) = (carried.files, carried.there);
    match flags.json {
        true => {
            speaker.json(&json!({ "copied": copied, "there": there, "lost": carried.lost }))?;
        }
        false => {
            let message = Message::new("cli-copied-files").with("files", copied);
            speaker.tell(&message.with("there", there));
            for hash in &carried.lost {
                speaker.complain(&speaker.words.with("check-file-lost", "what", hash));
            }
        }
    }
    Ok(if carried.lost.is_empty() { DONE } else { REFUSED })
}

/// Whether the depot can be used; asked before anything is begun that relies on it.
///
/// # Errors
/// The bucket cannot; the sentence says why, and what to do.
pub async fn is_usable(app: &App) -> Result<(), Failure> {
    match (app.depot.prove().await, &app.configuration.bucket) {
        (Ok(()), _) => Ok(()),
        (Err(fault), Some(bucket)) => Err(unusable(bucket, &fault).into()),
        (Err(fault), None) => Err(fault.into()),
    }
}

fn unusable(bucket: &Bucket, fault: &Fault) -> Refusal {
    let key = match fault.cause::<Trouble>().map(|trouble| trouble.kind) {
        Some(Kind::Away) => "cli-bucket-away",
        Some(Kind::Forbidden) => "cli-bucket-forbidden",
        Some(Kind::Absent) => "cli-bucket-absent",
        Some(Kind::Refused) | None => "cli-bucket-refuses",
    };
    let message = Message::new(key).with("name", &bucket.name).with("endpoint", &bucket.endpoint);
    Refusal::invalid(message.with("why", fault))
}
