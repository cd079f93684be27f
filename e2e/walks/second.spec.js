// Judges are far apart, and the chair has the dossier marked again.
import { begin, found, mark, prepare, TITLES } from "../councils.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { AN, BINH, CUC, enter, settleAll } from "../people.js";

// All criteria of the sheet in front of somebody, each so many points below what it can bring; and the signature.
async function fill(page, below) {
  for (const field of await page.locator('input[name^="points-"]').all()) {
    const most = Number((await page.locator(`label[for="${await field.getAttribute("id")}"]`).innerText()).match(/\d+/)[0]);
    await field.fill(String(most - below));
  }
  await page.getByRole("button", { name: "Ký phiếu" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã ký phiếu.");
}

test("a dossier on which judges are far apart is marked again, and both values are told", async ({ house, page, context, visit }) => {
  test.slow();
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await prepare(page, contest);
  const council = await found(page, contest);
  await begin(page, council);
  const chair = await visit(AN);
  const judge = await visit(CUC);
  await judge.goto("/");
  await chair.goto("/");
  await mark(judge, council, 0);
  await mark(chair, council, 1);
  await mark(page, council, 7);
  await chair.goto(`${council}/opening`);
  await chair.getByRole("button", { name: "Mở điểm" }).click();

  // From the divergence one click leads to ordering.
  await chair.goto(`${contest}/results`);
  await expectSound(chair);
  const row = chair.locator("table").nth(1).getByRole("row").filter({ hasText: TITLES[0] });
  await row.getByRole("link", { name: "Cho chấm lại" }).click();
  await expect(chair.getByRole("heading", { name: new RegExp(TITLES[0]) })).toBeVisible();
  await expectSound(chair);
  await chair.getByRole("button", { name: "Cho chấm lại" }).click();
  await expect(chair.getByRole("alert")).toContainText("Cần chọn hình thức chấm lại.");
  await expectSound(chair);
  await chair.getByLabel(/Những giám khảo đã chấm cùng chấm lại/).check();
  await chair.getByLabel("Tính kết quả lần hai").check();
  await chair.getByLabel("Lý do chấm lại").fill("Chênh lệch 28 điểm giữa các giám khảo.");
  await chair.getByRole("button", { name: "Cho chấm lại" }).click();
  await expect(chair.getByRole("status")).toContainText("Đã cho chấm lại.");
  await expectSound(chair);
  const second = new URL(chair.url()).pathname;

  for (const [person, below] of [[judge, 2], [chair, 2], [page, 2]]) {
    await person.goto("/judging");
    await person.getByRole("listitem").filter({ hasText: "chấm lại" }).getByRole("link").click();
    await expect(person.getByText("Chênh lệch 28 điểm")).toBeVisible();
    await fill(person, below);
  }
  await judge.goto("/judging");
  await expectSound(judge);
  await judge.goto(`${council}/second-markings`);
  await expect(judge.getByText("Đang chấm lại")).toBeVisible();
  await expectSound(judge);

  await chair.goto(second);
  await chair.getByRole("button", { name: "Kết thúc chấm lại" }).click();
  await expect(chair.getByRole("status")).toContainText("Đã kết thúc chấm lại.");
  await expectSound(chair);
  await chair.getByRole("link", { name: "Xem kết quả chấm" }).click();
  await expect(chair.getByText(/đã chấm lại .*tính lần hai/)).toBeVisible();
  await expectSound(chair);
  await chair.goto(`${council}/second-markings`);
  await expectSound(chair);
});
