// `pandapon webhooks verify` and `pandapon doctor --push` find out what was signed of a recorded push. They show nothing of it.
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SANDBOX_CREDENTIALS } from "../../../scripts/dist/sandbox/index.js";
import { ACCESS_KEY, ACCESS_SECRET, ACCOUNT, asAccount, SECRET_FORMS, USER_ID } from "../../support/account.js";
import { gateway } from "../../support/gateway.js";
import { serve } from "../../support/server.js";
import { temporaryFolder } from "../../support/workspace.js";

const BODY = String.raw`{"messageType":"ORDER_PAY_SUCCESS","messageBody":"{\"orderId\":\"3305075341149134260\",\"note\":\"é 名\"}","price":19.90,"id":2542285634920880794}`;
/** Only key and secret: a push has no user. */
const ENV = { PANDAPON_ACCESS_KEY: ACCESS_KEY, PANDAPON_ACCESS_SECRET: ACCESS_SECRET };

const hmac = (base: string | Buffer, secret = ACCESS_SECRET): string =>
  createHmac("sha256", secret).update(base).digest("hex");
const BASES = { "accessKey+body": (body: string) => ACCESS_KEY + body, body: (body: string) => body } as const;
type Base = keyof typeof BASES;

function saved(body: string | Buffer): string {
  const file = path.join(temporaryFolder(), "push.json");
  writeFileSync(file, body);
  return file;
}

interface Verified {
  ok: boolean;
  base?: string;
  change?: string;
  hex?: string;
  next: string[];
}
async function verify(body: string | Buffer, authorization: string, env: Record<string, string> = ENV) {
  const args = ["webhooks", "verify", "--push", saved(body), "--authorization", authorization];
  const [plain, json] = await Promise.all([asAccount(args, { env }), asAccount([...args, "--json"], { env })]);
  for (const { stdout, stderr } of [plain, json]) {
    for (const form of [...SECRET_FORMS, ACCESS_KEY, "3305075341149134260", "2542285634920880794"]) {
      expect(stdout + stderr).not.toContain(form);
    }
  }
  expect(json.code).toBe(plain.code);
  return { code: plain.code, stdout: plain.stdout, result: JSON.parse(json.stdout) as Verified };
}

const LETTERS: [hex: string, change: (hex: string) => string][] = [
  ["lower case", (hex) => hex],
  ["upper case", (hex) => hex.toUpperCase()],
  ["mixed case", (hex) => hex.replace(/[a-f]/, (letter) => letter.toUpperCase())],
];

test.each(LETTERS)("tells which base fits a signature in %s", async (hex, change) => {
  for (const base of Object.keys(BASES) as Base[]) {
    for (const around of ["", " ", "Authorization: "]) {
      const { code, stdout, result } = await verify(BODY, around + change(hmac(BASES[base](BODY))));
      expect({ code, ...result }).toMatchObject({ code: 0, ok: true, base, hex, next: [] });
      expect(stdout).toContain(`Option \`base\`: "${base}"`);
    }
  }
});

test("takes the bytes as they are, also if they are not UTF-8 or not JSON", async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
  expect(await verify(bytes, hmac(bytes))).toMatchObject({ code: 0, result: { base: "body" } });
  const withKey = Buffer.concat([Buffer.from(ACCESS_KEY), bytes]);
  expect(await verify(bytes, hmac(withKey))).toMatchObject({ code: 0, result: { base: "accessKey+body" } });
});

const pretty = JSON.stringify({ a: 1, list: [1, 2] }, undefined, 2);
/** What was signed, what is in the file, and what is said of the file. */
const CHANGED: [what: string, signed: string, file: string | Buffer, change: RegExp][] = [
  ["a line break at the end", BODY, `${BODY}\n`, /line break or spaces around/],
  ["a line break of Windows at the end", BODY, `${BODY}\r\n`, /line break or spaces around/],
  ["spaces around it", BODY, `  ${BODY} \n\n`, /line break or spaces around/],
  ["no line break where one was signed", `${BODY}\n`, BODY, /lacks the line break/],
  ["a byte order mark", BODY, `\uFEFF${BODY}`, /byte order mark/],
  ["a byte order mark and a line break", BODY, `\uFEFF${BODY}\n`, /line break or spaces around/],
  ["UTF-16", BODY, Buffer.from(`\uFEFF${BODY}`, "utf16le"), /UTF-16/],
  ["UTF-16 with a line break", BODY, Buffer.from(`\uFEFF${BODY}\r\n`, "utf16le"), /UTF-16.* line break/],
  ["line breaks of Windows", pretty, pretty.replaceAll("\n", "\r\n"), /line breaks of Windows/],
  [
    "indentation",
    '{"id":2542285634920880794,"price":19.90,"list":[1,2]}',
    '{\n  "id": 2542285634920880794,\n  "price": 19.90,\n  "list": [1, 2]\n}\n',
    /written again/,
  ],
  ["escapes for other letters", BODY, `${BODY.replace("é", "\\u00e9").replace("名", "\\u540d")}\n`, /written again/],
];

test.each(CHANGED)("tells what was done to a file with %s, and the base", async (_, signed, file, change) => {
  for (const base of Object.keys(BASES) as Base[]) {
    const { code, stdout, result } = await verify(file, hmac(BASES[base](signed)));
    expect({ code, ...result }).toMatchObject({ code: 1, ok: false, base, change: expect.stringMatching(change) });
    expect(result.next).toHaveLength(1);
    expect(stdout).toContain("is not what was signed");
  }
});

const RIGHT = hmac(ACCESS_KEY + BODY);
const LOST: [what: string, body: string | Buffer, authorization: string, next: RegExp][] = [
  ["another secret", BODY, hmac(ACCESS_KEY + BODY, "another"), /^Record the bytes as they arrived/],
  ["another key", BODY, hmac(`another${BODY}`), /^Record the bytes as they arrived/],
  ["another message", BODY.replace("19.90", "19.91"), RIGHT, /^Record the bytes as they arrived/],
  ["digits that JSON.parse lost", JSON.stringify(JSON.parse(BODY)), RIGHT, /^A long number ends in zeros/],
  ["headers in the file", `POST /hooks HTTP/1.1\r\nhost: a\r\n\r\n${BODY}`, RIGHT, /^The file holds headers too/],
  ["header lines only", `content-type: application/json\n\n${BODY}`, RIGHT, /^The file holds headers too/],
  ["half of the body", BODY.slice(0, 60), RIGHT, /was cut/],
  ["another encoding", Buffer.from(BODY, "latin1"), RIGHT, /not UTF-8/],
  ["key and secret swapped", BODY, hmac(ACCESS_SECRET + BODY, ACCESS_KEY), /are swapped/],
  ["a cut signature", BODY, RIGHT.slice(1), /63 hexadecimal digits, not 64/],
  ["another signature in base64", BODY, Buffer.from(hmac("x"), "hex").toString("base64"), /by another rule/],
  ["a scheme before another signature", BODY, `Bearer ${hmac("x")}`, /by another rule/],
  ["more digits than a signature", BODY, `${RIGHT}0`, /65 hexadecimal digits, not 64/],
];

test.each(LOST)("with %s no base fits, and it says what to look at", async (_, body, authorization, next) => {
  const { code, stdout, result } = await verify(body, authorization);
  expect({ code, ok: result.ok, base: result.base }).toEqual({ code: 1, ok: false, base: undefined });
  expect(result.next[0]).toMatch(next);
  expect(stdout).toContain("No base fits");
});

const WRAPPED: [what: string, wrap: (digits: string) => string][] = [
  ["base64", (digits) => Buffer.from(digits, "hex").toString("base64")],
  ["a scheme before it", (digits) => `Bearer ${digits}`],
  ["a name before it", (digits) => `sha256=${digits}`],
  ["quotation marks", (digits) => `"${digits.toUpperCase()}"`],
  ["a copy of it", (digits) => `${digits}, ${digits}`],
];

test.each(WRAPPED)("tells the base of a signature that fits with %s, and that handlers refuse it", async (_, wrap) => {
  for (const base of Object.keys(BASES) as Base[]) {
    const { code, stdout, result } = await verify(BODY, wrap(hmac(BASES[base](BODY))));
    expect({ code, ...result }).toMatchObject({ code: 1, ok: false, base });
    expect(result.next).toEqual([expect.stringMatching(/not as 64 hexadecimal digits alone.*please report it/)]);
    expect(stdout).not.toContain("No base fits");
  }
});

test("takes the sandbox's credentials if asked, unless the environment has some", async () => {
  const { accessKey, accessSecret } = SANDBOX_CREDENTIALS;
  const args = (secret: string, key: string): string[] => [
    "webhooks",
    "verify",
    "--sandbox",
    "--push",
    saved(BODY),
    "--authorization",
    hmac(key + BODY, secret),
  ];
  expect(await asAccount(args(accessSecret, accessKey), { env: {} })).toMatchObject({ code: 0 });
  expect(await asAccount(args(ACCESS_SECRET, ACCESS_KEY), { env: ENV })).toMatchObject({ code: 0 });
  expect(await asAccount(args(accessSecret, accessKey), { env: ENV })).toMatchObject({ code: 1 });
});

const WRONG: [what: string, args: (string | (() => string))[], env: Record<string, string>, says: RegExp][] = [
  ["no file", ["--authorization", RIGHT], ENV, /required option '--push <file>'/],
  ["no header", ["--push", () => saved(BODY)], ENV, /required option '--authorization <value>'/],
  ["an empty header", ["--push", () => saved(BODY), "--authorization", " "], ENV, /--authorization is empty/],
  ["an empty file", ["--push", () => saved(""), "--authorization", RIGHT], ENV, /--push is empty/],
  ["a file that is not there", ["--push", "no/such", "--authorization", RIGHT], ENV, /no\/such/],
  [
    "no credentials",
    ["--push", () => saved(BODY), "--authorization", RIGHT],
    {},
    /PANDAPON_ACCESS_KEY is not set.*SECRET.*--sandbox/,
  ],
  [
    "half of the credentials",
    ["--sandbox", "--push", () => saved(BODY), "--authorization", RIGHT],
    { PANDAPON_ACCESS_KEY: ACCESS_KEY },
    /^PANDAPON_ACCESS_SECRET is not set/,
  ],
];

test.each(WRONG)("refuses %s", async (_, args, env, says) => {
  const { code, stdout, stderr } = await asAccount(
    ["webhooks", "verify", ...args.map((one) => (typeof one === "string" ? one : one()))],
    { env },
  );
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(says);
  expect(stderr).not.toContain("PANDAPON_USER_ID");
});

const QUESTION = "| What is signed of a push? | ";
const REPORTS: [what: string, file: string, authorization: string, code: number, row: string][] = [
  ["a push that fits", BODY, RIGHT, 0, "the access key, followed by the body: one push fits, in lower case |"],
  ["the other base", BODY, hmac(BODY).toUpperCase(), 0, "the body alone: one push fits, in upper case |"],
  [
    "a changed file",
    `${BODY}\n`,
    RIGHT,
    0,
    "the access key, followed by the body: one push fits, in lower case (the saved file has a line break or spaces around the body) |",
  ],
  [
    "a signature with a scheme",
    BODY,
    `Bearer ${RIGHT}`,
    0,
    "the access key, followed by the body: one push fits, in another form than 64 hexadecimal digits |",
  ],
  ["no base", BODY, hmac("x"), 1, "not proved: neither the access key followed by the body, nor the body alone fits |"],
];

test.each(REPORTS)("doctor --report says of %s which base fits", async (_, body, authorization, code, row) => {
  const { url } = await serve(gateway());
  const report = path.join(temporaryFolder(), "report.md");
  const push = ["--push", saved(body), "--authorization", authorization, "--report", report];
  const ran = await asAccount(["doctor", "--base-url", url, ...push]);
  expect([ran.code, ran.stderr]).toEqual([code, ""]);
  const text = readFileSync(report, "utf8");
  expect(text).toContain(QUESTION + row);
  for (const one of [...SECRET_FORMS, ACCESS_KEY, USER_ID, authorization, "3305075341149134260", "ORDER_PAY"]) {
    expect((text + ran.stdout).toLowerCase()).not.toContain(one.toLowerCase());
  }
});

test("doctor wants all three flags, and sends nothing otherwise", async () => {
  const { url, requests } = await serve(gateway());
  const file = saved(BODY);
  for (const flags of [
    ["--push", file],
    ["--authorization", RIGHT],
    ["--push", file, "--authorization", RIGHT],
    ["--push", file, "--report", path.join(temporaryFolder(), "report.md")],
  ]) {
    const { code, stderr } = await asAccount(["doctor", "--base-url", url, ...flags], { env: ACCOUNT });
    expect([code, stderr]).toEqual([2, expect.stringContaining("three flags")]);
  }
  expect(requests).toHaveLength(0);
});
