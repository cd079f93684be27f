// What must be true of every page, in whichever scheme, width and language.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Answers with sentences about what is wrong; none is what one wants. Colours are all that the dark scheme changes.
export async function examine(page) {
  const wrong = await violations(page, "light", (axe) => axe.withTags(LEVELS));
  wrong.push(...(await violations(page, "dark", (axe) => axe.withRules("color-contrast"))));
  return [...wrong, ...(await examineWords(page))];
}

// The same for a page that was examined in another language: only its words differ.
export async function examineWords(page) {
  const wrong = [];
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    if (width > size.width) wrong.push(`${width} px wide on a screen of ${size.width} px`);
  }
  await page.setViewportSize(WIDE);
  return [...wrong, ...(await page.evaluate(inspect))];
}

async function violations(page, colorScheme, choose) {
  await page.emulateMedia({ colorScheme });
  // The legacy mode does without a second page, which is for frames of other sites.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id}: ${node.html.slice(0, 200)}`));
}

export async function expectSound(page) {
  expect(await examine(page), page.url()).toEqual([]);
}

// Runs in the page.
function inspect() {
  const wrong = [];
  const each = (selector, sentence) =>
    document.querySelectorAll(selector).forEach((found) => {
      const text = sentence(found);
      if (text) wrong.push(text);
    });
  each("a[href^='#']", (a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))) && `${a.hash} leads nowhere`);
  each("[style], script:not([src]), style", (found) => `inline style or script: ${found.outerHTML.slice(0, 120)}`);
  each("use", (use) => use.getBBox().width === 0 && use.checkVisibility() && `no such icon: ${use.href.baseVal}`);
  each("main, main *", (found) => {
    const key = [...found.childNodes].find((node) => node.nodeType === 3 && /^\s*[a-z]+(-[a-z]+)+\s*$/.test(node.data));
    return key && !found.closest("code, pre") && `a key instead of words? ${key.data.trim()}`;
  });
  if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
  if (document.querySelectorAll(".button-main").length > 1) wrong.push("more than one main button");
  return wrong;
}
