// What a client's hooks receive. Hooks never change a call.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { ClientOptions } from "../../dist/src/index.js";
import { credentials, faces } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { failing, json, ok, reset, serve } from "../support/server.js";

const inputs = { orderId: "1" };

/** Options with hooks that record their events. */
function listening(): { options: ClientOptions; told: [hook: string, event: object][] } {
  const told: [string, object][] = [];
  const options = {
    onRequest: (event: object) => void told.push(["onRequest", event]),
    onResponse: (event: object) => void told.push(["onResponse", event]),
    onRetry: (event: object) => void told.push(["onRetry", event]),
  };
  return { options, told };
}

describe.each(faces)("%s", (_, face) => {
  test("reports each request, each answer and each retry, in order", async () => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok("here"));
    const { options, told } = listening();
    await face({ baseUrl: url, ...options }, "alibaba.orders.get", inputs);
    const request = {
      operation: "alibaba.orders.get",
      method: "POST",
      url: `${url}/alibaba/order/detail`,
      body: requests[0]?.body,
    };
    const answer = { durationMs: expect.any(Number) as unknown, headers: expect.any(Headers) as unknown };
    expect(told).toEqual([
      ["onRequest", { ...request, attempt: 1 }],
      ["onResponse", { ...request, ...answer, attempt: 1, status: 503, text: undefined }],
      [
        "onRetry",
        {
          operation: "alibaba.orders.get",
          attempts: 1,
          delayMs: 0,
          error: expect.objectContaining({ kind: "http", status: 503, attempts: 1 }) as unknown,
        },
      ],
      ["onRequest", { ...request, attempt: 2 }],
      [
        "onResponse",
        { ...request, ...answer, attempt: 2, status: 200, text: expect.stringContaining('"data":"here"') as unknown },
      ],
    ]);
    for (const [, event] of told) {
      if ("durationMs" in event) expect(event.durationMs).toBeGreaterThan(0);
    }
  });

  test("reports an answer whose `code` is a failure", async () => {
    const { url } = await serve(json({ code: 7 }));
    const { options, told } = listening();
    await face({ baseUrl: url, ...options }, "taobao.products.get", { itemId: "1" });
    expect(told.map(([hook]) => hook)).toEqual(["onRequest", "onResponse"]);
    expect(told[0]?.[1]).toMatchObject({ method: "GET", url: `${url}/open/product/get?itemId=1`, body: undefined });
    expect(told[1]?.[1]).toMatchObject({ status: 200, text: '{"code":7}' });
  });

  test("reports no answer if none came, and no retry after the last attempt", async () => {
    const { url } = await serve(reset);
    const { options, told } = listening();
    await face({ baseUrl: url, maxRetries: 0, ...options }, "alibaba.orders.get", inputs);
    expect(told.map(([hook]) => hook)).toEqual(["onRequest"]);
  });

  test("never shows a secret or a signature", async () => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok());
    const { options, told } = listening();
    await face({ baseUrl: url, ...options }, "alibaba.orders.get", inputs);
    const shown = inspect(told, { depth: Infinity, showHidden: true }) + JSON.stringify(told);
    expect(shown).toContain("/alibaba/order/detail");
    expect(shown).not.toContain(credentials.accessSecret);
    for (const { headers } of requests) expect(shown).not.toContain(headers["signature"]);
  });
});

test.each(["throw new Error(name)", "return Promise.reject(new Error(name))"])(
  "a hook that fails does not change the call, and its error is reported: %s",
  async (body) => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok("here"));
    const [outcome] = await inChild(
      `
      const unhandled = [];
      process.on("unhandledRejection", (error) => unhandled.push(error.message));
      const failing = (name) => () => { ${body}; };
      const client = pandapon.createPandaPon({
        baseUrl: process.env.SERVER,
        onRequest: failing("onRequest"),
        onResponse: failing("onResponse"),
        onRetry: failing("onRetry"),
      });
      const data = await client.alibaba.orders.get({ webSite: "1688", orderId: "1" });
      setImmediate(() => print({ data, unhandled }));
      `,
      {
        SERVER: url,
        PANDAPON_ACCESS_KEY: "key",
        PANDAPON_ACCESS_SECRET: "secret",
        PANDAPON_USER_ID: "1",
      },
    );
    expect(outcome).toEqual({
      data: "here",
      unhandled: ["onRequest", "onResponse", "onRetry", "onRequest", "onResponse"],
    });
    expect(requests).toHaveLength(2);
  },
);
