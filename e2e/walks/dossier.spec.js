// An author on a phone: writes, loses the line and the tab, loses no word, hands in, and holds a receipt.
import { askCoAuthor, askForDossiers, askUnit, begin, fillDescription, fillPeople, TITLE } from "../dossiers.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { BINH, CUC, DUNG, enter, settleAll } from "../people.js";

const PHONE = { viewport: { width: 360, height: 740 } };

// A contest that everybody sees and that says what a dossier holds; its address.
async function takesDossiers(house, page, request) {
  await settleAll(house, request);
  await enter(house, request, BINH);
  const { contest } = await settleContest(house, request);
  await askForDossiers(page, contest);
  return contest;
}

test("an author writes on a phone with a line that drops, and hands in", async ({ house, page, context, visit }) => {
  const contest = await takesDossiers(house, page, context.request);
  const phone = await visit(CUC, PHONE);
  await begin(phone, contest);
  await expect(phone.locator("[data-autosave-state]")).toContainText("Đã lưu lúc");

  // The line drops: what is typed stays on the device and goes when the line is back.
  await phone.context().setOffline(true);
  await phone.getByLabel("Áp dụng tại").fill("xã Suối Ngà");
  await expect(phone.locator("[data-autosave-state]")).toContainText("chưa lưu được");
  phone.once("dialog", (dialog) => dialog.accept());
  await phone.context().setOffline(false);
  await expect(phone.locator("[data-autosave-state]")).toContainText("Đã lưu lúc");
  await phone.reload();
  await expect(phone.getByLabel("Áp dụng tại")).toHaveValue("xã Suối Ngà");

  await phone.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  await phone.getByLabel("Áp dụng lần đầu từ tháng, năm").fill("5/2026");
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillPeople(phone);
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillDescription(phone);
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  const files = phone.locator("input[type=file]").first();
  await files.setInputFiles({ name: "phiếu.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 phieu") });
  await phone.getByRole("button", { name: "Gửi tệp" }).first().click();
  await expect(phone.getByRole("link", { name: "phiếu.pdf" })).toBeVisible();

  await phone.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await phone.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await phone.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");
  await expect(phone.getByRole("heading", { name: TITLE })).toBeVisible();
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test("a slow line decides nothing: handed in while a file is on its way", async ({ house, page, context, visit }) => {
  const contest = await takesDossiers(house, page, context.request);
  const phone = await visit(CUC, PHONE);
  await begin(phone, contest);
  await phone.getByLabel("Áp dụng tại").fill("xã Suối Ngà");
  await phone.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  await phone.getByLabel("Áp dụng lần đầu từ tháng, năm").fill("5/2026");
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillPeople(phone);
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillDescription(phone);
  await phone.getByRole("button", { name: "Lưu và tiếp tục" }).click();

  // The promise goes through, the bytes do not.
  await phone.waitForLoadState("networkidle");
  await phone.route("**/uploads/*", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  const files = phone.locator("input[type=file]").first();
  await files.setInputFiles({ name: "phiếu.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 phieu") });
  await phone.getByRole("button", { name: "Gửi tệp" }).first().click();
  await expect(phone.getByText("Đường truyền bị đứt.").first()).toBeVisible();
  await phone.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await expect(phone.getByText("Vẫn nộp được ngay").first()).toBeVisible();
  await phone.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await phone.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");
  await expect(phone.getByText("Hồ sơ đã được nhận đúng hạn.")).toBeVisible();
  await expect(phone.getByRole("link", { name: "phiếu.pdf" })).toHaveCount(0);

  // The line is back: the page goes on by itself with the file that the phone keeps.
  await phone.unroute("**/uploads/*");
  await phone.reload();
  await expect(phone.getByRole("link", { name: "phiếu.pdf" })).toBeVisible();
  await expect(phone.getByText("Hồ sơ đã được nhận đúng hạn.")).toHaveCount(0);
});

test("a session that ended costs no word", async ({ house, page, context, visit }) => {
  const contest = await takesDossiers(house, page, context.request);
  const phone = await visit(CUC, PHONE);
  await phone.goto(`${contest}/dossiers/new`);
  await phone.getByRole("button", { name: "Bắt đầu viết hồ sơ" }).click();
  await phone.getByLabel("Tên giải pháp").fill("Tên");
  await expect(phone.locator("[data-autosave-state]")).toContainText("Đã lưu lúc");
  const address = phone.url();
  await phone.context().clearCookies();
  await phone.getByLabel("Tên giải pháp").fill(TITLE);
  await expect(phone.locator("[data-autosave-state]")).toContainText("phiên đã hết");
  await enter(house, phone.context().request, CUC);
  phone.once("dialog", (dialog) => dialog.accept());
  await phone.goto(address);
  await expect(phone.getByLabel("Tên giải pháp")).toHaveValue(TITLE);
  await expect(phone.locator("[data-autosave-state]")).toContainText("Đã lưu lúc");
});

test("a group of two: the other agrees by a letter, the commune confirms", async ({ house, mail, page, context, visit }) => {
  const contest = await takesDossiers(house, page, context.request);
  const author = await visit(CUC);
  await begin(author, contest);
  await author.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillPeople(author);
  await author.getByRole("button", { name: "Lưu", exact: true }).click();
  await author.getByRole("link", { name: "Xem lại và nộp" }).click();
  await askCoAuthor(author);
  const { link } = await mail.to("hat@xa.example");
  const other = await visit(null, PHONE);
  await other.goto(link);
  await other.getByRole("button", { name: "Đúng, tôi xác nhận" }).click();
  await expect(other.getByText("Bạn đã xác nhận.")).toBeVisible();

  await author.reload();
  await expect(author.getByText("đã xác nhận", { exact: true })).toBeVisible();
  await askUnit(author, "Ủy ban nhân dân xã Đồng Mây");
  const unit = await visit(DUNG);
  await unit.goto("/confirmations");
  await unit.getByRole("link", { name: TITLE }).click();
  await unit.getByRole("button", { name: "Xác nhận", exact: true }).click();
  await expect(unit.getByRole("status")).toContainText("Đã ghi câu trả lời của đơn vị.");
  await author.reload();
  await expect(author.getByText("đã xác nhận", { exact: true })).toHaveCount(2);
});

test("a coordinator writes for a group of three farmers, who sign on paper", async ({ house, page, context, visit }) => {
  const contest = await takesDossiers(house, page, context.request);
  const helper = await visit(CUC, PHONE);
  await helper.goto(`${contest}/dossiers/new`);
  await helper.getByLabel("Của người khác, tôi viết hộ").check();
  await helper.getByRole("button", { name: "Bắt đầu viết hồ sơ" }).click();
  await helper.getByLabel("Tên giải pháp").fill(TITLE);
  await helper.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  await helper.getByLabel("Áp dụng lần đầu từ tháng, năm").fill("5/2026");
  await helper.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillPeople(helper, [["Lò Văn Gieo", "50"], ["Vàng Thị Hạt", "30"], ["Giàng A Nương", "20"]]);
  await helper.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await fillDescription(helper);
  await helper.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await helper.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await expect(helper.getByText("chưa hỏi", { exact: true })).toHaveCount(3);
  await helper.getByText("Tác giả ký trên giấy").click();
  const printing = helper.waitForEvent("download");
  await helper.getByRole("link", { name: "In phiếu đồng ý" }).click();
  expect((await printing).suggestedFilename()).toBe("phieu-dong-y.pdf");
  await helper.locator("#sheet").setInputFiles({ name: "phiếu.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 phieu") });
  await helper.getByRole("button", { name: "Gửi phiếu đã ký" }).click();
  await expect(helper.getByText("đã xác nhận", { exact: true })).toHaveCount(3);
  await helper.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await helper.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(helper.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");

  await page.goto(`${new URL(helper.url()).pathname.replace(/receipt$/, "desk")}`);
  await expect(page.getByRole("link", { name: "Giàng A Nương ký trên phiếu giấy" })).toBeVisible();
});
