// Every page that somebody can reach: what links lead to, from the first page on.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = fileURLToPath(new URL("../crates/app/src", import.meta.url));

// No page, or one that leads elsewhere at once.
const NO_PAGE =
  /^\/(assets|language|health|metrics|demo|ledger\/checkpoint|sitemap|robots)|\/(export|template|names|near|file|scan|tep|sheet|nop-ho-so)$|\.(ics|atom|svg|png|pdf|json)$|\/exports\/|^\/meetings\/[^/]+\/papers\/|\/certificates\/papers\/|\/(files|forms|van-ban|bieu-mau|desk\/lists)\/|\/paper\/(\{format\}|docx|pdf)$|^\/calendar\//;

// Where no link leads: each is visited as if one did.
export const NOWHERE = "/không-có-gì";
export const UNLINKED = ["/places?q=huyện Hớn Quản", "/sign-in", "/reset", "/sign-in/code", "/account/confirmation", "/begin", "/uploads", "/giay-chung-nhan", NOWHERE];

// The addresses of the router that answer GET with a page, as it writes them; the plain ones come first.
export const ROUTES = readdirSync(SOURCES, { recursive: true })
  .filter((name) => name.endsWith(".rs"))
  .flatMap((name) => [...readFileSync(join(SOURCES, name), "utf8").matchAll(/\bget\(\s*"(\/[^"]*)"/g)])
  .map((found) => found[1])
  .filter((path) => !NO_PAGE.test(path))
  .sort((one, other) => one.split("{").length - other.split("{").length);

// The route that answers at an address, or the path where none does.
export function route(address) {
  const path = decodeURI(new URL(address, "http://house").pathname);
  return ROUTES.find((route) => new RegExp(`^${route.replace(/\{[^}]*\}/g, "[^/]+")}$`).test(path)) ?? path;
}

// What all addresses of one kind have in common; one of each kind is looked at.
export function kind(address) {
  const names = [...new URL(address, "http://house").searchParams.keys()].sort().join("&");
  return route(address) + (names && `?${names}`);
}

// Calls `look(page, address, status)` once for each kind of page that this browser's person can reach, starting at these.
export async function crawl(page, starts, look) {
  const todo = [...starts];
  const seen = new Set();
  while (todo.length > 0) {
    const address = todo.shift();
    if (seen.has(kind(address)) || NO_PAGE.test(new URL(address, "http://house").pathname)) continue;
    seen.add(kind(address));
    const answer = await page.goto(address);
    const landed = new URL(page.url());
    // Where one is led on to is looked at when its own turn comes.
    if (kind(landed) !== kind(address)) todo.push(landed.pathname + landed.search);
    else await look(page, address, answer.status());
    todo.push(...(await links(page)));
  }
}

function links(page) {
  return page.$$eval("a[href]", (all) =>
    all.filter((a) => a.origin === location.origin && !a.hash).map((a) => a.pathname + a.search),
  );
}
