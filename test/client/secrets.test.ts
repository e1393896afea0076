// Nothing that a person may log contains a secret or a signature.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, type CallOptions } from "../../dist/src/index.js";
import { signer, signingMiddleware } from "../../dist/src/signing.js";
import { readSettings } from "../../dist/src/transport/options.js";
import { faces, type Operation } from "../support/calls.js";
import {
  cutChunked,
  cutShort,
  failing,
  json,
  quietPort,
  reset,
  serve,
  silence,
  text,
  type Handler,
} from "../support/server.js";

const accessSecret = "CANARY-SECRET-fedcba9876543210";
const sign = "CANARY-SIGN-0123456789";
const options = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret,
  userId: "2100007341207",
  signWarehouse: () => ({ timestamp: "1733474179000", sign }),
};

/** Everything that a log, a debugger or a crash report shows of a value. */
function shown(value: unknown): string {
  const deep = inspect(value, { depth: Infinity, showHidden: true, showProxy: true, getters: true });
  const parts = [String(value), JSON.stringify(value), inspect(value), deep];
  for (let cause = value; cause instanceof Error; cause = cause.cause) {
    parts.push(cause.message, cause.stack ?? "", JSON.stringify(cause));
  }
  return parts.join("\n");
}

const FAILURES: [what: string, handler: Handler | undefined, options?: () => CallOptions][] = [
  ["a `code` that is a failure", json({ code: 500, msg: "no" }, 400)],
  ["an HTTP status", failing(404)],
  ["a body that is not JSON", text("<html>", "text/html")],
  ["a reset", reset],
  ["a body cut short", cutShort],
  ["a chunked body cut short", cutChunked],
  ["a refused connection", undefined],
  ["a timeout", silence, () => ({ timeoutMs: 20 })],
  ["an abort", silence, () => ({ signal: AbortSignal.timeout(20) })],
  ["an abort before the call", silence, () => ({ signal: AbortSignal.abort() })],
  ["an invalid user id", failing(404), () => ({ userId: "two\nlines" })],
  ["invalid headers", silence, () => ({ headers: { "x-trace": "two\nlines" } })],
  ["an invalid timeout", silence, () => ({ timeoutMs: -1 })],
];

describe.each(faces)("the error of %s", (_, face) => {
  test.each<[Operation, string]>([
    ["alibaba.orders.cancel", "signature"],
    ["taobao.refunds.cancel", "signature"],
    ["freight.book", "sign"],
  ])("of %s contains neither the secret nor the %s", async (operation) => {
    for (const [what, handler, callOptions] of FAILURES) {
      const { url, requests } = handler ? await serve(handler) : { ...(await quietPort()), requests: [] };
      const retryless = { ...options, baseUrl: url, maxRetries: 0 };
      const { error } = await face(retryless, operation, { refundId: "1" }, callOptions?.());
      const text = shown(error);
      expect(text, what).toContain(operation);
      expect(text, what).not.toContain("CANARY");
      for (const { headers, url } of requests) {
        if (operation === "freight.book") expect(url, what).toContain(sign);
        else {
          expect(headers["signature"], what).toHaveLength(32);
          expect(text, what).not.toContain(headers["signature"]);
        }
      }
    }
  });
});

test("if fetch repeats the URL in its error, the error of a warehouse call does not show the sign", async () => {
  const fetch = (url: string): Promise<Response> => Promise.reject(new TypeError(`error sending request for ${url}`));
  const client = createPandaPon({ ...options, fetch, maxRetries: 0 });
  const error: unknown = await client.freight.book({}).catch((error: unknown) => error);
  expect(error).toMatchObject({ kind: "network", operation: "freight.book" });
  expect(shown(error)).not.toContain("CANARY");
});

test.each<[string, unknown]>([
  ["the client for calls by method", createPandaPon(options)],
  ["a group of its methods", createPandaPon(options).alibaba.orders],
  ["a method", createPandaPon(options).alibaba.orders.get],
  ["the client for calls by path", createClient(options)],
  ["the signer", signer(options)],
  ["the middleware", signingMiddleware(options)],
  ["the checked options", readSettings(options, {})],
])("%s shows no secret", (_, value) => {
  expect(inspect(value)).toMatch(/\w/);
  expect(shown(value)).not.toContain("CANARY");
});

test.each([
  ["accessKey", { accessKey: "CANARY\n" }],
  ["accessSecret", { accessSecret: "CANARY secret" }],
  ["userId", { userId: "CANARY\u00e9" }],
  ["baseUrl", { baseUrl: "https://CANARY:CANARY@example.com" }],
  ["baseUrl", { baseUrl: "CANARY" }],
])("the error about an invalid %s does not repeat its value", (name, wrong) => {
  for (const create of [createPandaPon, createClient]) {
    const error: unknown = (() => {
      try {
        return create({ ...options, ...wrong });
      } catch (error) {
        return error;
      }
    })();
    expect(error).toMatchObject({ kind: "input" });
    expect(shown(error)).toContain(`\`${name}\``);
    expect(shown(error)).not.toContain("CANARY");
  }
});
