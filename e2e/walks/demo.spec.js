// The demo: one click, and each person stands before something to look at.
import { expect, test as base } from "../fixtures.js";
import { expectSound } from "../examine.js";
import { House } from "../house.js";
import { settleEnded } from "../papers.js";

const test = base.extend({
  house: async ({ engine }, use) => {
    const house = await House.open({ engine, demo: true });
    await use(house);
    await house.close();
  },
});

const NINTH = "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9";

// Where each begins, and what stands there.
const FIRST = {
  "Vi Quản Trị": ["/installation", "Thư đi"],
  "Đàm Thư Ký": ["/papers", "Đang xem lại"],
  "Lò Đầu Mối": ["/assignments", "hướng dẫn các đơn vị xây dựng hồ sơ dự thi"],
  "Sầm Liên Lạc": ["/reports", NINTH],
  "Nông Lãnh Đạo": ["/overview", "Hội Nông dân tỉnh"],
  "Hà Chuyên Viên": ["/contests?level=commune", "Hội thi Sáng tạo kỹ thuật xã Thung Mây lần thứ 1"],
  "Vương Khoa Học": ["/contests?level=agency", "Hội thi Sáng tạo kỹ thuật Trường Đại học Sa Lĩnh lần thứ 4"],
  "Lục Thanh Niên": ["/publicity", "Cần bổ sung"],
  "Mạc Giáo Dục": ["/notices", "Chỉ đạo các trường học"],
  "Bế Lưu Trữ": ["/contests?level=district", "Hội thi Sáng tạo kỹ thuật huyện Thung Mây lần thứ 3"],
};

test("one click leads each person to a page that has content", async ({ page, context }) => {
  await page.goto("/sign-in");
  await expectSound(page);
  const rows = page.getByRole("region", { name: "Vào thử bằng một cú bấm" }).getByRole("listitem");
  expect(await rows.locator("b").allTextContents()).toEqual(Object.keys(FIRST));
  for (const [name, [path, words]] of Object.entries(FIRST)) {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: `Vào ${name}`, exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("main").getByText(words).filter({ visible: true }).first()).toBeVisible();
    await expectSound(page);
    await context.clearCookies();
  }
});

test("the draft of the demo becomes a contest", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Vào Đàm Thư Ký", exact: true }).click();
  await page.getByRole("link", { name: /^Tổ chức Cuộc thi Sáng tạo thanh thiếu niên/ }).click();
  await page.goto(`${page.url()}/review`);
  await expect(page.getByText("Ngày không thể có", { exact: true }).first()).toBeVisible();
  // The district that its paper names is no more; its communes get the work.
  await settleEnded(page, (one) => one.click(), (one, value) => one.selectOption(value));
  await page.getByRole("button", { name: "Lập hội thi từ văn bản này" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/lần thứ 14/);
});

test("everybody finds the contests of the demo, past ones too", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: /^Không cần vào/ }).click();
  await page.getByRole("link", { name: NINTH }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(NINTH);
  await page.getByRole("link", { name: "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 8" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 8");
});
