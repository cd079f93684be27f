// One letter to all units: its number and text are seen before the button, it can be stopped, and it leaves once.
import { expect, test } from "../fixtures.js";
import { AN, CUC, enter, settleAll } from "../people.js";
import { settleContest } from "../papers.js";

// From the contest's page to the preview.
async function write(page, contest, subject) {
  await page.goto(contest);
  await page.getByRole("link", { name: "Thư gửi các đơn vị" }).click();
  await page.getByRole("link", { name: "Soạn thư gửi các đơn vị" }).click();
  await page.getByLabel("Gửi cho").selectOption("all");
  await page.locator("#subject").fill(subject);
  await page.locator("#body").fill("Mời các đơn vị triển khai hội thi.");
  await page.getByRole("button", { name: "Xem trước, chưa gửi" }).click();
}

test("a letter to all units is looked at, stopped, written again and sent once", async ({ house, mail, page, context }) => {
  test.setTimeout(180_000);
  await settleAll(house, context.request);
  const { contest } = await settleContest(house, context.request);
  await enter(house, context.request, AN);
  await page.goto(`${contest}/mailings`);
  await expect(page.locator(".empty")).toContainText("Chưa gửi thư nào cho các đơn vị.");
  const before = mail.mails.length;

  await write(page, contest, "Thư viết nhầm");
  await expect(page.getByRole("heading", { name: "Sẽ gửi thư cho 1 người" })).toBeVisible();
  await expect(page.locator(".mail-body")).toContainText("Mời các đơn vị triển khai hội thi.");
  await expect(page.locator("main")).toContainText(CUC.email);
  await expect(page.locator(".notice.is-due")).toContainText("Sở Khoa học và Công nghệ");
  const outbox = await context.newPage();
  const waiting = outbox.getByRole("row").filter({ hasText: "Thư viết nhầm" });
  await outbox.goto("/installation/mails");
  await expect(waiting).toHaveCount(0);
  await page.getByRole("button", { name: "Gửi 1 thư" }).click();
  await outbox.reload();
  await expect(waiting).toContainText("Chờ gửi");
  await page.goto(`${contest}/mailings`);
  await expect(page.getByRole("row").filter({ hasText: "Thư viết nhầm" })).toContainText("Còn 1 thư chờ gửi");
  await page.getByRole("link", { name: "Thư viết nhầm" }).click();
  await page.getByRole("button", { name: "Dừng 1 thư chưa đi" }).click();
  await expect(page.getByRole("status")).toContainText("Đã dừng những thư chưa đi.");
  await page.goto(`${contest}/mailings`);
  await expect(page.getByRole("row").filter({ hasText: "Thư viết nhầm" })).toContainText("Đã dừng");
  await outbox.reload();
  await expect(waiting).toHaveCount(0);

  await write(page, contest, "Mời triển khai");
  await page.getByRole("button", { name: "Gửi 1 thư" }).click();
  await expect(async () => {
    await page.goto(`${contest}/mailings`);
    const row = page.getByRole("row").filter({ hasText: "Mời triển khai" });
    await expect(row).toContainText("Đã gửi hết", { timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [500] });
  const letters = mail.mails.slice(before).filter((one) => ["Thư viết nhầm", "Mời triển khai"].includes(one.subject));
  expect(letters.map((one) => [one.subject, one.to])).toEqual([["Mời triển khai", [CUC.email]]]);
});
