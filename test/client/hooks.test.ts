// What a client's hooks receive. Hooks never change a call.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { ClientOptions, Fetch, ResponseEvent } from "../../dist/src/index.js";
import { credentials, faces } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { failing, json, ok, reset, serve, text } from "../support/server.js";

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
    await face({ baseUrl: url, bodies: true, ...options }, "alibaba.orders.get", inputs);
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
    await face({ baseUrl: url, bodies: true, ...options }, "taobao.products.get", { itemId: "1" });
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

describe.each(faces)("%s", (_, face) => {
  test("shows no body and no text without the option `bodies`", async () => {
    const { url, requests } = await serve(ok("data of a person"));
    const { options, told } = listening();
    await face({ baseUrl: url, ...options }, "alibaba.orders.get", { orderId: "2542285634920880794" });
    expect(requests[0]?.body).toContain("2542285634920880794");
    expect(inspect(told, { depth: Infinity })).not.toMatch(/2542285634920880794|data of a person/);
  });

  test("is not changed by what a hook does to its event", async () => {
    const { url, requests } = await serve(text('{"code":200,"data":"here"}', "application/json"));
    const spoil = (event: object): void => {
      for (const [name, value] of Object.entries(event)) {
        if (value instanceof Headers) {
          value.set("content-type", "text/html;charset=UTF-16");
          value.delete("x-request");
        }
        Reflect.set(event, name, "spoiled");
      }
    };
    const seen: ResponseEvent[] = [];
    const outcome = await face(
      { baseUrl: url, bodies: true, onRequest: spoil, onResponse: (event) => (seen.push({ ...event }), spoil(event)) },
      "alibaba.orders.get",
      inputs,
    );
    expect(outcome).toMatchObject({ value: { data: "here" }, error: undefined });
    expect(requests).toHaveLength(1);
    expect(seen[0]).toMatchObject({ operation: "alibaba.orders.get", attempt: 1 });
  });

  test("tells an answer of a foreign fetch whose headers cannot be listed", async () => {
    const { options, told } = listening();
    const fetch: Fetch = async () => ({ status: 200, headers: { get: () => null }, text: async () => '{"code":200}' });
    const { error } = await face({ fetch, ...options }, "addresses.save", {});
    expect(error).toBeUndefined();
    expect(told.map(([hook]) => hook)).toEqual(["onRequest", "onResponse"]);
  });
});

/** What a hook may do wrong. */
const WRONG = [
  "throw new Error(name)",
  "return Promise.reject(new Error(name))",
  "throw null",
  "return { then() { throw new Error(name) } }",
];

describe("a hook that fails never changes the call or ends the process", () => {
  test.each(WRONG)("and is reported once on the console: %s", async (body) => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok("here"));
    const [outcome] = await inChild(
      `
      const reported = [];
      console.error = (error) => reported.push(error?.message ?? null);
      const failing = (name) => () => { ${body}; };
      const client = pandapon.createPandaPon({
        ...${JSON.stringify(credentials)},
        baseUrl: process.env.SERVER,
        onRequest: failing("onRequest"),
        onResponse: failing("onResponse"),
        onRetry: failing("onRetry"),
      });
      const data = await client.alibaba.orders.get({ webSite: "1688", orderId: "1" });
      setImmediate(() => print({ data, reported }));
      `,
      { SERVER: url },
    );
    const names = ["onRequest", "onResponse", "onRetry", "onRequest", "onResponse"];
    expect(outcome).toEqual({ data: "here", reported: body === "throw null" ? names.map(() => null) : names });
    expect(requests).toHaveLength(2);
  });

  test("not even if the console throws, as some test tools make it", async () => {
    const { url } = await serve(ok("here"));
    const [outcome] = await inChild(
      `
      console.error = () => { throw new Error("no console"); };
      const onRequest = () => { throw new Error("a hook"); };
      const client = pandapon.createPandaPon({ ...${JSON.stringify(credentials)}, baseUrl: process.env.SERVER, onRequest });
      const data = await client.alibaba.orders.get({ webSite: "1688", orderId: "1" });
      setImmediate(() => print({ data }));
      `,
      { SERVER: url },
    );
    expect(outcome).toEqual({ data: "here" });
  });

  test("and is reported by `reportError` where the platform has it", async () => {
    const { url } = await serve(ok("here"));
    const [outcome] = await inChild(
      `
      const reported = [];
      globalThis.reportError = (error) => reported.push(error.message);
      const onRequest = () => { throw new Error("a hook"); };
      const client = pandapon.createPandaPon({ ...${JSON.stringify(credentials)}, baseUrl: process.env.SERVER, onRequest });
      const data = await client.alibaba.orders.get({ webSite: "1688", orderId: "1" });
      print({ data, reported });
      `,
      { SERVER: url },
    );
    expect(outcome).toEqual({ data: "here", reported: ["a hook"] });
  });
});
