// <form data-upload [data-purpose="dossier/ID"] [data-next="/path"] [data-follow="SHA-256"]>: its file is hashed,
// promised, and sent in pieces that outlive a bad line, a pause and a loaded page. With data-follow it is the one
// file that is waited for. Without this file the form sends it at once.
import "../lib/tus.js";

const VERSION = { "Tus-Resumable": "1.0.0" };
const PIECE = 4 * 1024 * 1024;
// A line that has failed is tried again soon, then each half minute for an hour.
const AGAIN = [500, 1000, 2000, 4000, 8000, 15000, ...Array(120).fill(30000)];
// Somebody else sends it, or we stand elsewhere than the server: both pass.
const PASSES = new Set([409, 423]);

for (const form of document.querySelectorAll("form[data-upload]")) offer(form);

function offer(form) {
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file) return;
    event.preventDefault();
    start(form, file);
  });
}

// Sends a file as if it had been chosen in the form.
export function start(form, file) {
  const view = look(form);
  send(form, file, view).then(
    (detail) => detail && done(form, view, detail),
    (error) => view.failed(error.sentence ?? view.words.failed),
  );
}

function done(form, view, detail) {
  view.tell(view.words.done);
  if (tell(form, "upload-finished", detail)) location.assign(form.dataset.next ?? location.href);
}

function tell(form, name, detail) {
  return form.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));
}

// Hashes, promises and sends; answers with the address of the upload once all of it is there. Whoever hears that it
// is promised may have something done before the first byte goes.
async function send(form, file, view) {
  const { purpose, follow } = form.dataset;
  view.begin();
  view.tell(view.words.hashing);
  const hash = await hashOf(file, (read) => view.show(read, file.size));
  if (follow && follow !== hash) throw { sentence: view.words.unknown };
  const at = purpose ? await promise(file, hash, purpose) : known(hash);
  if (!at) throw { sentence: view.words.unknown };
  const detail = { at, hash, file, before: [] };
  tell(form, "upload-promised", detail);
  await Promise.allSettled(detail.before);
  view.tell(view.words.sending);
  return new Promise((sent) => pieces(file, at, view, () => sent(detail)));
}

function hashOf(file, read) {
  const worker = new Worker("/assets/js/hash.js", { type: "module" });
  return new Promise((done, failed) => {
    worker.onerror = failed;
    worker.onmessage = ({ data }) => {
      if (data.read) return read(data.read);
      worker.terminate();
      return data.hash ? done(data.hash) : failed(new Error(data.error));
    };
    worker.postMessage(file);
  });
}

// The same file for the same thing is the same promise, so this may be asked again after a reload.
async function promise(file, hash, purpose) {
  const said = { filename: file.name, sha256: hash, purpose };
  const metadata = Object.entries(said).map(([name, value]) => `${name} ${base64(value)}`);
  const headers = { ...VERSION, "Upload-Length": file.size, "Upload-Metadata": metadata.join(",") };
  const answer = await fetch("/uploads", { method: "POST", headers });
  if (answer.ok) return answer.headers.get("Location");
  throw { sentence: answer.headers.has("X-Reason") ? await answer.text() : undefined };
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function known(hash) {
  return document.querySelector(`[data-upload-known="${hash}"]`)?.dataset.uploadAt;
}

function pieces(file, at, view, sent) {
  const upload = new tus.Upload(file, {
    endpoint: "/uploads",
    uploadUrl: at,
    chunkSize: PIECE,
    retryDelays: AGAIN,
    storeFingerprintForResuming: false,
    onShouldRetry: (error) => mayPass(error) && !view.tell(view.words.waiting),
    onProgress: (came, all) => {
      view.tell(view.words.sending);
      view.show(came, all);
    },
    onError: (error) => {
      view.stopped(sentence(error, view.words));
    },
    onSuccess: sent,
  });
  view.steer(upload);
  upload.start();
}

function mayPass(error) {
  const status = error.originalResponse?.getStatus() ?? 0;
  return status === 0 || status >= 500 || PASSES.has(status);
}

function sentence(error, words) {
  const answer = error.originalResponse;
  if (answer?.getStatus() === 401) return words.signedout;
  return answer?.getHeader("X-Reason") ? answer.getBody() : words.failed;
}

// What a person sees and presses.
function look(form) {
  const part = form.querySelector("[data-upload-part]");
  const bar = part.querySelector("progress");
  const told = part.querySelector("[data-upload-told]");
  const pause = part.querySelector("[data-upload-pause]");
  const submit = form.querySelector("[type=submit]");
  const off = pause.textContent;
  const steers = form.contains(document.activeElement);
  const running = (runs) => {
    pause.dataset.runs = runs;
    pause.textContent = runs ? off : pause.dataset.on;
  };
  const view = {
    words: told.dataset,
    tell: (words) => void (told.textContent !== words && (told.textContent = words)),
    show: (came, all) => {
      bar.max = all;
      bar.value = came;
    },
    begin: () => {
      part.hidden = false;
      pause.hidden = true;
      submit.disabled = true;
    },
    failed: (words) => {
      view.tell(words);
      submit.disabled = false;
    },
    stopped: (words) => {
      view.tell(words);
      running("");
    },
    steer: (upload) => {
      pause.hidden = false;
      running("yes");
      pause.onclick = () => {
        const runs = pause.dataset.runs;
        running(runs ? "" : "yes");
        view.tell(runs ? view.words.paused : view.words.sending);
        return runs ? upload.abort() : upload.start();
      };
      if (steers) pause.focus();
    },
  };
  return view;
}
