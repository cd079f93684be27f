// Units: found, found again by search, described; and who sees a personal number.
import { expect, test } from "../fixtures.js";
import { AN, BINH, CUC, DUNG, enter, found, setUp, settleAll } from "../people.js";

test("nothing typed is lost when a new unit is refused", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  await page.goto("/units/new", { waitUntil: "networkidle" });
  await page.getByLabel("Tên đầy đủ").fill("Trường Trung học cơ sở Suối Ngà");
  await page.getByLabel("Loại").selectOption({ label: "Trường học" });
  await page.getByLabel("Trực thuộc").fill("suoi nga");
  await expect(page.locator("datalist#parent-names option")).toHaveCount(1);
  await page.getByLabel("Trực thuộc").fill("Ủy ban nhân dân xã Suối Ngà");
  await page.getByLabel("Mã", { exact: true }).fill("X01");
  await page.getByLabel("Có từ ngày").fill("1/9/2020");
  await page.getByLabel("Tên gọi khác").fill("THCS Suối Ngà\nTrường Suối Ngà");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();

  await expect(page.locator("#code-error")).toHaveText("Mã này đã có đơn vị khác dùng.");
  await expect(page.getByLabel("Tên đầy đủ")).toHaveValue("Trường Trung học cơ sở Suối Ngà");
  await expect(page.getByLabel("Loại")).toHaveValue("school");
  await expect(page.getByLabel("Trực thuộc")).toHaveValue("Ủy ban nhân dân xã Suối Ngà");
  await expect(page.getByLabel("Có từ ngày")).toHaveValue("1/9/2020");
  await expect(page.getByLabel("Tên gọi khác")).toHaveValue("THCS Suối Ngà\nTrường Suối Ngà");
  await expect(page.locator(".error-summary")).toBeFocused();
  await page.locator(".error-summary a").click();
  await expect(page.getByLabel("Mã", { exact: true })).toBeFocused();

  await page.getByLabel("Mã", { exact: true }).fill("T01");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trường Trung học cơ sở Suối Ngà");
  await page.goto("/units/new");
  await expect(page.getByLabel("Tên đầy đủ")).toHaveValue("");
});

test("the list answers while one types, with marks and without", async ({ house, page, context }) => {
  await settleAll(house, context.request);
  // The live list begins when its script has come.
  await page.goto("/units", { waitUntil: "networkidle" });
  const rows = page.locator("#list tbody tr");
  await expect(rows).toHaveCount(3);
  for (const [typed, expected] of [
    ["suoi nga", "Ủy ban nhân dân xã Suối Ngà"],
    ["Đồng Mây", "Ủy ban nhân dân xã Đồng Mây"],
    ["dong may", "Ủy ban nhân dân xã Đồng Mây"],
    ["So KH&CN", "Sở Khoa học và Công nghệ"],
  ]) {
    await page.getByRole("searchbox").fill(typed);
    await expect(rows).toHaveCount(1);
    await expect(rows.getByRole("link").first()).toHaveText(expected);
  }
  await page.getByRole("searchbox").fill("không có đâu");
  await expect(page.getByText("Không có đơn vị nào khớp")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("không có đâu");
});

test("a personal number is seen by the office and the unit, not by its neighbour", async ({ house, context, visit }) => {
  const { ours } = await settleAll(house, context.request);
  const own = await visit(CUC);
  await own.goto(`/units/${ours}`);
  await own.getByText("Thêm liên hệ").first().click();
  await own.getByLabel("Người hoặc bộ phận").fill("Hoàng Thị Lan");
  await own.getByLabel("Điện thoại").fill("không phải số");
  await own.getByRole("button", { name: "Thêm liên hệ" }).click();
  await expect(own.locator("#phone-error")).toContainText("Số điện thoại chỉ gồm chữ số");
  await expect(own.getByLabel("Người hoặc bộ phận")).toHaveValue("Hoàng Thị Lan");
  await own.getByLabel("Điện thoại").fill("0900 000 123");
  await own.getByText("Số riêng của cá nhân").click();
  await own.getByRole("button", { name: "Thêm liên hệ" }).click();
  await expect(own.getByRole("status")).toHaveText("Đã lưu.");

  const seen = [];
  for (const person of [CUC, BINH, AN, DUNG]) {
    const page = await visit(person);
    await page.goto(`/units/${ours}`);
    seen.push((await page.content()).replace(/\s/g, "").includes("0900000123"));
  }
  expect(seen).toEqual([true, true, true, false]);
});

test("a double click founds one unit", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/units/new");
  await page.getByLabel("Tên đầy đủ").fill("Hội Làm vườn");
  await page.getByRole("button", { name: "Thêm đơn vị" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hội Làm vườn");
  await page.goto("/units");
  await expect(page.locator("#list tbody tr")).toHaveCount(1);
});

test("of two tabs the second is told what the first has done", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  const unit = await found(house, context.request, "Hội Làm vườn");
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`/units/${unit}`);
    await tab.getByText("Sửa tên gọi khác").click();
    await tab.getByLabel("Tên gọi khác", { exact: true }).fill("HLV");
  }
  await page.getByRole("button", { name: "Thêm tên gọi" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu.");
  await other.getByRole("button", { name: "Thêm tên gọi" }).click();
  await expect(other.locator("#alias-error")).toHaveText("Đơn vị đã có tên gọi này.");
  await expect(other.getByLabel("Tên gọi khác", { exact: true })).toHaveValue("HLV");
});

test("what was typed outlives a session that ended", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/units/new");
  await page.getByLabel("Tên đầy đủ").fill("Hội Nuôi ong");
  house.run("delete from session");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cần đăng nhập");
  await enter(house, context.request, AN);
  await page.goto("/units/new");
  await expect(page.getByLabel("Tên đầy đủ")).toHaveValue("Hội Nuôi ong");
});
