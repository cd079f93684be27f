// Pictures of every page, for people who want to look at what they make:
//   node e2e/pictures.mjs OUTDIR            every page, wide and narrow, light and dark, both languages
//   node e2e/pictures.mjs --readme          the few that README.md shows, into docs/pictures/
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import config from "./playwright.config.js";
import { NARROW, WIDE } from "./examine.js";
import { House } from "./house.js";
import { crawl, kind, UNLINKED } from "./pages.js";
import { acceptReview, openReview } from "./papers.js";
import { AN, enter, settleAll } from "./people.js";

const README = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const SHOWN = {
  overview: "/",
  contest: "/contests/{id}",
  tasks: "/contests/{id}/tasks",
  reports: "/contests/{id}/reports/{period}",
  portal: "/hoi-thi/{slug}",
  units: "/units",
  unit: "/units/{id}",
  places: "/places?q",
  reorganisation: "/reorganisations/{id}",
};

// The demo's people, or, where there is no demo world, three who are made here.
async function inhabitants(house, browser) {
  const page = await browser.newPage();
  await page.goto(`${house.url}/sign-in`);
  const emails = await page.$$eval("form[action='/demo/sign-in'] [name=email]", (fields) => fields.map((field) => field.value));
  if (house.setupLink) await settleAll(house, page.context().request);
  await page.close();
  if (emails.length === 0) return [[AN.email, (request) => enter(house, request, AN)]];
  return emails.map((email) => [email, (request) => request.post(`${house.url}/demo/sign-in`, { form: { email } })]);
}

async function shoot(page, path, fullPage) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, fullPage });
}

async function everything(house, browser, people, folder) {
  const taken = new Set();
  for (const [who, enterAs] of [["stranger", async () => {}], ...people]) {
    const context = await browser.newContext({ baseURL: house.url, locale: "vi-VN", reducedMotion: "reduce" });
    await enterAs(context.request);
    await crawl(await context.newPage(), ["/", ...UNLINKED], async (page, address) => {
      if (taken.has(kind(address))) return;
      taken.add(kind(address));
      const name = kind(address).replace(/[^\p{L}\d]+/gu, "-").replace(/^-|-$/g, "") || "home";
      await variants(page, house, address, join(folder, `${who.split("@")[0]}.${name}`));
    });
    await context.close();
  }
  console.log(`${taken.size} pages in ${folder}`);
}

async function variants(page, house, address, stem) {
  for (const lang of ["en", "vi"]) {
    await page.context().addCookies([{ name: "lang", value: lang, url: house.url }]);
    await page.goto(address);
    for (const [width, size] of [[1280, WIDE], [360, NARROW]]) {
      await page.setViewportSize(size);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await shoot(page, `${stem}.${lang}.${width}.${colorScheme}.png`, true);
      }
    }
  }
  await page.setViewportSize(WIDE);
}

async function readme(house, browser, [[, enterAs]]) {
  const context = await browser.newContext({ baseURL: house.url, locale: "vi-VN", reducedMotion: "reduce", viewport: { width: 1120, height: 760 } });
  await enterAs(context.request);
  const paper = await openReview(house, context.request);
  const page = await context.newPage();
  await page.goto(`${paper}/review`);
  await shoot(page, join(README, "review.png"), false);
  const { contest, period } = await acceptReview(house, context.request, paper);
  await crawl(page, ["/", contest, period, ...UNLINKED], async (_, address) => {
    await page.waitForLoadState("networkidle");
    const name = Object.keys(SHOWN).find((name) => SHOWN[name] === kind(address));
    if (!name) return;
    const path = join(README, `${name}.png`);
    await shoot(page, path, false);
    console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KiB`);
  });
}

const [target] = process.argv.slice(2);
if (!target) throw new Error("node e2e/pictures.mjs OUTDIR | --readme");
const folder = target === "--readme" ? README : target;
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(config.use.launchOptions);
// The plan of the few pictures would amend the contest that the demo has already.
const house = await House.open({ demo: target !== "--readme" });
try {
  const people = await inhabitants(house, browser);
  await (target === "--readme" ? readme(house, browser, people) : everything(house, browser, people, folder));
} finally {
  await house.close();
  await browser.close();
}
