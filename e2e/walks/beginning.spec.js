// From the printed link to a coordinator who signs in with a second factor.
import { expect, test } from "../fixtures.js";
import { PASSWORD } from "../house.js";
import { AN, CUC, enter, found, setUp, settle } from "../people.js";
import { totp } from "../totp.js";

const enterBySheet = async (page, person, password = PASSWORD) => {
  await page.getByRole("textbox", { name: "Thư điện tử" }).fill(person.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
};

const setPassword = async (page, password = PASSWORD) => {
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
};

const signOut = async (page) => {
  await page.locator(".top-end > .menu:not(.menu-nav) > summary").click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test(`the first administrator comes in and invites, script ${javaScriptEnabled ? "on" : "off"}`, async ({ house, mail, visit }) => {
    const page = await visit(null, { javaScriptEnabled });
    await page.goto("/");
    await expect(page).toHaveURL("/sign-in");
    await expect(page.getByText("Hệ thống mới cài chưa có người quản trị")).toBeVisible();

    await page.goto(house.setupLink);
    await page.getByLabel("Họ và tên").fill(AN.name);
    await page.getByRole("textbox", { name: "Thư điện tử" }).fill(AN.email);
    await setPassword(page, "ngắn");
    await expect(page.locator("#password-error")).toHaveText("Mật khẩu cần ít nhất 10 ký tự.");
    await expect(page.getByLabel("Họ và tên")).toHaveValue(AN.name);
    await expect(page.getByRole("textbox", { name: "Thư điện tử" })).toHaveValue(AN.email);
    await setPassword(page);
    await expect(page.getByRole("status")).toHaveText("Đã đặt mật khẩu. Mời bạn đăng nhập.");

    await enterBySheet(page, AN, "không phải mật khẩu này");
    await expect(page.getByRole("alert")).toContainText("Thư điện tử, số điện thoại hoặc mật khẩu không đúng.");
    await expect(page.getByRole("textbox", { name: "Thư điện tử" })).toHaveValue(AN.email);
    await enterBySheet(page, AN);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Chào ${AN.name}`);

    await page.goto("/units/new");
    await page.getByLabel("Tên đầy đủ").fill("Ủy ban nhân dân xã Suối Ngà");
    await page.getByRole("button", { name: "Thêm đơn vị" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ủy ban nhân dân xã Suối Ngà");

    await page.goto("/people/new");
    await page.getByLabel("Họ và tên").fill(CUC.name);
    await page.getByRole("textbox", { name: "Thư điện tử" }).fill(CUC.email);
    await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
    await expect(page.locator("#unit-error")).toHaveText("Vai trò đầu mối phải gắn với một đơn vị. Hãy chọn đơn vị.");
    await expect(page.getByLabel("Họ và tên")).toHaveValue(CUC.name);
    await page.getByLabel("Ở đơn vị").selectOption({ label: "Ủy ban nhân dân xã Suối Ngà" });
    await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
    const shown = await page.locator("#link").inputValue();
    const letter = await mail.to(CUC.email);
    expect(letter.subject).toBe("Mời nhận tài khoản trên hệ thống hội thi");
    expect(letter.link).toBe(shown);

    await signOut(page);
    await expect(page).toHaveURL("/sign-in");
    await page.goto(letter.link);
    await expect(page.getByText(`${CUC.name} · ${CUC.email}`)).toBeVisible();
    await setPassword(page);
    await enterBySheet(page, CUC);
    await expect(page.getByRole("heading", { name: "Đơn vị bạn làm đầu mối" })).toBeVisible();

    const again = await page.goto(letter.link);
    expect(again.status()).toBe(404);
    await expect(page.getByText("Đường dẫn này đã dùng rồi")).toBeVisible();
  });
}

test("a second factor is set up, asked for, and replaced by a recovery code", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/account/second-factor");
  const secret = await page.locator(".key-letters").innerText();
  await page.getByLabel("Sáu chữ số").fill("000000");
  await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
  await expect(page.locator("#code-error")).toContainText("Mã không đúng");
  await expect(page.locator(".key-letters")).toHaveText(secret);
  await page.getByLabel("Sáu chữ số").fill(totp(secret));
  await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
  const codes = await page.locator(".codes code").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await page.getByRole("link", { name: "Tôi đã cất mã" }).click();

  await signOut(page);
  await enterBySheet(page, AN);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thêm một bước");
  // The step of the set-up is used up; a clock that runs half a minute ahead is within what is allowed.
  await page.getByLabel("Sáu chữ số").fill(totp(secret, Date.now() + 30_000));
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL("/");

  await signOut(page);
  for (const attempt of ["first", "second"]) {
    await page.goto("/sign-in?next=/units");
    await enterBySheet(page, AN);
    await page.getByLabel("Sáu chữ số").fill(codes[0]);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    if (attempt === "second") break;
    await expect(page).toHaveURL("/units");
    await signOut(page);
  }
  await expect(page.locator("#code-error")).toContainText("Mã không đúng, đã dùng");
});

test("a forgotten password is reset by mail, and other sessions end", async ({ house, mail, page, visit, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  const unit = await found(house, context.request, "Ủy ban nhân dân xã Suối Ngà");
  await settle(house, context.request, CUC, "coordinator", unit);
  const elsewhere = await visit(CUC);
  await elsewhere.goto("/units");

  const stranger = await visit(null);
  await stranger.goto("/sign-in");
  await stranger.getByRole("link", { name: "Quên mật khẩu" }).click();
  for (const email of ["khong.ai@xa.example", CUC.email]) {
    await stranger.goto("/reset");
    await stranger.getByRole("textbox", { name: "Thư điện tử" }).fill(email);
    await stranger.getByRole("button", { name: "Gửi đường dẫn" }).click();
    await expect(stranger.getByRole("status")).toContainText("Nếu có tài khoản với địa chỉ này");
  }
  const letter = await mail.to(CUC.email, 2);
  expect(letter.subject).toBe("Đường dẫn đặt mật khẩu mới");
  expect(mail.mails.filter(({ to }) => to.includes("khong.ai@xa.example"))).toEqual([]);
  await stranger.goto(letter.link);
  await setPassword(stranger, "năm con thuyền giấy");
  await enterBySheet(stranger, CUC, "năm con thuyền giấy");
  await expect(stranger).toHaveURL("/");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL("/sign-in?next=/units");
  await page.goto("/account");
  await expect(page).toHaveURL("/account");
});
