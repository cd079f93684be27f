// <form data-upload data-attach="/path" data-item="KEY">: a file that is promised is named in the dossier at once, so
// that it can be handed in while its bytes are on their way; once it is whole a form of its own adds it, and the
// answer is the same page as without scripts. <form data-follow="SHA-256"> goes on with a file that this device keeps.
import { forget, keep, kept } from "./files.js";
import { start } from "./upload.js";

for (const form of document.querySelectorAll("form[data-follow]")) follow(form);

addEventListener("upload-promised", (event) => {
  const { attach, item } = event.target.dataset;
  const { at, hash, file, before } = event.detail;
  before.push(keep(hash, file));
  if (attach) before.push(name(attach, item, at));
});

addEventListener("upload-finished", (event) => {
  const { attach, item } = event.target.dataset;
  const { at, hash } = event.detail;
  forget(hash);
  if (!attach) return;
  event.preventDefault();
  const form = document.createElement("form");
  form.method = "post";
  form.action = attach;
  for (const [name, value] of said(item, at)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
});

// What is refused now is refused again, with its sentence, when the file is whole.
function name(attach, item, at) {
  return fetch(attach, { method: "POST", body: said(item, at), redirect: "manual" });
}

function said(item, at) {
  const upload = new URL(at, location.href).pathname.split("/").at(-1);
  return new URLSearchParams({ item, upload });
}

async function follow(form) {
  const file = await kept(form.dataset.follow).catch(() => undefined);
  if (file) start(form, file);
}
