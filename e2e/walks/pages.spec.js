// Every page, for everybody who can reach it: axe, widths, both schemes, both languages, no complaint of the browser.
import { expect, test } from "../fixtures.js";
import { expectSound, examine, examineWords } from "../examine.js";
import { settleTalk } from "../conversations.js";
import { crawl, kind, NOWHERE, route, ROUTES, UNLINKED } from "../pages.js";
import { settleDossier, settleList } from "../dossiers.js";
import { AN, BINH, CUC, enter, post, setUp, settleAll, settleHistory } from "../people.js";
import { settleBare, settleContest, settleWork } from "../papers.js";
import { settleRubric } from "../rubric.js";
import { totp } from "../totp.js";
import { PASSWORD } from "../house.js";

// What an administrator, who reaches everything else, is not shown.
const FOR_STRANGERS = ["/sign-in", "/begin", "/begin/code", "/account/password", "/links/{token}"];
// Led to where rules changed after a dossier came: the walk of that examines both.
const AFTER_NEWER_RULES = ["/contests/{id}/desk/rules", "/dossiers/{id}/desk/rules"];
// Led to from a council: the walk of one examines them.
const OF_COUNCILS = [
  ...["", "/edit", "/members", "/ties", "/conflicts", "/assignment", "/opening"].map((end) => `/councils/{id}${end}`),
  ...["", "/new", "/{part}"].map((end) => `/councils/{id}/second-markings${end}`),
  ...["/contests/{id}/results", "/contests/{id}/results/{number}", "/sheets/{id}"],
  ...["/councils/{id}/paper-sheets", "/paper-sheets", "/paper-sheets/{code}"],
  ...["/contests/{id}/awards", "/contests/{id}/meetings/new", "/meetings/{id}", "/meetings/{id}/closing", "/hoi-thi/{slug}/ket-qua"],
  ...["/contests/{id}/certificates", "/contests/{id}/certificates/new", "/certificates/{id}", "/giay-chung-nhan/{code}"],
];

// Where the letter leads that goes to a person's new address.
async function changeOfAddress(house, mail, request) {
  const email = "an.moi@tinh.example";
  await enter(house, request, AN);
  await post(request, `${house.url}/account/email`, { email, present: PASSWORD });
  return new URL((await mail.to(email)).link).pathname;
}

// What an author sees on the way in, whom no mail reaches.
async function comeInHelped(house, request, page, look) {
  await page.goto("/begin");
  await page.locator("#login").fill("0912 345 678");
  await page.locator("#name").fill("Giàng A Tác");
  await page.locator("form[action='/begin'] button").click();
  await look(page, "/begin/code", 200);
  await page.locator("form[action='/begin/request'] button").click();
  const id = (await (await request.get(`${house.url}/people/requests`)).text()).match(/requests\/([^/]+)\/code/)[1];
  const card = await (await post(request, `${house.url}/people/requests/${id}/code`, {}, 200)).text();
  await page.goto("/begin/code");
  await page.locator("#code").fill(card.match(/key-letters">([\d ]+)</)[1]);
  await page.locator("form[action='/begin/code'] button").click();
  await look(page, "/account/password", 200);
}

// Whom a page is shown to changes little of it: the first and the last see it in both languages.
for (const [person, languages] of [[AN, ["en", "vi"]], [BINH, ["vi"]], [CUC, ["vi"]], [null, ["en", "vi"]]]) {
  const who = person?.name ?? "a stranger";
  test(`every page is sound that ${who} can reach`, async ({ house, mail, context, visit }) => {
    test.setTimeout(600_000);
    const setup = house.setupLink;
    const wrong = {};
    const visited = new Set();
    const look = async (page, address, status) => {
      visited.add(route(address));
      if (status !== (address === NOWHERE ? 404 : 200)) (wrong[`answers ${status}`] ??= []).push(address);
      for (const lang of languages) {
        await page.context().addCookies([{ name: "lang", value: lang, url: house.url }]);
        await page.goto(address);
        const examined = lang === languages[0] ? examine : examineWords;
        for (const sentence of await examined(page)) (wrong[sentence] ??= []).push(`${lang} ${kind(address)}`);
      }
    };
    if (!person) await look(await visit(null), new URL(setup).pathname, 200);
    const { ours } = await settleAll(house, context.request);
    await settleHistory(house, context.request, ours);
    const running = await settleContest(house, context.request);
    await settleRubric(house, context.request, running.contest);
    const work = await settleWork(house, context.request, running, [CUC, AN]);
    // Reviews are led to from papers that wait, this one was accepted; reports lead to their newest period; and rules of
    // judging are asked for where some were declared.
    const bare = await settleBare(house, context.request);
    await settleTalk({ house, visit }, context.request, running.contest);
    const settled = person === AN || person === BINH ? [`${running.paper}/review`, `${running.contest}/rubric`, `${bare}/reports`, ...work] : [];
    if (person === AN) await look(await visit(null), await changeOfAddress(house, mail, context.request), 200);
    if (person === AN) {
      const { own, others } = await settleDossier({ mail, visit }, await visit(AN), running.contest);
      settled.push(...own, await settleList(house, context.request));
      for (const [page, address] of others) await look(page, address, 200);
    }
    await crawl(await visit(person), [`/units/${ours}`, "/", ...settled, ...UNLINKED], look);
    expect(wrong).toEqual({});
    const elsewhere = [...FOR_STRANGERS, ...AFTER_NEWER_RULES, ...OF_COUNCILS].sort();
    if (person === AN) expect(ROUTES.filter((route) => !visited.has(route)).sort()).toEqual(elsewhere);
    if (!person) await comeInHelped(house, context.request, await visit(null), look);
    if (!person) expect(FOR_STRANGERS.filter((route) => !visited.has(route))).toEqual([]);
  });
}

test("what forms answer is sound", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/units/new");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expectSound(page);
  await page.goto("/people/new");
  await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  await expectSound(page);
  await page.getByLabel("Họ và tên").fill(BINH.name);
  await page.getByRole("textbox", { name: "Thư điện tử" }).fill(BINH.email);
  await page.getByLabel("Vai trò").selectOption("secretary");
  await page.getByRole("button", { name: "Tạo tài khoản và đường dẫn" }).click();
  await expect(page.locator("#link")).toBeVisible();
  await expectSound(page);
  await page.goto("/installation/ledger");
  await page.getByRole("button", { name: "Đối chiếu" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await expectSound(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expectSound(page);
  await page.goto("/account/second-factor");
  await page.getByLabel("Sáu chữ số").fill(totp(await page.locator(".key-letters").innerText()));
  await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
  await expect(page.locator(".codes")).toBeVisible();
  await expectSound(page);
  await page.goto("/account/second-factor");
  await expectSound(page);
});

test("a refused sign-in, a long wait and a fault are sound pages", async ({ house, page, context }) => {
  await setUp(house, context.request);
  for (let tried = 0; tried < 10; tried++) {
    await context.request.post("/sign-in", { form: { email: AN.email, password: "sai rồi", next: "/" } });
  }
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Thư điện tử" }).fill(AN.email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("alert")).toContainText("quá nhiều lần thử");
  await expectSound(page);
  house.run("alter table one_time_link rename to moved_away");
  await page.goto(`/links/${"a".repeat(64)}`);
  await expect(page.locator(".reference code")).toHaveText(/^[0-9a-f]{8}$/);
  await expectSound(page);
});
