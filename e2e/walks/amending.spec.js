// A second paper of the same contest: a notice of extension makes version 2 of the deadline, and every page says so.
import { expect, test } from "../fixtures.js";
import { CUC, settleAll } from "../people.js";
import { settleContest } from "../papers.js";

const NOTICE = `ỦY BAN NHÂN DÂN
TỈNH SA LĨNH
Số: 88/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sa Lĩnh, ngày 20 tháng 11 năm 2026

THÔNG BÁO
Gia hạn thời gian nhận hồ sơ dự thi Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027

Ủy ban nhân dân tỉnh thông báo gia hạn thời gian nhận hồ sơ dự thi Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 đến hết ngày 30/6/2027.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Mẫu
`;

test("a notice of extension moves the deadline wherever it shows", async ({ house, page, context, visit }) => {
  test.setTimeout(120_000);
  await settleAll(house, context.request);
  const { contest } = await settleContest(house, context.request);
  await page.goto(contest);
  await expect(page.locator("main")).toContainText("31/5/2027");
  await expect(page.locator("main")).not.toContainText("30/6/2027");

  await page.goto("/papers/new");
  const file = { name: "thong-bao.txt", mimeType: "text/plain", buffer: Buffer.from(NOTICE) };
  await page.locator("#file").setInputFiles(file);
  await page.locator("main form .button-main").click();
  const review = page.locator("main form[action$='/review'] button");
  await expect(review).toBeVisible({ timeout: 60_000 });
  await review.click();
  await expect(page.locator("main")).toContainText("đến hết 30/6/2027");
  await page.locator("form.review-end .button-main").click();
  await page.waitForURL((url) => url.pathname === contest);

  const outside = await visit();
  await outside.goto("/hoi-thi");
  await outside.getByRole("link", { name: "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9" }).first().click();
  await expect(outside.locator(".countdown s")).toContainText("31/5/2027");
  await expect(outside.locator(".countdown strong")).toContainText("30/6/2027");
  await expect(outside.locator(".countdown")).toContainText("Gia hạn theo Thông báo số 88/TB-UBND");
  await expect(outside.locator(".timeline-wide .was")).toContainText("31/5/2027");
  await outside.locator("details summary").first().click();
  const row = outside.getByRole("row").filter({ hasText: "30/6/2027" });
  await expect(row.locator("s")).toContainText("31/5/2027");
  const feed = await (await context.request.get(`${outside.url()}/tin.atom`)).text();
  expect(feed).toMatch(/30\/6\/2027.*thay cho.*31\/5\/2027/);
  const calendar = await (await context.request.get(`${outside.url()}/lich.ics`)).text();
  expect(calendar).toContain("DTSTART;VALUE=DATE:20270630");

  for (const tab of ["", "/overview"]) {
    await page.goto(contest + tab);
    await expect(page.locator("main"), tab).toContainText("30/6/2027");
    await expect(page.locator(".timeline-wide .was"), tab).toContainText("31/5/2027");
  }
  await page.goto(`${contest}/milestones`);
  await expect(page.locator("main")).toContainText("30/6/2027");
  await expect(page.locator("main")).toContainText("88/TB-UBND");
  const unit = await visit(CUC);
  await unit.goto(contest);
  await expect(unit.locator("main")).toContainText("30/6/2027");
  await unit.goto("/notices");
  await expect(async () => {
    await unit.reload();
    await expect(unit.locator("main")).toContainText("30/6/2027", { timeout: 500 });
  }).toPass();
});
