// A worker: the SHA-256 of a file, read piece by piece, so that a film never lies in memory.
import { bytesToHex } from "../lib/utils.js";
import { sha256 } from "../lib/sha2.js";

const PIECE = 4 * 1024 * 1024;

onmessage = async ({ data: file }) => {
  try {
    const digest = sha256.create();
    for (let at = 0; at < file.size; at += PIECE) {
      digest.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      postMessage({ read: Math.min(at + PIECE, file.size) });
    }
    postMessage({ hash: bytesToHex(digest.digest()) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
