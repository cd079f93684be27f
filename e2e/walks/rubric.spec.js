// A secretary chooses scales, reads what they mean, and changes them: without scripts, and on a narrow screen.
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { BINH, enter, settleAll } from "../people.js";
import { settleRules } from "../rubric.js";

async function settle(house, request) {
  await settleAll(house, request);
  await enter(house, request, BINH);
  const { contest } = await settleContest(house, request);
  await settleRules(house, request, contest);
  return contest;
}

test("a secretary chooses scales and changes them without scripts", async ({ house, context, visit }) => {
  const contest = await settle(house, context.request);
  const page = await visit(BINH, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(contest);
  await page.getByRole("link", { name: "Quy chế chấm" }).click();
  await page.getByRole("button", { name: "Dùng bộ này Tính mới 30" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lập quy chế chấm.");
  await expect(page.getByText("45.000.000 ₫, cao hơn 80 %")).toBeVisible();

  await page.getByRole("link", { name: "Sửa quy chế chấm" }).click();
  await page.locator("#prize-1 > summary").click();
  await page.locator("#prize-1-minimum").fill("75");
  await page.locator("#divergence").fill("150");
  await page.locator("#reason").fill("họp ngày 20/11");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.locator("#divergence-error")).toContainText("không quá 100 %");
  await page.locator("#divergence").fill("15");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.locator("#prize-1-error")).toContainText("cao hơn mức của giải đứng trên");
  await page.locator("#prize-0 > summary").click();
  await page.locator("#prize-0-minimum").fill("85");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.getByText("Phiên bản 2").first()).toBeVisible();
  await expect(page.getByText("15 % của thang điểm")).toBeVisible();
});

test("the pages of judging rules are sound, also before there are any and when they are refused", async ({ house, page, context }) => {
  const contest = await settle(house, context.request);
  await page.goto(`${contest}/rubric`);
  await expectSound(page);
  await page.getByRole("button", { name: "Dùng bộ này Bốn tiêu chí có minh chứng" }).click();
  await expectSound(page);
  await page.getByRole("link", { name: "Sửa thang điểm" }).click();
  await page.locator("#criterion-0 > summary").click();
  await page.locator("#criterion-0-step").fill("7");
  await page.locator("#reason").fill("họp");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator("#criterion-0-error")).toContainText("không chia hết");
  await expectSound(page);
  await page.goto(`${contest}/rubric/edit`);
  await page.evaluate(() => document.querySelectorAll("details.more").forEach((row) => (row.open = true)));
  await expectSound(page);
});
