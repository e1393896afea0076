// Our own MD5, compared with the vectors of RFC 1321 and with node:crypto.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { md5 } from "../../dist/src/signing/md5.js";
import { credentials, signatureOf } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { randomCases } from "../support/random-cases.js";
import { ok, serve } from "../support/server.js";

const expected = (text: string): string => createHash("md5").update(Buffer.from(text, "utf8")).digest("hex");

test.each([
  ["", "d41d8cd98f00b204e9800998ecf8427e"],
  ["a", "0cc175b9c0f1b6a831c399e269772661"],
  ["abc", "900150983cd24fb0d6963f7d28e17f72"],
  ["message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
  ["abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"],
  ["1234567890".repeat(8), "57edf4a22be3c955ac49da2e2107b67a"],
])("the vector of RFC 1321 for %j", (text, digest) => {
  expect(md5(text)).toBe(digest);
});

test.each(["a", "\0", "\x80", "恤", "🧦", "\ud800", "%", "\xff"])("%j, repeated 0 to 300 times", (unit) => {
  for (let count = 0; count <= 300; count += 1) expect(md5(unit.repeat(count))).toBe(expected(unit.repeat(count)));
});

test("random texts of any characters, half surrogate pairs included", () => {
  const text = fc.oneof(
    ...(["grapheme", "binary", "grapheme-ascii"] as const).map((unit) => fc.string({ unit, maxLength: 300 })),
    // The borders of the padding: a block has 64 bytes, 56 of them before the length.
    fc
      .constantFrom(54, 55, 56, 57, 62, 63, 64, 65, 118, 119, 120, 121, 127, 128)
      .chain((length) => fc.string({ unit: "binary-ascii", minLength: length, maxLength: length })),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );
  fc.assert(
    fc.property(text, (text) => md5(text) === expected(text)),
    randomCases(20_000),
  );
});

test("a long text", () => {
  const text = "零食瓜子仁 ".repeat(200_000);
  expect(md5(text)).toBe(expected(text));
});

test.each([
  // As Node does with --force-fips, which needs an OpenSSL with that module.
  [
    "node:crypto refuses MD5",
    "crypto.createHash('md5')",
    "crypto.createHash = () => { throw new Error('unsupported'); }",
  ],
  ["there is no TextEncoder, as in Jest with jsdom", "new TextEncoder()", "delete globalThis.TextEncoder"],
])("a call is signed although %s", async (_, used, break_) => {
  const { url, requests } = await serve(ok());
  const code = `
    import crypto from "node:crypto";
    import { syncBuiltinESMExports } from "node:module";
    // Node's own fetch uses both when it is loaded.
    await fetch("data:,");
    ${break_};
    syncBuiltinESMExports();
    const client = pandapon.createPandaPon(JSON.parse(process.env.OPTIONS));
    print(await client.alibaba.orders.get({ webSite: "1688" }));
    try { ${used}; } catch { print("broken"); }`;
  const printed = await inChild(code, { OPTIONS: JSON.stringify({ ...credentials, baseUrl: url }) });
  expect(printed).toEqual([{}, "broken"]);
  expect(requests.map(({ headers }) => headers["signature"])).toEqual(requests.map(signatureOf));
  expect(requests).toHaveLength(1);
});
