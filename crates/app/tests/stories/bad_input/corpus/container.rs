//! ZIPs written byte by byte, so that each number in them can lie.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// The host of an entry with rights of Unix, and the version that made it.
const MADE_BY_UNIX: u16 = 0x031E;

/// A part of a ZIP, with everything that its two heads say of it.
#[derive(Clone)]
pub struct Entry {
    /// Its name in the list at the end.
    pub name: Vec<u8>,
    /// Its name before its bytes.
    pub local_name: Vec<u8>,
    /// Its bytes as they lie there.
    pub packed: Vec<u8>,
    /// How many bytes it says that it unpacks to.
    pub size: u32,
    /// How many bytes it says that it has here.
    pub packed_size: u32,
    pub crc: u32,
    pub method: u16,
    pub flags: u16,
    /// Rights and kind of Unix.
    pub mode: u32,
    /// More fields, in the list and before the bytes.
    pub extra: Vec<u8>,
    /// Whether sizes stand behind the bytes, as programs write them that do not know them before.
    pub sizes_follow: bool,
}

impl Entry {
    /// A part that is stored as it is.
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        let length = u32::try_from(bytes.len()).unwrap();
        Self {
            name: name.into(),
            local_name: name.into(),
            packed: bytes.to_vec(),
            size: length,
            packed_size: length,
            crc: sum(bytes),
            method: 0,
            flags: 0,
            mode: 0o100_644,
            extra: Vec::new(),
            sizes_follow: false,
        }
    }

    /// A part that is packed.
    pub fn packed(name: &str, bytes: &[u8]) -> Self {
        let mut out = DeflateEncoder::new(Vec::new(), Compression::best());
        out.write_all(bytes).unwrap();
        let packed = out.finish().unwrap();
        let packed_size = u32::try_from(packed.len()).unwrap();
        Self { packed, packed_size, method: 8, ..Self::stored(name, bytes) }
    }

    /// The same with something changed.
    pub fn but(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn head(&self, is_local: bool) -> Vec<u8> {
        let (crc, packed_size, size) = match self.sizes_follow && is_local {
            true => (0, 0, 0),
            false => (self.crc, self.packed_size, self.size),
        };
        let flags = self.flags | if self.sizes_follow { 8 } else { 0 };
        let name = if is_local { &self.local_name } else { &self.name };
        let shorts = [20, flags, self.method, 0, 0x5B75];
        let mut head: Vec<u8> = shorts.into_iter().flat_map(u16::to_le_bytes).collect();
        head.extend([crc, packed_size, size].into_iter().flat_map(u32::to_le_bytes));
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend(u16::try_from(self.extra.len()).unwrap().to_le_bytes());
        head
    }
}

/// The sum by which a ZIP knows that bytes are whole.
pub fn sum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// The end of a ZIP, which says where the list is.
#[derive(Default)]
pub struct End {
    /// Bytes before everything.
    pub before: Vec<u8>,
    pub comment: Vec<u8>,
    /// How many parts it says that there are; nothing: as many as there are.
    pub count: Option<u16>,
    /// Where it says that the list begins; nothing: where it begins.
    pub list_at: Option<u32>,
    /// The number of the disk that it says it is.
    pub disk: u16,
    /// What stands between list and end.
    pub between: Vec<u8>,
    /// Places at which the list says that parts begin, instead of the true ones.
    pub places: Vec<u32>,
}

/// A ZIP of these parts.
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_that(entries, &End::default())
}

/// A ZIP of these parts with such an end.
pub fn zip_that(entries: &[Entry], end: &End) -> Vec<u8> {
    let mut bytes = end.before.clone();
    let mut places: Vec<u32> = Vec::new();
    for entry in entries {
        places.push(u32::try_from(bytes.len()).unwrap());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(entry.head(true));
        bytes.extend(&entry.local_name);
        bytes.extend(&entry.extra);
        bytes.extend(&entry.packed);
        if entry.sizes_follow {
            bytes.extend(b"PK\x07\x08");
            let behind = [entry.crc, entry.packed_size, entry.size];
            bytes.extend(behind.into_iter().flat_map(u32::to_le_bytes));
        }
    }
    if !end.places.is_empty() {
        places.clone_from(&end.places);
    }
    let list_at = u32::try_from(bytes.len()).unwrap();
    for (entry, place) in entries.iter().zip(&places) {
        bytes.extend(b"PK\x01\x02");
        bytes.extend(MADE_BY_UNIX.to_le_bytes());
        bytes.extend(entry.head(false));
        bytes.extend([0; 6]);
        bytes.extend((entry.mode << 16).to_le_bytes());
        bytes.extend(place.to_le_bytes());
        bytes.extend(&entry.name);
        bytes.extend(&entry.extra);
    }
    let length = u32::try_from(bytes.len()).unwrap() - list_at;
    bytes.extend(&end.between);
    let count = end.count.unwrap_or(u16::try_from(entries.len()).unwrap());
    bytes.extend(b"PK\x05\x06");
    bytes.extend([end.disk, end.disk, count, count].into_iter().flat_map(u16::to_le_bytes));
    bytes.extend(length.to_le_bytes());
    bytes.extend(end.list_at.unwrap_or(list_at).to_le_bytes());
    bytes.extend(u16::try_from(end.comment.len()).unwrap().to_le_bytes());
    bytes.extend(&end.comment);
    bytes
}

/// The end of a large ZIP, with this many parts in a list at this place, and where that end is.
pub fn large_end(count: u64, (list_at, length): (u64, u64), at: u64) -> Vec<u8> {
    let mut bytes = b"PK\x06\x06".to_vec();
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45_u16, 45].into_iter().flat_map(u16::to_le_bytes));
    bytes.extend([0; 8]);
    bytes.extend([count, count, length, list_at].into_iter().flat_map(u64::to_le_bytes));
    bytes.extend(b"PK\x06\x07");
    bytes.extend([0; 4]);
    bytes.extend(at.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes
}
