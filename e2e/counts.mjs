// "passed failed skipped" of a report by Playwright: node counts.mjs REPORT.json
import { readFileSync } from "node:fs";

const { stats, errors } = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(stats.expected, stats.unexpected + stats.flaky + errors.length, stats.skipped);
