// One's own account, and what administrators do with other people's.
import { expect, test } from "../fixtures.js";
import { AN, CUC, enter, setUp, settleAll } from "../people.js";
import { PASSWORD } from "../house.js";

test("another session is ended from the account page", async ({ house, page, context, visit }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  const elsewhere = await visit(AN, { userAgent: "Telephone of An" });
  await elsewhere.goto("/units");
  await page.goto("/account");
  const line = page.getByRole("listitem").filter({ hasText: "Telephone of An" });
  await line.getByRole("button", { name: "Kết thúc" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã kết thúc.");
  await expect(line).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL("/sign-in?next=/units");
});

test("an account that is disabled is out at once", async ({ house, page, context, visit }) => {
  await settleAll(house, context.request);
  const theirs = await visit(CUC);
  await theirs.goto("/units");
  await page.goto("/people");
  await page.getByRole("link", { name: CUC.name }).click();
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã khóa tài khoản; mọi phiên đã kết thúc.");
  await theirs.reload();
  await expect(theirs).toHaveURL("/sign-in?next=/units");
});

test("a dangerous act asks for the password again and leads back", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  await page.goto("/people");
  await page.getByRole("link", { name: CUC.name }).click();
  const here = page.url();
  house.run("update session set confirmed_at = confirmed_at - 660000");
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByText("Việc quan trọng này cần nhập lại mật khẩu.")).toBeVisible();
  await page.getByRole("link", { name: "Nhập mật khẩu" }).click();
  await page.getByLabel("Mật khẩu").fill("sai rồi");
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page.locator("#password-error")).toHaveText("Mật khẩu không đúng.");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await expect(page).toHaveURL(here);
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã khóa tài khoản; mọi phiên đã kết thúc.");
});

test("the language is switched where one stands", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/units?q=suối");
  await page.getByRole("link", { name: "English" }).first().click();
  await expect(page).toHaveURL(/\/units\?q=su%E1%BB%91i/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Units");
  await page.getByRole("link", { name: "Tiếng Việt" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn vị");
});

test("a name is shown as it is, and changed", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/account");
  await expect(page.getByLabel("Họ và tên")).toHaveValue(AN.name);
  await page.getByLabel("Họ và tên").fill("Trần Thị Bình An");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu.");
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Trần Thị Bình An");
  await expect(page.locator(".menu-name")).toHaveText("Trần Thị Bình An");
});
