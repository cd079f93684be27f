// Authors come in on a telephone: with six digits by mail, or with a code that the commune hands over.
import { expect, test } from "../fixtures.js";
import { CUC, settleAll } from "../people.js";

const SMALL = { width: 360, height: 740 };

test("an author comes in with the digits of a letter", async ({ house, mail, context, visit }) => {
  await settleAll(house, context.request);
  const page = await visit(null, { viewport: SMALL });
  await page.goto("/sign-in?next=/hoi-thi");
  await page.getByRole("link", { name: "Người dự thi: vào không cần mật khẩu" }).click();
  await page.getByLabel("Thư điện tử hoặc số điện thoại").fill("tacgia@xa.example");
  await page.getByLabel("Họ và tên").fill("Giàng A Tác");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page).toHaveURL("/begin/code");
  const letter = await mail.to("tacgia@xa.example");
  const code = letter.body.match(/\b\d{3} \d{3}\b/)[0];
  await page.getByLabel("Mã", { exact: true }).fill(code.startsWith("1") ? `2${code.slice(1)}` : `1${code.slice(1)}`);
  await page.getByRole("button", { name: "Vào" }).click();
  await expect(page.locator("#code-error")).toContainText("Mã chưa đúng");
  await page.getByLabel("Mã", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Vào" }).click();
  await expect(page).toHaveURL("/hoi-thi");
  await page.goto("/account/privacy");
  await page.getByRole("button", { name: "Đồng ý Nêu tên công khai" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã ghi sự đồng ý.");
  await page.getByRole("button", { name: "Rút lại Nêu tên công khai" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã rút lại.");
});

test("a farmer without mail comes in with a code of the commune", async ({ house, context, visit }) => {
  await settleAll(house, context.request);
  const page = await visit(null, { viewport: SMALL });
  await page.goto("/begin?next=/hoi-thi");
  await page.getByLabel("Thư điện tử hoặc số điện thoại").fill("0912345678");
  await page.getByLabel("Họ và tên").fill("Giàng Thị Nương");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByLabel("Nhận mã ở").selectOption("Ủy ban nhân dân xã Suối Ngà");
  await page.getByRole("button", { name: "Xin mã" }).click();
  await expect(page.getByText("Đã báo cho Ủy ban nhân dân xã Suối Ngà.")).toBeVisible();

  const desk = await visit(CUC);
  await desk.goto("/people/requests");
  const line = desk.getByRole("row").filter({ hasText: "Giàng Thị Nương" });
  await expect(line).toContainText("0912 345 678");
  await line.getByRole("button", { name: "Cấp mã" }).click();
  const code = await desk.locator(".key-letters").textContent();

  await page.getByLabel("Mã", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Vào" }).click();
  await expect(page).toHaveURL("/account/password?next=/hoi-thi");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("ruộng bậc thang");
  await page.getByLabel("Nhập lại mật khẩu").fill("ruộng bậc thang");
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page).toHaveURL("/hoi-thi");

  const later = await visit(null, { viewport: SMALL });
  await later.goto("/sign-in?next=/account");
  await later.getByLabel("Thư điện tử hoặc số điện thoại").fill("0912 345 678");
  await later.getByLabel("Mật khẩu").fill("ruộng bậc thang");
  await later.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(later.locator(".lead")).toHaveText("0912 345 678");
});
