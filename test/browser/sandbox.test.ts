// The sandbox in a real browser: the flows run in a page with a strict policy and in a worker, and nothing leaves the page.
import { build, type BuildOptions } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gzipped } from "../support/bundled.js";
import { openBrowser } from "../support/chromium.js";
import { FLOWS } from "../support/proof-flows.js";
import { ROOT } from "../support/workspace.js";

/** Only this page's script may run, without eval, and nothing may be fetched. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'none'";
const ORIGIN = "https://shop.test";

/** Bundled as for any page. An import of a module of Node fails. */
async function bundle(what: Pick<BuildOptions, "entryPoints" | "stdin">): Promise<string> {
  const { outputFiles } = await build({
    ...what,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  browser = await openBrowser();
  script = await bundle({ entryPoints: ["test/browser/flows-page.ts"] });
});
afterAll(() => browser?.close());

/** @param how what the page's script does */
async function open(how: string): Promise<{ outcome: unknown; noise: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  await page.route("**", (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const headers = { "content-security-policy": POLICY };
    if (origin === ORIGIN && pathname === "/")
      return route.fulfill({
        headers,
        contentType: "text/html",
        body: '<script type="module" src="/flows.js"></script>',
      });
    if (origin === ORIGIN && pathname === "/flows.js")
      return route.fulfill({ headers, contentType: "text/javascript", body: script });
    noise.push(`a request to ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${ORIGIN}/#${how}`);
  return { outcome: await page.evaluate("outcome"), noise };
}

test.each(["page", "worker"])("every flow passes in a %s, and nothing is sent or reported", async (where) => {
  const { outcome, noise } = await open(where);
  expect(outcome).toEqual(FLOWS.map(([name]) => ({ name })));
  expect(noise).toEqual([]);
});

test("the page's policy forbids eval, and what the page sends would be seen", async () => {
  const { outcome, noise } = await open("forbidden");
  expect(outcome).toEqual([expect.stringContaining("EvalError"), expect.stringContaining("Failed to fetch")]);
  expect(noise.join()).toContain("Content Security Policy");
});

test("the sandbox is small enough for a page", async () => {
  const alone = 'export { createSandbox } from "pandapon-codegen/sandbox";';
  const size = gzipped(await bundle({ stdin: { contents: alone, resolveDir: ROOT } }));
  console.log(`sandbox: ${size} bytes, minified and gzipped`);
  expect(size).toBeLessThan(75_000);
});
