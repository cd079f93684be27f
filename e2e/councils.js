// Councils of the walks: a contest with rules of judging and valid dossiers, and a council that judges them.
import { expect } from "@playwright/test";
import { askForDossiers, takeInPaper } from "./dossiers.js";
import { AN, BINH, CUC, post } from "./people.js";

export const COUNCIL = "Hội đồng chung khảo";
export const TITLES = ["Lò sấy miến dong", "Máy tẽ ngô quay tay"];

// A dossier on paper that is valid; whoever's page this is runs the contest.
async function valid(page, contest, title) {
  const dossier = await takeInPaper(page, contest, title);
  await page.goto(`${dossier}/desk`);
  for (const good of await page.getByLabel("Đạt", { exact: true }).all()) await good.check();
  await page.getByRole("button", { name: "Lưu kết quả kiểm tra" }).click();
  await page.getByRole("button", { name: "Kết luận hợp lệ" }).click();
  await expect(page.getByRole("status")).toContainText("Hồ sơ đã được kết luận hợp lệ.");
}

// Two valid dossiers, and the ready scale of four criteria.
export async function prepare(page, contest) {
  await askForDossiers(page, contest);
  for (const title of TITLES) await valid(page, contest, title);
  await page.goto(`${contest}/rubric`);
  await page.locator('button[name="set"][value="minima"]').click();
}

// Founded through its pages, with a chair and two judges; its address.
export async function found(page, contest) {
  await page.goto(`${contest}/councils`);
  await page.getByRole("link", { name: "Lập hội đồng" }).click();
  await page.getByLabel("Tên hội đồng").fill(COUNCIL);
  await page.getByLabel("Số quyết định").fill("71/QĐ-BTC");
  for (const field of await page.locator("#fields input").all()) await field.check();
  await page.getByRole("button", { name: "Lưu" }).click();
  for (const [person, role] of [[AN, "chair"], [BINH, "judge"], [CUC, "judge"]]) {
    await page.getByLabel("Họ và tên").fill(person.name);
    await page.getByLabel("Thư điện tử").fill(person.email);
    await page.getByLabel("Chức danh").selectOption(role);
    await page.getByRole("button", { name: "Mời vào hội đồng" }).click();
    await expect(page.getByRole("status")).toContainText("Đã mời và gửi thư.");
  }
  return new URL(page.url()).pathname.replace(/\/members$/, "");
}

// Lots are drawn, and the council begins.
export async function begin(page, council) {
  await page.goto(`${council}/assignment`);
  await page.getByRole("button", { name: "Bốc thăm phân công" }).click();
  await expect(page.getByRole("status")).toContainText("Đã phân công.");
  await page.goto(council);
  await page.getByRole("button", { name: "Bắt đầu chấm" }).click();
  await expect(page.getByRole("status")).toContainText("Hội đồng bắt đầu chấm.");
}

// Somebody vouches and signs all their sheets, each criterion so many points below what it can bring.
export async function mark(page, council, below) {
  await post(page.request, new URL(`${council}/undertaking`, page.url()).href, { vouched: "1" });
  await page.goto("/judging");
  const sheets = await page.locator('main a[href^="/sheets/"]').evaluateAll((all) => all.map((a) => a.pathname));
  for (const sheet of sheets) {
    await page.goto(sheet);
    for (const field of await page.locator('input[name^="points-"]').all()) {
      const most = Number((await page.locator(`label[for="${await field.getAttribute("id")}"]`).innerText()).match(/\d+/)[0]);
      await field.fill(String(most - below));
    }
    await page.getByRole("button", { name: "Ký phiếu" }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã ký phiếu.");
  }
}
