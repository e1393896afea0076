// The plain pages of the docs site in a real browser: narrow, dark, without a script, and with a keyboard.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { docs } from "pandapon-codegen/docs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { serveSite } from "../../scripts/dist/docs/index.js";
import { openBrowser } from "../support/chromium.js";
import { SITE_LANGUAGES } from "../support/docs.js";
import { ROOT } from "../support/workspace.js";

let browser: Browser;
let site: string;
let pages: string[];

beforeAll(async () => {
  site = mkdtempSync(path.join(tmpdir(), "pandapon-site-"));
  const [bundle, spec] = [path.join(ROOT, "generated/openapi.yaml"), path.join(ROOT, "spec")];
  [browser] = await Promise.all([openBrowser(), docs({ bundle, spec, out: site, languages: SITE_LANGUAGES })]);
  pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !/^(?:[^/]+\/)?index\.html$/.test(file))
    .sort();
});
afterAll(async () => {
  await browser?.close();
  rmSync(site, { recursive: true, force: true });
});

const address = (file: string): string => pathToFileURL(path.join(site, file)).href;

/** A page whose requests to other hosts and errors are kept. */
async function opened(options: BrowserContextOptions): Promise<{ page: Page; bad: string[] }> {
  const context = await browser.newContext(options);
  const bad: string[] = [];
  await context.route(/^(?:https?|wss?):/, (route) => {
    bad.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && bad.push(message.text()));
  page.on("pageerror", (error) => bad.push(error.message));
  return { page, bad };
}

/** What is wider than the page and does not scroll by itself. */
const MEASURE = `(() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const { clientWidth, scrollWidth } = document.documentElement;
  const scrolls = (one) => one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const out = [...document.querySelectorAll("body *")].find((one) => one.getBoundingClientRect().right > clientWidth + 1 && !scrolls(one));
  return scrollWidth > clientWidth ? (out?.outerHTML.slice(0, 100) ?? "it is wide") : "";
})()`;

test("no page scrolls sideways at 360 pixels, loads anything or reports an error", async () => {
  const { page, bad } = await opened({ viewport: { width: 360, height: 700 }, javaScriptEnabled: true });
  const wide: string[] = [];
  const measured = (): Promise<unknown> => page.evaluate(MEASURE);
  for (const file of pages) {
    await page.goto(address(file));
    const found = await measured();
    if (found !== "") wide.push(`${file}: ${String(found)}`);
  }
  // It would see one that does.
  await page.evaluate(
    `document.querySelector("main").insertAdjacentHTML("beforeend", "<div id=wide style='width:500px'>a</div>")`,
  );
  expect(await measured()).toContain("wide");
  expect(wide).toEqual([]);
  expect(bad).toEqual([]);
  expect(pages.length).toBeGreaterThan(90);
});

test.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 360 },
] as const)("axe finds nothing serious: $colorScheme, $width pixels", async ({ colorScheme, width }) => {
  const { page } = await opened({ colorScheme, viewport: { width, height: 900 } });
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const some = [
    "coverage.html",
    "404.html",
    "operations/alibaba.orders.create.html",
    "operations/1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY.html",
    "sections/flows.html",
    "sections/unsaid.html",
    "zh-CN/operations/taobao.refunds.get.html",
    "zh-CN/sections/getting-started.html",
  ];
  const found: string[] = [];
  for (const file of some) {
    expect(pages).toContain(file);
    await page.goto(address(file));
    await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
    await page.evaluate(axe);
    // axe defines itself as a global of the page.
    const violations: unknown =
      await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" ")))`);
    found.push(...[violations].flat().map((one) => `${file} ${String(one)}`));
  }
  expect(found).toEqual([]);
});

test("by the keyboard: past the head to the content, and to every page", async () => {
  const { page } = await opened({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  await page.goto(address("operations/alibaba.orders.create.html"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#_content");
  expect(await page.locator("main h1").isVisible()).toBe(true);
  // The menu opens without a script.
  await page.getByText("1688 after-sales", { exact: true }).click();
  await page.getByRole("link", { name: "Apply for a refund or a return", exact: true }).click();
  expect(page.url()).toMatch(/operations\/alibaba\.refunds\.create\.html$/);
  await page.getByRole("link", { name: "简体中文" }).click();
  expect(page.url()).toMatch(/zh-CN\/operations\/alibaba\.refunds\.create\.html$/);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
});

test.each(["index.html", "sections/ids.html"])("%s loads again after a build while it is served", async (file) => {
  const server = await serveSite();
  onTestFinished(() => server.close());
  const shown = (title: string): Map<string, string> =>
    new Map([
      [file, readFileSync(path.join(site, file), "utf8").replace(/<title>.*?<\/title>/, `<title>${title}</title>`)],
    ]);
  server.show(shown("before"));
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const listens = page.waitForRequest(/\/\.build\?\d+$/);
  await page.goto(server.url + file);
  await listens;
  const again = page.waitForEvent("load");
  server.show(shown("after"));
  await again;
  expect(await page.title()).toBe("after");
  expect(errors).toEqual([]);
  await page.close();
});
