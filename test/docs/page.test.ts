// The docs page is one file that loads nothing from other hosts. (test:browser opens it in a real browser.)
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { docs } from "pandapon-codegen/docs";
import { expect, test } from "vitest";
import { operations } from "../support/bundle.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

test("one self-contained page, with the viewer's telemetry off", async () => {
  const out = temporaryFolder();
  await docs({ bundle: path.join(ROOT, "generated/openapi.yaml"), out });
  const html = readFileSync(path.join(out, "index.html"), "utf8");
  const data = (id: string): unknown =>
    JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*)</script>`).exec(html)?.[1] ?? "null");
  expect(data("docs-page")).toMatchObject({ options: { disableTelemetry: true } });
  // The browser loads nothing, and runs this one script only.
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
  const script = /<script type="module">([^]*?)<\/script>/.exec(html)?.[1] ?? "";
  expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  // No script, style, font or picture is loaded by its address.
  expect(
    html.match(/<(?:script|img|iframe)[^>]+src=|<link[^>]+href="(?!data:)|@import\s+(?:url\(|["'])|url\(["']?https?:/g),
  ).toBeNull();
  const definition = JSON.stringify(data("docs-definition"));
  for (const { id, operation } of operations) expect(definition, id).toContain(JSON.stringify(operation["summary"]));
  expect(Buffer.byteLength(html)).toBeLessThan(3_500_000);
});
