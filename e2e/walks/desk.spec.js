// The clerk's desk: a dossier on paper, a request for more that its author answers on a phone, one that is out.
import { askForDossiers, begin, fillDescription, fillPeople, takeInPaper, TITLE } from "../dossiers.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { settleContest } from "../papers.js";
import { BINH, CUC, enter, settleAll } from "../people.js";

const PHONE = { viewport: { width: 360, height: 740 } };

async function handIn(phone, contest) {
  await begin(phone, contest);
  await phone.getByLabel("Lĩnh vực dự thi").selectOption({ index: 1 });
  await phone.getByLabel("Áp dụng lần đầu từ tháng, năm").fill("5/2026");
  const next = phone.getByRole("button", { name: "Lưu và tiếp tục" });
  await next.click();
  await fillPeople(phone);
  await next.click();
  await fillDescription(phone);
  await next.click();
  await phone.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await phone.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await phone.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");
  return new URL(phone.url()).pathname.replace(/\/receipt$/, "");
}

test("a clerk asks for more, gets it, and finds a paper dossier ineligible", async ({ house, page, context, visit }) => {
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await askForDossiers(page, contest);
  const phone = await visit(CUC, PHONE);
  const dossier = await handIn(phone, contest);

  await page.goto(`${contest}/desk`);
  await page.getByRole("link", { name: TITLE }).click();
  const first = page.getByRole("group").filter({ has: page.getByRole("radio") }).first();
  await first.getByLabel("Chưa đạt").check();
  await first.getByRole("textbox").fill("Phiếu chưa có chữ ký");
  await page.getByRole("button", { name: "Lưu kết quả kiểm tra" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu kết quả kiểm tra.");
  await page.getByRole("link", { name: "Đề nghị bổ sung" }).click();
  await expect(page.getByLabel("Nội dung cần bổ sung")).toHaveValue(/Phiếu chưa có chữ ký/);
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByRole("status")).toContainText("Đã gửi đề nghị bổ sung");

  await phone.goto(dossier);
  await expect(phone.getByRole("heading", { name: "Văn phòng đề nghị bổ sung" })).toBeVisible();
  await phone.locator("section.notice").getByRole("link").first().click();
  const files = phone.locator("input[type=file]");
  await expect(files).toHaveCount(1);
  await files.setInputFiles({ name: "có ký.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 co ky") });
  await phone.getByRole("button", { name: "Gửi tệp" }).click();
  await expect(phone.getByRole("link", { name: "có ký.pdf" })).toBeVisible();
  await phone.getByRole("link", { name: "Xem lại và nộp" }).last().click();
  await phone.getByLabel("Tôi cam đoan những điều trên là đúng").check();
  await phone.getByRole("button", { name: /^Nộp/ }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Giấy biên nhận hồ sơ");

  await page.goto(`${dossier}/desk`);
  await expect(page.getByRole("row").filter({ hasText: "có ký.pdf" })).toBeVisible();
  for (const good of await page.getByLabel("Đạt", { exact: true }).all()) await good.check();
  await page.getByRole("button", { name: "Lưu kết quả kiểm tra" }).click();
  await page.getByRole("button", { name: "Kết luận hợp lệ" }).click();
  await expect(page.getByRole("status")).toContainText("Hồ sơ đã được kết luận hợp lệ.");

  const paper = await takeInPaper(page, contest, "Lò sấy miến dong");
  await page.goto(`${paper}/desk`);
  await page.getByText("Kết luận không hợp lệ").first().click();
  await page.getByLabel("Căn cứ").selectOption("not-applied");
  await page.getByLabel("Lý do, viết cho tác giả").fill("Giải pháp mới ở bản vẽ.");
  await page.getByLabel("Văn bản kết luận").fill("Biên bản số 05/BB-BTK ngày 10/6/2027");
  await page.getByRole("button", { name: "Kết luận không hợp lệ" }).click();
  await expect(page.getByRole("status")).toContainText("Hồ sơ đã được kết luận không hợp lệ.");
});

test("rules change after a dossier came: a clerk sees what is different, and applies them", async ({ house, page, context, visit }) => {
  await settleAll(house, context.request);
  await enter(house, context.request, BINH);
  const { contest } = await settleContest(house, context.request);
  await askForDossiers(page, contest);
  const phone = await visit(CUC, PHONE);
  const dossier = await handIn(phone, contest);

  await page.goto(`${contest}/rules/edit`);
  await page.getByLabel("Áp dụng từ năm").fill("2027");
  await page.getByLabel("Lý do").fill("Sửa thể lệ");
  await page.getByRole("button", { name: "Lưu phiên bản mới" }).click();
  await page.goto(`${contest}/desk`);
  await expect(page.getByText("1 hồ sơ đang chờ kiểm tra được xét theo thể lệ cũ.")).toBeVisible();
  await page.getByRole("link", { name: "Xem và chọn" }).click();
  await expectSound(page);
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xét theo thể lệ mới");
  await expectSound(page);
  await page.getByLabel("Lý do").fill("Kế hoạch số 12/KH-BTC");
  await page.getByRole("button", { name: "Áp dụng thể lệ mới" }).click();
  await expect(page.getByRole("status")).toContainText("Hồ sơ được xét theo thể lệ mới");
  await phone.goto(dossier);
  await expect(phone.getByText("Kế hoạch số 12/KH-BTC")).toBeVisible();
});
