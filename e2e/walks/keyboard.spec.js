// Without a mouse, on paper, and without motion.
import { expect, test } from "../fixtures.js";
import { PASSWORD } from "../house.js";
import { press, tabTo } from "../keys.js";
import { AN, enter, setUp, settleAll } from "../people.js";

test("somebody signs in and founds a unit by keyboard alone", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await page.goto("/sign-in");
  await press(page, "Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await expect(page.locator(".skip")).toBeInViewport();
  await press(page, "Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: "Thư điện tử" }));
  await page.keyboard.type(AN.email);
  await press(page, "Tab");
  await page.keyboard.type(PASSWORD);
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Chào ${AN.name}`);

  await tabTo(page, page.locator(".nav-more > summary"));
  await press(page, "Enter");
  await tabTo(page, page.getByRole("link", { name: "Đơn vị", exact: true }));
  await press(page, "Enter");
  await expect(page).toHaveURL("/units");
  await tabTo(page, page.getByRole("link", { name: "Thêm đơn vị" }).first());
  await press(page, "Enter");
  await expect(page).toHaveURL("/units/new");
  await tabTo(page, page.getByRole("button", { name: "Thêm đơn vị" }));
  await press(page, "Enter");
  await expect(page.locator(".error-summary")).toBeFocused();
  await tabTo(page, page.locator(".error-summary a").first());
  await press(page, "Enter");
  await expect(page.getByLabel("Tên đầy đủ")).toBeFocused();
  await page.keyboard.type("Hội Nuôi ong");
  await press(page, "Tab", "ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Thêm đơn vị" }));
  await press(page, "Space");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hội Nuôi ong");
});

test("the menu of a person opens and closes by keyboard", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.goto("/");
  const menu = page.locator(".top-end > .menu:not(.menu-nav)");
  await tabTo(page, menu.locator("summary"));
  await press(page, "Enter");
  await expect(menu.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await tabTo(page, menu.getByRole("button", { name: "Đăng xuất" }));
  await press(page, "Enter");
  await expect(page).toHaveURL("/sign-in");
});

test("a page that is printed holds its content and nothing to click", async ({ house, page, context }) => {
  const { ours } = await settleAll(house, context.request);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const address of ["/units", `/units/${ours}`, "/people", "/installation/ledger"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".nav, .menu, .skip, .filter, .head-acts, .button-main").filter({ visible: true })).toHaveCount(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(/^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(1000);
  }
});

test("nothing moves for those who asked for it", async ({ house, page, context }) => {
  await setUp(house, context.request);
  await enter(house, context.request, AN);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const address of ["/", "/units/new", "/account"]) {
    await page.goto(address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((found) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(found);
        const long = (text) => text.split(",").some((part) => parseFloat(part) > 0.01);
        return (animationName !== "none" && long(animationDuration)) || long(transitionDuration);
      }).map((found) => found.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
  }
});
