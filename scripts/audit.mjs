// Lighthouse on the pages that make or break the site: audit.mjs BASE_URL CHROMIUM PATH ...
// Prints the four scores of each page, on a phone and on a desk, and what keeps one below 100. Exit code 1: one is.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";

const [base, chromium, ...paths] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const DEVICES = { phone: undefined, desk: desktopConfig };

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = async (address) => {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`Chromium does not answer at ${address}.`);
};

/** Run Lighthouse once, in a browser that has seen nothing. */
const judge = async (address, config) => {
  const profile = mkdtempSync(join(tmpdir(), "audit-"));
  const port = await freePort();
  const browser = spawn(
    chromium,
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, "about:blank",
    ],
    { stdio: "ignore" },
  );
  const closed = new Promise((resolve) => browser.once("close", resolve));
  try {
    await answers(`http://127.0.0.1:${port}/json/version`);
    // What the site itself keeps out of searches, such as a reader's answers, is not asked to be found.
    const page = await (await fetch(address)).text();
    const skipAudits = page.includes('<meta name="robots" content="noindex') ? ["is-crawlable"] : null;
    const flags = { port, logLevel: "silent", onlyCategories: CATEGORIES, skipAudits };
    let { lhr } = await lighthouse(address, flags, config);
    // Chromium now and then records nothing of a page; what is wrong with the page shows again.
    if (lhr.runtimeError) ({ lhr } = await lighthouse(address, flags, config));
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    browser.kill();
    await closed;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** Name what costs points, with what Lighthouse measured. */
const failing = ({ categories, audits }) =>
  CATEGORIES.filter((name) => categories[name].score < 1).flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => `${name}: ${audits[id].title} (${id}) ${audits[id].displayValue ?? ""}`.trim()),
  );

let below = 0;
const width = Math.max(...paths.map((path) => path.length), 4);
console.log(`${"page".padEnd(width)}  device  ${CATEGORIES.join("  ")}`);
for (const path of paths) {
  for (const [device, config] of Object.entries(DEVICES)) {
    const report = await judge(base + path, config);
    const scores = CATEGORIES.map((name) => Math.round(report.categories[name].score * 100));
    console.log(
      `${path.padEnd(width)}  ${device.padEnd(6)}  ${scores.map((score, i) => String(score).padStart(CATEGORIES[i].length)).join("  ")}`,
    );
    if (scores.some((score) => score < 100)) {
      below += 1;
      for (const line of failing(report)) console.log(`    ${line}`);
    }
  }
}
console.log(below ? `${below} of ${2 * paths.length} below 100.` : "100 everywhere.");
process.exitCode = below ? 1 : 0;
