// The docs page is one file that loads nothing from other hosts. (test:browser opens it in a real browser.)
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { docs } from "pandapon-codegen/docs";
import { expect, test } from "vitest";
import { operations } from "../support/bundle.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

test("one self-contained page, with the viewer's telemetry off", async () => {
  const out = temporaryFolder();
  const file = await docs({ bundle: path.join(ROOT, "generated/openapi.yaml"), out });
  expect(file).toBe(path.join(out, "index.html"));
  expect(readdirSync(out)).toEqual(["index.html"]);
  const html = readFileSync(file, "utf8");
  const options = /const __redoc_options = (\{.*\});/.exec(html)?.[1];
  expect(JSON.parse(options ?? "null")).toMatchObject({ disableTelemetry: true });
  // The page tells the browser to load nothing, because the viewer's code has the address of a logo.
  expect(html).toContain(`<head>\n  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; `);
  expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]).not.toMatch(/https?:|\*/);
  // No script, style, font or picture is loaded by its address.
  expect(
    html.match(/<(?:script|img|iframe)[^>]+src=|<link[^>]+href=|@import\s+(?:url\(|["'])|url\(["']?https?:/g),
  ).toBeNull();
  for (const { id, operation } of operations) expect(html, id).toContain(String(operation["summary"]));
});
