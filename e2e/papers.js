// A contest that came out of a paper: handed in, read, accepted, begun, shown to everybody.
import { expect } from "@playwright/test";
import { enter, post } from "./people.js";

// A plan in the genuine style, of a province that is none.
export const PLAN = `ỦY BAN NHÂN DÂN
TỈNH SA LĨNH
Số: 412/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sa Lĩnh, ngày 12 tháng 10 năm 2026

KẾ HOẠCH
Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027

Căn cứ Quyết định số 165/QĐ-TTg ngày 28 tháng 01 năm 2019 của Thủ tướng Chính phủ;
Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 như sau:

I. THỜI GIAN
1. Thời gian nhận hồ sơ dự thi: từ ngày 15/11/2026 đến hết ngày 31/5/2027.
2. Chấm sơ khảo: tháng 7/2027.
3. Tổng kết, trao giải Hội thi: quý IV/2027.

II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ
- Chủ trì hướng dẫn các đơn vị xây dựng hồ sơ dự thi, hoàn thành trước ngày 30/12/2026.
2. UBND xã Suối Ngà
- Tuyên truyền về Hội thi trên hệ thống truyền thanh cơ sở trước ngày 31/12/2026.

III. CHẾ ĐỘ BÁO CÁO
Các đơn vị báo cáo kết quả triển khai hằng quý về Sở Khoa học và Công nghệ trước ngày 20 của tháng cuối quý.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Mẫu
`;

// Hands a text in; the address of the paper, once it has been read.
export async function handIn(house, request, name, text) {
  const file = { name, mimeType: "text/plain", buffer: Buffer.from(text) };
  const answer = await request.post(`${house.url}/papers`, { multipart: { file }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
  const paper = `${house.url}${answer.headers().location}`;
  for (let tries = 0; tries < 150; tries += 1) {
    const page = await (await request.get(paper)).text();
    if (!page.includes('http-equiv="refresh"')) return paper;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${name} was not read`);
}

// Hands the plan in and opens its review; the address of the paper.
export async function openReview(house, request) {
  const paper = await handIn(house, request, "ke-hoach.txt", PLAN);
  await post(request, `${paper}/review`, {});
  return paper;
}

// Every page about work can show something afterwards; the one whose request this is runs all contests.
export async function settleContest(house, request) {
  return acceptReview(house, request, await openReview(house, request));
}

// Accepts the open review of a paper, and begins and publishes its contest.
export async function acceptReview(house, request, paper) {
  const review = await (await request.get(`${paper}/review`)).text();
  const revision = review.match(/action="[^"]*\/review\/acceptance"[^]*?name="revision" value="(\d+)"/)[1];
  const accepted = await post(request, `${paper}/review/acceptance`, { revision });
  const contest = accepted.headers().location.split("?")[0];
  await post(request, `${house.url}${contest}/steps`, { step: "start" });
  await post(request, `${house.url}${contest}/publication`, { when: "now" });
  await post(request, `${paper}/public`, { public: "yes" });
  await post(request, `${house.url}${contest}/reports`, {});
  const office = { "contact-0-organisation": "Ban Thư ký", "contact-0-phones": "0200 3 812 999" };
  await post(request, `${house.url}${contest}/contacts`, office);
  const period = new URL((await request.get(`${house.url}${contest}/reports`)).url()).pathname;
  return { contest, paper: new URL(paper).pathname, period };
}

// A contest that nobody has been told of: no tasks, no reports.
export async function settleBare(house, request) {
  const facts = { name: "Hội thi Sáng tạo kỹ thuật xã Đồng Mây lần thứ 1", series: "technical_innovation", level: "commune" };
  const made = await post(request, `${house.url}/contests`, facts);
  return made.headers().location.split("?")[0];
}

// What units and the secretariat do in a contest: a report handed in, something published, a letter to all.
// The one whose request this is ends as `person`, who runs all contests.
export async function settleWork(house, request, { contest, period }, [coordinator, person]) {
  await enter(house, request, coordinator);
  const own = await (await request.get(`${house.url}/reports`)).text();
  const report = own.match(/href="(\/reports\/[0-9a-f-]{36})"/)[1];
  const words = ["Đã phát động trong toàn xã", "Chưa có", "Không"].map((said) => ["words", said]);
  await post(request, `${house.url}${report}/submission`, [["revision", "1"], ...words]);
  const done = { channel: "radio", title: "Phát thanh thể lệ", status: "done", day: "2/11/2026", copies: "6" };
  const heard = await request.post(`${house.url}${contest}/publicity`, { multipart: done, maxRedirects: 0 });
  if (heard.status() !== 303) throw new Error(`publicity: ${heard.status()} ${await heard.text()}`);
  await enter(house, request, person);
  const letter = { audience: "all", task: "", subject: "Thông báo", body: "Mời các đơn vị triển khai." };
  const preview = await post(request, `${house.url}${contest}/mailings/preview`, letter, 200);
  const text = await preview.text();
  const hidden = (name) => [name, text.match(new RegExp(`name="${name}" value="([^"]*)"`))[1]];
  await post(request, `${house.url}${contest}/mailings`, [...Object.entries(letter), ...["mailing", "print", "mails"].map(hidden)]);
  const news = { title: "Bắt đầu nhận hồ sơ", day: "", body: "Xem https://salinh.example/the-le." };
  const told = await request.post(`${house.url}${contest}/news`, { multipart: news, maxRedirects: 0 });
  if (told.status() !== 303) throw new Error(`news: ${told.status()} ${await told.text()}`);
  const address = told.headers().location;
  await post(request, `${house.url}${address}/publication`, {});
  const draft = await request.post(`${house.url}${contest}/news`, { multipart: news, maxRedirects: 0 });
  return [`${draft.headers().location}/edit`, period, `${period}/overdue`, `${report}/versions/1`, `${contest}/mailings`, `${contest}/mailings/new`, "/publicity"];
}

// A body that has ended since: all who took over get its work.
export async function settleEnded(page, click, choose) {
  const ended = page.locator("li.line:has(option[value='heirs'])").filter({ has: page.locator("details[open]") });
  while ((await ended.count()) > 0) {
    const before = await ended.count();
    const one = ended.first();
    await choose(one.locator("select[name='choice']"), "heirs");
    for (const heir of await one.getByRole("checkbox").all()) await click(heir);
    await click(one.getByRole("button", { name: "Lưu" }));
    await expect(ended).toHaveCount(before - 1);
  }
}
