// `pandapon call --sandbox` and `pandapon doctor --sandbox` send nothing to what is not a sandbox.
import { expect, onTestFinished, test } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../scripts/dist/sandbox/index.js";
import { findSandbox } from "../../scripts/dist/sandbox/command/find.js";
import { ACCESS_KEY, ACCESS_SECRET, ACCOUNT, asAccount, SECRET_FORMS, USER_ID } from "../support/account.js";
import { failing, ok, quietPort, reset, serve, text, type Handler } from "../support/server.js";

/** A sandbox on loopback until the test is over. */
async function running(options: SandboxOptions = {}): Promise<{ url: string; sandbox: Sandbox }> {
  const sandbox = createSandbox(options);
  const { url, close } = await sandbox.listen();
  onTestFinished(close);
  return { url, sandbox };
}

const OWN = { accessKey: ACCESS_KEY, accessSecret: ACCESS_SECRET, userId: USER_ID };
const ORDER = JSON.stringify({
  flow: "general",
  addressParam: {
    fullName: "Test Buyer",
    mobile: "10000000001",
    phone: "10000000001",
    cityText: "杭州市",
    provinceText: "浙江省",
    townText: "示例镇",
    address: "示例路1号",
  },
  cargoParamList: [{ offerId: 706627393257, specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 }],
});
const CREATE = ["call", "alibaba.orders.create", "--input", ORDER];

test.each([
  ["without credentials", {}, {}],
  ["with those of the environment", OWN, ACCOUNT],
])("a write goes to the sandbox, and needs no --yes: %s", async (_what, options, env) => {
  const { url, sandbox } = await running(options);
  const { code, stdout, stderr } = await asAccount([...CREATE, "--sandbox", url], { env });
  expect([code, stderr]).toEqual([0, ""]);
  const { orderId } = JSON.parse(stdout) as { orderId: string };
  expect(Object.keys(sandbox.state.read().accounts[sandbox.credentials.userId]?.alibaba.orders ?? {})).toEqual([
    orderId,
  ]);
});

const REDIRECT: Handler = (response) => {
  response.writeHead(307, { location: "http://127.0.0.1:1/", "x-sandbox": "pandapon" }).end();
};

const OTHERS: [what: string, handler: Handler, says: RegExp][] = [
  ["an API that answers every path", ok(), /is not a sandbox \(HTTP 200, no header x-sandbox\)\. No call was sent\./],
  ["an API that refuses the path", failing(404), /is not a sandbox \(HTTP 404/],
  ["another value of the header", text("{}", "application/json", 200, { "x-sandbox": "other" }), /not a sandbox/],
  ["a reset connection", reset, /^No sandbox answers at .* Nothing was sent\./],
  ["a redirect", REDIRECT, /is not a sandbox/],
];

test.each(OTHERS)("nothing is sent to %s: no write, no credential", async (_what, handler, says) => {
  for (const args of [CREATE, ["doctor"]]) {
    const { url, requests } = await serve(handler);
    const { code, stdout, stderr } = await asAccount([...args, "--sandbox", url]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(says) });
    expect(requests.map(({ method, url: target }) => `${method} ${target}`)).toEqual(["GET /sandbox"]);
    const headers = JSON.stringify(requests.map((one) => one.headers));
    for (const value of [...SECRET_FORMS, ACCESS_KEY, USER_ID]) expect(headers).not.toContain(value);
  }
});

test("nobody at the address of the flag is a failure, not a sandbox in this process", async () => {
  const { url } = await quietPort();
  const { code, stdout, stderr } = await asAccount([...CREATE, "--sandbox", `${url}/`]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    `No sandbox answers at ${url} (ECONNREFUSED). Nothing was sent. Start one with \`pandapon sandbox --port ${new URL(url).port}\`, or give its URL: --sandbox URL.\n`,
  );
});

const WRONG: [args: string[], says: RegExp][] = [
  [["--sandbox", "localhost"], /needs the URL of a sandbox/],
  [["--sandbox", "alibaba.orders.get"], /alibaba\.orders\.get' is invalid\. .* put --sandbox after the operation/],
  [["--sandbox", "ftp://127.0.0.1"], /needs the URL/],
  [["--sandbox", "http://user:word@127.0.0.1"], /needs the URL/],
  [["--sandbox", "--base-url", "http://127.0.0.1:1"], /cannot be used with option '--base-url/],
];

test.each(WRONG)("refuses %j", async (args, says) => {
  const { code, stdout, stderr } = await asAccount([...CREATE, ...args]);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(says) });
});

test("half of the credentials in the environment is a failure that names the others", async () => {
  const { url } = await running();
  const env = { PANDAPON_ACCESS_KEY: ACCESS_KEY };
  const { code, stderr } = await asAccount([...CREATE, "--sandbox", url], { env });
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/PANDAPON_ACCESS_SECRET is not set.*PANDAPON_USER_ID is not/),
  ]);
});

test("if nothing listens at the default address, a sandbox in this process answers; nothing else is replaced by one", async () => {
  const { credentials } = createSandbox();
  const start = (own: typeof OWN) => createSandbox(own).fetch;
  const find = (defaultUrl: string) => findSandbox(true, ACCOUNT, { credentials, start, defaultUrl });
  const { url } = await quietPort();
  const { fetch: inProcess, ...found } = await find(url);
  expect(found).toEqual({ baseUrl: url, credentials: OWN });
  const pandapon = createPandaPon({ ...OWN, ...(inProcess && { fetch: inProcess }) });
  expect(await pandapon.alibaba.products.search({ keyword: "T恤" })).toHaveProperty("totalRecords");
  expect(await find((await running()).url)).not.toHaveProperty("fetch");
  for (const handler of [ok(), reset]) {
    const { url: other } = await serve(handler);
    await expect(find(other)).rejects.toThrow("was sent.");
  }
});

test("a failure that was asked for has words that fit a sandbox", async () => {
  const { url, sandbox } = await running();
  sandbox.fail({ kind: "reset-after", operation: "alibaba.orders.create" });
  const { code, stderr } = await asAccount([...CREATE, "--sandbox", url], { env: {} });
  expect(code).toBe(1);
  expect(stderr).toMatch(/The write may have acted.*test door.*Check that the sandbox still runs/);
  const refused = await asAccount(
    [
      "call",
      "alibaba.orders.cancel",
      "--input",
      '{"orderId":1,"webSite":"1688","cancelReason":"other"}',
      "--sandbox",
      url,
    ],
    { env: {} },
  );
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/The sandbox says that it did not act\. Read the msg/);
  expect(stderr + refused.stderr).not.toMatch(/PandaPon's console|proxy|doctor/);
});

test.each([
  ["made-up credentials", {}, {}, /^Made up/],
  ["those of the environment", OWN, ACCOUNT, /^PANDAPON_\w+ is set\.$/],
])(
  "the doctor finds no problem with %s, and says nothing about proxies or production",
  async (_what, options, env, says) => {
    const { url, sandbox } = await running(options);
    const proxied = { ...env, HTTPS_PROXY: "http://127.0.0.1:1" };
    const { code, stdout, stderr } = await asAccount(["doctor", "--sandbox", url, "--json"], { env: proxied });
    expect([code, stderr]).toEqual([0, ""]);
    const { ok: isOk, checks } = JSON.parse(stdout) as { ok: boolean; checks: { state: string; says: string }[] };
    expect(isOk).toBe(true);
    expect(checks.map(({ state }) => state)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
    for (const check of checks.slice(0, 3)) expect(check.says).toMatch(says);
    expect(stdout).not.toMatch(/proxy|console|https/i);
    expect(sandbox.log.map(({ operation }) => operation)).toEqual(["alibaba.products.search"]);
  },
);

test("the doctor says what to do if the sandbox takes other credentials, and writes no report about PandaPon", async () => {
  const { url } = await running();
  const { code, stdout } = await asAccount(["doctor", "--sandbox", url]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^bad +signed read .*code 904/m);
  expect(stdout).toMatch(/next:.* Start the sandbox and this command with the same PANDAPON_ACCESS_KEY/);
  for (const form of SECRET_FORMS) expect(stdout).not.toContain(form);
  const report = await asAccount(["doctor", "--sandbox", url, "--report", "never.md"]);
  expect([report.code, report.stderr]).toEqual([2, expect.stringMatching(/cannot be used with/)]);
});
