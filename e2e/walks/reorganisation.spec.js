// Units that come by file, and units that become others.
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures.js";
import { House } from "../house.js";
import { AN, enter, found, setUp, settleAll } from "../people.js";

test("a merger leads from the old name to the new unit, without scripts, too", async ({ house, context, visit }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  const old = await found(house, context.request, "Ủy ban nhân dân xã Suối Trên");
  await found(house, context.request, "Ủy ban nhân dân xã Suối Dưới");
  const page = await visit(AN, { javaScriptEnabled: false });
  await page.goto(`/units/${old}`);
  await page.getByRole("link", { name: "Sắp xếp" }).click();
  await page.getByLabel("Sáp nhập").check();
  await page.getByLabel("Tìm đơn vị cũ").fill("suoi duoi");
  await page.getByRole("button", { name: "Tìm" }).first().click();
  await page.getByLabel("Ủy ban nhân dân xã Suối Dưới").check();
  await page.getByLabel("Đơn vị mới lập, hoặc tên mới").fill("Ủy ban nhân dân xã Suối Cả");
  await page.getByRole("button", { name: "Ghi lần sắp xếp" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Ủy ban nhân dân xã Suối Dưới")).toBeChecked();
  await page.locator("#number").fill("12/NQ-HĐND");
  await page.locator("#decided_on").fill("1/6/2025");
  await page.locator("#issuer").fill("Hội đồng nhân dân tỉnh");
  await page.locator("#effective_on").fill("1/7/2025");
  await page.getByRole("button", { name: "Ghi lần sắp xếp" }).click();
  await expect(page.locator(".notice[role=status]")).toContainText("Đã ghi lần sắp xếp.");

  await page.goto("/units?q=suối");
  await expect(page.locator("#list tbody tr")).toHaveCount(1);
  await page.goto(`/units/${old}`);
  await expect(page.locator(".notice")).toContainText("Ủy ban nhân dân xã Suối Cả");
  await page.locator(".notice").getByRole("link", { name: "Ủy ban nhân dân xã Suối Cả" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ủy ban nhân dân xã Suối Cả");
});

test("units leave as a file and come as one, all or none", async ({ engine, house, page, context, visit }) => {
  await settleAll(house, context.request);
  await page.goto("/units");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải XLSX" }).click()]);
  const file = await download.path();
  await page.goto("/units/import");
  await page.getByLabel("Tệp XLSX").setInputFiles({ name: "don-vi.xlsx", mimeType: "text/plain", buffer: Buffer.from("không phải bảng tính") });
  await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
  await expect(page.locator("#file-error")).toBeVisible();

  const other = await House.open({ engine });
  try {
    const there = await visit(null);
    await setUp(other, there.context().request);
    await enter(other, there.context().request, AN);
    await there.goto(`${other.url}/units/import`);
    await there.getByLabel("Tệp XLSX").setInputFiles({ name: "don-vi.xlsx", mimeType: "application/octet-stream", buffer: await readFile(file) });
    await there.getByRole("button", { name: "Kiểm tra tệp" }).click();
    await expect(there.locator("tbody tr")).toHaveCount(3);
    await there.getByRole("button", { name: "Nhập 3 dòng" }).click();
    await expect(there.locator(".notice[role=status]")).toHaveText("Đã nhập danh sách đơn vị.");
    await there.goto(`${other.url}/units?q=suoi+nga`);
    await expect(there.locator("#list tbody tr")).toHaveCount(1);
    await expect(there.locator("#list tbody tr")).toContainText("X01");
  } finally {
    await other.close();
  }
});
