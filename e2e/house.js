// hoithi as its users have it: the real program on a free port, with a data folder and a database of its own.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = process.env.HOITHI ?? join(ROOT, "target/debug/hoithi");
export const PASSWORD = "bốn con thuyền giấy";

export function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

export class House {
  // engine: "sqlite" or "postgres"; smtpPort: where mail leaves, if it does.
  static async open({ engine = "sqlite", smtpPort, demo = false, port } = {}) {
    const house = new House();
    const here = process.env.HOITHI_TEST_FOLDER ?? join(ROOT, ".test");
    mkdirSync(here, { recursive: true });
    house.data = mkdtempSync(join(here, "house-"));
    house.database = engine === "postgres" ? makeDatabase() : null;
    house.port = port ?? (await freePort());
    house.url = `http://127.0.0.1:${house.port}`;
    house.demo = demo;
    house.settle(settings(smtpPort));
    await house.start();
    return house;
  }

  settle(text) {
    writeFileSync(join(this.data, "hoithi.toml"), text);
  }

  async start() {
    const args = ["serve", "--data", this.data, "--listen", `127.0.0.1:${this.port}`];
    if (this.demo) args.push("--demo");
    this.process = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "pipe"], env: this.environment() });
    this.log = "";
    this.process.stderr.on("data", (bytes) => (this.log += bytes));
    this.ended = new Promise((ended) => this.process.on("exit", ended));
    createInterface({ input: this.process.stdout }).on("line", (line) => {
      this.setupLink ??= line.match(/http\S+\/links\/\S+/)?.[0];
    });
    await this.#ready();
  }

  environment() {
    const { PATH, HOME } = process.env;
    const database = this.database && { HOITHI_DATABASE_URL: this.database };
    return { PATH, HOME, HOITHI_LANG: "vi", ...database };
  }

  async #ready() {
    for (const until = Date.now() + 20_000; Date.now() < until; ) {
      if (this.process.exitCode !== null) throw new Error(`hoithi ended: ${this.log}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`hoithi is not ready after 20 s: ${this.log}`);
  }

  async stop() {
    this.process.kill("SIGTERM");
    await this.ended;
  }

  async close() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
    if (this.database) sql(process.env.HOITHI_TEST_POSTGRES, `drop database ${new URL(this.database).pathname.slice(1)} with (force)`);
  }

  // Writes behind the program's back: time that passed, damage that was done.
  run(statement) {
    if (this.database) return sql(this.database, statement);
    const code = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=10); c.execute(sys.argv[2]); c.commit()";
    execFileSync("python3", ["-c", code, join(this.data, "hoithi.sqlite"), statement]);
  }
}

function settings(smtpPort) {
  if (!smtpPort) return "";
  return `[smtp]\nurl = "smtp://127.0.0.1:${smtpPort}"\nfrom = "Hội thi <hoithi@tinh.example>"\ngrace_seconds = 8\n`;
}

function makeDatabase() {
  const server = process.env.HOITHI_TEST_POSTGRES;
  if (!server) throw new Error("HOITHI_TEST_POSTGRES names no server; ./test starts one");
  const name = `browser_${process.pid}_${process.hrtime.bigint()}`;
  sql(server, `create database ${name}`);
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

function sql(url, statement) {
  execFileSync("psql", [url, "-qc", statement], { stdio: ["ignore", "ignore", "pipe"] });
}
