// <form data-upload data-attach="/path" data-item="KEY">: an upload that is whole becomes a file of the dossier,
// by a form of its own, so that the answer is the same page as without scripts.
import "./upload.js";

addEventListener("upload-finished", (event) => {
  const { attach, item } = event.target.dataset;
  if (!attach) return;
  event.preventDefault();
  const form = document.createElement("form");
  form.method = "post";
  form.action = attach;
  const upload = new URL(event.detail.at, location.href).pathname.split("/").at(-1);
  for (const [name, value] of Object.entries({ item, upload })) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
});
