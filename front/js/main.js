// Pages work without this file.
import { startClocks } from "./clock.js";
import { offerCopying } from "./copy.js";
import { guardForms } from "./guard.js";
import { keepForms } from "./keep.js";

keepForms();
guardForms();
offerCopying();
startClocks();

// Only pages with a live list fetch htmx. Between DOMContentLoaded and load it would sleep.
if (document.querySelector("[hx-get],[hx-post]")) {
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  await import("../htmx.min.js");
}

if (document.querySelector("[data-review]")) (await import("./review.js")).startReview();
