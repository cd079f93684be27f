// A judge marks on paper: printed with a code, keyed in by two people, who differ first.
import { begin, found, prepare, TITLES } from "../councils.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { AN, BINH, CUC, enter, post, settleAll } from "../people.js";

const SCAN = { name: "phieu.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a", "hex") };

// All criteria of the sheet in front of somebody, each so many points below what it can bring.
async function fill(page, below) {
  for (const field of await page.locator('input[name^="points-"]').all()) {
    const most = Number((await page.locator(`label[for="${await field.getAttribute("id")}"]`).innerText()).match(/\d+/)[0]);
    await field.fill(String(most - below));
  }
}

test("a sheet on paper is printed, keyed in by two people and counts", async ({ house, page, context, visit }) => {
  test.slow();
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await prepare(page, contest);
  const council = await found(page, contest);
  await begin(page, council);
  const chair = await visit(AN);
  const judge = await visit(CUC);
  for (const person of [page, chair, judge]) {
    await person.goto("/");
    await post(person.request, new URL(`${council}/undertaking`, person.url()).href, { vouched: "1" });
  }

  await page.goto(council);
  await page.getByRole("link", { name: "Phiếu giấy" }).click();
  await expectSound(page);
  await page.getByRole("button", { name: "Cấp mã cho mọi phiếu chưa ký" }).click();
  await expect(page.getByRole("status")).toContainText("Đã cấp mã.");
  await expectSound(page);
  const paper = page.getByRole("link", { name: /để in \(PDF\)/ }).first();
  const printed = await page.request.get(new URL(await paper.getAttribute("href"), page.url()).href);
  expect(printed.headers()["content-type"]).toBe("application/pdf");

  // The first keys in what they read, and attaches the scan.
  const mine = page.locator("section").filter({ has: page.getByRole("heading", { name: CUC.name }) });
  await mine.getByRole("link", { name: TITLES[0] }).click();
  const code = new URL(page.url()).pathname.split("/").at(-1);
  await expectSound(page);
  await page.getByRole("button", { name: "Lưu bản nhập" }).click();
  await expect(page.getByRole("alert")).toContainText("Phiếu chưa nhập được.");
  await expectSound(page);
  await fill(page, 1);
  await page.getByRole("button", { name: "Lưu bản nhập" }).click();
  await expect(page.getByRole("status")).toContainText("Phiếu chờ người thứ hai nhập.");
  await page.getByLabel(/Tệp quét/).setInputFiles(SCAN);
  await page.getByRole("button", { name: "Đính kèm bản quét" }).click();
  await expect(page.getByRole("status")).toContainText("Đã đính kèm bản quét.");
  await expectSound(page);

  // The second opens it by its code, mistyped first, and reads it differently.
  await chair.goto("/paper-sheets");
  await expectSound(chair);
  await chair.getByLabel("Mã phiếu").fill(code.slice(1));
  await chair.getByRole("button", { name: "Mở phiếu" }).click();
  await expect(chair.getByText("Mã này có ký tự sai hoặc đổi chỗ.")).toBeVisible();
  await expectSound(chair);
  await chair.getByLabel("Mã phiếu").fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
  await chair.getByRole("button", { name: "Mở phiếu" }).click();
  await expect(chair.getByText("Một người đã nhập phiếu này.")).toBeVisible();
  await expectSound(chair);
  await fill(chair, 2);
  await chair.getByRole("button", { name: "Lưu bản nhập" }).click();
  await expect(chair.getByRole("heading", { name: "Chỗ hai bản khác nhau" })).toBeVisible();
  await expectSound(chair);
  await fill(chair, 1);
  await chair.getByRole("button", { name: "Lưu bản sửa" }).click();
  await expect(chair.getByRole("status")).toContainText("phiếu đã ký của giám khảo");
  await expectSound(chair);

  await judge.goto("/judging");
  await judge.getByRole("link", { name: TITLES[0] }).click();
  await expect(judge.getByText("Phiếu giấy này đang được tính.")).toBeVisible();
  await expectSound(judge);
  await page.goto(`${council}/paper-sheets`);
  await expect(page.getByText("hai bản khớp nhau", { exact: true })).toBeVisible();
  await expectSound(page);
});
