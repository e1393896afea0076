// The docs page in a real browser: it shows the contract, searches it, and sends no request.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { docs } from "pandapon-codegen/docs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openBrowser } from "../support/chromium.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Opens a file and records every request that reaches the network. */
async function open(file: string): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const context = await browser.newContext();
  const requests: string[] = [];
  const errors: string[] = [];
  await context.route(/^(?:https?|wss?):/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(file).href);
  await page.getByRole("heading", { name: "PandaPon OpenAPI" }).waitFor();
  return { page, requests, errors };
}

const built = async (): Promise<string> =>
  docs({ bundle: path.join(ROOT, "generated/openapi.yaml"), out: temporaryFolder() });

test("shows an operation with its units, its effect and its example", async () => {
  const { page, requests, errors } = await open(await built());
  await page.getByText("1688 after-sales").first().click();
  await page.getByText("Apply for a refund or a return").first().click();
  await page.getByText("Freight to refund, in fen.").waitFor();
  const text = await page.locator("body").innerText();
  expect(text).toContain("/alibaba/refund/detail/create");
  expect(text).toContain("It changes real data.");
  expect(text).toContain("Unit: fen");
  expect(errors).toEqual([]);
  expect(requests).toEqual([]);
});

test("shows a 19-digit id digit for digit", async () => {
  const { page } = await open(await built());
  await page.getByText("1688 orders").first().click();
  await page.getByText("/alibaba/order/batch/submit/to/pay").first().click();
  await page.getByText("2059624776425880794").first().waitFor();
});

test("finds a field by its name", async () => {
  const { page, errors } = await open(await built());
  const input = page.locator("input:visible");
  await vi.waitFor(
    async () => {
      // A click does nothing until the page's script runs.
      await page.getByText("Search").first().click();
      await input.waitFor({ timeout: 1_000 });
    },
    { timeout: 30_000 },
  );
  await input.fill("cancelSuccess");
  await page.getByText("response 200 fields").first().waitFor();
  expect(errors).toEqual([]);
});
