// `pandapon pages diff --markdown`: what a page says stays text in a pull request.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

test("a title with a pipe, HTML, a link, a picture and a name to call", async () => {
  const title = "New | <b>bold</b> [free](https://shop.example.org) ![](https://shop.example.org/a.png) @everyone";
  const page = path.join(temporaryFolder(), "api-77.md");
  writeFileSync(
    page,
    CANCEL_PAGE.replaceAll("Cancel an order", `"${title}"`)
      .replace("/shop/order/{orderId}:", "/shop/order/other:")
      .replace("api-2-run", "api-77-run"),
  );
  const { code, stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", page, "--markdown"]);
  expect(code).toBe(1);
  const row = stdout.split("\n").find((line) => line.includes("not covered")) ?? "";
  expect(row).toContain("in no entry of navigation.yaml");
  expect(row).toContain("New \\| &lt;b>bold&lt;/b> [free]&#40;https://shop.example.org) ![]&#40;");
  expect(row).toContain("@\u200Beveryone");
});
