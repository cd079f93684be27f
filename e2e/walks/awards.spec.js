// From the ranking to the portal: a meeting is called, sits, decides against the ranking, adopts its list, and everybody
// reads it.
import { begin, found, mark, prepare, TITLES } from "../councils.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { AN, BINH, CUC, enter, settleAll } from "../people.js";
import { settleRules } from "../rubric.js";

const TOMORROW = new Date(Date.now() + 36 * 3600 * 1000).toLocaleDateString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });

// A contest whose only council has opened its sheets; its address.
async function opened(house, page, context, visit) {
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await settleRules(house, context.request, contest);
  await prepare(page, contest);
  const council = await found(page, contest);
  await begin(page, council);
  const [chair, judge] = [await visit(AN), await visit(CUC)];
  await chair.goto("/");
  await judge.goto("/");
  for (const [at, person] of [chair, judge, page].entries()) await mark(person, council, at + 1);
  await chair.goto(`${council}/opening`);
  await chair.getByRole("button", { name: "Mở điểm" }).click();
  return { contest, chair, judge };
}

// Fills the form that calls a meeting; who keeps the minutes is the office.
async function call(page) {
  await page.getByLabel("Ngày").fill(TOMORROW);
  await page.getByLabel("Giờ").fill("8h30");
  await page.getByLabel("Địa điểm").fill("Phòng họp số 2");
  await page.getByLabel("Địa danh trên văn bản").fill("Sông Lam");
  await page.getByLabel("Chủ trì").selectOption({ label: `${AN.name} · Chủ tịch` });
  await page.getByLabel("Thư ký ghi biên bản").selectOption({ label: `${BINH.name} · Ủy viên` });
  await page.getByRole("button", { name: "Triệu tập và gửi thư mời" }).click();
}

// Certificates are issued, printed, checked by a stranger from the code, and one with a wrong name is replaced.
async function certify(page, outside, contest) {
  await page.goto(`${contest}/awards`);
  await page.getByRole("link", { name: "Giấy chứng nhận" }).click();
  await expect(page.getByText("Chưa cấp giấy chứng nhận nào.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Cấp giấy chứng nhận" }).click();
  await expect(page.getByLabel("Theo quyết định")).toHaveValue("45/QĐ-BTC ngày 20/11/2026");
  await expectSound(page);
  await page.getByLabel("Người ký", { exact: true }).fill("Đinh Trưởng Ban");
  await page.getByRole("button", { name: "Cấp và vào sổ" }).click();
  await expect(page.getByRole("status")).toContainText("Đã cấp và vào sổ.");
  await expectSound(page);
  const printed = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải PDF để in" }).click();
  expect((await printed).suggestedFilename()).toBe("giay-chung-nhan.pdf");

  await page.getByRole("link", { name: "1", exact: true }).click();
  await expectSound(page);
  const code = await page.locator("dt:text-is('Mã kiểm tra') + dd").textContent();
  await outside.goto("/giay-chung-nhan");
  await expectSound(outside);
  await outside.getByLabel("Mã kiểm tra").fill(code.toLowerCase());
  await outside.keyboard.press("Enter");
  await expect(outside.getByText("Giấy chứng nhận có thật và đang có giá trị.")).toBeVisible();
  await expectSound(outside);

  await page.getByLabel("Người được cấp").fill("Nguyễn Văn Đúng");
  await page.getByLabel("Giấy cũ sai gì").fill("Sai tên đệm");
  await page.getByRole("button", { name: "Thu hồi và cấp giấy mới" }).click();
  await expect(page.getByRole("status")).toContainText("Đã cấp giấy thay thế.");
  await expectSound(page);
  await outside.reload();
  await expect(outside.getByText("Thay bằng giấy số")).toBeVisible();
  await expectSound(outside);
}

test("a meeting decides on prizes, and everybody reads them at once", async ({ house, page, context, visit }) => {
  test.slow();
  const { contest, judge } = await opened(house, page, context, visit);
  await page.goto(`${contest}/councils`);
  await page.getByRole("link", { name: "Xét giải" }).click();
  await expectSound(page);
  await page.getByRole("link", { name: "Triệu tập phiên họp" }).click();
  await expectSound(page);
  await call(page);
  await expect(page.getByRole("status")).toContainText("Đã triệu tập phiên họp");
  await expectSound(page);
  const meeting = new URL(page.url()).pathname;

  // Without its chair nothing begins.
  await page.getByRole("button", { name: "Bắt đầu họp" }).click();
  await expect(page.getByRole("alert")).toContainText("Người chủ trì chưa có mặt.");
  await expectSound(page);
  for (const member of await page.locator('input[name="there"]').all()) await member.check();
  await page.getByRole("button", { name: "Bắt đầu họp" }).click();
  await expect(page.getByRole("status")).toContainText("Đã ghi thành phần có mặt.");
  await expectSound(page);

  // By keys alone: a motion that takes the first one's prize away.
  await page.locator("summary", { hasText: "Ghi một biểu quyết" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Số hồ sơ").fill("1");
  await page.locator("#reason").fill("Chưa có bằng chứng áp dụng");
  await page.getByLabel("Số phiếu đồng ý").fill("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Chỉ có 3 người được bỏ phiếu");
  await page.locator("#reason").fill("Chưa có bằng chứng áp dụng");
  await page.getByLabel("Số phiếu đồng ý").fill("3");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Đã ghi biểu quyết.");
  await expect(page.getByText("Thông qua", { exact: true })).toBeVisible();
  await expectSound(page);

  await judge.goto(meeting);
  await expect(judge.getByRole("button", { name: "Ghi biểu quyết" })).toHaveCount(0);
  await expectSound(judge);

  await page.getByRole("link", { name: "Thông qua danh sách và kết thúc" }).click();
  await expectSound(page);
  await page.getByLabel("Số phiếu đồng ý").fill("3");
  await page.getByRole("button", { name: "Thông qua danh sách và kết thúc" }).click();
  await expect(page.getByRole("status")).toContainText("Đã thông qua danh sách giải");
  await expectSound(page);
  const paper = page.waitForEvent("download");
  await page.getByRole("link", { name: "Biên bản họp hội đồng (PDF)" }).click();
  expect((await paper).suggestedFilename()).toBe("bien-ban.pdf");

  // Everybody reads the list from the moment of the order, and not before.
  await page.goto(`${contest}/awards`);
  await expectSound(page);
  const outside = await visit(null);
  await page.getByLabel("Quyết định công nhận kết quả").fill("45/QĐ-BTC ngày 20/11/2026");
  await page.getByRole("button", { name: "Công bố", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Đã công bố kết quả.");
  const portal = await page.getByRole("link", { name: "Xem trên cổng thông tin" }).getAttribute("href");
  await outside.goto(portal.replace("/ket-qua", ""));
  await outside.getByRole("link", { name: "Xem kết quả" }).click();
  await expect(outside.getByText(TITLES[1])).toBeVisible();
  await expect(outside.getByText(TITLES[0])).toHaveCount(0);
  await expect(outside.getByText("45/QĐ-BTC")).toBeVisible();
  await expectSound(outside);
  await certify(page, outside, contest);
});
