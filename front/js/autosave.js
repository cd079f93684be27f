// <form data-autosave="KEY">: what is typed is sent a moment later, and kept on this device until the
// server has it: no sign-in, lost line, second tab or empty battery costs a word.
const PREFIX = "unsent:";
const PAUSE = 1200;
const RETRIES = [2000, 5000, 15000, 30000];

export function start() {
  for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
}

function autosave(form) {
  const state = { form, key: PREFIX + form.dataset.autosave, tries: 0, timer: 0, sending: false, again: false, stopped: false };
  restore(state);
  // Whoever typed before this file was here is not forgotten.
  if ([...form.elements].some(isTyped)) later(state, PAUSE);
  form.addEventListener("input", () => later(state, PAUSE));
  form.addEventListener("submit", () => stop(state));
  addEventListener("online", () => read(state) && later(state, 0));
  addEventListener("visibilitychange", () => document.hidden && read(state) && later(state, 0));
  addEventListener("beforeunload", (event) => {
    if (read(state) && !state.stopped) event.preventDefault();
  });
}

function isTyped(field) {
  if (field.type === "hidden" || field.type === "submit") return false;
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((one) => one.defaultSelected && !one.selected);
  return "defaultValue" in field && field.value !== field.defaultValue;
}

// The form goes by itself now; what it answers decides.
function stop(state) {
  state.stopped = true;
  clearTimeout(state.timer);
}

function later(state, pause) {
  if (state.stopped) return;
  keep(state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(state), pause);
}

async function send(state) {
  if (state.stopped) return;
  if (state.sending) {
    state.again = true;
    return;
  }
  state.sending = true;
  say(state, state.form.dataset.saving);
  await attempt(state);
  state.sending = false;
  if (state.again) {
    state.again = false;
    later(state, PAUSE);
  }
}

async function attempt(state) {
  const sent = body(state.form);
  let answer;
  try {
    answer = await fetch(state.form.action, { method: "POST", body: sent, redirect: "manual", keepalive: sent.toString().length < 60000 });
  } catch {
    return retry(state, state.form.dataset.unsent);
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) return retry(state, state.form.dataset.signedOut);
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return retry(state, state.form.dataset.unsent);
  const told = await answer.json();
  if (!answer.ok) return say(state, told.says, true);
  state.tries = 0;
  state.form.elements.revision.value = told.revision;
  if (!state.again && body(state.form).toString() === withRevision(sent, told.revision)) forget(state);
  say(state, told.says);
}

function retry(state, words) {
  say(state, words, true);
  const pause = RETRIES[Math.min(state.tries, RETRIES.length - 1)];
  state.tries += 1;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(state), pause);
}

function body(form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.append("autosave", "1");
  return fields;
}

function withRevision(sent, revision) {
  sent.set("revision", revision);
  return sent.toString();
}

function say(state, words, failed = false) {
  const place = state.form.querySelector("[data-autosave-state]");
  place.textContent = words;
  place.classList.toggle("saved-failed", failed);
}

// What was not sent last time comes back, if nobody has saved the page since.
function restore(state) {
  const kept = read(state);
  if (!kept) return;
  const fields = new URLSearchParams(kept);
  if (fields.get("revision") !== state.form.elements.revision.value) return forget(state);
  for (const field of state.form.elements) {
    if (!field.name || field.type === "hidden" || field.type === "submit" || field.type === "button") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = fields.getAll(field.name).includes(field.value);
    else field.value = fields.get(field.name) ?? "";
  }
  say(state, state.form.dataset.restored);
  later(state, PAUSE);
}

// Storage may be full or forbidden: then only the server keeps it.
function storage(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

const read = (state) => storage((kept) => kept.getItem(state.key));
const keep = (state) => storage((kept) => kept.setItem(state.key, body(state.form).toString()));
const forget = (state) => storage((kept) => kept.removeItem(state.key));
