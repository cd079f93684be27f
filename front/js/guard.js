// Forms that post are sent once; <form data-guard> asks before a changed page is left.
// data-repeat lets a form be sent again, as for a download.
export function guardForms() {
  for (const form of document.querySelectorAll("form[method=post]")) {
    if (!("repeat" in form.dataset)) sendOnce(form);
    if ("guard" in form.dataset) askBeforeLeaving(form);
  }
}

function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.ariaBusy === "true") {
      event.preventDefault();
      return;
    }
    // Later: another listener may stop the submit, and a disabled button is not sent.
    setTimeout(() => event.defaultPrevented || setBusy(form, event.submitter, true));
  });
  // The back button may bring the page back as it was left.
  addEventListener("pageshow", () => setBusy(form, form.querySelector("[aria-busy]"), false));
}

function setBusy(form, button, busy) {
  form.ariaBusy = busy ? "true" : null;
  if (!button) return;
  button.disabled = busy;
  button.ariaBusy = busy ? "true" : null;
  const words = button.querySelector("[data-busy]");
  if (!words) return;
  words.dataset.idle ??= words.textContent;
  words.textContent = busy ? words.dataset.busy : words.dataset.idle;
}

function askBeforeLeaving(form) {
  let changed = false;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("reset", () => (changed = false));
  addEventListener("beforeunload", (event) => {
    if (changed && form.ariaBusy !== "true") event.preventDefault();
  });
}
