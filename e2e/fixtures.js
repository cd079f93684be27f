// What every walk has: a house of its own, a mail server, and ears for what the browser complains about.
import { test as base, expect } from "@playwright/test";
import { House } from "./house.js";
import { MailServer } from "./mail.js";
import { enter } from "./people.js";

export { expect };

export const test = base.extend({
  engine: ["sqlite", { option: true }],

  mail: async ({}, use) => {
    const mail = await MailServer.open();
    await use(mail);
    await mail.down();
  },

  house: async ({ engine, mail }, use) => {
    const house = await House.open({ engine, smtpPort: mail.port });
    await use(house);
    await house.close();
  },

  baseURL: async ({ house }, use) => use(house.url),

  complaints: async ({}, use) => {
    const complaints = [];
    await use(complaints);
    expect(complaints, "errors in the browser's console").toEqual([]);
  },

  context: async ({ context, complaints }, use) => {
    listen(context, complaints);
    await use(context);
  },

  // Another browser, with somebody signed in: await visit(CUC, { javaScriptEnabled: false }).
  visit: async ({ browser, contextOptions, house, complaints, locale, timezoneId }, use) => {
    const contexts = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ ...contextOptions, locale, timezoneId, baseURL: house.url, ...options });
      contexts.push(context);
      listen(context, complaints);
      if (person) await enter(house, context.request, person);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

// A refused form answers 4xx, which the browser logs as a failed load: that one is no complaint.
function listen(context, complaints) {
  context.on("console", (message) => {
    const { url } = message.location();
    const refused = message.text().startsWith("Failed to load resource") && !url.includes("/assets/");
    if (["error", "warning"].includes(message.type()) && !refused) complaints.push(`${url}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
}
