// <form data-keep="KEY">: what is typed outlives an error and a lost session.
// KEY names account, form, version. The page that says "saved" has
// data-keep-done="KEY", the form that signs out data-keep-clear.
const PREFIX = "keep:";
const NEVER = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);

export function keepForms() {
  for (const page of document.querySelectorAll("[data-keep-done]")) forget(page.dataset.keepDone);
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
  document.querySelector("form[data-keep-clear]")?.addEventListener("submit", forgetAll);
}

function keep(form) {
  const key = form.dataset.keep;
  const notice = form.querySelector("[data-kept]") ?? {};
  notice.hidden = !restore(form, read(key));
  form.addEventListener("input", () => write(key, values(form)));
  form.addEventListener("reset", () => {
    forget(key);
    notice.hidden = true;
  });
}

function kept(form) {
  return [...form.elements].filter(
    (field) => field.name && !NEVER.has(field.type) && field.autocomplete !== "one-time-code",
  );
}

function values(form) {
  return kept(form).map((field) => [field.name, marked(field) ? field.checked : field.value]);
}

function restore(form, saved) {
  const fields = kept(form);
  if (!saved || saved.length !== fields.length) return false;
  let changed = false;
  fields.forEach((field, place) => {
    const [name, value] = saved[place];
    const property = marked(field) ? "checked" : "value";
    if (field.name !== name || field[property] === value) return;
    field[property] = value;
    changed = true;
  });
  return changed;
}

function marked(field) {
  return ["checkbox", "radio"].includes(field.type);
}

// Storage may be full or forbidden: then nothing is kept.
function attempt(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function read(key) {
  return attempt((storage) => JSON.parse(storage.getItem(PREFIX + key)));
}

function write(key, saved) {
  attempt((storage) => storage.setItem(PREFIX + key, JSON.stringify(saved)));
}

function forget(key) {
  attempt((storage) => storage.removeItem(PREFIX + key));
}

function forgetAll() {
  indexedDB.deleteDatabase("hoithi");
  attempt((storage) => {
    for (const name of Object.keys(storage))
      if (name.startsWith(PREFIX)) storage.removeItem(name);
  });
}
