// The Redoc page in a real browser, from a file and from a server, with all other hosts blocked.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteFiles } from "../../scripts/dist/docs/index.js";
import { operations } from "../support/bundle.js";
import { openBrowser } from "../support/chromium.js";
import { SAMPLE_ID, sampleOf, writeDocsSite } from "../support/docs-site.js";
import { ROOT } from "../support/workspace.js";

const REFUND = "#/alibaba-after-sales/alibaba.refunds.create";
let browser: Browser;
let server: Server;
let site: string;
let fromFile: string;
let fromServer: string;

beforeAll(async () => {
  site = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  [browser] = await Promise.all([openBrowser(), writeDocsSite(site)]);
  server = createServer((request, response) => {
    const file = path.join(site, new URL(request.url ?? "/", "http://site").pathname);
    response.setHeader("content-type", "text/html; charset=utf-8").end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  fromServer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  fromFile = pathToFileURL(site).href;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(site, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  /** Requests to other hosts, and what the console reported as an error. */
  bad: string[];
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const bad: string[] = [];
  await context.route(
    (url) => url.protocol !== "file:" && url.origin !== fromServer,
    (route) => {
      if (!route.request().url().startsWith("data:")) bad.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && bad.push(message.text()));
  page.on("pageerror", (error) => bad.push(error.message));
  await page.goto(address);
  if (options.javaScriptEnabled !== false)
    await page.getByTestId("search-trigger").first().waitFor({ state: "attached" });
  return { page, bad };
}

const file = (name = "index.html", hash = ""): string => `${fromFile}/${name}${hash}`;
const top = (page: Page, id: string): Promise<number> =>
  page.locator(`[id="${id}"]`).evaluate((element) => Math.round(element.getBoundingClientRect().top));
const operation = (page: Page, id: string) => page.locator(`[id="${id.toLowerCase()}"]`);

test.each([
  ["from a file", "en", () => file()],
  ["from a file, in Chinese", "zh-CN", () => file("zh-CN/index.html")],
  ["from a server", "en", () => `${fromServer}/index.html`],
])("opens %s without an error or a request", async (_how, language, address) => {
  const { page, bad } = await open(address());
  await page.getByRole("heading", { name: "PandaPon OpenAPI" }).first().waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  await page.getByText("1688 after-sales").first().click();
  await page.locator(`a[href="${REFUND}"]`).first().waitFor();
  expect(bad).toEqual([]);
});

test.each([
  ["index.html", ["refund", "alibaba.refunds.create", "/alibaba/refund/detail/create"]],
  ["zh-CN/index.html", ["退款", "售后", "运费", "alibaba.refunds.create"]],
])("search in %s finds an operation by each of its words", async (name, words) => {
  const { page, bad } = await open(file(name));
  await page.getByTestId("search-trigger").first().focus();
  await page.keyboard.press("Enter");
  const found = page.locator(`[data-component-name="Search/SearchItem"][href^="${REFUND}"]`).first();
  for (const word of words) {
    await page.locator("input:visible").fill("");
    await found.waitFor({ state: "detached" });
    await page.locator("input:visible").fill(word);
    await found.waitFor();
  }
  await found.click();
  await expect.poll(() => page.url()).toContain(REFUND);
  expect(bad).toEqual([]);
});

test("search shows first what was meant", async () => {
  const { page } = await open(file("zh-CN/index.html"));
  await page.getByTestId("search-trigger").first().focus();
  await page.keyboard.press("Enter");
  const first = page.locator(`[data-component-name="Search/SearchItem"]`).first();
  for (const [word, href] of [
    ["alibaba.refunds.create", REFUND],
    ["alibaba.orders.create", "#/alibaba-orders/alibaba.orders.create"],
    ["freight.book", "#/warehouse-logistics/freight.book"],
  ] as const) {
    await page.locator("input:visible").fill("");
    await first.waitFor({ state: "detached" });
    await page.locator("input:visible").fill(word);
    await expect.poll(() => first.getAttribute("href"), { message: word, timeout: 10_000 }).toContain(href);
  }
});

test.each([
  [REFUND, "alibaba-after-sales/alibaba.refunds.create"],
  ["#/alibaba-after-sales/alibaba.refunds.submitReturn", "alibaba-after-sales/alibaba.refunds.submitreturn"],
  ["#/webhooks", "webhooks"],
  ["#/guide-ids", "guide-ids"],
  ["#/guide-ids/part-2", "guide-ids/part-2"],
])("the deep link %s shows its place in both languages, and the switch keeps it", async (hash, id) => {
  const { page, bad } = await open(file("index.html", hash));
  const bar = 44;
  await expect.poll(() => top(page, id)).toBeLessThanOrEqual(bar + 1);
  expect(await top(page, id)).toBeGreaterThan(-bar);
  await page.getByRole("link", { name: "简体中文" }).click();
  await expect.poll(() => page.url().toLowerCase()).toBe(file("zh-CN/index.html", hash).toLowerCase());
  await expect.poll(() => top(page, id)).toBeLessThanOrEqual(bar + 1);
  expect(bad).toEqual([]);
});

const choose = (page: Page, tab: string): Promise<void> =>
  page.locator("[role=menuitem]:visible").getByText(tab, { exact: true }).click();

test("samples switch, and are copied character by character", async () => {
  const context = { permissions: ["clipboard-read", "clipboard-write"] };
  const { page, bad } = await open(`${fromServer}/index.html${REFUND}`, context);
  const panel = operation(page, "alibaba-after-sales/alibaba.refunds.create").locator(".panel-request-samples");
  for (const [from, to] of [
    ["TypeScript", "TypeScript (openapi-fetch)"],
    ["TypeScript (openapi-fetch)", "curl"],
    ["curl", "Python"],
    ["Python", "Java"],
  ] as const) {
    await panel.getByRole("button", { name: from, exact: true }).click();
    await choose(page, to);
    await panel.getByText(`// ${to}: `).first().waitFor();
    await panel.locator(".code-block-header").getByTestId("copy-button").click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(sampleOf("alibaba.refunds.create", to));
  }
  expect(bad).toEqual([]);
});

test("every long integer of a payload is shown and copied digit for digit, without quotes", async () => {
  const { page, bad } = await open(`${fromServer}/index.html${REFUND}`, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const panel = operation(page, "alibaba-after-sales/alibaba.refunds.create").locator(".panel-request-samples");
  await panel.getByRole("button", { name: "TypeScript", exact: true }).click();
  await choose(page, "Example request");
  await panel.getByText('"orderId"').waitFor();
  const shown = (await panel.innerText()).replaceAll(/\s+/g, " ");
  expect(shown).toContain('"orderId": 2542285634920880794,');
  expect(shown).toContain('"id": 2542285634921880794,');
  await panel.locator(".code-block-header").getByTestId("copy-button").click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"orderId": 2542285634920880794,');
  // The whole operation, as YAML.
  await operation(page, "alibaba-after-sales/alibaba.refunds.create")
    .getByRole("button", { name: "Copy", exact: true })
    .first()
    .click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/orderId: 2542285634920880794\n/);
  expect(bad).toEqual([]);
});

test("no id of the page has other digits than the contract", async () => {
  const { page } = await open(file());
  const digits = /\d{12,}/g;
  const contract = new Set(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8").match(digits));
  const others = new Set<string>();
  for (const { id, tag } of operations.map(({ id, operation: one }) => ({
    id,
    tag: String(one["tags"]).split(",")[0],
  }))) {
    await page.evaluate((hash) => void (location.hash = hash), `#/${tag}/${id}`);
    await operation(page, `${tag}/${id}`).locator("[data-testid=right-panel] pre").first().waitFor();
    for (const found of (await page.locator("#redoc main").innerText()).match(digits) ?? []) {
      if (!contract.has(found)) others.add(found);
    }
  }
  expect([...others].filter((one) => one !== SAMPLE_ID)).toEqual([]);
});

test("dark mode follows the system, can be switched, and is kept", async () => {
  const { page } = await open(file(), { colorScheme: "dark" });
  await expect.poll(() => page.locator("html").getAttribute("class")).toBe("dark");
  await page.getByTestId("color-mode-switcher").click();
  await expect.poll(() => page.locator("html").getAttribute("class")).toContain("light");
  await page.reload();
  await expect.poll(() => page.locator("html").getAttribute("class")).toBe("light");
});

test("texts of the contract never run, and are shown as they are", async () => {
  const { page, bad } = await open(file("index.html", "#/taobao-products/taobao.products.get"));
  await page.getByText("onerror=").first().waitFor();
  const text = await operation(page, "taobao-products/taobao.products.get").innerText();
  expect(text).toContain("</script><script>window.ran = 1</script><img src=x onerror=");
  expect(text).toContain("{{ title }} {% if $x %} $& $' $1");
  await page.goto(file("index.html", "#/guide-ids/part-2"));
  await page.getByText("The end of ids.").waitFor();
  expect(await page.locator(".drawing svg a").first().getAttribute("href")).toBe("#/alibaba-orders/alibaba.orders.get");
  expect(await page.evaluate("window.ran")).toBeUndefined();
  expect(bad).toEqual([]);
});

test("nothing is wider than a telephone, and the skip link leads to the content", async () => {
  const { page } = await open(file("index.html", REFUND), { viewport: { width: 360, height: 740 } });
  for (const hash of [REFUND, "#/guide-getting-started", "#/taobao-products/taobao.products.get", "#/"]) {
    await page.goto(file("index.html", hash));
    await page.locator("#redoc main h1, #redoc main h2").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBe(360);
  }
  await page.locator("a.skip").press("Enter");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
});

test("without scripts, the page links to the plain pages", async () => {
  const { page } = await open(file(), { javaScriptEnabled: false });
  const links = await page.locator("noscript a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(links).toContain("operations/alibaba.refunds.create.html");
  expect(links).toContain("sections/ids.html");
});

test.each([
  ["index.html", REFUND, "light", 1280],
  ["zh-CN/index.html", "#/taobao-products/taobao.products.get", "dark", 1280],
  ["index.html", "#/guide-getting-started", "dark", 360],
] as const)("axe finds nothing serious in %s%s, %s, %i pixels wide", async (name, hash, colorScheme, width) => {
  const { page } = await open(file(name, hash), { colorScheme, viewport: { width, height: 900 } });
  await page.locator("#redoc main h2").first().waitFor();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  // axe defines itself as a global of the page.
  const found = await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" ")))`);
  expect(found).toEqual([]);
});

test.each(["refuses", "throws when it is written"])("a browser whose storage %s shows the page", async (how) => {
  const context = await browser.newContext();
  await context.addInitScript((refuses) => {
    const deny = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) {
      const store = { getItem: () => null, setItem: deny, removeItem: deny };
      Object.defineProperty(window, name, { get: refuses ? deny : () => store, configurable: true });
    }
  }, how === "refuses");
  const page = await context.newPage();
  const bad: string[] = [];
  page.on("console", (message) => message.type() === "error" && bad.push(message.text()));
  page.on("pageerror", (error) => bad.push(error.message));
  await page.goto(file("index.html", REFUND));
  await operation(page, "alibaba-after-sales/alibaba.refunds.create").waitFor();
  expect(bad).toEqual([]);
  await context.close();
});

test("each button that copies has something to copy", async () => {
  const { page, bad } = await open(`${fromServer}/index.html`);
  await page.getByText("1688 after-sales").first().click();
  const buttons = page.getByRole("button", { name: "Copy", exact: true });
  await buttons.first().waitFor();
  for (const button of await buttons.all()) await button.dispatchEvent("click");
  await page.waitForFunction(() => document.body.innerText.includes("Copied"));
  expect(bad).toEqual([]);
});

test("pictures of other hosts are their text", async () => {
  const info = { title: "Pets", version: "1", description: "![a picture](https://example.org/a.png) Pets." };
  const files = await siteFiles({ document: { openapi: "3.1.0", info, paths: {} }, spec: undefined }, {});
  writeFileSync(path.join(site, "pets.html"), files.get("index.html") ?? "");
  const { page, bad } = await open(file("pets.html"));
  await page.getByText("a picture Pets.").waitFor();
  expect(bad).toEqual([]);
});
