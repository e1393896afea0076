// `pandapon call` sends one signed call through the real client and prints its result with every digit.
import { createHash } from "node:crypto";
import path from "node:path";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { stringify } from "lossless-json";
import { withAllDigits } from "../../scripts/dist/call/exact.js";
import { ACCESS_KEY, ACCESS_SECRET, ACCOUNT, asAccount, USER_ID } from "../support/account.js";
import { json, ok, serve } from "../support/server.js";
import { temporaryFolder } from "../support/workspace.js";

const ORDER = "2542285634920880794";
const CANCEL = `{"orderId": ${ORDER}, "webSite": "1688", "cancelReason": "buyerCancel"}`;
const CANCEL_BODY = `{"orderId":${ORDER},"webSite":"1688","cancelReason":"buyerCancel"}`;

/** A file with this content, as `--input @file` names it. */
function file(content: string | Uint8Array): string {
  const name = path.join(temporaryFolder(), "input.json");
  writeFileSync(name, content);
  return `@${name}`;
}

const INPUTS: [what: string, input: () => string, stdin?: (string | Uint8Array)[]][] = [
  ["an id as a number", () => CANCEL],
  ["an id as text", () => CANCEL.replace(ORDER, `"${ORDER}"`)],
  ["a file", () => file(CANCEL)],
  ["a file with a byte order mark", () => file(`\uFEFF${CANCEL}`)],
  ["a file of Windows PowerShell", () => file(Buffer.from(`\uFEFF${CANCEL}\r\n`, "utf16le"))],
  ["standard input", () => "-", [CANCEL.slice(0, 20), Buffer.from(CANCEL.slice(20))]],
];

test.each(INPUTS)("sends the digits of %s as they are", async (_what, input, stdin) => {
  const { url, requests } = await serve(ok(true));
  const args = ["call", "alibaba.orders.cancel", "--yes", "--base-url", url, "--input", input()];
  expect(await asAccount(args, { ...(stdin && { stdin }) })).toEqual({ code: 0, stdout: "true\n", stderr: "" });
  expect(requests).toHaveLength(1);
  const [{ method, url: target, headers, body } = {}] = requests;
  expect([method, target, body]).toEqual(["POST", "/alibaba/order/cancel", CANCEL_BODY]);
  expect(headers).toMatchObject({ "access-key": ACCESS_KEY, "user-id": USER_ID });
  const text = `${ACCESS_KEY}${headers?.["timestamp"]}${headers?.["nonce-str"]}${ACCESS_SECRET}`;
  expect(headers?.["signature"]).toBe(createHash("md5").update(text).digest("hex").toUpperCase());
});

test("prints numbers with all their digits, and ids as text", async () => {
  const data = `{"orderId":${ORDER},"price":19.90,"rate":0.12345678901234567890,"huge":1e400,"few":3,"name":"\u202e\\u0007"}`;
  const { url } = await serve(json(`{"code":200,"requestId":"r-1","msg":"ok","data":${data}}`));
  const args = ["call", "alibaba.orders.get", "--input", `{"orderId":"${ORDER}","webSite":"1688"}`, "--base-url", url];
  const { code, stdout, stderr } = await asAccount(args);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(
    [
      "{",
      `  "orderId": "${ORDER}",`,
      '  "price": 19.90,',
      '  "rate": 0.12345678901234567890,',
      '  "huge": 1e400,',
      '  "few": 3,',
      String.raw`  "name": "\u202e\u0007"`,
      "}",
      "",
    ].join("\n"),
  );
  const printed = JSON.parse((await asAccount([...args, "--json"])).stdout) as object;
  expect(printed).toMatchObject({ ok: true, operation: "alibaba.orders.get", requestId: "r-1", attempts: 1 });
  expect(printed).toHaveProperty("data.orderId", ORDER);
});

test("prints a result with a name twice, with __proto__, or too deep to be printed", async () => {
  const deep = `${"[".repeat(20_000)}1${"]".repeat(20_000)}`;
  const { url } = await serve(
    json('{"code":200,"data":{"a":1.0,"a":2.0,"__proto__":{"b":3.0}}}'),
    json('{"code":200,"data":null}'),
    json(`{"code":200,"data":{"a":${deep}}}`),
  );
  const args = ["call", "alibaba.refunds.get", "--base-url", url];
  expect((await asAccount(args)).stdout).toBe('{\n  "a": 2.0,\n  "__proto__": {\n    "b": 3.0\n  }\n}\n');
  expect((await asAccount(args)).code).toBe(1);
  const says = "The call succeeded, but its answer nests too deeply to be printed.\n";
  expect(await asAccount(args)).toEqual({ code: 1, stdout: "", stderr: says });
});

test("keeps the digits of JSON that is inside a text, which the client reads", () => {
  const answer = JSON.stringify({ data: { line: '{"price":19.90}', note: "{", at: "1.0" } });
  const data = { line: { price: 19.9 }, note: "{", at: "1.0" };
  expect(stringify(withAllDigits(data, answer, "/data"))).toBe('{"line":{"price":19.90},"note":"{","at":"1.0"}');
});

test("a write is not sent without --yes: it says what it would do", async () => {
  const { url, requests } = await serve(ok());
  const args = ["call", "alibaba.orders.cancel", "--base-url", url, "--input", CANCEL];
  const says = `alibaba.orders.cancel is a write. It would send POST ${url}/alibaba/order/cancel with the body ${CANCEL_BODY}. Nothing was sent. Add --yes to send it, or --dry-run to see the signed request.`;
  expect(await asAccount(args)).toEqual({ code: 2, stdout: "", stderr: `${says}\n` });
  const { code, stdout } = await asAccount([...args, "--json"]);
  expect([code, JSON.parse(stdout)]).toEqual([2, { ok: false, message: says, problems: [] }]);
  // A write that is a GET is a write.
  const { code: get, stderr } = await asAccount(["call", "alibaba.orders.getPayUrl", "--base-url", url]);
  expect([get, stderr]).toEqual([2, expect.stringContaining("It would send GET")]);
  expect(requests).toHaveLength(0);
});

describe("--dry-run", () => {
  const ARGS = ["call", "alibaba.orders.cancel", "--dry-run", "--input", CANCEL];

  test("prints the request as the client would send it, with the key masked, and sends nothing", async () => {
    const { url, requests } = await serve(ok());
    const { code, stdout, stderr } = await asAccount([...ARGS, "--base-url", url, "--timestamp-unit", "s"]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Nothing was sent\. .*expires 600 seconds/)]);
    const [, timestamp, nonce, signature] =
      /timestamp: (\d{10})\nnonce-str: (\w{32})\nuser-id: \d+\nsignature: (\w{32})/.exec(stdout) ?? [];
    expect(stdout).toBe(
      [
        `POST ${url}/alibaba/order/cancel`,
        "accept: application/json",
        "content-type: application/json",
        "access-key: 0123…",
        `timestamp: ${timestamp}`,
        `nonce-str: ${nonce}`,
        `user-id: ${USER_ID}`,
        `signature: ${signature}`,
        "",
        CANCEL_BODY,
        "",
      ].join("\n"),
    );
    const text = ACCESS_KEY + timestamp + nonce + ACCESS_SECRET;
    expect(signature).toBe(createHash("md5").update(text).digest("hex").toUpperCase());
    expect(requests).toHaveLength(0);
  });

  test("as JSON, also for a read, and with a key that is too short to hide in other text", async () => {
    const env = { ...ACCOUNT, PANDAPON_ACCESS_KEY: "key1" };
    const args = ["call", "taobao.products.get", "--input", '{"itemId":672991141190}', "--dry-run", "--json"];
    const { code, stdout } = await asAccount(args, { env });
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        ok: true,
        sent: false,
        method: "GET",
        url: "https://api.pandapon.com/open/product/get?itemId=672991141190",
        headers: { "access-key": "k…", "user-id": USER_ID },
      },
    ]);
  });

  test("hides a secret that is one of the inputs", async () => {
    const input = JSON.stringify({ keyword: `a ${ACCESS_SECRET.toUpperCase()} b ${ACCESS_KEY}` });
    const { stdout } = await asAccount(["call", "alibaba.products.search", "--dry-run", "--input", input]);
    expect(stdout).toContain('{"keyword":"a [PANDAPON_ACCESS_SECRET] b 0123…"}');
  });
});

test("hides a secret with signs, however an answer writes it", async () => {
  const secret = `0"1\\2<3>4&5/6`;
  const inJson = JSON.stringify(JSON.stringify(secret)).slice(3, -3);
  const inHtml = "0&quot;1\\2&lt;3&gt;4&amp;5/6";
  const env = { ...ACCOUNT, PANDAPON_ACCESS_SECRET: secret };
  const answers = [
    ok({ subject: secret, inJson: `{"a":${JSON.stringify(secret)}}` }),
    json(`<p>${inJson} ${inHtml}`, 500),
  ];
  for (const answer of answers) {
    const { url } = await serve(answer);
    for (const json of [[], ["--json"]]) {
      const args = ["call", "alibaba.products.get", "--input", '{"offerId":1}', "--base-url", url, ...json];
      const { stdout, stderr } = await asAccount(args, { env });
      expect(stdout + stderr).toContain("[PANDAPON_ACCESS_SECRET]");
      expect(stdout + stderr).not.toMatch(/2<3|2&lt;3/);
    }
  }
});

const REFUSED: [what: string, args: string[], says: RegExp][] = [
  ["no operation", [], /missing required argument 'operation'/],
  [
    "a wrong name",
    ["alibaba.order.cancl"],
    /no operation alibaba\.order\.cancl\. Did you mean alibaba\.orders\.cancel\?/,
  ],
  ["other letters", ["ALIBABA.ORDERS.GET"], /Did you mean alibaba\.orders\.get\?/],
  ["a name of every object", ["constructor"], /There is no operation constructor/],
  ["a name with an escape sequence", ["\u001b[31mx"], /There is no operation \\u001b\[31mx/],
  ["a warehouse read", ["freight.preview"], /freight\.preview is signed by a rule that no page/],
  ["a warehouse write", ["freight.book", "--yes"], /freight\.book is signed by a rule that no page/],
  [
    "input that is not JSON",
    ["alibaba.refunds.get", "--input", "{refundId:1}"],
    /The input is not JSON: .*@file\.json/,
  ],
  ["input that is a list", ["alibaba.refunds.get", "--input", "[]"], /must be a JSON object/],
  ["input that is null", ["alibaba.refunds.get", "--input", "null"], /must be a JSON object/],
  ["no input in standard input", ["alibaba.refunds.get", "--input", "-"], /The input is not JSON/],
  ["input that is too deep", ["alibaba.refunds.get", "--input", `{"a":${"[".repeat(9_999)}`], /deeper than 500/],
  ["a name twice", ["alibaba.refunds.get", "--input", '{"refundId":"1","refundId":"2"}'], /Duplicate key 'refundId'/],
  ["a missing file", ["alibaba.refunds.get", "--input", "@no-such.json"], /Cannot read no-such\.json \(ENOENT\)/],
  ["a folder as a file", ["alibaba.refunds.get", "--input", "@test"], /test is not a regular file/],
  [
    "a decimal that would lose digits",
    ["alibaba.refunds.get", "--input", '{"a":0.12345678901234567891}'],
    /0\.12345678901234567891 of the input would lose digits/,
  ],
  [
    "an id that would lose digits",
    ["alibaba.orders.cancel", "--input", '{"orderId":9007199254740993.0}'],
    /would lose digits/,
  ],
  [
    "an input that is missing",
    ["alibaba.orders.cancel", "--input", "{}"],
    /`\w+` is missing: it is required[^]*Nothing was sent. Correct the input/,
  ],
  [
    "an id that is none",
    ["alibaba.orders.cancel", "--yes", "--input", CANCEL.replace(ORDER, '"x"')],
    /`orderId` must be an id/,
  ],
  ["a base URL that is none", ["alibaba.refunds.get", "--base-url", "ftp://x"], /`baseUrl` must be an http/],
  ["a timeout of 0", ["alibaba.refunds.get", "--timeout", "0"], /must be a number of seconds above 0/],
  ["a timeout that is none", ["alibaba.refunds.get", "--timeout", "1e3"], /must be a number of seconds above 0/],
  [
    "a timeout beyond all timers",
    ["alibaba.refunds.get", "--timeout", "9999999"],
    /must be a number of seconds above 0/,
  ],
  ["--yes with --dry-run", ["alibaba.orders.cancel", "--yes", "--dry-run"], /cannot be used with/],
];

test.each(REFUSED)("refuses %s, and sends nothing", async (_what, args, says) => {
  const { url, requests } = await serve(ok());
  const own = args.includes("--base-url") ? args : [...args, "--base-url", url];
  const { code, stdout, stderr } = await asAccount(["call", ...own]);
  expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(says)]);
  expect(requests).toHaveLength(0);
});

test("without an environment it says which variables to set, before it reads standard input", async () => {
  const { code, stderr } = await asAccount(["call", "alibaba.refunds.get", "--input", "-"], { env: {} });
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^PANDAPON_ACCESS_KEY is not set\. PANDAPON_ACCESS_SECRET/),
  ]);
});
