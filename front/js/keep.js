// <form data-keep="KEY">: what is typed outlives an error, a lost session and a closed lid.
// The key names account, form and version of the thing, so that nothing meets a stranger.
// The page that says "saved" carries data-keep-done="KEY"; signing out, data-keep-clear.
const PREFIX = "keep:";
const NEVER = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);

export function keepForms() {
  for (const page of document.querySelectorAll("[data-keep-done]")) {
    forget(page.dataset.keepDone);
  }
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
  for (const form of document.querySelectorAll("form[data-keep-clear]")) {
    form.addEventListener("submit", forgetAll);
  }
}

function keep(form) {
  const key = form.dataset.keep;
  const notice = form.querySelector("[data-kept]");
  const restored = restore(form, read(key));
  if (notice) notice.hidden = !restored;
  form.addEventListener("input", () => write(key, values(form)));
  form.addEventListener("reset", () => {
    forget(key);
    if (notice) notice.hidden = true;
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
  return field.type === "checkbox" || field.type === "radio";
}

// Storage may be full or forbidden; then the form is as it would be without this module.
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

function write(key, saved) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(saved));
  } catch {
    forget(key);
  }
}

function forget(key) {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    return;
  }
}

function forgetAll() {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    return;
  }
}
