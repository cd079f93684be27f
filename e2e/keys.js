// Without a mouse.
import { expect } from "./fixtures.js";

export const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

// Tab until the wanted element has the focus; every stop on the way must be seen.
export const tabTo = async (page, wanted) => {
  for (let stop = 0; stop < 40; stop++) {
    await press(page, "Tab");
    expect(await page.evaluate(unmarkedFocus), "focus that cannot be seen").toBe(null);
    if (await wanted.evaluate((found) => found === document.activeElement)) return;
  }
  throw new Error("not reached in 40 stops");
};

// Runs in the page. The body has the focus when the browser's own bar has it.
function unmarkedFocus() {
  const found = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(found);
  const { width, height } = found.getBoundingClientRect();
  const marked = width > 0 && height > 0 && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return marked || found === document.body ? null : found.outerHTML.slice(0, 160);
}
