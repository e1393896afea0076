// `pandapon doctor` finds what is wrong, says what to do, and sends nothing but harmless reads.
import { expect, test } from "vitest";
import { ACCESS_KEY, ACCOUNT, asAccount, SECRET_FORMS, USER_ID, ACCESS_SECRET } from "../support/account.js";
import { gateway } from "../support/gateway.js";
import { failing, json, quietPort, reset, serve, silence, text, type Handler } from "../support/server.js";

interface Printed {
  ok: boolean;
  checks: { name: string; state: string; says: string; next?: string }[];
}

const HOSTILE = `\u001b]0;x\u0007\r\n\u202e${ACCESS_SECRET} ${ACCESS_KEY.toUpperCase()} ${USER_ID}`;

const CASES: {
  what: string;
  server: Handler;
  env?: Record<string, string | undefined>;
  args?: string[];
  code: 0 | 1;
  /** The steps that are not plainly ok. */
  found: Record<string, RegExp>;
  /** How many signed reads were sent. */
  reads: number;
}[] = [
  { what: "milliseconds are accepted", server: gateway(), code: 0, found: {}, reads: 1 },
  {
    what: "seconds are accepted",
    server: gateway({ units: ["s"] }),
    code: 0,
    found: { "signed read": /^ok .*in seconds, not in milliseconds\. .*timestampUnit: "s"/ },
    reads: 2,
  },
  {
    what: "a wrong secret",
    server: gateway({ units: ["ms", "s"] }),
    env: { ...ACCOUNT, PANDAPON_ACCESS_SECRET: "another-secret-of-32-characters!" },
    code: 1,
    found: { "signed read": /^bad .*in ms: HTTP 200, code 40003, signature error; in s: .*console.*user id/ },
    reads: 2,
  },
  {
    what: "a wrong user id",
    server: gateway(),
    env: { ...ACCOUNT, PANDAPON_USER_ID: "2100009999999" },
    code: 1,
    found: { "signed read": /^bad .*no such user; in s: .*expired.* different reasons, so one of them may be right/ },
    reads: 2,
  },
  {
    what: "a clock that is 11 minutes ahead",
    server: gateway({ ahead: -660 }),
    code: 1,
    found: { clock: /^bad .*is 6(59|60|61)\.\d s ahead of .*limit 600 s.*NTP/ },
    reads: 1,
  },
  {
    what: "a clock that is an hour behind, and a server that takes seconds",
    server: gateway({ ahead: 3600, units: ["s"] }),
    code: 1,
    found: { clock: /^bad .*behind/, "signed read": /^ok .*in seconds/ },
    reads: 2,
  },
  {
    what: "a clock that is 5 minutes behind",
    server: gateway({ ahead: 300 }),
    code: 0,
    found: { clock: /^note .* behind .*NTP/ },
    reads: 1,
  },
  {
    what: "no Date header",
    server: (response, request) => {
      response.sendDate = false;
      json({ code: 200, data: {} })(response, request);
    },
    code: 0,
    found: { clock: /^note .*no Date header.*Compare/ },
    reads: 1,
  },
  {
    what: "an HTML page",
    server: text("<html>Sign in to the guest network", "text/html"),
    code: 1,
    found: { "signed read": /^bad .*the answer is not PandaPon's JSON.*proxy or a login page/ },
    reads: 1,
  },
  {
    what: "an empty answer",
    server: text("", undefined),
    code: 1,
    found: { "signed read": /^bad .*the answer is not PandaPon's JSON/ },
    reads: 1,
  },
  {
    what: "a redirect",
    server: failing(302, { location: `https://example.com/?${ACCESS_KEY}` }),
    code: 1,
    found: {
      connection: /^note .*redirects to https:\/\/example\.com \(HTTP 302\)/,
      "signed read": /^bad .*redirects/,
    },
    reads: 1,
  },
  {
    what: "too many requests",
    server: failing(429, { "retry-after": "1" }),
    code: 1,
    found: { "signed read": /^bad .*HTTP 429.*wait/ },
    reads: 1,
  },
  {
    what: "a server that fails",
    server: failing(503),
    code: 1,
    found: { connection: /^note .*HTTP 503/, "signed read": /^bad .*in ms: HTTP 503; in s: HTTP 503/ },
    reads: 2,
  },
  {
    what: "a gateway that asks for something else",
    server: failing(401),
    code: 1,
    found: { "signed read": /^bad .*in ms: HTTP 401; in s: HTTP 401/ },
    reads: 2,
  },
  {
    what: "no answer in time",
    server: silence,
    args: ["--timeout", "0.05"],
    code: 1,
    found: { connection: /^bad .*does not answer within 0\.05 s\. .*firewall/, "signed read": /^skipped/ },
    reads: 0,
  },
  {
    what: "no answer to the read in time",
    server: gateway({ answer: silence }),
    args: ["--timeout", "0.2"],
    code: 1,
    found: { "signed read": /^bad .*no answer \(timeout\)\. Give it more time/ },
    reads: 1,
  },
  {
    what: "a connection that is reset",
    server: reset,
    code: 1,
    found: { connection: /^bad .*no connection to 127\.0\.0\.1:\d+ \(\w+\)/, "signed read": /^skipped/ },
    reads: 0,
  },
  {
    what: "a msg with escape sequences and credentials",
    server: gateway({ units: [], msg: (why) => `${why}${HOSTILE}` }),
    code: 1,
    found: { "signed read": /^bad [^]*expired[^]*\[secret\] \[access-key\] \[user-id\]/ },
    reads: 2,
  },
  {
    what: "a very long msg",
    server: gateway({ units: [], msg: () => "x".repeat(190) + ACCESS_SECRET.repeat(9) }),
    code: 1,
    found: { "signed read": /^bad .*x\[secret\]/ },
    reads: 2,
  },
  {
    what: "no environment",
    server: gateway(),
    env: {},
    code: 1,
    found: {
      "access key": /^bad PANDAPON_ACCESS_KEY is not set\. Set PANDAPON_ACCESS_KEY in the environment/,
      "access secret": /^bad PANDAPON_ACCESS_SECRET is not set/,
      "user id": /^bad PANDAPON_USER_ID is not set/,
      "signed read": /^skipped Not sent/,
    },
    reads: 0,
  },
  {
    what: "values that cannot be right, or need a look",
    server: gateway(),
    env: { PANDAPON_ACCESS_KEY: "ABC-1234", PANDAPON_ACCESS_SECRET: "ABC-1234", PANDAPON_USER_ID: "12" },
    code: 1,
    found: {
      "access key": /^note .*samples have 32 lower-case/,
      "access secret": /^bad PANDAPON_ACCESS_SECRET is the access key/,
      "user id": /^note .*samples have 13 digits/,
      "signed read": /^skipped/,
    },
    reads: 0,
  },
];

test.each(CASES)("$what", async ({ server, env = ACCOUNT, args = [], code, found, reads }) => {
  const { url, requests } = await serve(server);
  const flags = ["doctor", "--base-url", `${url}/`, "--pause", "0.001", ...args];
  const machine = await asAccount([...flags, "--json"], { env });
  const printed = JSON.parse(machine.stdout) as Printed;
  expect([machine.code, printed.ok, machine.stderr]).toEqual([code, code === 0, ""]);
  for (const { name, state, says, next = "" } of printed.checks) {
    const words = `${state} ${says} ${next}`.trim();
    expect([name, words]).toEqual([name, expect.stringMatching(found[name] ?? /^ok [^]*\.$/)]);
  }
  expect(printed.checks.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(found)));
  // Nothing but the base URL and the one harmless read.
  const signed = requests.filter((one) => one.url !== "/");
  expect(signed).toHaveLength(reads);
  for (const one of signed) expect([one.method, one.url]).toEqual(["POST", "/alibaba/product/keywords/query"]);
  for (const one of requests.filter((other) => other.url === "/")) expect(one.headers["signature"]).toBeUndefined();

  const person = await asAccount(flags, { env });
  expect([person.code, person.stderr]).toEqual([code, ""]);
  for (const { name } of printed.checks) expect(person.stdout).toContain(name);
  const all = (machine.stdout + person.stdout).toLowerCase();
  for (const secret of [...SECRET_FORMS, ACCESS_KEY, "nobody"]) expect(all).not.toContain(secret.toLowerCase());
  expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test("nobody listens", async () => {
  const { url } = await quietPort();
  const { code, stdout } = await asAccount(["doctor", "--base-url", url], { env: { ...ACCOUNT, HTTPS_PROXY: "x" } });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/no connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/)]);
  expect(stdout).toContain("NODE_USE_ENV_PROXY=1");
});

test("a name that is not found, and a server without TLS", async () => {
  const { url } = await serve(gateway());
  const none = await asAccount(["doctor", "--base-url", "https://no-such-host.invalid"]);
  expect([none.code, none.stdout]).toEqual([
    1,
    expect.stringMatching(/name no-such-host\.invalid is not found \(E\w+\)/),
  ]);
  const plain = await asAccount(["doctor", "--base-url", url.replace("http:", "https:")]);
  expect([plain.code, plain.stdout]).toEqual([
    1,
    expect.stringMatching(/no secure connection to 127[^]*own certificate/),
  ]);
});

test.each([
  ["a base URL without a protocol", ["--base-url", "api.pandapon.com"], /--base-url must be an http or https URL/],
  ["a base URL with a password", ["--base-url", "https://a:b@example.com"], /--base-url must be/],
  ["a base URL of another protocol", ["--base-url", "file:///etc"], /--base-url must be/],
  ["a base URL with a query", ["--base-url", "https://example.com?a=1"], /--base-url must be/],
  ["a pause that is not a number", ["--pause", "long"], /number of seconds/],
  ["--yes without --report", ["--yes"], /--yes is for --report/],
])("refuses %s", async (_what, args, says) => {
  expect(await asAccount(["doctor", ...args])).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(says) });
});
