// A mail server that is away: nothing is lost, nothing is sent twice.
import { expect, test } from "../fixtures.js";
import { AN, BINH, enter, setUp } from "../people.js";

test("a letter waits for the mail server and leaves once", async ({ house, mail, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await mail.down();
  await page.goto("/people/new");
  await page.getByLabel("Họ và tên").fill(BINH.name);
  await page.getByLabel("Thư điện tử").fill(BINH.email);
  await page.getByLabel("Vai trò").selectOption("secretary");
  await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  const link = await page.locator("#link").inputValue();

  const row = page.getByRole("row").filter({ hasText: BINH.email });
  await expect(async () => {
    await page.goto("/installation/mails");
    await expect(row).toContainText("Connection", { timeout: 500 });
  }).toPass();
  await expect(row).toContainText("Chờ gửi");

  await mail.up();
  await page.goto("/installation/jobs");
  await page.getByRole("button", { name: "Làm ngay" }).click();
  const letter = await mail.to(BINH.email);
  expect(letter.link).toBe(link);
  await expect(async () => {
    await page.goto("/installation/mails");
    await expect(row).toContainText("Đã gửi", { timeout: 500 });
  }).toPass();
  await house.stop();
  await house.start();
  await page.goto("/installation/jobs");
  await expect(page.getByRole("button", { name: "Làm ngay" })).toHaveCount(0);
  expect(mail.mails.length).toBe(1);
});

test("without a mail server letters are kept and can be read", async ({ house, page, context }) => {
  await house.stop();
  house.settle("");
  house.setupLink = null;
  await house.start();
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/people/new");
  await page.getByLabel("Họ và tên").fill(BINH.name);
  await page.getByLabel("Thư điện tử").fill(BINH.email);
  await page.getByLabel("Vai trò").selectOption("secretary");
  await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  const link = await page.locator("#link").inputValue();
  await page.goto("/installation/mails");
  await expect(page.getByRole("row").filter({ hasText: BINH.email })).toContainText("Giữ lại");
  await page.getByRole("link", { name: "Mời nhận tài khoản" }).click();
  await expect(page.locator(".mail-body")).toContainText(link);
});
