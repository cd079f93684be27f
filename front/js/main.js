// Every page works without this file; what it adds makes waiting, losing and retyping rarer.
import { startClocks } from "./clock.js";
import { offerCopying } from "./copy.js";
import { guardForms } from "./guard.js";
import { keepForms } from "./keep.js";

keepForms();
guardForms();
offerCopying();
startClocks();

// htmx is a third of a first visit, so only pages with a live list fetch it. It hears of a
// ready page only before DOMContentLoaded or after load: between the two it would sleep.
if (document.querySelector("[hx-get],[hx-post]")) {
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  await import("../htmx.min.js");
}
