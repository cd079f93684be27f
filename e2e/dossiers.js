// Dossiers of the walks: a contest that takes them, and what their authors type.
import { expect } from "@playwright/test";
import { CUC } from "./people.js";

export const TITLE = "Máy gieo hạt ngô ba hàng cho nương dốc";

// The contest says what a dossier holds; whoever's page this is runs it.
export async function askForDossiers(page, contest) {
  await page.goto(`${contest}/entry/edit`);
  await page.getByLabel("Bộ quy định").selectOption("youth");
  await page.getByRole("button", { name: "Điền cả bộ" }).click();
  await page.getByLabel("Lý do").fill("theo thể lệ");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu phiên bản mới của thể lệ.");
}

export async function begin(page, contest) {
  await page.goto(`${contest}/dossiers/new`);
  await page.getByRole("button", { name: "Bắt đầu viết hồ sơ" }).click();
  await page.getByLabel("Tên giải pháp").fill(TITLE);
}

const TWO = [["Lò Văn Gieo", "60"], ["Vàng Thị Hạt", "40"]];

export async function fillPeople(page, authors = TWO) {
  await page.getByLabel("Nhóm tác giả").check();
  for (const [row, [name, share]] of authors.entries()) {
    if (row > 0) await page.getByRole("button", { name: "Thêm tác giả" }).click();
    const author = page.locator(`#author-${row}`);
    await author.getByLabel("Họ và tên tác giả").fill(name);
    await author.getByLabel("Tỷ lệ đóng góp").fill(share);
    for (const field of await author.locator("input[type=text]").all()) {
      if ((await field.inputValue()) === "") await field.fill("12/3/2012");
    }
  }
}

export async function fillDescription(page) {
  for (const field of await page.locator("main textarea").all()) await field.fill("Gieo ba hàng một lượt, không cần kéo tay.");
}

export async function askCoAuthor(page) {
  const second = page.getByRole("listitem").filter({ hasText: "chưa hỏi" });
  await second.getByLabel("Thư điện tử").fill("hat@xa.example");
  await second.getByRole("button", { name: "Gửi thư hỏi" }).click();
}

export async function askUnit(page, unit) {
  await page.getByLabel("Tên đơn vị hoặc xã, phường").fill(unit);
  await page.getByRole("button", { name: "Đề nghị xác nhận" }).click();
}

// A dossier of whoever's page this is, handed in; what it shows them, its co-author and its unit.
export async function settleDossier({ mail, visit }, page, contest) {
  await askForDossiers(page, contest);
  await begin(page, contest);
  await page.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  await page.getByLabel("Áp dụng lần đầu từ tháng, năm").fill("5/2026");
  const next = page.getByRole("button", { name: "Lưu và tiếp tục" });
  await next.click();
  await fillPeople(page);
  await next.click();
  await fillDescription(page);
  await next.click();
  await page.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await askCoAuthor(page);
  await askUnit(page, "Ủy ban nhân dân xã Suối Ngà");
  await page.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await page.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");
  const receipt = (await page.locator("main").innerText()).match(/\/receipts\/\w+/)[0];
  const dossier = new URL(page.url()).pathname.replace(/\/receipt$/, "");
  await takeInPaper(page, contest, "Lò sấy miến dong");
  const coordinator = await visit(CUC);
  await coordinator.goto("/confirmations");
  const request = await coordinator.getByRole("link", { name: TITLE }).getAttribute("href");
  return {
    own: ["/confirmations", receipt, dossier, `${contest}/dossiers/new`],
    others: [[coordinator, request], [await visit(null), new URL((await mail.to("hat@xa.example")).link).pathname]],
  };
}

// A dossier that came over the counter, written down by whoever's page this is; its address.
export async function takeInPaper(page, contest, title) {
  await page.goto(`${contest}/desk/paper`);
  await page.getByLabel("Số bộ").fill("2");
  await page.getByRole("button", { name: "Tiếp tục nhập hồ sơ" }).click();
  await page.getByLabel("Tên giải pháp").fill(title);
  await page.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  const next = page.getByRole("button", { name: "Lưu và tiếp tục" });
  await next.click();
  await page.locator("#author-0").getByLabel("Họ và tên tác giả").fill("Hà Thị Dong");
  await next.click();
  await page.getByRole("link", { name: "Xem lại và nộp" }).click();
  await page.getByLabel("Bản giấy có đủ chữ ký").check();
  await page.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");
  return new URL(page.url()).pathname.replace(/\/receipt$/, "");
}

// A list of earlier solutions, taken into the registry; its address.
export async function settleList(house, request) {
  const rows = "Tên sáng kiến;Năm công nhận;Cấp\nMáy gieo ngô một hàng;2019;tỉnh\n";
  const file = { name: "so-sang-kien.csv", mimeType: "text/csv", buffer: Buffer.from(rows) };
  const sent = await request.post(`${house.url}/prior-art/lists`, { multipart: { source: "registry", unit: "", file }, maxRedirects: 0 });
  if (sent.status() !== 303) throw new Error(`list: ${sent.status()} ${await sent.text()}`);
  const list = sent.headers().location;
  for (let tries = 0; tries < 150; tries += 1) {
    const taken = await request.post(`${house.url}${list}/acceptance`, { maxRedirects: 0 });
    if (taken.status() === 303) return list;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the list was not read");
}
