// What the sandbox refuses and why, and what it accepts.
import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Validator } from "@cfworker/json-schema";
import { stringify } from "lossless-json";
import { describe, expect, test } from "vitest";
import { createPandaPon, operationTable, type OperationInfo, type PandaPonError } from "../../dist/src/index.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../scripts/dist/sandbox/index.js";
import { Log } from "../../scripts/dist/sandbox/gateway/log.js";
import { document, exampleInputs, operations, requestExample, responseSchema } from "../support/bundle.js";

const NOW = 1_750_000_000_000;
const KEY = "0123456789abcdef0123456789abcdef";
const SECRET = "fedcba9876543210fedcba9876543210";
const USER = "2100007341207";
const CREATE = "/alibaba/refund/detail/create";
const NONCE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

const made = (options: SandboxOptions = {}): Sandbox =>
  createSandbox({ accessKey: KEY, accessSecret: SECRET, userId: USER, now: () => NOW, ...options });

interface Sent {
  method?: string;
  path?: string;
  /** `undefined` leaves a header out. */
  headers?: Record<string, string | undefined>;
  /** What is signed, if it is not what is sent. */
  secret?: string;
  body?: string | Uint8Array<ArrayBuffer> | undefined;
  signal?: AbortSignal;
}

const body = (id: string): string => stringify(requestExample(id)) ?? "";

/** Sends a request that is right but for what is given. */
async function send(
  sandbox: Sandbox,
  { method, path = CREATE, headers = {}, secret = SECRET, body: own, signal }: Sent,
) {
  const signed: Record<string, string | undefined> = {
    "content-type": "application/json",
    "access-key": KEY,
    timestamp: String(NOW),
    "nonce-str": NONCE,
    "user-id": USER,
    ...headers,
  };
  const text = `${signed["access-key"]}${signed["timestamp"]}${signed["nonce-str"]}${secret}`;
  const signature = createHash("md5").update(text).digest("hex").toUpperCase();
  const used = method ?? "POST";
  const answer = await sandbox.fetch(`http://sandbox.example${path}`, {
    method: used,
    headers: Object.entries({ signature, ...signed }).filter((one): one is [string, string] => one[1] !== undefined),
    ...(signal && { signal }),
    ...(used !== "GET" && used !== "HEAD" && { body: own ?? body("alibaba.refunds.create") }),
  });
  const text2 = await answer.text();
  const envelope = JSON.parse(text2) as { code?: number; msg?: string; requestId?: string };
  return { status: answer.status, headers: answer.headers, text: text2, ...envelope };
}

/** The example of a refund with some members replaced, as JSON text. */
function refund(members: Record<string, string>): string {
  const text = body("alibaba.refunds.create");
  return Object.entries(members).reduce(
    (whole, [name, value]) =>
      whole.replace(new RegExp(`"${name}":(?:"[^"]*"|\\[[^\\]]*\\]|[^,}]+)`), `"${name}":${value}`),
    text,
  );
}

const refused: [what: string, sent: Sent, code: number, says: RegExp][] = [
  ...["access-key", "timestamp", "nonce-str", "user-id", "signature"].flatMap(
    (name): [string, Sent, number, RegExp][] => [
      [`without ${name}`, { headers: { [name]: undefined } }, 90401, new RegExp(`${name} is missing`)],
      [`${name} is empty`, { headers: { [name]: "" } }, 90401, new RegExp(`${name} is missing`)],
      [`${name} twice`, { headers: { [name]: "1, 2" } }, 90401, new RegExp(`${name} is there more than once`)],
    ],
  ),
  ["a short nonce", { headers: { "nonce-str": "nonce-str" } }, 90401, /nonce-str is wrong.*32/],
  ["a long nonce", { headers: { "nonce-str": `${NONCE}A` } }, 90401, /nonce-str is wrong.*32/],
  ["a user id with letters", { headers: { "user-id": "__proto__" } }, 90401, /user-id is wrong.*digits/],
  ["another key", { headers: { "access-key": "f".repeat(32) } }, 90402, /access-key is not the sandbox's/],
  [
    "another secret",
    { secret: "wrong" },
    90403,
    /UPPER\(hex\(MD5\(accessKey \+ timestamp \+ nonceStr \+ accessSecret\)\)\)/,
  ],
  ["a signature in lower case", { headers: { signature: "0a".repeat(16) } }, 90401, /signature is wrong.*upper case/],
  ["a forged signature", { headers: { signature: "0".repeat(32) } }, 90403, /signature is wrong/],
  ["601 s late", { headers: { timestamp: String(NOW - 601_000) } }, 90408, /601 s behind/],
  ["601 s early", { headers: { timestamp: String(NOW + 601_000) } }, 90408, /601 s ahead/],
  ["601 s late, in seconds", { headers: { timestamp: String(NOW / 1000 - 601) } }, 90408, /601 s behind/],
  ["601 s early, in seconds", { headers: { timestamp: String(NOW / 1000 + 601) } }, 90408, /601 s ahead/],
  ["microseconds", { headers: { timestamp: `${NOW}000` } }, 90401, /timestamp is wrong.*10 digits.*13 digits/],
  ["a time with a fraction", { headers: { timestamp: `${NOW / 1000}.5` } }, 90401, /timestamp is wrong/],
  ["a slash at the end", { path: `${CREATE}/` }, 90404, /Call \/alibaba\/refund\/detail\/create, exactly/],
  ["two slashes", { path: `/${CREATE}` }, 90404, /Call \/alibaba\/refund\/detail\/create, exactly/],
  ["another letter case", { path: "/alibaba/Refund/detail/create" }, 90404, /Call \/alibaba\/refund\/detail\/create/],
  ["an encoded letter", { path: "/alibaba/refund/detail/creat%65" }, 90404, /Call \/alibaba\/refund\/detail\/create/],
  [
    "a path that the contract lacks",
    { path: "/v2/alibaba/order/cancel" },
    90404,
    /No operation has the path \/v2\/alibaba/,
  ],
  ["no path", { path: "/" }, 90404, /No operation has the path \//],
  ["another method", { method: "PUT" }, 90405, /called with POST, not with PUT/],
  ["GET instead of POST", { method: "GET" }, 90405, /called with POST/],
  ["a path without its id", { method: "GET", path: "/open/order/refund/cancel/" }, 90404, /No operation/],
  [
    "a path with a broken id",
    { method: "GET", path: "/open/order/refund/cancel/%E0%A4" },
    90400,
    /refundId is wrong.*UTF-8/,
  ],
  ["no content type", { headers: { "content-type": undefined } }, 90400, /content-type: application\/json/],
  [
    "a form",
    { headers: { "content-type": "application/x-www-form-urlencoded" } },
    90400,
    /content-type: application\/json/,
  ],
  ["another charset", { headers: { "content-type": "application/json;charset=gbk" } }, 90400, /UTF-8/],
  ["no body", { body: "" }, 90422, /no body/],
  ["a body that is not JSON", { body: "{" }, 90400, /not JSON/],
  ["a body that is not UTF-8", { body: Uint8Array.of(0x7b, 0xff, 0x7d) }, 90400, /UTF-8/],
  ["a body that is too long", { body: " ".repeat(8 * 2 ** 20 + 1) }, 90413, /longer than 8 MiB/],
  ["a body that is a list", { body: "[]" }, 90422, /the body must be an object/],
  ["a body that nests deep", { body: `{"a":${"[".repeat(101)}${"]".repeat(101)}}` }, 90400, /deeper than 100/],
  [
    "a member twice",
    { body: `{"orderId":1,${body("alibaba.refunds.create").slice(1)}` },
    90400,
    /two members of the same name/,
  ],
  ["an empty object", { body: "{}" }, 90422, /contract: \w+ is missing: it is required/],
  [
    "an id as text",
    { body: refund({ orderId: '"2542285634920880794"' }) },
    90422,
    /orderId must be a whole number \(without quotes\)/,
  ],
  ["an id with a fraction", { body: refund({ orderId: "1.5" }) }, 90422, /orderId must be a whole number/],
  [
    "an id beyond 64 bits",
    { body: refund({ orderId: "9223372036854775808" }) },
    90422,
    /orderId must be a whole number of 64 bits/,
  ],
  [
    "an id of 30 digits",
    { body: refund({ orderId: "254228563492088079400000000000" }) },
    90422,
    /orderId must be a whole number of 64 bits/,
  ],
  ["an infinite id", { body: refund({ orderId: "1e400" }) }, 90422, /orderId must be a whole number/],
  ["text instead of a list", { body: refund({ orderEntryIds: "1" }) }, 90422, /orderEntryIds must be a list/],
  [
    "an item of a list",
    { body: refund({ orderEntryIds: '[1,"x"]' }) },
    90422,
    /orderEntryIds\[1\] must be a whole number/,
  ],
  [
    "a query parameter twice",
    { method: "GET", path: "/open/order/refund/query?refundId=1&refundId=1" },
    90400,
    /query has refundId more than once/,
  ],
  [
    "no query parameter",
    { method: "GET", path: "/open/order/refund/query" },
    90422,
    /refundId is missing: it is required/,
  ],
  ["a broken query", { method: "GET", path: "/open/order/refund/query?refundId=%ff" }, 90400, /query is wrong.*UTF-8/],
  [
    "an id with letters",
    { method: "GET", path: "/alibaba/order/pay/url?orderId=TQ1" },
    90422,
    /orderId must be an id: digits/,
  ],
  [
    "an id in query and body that differs",
    { path: "/alibaba/refund/info?refundId=TQ1", body: '{"refundId":"TQ2"}' },
    90422,
    /refundId is another one in the query than in the body/,
  ],
  [
    "a text that should hold JSON",
    {
      path: "/open/order",
      body: body("taobao.orders.create").replace(/"orderLineList":"(?:[^"\\]|\\.)*"/, '"orderLineList":"x"'),
    },
    90422,
    /orderLineList must be a text that holds JSON/,
  ],
  [
    "a number in the JSON of a text",
    {
      path: "/open/order",
      body: body("taobao.orders.create").replace(
        /"orderLineList":"(?:[^"\\]|\\.)*"/,
        '"orderLineList":"[{\\"quantity\\":1}]"',
      ),
    },
    90422,
    /orderLineList\[0\]\.quantity must be text/,
  ],
  [
    "JSON in quotes twice",
    {
      path: "/open/order",
      body: body("taobao.orders.create").replace(/"orderLineList":"(?:[^"\\]|\\.)*"/, '"orderLineList":"\\"[]\\""'),
    },
    90422,
    /orderLineList must be a list/,
  ],
];

const sandbox = made();

describe("refused", () => {
  test.each(refused)("%s", async (_, sent, code, says) => {
    const answer = await send(sandbox, sent);
    expect(answer).toMatchObject({
      code,
      msg: expect.stringMatching(says),
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(answer.status).toBe({ 90404: 404, 90405: 405 }[code] ?? 200);
    expect(answer.headers.get("x-sandbox")).toBe("pandapon");
    expect(answer.text).not.toContain(SECRET);
    expect(sandbox.log.at(-1)).toMatchObject({ code, msg: answer.msg, status: answer.status });
  });
});

const accepted: [what: string, sent: Sent][] = [
  ["the example", {}],
  ["600 s late", { headers: { timestamp: String(NOW - 600_000) } }],
  ["600 s early", { headers: { timestamp: String(NOW + 600_000) } }],
  ["seconds", { headers: { timestamp: String(NOW / 1000) } }],
  ["600 s late, in seconds", { headers: { timestamp: String(NOW / 1000 - 600) } }],
  ["another user", { headers: { "user-id": "2100007654321" } }],
  ["a charset", { headers: { "content-type": "application/json; charset=UTF-8" } }],
  ["a byte order mark", { body: `\ufeff${body("alibaba.refunds.create")}` }],
  [
    "a field that the contract lacks",
    { body: `{"x":{"__proto__":{"y":1},"constructor":1},${body("alibaba.refunds.create").slice(1)}` },
  ],
  ["an id in the query", { path: "/alibaba/refund/info?refundId=TQ310200485816880794", body: "" }],
  ["an id in the body", { path: "/alibaba/refund/info", body: '{"refundId":"TQ310200485816880794"}' }],
  ["a query parameter that the contract lacks", { path: `${CREATE}?orderId=1&__proto__=2` }],
];

describe("accepted", () => {
  test.each(accepted)("%s", async (_, sent) => {
    // Whether there is such an order is not the gateway's question.
    const answer = await send(made(), sent);
    expect([200, 90409, 90410]).toContain(answer.code);
    expect(Object.hasOwn(Object.prototype, "y")).toBe(false);
  });

  test("every example of the contract, by the client", async () => {
    const own = made();
    const pandapon: unknown = createPandaPon({
      ...own.credentials,
      now: () => NOW,
      fetch: own.fetch,
      signWarehouse: ({ timestamp }) => ({ timestamp, sign: "any" }),
    });
    for (const { id } of operations) {
      const method = id.split(".").reduce((place, name) => (place as Record<string, unknown>)[name], pandapon);
      const call = (method as (inputs: unknown) => Promise<unknown>)(exampleInputs(id));
      // Flows do not know the ids of the examples.
      const code = await call.then(
        () => 200,
        (error: PandaPonError) => Number(error.code),
      );
      expect([200, 90409, 90410], `${id}: ${own.log.at(-1)?.msg}`).toContain(code);
    }
    expect(own.log).toHaveLength(operations.length);
  });
});

const bases: [id: string, path: string, basis: string | null][] = [
  ["taobao.products.getSource", "/open/product/source/get", "upstream"],
  ["alibaba.products.get", "/alibaba/product/detail/get", "upstream, client"],
  ["taobao.orders.preview", "/open/order/render", "upstream"],
  ["freight.preview", "/open/pp/logistics/orderRenderFreight", "inferred"],
  ["taobao.refunds.list", "/open/order/refund/queryList", null],
];

test.each(bases)("%s says what its answer rests on", async (id, path, basis) => {
  const answer = await send(made(), { path, body: body(id) });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-sandbox-basis")).toBe(basis);
});

/** What in an answer does not fit the contract, by a validator that is not the sandbox's. */
function wrongIn(id: string, text: string): string[] {
  const schema = { ...responseSchema(id), components: document["components"] };
  return new Validator(schema, "2020-12").validate(JSON.parse(text)).errors.map(({ error }) => `${id}: ${error}`);
}

test("the client reports a refusal of every operation as `api`, refused, with the sandbox's code", async () => {
  const own = made();
  const texts: string[] = [];
  const pandapon: unknown = createPandaPon({
    ...own.credentials,
    accessSecret: "wrong",
    now: () => NOW,
    fetch: async (url, init) => {
      const answer = await own.fetch(url, init);
      texts.push(await answer.clone().text());
      return answer;
    },
  });
  const table: Record<string, OperationInfo> = operationTable;
  for (const { id } of operations.filter((one) => table[one.id]?.security === undefined)) {
    const method = id.split(".").reduce((place, name) => (place as Record<string, unknown>)[name], pandapon);
    const failed = (method as (inputs: unknown) => Promise<unknown>)(exampleInputs(id)).catch(
      (error: unknown) => error,
    );
    expect(await failed).toMatchObject({ kind: "api", outcome: "refused", code: "90403", operation: id, attempts: 1 });
    expect(wrongIn(id, texts.at(-1) ?? "")).toEqual([]);
  }
});

test("lenient: what does not fit the contract reaches the operation, a wrong signature does not", async () => {
  const [strict, lenient] = [made(), made({ lenient: true })];
  const path = "/alibaba/product/keywords/query";
  for (const wrong of ["[]", "", `{"keyword":"T恤","outMemberId":[1]}`]) {
    expect(await send(strict, { path, body: wrong })).toMatchObject({
      code: 90422,
      msg: expect.stringMatching(/contract|body/),
    });
    expect(await send(lenient, { path, body: wrong })).toMatchObject({ code: 200 });
  }
  expect(await send(lenient, { path, body: "{}", secret: "wrong" })).toMatchObject({ code: 90403 });
  expect(await send(lenient, { path, body: "{" })).toMatchObject({ code: 90400 });
});

describe("the freight group", () => {
  const path = "/open/pp/logistics/orderRenderFreight";
  const example = (): string => body("freight.preview");
  const signWarehouse: SandboxOptions["signWarehouse"] = (parts) => ({
    // A rule that wants seconds, whatever it gets.
    timestamp: parts.timestamp.slice(0, 10),
    sign: createHash("sha256")
      .update(`${parts.method}${parts.path}${parts.body}${parts.timestamp.slice(0, 10)}`)
      .digest("hex"),
  });

  test("without a rule it is accepted with a warning", async () => {
    const own = made();
    const answer = await send(own, { path, body: example(), secret: "wrong" });
    expect(answer).toMatchObject({ status: 200, text: "{}" });
    expect(answer.headers.get("x-sandbox-warning")).toMatch(/signature was not checked.*signWarehouse/);
    expect(own.log.at(-1)).toMatchObject({
      operation: "freight.preview",
      userId: USER,
      warning: expect.stringMatching(/not checked/),
    });
  });

  test("with a rule the client's signature is accepted, and not another one", async () => {
    const own = made({ signWarehouse });
    const pandapon = createPandaPon({ ...own.credentials, now: () => NOW, fetch: own.fetch, signWarehouse });
    // The types of the example are those of the contract, which this test does not repeat.
    const input = exampleInputs("freight.preview") as never;
    await pandapon.freight.preview(input);
    expect(own.log.at(-1)?.target).toBe(`${path}?timestamp=${NOW / 1000}&sign=…`);
    const wrong = [
      ["", 90401],
      [`?timestamp=${NOW / 1000}`, 90401],
      [`?timestamp=${NOW / 1000}&sign=a&sign=a`, 90401],
      [`?timestamp=${NOW / 1000}&sign=${"0".repeat(64)}`, 90403],
      [`?timestamp=${NOW / 1000 - 601}&sign=${"0".repeat(64)}`, 90408],
    ] as const;
    for (const [query, code] of wrong)
      expect(await send(own, { path: path + query, body: example() })).toMatchObject({ code });
  });

  test("a rule that throws is a failure of the sandbox, without details", async () => {
    const own = made({
      signWarehouse() {
        throw new Error(`no ${SECRET}`);
      },
    });
    const answer = await send(own, { path: `${path}?timestamp=1&sign=x`, body: example() });
    expect(answer).toMatchObject({ status: 500, code: 90599 });
    expect(answer.text).not.toMatch(/\bat \w|no /);
    expect(own.log.at(-1)).toMatchObject({ code: 90599, error: expect.stringContaining("Error: no …") });
  });
});

test("members that JavaScript itself looks for do not reach an operation", async () => {
  const own = made({ lenient: true });
  const seen: unknown[] = [];
  own.fail({ kind: "envelope-error", when: ({ inputs }) => seen.push(inputs) > 0 });
  const wrong = '{"toString":1,"valueOf":1,"toJSON":1,"__proto__":{"x":1},"constructor":1}';
  await send(own, { body: `{"keyword":[${wrong}],${wrong.slice(1)}` });
  expect(seen).toEqual([{ keyword: [{ constructor: 1 }], constructor: 1 }]);
});

test("addresses.save answers without an envelope, also if it refuses", async () => {
  const path = "/open/address/addOrUpdate";
  const answer = await send(made(), { path, body: body("addresses.save") });
  expect(JSON.parse(answer.text)).toEqual({ code: 200, msg: "成功" });
  const wrong = await send(made(), { path, body: "{}", secret: "wrong" });
  expect(JSON.parse(wrong.text)).toEqual({ code: 90403, msg: expect.stringMatching(/signature/) });
});

test.each(["2542285634920880794.0", "2542285634920880794.5", "2.542285634920880794e18", "1E18", "-2.5e18"])(
  "an id is not read from %s, whose digits are lost",
  async (id) => {
    for (const lenient of [false, true]) {
      const order = {
        path: "/alibaba/order/cancel",
        body: `{"webSite":"1688","cancelReason":"other","orderId":${id}}`,
      };
      const answer = await send(made({ lenient }), order);
      expect(answer).toMatchObject({ code: 90422, msg: expect.stringContaining("orderId") });
      const lines = `[{\\"itemId\\":${id},\\"skuId\\":\\"1\\",\\"quantity\\":1}]`;
      const preview = { path: "/open/order/render", body: `{"orderLineList":"${lines}","receiver":"{}"}` };
      expect(await send(made({ lenient }), preview)).toMatchObject({ code: 90422 });
    }
  },
);

test.each(["reset-before", "reset-after", "cut-body", "slow", undefined] as const)(
  "the log never holds the secret, also if the answer is %s",
  async (kind) => {
    const own = made({ lenient: true });
    const ended = new AbortController();
    const seen: string[] = [];
    const when = (): boolean => seen.push(JSON.stringify(own.log)) > 0;
    if (kind !== undefined) own.fail({ kind, when, times: 9, ...(kind === "slow" && { delayMs: 60_000 }) });
    // The second one is cut in the middle of it.
    for (const before of ["", "x".repeat(9_976)]) {
      const text = JSON.stringify({ keyword: before + SECRET, more: "y".repeat(20_000) });
      const sent = { path: "/alibaba/product/keywords/query", body: text, signal: ended.signal };
      const call = send(own, sent).catch(() => undefined);
      if (kind === "slow") {
        while (seen.length === 0) await new Promise(setImmediate);
        ended.abort();
      }
      await call;
    }
    expect(own.log[0]?.body).toMatch(/^\{"keyword":"…","more":"y+$/);
    for (const { body: kept } of own.log) expect((kept ?? "").length).toBeLessThanOrEqual(10_000);
    expect(seen.concat(JSON.stringify(own.log)).join()).not.toContain(SECRET.slice(0, 5));
  },
);

test("the log does not keep alive what it cuts off, such as the pictures of searches", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void; // as the flag adds it
  const heap = (): number => (collect(), process.memoryUsage().heapUsed / 2 ** 20);
  const log = new Log(SECRET);
  const before = heap();
  const kept = Array.from({ length: 20 }, (_, call) => log.textOf(`${call}${"é".repeat(2 ** 20)}`));
  expect(kept[19]).toHaveLength(10_000);
  expect(heap() - before).toBeLessThan(10);
  expect(kept).toHaveLength(20);
});

test("the log keeps the last 1000 calls", async () => {
  const own = made();
  for (let count = 0; count < 1_002; count += 1) await own.fetch(`http://sandbox.example/${count}`);
  expect(own.log).toHaveLength(1_000);
  expect(own.log[0]?.target).toBe("/2");
});

const options: [what: string, options: object, says: RegExp][] = [
  ["an empty key", { accessKey: "" }, /`accessKey`.*visible ASCII/],
  ["a secret with a line break", { accessSecret: "secret\n" }, /`accessSecret`.*visible ASCII/],
  ["a secret that is a number", { accessSecret: 1 }, /`accessSecret`/],
  ["a user with letters", { userId: "tester" }, /`userId` .*digits/],
  ["a negative seed", { seed: -1 }, /`seed`.*0 to 999/],
  ["a seed with a fraction", { seed: 0.5 }, /`seed`/],
  ["a seed that is text", { seed: "1" }, /`seed`/],
  ["a clock that is a number", { now: NOW }, /`now`.*function/],
  ["lenient as text", { lenient: "yes" }, /`lenient`.*true or false/],
  ["a rule that is not a function", { signWarehouse: {} }, /`signWarehouse`.*function/],
  [
    "a name with a typing error",
    { accesKey: KEY },
    /`accesKey` is not an option of createSandbox\. Did you mean accessKey\?/,
  ],
  [
    "a name of another kind",
    { baseUrl: "x" },
    /`baseUrl` is not an option of createSandbox\. The options are accessKey,/,
  ],
  [
    "a name of push with a typing error",
    { push: { urls: "x" } },
    /`urls` is not an option of push\. Did you mean url\?/,
  ],
  ["a list", [], /must be an object/],
  ["push as text", { push: "http://127.0.0.1:1" }, /options of push must be an object/],
];

test.each(options)("options: %s", (_, wrong, says) => {
  expect(() => createSandbox(wrong)).toThrow(says);
  expect(() => createSandbox(wrong)).not.toThrow(/secret\n|tester/);
});

test("options that are undefined are as good as none, and null is refused", () => {
  const none = { accessKey: undefined, now: undefined, seed: undefined, push: { url: undefined, fetch: undefined } };
  expect(createSandbox(none).credentials).toEqual(createSandbox().credentials);
  // As plain JavaScript may call it.
  expect(() => createSandbox(null as never)).toThrow("must be an object");
});

test("a part that reset does not know is refused, and nothing is reset", async () => {
  const own = made();
  await own.fetch("http://sandbox.example/1");
  expect(() => own.reset("stat" as never)).toThrow(
    'scope must be "state", "faults" or "log". Leave it out to reset everything.',
  );
  expect(own.log).toHaveLength(1);
});

test("the credentials are those given, and nothing else", () => {
  const { credentials } = createSandbox({ accessKey: KEY, accessSecret: SECRET, seed: 3, now: () => NOW });
  expect(credentials).toEqual({ accessKey: KEY, accessSecret: SECRET, userId: "2100000000001" });
});
