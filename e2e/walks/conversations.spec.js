// An author asks on a phone, a clerk answers with the keyboard alone, the author reads it.
import { QUESTION, SUBJECT } from "../conversations.js";
import { askForDossiers } from "../dossiers.js";
import { expectSound } from "../examine.js";
import { expect, test } from "../fixtures.js";
import { press, tabTo } from "../keys.js";
import { settleContest } from "../papers.js";
import { BINH, CUC, enter, settleAll } from "../people.js";

const PHONE = { viewport: { width: 360, height: 740 } };

// A contest that everybody sees and that takes dossiers; its address.
async function settle(house, page, request) {
  await settleAll(house, request);
  await enter(house, request, BINH);
  const { contest } = await settleContest(house, request);
  await askForDossiers(page, contest);
  return contest;
}

async function ask(phone, contest) {
  await phone.goto(`${contest}/dossiers/new`);
  await phone.getByRole("link", { name: "Hỏi trước khi nộp" }).click();
  await phone.getByLabel("Nội dung").fill(SUBJECT);
  await phone.getByLabel("Câu hỏi").fill(QUESTION);
  await phone.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect(phone.getByRole("status")).toContainText("Đã gửi câu hỏi.");
}

async function fits(phone) {
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}

test("an author asks on a phone, a clerk answers by keyboard, the author reads", async ({ house, page, context, visit }) => {
  const contest = await settle(house, page, context.request);
  const phone = await visit(CUC, PHONE);
  await ask(phone, contest);
  await expect(phone.getByText("Chờ cơ quan trả lời")).toBeVisible();
  await fits(phone);
  await phone.getByLabel("Lời nhắn").fill("Gửi kèm ảnh máy.");
  await phone.getByLabel("Tệp gửi kèm").setInputFiles({ name: "ảnh máy.png", mimeType: "image/png", buffer: Buffer.from("\x89PNG") });
  await phone.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(phone.getByRole("link", { name: "ảnh máy.png" })).toBeVisible();
  await fits(phone);
  await expectSound(phone);

  await page.goto(`${contest}/conversations`);
  await expect(page.getByText("2 mới")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: SUBJECT }));
  await press(page, "Enter");
  await expect(page.getByText("Máy làm năm 2018")).toBeVisible();
  const text = page.getByLabel("Lời nhắn");
  await tabTo(page, page.getByRole("combobox", { name: "Mẫu trả lời" }));
  await press(page, "ArrowDown", "Tab", "Enter");
  await expect(text).toHaveValue(/nhận hồ sơ đến/);
  await expect(text).toBeFocused();
  await press(page, "Control+End");
  await page.keyboard.type("\nMáy của bà được dự thi.");
  await tabTo(page, page.getByRole("button", { name: "Gửi", exact: true }));
  await press(page, "Enter");
  await expect(page.getByRole("status")).toContainText("Đã gửi.");
  await expect(page.getByText("Đã trả lời, chờ tác giả")).toBeVisible();

  await phone.goto("/dossiers");
  await phone.getByRole("link", { name: "Trao đổi · 1 mới" }).click();
  await phone.getByRole("link", { name: SUBJECT }).click();
  await expect(phone.getByText("Máy của bà được dự thi.")).toBeVisible();
  await expect(phone.getByText(BINH.name)).toHaveCount(0);
  await fits(phone);
  await phone.getByRole("button", { name: "Đánh dấu đã đọc" }).click();
  await phone.goto("/dossiers");
  await expect(phone.getByRole("link", { name: "Trao đổi", exact: true })).toBeVisible();
});

test("a ready answer takes nothing away, and a remark stays inside", async ({ house, page, context, visit }) => {
  const contest = await settle(house, page, context.request);
  const author = await visit(CUC);
  await ask(author, contest);
  const talk = new URL(author.url()).pathname;
  await page.goto(talk);
  await page.getByLabel("Lời nhắn").fill("Chào bà Cúc.");
  await page.getByRole("combobox", { name: "Mẫu trả lời" }).selectOption({ label: "Xem thể lệ" });
  await page.getByRole("button", { name: "Điền mẫu" }).click();
  await expect(page.getByLabel("Lời nhắn")).toHaveValue(/^Chào bà Cúc\.\n\nKính gửi/);
  await page.getByLabel("Ghi chú", { exact: true }).fill("hỏi lại xã trước khi trả lời");
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Lưu ghi chú" }).click();
  await expect(page.getByText("hỏi lại xã trước khi trả lời")).toBeVisible();
  await author.goto(talk);
  await expect(author.getByText(QUESTION.split("\n")[0])).toBeVisible();
  expect(await author.content()).not.toContain("hỏi lại xã");
});
