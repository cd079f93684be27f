// A council from its decision to the ranking: called, drawn, marked on a tablet, opened, explained.
import { begin, COUNCIL, found, mark, prepare, TITLES } from "../councils.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { AN, BINH, CUC, enter, settleAll } from "../people.js";

const TABLET = { viewport: { width: 768, height: 1024 } };

test("a council judges on a tablet, its chair opens, and each place is explained", async ({ house, page, context, visit }) => {
  test.slow();
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await prepare(page, contest);
  const council = await found(page, contest);
  for (const end of ["", "/edit", "/members", "/conflicts"]) {
    await page.goto(council + end);
    await expectSound(page);
  }
  await begin(page, council);
  await page.goto(`${council}/assignment`);
  await expectSound(page);

  const tablet = await visit(CUC, TABLET);
  await tablet.goto("/judging");
  await tablet.getByRole("link", { name: "Khai báo quan hệ" }).click();
  await expectSound(tablet);
  await tablet.getByLabel(/Tôi đã khai đủ/).check();
  await tablet.getByRole("button", { name: "Cam kết và vào chấm" }).click();
  await expect(tablet.getByRole("heading", { name: COUNCIL })).toBeVisible();
  await tablet.getByRole("link", { name: TITLES[0] }).click();
  const points = tablet.locator('input[name^="points-"]');
  await expect(points).toHaveCount(4);
  for (const field of await points.all()) await expect(field).toHaveValue("");

  // By keys alone: typed, saved by itself, and refused where the scale does not agree.
  await points.first().focus();
  await tablet.keyboard.type("31");
  await expect(tablet.locator("[data-autosave-state]")).toContainText("Đã lưu lúc");
  await tablet.reload();
  await expect(points.first()).toHaveValue("31");
  await tablet.getByRole("button", { name: "Ký phiếu" }).focus();
  await tablet.keyboard.press("Enter");
  await expect(tablet.getByRole("alert")).toContainText("nhiều nhất 30 điểm");
  await expectSound(tablet);

  await mark(tablet, council, 1);
  const chair = await visit(AN);
  await chair.goto("/");
  await mark(chair, council, 2);
  await chair.goto(`${contest}/results`);
  await expect(chair.getByRole("heading", { level: 1 })).not.toHaveText("Kết quả chấm");
  await mark(page, council, 3);

  await chair.goto(council);
  await chair.getByRole("link", { name: "Mở điểm" }).click();
  await expectSound(chair);
  await chair.getByRole("button", { name: "Mở điểm" }).click();
  await expect(chair.getByRole("status")).toContainText("Đã mở điểm.");
  await chair.getByRole("link", { name: "Xem kết quả chấm" }).click();
  await expectSound(chair);
  await expect(chair.getByRole("row").filter({ hasText: TITLES[0] })).toContainText("92");
  await chair.getByRole("link", { name: TITLES[0] }).click();
  await expect(chair.getByText("trung bình của 88; 92; 96 là 92")).toBeVisible();
  await expectSound(chair);
});
