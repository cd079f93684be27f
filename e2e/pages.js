// Every page that somebody can reach: what links lead to, from the first page on.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = fileURLToPath(new URL("../crates/app/src", import.meta.url));
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{32,}/g;

// No page, or one that leads elsewhere at once.
const NO_PAGE = /^\/(assets|language|health|metrics|demo|ledger\/checkpoint)|\/(export|example)$/;

// Where a form answers and where no link leads; each is visited as if it had one.
export const NOWHERE = "/không-có-gì";
export const UNLINKED = ["/sign-in", "/reset", "/sign-in/code", "/account/confirmation", NOWHERE];

// The addresses of the router that answer GET with a page, as it writes them.
export function routes() {
  const texts = readdirSync(SOURCES, { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => readFileSync(join(SOURCES, name), "utf8"));
  const found = texts.flatMap((text) => [...text.matchAll(/\bget\(\s*"(\/[^"]*)"/g)].map((match) => match[1]));
  return found.filter((path) => !NO_PAGE.test(path)).sort();
}

// What all addresses of one kind have in common; one of each kind is looked at.
export function kind(address) {
  const { pathname, searchParams } = new URL(address, "http://house");
  const names = [...searchParams.keys()].sort().join("&");
  return decodeURI(pathname).replace(ID, "{}") + (names && `?${names}`);
}

// Whether an address is one of this route.
export function isOf(route, address) {
  const pattern = route.replace(/\{[^}]*\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(decodeURI(new URL(address, "http://house").pathname));
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
