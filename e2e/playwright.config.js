import { defineConfig } from "@playwright/test";

const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-sandbox",
];

export default defineConfig({
  testDir: "walks",
  outputDir: "../.test/browser",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: [["list"], ["json", { outputFile: "../.test/browser.json" }]],
  use: {
    locale: "vi-VN",
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Asia/Ho_Chi_Minh",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "sqlite", use: { engine: "sqlite" } },
    { name: "postgres", use: { engine: "postgres" }, testIgnore: /(pages|keyboard|looks)\.spec\.js/ },
  ],
});
