// Proves the promises of the look that can be computed: node check.mjs
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const assets = JSON.parse(read("assets.json"));
const failures = [];
const expect = (truth, sentence) => truth || failures.push(sentence);

// Text needs 4.5 : 1 on what it stands on (WCAG 1.4.3), edges and marks 3 : 1 (1.4.11).
const SURFACES = ["ground", "paper"];
const TEXT = ["ink", "ink-soft", "accent", "accent-strong", "done", "due", "late"];
const PAIRS = [
  ...TEXT.flatMap((ink) => SURFACES.map((on) => [ink, on, 4.5])),
  ...["accent", "done", "due", "late"].flatMap((ink) => [[ink, `${ink}-soft`, 4.5], ["ink", `${ink}-soft`, 4.5]]),
  ["ink-soft", "idle-soft", 4.5],
  ["ink-soft", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["paper", "late", 4.5],
  ["paper", "ink", 4.5],
  ...SURFACES.map((on) => ["edge", on, 3]),
];

function checkContrast() {
  const [light, dark] = read("css/tokens.css").split("prefers-color-scheme: dark").map(colours);
  for (const [scheme, palette] of Object.entries({ light, dark: { ...light, ...dark } })) {
    for (const [ink, on, least] of PAIRS) {
      const ratio = contrast(palette[ink], palette[on]);
      expect(ratio >= least, `${scheme}: ${ink} on ${on} is ${ratio.toFixed(2)}, below ${least}`);
    }
  }
}

function colours(text) {
  return Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function checkSizes() {
  const sheet = assets["hoithi.css"].map(read).join("\n");
  // What every page fetches: a module that main.js imports only where it is needed does not count.
  const main = read(assets["js/main.js"]);
  const everywhere = [...main.matchAll(/from "\.\/([\w-]+\.js)"/g)].map((found) => `js/${found[1]}`);
  const modules = ["js/main.js", ...everywhere].map((name) => read(assets[name]));
  const small = brotliCompressSync(sheet).length;
  const own = modules.join("").length;
  console.log(`style sheet ${sheet.length} bytes, ${small} in brotli; own modules ${own} bytes`);
  expect(small <= 8704, `the style sheet is ${small} bytes in brotli, over 8704`);
  expect(own <= 6144, `the modules are ${own} bytes, over 6144`);
}

function checkOrder() {
  const imported = [...read("assets/hoithi.css").matchAll(/"\/(css\/[\w-]+\.css)"/g)].map((m) => m[1]);
  expect(imported.join() === assets["hoithi.css"].join(), "assets/hoithi.css and assets.json join different files");
}

function checkPatterns() {
  const known = new Set([...read("icons.svg").matchAll(/symbol id="([\w-]+)"/g)].map((m) => m[1]));
  const sheet = assets["hoithi.css"].map(read).join("\n");
  for (const name of readdirSync(new URL("patterns", import.meta.url))) {
    const page = read(`patterns/${name}`);
    expect(!/\sstyle=|<style|\son\w+="/.test(page), `${name} holds inline style or script`);
    for (const [, icon] of page.matchAll(/icons\.svg#([\w-]+)/g)) expect(known.has(icon), `${name}: no icon ${icon}`);
    for (const [, names] of page.matchAll(/class="([^"]+)"/g)) {
      for (const one of names.split(" ")) expect(sheet.includes(`.${one}`), `${name}: class ${one} is in no style sheet`);
    }
  }
  expect(!/https?:\/\/registry|"resolved"/.test(read("package-lock.json")), "package-lock.json names a registry");
}

checkContrast();
checkSizes();
checkOrder();
checkPatterns();
for (const sentence of failures) console.error(sentence);
process.exitCode = failures.length ? 1 : 0;
