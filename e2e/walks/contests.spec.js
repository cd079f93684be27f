// A contest typed in by hand: refused once, saved, started, its deadline extended, its next edition begun.
import { expect, test } from "../fixtures.js";
import { settleAll } from "../people.js";

const YEAR = new Date().getFullYear() + 1;

async function typeIn(page) {
  await page.getByLabel("Tên hội thi", { exact: true }).fill(`Hội thi Sáng tạo kỹ thuật xã Suối Ngà lần thứ 3 năm ${YEAR}`);
  await page.getByLabel("Loại", { exact: true }).selectOption({ label: "Sáng tạo kỹ thuật" });
  await page.getByLabel("Lần thứ").fill("3");
  await page.getByLabel("Từ năm", { exact: true }).fill(String(YEAR));
  await page.getByLabel("Ban tổ chức, cơ quan tổ chức").fill("Ủy ban nhân dân xã Suối Ngà");
  const first = page.locator("#milestone-0");
  await first.getByLabel("Việc").selectOption({ label: "Nhận hồ sơ" });
  await first.getByLabel("Ngày, tháng hoặc quý").fill(`31/5/${YEAR}`);
}

test("a contest is typed in, begins, and its deadline is extended", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  await page.goto("/contests");
  await page.getByRole("link", { name: "Lập hội thi" }).first().click();
  await typeIn(page);
  await page.getByRole("button", { name: "Lưu hội thi" }).click();
  await expect(page.locator("#level-error")).toHaveText("Hãy chọn cấp tổ chức.");
  await expect(page.locator("#milestone-0").getByLabel("Ngày, tháng hoặc quý")).toHaveValue(`31/5/${YEAR}`);
  await page.getByLabel("Cấp", { exact: true }).selectOption({ label: "Cấp xã" });
  await page.getByRole("button", { name: "Lưu hội thi" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("lần thứ 3");
  await expect(page.locator(".timeline-wide")).toBeVisible();
  await page.getByRole("button", { name: "Bắt đầu hội thi" }).click();
  await expect(page.getByRole("status")).toContainText("Hội thi đã bắt đầu.");

  await page.getByRole("link", { name: "Mốc thời gian" }).click();
  await page.getByRole("link", { name: "Dời hoặc bỏ Nhận hồ sơ" }).click();
  await page.getByLabel("Ngày, tháng hoặc quý").fill(`30/6/${YEAR}`);
  await page.getByLabel("Lý do").fill("để các thôn kịp nộp");
  await page.getByRole("button", { name: "Dời mốc" }).click();
  await expect(page.getByText("gia hạn theo để các thôn kịp nộp")).toBeVisible();

  await page.getByRole("link", { name: "Tổng quan" }).last().click();
  await page.getByRole("link", { name: "Lập kỳ sau từ hội thi này" }).click();
  await expect(page.getByLabel("Lần thứ")).toHaveValue("4");
  await expect(page.getByLabel("Tên hội thi", { exact: true })).toHaveValue(`Hội thi Sáng tạo kỹ thuật xã Suối Ngà lần thứ 4 năm ${YEAR + 1}`);
  await expect(page.locator("#milestone-0").getByLabel("Ngày, tháng hoặc quý")).toHaveValue(`30/6/${YEAR + 1}`);
});

test("the timeline stands upright on a narrow screen", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  await page.goto("/contests/new");
  await typeIn(page);
  await page.getByLabel("Cấp", { exact: true }).selectOption({ label: "Cấp xã" });
  await page.getByRole("button", { name: "Lưu hội thi" }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator(".timeline-tall")).toBeVisible();
  await expect(page.locator(".timeline-wide")).toBeHidden();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test("what is asked of an entry begins with a ready set, and its forms can be printed", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  await page.goto("/contests/new");
  await typeIn(page);
  await page.getByLabel("Cấp", { exact: true }).selectOption({ label: "Cấp xã" });
  await page.getByRole("button", { name: "Lưu hội thi" }).click();
  await page.getByRole("link", { name: "Thể lệ" }).click();
  await page.getByRole("link", { name: "Bắt đầu", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "Bắt đầu", exact: true }).click();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByLabel("Bộ quy định").selectOption({ label: "Bản mô tả theo bản chất kỹ thuật" });
  await page.getByRole("button", { name: "Điền cả bộ" }).click();
  await expect(page.getByLabel("Nhóm tác giả")).toBeChecked();
  await page.getByLabel("Nhiều nhất bao nhiêu tác giả").fill("1");
  await page.getByLabel("Lý do").fill("theo thể lệ đã thông qua");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.locator("#most-error")).toContainText("từ 2 trở lên");
  await page.getByLabel("Nhiều nhất bao nhiêu tác giả").fill("3");

  // The second part of the description goes up, by the keyboard alone.
  const second = page.locator("#section-1");
  await second.locator("summary").focus();
  await page.keyboard.press("Enter");
  await second.getByRole("button", { name: "Đưa lên" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#section-0 summary")).toHaveText("B.I. Các giải pháp kỹ thuật đã biết");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();

  await expect(page.getByRole("status")).toContainText("Đã lưu phiên bản mới của thể lệ.");
  await expect(page.getByText("Không quá 3 tác giả")).toBeVisible();
  await expect(page.getByLabel("B.I. Các giải pháp kỹ thuật đã biết")).toBeDisabled();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const [form] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Phiếu đăng ký dự thi, pdf" }).click()]);
  expect(form.suggestedFilename()).toBe("phieu-dang-ky.pdf");
});
