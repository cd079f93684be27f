//! The keys of an installation: made at first start, kept in `keys/` beside the data.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use kernel::Fault;
use rand::Rng;

/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of the nonce in front of what is sealed.
const NONCE: usize = 24;

/// The keys of this installation.
pub struct Keys {
    sealing: XChaCha20Poly1305,
    /// Seed of the Ed25519 key that signs the ledger's checkpoints.
    pub ledger_seed: [u8; KEY],
}

impl Keys {
    /// Reads the keys, or makes them where there are none yet.
    ///
    /// # Errors
    /// The folder cannot be written, or a key file is damaged.
    pub fn open(data: &Path) -> Result<Self, Fault> {
        let folder = data.join("keys");
        std::fs::create_dir_all(&folder)?;
        let sealing = key_file(&folder.join("sealing.key"))?;
        let ledger_seed = key_file(&folder.join("ledger.key"))?;
        Ok(Self { sealing: XChaCha20Poly1305::new(&Key::from(sealing)), ledger_seed })
    }

    /// Seals a secret for the database; hex of nonce and cipher text.
    pub fn seal(&self, secret: &[u8]) -> Result<String, Fault> {
        let nonce = random_bytes::<NONCE>();
        let sealed = self.sealing.encrypt(&XNonce::from(nonce), secret);
        let sealed = sealed.map_err(|_| Fault::new("a secret could not be sealed"))?;
        Ok(hex::encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what [`Keys::seal`] sealed.
    ///
    /// # Errors
    /// It was sealed with another installation's key, or altered.
    pub fn unseal(&self, sealed: &str) -> Result<Vec<u8>, Fault> {
        let bytes = hex::decode(sealed)?;
        let Some((nonce, sealed)) = bytes.split_first_chunk::<NONCE>() else {
            return Err(Fault::new("a sealed secret is too short"));
        };
        let opened = self.sealing.decrypt(&XNonce::from(*nonce), sealed);
        opened.map_err(|_| Fault::new("a sealed secret does not open with this installation's key"))
    }
}

/// Bytes from the system's source of randomness.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

fn key_file(path: &Path) -> Result<[u8; KEY], Fault> {
    match OpenOptions::new().read(true).open(path) {
        Ok(mut file) => {
            let mut text = String::new();
            file.read_to_string(&mut text)?;
            let damaged = || Fault::new(format!("{} is damaged", path.display()));
            hex::decode(text.trim())
                .ok()
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or_else(damaged)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => new_key_file(path),
        Err(error) => Err(error.into()),
    }
}

fn new_key_file(path: &Path) -> Result<[u8; KEY], Fault> {
    let key = random_bytes::<KEY>();
    write_key_file(path, format!("{}\n", hex::encode(key)).as_bytes())?;
    Ok(key)
}

/// Writes a key file that only its owner may read; it must not be there yet.
///
/// # Errors
/// It is there, or the folder cannot be written.
pub fn write_key_file(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}
