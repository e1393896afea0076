// Signing and verifying: vectors, a second implementation, and what is refused.
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { signTestWebhook, verifyWebhook, WebhookError, type WebhookReason } from "../../dist/src/webhooks.js";
import { accessKey, accessSecret, hmac, message } from "./signed.js";

const BODY = `{"messageType":"ORDER_PAY_SUCCESS","messageBody":"{\\"orderId\\":\\"3305075341149134260\\"}","messagePlatform":1,"timestamp":"1779263269913"}`;
const INVENTED = { accessKey: "0123456789abcdef0123456789abcdef", accessSecret: "fedcba9876543210fedcba9876543210" };
/** The numeric sample of the manual with the same wording, then digits that Python's hmac and `openssl dgst` computed. */
const VECTORS: {
  what: string;
  accessKey: string;
  accessSecret: string;
  body: string | Uint8Array;
  base?: "body";
  digits: string;
}[] = [
  {
    what: "the manual's sample",
    accessKey: "123456",
    accessSecret: "3412gyo124goi3124",
    body: '{"seller_id":"1234567", "message_type":0, "data":{...}..}',
    digits: "f3d2ca947f16a50b577c036adecd18bec126ea19cadedd59816e255d3b6104ab",
  },
  {
    what: "an order, with the key",
    ...INVENTED,
    body: BODY,
    digits: "b31f62efa41ea4b23c941a19ba1724cf1835ec542283e07c893fe1a21c5cd05d",
  },
  {
    what: "an order, the body alone",
    ...INVENTED,
    body: BODY,
    base: "body",
    digits: "4d84bfa6718d7b5d223421c292a5b46760021746ca3a902a1f553d22bfb8b4ed",
  },
  {
    what: "other characters in all parts",
    accessKey: "ключ",
    accessSecret: "密钥🧦",
    body: '{"a":"恤🧦"}',
    digits: "da56f8ce9c815fdea25d50a068ffdd81e1ce534fa8aec0f9d2a180df40db5a4b",
  },
  {
    what: "a secret longer than a block, and bytes that are not UTF-8",
    accessKey: "k",
    accessSecret: "s".repeat(100),
    body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    digits: "8e482fd3157ac6ad021225144f16ca2cd53b7870d603064d614dc15179faaf5a",
  },
  {
    what: "a byte order mark and CRLF",
    accessKey: "k",
    accessSecret: "s",
    body: "\ufeff{\r\n}",
    digits: "59109780f34def9a746e587a5b44af1e311b8ebbed418d4d731c995913491154",
  },
];
const credentials = { accessKey, accessSecret };
const secrets = fc.string({ minLength: 1 }).filter((secret) => secret === secret.trim());
const reasonOf = async (run: () => Promise<unknown>): Promise<WebhookReason | "accepted"> => {
  try {
    await run();
    return "accepted";
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    expect(error.message + JSON.stringify(error)).not.toContain(accessSecret);
    return error.reason;
  }
};

afterEach(() => vi.restoreAllMocks());

describe.each(["node:crypto", "crypto.subtle"])("with %s", (way) => {
  const choose = (): void => {
    if (way === "crypto.subtle") vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
  };

  test.each(VECTORS)("the digits of another implementation: $what", async ({ body, digits, ...own }) => {
    choose();
    expect(await signTestWebhook(body, own)).toBe(digits);
    const fitted = { base: own.base ?? "accessKey+body" };
    expect(await verifyWebhook(body, digits, own)).toEqual(fitted);
    expect(await verifyWebhook(body, digits, { ...own, base: "auto" })).toEqual(fitted);
  });

  test("any bytes agree with node:crypto, in either case, and a changed digit is refused", async () => {
    choose();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), secrets, fc.nat(63), async (body, secret, at) => {
        const own = { accessKey, accessSecret: secret };
        const digits = hmac(secret, accessKey, body);
        expect(await signTestWebhook(body, own)).toBe(digits);
        await verifyWebhook(body, digits.toUpperCase(), own);
        const wrong = digits.slice(0, at) + (digits[at] === "0" ? "1" : "0") + digits.slice(at + 1);
        expect(await reasonOf(() => verifyWebhook(body, wrong, own))).toBe("signature");
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["a byte order mark", "\ufeff{}"],
    ["CRLF", '{\r\n"a":1\r\n}'],
    ["bytes that are not UTF-8", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ["other characters", '{"a":"恤🧦"}'],
  ])("%s is signed as it is", async (_, body) => {
    choose();
    expect(await verifyWebhook(body, hmac(accessSecret, accessKey, body), credentials)).toHaveProperty("base");
  });
});

test("auto tells which base fitted, and a function is a base", async () => {
  const own = { accessKey: "k", accessSecret: "s" };
  const key = hmac("s", "k", BODY);
  const body = hmac("s", BODY);
  expect(await verifyWebhook(BODY, key, { ...own, base: "auto" })).toEqual({ base: "accessKey+body" });
  expect(await verifyWebhook(BODY, body, { ...own, base: "auto" })).toEqual({ base: "body" });
  expect(await verifyWebhook(BODY, body, { ...own, base: "body" })).toEqual({ base: "body" });
  const base = (parts: { accessKey: string; body: string }): string => parts.body + parts.accessKey;
  expect(await verifyWebhook(BODY, hmac("s", BODY, "k"), { ...own, base })).toEqual({ base: "function" });
  expect(await signTestWebhook(BODY, { ...own, base })).toBe(hmac("s", BODY, "k"));
});

test("any of several secrets may have signed", async () => {
  const secrets = ["new", "old"];
  for (const secret of [...secrets, accessSecret]) {
    expect(
      await verifyWebhook(BODY, hmac(secret, accessKey, BODY), { accessKey, accessSecret, secrets }),
    ).toBeDefined();
  }
  expect(await reasonOf(() => verifyWebhook(BODY, hmac("other", accessKey, BODY), { accessKey, secrets }))).toBe(
    "signature",
  );
});

const right = hmac(accessSecret, accessKey, BODY);
test.each<[string, unknown, WebhookReason]>([
  ["missing", undefined, "authorization-missing"],
  ["null", null, "authorization-missing"],
  ["empty", "", "authorization-missing"],
  ["repeated", `${right}, ${right}`, "authorization-malformed"],
  ["a list", [right], "authorization-malformed"],
  ["Bearer", `Bearer ${right}`, "authorization-malformed"],
  ["too short", right.slice(1), "authorization-malformed"],
  ["with a line end", `${right}\n`, "authorization-malformed"],
  ["no digits", "g".repeat(64), "authorization-malformed"],
  ["forged", "0".repeat(64), "signature"],
  ["over the altered body", hmac(accessSecret, accessKey, `${BODY} `), "signature"],
])("an authorization that is %s is refused", async (_, authorization, reason) => {
  expect(await reasonOf(() => verifyWebhook(BODY, authorization as string, credentials))).toBe(reason);
});

test.each([{}, JSON.parse(message()) as unknown, [], 1, null, undefined, "[object Object]", new Blob([])])(
  "a body that was parsed is refused, with the cause and each framework's fix",
  async (body) => {
    const failed = verifyWebhook(body as string, right, credentials);
    await expect(failed).rejects.toMatchObject({ reason: "parsed-body" });
    await expect(failed).rejects.toThrow(/body parser.*Express.*Fastify.*NestJS.*Next/s);
  },
);

test("bytes in any form are accepted", async () => {
  const bytes = new TextEncoder().encode(BODY);
  const padded = new Uint8Array([0, ...bytes, 0]);
  for (const form of [bytes, Buffer.from(BODY), bytes.buffer, padded.subarray(1, -1)]) {
    expect(await verifyWebhook(form, right, credentials)).toBeDefined();
  }
});

test.each([
  [{ accessKey: "" }, "accessKey"],
  [{ accessKey: undefined }, "accessKey"],
  [{ accessSecret: "" }, "accessSecret"],
  [{ accessSecret: undefined }, "accessSecret"],
  [{ accessSecret: undefined, secrets: [] }, "accessSecret"],
  [{ secrets: [""] }, "accessSecret"],
  [{ secrets: "x" }, "secrets"],
  [{ base: "key" }, "base"],
  [{ base: () => 1 }, "base"],
  [{ base: () => Promise.reject(new Error("no")) }, "base"],
])("the options %j are refused by name", async (options, name) => {
  const failed = verifyWebhook(BODY, right, { ...credentials, ...options } as typeof credentials);
  await expect(failed).rejects.toMatchObject({
    reason: "option",
    message: expect.stringContaining(`\`${name}\``) as string,
  });
});
