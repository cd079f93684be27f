// Pages work without it.
import { startClocks } from "./clock.js";
import { offerCopying } from "./copy.js";
import { guardForms } from "./guard.js";
import { keepForms } from "./keep.js";

keepForms();
guardForms();
offerCopying();
startClocks();

// Only live lists need htmx; before load it would sleep.
if (document.querySelector("[hx-get],[hx-post]")) {
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  await import("../htmx.min.js");
}

for (const name of ["autosave", "review"])
  if (document.querySelector(`[data-${name}]`)) (await import(`./${name}.js`)).start();
