// Papers become contests: the real ones that lie beside the project, and one of its own from hand to hand.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../fixtures.js";
import { AN, enter, setUp, settleAll } from "../people.js";
import { PLAN, settleEnded } from "../papers.js";

const SHARED = fileURLToPath(new URL("../../../shared", import.meta.url));
const SEEDS = existsSync(join(SHARED, "seeds")) ? readdirSync(join(SHARED, "seeds")) : [];

test("the real papers are there", () => {
  test.skip(SEEDS.length === 0, `${SHARED} is not there: no real paper was tried`);
  expect(SEEDS.length).toBe(5);
});

// As a secretary does it: choose the file, look it over, accept, begin. Clicks are counted.
async function found(page, name, text) {
  let clicks = 0;
  const click = async (locator) => {
    clicks += 1;
    await locator.click();
  };
  const choose = async (locator, value) => {
    clicks += 1;
    await locator.selectOption(value);
  };
  await page.goto("/papers/new");
  await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await click(page.locator("main form .button-main"));
  const review = page.locator("main form[action$='/review'] button");
  await expect(review).toBeVisible({ timeout: 60_000 });
  await click(review);
  await page.waitForURL(/\/review$/);
  await settleEnded(page, click, choose);
  await click(page.locator("form.review-end .button-main"));
  await page.waitForURL(/\/contests\/[0-9a-f-]{36}/);
  await click(page.getByRole("button", { name: "Bắt đầu hội thi" }).first());
  await expect(page.getByRole("status")).toContainText("Hội thi đã bắt đầu.");
  return { clicks, contest: new URL(page.url()).pathname };
}

// 2025-05-31 → 31/5/2025, 2020-11 → 11/2020, 2024-Q1 → quý I/2024: as pages write it.
function written(day) {
  const [year, month, date] = day.split("-");
  if (!month) return year;
  if (month.startsWith("Q")) return `quý ${["I", "II", "III", "IV"][month[1] - 1]}/${year}`;
  return [date, month].filter(Boolean).map(Number).concat(year).join("/");
}

const squeezed = (text) => text.replaceAll(/\s+/g, " ");
const digits = (text) => text.replaceAll(/[^0-9]/g, "");

for (const seed of SEEDS) {
  test(`${seed} becomes a running contest with the facts of its gold`, async ({ house, page, context }) => {
    test.setTimeout(180_000);
    const gold = JSON.parse(readFileSync(join(SHARED, "gold", seed.replace(/\.txt$/, ".json")), "utf8"));
    await setUp(house, context.request);
    await enter(house, context.request, AN);
    const { clicks, contest } = await found(page, seed, readFileSync(join(SHARED, "seeds", seed), "utf8"));
    // The people's committee of a district that is no more: its five successors are ticked.
    expect(clicks).toBe(seed.startsWith("hon-quan") ? 11 : 4);
    const text = async (tab) => {
      await page.goto(contest + tab);
      return squeezed(await page.locator("main").innerText());
    };

    const overview = await text("");
    expect(overview).toContain(gold.contest.locality);
    if (gold.contest.edition) expect(overview).toContain(`lần thứ ${gold.contest.edition}`);
    const milestones = await text("/milestones");
    const days = gold.milestones.flatMap((one) => [one.start, one.end].filter(Boolean));
    expect(days.filter((day) => !milestones.includes(written(day)))).toEqual([]);
    const contacts = digits(await text("/contacts"));
    const phones = gold.contacts.flatMap((one) => one.phones ?? []);
    expect(phones.filter((phone) => !contacts.includes(phone))).toEqual([]);
    const basis = await text("/basis");
    const numbers = gold.legal_basis.map((one) => one.number).filter(Boolean);
    expect(numbers.filter((number) => !basis.includes(number))).toEqual([]);
    await page.goto(`${contest}/tasks/list`);
    await expect(page.locator("main tbody tr")).toHaveCount(gold.tasks.length);
  });
}

test("a plan of the project's own goes from hand to hand", async ({ house, page, context }) => {
  test.setTimeout(120_000);
  await settleAll(house, context.request);
  const { contest } = await found(page, "ke-hoach.txt", PLAN);
  await page.goto(`${contest}/tasks/list`);
  await expect(page.locator("main tbody tr")).toHaveCount(2);
  await page.goto(`${contest}/reports`);
  await page.getByRole("button", { name: "Mở kỳ báo cáo hiện tại" }).click();
  await expect(page.locator("main tbody tr").first()).toContainText("Chưa nộp");
});
