// `pandapon webhooks trigger` sends one signed message to a real receiver, and says what PandaPon would do next.
import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SANDBOX_CREDENTIALS } from "../../../scripts/dist/sandbox/index.js";
import { ACCESS_KEY, ACCESS_SECRET, asAccount, SECRET_FORMS, type Surroundings } from "../../support/account.js";
import { failing, quietPort, reset, serve, silence, text, type Handler } from "../../support/server.js";
import { temporaryFolder } from "../../support/workspace.js";

/** Only key and secret: a push has no user. */
const ENV = { PANDAPON_ACCESS_KEY: ACCESS_KEY, PANDAPON_ACCESS_SECRET: ACCESS_SECRET };
const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const DATA = '{"orderId":2542285634920880794,"price":19.9}';
const TIME = "1779263269913";

const trigger = (url: string, args: readonly string[], surroundings: Surroundings = {}) =>
  asAccount(["webhooks", "trigger", "--forward", `${url}/hooks?token=hunter22`, ...args], {
    env: ENV,
    ...surroundings,
  });
const hmac = (base: string, secret = ACCESS_SECRET): string => createHmac("sha256", secret).update(base).digest("hex");
const acknowledge = text("", undefined);

const FORMS: [what: string, args: string[], body: string, base: (body: string) => string][] = [
  [
    "the default",
    [TYPE],
    `"messageBody":${DATA},"messagePlatform":1,"timestamp":"${TIME}"}`,
    (body) => ACCESS_KEY + body,
  ],
  [
    "another base",
    [TYPE, "--base", "body"],
    `"messageBody":${DATA},"messagePlatform":1,"timestamp":"${TIME}"}`,
    (body) => body,
  ],
  [
    "messageBody as text",
    [TYPE, "--body", "text"],
    `"messageBody":${JSON.stringify(DATA)},"messagePlatform":1,"timestamp":"${TIME}"}`,
    (body) => ACCESS_KEY + body,
  ],
  [
    "another platform",
    [TYPE, "--platform", "taobao"],
    `"messageBody":${DATA},"messagePlatform":0,"timestamp":"${TIME}"}`,
    (body) => ACCESS_KEY + body,
  ],
];

test.each(FORMS)("sends %s, signed over the bytes that arrive, and prints it", async (_, args, rest, base) => {
  const { url, requests } = await serve(acknowledge);
  const { code, stdout, stderr } = await trigger(url, [...args, "--data", DATA, "--timestamp", TIME]);
  expect([code, stderr]).toEqual([0, ""]);
  const [request] = requests;
  expect(request).toMatchObject({ method: "POST", url: "/hooks?token=hunter22" });
  expect(request?.body).toBe(`{"messageType":"${TYPE}",${rest}`);
  const signature = hmac(base(request?.body ?? ""));
  expect(request?.headers).toMatchObject({ authorization: signature, "content-type": "application/json" });
  expect(stdout).toMatch(/^HTTP 200 \(\d+ ms; PandaPon waits 1000 ms\)\nPandaPon would take it as delivered/m);
  expect(
    stdout.startsWith(`POST ${url}\ncontent-type: application/json\nauthorization: ${signature}\n\n${request?.body}\n`),
  ).toBe(true);
  for (const form of [...SECRET_FORMS, "hunter22"]) expect(stdout).not.toContain(form);
});

test("takes the data from a file and from standard input, with every digit", async () => {
  const { url, requests } = await serve(acknowledge);
  const file = path.join(temporaryFolder(), "data.json");
  writeFileSync(file, DATA);
  await trigger(url, [TYPE, "--data", `@${file}`]);
  await trigger(url, [TYPE, "--data", "-"], { stdin: [DATA.slice(0, 9), DATA.slice(9)] });
  await trigger(url, [TYPE]);
  const bodies = requests.map(({ body }) => /"messageBody":(\{.*?\})/.exec(body)?.[1]);
  expect(bodies).toEqual([DATA, DATA, "{}"]);
  const at = Number(/"timestamp":"(\d{13})"/.exec(requests[0]?.body ?? "")?.[1]);
  expect(Math.abs(at - Date.now())).toBeLessThan(10_000);
});

test("a timestamp in seconds is sent as it is", async () => {
  const { url, requests } = await serve(acknowledge);
  await trigger(url, [TYPE, "--timestamp", "1779263269"]);
  expect(requests[0]?.body).toContain('"timestamp":"1779263269"');
});

test("notes a type that PandaPon's pages do not print, and sends it all the same", async () => {
  const { url, requests } = await serve(acknowledge);
  const { code, stderr } = await trigger(url, ["MY_TYPE"]);
  expect([code, requests.length]).toEqual([0, 1]);
  expect(stderr).toMatch(/^Note: .*no message of this type.*1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY and TAOBAO_/);
});

test("signs with the sandbox's credentials if asked and none are set", async () => {
  const { url, requests } = await serve(acknowledge);
  const { accessKey, accessSecret } = SANDBOX_CREDENTIALS;
  expect((await trigger(url, [TYPE, "--sandbox"], { env: {} })).code).toBe(0);
  expect((await trigger(url, [TYPE, "--sandbox"])).code).toBe(0);
  const [madeUp, own] = requests.map(({ headers, body }) => ({ authorization: headers.authorization, body }));
  expect(madeUp?.authorization).toBe(hmac(accessKey + madeUp?.body, accessSecret));
  expect(own?.authorization).toBe(hmac(ACCESS_KEY + own?.body));
});

const FAILING: [what: string, handler: Handler, status: number | undefined, reason: RegExp, next: RegExp][] = [
  ["HTTP 500", failing(500), 500, /HTTP 500, not 200/, /log of the receiver/],
  ["HTTP 503", failing(503), 503, /HTTP 503, not 200/, /log of the receiver/],
  ["HTTP 204", failing(204), 204, /HTTP 204, not 200/, /must answer HTTP 200/],
  ["HTTP 401", failing(401), 401, /HTTP 401/, /refuses the signature/],
  ["HTTP 404", failing(404), 404, /HTTP 404/, /path of --forward/],
  ["a redirect", text("", undefined, 302, { location: "/" }), 302, /redirects are not followed/, /path of --forward/],
  ["a reset", reset, undefined, /^no answer \(\w+\)$/, /the receiver runs/],
  ["no answer in time", silence, undefined, /no answer within 1000 ms/, /`defer: true`/],
];

test.each(FAILING)(
  "%s is not acknowledged: it says what PandaPon and you do next",
  async (_, handler, status, reason, next) => {
    const { url, requests } = await serve(handler);
    const { code, stdout } = await trigger(url, [TYPE, "--json"]);
    const result = JSON.parse(stdout) as { answer: { tookMs: number } };
    expect([code, requests.length]).toEqual([1, 1]);
    expect(result).toMatchObject({
      ok: false,
      origin: url,
      answer: { ...(status && { status }), reason: expect.stringMatching(reason) },
      // What was sent, to the byte.
      request: { body: requests[0]?.body, headers: { authorization: requests[0]?.headers.authorization } },
      then: expect.stringContaining("again after half an hour, at most 5 times"),
      next: expect.stringMatching(next),
    });
    expect(stdout).not.toContain("hunter22");
  },
);

test("a receiver that does not listen", async () => {
  const { code, stdout } = await trigger((await quietPort()).url, [TYPE]);
  expect([code, stdout]).toEqual([
    1,
    expect.stringMatching(/no answer \(ECONNREFUSED\)[^]*next: Check that the receiver runs/),
  ]);
});

const WRONG: [what: string, args: string[], env: Record<string, string>, says: RegExp][] = [
  ["no type", [], ENV, /missing required argument 'type'/],
  ["an empty type", [" "], ENV, /messageType must be a text/],
  ["data that is not JSON", [TYPE, "--data", "{orderId: 1}"], ENV, /The data is not JSON.*--data @file\.json/],
  ["data that is not an object", [TYPE, "--data", "[1]"], ENV, /must be a JSON object to send as messageBody/],
  ["a number that would lose digits", [TYPE, "--data", '{"a":0.12345678901234567890}'], ENV, /would lose digits/],
  ["a file that is not there", [TYPE, "--data", "@no/such"], ENV, /no\/such/],
  ["data that nests too deeply", [TYPE, "--data", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`], ENV, /100 levels/],
  ["another base", [TYPE, "--base", "auto"], ENV, /Allowed choices are accessKey\+body, body/],
  ["another platform", [TYPE, "--platform", "2"], ENV, /Allowed choices are taobao, 1688/],
  ["a timestamp that is not a number", [TYPE, "--timestamp", "now"], ENV, /--timestamp must be the digits/],
  ["a timestamp of 11 digits", [TYPE, "--timestamp", "17792632699"], ENV, /--timestamp must be the digits/],
  ["no credentials", [TYPE], {}, /PANDAPON_ACCESS_KEY is not set.*PANDAPON_ACCESS_SECRET is not set.*--sandbox/],
  ["a secret as a flag", [TYPE, `--access-secret=${ACCESS_SECRET}`], ENV, /unknown option/],
];

test.each(WRONG)("refuses %s, and sends nothing", async (_, args, env, says) => {
  const { url, requests } = await serve(acknowledge);
  const { code, stdout, stderr } = await trigger(url, args, { env });
  expect([code, stdout, requests.length]).toEqual([2, "", 0]);
  expect(stderr).toMatch(says);
  for (const form of SECRET_FORMS) expect(stderr).not.toContain(form);
});

test.each([
  ["hooks", /whole http or https URL/],
  ["ftp://127.0.0.1/", /whole http or https URL/],
  ["http://user:hunter22@127.0.0.1/", /must not hold a user name or a password/],
])("refuses the receiver %s", async (url, says) => {
  const { code, stderr } = await asAccount(["webhooks", "trigger", TYPE, "--forward", url], { env: ENV });
  expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  expect(stderr).not.toContain("hunter22");
});
